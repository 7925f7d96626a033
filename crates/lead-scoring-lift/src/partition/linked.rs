//! The search where a group must suit the one before it: the best way to each last group.
//!
//! A state is the last group with the leg of the trend it is on. The ways that end where a group starts are kept from the best down, so
//! that the first one which suits the group is the best one, and few are looked at.

use super::groups::Groups;
use super::rules::{PartitionRules, Trend};
use super::{BETTER, Found};
use crate::cell::Cell;
use std::cmp::Ordering;

/// Differences of win rate that fall short by no more than this are rounding.
const ROUNDING: f64 = 1e-12;

/// The best grouping under a trend, or `None` where no grouping is allowed. `Auto` is for the caller to resolve.
pub(super) fn search<C: Cell>(groups: &Groups<C>, rules: &PartitionRules, trend: Trend) -> Option<Found> {
    let size = groups.size();
    let link = Link::new(rules, trend);
    let mut layers = vec![first_layer(groups)];
    let mut champion: Option<(f64, usize)> = None;
    for round in 0..rules.max_groups.clamp(1, size) {
        if round > 0 {
            layers.push(next_layer(groups, &link, &layers[round - 1]));
        }
        if let Some(way) = layers[round][size].first()
            && round + 1 >= rules.min_groups
            && champion.is_none_or(|(known, _)| way.value > known + BETTER)
        {
            champion = Some((way.value, round));
        }
        if layers[round].iter().all(Vec::is_empty) {
            break;
        }
    }
    let (value, round) = champion?;
    Some(Found { ends: trace(&layers[..=round], size), value })
}

/// The best way to a last group.
struct Way {
    /// Where the last group starts.
    from: usize,
    /// Which leg of the trend it is on.
    leg: usize,
    value: f64,
    /// Place of the way before, among those that end at `from`.
    parent: usize,
}

/// For each end the ways to it with one number of groups, the best first.
type Layer = Vec<Vec<Way>>;

fn first_layer<C: Cell>(groups: &Groups<C>) -> Layer {
    let way = |to| groups.gain(0, to).map(|value| Way { from: 0, leg: 0, value, parent: 0 });
    std::iter::once(Vec::new()).chain((1..=groups.size()).map(|to| way(to).into_iter().collect())).collect()
}

fn next_layer<C: Cell>(groups: &Groups<C>, link: &Link<'_>, before: &Layer) -> Layer {
    let size = groups.size();
    let mut next: Layer = (0..=size).map(|_| Vec::new()).collect();
    for (from, ways) in before.iter().enumerate().take(size).filter(|(_, ways)| !ways.is_empty()) {
        for (to, slot) in next.iter_mut().enumerate().skip(from + 1) {
            let Some(gain) = groups.gain(from, to) else { continue };
            let group = groups.counts(from, to);
            let mut best_leg: Option<f64> = None;
            for leg in 0..link.legs.len() {
                let suits = |way: &Way| link.allows(way.leg, groups.counts(way.from, from), leg, group);
                let Some(parent) = ways.iter().position(suits) else { continue };
                let value = ways[parent].value + gain;
                // An earlier leg leaves all choices of a later one, and so makes a later one of no more worth useless.
                if best_leg.is_none_or(|known| value > known) {
                    best_leg = Some(value);
                    slot.push(Way { from, leg, value, parent });
                }
            }
        }
    }
    for ways in &mut next {
        ways.sort_by(|a, b| b.value.total_cmp(&a.value).then((a.from, a.leg).cmp(&(b.from, b.leg))));
    }
    next
}

/// The ends of the best way to `size` in the last of the layers.
fn trace(layers: &[Layer], size: usize) -> Vec<usize> {
    let (mut end, mut place) = (size, 0);
    let mut ends = Vec::with_capacity(layers.len());
    for layer in layers.iter().rev() {
        ends.push(end);
        let way = &layer[end][place];
        (end, place) = (way.from, way.parent);
    }
    ends.reverse();
    ends
}

/// Which way the win rate goes from one group to the next.
#[derive(Clone, Copy)]
enum Step {
    Any,
    Up,
    Down,
}

/// What a group and the one before it must keep to.
struct Link<'a> {
    rules: &'a PartitionRules,
    /// The steps a trend takes, one leg after the other.
    legs: &'static [Step],
}

impl<'a> Link<'a> {
    const fn new(rules: &'a PartitionRules, trend: Trend) -> Self {
        let legs: &[Step] = match trend {
            Trend::None | Trend::Auto => &[Step::Any],
            Trend::Increasing => &[Step::Up],
            Trend::Decreasing => &[Step::Down],
            Trend::Peak => &[Step::Up, Step::Down],
            Trend::Valley => &[Step::Down, Step::Up],
        };
        Self { rules, legs }
    }

    /// Whether a group on a leg may follow another.
    fn allows<C: Cell>(&self, leg_before: usize, before: C, leg: usize, group: C) -> bool {
        let order = before.compare_rates(group);
        let steps = match self.legs[leg] {
            Step::Any => true,
            Step::Up => order != Ordering::Greater,
            Step::Down => order != Ordering::Less,
        };
        steps && leg_before <= leg && self.are_apart(before, group)
    }

    fn are_apart<C: Cell>(&self, before: C, group: C) -> bool {
        let rate = |counts: C| counts.rate().unwrap_or(0.0);
        if self.rules.limits_difference()
            && (rate(before) - rate(group)).abs() < self.rules.min_difference - ROUNDING
        {
            return false;
        }
        // Two groups that cannot be tested cannot be told apart.
        !self.rules.limits_p_value()
            || before.p_value(group).is_some_and(|p_value| p_value <= self.rules.max_p_value)
    }
}
