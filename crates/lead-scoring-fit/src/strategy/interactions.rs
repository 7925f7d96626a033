//! The joint scorecard with combinations of two fields as further signals.
//!
//! The joint scorecard says what the single fields let expect of each deal. Every pair of its signals is tested against that; the clearest
//! ones become columns of their own, which hold what the pair adds, and all columns are weighed jointly once more.

use super::Term;
use crate::View;
use crate::select::select;
use lead_scoring_lift::{PairPattern, measure_pair, screen_pairs};

/// Most combinations that are tried.
const MOST_PAIRS: usize = 10;
/// Largest p value, times the number of pairs, of a combination that is tried.
const LEVEL: f64 = 0.05;
/// Rise of minus log likelihood that a combination must be worth: half the 95th percentile of chi-square with one degree of freedom. Its
/// column is cross-fitted, so that chance has no part in the rise.
const LEAST_RISE: f64 = 1.92;

pub(super) fn learn(view: &View<'_>) -> Vec<Term> {
    let chosen: Vec<usize> = (0..view.fields().len()).filter(|&at| view.joint().weights[at] > 0.0).collect();
    let pairs = pairs(view, &chosen);
    if pairs.is_empty() {
        return super::joint::learn(view);
    }
    let singles = chosen.iter().map(|&at| view.column(at));
    let columns: Vec<&[f64]> = singles.chain(pairs.iter().map(|pair| pair.column.as_slice())).collect();
    let mut least = vec![0.0; chosen.len()];
    least.resize(columns.len(), LEAST_RISE);
    let weights = view
        .with_learned(&columns, |rows| select(rows, view.prior(rows), view.options().max_signals, &least))
        .weights;
    let (of_singles, of_pairs) = weights.split_at(chosen.len());
    let singles = chosen.into_iter().zip(of_singles).map(|(at, &weight)| Term::field(at, weight));
    let pairs = pairs.into_iter().zip(of_pairs).map(|(pair, &weight)| Term::pair(pair, weight));
    singles.chain(pairs).filter(|term| term.weight > 0.0).collect()
}

/// The clearest combinations of the chosen fields.
fn pairs(view: &View<'_>, chosen: &[usize]) -> Vec<PairPattern> {
    let expected = expected(view, chosen);
    let among: Vec<usize> = chosen.iter().map(|&at| view.fields()[at]).collect();
    let screened = screen_pairs(view.analysis(), &among, &expected, view.aside());
    screened
        .into_iter()
        .take_while(|pair| pair.corrected <= LEVEL)
        .take(MOST_PAIRS)
        .filter_map(|pair| measure_pair(view.analysis(), (pair.first, pair.second), &expected, view.aside()))
        .filter(|pair| pair.bins.iter().any(|bin| bin.log_odds != 0.0))
        .collect()
}

/// Each deal's win probability by the joint scorecard.
fn expected(view: &View<'_>, chosen: &[usize]) -> Vec<f64> {
    let joint = view.joint();
    let mut eta = vec![joint.intercept; view.analysis().won().len()];
    for &at in chosen {
        eta.iter_mut().zip(view.column(at)).for_each(|(eta, x)| *eta += joint.weights[at] * x);
    }
    eta.iter_mut().for_each(|eta| *eta = 1.0 / (1.0 + (-*eta).exp()));
    eta
}
