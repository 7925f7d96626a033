//! How strongly weights are drawn to zero: the ridge penalty with the smallest cross-validated log loss.

use crate::logistic::{Rows, fit};
use crate::side::Side;
use lead_scoring_lift::FOLDS;

/// The penalties tried. With weights between 0 and 1, a penalty of 1 is a prior as vague as the weights themselves.
const PENALTIES: [f64; 5] = [1.0, 3.0, 10.0, 30.0, 100.0];
/// The penalty used where it cannot matter.
const VAGUE: f64 = 1.0;

/// The penalty for these columns; each row is predicted by a fit that left its fold out.
pub(crate) fn choose(rows: Rows<'_>, folds: &[u8]) -> f64 {
    if rows.won.len() > crate::fit::LARGE || rows.columns.is_empty() {
        return VAGUE;
    }
    let sides: Vec<(Side, Side)> = (0..FOLDS as u8)
        .map(|fold| (Side::of(rows, folds, |f| f != fold), Side::of(rows, folds, |f| f == fold)))
        .collect();
    let mut best = (f64::INFINITY, VAGUE);
    let mut starts: Vec<Vec<f64>> = vec![Vec::new(); sides.len()];
    for penalty in PENALTIES {
        let mut loss = 0.0;
        for ((train, test), start) in sides.iter().zip(&mut starts) {
            let columns = train.columns();
            let fit = fit(Rows { columns: &columns, won: train.won() }, penalty, start);
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
