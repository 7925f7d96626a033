//! What scoring found: one compact record a lead, and the order in which to work the leads.

use crate::{MAX_SCORE, Scorer, Signal};
use lead_scoring_core::Tier;
use serde::Serialize;

/// The part of an order key that is the row: 40 bits, more rows than a column can have codes in memory.
const ROWS: u64 = (1 << 40) - 1;

/// Scored leads, in the order of their rows.
#[derive(Clone, Debug)]
pub struct Scored {
    scorer: Scorer,
    outcomes: Vec<Outcome>,
    /// Scoreable rows, best first.
    order: Vec<usize>,
    /// For each row its rank, 0 for none.
    ranks: Vec<usize>,
}

/// The record of a lead; signals and rules by position.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) score: i32,
    pub(crate) subtotals: [i32; 4],
    pub(crate) tier: Option<Tier>,
    pub(crate) probability: f64,
    pub(crate) possible: (i32, i32),
    pub(crate) top: Option<u8>,
    pub(crate) fill: Option<u8>,
    pub(crate) unknown: u32,
    pub(crate) manual: i32,
    pub(crate) disqualified_by: Option<u32>,
    pub(crate) unscoreable: bool,
}

/// One lead with its score and what there is to say about it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ScoredLead<'a> {
    /// Position in the data, from 0.
    pub row: usize,
    /// The score, manual points included, inside the model's range.
    pub score: i32,
    /// Points of each dimension, in the order of [`lead_scoring_core::Dimension::ALL`].
    pub subtotals: [i32; 4],
    /// The tier. A disqualified lead is Cold; an unscoreable one, and any lead of a model without tiers, has none.
    pub tier: Option<Tier>,
    /// The probability of winning, in (0, 1), that the learned points alone lead to: manual points are not evidence.
    pub probability: f64,
    /// 1 for the lead to call first; no two leads share a rank. `None` where the lead is unscoreable.
    pub rank: Option<usize>,
    /// The lowest score this lead could have if its unknown signals were known.
    pub lowest: i32,
    /// The highest score this lead could have if its unknown signals were known.
    pub highest: i32,
    /// The signal that gives the most points, the stronger signal where two give the same; `None` where none gives any.
    pub top_signal: Option<&'a str>,
    /// The field without a value that would tell most if it were filled in: its unknown signals, combinations included, may change by the
    /// widest range of points.
    pub fill_first: Option<&'a str>,
    /// How many signals are unknown: the value is missing, whether or not the model has points for that, or no column was found.
    pub unknown_signals: u32,
    /// The points that rules set by people added.
    pub manual_points: i32,
    /// The first rule that disqualified the lead.
    pub disqualified_by: Option<&'a str>,
    /// Whether too little is known: the model has no signals, or the unknown signals hold more than [`crate::MOST_UNKNOWN`] of its
    /// whole point range. A missing value with points of its own does not count here: that it is missing was measured.
    pub unscoreable: bool,
}

impl Scored {
    /// Ranks the outcomes.
    pub(crate) fn new(scorer: Scorer, outcomes: Vec<Outcome>) -> Self {
        let values = &scorer.model().probability.values;
        let order_key = |(row, outcome): (usize, &Outcome)| {
            // Few distinct probabilities: their order is a small number, as are the other parts, so that a key is one integer.
            let lower = values.partition_point(|value| *value < outcome.probability);
            // One bit, and three numbers of 0 to 100, or 101 for the probabilities.
            let worse = [
                (1, u64::from(outcome.disqualified_by.is_some())),
                (8, u64::from(MAX_SCORE.abs_diff(outcome.score))),
                (8, values.len().abs_diff(lower) as u64),
                (7, u64::from(MAX_SCORE.abs_diff(outcome.possible.0))),
            ];
            worse.into_iter().fold(0, |key, (bits, part)| key << bits | part) << 40 | row as u64
        };
        let scoreable = outcomes.iter().enumerate().filter(|(_, outcome)| !outcome.unscoreable);
        let mut keys: Vec<u64> = scoreable.map(order_key).collect();
        keys.sort_unstable();
        let order: Vec<usize> = keys.into_iter().map(|key| (key & ROWS) as usize).collect();
        let mut ranks = vec![0; outcomes.len()];
        for (rank, &row) in (1..).zip(&order) {
            ranks[row] = rank;
        }
        Self { scorer, outcomes, order, ranks }
    }

