//! Rules ready to be applied to values, and what they come to.

use super::coder::Named;
use crate::{Rule, RuleAction, RuleTest};
use lead_scoring_core::Values;
use std::fmt::{self, Write};

/// A rule ready to be applied.
#[derive(Debug)]
pub(crate) struct Judge {
    test: Test,
    action: RuleAction,
}

#[derive(Debug)]
enum Test {
    Equals(Names),
    AtLeast(f64),
    Below(f64),
}

/// The names a rule holds for.
#[derive(Debug)]
struct Names {
    named: Vec<Named>,
    /// Whether a name means no, or yes.
    flags: [bool; 2],
    /// Whether one means it in a text, where `1`, `y` and the like may mean something else.
    words: [bool; 2],
}

/// What a flag is written as, no and yes; the first two of each have no other meaning.
const FLAGS: [[&str; 5]; 2] = [["no", "false", "n", "f", "0"], ["yes", "true", "y", "t", "1"]];

impl Names {
    fn new(names: &[String]) -> Self {
        let any = |words: &[&str]| {
            names.iter().any(|name| words.iter().any(|word| name.trim().eq_ignore_ascii_case(word)))
        };
        Self {
            named: names.iter().map(|name| Named::new(name)).collect(),
            flags: FLAGS.map(|words| any(&words)),
            words: FLAGS.map(|words| any(&words[..2])),
        }
    }

    /// Whether a text means one of them. `true` is the same as `yes`, so that a rule holds for a value however it was written.
    fn hold(&self, text: &str) -> bool {
        let word = |of: usize| FLAGS[of][..2].iter().any(|word| text.eq_ignore_ascii_case(word));
        self.named.iter().any(|name| name.is(text)) || (0..2).any(|of| self.words[of] && word(of))
    }
}

impl Judge {
    pub(crate) fn new(rule: &Rule) -> Self {
        let test = match &rule.test {
            RuleTest::Equals(names) => Test::Equals(Names::new(names)),
            RuleTest::AtLeast(bound) => Test::AtLeast(*bound),
            RuleTest::Below(bound) => Test::Below(*bound),
        };
        Self { test, action: rule.action.clone() }
    }

    /// Whether it compares numbers, so that no other kind of column will do.
    pub(crate) fn compares(&self) -> bool {
        !matches!(self.test, Test::Equals(_))
    }

    /// Whether it holds for a number; never for one that is not finite, which is missing.
    pub(crate) fn number(&self, value: f64) -> bool {
        if !value.is_finite() {
            return false;
        }
        match &self.test {
            Test::AtLeast(bound) => value >= *bound,
            Test::Below(bound) => value < *bound,
            // -0 is written as 0.
            Test::Equals(names) => names.named.iter().any(|name| is_written(name, value + 0.0)),
        }
    }

    /// Whether it holds for a text, or a set with this item.
    pub(crate) fn text(&self, text: &str) -> bool {
        matches!(&self.test, Test::Equals(names) if names.hold(text))
    }

    /// Whether it holds for no or yes.
    pub(crate) fn flag(&self, flag: bool) -> bool {
        matches!(&self.test, Test::Equals(names) if names.flags[usize::from(flag)])
    }

    /// Whether it holds for each distinct value of a column.
    pub(crate) fn values(&self, values: &Values) -> Vec<bool> {
        match values {
            Values::Number(numbers) => numbers.iter().map(|&number| self.number(number)).collect(),
            Values::Flag => vec![self.flag(false), self.flag(true)],
            Values::Set(sets) => {
                let items: Vec<bool> = sets.items.iter().map(|item| self.text(item)).collect();
                let holds = |&item: &u32| items.get(item as usize).copied().unwrap_or(false);
                sets.members.iter().map(|members| members.iter().any(holds)).collect()
            }
            values => (0..)
                .take(values.len())
                .map(|code| values.text(code).is_some_and(|text| self.text(&text)))
                .collect(),
        }
    }

    /// Lets the rule at position `at` act on a lead for which it holds.
    pub(crate) fn act(&self, at: usize, ruling: &mut Ruling) {
        match self.action {
            RuleAction::Points(points) => ruling.points += i64::from(points),
            RuleAction::Disqualify(true) => {
                let at = u32::try_from(at).unwrap_or(u32::MAX);
                ruling.disqualified_by = Some(ruling.disqualified_by.map_or(at, |first| first.min(at)));
            }
            RuleAction::Disqualify(false) => {}
        }
    }
}

/// What the rules came to for a lead, whatever the order in which they were applied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ruling {
    /// Sum of the manual points: wide enough for all the rules that memory can hold.
    points: i64,
    /// Position of the first rule that disqualifies the lead.
    pub(crate) disqualified_by: Option<u32>,
}

impl Ruling {
    /// Sum of the manual points, held at what the type can hold.
    pub(crate) fn manual(&self) -> i32 {
        let held = self.points.clamp(i64::from(i32::MIN), i64::from(i32::MAX));
        i32::try_from(held).unwrap_or(0)
    }
}

/// Whether a number, written out, means a name. No number of a column is longer than about 330 characters.
fn is_written(name: &Named, value: f64) -> bool {
    let mut text = Text { bytes: [0; 400], len: 0 };
    write!(text, "{value}").is_ok() && text.as_str().is_some_and(|text| name.is(text))
}

/// A short text outside the heap.
struct Text {
    bytes: [u8; 400],
    len: usize,
}

impl Text {
    fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(self.bytes.get(..self.len)?).ok()
    }
}

impl Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        self.bytes.get_mut(self.len..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(names: &[&str]) -> Judge {
        let test = RuleTest::Equals(names.iter().map(|name| (*name).to_owned()).collect());
        Judge::new(&Rule::new("rule", "Field", test, RuleAction::Points(1)))
    }

    #[test]
    fn a_flag_is_what_its_words_are() {
        for names in [["true"], ["Yes"]] {
            let judge = judge(&names);
            assert!(judge.flag(true) && !judge.flag(false));
            assert!(judge.text("TRUE") && judge.text("yes") && !judge.text("no") && !judge.text("1"));
        }
        assert!(judge(&["0"]).flag(false) && judge(&["0"]).number(-0.0) && !judge(&["0"]).text("no"));
        assert!(judge(&["y"]).flag(true) && !judge(&["y"]).text("yes") && judge(&["y"]).text("Y"));
        assert!(!judge(&["other"]).flag(true) && !judge(&["other"]).flag(false));
    }
}
