//! Section 2: what goes together with winning, what does not, which combinations do, and why deals were lost.

use super::because::because;
use super::channels::Channels;
use super::combinations::{Combination, combinations, tested};
use super::flat::Flat;
use super::labels;
use super::loss_reasons::LossReasons;
use super::set_by_day::set_by_day;
use super::strongest::strongest;
use super::subtotals::Subtotals;
use crate::ReportInput;
use crate::phrases::ONLY_COMBINED;
use crate::text::Text;
use lead_scoring_core::{Binning, Dataset, Message, Part, named_of};
use lead_scoring_lift::{Analysis, BinPattern, Confidence, Pattern, shrunk_log_odds};
use lead_scoring_model::Signal;
use serde::Serialize;
use std::cmp::Ordering;

/// Attributes that are listed.
const MOST_ATTRIBUTES: usize = 15;
/// Fields without effect that are listed.
const MOST_FLAT: usize = 40;
/// Largest q value of a field that predicts.
pub(super) const LEVEL: f64 = 0.05;
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
    /// Rows that are not listed.
    pub(crate) further_attributes: Vec<Attribute>,
    /// Whether some of these are of fields of which no row is listed.
    pub(crate) further_fields: bool,
    /// Channels, campaigns and programmes by what became of their leads.
    pub(crate) channels: Vec<Channels>,
    pub(crate) flat: Vec<Flat>,
    pub(crate) more_flat: u64,
    /// Fields with points, alone or in a combination, that do not surely predict alone.
    pub(crate) unsure_alone: Vec<Text>,
    /// Whether a row may be of how exactly figures are given.
    pub(crate) exactness: bool,
    /// Fields that predict alone but got no points of their own.
    pub(crate) left_out: Vec<LeftOut>,
    pub(crate) interactions: Vec<Combination>,
    /// Rows of combinations with points, where not all of them are listed.
    pub(crate) combinations_scored: Option<u64>,
    /// Pairs of fields that were tested, where no combination is listed.
    pub(crate) pairs_tested: Option<u64>,
    pub(crate) loss_reasons: LossReasons,
}

/// A bin with its win rates.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Attribute {
    pub(crate) name: Text,
    /// The same without levels that few deals have.
    #[serde(skip)]
    pub(crate) borne: Text,
    /// Of the card's row of this bin alone; 0 where it has none.
    pub(crate) points: i32,
    /// Whether the day sets the value, the same for all leads of it.
    #[serde(skip)]
    pub(crate) by_day: bool,
    /// Other bins that hold exactly the same deals.
    pub(crate) same_deals: Option<Text>,
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
    /// The q of the whole field, where it says that the field does not predict.
    pub(crate) field_q: Option<f64>,
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
    pub(crate) name: Text,
    pub(crate) q_value: Option<f64>,
    pub(crate) because: Text,
}

impl Patterns {
    pub(crate) fn of(input: &ReportInput<'_>, subtotals: &Subtotals) -> Self {
        let analysis = input.analysis;
        let signals = &input.model.card.signals;
        let is_signal = |pattern: &Pattern| signals.iter().any(|signal| labels::reads(signal, pattern));
        let Listed { attributes, further_attributes, further_fields } = listed(input, signals);
        let flat =
            analysis.patterns.iter().filter(|pattern| !pattern.is_predictive(LEVEL) && !is_signal(pattern));
        let mut flat: Vec<&Pattern> = flat.collect();
        flat.sort_by(|a, b| by_p(a.p_value, b.p_value));
        let named_flat = named_of(flat.len(), MOST_FLAT);
        let base_rate = analysis.whole.rate();
        let interactions = combinations(input);
        let pairs = signals.iter().filter(|signal| signal.is_pair());
        let scored = pairs.flat_map(|signal| &signal.bins).filter(|bin| bin.points != 0).count();
        let listed_scored = interactions.iter().filter(|row| row.points.is_some()).count();
        Self {
            measured: analysis.patterns.len() as u64,
            base_rate,
            deals: analysis.whole.deals(),
            attributes,
            further_attributes,
            further_fields,
            channels: Channels::of(input),
            more_flat: (flat.len() - named_flat) as u64,
            flat: flat.into_iter().take(named_flat).map(|pattern| Flat::of(pattern, base_rate)).collect(),
            unsure_alone: unsure_alone(analysis, is_signal),
            exactness: analysis.patterns.iter().any(|pattern| {
                matches!(pattern.binning, Binning::Digits { .. })
                    && (pattern.is_predictive(LEVEL) || is_signal(pattern))
            }),
            left_out: left_out(input),
            pairs_tested: interactions.is_empty().then(|| tested(input).len() as u64),
            combinations_scored: (scored > listed_scored).then_some(scored as u64),
            interactions,
            loss_reasons: LossReasons::of(input, subtotals),
        }
    }

