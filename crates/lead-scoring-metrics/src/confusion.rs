//! Accuracy, precision, recall, specificity and F1 of a yes/no prediction.
//!
//! | statistic | formula | interval |
//! |---|---|---|
//! | accuracy | (TP + TN)/n | Wilson 1927 |
//! | precision | TP/(TP + FP) | Wilson, given the predicted wins |
//! | recall | TP/(TP + FN) | Wilson, given the wins |
//! | specificity | TN/(TN + FP) | Wilson, given the losses |
//! | F1 | 2TP/(2TP + FP + FN) | Wilson on J = TP/(TP + FP + FN), sent through F1 = 2J/(1 + J) |
//!
//! The F1 interval is the "Wilson indirect" one of Lam, Gopal & Qian (2023, arXiv:2309.14621): given
//! TP + FP + FN, TP is binomial with chance J = F1/(2 − F1), and F1 rises with J. For large samples it
//! agrees with the delta method (Takahashi et al. 2022), but it stays within 0 and 1 and keeps a width
//! when F1 is 0 or 1.
//!
//! | input | result |
//! |---|---|
//! | nothing predicted won | precision `None` |
//! | no win among the leads | recall `None` |
//! | neither predicted nor actual wins | F1 `None` |
//! | an `…_estimate` of an undefined statistic | [`ErrorKind::Empty`](crate::ErrorKind::Empty) |

use serde::Serialize;

use crate::error::{Error, Result};
use crate::interval::Estimate;
use crate::proportion::{proportion, wilson};
use crate::validate;

/// Predicted against actual outcomes. "Positive" is a predicted win.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Confusion {
    /// Predicted won, was won.
    pub true_positive: u64,
    /// Predicted won, was lost.
    pub false_positive: u64,
    /// Predicted lost, was won.
    pub false_negative: u64,
    /// Predicted lost, was lost.
    pub true_negative: u64,
}

/// Successes and trials of one of the proportions.
type Share = (u64, u64);

impl Confusion {
    /// Counts predicted against actual wins, lead by lead.
    ///
    /// # Errors
    ///
    /// `LengthMismatch` or `Empty`.
    ///
    /// ```
    /// use lead_scoring_metrics::Confusion;
    ///
    /// let hot = [true, true, false, false];
    /// let won = [true, false, true, false];
    /// let confusion = Confusion::from_predictions(&hot, &won)?;
    /// assert_eq!(confusion.precision(), Some(0.5));
    /// # Ok::<(), lead_scoring_metrics::Error>(())
    /// ```
    pub fn from_predictions(predicted_won: &[bool], won: &[bool]) -> Result<Self> {
        validate::same_length(("predictions", predicted_won.len()), ("outcomes", won.len()))?;
        if won.is_empty() {
            return Err(Error::empty("predictions"));
        }
        let mut confusion = Self::default();
        for pair in predicted_won.iter().zip(won) {
            match pair {
                (true, true) => confusion.true_positive += 1,
                (true, false) => confusion.false_positive += 1,
                (false, true) => confusion.false_negative += 1,
                (false, false) => confusion.true_negative += 1,
            }
        }
        Ok(confusion)
    }

