//! What the points must keep to.

use crate::strategy::Builtin;
use crate::{Error, ErrorKind, Result};
use lead_scoring_core::Dimension;

/// The most signals a model may ever have.
pub const MOST_SIGNALS: usize = 30;

/// Constraints on the points.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FitOptions {
    /// Most signals, 1 to [`MOST_SIGNALS`].
    pub max_signals: usize,
    /// The chance, at most, that a model with any signal is built on data without any effect; above 0 and at most 0.5.
    pub q_level: f64,
    /// Largest p value, standardised to a hundred deals, at which a field is tried in the joint fit once the deals were found to predict
    /// at all; above 0 and at most 0.5.
    ///
    /// The usual 0.25 (Hosmer & Lemeshow 2000, purposeful selection) keeps fields that matter beside others though weak alone. Standardised
    /// means `p sqrt(n / 100)` (Good 1992): the same p value says less for an effect the more deals it comes from, so with 10,000 deals
    /// p must be 0.025.
    pub entry_p: f64,
    /// The width of the score's range, 10 to 100.
    pub range: i32,
    /// The most positive points each dimension may give, in the order of [`Dimension::ALL`], 1 to `range`.
    pub caps: [i32; 4],
    /// The strategy to fit with; `None` compares all of them.
    pub strategy: Option<Builtin>,
}

impl Default for FitOptions {
    fn default() -> Self {
        Self { max_signals: 25, q_level: 0.05, entry_p: 0.25, range: 100, caps: [60; 4], strategy: None }
    }
}

impl FitOptions {
    /// All that is wrong with the options, in sentences; empty where they can be used.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        if !(1..=MOST_SIGNALS).contains(&self.max_signals) {
            problems.push(format!("max_signals is {}; it must be 1 to {MOST_SIGNALS}", self.max_signals));
        }
        if !(self.q_level > 0.0 && self.q_level <= 0.5) {
            problems.push(format!("q_level is {}; it must be above 0 and at most 0.5", self.q_level));
        }
        if !(self.entry_p > 0.0 && self.entry_p <= 0.5) {
            problems.push(format!("entry_p is {}; it must be above 0 and at most 0.5", self.entry_p));
        }
        if !(10..=100).contains(&self.range) {
            problems.push(format!("the score range is {}; it must be 10 to 100", self.range));
        }
        for (dimension, cap) in Dimension::ALL.into_iter().zip(self.caps) {
            if !(1..=self.range.max(1)).contains(&cap) {
                problems.push(format!(
                    "the cap of {} is {cap}; it must be 1 to {}",
                    dimension.word(),
                    self.range
                ));
            }
        }
        problems
    }

    /// The p value that `entry_p` asks for with so many deals.
    pub(crate) fn entry_p_for(&self, deals: usize) -> f64 {
        self.entry_p / (deals as f64 / 100.0).sqrt().max(1.0)
    }

    pub(crate) fn check(&self) -> Result<()> {
        let problems = self.problems();
        if problems.is_empty() { Ok(()) } else { Err(Error::new(ErrorKind::Option, problems.join("; "))) }
    }
}
