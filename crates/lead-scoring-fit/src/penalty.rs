//! How strongly weights are drawn to zero: the ridge penalty with the smallest cross-validated log loss.

use crate::logistic::{Rows, fit};
use lead_scoring_lift::FOLDS;

/// The penalties tried. With weights between 0 and 1, a penalty of 1 is a prior as vague as the weights themselves.
const PENALTIES: [f64; 5] = [1.0, 3.0, 10.0, 30.0, 100.0];
/// The penalty used where it cannot matter.
const VAGUE: f64 = 1.0;
/// Deals above which the penalty is far below the data's own weight, so that choosing it would be wasted work.
const LARGE: usize = 10_000;

/// The penalty for these columns; each row is predicted by a fit that left its fold out.
pub(crate) fn choose(rows: Rows<'_>, folds: &[u8]) -> f64 {
    if rows.won.len() > LARGE || rows.columns.is_empty() {
        return VAGUE;
    }
    let sides: Vec<(Side, Side)> = (0..FOLDS as u8).map(|fold| (Side::of(rows, folds, |f| f != fold), Side::of(rows, folds, |f| f == fold))).collect();
    let mut best = (f64::INFINITY, VAGUE);
    let mut starts: Vec<Vec<f64>> = vec![Vec::new(); sides.len()];
    for penalty in PENALTIES {
        let mut loss = 0.0;
        for ((train, test), start) in sides.iter().zip(&mut starts) {
            let columns = train.columns();
            let fit = fit(Rows { columns: &columns, won: &train.won }, penalty, start);
            loss += test.log_loss(fit.intercept, &fit.weights);
            *start = std::iter::once(fit.intercept).chain(fit.weights).collect();
        }
        // A stronger penalty must earn its place; among equals the weaker one keeps more of the measured lift.
        if loss < best.0 - 1e-6 {
            best = (loss, penalty);
        }
    }
    best.1
}

/// The rows of some folds, copied.
struct Side {
    columns: Vec<Vec<f64>>,
    won: Vec<bool>,
}

impl Side {
    fn of(rows: Rows<'_>, folds: &[u8], wanted: impl Fn(u8) -> bool) -> Self {
        let pick: Vec<usize> = folds.iter().enumerate().filter(|(_, fold)| wanted(**fold)).map(|(row, _)| row).collect();
        let columns = rows.columns.iter().map(|column| pick.iter().map(|&row| column[row]).collect()).collect();
        Self { columns, won: pick.iter().map(|&row| rows.won[row]).collect() }
    }

    fn columns(&self) -> Vec<&[f64]> {
        self.columns.iter().map(Vec::as_slice).collect()
    }

    fn log_loss(&self, intercept: f64, weights: &[f64]) -> f64 {
        let loss = |(row, &won): (usize, &bool)| {
            let eta = intercept + self.columns.iter().zip(weights).map(|(column, weight)| column[row] * weight).sum::<f64>();
            let towards = if won { eta } else { -eta };
            (-towards).max(0.0) + (-towards.abs()).exp().ln_1p()
        };
        self.won.iter().enumerate().map(loss).sum()
    }
}