    /// All leads counted.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.accuracy_share().1
    }

    /// Share of leads predicted right, 0 to 1; `None` without leads.
    #[must_use]
    pub fn accuracy(&self) -> Option<f64> {
        proportion(self.accuracy_share())
    }

    /// Won share of the predicted wins, 0 to 1; `None` where nothing was predicted won.
    #[must_use]
    pub fn precision(&self) -> Option<f64> {
        proportion(self.precision_share())
    }

    /// Share of the wins that were predicted, 0 to 1; `None` without wins.
    #[must_use]
    pub fn recall(&self) -> Option<f64> {
        proportion(self.recall_share())
    }

    /// Share of the losses that were predicted, 0 to 1; `None` without losses.
    #[must_use]
    pub fn specificity(&self) -> Option<f64> {
        proportion(self.specificity_share())
    }

    /// Harmonic mean of precision and recall, 0 to 1; `None` without predicted or actual wins.
    #[must_use]
    pub fn f1(&self) -> Option<f64> {
        proportion(self.jaccard_share()).map(f1_of_jaccard)
    }

    /// Accuracy with its Wilson interval.
    ///
    /// # Errors
    ///
    /// `Empty` where the statistic is undefined; `OutOfRange` for a bad `level`.
    pub fn accuracy_estimate(&self, level: f64) -> Result<Estimate> {
        wilson_estimate(self.accuracy_share(), level)
    }

    /// Precision with its Wilson interval.
    ///
    /// # Errors
    ///
    /// `Empty` where nothing was predicted won; `OutOfRange` for a bad `level`.
    pub fn precision_estimate(&self, level: f64) -> Result<Estimate> {
        wilson_estimate(self.precision_share(), level)
    }

    /// Recall with its Wilson interval.
    ///
    /// # Errors
    ///
    /// `Empty` without wins; `OutOfRange` for a bad `level`.
    pub fn recall_estimate(&self, level: f64) -> Result<Estimate> {
        wilson_estimate(self.recall_share(), level)
    }

    /// Specificity with its Wilson interval.
    ///
    /// # Errors
    ///
    /// `Empty` without losses; `OutOfRange` for a bad `level`.
    pub fn specificity_estimate(&self, level: f64) -> Result<Estimate> {
        wilson_estimate(self.specificity_share(), level)
    }

    /// F1 with its Wilson-indirect interval; see [the module](crate::confusion).
    ///
    /// # Errors
    ///
    /// `Empty` without predicted or actual wins; `OutOfRange` for a bad `level`.
    pub fn f1_estimate(&self, level: f64) -> Result<Estimate> {
        let jaccard = wilson_estimate(self.jaccard_share(), level)?;
        Ok(Estimate {
            value: f1_of_jaccard(jaccard.value),
            interval: jaccard.interval.map(|i| i.map(f1_of_jaccard)),
        })
    }

    fn accuracy_share(&self) -> Share {
        let right = self.true_positive.saturating_add(self.true_negative);
        (right, right.saturating_add(self.false_positive).saturating_add(self.false_negative))
    }

    fn precision_share(&self) -> Share {
        (self.true_positive, self.true_positive.saturating_add(self.false_positive))
    }

    fn recall_share(&self) -> Share {
        (self.true_positive, self.true_positive.saturating_add(self.false_negative))
    }

    fn specificity_share(&self) -> Share {
        (self.true_negative, self.true_negative.saturating_add(self.false_positive))
    }

    fn jaccard_share(&self) -> Share {
        let (hits, predicted) = self.precision_share();
        (hits, predicted.saturating_add(self.false_negative))
    }
}

fn f1_of_jaccard(jaccard: f64) -> f64 {
    2.0 * jaccard / (1.0 + jaccard)
}

fn wilson_estimate((successes, trials): Share, level: f64) -> Result<Estimate> {
    let interval = wilson(successes, trials, level)?;
    Ok(Estimate { value: successes as f64 / trials as f64, interval: Some(interval) })
}

#[cfg(test)]
mod tests {
    use approx::assert_relative_eq;

    use super::*;
    use crate::interval::z_for;

    const TABLE: Confusion =
        Confusion { true_positive: 40, false_positive: 10, false_negative: 20, true_negative: 130 };

    #[test]
    fn hand_table() {
        assert_eq!(TABLE.total(), 200);
        assert_relative_eq!(TABLE.accuracy().unwrap(), 0.85);
        assert_relative_eq!(TABLE.precision().unwrap(), 0.8);
        assert_relative_eq!(TABLE.recall().unwrap(), 2.0 / 3.0);
        assert_relative_eq!(TABLE.specificity().unwrap(), 130.0 / 140.0);
        assert_relative_eq!(TABLE.f1().unwrap(), 80.0 / 110.0, max_relative = 1e-15);
    }

    #[test]
    fn undefined_is_none_and_an_error_with_interval() {
        let none = Confusion { true_negative: 5, ..Confusion::default() };
        assert_eq!((none.precision(), none.recall(), none.f1()), (None, None, None));
        assert_eq!(none.f1_estimate(0.95).unwrap_err().kind(), crate::ErrorKind::Empty);
        assert_eq!(Confusion::default().accuracy(), None);
    }

    /// For large counts the interval is that of the delta method: sd = 2/(1+J)² · √(J(1−J)/N).
    #[test]
    fn f1_interval_tends_to_the_delta_method() {
        let large = Confusion {
            true_positive: 4_000_000,
            false_positive: 1_000_000,
            false_negative: 2_000_000,
            true_negative: 13_000_000,
        };
        let jaccard = 4.0_f64 / 7.0;
        let deviation = 2.0 / (1.0 + jaccard).powi(2) * (jaccard * (1.0 - jaccard) / 7e6).sqrt();
        let interval = large.f1_estimate(0.95).unwrap().interval.unwrap();
        assert_relative_eq!(interval.width(), 2.0 * z_for(0.95).unwrap() * deviation, max_relative = 1e-5);
    }

    #[test]
    fn huge_counts_do_not_overflow() {
        let huge = Confusion {
            true_positive: u64::MAX,
            false_positive: u64::MAX,
            false_negative: u64::MAX,
            true_negative: u64::MAX,
        };
        assert!(huge.accuracy().unwrap() <= 1.0 && huge.f1().unwrap() <= 1.0);
    }
}
