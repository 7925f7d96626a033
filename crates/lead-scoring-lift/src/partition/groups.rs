//! Every contiguous group of pre-bins with what it is worth, if it is allowed.

use super::rules::{Borders, Objective, PartitionRules};
use crate::cell::{Cell, information};

/// What a group that is not allowed is worth.
pub(super) const FORBIDDEN: f64 = f64::NEG_INFINITY;

/// The triangle of groups `from..to`.
pub(super) struct Groups<C> {
    size: usize,
    /// By end; for each end by start.
    counts: Vec<C>,
    /// In the same order; [`FORBIDDEN`] where the group is not allowed.
    gains: Vec<f64>,
}

impl<C: Cell> Groups<C> {
    pub(super) fn new(cells: &[C], rules: &PartitionRules, borders: &Borders) -> Self {
        let size = cells.len();
        let worth = Worth::new(cells.iter().copied().sum(), rules);
        let ends = Ends::new(size, borders);
        let mut counts = vec![C::default(); size * (size + 1) / 2];
        let mut gains = vec![FORBIDDEN; counts.len()];
        for to in 1..=size {
            // Added up group by group, not taken as differences of sums from the start: weights would lose digits.
            let mut group = C::default();
            for from in (0..to).rev() {
                group += cells[from];
                counts[place(from, to)] = group;
                if to <= ends.furthest[from] && ends.may_end[to] {
                    gains[place(from, to)] = worth.of(group);
                }
            }
        }
        Self { size, counts, gains }
    }

    pub(super) const fn size(&self) -> usize {
        self.size
    }

    /// What the group `from..to` is worth, penalty taken off; `None` where it is not allowed.
    pub(super) fn gain(&self, from: usize, to: usize) -> Option<f64> {
        Some(self.gains[place(from, to)]).filter(|gain| *gain > FORBIDDEN)
    }

    /// The same for each start of groups that end at `to`, with [`FORBIDDEN`] in place of `None`.
    pub(super) fn gains_to(&self, to: usize) -> &[f64] {
        &self.gains[place(0, to)..place(0, to) + to]
    }

    /// Deals of the group `from..to`.
    pub(super) fn counts(&self, from: usize, to: usize) -> C {
        self.counts[place(from, to)]
    }
}

/// Ends before `to` have 1, 2, … starts.
const fn place(from: usize, to: usize) -> usize {
    to * (to - 1) / 2 + from
}

/// Where groups may end.
struct Ends {
    may_end: Vec<bool>,
    /// For each start the furthest end that leaps over no required border; the start itself where even the next end would.
    furthest: Vec<usize>,
}

impl Ends {
    fn new(size: usize, borders: &Borders) -> Self {
        let mut may_end = vec![borders.allowed.is_none(); size + 1];
        let positions = borders.allowed.iter().flatten().chain(&borders.required);
        for &position in positions.chain([&size]).filter(|position| **position <= size) {
            may_end[position] = true;
        }
        // A border beyond the pre-bins cannot be had: then nothing may end.
        let out_of_reach = borders.required.iter().any(|position| *position > size);
        let mut furthest = vec![if out_of_reach { 0 } else { size }; size];
        for &border in borders.required.iter().filter(|position| **position <= size) {
            for end in &mut furthest[..border] {
                *end = border.min(*end);
            }
        }
        Self { may_end, furthest }
    }
}

/// The worth of a group by its deals alone.
struct Worth<'a, C> {
    rules: &'a PartitionRules,
    whole: C,
    penalty: f64,
    prior_deals: f64,
}

impl<'a, C: Cell> Worth<'a, C> {
    fn new(whole: C, rules: &'a PartitionRules) -> Self {
        Self { rules, whole, penalty: rules.finite_penalty(), prior_deals: rules.finite_prior_deals() }
    }

    fn of(&self, group: C) -> f64 {
        let deals = group.deals();
        let allowed = deals >= self.rules.min_deals as f64
            // A group holds a deal at least, unless there are none at all.
            && (deals > 0.0 || self.whole.deals() <= 0.0)
            && deals <= self.rules.max_deals as f64
            && group.won() >= self.rules.min_won as f64
            && group.lost() >= self.rules.min_lost as f64;
        if allowed { self.objective(group) - self.penalty } else { FORBIDDEN }
    }

    fn objective(&self, group: C) -> f64 {
        match self.rules.objective {
            Objective::Likelihood => group.log_likelihood(),
            Objective::InformationValue => information(group, self.whole, self.prior_deals),
        }
    }
}
