//! The best contiguous grouping of ordered pre-bins.
//!
//! Maximises `sum over groups of (objective - penalty)` exactly, by dynamic programming over the last group (Fisher 1958 for the
//! grouping of ordered categories). The objective is the log likelihood (penalised as by Schwarz 1978 up to the penalty's size) or the
//! information value (Siddiqi 2006); the set of rules a grouping may have to keep to is that of Navas-Palencia 2020: size, outcomes and
//! number of groups, the trend of the win rate, how far apart neighbours must be, and borders given by the user.
//!
//! Objective and rules speak of one group or of two neighbours, so the best way to a last group does not depend on what comes after it,
//! and no solver is needed. Deals may be counted ([`Counts`](crate::Counts)) or weighted ([`WeightedCounts`](crate::WeightedCounts)).
//!
//! | case | result |
//! |---|---|
//! | no pre-bins | no groups, whatever the rules |
//! | no grouping meets the rules | [`find_partition`]: [`NoPartition`]; [`best_partition`]: one group |
//! | ties between groupings, up to rounding | the one with fewer groups, then with earlier borders |
//! | equal win rates of neighbours | break no trend; of weighted deals: equal up to rounding |
//! | neighbours of one outcome only, under a largest p value | cannot be told apart, so may not be neighbours |
//! | one group | has every trend, and no neighbours to tell apart |
//! | no won or no lost deals at all | an information value of 0 |
//! | no deals at all | one group, unless a group must have deals |
//!
//! Cost for `B` pre-bins: `O(B^2)` objectives; then `O(max_groups B^2)` comparisons, or under a trend or a rule on neighbours
//! `O(max_groups B^3)` at most, far fewer as a rule, and `O(max_groups B^2)` memory. `NoPartition` costs some dozens of such searches.

mod free;
mod groups;
mod linked;
mod rules;
#[cfg(test)]
mod tests;
mod unmet;

pub use rules::{Borders, Objective, PartitionRules, Trend};
pub use unmet::{Constraint, NoPartition, Relaxation};

use crate::cell::Cell;
use groups::Groups;
use std::cmp::Ordering;

/// A grouping with more groups has to be better by more than this, in units of the objective.
const BETTER: f64 = 1e-9;

/// A grouping of ordered pre-bins.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Partition {
    /// For each group the position after its last pre-bin; the last is the number of pre-bins.
    pub ends: Vec<usize>,
    /// The objective over all groups, penalties taken off.
    pub value: f64,
    /// The trend it was made to keep: the one of the rules, or for [`Trend::Auto`] the one chosen.
    pub trend: Trend,
}

impl Partition {
    fn new(found: Found, trend: Trend) -> Self {
        Self { ends: found.ends, value: found.value, trend }
    }
}

/// What a search comes back with.
struct Found {
    ends: Vec<usize>,
    value: f64,
}

/// The best grouping of ordered pre-bins, wherever borders are best: for each group the position after its last pre-bin (the last is
/// `cells.len()`). One group where the rules allow none; [`find_partition`] says why.
#[must_use]
pub fn best_partition<C: Cell>(cells: &[C], rules: &PartitionRules) -> Vec<usize> {
    if cells.is_empty() {
        return Vec::new();
    }
    solve(cells, rules, &Borders::anywhere()).map_or_else(|| vec![cells.len()], |(found, _)| found.ends)
}

/// The best grouping of ordered pre-bins.
///
/// ```
/// use lead_scoring_lift::{Borders, Counts, PartitionRules, Trend, find_partition};
///
/// let cells = [(2, 40), (9, 30), (7, 31), (25, 20), (30, 12)].map(|(won, lost)| Counts::new(won, lost));
/// let rules = PartitionRules::new(1.0, 20, 5).with_trend(Trend::Increasing).with_max_p_value(0.05);
/// let partition = find_partition(&cells, &rules, &Borders::anywhere())?;
/// assert_eq!(partition.ends, [1, 3, 5]);
///
/// let unmet = find_partition(&cells, &rules.with_min_groups(5), &Borders::anywhere()).unwrap_err();
/// assert_eq!(unmet.to_string(), "no grouping meets all rules; there is one with `min_groups` at 3");
/// # Ok::<(), lead_scoring_lift::NoPartition>(())
/// ```
///
/// # Errors
/// [`NoPartition`] where no grouping meets the rules, with the rules that must give way.
pub fn find_partition<C: Cell>(
    cells: &[C],
    rules: &PartitionRules,
    borders: &Borders,
) -> Result<Partition, NoPartition> {
    if cells.is_empty() {
        return Ok(Partition { ends: Vec::new(), value: 0.0, trend: rules.trend });
    }
    match solve(cells, rules, borders) {
        Some((found, trend)) => Ok(Partition::new(found, trend)),
        None => Err(unmet::diagnose(cells, rules, borders)),
    }
}

/// The best grouping of one pre-bin or more, with the trend it was made to keep.
fn solve<C: Cell>(cells: &[C], rules: &PartitionRules, borders: &Borders) -> Option<(Found, Trend)> {
    let groups = Groups::new(cells, rules, borders);
    if rules.trend == Trend::Auto {
        return best_trend(&groups, rules);
    }
    let linked = rules.trend != Trend::None || rules.limits_difference() || rules.limits_p_value();
    let found =
        if linked { linked::search(&groups, rules, rules.trend) } else { free::search(&groups, rules) };
    found.map(|found| (found, rules.trend))
}

/// Whether a grouping is better than another, or as good with fewer groups or earlier borders: swapping won and lost deals, which turns peaks
/// into valleys, must not change which one is taken.
fn comes_before(one: &Found, other: &Found) -> bool {
    if (one.value - other.value).abs() > BETTER {
        return one.value > other.value;
    }
    (one.ends.len(), &one.ends) < (other.ends.len(), &other.ends)
}

/// The better of a peak and a valley, each of which may be a steady trend, and is then called by that name.
fn best_trend<C: Cell>(groups: &Groups<C>, rules: &PartitionRules) -> Option<(Found, Trend)> {
    let peak = linked::search(groups, rules, Trend::Peak);
    let valley = linked::search(groups, rules, Trend::Valley);
    let (found, bent) = match (peak, valley) {
        (Some(peak), Some(valley)) if comes_before(&valley, &peak) => (valley, Trend::Valley),
        (Some(peak), _) => (peak, Trend::Peak),
        (None, valley) => (valley?, Trend::Valley),
    };
    let starts = std::iter::once(0).chain(found.ends.iter().copied());
    let counts: Vec<C> = starts.zip(&found.ends).map(|(from, &to)| groups.counts(from, to)).collect();
    let never = |order| counts.windows(2).all(|pair| pair[0].compare_rates(pair[1]) != order);
    let trend = if never(Ordering::Greater) {
        Trend::Increasing
    } else if never(Ordering::Less) {
        Trend::Decreasing
    } else {
        bent
    };
    Some((found, trend))
}
