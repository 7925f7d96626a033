//! Logistic regression on groups of equal rows, with weights inside bounds.
//!
//! Rows that agree in the chosen columns are one group, so a fit costs groups, not rows. Newton steps (McCullagh & Nelder 1989); each
//! step's quadratic problem is solved under the bounds by coordinate descent, and halved until the loss falls.

use super::curve::softplus;
use super::patterns::Count;
use crate::dense::{Square, dot, weighted_gram};

/// Groups of rows that agree in the chosen columns.
#[derive(Clone, Debug)]
pub(super) struct Design {
    /// 0 or 1 for each group, one vector a chosen column.
    pub(super) columns: Vec<Vec<f64>>,
    pub(super) counts: Vec<Count>,
}

impl Design {
    /// All rows in one group.
    pub(super) const fn whole(counts: Vec<Count>) -> Self {
        Self { columns: Vec::new(), counts }
    }

    /// Splits each group by one more column whose rows are counted in `cells`; also the new number of each half, `[unset, set]`.
    pub(super) fn split(&self, cells: &[Count]) -> (Self, Vec<[u32; 2]>) {
        let mut from = Vec::with_capacity(2 * cells.len());
        let mut counts = Vec::with_capacity(2 * cells.len());
        let mut last = Vec::with_capacity(2 * cells.len());
        let mut numbers = Vec::with_capacity(cells.len());
        for (group, (&whole, &set)) in self.counts.iter().zip(cells).enumerate() {
            let mut unset = whole;
            unset -= set;
            let mut number = [0; 2];
            for (half, (count, value)) in number.iter_mut().zip([(unset, 0.0), (set, 1.0)]) {
                if !count.is_empty() {
                    *half = counts.len() as u32;
                    from.push(group);
                    counts.push(count);
                    last.push(value);
                }
            }
            numbers.push(number);
        }
        let mut columns: Vec<Vec<f64>> =
            self.columns.iter().map(|column| from.iter().map(|&group| column[group]).collect()).collect();
        columns.push(last);
        (Self { columns, counts }, numbers)
    }
}

/// Where the loss per row is least.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    /// Intercept first.
    pub(super) beta: Vec<f64>,
    pub(super) loss: f64,
    /// Probability of each group.
    pub(super) p: Vec<f64>,
    /// Share of rows times `p (1 - p)` of each group.
    pub(super) weights: Vec<f64>,
    residuals: Vec<f64>,
}

const MOST_STEPS: usize = 25;

/// Fits from a start (intercept first) that lies within the limits of the weights.
pub(super) fn fit(design: &Design, limits: &[(f64, f64)], rows: f64, start: Vec<f64>) -> Fit {
    let columns: Vec<&[f64]> = design.columns.iter().map(Vec::as_slice).collect();
    let mut fit = at(design, rows, start);
    for _ in 0..MOST_STEPS {
        let curvature = weighted_gram(&columns, &fit.weights);
        let slope: Vec<f64> = std::iter::once(fit.residuals.iter().sum())
            .chain(columns.iter().map(|column| dot(column, &fit.residuals)))
            .collect();
        let target = bounded_minimum(&curvature, slope, &fit.beta, limits);
        let Some(next) = halved(design, rows, &fit, &target) else { break };
        let gained = fit.loss - next.loss;
        fit = next;
        if gained <= 1e-8 * fit.loss {
            break;
        }
    }
    fit
}

fn at(design: &Design, rows: f64, beta: Vec<f64>) -> Fit {
    let groups = design.counts.len();
    let mut p = vec![beta[0]; groups];
    for (column, &weight) in design.columns.iter().zip(&beta[1..]) {
        p.iter_mut().zip(column).for_each(|(eta, x)| *eta += weight * x);
    }
    let mut fit = Fit {
        beta,
        loss: 0.0,
        p,
        weights: Vec::with_capacity(groups),
        residuals: Vec::with_capacity(groups),
    };
    for (slot, count) in fit.p.iter_mut().zip(&design.counts) {
        let (all, won, eta) = (count.all() / rows, count.won() / rows, *slot);
        let (open, p) = softplus(eta);
        fit.loss += all * open - won * eta;
        fit.residuals.push(won - all * p);
        fit.weights.push(all * (p * (1.0 - p)).max(1e-10));
        *slot = p;
    }
    fit
}

