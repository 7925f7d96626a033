//! Leads by tier and by score, as of their latest scoring.

use crate::histogram::{Bin, Bins};
use crate::history::Outcome;
use crate::measures::Spread;
use crate::view::{LeadView, TIERS, View, index};
use lead_scoring_core::Tier;
use serde::Serialize;

/// Leads whose latest score is of one tier.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TierCount {
    /// The tier; `None` where too little was known.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::mirror::Tier>"))]
    pub tier: Option<Tier>,
    /// Leads.
    pub leads: u64,
    /// Their share of all leads, 0 to 1.
    pub share: f64,
    /// Those neither won nor lost.
    pub open: u64,
}

/// The latest scores of leads.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoreDistribution {
    /// Leads by score.
    pub bins: Vec<Bin>,
    /// How the scores spread; `None` where no lead has one.
    pub spread: Option<Spread>,
    /// Leads without a score.
    pub unscored: u64,
}

/// How many of some leads are neither won nor lost.
pub(super) fn open(view: &View<'_>) -> u64 {
    view.leads.iter().filter(|lead| lead.outcome == Outcome::Open).count() as u64
}

pub(super) fn counts(view: &View<'_>) -> Vec<TierCount> {
    let all = view.leads.len();
    let mut counts = TIERS.map(|tier| TierCount { tier, leads: 0, share: 0.0, open: 0 });
    for lead in &view.leads {
        let count = &mut counts[index(lead.latest.tier)];
        count.leads += 1;
        count.open += u64::from(lead.outcome == Outcome::Open);
        count.share = count.leads as f64 / all as f64;
    }
    counts.into_iter().filter(|count| count.tier.is_some() || count.leads > 0).collect()
}

impl ScoreDistribution {
    pub(super) fn new(view: &View<'_>) -> Self {
        let scores = view.leads.iter().filter_map(|lead: &LeadView<'_>| lead.latest.score);
        Self {
            bins: Bins::holding(scores.clone()).count(scores.clone()),
            unscored: (view.leads.len() - scores.clone().count()) as u64,
            spread: Spread::of(scores.map(f64::from)),
        }
    }
}
