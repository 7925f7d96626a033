//! What weights are drawn to and how strongly.
//!
//! Weights are drawn to one common weight, the slope of the sum of all columns: with few deals the best guess is that each field's lift
//! counts alike (a naive Bayes score with one overall discount), and only evidence moves fields apart. How strongly is chosen by
//! cross-validated log loss.

use crate::logistic::{Prior, Rows, fit};
use crate::side::Side;
use lead_scoring_lift::FOLDS;

/// The penalties tried, from hardly any to one common weight.
const PENALTIES: [f64; 6] = [1.0, 3.0, 10.0, 30.0, 100.0, 1000.0];
/// The penalty used where it cannot matter.
const VAGUE: f64 = 1.0;

/// Deals above which a model's own deals hardly flatter it: with at most 30 weights on more deals than this, fitting them again
/// without each fold, and choosing a penalty, changes less than chance does.
pub(crate) const LARGE: usize = 10_000;

/// How strongly these columns' weights are drawn to their common weight; each row is predicted by a fit that left its fold out.
pub(crate) fn choose(rows: Rows<'_>, folds: &[u8]) -> f64 {
    if rows.won.len() > LARGE || rows.columns.is_empty() {
        return VAGUE;
    }
    let sides: Vec<(Side, Side)> = (0..FOLDS as u8)
        .map(|fold| (Side::of(rows, folds, |f| f != fold), Side::of(rows, folds, |f| f == fold)))
        .collect();
    let mut best = (f64::INFINITY, VAGUE);
    let mut starts: Vec<Vec<f64>> = vec![Vec::new(); sides.len()];
    for ridge in PENALTIES {
        let mut loss = 0.0;
        for ((train, test), start) in sides.iter().zip(&mut starts) {
            let columns = train.columns();
            let rows = Rows { columns: &columns, won: train.won() };
            let fit = fit(rows, Prior { ridge, centre: common_weight(rows) }, start);
            loss += test.log_loss(fit.intercept, &fit.weights);
            *start = std::iter::once(fit.intercept).chain(fit.weights).collect();
        }
        if loss < best.0 {
            best = (loss, ridge);
        }
    }
    best.1
}

/// The weight that all columns would share, at least 0.
pub(crate) fn common_weight(rows: Rows<'_>) -> f64 {
    let mut sum = vec![0.0; rows.won.len()];
    for column in rows.columns {
        sum.iter_mut().zip(*column).for_each(|(sum, x)| *sum += x);
    }
    let column: [&[f64]; 1] = [&sum];
    fit(Rows { columns: &column, won: rows.won }, Prior { ridge: VAGUE, centre: 0.0 }, &[]).weights[0]
}
