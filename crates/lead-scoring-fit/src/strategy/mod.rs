//! Strategies: ways from measured lift to weights, all behind one trait.
//!
//! A strategy says which fields, combinations or single bins count and with what weight; points are `scale * weight * log odds` whatever
//! the strategy, so they always agree with the measured lift. [`fit`](crate::fit) compares the strategies on deals they did not see.

mod interactions;
mod joint;
mod proportional;
mod sparse;

use crate::View;
use lead_scoring_lift::PairPattern;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A way from measured lift to weights. Bring your own with [`fit_with`](crate::fit_with).
pub trait Strategy: Sync {
    /// A short name for reports: `joint scorecard`.
    fn name(&self) -> &str;

    /// The terms of the score, learned from the deals of the view alone; none where nothing is worth points.
    ///
    /// Terms whose weight is not a positive number are dropped, as are those beyond
    /// [`FitOptions::max_signals`](crate::FitOptions::max_signals).
    fn learn(&self, view: &View<'_>) -> Vec<Term>;
}

/// One term of a score: a source of log odds and its weight.
#[derive(Clone, Debug)]
pub struct Term {
    pub(crate) source: Source,
    pub(crate) weight: f64,
}

#[derive(Clone, Debug)]
pub(crate) enum Source {
    /// The field at a position of the view.
    Field(usize),
    /// One bin of the field at a position of the view.
    Bin(usize, usize),
    /// A combination of two fields.
    Pair(Box<PairPattern>),
}

impl Term {
    /// All bins of the field at position `at` of [`View::fields`], each with `weight` times its log odds.
    #[must_use]
    pub fn field(at: usize, weight: f64) -> Self {
        Self { source: Source::Field(at), weight }
    }

    /// One bin of the field at position `at` of [`View::fields`]; all its other bins get nothing from this term.
    #[must_use]
    pub fn bin(at: usize, bin: usize, weight: f64) -> Self {
        Self { source: Source::Bin(at, bin), weight }
    }

    /// A combination of two fields, see [`lead_scoring_lift::measure_pair`].
    #[must_use]
    pub fn pair(pair: PairPattern, weight: f64) -> Self {
        Self { source: Source::Pair(Box::new(pair)), weight }
    }

    /// Adds the term to the log odds of every deal.
    pub(crate) fn add_to(&self, view: &View<'_>, log_odds: &mut [f64]) {
        let mut add = |column: &[f64]| {
            log_odds.iter_mut().zip(column).for_each(|(sum, x)| *sum += self.weight * x);
        };
        match &self.source {
            Source::Field(at) => add(view.column(*at)),
            Source::Pair(pair) => add(&pair.column),
            Source::Bin(at, bin) => {
                let learned = view.pattern(*at).bins_without(view.aside());
                let effect = self.weight * learned.log_odds.get(*bin).copied().unwrap_or(0.0);
                let inside = log_odds.iter_mut().zip(&learned.codes);
                inside.filter(|(_, code)| usize::from(**code) == *bin).for_each(|(sum, _)| *sum += effect);
            }
        }
    }
}

/// The strategies that come with the product, the default first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Builtin {
    /// All fields weighed jointly, so that two that say the same are not paid twice.
    Joint,
    /// The joint scorecard with combinations of two fields as further signals.
    Interactions,
    /// Every significant field with its full lift.
    Proportional,
    /// Few single bins with small whole numbers: a score that fits on a card.
    Sparse,
}

impl Builtin {
    /// All of them, the default first.
    pub const ALL: [Self; 4] = [Self::Joint, Self::Interactions, Self::Proportional, Self::Sparse];

    /// One lower-case word, as options and files write it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Joint => "joint",
            Self::Interactions => "interactions",
            Self::Proportional => "proportional",
            Self::Sparse => "sparse",
        }
    }
}

impl fmt::Display for Builtin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.word())
    }
}

impl Strategy for Builtin {
    fn name(&self) -> &str {
        match self {
            Self::Joint => "joint scorecard",
            Self::Interactions => "joint scorecard with combinations",
            Self::Proportional => "points in proportion to lift",
            Self::Sparse => "sparse risk score",
        }
    }

    fn learn(&self, view: &View<'_>) -> Vec<Term> {
        match self {
            Self::Joint => joint::learn(view),
            Self::Interactions => interactions::learn(view),
            Self::Proportional => proportional::learn(view),
            Self::Sparse => sparse::learn(view),
        }
    }
}
