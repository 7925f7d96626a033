//! What has been found of one lead: what its values add to the score, the codes of those that are looked at later, and what rules did.

use super::ValueKind;
use super::bits::Bits;
use super::gain::Gain;
use super::slot::{How, Slot, Slots};
use crate::MAX_SIGNALS;
use crate::compiled::{Compiled, Field, MOST_FIELDS, Ruling};
use crate::kernel::LANES;
use crate::scored::Outcome;

/// Room for as many numbers as all signals can need.
const ROOM: usize = MAX_SIGNALS.next_multiple_of(LANES);

/// What has been found of one lead.
pub(crate) struct Found<'a> {
    pub(crate) compiled: &'a Compiled,
    /// What the values add that settle their signal by themselves.
    gain: Gain,
    /// The numbers that are coded together once all are there; NaN until one is given.
    numbers: [f64; ROOM],
    slots: &'a Slots,
    /// By coder the code; missing until a value is given, and where the value needs none.
    pub(crate) codes: [u16; MOST_FIELDS],
    ruling: Ruling,
    /// The rules that hold, where they are wanted.
    pub(crate) rules: Option<Vec<usize>>,
}

impl<'a> Found<'a> {
    /// Nothing yet; values will be given to these slots.
    #[inline]
    pub(crate) fn new(compiled: &'a Compiled, slots: &'a Slots) -> Self {
        Self {
            compiled,
            gain: Gain::default(),
            numbers: [f64::NAN; ROOM],
            slots,
            codes: compiled.single.blank,
            ruling: Ruling::default(),
            rules: None,
        }
    }

    /// Lists the rules that hold.
    pub(crate) fn with_rules(self) -> Self {
        Self { rules: Some(Vec::new()), ..self }
    }

    /// Gives a slot a number.
    #[inline(always)]
    pub(crate) fn number(&mut self, slot: &Slot, number: f64) {
        if let How::Beside(at) = slot.how {
            self.numbers[at % ROOM] = number;
        } else {
            self.number_otherwise(slot, number);
        }
    }

    #[inline(never)]
    fn number_otherwise(&mut self, slot: &Slot, number: f64) {
        match slot.how {
            _ if !slot.takes(ValueKind::Number) => self.missing(slot),
            How::Coder(at) | How::Texts(_, at) => self.add(slot, self.compiled.coders[at].number(number)),
            How::ByCode(at) => self.number_by_code(at, number),
            How::Beside(_) | How::Unread => {}
        }
    }

    /// Gives a slot a text.
    #[inline(always)]
    pub(crate) fn text(&mut self, slot: &Slot, text: &str) {
        if let How::Texts(texts, _) = &slot.how
            && let Some(gain) = texts.get(text)
        {
            return self.gain.add(gain);
        }
        self.text_otherwise(slot, text);
    }

    #[inline(never)]
    fn text_otherwise(&mut self, slot: &Slot, text: &str) {
        match slot.how {
            _ if !slot.takes(ValueKind::Text) => self.missing(slot),
            How::Coder(at) | How::Texts(_, at) => self.add(slot, self.compiled.coders[at].text(text)),
            How::ByCode(at) => self.text_by_code(at, text),
            How::Beside(_) | How::Unread => {}
        }
    }

    /// Gives a slot yes or no.
    #[inline]
    pub(crate) fn flag(&mut self, slot: &Slot, flag: bool) {
        match slot.how {
            _ if !slot.takes(ValueKind::Flag) => self.missing(slot),
            How::Coder(at) | How::Texts(_, at) => self.add(slot, self.compiled.coders[at].flag(flag)),
            How::ByCode(at) => self.flag_by_code(at, flag),
            How::Beside(_) | How::Unread => {}
        }
    }

    /// Gives a slot a set, whose items are still to come. Sets go by their codes.
    pub(crate) fn set(&mut self, slot: &Slot) -> Items<'_, 'a> {
        let field = match slot.how {
            How::ByCode(at) if slot.takes(ValueKind::Items) => self.compiled.fields.get(at),
            _ => {
                self.missing(slot);
                None
            }
        };
        for &at in field.into_iter().flat_map(|field| &field.coders) {
            self.codes[at] = self.compiled.coders[at].items(std::iter::empty());
        }
        Items { found: self, field, judged: Bits::default() }
    }

    /// Leaves a slot without a value.
    #[inline]
    pub(crate) fn missing(&mut self, slot: &Slot) {
        self.gain.add(&slot.blank);
    }

    fn add(&mut self, slot: &Slot, code: u16) {
        if let Some(gain) = slot.gains.get(usize::from(code)) {
            self.gain.add(gain);
        }
    }

    fn number_by_code(&mut self, at: usize, number: f64) {
        let compiled = self.compiled;
        let field = &compiled.fields[at];
        field.coders.iter().for_each(|&at| self.codes[at] = compiled.coders[at].number(number));
        field.judges.iter().for_each(|&at| self.judge(at, compiled.judges[at].number(number)));
    }

    fn text_by_code(&mut self, at: usize, text: &str) {
        let compiled = self.compiled;
        let field = &compiled.fields[at];
        field.coders.iter().for_each(|&at| self.codes[at] = compiled.coders[at].text(text));
        field.judges.iter().for_each(|&at| self.judge(at, compiled.judges[at].text(text)));
    }

    fn flag_by_code(&mut self, at: usize, flag: bool) {
        let compiled = self.compiled;
        let field = &compiled.fields[at];
        field.coders.iter().for_each(|&at| self.codes[at] = compiled.coders[at].flag(flag));
        field.judges.iter().for_each(|&at| self.judge(at, compiled.judges[at].flag(flag)));
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
        // A signal that was settled without codes is unknown where the value is missing, which is the code that stands there.
        let code = |at: usize| self.compiled.tables[at].inputs.code(&self.codes);
        let by_code = &self.slots.by_code;
        let mut gain = self.gain;
        self.slots.numbers.add(self.numbers.as_chunks().0, &mut gain);
        let mut sums = gain.sums(self.compiled.tables.len() - by_code.len());
        for &at in by_code {
            sums.add(at, &self.compiled.tables[at], code(at));
        }
        let unknowns = self.compiled.unknowns(sums.unknown, code);
        self.compiled.outcome(&sums, &unknowns, &self.ruling)
    }
}

/// The items of a set, one after the other.
pub(crate) struct Items<'f, 'a> {
    found: &'f mut Found<'a>,
    /// The field that is told of them.
    field: Option<&'a Field>,
    /// The field's rules that hold already: one item is enough.
    judged: Bits,
}

impl Items<'_, '_> {
    /// Adds an item.
    pub(crate) fn add(&mut self, item: &str) {
        let (compiled, Some(field)) = (self.found.compiled, self.field) else { return };
        for &at in &field.coders {
            let code = compiled.coders[at].items(std::iter::once(item));
            self.found.codes[at] = self.found.codes[at].max(code);
        }
        for (place, &at) in field.judges.iter().enumerate() {
            if compiled.judges[at].text(item) && self.judged.add(place) {
                self.found.judge(at, true);
            }
        }
    }
}
