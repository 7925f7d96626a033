//! Intervals made of counts: two rates compared, accuracy and F1.

use crate::LEVEL;
use crate::simulate::{Simulation, binomial};
use crate::table::{NOMINAL, Row};
use lead_scoring_metrics::{Confusion, Estimate, katz, koopman, newcombe_difference};
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// Deals and win rate of two groups.
const GROUPS: [[(u64, f64); 2]; 3] =
    [[(50, 0.3), (50, 0.2)], [(30, 0.6), (100, 0.1)], [(100, 0.05), (400, 0.02)]];
/// Shares of true positives, false positives and false negatives; the rest are true negatives.
const CALLS: [[f64; 3]; 2] = [[0.2, 0.1, 0.1], [0.03, 0.03, 0.02]];
const CALL_DEALS: [u32; 2] = [200, 1_000];

/// The log interval is wider than it need be where a group has few wins.
const KATZ: (f64, f64) = (0.94, 0.98);

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

/// An interval for calls of wins, and what it should hold.
struct OfCalls {
    name: &'static str,
    interval: fn(&Confusion, f64) -> Measured,
    truth: fn([f64; 3]) -> f64,
}

const OF_CALLS: [OfCalls; 2] = [
    OfCalls {
        name: "accuracy",
        interval: Confusion::accuracy_estimate,
        truth: |[_, wrong_win, missed]| 1.0 - wrong_win - missed,
    },
    OfCalls {
        name: "F1",
        interval: Confusion::f1_estimate,
        truth: |[hit, wrong_win, missed]| 2.0 * hit / (2.0 * hit + wrong_win + missed),
    },
];

/// All of them.
pub(crate) fn rows(simulation: Simulation) -> Vec<Row> {
    let mut rows = Vec::new();
    for checked in &TWO_RATES {
        rows.extend(GROUPS.map(|groups| two_rates(simulation, checked, groups)));
    }
    for checked in &OF_CALLS {
        for calls in CALLS {
            rows.extend(CALL_DEALS.map(|deals| of_calls(simulation, checked, calls, deals)));
        }
    }
    rows
}

fn two_rates(simulation: Simulation, checked: &TwoRates, groups: [(u64, f64); 2]) -> Row {
    let [(n1, p1), (n2, p2)] = groups;
    let setting = format!("{} % of {n1}, {} % of {n2}", 100.0 * p1, 100.0 * p2);
    simulation.row((checked.name, setting), checked.accepted, (checked.truth)(p1, p2), |random| {
        (checked.interval)(binomial(n1, p1, random), binomial(n2, p2, random), LEVEL)
    })
}

fn of_calls(simulation: Simulation, checked: &OfCalls, calls: [f64; 3], deals: u32) -> Row {
    let truth = (checked.truth)(calls);
    simulation.row((checked.name, format!("{deals} deals, truly {truth:.3}")), NOMINAL, truth, |random| {
        (checked.interval)(&confusion(calls, deals, random), LEVEL)
    })
}

fn confusion([hit, wrong_win, missed]: [f64; 3], deals: u32, random: &mut Pcg64Mcg) -> Confusion {
    let mut confusion = Confusion::default();
    for _ in 0..deals {
        let at: f64 = random.random();
        if at < hit {
            confusion.true_positive += 1;
        } else if at < hit + wrong_win {
            confusion.false_positive += 1;
        } else if at < hit + wrong_win + missed {
            confusion.false_negative += 1;
        } else {
            confusion.true_negative += 1;
        }
    }
    confusion
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_of_counts_hold_their_level() {
        let rows = rows(Simulation { replicates: 300, seed: 1 });
        assert_eq!((rows.len(), crate::off(&rows)), (17, Vec::new()));
    }
}
