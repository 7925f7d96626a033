//! How stable the points of a small history are: their range over resampled deals, the least certain first.

use super::labels;
use crate::ReportInput;
use lead_scoring_fit::{BinStability, SignalStability};
use lead_scoring_model::Signal;
use serde::Serialize;

/// Share of resamples in which the sign of a certain row holds.
pub(super) const CERTAIN: f64 = 0.9;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Stability {
    pub(crate) resamples: u64,
    /// Rows whose sign held in at least the share `certain` of the resamples.
    pub(crate) held: u64,
    pub(crate) certain: f64,
    pub(crate) rows: Vec<StableRow>,
}

/// A row with points.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct StableRow {
    pub(crate) what: String,
    pub(crate) points: i32,
    /// 5 % and 95 % point over the resamples.
    pub(crate) low: i32,
    pub(crate) high: i32,
    /// Share of resamples in which the row had the sign of its points.
    pub(crate) sign_held: f64,
}

impl Stability {
    /// `None` where nothing was resampled.
    pub(crate) fn of(input: &ReportInput<'_>) -> Option<Self> {
        let resampled = input.resampled.filter(|resampled| !resampled.signals.is_empty())?;
        let signals = input.model.card.signals.iter().zip(resampled.signals);
        let mut rows: Vec<StableRow> =
            signals.flat_map(|(signal, stability)| rows(signal, stability)).collect();
        rows.sort_by(|a, b| a.sign_held.total_cmp(&b.sign_held));
        Some(Self {
            resamples: resampled.resamples as u64,
            held: rows.iter().filter(|row| row.sign_held >= CERTAIN).count() as u64,
            certain: CERTAIN,
            rows,
        })
    }
}

fn rows<'a>(signal: &'a Signal, stability: &'a SignalStability) -> impl Iterator<Item = StableRow> + 'a {
    let row = |(at, bin): (usize, &BinStability)| {
        Some(StableRow {
            what: labels::full(signal, at),
            points: signal.bins.get(at)?.points,
            low: bin.low,
            high: bin.high,
            sign_held: bin.sign_held?,
        })
    };
    stability.bins.iter().enumerate().filter_map(row)
}
