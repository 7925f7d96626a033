//! Section 6: what the hold-out said, and how to test the gain.

use super::experiment::{Plan, plans};
use super::header::reasons;
use super::hold_out::{closed, newest_rate};
use super::monitoring::{Monitoring, monitoring};
use super::volume::closed_per_month;
use super::wrong_calls::{Names, Wrong, wrong};
use crate::phrases::{
    BASE_RATE_BESIDE, EXACTLY, INTERVAL, INTERVAL_OF_POINTS, NOT_DEFINED, NOTE_ON_METRIC,
    ONE_CALL_LOST_BESIDE, ONE_CALL_WON_BESIDE, POINTS, TARGET,
};
use crate::text::Text;
use crate::{ReportInput, format};
use lead_scoring_calibration::{Band, Rate};
use lead_scoring_core::{Message, Part, Phrase, Tier};
use lead_scoring_validation::{ConfusionMatrix, Metric, RocPoint, ThresholdRow, Unit, ValidationReport};
use serde::Serialize;

/// Thresholds that are listed besides the cuts of the tiers.
const MOST_THRESHOLDS: usize = 12;
/// Decimals beyond the usual ones that tell a figure from its target.
const MOST_DECIMALS: usize = 4;
/// Days of the test.
const TEST_DAYS: f64 = 60.0;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Judgement {
    pub(crate) verdict: &'static str,
    pub(crate) reasons: Vec<Text>,
    pub(crate) how: Text,
    pub(crate) won: u64,
    pub(crate) lost: u64,
    pub(crate) deals: u64,
    /// The hold-out as a share of all closed deals.
    pub(crate) share: Option<f64>,
    pub(crate) refitted: bool,
    pub(crate) metrics: Vec<MetricRow>,
    pub(crate) further: Vec<MetricRow>,
    /// Notes on the metrics, and on the further ones.
    pub(crate) notes: Vec<Text>,
    pub(crate) further_notes: Vec<Text>,
    #[cfg_attr(feature = "schema", schemars(with = "Option<super::mirror::ConfusionMatrix>"))]
    pub(crate) confusion: Option<ConfusionMatrix>,
    pub(crate) tiers: Vec<HeldOutTier>,
    pub(crate) monotone: bool,
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::mirror::Reliability>"))]
    pub(crate) reliability: Vec<lead_scoring_calibration::Reliability>,
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::mirror::Band>"))]
    pub(crate) bands: Vec<Band>,
    /// Whether no band with deals wins less often than one below it.
    pub(crate) bands_rise: bool,
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::mirror::RocPoint>"))]
    pub(crate) roc: Vec<RocPoint>,
    pub(crate) thresholds: Vec<Threshold>,
    /// How far those that are no cuts of tiers lie apart.
    pub(crate) thresholds_apart: u64,
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
    pub(crate) label: Text,
    pub(crate) value: Option<f64>,
    pub(crate) lower: Option<f64>,
    pub(crate) upper: Option<f64>,
    pub(crate) target: Option<f64>,
    /// Decimals of the printed value where they are more than usual, so that it differs from its target; a column of such values has as many.
    pub(crate) decimals: Option<usize>,
    pub(crate) value_text: Text,
    pub(crate) interval_text: Option<Text>,
    pub(crate) target_text: Option<Text>,
    pub(crate) pass: Option<bool>,
    /// Whether chance alone could have made it pass or fail: the target lies in the interval.
    pub(crate) uncertain: bool,
    /// What the figure is to be compared with, as a clause.
    pub(crate) beside: Option<Text>,
}

/// What calling a win from a score on would have come to.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Threshold {
    /// The tier that begins at this score.
    pub(crate) tier: Option<&'static str>,
    #[serde(flatten)]
    #[cfg_attr(feature = "schema", schemars(with = "super::mirror::ThresholdRow"))]
    pub(crate) row: ThresholdRow,
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
    /// That of this tier and those above together.
    pub(crate) wins_so_far: f64,
    /// The rate the training deals promised; `None` after a refit, which has other tiers.
    pub(crate) expected: Option<f64>,
    /// The limit of the interval of `rate` that the expected rate lies beyond.
    pub(crate) beyond: Option<f64>,
}