    /// What speaks most for winning, or against it: see [`strongest`].
    pub(crate) fn strongest(&self, raises: bool) -> Option<Attribute> {
        strongest(self.attributes.iter().chain(&self.further_attributes), raises)
    }
}

/// The bins of predictive fields and of signals, those of low confidence last and the greatest predictive power first: the ones that are
/// listed, and the others.
///
/// Listed are the best bin of each field, whose confidence is low where the field as a whole does not predict, and as far as there is room
/// further bins whose effect is worth points. Of a signal that does not predict alone its best bin is all there is. Bins of exactly the same
/// deals are one row, named after the first.
fn listed(input: &ReportInput<'_>, signals: &[Signal]) -> Listed {
    let (analysis, deals) = (input.analysis, input.train.data());
    let by_day = set_by_day(input, analysis.patterns.iter().map(|pattern| pattern.field.clone()));
    let is_signal = |pattern: &Pattern| signals.iter().any(|signal| labels::reads(signal, pattern));
    let patterns =
        analysis.patterns.iter().filter(|pattern| pattern.is_predictive(LEVEL) || is_signal(pattern));
    let bins = patterns.flat_map(|pattern| (0..pattern.bins.len()).map(move |at| (pattern, at)));
    let mut rows: Vec<Row<'_>> = bins
        .filter(|(pattern, at)| !is_the_other_side(pattern, *at))
        .filter_map(|(pattern, at)| {
            let bin = pattern.bins.get(at)?;
            let points = points(signals, pattern, at);
            let by_day = by_day.contains(&pattern.field);
            let attribute = Attribute { points, by_day, ..attribute(pattern, at, bin, deals)? };
            Some(Row { power: power(analysis, bin), names: vec![&pattern.name], pattern, at, attribute })
        })
        .collect();
    rows.sort_by(Row::by_rank);
    let mut seen: Vec<&str> = Vec::new();
    rows.retain(|row| {
        let is_first = !seen.contains(&row.pattern.name.as_str());
        seen.push(&row.pattern.name);
        is_first || row.pattern.is_predictive(LEVEL)
    });
    let rows = merged(rows);
    let shown = shown(&rows);
    let named: Vec<&str> = shown.iter().flat_map(|at| &rows[*at].names).copied().collect();
    let mut listed = Listed {
        further_fields: rows.iter().any(|row| !named.contains(&row.pattern.name.as_str())),
        ..Listed::default()
    };
    for (at, row) in rows.into_iter().enumerate() {
        let rows = if shown.contains(&at) { &mut listed.attributes } else { &mut listed.further_attributes };
        rows.push(row.attribute);
    }
    listed
}

#[derive(Default)]
struct Listed {
    attributes: Vec<Attribute>,
    further_attributes: Vec<Attribute>,
    /// Whether some of the others are of fields of which no row is listed.
    further_fields: bool,
}

/// A bin that may be listed.
struct Row<'a> {
    power: f64,
    pattern: &'a Pattern,
    at: usize,
    /// What was measured that holds these deals.
    names: Vec<&'a str>,
    attribute: Attribute,
}

impl Row<'_> {
    fn by_rank(&self, other: &Self) -> Ordering {
        let size = |row: &Self| (row.attribute.lift - 1.0).abs();
        let low = |row: &Self| row.attribute.confidence == Confidence::Low.label();
        let by_trust = low(self).cmp(&low(other));
        let by_power = || other.power.total_cmp(&self.power);
        let by_size = || size(other).total_cmp(&size(self));
        by_trust
            .then_with(by_power)
            .then_with(by_size)
            .then_with(|| self.pattern.name.cmp(&other.pattern.name))
    }

    fn holds_the_deals_of(&self, other: &Self) -> bool {
        let counts = |row: &Self| (row.attribute.won, row.attribute.deals);
        let holds = |row: &Self| {
            let codes = row.pattern.bin_codes();
            codes.into_iter().map(|code| usize::from(code) == row.at).collect::<Vec<bool>>()
        };
        counts(self) == counts(other) && holds(self) == holds(other)
    }
}

