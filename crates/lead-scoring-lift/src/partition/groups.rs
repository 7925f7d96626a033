//! Every contiguous group of pre-bins with what it is worth, if it is allowed.

use super::rules::{Borders, Objective, PartitionRules};
use crate::{Counts, shrunk_log_odds};

/// The triangle of groups `from..to`.
pub(super) struct Groups {
    size: usize,
    /// Deals before each position.
    sums: Vec<Counts>,
    /// Row by row; row `from` holds the ends after it.
    gains: Vec<Option<f64>>,
}

impl Groups {
    pub(super) fn new(cells: &[Counts], rules: &PartitionRules, borders: &Borders) -> Self {
        let size = cells.len();
        let mut sums = vec![Counts::default(); size + 1];
        for (at, cell) in cells.iter().enumerate() {
            sums[at + 1] = sums[at] + *cell;
        }
        let worth = Worth::new(sums[size], rules);
        let ends = Ends::new(size, borders);
        let mut gains = Vec::with_capacity(size * (size + 1) / 2);
        for from in 0..size {
            let furthest = ends.furthest[from];
            gains.extend((from + 1..=size).map(|to| {
                if to > furthest || !ends.may_end[to] { None } else { worth.of(sums[to] - sums[from]) }
            }));
        }
        Self { size, sums, gains }
    }

    pub(super) const fn size(&self) -> usize {
        self.size
    }

    /// What the group `from..to` is worth, penalty taken off; `None` where it is not allowed.
    pub(super) fn gain(&self, from: usize, to: usize) -> Option<f64> {
        // Row `from` starts after the rows before it, which hold size, size - 1, … entries.
        self.gains[from * self.size - from * from.saturating_sub(1) / 2 + (to - from - 1)]
    }

    /// Deals of the group `from..to`.
    pub(super) fn counts(&self, from: usize, to: usize) -> Counts {
        self.sums[to] - self.sums[from]
    }
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
struct Worth<'a> {
    rules: &'a PartitionRules,
    whole: Counts,
    penalty: f64,
    /// A group holds a deal at least, unless there are none at all.
    min_deals: u64,
}

impl<'a> Worth<'a> {
    fn new(whole: Counts, rules: &'a PartitionRules) -> Self {
        let min_deals = rules.min_deals.max(whole.deals().min(1));
        Self { rules, whole, penalty: rules.finite_penalty(), min_deals }
    }

    fn of(&self, group: Counts) -> Option<f64> {
        let deals = group.deals();
        let allowed = deals >= self.min_deals
            && deals <= self.rules.max_deals
            && group.won >= self.rules.min_won
            && group.lost >= self.rules.min_lost;
        allowed.then(|| self.objective(group) - self.penalty)
    }

    fn objective(&self, group: Counts) -> f64 {
        match self.rules.objective {
            Objective::Likelihood => group.log_likelihood(),
            Objective::InformationValue if self.whole.won == 0 || self.whole.lost == 0 => 0.0,
            Objective::InformationValue => {
                let won = group.won as f64 / self.whole.won as f64;
                let lost = group.lost as f64 / self.whole.lost as f64;
                (won - lost) * shrunk_log_odds(group, self.whole)
            }
        }
    }
}
