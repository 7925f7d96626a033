//! The ROC curve as data.

use crate::Result;
use lead_scoring_metrics::ScoreCounts;
use serde::Serialize;

/// One point of the ROC curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RocPoint {
    /// The lowest score that is called a win; `None` where none is.
    pub score: Option<i32>,
    /// Share of lost deals called wins, 0 to 1.
    pub false_positive_rate: f64,
    /// Share of won deals called wins, 0 to 1.
    pub true_positive_rate: f64,
}

/// The curve from (0, 0) to (1, 1).
pub(crate) fn roc_points(counts: &ScoreCounts) -> Result<Vec<RocPoint>> {
    let point = |point: &lead_scoring_metrics::RocPoint| RocPoint {
        score: point.threshold.map(|score| score as i32),
        false_positive_rate: point.false_positive_rate,
        true_positive_rate: point.true_positive_rate,
    };
    Ok(counts.roc_curve()?.iter().map(point).collect())
}
