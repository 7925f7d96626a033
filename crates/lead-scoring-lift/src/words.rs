//! A bin's label, read back as a message that other languages can say.
//!
//! Labels are kept as English text, in models too. What the program itself put into words (ranges, digits, yes and no, missing values) is
//! read back here; a number alone, and the levels of a group, are the same in every language.

use crate::phrases::{
    ANY_OTHER_COMBINATION, ANY_VALUE, AT_LEAST, DIGITS, DIGITS_AT_MOST, DIGITS_OR_MORE, DIGITS_TO, NO,
    NOT_RECORDED, OR_MORE, TO, TO_UNDER, UNDER, VALUE_ZERO, YES,
};
use lead_scoring_core::{Message, Part, Phrase};

/// The label of a bin, or of a [`Contrast`](crate::Contrast), as a message whose English is the label; `None` where it has no words of
/// this program. Not for the label of a group, whose levels may read just like one.
#[must_use]
pub fn label_message(label: &str) -> Option<Message> {
    let plain = [NOT_RECORDED, YES, NO, ANY_VALUE, VALUE_ZERO, ANY_OTHER_COMBINATION];
    let fixed = plain.into_iter().find(|phrase| phrase.english() == label).map(Phrase::message);
    fixed.or_else(|| digits(label)).or_else(|| range(label))
}

fn digits(label: &str) -> Option<Message> {
    if let Some(from) = label.strip_suffix(" or more significant digits") {
        return Some(DIGITS_OR_MORE.with([("from", figure(from)?)]));
    }
    let counted =
        label.strip_suffix(" significant digits").or_else(|| label.strip_suffix(" significant digit"))?;
    if let Some((from, to)) = counted.split_once(" to ") {
        return Some(DIGITS_TO.with([("from", figure(from)?), ("to", figure(to)?)]));
    }
    let (phrase, digits) =
        counted.strip_prefix("at most ").map_or((DIGITS, counted), |most| (DIGITS_AT_MOST, most));
    let count = digits.parse::<u64>().ok()?;
    Some(phrase.with([("digits", figure(digits)?), ("few", count.into())]))
}

fn range(label: &str) -> Option<Message> {
    if let Some(to) = label.strip_prefix("under ") {
        return Some(UNDER.with([("to", figure(to)?)]));
    }
    if let Some(from) = label.strip_prefix("at least ") {
        return Some(AT_LEAST.with([("from", figure(from)?)]));
    }
    if let Some(from) = label.strip_suffix(" or more") {
        return Some(OR_MORE.with([("from", figure(from)?)]));
    }
    let (from, to) = label.split_once(" to ")?;
    let (phrase, to) = to.strip_prefix("under ").map_or((TO, to), |to| (TO_UNDER, to));
    Some(phrase.with([("from", figure(from)?), ("to", figure(to)?)]))
}

/// A number as labels write it.
fn figure(text: &str) -> Option<Part> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | ',');
    (text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(is_part)).then(|| text.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::labels;
    use lead_scoring_core::{Binning, NumberStyle};

    #[test]
    fn every_label_with_words_is_read_back() {
        let ranges = Binning::Range { edges: vec![-1.5, 2.0, 3.0, 12_345_678.0] };
        let whole = Binning::Range { edges: vec![1.0, 2.0, 5.0] };
        let digits = Binning::Digits { edges: vec![2, 3, 5] };
        let from_one = Binning::Digits { edges: vec![1, 2] };
        let none = Binning::Range { edges: Vec::new() };
        let all =
            [(&ranges, None), (&whole, Some(-3.0)), (&digits, None), (&from_one, None), (&none, Some(0.0))];
        let made = all.into_iter().flat_map(|(binning, least)| labels(binning, least, NumberStyle::Grouped));
        let fixed = labels(&Binning::Flag, None, NumberStyle::Grouped);
        let others = ["not recorded", "any other combination", "at least 120.5"].map(str::to_owned);
        let labels: Vec<String> = made.chain(fixed).chain(others).collect();
        assert_eq!(labels.len(), 4 + 1 + 4 + 4 + 3 + 1 + 2 + 3);
        for label in labels {
            match label_message(&label) {
                Some(message) => assert_eq!(message.to_string(), label),
                None => assert_eq!(label, "1", "a number alone needs no words"),
            }
        }
    }

    #[test]
    fn what_only_begins_like_a_label_is_none() {
        for level in ["under way", "Ask or more", "Monday to Friday", "significant digits", "at least"] {
            assert_eq!(label_message(level), None, "{level}");
        }
    }
}
