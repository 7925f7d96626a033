//! Section 2: what goes together with winning, what does not, which combinations do, and why deals were lost.

use super::because::because;
use super::channels::Channels;
use super::combinations::{Combination, combinations};
use super::flat::Flat;
use super::labels;
use super::loss_reasons::LossReasons;
use super::subtotals::Subtotals;
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_core::Binning;
use lead_scoring_lift::{Analysis, BinPattern, Confidence, Pattern, shrunk_log_odds};
use serde::Serialize;

/// Attributes that are listed.
const MOST_ATTRIBUTES: usize = 25;
/// Fields without effect that are listed.
const MOST_FLAT: usize = 40;
/// Largest q value of a field that predicts.
const LEVEL: f64 = 0.05;
/// Largest q value of a bin that is listed.
const LISTED: f64 = 0.2;

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
    /// Channels, campaigns and programmes by what became of their leads.
    pub(crate) channels: Vec<Channels>,
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
    pub(crate) name: Text,
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

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct LeftOut {
    pub(crate) name: String,
    pub(crate) q_value: Option<f64>,
    pub(crate) because: Text,
}

impl Patterns {
    pub(crate) fn of(input: &ReportInput<'_>, subtotals: &Subtotals) -> Self {
        let analysis = input.analysis;
        let signals = &input.model.card.signals;
        let is_signal = |pattern: &Pattern| signals.iter().any(|signal| labels::reads(signal, pattern));
        let (attributes, more_attributes) = listed(analysis, is_signal);
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
            channels: Channels::of(input),
            more_flat: flat.len().saturating_sub(MOST_FLAT) as u64,
            flat: flat.into_iter().take(MOST_FLAT).map(|pattern| Flat::of(pattern, base_rate)).collect(),
            left_out: left_out(input),
            interactions: combinations(input),
            loss_reasons: LossReasons::of(input, subtotals),
        }
    }

    /// The best-ranked attribute that surely raises the win rate, or that lowers it, on deals its borders were not drawn from.
    pub(crate) fn strongest(&self, raises: bool) -> Option<Attribute> {
        let is_sure = |honest: HonestLift| if raises { honest.lower > 1.0 } else { honest.upper < 1.0 };
        self.attributes.iter().find(|attribute| attribute.honest.is_some_and(is_sure)).cloned()
    }
}

/// The bins that are listed, those of low confidence last and the greatest predictive power first, and how many of predictive fields are not.
///
/// Listed are the first ones of predictive fields whose effect is worth points, and of each signal that is not among them its best one,
/// whose confidence is low where the field as a whole does not predict.
fn listed(analysis: &Analysis, is_signal: impl Fn(&Pattern) -> bool) -> (Vec<Attribute>, u64) {
    let patterns =
        analysis.patterns.iter().filter(|pattern| pattern.is_predictive(LEVEL) || is_signal(pattern));
    let bins = patterns.flat_map(|pattern| (0..pattern.bins.len()).map(move |at| (pattern, at)));
    let mut rows: Vec<(f64, &Pattern, Attribute)> = bins
        .filter(|(pattern, at)| !is_the_other_side(pattern, *at))
        .filter_map(|(pattern, at)| {
            let bin = pattern.bins.get(at)?;
            Some((power(analysis, bin), pattern, attribute(pattern, at, bin)?))
        })
        .collect();
    let size = |row: &Attribute| (row.lift - 1.0).abs();
    let low = |row: &Attribute| row.confidence == Confidence::Low.label();
    rows.sort_by(|a, b| {
        let by_size = || size(&b.2).total_cmp(&size(&a.2));
        let by_trust = low(&a.2).cmp(&low(&b.2));
        by_trust.then_with(|| b.0.total_cmp(&a.0)).then_with(by_size).then_with(|| a.1.name.cmp(&b.1.name))
    });
    let mut seen: Vec<&str> = Vec::new();
    let mut attributes: Vec<Attribute> = Vec::new();
    let (mut first, mut more) = (0, 0);
    for (power, pattern, row) in rows {
        let predicts = pattern.is_predictive(LEVEL);
        let sure = predicts && power > 0.0 && row.q_value.is_some_and(|q| q <= LISTED);
        let is_first = sure && first < MOST_ATTRIBUTES;
        first += usize::from(is_first);
        if is_first || (is_signal(pattern) && !seen.contains(&pattern.name.as_str())) {
            attributes.push(row);
            seen.push(&pattern.name);
        } else {
            more += u64::from(predicts);
        }
    }
    (attributes, more)
}

/// Predictive power: the size of the honest effect times its statistical confidence, `|log odds| (1 - q)`.
fn power(analysis: &Analysis, bin: &BinPattern) -> f64 {
    shrunk_log_odds(bin.honest, analysis.whole).abs() * (1.0 - bin.q_value.unwrap_or(1.0))
}

/// Of a flag or an item "no" repeats what "yes" says: the more frequent of the two is left out.
fn is_the_other_side(pattern: &Pattern, at: usize) -> bool {
    let [no, yes, ..] = pattern.bins.as_slice() else { return false };
    let rarer = usize::from(yes.counts.deals() <= no.counts.deals());
    matches!(pattern.binning, Binning::Flag | Binning::Contains { .. }) && at < 2 && at != rarer
}

fn attribute(pattern: &Pattern, at: usize, bin: &BinPattern) -> Option<Attribute> {
    let confidence = if pattern.is_predictive(LEVEL) { bin.confidence } else { Confidence::Low };
    Some(Attribute {
        name: labels::of_pattern(pattern, at).into(),
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
        confidence: confidence.label(),
    })
}

fn left_out(input: &ReportInput<'_>) -> Vec<LeftOut> {
    let pattern_of = |name: &str| input.analysis.patterns.iter().find(|pattern| pattern.name == name);
    let rows = input.fitted.unused.iter().filter_map(|unused| {
        let pattern = pattern_of(&unused.name).filter(|pattern| pattern.is_predictive(LEVEL))?;
        Some(LeftOut {
            name: unused.name.clone(),
            q_value: pattern.q_value,
            because: because(&unused.reason).into(),
        })
    });
    rows.collect()
}
