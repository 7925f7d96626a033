//! The dashboards as their documents need them.

use crate::facts::file_name;
use lead_scoring_ops::{Dashboards, FEW, Migration, Share, Spread, State};
use serde::Serialize;

/// Rows of sources and reps that a document shows; all are in the JSON.
const MOST: usize = 20;

/// Where leads may begin, from the top down.
const FROM: [State; 5] = [State::Hot, State::Warm, State::Cool, State::Cold, State::Unscoreable];
/// Where leads may stand on the last day.
const TO: [State; 7] =
    [State::Won, State::Hot, State::Warm, State::Cool, State::Cold, State::Unscoreable, State::Lost];

/// The dashboards, with what only documents ask for.
#[derive(Debug, Serialize)]
pub(crate) struct Facts<'a> {
    /// The history's file, without its folders.
    pub(crate) name: &'a str,
    #[serde(flatten)]
    pub(crate) dashboards: &'a Dashboards,
    pub(crate) moves: Option<Moves>,
    /// Periods without a score.
    gaps: usize,
    /// Whether days to conversion are known of any lead.
    days_known: bool,
    /// Whether the history says when leads end.
    closing_recorded: bool,
    /// Cases below which a rate is an anecdote.
    few: u64,
    /// Whether a rate by tier, or by rep, is marked as that of few.
    few_of_tiers: bool,
    few_of_reps: bool,
    /// Leads without a score, which the averages by source, or by rep, leave out.
    unscored_of_sources: u64,
    unscored_of_reps: u64,
    /// Rows of long tables that are shown.
    pub(crate) most: usize,
}

/// Moves between states as a table.
#[derive(Debug, Serialize)]
pub(crate) struct Moves {
    /// The columns: states in which any lead ended.
    pub(crate) to: Vec<State>,
    /// The rows: states in which any began.
    pub(crate) rows: Vec<MovesFrom>,
}

#[derive(Debug, Serialize)]
pub(crate) struct MovesFrom {
    pub(crate) from: State,
    /// One count a column.
    pub(crate) leads: Vec<u64>,
    pub(crate) all: u64,
    /// Those first scored after the first day.
    new: u64,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(dashboards: &'a Dashboards) -> Self {
        let hot = dashboards.overview.hot.iter().flatten();
        let mut conversion = dashboards.performance.conversion.iter().flatten();
        let tiers = dashboards.performance.conversion.iter().flatten();
        let reps = dashboards.productivity.reps.iter().flatten();
        let sources = dashboards.overview.sources.iter().flatten();
        let pipelines = dashboards.productivity.pipeline.iter().flatten();
        Self {
            name: file_name(&dashboards.source),
            dashboards,
            moves: dashboards.overview.migration.as_ref().map(Moves::new),
            gaps: hot.filter(|point| point.scorings == 0).count(),
            days_known: conversion.any(|row| row.days.is_some()),
            closing_recorded: dashboards.performance.closing.is_some(),
            few: FEW,
            few_of_tiers: tiers.flat_map(|row| [&row.of_closed, &row.of_all]).any(is_marked),
            few_of_reps: reps.take(MOST).map(|row| &row.of_closed).any(is_marked),
            unscored_of_sources: sources.map(|row| unscored(row.leads, row.scores.as_ref())).sum(),
            unscored_of_reps: pipelines.map(|row| unscored(row.open, row.scores.as_ref())).sum(),
            most: MOST,
        }
    }
}

/// Whether a share is printed with the mark of few: of none there is only a dash.
fn is_marked(share: &Share) -> bool {
    share.few && share.of > 0
}

/// Leads that an average leaves out.
fn unscored(leads: u64, scores: Option<&Spread>) -> u64 {
    leads.saturating_sub(scores.map_or(0, |scores| scores.count))
}

impl Moves {
    fn new(migration: &Migration) -> Self {
        let leads = |from: State, to: State| -> u64 {
            let flows = migration.flows.iter().filter(|flow| flow.from == from && flow.to == to);
            flows.map(|flow| flow.leads).sum()
        };
        let any_to = |to: &State| FROM.iter().any(|from| leads(*from, *to) > 0);
        let to: Vec<State> = TO.into_iter().filter(any_to).collect();
        let row = |from: State| {
            let leads: Vec<u64> = to.iter().map(|to| leads(from, *to)).collect();
            let new = migration.flows.iter().filter(|flow| flow.from == from && flow.new);
            MovesFrom { from, all: leads.iter().sum(), new: new.map(|flow| flow.leads).sum(), leads }
        };
        let rows = FROM.into_iter().map(row).filter(|row| row.all > 0).collect();
        Self { to, rows }
    }
}