/// The A/B test.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Test {
    pub(crate) base_rate: Option<f64>,
    /// Whether that is the rate of the newest deals, as the win rate drifts.
    pub(crate) of_newest: bool,
    pub(crate) plans: Vec<Plan>,
    /// What each plan's time counts: the leads a month that the user named, else the closed deals a month of the history.
    pub(crate) per_month: Option<f64>,
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
        let [notes, further_notes] = [&metrics, &further].map(|metrics| notes(metrics, &report.reasons));
        let promised = |tier: Tier| input.calibration.tiers.iter().find(|summary| summary.tier == tier)?.rate;
        let mut wins = 0;
        let mut wins_so_far = |won: u64| {
            wins += won;
            if report.won > 0 { wins as f64 / report.won as f64 } else { 0.0 }
        };
        let tiers = report.tiers.iter().map(|tier| HeldOutTier {
            label: tier.tier.label(),
            low: tier.low,
            high: tier.high,
            deals: tier.deals(),
            won: tier.won,
            rate: Rate::of(tier.won, tier.deals()),
            share_of_leads: tier.share_of_leads,
            share_of_wins: tier.share_of_wins,
            wins_so_far: wins_so_far(tier.won),
            expected: promised(tier.tier).filter(|_| !refitted),
            beyond: promised(tier.tier)
                .filter(|_| !refitted)
                .and_then(|expected| beyond(expected, Rate::of(tier.won, tier.deals())?)),
        });
        let names = Names::of(input);
        Self {
            verdict: report.verdict.label(),
            reasons: reasons(input),
            how: Text::from(&report.how),
            won: report.won,
            lost: report.lost,
            deals,
            share: (all > 0).then(|| deals as f64 / all as f64),
            refitted,
            metrics: metrics.into_iter().map(|metric| metric_row(metric, input)).collect(),
            further: further.into_iter().map(|metric| metric_row(metric, input)).collect(),
            notes,
            further_notes,
            confusion: report.confusion,
            tiers: tiers.collect(),
            monotone: report.monotone,
            reliability: report.probability.reliability.clone(),
            bands: filled(&report.bands).to_vec(),
            bands_rise: rise(&report.bands),
            roc: report.roc.clone(),
            thresholds: thresholds(report),
            thresholds_apart: apart(report).unsigned_abs().into(),
            distinct_scores: report.thresholds.len() as u64,
            false_positives: wrong(&report.false_positives, &names, true, input),
            false_negatives: wrong(&report.false_negatives, &names, false, input),
            monitoring: monitoring(input),
            test: test(input),
        }
    }
}

/// The limit of an interval that an expected rate lies beyond.
fn beyond(expected: f64, measured: Rate) -> Option<f64> {
    if expected < measured.lower {
        Some(measured.lower)
    } else if expected > measured.upper {
        Some(measured.upper)
    } else {
        None
    }
}

/// A target of nothing is not printed, so there is nothing to note about it; what the verdict has said is not said again.
fn notes(metrics: &[&Metric], reasons: &[Message]) -> Vec<Text> {
    let printed = metrics.iter().filter(|metric| metric.target.is_none_or(|target| target > 0.0));
    let is_said = |note: &Message| {
        let said = |part: &Part| matches!(part, Part::Message(said) if said == note);
        reasons.iter().any(|reason| reason.parts().iter().any(|(_, part)| said(part)))
    };
    let note = |metric: &&Metric| {
        let note = metric.note.clone().filter(|note| !is_said(note))?;
        let parts = [("metric", metric.label.clone().into()), ("note", note.into())];
        Some(NOTE_ON_METRIC.with(parts).into())
    };
    printed.filter_map(note).collect()
}

