//! Section 4: how scores are spread, where the tiers are cut, when a lead changes tier, and how much work the tiers make.

use super::totals::Totals;
use super::transitions::Transitions;
use super::volume::Volume;
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_calibration::{
    Calibration, Cutoff, Distribution, GainsDecile, Rate, Separation, TierSummary,
};
use lead_scoring_core::Tier;
use serde::{Serialize, Serializer};

/// Scores between those whose probability is listed.
const SCORES_APART: i32 = 10;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Tiers {
    #[cfg_attr(feature = "schema", schemars(with = "super::mirror::Distribution"))]
    pub(crate) won: Distribution,
    #[cfg_attr(feature = "schema", schemars(with = "super::mirror::Distribution"))]
    pub(crate) lost: Distribution,
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Separation>"))]
    pub(crate) separation: Option<Separation>,
    /// From the first to the last bar with deals.
    pub(crate) histogram: Vec<HistogramRow>,
    pub(crate) tiers: Vec<TierRow>,
    /// The most of the deals learned from that Hot was to hold, where chance may leave it more of others.
    pub(crate) hot_held_to: Option<f64>,
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Cutoff>"))]
    pub(crate) cutoff: Option<Cutoff>,
    /// Share of all wins in the tenth of the leads right below the cut-off, where it is less than a tenth of them.
    pub(crate) next_tenth_adds: Option<f64>,
    pub(crate) deciles: Vec<GainsRow>,
    pub(crate) probability_method: String,
    /// The probability of winning along the score.
    pub(crate) probabilities: Vec<ScoreProbability>,
    pub(crate) notes: Vec<Text>,
    pub(crate) transitions: Option<Transitions>,
    pub(crate) volume: Volume,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct HistogramRow {
    pub(crate) low: i32,
    pub(crate) high: i32,
    pub(crate) won: u64,
    pub(crate) lost: u64,
    /// `None` without deals.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Rate>"))]
    pub(crate) rate: Option<Rate>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct TierRow {
    #[serde(flatten, serialize_with = "figures")]
    #[cfg_attr(feature = "schema", schemars(with = "super::mirror::TierSummary"))]
    pub(crate) summary: TierSummary,
    pub(crate) label: &'static str,
    /// How soon to respond.
    pub(crate) sla: Text,
    /// What to do.
    pub(crate) action: Text,
    pub(crate) deals: u64,
    /// The tier's share of the hold-out with its interval; `None` after a refit, which has other tiers.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Rate>"))]
    pub(crate) share: Option<Rate>,
}

/// A tenth of the leads, the best-scored first.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct GainsRow {
    /// 1 to 10.
    pub(crate) decile: u8,
    /// The lowest score that reaches into it.
    pub(crate) threshold: i32,
    /// Share of all leads and of all wins down to here.
    pub(crate) share_of_leads: f64,
    pub(crate) share_of_wins: f64,
    /// Win rate and lift of this tenth alone.
    pub(crate) rate: f64,
    pub(crate) lift: f64,
    /// Lift of all leads down to here.
    pub(crate) cumulative_lift: f64,
    /// Deals of this tenth; those that tie at a border count in proportion.
    pub(crate) deals: f64,
    pub(crate) won: f64,
}

/// The probability of winning at one score.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ScoreProbability {
    pub(crate) score: i32,
    pub(crate) probability: f64,
}

impl Tiers {
    pub(crate) fn of(input: &ReportInput<'_>, totals: &Totals<'_>) -> Self {
        let calibration = input.calibration;
        let tiers = calibration.tiers.iter().map(|tier| TierRow {
            summary: *tier,
            label: tier.tier.label(),
            sla: tier.sla.message().into(),
            action: tier.action.message().into(),
            deals: tier.deals(),
            share: held_out_share(input, tier.tier),
        });
        let cutoff = calibration.gains.recommended_cutoff;
        Self {
            won: calibration.won.clone(),
            lost: calibration.lost.clone(),
            separation: calibration.separation,
            histogram: histogram(calibration),
            tiers: tiers.collect(),
            hot_held_to: held_out_share(input, Tier::Hot)
                .is_some_and(|share| share.upper > calibration.max_hot_share)
                .then_some(calibration.max_hot_share),
            cutoff,
            next_tenth_adds: cutoff.and_then(|cutoff| {
                let shares = |decile: &GainsDecile| (decile.share_of_leads, decile.share_of_wins);
                let whole: Vec<(f64, f64)> = calibration.gains.deciles.iter().map(shares).collect();
                next_tenth(&whole, (cutoff.share_of_leads, cutoff.share_of_wins))
            }),
            deciles: gains(calibration),
            probability_method: calibration.probability.method.clone(),
            probabilities: probabilities(input),
            notes: calibration.notes.iter().map(Text::from).collect(),
            transitions: Transitions::of(input, totals),
            volume: Volume::of(input),
        }
    }
}

