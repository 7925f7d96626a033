//! Section 2: what goes together with winning, what does not, which combinations do, and why deals were lost.

use super::labels;
use super::loss_reasons::LossReasons;
use super::subtotals::Subtotals;
use crate::ReportInput;
use lead_scoring_core::Binning;
use lead_scoring_fit::Reason;
use lead_scoring_lift::{BinPattern, Interaction, Pattern};
use lead_scoring_model::Signal;
use serde::Serialize;

/// Attributes that are listed.
const MOST_ATTRIBUTES: usize = 25;
/// Fields without effect that are listed.
const MOST_FLAT: usize = 40;
/// Largest q value of a field that predicts.
const LEVEL: f64 = 0.05;
/// Largest q value of a bin that is listed.
const LISTED: f64 = 0.2;
/// Correlation from which one field carries the effect of another.
const CARRIES: f64 = 0.8;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Patterns {
    /// Fields and items of sets that were measured.
    pub(crate) measured: u64,
    pub(crate) base_rate: Option<f64>,
    pub(crate) deals: u64,
    pub(crate) attributes: Vec<Attribute>,
    /// Rows of the same fields that are not listed.
    pub(crate) more_attributes: u64,
    /// Fields with points whose own test is not significant.
    pub(crate) beside: Vec<Beside>,
    pub(crate) flat: Vec<Flat>,
    pub(crate) more_flat: u64,
    /// Fields that predict alone but got no points.
    pub(crate) left_out: Vec<LeftOut>,
    pub(crate) interactions: Vec<Combination>,
    pub(crate) loss_reasons: LossReasons,
}

/// A bin with its win rates.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) rate: f64,
    pub(crate) absent_rate: Option<f64>,
    pub(crate) lift: f64,
    /// Lift by borders that were learned on other folds; `None` where these do not find the bin again.
    pub(crate) honest: Option<HonestLift>,
    pub(crate) deals: u64,
    pub(crate) won: u64,
    pub(crate) p_value: Option<f64>,
    pub(crate) q_value: Option<f64>,
    pub(crate) confidence: &'static str,
}

/// A lift without the search's own doing.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct HonestLift {
    pub(crate) lift: f64,
    pub(crate) lower: f64,
    pub(crate) upper: f64,
}

/// A field that earned points beside others, though its own test is not significant.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Beside {
    pub(crate) name: String,
    /// The combination that the points are for, where they are not the field's own.
    pub(crate) combination: Option<String>,
    pub(crate) p_value: Option<f64>,
    pub(crate) q_value: Option<f64>,
    pub(crate) information_value: f64,
    pub(crate) weight: f64,
}

/// A field without a measurable effect.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Flat {
    pub(crate) name: String,
    pub(crate) contrast: Option<ContrastRow>,
    pub(crate) p_value: Option<f64>,
    pub(crate) q_value: Option<f64>,
}

