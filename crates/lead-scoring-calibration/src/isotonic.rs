//! Isotonic regression: the non-decreasing sequence nearest to the observed rates.
//!
//! Pool-adjacent-violators (Ayer et al. 1955), O(n): neighbours that fall are replaced by their weighted mean until none do.
//! As a probability map the pools are centred (Oron & Flournoy 2017): each pool's value stands at the weighted mean of its
//! scores, with straight lines between, so that the map rises within a pool, too. Every pool takes in one more deal of the base
//! rate, so that no probability reaches 0 or 1.

use crate::cells::{Cell, totals};

/// A stretch of values replaced by its weighted mean.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Pool {
    value: f64,
    weight: f64,
    /// Weighted mean of the positions.
    centre: f64,
    size: usize,
}

/// The non-decreasing sequence with the least weighted squared distance to `values`, one value each.
///
/// `None` where the lengths differ, a value is not finite, or a weight is not positive and finite.
///
/// ```
/// let fitted = lead_scoring_calibration::pava(&[8.0, 4.0, 8.0, 2.0, 2.0, 0.0, 8.0], &[1.0; 7]);
/// assert_eq!(fitted, Some(vec![4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 8.0]));
/// ```
#[must_use]
pub fn pava(values: &[f64], weights: &[f64]) -> Option<Vec<f64>> {
    let sound = values.iter().all(|v| v.is_finite()) && weights.iter().all(|w| w.is_finite() && *w > 0.0);
    if !sound || values.len() != weights.len() {
        return None;
    }
    let single = |(&value, &weight): (&f64, &f64)| Pool { value, weight, centre: 0.0, size: 1 };
    let pools = pooled(values.iter().zip(weights).map(single));
    Some(pools.iter().flat_map(|pool| std::iter::repeat_n(pool.value, pool.size)).collect())
}

/// Merges each pool into its left neighbour while it lies below it. Equal neighbours stay apart, so that centring does not
/// smooth a plateau away.
fn pooled(pools: impl Iterator<Item = Pool>) -> Vec<Pool> {
    let mut done: Vec<Pool> = Vec::new();
    for mut pool in pools {
        while let Some(&left) = done.last() {
            if left.value <= pool.value {
                break;
            }
            done.pop();
            pool = merged(left, pool);
        }
        done.push(pool);
    }
    done
}

fn merged(left: Pool, right: Pool) -> Pool {
    let weight = left.weight + right.weight;
    let mean = |a: f64, b: f64| (a * left.weight + b * right.weight) / weight;
    Pool {
        value: mean(left.value, right.value),
        weight,
        centre: mean(left.centre, right.centre),
        size: left.size + right.size,
    }
}

/// The centred isotonic map of the cells, as a function of the score with values in (0, 1); `None` without both outcomes.
pub(crate) fn centred(cells: &[Cell]) -> Option<impl Fn(f64) -> f64 + use<>> {
    let (wins, losses) = totals(cells);
    if wins == 0 || losses == 0 {
        return None;
    }
    let base = wins as f64 / (wins + losses) as f64;
    let raw = |cell: &Cell| Pool {
        value: cell.won as f64 / cell.deals() as f64,
        weight: cell.deals() as f64,
        centre: f64::from(cell.score),
        size: 1,
    };
    let toward_base = |pool: Pool| Pool {
        value: (pool.value * pool.weight + base) / (pool.weight + 1.0),
        weight: pool.weight,
        ..pool
    };
    let pools = pooled(pooled(cells.iter().map(raw)).into_iter().map(toward_base));
    Some(move |score: f64| interpolate(&pools, score))
}

fn interpolate(pools: &[Pool], score: f64) -> f64 {
    let above = pools.partition_point(|pool| pool.centre <= score);
    match (above.checked_sub(1).and_then(|at| pools.get(at)), pools.get(above)) {
        (Some(left), Some(right)) => {
            let part = (score - left.centre) / (right.centre - left.centre);
            left.value + part * (right.value - left.value)
        }
        (Some(only), None) | (None, Some(only)) => only.value,
        (None, None) => 0.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;
    use proptest::prelude::*;

    /// R 4 `monotone::monotone(c(0, 6, 8, 3, 5, 2, 1, 7, 9, 4))`; the case in the module example is Busing 2022.
    #[test]
    fn matches_r_monotone() {
        let fitted = pava(&[0.0, 6.0, 8.0, 3.0, 5.0, 2.0, 1.0, 7.0, 9.0, 4.0], &[1.0; 10]).unwrap();
        let expected = [&[0.0][..], &[25.0 / 6.0; 6], &[20.0 / 3.0; 3]].concat();
        for (fitted, expected) in fitted.iter().zip(&expected) {
            assert_relative_eq!(fitted, expected, max_relative = 1e-14);
        }
    }

    #[test]
    fn bad_input_is_refused() {
        assert_eq!(pava(&[1.0], &[]), None);
        assert_eq!(pava(&[f64::NAN], &[1.0]), None);
        assert_eq!(pava(&[1.0], &[0.0]), None);
        assert_eq!(pava(&[], &[]), Some(vec![]));
    }

    /// The largest of the smallest means: an independent formula for the same regression (Robertson et al. 1988).
    fn max_min(values: &[f64], weights: &[f64]) -> Vec<f64> {
        let mean = |from: usize, to: usize| {
            let weight: f64 = weights[from..=to].iter().sum();
            values[from..=to].iter().zip(&weights[from..=to]).map(|(v, w)| v * w).sum::<f64>() / weight
        };
        let least = |from: usize, at: usize| {
            (at..values.len()).map(|to| mean(from, to)).fold(f64::INFINITY, f64::min)
        };
        (0..values.len())
            .map(|at| (0..=at).map(|from| least(from, at)).fold(f64::NEG_INFINITY, f64::max))
            .collect()
    }

    proptest! {
        #[test]
        fn equals_the_max_min_formula(pairs in prop::collection::vec((-9.0..9.0, 0.1..5.0), 1..25)) {
            let (values, weights): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            let fitted = pava(&values, &weights).unwrap();
            for (fitted, expected) in fitted.iter().zip(max_min(&values, &weights)) {
                prop_assert!((fitted - expected).abs() < 1e-9);
            }
            let sum = |values: &[f64]| values.iter().zip(&weights).map(|(v, w)| v * w).sum::<f64>();
            prop_assert!((sum(&fitted) - sum(&values)).abs() < 1e-9);
            prop_assert_eq!(pava(&fitted, &weights).unwrap().len(), fitted.len());
        }

        #[test]
        fn centred_map_rises_within_zero_and_one(counts in prop::collection::vec((0_u64..9, 1_u64..9), 1..30)) {
            let cells: Vec<Cell> = (0..).zip(&counts).map(|(at, &(won, lost))| Cell { score: at * 3, won, lost }).collect();
            if let Some(map) = centred(&cells) {
                let values: Vec<f64> = (-5..95).map(|score| map(f64::from(score))).collect();
                prop_assert!(values.iter().all(|p| *p > 0.0 && *p < 1.0));
                prop_assert!(values.windows(2).all(|pair| pair[0] <= pair[1] + 1e-12));
            }
        }
    }
}
