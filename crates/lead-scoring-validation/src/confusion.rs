//! Calls against outcomes, for the tiers and for every threshold.

use lead_scoring_metrics::{Confusion, ScoreCounts};
use serde::Serialize;

/// Calls against outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ConfusionMatrix {
    /// Called a win, was won.
    pub true_positive: u64,
    /// Called a win, was lost.
    pub false_positive: u64,
    /// Called a loss, was won.
    pub false_negative: u64,
    /// Called a loss, was lost.
    pub true_negative: u64,
}

impl From<Confusion> for ConfusionMatrix {
    fn from(confusion: Confusion) -> Self {
        Self {
            true_positive: confusion.true_positive,
            false_positive: confusion.false_positive,
            false_negative: confusion.false_negative,
            true_negative: confusion.true_negative,
        }
    }
}

/// What follows from calling every deal a win that scores at least so much.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ThresholdRow {
    /// The lowest score that is called a win.
    pub score: i32,
    /// Calls against outcomes.
    #[serde(flatten)]
    pub confusion: ConfusionMatrix,
    /// Share of deals called right, 0 to 1.
    pub accuracy: Option<f64>,
    /// Won share of the called wins, 0 to 1.
    pub precision: Option<f64>,
    /// Called share of the wins, 0 to 1.
    pub recall: Option<f64>,
    /// Harmonic mean of precision and recall, 0 to 1.
    pub f1: Option<f64>,
}

/// One row per distinct score, highest first.
pub(crate) fn threshold_rows(counts: &ScoreCounts) -> Vec<ThresholdRow> {
    let row = |row: &lead_scoring_metrics::ThresholdRow| ThresholdRow {
        score: row.threshold as i32,
        confusion: row.confusion.into(),
        accuracy: row.confusion.accuracy(),
        precision: row.confusion.precision(),
        recall: row.confusion.recall(),
        f1: row.confusion.f1(),
    };
    counts.threshold_table().iter().map(row).collect()
}
