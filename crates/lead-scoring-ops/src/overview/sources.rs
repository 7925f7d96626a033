//! Scores by where leads came from.

use crate::measures::Spread;
use crate::view::View;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The latest scores of one source's leads.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceScore {
    /// The source; `None` for leads without one.
    pub source: Option<String>,
    /// Its leads.
    pub leads: u64,
    /// How their scores spread; `None` where none has one.
    pub scores: Option<Spread>,
}

pub(super) fn scores(view: &View<'_>) -> Option<Vec<SourceScore>> {
    if !view.history.recorded.source {
        return None;
    }
    let mut of_source: BTreeMap<Option<&Arc<str>>, Vec<Option<i32>>> = BTreeMap::new();
    for lead in &view.leads {
        of_source.entry(lead.lead.source.as_ref()).or_default().push(lead.latest.score);
    }
    let mut sources: Vec<SourceScore> = of_source
        .into_iter()
        .map(|(source, scores)| SourceScore {
            source: source.map(ToString::to_string),
            leads: scores.len() as u64,
            scores: Spread::of(scores.into_iter().flatten().map(f64::from)),
        })
        .collect();
    // The sort keeps names in order among equals.
    sources.sort_by_key(|source| std::cmp::Reverse(source.leads));
    Some(sources)
}
