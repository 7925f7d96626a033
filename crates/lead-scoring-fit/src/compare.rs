//! Which strategy ranks deals best that it did not see.
//!
//! Each strategy learns without a fold and scores that fold; the AUC is taken fold by fold. The first strategy stands unless
//! another's AUC is higher by more than one standard error of the paired difference (the one-standard-error rule of Breiman et al. 1984, with
//! DeLong's variance, that of the deals with the models as they are); of those, the one with the highest AUC is taken. Up to
//! [`LARGE`](crate::penalty::LARGE) deals every fold is scored; above that one fold is enough, and the others would only cost time.

use crate::fold_auc::{self, Fold};
use crate::penalty::LARGE;
use crate::strategy::{Strategy, Term};
use crate::view::View;
use lead_scoring_lift::FOLDS;
use serde::Serialize;

/// Two-sided p value of a difference of one standard error.
const ONE_STANDARD_ERROR: f64 = 0.317_310_507_862_914_1;

/// One strategy's record on deals it did not see.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StrategyRecord {
    /// The strategy's name.
    pub name: String,
    /// Mean AUC over the folds; `None` where it cannot be measured. It has no interval: how much models vary from history to history, and
    /// that those of the folds share deals, is not to be told from one history.
    pub auc: Option<f64>,
    /// Two-sided p value of the difference from the first strategy; `None` for the first and where nothing differs.
    pub p_value: Option<f64>,
    /// Mean number of terms over the folds.
    pub terms: f64,
    /// Whether it was chosen.
    pub chosen: bool,
}

/// The records of all strategies, and how many deals they are from.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Comparison {
    /// One record a strategy, in the order they were given.
    pub records: Vec<StrategyRecord>,
    /// Deals that were scored by models which did not see them.
    pub deals: usize,
    /// Whether every fold was scored, or one fold of many deals.
    pub every_fold: bool,
}

/// Log odds of the deals set aside in some views.
pub(crate) struct Aside {
    pub(crate) effects: Vec<f64>,
    terms: f64,
}

/// The folds to be scored.
pub(crate) fn folds(deals: usize) -> std::ops::Range<usize> {
    0..if deals <= LARGE { FOLDS } else { 1 }
}

/// Scores every deal that one of the views sets aside; the other deals' effects stay 0.
pub(crate) fn score_aside(strategy: &dyn Strategy, views: &[View<'_>]) -> Aside {
    let deals = views.first().map_or(0, |view| view.analysis().won().len());
    let mut effects = vec![0.0; deals];
    let mut terms = 0.0;
    for view in views {
        let learned = usable(strategy.learn(view), view.options().max_signals);
        terms += learned.len() as f64 / views.len() as f64;
        let log_odds = log_odds(view, &learned);
        let aside = (0..deals).filter(|&row| !view.is_learned(row));
        aside.for_each(|row| effects[row] = log_odds[row]);
    }
    Aside { effects, terms }
}

/// Log odds of winning of every deal by some terms, with the intercept that suits the deals learned from.
pub(crate) fn log_odds(view: &View<'_>, terms: &[Term]) -> Vec<f64> {
    let (mut log_odds, intercept) = sums(view, terms);
    log_odds.iter_mut().for_each(|log_odds| *log_odds += intercept);
    log_odds
}

/// The log odds of a deal that gets nothing from any of the terms.
pub(crate) fn full_intercept(view: &View<'_>, terms: &[Term]) -> f64 {
    sums(view, terms).1
}

/// What the terms give every deal, and the intercept that goes with it.
fn sums(view: &View<'_>, terms: &[Term]) -> (Vec<f64>, f64) {
    let mut sums = vec![0.0; view.analysis().won().len()];
    terms.iter().for_each(|term| term.add_to(view, &mut sums));
    let intercept = intercept(view, &sums);
    (sums, intercept)
}

/// What must be added to the deals' log odds so that as many won deals are expected as there are; by Newton steps.
fn intercept(view: &View<'_>, log_odds: &[f64]) -> f64 {
    let mut intercept = 0.0;
    for _ in 0..30 {
        let (mut slope, mut curvature) = (0.0, 1e-9);
        for (row, x) in log_odds.iter().enumerate().filter(|(row, _)| view.is_learned(*row)) {
            let p = 1.0 / (1.0 + (-(intercept + x)).exp());
            slope += f64::from(u8::from(view.analysis().won()[row])) - p;
            curvature += p * (1.0 - p);
        }
        let step = (slope / curvature).clamp(-2.0, 2.0);
        intercept += step;
        if step.abs() < 1e-9 {
            break;
        }
    }
    intercept
}

/// Terms with a positive weight, at most as many as there may be signals.
pub(crate) fn usable(mut terms: Vec<Term>, most: usize) -> Vec<Term> {
    terms.retain(|term| term.weight.is_finite() && term.weight > 0.0);
    terms.truncate(most);
    terms
}

/// The records of all strategies; the first one's scores are given.
pub(crate) fn compare(
    strategies: &[&dyn Strategy],
    views: &[View<'_>],
    first: &Aside,
) -> (Comparison, Vec<Aside>) {
    let rivals: Vec<Aside> =
        strategies.iter().skip(1).map(|strategy| score_aside(*strategy, views)).collect();
    let folds: Vec<Fold> = views.iter().map(Fold::of).collect();
    let mut records = Vec::new();
    for (strategy, aside) in strategies.iter().zip(std::iter::once(first).chain(&rivals)) {
        let is_first = records.is_empty();
        records.push(StrategyRecord {
            name: strategy.name().to_owned(),
            auc: fold_auc::auc(&aside.effects, &folds),
            p_value: fold_auc::p_value(&aside.effects, &first.effects, &folds).filter(|_| !is_first),
            terms: aside.terms,
            chosen: false,
        });
    }
    let chosen = choose(&records);
    if let Some(record) = records.get_mut(chosen) {
        record.chosen = true;
    }
    let deals = folds.iter().map(Fold::deals).sum();
    let comparison = Comparison { records, deals, every_fold: views.len() == FOLDS };
    (comparison, rivals)
}

/// Position of the strategy that the rule takes.
fn choose(records: &[StrategyRecord]) -> usize {
    let auc = |at: usize| records.get(at).and_then(|record| record.auc).unwrap_or(0.5);
    let better =
        |at: &usize| auc(*at) > auc(0) && records[*at].p_value.is_some_and(|p| p < ONE_STANDARD_ERROR);
    (1..records.len()).filter(better).max_by(|&a, &b| auc(a).total_cmp(&auc(b))).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(auc: f64, p_value: Option<f64>) -> StrategyRecord {
        StrategyRecord { name: String::new(), auc: Some(auc), p_value, terms: 1.0, chosen: false }
    }

    #[test]
    fn the_first_stands_unless_another_is_clearly_better() {
        let first = || record(0.70, None);
        assert_eq!(choose(&[first(), record(0.72, Some(0.4)), record(0.60, Some(1e-6))]), 0);
        assert_eq!(choose(&[first(), record(0.72, Some(1e-4)), record(0.73, Some(1e-4))]), 2);
        assert_eq!(choose(&[first()]), 0);
        assert_eq!(choose(&[]), 0);
    }
}
