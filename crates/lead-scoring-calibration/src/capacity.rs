//! What the tiers mean in rep hours a month, and whether there are that many.

use crate::Capacity;
use crate::cells::Cell;
use lead_scoring_core::Tier;
use lead_scoring_model::TierCuts;
use serde::Serialize;

/// The monthly work that the tiers make, against the reps' hours.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CapacityCheck {
    /// Leads and rep hours a month per tier, Hot to Cold. Cool and Cold take no rep hours.
    pub load: Vec<TierLoad>,
    /// Hours a month that Hot and Warm need.
    pub hours_needed: f64,
    /// Hours a month that all reps have for leads.
    pub hours_available: f64,
    /// Whether the hours suffice.
    pub fits: bool,
    /// How many more reps would be needed; 0 where the hours suffice.
    pub reps_missing: u64,
    /// The Hot cut before it was raised to fit the hours; `None` where it was not raised.
    pub hot_raised_from: Option<i32>,
}

/// The monthly work of one tier.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TierLoad {
    /// The tier.
    pub tier: Tier,
    /// Leads a month.
    pub leads: f64,
    /// Rep hours a month.
    pub hours: f64,
}

impl CapacityCheck {
    /// What is missing, in a sentence.
    pub(crate) fn shortage(&self) -> String {
        let reps = if self.reps_missing == 1 { "rep is" } else { "reps are" };
        format!(
            "Hot and Warm need {:.0} rep hours a month and {:.0} are available: {} more {reps} needed, or fewer leads, or less time per lead.",
            self.hours_needed, self.hours_available, self.reps_missing
        )
    }
}

pub(crate) fn check(
    capacity: &Capacity,
    deals: u64,
    (hot, warm): (u64, u64),
    cells: &[Cell],
    cuts: TierCuts,
    hot_raised_from: Option<i32>,
) -> CapacityCheck {
    let in_cold: u64 = cells.iter().filter(|cell| cuts.tier(cell.score) == Tier::Cold).map(Cell::deals).sum();
    let cool = deals.saturating_sub(hot + warm + in_cold);
    let minutes = [capacity.minutes_per_hot, capacity.minutes_per_warm, 0.0, 0.0];
    let load =
        Tier::ALL.into_iter().zip([hot, warm, cool, in_cold]).zip(minutes).map(|((tier, count), minutes)| {
            let leads = capacity.leads_per_month * (count as f64 / deals.max(1) as f64);
            TierLoad { tier, leads, hours: leads * minutes / 60.0 }
        });
    let load: Vec<TierLoad> = load.collect();
    let hours_needed: f64 = load.iter().map(|tier| tier.hours).sum();
    let missing = hours_needed - capacity.rep_hours_per_month;
    // The search compares sums formed in another order: a difference of rounding alone is none.
    let fits = missing <= 1e-9 * hours_needed.max(1.0);
    CapacityCheck {
        hours_needed,
        hours_available: capacity.rep_hours_per_month,
        fits,
        reps_missing: if fits { 0 } else { (missing / capacity.hours_per_rep).ceil() as u64 },
        hot_raised_from,
        load,
    }
}
