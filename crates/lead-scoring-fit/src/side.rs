//! The rows of some folds, copied out of the whole.

use crate::logistic::Rows;
use crate::sigmoid::exp_of_minus_abs;

/// Rows of some folds.
pub(crate) struct Side {
    columns: Vec<Vec<f64>>,
    won: Vec<bool>,
}

impl Side {
    pub(crate) fn of(rows: Rows<'_>, folds: &[u8], wanted: impl Fn(u8) -> bool) -> Self {
        let pick: Vec<usize> =
            folds.iter().enumerate().filter(|(_, fold)| wanted(**fold)).map(|(row, _)| row).collect();
        let columns =
            rows.columns.iter().map(|column| pick.iter().map(|&row| column[row]).collect()).collect();
        Self { columns, won: pick.iter().map(|&row| rows.won[row]).collect() }
    }

    pub(crate) fn columns(&self) -> Vec<&[f64]> {
        self.columns.iter().map(Vec::as_slice).collect()
    }

    pub(crate) fn won(&self) -> &[bool] {
        &self.won
    }

    /// Summed log loss of these rows under a fit.
    pub(crate) fn log_loss(&self, intercept: f64, weights: &[f64]) -> f64 {
        let loss = |(row, &won): (usize, &bool)| {
            let eta = intercept
                + self.columns.iter().zip(weights).map(|(column, weight)| column[row] * weight).sum::<f64>();
            let towards = if won { eta } else { -eta };
            (-towards).max(0.0) + exp_of_minus_abs(towards).ln_1p()
        };
        self.won.iter().enumerate().map(loss).sum()
    }
}
