//! Scores for training deals from models that did not see them.
//!
//! For each fold everything is done again on the other folds: which fields are tried, their bins, which become signals and with what
//! weight. Tiers and probabilities are calibrated on these scores, and whether there is a model at all is decided by them, because
//! scores of a model on its own training deals flatter it, the more so the fewer deals there are.

use crate::FitOptions;
use crate::logistic::{Prior, Rows};
use crate::penalty;
use crate::select::select;
use crate::side::Side;
use lead_scoring_lift::{Analysis, FOLDS, Pattern};
use lead_scoring_metrics::ScoreCounts;

/// Candidate patterns with their cross-fitted columns.
pub(crate) struct Pool<'a> {
    pub(crate) patterns: Vec<&'a Pattern>,
    pub(crate) columns: Vec<Vec<f64>>,
}

impl Pool<'_> {
    pub(crate) fn borrowed(&self) -> Vec<&[f64]> {
        self.columns.iter().map(Vec::as_slice).collect()
    }
}

/// Log odds of each deal relative to the base rate, from a model that was built without the deal's fold.
pub(crate) fn effects(analysis: &Analysis, pool: &Pool<'_>, prior: Prior, options: &FitOptions) -> Vec<f64> {
    let mut effects = vec![0.0; analysis.won().len()];
    for fold in 0..FOLDS {
        let weights = weights_without(analysis, pool, fold, prior, options);
        let own = |row: &usize| usize::from(analysis.folds()[*row]) == fold;
        for row in (0..effects.len()).filter(own) {
            effects[row] =
                pool.columns.iter().zip(&weights).map(|(column, weight)| column[row] * weight).sum();
        }
    }
    effects
}

fn weights_without(
    analysis: &Analysis,
    pool: &Pool<'_>,
    fold: usize,
    prior: Prior,
    options: &FitOptions,
) -> Vec<f64> {
    let entry_p = options.entry_p_for(analysis.won().len());
    let promising = |pattern: &Pattern| pattern.p_value_without(fold).is_some_and(|p| p <= entry_p);
    let chosen: Vec<usize> = (0..pool.patterns.len()).filter(|&at| promising(pool.patterns[at])).collect();
    let columns: Vec<Vec<f64>> =
        chosen.iter().map(|&at| pool.patterns[at].log_odds_without(analysis.folds(), fold)).collect();
    let borrowed: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let others = Side::of(Rows { columns: &borrowed, won: analysis.won() }, analysis.folds(), |f| {
        usize::from(f) != fold
    });
    let others_columns = others.columns();
    let rows = Rows { columns: &others_columns, won: others.won() };
    let found = select(rows, Prior { centre: penalty::common_weight(rows), ..prior }, options.max_signals);
    let mut weights = vec![0.0; pool.patterns.len()];
    chosen.into_iter().zip(found).for_each(|(at, weight)| weights[at] = weight);
    weights
}

/// Whether honest effects rank won deals above lost ones beyond chance: the 98 % interval of their AUC lies above one half.
///
/// One chance in a hundred; beside it the fields' own test has half of `q_level`, and both together stay below `q_level`.
pub(crate) fn ranks(effects: &[f64], won: &[bool]) -> bool {
    let interval = ScoreCounts::from_scores(effects, won)
        .and_then(|counts| counts.delong(0.98))
        .ok()
        .and_then(|auc| auc.interval);
    interval.is_some_and(|interval| interval.lower > 0.5)
}
