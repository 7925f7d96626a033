//! Bins and log odds for each row that were learned without the row's own fold.
//!
//! The search for cut points inflates the lift it finds. Here the search runs once per fold on the other folds, and a row's log odds come
//! from the search that did not see it, so that whatever is fitted to these values is not fooled by the search.

use crate::log_odds::{FEWEST_WITHOUT_A_FOLD, supported_log_odds};
use crate::partition::{PartitionRules, best_partition};
use crate::prebin::{MAX_CELLS, PreBins};
use crate::{Counts, FOLDS, shrunk_log_odds};

/// Counts of every pre-bin (missing last) on every fold.
#[derive(Clone, Debug)]
pub(crate) struct FoldCounts {
    cells: Vec<[Counts; FOLDS]>,
}

impl FoldCounts {
    pub(crate) fn new(bins: &PreBins, won: &[bool], folds: &[u8]) -> Self {
        // Two counters a fold: lost at even places, won at odd ones.
        const SLOTS: usize = 2 * FOLDS;
        let mut flat = vec![0_u64; (bins.count + 1) * SLOTS];
        for ((&code, &won), &fold) in bins.codes.iter().zip(won).zip(folds) {
            flat[usize::from(code) * SLOTS + 2 * usize::from(fold) + usize::from(won)] += 1;
        }
        let cells = flat
            .chunks_exact(SLOTS)
            .map(|slots| std::array::from_fn(|fold| Counts::new(slots[2 * fold + 1], slots[2 * fold])));
        Self { cells: cells.collect() }
    }

    /// Counts of every pre-bin, missing last, over all folds.
    pub(crate) fn all(&self) -> Vec<Counts> {
        self.cells.iter().map(|cell| cell.iter().copied().sum()).collect()
    }

    /// The same without some folds.
    pub(crate) fn without(&self, folds: &[usize]) -> Vec<Counts> {
        let kept = |cell: &[Counts; FOLDS]| {
            (0..FOLDS).filter(|fold| !folds.contains(fold)).map(|fold| cell[fold]).sum()
        };
        self.cells.iter().map(kept).collect()
    }

    /// Counts of one pre-bin on one fold.
    pub(crate) fn on(&self, bin: usize, fold: usize) -> Counts {
        self.cells[bin][fold]
    }
}

/// The grouping of pre-bins that the counts support: the group of each pre-bin, groups numbered in ascending order of range, or of win
/// rate for categories. The missing pre-bin is not grouped.
pub(crate) fn group(cells: &[Counts], bins: &PreBins, rules: &PartitionRules) -> Vec<usize> {
    if matches!(bins.content, crate::prebin::Content::Fixed(_)) {
        return (0..bins.count).collect();
    }
    let regular = &cells[..bins.count];
    let order = if bins.is_ordered() { (0..bins.count).collect() } else { by_rate(regular) };
    let ends = if bins.is_ordered() { (1..=bins.count).collect() } else { cell_ends(&order, regular) };
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let ordered: Vec<Counts> = starts
        .zip(&ends)
        .map(|(start, &end)| order[start..end].iter().map(|&bin| regular[bin]).sum())
        .collect();
    let mut group_of = vec![0; bins.count];
    let mut start = 0;
    for (group, end) in best_partition(&ordered, rules).into_iter().enumerate() {
        let end = ends[end - 1];
        for &bin in &order[start..end] {
            group_of[bin] = group;
        }
        start = end;
    }
    group_of
}

/// For each cell that levels in order of win rate are searched in, the position after its last pre-bin: one a level, or where there are more
/// than [`MAX_CELLS`], neighbours joined to about as many cells of about equal size.
fn cell_ends(order: &[usize], cells: &[Counts]) -> Vec<usize> {
    if order.len() <= MAX_CELLS {
        return (1..=order.len()).collect();
    }
    let deals: u64 = cells.iter().map(|cell| cell.deals()).sum();
    let target = deals.div_ceil(MAX_CELLS as u64);
    let mut ends = Vec::new();
    let mut inside = 0;
    for (at, &bin) in order.iter().enumerate() {
        let next = cells[bin].deals();
        if inside > 0 && (inside >= target || next >= target) {
            ends.push(at);
            inside = 0;
        }
        inside += next;
    }
    ends.push(order.len());
    ends
}

/// Pre-bins from the lowest shrunk win rate to the highest.
fn by_rate(cells: &[Counts]) -> Vec<usize> {
    let whole: Counts = cells.iter().copied().sum();
    let mut order: Vec<(f64, usize)> =
        cells.iter().enumerate().map(|(bin, cell)| (shrunk_log_odds(*cell, whole), bin)).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    order.into_iter().map(|(_, bin)| bin).collect()
}

