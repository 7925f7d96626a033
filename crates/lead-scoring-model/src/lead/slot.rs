//! The shortest way from a value to what it adds to the score.
//!
//! Most fields are read by one signal alone and by no rule, so that a value decides right away what the lead gets for it: its code is never
//! kept. The others go by their codes, which are looked at once all values are there.

use super::ValueKind;
use super::gain::{Gain, Known};
use super::numbers::{MOST_EDGES, Numbers};
use super::quick::Quick;
use super::texts::Texts;
use crate::compiled::{Coder, Field, Inputs, Judge, Table};
use lead_scoring_core::{Binning, Kind};

/// Where the values of a field of the model go.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub(crate) how: How,
    /// The place of a number among those that are coded together; beyond all of them where it is not.
    pub(crate) beside: usize,
    /// What short texts add that the model knows.
    pub(crate) texts: Texts<Known>,
    /// The form of the values that are taken; `None` where any will do.
    pub(crate) form: Option<ValueKind>,
    /// What each code adds; none where values go by their codes.
    pub(crate) gains: Box<[Gain]>,
    /// What a missing value adds.
    pub(crate) blank: Gain,
}

/// How a value is coded.
#[derive(Clone, Copy, Debug)]
pub(crate) enum How {
    /// Not at all: no model field.
    Unread,
    /// For later, as the model's field at this position.
    ByCode(usize),
    /// As a number beside others.
    Beside,
    /// By the coder at this position.
    Coder(usize),
}

/// The slots of all fields, and the signals that they do not settle.
#[derive(Debug)]
pub(crate) struct Slots {
    /// One for each field of the model.
    pub(crate) fields: Vec<Slot>,
    /// The positions of the signals that are added up by codes.
    pub(crate) by_code: Vec<usize>,
    /// Numbers that are coded together.
    pub(crate) numbers: Numbers,
    /// What it takes where nothing goes by codes and no rule is applied; `None` where something does.
    pub(crate) quick: Option<Quick>,
}

impl Slots {
    /// Every field by its codes, so that they are there to be explained.
    pub(crate) fn by_code(fields: &[Field], tables: &[Table], judges: &[Judge]) -> Self {
        let slot = |(at, field): (usize, &Field)| Slot {
            how: How::ByCode(at),
            form: form(field, judges),
            ..Slot::unread()
        };
        Self {
            fields: fields.iter().enumerate().map(slot).collect(),
            by_code: (0..tables.len()).collect(),
            numbers: Numbers::new(),
            quick: None,
        }
    }

    /// Every field the shortest way.
    pub(crate) fn shortest(fields: &[Field], coders: &[Coder], tables: &[Table], judges: &[Judge]) -> Self {
        let mut slots = Self::by_code(fields, tables, judges);
        for (slot, field) in slots.fields.iter_mut().zip(fields) {
            let ([coder], []) = (field.coders.as_slice(), field.judges.as_slice()) else { continue };
            let reads = |at: &&usize| tables[**at].inputs.reads(*coder);
            let mut readers = slots.by_code.iter().filter(reads);
            if let (Some(&at), None) = (readers.next(), readers.next())
                && matches!(tables[at].inputs, Inputs::One(_))
                && field.kind != Kind::Set
            {
                let reader = ((at, &tables[at]), (*coder, &coders[*coder]));
                *slot = Slot { form: slot.form, ..Slot::of(reader.0, reader.1, &mut slots.numbers) };
                slots.by_code.retain(|other| *other != at);
            }
        }
        slots
    }

    /// With what it takes where they settle every signal, and no rule is applied.
    pub(crate) fn with_quick(self, quick: impl FnOnce() -> Quick, judges: &[Judge]) -> Self {
        let settled = self.by_code.is_empty() && !self.fields.is_empty() && judges.is_empty();
        Self { quick: settled.then(quick), ..self }
    }

    /// Whether a field takes values of a form.
    #[inline]
    pub(crate) fn takes(&self, at: usize, form: ValueKind) -> bool {
        self.fields.get(at).is_some_and(|slot| slot.takes(form))
    }
}

impl Slot {
    /// Whether it takes values of a form.
    #[inline]
    pub(crate) fn takes(&self, form: ValueKind) -> bool {
        self.form.is_none_or(|own| own == form)
    }

    /// A slot for values that no model reads.
    pub(crate) fn unread() -> Self {
        let texts = Texts::default();
        Self {
            how: How::Unread,
            beside: usize::MAX,
            texts,
            form: None,
            gains: Box::default(),
            blank: Gain::default(),
        }
    }

    /// The slot of a field that only this signal reads, by this coder alone; both with their positions.
    fn of((at, table): (usize, &Table), (place, coder): (usize, &Coder), numbers: &mut Numbers) -> Self {
        let codes = u16::try_from(coder.codes()).unwrap_or(u16::MAX);
        let gains: Box<[Gain]> = (0..codes).map(|code| Gain::of(at, table, code)).collect();
        let blank = gains.get(usize::from(coder.missing())).copied().unwrap_or_default();
        if let Binning::Range { edges } = coder.binning()
            && edges.len() <= MOST_EDGES
        {
            let known = gains.get(..=usize::from(coder.missing())).unwrap_or_default();
            return Self { how: How::Beside, beside: numbers.push(edges, known), ..Self::unread() };
        }
        let known = |(text, code): (_, u16)| Some((text, gains.get(usize::from(code))?.known()?));
        let texts = Texts::new(coder.levels().filter_map(known)).unwrap_or_default();
        Self { how: How::Coder(place), texts, gains, blank, ..Self::unread() }
    }
}

/// The form that a field's values have. Where a rule alone reads it and compares no numbers, any text will do, and so will what can be written
/// as one.
fn form(field: &Field, judges: &[Judge]) -> Option<ValueKind> {
    let compares = field.judges.iter().any(|&at| judges[at].compares());
    (compares || !field.coders.is_empty()).then(|| ValueKind::of(field.kind))
}
