//! Limits of a share that is measured again: how often a later one leaves them though nothing has changed, summed over all outcomes of both
//! samples.

use crate::LEVEL;
use crate::exact::chances;
use crate::table::{Row, Unit};
use lead_scoring_benches::Result;
use lead_scoring_metrics::later_share;

/// First and later deals.
const SAMPLES: [(u64, u64); 4] = [(20, 20), (67, 67), (400, 100), (10_000, 100)];
/// Steps between the shares.
const STEPS: u32 = 50;

/// Below and above the limits: the mean over the shares 0.02, 0.04, … 0.98 and the highest.
pub(crate) fn rows() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (first, later) in SAMPLES {
        let shares = (1..STEPS).map(|step| f64::from(step) / f64::from(STEPS));
        let left = shares.map(|share| left(share, first, later)).collect::<Result<Vec<_>>>()?;
        let row = |what, which: &str, value, accepted| Row {
            what,
            setting: format!("{first} deals, then {later}, {which}"),
            value,
            error: 0.0,
            accepted,
            unit: Unit::Share,
        };
        let mean = left.iter().map(|[below, above]| 1.0 - below - above).sum::<f64>() / left.len() as f64;
        let most = left.iter().flatten().copied().fold(0.0, f64::max);
        rows.push(row("later share", "mean over shares", mean, (LEVEL, 0.975)));
        rows.push(row("later share beyond a limit", "highest of both limits", most, (0.01, 0.025)));
    }
    Ok(rows)
}

/// How often a later share lies below the lower limit, and how often above the upper one.
fn left(share: f64, first: u64, later: u64) -> Result<[f64; 2]> {
    let then = chances(later, share);
    let mut left = [0.0; 2];
    for (seen, chance) in chances(first, share) {
        let limits = later_share(seen, first, later, LEVEL)?;
        for (wins, of_later) in &then {
            let share = *wins as f64 / later as f64;
            left[0] += chance * of_later * f64::from(u8::from(share < limits.lower));
            left[1] += chance * of_later * f64::from(u8::from(share > limits.upper));
        }
    }
    Ok(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_deal_each_leaves_no_limit() {
        assert_eq!(left(0.3, 1, 1).unwrap().map(f64::to_bits), [0.0_f64; 2].map(f64::to_bits));
    }

    /// Sums of `scipy.stats.binom` and `betabinom` of SciPy 1.17.1.
    #[test]
    fn limits_are_left_as_seldom_as_promised() {
        let rows = rows().unwrap();
        assert_eq!((rows.len(), crate::off(&rows)), (8, Vec::new()));
        let by_scipy = [0.9691, 0.0244, 0.9604, 0.0233, 0.9624, 0.0209, 0.9636, 0.0199];
        for (row, wanted) in rows.iter().zip(by_scipy) {
            assert!((row.value - wanted).abs() < 5.1e-5, "{row}");
        }
    }
}
