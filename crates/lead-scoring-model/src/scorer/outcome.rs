//! From the sums of a row to what is said of the lead.

use super::block::Sums;
use super::rules::Applied;
use super::{MOST_UNKNOWN, Scorer};
use crate::MAX_SIGNALS;
use crate::scored::{Outcome, Scored};
use lead_scoring_core::Tier;

/// Gathers the outcomes row by row.
pub(super) struct Outcomes {
    scorer: Scorer,
    applied: Applied,
    /// Signals without a column, a bit each.
    unmapped: u32,
    outcomes: Vec<Outcome>,
    /// The unknown signals of the row before and what follows from them: neighbours often lack the same.
    last: (u32, Unknowns),
}

/// What follows from the signals that are not known of a lead.
#[derive(Clone, Copy, Default)]
struct Unknowns {
    /// The most the score may fall if they were known, at most 0.
    lowest: i32,
    /// The most it may rise, at least 0.
    highest: i32,
    /// The first signal of the field to fill in first.
    fill: Option<u8>,
    too_many: bool,
}

impl Outcomes {
    pub(super) fn new(scorer: Scorer, rows: usize, applied: Applied, unmapped: u32) -> Self {
        let last = (0, scorer.unknowns(0, unmapped));
        Self { scorer, applied, unmapped, outcomes: Vec::with_capacity(rows), last }
    }

    /// Adds the next row.
    pub(super) fn push(&mut self, sums: &Sums) {
        let row = self.outcomes.len();
        if self.last.0 != sums.unknown {
            self.last = (sums.unknown, self.scorer.unknowns(sums.unknown, self.unmapped));
        }
        let unknowns = self.last.1;
        let model = self.scorer.model();
        let (low, high) = self.scorer.range();
        let subtotals = sums.points.map(i32::from);
        let manual = self.applied.manual.get(row).copied().unwrap_or(0);
        let disqualified_by = self.applied.disqualified_by.get(row).copied().flatten();
        let learned = model.card.start + subtotals.iter().sum::<i32>();
        let held = |points: i32| learned.saturating_add(manual).saturating_add(points).clamp(low, high);
        let score = held(0);
        let tier = match disqualified_by {
            Some(_) => Some(Tier::Cold),
            None if unknowns.too_many => None,
            None => model.tiers.map(|cuts| cuts.tier(score)),
        };
        self.outcomes.push(Outcome {
            score,
            subtotals,
            tier,
            probability: model.probability.at(learned),
            possible: (held(unknowns.lowest), held(unknowns.highest)),
            top: sums.top(),
            fill: unknowns.fill,
            unknown: sums.unknown,
            manual,
            disqualified_by,
            unscoreable: unknowns.too_many,
        });
    }

    pub(super) fn finish(self) -> Scored {
        Scored::new(self.scorer, self.outcomes)
    }
}

impl Scorer {
    /// What follows where the signals of `mask` are not known, those of `unmapped` for want of a column.
    fn unknowns(&self, mask: u32, unmapped: u32) -> Unknowns {
        let mut unknowns = Unknowns { too_many: self.compiled.signals.is_empty(), ..Unknowns::default() };
        let mut unknown_width = 0;
        let mut by_field = [0; MAX_SIGNALS];
        let signals = self.compiled.signals.iter().enumerate();
        for (at, worth) in signals.filter(|(at, _)| mask >> at & 1 == 1) {
            let measured = worth.scores_missing && unmapped >> at & 1 == 0;
            let (lowest, highest) = if measured { worth.if_filled } else { worth.if_known };
            unknowns.lowest += lowest;
            unknowns.highest += highest;
            // That a value is missing is itself evidence where points were measured for it.
            unknown_width += if measured { 0 } else { worth.width };
            by_field[worth.first_of_field] += highest - lowest;
        }
        let widest = by_field.iter().max().copied().filter(|&width| width > 0);
        let fill = widest.and_then(|widest| by_field.iter().position(|&width| width == widest));
        unknowns.fill = fill.and_then(|at| u8::try_from(at).ok());
        let (low, high) = self.range();
        unknowns.too_many |= f64::from(unknown_width) > MOST_UNKNOWN * f64::from(high - low);
        unknowns
    }
}
