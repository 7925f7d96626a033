//! Kolmogorov–Smirnov separation: the widest gap between won and lost leads at one cut.
//!
//! Formula: K = max over t of |TPR(t) − FPR(t)|, where TPR(t) and FPR(t) are the shares of won and of
//! lost leads that score t or more. Equal to the two-sample statistic of Smirnov (1939). The maximum is
//! found on exact integers. The score t where it is reached is the separation point (for a score that
//! ranks wins higher it maximises Youden's J, 1950).
//!
//! | input | result |
//! |---|---|
//! | several cuts share the maximum | the highest of them |
//! | all scores equal | K = 0 at that score |
//! | wins score lower than losses | K > 0 with `won_share < lost_share` |
//! | one class | [`ErrorKind::OneClass`](crate::ErrorKind::OneClass) |

use serde::Serialize;

use crate::counts::ScoreCounts;
use crate::error::Result;

/// The Kolmogorov–Smirnov statistic and where it is reached.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Ks {
    /// K, the widest gap, 0 to 1.
    pub statistic: f64,
    /// The score of the cut: leads at or above it on one side, below it on the other.
    pub separation_point: f64,
    /// Share of won leads at or above the cut (true positive rate).
    pub won_share: f64,
    /// Share of lost leads at or above the cut (false positive rate).
    pub lost_share: f64,
}

/// The Kolmogorov–Smirnov separation of won and lost leads by `scores`.
///
/// # Errors
///
/// `OneClass` without both outcomes; `LengthMismatch`, `Empty` or `NotFinite` for bad slices.
///
/// ```
/// let ks = lead_scoring_metrics::ks(&[5.0, 4.0, 3.0, 1.0], &[true, true, false, false])?;
/// assert_eq!((ks.statistic, ks.separation_point), (1.0, 4.0));
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn ks(scores: &[f64], won: &[bool]) -> Result<Ks> {
    ScoreCounts::from_scores(scores, won)?.ks()
}

impl ScoreCounts {
    /// The Kolmogorov–Smirnov separation; see [the module](mod@crate::ks).
    ///
    /// # Errors
    ///
    /// `OneClass` without both outcomes.
    pub fn ks(&self) -> Result<Ks> {
        self.require_both()?;
        let (won, lost) = (u128::from(self.total_won()), u128::from(self.total_lost()));
        let mut widest = None;
        for cut in self.cuts() {
            let gap = (u128::from(cut.won) * lost).abs_diff(u128::from(cut.lost) * won);
            if widest.is_none_or(|(most, _)| gap > most) {
                widest = Some((gap, cut));
            }
        }
        // A table always holds a group.
        let (gap, cut) = widest.ok_or_else(|| crate::Error::empty("leads"))?;
        Ok(Ks {
            statistic: gap as f64 / (won * lost) as f64,
            separation_point: cut.threshold,
            won_share: cut.won as f64 / self.total_won() as f64,
            lost_share: cut.lost as f64 / self.total_lost() as f64,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_of_equal_cuts_is_named() {
        // The gap is 1/2 at 5 and again at 3.
        let ks = ks(&[5.0, 4.0, 3.0, 2.0], &[true, false, true, false]).unwrap();
        assert!((ks.statistic - 0.5).abs() < 1e-15 && (ks.separation_point - 5.0).abs() < 1e-15);
    }

    #[test]
    fn a_reversed_score_separates_with_the_shares_swapped() {
        let ks = ks(&[1.0, 2.0, 3.0], &[true, false, false]).unwrap();
        assert!((ks.statistic - 1.0).abs() < 1e-15 && ks.won_share < ks.lost_share);
    }
}
