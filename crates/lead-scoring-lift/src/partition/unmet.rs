//! Why no grouping meets the rules, and which rule gives way at what value.
//!
//! Rules are relaxed one at a time in the order of [`Constraint::ORDER`]; the first that suffices alone is named. Where none does, all
//! are relaxed and then restored one by one, the last of the order first, as long as there is a grouping. A limit is not dropped but
//! moved as little as needed: counts by one, rates and p values in steps of 0.0001, found by bisection.

use super::rules::{Borders, PartitionRules, Trend};
use super::{Found, Partition, solve};
use crate::cell::Cell;
use std::fmt;

/// Steps of a rate or a p value from 0 to 1.
const STEPS: f64 = 1e4;

/// A rule that a grouping may fail to meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Constraint {
    /// [`PartitionRules::min_groups`].
    MinGroups,
    /// [`PartitionRules::min_deals`].
    MinDeals,
    /// [`PartitionRules::max_deals`].
    MaxDeals,
    /// [`PartitionRules::min_won`].
    MinWon,
    /// [`PartitionRules::min_lost`].
    MinLost,
    /// [`PartitionRules::max_p_value`].
    MaxPValue,
    /// [`PartitionRules::min_difference`].
    MinDifference,
    /// [`PartitionRules::trend`].
    Trend,
    /// [`PartitionRules::max_groups`].
    MaxGroups,
    /// [`Borders::allowed`].
    AllowedBorders,
    /// [`Borders::required`].
    RequiredBorders,
}

impl Constraint {
    /// All, from the first to be relaxed to the last.
    pub const ORDER: [Self; 11] = [
        Self::MinGroups,
        Self::MinDeals,
        Self::MaxDeals,
        Self::MinWon,
        Self::MinLost,
        Self::MaxPValue,
        Self::MinDifference,
        Self::Trend,
        Self::MaxGroups,
        Self::AllowedBorders,
        Self::RequiredBorders,
    ];

    /// What it is called in the rules.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::MinGroups => "min_groups",
            Self::MinDeals => "min_deals",
            Self::MaxDeals => "max_deals",
            Self::MinWon => "min_won",
            Self::MinLost => "min_lost",
            Self::MaxPValue => "max_p_value",
            Self::MinDifference => "min_difference",
            Self::Trend => "trend",
            Self::MaxGroups => "max_groups",
            Self::AllowedBorders => "allowed borders",
            Self::RequiredBorders => "required borders",
        }
    }
}

/// A rule that had to give way.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Relaxation {
    /// The rule.
    pub constraint: Constraint,
    /// The value nearest to the asked one that has a grouping; `None` for a rule that is no number and was dropped.
    pub nearest: Option<f64>,
}

/// No grouping meets the rules: which ones give way, and the best grouping then.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NoPartition {
    /// The rules to relax, all of them; one wherever one suffices.
    pub relaxations: Vec<Relaxation>,
    /// The best grouping under the rules so relaxed.
    pub partition: Partition,
}

impl fmt::Display for NoPartition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no grouping meets all rules; there is one with ")?;
        for (at, relaxation) in self.relaxations.iter().enumerate() {
            let name = relaxation.constraint.name();
            f.write_str(if at > 0 { " and " } else { "" })?;
            match relaxation.nearest {
                Some(value) => write!(f, "`{name}` at {value}")?,
                None => write!(f, "no `{name}`")?,
            }
        }
        Ok(())
    }
}

impl std::error::Error for NoPartition {}

/// Finds the rules that must give way.
pub(super) fn diagnose<C: Cell>(cells: &[C], rules: &PartitionRules, borders: &Borders) -> NoPartition {
    let asked = Problem { cells, rules: *rules, borders: borders.clone() };
    let active: Vec<Constraint> =
        Constraint::ORDER.into_iter().filter(|constraint| asked.steps(*constraint) > 0).collect();
    let alone = active.iter().find(|constraint| asked.dropped(&[**constraint]).solve().is_some());
    let gave_way = alone.map_or_else(|| asked.few_to_drop(&active), |constraint| vec![*constraint]);

    let mut relaxed = asked.dropped(&gave_way);
    let mut relaxations = Vec::with_capacity(gave_way.len());
    for constraint in gave_way {
        let steps = asked.steps(constraint);
        let nearest =
            first_that_holds(steps, |step| relaxed.with(&asked, constraint, step).solve().is_some());
        relaxed = relaxed.with(&asked, constraint, nearest);
        relaxations.push(Relaxation { constraint, nearest: relaxed.value(constraint) });
    }
    // With all rules dropped one group remains, so there is a grouping in any case.
    let one_group = || (Found { ends: vec![cells.len()], value: 0.0 }, Trend::None);
    let (found, trend) = relaxed.solve().unwrap_or_else(one_group);
    NoPartition { relaxations, partition: Partition::new(found, trend) }
}

