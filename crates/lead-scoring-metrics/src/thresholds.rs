//! The confusion table of the rule "score ≥ t is a predicted win", for every distinct score t.
//!
//! Formula: cumulative counts from the highest score down; see [`Confusion`] for what follows from each
//! table.
//!
//! | input | result |
//! |---|---|
//! | any non-empty table | one row per distinct score, descending; the last predicts every lead won |
//! | one class | allowed: the counts are defined, single rates of a row may be `None` |
//! | a threshold between or beyond the scores | [`ScoreCounts::confusion_at`] counts as the rule says |
//! | a NaN threshold | [`ErrorKind::NotFinite`](crate::ErrorKind::NotFinite) |

use serde::Serialize;

use crate::confusion::Confusion;
use crate::counts::{Cut, ScoreCounts};
use crate::error::{Error, Result};

/// The confusion table at one threshold.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ThresholdRow {
    /// Leads with at least this score are predicted wins.
    pub threshold: f64,
    /// Predictions of that rule against the outcomes.
    pub confusion: Confusion,
}

/// One confusion table per distinct score, highest score first.
///
/// # Errors
///
/// `LengthMismatch`, `Empty` or `NotFinite` for bad slices.
pub fn threshold_table(scores: &[f64], won: &[bool]) -> Result<Vec<ThresholdRow>> {
    Ok(ScoreCounts::from_scores(scores, won)?.threshold_table())
}

impl ScoreCounts {
    /// One confusion table per distinct score, highest score first.
    ///
    /// ```
    /// use lead_scoring_metrics::ScoreCounts;
    ///
    /// let counts = ScoreCounts::from_scores(&[9.0, 5.0, 5.0], &[true, true, false])?;
    /// let table = counts.threshold_table();
    /// assert_eq!(table[0].threshold, 9.0);
    /// assert_eq!(table[0].confusion.precision(), Some(1.0));
    /// assert_eq!(table[1].confusion.recall(), Some(1.0));
    /// # Ok::<(), lead_scoring_metrics::Error>(())
    /// ```
    #[must_use]
    pub fn threshold_table(&self) -> Vec<ThresholdRow> {
        self.cuts()
            .map(|cut| ThresholdRow { threshold: cut.threshold, confusion: self.confusion_of(cut) })
            .collect()
    }

    /// The confusion table of "score ≥ `threshold` is a predicted win", for any threshold.
    ///
    /// # Errors
    ///
    /// `NotFinite` for a NaN threshold.
    pub fn confusion_at(&self, threshold: f64) -> Result<Confusion> {
        if threshold.is_nan() {
            return Err(Error::not_finite("threshold", 0));
        }
        let nothing = Cut { threshold, won: 0, lost: 0 };
        let cut = self.cuts().take_while(|cut| cut.threshold >= threshold).last().unwrap_or(nothing);
        Ok(self.confusion_of(cut))
    }

    fn confusion_of(&self, cut: Cut) -> Confusion {
        Confusion {
            true_positive: cut.won,
            false_positive: cut.lost,
            false_negative: self.total_won() - cut.won,
            true_negative: self.total_lost() - cut.lost,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_threshold_follows_the_rule() {
        let counts = ScoreCounts::from_integer_scores(&[1, 2, 2, 3], &[false, true, false, true]).unwrap();
        let hits = |t| {
            let c = counts.confusion_at(t).unwrap();
            (c.true_positive, c.false_positive)
        };
        assert_eq!(hits(4.0), (0, 0));
        assert_eq!(hits(2.5), (1, 0));
        assert_eq!(hits(2.0), (2, 1));
        assert_eq!(hits(f64::NEG_INFINITY), (2, 2));
        assert_eq!(counts.confusion_at(f64::NAN).unwrap_err().kind(), crate::ErrorKind::NotFinite);
    }
}
