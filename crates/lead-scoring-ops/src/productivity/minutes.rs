//! Where the time goes. The minutes of a scoring are those spent on the lead until its next one, so they count for that scoring's
//! tier: the one the rep saw.

use crate::view::{TIERS, View, index, is_called};
use lead_scoring_core::Tier;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Minutes by tier and by rep.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Minutes {
    /// All of them.
    pub total: f64,
    /// The share that went to Hot and Warm leads, 0 to 1; `None` of no minutes.
    pub called_share: Option<f64>,
    /// By tier.
    pub tiers: Vec<TierMinutes>,
    /// By rep, most minutes first; `None` where no owner is recorded.
    pub reps: Option<Vec<RepMinutes>>,
}

/// Minutes spent on the leads of one tier.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TierMinutes {
    /// The tier; `None` where too little was known.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::mirror::Tier>"))]
    pub tier: Option<Tier>,
    /// Minutes.
    pub minutes: f64,
    /// Their share of all, 0 to 1; `None` of no minutes.
    pub share: Option<f64>,
    /// Leads on which any were spent.
    pub leads: u64,
    /// Minutes for each of them; `None` of no leads.
    pub per_lead: Option<f64>,
}

/// One rep's minutes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RepMinutes {
    /// The rep; `None` for leads without one.
    pub owner: Option<String>,
    /// Minutes on Hot and Warm leads.
    pub called: f64,
    /// Minutes on Cool, Cold and unscoreable ones.
    pub others: f64,
    /// The share of the first, 0 to 1; `None` of no minutes.
    pub called_share: Option<f64>,
}

/// A part of a whole; `None` of nothing.
fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

impl Minutes {
    pub(super) fn new(view: &View<'_>) -> Self {
        let mut of_tier = [0.0_f64; 5];
        let mut leads_of_tier = [0_u64; 5];
        let mut of_rep: BTreeMap<Option<&Arc<str>>, [f64; 2]> = BTreeMap::new();
        for lead in &view.leads {
            let mut seen = [false; 5];
            for scoring in lead.scorings.iter().filter(|scoring| view.window.span.contains(scoring.at.day()))
            {
                let Some(minutes) = scoring.minutes.filter(|minutes| *minutes > 0.0) else { continue };
                let at = index(scoring.tier);
                of_tier[at] += minutes;
                seen[at] = true;
                let rep = of_rep.entry(scoring.owner.as_ref()).or_default();
                rep[usize::from(!scoring.tier.is_some_and(is_called))] += minutes;
            }
            leads_of_tier.iter_mut().zip(seen).for_each(|(leads, seen)| *leads += u64::from(seen));
        }
        let total: f64 = of_tier.iter().sum();
        let tiers = TIERS.into_iter().zip(of_tier).zip(leads_of_tier);
        let tiers = tiers.filter(|((tier, _), leads)| tier.is_some() || *leads > 0).map(
            |((tier, minutes), leads)| TierMinutes {
                tier,
                minutes,
                share: share(minutes, total),
                leads,
                per_lead: share(minutes, leads as f64),
            },
        );
        let called = of_tier[Tier::Hot.index()] + of_tier[Tier::Warm.index()];
        Self {
            total,
            called_share: share(called, total),
            tiers: tiers.collect(),
            reps: view.history.recorded.owner.then(|| reps(of_rep)),
        }
    }
}

fn reps(of_rep: BTreeMap<Option<&Arc<str>>, [f64; 2]>) -> Vec<RepMinutes> {
    let rep = |(owner, [called, others]): (Option<&Arc<str>>, [f64; 2])| RepMinutes {
        owner: owner.map(ToString::to_string),
        called,
        others,
        called_share: share(called, called + others),
    };
    let mut reps: Vec<RepMinutes> = of_rep.into_iter().map(rep).collect();
    reps.sort_by(|a, b| (b.called + b.others).total_cmp(&(a.called + a.others)));
    reps
}
