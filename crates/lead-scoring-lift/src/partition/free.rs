//! The search where neighbours do not matter to each other: the best way to each end, group by group.

use super::groups::Groups;
use super::rules::PartitionRules;
use super::{BETTER, Found};

/// The best grouping, or `None` where no grouping is allowed.
pub(super) fn search(groups: &Groups, rules: &PartitionRules) -> Option<Found> {
    let size = groups.size();
    let rounds = rules.max_groups.clamp(1, size);
    let mut best: Vec<Option<f64>> = vec![None; size + 1];
    best[0] = Some(0.0);
    let mut came_from = Vec::with_capacity(rounds);
    let mut champion: Option<(f64, usize)> = None;
    for round in 0..rounds {
        let mut next: Vec<Option<f64>> = vec![None; size + 1];
        let mut from_of = vec![0_usize; size + 1];
        for to in round + 1..=size {
            for (from, before) in best.iter().enumerate().take(to).skip(round) {
                let (&Some(before), Some(group)) = (before, groups.gain(from, to)) else { continue };
                if next[to].is_none_or(|known| before + group > known + 1e-12) {
                    next[to] = Some(before + group);
                    from_of[to] = from;
                }
            }
        }
        came_from.push(from_of);
        if let Some(value) = next[size]
            && round + 1 >= rules.min_groups
            && champion.is_none_or(|(known, _)| value > known + BETTER)
        {
            champion = Some((value, round));
        }
        best = next;
    }
    let (value, round) = champion?;
    let mut ends = vec![size];
    for from_of in came_from[..=round].iter().rev() {
        let end = from_of[ends[ends.len() - 1]];
        if end > 0 {
            ends.push(end);
        }
    }
    ends.reverse();
    Some(Found { ends, value })
}
