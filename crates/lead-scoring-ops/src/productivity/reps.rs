//! Conversion by rep and tier. Reps get different leads, and few of each tier: the differences are seldom theirs.

use crate::history::Outcome;
use crate::measures::Share;
use crate::view::{TIERS, View, index};
use lead_scoring_core::Tier;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What became of one rep's leads.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RepConversion {
    /// The rep; `None` for leads without one.
    pub owner: Option<String>,
    /// Won of those won or lost.
    pub of_closed: Share,
    /// The same by the tier of the first score.
    pub tiers: Vec<RepTier>,
}

/// What became of one rep's leads of one tier.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RepTier {
    /// The tier; `None` where too little was known.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::mirror::Tier>"))]
    pub tier: Option<Tier>,
    /// Won of those won or lost.
    pub of_closed: Share,
}

pub(super) fn conversion(view: &View<'_>) -> Vec<RepConversion> {
    // Won and closed by tier.
    let mut of_rep: BTreeMap<Option<&Arc<str>>, [(u64, u64); 5]> = BTreeMap::new();
    for lead in view.foretold().filter(|lead| lead.outcome != Outcome::Open) {
        let (won, closed) = &mut of_rep.entry(lead.owner()).or_default()[index(lead.first.tier)];
        *won += u64::from(lead.outcome == Outcome::Won);
        *closed += 1;
    }
    let untiered = of_rep.values().any(|counts| counts[index(None)].1 > 0);
    let rep = |(owner, counts): (Option<&Arc<str>>, [(u64, u64); 5])| {
        let tiers = TIERS.into_iter().zip(counts).filter(|(tier, _)| tier.is_some() || untiered);
        RepConversion {
            owner: owner.map(ToString::to_string),
            of_closed: Share::new(
                counts.iter().map(|(won, _)| won).sum(),
                counts.iter().map(|(_, all)| all).sum(),
            ),
            tiers: tiers
                .map(|(tier, (won, all))| RepTier { tier, of_closed: Share::new(won, all) })
                .collect(),
        }
    };
    let mut reps: Vec<RepConversion> = of_rep.into_iter().map(rep).collect();
    reps.sort_by_key(|rep| std::cmp::Reverse(rep.of_closed.of));
    reps
}
