//! The search where neighbours do not matter to each other: the best way to each end, group by group.

use super::groups::{FORBIDDEN, Groups};
use super::rules::PartitionRules;
use super::{BETTER, Found};
use crate::cell::Cell;

/// The best grouping, or `None` where no grouping is allowed.
pub(super) fn search<C: Cell>(groups: &Groups<C>, rules: &PartitionRules) -> Option<Found> {
    let size = groups.size();
    let rounds = rules.max_groups.clamp(1, size);
    let mut best = vec![FORBIDDEN; size + 1];
    best[0] = 0.0;
    let mut came_from = Vec::with_capacity(rounds);
    let mut champion: Option<(f64, usize)> = None;
    for round in 0..rounds {
        let mut next = vec![FORBIDDEN; size + 1];
        let mut from_of = vec![0_usize; size + 1];
        for to in round + 1..=size {
            let mut known = FORBIDDEN;
            for (from, (before, gain)) in best.iter().zip(groups.gains_to(to)).enumerate().skip(round) {
                if before + gain > known + 1e-12 {
                    known = before + gain;
                    from_of[to] = from;
                }
            }
            next[to] = known;
        }
        came_from.push(from_of);
        let value = next[size];
        if value > FORBIDDEN
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
