//! Section 6: what the hold-out said, what to watch from now on, and how to test the gain.

use super::experiment::{Plan, plans};
use super::labels;
use super::tiers::held_out_share;
use crate::{ReportInput, format};
use lead_scoring_calibration::{Band, Rate, TierSummary};
use lead_scoring_core::{Column, Dataset, Tier};
use lead_scoring_validation::{
    ConfusionMatrix, Metric, Misjudged, MisjudgedDeal, RocPoint, ThresholdRow, Unit,
};
use serde::Serialize;

/// Thresholds that are listed.
const MOST_THRESHOLDS: usize = 10;
/// Wrongly called deals that are listed.
const MOST_DEALS: usize = 10;
/// Decimals beyond the usual ones that tell a figure from its target.
const MOST_DECIMALS: usize = 4;
/// Days of the test.
const TEST_DAYS: f64 = 60.0;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Judgement {
    pub(crate) verdict: &'static str,
    pub(crate) reasons: Vec<String>,
    pub(crate) how: String,
    pub(crate) won: u64,
    pub(crate) lost: u64,
    pub(crate) deals: u64,
    /// The hold-out as a share of all closed deals.
    pub(crate) share: Option<f64>,
    pub(crate) refitted: bool,
    pub(crate) metrics: Vec<MetricRow>,
    pub(crate) further: Vec<MetricRow>,
    pub(crate) notes: Vec<String>,
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::ConfusionMatrix>"))]
    pub(crate) confusion: Option<ConfusionMatrix>,
    pub(crate) tiers: Vec<HeldOutTier>,
    pub(crate) monotone: bool,
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::mirror::Reliability>"))]
    pub(crate) reliability: Vec<lead_scoring_calibration::Reliability>,
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::mirror::Band>"))]
    pub(crate) bands: Vec<Band>,
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::mirror::RocPoint>"))]
    pub(crate) roc: Vec<RocPoint>,
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::mirror::ThresholdRow>"))]
    pub(crate) thresholds: Vec<ThresholdRow>,
    pub(crate) distinct_scores: u64,
    pub(crate) false_positives: Wrong,
    pub(crate) false_negatives: Wrong,
    pub(crate) monitoring: Monitoring,
    pub(crate) test: Test,
}

