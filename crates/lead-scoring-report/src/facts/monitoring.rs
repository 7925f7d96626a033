//! Section 6.4: what to watch once the model is in use, and how far chance moves it.

use super::hold_out::closed;
use super::later::watched;
use super::tiers::held_out_share;
use crate::ReportInput;
use lead_scoring_calibration::{Rate, TierSummary};
use lead_scoring_core::Tier;
use serde::Serialize;

/// The figures that the health checks compare with.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Monitoring {
    pub(crate) hot: Option<WatchedTier>,
    pub(crate) accuracy: Option<f64>,
    /// Where chance leaves it on the fewest deals to judge by, and how many those are.
    pub(crate) accuracy_floor: Option<f64>,
    pub(crate) accuracy_watched_on: u64,
    /// What calling every deal won, or every deal lost, would have given.
    pub(crate) accuracy_of_one_call: Option<f64>,
    pub(crate) half_hot_rate: Option<f64>,
    /// Whether half of Hot's rate is no more than what all deals win.
    pub(crate) half_is_below_base: bool,
    pub(crate) median_won: f64,
    pub(crate) median_lost: f64,
    pub(crate) training_deals: u64,
    /// Twice the closed deals there are.
    pub(crate) doubled_deals: u64,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct WatchedTier {
    /// Win rate and share of the training deals, which the tiers were cut on.
    pub(crate) rate: f64,
    pub(crate) share_of_leads: f64,
    /// Those of the hold-out with their intervals; `None` after a refit, which has other tiers.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Rate>"))]
    pub(crate) held_out_rate: Option<Rate>,
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Rate>"))]
    pub(crate) held_out_share: Option<Rate>,
    /// Leads that a later share is to be judged by, and where chance leaves the share on so many.
    pub(crate) share_watched_on: u64,
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Rate>"))]
    pub(crate) share_watched: Option<Rate>,
}

pub(super) fn monitoring(input: &ReportInput<'_>) -> Monitoring {
    let calibration = input.calibration;
    let deals = input.train.len() as u64;
    let hot = |tiers: &[TierSummary]| tiers.iter().find(|tier| tier.tier == Tier::Hot).copied();
    let held_out = hot(&input.validation.tiers).filter(|_| !input.model.validation.refitted);
    let held_out_deals = input.validation.won + input.validation.lost;
    let watched_tier = |tier: TierSummary| {
        let held_out_share = held_out_share(input, Tier::Hot);
        let of_training = || (tier.share_of_leads, deals);
        let (share, of) = held_out_share.map_or_else(of_training, |rate| (rate.value, held_out_deals));
        let (share_watched_on, share_watched) = watched(share, of);
        Some(WatchedTier {
            rate: tier.rate?,
            share_of_leads: tier.share_of_leads,
            held_out_rate: held_out.and_then(|tier| Rate::of(tier.won, tier.deals())),
            held_out_share,
            share_watched_on,
            share_watched,
        })
    };
    let hot = hot(&calibration.tiers).and_then(watched_tier);
    let accuracy = input.validation.metric("accuracy").and_then(|accuracy| accuracy.value);
    let (accuracy_watched_on, accuracy_watched) = watched(accuracy.unwrap_or(0.0), held_out_deals);
    // The hold-out's rate is not flattered, that of the deals learned from is.
    let original = hot.as_ref().map(|hot| hot.held_out_rate.map_or(hot.rate, |held_out| held_out.value));
    let half = original.map(|rate| rate / 2.0);
    Monitoring {
        half_hot_rate: half,
        half_is_below_base: half.zip(input.train.base_rate()).is_some_and(|(half, base)| half <= base),
        hot,
        accuracy,
        accuracy_floor: accuracy.and(accuracy_watched).map(|rate| rate.lower),
        accuracy_watched_on,
        accuracy_of_one_call: one_call(input),
        median_won: calibration.won.median,
        median_lost: calibration.lost.median,
        training_deals: deals,
        doubled_deals: 2 * closed(input),
    }
}

/// The accuracy of the better of two calls for all deals; `None` without a hold-out.
fn one_call(input: &ReportInput<'_>) -> Option<f64> {
    let (won, lost) = (input.validation.won, input.validation.lost);
    (won + lost > 0).then(|| won.max(lost) as f64 / (won + lost) as f64)
}