/// One plain comparison.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ContrastRow {
    pub(crate) label: String,
    pub(crate) rate: f64,
    pub(crate) deals: u64,
    pub(crate) absent_rate: f64,
    pub(crate) absent_deals: u64,
    pub(crate) lift: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct LeftOut {
    pub(crate) name: String,
    pub(crate) q_value: Option<f64>,
    pub(crate) because: String,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Combination {
    pub(crate) a: String,
    pub(crate) b: String,
    pub(crate) won: u64,
    pub(crate) deals: u64,
    pub(crate) rate: f64,
    pub(crate) a_rate: f64,
    pub(crate) b_rate: f64,
    pub(crate) expected_rate: f64,
    pub(crate) lift: f64,
    pub(crate) q_value: f64,
    /// Points of its own.
    pub(crate) points: Option<i32>,
}

impl Patterns {
    pub(crate) fn of(input: &ReportInput<'_>, subtotals: &Subtotals) -> Self {
        let analysis = input.analysis;
        let signals = &input.model.card.signals;
        let is_signal = |pattern: &Pattern| signals.iter().any(|signal| labels::reads(signal, pattern));
        let (attributes, more_attributes) = listed(&analysis.patterns, is_signal);
        let flat =
            analysis.patterns.iter().filter(|pattern| !pattern.is_predictive(LEVEL) && !is_signal(pattern));
        let flat: Vec<&Pattern> = flat.collect();
        let base_rate = analysis.whole.rate();
        Self {
            measured: analysis.patterns.len() as u64,
            base_rate,
            deals: analysis.whole.deals(),
            attributes,
            more_attributes,
            beside: signals.iter().flat_map(|signal| beside(&analysis.patterns, signal)).collect(),
            more_flat: flat.len().saturating_sub(MOST_FLAT) as u64,
            flat: flat.into_iter().take(MOST_FLAT).map(|pattern| flat_row(pattern, base_rate)).collect(),
            left_out: left_out(input),
            interactions: input.interactions.iter().filter_map(|found| combination(found, signals)).collect(),
            loss_reasons: LossReasons::of(input, subtotals),
        }
    }

    /// The best-ranked attribute that surely raises the win rate, or that lowers it, on deals its borders were not drawn from.
    pub(crate) fn strongest(&self, raises: bool) -> Option<Attribute> {
        let is_sure = |honest: HonestLift| if raises { honest.lower > 1.0 } else { honest.upper < 1.0 };
        self.attributes.iter().find(|attribute| attribute.honest.is_some_and(is_sure)).cloned()
    }
}

/// The bins of predictive fields that are listed, greatest predictive power first, and how many are not.
///
/// Listed are the first ones whose effect is worth points, and of each signal that is not among them its best one.
fn listed(patterns: &[Pattern], is_signal: impl Fn(&Pattern) -> bool) -> (Vec<Attribute>, u64) {
    let predictive = patterns.iter().filter(|pattern| pattern.is_predictive(LEVEL));
    let bins = predictive.flat_map(|pattern| (0..pattern.bins.len()).map(move |at| (pattern, at)));
    let mut rows: Vec<(f64, &Pattern, Attribute)> = bins
        .filter(|(pattern, at)| !is_the_other_side(pattern, *at))
        .filter_map(|(pattern, at)| {
            let bin = pattern.bins.get(at)?;
            Some((bin.power(), pattern, attribute(pattern, at, bin)?))
        })
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.2.name.cmp(&b.2.name)));
    let all = rows.len();
    let mut seen: Vec<&str> = Vec::new();
    let mut attributes: Vec<Attribute> = Vec::new();
    let mut first = 0;
    for (power, pattern, row) in rows {
        let sure = power > 0.0 && row.q_value.is_some_and(|q| q <= LISTED);
        let is_first = sure && first < MOST_ATTRIBUTES;
        first += usize::from(is_first);
        if is_first || (is_signal(pattern) && !seen.contains(&pattern.name.as_str())) {
            attributes.push(row);
            seen.push(&pattern.name);
        }
    }
    let more = all.saturating_sub(attributes.len()) as u64;
    (attributes, more)
}

/// Of a flag or an item "no" repeats what "yes" says: the more frequent of the two is left out.
fn is_the_other_side(pattern: &Pattern, at: usize) -> bool {
    let [no, yes, ..] = pattern.bins.as_slice() else { return false };
    let rarer = usize::from(yes.counts.deals() <= no.counts.deals());
    matches!(pattern.binning, Binning::Flag | Binning::Contains { .. }) && at < 2 && at != rarer
}

fn beside<'a>(patterns: &'a [Pattern], signal: &'a Signal) -> impl Iterator<Item = Beside> + 'a {
    let read = patterns.iter().filter(|pattern| labels::reads(signal, pattern));
    read.filter(|pattern| !pattern.is_predictive(LEVEL)).map(|pattern| Beside {
        name: if signal.is_pair() { pattern.name.clone() } else { signal.name.clone() },
        combination: signal.is_pair().then(|| signal.name.clone()),
        p_value: pattern.p_value,
        q_value: pattern.q_value,
        information_value: pattern.information_value,
        weight: signal.weight,
    })
}

