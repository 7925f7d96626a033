//! The best contiguous grouping of ordered pre-bins.
//!
//! Maximises `sum over groups of (log likelihood - penalty)` exactly, by dynamic programming over the last group (Fisher 1958 for the
//! grouping of ordered categories; the penalised likelihood is that of Schwarz 1978 up to the penalty's size). A grouping is allowed if
//! every group has at least `min_deals` deals and there are at most `max_groups` groups.
//!
//! | case | result |
//! |---|---|
//! | no pre-bins | no groups |
//! | fewer deals than `min_deals` in all | one group |
//! | ties between groupings | the one with fewer groups, then with earlier borders |
//!
//! Cost: `O(B^2)` likelihoods and `O(max_groups B^2)` comparisons for `B` pre-bins.

use crate::Counts;

/// What a grouping must keep to.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct PartitionRules {
    /// What each group costs, in natural-log likelihood; at least 0.
    pub penalty: f64,
    /// Fewest deals in a group.
    pub min_deals: u64,
    /// Most groups.
    pub max_groups: usize,
}

impl PartitionRules {
    /// Rules from their parts.
    #[must_use]
    pub const fn new(penalty: f64, min_deals: u64, max_groups: usize) -> Self {
        Self { penalty, min_deals, max_groups }
    }
}

/// The best grouping of ordered pre-bins: for each group the position after its last pre-bin (the last is `cells.len()`).
#[must_use]
pub fn best_partition(cells: &[Counts], rules: &PartitionRules) -> Vec<usize> {
    let size = cells.len();
    if size == 0 {
        return Vec::new();
    }
    let mut sums = vec![Counts::default(); size + 1];
    for (at, cell) in cells.iter().enumerate() {
        sums[at + 1] = sums[at] + *cell;
    }
    // gain[i][j]: what the group of pre-bins i..j is worth, if allowed.
    let gain = |from: usize, to: usize| {
        let group = sums[to] - sums[from];
        (group.deals() >= rules.min_deals.max(1)).then(|| group.log_likelihood() - rules.penalty)
    };
    let gains: Vec<Option<f64>> = (0..size)
        .flat_map(|from| (from + 1..=size).map(move |to| (from, to)))
        .map(|(from, to)| gain(from, to))
        .collect();
    // Row `from` of the triangle starts after the rows before it, which hold size, size - 1, … entries.
    let at = |from: usize, to: usize| from * size - from * from.saturating_sub(1) / 2 + (to - from - 1);

    let rounds = rules.max_groups.clamp(1, size);
    let mut best: Vec<Option<f64>> = vec![None; size + 1];
    best[0] = Some(0.0);
    let mut came_from = Vec::with_capacity(rounds);
    let mut champion: Option<(f64, usize)> = None;
    for round in 0..rounds {
        let mut next: Vec<Option<f64>> = vec![None; size + 1];
        let mut from_of = vec![0_usize; size + 1];
        for to in round + 1..=size {
            for from in round..to {
                let (Some(before), Some(group)) = (best[from], gains[at(from, to)]) else { continue };
                if next[to].is_none_or(|known| before + group > known + 1e-12) {
                    next[to] = Some(before + group);
                    from_of[to] = from;
                }
            }
        }
        came_from.push(from_of);
        if let Some(value) = next[size]
            && champion.is_none_or(|(known, _)| value > known + 1e-9)
        {
            champion = Some((value, round));
        }
        best = next;
    }
    let Some((_, round)) = champion else { return vec![size] };
    let mut ends = vec![size];
    for from_of in came_from[..=round].iter().rev() {
        let end = from_of[ends[ends.len() - 1]];
        if end > 0 {
            ends.push(end);
        }
    }
    ends.reverse();
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every grouping, by the bits of a number.
    fn brute_force(cells: &[Counts], rules: &PartitionRules) -> Option<f64> {
        let borders = cells.len() - 1;
        let mut best: Option<f64> = None;
        for bits in 0..1_u32 << borders {
            let mut groups = vec![cells[0]];
            for (at, cell) in cells.iter().enumerate().skip(1) {
                if bits >> (at - 1) & 1 == 1 {
                    groups.push(*cell);
                } else {
                    *groups.last_mut().unwrap() += *cell;
                }
            }
            if groups.len() > rules.max_groups || groups.iter().any(|g| g.deals() < rules.min_deals.max(1)) {
                continue;
            }
            let value = groups.iter().map(|g| g.log_likelihood() - rules.penalty).sum::<f64>();
            best = Some(best.map_or(value, |known| known.max(value)));
        }
        best
    }

    fn value(cells: &[Counts], ends: &[usize], rules: &PartitionRules) -> f64 {
        let starts = std::iter::once(0).chain(ends.iter().copied());
        starts
            .zip(ends)
            .map(|(from, &to)| {
                cells[from..to].iter().copied().sum::<Counts>().log_likelihood() - rules.penalty
            })
            .sum()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn equals_brute_force(
            cells in prop::collection::vec((0_u64..40, 0_u64..40), 1..10),
            penalty in 0.0_f64..6.0, min_deals in 0_u64..40, max_groups in 1_usize..7,
        ) {
            let cells: Vec<Counts> = cells.into_iter().map(|(w, l)| Counts::new(w, l)).collect();
            let rules = PartitionRules::new(penalty, min_deals, max_groups);
            let ends = best_partition(&cells, &rules);
            prop_assert_eq!(*ends.last().unwrap(), cells.len());
            prop_assert!(ends.windows(2).all(|pair| pair[0] < pair[1]));
            match brute_force(&cells, &rules) {
                Some(best) => {
                    prop_assert!(ends.len() <= max_groups);
                    prop_assert!((value(&cells, &ends, &rules) - best).abs() < 1e-6);
                }
                None => prop_assert_eq!(ends, vec![cells.len()]),
            }
        }
    }

    #[test]
    fn no_cells_no_groups() {
        assert!(best_partition(&[], &PartitionRules::new(1.0, 1, 5)).is_empty());
    }
}