fn halved(design: &Design, rows: f64, from: &Fit, to: &[f64]) -> Option<Fit> {
    let mut step = 1.0;
    for _ in 0..20 {
        let beta = from.beta.iter().zip(to).map(|(from, to)| from + step * (to - from)).collect();
        let next = at(design, rows, beta);
        if next.loss < from.loss {
            return Some(next);
        }
        step /= 2.0;
    }
    None
}

/// Minimum, weights within their limits, of the quadratic with this curvature and minus-gradient at `from`.
fn bounded_minimum(curvature: &Square, mut slope: Vec<f64>, from: &[f64], limits: &[(f64, f64)]) -> Vec<f64> {
    const ANY: (f64, f64) = (-30.0, 30.0);
    let mut beta = from.to_vec();
    for _ in 0..300 {
        let mut largest = 0.0_f64;
        for j in 0..beta.len() {
            let own = curvature.at(j, j);
            let (low, high) = if j == 0 { ANY } else { limits[j - 1] };
            let change = (beta[j] + slope[j] / own.max(1e-12)).clamp(low, high) - beta[j];
            if change != 0.0 {
                beta[j] += change;
                slope.iter_mut().enumerate().for_each(|(k, slope)| *slope -= change * curvature.at(j, k));
                largest = largest.max(change * change * own);
            }
        }
        if largest < 1e-14 {
            break;
        }
    }
    beta
}

/// Scores single columns beside a fitted support (Rao 1948): how much of the loss one Newton step would take.
#[derive(Debug)]
pub(super) struct Score<'a> {
    design: &'a Design,
    fit: &'a Fit,
    rows: f64,
    /// Lower triangle of the Cholesky factor of the support's curvature, intercept first.
    factor: Square,
    /// The weight of a row of each group.
    row_weights: Vec<f64>,
}

impl<'a> Score<'a> {
    pub(super) fn of(design: &'a Design, fit: &'a Fit, rows: f64) -> Self {
        let columns: Vec<&[f64]> = design.columns.iter().map(Vec::as_slice).collect();
        let row_weights = design.counts.iter().zip(&fit.weights).map(|(count, w)| w / count.all()).collect();
        Self { design, fit, rows, factor: cholesky(&weighted_gram(&columns, &fit.weights)), row_weights }
    }

    /// The gain of a column whose rows are counted by group, with the sign its weight would have; none where the support says it already.
    pub(super) fn gain(&self, cells: &[Count], all: &mut Vec<f64>) -> Option<(f64, f64)> {
        all.clear();
        all.extend(cells.iter().map(|cell| cell.all()));
        let won: f64 = cells.iter().map(|cell| cell.won()).sum();
        let slope = (won - dot(all, &self.fit.p)) / self.rows;
        all.iter_mut().zip(&self.row_weights).for_each(|(all, weight)| *all *= weight);
        let own: f64 = all.iter().sum();
        // Half-solves factor * z = cross products with the support; |z|^2 is what the support takes of the column's own curvature.
        let mut solved = [0.0_f64; 128];
        let mut left = own;
        for row in 0..self.factor.size() {
            let cross = if row == 0 { own } else { dot(all, &self.design.columns[row - 1]) };
            let known: f64 = (0..row).map(|k| self.factor.at(row, k) * solved[k]).sum();
            let value = (cross - known) / self.factor.at(row, row);
            solved[row] = value;
            left -= value * value;
        }
        (left > 1e-9 * own).then(|| (slope * slope / (2.0 * left), slope))
    }
}

/// The factor, kept whole by a trace of ridge.
fn cholesky(matrix: &Square) -> Square {
    let size = matrix.size();
    let mut factor = Square::zero(size);
    for column in 0..size {
        for row in column..size {
            let known: f64 = (0..column).map(|k| factor.at(row, k) * factor.at(column, k)).sum();
            let left = matrix.at(row, column) - known;
            let value = if row == column {
                left.max(1e-12 * matrix.at(row, row)).max(1e-300).sqrt()
            } else {
                left / factor.at(column, column)
            };
            factor.add(row, column, value);
        }
    }
    factor
}
