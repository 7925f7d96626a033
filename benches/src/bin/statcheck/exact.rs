//! Intervals of one rate: the exact coverage, summed over all binomial outcomes.
//!
//! coverage(p) = Σₖ C(n, k)·pᵏ·(1 − p)ⁿ⁻ᵏ over the k whose interval holds p. It jumps up and down with p, so two figures are
//! told: the mean over p = 0.005, 0.010, … 0.995, and the lowest of all p (Brown, Cai & DasGupta 2001), which lies just beyond one of
//! the limits, because coverage falls in jumps only there.

use crate::LEVEL;
use crate::table::{NOMINAL, Row, Unit};
use lead_scoring_benches::Result;
use lead_scoring_metrics::{Interval, clopper_pearson, jeffreys, wilson};

/// The numbers of deals.
pub(crate) const TRIALS: [u64; 5] = [20, 50, 100, 500, 1_000];
const GRID: u32 = 200;
/// How far beyond a limit coverage is looked at, as a share of the limit.
const BEYOND: f64 = 1e-9;

type Limits = fn(u64, u64, f64) -> lead_scoring_metrics::Result<Interval>;
type Range = (f64, f64);

/// An interval with the accepted ranges of its mean and of its lowest coverage.
const INTERVALS: [(&str, Limits, Range, Range); 3] = [
    // The lowest lie near p = 0.18/n, where only k = 0 holds p: in the limit exp(−0.1765) = 0.838.
    ("Wilson", wilson, NOMINAL, (0.83, 0.95)),
    // Never below its level, by construction.
    ("Clopper-Pearson", clopper_pearson, (0.95, 1.0), (0.95, 1.0)),
    ("Jeffreys", jeffreys, NOMINAL, (0.87, 0.95)),
];

/// Mean and lowest coverage of each interval for each number of trials.
pub(crate) fn rows(trials: &[u64]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (interval, limits, mean_range, lowest_range) in INTERVALS {
        for &trials in trials {
            let (mean, lowest) = mean_and_lowest(limits, trials)?;
            let row = |which: &str, value, accepted| Row {
                what: interval,
                setting: format!("n = {trials}, {which}"),
                value,
                error: 0.0,
                accepted,
                unit: Unit::Share,
            };
            rows.push(row("mean over rates", mean, mean_range));
            rows.push(row("lowest of all rates", lowest, lowest_range));
        }
    }
    Ok(rows)
}

fn mean_and_lowest(limits: Limits, trials: u64) -> Result<(f64, f64)> {
    let intervals: Vec<Interval> =
        (0..=trials).map(|wins| limits(wins, trials, LEVEL)).collect::<lead_scoring_metrics::Result<_>>()?;
    let grid = (1..GRID).map(|step| f64::from(step) / f64::from(GRID));
    let mean = grid.map(|p| coverage(&intervals, p)).sum::<f64>() / f64::from(GRID - 1);
    let limits = intervals.iter().flat_map(|interval| [interval.lower, interval.upper]);
    let lowest = limits
        .flat_map(|limit| [limit * (1.0 - BEYOND), limit * (1.0 + BEYOND)])
        .filter(|p| 0.0 < *p && *p < 1.0 - BEYOND)
        .map(|p| coverage(&intervals, p))
        .fold(1.0, f64::min);
    Ok((mean, lowest))
}

/// Coverage at the rate `p`; `intervals[k]` belongs to k wins.
fn coverage(intervals: &[Interval], p: f64) -> f64 {
    let chances = chances(intervals.len() as u64 - 1, p).into_iter();
    chances.filter(|(wins, _)| intervals[*wins as usize].contains(p)).map(|(_, chance)| chance).sum()
}

/// Each number of wins among so many deals at the rate `p`, between 0 and 1, with its chance; those below 1e-15 are left out.
pub(crate) fn chances(deals: u64, p: f64) -> Vec<(u64, f64)> {
    let log_odds = (p / (1.0 - p)).ln();
    let mut log_chance = deals as f64 * (-p).ln_1p();
    let mut chances = Vec::new();
    for wins in 0..=deals {
        let chance = log_chance.exp();
        if chance >= 1e-15 {
            chances.push((wins, chance));
        }
        log_chance += ((deals - wins) as f64 / (wins as f64 + 1.0)).ln() + log_odds;
    }
    chances
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_trials_are_counted_by_hand() {
        let interval = |lower, upper| Interval { lower, upper, level: LEVEL };
        // p = 0.25 is held for one win of two alone: 2·0.25·0.75.
        let intervals = [interval(0.0, 0.2), interval(0.1, 0.9), interval(0.3, 1.0)];
        assert!((coverage(&intervals, 0.25) - 0.375).abs() < 1e-12);
        let all = vec![interval(0.0, 1.0); 1_001];
        assert!((coverage(&all, 0.995) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn exact_coverage_is_accepted() {
        let rows = rows(&TRIALS[..3]).unwrap();
        assert_eq!((rows.len(), crate::off(&rows)), (18, Vec::new()));
    }
}
