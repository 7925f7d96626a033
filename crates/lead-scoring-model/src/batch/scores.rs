//! What scoring many rows gives.

use crate::kernel::{NO_TIER, Results};
use lead_scoring_core::{Dimension, Tier};

/// Scores, tiers and subtotals, one a row, column by column. Used again, it keeps its memory.
///
/// No score lies outside 0 to [`crate::MAX_SCORE`], so each takes one byte.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    scores: Vec<u8>,
    tiers: Vec<u8>,
    subtotals: [Vec<i8>; 4],
}

impl Scores {
    /// No rows.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.scores.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.scores.is_empty()
    }

    /// The scores, manual points included.
    #[must_use]
    pub fn scores(&self) -> &[u8] {
        &self.scores
    }

    /// The tier of a row as [`crate::ScoredLead::tier`]; `None` too beyond the last row.
    #[must_use]
    pub fn tier(&self, row: usize) -> Option<Tier> {
        self.tiers.get(row).and_then(|&at| Tier::ALL.get(usize::from(at)).copied())
    }

    /// The tiers, one a row.
    pub fn tiers(&self) -> impl ExactSizeIterator<Item = Option<Tier>> {
        self.tiers.iter().map(|&at| Tier::ALL.get(usize::from(at)).copied())
    }

    /// For each row the position of its tier in [`Tier::ALL`]: 0 (Hot) to 3 (Cold), 4 for none.
    #[must_use]
    pub fn tier_codes(&self) -> &[u8] {
        &self.tiers
    }

    /// The points of a dimension, one a row.
    #[must_use]
    pub fn subtotals(&self, dimension: Dimension) -> &[i8] {
        &self.subtotals[dimension.index()]
    }

    /// Room for `rows` rows, whose values are those of before or none.
    pub(crate) fn results(&mut self, rows: usize) -> Results<'_> {
        self.scores.resize(rows, 0);
        self.tiers.resize(rows, NO_TIER);
        self.subtotals.iter_mut().for_each(|subtotals| subtotals.resize(rows, 0));
        Results {
            scores: &mut self.scores,
            tiers: &mut self.tiers,
            subtotals: self.subtotals.each_mut().map(Vec::as_mut_slice),
        }
    }
}
