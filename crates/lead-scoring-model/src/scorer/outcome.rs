//! From the sums of a row to what is said of the lead.

use super::block::Sums;
use super::lane::Lane;
use super::rules::Applied;
use super::{MOST_FIELDS, MOST_UNKNOWN, Scorer};
use crate::scored::{Outcome, Scored};
use lead_scoring_core::Tier;

/// Gathers the outcomes row by row.
pub(super) struct Outcomes<'a> {
    scorer: Scorer,
    applied: Applied,
    lanes: &'a [Lane<'a>],
    /// Signals of which it depends on the row what their lack means, a bit each.
    by_row: u32,
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
    /// The field to fill in first, by its position among the model's fields.
    fill: Option<u8>,
    too_many: bool,
}

impl<'a> Outcomes<'a> {
    pub(super) fn new(scorer: Scorer, rows: usize, applied: Applied, lanes: &'a [Lane<'a>]) -> Self {
        let by_row = lanes.iter().filter(|lane| lane.depends_on_row()).fold(0, |mask, lane| mask | lane.bit);
        let last = (0, scorer.unknowns(lanes, 0, 0));
        Self { scorer, applied, lanes, by_row, outcomes: Vec::with_capacity(rows), last }
    }

    /// Adds the next row.
    pub(super) fn push(&mut self, sums: &Sums) {
        let row = self.outcomes.len();
        if self.last.0 != sums.unknown || sums.unknown & self.by_row != 0 {
            self.last = (sums.unknown, self.scorer.unknowns(self.lanes, sums.unknown, row));
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
    /// What follows where the signals of `mask` are not known in a row.
    fn unknowns(&self, lanes: &[Lane<'_>], mask: u32, row: usize) -> Unknowns {
        let mut unknowns = Unknowns { too_many: lanes.is_empty(), ..Unknowns::default() };
        let mut dark = 0;
        let mut by_field = [0; MOST_FIELDS];
        for lane in lanes.iter().filter(|lane| mask & lane.bit != 0) {
            let open = lane.open(row);
            unknowns.lowest += open.fall;
            unknowns.highest += open.rise;
            dark += open.dark;
            let mut fields = open.fields;
            while fields != 0 {
                by_field[fields.trailing_zeros() as usize] += open.rise - open.fall;
                fields &= fields - 1;
            }
        }
        let widest = by_field.iter().max().copied().filter(|&width| width > 0);
        let fill = widest.and_then(|widest| by_field.iter().position(|&width| width == widest));
        unknowns.fill = fill.and_then(|at| u8::try_from(at).ok());
        let (low, high) = self.range();
        unknowns.too_many |= f64::from(dark) > MOST_UNKNOWN * f64::from(high - low);
        unknowns
    }
}