/// Counts of each group.
pub(crate) fn group_counts(cells: &[Counts], group_of: &[usize]) -> Vec<Counts> {
    let groups = group_of.iter().max().map_or(0, |last| last + 1);
    let mut counts = vec![Counts::default(); groups];
    for (&group, &cell) in group_of.iter().zip(cells) {
        counts[group] += cell;
    }
    counts
}

/// Shrunk log odds of the missing bin, or 0 where the evidence for an effect is not worth a bin.
pub(crate) fn missing_log_odds(cells: &[Counts], penalty: f64, min_deals: u64) -> f64 {
    let Some((&missing, filled)) = cells.split_last() else { return 0.0 };
    let filled: Counts = filled.iter().copied().sum();
    let whole = filled + missing;
    let gain = missing.log_likelihood() + filled.log_likelihood() - whole.log_likelihood();
    if missing.deals() < min_deals || gain <= penalty { 0.0 } else { shrunk_log_odds(missing, whole) }
}

/// What each fold's absence taught: for each fold the grouping of the other folds, and the log odds of each pre-bin (missing last) by it.
pub(crate) struct CrossFit {
    pub(crate) groups: Vec<Vec<usize>>,
    pub(crate) log_odds: Vec<Vec<f64>>,
}

pub(crate) fn cross_fit(counts: &FoldCounts, bins: &PreBins, rules: &PartitionRules) -> CrossFit {
    let (mut groups, mut log_odds) = (Vec::with_capacity(FOLDS), Vec::with_capacity(FOLDS));
    for fold in 0..FOLDS {
        let cells = counts.without(&[fold]);
        let group_of = group(&cells, bins, rules);
        log_odds.push(log_odds_of(&cells, &group_of, rules));
        groups.push(group_of);
    }
    CrossFit { groups, log_odds }
}

/// The log odds of each pre-bin (missing last), learned without some folds.
pub(crate) fn log_odds_without(
    counts: &FoldCounts,
    bins: &PreBins,
    rules: &PartitionRules,
    folds: &[usize],
) -> Vec<f64> {
    let cells = counts.without(folds);
    log_odds_of(&cells, &group(&cells, bins, rules), rules)
}

fn log_odds_of(cells: &[Counts], group_of: &[usize], rules: &PartitionRules) -> Vec<f64> {
    let whole: Counts = cells.iter().copied().sum();
    let groups = group_counts(cells, group_of);
    let of_group = |&group: &usize| supported_log_odds(groups[group], whole, FEWEST_WITHOUT_A_FOLD);
    let mut log_odds: Vec<f64> = group_of.iter().map(of_group).collect();
    log_odds.push(missing_log_odds(cells, rules.penalty, rules.min_deals));
    log_odds
}

/// Log likelihood a deal gains, in nats, when each fold is predicted from the others instead of by the base rate of the others.
///
/// Positive: the field predicts deals it was not measured on. Zero or negative: what was found was the search's own doing.
pub(crate) fn honest_gain(counts: &FoldCounts, cross: &[Vec<f64>]) -> f64 {
    let (mut gain, mut deals) = (0.0, 0.0);
    for (fold, log_odds) in cross.iter().enumerate() {
        let whole: Counts = counts.without(&[fold]).into_iter().sum();
        if whole.won == 0 || whole.lost == 0 {
            continue;
        }
        let base = (whole.won as f64 / whole.lost as f64).ln();
        for (bin, effect) in log_odds.iter().enumerate() {
            let cell = counts.on(bin, fold);
            gain += cell.won as f64 * (ln_logistic(base + effect) - ln_logistic(base));
            gain += cell.lost as f64 * (ln_logistic(-base - effect) - ln_logistic(-base));
            deals += cell.deals() as f64;
        }
    }
    if deals > 0.0 { gain / deals } else { 0.0 }
}

/// `ln(1 / (1 + exp(-x)))` without overflow.
fn ln_logistic(x: f64) -> f64 {
    if x >= 0.0 { -(-x).exp().ln_1p() } else { x - x.exp().ln_1p() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_levels_are_searched_in_cells_of_about_equal_size() {
        let order: Vec<usize> = (0..500).rev().collect();
        let mut cells = vec![Counts::new(2, 2); 500];
        cells[250] = Counts::new(300, 300);
        let ends = cell_ends(&order, &cells);
        assert!((40..=MAX_CELLS + 2).contains(&ends.len()) && ends.last() == Some(&500), "{ends:?}");
        assert!(ends.is_sorted_by(|a, b| a < b));
        // A large level is a cell of its own.
        assert!(ends.contains(&249) && ends.contains(&250), "{ends:?}");
        assert_eq!(cell_ends(&order[..64], &cells).len(), 64);
        assert!(cell_ends(&[], &[]).is_empty());
    }
}
