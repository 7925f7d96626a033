//! How leads moved: where each stood on the first day, and where on the last.

use crate::history::Outcome;
use crate::view::{LeadView, View};
use crate::window::Span;
use lead_scoring_core::Tier;
use serde::Serialize;
use std::collections::BTreeMap;

/// Where a lead stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Scored for the first time after the first day.
    New,
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
pub struct Flow {
    /// Where they stood at the end of the first day: a tier, or [`State::New`].
    pub from: State,
    /// Where they stood at the end of the last: a tier, [`State::Won`] or [`State::Lost`].
    pub to: State,
    /// How many.
    pub leads: u64,
}

/// Where leads stood on the first and on the last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Migration {
    /// The two days.
    pub span: Span,
    /// Every pair of states that occurs, in the order of [`State`].
    pub flows: Vec<Flow>,
    /// Leads in the flows.
    pub leads: u64,
    /// Leads that stand outside them, since they were won or lost by the end of the first day.
    pub closed_before: u64,
    /// Leads that were in a tier on both days, and then in a better one.
    pub up: u64,
    /// The same, then in a worse one.
    pub down: u64,
    /// The same, then in the same one.
    pub stayed: u64,
}

impl Migration {
    pub(super) fn new(view: &View<'_>) -> Option<Self> {
        if view.window.is_one_day() {
            return None;
        }
        let span = view.window.span;
        let mut counts: BTreeMap<(State, State), u64> = BTreeMap::new();
        let mut closed_before = 0;
        for lead in &view.leads {
            if lead.closed.is_some_and(|closed| closed <= span.from) {
                closed_before += 1;
            } else {
                let from = lead.at_end_of(span.from).map_or(State::New, |scoring| State::of(scoring.tier));
                *counts.entry((from, last_state(lead))).or_default() += 1;
            }
        }
        let flows: Vec<Flow> =
            counts.into_iter().map(|((from, to), leads)| Flow { from, to, leads }).collect();
        let moved = |wanted: fn(u8, u8) -> bool| -> u64 {
            let ranks = |flow: &&Flow| {
                flow.from.rank().zip(flow.to.rank()).is_some_and(|(from, to)| wanted(from, to))
            };
            flows.iter().filter(ranks).map(|flow| flow.leads).sum()
        };
        let (up, down, stayed) =
            (moved(|from, to| to < from), moved(|from, to| to > from), moved(|from, to| to == from));
        let leads = flows.iter().map(|flow| flow.leads).sum();
        Some(Self { span, flows, leads, closed_before, up, down, stayed })
    }
}

fn last_state(lead: &LeadView<'_>) -> State {
    match lead.outcome {
        Outcome::Won => State::Won,
        Outcome::Lost => State::Lost,
        Outcome::Open => State::of(lead.latest.tier),
    }
}
