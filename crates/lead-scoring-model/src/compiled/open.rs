//! What may still come of a signal that is unknown for a lead.

use super::MOST_FIELDS;
use crate::Signal;

/// What may still come of a signal that is unknown for a lead; nothing for a signal that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Open {
    /// The most the score may fall once the signal is known, at most 0.
    pub(crate) fall: i32,
    /// The most it may rise, at least 0.
    pub(crate) rise: i32,
    /// Its part of the model's point range in which the lead's points are not known; 0 where points were measured for the lack.
    pub(crate) dark: i32,
    /// The fields to fill in, a bit for each position among the model's fields.
    pub(crate) fields: u64,
}

impl Open {
    /// A signal with these codes of its inputs, `None` standing for an absent field; `fields` are those that signals read.
    pub(super) fn new(signal: &Signal, codes: &[Option<usize>], fields: &[String]) -> Self {
        match codes.iter().copied().collect::<Option<Vec<usize>>>() {
            None => Self::absent(signal, codes, fields),
            Some(codes) if signal.is_open(&codes) => Self::missing(signal, &codes, fields),
            Some(_) => Self::default(),
        }
    }

    /// A signal with an input whose field is absent: it gives no points now, and may give any.
    fn absent(signal: &Signal, codes: &[Option<usize>], fields: &[String]) -> Self {
        let (fall, rise) = signal.range_if_known(0);
        let absent = signal.inputs.iter().zip(codes).filter(|(_, code)| code.is_none());
        let absent = absent.map(|(input, _)| input.field.as_str());
        Self { fall, rise, dark: signal.highest() - signal.lowest(), fields: bits(fields, absent) }
    }

    /// A signal of whose inputs some are missing.
    ///
    /// That a value is missing is itself evidence where points were measured for it. Of a combination with one known value only what
    /// that value leaves open counts.
    fn missing(signal: &Signal, codes: &[usize], fields: &[String]) -> Self {
        let now = signal.points_at(codes);
        let (low, high) = signal.range_at(codes);
        let blank = signal.blanks(codes).map(|input| input.field.as_str());
        let dark = if now == 0 { high - low } else { 0 };
        Self { fall: low - now, rise: high - now, dark, fields: bits(fields, blank) }
    }
}

fn bits<'a>(fields: &[String], wanted: impl Iterator<Item = &'a str>) -> u64 {
    let positions = wanted.filter_map(|name| fields.iter().position(|field| field == name));
    positions.fold(0, |bits, at| bits | 1 << (at % MOST_FIELDS))
}
