//! Section 3: the scorecard, so written down that every point can be checked by hand.

use super::guessed::guessed;
use super::labels;
use super::patterns::because;
use super::subtotals::{Subtotals, mean};
use crate::ReportInput;
use lead_scoring_core::Dimension;
use lead_scoring_model::{Bin, Rule, RuleAction, RuleTest, Scorecard, Signal};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Scoring {
    pub(crate) start: i32,
    pub(crate) max_positive: i32,
    pub(crate) max_deductions: i32,
    pub(crate) lowest: i32,
    pub(crate) highest: i32,
    pub(crate) scale: f64,
    pub(crate) signals: u64,
    /// How many of them read two fields.
    pub(crate) pairs: u64,
    pub(crate) deals: u64,
    pub(crate) example: Option<Example>,
    pub(crate) dimensions: Vec<DimensionTable>,
    pub(crate) deductions: Vec<Deduction>,
    pub(crate) rules: Vec<RuleRow>,
}

/// One bin's points worked out.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Example {
    /// `Industry that is Retail`.
    pub(crate) what: String,
    pub(crate) weight: f64,
    pub(crate) log_odds: f64,
    pub(crate) exact: f64,
    pub(crate) points: i32,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct DimensionTable {
    pub(crate) name: &'static str,
    pub(crate) measures: &'static str,
    pub(crate) word: &'static str,
    pub(crate) lowest: i32,
    pub(crate) highest: i32,
    pub(crate) cap: i32,
    pub(crate) signals: Vec<SignalRows>,
    /// Columns of these signals whose dimension was guessed from the name.
    pub(crate) guessed: Vec<String>,
    pub(crate) mean_won: Option<f64>,
    pub(crate) mean_lost: Option<f64>,
    /// Fields of this dimension that were looked at and give no points.
    pub(crate) unused: Vec<UnusedField>,
    pub(crate) more_unused: u64,
    /// What to record, for a dimension without signals.
    pub(crate) record: &'static str,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SignalRows {
    pub(crate) name: String,
    pub(crate) fields: Vec<String>,
    pub(crate) weight: f64,
    pub(crate) bins: Vec<BinRow>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct BinRow {
    pub(crate) points: i32,
    pub(crate) criterion: String,
    pub(crate) won: u64,
    pub(crate) lost: u64,
    /// Wins that the other signals let expect, for a combination; its lift is over these.
    pub(crate) expected: Option<f64>,
    pub(crate) lift: Option<f64>,
    pub(crate) log_odds: f64,
    /// `scale * weight * log odds`, before it became a whole number.
    pub(crate) exact: f64,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct UnusedField {
    pub(crate) name: String,
    pub(crate) because: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Deduction {
    pub(crate) signal: String,
    pub(crate) criterion: String,
    pub(crate) points: i32,
    pub(crate) dimension: &'static str,
    pub(crate) won: u64,
    pub(crate) deals: u64,
    /// As for a row of the table.
    pub(crate) expected: Option<f64>,
    pub(crate) lift: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct RuleRow {
    pub(crate) name: String,
    pub(crate) field: String,
    pub(crate) test: String,
    pub(crate) points: Option<i32>,
}

/// Fields without points that are named per dimension.
const MOST_UNUSED: usize = 25;

impl Scoring {
    pub(crate) fn of(input: &ReportInput<'_>, subtotals: &Subtotals) -> Self {
        let card = &input.model.card;
        let (lowest, highest) = card.range();
        Self {
            start: card.start,
            max_positive: card.max_positive(),
            max_deductions: card.max_deductions(),
            lowest,
            highest,
            scale: card.scale,
            signals: card.signals.len() as u64,
            pairs: card.signals.iter().filter(|signal| signal.is_pair()).count() as u64,
            deals: input.train.len() as u64,
            example: example(card),
            dimensions: Dimension::ALL.map(|dimension| table(input, subtotals, dimension)).into(),
            deductions: deductions(card),
            rules: card.rules.iter().map(rule).collect(),
        }
    }
}

fn exact(card: &Scorecard, signal: &Signal, bin: &Bin) -> f64 {
    card.scale * signal.weight * bin.log_odds
}

/// The bin with the most points either way.
fn example(card: &Scorecard) -> Option<Example> {
    let bins = card
        .signals
        .iter()
        .flat_map(|signal| signal.bins.iter().enumerate().map(move |(at, bin)| (signal, at, bin)));
    let (signal, at, bin) =
        bins.reduce(|best, next| if next.2.points.abs() > best.2.points.abs() { next } else { best })?;
    let criterion = labels::full_criterion(signal, at);
    let (name, pair) = (&signal.name, signal.is_pair());
    Some(Example {
        what: if pair { format!("the combination {criterion}") } else { format!("{name} that {criterion}") },
        weight: signal.weight,
        log_odds: bin.log_odds,
        exact: exact(card, signal, bin),
        points: bin.points,
    })
}

fn table(input: &ReportInput<'_>, subtotals: &Subtotals, dimension: Dimension) -> DimensionTable {
    let card = &input.model.card;
    let (lowest, highest) = card.dimension_range(dimension);
    let of_dimension = || card.signals.iter().filter(move |signal| signal.dimension == dimension);
    let signals: Vec<SignalRows> = of_dimension().map(|signal| rows(card, signal)).collect();
    let of_outcome = |won: bool| {
        let points = subtotals.points(dimension, |at| input.train.won()[at] == won);
        mean(&points).filter(|_| !signals.is_empty())
    };
    let mut unused = unused(input, dimension);
    let more_unused = unused.len().saturating_sub(MOST_UNUSED) as u64;
    unused.truncate(MOST_UNUSED);
    DimensionTable {
        name: dimension.label(),
        measures: measures(dimension),
        word: dimension.word(),
        lowest,
        highest,
        cap: card.caps[dimension.index()],
        mean_won: of_outcome(true),
        mean_lost: of_outcome(false),
        guessed: guessed(input, of_dimension().flat_map(Signal::fields)),
        signals,
        unused,
        more_unused,
        record: record(dimension),
    }
}

fn rows(card: &Scorecard, signal: &Signal) -> SignalRows {
    let row = |(at, bin): (usize, &Bin)| BinRow {
        points: bin.points,
        criterion: labels::full_criterion(signal, at),
        won: bin.won,
        lost: bin.lost,
        expected: bin.expected,
        lift: bin.lift,
        log_odds: bin.log_odds,
        exact: exact(card, signal, bin),
    };
    // The bin of missing values says nothing where no deal lacks the value.
    let speaks = |bin: &Bin| bin.deals() > 0 || bin.points != 0;
    SignalRows {
        name: signal.name.clone(),
        fields: signal.fields().map(str::to_owned).collect(),
        weight: signal.weight,
        bins: signal.bins.iter().enumerate().filter(|(_, bin)| speaks(bin)).map(row).collect(),
    }
}

/// Measured fields without points first, then those the audit left out.
fn unused(input: &ReportInput<'_>, dimension: Dimension) -> Vec<UnusedField> {
    let pattern_of = |name: &str| input.analysis.patterns.iter().find(|pattern| pattern.name == name);
    let measured = input
        .fitted
        .unused
        .iter()
        .filter(|unused| pattern_of(&unused.name).is_some_and(|pattern| pattern.dimension == dimension));
    let measured =
        measured.map(|unused| UnusedField { name: unused.name.clone(), because: because(&unused.reason) });
    let excluded =
        input.audit.excluded().filter(|field| field.dimension == dimension && field.kind.is_scorable());
    let excluded = excluded.filter_map(|field| {
        Some(UnusedField {
            name: field.name.clone(),
            because: format!("left out: {}", field.excluded_because.clone()?),
        })
    });
    measured.chain(excluded).collect()
}

fn deductions(card: &Scorecard) -> Vec<Deduction> {
    let bins = card
        .signals
        .iter()
        .flat_map(|signal| signal.bins.iter().enumerate().map(move |(at, bin)| (signal, at, bin)));
    let mut deductions: Vec<Deduction> = bins
        .filter(|(_, _, bin)| bin.points < 0)
        .map(|(signal, at, bin)| Deduction {
            signal: signal.name.clone(),
            criterion: labels::full_criterion(signal, at),
            points: bin.points,
            dimension: signal.dimension.label(),
            won: bin.won,
            deals: bin.deals(),
            expected: bin.expected,
            lift: bin.lift,
        })
        .collect();
    deductions.sort_by_key(|deduction| deduction.points);
    deductions
}

fn rule(rule: &Rule) -> RuleRow {
    let test = match &rule.test {
        RuleTest::Equals(values) => format!("is {}", crate::format::shortened(values, 6)),
        RuleTest::AtLeast(bound) => format!("is at least {bound}"),
        RuleTest::Below(bound) => format!("is below {bound}"),
        _ => "meets the rule's test".to_owned(),
    };
    let points = match rule.action {
        RuleAction::Points(points) => Some(points),
        _ => None,
    };
    RuleRow { name: rule.name.clone(), field: rule.field.clone(), test, points }
}

const fn measures(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Firmographic => {
            "Measures how closely the company's profile matches the companies you win."
        }
        Dimension::Behavioral => "Measures what the lead has done.",
        Dimension::Engagement => "Measures how often, how recently and how broadly the lead is in touch.",
        Dimension::Intent => "Measures signs from outside that the company is in an active buying process.",
    }
}

const fn record(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Firmographic => {
            "industry, number of employees, revenue band, country and technology in use"
        }
        Dimension::Behavioral => {
            "demo and pricing requests, webinar attendance, downloads and the first engagement of each lead"
        }
        Dimension::Engagement => {
            "the days since the last activity, meetings, and the number of contacts engaged, each as it stood before the outcome"
        }
        Dimension::Intent => {
            "research surges, funding, hiring and competitor contracts, with the day each became known"
        }
    }
}
