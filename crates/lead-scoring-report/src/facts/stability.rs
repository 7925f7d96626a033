//! How stable the points of a small history are: their range over resampled deals, the least certain first.

use super::labels;
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_fit::{BinStability, SignalStability};
use lead_scoring_lift::{BinPattern, Counts, Pattern};
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
    /// Of these, the rows that the other folds of the deals do not fail to find again.
    pub(crate) stable: u64,
    pub(crate) rows: Vec<StableRow>,
}

/// A row with points.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct StableRow {
    pub(crate) what: Text,
    pub(crate) points: i32,
    /// 5 % and 95 % point over the resamples.
    pub(crate) low: i32,
    pub(crate) high: i32,
    /// Share of resamples in which the row had the sign of its points.
    pub(crate) sign_held: f64,
    /// Whether the other folds of the deals choose the row, too; `None` for a combination.
    pub(crate) found_again: Option<bool>,
    /// Whether its sign held in at least the share that counts as certain and it was not lost by the other folds.
    pub(crate) stable: bool,
}

impl Stability {
    /// `None` where nothing was resampled.
    pub(crate) fn of(input: &ReportInput<'_>) -> Option<Self> {
        let resampled = input.resampled.filter(|resampled| !resampled.signals.is_empty())?;
        let signals = input.model.card.signals.iter().zip(resampled.signals);
        let mut rows: Vec<StableRow> = signals
            .flat_map(|(signal, stability)| rows(signal, stability, &input.analysis.patterns))
            .collect();
        let doubt = |row: &StableRow| row.found_again != Some(false);
        rows.sort_by(|a, b| doubt(a).cmp(&doubt(b)).then_with(|| a.sign_held.total_cmp(&b.sign_held)));
        Some(Self {
            resamples: resampled.resamples as u64,
            held: rows.iter().filter(|row| row.sign_held >= CERTAIN).count() as u64,
            certain: CERTAIN,
            stable: rows.iter().filter(|row| row.stable).count() as u64,
            rows,
        })
    }
}

fn rows<'a>(
    signal: &'a Signal,
    stability: &'a SignalStability,
    patterns: &'a [Pattern],
) -> impl Iterator<Item = StableRow> + 'a {
    let row = |(at, bin): (usize, &BinStability)| {
        let (sign_held, found_again) = (bin.sign_held?, found_again(signal, at, patterns));
        Some(StableRow {
            what: labels::full(signal, at).into(),
            points: signal.bins.get(at)?.points,
            low: bin.low,
            high: bin.high,
            sign_held,
            found_again,
            stable: sign_held >= CERTAIN && found_again != Some(false),
        })
    };
    stability.bins.iter().enumerate().filter_map(row)
}

/// Whether nothing speaks against a row: its sign held over the resamples, where there are any, and the other folds did not lose it. `of` is
/// the signal's place in the model.
pub(super) fn is_sound(input: &ReportInput<'_>, of: usize, signal: &Signal, at: usize) -> bool {
    let resampled = input.resampled.and_then(|resampled| resampled.signals.get(of)?.bins.get(at));
    let held = resampled.and_then(|bin| bin.sign_held).is_none_or(|held| held >= CERTAIN);
    held && found_again(signal, at, &input.analysis.patterns) != Some(false)
}

/// Whether a bin of a signal was found again by the other folds' borders; `None` for a combination.
pub(crate) fn found_again(signal: &Signal, at: usize, patterns: &[Pattern]) -> Option<bool> {
    pattern_bin(signal, at, patterns).map(|bin| bin.honest_lift.is_some())
}

/// The deals of a bin that had no part in its borders; `None` for a combination, and where the other folds did not find the bin again.
pub(super) fn honest_counts(signal: &Signal, at: usize, patterns: &[Pattern]) -> Option<Counts> {
    pattern_bin(signal, at, patterns).map(|bin| bin.honest).filter(|counts| counts.deals() > 0)
}

fn pattern_bin<'a>(signal: &Signal, at: usize, patterns: &'a [Pattern]) -> Option<&'a BinPattern> {
    patterns.iter().find(|pattern| !signal.is_pair() && labels::reads(signal, pattern))?.bins.get(at)
}
