//! Intervals made of counts: two rates compared, accuracy and F1. The exact coverage, summed over all outcomes.
//!
//! Two rates: over all pairs of wins. Accuracy: over all numbers of right calls. F1: over all numbers of calls that are not true
//! negatives, and of true positives among them. An outcome without an interval counts as a miss.

use crate::LEVEL;
use crate::exact::chances;
use crate::table::{NOMINAL, Row, Unit};
use lead_scoring_metrics::{Confusion, Estimate, katz, koopman, newcombe_difference};

/// Deals and win rate of two groups.
const GROUPS: [[(u64, f64); 2]; 3] =
    [[(50, 0.3), (50, 0.2)], [(30, 0.6), (100, 0.1)], [(100, 0.05), (400, 0.02)]];
/// Shares of true positives, false positives and false negatives; the rest are true negatives.
const CALLS: [[f64; 3]; 2] = [[0.2, 0.1, 0.1], [0.03, 0.03, 0.02]];
const CALL_DEALS: [u64; 2] = [200, 1_000];

/// The log interval is wider than it need be where a group has few wins: 97.17 % for 5 % of 100 and 2 % of 400.
const KATZ: (f64, f64) = (0.94, 0.972);
/// Wilson's interval goes up and down with the rate: 96.72 % for 0.95 of 200.
const ACCURACY: (f64, f64) = (0.94, 0.968);

type Measured = lead_scoring_metrics::Result<Estimate>;

/// An interval for two rates, and what it should hold.
struct TwoRates {
    name: &'static str,
    interval: fn((u64, u64), (u64, u64), f64) -> Measured,
    truth: fn(f64, f64) -> f64,
    accepted: (f64, f64),
}

const TWO_RATES: [TwoRates; 3] = [
    TwoRates {
        name: "Newcombe difference",
        interval: newcombe_difference,
        truth: |p, q| p - q,
        accepted: NOMINAL,
    },
    TwoRates { name: "Katz ratio", interval: katz, truth: |p, q| p / q, accepted: KATZ },
    TwoRates { name: "Koopman ratio", interval: koopman, truth: |p, q| p / q, accepted: NOMINAL },
];

/// All of them.
pub(crate) fn rows() -> Vec<Row> {
    let mut rows: Vec<Row> =
        TWO_RATES.iter().flat_map(|checked| GROUPS.map(|groups| two_rates(checked, groups))).collect();
    for what in [accuracy, f1] {
        for calls in CALLS {
            rows.extend(CALL_DEALS.map(|deals| what(calls, deals)));
        }
    }
    rows
}

fn two_rates(checked: &TwoRates, groups: [(u64, f64); 2]) -> Row {
    let [(n1, p1), (n2, p2)] = groups;
    let truth = (checked.truth)(p1, p2);
    let (first, second) = (chances(n1, p1), chances(n2, p2));
    let outcomes = first.iter().flat_map(|first| second.iter().map(move |second| (first, second)));
    let value = outcomes
        .filter(|((w1, _), (w2, _))| holds(truth, (checked.interval)((*w1, n1), (*w2, n2), LEVEL)))
        .map(|((_, chance), (_, other))| chance * other)
        .sum();
    let setting = format!("{} % of {n1}, {} % of {n2}", 100.0 * p1, 100.0 * p2);
    exact((checked.name, setting), value, checked.accepted)
}

fn accuracy([_, wrong_win, missed]: [f64; 3], deals: u64) -> Row {
    let truth = 1.0 - wrong_win - missed;
    let confusion = |right: u64| {
        let mut confusion = Confusion::default();
        (confusion.true_positive, confusion.false_negative) = (right, deals - right);
        confusion
    };
    let held = chances(deals, truth)
        .into_iter()
        .filter(|(right, _)| holds(truth, confusion(*right).accuracy_estimate(LEVEL)));
    let value = held.map(|(_, chance)| chance).sum();
    exact(("accuracy", of_calls(deals, truth)), value, ACCURACY)
}

fn f1([hit, wrong_win, missed]: [f64; 3], deals: u64) -> Row {
    let told = hit + wrong_win + missed;
    let truth = 2.0 * hit / (told + hit);
    let of_told = |(told_deals, chance): (u64, f64)| {
        let confusion = |hits: u64| {
            let mut confusion = Confusion::default();
            (confusion.true_positive, confusion.false_positive) = (hits, told_deals - hits);
            confusion.true_negative = deals - told_deals;
            confusion
        };
        let held = chances(told_deals, hit / told)
            .into_iter()
            .filter(|(hits, _)| holds(truth, confusion(*hits).f1_estimate(LEVEL)));
        chance * held.map(|(_, chance)| chance).sum::<f64>()
    };
    let value = chances(deals, told).into_iter().map(of_told).sum();
    exact(("F1", of_calls(deals, truth)), value, NOMINAL)
}

fn of_calls(deals: u64, truth: f64) -> String {
    format!("{deals} deals, truly {truth:.3}")
}

fn holds(truth: f64, measured: Measured) -> bool {
    measured.is_ok_and(|estimate| estimate.interval.is_some_and(|interval| interval.contains(truth)))
}

fn exact((what, setting): (&'static str, String), value: f64, accepted: (f64, f64)) -> Row {
    Row { what, setting, value, error: 0.0, accepted, unit: Unit::Share }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SciPy 1.17.1: sums of `binom.pmf` over the outcomes whose interval, by its formula, holds the truth.
    #[test]
    fn exact_coverage_is_accepted_and_that_of_scipy() {
        let rows = rows();
        assert_eq!((rows.len(), crate::off(&rows)), (17, Vec::new()));
        let of = |what| rows.iter().filter(|row| row.what == what).map(|row| row.value).collect::<Vec<_>>();
        let katz = [0.959_419_852_963, 0.959_612_860_518, 0.971_679_534_958];
        let accuracy = [0.958_497_944_865, 0.947_364_350_999, 0.967_152_163_857, 0.950_416_770_304];
        for (what, figures) in [("Katz ratio", &katz[..]), ("accuracy", &accuracy[..])] {
            let ours = of(what);
            assert_eq!(ours.len(), figures.len());
            assert!(ours.iter().zip(figures).all(|(a, b)| (a - b).abs() < 1e-9), "{what}: {ours:?}");
        }
    }
}
