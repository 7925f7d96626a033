//! Logistic regression with weights of at least zero and a ridge penalty.
//!
//! Minimises `sum of [ln(1 + exp(eta)) - y eta] + tau/2 sum of (beta_j - c)^2` over a free intercept and `beta_j >= 0`, with
//! `eta = intercept + sum of beta_j x_j`, by Newton steps (McCullagh & Nelder 1989, iteratively reweighted least squares); each step's
//! quadratic problem is solved under the bounds by coordinate descent (Lawson & Hanson 1974 for the conditions of its optimum), and
//! halved until the objective falls. With columns in units of log odds, a weight of 1 means that the whole measured lift counts and 0
//! that other columns carry it already; weights can not turn a lift around.
//!
//! | case | result |
//! |---|---|
//! | no columns | the intercept alone, `ln(won / lost)` |
//! | one outcome only | a finite fit: the intercept is kept within 30 |
//! | separable data | finite, by the penalty |

use crate::dense::{Square, dot, weighted_gram};
use crate::sigmoid::{self, BLOCK};

/// A fitted regression.
#[derive(Clone, Debug)]
pub(crate) struct Fit {
    pub(crate) intercept: f64,
    pub(crate) weights: Vec<f64>,
    /// Curvature at the optimum, intercept first, penalty included.
    pub(crate) curvature: Square,
    /// The penalty.
    pub(crate) prior: Prior,
}

/// What weights are drawn to, and how strongly: a normal prior of mean `centre` and variance `1 / ridge`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Prior {
    pub(crate) ridge: f64,
    pub(crate) centre: f64,
}

impl Prior {
    fn loss(self, weights: &[f64]) -> f64 {
        self.ridge / 2.0 * weights.iter().map(|b| (b - self.centre).powi(2)).sum::<f64>()
    }

    fn pull(self, weight: f64) -> f64 {
        self.ridge * (self.centre - weight)
    }
}

/// Rows of the regression: columns of equal length and the outcome of each row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rows<'a> {
    pub(crate) columns: &'a [&'a [f64]],
    pub(crate) won: &'a [bool],
}

const MOST_STEPS: usize = 30;

/// Fits from a starting point (empty: from zero).
pub(crate) fn fit(rows: Rows<'_>, prior: Prior, start: &[f64]) -> Fit {
    let size = rows.columns.len() + 1;
    let mut beta = vec![0.0; size];
    beta[0] = base_log_odds(rows.won);
    beta.iter_mut().zip(start).for_each(|(slot, start)| *slot = *start);
    let mut state = State::at(rows, &beta, prior);
    let mut curvature = Square::zero(size);
    for _ in 0..MOST_STEPS {
        curvature = weighted_gram(rows.columns, &state.weights);
        (1..size).for_each(|j| curvature.add(j, j, prior.ridge));
        let target = bounded_minimum(&curvature, &state.slope(rows, &beta, prior), &beta);
        let Some((next, next_state)) = halved_step(rows, &beta, &target, prior, state.objective) else {
            break;
        };
        let gained = state.objective - next_state.objective;
        beta = next;
        state = next_state;
        if gained < 1e-8 * (1.0 + state.objective.abs()) {
            break;
        }
    }
    Fit { intercept: beta[0], weights: beta[1..].to_vec(), curvature, prior }
}

fn base_log_odds(won: &[bool]) -> f64 {
    let wins = won.iter().filter(|&&won| won).count() as f64;
    let losses = won.len() as f64 - wins;
    ((wins + 0.5) / (losses + 0.5)).ln()
}

/// Objective, residuals and weights at a point.
struct State {
    objective: f64,
    residuals: Vec<f64>,
    weights: Vec<f64>,
}

impl State {
    fn at(rows: Rows<'_>, beta: &[f64], prior: Prior) -> Self {
        let mut eta = vec![beta[0]; rows.won.len()];
        for (column, &weight) in rows.columns.iter().zip(&beta[1..]) {
            if weight != 0.0 {
                eta.iter_mut().zip(*column).for_each(|(eta, x)| *eta += weight * x);
            }
        }
        let mut residuals = eta;
        let mut weights = vec![0.0; residuals.len()];
        let blocks = residuals.chunks_mut(BLOCK).zip(rows.won.chunks(BLOCK)).zip(weights.chunks_mut(BLOCK));
        let mut objective: f64 =
            blocks.map(|((log_odds, won), weights)| sigmoid::residuals(log_odds, won, weights)).sum();
        objective += prior.loss(&beta[1..]);
        Self { objective, residuals, weights }
    }

