//! How leads moved: from the tier on the first day, or of the first score for leads that came later, to where they stood on the last.

use crate::history::Outcome;
use crate::view::{LeadView, View};
use crate::window::Span;
use lead_scoring_core::Tier;
use serde::Serialize;
use std::collections::BTreeMap;

/// Where a lead stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Won.
    Won,
    /// Open, in this tier.
    Hot,
    /// Open, in this tier.
    Warm,
    /// Open, in this tier.
    Cool,
    /// Open, in this tier.
    Cold,
    /// Open, without a tier, since too little was known.
    Unscoreable,
    /// Lost.
    Lost,
}

impl State {
    const fn of(tier: Option<Tier>) -> Self {
        match tier {
            Some(Tier::Hot) => Self::Hot,
            Some(Tier::Warm) => Self::Warm,
            Some(Tier::Cool) => Self::Cool,
            Some(Tier::Cold) => Self::Cold,
            None => Self::Unscoreable,
        }
    }

    /// The tier's place from the top, for states that are one.
    const fn rank(self) -> Option<u8> {
        match self {
            Self::Hot => Some(0),
            Self::Warm => Some(1),
            Self::Cool => Some(2),
            Self::Cold => Some(3),
            _ => None,
        }
    }
}

/// Leads that moved, or stayed, from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Flow {
    /// Where they began: the tier at the end of the first day, for new leads that of their first score.
    pub from: State,
    /// Whether they were first scored after the first day.
    pub new: bool,
    /// Where they stood at the end of the last: a tier, [`State::Won`] or [`State::Lost`].
    pub to: State,
    /// How many.
    pub leads: u64,
}

/// Where leads began and where they stood on the last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Migration {
    /// The first and the last day.
    pub span: Span,
    /// Everything that occurs, in the order of [`State`].
    pub flows: Vec<Flow>,
    /// Leads in the flows.
    pub leads: u64,
    /// Leads that stand outside them, since they were won or lost by the end of the first day.
    pub closed_before: u64,
    /// Leads of these that were first scored after the first day.
    pub new: u64,
    /// Leads in a tier to begin with, and on the last day open in a better one.
    pub up: u64,
    /// The same, on the last day in a worse one.
    pub down: u64,
    /// The same, on the last day in the same one.
    pub stayed: u64,
    /// The same, on the last day open without a tier.
    pub became_unscoreable: u64,
    /// Leads without a tier to begin with, and on the last day open in one.
    pub got_tier: u64,
    /// The same, on the last day open and still without one.
    pub still_unscoreable: u64,
}

impl Migration {
    pub(super) fn new(view: &View<'_>) -> Option<Self> {
        if view.window.is_one_day() {
            return None;
        }
        let span = view.window.span;
        let mut counts: BTreeMap<(State, bool, State), u64> = BTreeMap::new();
        let mut closed_before = 0;
        for lead in &view.leads {
            if lead.closed.is_some_and(|closed| closed <= span.from) {
                closed_before += 1;
            } else {
                let standing = lead.at_end_of(span.from);
                let from = State::of(standing.unwrap_or(lead.first).tier);
                *counts.entry((from, standing.is_none(), last_state(lead))).or_default() += 1;
            }
        }
        let flows: Vec<Flow> =
            counts.into_iter().map(|((from, new, to), leads)| Flow { from, new, to, leads }).collect();
        let count = |wanted: &dyn Fn(&Flow) -> bool| {
            flows.iter().filter(|flow| wanted(flow)).map(|flow| flow.leads).sum()
        };
        let moved = |wanted: fn(u8, u8) -> bool| -> u64 {
            count(&|flow| flow.from.rank().zip(flow.to.rank()).is_some_and(|(from, to)| wanted(from, to)))
        };
        Some(Self {
            span,
            leads: count(&|_| true),
            closed_before,
            new: count(&|flow| flow.new),
            up: moved(|from, to| to < from),
            down: moved(|from, to| to > from),
            stayed: moved(|from, to| to == from),
            became_unscoreable: count(&|flow| flow.from.rank().is_some() && flow.to == State::Unscoreable),
            got_tier: count(&|flow| flow.from == State::Unscoreable && flow.to.rank().is_some()),
            still_unscoreable: count(&|flow| {
                flow.from == State::Unscoreable && flow.to == State::Unscoreable
            }),
            flows,
        })
    }
}

fn last_state(lead: &LeadView<'_>) -> State {
    match lead.outcome {
        Outcome::Won => State::Won,
        Outcome::Lost => State::Lost,
        Outcome::Open => State::of(lead.latest.tier),
    }
}