/// A figure with its words.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct MetricRow {
    /// A fixed lower-case name.
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    pub(crate) value: Option<f64>,
    pub(crate) lower: Option<f64>,
    pub(crate) upper: Option<f64>,
    pub(crate) target: Option<f64>,
    pub(crate) value_text: String,
    pub(crate) interval_text: Option<String>,
    pub(crate) target_text: Option<String>,
    pub(crate) pass: Option<bool>,
    /// Whether chance alone could have made it pass or fail: the target lies in the interval.
    pub(crate) uncertain: bool,
    /// What the figure is to be compared with, as a clause.
    pub(crate) beside: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct HeldOutTier {
    pub(crate) label: &'static str,
    /// Lowest and highest score by the model that was judged.
    pub(crate) low: Option<i32>,
    pub(crate) high: Option<i32>,
    pub(crate) deals: u64,
    pub(crate) won: u64,
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::Rate>"))]
    pub(crate) rate: Option<Rate>,
    pub(crate) share_of_leads: f64,
    pub(crate) share_of_wins: f64,
    /// The rate the training deals promised; `None` after a refit, which has other tiers.
    pub(crate) expected: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Wrong {
    pub(crate) count: u64,
    pub(crate) of: u64,
    pub(crate) deals: Vec<WrongDeal>,
    pub(crate) patterns: Vec<WrongPattern>,
    pub(crate) fix: String,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct WrongDeal {
    pub(crate) name: String,
    pub(crate) score: i32,
    pub(crate) tier: &'static str,
    pub(crate) probability: f64,
    pub(crate) why: String,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct WrongPattern {
    pub(crate) name: String,
    pub(crate) deals: u64,
    pub(crate) share: f64,
    pub(crate) share_of_right: f64,
    pub(crate) scored: bool,
}

/// The figures that the health checks compare with.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Monitoring {
    pub(crate) hot: Option<WatchedTier>,
    pub(crate) accuracy: Option<f64>,
    pub(crate) accuracy_floor: Option<f64>,
    /// What calling every deal won, or every deal lost, would have given.
    pub(crate) accuracy_of_one_call: Option<f64>,
    pub(crate) half_hot_rate: Option<f64>,
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
}

/// The A/B test.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Test {
    pub(crate) base_rate: Option<f64>,
    pub(crate) plans: Vec<Plan>,
    pub(crate) leads_in_test: Option<f64>,
    /// The smallest improvement planned for that so many leads can show.
    pub(crate) detectable: Option<Plan>,
}

impl Judgement {
    pub(crate) fn of(input: &ReportInput<'_>) -> Self {
        let report = input.validation;
        let refitted = input.model.validation.refitted;
        let deals = report.won + report.lost;
        let all = closed(input);
        let (metrics, further): (Vec<&Metric>, Vec<&Metric>) =
            report.metrics.iter().partition(|metric| metric.target.is_some());
        // A target of nothing is not printed, so there is nothing to note about it.
        let notes = report
            .metrics
            .iter()
            .filter(|metric| metric.target.is_none_or(|target| target > 0.0))
            .filter_map(|metric| Some(format!("{}: {}", metric.label, metric.note.as_ref()?)));
        let promised = |tier: Tier| input.calibration.tiers.iter().find(|summary| summary.tier == tier)?.rate;
        let tiers = report.tiers.iter().map(|tier| HeldOutTier {
            label: tier.tier.label(),
            low: tier.low,
            high: tier.high,
            deals: tier.deals(),
            won: tier.won,
            rate: Rate::of(tier.won, tier.deals()),
            share_of_leads: tier.share_of_leads,
            share_of_wins: tier.share_of_wins,
            expected: promised(tier.tier).filter(|_| !refitted),
        });
        let names = Names::of(input);
        Self {
            verdict: report.verdict.label(),
            reasons: report.reasons.clone(),
            how: report.how.clone(),
            won: report.won,
            lost: report.lost,
            deals,
            share: (all > 0).then(|| deals as f64 / all as f64),
            refitted,
            metrics: metrics.into_iter().map(|metric| metric_row(metric, input)).collect(),
            further: further.into_iter().map(|metric| metric_row(metric, input)).collect(),
            notes: notes.collect(),
            confusion: report.confusion,
            tiers: tiers.collect(),
            monotone: report.monotone,
            reliability: report.probability.reliability.clone(),
            bands: report.bands.clone(),
            roc: report.roc.clone(),
            thresholds: spread(&report.thresholds, MOST_THRESHOLDS),
            distinct_scores: report.thresholds.len() as u64,
            false_positives: wrong(&report.false_positives, &names, true, report.confusion),
            false_negatives: wrong(&report.false_negatives, &names, false, report.confusion),
            monitoring: monitoring(input),
            test: test(input),
        }
    }
}

/// All closed deals; a refitted model has learned from the hold-out too, which then is part of the training deals.
fn closed(input: &ReportInput<'_>) -> u64 {
    let held_out = input.validation.won + input.validation.lost;
    input.train.len() as u64 + if input.model.validation.refitted { 0 } else { held_out }
}

fn metric_row(metric: &Metric, input: &ReportInput<'_>) -> MetricRow {
    let interval = metric.lower.zip(metric.upper);
    let interval = interval.map(|(lower, upper)| {
        let (lower, upper) = (figure(metric, lower, 0), figure(metric, upper, 0));
        // The unit of points is told once.
        format!("{} to {upper}", lower.strip_suffix(" points").unwrap_or(&lower))
    });
    // A target of nothing is none: a card without points has no range to ask for.
    let target = metric.target.filter(|target| *target > 0.0);
    let (value, target) = match (metric.value, target) {
        (Some(value), Some(target)) => against(metric, value, target),
        (value, target) => (
            value.map_or_else(|| format::UNDEFINED.to_owned(), |value| figure(metric, value, 0)),
            target.map(|target| figure(metric, target, 0)),
        ),
    };
    MetricRow {
        name: metric.name,
        label: metric.label,
        value: metric.value,
        lower: metric.lower,
        upper: metric.upper,
        target: metric.target,
        value_text: value,
        interval_text: interval,
        target_text: target.map(|target| format!("> {target}")),
        pass: metric.pass.filter(|_| metric.value.is_some()),
        uncertain: metric
            .target
            .zip(metric.lower)
            .zip(metric.upper)
            .is_some_and(|((target, lower), upper)| lower <= target && target < upper),
        beside: beside(metric, input),
    }
}

/// A figure and its target, told apart where they would print alike.
fn against(metric: &Metric, value: f64, target: f64) -> (String, Option<String>) {
    let texts = |more: usize| (figure(metric, value, more), figure(metric, target, more));
    let apart = (0..=MOST_DECIMALS).map(texts).find(|(value, target)| value != target);
    let (value, target) = apart.unwrap_or_else(|| {
        let (value, target) = texts(0);
        (format!("{value} exactly"), target)
    });
    (value, Some(target))
}

/// A figure in its unit, with more decimals than usual where asked.
fn figure(metric: &Metric, value: f64, more: usize) -> String {
    match metric.unit {
        Unit::Share if more == 0 => format::percent(value),
        Unit::Share => format::finer_percent(value, more),
        Unit::Points => format!("{} points", format::decimals(value, 1 + more)),
        _ => format::decimals(value, 2 + more),
    }
}

/// What a rate means little without: the accuracy of one call for all, the base rate beside a precision.
fn beside(metric: &Metric, input: &ReportInput<'_>) -> Option<String> {
    let report = input.validation;
    let base = Rate::of(report.won, report.won + report.lost)?.value;
    metric.value?;
    match metric.name {
        "accuracy" if base > 0.5 => Some(format!("calling every deal won gives {}", format::percent(base))),
        "accuracy" => Some(format!("calling every deal lost gives {}", format::percent(1.0 - base))),
        "hot_precision" | "hot_warm_precision" => Some(format!("the base rate is {}", format::percent(base))),
        _ => None,
    }
}

/// At most so many rows, evenly spread from the first to the last.
fn spread(rows: &[ThresholdRow], most: usize) -> Vec<ThresholdRow> {
    if rows.len() <= most {
        return rows.to_vec();
    }
    let last = rows.len() - 1;
    (0..most).filter_map(|at| rows.get(at * last / (most - 1)).copied()).collect()
}

/// How deals of the hold-out are called: by the identifier column, a company column, or the row in the file.
struct Names<'a> {
    columns: Vec<&'a Column>,
}

