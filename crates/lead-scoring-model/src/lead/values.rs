//! Where a lead puts its values.

use super::found::Found;
use crate::compiled::Field;

/// Takes the values of a lead, one a field, in the order of [`super::Lead::fields`].
///
/// A value of another form than its field was declared with counts as one never seen while learning; values beyond the last field are left
/// out, and fields without a value are missing. Only an implementation by hand can come to that.
pub struct Values<'a> {
    found: Found<'a>,
    /// For each field of the lead the model's field that it is.
    fields: &'a [Option<usize>],
}

impl<'a> Values<'a> {
    pub(super) fn new(found: Found<'a>, fields: &'a [Option<usize>]) -> Self {
        Self { found, fields }
    }

    /// What was found once all values have been given.
    pub(super) fn into_found(self) -> Found<'a> {
        self.found
    }

    /// Gives the next field a number. One that is not finite is missing.
    #[inline]
    pub fn number(&mut self, number: f64) {
        if let Some(field) = self.next() {
            self.found.number(field, number);
        }
    }

    /// Gives the next field yes or no.
    #[inline]
    pub fn flag(&mut self, flag: bool) {
        if let Some(field) = self.next() {
            self.found.flag(field, flag);
        }
    }

    /// Gives the next field a text.
    #[inline]
    pub fn text(&mut self, text: &str) {
        if let Some(field) = self.next() {
            self.found.text(field, text);
        }
    }

    /// Gives the next field the items of a set, in any order.
    #[inline]
    pub fn items<'i>(&mut self, items: impl IntoIterator<Item = &'i str>) {
        if let Some(field) = self.next() {
            let mut set = self.found.set(field);
            items.into_iter().for_each(|item| set.add(item));
        }
    }

    /// Leaves the next field without a value.
    #[inline]
    pub fn missing(&mut self) {
        self.next();
    }

    /// The model's field that the next value is for.
    #[inline]
    fn next(&mut self) -> Option<&'a Field> {
        let (first, rest) = self.fields.split_first()?;
        self.fields = rest;
        self.found.compiled.fields.get((*first)?)
    }
}

impl std::fmt::Debug for Values<'_> {
    /// Says how many values are still to come, nothing of the lead.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Values").field("to_come", &self.fields.len()).finish_non_exhaustive()
    }
}
