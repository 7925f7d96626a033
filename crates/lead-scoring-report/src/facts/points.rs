//! The rows of a signal with their points, and points worked out as a reader would.

use super::labels;
use crate::phrases::ANYTHING_ELSE;
use crate::text::Text;
use lead_scoring_core::Part;
use lead_scoring_lift::{PRIOR_DEALS, label_message, pair_prior_deals};
use lead_scoring_model::{Bin, Scorecard, Signal};
use serde::Serialize;

/// What the bin of all combinations that are not notable is called.
const OTHERS: &str = "any other combination";

/// A signal with its rows.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct SignalTable {
    pub(crate) name: Text,
    pub(crate) fields: Vec<String>,
    pub(crate) weight: f64,
    pub(crate) rows: Vec<PointRow>,
}

/// A row that a lead may fall into.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct PointRow {
    pub(crate) points: i32,
    pub(crate) criterion: Text,
    pub(crate) won: u64,
    pub(crate) lost: u64,
    pub(crate) deals: u64,
    /// Wins that the other signals let expect, for a combination; its lift is over these.
    pub(crate) expected: Option<f64>,
    pub(crate) lift: Option<f64>,
    /// Where the points come from; `None` for a row that only says what gives no points here.
    pub(crate) basis: Option<Basis>,
}

/// What becomes points.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Basis {
    pub(crate) log_odds: f64,
    /// `scale * weight * log odds`, before it became a whole number.
    pub(crate) exact: f64,
}

/// One row's points worked out from its counts.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Example {
    /// `Industry: Retail`.
    pub(crate) what: Text,
    pub(crate) won: u64,
    pub(crate) lost: u64,
    pub(crate) deals: u64,
    /// Wins that the other signals let expect, for a combination.
    pub(crate) expected: Option<f64>,
    /// What the row is measured from: the base rate, or the expected wins over the deals.
    pub(crate) rate: f64,
    pub(crate) rest: f64,
    pub(crate) prior_deals: f64,
    pub(crate) log_odds: f64,
    pub(crate) weight: f64,
    pub(crate) exact: f64,
    pub(crate) points: i32,
}

impl SignalTable {
    pub(crate) fn of(card: &Scorecard, signal: &Signal) -> Self {
        let apart = |at: usize, bin: &Bin| match labels::lone_bin(signal) {
            Some((_, lone)) => at != lone,
            None => signal.is_pair() && bin.points == 0,
        };
        let bins = || signal.bins.iter().enumerate();
        let shown = bins().filter(|(at, bin)| !apart(*at, bin));
        // The bin of missing values says nothing where no deal lacks the value.
        let mut rows: Vec<PointRow> = shown
            .filter(|(_, bin)| bin.deals() > 0 || bin.points != 0)
            .map(|(at, bin)| row(card, signal, at, bin))
            .collect();
        if signal.is_pair() {
            rows.sort_by_key(|row| std::cmp::Reverse(row.points));
        }
        let rest = bins().filter(|(at, bin)| apart(*at, bin)).map(|(_, bin)| bin);
        rows.extend(all_others(signal, rest));
        Self {
            name: labels::of_signal(signal).into(),
            fields: signal.fields().map(str::to_owned).collect(),
            weight: signal.weight,
            rows,
        }
    }
}

fn row(card: &Scorecard, signal: &Signal, at: usize, bin: &Bin) -> PointRow {
    PointRow {
        points: bin.points,
        criterion: labels::full_criterion(signal, at).into(),
        won: bin.won,
        lost: bin.lost,
        deals: bin.deals(),
        expected: bin.expected,
        lift: bin.lift,
        basis: Some(Basis { log_odds: bin.log_odds, exact: exact(card, signal, bin) }),
    }
}

/// One row for all bins that get nothing from the signal; `None` where no deal is in them.
fn all_others<'a>(signal: &Signal, bins: impl Iterator<Item = &'a Bin>) -> Option<PointRow> {
    let (mut won, mut lost, mut expected) = (0, 0, 0.0);
    for bin in bins {
        won += bin.won;
        lost += bin.lost;
        expected += bin.expected.unwrap_or(0.0);
    }
    let pair = signal.is_pair();
    let criterion = if pair { label_message(OTHERS) } else { Some(ANYTHING_ELSE.message()) };
    (won + lost > 0).then(|| PointRow {
        points: 0,
        criterion: criterion.map_or_else(|| Part::from(OTHERS), Part::from).into(),
        won,
        lost,
        deals: won + lost,
        expected: pair.then_some(expected),
        lift: (pair && expected > 0.0).then(|| won as f64 / expected),
        basis: None,
    })
}

impl Example {
    /// The row with the most points either way, of the signals of one field and of the combinations: of those whose points are the nearest
    /// whole number, where there are any.
    pub(crate) fn of(card: &Scorecard, base_rate: f64) -> Vec<Self> {
        let strongest = |pair: bool| {
            let signals = card.signals.iter().filter(move |signal| signal.is_pair() == pair);
            let bins = signals
                .flat_map(|signal| signal.bins.iter().enumerate().map(move |(at, bin)| (signal, at, bin)));
            let merit = |signal: &Signal, bin: &Bin| {
                let nearest = (exact(card, signal, bin) - f64::from(bin.points)).abs() < 0.5;
                (nearest && bin.points != 0, bin.points.abs())
            };
            bins.reduce(|best, next| if merit(next.0, next.2) > merit(best.0, best.2) { next } else { best })
        };
        let worked_out = |(signal, at, bin): (&Signal, usize, &Bin)| {
            let deals = bin.deals() as f64;
            let rate = bin.expected.filter(|_| deals > 0.0).map_or(base_rate, |expected| expected / deals);
            Self {
                what: labels::full(signal, at).into(),
                won: bin.won,
                lost: bin.lost,
                deals: bin.deals(),
                expected: bin.expected,
                rate,
                rest: 1.0 - rate,
                prior_deals: bin.expected.map_or(PRIOR_DEALS, |_| pair_prior_deals(rate)),
                log_odds: bin.log_odds,
                weight: signal.weight,
                exact: exact(card, signal, bin),
                points: bin.points,
            }
        };
        [false, true].into_iter().filter_map(strongest).map(worked_out).collect()
    }
}

fn exact(card: &Scorecard, signal: &Signal, bin: &Bin) -> f64 {
    card.scale * signal.weight * bin.log_odds
}