impl<'a> Names<'a> {
    fn of(input: &ReportInput<'a>) -> Self {
        let data: &Dataset = input.validation.deals.data();
        let [company, _] = super::name_columns(data, input.model);
        let columns = [input.id_column, company].into_iter().flatten().filter_map(|name| data.column(name));
        Self { columns: columns.collect() }
    }

    fn of_deal(&self, deal: &MisjudgedDeal) -> String {
        let parts: Vec<String> = self.columns.iter().filter_map(|column| column.text(deal.index)).collect();
        if parts.is_empty() { format!("row {}", deal.row) } else { format::clipped(&parts.join(", "), 80) }
    }
}

fn wrong(
    found: &Misjudged,
    names: &Names<'_>,
    called_won: bool,
    confusion: Option<ConfusionMatrix>,
) -> Wrong {
    let of = confusion.map_or(0, |matrix| {
        if called_won {
            matrix.true_positive + matrix.false_positive
        } else {
            matrix.true_negative + matrix.false_negative
        }
    });
    let deal = |deal: &MisjudgedDeal| WrongDeal {
        name: names.of_deal(deal),
        score: deal.score,
        tier: deal.tier.label(),
        probability: deal.probability,
        why: why(deal, called_won),
    };
    let patterns = found.patterns.iter().map(|pattern| WrongPattern {
        name: format!("{}: {}", pattern.field, labels::long_name(&pattern.level)),
        deals: pattern.misjudged,
        share: pattern.share_of_misjudged,
        share_of_right: pattern.share_of_right,
        scored: pattern.scored,
    });
    Wrong {
        count: found.count,
        of,
        deals: found.deals.iter().take(MOST_DEALS).map(deal).collect(),
        patterns: patterns.collect(),
        fix: found.recommended_fix.clone(),
    }
}

/// What made the score: points given to a lost deal, points missed by a won one.
fn why(deal: &MisjudgedDeal, called_won: bool) -> String {
    let part = |signal: &lead_scoring_validation::MisleadingSignal| {
        // A bin without points of its own does not say which combination it is of.
        let bin = labels::with_bin(&signal.name, signal.pair && signal.points != 0, &signal.bin);
        let points = format::signed(signal.points.into());
        if called_won {
            format!("{bin} gave {points}")
        } else {
            format!("{bin} gave {points} of {}", format::signed(signal.most.into()))
        }
    };
    let parts: Vec<String> = deal.signals.iter().map(part).collect();
    if parts.is_empty() { "no single signal stands out".to_owned() } else { parts.join("; ") }
}

fn monitoring(input: &ReportInput<'_>) -> Monitoring {
    let calibration = input.calibration;
    let deals = input.train.len() as u64;
    let hot = |tiers: &[TierSummary]| tiers.iter().find(|tier| tier.tier == Tier::Hot).copied();
    let held_out = hot(&input.validation.tiers).filter(|_| !input.model.validation.refitted);
    let watched = |tier: TierSummary| {
        Some(WatchedTier {
            rate: tier.rate?,
            share_of_leads: tier.share_of_leads,
            held_out_rate: held_out.and_then(|tier| Rate::of(tier.won, tier.deals())),
            held_out_share: held_out_share(input, Tier::Hot),
        })
    };
    let hot = hot(&calibration.tiers).and_then(watched);
    let accuracy = input.validation.metric("accuracy");
    Monitoring {
        half_hot_rate: hot.as_ref().map(|hot| hot.rate / 2.0),
        hot,
        accuracy: accuracy.and_then(|accuracy| accuracy.value),
        accuracy_floor: accuracy.and_then(|accuracy| accuracy.lower),
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

fn test(input: &ReportInput<'_>) -> Test {
    let base_rate = input.train.base_rate();
    let plans = base_rate.map(plans).unwrap_or_default();
    let leads_in_test = input.capacity.map(|capacity| capacity.leads_per_month * TEST_DAYS * 12.0 / 365.25);
    let detectable =
        leads_in_test.and_then(|leads| plans.iter().find(|plan| plan.leads as f64 <= leads).copied());
    Test { base_rate, plans, leads_in_test, detectable }
}
