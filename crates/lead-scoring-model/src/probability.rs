//! From a score to the probability of winning.

use serde::{Deserialize, Serialize};

/// One probability for every integer score of the range, never falling as the score rises.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProbabilityMap {
    /// The score that `values[0]` belongs to.
    pub lowest_score: i32,
    /// Probabilities in (0, 1), non-decreasing, one per score.
    pub values: Vec<f64>,
    /// How the map was made, in a few words.
    pub method: String,
}

impl ProbabilityMap {
    /// A map from its parts; `None` unless the probabilities lie in (0, 1) and never fall.
    #[must_use]
    pub fn new(lowest_score: i32, values: Vec<f64>, method: impl Into<String>) -> Option<Self> {
        let map = Self { lowest_score, values, method: method.into() };
        map.is_sound().then_some(map)
    }

    /// Whether there are probabilities, all of them lie in (0, 1), and none is lower than the one before.
    pub(crate) fn is_sound(&self) -> bool {
        let inside = self.values.iter().all(|p| *p > 0.0 && *p < 1.0);
        let rising = self.values.windows(2).all(|pair| pair[0] <= pair[1]);
        inside && rising && !self.values.is_empty()
    }

    /// The probability of winning at a score; scores beyond the range get the nearest end's.
    #[must_use]
    pub fn at(&self, score: i32) -> f64 {
        let last = self.values.len().saturating_sub(1);
        let at = usize::try_from(i64::from(score) - i64::from(self.lowest_score)).unwrap_or(0).min(last);
        self.values.get(at).copied().unwrap_or(0.5)
    }
}
