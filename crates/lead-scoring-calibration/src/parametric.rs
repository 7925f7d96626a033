//! The two parametric maps from score to probability.
//!
//! | map | formula | source |
//! |---|---|---|
//! | Platt | `1 / (1 + exp(-(slope s + intercept)))`, targets (W + 1)/(W + 2) for won and 1/(L + 2) for lost deals | Platt 1999; Lin, Lin & Weng 2007 |
//! | beta | `sigmoid(a ln u - b ln(1 - u) + c)` with a, b >= 0 and u the score's place in the range, inside (0, 1) | Kull, Silva Filho & Flach 2017 |
//!
//! Both use Platt's targets, so that the optimum is finite even where won and lost scores do not overlap. A coefficient of beta
//! that comes out negative is left out and the other fitted again. A map that would fall as the score rises is no map: `None`.

use crate::cells::{Cell, cells, totals};
use crate::logistic::{Row, fit, sigmoid};

/// The logistic map of Platt from integer scores: slope and intercept of the log odds of winning.
///
/// `None` where the lengths differ, an outcome is missing, or all scores are equal. The slope is negative where deals with lower
/// scores won more often.
///
/// ```
/// let (slope, intercept) = lead_scoring_calibration::platt(&[5, -4, 1], &[true, false, false]).expect("both outcomes");
/// assert!((slope - 0.2026).abs() < 1e-4 && (intercept + 0.6524).abs() < 1e-4);
/// ```
#[must_use]
pub fn platt(scores: &[i32], won: &[bool]) -> Option<(f64, f64)> {
    if scores.len() != won.len() {
        return None;
    }
    platt_of(&cells(scores, won))
}

fn platt_of(cells: &[Cell]) -> Option<(f64, f64)> {
    let (wins, losses) = totals(cells);
    if wins == 0 || losses == 0 {
        return None;
    }
    // Centred and scaled scores keep the curvature well conditioned.
    let deals = (wins + losses) as f64;
    let centre = cells.iter().map(|cell| f64::from(cell.score) * cell.deals() as f64).sum::<f64>() / deals;
    let spread =
        cells.iter().map(|cell| (f64::from(cell.score) - centre).powi(2) * cell.deals() as f64).sum::<f64>();
    let unit = (spread / deals).sqrt();
    if unit <= 0.0 {
        return None;
    }
    let rows = rows(cells, |score| [(score - centre) / unit, 1.0]);
    let [slope, level] = fit(&rows)?;
    Some((slope / unit, level - slope * centre / unit))
}

/// One row per score, with Platt's targets.
fn rows<const N: usize>(cells: &[Cell], inputs: impl Fn(f64) -> [f64; N]) -> Vec<Row<N>> {
    let (wins, losses) = totals(cells);
    let (high, low) = ((wins as f64 + 1.0) / (wins as f64 + 2.0), 1.0 / (losses as f64 + 2.0));
    let row = |cell: &Cell| Row {
        inputs: inputs(f64::from(cell.score)),
        weight: cell.deals() as f64,
        target: (cell.won as f64 * high + cell.lost as f64 * low) / cell.deals() as f64,
    };
    cells.iter().map(row).collect()
}

/// Platt's map as a function of the score.
pub(crate) fn platt_map(cells: &[Cell]) -> Option<impl Fn(f64) -> f64 + use<>> {
    let (slope, intercept) = platt_of(cells)?;
    (slope > 0.0).then_some(move |score: f64| sigmoid(slope * score + intercept))
}

/// The beta map over `range` as a function of the score.
pub(crate) fn beta_map(cells: &[Cell], range: (i32, i32)) -> Option<impl Fn(f64) -> f64 + use<>> {
    let (wins, losses) = totals(cells);
    if wins == 0 || losses == 0 {
        return None;
    }
    let (low, size) = (f64::from(range.0), f64::from(range.1) - f64::from(range.0) + 1.0);
    let logs = move |score: f64| {
        let place = (score - low + 0.5) / size;
        (place.ln(), -(-place).ln_1p())
    };
    let both = fit(&rows(cells, |score| [logs(score).0, logs(score).1, 1.0]))?;
    let (a, b, c) = match both {
        [a, b, c] if a >= 0.0 && b >= 0.0 => (a, b, c),
        [a, ..] if a < 0.0 => {
            let [b, c] = fit(&rows(cells, |score| [logs(score).1, 1.0]))?;
            (0.0, b, c)
        }
        _ => {
            let [a, c] = fit(&rows(cells, |score| [logs(score).0, 1.0]))?;
            (a, 0.0, c)
        }
    };
    let rises = a >= 0.0 && b >= 0.0 && a + b > 0.0;
    rises.then_some(move |score: f64| sigmoid(a * logs(score).0 + b * logs(score).1 + c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    /// Beta holds every power-odds curve: with u itself as the true chance the fit finds a = b = 1, c = 0.
    #[test]
    fn beta_finds_the_identity() {
        let cells: Vec<Cell> = (0..100)
            .map(|score| {
                let u = (f64::from(score) + 0.5) / 100.0;
                let won = (u * 1e7).round() as u64;
                Cell { score, won, lost: 10_000_000 - won }
            })
            .collect();
        let map = beta_map(&cells, (0, 99)).unwrap();
        for score in [3.0, 50.0, 90.0] {
            assert_relative_eq!(map(score), (score + 0.5) / 100.0, max_relative = 1e-4);
        }
    }

    /// scikit-learn `test_sigmoid_calibration` gives A = -0.20261354391187855, B = 0.65236314980010512 (from LibSVM, which stops
    /// within 4e-6 of the optimum); the finer digits are Newton's in Python floats.
    #[test]
    fn platt_matches_libsvm() {
        let (slope, intercept) = platt(&[5, -4, 1], &[true, false, false]).unwrap();
        assert_relative_eq!(slope, 0.202_613_543_911_878_55, epsilon = 5e-6);
        assert_relative_eq!(intercept, -0.652_363_149_800_105_1, epsilon = 5e-6);
        assert_relative_eq!(slope, 0.202_614_489_618_475_56, max_relative = 1e-9);
        assert_relative_eq!(intercept, -0.652_366_638_998_449_3, max_relative = 1e-9);
    }

    #[test]
    fn falling_rates_have_no_map() {
        let cells = [Cell { score: 10, won: 30, lost: 10 }, Cell { score: 60, won: 10, lost: 30 }];
        assert!(platt_map(&cells).is_none() && beta_map(&cells, (0, 100)).is_none());
        let (slope, _) = platt(&[1, 2], &[true, false]).unwrap();
        assert!(slope < 0.0);
    }

    #[test]
    fn separated_scores_still_have_a_finite_map() {
        let cells = [Cell { score: 10, won: 0, lost: 40 }, Cell { score: 60, won: 40, lost: 0 }];
        let map = platt_map(&cells).unwrap();
        // The two rates are the targets themselves.
        assert_relative_eq!(map(60.0), 41.0 / 42.0, max_relative = 1e-8);
        assert_relative_eq!(map(10.0), 1.0 / 42.0, max_relative = 1e-8);
    }

    #[test]
    fn undetermined_maps_are_none() {
        assert_eq!(platt(&[1, 1], &[true, false]), None);
        assert_eq!(platt(&[1, 2], &[true]), None);
        assert_eq!(platt(&[1, 2], &[true, true]), None);
    }
}
