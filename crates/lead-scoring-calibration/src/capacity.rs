//! What the tiers mean in rep hours a month, and whether there are that many.

use crate::Capacity;
use crate::cells::{Cell, totals};
use crate::phrases::SHORTAGE;
use lead_scoring_core::{Message, Part, Tier, decimals};
use lead_scoring_model::TierCuts;
use serde::Serialize;

/// The monthly work that the tiers make, against the reps' hours.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CapacityCheck {
    /// Leads and rep hours a month per tier, Hot to Cold. Cold takes no rep hours.
    pub load: Vec<TierLoad>,
    /// Hours a month that Hot and Warm need; those of Cool come second and are not among them.
    pub hours_needed: f64,
    /// Hours a month that all reps have for leads.
    pub hours_available: f64,
    /// Whether the hours suffice.
    pub fits: bool,
    /// How many more reps would be needed; 0 where the hours suffice.
    pub reps_missing: u64,
    /// What raising the Hot cut to fit the hours changed; `None` where it was not raised.
    pub raised: Option<Raised>,
}

/// The price of a Hot cut that was raised: leads and wins that Hot and Warm together no longer hold.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Raised {
    /// The Hot cut before.
    pub from: i32,
    /// The Hot cut now.
    pub to: i32,
    /// Share of all leads in Hot and Warm before, 0 to 1.
    pub leads_before: f64,
    /// Share of all leads in Hot and Warm now, 0 to 1.
    pub leads_now: f64,
    /// Share of all wins in Hot and Warm before, 0 to 1.
    pub wins_before: f64,
    /// Share of all wins in Hot and Warm now, 0 to 1.
    pub wins_now: f64,
}

impl Raised {
    pub(crate) fn of(cells: &[Cell], before: TierCuts, now: TierCuts) -> Self {
        let (wins, losses) = totals(cells);
        let worked = |cuts: TierCuts| {
            let worked: Vec<Cell> = cells.iter().filter(|cell| cell.score >= cuts.warm).copied().collect();
            let (won, lost) = totals(&worked);
            ((won + lost) as f64 / (wins + losses).max(1) as f64, won as f64 / wins.max(1) as f64)
        };
        let ((leads_before, wins_before), (leads_now, wins_now)) = (worked(before), worked(now));
        Self { from: before.hot, to: now.hot, leads_before, leads_now, wins_before, wins_now }
    }
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
    pub(crate) fn shortage(&self) -> Message {
        let hours = |hours: f64| Part::Text(decimals(hours, 0));
        SHORTAGE.with([
            ("needed", hours(self.hours_needed)),
            ("available", hours(self.hours_available)),
            ("reps", self.reps_missing.into()),
        ])
    }
}

pub(crate) fn check(
    capacity: &Capacity,
    deals: u64,
    (hot, warm): (u64, u64),
    cells: &[Cell],
    cuts: TierCuts,
    raised: Option<Raised>,
) -> CapacityCheck {
    let in_cold: u64 = cells.iter().filter(|cell| cuts.tier(cell.score) == Tier::Cold).map(Cell::deals).sum();
    let cool = deals.saturating_sub(hot + warm + in_cold);
    let minutes = [capacity.minutes_per_hot, capacity.minutes_per_warm, capacity.minutes_per_cool, 0.0];
    let load =
        Tier::ALL.into_iter().zip([hot, warm, cool, in_cold]).zip(minutes).map(|((tier, count), minutes)| {
            let leads = capacity.leads_per_month * (count as f64 / deals.max(1) as f64);
            TierLoad { tier, leads, hours: leads * minutes / 60.0 }
        });
    let load: Vec<TierLoad> = load.collect();
    let hours_needed: f64 = load.iter().filter(|load| load.tier <= Tier::Warm).map(|load| load.hours).sum();
    let missing = hours_needed - capacity.rep_hours_per_month;
    // The search compares sums formed in another order: a difference of rounding alone is none.
    let fits = missing <= 1e-9 * hours_needed.max(1.0);
    CapacityCheck {
        hours_needed,
        hours_available: capacity.rep_hours_per_month,
        fits,
        reps_missing: if fits { 0 } else { (missing / capacity.hours_per_rep).ceil() as u64 },
        raised,
        load,
    }
}