fn metric_row(metric: &Metric, input: &ReportInput<'_>) -> MetricRow {
    let (value, target, more) = match (metric.value, target_of(metric)) {
        (Some(value), Some(target)) => against(metric, value, target),
        (value, target) => {
            let more = value.map_or(0, |value| more_for_two_figures(metric.unit, value));
            (
                value.map_or_else(|| NOT_DEFINED.message(), |value| figure(metric, value, more)),
                target.map(|target| figure(metric, target, 0)),
                more,
            )
        }
    };
    MetricRow {
        name: metric.name,
        label: Text::from(&metric.label),
        value: metric.value,
        lower: metric.lower,
        upper: metric.upper,
        target: metric.target,
        decimals: metric.value.filter(|_| more > 0).map(|value| match metric.unit {
            Unit::Share => format::finer_places(value, more),
            unit => usual_decimals(unit) + more,
        }),
        value_text: value.into(),
        interval_text: metric
            .lower
            .zip(metric.upper)
            .map(|(lower, upper)| interval(metric, lower, upper, target_of(metric)).into()),
        target_text: target.map(|target| TARGET.with([("target", target.into())]).into()),
        pass: metric.pass.filter(|_| metric.value.is_some()),
        uncertain: metric
            .target
            .zip(metric.lower)
            .zip(metric.upper)
            .is_some_and(|((target, lower), upper)| lower <= target && target < upper),
        beside: beside(metric, input).map(Text::from),
    }
}

/// A target of nothing is none: a card without points has no range to ask for.
fn target_of(metric: &Metric) -> Option<f64> {
    metric.target.filter(|target| *target > 0.0)
}

/// The limits of a figure, with a decimal more where one would print like a target that it is not; the unit of points is told once.
fn interval(metric: &Metric, lower: f64, upper: f64, target: Option<f64>) -> Message {
    let phrase = if metric.unit == Unit::Points { INTERVAL_OF_POINTS } else { INTERVAL };
    let like_target = |more: usize| {
        target.is_some_and(|target| {
            let alike = |limit: f64| {
                format::differ(limit, target) && bare(metric, limit, more) == bare(metric, target, more)
            };
            alike(lower) || alike(upper)
        })
    };
    let more = (0..=MOST_DECIMALS).find(|more| !like_target(*more)).unwrap_or(0);
    phrase.with([("lower", bare(metric, lower, more).into()), ("upper", bare(metric, upper, more).into())])
}

/// A figure and its target, told apart where they would print alike, and how many decimals more than usual that takes.
fn against(metric: &Metric, value: f64, target: f64) -> (Message, Option<Message>, usize) {
    let texts = |more: usize| (figure(metric, value, more), figure(metric, target, more));
    let apart =
        (0..=MOST_DECIMALS).map(|more| (texts(more), more)).find(|((value, target), _)| value != target);
    let ((value, target), more) = apart.unwrap_or_else(|| {
        let (value, target) = texts(0);
        ((EXACTLY.with([("value", value.into())]), target), 0)
    });
    (value, Some(target), more)
}

/// A figure in its unit, with more decimals than usual where asked.
fn figure(metric: &Metric, value: f64, more: usize) -> Message {
    let bare = bare(metric, value, more);
    if metric.unit == Unit::Points { POINTS.with([("points", bare.into())]) } else { Message::verbatim(bare) }
}

/// The same without the word for points.
fn bare(metric: &Metric, value: f64, more: usize) -> String {
    match metric.unit {
        Unit::Share if more == 0 => format::percent(value),
        Unit::Share => format::finer_percent(value, more),
        unit => format::decimals(value, usual_decimals(unit) + more),
    }
}

/// The decimals beyond the usual that show two significant figures.
fn more_for_two_figures(unit: Unit, value: f64) -> usize {
    match value.abs() {
        _ if matches!(unit, Unit::Points | Unit::Share) => 0,
        size if size <= 0.0 || size >= 0.1 => 0,
        size if size >= 0.01 => 1,
        _ => 2,
    }
}

const fn usual_decimals(unit: Unit) -> usize {
    match unit {
        Unit::Points => 1,
        _ => 2,
    }
}