    /// Minus the gradient.
    fn slope(&self, rows: Rows<'_>, beta: &[f64], prior: Prior) -> Vec<f64> {
        let intercept = self.residuals.iter().sum();
        let columns = rows
            .columns
            .iter()
            .zip(&beta[1..])
            .map(|(column, b)| dot(column, &self.residuals) + prior.pull(*b));
        std::iter::once(intercept).chain(columns).collect()
    }
}

/// Minimum over `beta_j >= 0` (intercept free) of the quadratic with this curvature and minus-gradient at `from`.
fn bounded_minimum(curvature: &Square, slope: &[f64], from: &[f64]) -> Vec<f64> {
    let size = curvature.size();
    let mut beta = from.to_vec();
    let mut slope = slope.to_vec();
    for _ in 0..10_000 {
        let mut largest = 0.0_f64;
        for j in 0..size {
            let own = curvature.at(j, j);
            if own <= 0.0 {
                continue;
            }
            let free = beta[j] + slope[j] / own;
            let next = if j == 0 { free.clamp(-30.0, 30.0) } else { free.max(0.0) };
            let change = next - beta[j];
            if change != 0.0 {
                beta[j] = next;
                (0..size).for_each(|k| slope[k] -= change * curvature.at(j, k));
                largest = largest.max(change.abs() * own.sqrt());
            }
        }
        if largest < 1e-10 {
            break;
        }
    }
    beta
}

fn halved_step(
    rows: Rows<'_>,
    from: &[f64],
    to: &[f64],
    prior: Prior,
    objective: f64,
) -> Option<(Vec<f64>, State)> {
    let mut step = 1.0;
    for _ in 0..20 {
        let next: Vec<f64> = from.iter().zip(to).map(|(from, to)| from + step * (to - from)).collect();
        let state = State::at(rows, &next, prior);
        if state.objective <= objective {
            return Some((next, state));
        }
        step /= 2.0;
    }
    None
}

/// Weights after leaving out columns, on the quadratic model at the optimum: exact for the model, close for the likelihood.
///
/// Returns the weights (0 for those left out) and for each kept column the rise of minus log likelihood if it, too, were left out. The
/// penalty does not count there: it likes two copies of a column better than one.
pub(crate) fn without(fit: &Fit, kept: &[bool]) -> (Vec<f64>, Vec<f64>) {
    let all: Vec<usize> = std::iter::once(0)
        .chain(kept.iter().enumerate().filter(|(_, kept)| **kept).map(|(j, _)| j + 1))
        .collect();
    let optimum: Vec<f64> = std::iter::once(fit.intercept).chain(fit.weights.iter().copied()).collect();
    let mut sub = Square::zero(all.len());
    for (a, &row) in all.iter().enumerate() {
        for (b, &column) in all.iter().enumerate().skip(a) {
            sub.add(a, b, fit.curvature.at(row, column));
        }
    }
    // At the optimum the model's pull on each kept column comes from the columns that are taken out.
    let slope: Vec<f64> = all
        .iter()
        .map(|&row| {
            (0..optimum.len())
                .filter(|k| !all.contains(k))
                .map(|k| fit.curvature.at(row, k) * optimum[k])
                .sum()
        })
        .collect();
    let from: Vec<f64> = all.iter().map(|&j| optimum[j]).collect();
    let beta = bounded_minimum(&sub, &slope, &from);
    let mut weights = vec![0.0; fit.weights.len()];
    let mut rises = vec![0.0; fit.weights.len()];
    for at in 1..all.len() {
        // A trace of the curvature keeps the matrix of two equal columns invertible.
        sub.add(at, at, 1e-6 * sub.at(at, at) - fit.prior.ridge);
    }
    let inverse_diagonal = inverse_diagonal(&sub);
    for (at, &j) in all.iter().enumerate().skip(1) {
        weights[j - 1] = beta[at];
        rises[j - 1] = beta[at] * beta[at] / (2.0 * inverse_diagonal[at].max(1e-300));
    }
    (weights, rises)
}

