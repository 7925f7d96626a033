//! Section 4.4: how many leads and how much work the tiers make.

use super::hold_out::{Chosen, drifts};
use crate::ReportInput;
use lead_scoring_audit::TimeOrder;
use lead_scoring_calibration::Capacity;
use lead_scoring_core::Tier;
use serde::Serialize;
use std::collections::BTreeSet;

/// Mean length of a month, in days (365.2425 / 12).
pub(super) const MONTH: f64 = 30.436_875;
/// A shorter history, in days, has no monthly volume.
const SHORTEST: f64 = 60.0;
/// Tiers that reps work, from the top.
const WORKED: usize = 2;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Volume {
    /// Minutes of a rep for a lead of each tier: the user's, else the usual ones.
    pub(crate) minutes_per_hot: f64,
    pub(crate) minutes_per_warm: f64,
    pub(crate) minutes_per_cool: f64,
    /// Rep hours that 100 leads need in each tier, Hot to Cold; empty without tiers.
    pub(crate) hours_per_100: Vec<f64>,
    /// Closed deals a month, where the history is dated.
    pub(crate) closed_per_month: Option<f64>,
    /// The work that the current leads make.
    pub(crate) current: Option<CurrentWork>,
    /// The check against the hours that the user named.
    pub(crate) capacity: Option<CapacityFacts>,
    /// The tiers of the newest deals, where win rates drift and those of all deals are of times gone by.
    pub(crate) newest: Option<Newest>,
}

