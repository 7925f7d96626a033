//! Which fields become signals: all that help beside the others, up to the limit.

use crate::logistic::{Fit, Prior, Rows, fit, without};

/// Rise of minus log likelihood that a signal must be worth beside all others. Far below what a test would ask, because the columns are
/// cross-fitted and the weights bounded: a useless column seldom gets a weight at all, and many weak ones rank better than a few strong.
const LEAST_RISE: f64 = 0.05;

/// Fits all columns jointly and takes out the least useful until each one left is worth its place and there are at most `most`.
///
/// Returns the weight of every column, 0 for those left out.
pub(crate) fn select(rows: Rows<'_>, prior: Prior, most: usize) -> Vec<f64> {
    let all = fit(rows, prior, &[]);
    let kept = eliminate(&all, most);
    let chosen: Vec<usize> = (0..kept.len()).filter(|&j| kept[j]).collect();
    let columns: Vec<&[f64]> = chosen.iter().map(|&j| rows.columns[j]).collect();
    let start: Vec<f64> =
        std::iter::once(all.intercept).chain(chosen.iter().map(|&j| all.weights[j])).collect();
    let refitted = fit(Rows { columns: &columns, won: rows.won }, prior, &start);
    let mut weights = vec![0.0; kept.len()];
    for (&j, &weight) in chosen.iter().zip(&refitted.weights) {
        weights[j] = weight;
    }
    weights
}

fn eliminate(all: &Fit, most: usize) -> Vec<bool> {
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
        let Some(weakest) = left.min_by(|&a, &b| rises[a].total_cmp(&rises[b])) else { return kept };
        let count = kept.iter().filter(|kept| **kept).count();
        if rises[weakest] >= LEAST_RISE && count <= most {
            return kept;
        }
        kept[weakest] = false;
    }
}