/// What a rate means little without: the accuracy of one call for all, unless its note tells it, the base rate beside a precision.
fn beside(metric: &Metric, input: &ReportInput<'_>) -> Option<Message> {
    let report = input.validation;
    let base = Rate::of(report.won, report.won + report.lost)?.value;
    metric.value?;
    let told = |phrase: Phrase, share: f64| Some(phrase.with([("share", format::percent(share).into())]));
    match metric.name {
        "accuracy" if metric.note.is_some() => None,
        "accuracy" if base > 0.5 => told(ONE_CALL_WON_BESIDE, base),
        "accuracy" => told(ONE_CALL_LOST_BESIDE, 1.0 - base),
        "hot_precision" | "hot_warm_precision" => told(BASE_RATE_BESIDE, base),
        _ => None,
    }
}

/// The bands without those at both ends that have no deals.
fn filled(bands: &[Band]) -> &[Band] {
    let has_deals = |band: &Band| band.won + band.lost > 0;
    let first = bands.iter().position(has_deals).unwrap_or(0);
    let end = bands.iter().rposition(has_deals).map_or(0, |last| last + 1);
    bands.get(first..end).unwrap_or_default()
}

fn rise(bands: &[Band]) -> bool {
    let rates: Vec<f64> = bands.iter().filter_map(|band| Some(band.rate?.value)).collect();
    rates.windows(2).all(|pair| pair[0] <= pair[1])
}

/// How far listed thresholds that are no cuts of tiers lie apart.
fn apart(report: &ValidationReport) -> i32 {
    let scores = || report.thresholds.iter().map(|row| row.score);
    let span = scores().max().zip(scores().min()).map_or(0, |(highest, lowest)| highest - lowest);
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
    steps.into_iter().find(|step| span / step < MOST_THRESHOLDS as i32).unwrap_or(1_000)
}

/// The cuts of the tiers and round scores, highest first.
fn thresholds(report: &ValidationReport) -> Vec<Threshold> {
    let (Some(highest), Some(lowest)) = (report.thresholds.first(), report.thresholds.last()) else {
        return Vec::new();
    };
    let (highest, lowest) = (highest.score, lowest.score);
    // Calling wins from a score that no deal has is calling them from the next higher one.
    let from = |score: i32, tier: Option<&'static str>| {
        let mut row = *report.thresholds.iter().rev().find(|row| row.score >= score)?;
        row.score = score;
        Some(Threshold { tier, row })
    };
    // The lowest tier begins where all scores do.
    let begins = report.tiers.iter().take(report.tiers.len().saturating_sub(1));
    let cuts = begins.filter_map(|tier| from(tier.low?, Some(tier.tier.label())));
    let mut rows: Vec<Threshold> = cuts.collect();
    let step = apart(report);
    let round = (lowest.div_euclid(step)..=highest.div_euclid(step)).map(|at| at * step);
    let new: Vec<Threshold> = round
        .filter(|score| *score > lowest && *score <= highest)
        .filter(|score| rows.iter().all(|row| row.row.score != *score))
        .filter_map(|score| from(score, None))
        .collect();
    rows.extend(new);
    rows.sort_by_key(|row| std::cmp::Reverse(row.row.score));
    rows
}

fn test(input: &ReportInput<'_>) -> Test {
    let newest = newest_rate(input);
    let base_rate = newest.or_else(|| input.train.base_rate());
    let named = input.capacity.map(|capacity| capacity.leads_per_month);
    let per_month = named.or_else(|| closed_per_month(input));
    let plans = base_rate.map(|rate| plans(rate, per_month)).unwrap_or_default();
    let leads_in_test = input.capacity.map(|capacity| capacity.leads_per_month * TEST_DAYS * 12.0 / 365.25);
    let detectable =
        leads_in_test.and_then(|leads| plans.iter().find(|plan| plan.leads as f64 <= leads).copied());
    Test { base_rate, of_newest: newest.is_some(), plans, per_month, leads_in_test, detectable }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_figures_show_two_figures() {
        let more = |value| more_for_two_figures(Unit::Number, value);
        assert_eq!([0.0, 0.16, 0.1, 0.083, 0.0097].map(more), [0, 0, 0, 1, 2]);
        assert_eq!(more_for_two_figures(Unit::Points, 0.01), 0);
        assert_eq!(more_for_two_figures(Unit::Share, 0.01), 0);
    }
}
