//! Where a lead puts its values.

use super::found::Found;
use super::gain::KnownSum;
use super::slot::Slot;

/// Takes the values of a lead, one a field, in the order of [`super::Lead::fields`].
///
/// A value of another form than its field was declared with counts as missing, values beyond the last field are left out, and fields without a
/// value are missing. Only an implementation by hand can come to that.
pub struct Values<'a> {
    found: &'a mut Found<'a>,
    /// What known texts add; here, where it can stay in registers.
    known: KnownSum,
    /// Those of all fields,
    slots: &'a [Slot],
    /// and the next one's position, which is known when the code is compiled wherever a lead's fields stand in one function.
    next: usize,
}

impl<'a> Values<'a> {
    #[inline]
    pub(super) fn new(found: &'a mut Found<'a>, slots: &'a [Slot]) -> Self {
        Self { found, known: KnownSum::default(), slots, next: 0 }
    }

    /// What was found once all values have been given, and what known texts add.
    #[inline(always)]
    pub(super) fn found(&mut self) -> (&Found<'a>, KnownSum) {
        while let Some(slot) = self.next() {
            self.found.missing(slot);
        }
        (self.found, self.known)
    }

    /// Gives the next field a number. One that is not finite is missing.
    #[inline(always)]
    pub fn number(&mut self, number: f64) {
        self.number_bits(number.to_bits());
    }

    /// The same by its bits: as a whole number it is chosen without a branch.
    #[inline(always)]
    pub(super) fn number_bits(&mut self, bits: u64) {
        if let Some(slot) = self.next() {
            self.found.number(slot, bits);
        }
    }

    /// Gives the next field yes or no.
    #[inline]
    pub fn flag(&mut self, flag: bool) {
        if let Some(slot) = self.next() {
            self.found.flag(slot, flag);
        }
    }

    /// Gives the next field a text.
    #[inline(always)]
    pub fn text(&mut self, text: &str) {
        if let Some(slot) = self.next() {
            self.found.text(slot, text, &mut self.known);
        }
    }

    /// Gives the next field the items of a set, in any order.
    #[inline]
    pub fn items<'i>(&mut self, items: impl IntoIterator<Item = &'i str>) {
        if let Some(slot) = self.next() {
            let mut set = self.found.set(slot);
            items.into_iter().for_each(|item| set.add(item));
        }
    }

    /// Leaves the next field without a value.
    #[inline]
    pub fn missing(&mut self) {
        if let Some(slot) = self.next() {
            self.found.missing(slot);
        }
    }

    #[inline(always)]
    fn next(&mut self) -> Option<&'a Slot> {
        let slot = self.slots.get(self.next)?;
        self.next += 1;
        Some(slot)
    }
}

impl std::fmt::Debug for Values<'_> {
    /// Says how many values are still to come, nothing of the lead.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Values").field("to_come", &(self.slots.len() - self.next)).finish_non_exhaustive()
    }
}