    /// How many leads there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.outcomes.len()
    }

    /// Whether there are no leads.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.outcomes.is_empty()
    }

    /// The scorer that scored them.
    #[must_use]
    pub fn scorer(&self) -> &Scorer {
        &self.scorer
    }

    /// The scores, one a row.
    pub fn scores(&self) -> impl ExactSizeIterator<Item = i32> {
        self.outcomes.iter().map(|outcome| outcome.score)
    }

    /// The tiers, one a row.
    pub fn tiers(&self) -> impl ExactSizeIterator<Item = Option<Tier>> {
        self.outcomes.iter().map(|outcome| outcome.tier)
    }

    /// The probabilities of winning, one a row.
    pub fn probabilities(&self) -> impl ExactSizeIterator<Item = f64> {
        self.outcomes.iter().map(|outcome| outcome.probability)
    }

    /// The record of a row.
    pub(crate) fn outcome(&self, row: usize) -> Option<&Outcome> {
        self.outcomes.get(row)
    }

    /// The lead of a row; `None` beyond the last.
    #[must_use]
    pub fn lead(&self, row: usize) -> Option<ScoredLead<'_>> {
        let outcome = self.outcomes.get(row)?;
        let card = &self.scorer.model().card;
        let signal = |at: u8| card.signals.get(usize::from(at));
        let field = |at: u8| self.scorer.fields().get(usize::from(at));
        let rule = |at: u32| card.rules.get(usize::try_from(at).ok()?).map(|rule| rule.name.as_str());
        Some(ScoredLead {
            row,
            score: outcome.score,
            subtotals: outcome.subtotals,
            tier: outcome.tier,
            probability: outcome.probability,
            rank: self.ranks.get(row).copied().filter(|&rank| rank > 0),
            lowest: outcome.possible.0,
            highest: outcome.possible.1,
            top_signal: outcome.top.and_then(signal).map(|signal| signal.name.as_str()),
            fill_first: outcome.fill.and_then(field).map(String::as_str),
            unknown_signals: outcome.unknown.count_ones(),
            manual_points: outcome.manual,
            disqualified_by: outcome.disqualified_by.and_then(rule),
            unscoreable: outcome.unscoreable,
        })
    }

    /// The leads in the order of their rows.
    pub fn leads(&self) -> impl Iterator<Item = ScoredLead<'_>> {
        (0..self.len()).filter_map(|row| self.lead(row))
    }

    /// The scoreable leads, best first: disqualified leads come after all others; then by score, by
    /// probability, by the score that is sure whatever unknown values turn out to be ([`ScoredLead::lowest`]), and by row.
    pub fn by_rank(&self) -> impl Iterator<Item = ScoredLead<'_>> {
        self.order.iter().filter_map(|&row| self.lead(row))
    }

    /// The leads of which too little is known to score them, in the order of their rows.
    pub fn unscoreable(&self) -> impl Iterator<Item = ScoredLead<'_>> {
        self.leads().filter(|lead| lead.unscoreable)
    }

    /// The signals that are unknown for a lead, in the order of the model; none beyond the last row.
    pub fn unknown_signals(&self, row: usize) -> impl Iterator<Item = &Signal> {
        let mask = self.outcomes.get(row).map_or(0, |outcome| outcome.unknown);
        let signals = self.scorer.model().card.signals.iter().enumerate();
        signals.filter(move |(at, _)| mask >> at & 1 == 1).map(|(_, signal)| signal)
    }
}
