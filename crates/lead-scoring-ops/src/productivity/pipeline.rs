//! What each rep has to work with.

use crate::history::Outcome;
use crate::measures::Spread;
use crate::view::View;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One rep's open leads.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Pipeline {
    /// The rep; `None` for leads without one.
    pub owner: Option<String>,
    /// Leads neither won nor lost.
    pub open: u64,
    /// How their latest scores spread; `None` where none has one.
    pub scores: Option<Spread>,
}

pub(super) fn open_leads(view: &View<'_>) -> Vec<Pipeline> {
    let mut of_rep: BTreeMap<Option<&Arc<str>>, Vec<Option<i32>>> = BTreeMap::new();
    for lead in view.leads.iter().filter(|lead| lead.outcome == Outcome::Open) {
        of_rep.entry(lead.owner()).or_default().push(lead.latest.score);
    }
    let rep = |(owner, scores): (Option<&Arc<str>>, Vec<Option<i32>>)| Pipeline {
        owner: owner.map(ToString::to_string),
        open: scores.len() as u64,
        scores: Spread::of(scores.into_iter().flatten().map(f64::from)),
    };
    let mut reps: Vec<Pipeline> = of_rep.into_iter().map(rep).collect();
    reps.sort_by_key(|rep| std::cmp::Reverse(rep.open));
    reps
}
