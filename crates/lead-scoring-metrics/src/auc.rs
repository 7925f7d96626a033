//! Area under the ROC curve: the chance that a won lead outscores a lost one, ties counted half.
//!
//! Formula: AUC = U/(W·L) with 2U = Σ over all pairs of a won and a lost lead of
//! 2 where the won one scores higher and 1 where they tie (Mann & Whitney 1947; Bamber 1975; Hanley & McNeil 1982). 2U is an
//! exact integer and there is one division, so the result is correctly rounded while W·L < 2⁵²,
//! and does not depend on the order of the rows.
//!
//! | input | result |
//! |---|---|
//! | all scores equal | 0.5 |
//! | every won lead above every lost lead | 1.0 |
//! | only won or only lost leads | [`ErrorKind::OneClass`](crate::ErrorKind::OneClass) |
//! | empty, NaN, unequal lengths | the errors of [`ScoreCounts::from_scores`] |

use crate::counts::{ScoreCounts, ScoreGroup};
use crate::error::Result;

/// The AUC of `scores` for the outcomes `won` (`true` = won), 0 to 1; 0.5 ranks nothing.
///
/// # Errors
///
/// `OneClass` without both outcomes; `LengthMismatch`, `Empty` or `NotFinite` for bad slices.
///
/// ```
/// let auc = lead_scoring_metrics::auc(&[80.0, 40.0, 40.0, 10.0], &[true, true, false, false])?;
/// assert_eq!(auc, 0.875); // 3 of 4 pairs in order, 1 tied
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn auc(scores: &[f64], won: &[bool]) -> Result<f64> {
    ScoreCounts::from_scores(scores, won)?.auc()
}

impl ScoreCounts {
    /// The AUC, 0 to 1; see [the module](mod@crate::auc).
    ///
    /// # Errors
    ///
    /// `OneClass` without both outcomes.
    pub fn auc(&self) -> Result<f64> {
        self.require_both()?;
        Ok(self.twice_u() as f64 / self.twice_pairs() as f64)
    }

    /// 2·W·L.
    pub(crate) fn twice_pairs(&self) -> u128 {
        2 * u128::from(self.total_won()) * u128::from(self.total_lost())
    }

    /// 2U: twice the pairs in which the won lead scores higher, and the tied ones once.
    pub(crate) fn twice_u(&self) -> u128 {
        twice_u(self.groups().iter().map(|group| (group.won, group.lost)))
    }

    /// The table with neighbouring groups joined that hold won leads only, or lost leads only: the AUC is the same.
    pub(crate) fn joined(&self) -> Self {
        let alike =
            |a: &ScoreGroup, b: &ScoreGroup| (a.won == 0 && b.won == 0) || (a.lost == 0 && b.lost == 0);
        let join = |run: &[ScoreGroup]| {
            let mut first = *run.first()?;
            for group in run.iter().skip(1) {
                first.won += group.won;
                first.lost += group.lost;
            }
            Some(first)
        };
        self.with_groups(self.groups().chunk_by(alike).filter_map(join).collect())
    }

    /// The Gini coefficient of the ranking (Somers' D of score and outcome), 2·AUC − 1, −1 to 1.
    ///
    /// # Errors
    ///
    /// `OneClass` without both outcomes.
    pub fn gini(&self) -> Result<f64> {
        Ok(2.0 * self.auc()? - 1.0)
    }
}

/// 2U of (won, lost) leads per distinct score, ascending, for at most 2⁴⁰ leads.
pub(crate) fn twice_u(groups: impl Iterator<Item = (u64, u64)>) -> u128 {
    let (mut lost_below, mut twice_u) = (0_u64, 0_u128);
    for (won, lost) in groups {
        twice_u += u128::from(won) * u128::from(2 * lost_below + lost);
        lost_below += lost;
    }
    twice_u
}