/// Diagonal of the inverse of a positive definite matrix, by Gauss-Jordan elimination.
fn inverse_diagonal(matrix: &Square) -> Vec<f64> {
    let size = matrix.size();
    let mut left: Vec<Vec<f64>> =
        (0..size).map(|row| (0..size).map(|column| matrix.at(row, column)).collect()).collect();
    let mut right: Vec<Vec<f64>> =
        (0..size).map(|row| (0..size).map(|column| f64::from(u8::from(row == column))).collect()).collect();
    for pivot in 0..size {
        let scale = left[pivot][pivot].max(1e-12);
        let (pivot_left, pivot_right) = (left[pivot].clone(), right[pivot].clone());
        for row in 0..size {
            let factor = if row == pivot { 1.0 - 1.0 / scale } else { left[row][pivot] / scale };
            for column in 0..size {
                left[row][column] -= factor * pivot_left[column];
                right[row][column] -= factor * pivot_right[column];
            }
        }
    }
    (0..size).map(|at| right[at][at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    /// A small regression whose unconstrained solution has only positive weights.
    fn data() -> (Vec<f64>, Vec<f64>, Vec<bool>) {
        let x: Vec<f64> = (0..40).map(|i| f64::from(i % 8) - 3.5).collect();
        let z: Vec<f64> = (0..40).map(|i| f64::from((i * 7) % 5) - 2.0).collect();
        let won =
            (0..40).map(|i| (i * 13) % 17 < 4 + 2 * (i % 8) - if (i * 7) % 5 < 2 { 3 } else { 0 }).collect();
        (x, z, won)
    }

    #[test]
    fn gradient_vanishes_or_pushes_against_the_bound() {
        let (x, z, won) = data();
        let minus_x: Vec<f64> = x.iter().map(|x| -x).collect();
        for ridge in [0.01, 1.0, 30.0] {
            let columns: [&[f64]; 3] = [&x, &z, &minus_x];
            let rows = Rows { columns: &columns, won: &won };
            let prior = Prior { ridge, centre: 0.3 };
            let fit = fit(rows, prior, &[]);
            let beta: Vec<f64> = std::iter::once(fit.intercept).chain(fit.weights.iter().copied()).collect();
            let slope = State::at(rows, &beta, prior).slope(rows, &beta, prior);
            assert!(slope[0].abs() < 1e-5);
            for (slope, weight) in slope[1..].iter().zip(&fit.weights) {
                assert!(if *weight > 0.0 { slope.abs() < 1e-5 } else { *slope < 1e-5 }, "{slope} {weight}");
            }
        }
    }

    #[test]
    fn separable_and_one_sided_data_stay_finite() {
        let x: Vec<f64> = (0..30).map(f64::from).collect();
        let columns: [&[f64]; 1] = [&x];
        for won in [(0..30).map(|i| i > 14).collect::<Vec<bool>>(), vec![true; 30]] {
            let fit = fit(Rows { columns: &columns, won: &won }, Prior { ridge: 1.0, centre: 0.0 }, &[]);
            assert!(fit.intercept.is_finite() && fit.weights[0].is_finite());
        }
    }

    #[test]
    fn leaving_nothing_out_changes_nothing() {
        let (x, z, won) = data();
        let columns: [&[f64]; 2] = [&x, &z];
        let fit = fit(Rows { columns: &columns, won: &won }, Prior { ridge: 0.5, centre: 0.0 }, &[]);
        let (weights, rises) = without(&fit, &[true, true]);
        for (a, b) in weights.iter().zip(&fit.weights) {
            assert_relative_eq!(a, b, epsilon = 1e-6);
        }
        assert!(rises.iter().all(|rise| *rise >= 0.0));
        let (weights, _) = without(&fit, &[true, false]);
        assert!(weights[1] == 0.0 && weights[0] > 0.0);
    }
}
