//! The ROC curve: true against false positive rate at every cut.
//!
//! Formula: for each distinct score t, TPR(t) = share of won leads with score ≥ t and FPR(t) the same
//! of lost leads (Fawcett 2006). The area under the straight lines between the points is the
//! [AUC](mod@crate::auc), tied scores included.
//!
//! | input | result |
//! |---|---|
//! | any | starts at (0, 0) without a threshold, ends at (1, 1), rises in both |
//! | all scores equal | two points |
//! | one class | [`ErrorKind::OneClass`](crate::ErrorKind::OneClass) |

use serde::Serialize;

use crate::counts::ScoreCounts;
use crate::error::Result;

/// One point of a ROC curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RocPoint {
    /// Leads with at least this score count as predicted wins; `None` = no lead does.
    pub threshold: Option<f64>,
    /// Share of lost leads at or above the threshold, 0 to 1.
    pub false_positive_rate: f64,
    /// Share of won leads at or above the threshold, 0 to 1.
    pub true_positive_rate: f64,
}

/// The ROC curve of `scores`, from (0, 0) to (1, 1), one point per distinct score after the first.
///
/// # Errors
///
/// `OneClass` without both outcomes; `LengthMismatch`, `Empty` or `NotFinite` for bad slices.
///
/// ```
/// let curve = lead_scoring_metrics::roc_curve(&[9.0, 5.0, 5.0], &[true, true, false])?;
/// assert_eq!(curve[1].threshold, Some(9.0));
/// assert_eq!((curve[1].false_positive_rate, curve[1].true_positive_rate), (0.0, 0.5));
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn roc_curve(scores: &[f64], won: &[bool]) -> Result<Vec<RocPoint>> {
    ScoreCounts::from_scores(scores, won)?.roc_curve()
}

impl ScoreCounts {
    /// The ROC curve; see [the module](crate::roc).
    ///
    /// # Errors
    ///
    /// `OneClass` without both outcomes.
    pub fn roc_curve(&self) -> Result<Vec<RocPoint>> {
        self.require_both()?;
        let origin = RocPoint { threshold: None, false_positive_rate: 0.0, true_positive_rate: 0.0 };
        let points = self.cuts().map(|cut| RocPoint {
            threshold: Some(cut.threshold),
            false_positive_rate: cut.lost as f64 / self.total_lost() as f64,
            true_positive_rate: cut.won as f64 / self.total_won() as f64,
        });
        Ok(std::iter::once(origin).chain(points).collect())
    }
}
