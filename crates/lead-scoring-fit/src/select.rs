//! Which fields become signals: all that help beside the others, up to the limit.

use crate::logistic::{Fit, Prior, Rows, fit, without};

/// Rise of minus log likelihood that a signal must be worth beside all others. Far below what a test would ask, because the columns are
/// cross-fitted and the weights bounded: a useless column seldom gets a weight at all, and many weak ones rank better than a few strong.
const LEAST_RISE: f64 = 0.05;

/// The weight of every column, 0 for those left out, and the intercept.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    pub(crate) intercept: f64,
    pub(crate) weights: Vec<f64>,
}

/// Fits all columns jointly and takes out the least useful until each one left is worth its place, that is the column's `least` rise and
/// never less than [`LEAST_RISE`], and there are at most `most`.
pub(crate) fn select(rows: Rows<'_>, prior: Prior, most: usize, least: &[f64]) -> Selection {
    let all = fit(rows, prior, &[]);
    let kept = eliminate(&all, most, least);
    let chosen: Vec<usize> = (0..kept.len()).filter(|&j| kept[j]).collect();
    let columns: Vec<&[f64]> = chosen.iter().map(|&j| rows.columns[j]).collect();
    let start: Vec<f64> =
        std::iter::once(all.intercept).chain(chosen.iter().map(|&j| all.weights[j])).collect();
    let refitted = fit(Rows { columns: &columns, won: rows.won }, prior, &start);
    let mut weights = vec![0.0; kept.len()];
    for (&j, &weight) in chosen.iter().zip(&refitted.weights) {
        weights[j] = weight;
    }
    Selection { intercept: refitted.intercept, weights }
}

fn eliminate(all: &Fit, most: usize, least: &[f64]) -> Vec<bool> {
    let mut kept: Vec<bool> = all.weights.iter().map(|weight| *weight > 0.0).collect();
    loop {
        let (weights, rises) = without(all, &kept);
        // Columns whose weight fell to its bound carry nothing.
        let idle = (0..kept.len()).filter(|&j| kept[j] && weights[j] <= 0.0);
        let idle: Vec<usize> = idle.collect();
        if !idle.is_empty() {
            idle.into_iter().for_each(|j| kept[j] = false);
            continue;
        }
        let left = (0..kept.len()).filter(|&j| kept[j]);
        let spare = |j: usize| rises[j] - least[j].max(LEAST_RISE);
        let Some(weakest) = left.min_by(|&a, &b| spare(a).total_cmp(&spare(b))) else { return kept };
        let count = kept.iter().filter(|kept| **kept).count();
        if spare(weakest) >= 0.0 && count <= most {
            return kept;
        }
        kept[weakest] = false;
    }
}