fn attribute(pattern: &Pattern, at: usize, bin: &BinPattern) -> Option<Attribute> {
    Some(Attribute {
        name: labels::of_pattern(pattern, at),
        rate: bin.rate?,
        absent_rate: bin.absent_rate,
        lift: bin.lift?,
        honest: bin.honest_lift.zip(bin.lift_interval).map(|(lift, interval)| HonestLift {
            lift,
            lower: interval.lower,
            upper: interval.upper,
        }),
        deals: bin.counts.deals(),
        won: bin.counts.won,
        p_value: bin.p_value,
        q_value: bin.q_value,
        confidence: bin.confidence.label(),
    })
}

fn flat_row(pattern: &Pattern, base_rate: Option<f64>) -> Flat {
    let contrast = pattern.contrast.as_ref().and_then(|contrast| {
        let (rate, absent_rate) = (contrast.present.rate()?, contrast.absent.rate()?);
        Some(ContrastRow {
            label: labels::long_name(&contrast.label),
            rate,
            deals: contrast.present.deals(),
            absent_rate,
            absent_deals: contrast.absent.deals(),
            lift: base_rate.filter(|base| *base > 0.0).map(|base| rate / base),
        })
    });
    Flat { name: pattern.name.clone(), contrast, p_value: pattern.p_value, q_value: pattern.q_value }
}

fn left_out(input: &ReportInput<'_>) -> Vec<LeftOut> {
    let pattern_of = |name: &str| input.analysis.patterns.iter().find(|pattern| pattern.name == name);
    let rows = input.fitted.unused.iter().filter_map(|unused| {
        let pattern = pattern_of(&unused.name).filter(|pattern| pattern.is_predictive(LEVEL))?;
        Some(LeftOut {
            name: unused.name.clone(),
            q_value: pattern.q_value,
            because: because(&unused.reason),
        })
    });
    rows.collect()
}

/// Why a field got no points, as a clause.
pub(crate) fn because(reason: &Reason) -> String {
    match reason {
        Reason::NotSignificant { p_value: Some(p) } => {
            format!("its differences may be chance ({})", crate::format::p_equals(*p))
        }
        Reason::NotSignificant { p_value: None } => "there was nothing to compare".to_owned(),
        Reason::Redundant { duplicates, correlation } => {
            let correlation_of = format!("correlation of their log odds {correlation:.2}");
            if *correlation < CARRIES {
                format!(
                    "overlaps with `{duplicates}` ({correlation_of}) and adds too little beside the signals"
                )
            } else {
                format!("`{duplicates}` carries its effect already ({correlation_of})")
            }
        }
        Reason::Crowded { tried } => {
            format!("it was not tried: only the {tried} most significant fields are weighed together")
        }
        Reason::TooWeak => "beside the other signals its effect is too small".to_owned(),
        Reason::RoundsToZero => "its effect rounds to 0 points".to_owned(),
        _ => "it was not worth a place".to_owned(),
    }
}

fn combination(found: &Interaction, signals: &[Signal]) -> Option<Combination> {
    let labels = [format!("{} + {}", found.a, found.b), format!("{} + {}", found.b, found.a)];
    let bins = signals.iter().filter(|signal| signal.is_pair()).flat_map(|signal| &signal.bins);
    let own = bins.filter(|bin| bin.points != 0).find(|bin| labels.contains(&bin.label));
    Some(Combination {
        a: labels::long_name(&found.a),
        b: labels::long_name(&found.b),
        won: found.both.won,
        deals: found.both.deals(),
        rate: found.both.rate()?,
        a_rate: found.a_rate,
        b_rate: found.b_rate,
        expected_rate: found.expected_rate,
        lift: found.lift_over_expected,
        q_value: found.q_value,
        points: own.map(|bin| bin.points),
    })
}
