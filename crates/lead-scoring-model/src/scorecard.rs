//! Points and nothing else: what the fit produces, before tiers and validation.

use crate::{Result, Rule, Signal};
use lead_scoring_core::{Dataset, Dimension};
use serde::{Deserialize, Serialize};

/// A start value and signals with points. It ranks deals; it has no tiers and says nothing of probability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Scorecard {
    /// Points every lead starts with: as many as all deductions together, so that no score is below 0.
    pub start: i32,
    /// Points per unit of log odds: `points = scale * weight * log_odds`, rounded.
    pub scale: f64,
    /// The most positive points each dimension may give, in the order of [`Dimension::ALL`].
    pub caps: [i32; 4],
    /// The signals, strongest first.
    pub signals: Vec<Signal>,
    /// Rules set by people, not learned from data.
    pub rules: Vec<Rule>,
}

impl Scorecard {
    /// A scorecard from its parts.
    #[must_use]
    pub fn new(scale: f64, caps: [i32; 4], signals: Vec<Signal>, rules: Vec<Rule>) -> Self {
        let start = -signals.iter().map(Signal::lowest).sum::<i32>();
        Self { start, scale, caps, signals, rules }
    }

    /// Most points all signals together can add, at least 0.
    #[must_use]
    pub fn max_positive(&self) -> i32 {
        self.signals.iter().map(Signal::highest).sum()
    }

    /// Most points all signals together can take away, as a number of at most 0.
    #[must_use]
    pub fn max_deductions(&self) -> i32 {
        self.signals.iter().map(Signal::lowest).sum()
    }

    /// Lowest and highest score that signals can lead to.
    #[must_use]
    pub fn range(&self) -> (i32, i32) {
        (self.start + self.max_deductions(), self.start + self.max_positive())
    }

    /// Fewest and most points of one dimension.
    #[must_use]
    pub fn dimension_range(&self, dimension: Dimension) -> (i32, i32) {
        let signals = || self.signals.iter().filter(|signal| signal.dimension == dimension);
        (signals().map(Signal::lowest).sum(), signals().map(Signal::highest).sum())
    }

    /// The score of every row of a data set whose columns bear the signals' field names. Rules are not applied.
    ///
    /// # Errors
    /// As [`Signal::code_rows`].
    pub fn score_rows(&self, data: &Dataset) -> Result<Vec<i32>> {
        let mut scores = vec![self.start; data.rows()];
        for signal in &self.signals {
            let points = signal.points_by_code();
            for (score, code) in scores.iter_mut().zip(signal.code_rows(data)?) {
                *score += points.get(usize::from(code)).copied().unwrap_or(0);
            }
        }
        Ok(scores)
    }
}
