//! Conversion, and days to it, by the tier of the first score.

use crate::history::Outcome;
use crate::measures::{Share, Spread};
use crate::view::{LeadView, TIERS, View, index};
use lead_scoring_core::Tier;
use serde::Serialize;

/// What became of the leads whose first score was of one tier.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TierConversion {
    /// The tier; `None` where too little was known.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::mirror::Tier>"))]
    pub tier: Option<Tier>,
    /// Leads.
    pub leads: u64,
    /// Won.
    pub won: u64,
    /// Lost.
    pub lost: u64,
    /// Neither so far.
    pub open: u64,
    /// Won of those won or lost.
    pub of_closed: Share,
    /// Won of all: what is open counts as not won, so it can only grow.
    pub of_all: Share,
    /// Days from the first score to the day won; `None` where none is known. Leads still open are not in it, so it is that of the
    /// quick ones while many are open.
    pub days: Option<Spread>,
}

pub(super) fn by_tier(view: &View<'_>) -> Vec<TierConversion> {
    let mut leads: [Vec<&LeadView<'_>>; 5] = Default::default();
    for lead in view.foretold() {
        leads[index(lead.first.tier)].push(lead);
    }
    let rows = TIERS.into_iter().zip(&leads);
    rows.filter(|(tier, leads)| tier.is_some() || !leads.is_empty())
        .map(|(tier, leads)| TierConversion::new(tier, leads))
        .collect()
}

impl TierConversion {
    fn new(tier: Option<Tier>, leads: &[&LeadView<'_>]) -> Self {
        let count = |outcome| leads.iter().filter(|lead| lead.outcome == outcome).count() as u64;
        let (won, lost, open) = (count(Outcome::Won), count(Outcome::Lost), count(Outcome::Open));
        let days = leads.iter().filter(|lead| lead.outcome == Outcome::Won).filter_map(|lead| {
            let closed = lead.closed?;
            Some(closed.days_since(lead.first.at.day()) as f64)
        });
        Self {
            tier,
            leads: leads.len() as u64,
            won,
            lost,
            open,
            of_closed: Share::new(won, won + lost),
            of_all: Share::new(won, won + lost + open),
            days: Spread::of(days),
        }
    }
}
