//! Section 3: the scorecard, so written down that every point can be checked by hand.

use super::because::because;
use super::guessed::guessed;
use super::patterns::by_p;
use super::points::{Example, SignalTable};
use super::record::record;
use super::stability::{Stability, found_again};
use super::strategies::Strategies;
use super::subtotals::{Subtotals, mean};
use super::{labels, levels};
use crate::ReportInput;
use crate::phrases::{
    MEASURES_BEHAVIORAL, MEASURES_ENGAGEMENT, MEASURES_FIRMOGRAPHIC, MEASURES_INTENT, RULE_AT_LEAST,
    RULE_BELOW, RULE_IS, RULE_OTHER,
};
use crate::text::Text;
use lead_scoring_core::{Binning, Dimension, Part, Phrase, named_of};
use lead_scoring_fit::{Reason, Unused};
use lead_scoring_lift::PRIOR_DEALS;
use lead_scoring_model::{Input, Rule, RuleAction, RuleTest, Signal};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Scoring {
    pub(crate) start: i32,
    pub(crate) max_positive: i32,
    pub(crate) max_deductions: i32,
    pub(crate) lowest: i32,
    pub(crate) highest: i32,
    /// Whether the deals learned from were scored by cards that had not seen them, each by one; with very many deals this card scores them.
    pub(crate) scores_unseen: bool,
    /// The least and the most of those scores.
    pub(crate) least_seen: Option<i32>,
    pub(crate) most_seen: Option<i32>,
    pub(crate) scale: f64,
    pub(crate) signals: u64,
    /// How many of them read two fields.
    pub(crate) pairs: u64,
    pub(crate) deals: u64,
    /// Whether the mean points of the dimensions are of the deals held out; else of those learned from.
    pub(crate) means_unseen: bool,
    /// How many won and lost deals they are of.
    pub(crate) means_won: u64,
    pub(crate) means_lost: u64,
    pub(crate) won: u64,
    /// Won deals over all, which log odds are measured from.
    pub(crate) base_rate: Option<f64>,
    /// Deals at the base rate that each row is thought to hold besides its own.
    pub(crate) prior_deals: f64,
    /// Points worked out: of a row of one field, and of one of a combination.
    pub(crate) examples: Vec<Example>,
    pub(crate) strategies: Option<Strategies>,
    pub(crate) stability: Option<Stability>,
    pub(crate) dimensions: Vec<DimensionTable>,
    pub(crate) deductions: Vec<Deduction>,
    /// Rows that take less and are not listed, and the most points, without a sign, that one of them takes.
    pub(crate) more_deductions: u64,
    pub(crate) least_deduction: i32,
    pub(crate) rules: Vec<RuleRow>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct DimensionTable {
    pub(crate) name: &'static str,
    pub(crate) measures: Text,
    pub(crate) word: &'static str,
    pub(crate) lowest: i32,
    pub(crate) highest: i32,
    pub(crate) cap: i32,
    /// Signals of one field.
    pub(crate) signals: Vec<SignalTable>,
    /// Combinations of two.
    pub(crate) pairs: Vec<SignalTable>,
    /// Whether a field's values are told apart by how exactly they are given.
    pub(crate) exactness: bool,
    /// Columns with points, alone or in a combination, that were put into this dimension by their names alone.
    pub(crate) guessed: Vec<String>,
    /// The same of the columns without points.
    pub(crate) guessed_unused: Vec<String>,
    /// Mean points of the deals that were won and lost, of those held out where `means_unseen`.
    pub(crate) mean_won: Option<f64>,
    pub(crate) mean_lost: Option<f64>,
    /// Fields of this dimension that were looked at and give no points.
    pub(crate) unused: Vec<UnusedField>,
    pub(crate) more_unused: u64,
    /// What to record, for a dimension without signals; `None` where all of it is recorded.
    pub(crate) record: Option<Text>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct UnusedField {
    pub(crate) name: Text,
    pub(crate) because: Text,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Deduction {
    /// `Industry: Retail`, or the combination.
    pub(crate) what: Text,
    pub(crate) points: i32,
    pub(crate) dimension: &'static str,
    pub(crate) won: u64,
    pub(crate) deals: u64,
    /// As for a row of the table.
    pub(crate) expected: Option<f64>,
    pub(crate) lift: Option<f64>,
    /// Whether the other folds of the deals choose the row, too; `None` for a combination.
    pub(crate) found_again: Option<bool>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct RuleRow {
    pub(crate) name: String,
    pub(crate) field: String,
    pub(crate) test: Text,
    pub(crate) points: Option<i32>,
}

/// Rows that take points away that are listed.
const MOST_DEDUCTIONS: usize = 30;
/// Fields without points that are named per dimension.
const MOST_UNUSED: usize = 25;

impl Scoring {
    pub(crate) fn of(input: &ReportInput<'_>, subtotals: &Subtotals, unseen: Option<&Subtotals>) -> Self {
        let card = &input.model.card;
        let (lowest, highest) = card.range();
        let judged = match unseen {
            Some(unseen) => (unseen, input.validation.deals.won()),
            None => (subtotals, input.train.won()),
        };
        let outcomes = |won: bool| judged.1.iter().filter(|of| **of == won).count() as u64;
        let mut deductions = deductions(input);
        let further = deductions.split_off(named_of(deductions.len(), MOST_DEDUCTIONS));
        Self {
            start: card.start,
            max_positive: card.max_positive(),
            max_deductions: card.max_deductions(),
            lowest,
            highest,
            scores_unseen: input.fitted.comparison.every_fold,
            least_seen: input.fitted.honest_scores.iter().copied().min(),
            most_seen: input.fitted.honest_scores.iter().copied().max(),
            scale: card.scale,
            signals: card.signals.len() as u64,
            pairs: card.signals.iter().filter(|signal| signal.is_pair()).count() as u64,
            deals: input.train.len() as u64,
            means_unseen: unseen.is_some(),
            means_won: outcomes(true),
            means_lost: outcomes(false),
            won: input.train.won_count(),
            base_rate: input.train.base_rate(),
            prior_deals: PRIOR_DEALS,
            examples: input.train.base_rate().map(|base| Example::of(card, base)).unwrap_or_default(),
            strategies: Strategies::of(input),
            stability: Stability::of(input),
            dimensions: Dimension::ALL.map(|dimension| table(input, judged, dimension)).into(),
            deductions,
            more_deductions: further.len() as u64,
            least_deduction: further.first().map_or(0, |deduction| -deduction.points),
            rules: card.rules.iter().map(rule).collect(),
        }
    }
}

fn table(
    input: &ReportInput<'_>,
    (subtotals, outcomes): (&Subtotals, &[bool]),
    dimension: Dimension,
) -> DimensionTable {
    let card = &input.model.card;
    let (lowest, highest) = card.dimension_range(dimension);
    let of_dimension = || card.signals.iter().filter(move |signal| signal.dimension == dimension);
    let (pairs, signals): (Vec<&Signal>, Vec<&Signal>) = of_dimension().partition(|signal| signal.is_pair());
    let digits = |input: &Input| matches!(input.binning, Binning::Digits { .. });
    let tables = |signals: Vec<&Signal>| signals.iter().map(|signal| SignalTable::of(card, signal)).collect();
    let of_outcome = |won: bool| {
        let points = subtotals.points(dimension, |at| outcomes.get(at) == Some(&won));
        mean(&points).filter(|_| of_dimension().next().is_some())
    };
    // A combination may read a field that belongs, and is named, elsewhere.
    let scored = || card.signals.iter().flat_map(Signal::fields);
    let belongs = |name: &str| input.audit.field(name).is_some_and(|field| field.dimension == dimension);
    let guessed_into = |names: Vec<&str>| guessed(input, names.into_iter().filter(|name| belongs(name)));
    let without_points = input.audit.used().map(|field| field.name.as_str());
    let mut unused = unused(input, dimension);
    let named = named_of(unused.len(), MOST_UNUSED);
    let more_unused = (unused.len() - named) as u64;
    unused.truncate(named);
    DimensionTable {
        name: dimension.label(),
        measures: measures(dimension).message().into(),
        word: dimension.word(),
        lowest,
        highest,
        cap: card.caps[dimension.index()],
        mean_won: of_outcome(true),
        mean_lost: of_outcome(false),
        guessed: guessed_into(scored().collect()),
        guessed_unused: guessed_into(
            without_points.filter(|name| !scored().any(|known| known == *name)).collect(),
        ),
        exactness: of_dimension().flat_map(|signal| &signal.inputs).any(digits),
        signals: tables(signals),
        pairs: tables(pairs),
        unused,
        more_unused,
        record: record(input, dimension).map(Text::from),
    }
}

/// Measured fields without points, those first whose difference is no chance, then by their p; those that the audit left out are in
/// section 1.
fn unused(input: &ReportInput<'_>, dimension: Dimension) -> Vec<UnusedField> {
    let pattern_of = |name: &str| input.analysis.patterns.iter().find(|pattern| pattern.name == name);
    let mut unused: Vec<&Unused> = input.fitted.unused.iter().collect();
    unused.sort_by(|a, b| match (&a.reason, &b.reason) {
        (Reason::NotSignificant { p_value: a }, Reason::NotSignificant { p_value: b }) => by_p(*a, *b),
        (a, b) => is_chance(a).cmp(&is_chance(b)),
    });
    let measured = unused.into_iter().filter_map(|unused| {
        let pattern = pattern_of(&unused.name).filter(|pattern| pattern.dimension == dimension)?;
        let (name, because) = (labels::name_of(pattern).into(), because(&unused.reason).into());
        Some(UnusedField { name, because })
    });
    measured.collect()
}

const fn is_chance(reason: &Reason) -> bool {
    matches!(reason, Reason::NotSignificant { .. })
}

fn deductions(input: &ReportInput<'_>) -> Vec<Deduction> {
    let signals = &input.model.card.signals;
    let bins = signals
        .iter()
        .flat_map(|signal| signal.bins.iter().enumerate().map(move |(at, bin)| (signal, at, bin)));
    let mut deductions: Vec<Deduction> = bins
        .filter(|(_, _, bin)| bin.points < 0)
        .map(|(signal, at, bin)| Deduction {
            what: labels::full(signal, at).into(),
            points: bin.points,
            dimension: signal.dimension.label(),
            won: bin.won,
            deals: bin.deals(),
            expected: bin.expected,
            lift: bin.lift,
            found_again: found_again(signal, at, &input.analysis.patterns),
        })
        .collect();
    deductions.sort_by_key(|deduction| deduction.points);
    deductions
}

fn rule(rule: &Rule) -> RuleRow {
    let test = match &rule.test {
        RuleTest::Equals(values) => RULE_IS.with([("values", levels::shortened(values, 6))]),
        RuleTest::AtLeast(bound) => RULE_AT_LEAST.with([("bound", bound.to_string().into())]),
        RuleTest::Below(bound) => RULE_BELOW.with([("bound", bound.to_string().into())]),
        _ => RULE_OTHER.message(),
    };
    let points = match rule.action {
        RuleAction::Points(points) => Some(points),
        _ => None,
    };
    RuleRow { name: rule.name.clone(), field: rule.field.clone(), test: Part::from(test).into(), points }
}

const fn measures(dimension: Dimension) -> Phrase {
    match dimension {
        Dimension::Firmographic => MEASURES_FIRMOGRAPHIC,
        Dimension::Behavioral => MEASURES_BEHAVIORAL,
        Dimension::Engagement => MEASURES_ENGAGEMENT,
        Dimension::Intent => MEASURES_INTENT,
    }
}
