//! The exact search over all triples of cuts.
//!
//! Objective: the mutual information of tier and outcome (Shannon 1948), in nats over all deals,
//! `sum over tiers and outcomes of n(t, y) ln( n(t, y) n / (n(t) n(y)) )`. It is a sum over tiers, so each stretch of neighbouring
//! scores is evaluated once; with k distinct scores the search is O(k^3), 170 000 triples for a card of 0 to 100.
//!
//! A choice counts as equally good within 1 % of the best. Among these the one with the highest Hot cut is taken: a lead called
//! Hot in error costs a rep's time, one called Warm in error still gets a call.

use crate::cells::{Cell, totals};
use crate::constraints::{Aim, Constraints};
use lead_scoring_model::TierCuts;

/// Choices whose information is at least this part of the best count as equally good.
const NEAR: f64 = 0.99;

/// Positions in the ascending scores where Cool, Warm and Hot begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Positions {
    pub(crate) cool: usize,
    pub(crate) warm: usize,
    pub(crate) hot: usize,
}

/// A choice of tiers with its information.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Choice {
    pub(crate) at: Positions,
    pub(crate) information: f64,
}

/// Won and lost deals of a tier.
#[derive(Clone, Copy, Debug)]
struct Share {
    won: u64,
    lost: u64,
}

impl Share {
    const fn deals(self) -> u64 {
        self.won + self.lost
    }
}

/// The scores to cut, with everything that every triple needs.
pub(crate) struct Search<'a> {
    cells: &'a [Cell],
    /// Won and lost deals below each position; one entry more than there are scores.
    below: Vec<(u64, u64)>,
    /// Information of the stretch from one position to another.
    information: Vec<f64>,
}

impl<'a> Search<'a> {
    pub(crate) fn new(cells: &'a [Cell]) -> Self {
        let mut below = vec![(0, 0)];
        below.extend(cells.iter().scan((0, 0), |sum, cell| {
            *sum = (sum.0 + cell.won, sum.1 + cell.lost);
            Some(*sum)
        }));
        let mut search = Self { cells, below, information: Vec::new() };
        let (wins, losses) = totals(cells);
        let positions = search.below.len();
        search.information = (0..positions * positions)
            .map(|at| search.share(at / positions, at % positions))
            .map(|share| share.map_or(0.0, |share| information(share, wins, losses)))
            .collect();
        search
    }

    /// The best choice that respects the constraints; `None` where there is none.
    pub(crate) fn best(&self, constraints: &Constraints) -> Option<Choice> {
        let mut finalists: Vec<Option<Choice>> = vec![None; 2 * self.below.len()];
        self.each_choice(constraints, |choice| {
            let finalist = &mut finalists[2 * choice.at.hot + usize::from(choice.at.cool > 0)];
            if finalist.is_none_or(|other| choice.information > other.information) {
                *finalist = Some(choice);
            }
        });
        let most = finalists.iter().flatten().map(|choice| choice.information).reduce(f64::max)?;
        // An absolute grain keeps choices apart from equal ones that differ by rounding alone.
        let near = |choice: &&Choice| choice.information >= most * NEAR - 1e-9;
        finalists.iter().flatten().filter(near).max_by_key(|choice| self.merit(choice.at)).copied()
    }

    /// Of equally good choices one with Hot, then one with Cold, then the one with the highest Hot cut.
    fn merit(&self, at: Positions) -> (bool, bool, usize) {
        (at.hot < self.cells.len(), at.cool > 0, at.hot)
    }

    fn each_choice(&self, constraints: &Constraints, mut visit: impl FnMut(Choice)) {
        let end = self.cells.len();
        let step = usize::from(!constraints.empty_tiers);
        for hot in step * 3..=end - step.min(end) {
            if !self.hot_allowed(constraints, hot) {
                continue;
            }
            for cool in step..=hot.saturating_sub(2 * step) {
                if !self.cold_allowed(constraints, cool) {
                    continue;
                }
                for warm in cool + step..=hot - step {
                    let at = Positions { cool, warm, hot };
                    if self.allowed(constraints, at) {
                        visit(Choice { at, information: self.information_of(at) });
                    }
                }
            }
        }
    }

    fn hot_allowed(&self, constraints: &Constraints, hot: usize) -> bool {
        let share = self.share(hot, self.cells.len());
        let deals = share.map_or(0, Share::deals);
        let sized = (deals >= constraints.min_tier && deals <= constraints.max_hot)
            || (constraints.empty_tiers && deals == 0);
        let raised = constraints
            .hours
            .is_none_or(|hours| self.cells.get(hot).is_none_or(|cell| cell.score >= hours.lowest_hot));
        let aimed = constraints.aim.is_none_or(|aim| share.is_some_and(|share| self.reaches(aim, share)));
        sized && raised && aimed
    }

    fn reaches(&self, aim: Aim, hot: Share) -> bool {
        let precision = hot.won as f64 / hot.deals() as f64;
        precision >= aim.precision && self.recall(hot) >= aim.recall
    }

    /// A share's part of all wins.
    fn recall(&self, share: Share) -> f64 {
        let wins = self.below.last().map_or(0, |below| below.0);
        share.won as f64 / wins.max(1) as f64
    }