/// The rows with those of exactly the same deals made one.
fn merged(rows: Vec<Row<'_>>) -> Vec<Row<'_>> {
    let mut merged: Vec<(Row<'_>, Vec<Part>)> = Vec::new();
    for row in rows {
        match merged.iter_mut().find(|(before, _)| row.holds_the_deals_of(before)) {
            Some((before, others)) => {
                before.names.extend(row.names);
                before.attribute.is_paid_as(&row.attribute);
                others.push(row.attribute.name.into());
            }
            None => merged.push((row, Vec::new())),
        }
    }
    for (row, others) in &mut merged {
        let others = std::mem::take(others);
        row.attribute.same_deals = (!others.is_empty()).then(|| Part::List(others).into());
    }
    merged.into_iter().map(|(row, _)| row).collect()
}

/// The places of the rows that are listed.
fn shown(rows: &[Row<'_>]) -> Vec<usize> {
    let mut seen: Vec<&str> = Vec::new();
    let (mut firsts, mut others) = (Vec::new(), Vec::new());
    for (at, row) in rows.iter().enumerate() {
        let is_sure = row.power > 0.0 && row.attribute.q_value.is_some_and(|q| q <= LISTED);
        if row.names.iter().any(|name| !seen.contains(name)) {
            firsts.push(at);
            seen.extend(&row.names);
        } else if is_sure {
            others.push(at);
        }
    }
    firsts.extend(others);
    firsts.truncate(MOST_ATTRIBUTES);
    firsts
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

/// What the card gives for a bin alone, combinations not counted.
fn points(signals: &[Signal], pattern: &Pattern, at: usize) -> i32 {
    let own = signals.iter().filter(|signal| !signal.is_pair() && labels::reads(signal, pattern));
    own.filter_map(|signal| signal.bins.get(at)).map(|bin| bin.points).sum()
}

fn attribute(pattern: &Pattern, at: usize, bin: &BinPattern, deals: &Dataset) -> Option<Attribute> {
    let confidence = if pattern.is_predictive(LEVEL) { bin.confidence } else { Confidence::Low };
    Some(Attribute {
        name: labels::of_pattern(pattern, at).into(),
        borne: labels::of_borne(pattern, at, deals).into(),
        points: 0,
        by_day: false,
        same_deals: None,
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
        field_q: pattern.q_value.filter(|q| *q > LEVEL),
    })
}

/// The smallest p first, what could not be tested last.
pub(super) fn by_p(a: Option<f64>, b: Option<f64>) -> Ordering {
    let p = |p: Option<f64>| p.unwrap_or(f64::INFINITY);
    p(a).total_cmp(&p(b))
}

fn unsure_alone(analysis: &Analysis, is_signal: impl Fn(&Pattern) -> bool) -> Vec<Text> {
    let unsure = |pattern: &&Pattern| !pattern.is_predictive(LEVEL) && is_signal(pattern);
    analysis.patterns.iter().filter(unsure).map(|pattern| labels::name_of(pattern).into()).collect()
}

fn left_out(input: &ReportInput<'_>) -> Vec<LeftOut> {
    let pattern_of = |name: &str| input.analysis.patterns.iter().find(|pattern| pattern.name == name);
    let left_out = |pattern: &Pattern, because: Message| LeftOut {
        name: labels::name_of(pattern).into(),
        q_value: pattern.q_value,
        because: because.into(),
    };
    let unused = input.fitted.unused.iter().filter_map(|unused| {
        let pattern = pattern_of(&unused.name).filter(|pattern| pattern.is_predictive(LEVEL))?;
        Some(left_out(pattern, because(&unused.reason)))
    });
    let combined = input.analysis.patterns.iter().filter(|pattern| pattern.is_predictive(LEVEL));
    let combined = combined.filter_map(|pattern| {
        let reading = input.model.card.signals.iter().filter(|signal| labels::reads(signal, pattern));
        let (pairs, alone): (Vec<_>, Vec<_>) = reading.partition(|signal| signal.is_pair());
        (alone.is_empty() && !pairs.is_empty())
            .then(|| left_out(pattern, ONLY_COMBINED.with([("combinations", pairs.len().into())])))
    });
    combined.chain(unused).collect()
}