/// The lowest step from 1 to `last` for which a law holds that, once it holds, goes on to hold; `last` is taken to hold.
fn first_that_holds(last: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (1, last.max(1));
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    high
}

/// Rules with what they are for.
#[derive(Clone)]
struct Problem<'a, C> {
    cells: &'a [C],
    rules: PartitionRules,
    borders: Borders,
}

impl<C: Cell> Problem<'_, C> {
    fn solve(&self) -> Option<(Found, Trend)> {
        solve(self.cells, &self.rules, &self.borders)
    }

    fn dropped(&self, constraints: &[Constraint]) -> Self {
        constraints
            .iter()
            .fold(self.clone(), |problem, &constraint| problem.with(self, constraint, self.steps(constraint)))
    }

    /// Rules none of which can be kept once the others of the list are dropped.
    fn few_to_drop(&self, active: &[Constraint]) -> Vec<Constraint> {
        let mut gone = active.to_vec();
        for constraint in active.iter().rev() {
            let fewer: Vec<Constraint> = gone.iter().copied().filter(|other| other != constraint).collect();
            if self.dropped(&fewer).solve().is_some() {
                gone = fewer;
            }
        }
        gone
    }

    /// How many steps a rule can be relaxed by until it limits nothing; 0 where it limits nothing as it is.
    fn steps(&self, constraint: Constraint) -> u64 {
        let PartitionRules { min_deals, max_groups, min_groups, max_deals, min_won, min_lost, .. } =
            self.rules;
        match constraint {
            Constraint::MinGroups => min_groups.saturating_sub(1) as u64,
            Constraint::MinDeals => min_deals,
            Constraint::MaxDeals => {
                (self.cells.iter().copied().sum::<C>().deals().ceil() as u64).saturating_sub(max_deals)
            }
            Constraint::MinWon => min_won,
            Constraint::MinLost => min_lost,
            Constraint::MaxPValue if self.rules.limits_p_value() => {
                (STEPS - (self.rules.max_p_value.max(0.0) * STEPS).floor()) as u64
            }
            Constraint::MinDifference if self.rules.limits_difference() => {
                (self.rules.min_difference.min(1.0) * STEPS).floor() as u64 + 1
            }
            Constraint::MaxPValue | Constraint::MinDifference => 0,
            Constraint::Trend => u64::from(self.rules.trend != Trend::None),
            Constraint::MaxGroups => self.cells.len().saturating_sub(max_groups.max(1)) as u64,
            Constraint::AllowedBorders => u64::from(self.borders.allowed.is_some()),
            Constraint::RequiredBorders => u64::from(!self.borders.required.is_empty()),
        }
    }

    /// The same with one rule as it was asked but for some steps.
    fn with(&self, asked: &Self, constraint: Constraint, step: u64) -> Self {
        let mut relaxed = self.clone();
        let left = asked.steps(constraint).saturating_sub(step);
        let rules = &mut relaxed.rules;
        match constraint {
            Constraint::MinGroups => rules.min_groups = usize::try_from(left).unwrap_or(usize::MAX - 1) + 1,
            Constraint::MinDeals => rules.min_deals = left,
            Constraint::MaxDeals => rules.max_deals = asked.rules.max_deals.saturating_add(step),
            Constraint::MinWon => rules.min_won = left,
            Constraint::MinLost => rules.min_lost = left,
            Constraint::MaxPValue => rules.max_p_value = (STEPS - left as f64) / STEPS,
            Constraint::MinDifference => rules.min_difference = left as f64 / STEPS,
            Constraint::Trend => rules.trend = Trend::None,
            Constraint::MaxGroups => rules.max_groups = self.cells.len().saturating_sub(left as usize),
            Constraint::AllowedBorders => relaxed.borders.allowed = None,
            Constraint::RequiredBorders => relaxed.borders.required.clear(),
        }
        relaxed
    }

    /// The value of a rule that is a number.
    fn value(&self, constraint: Constraint) -> Option<f64> {
        let rules = &self.rules;
        match constraint {
            Constraint::MinGroups => Some(rules.min_groups as f64),
            Constraint::MinDeals => Some(rules.min_deals as f64),
            Constraint::MaxDeals => Some(rules.max_deals as f64),
            Constraint::MinWon => Some(rules.min_won as f64),
            Constraint::MinLost => Some(rules.min_lost as f64),
            Constraint::MaxPValue => Some(rules.max_p_value),
            Constraint::MinDifference => Some(rules.min_difference),
            Constraint::MaxGroups => Some(rules.max_groups as f64),
            Constraint::Trend | Constraint::AllowedBorders | Constraint::RequiredBorders => None,
        }
    }
}
