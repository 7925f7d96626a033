//! Dashboard 1: where the leads stand, and how they moved.

mod migration;
mod sources;
mod tiers;
mod trend;

pub use migration::{Flow, Migration, State};
pub use sources::SourceScore;
pub use tiers::{ScoreDistribution, TierCount};
pub use trend::HotPoint;

use crate::view::View;
use serde::Serialize;

/// Dashboard 1: tiers, scores, moves between tiers, sources, and the number of Hot leads.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Overview {
    /// Leads scored by the last day.
    pub leads: u64,
    /// Those neither won nor lost by then.
    pub open: u64,
    /// Leads by the tier of their latest score, Hot first; leads without a tier last, if any.
    pub tiers: Vec<TierCount>,
    /// The latest scores.
    pub scores: ScoreDistribution,
    /// How leads moved between the first and the last day; `None` where they are one day.
    pub migration: Option<Migration>,
    /// Scores by source, most leads first; `None` where no source is recorded.
    pub sources: Option<Vec<SourceScore>>,
    /// Hot leads by period; `None` where the history is one day.
    pub hot: Option<Vec<HotPoint>>,
    /// Leads that came into Hot in more than one of these periods, and count in each.
    pub hot_again: u64,
}

impl Overview {
    pub(crate) fn new(view: &View<'_>) -> Self {
        Self {
            leads: view.leads.len() as u64,
            open: tiers::open(view),
            tiers: tiers::counts(view),
            scores: ScoreDistribution::new(view),
            migration: Migration::new(view),
            sources: sources::scores(view),
            hot: trend::hot(view),
            hot_again: trend::hot_again(view),
        }
    }
}