/// How the newest deals are spread over the tiers.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Newest {
    pub(crate) deals: u64,
    /// Their shares, Hot to Cold.
    pub(crate) shares: Vec<f64>,
    /// Rep hours for the Hot and Warm of 100 such leads, and of 100 leads like all deals learned from.
    pub(crate) hours_per_100: f64,
    pub(crate) usual_hours_per_100: f64,
    /// Share of them that was won.
    pub(crate) rate: f64,
    /// Share of them that Hot and Warm, called wins, and Cool and Cold, called losses, get right.
    pub(crate) accuracy: f64,
    /// Median scores of the won and of the lost ones; `None` where there are none.
    pub(crate) median_won: Option<f64>,
    pub(crate) median_lost: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct CurrentWork {
    pub(crate) leads: u64,
    pub(crate) hot: u64,
    pub(crate) warm: u64,
    /// Rep hours for the Hot and Warm ones.
    pub(crate) hours: f64,
    pub(crate) cool: u64,
    /// Rep hours for the Cool ones on top.
    pub(crate) cool_hours: f64,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct CapacityFacts {
    pub(crate) leads_per_month: f64,
    pub(crate) hours_per_rep: f64,
    #[cfg_attr(feature = "schema", schemars(with = "super::mirror::CapacityCheck"))]
    pub(crate) check: lead_scoring_calibration::CapacityCheck,
    /// Hours that Cool needs on top.
    pub(crate) cool_hours: f64,
    /// Whether what Hot and Warm leave is enough for them.
    pub(crate) cool_fits: bool,
}

impl Volume {
    pub(crate) fn of(input: &ReportInput<'_>) -> Self {
        let usual = Capacity::new(0.0, 0.0);
        let capacity = input.capacity.unwrap_or(usual);
        let minutes = [capacity.minutes_per_hot, capacity.minutes_per_warm, capacity.minutes_per_cool, 0.0];
        let of_100 = |share: f64, minutes: f64| 100.0 * share * minutes / 60.0;
        let tiers = input.calibration.tiers.iter().zip(minutes);
        let hours_per_100: Vec<f64> =
            tiers.map(|(tier, minutes)| of_100(tier.share_of_leads, minutes)).collect();
        let worked = |hours: &[f64]| hours.iter().take(WORKED).sum::<f64>();
        let hours_of = |shares: &[f64]| {
            let hours: Vec<f64> =
                shares.iter().zip(minutes).map(|(share, minutes)| of_100(*share, minutes)).collect();
            worked(&hours)
        };
        let newest = newest(input).map(|newest| Newest {
            hours_per_100: hours_of(&newest.shares),
            usual_hours_per_100: worked(&hours_per_100),
            ..newest
        });
        Self {
            minutes_per_hot: capacity.minutes_per_hot,
            minutes_per_warm: capacity.minutes_per_warm,
            minutes_per_cool: capacity.minutes_per_cool,
            hours_per_100,
            closed_per_month: closed_per_month(input),
            current: current(input, &capacity),
            capacity: checked(input),
            newest,
        }
    }
}

/// The newest deals, without their work; `None` without tiers, or where no drift is warned of.
fn newest(input: &ReportInput<'_>) -> Option<Newest> {
    let cuts = input.model.tiers.filter(|_| drifts(input))?;
    let held_out = (&input.validation.deals, &input.validation.scores);
    let learned_from = (input.train, &input.fitted.honest_scores);
    let latest = Chosen::of(input) == Chosen::Latest;
    let newest: &[u64] = if latest { held_out.0.data().row_numbers() } else { &input.audit.drift.newest };
    let newest: BTreeSet<u64> = newest.iter().copied().collect();
    // A refitted model has learned from the hold-out too, which has the old one's scores.
    let (deals, scores) = if latest && !input.model.validation.refitted { held_out } else { learned_from };
    let rows = deals.data().row_numbers().iter().zip(scores).zip(deals.won());
    let rows = rows.filter(|((number, _), _)| newest.contains(number));
    let found: Vec<(i32, bool)> = rows.map(|((_, score), won)| (*score, *won)).collect();
    let all = found.len() as f64;
    let share = |is: &dyn Fn(Tier, bool) -> bool| {
        found.iter().filter(|(score, won)| is(cuts.tier(*score), *won)).count() as f64 / all
    };
    let median = |of_won: bool| {
        let scores = found.iter().filter(|(_, won)| *won == of_won);
        median(scores.map(|(score, _)| *score).collect())
    };
    (!found.is_empty()).then(|| Newest {
        deals: found.len() as u64,
        shares: Tier::ALL.map(|tier| share(&|found, _| found == tier)).to_vec(),
        hours_per_100: 0.0,
        usual_hours_per_100: 0.0,
        rate: share(&|_, won| won),
        accuracy: share(&|tier, won| matches!(tier, Tier::Hot | Tier::Warm) == won),
        median_won: median(true),
        median_lost: median(false),
    })
}

/// The middle one, or the mean of the two in the middle.
fn median(mut scores: Vec<i32>) -> Option<f64> {
    scores.sort_unstable();
    let middle = |at: usize| scores.get(at).map(|score| f64::from(*score));
    Some(f64::midpoint(middle(scores.len().checked_sub(1)? / 2)?, middle(scores.len() / 2)?))
}

fn checked(input: &ReportInput<'_>) -> Option<CapacityFacts> {
    let (capacity, check) = input.capacity.zip(input.calibration.capacity.clone())?;
    let cool = check.load.iter().filter(|load| load.tier == Tier::Cool);
    let cool_hours: f64 = cool.map(|load| load.hours).sum();
    Some(CapacityFacts {
        leads_per_month: capacity.leads_per_month,
        hours_per_rep: capacity.hours_per_rep,
        cool_hours,
        cool_fits: check.hours_needed + cool_hours <= check.hours_available,
        check,
    })
}

/// Closed deals over the time from the first to the last date.
pub(super) fn closed_per_month(input: &ReportInput<'_>) -> Option<f64> {
    let TimeOrder::Date { column } = &input.audit.drift.order else { return None };
    let column = input.train.data().column(column)?;
    let days: Vec<i32> = (0..column.len()).filter_map(|row| Some(column.day(row)?.epoch_days())).collect();
    let span = f64::from(*days.iter().max()?) - f64::from(*days.iter().min()?) + 1.0;
    // Deals that were held out at random closed within the same time, the latest ones after it.
    let held_out = match Chosen::of(input) {
        Chosen::Latest => 0,
        Chosen::Random | Chosen::ByValue => input.validation.won + input.validation.lost,
    };
    let refitted = input.model.validation.refitted;
    let deals = days.len() as u64 + if refitted { 0 } else { held_out };
    (span >= SHORTEST).then(|| deals as f64 * MONTH / span)
}

fn current(input: &ReportInput<'_>, capacity: &Capacity) -> Option<CurrentWork> {
    let leads = input.leads.as_ref()?;
    input.model.tiers?;
    let of = |wanted: Tier| leads.scored.tiers().filter(|tier| *tier == Some(wanted)).count() as u64;
    let (hot, warm) = (of(Tier::Hot), of(Tier::Warm));
    let minutes = hot as f64 * capacity.minutes_per_hot + warm as f64 * capacity.minutes_per_warm;
    let cool = of(Tier::Cool);
    Some(CurrentWork {
        leads: leads.scored.len() as u64,
        hot,
        warm,
        hours: minutes / 60.0,
        cool,
        cool_hours: cool as f64 * capacity.minutes_per_cool / 60.0,
    })
}
