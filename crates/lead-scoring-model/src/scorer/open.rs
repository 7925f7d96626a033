//! What may still come of a signal that is unknown for a lead.

use super::MOST_FIELDS;
use crate::Signal;
use lead_scoring_core::Column;

/// What may still come of a signal that is unknown for a lead.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Open {
    /// The most the score may fall once the signal is known, at most 0.
    pub(super) fall: i32,
    /// The most it may rise, at least 0.
    pub(super) rise: i32,
    /// Its part of the model's point range in which the lead's points are not known; 0 where points were measured for the lack.
    pub(super) dark: i32,
    /// The fields to fill in, a bit for each position among the model's fields.
    pub(super) fields: u64,
}

impl Open {
    /// A signal with an input that has no column: it gives no points now, and may give any.
    pub(super) fn unmapped(signal: &Signal, columns: &[Option<&Column>], fields: &[String]) -> Self {
        let (fall, rise) = signal.range_if_known(0);
        let unmapped = signal.inputs.iter().zip(columns).filter(|(_, column)| column.is_none());
        let unmapped = unmapped.map(|(input, _)| input.field.as_str());
        Self { fall, rise, dark: signal.highest() - signal.lowest(), fields: bits(fields, unmapped) }
    }

    /// A signal with these codes of its inputs, of which some are missing.
    ///
    /// That a value is missing is itself evidence where points were measured for it. Of a combination with one known value only what
    /// that value leaves open counts.
    pub(super) fn missing(signal: &Signal, codes: &[usize], fields: &[String]) -> Self {
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
