//! What has been found of one lead: the codes of its values and what the rules did.

use super::ValueKind;
use super::bits::Bits;
use crate::compiled::{Compiled, Field, MOST_FIELDS, Ruling, Sums};
use crate::scored::Outcome;

/// What has been found of one lead.
pub(crate) struct Found<'a> {
    pub(crate) compiled: &'a Compiled,
    /// By coder the code; missing until a value is given.
    pub(crate) codes: [u16; MOST_FIELDS],
    ruling: Ruling,
    /// The rules that hold, where they are wanted.
    pub(crate) rules: Option<Vec<usize>>,
}

impl<'a> Found<'a> {
    /// Nothing yet.
    #[inline]
    pub(crate) fn new(compiled: &'a Compiled) -> Self {
        Self { compiled, codes: compiled.single.blank, ruling: Ruling::default(), rules: None }
    }

    /// Nothing yet; the rules that hold will be listed.
    pub(crate) fn with_rules(compiled: &'a Compiled) -> Self {
        Self { rules: Some(Vec::new()), ..Self::new(compiled) }
    }

    /// Gives a field a number.
    #[inline]
    pub(crate) fn number(&mut self, field: &Field, number: f64) {
        for &at in &field.coders {
            self.codes[at] = self.compiled.coders[at].number(number);
        }
        for &at in &field.judges {
            self.judge(at, self.compiled.judges[at].number(number));
        }
    }

    /// Gives a field a text.
    #[inline]
    pub(crate) fn text(&mut self, field: &Field, text: &str) {
        for &at in &field.coders {
            self.codes[at] = self.compiled.coders[at].text(text);
        }
        for &at in &field.judges {
            self.judge(at, self.compiled.judges[at].text(text));
        }
    }

    /// Gives a field yes or no.
    #[inline]
    pub(crate) fn flag(&mut self, field: &Field, flag: bool) {
        for &at in &field.coders {
            self.codes[at] = self.compiled.coders[at].flag(flag);
        }
        for &at in &field.judges {
            self.judge(at, self.compiled.judges[at].flag(flag));
        }
    }

    /// Gives a field a set, and tells who else is to be told of its items.
    pub(crate) fn set(&mut self, field: &'a Field) -> Items<'_, 'a> {
        for &at in &field.coders {
            self.codes[at] = self.compiled.coders[at].items(std::iter::empty());
        }
        Items { found: self, field, judged: Bits::default() }
    }

    fn judge(&mut self, at: usize, holds: bool) {
        if holds {
            self.compiled.judges[at].act(at, &mut self.ruling);
            if let Some(rules) = &mut self.rules {
                rules.push(at);
            }
        }
    }

    /// What is said of the lead.
    #[inline]
    pub(crate) fn outcome(&self) -> Outcome {
        let code = |at: usize| self.compiled.tables[at].inputs.code(&self.codes);
        let mut sums = Sums::default();
        for (at, table) in self.compiled.tables.iter().enumerate() {
            sums.add(at, table, code(at));
        }
        let unknowns = self.compiled.unknowns(sums.unknown, code);
        self.compiled.outcome(&sums, &unknowns, &self.ruling)
    }
}

/// The items of a set, one after the other.
pub(crate) struct Items<'f, 'a> {
    found: &'f mut Found<'a>,
    field: &'a Field,
    /// The field's rules that hold already: one item is enough.
    judged: Bits,
}

impl Items<'_, '_> {
    /// Adds an item.
    pub(crate) fn add(&mut self, item: &str) {
        for &at in &self.field.coders {
            let code = self.found.compiled.coders[at].items(std::iter::once(item));
            self.found.codes[at] = self.found.codes[at].max(code);
        }
        for (place, &at) in self.field.judges.iter().enumerate() {
            if self.found.compiled.judges[at].text(item) && self.judged.add(place) {
                self.found.judge(at, true);
            }
        }
    }
}

/// Whether a field takes values of a form. Where a rule alone reads it and compares no numbers, any text will do, and so will what can be
/// written as one.
pub(crate) fn takes(compiled: &Compiled, field: &Field, kind: ValueKind) -> bool {
    let compares = || field.judges.iter().any(|&at| compiled.judges[at].compares());
    ValueKind::of(field.kind) == kind || field.coders.is_empty() && !compares()
}