    /// The largest share of the wins that an allowed Hot tier of this win rate holds; `None` where there is no such tier.
    pub(crate) fn best_recall(&self, constraints: &Constraints, precision: f64) -> Option<f64> {
        let aiming = constraints.aiming(precision, 0.0);
        let allowed = (0..self.cells.len()).filter(|&hot| self.hot_allowed(&aiming, hot));
        allowed
            .filter_map(|hot| self.share(hot, self.cells.len()))
            .map(|hot| self.recall(hot))
            .reduce(f64::max)
    }

    fn cold_allowed(&self, constraints: &Constraints, cool: usize) -> bool {
        let deals = self.share(0, cool).map_or(0, Share::deals);
        deals >= constraints.min_cold || (constraints.empty_tiers && deals == 0)
    }

    fn allowed(&self, constraints: &Constraints, at: Positions) -> bool {
        let tiers = self.tiers(at);
        let sized = |tier: &Option<Share>| match tier {
            Some(share) => share.deals() >= constraints.min_tier,
            None => constraints.empty_tiers,
        };
        if !tiers.iter().all(sized) {
            return false;
        }
        let [hot, warm, ..] = tiers.map(|tier| tier.map_or(0, Share::deals));
        if constraints.hours.is_some_and(|hours| hours.needed(hot, warm) > hours.available) {
            return false;
        }
        let mut better: Option<Share> = None;
        for tier in tiers.into_iter().flatten() {
            if better.is_some_and(|better| !falls(better, tier, constraints.min_z)) {
                return false;
            }
            better = Some(tier);
        }
        !constraints.empty_tiers || self.cuts(at).is_some()
    }

    /// Hot to Cold; `None` for an empty tier.
    fn tiers(&self, at: Positions) -> [Option<Share>; 4] {
        [
            self.share(at.hot, self.cells.len()),
            self.share(at.warm, at.hot),
            self.share(at.cool, at.warm),
            self.share(0, at.cool),
        ]
    }

    fn information_of(&self, at: Positions) -> f64 {
        let positions = self.below.len();
        let of = |from: usize, to: usize| self.information[from * positions + to];
        of(at.hot, self.cells.len()) + of(at.warm, at.hot) + of(at.cool, at.warm) + of(0, at.cool)
    }

    /// The deals from one position up to another; `None` where that is nothing.
    fn share(&self, from: usize, to: usize) -> Option<Share> {
        let (low, high) = (self.below.get(from)?, self.below.get(to)?);
        (from < to).then(|| Share { won: high.0 - low.0, lost: high.1 - low.1 })
    }

    /// Win rate of the Hot tier of a choice; `None` where it is empty.
    pub(crate) fn hot_rate(&self, at: Positions) -> Option<f64> {
        let hot = self.share(at.hot, self.cells.len())?;
        Some(hot.won as f64 / hot.deals() as f64)
    }

    /// Hot and Warm deals of a choice.
    pub(crate) fn worked(&self, at: Positions) -> (u64, u64) {
        let [hot, warm, ..] = self.tiers(at).map(|tier| tier.map_or(0, Share::deals));
        (hot, warm)
    }

    /// The cuts as scores; `None` where an empty tier has no score between its neighbours to lie on.
    pub(crate) fn cuts(&self, at: Positions) -> Option<TierCuts> {
        let end = self.cells.len();
        let last = i64::from(self.cells.last()?.score);
        let lowest = |position: usize, ceiling: i64| {
            let wished = self.cells.get(position).map_or(ceiling, |cell| i64::from(cell.score)).min(ceiling);
            let floor =
                position.checked_sub(1).and_then(|at| self.cells.get(at)).map(|cell| i64::from(cell.score));
            floor.is_none_or(|floor| wished > floor).then_some(wished)
        };
        // Cuts above every score need room for as many of them as there are.
        let above = [at.hot, at.warm, at.cool].iter().filter(|&&position| position == end).count() as i64;
        let hot = lowest(at.hot, last + above.max(1))?;
        let warm = lowest(at.warm, hot - 1)?;
        let cool = lowest(at.cool, warm - 1)?;
        let narrow = |cut: i64| i32::try_from(cut).ok();
        TierCuts::new(narrow(hot)?, narrow(warm)?, narrow(cool)?)
    }
}

/// Whether the win rate falls from one tier to the next by at least `min_z` pooled standard errors.
fn falls(better: Share, worse: Share, min_z: f64) -> bool {
    let (a, b) = (
        u128::from(better.won) * u128::from(worse.deals()),
        u128::from(worse.won) * u128::from(better.deals()),
    );
    if a <= b {
        return false;
    }
    let (n1, n2) = (better.deals() as f64, worse.deals() as f64);
    let pooled = (better.won + worse.won) as f64 / (n1 + n2);
    let difference = better.won as f64 / n1 - worse.won as f64 / n2;
    difference >= min_z * (pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2)).sqrt()
}

fn information(share: Share, wins: u64, losses: u64) -> f64 {
    let part = |here: u64, of: u64| {
        if here == 0 {
            return 0.0;
        }
        let expected = share.deals() as f64 * (of as f64 / (wins + losses) as f64);
        here as f64 * (here as f64 / expected).ln()
    };
    part(share.won, wins) + part(share.lost, losses)
}

#[cfg(test)]
#[path = "search_tests.rs"]
mod tests;
