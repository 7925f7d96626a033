//! The joint scorecard with combinations of two fields as further signals.
//!
//! The joint scorecard says what the single fields let expect of each deal. Every pair of its signals is tested against that. The clearest
//! one becomes a column of its own, which holds what the pair adds, and the other pairs are tested again, now beside the one found, so that
//! two pairs that say the same are not paid twice. In the end all columns are weighed jointly once more.

use super::Term;
use crate::View;
use crate::logistic::{Prior, fit};
use crate::select::{Selection, select};
use crate::sigmoid::logistic;
use lead_scoring_lift::{PairPattern, all_pairs, measure_pair, screen_pairs};

/// Most combinations.
const MOST_PAIRS: usize = 6;
/// Most pairs that are tested again after the first.
const MOST_TRIED: usize = 10;
/// Largest p value, times the number of all pairs, of a combination that is tried.
const LEVEL: f64 = 0.05;
/// Rise of minus log likelihood that a combination must be worth: half the 95th percentile of chi-square with one degree of freedom. Its
/// column holds what other folds found in the pair; that the pair was chosen by all deals is paid for by [`LEVEL`].
const LEAST_RISE: f64 = 1.92;

pub(super) fn learn(view: &View<'_>) -> Vec<Term> {
    let mut found = Found::singles(view);
    let fields: Vec<usize> = found.singles.iter().map(|&at| view.fields()[at]).collect();
    let all = all_pairs(&fields);
    let mut tried = found.promising(view, &all, all.len());
    tried.truncate(MOST_TRIED);
    while let Some(&(first, second)) = tried.first().filter(|_| found.pairs.len() < MOST_PAIRS) {
        let expected = found.expected(view);
        if let Some(pair) = measure_pair(view.analysis(), (first, second), &expected, view.aside()) {
            found.try_pair(view, pair);
        }
        let others: Vec<(usize, usize)> = tried[1..].to_vec();
        tried = found.promising(view, &others, all.len());
    }
    if !found.pairs.is_empty() {
        found = found.selected(view);
    }
    found.into_terms()
}

/// The joint scorecard's fields, the pairs found so far, and the weights of both.
struct Found {
    /// Positions in the view.
    singles: Vec<usize>,
    pairs: Vec<PairPattern>,
    selection: Selection,
    /// What weights are drawn to in the end: the common weight of the single fields.
    prior: Prior,
}

impl Found {
    fn singles(view: &View<'_>) -> Self {
        let joint = view.joint();
        let singles: Vec<usize> = (0..joint.weights.len()).filter(|&at| joint.weights[at] > 0.0).collect();
        let weights = singles.iter().map(|&at| joint.weights[at]).collect();
        let columns: Vec<&[f64]> = singles.iter().map(|&at| view.column(at)).collect();
        let prior = view.with_learned(&columns, |rows| view.prior(rows));
        Self {
            singles,
            pairs: Vec::new(),
            selection: Selection { intercept: joint.intercept, weights },
            prior,
        }
    }

    /// The pairs that depart from what is found so far, the clearest first; `all` is how many pairs there are.
    fn promising(&self, view: &View<'_>, pairs: &[(usize, usize)], all: usize) -> Vec<(usize, usize)> {
        let screened = screen_pairs(view.analysis(), pairs, &self.expected(view), view.aside());
        let clear = screened.into_iter().take_while(|pair| pair.p_value * all as f64 <= LEVEL);
        clear.map(|pair| (pair.first, pair.second)).collect()
    }

    fn columns<'a>(&'a self, view: &'a View<'_>) -> Vec<&'a [f64]> {
        let singles = self.singles.iter().map(|&at| view.column(at));
        singles.chain(self.pairs.iter().map(|pair| pair.column.as_slice())).collect()
    }

    /// Weighs a further pair beside the sum of all that was found; it stays where it gets any weight.
    fn try_pair(&mut self, view: &View<'_>, pair: PairPattern) {
        if pair.bins.iter().all(|bin| bin.log_odds == 0.0) {
            return;
        }
        let sum = self.log_odds(view);
        let columns = [sum.as_slice(), &pair.column];
        let prior = Prior { ridge: 1.0, centre: 1.0 };
        let fitted = view.with_learned(&columns, |rows| fit(rows, prior, &[0.0, 1.0, 1.0]));
        let (of_sum, of_pair) = (fitted.weights[0], fitted.weights[1]);
        if of_pair > 0.0 {
            self.selection.intercept = fitted.intercept + of_sum * self.selection.intercept;
            self.selection.weights.iter_mut().for_each(|weight| *weight *= of_sum);
            self.selection.weights.push(of_pair);
            self.pairs.push(pair);
        }
    }

    /// Takes out what is not worth its place beside the others.
    fn selected(mut self, view: &View<'_>) -> Self {
        let columns = self.columns(view);
        let mut least = vec![0.0; self.singles.len()];
        least.resize(columns.len(), LEAST_RISE);
        self.selection =
            view.with_learned(&columns, |rows| select(rows, self.prior, view.options().max_signals, &least));
        self
    }

    /// Each deal's log odds by what was found so far.
    fn log_odds(&self, view: &View<'_>) -> Vec<f64> {
        let mut sum = vec![self.selection.intercept; view.analysis().won().len()];
        for (column, weight) in self.columns(view).into_iter().zip(&self.selection.weights) {
            sum.iter_mut().zip(column).for_each(|(sum, x)| *sum += weight * x);
        }
        sum
    }

    /// Each deal's win probability by what was found so far.
    fn expected(&self, view: &View<'_>) -> Vec<f64> {
        let mut expected = self.log_odds(view);
        expected.iter_mut().for_each(|x| *x = logistic(*x));
        expected
    }

    fn into_terms(self) -> Vec<Term> {
        let (of_singles, of_pairs) = self.selection.weights.split_at(self.singles.len());
        let singles = self.singles.iter().zip(of_singles).map(|(&at, &weight)| Term::field(at, weight));
        let pairs = self.pairs.iter().cloned().zip(of_pairs).map(|(pair, &weight)| Term::pair(pair, weight));
        singles.chain(pairs).filter(|term| term.weight > 0.0).collect()
    }
}
