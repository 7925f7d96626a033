//! What has been found of one lead: what its values add to the score, the codes of those that are looked at later, and what rules did.

use super::bits::Bits;
use super::gain::{Gain, KnownSum};
use super::slot::{How, Slot, Slots};
use super::{LeadScore, ValueKind};
use crate::compiled::{Coder, Compiled, Field, Judge, MOST_FIELDS, Ruling};
use crate::kernel::LANES;
use crate::scored::Outcome;
use crate::{MAX_SIGNALS, Scorer};

/// Room for as many numbers as all signals can need.
const ROOM: usize = MAX_SIGNALS.next_multiple_of(LANES);

/// What has been found of one lead, beside known texts.
pub(crate) struct Found<'a> {
    pub(crate) compiled: &'a Compiled,
    /// What the values add that settle their signal by themselves.
    gain: Gain,
    /// The bits of the numbers that are coded together once all are there; NaN until one is given.
    numbers: [u64; ROOM],
    slots: &'a Slots,
    /// By coder the code, missing until a value is given, and where the value needs none; `None` until one does.
    codes: Option<[u16; MOST_FIELDS]>,
    ruling: Ruling,
    /// The rules that hold, where they are wanted.
    pub(crate) rules: Option<Vec<usize>>,
}

impl<'a> Found<'a> {
    /// Nothing yet; values will be given to these slots.
    #[inline(always)]
    pub(crate) fn new(compiled: &'a Compiled, slots: &'a Slots) -> Self {
        let numbers = [f64::NAN.to_bits(); ROOM];
        Self {
            compiled,
            gain: Gain::default(),
            numbers,
            slots,
            codes: None,
            ruling: Ruling::default(),
            rules: None,
        }
    }

    /// Lists the rules that hold.
    pub(crate) fn with_rules(self) -> Self {
        Self { rules: Some(Vec::new()), ..self }
    }

    /// Gives a slot a number by its bits.
    #[inline(always)]
    pub(crate) fn number(&mut self, slot: &Slot, bits: u64) {
        match self.numbers.get_mut(slot.beside) {
            Some(number) => *number = bits,
            None => self.number_otherwise(slot, f64::from_bits(bits)),
        }
    }

    #[cold]
    fn number_otherwise(&mut self, slot: &Slot, number: f64) {
        match slot.how {
            _ if !slot.takes(ValueKind::Number) => self.missing(slot),
            How::Coder(at) => self.add(slot, self.compiled.coders[at].number(number)),
            How::ByCode(at) => self.by_code(at, |coder| coder.number(number), |judge| judge.number(number)),
            How::Beside | How::Unread => {}
        }
    }

    /// Gives a slot a text. What it adds goes to `known` where the model knows the text.
    #[inline(always)]
    pub(crate) fn text(&mut self, slot: &Slot, text: &str, known: &mut KnownSum) {
        match slot.texts.get(text) {
            Some(more) => known.add(more),
            None => self.text_otherwise(slot, text),
        }
    }

    #[cold]
    fn text_otherwise(&mut self, slot: &Slot, text: &str) {
        match slot.how {
            _ if !slot.takes(ValueKind::Text) => self.missing(slot),
            How::Coder(at) => self.add(slot, self.compiled.coders[at].text(text)),
            How::ByCode(at) => self.by_code(at, |coder| coder.text(text), |judge| judge.text(text)),
            How::Beside | How::Unread => {}
        }
    }

    /// Gives a slot yes or no.
    #[inline]
    pub(crate) fn flag(&mut self, slot: &Slot, flag: bool) {
        match slot.how {
            _ if !slot.takes(ValueKind::Flag) => self.missing(slot),
            How::Coder(at) => self.add(slot, self.compiled.coders[at].flag(flag)),
            How::ByCode(at) => self.by_code(at, |coder| coder.flag(flag), |judge| judge.flag(flag)),
            How::Beside | How::Unread => {}
        }
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
            self.codes_mut()[at] = self.compiled.coders[at].items(std::iter::empty());
        }
        Items { found: self, field, judged: Bits::default() }
    }

    /// By coder the code.
    pub(crate) fn codes(&self) -> &[u16; MOST_FIELDS] {
        self.codes.as_ref().unwrap_or(&self.compiled.single.blank)
    }

    fn codes_mut(&mut self) -> &mut [u16; MOST_FIELDS] {
        self.codes.get_or_insert(self.compiled.single.blank)
    }

    /// Keeps the codes of a value for the model's field at this position, and applies the field's rules.
    fn by_code(&mut self, at: usize, code: impl Fn(&Coder) -> u16, holds: impl Fn(&Judge) -> bool) {
        let compiled = self.compiled;
        let field = &compiled.fields[at];
        field.coders.iter().for_each(|&at| self.codes_mut()[at] = code(&compiled.coders[at]));
        field.judges.iter().for_each(|&at| self.judge(at, holds(&compiled.judges[at])));
    }

    fn judge(&mut self, at: usize, holds: bool) {
        if holds {
            self.compiled.judges[at].act(at, &mut self.ruling);
            if let Some(rules) = &mut self.rules {
                rules.push(at);
            }
        }
    }

    /// What is said of the lead, given what known texts add.
    #[inline(always)]
    pub(crate) fn score<'s>(&self, scorer: &'s Scorer, known: &KnownSum) -> LeadScore<'s> {
        let gain = self.all(known);
        let quick = self.slots.quick.as_ref().and_then(|quick| quick.score(scorer, &gain));
        quick.unwrap_or_else(|| LeadScore::new(scorer, &self.settle(&gain)))
    }

    /// The record of the lead, given what known texts add.
    pub(crate) fn outcome(&self, known: &KnownSum) -> Outcome {
        self.settle(&self.all(known))
    }

    #[inline(always)]
    fn all(&self, known: &KnownSum) -> Gain {
        let mut gain = self.gain;
        gain.add_known(known);
        self.slots.numbers.add(self.numbers.as_chunks().0, &mut gain);
        gain
    }

    /// The record of a lead by what all values add that settle their signal by themselves.
    #[inline(never)]
    fn settle(&self, gain: &Gain) -> Outcome {
        // A signal that was settled without codes is unknown where the value is missing, which is the code that stands there.
        let code = |at: usize| self.compiled.tables[at].inputs.code(self.codes());
        let by_code = &self.slots.by_code;
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
            let known = &mut self.found.codes_mut()[at];
            *known = code.max(*known);
        }
        for (place, &at) in field.judges.iter().enumerate() {
            if compiled.judges[at].text(item) && self.judged.add(place) {
                self.found.judge(at, true);
            }
        }
    }
}