/// The figures of a tier alone; its words are told in the document's language.
fn figures<S: Serializer>(tier: &TierSummary, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Figures {
        tier: Tier,
        low: Option<i32>,
        high: Option<i32>,
        won: u64,
        lost: u64,
        rate: Option<f64>,
        share_of_leads: f64,
        share_of_wins: f64,
    }
    let &TierSummary { tier, low, high, won, lost, rate, share_of_leads, share_of_wins, .. } = tier;
    Figures { tier, low, high, won, lost, rate, share_of_leads, share_of_wins }.serialize(serializer)
}

/// Won and lost deals by score, without the bars at both ends that hold no deal.
fn histogram(calibration: &Calibration) -> Vec<HistogramRow> {
    let bars = calibration.won.histogram.iter().zip(&calibration.lost.histogram);
    let mut rows: Vec<HistogramRow> = bars
        .map(|(won, lost)| HistogramRow {
            low: won.low,
            high: won.high,
            won: won.count,
            lost: lost.count,
            rate: Rate::of(won.count, won.count + lost.count),
        })
        .skip_while(|row| row.rate.is_none())
        .collect();
    let used = rows.iter().rposition(|row| row.rate.is_some()).map_or(0, |last| last + 1);
    rows.truncate(used);
    rows
}

fn gains(calibration: &Calibration) -> Vec<GainsRow> {
    let all = (calibration.won.count + calibration.lost.count) as f64;
    let mut above = 0.0;
    let row = |gains: &GainsDecile| {
        let deals = all * (gains.share_of_leads - above);
        above = gains.share_of_leads;
        GainsRow {
            decile: gains.decile,
            threshold: gains.threshold,
            share_of_leads: gains.share_of_leads,
            share_of_wins: gains.share_of_wins,
            rate: gains.rate,
            lift: gains.lift,
            cumulative_lift: gains.cumulative_lift,
            deals,
            won: deals * gains.rate,
        }
    };
    calibration.gains.deciles.iter().map(row).collect()
}

/// What the tenth of the leads right below the cut-off adds to the wins, where that is less than its share of the leads. Between the
/// cut-off and the whole tenths the gains are read off a straight line. All are shares of the leads and of the wins down to there.
fn next_tenth(deciles: &[(f64, f64)], here: (f64, f64)) -> Option<f64> {
    const TENTH: f64 = 0.1;
    let end = here.0 + TENTH;
    let below = deciles.iter().copied().filter(|(leads, _)| *leads > here.0);
    let curve: Vec<(f64, f64)> = std::iter::once(here).chain(below).collect();
    let [from, to] = *curve.windows(2).find(|pair| pair[1].0 >= end - 1e-9)? else { return None };
    let wins = from.1 + (end - from.0) / (to.0 - from.0) * (to.1 - from.1) - here.1;
    (wins < TENTH).then_some(wins)
}

/// At the least and the greatest score that a deal learned from has, and at the round scores between.
fn probabilities(input: &ReportInput<'_>) -> Vec<ScoreProbability> {
    let calibration = input.calibration;
    let seen = || input.fitted.honest_scores.iter().copied();
    let (low, high) = seen().min().zip(seen().max()).unwrap_or(calibration.range);
    let round = (low.saturating_add(1)..high).filter(|score| score % SCORES_APART == 0);
    let mut scores: Vec<i32> = std::iter::once(low).chain(round).chain([high]).collect();
    scores.dedup();
    let row = |score| ScoreProbability { score, probability: calibration.probability.at(score) };
    scores.into_iter().map(row).collect()
}

/// The share of the hold-out that fell into a tier. That of the training deals has no interval, as the tiers were cut on them.
pub(crate) fn held_out_share(input: &ReportInput<'_>, tier: Tier) -> Option<Rate> {
    let tiers = &input.validation.tiers;
    let deals = tiers.iter().map(TierSummary::deals).sum();
    let measured = tiers.iter().find(|measured| measured.tier == tier)?;
    Rate::of(measured.deals(), deals).filter(|_| !input.model.validation.refitted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_tenth_begins_at_the_cut_off() {
        let deciles = [(0.4, 0.80), (0.5, 0.89), (0.6, 0.94), (1.0, 1.0)];
        let adds = |leads: f64, wins: f64| next_tenth(&deciles, (leads, wins));
        // 4 % into the sixth tenth: 0.89 + 0.04 x 0.05 = 0.892.
        assert!((adds(0.404, 0.804).unwrap() - 0.088).abs() < 1e-9);
        assert!((adds(0.4, 0.80).unwrap() - 0.09).abs() < 1e-9);
        assert_eq!(adds(0.95, 0.99), None, "no whole tenth is left");
    }
}
