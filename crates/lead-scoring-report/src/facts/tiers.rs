//! Section 4: how scores are spread, where the tiers are cut, when a lead changes tier, and how much work the tiers make.

use super::guessed::guessed;
use super::labels;
use crate::ReportInput;
use lead_scoring_calibration::{Distribution, Rate, Separation, TierSummary};
use lead_scoring_core::{Binning, Tier, name_words};
use lead_scoring_model::{Input, ScoringModel, Signal};
use serde::Serialize;

/// Bins named as triggers.
const MOST_TRIGGERS: usize = 4;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Tiers {
    #[cfg_attr(feature = "schema", schemars(with = "super::mirror::Distribution"))]
    pub(crate) won: Distribution,
    #[cfg_attr(feature = "schema", schemars(with = "super::mirror::Distribution"))]
    pub(crate) lost: Distribution,
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Separation>"))]
    pub(crate) separation: Option<Separation>,
    pub(crate) histogram: Vec<HistogramRow>,
    pub(crate) tiers: Vec<TierRow>,
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Cutoff>"))]
    pub(crate) cutoff: Option<lead_scoring_calibration::Cutoff>,
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::mirror::GainsDecile>"))]
    pub(crate) deciles: Vec<lead_scoring_calibration::GainsDecile>,
    pub(crate) probability_method: String,
    pub(crate) notes: Vec<String>,
    pub(crate) transitions: Option<Transitions>,
    pub(crate) capacity: Option<CapacityFacts>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct HistogramRow {
    pub(crate) low: i32,
    pub(crate) high: i32,
    pub(crate) won: u64,
    pub(crate) lost: u64,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct TierRow {
    #[serde(flatten)]
    #[cfg_attr(feature = "schema", schemars(with = "super::mirror::TierSummary"))]
    pub(crate) summary: TierSummary,
    pub(crate) label: &'static str,
    pub(crate) deals: u64,
    /// The tier's share of the hold-out with its interval; `None` after a refit, which has other tiers.
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Rate>"))]
    pub(crate) share: Option<Rate>,
}

/// When a lead changes tier.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Transitions {
    /// What one signal typically moves: the median over the signals of most less fewest points.
    pub(crate) step: i32,
    pub(crate) upgrades: Vec<Trigger>,
    pub(crate) downgrades: Vec<Trigger>,
    /// The days without activity from which the recency signal gives its fewest points.
    pub(crate) idle: Option<Idle>,
    pub(crate) changeable: u64,
    /// Columns of the triggers whose dimension was guessed from the name.
    pub(crate) guessed: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Trigger {
    /// The signal as it is called before its criterion.
    pub(crate) signal: String,
    /// Its name.
    #[serde(skip)]
    pub(crate) of: String,
    pub(crate) criterion: String,
    pub(crate) points: i32,
    /// Whether it is the "no" of a flag or an item: what a lead falls back to only where a record is corrected.
    #[serde(skip)]
    pub(crate) undone: bool,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Idle {
    pub(crate) signal: String,
    pub(crate) criterion: String,
    pub(crate) points: i32,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct CapacityFacts {
    pub(crate) leads_per_month: f64,
    pub(crate) minutes_per_hot: f64,
    pub(crate) minutes_per_warm: f64,
    #[cfg_attr(feature = "schema", schemars(with = "super::mirror::CapacityCheck"))]
    pub(crate) check: lead_scoring_calibration::CapacityCheck,
}

impl Tiers {
    pub(crate) fn of(input: &ReportInput<'_>) -> Self {
        let calibration = input.calibration;
        let bars = calibration.won.histogram.iter().zip(&calibration.lost.histogram);
        let histogram = bars
            .map(|(won, lost)| HistogramRow {
                low: won.low,
                high: won.high,
                won: won.count,
                lost: lost.count,
            })
            .collect();
        let tiers = calibration.tiers.iter().map(|tier| TierRow {
            summary: *tier,
            label: tier.tier.label(),
            deals: tier.deals(),
            share: held_out_share(input, tier.tier),
        });
        let capacity =
            input.capacity.zip(calibration.capacity.clone()).map(|(capacity, check)| CapacityFacts {
                leads_per_month: capacity.leads_per_month,
                minutes_per_hot: capacity.minutes_per_hot,
                minutes_per_warm: capacity.minutes_per_warm,
                check,
            });
        Self {
            won: calibration.won.clone(),
            lost: calibration.lost.clone(),
            separation: calibration.separation,
            histogram,
            tiers: tiers.collect(),
            cutoff: calibration.gains.recommended_cutoff,
            deciles: calibration.gains.deciles.clone(),
            probability_method: calibration.probability.method.clone(),
            notes: calibration.notes.clone(),
            transitions: transitions(input),
            capacity,
        }
    }
}

/// The share of the hold-out that fell into a tier. That of the training deals has no interval, as the tiers were cut on them.
pub(crate) fn held_out_share(input: &ReportInput<'_>, tier: Tier) -> Option<Rate> {
    let tiers = &input.validation.tiers;
    let deals = tiers.iter().map(TierSummary::deals).sum();
    let measured = tiers.iter().find(|measured| measured.tier == tier)?;
    Rate::of(measured.deals(), deals).filter(|_| !input.model.validation.refitted)
}

fn transitions(input: &ReportInput<'_>) -> Option<Transitions> {
    let model = input.model;
    let step = step(model)?;
    model.tiers?;
    let changeable = || model.card.signals.iter().filter(|signal| signal.is_changeable());
    let bins = |wanted: fn(i32) -> bool| {
        let bins = changeable().flat_map(|signal| (0..signal.regular().len()).map(move |at| (signal, at)));
        bins.filter(move |(signal, at)| wanted(signal.bins[*at].points))
            .map(|(signal, at)| trigger(signal, at))
    };
    let mut upgrades: Vec<Trigger> = bins(|points| points > 0).collect();
    upgrades.sort_by_key(|trigger| std::cmp::Reverse(trigger.points));
    let idle = changeable().find_map(idle);
    // The idle signal's worst row is told of by itself, and what has happened does not unhappen.
    let told = |trigger: &Trigger| {
        idle.as_ref().is_some_and(|idle| idle.signal == trigger.of && idle.criterion == trigger.criterion)
    };
    let mut downgrades: Vec<Trigger> =
        bins(|points| points < 0).filter(|trigger| !told(trigger) && !trigger.undone).collect();
    downgrades.sort_by_key(|trigger| trigger.points);
    upgrades.truncate(MOST_TRIGGERS);
    downgrades.truncate(MOST_TRIGGERS);
    let named = upgrades.iter().chain(&downgrades).map(|trigger| trigger.of.as_str());
    let named: Vec<&str> = named.chain(idle.iter().map(|idle| idle.signal.as_str())).collect();
    let fields = changeable().filter(|signal| named.contains(&signal.name.as_str())).flat_map(Signal::fields);
    Some(Transitions {
        step,
        guessed: guessed(input, fields),
        upgrades,
        downgrades,
        idle,
        changeable: changeable().count() as u64,
    })
}

/// Median over the signals of most less fewest points, at least 1; `None` without signals.
fn step(model: &ScoringModel) -> Option<i32> {
    let mut widths: Vec<i32> =
        model.card.signals.iter().map(|signal| signal.highest() - signal.lowest()).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).map(|width| (*width).max(1))
}

fn trigger(signal: &Signal, at: usize) -> Trigger {
    Trigger {
        signal: labels::subject(signal).to_owned(),
        of: signal.name.clone(),
        criterion: labels::criterion(signal, at),
        points: signal.bins.get(at).map_or(0, |bin| bin.points),
        undone: at == 0
            && matches!(
                signal.inputs.as_slice(),
                [Input { binning: Binning::Flag | Binning::Contains { .. }, .. }]
            ),
    }
}

/// The worst bin of a signal that counts days since something happened, if that is its last one.
fn idle(signal: &Signal) -> Option<Idle> {
    let [input @ Input { binning: Binning::Range { .. }, .. }] = signal.inputs.as_slice() else {
        return None;
    };
    let words = name_words(&input.field);
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    if !(has(&["days", "weeks"]) && has(&["since", "last", "inactive", "idle"])) {
        return None;
    }
    let last = signal.regular().len().checked_sub(1)?;
    let points = signal.regular()[last].points;
    let is_worst = signal.regular().iter().all(|bin| bin.points >= points) && points < signal.highest();
    let Trigger { of: signal, criterion, points, .. } = trigger(signal, last);
    is_worst.then_some(Idle { signal, criterion, points })
}
