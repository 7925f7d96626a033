//! The intervals printed beside tiers, against the truth of planted histories.
//!
//! A card is learned and cut into tiers from so many deals, as the library does it. A tier's true rate is the mean probability of the
//! fresh leads that fall into it, its true share their part of all. The intervals are those of a hold-out of a third as many deals; on
//! the training deals, which the cuts are chosen on, none are offered.

use crate::planted::{History, Leads};
use crate::table::share_held;
use lead_scoring_benches::Result;
use lead_scoring_calibration::{Rate, TierSummary, tier_table};

/// The shares of tiers whose interval of the rate, and of the share of leads, holds the truth; `None` where no tiers were cut.
pub(crate) fn coverage(history: &History, fresh: &Leads) -> Result<[Option<f64>; 2]> {
    let Some(cuts) = history.calibration.cuts else { return Ok([None; 2]) };
    let card = &history.fitted.card;
    let measured =
        tier_table(cuts, card.range(), &card.score_rows(&history.held_out.data)?, &history.held_out_won);
    let scores = card.score_rows(&fresh.data)?;
    let truth = fresh.groups(measured.len(), scores.iter().map(|score| cuts.tier(*score).index()));
    let deals = measured.iter().map(TierSummary::deals).sum();
    let rates = measured
        .iter()
        .zip(&truth)
        .filter_map(|(tier, truth)| Some(tier.rate_interval?.contains(truth.rate?)));
    let shares = measured.iter().zip(&truth).filter_map(|(tier, truth)| {
        let share = Rate::of(tier.deals(), deals)?;
        Some((share.lower..=share.upper).contains(&truth.share))
    });
    Ok([share_held(rates), share_held(shares)])
}
