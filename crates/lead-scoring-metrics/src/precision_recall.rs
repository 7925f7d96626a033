//! The precision–recall curve and average precision.
//!
//! Formula: for each distinct score t, precision P(t) = won share of the leads with score ≥ t, recall
//! R(t) = their share of all wins. Average precision = Σ (Rᵢ − Rᵢ₋₁)·Pᵢ from the highest score down, the
//! step sum of scikit-learn's `average_precision_score`, without the optimistic straight lines of a
//! trapezoid (Davis & Goadrich 2006). A score that ranks nothing is expected at the base rate.
//!
//! | input | result |
//! |---|---|
//! | all scores equal | one point; average precision = base rate |
//! | every won lead above every lost lead | average precision 1 |
//! | one class | [`ErrorKind::OneClass`](crate::ErrorKind::OneClass) |

use serde::Serialize;

use crate::counts::ScoreCounts;
use crate::error::Result;

/// One point of a precision–recall curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PrecisionRecallPoint {
    /// Leads with at least this score count as predicted wins.
    pub threshold: f64,
    /// Won share of the leads at or above the threshold, 0 to 1.
    pub precision: f64,
    /// Share of all wins at or above the threshold, 0 to 1.
    pub recall: f64,
}

/// The precision–recall curve of `scores`, one point per distinct score, highest first.
///
/// # Errors
///
/// `OneClass` without both outcomes; `LengthMismatch`, `Empty` or `NotFinite` for bad slices.
pub fn precision_recall_curve(scores: &[f64], won: &[bool]) -> Result<Vec<PrecisionRecallPoint>> {
    ScoreCounts::from_scores(scores, won)?.precision_recall_curve()
}

/// The average precision of `scores`, 0 to 1.
///
/// # Errors
///
/// `OneClass` without both outcomes; `LengthMismatch`, `Empty` or `NotFinite` for bad slices.
///
/// ```
/// // The example of scikit-learn's documentation.
/// let scores = [0.1, 0.4, 0.35, 0.8];
/// let average = lead_scoring_metrics::average_precision(&scores, &[false, false, true, true])?;
/// assert!((average - 0.8333333333333333).abs() < 1e-15);
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn average_precision(scores: &[f64], won: &[bool]) -> Result<f64> {
    ScoreCounts::from_scores(scores, won)?.average_precision()
}

impl ScoreCounts {
    /// The precision–recall curve; see [the module](crate::precision_recall).
    ///
    /// # Errors
    ///
    /// `OneClass` without both outcomes.
    pub fn precision_recall_curve(&self) -> Result<Vec<PrecisionRecallPoint>> {
        self.require_both()?;
        Ok(self.precision_recall_points().collect())
    }

    /// The average precision, 0 to 1; see [the module](crate::precision_recall).
    ///
    /// # Errors
    ///
    /// `OneClass` without both outcomes.
    pub fn average_precision(&self) -> Result<f64> {
        self.require_both()?;
        let (mut sum, mut recall_before) = (0.0, 0.0);
        for point in self.precision_recall_points() {
            sum += (point.recall - recall_before) * point.precision;
            recall_before = point.recall;
        }
        Ok(sum.clamp(0.0, 1.0))
    }

    fn precision_recall_points(&self) -> impl Iterator<Item = PrecisionRecallPoint> + '_ {
        self.cuts().map(|cut| PrecisionRecallPoint {
            threshold: cut.threshold,
            precision: cut.won as f64 / (cut.won + cut.lost) as f64,
            recall: cut.won as f64 / self.total_won() as f64,
        })
    }
}
