//! The joint scorecard: points in proportion to the lift that no other signal carries.

use crate::dense::{Square, weighted_gram};
use crate::lattice::{Lattice, Limits, Target, search};
use crate::logistic::Rows;
use crate::select::select;
use crate::unused::{Reason, Unused};
use crate::{FitOptions, Result, penalty};
use lead_scoring_lift::{Analysis, BinPattern, Pattern};
use lead_scoring_model::{Bin, Rule, Scorecard, Signal};

/// Most fields that are fitted jointly; more candidates than that are cut to those with the largest honest gain.
const MOST_CANDIDATES: usize = 60;
/// Correlation from which a field without points is called a duplicate of a signal.
const DUPLICATE: f64 = 0.5;

/// A fitted scorecard and what became of the other fields.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Fitted {
    /// The points.
    pub card: Scorecard,
    /// Fields without points, with the reason.
    pub unused: Vec<Unused>,
    /// For each training deal the score it gets from bins that were learned on the other folds; what tiers and probabilities are
    /// calibrated on.
    pub honest_scores: Vec<i32>,
    /// The ridge penalty that cross-validation chose.
    pub ridge: f64,
}

/// Turns measured lift into points.
///
/// # Errors
/// [`crate::ErrorKind::Option`] with all that is wrong with the options.
pub fn fit(analysis: &Analysis, options: &FitOptions, rules: Vec<Rule>) -> Result<Fitted> {
    options.check()?;
    let mut unused = Vec::new();
    let candidates = candidates(analysis, options, &mut unused);
    let columns: Vec<Vec<f64>> = candidates.iter().map(|pattern| pattern.cross_fitted_log_odds(analysis.folds())).collect();
    let borrowed: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let rows = Rows { columns: &borrowed, won: analysis.won() };
    let ridge = penalty::choose(rows, analysis.folds());
    let weights = select(rows, ridge, options.max_signals).weights;
    explain_left_out(&candidates, &borrowed, &weights, &mut unused);

    let chosen: Vec<usize> = (0..weights.len()).filter(|&at| weights[at] > 0.0).collect();
    let targets: Vec<Target> = chosen.iter().map(|&at| target(candidates[at], weights[at])).collect();
    let lattice = search(&targets, analysis.won(), Limits { range: options.range, caps: options.caps });
    let mut signals: Vec<(usize, Signal)> = Vec::new();
    for ((&at, points), pattern) in chosen.iter().zip(&lattice.points).zip(chosen.iter().map(|&at| candidates[at])) {
        if points.iter().all(|points| *points == 0) {
            unused.push(Unused { name: pattern.name.clone(), reason: Reason::RoundsToZero });
        } else {
            signals.push((at, signal(pattern, weights[at], points)));
        }
    }
    signals.sort_by_key(|(_, signal)| std::cmp::Reverse(signal.highest() - signal.lowest()));
    let order: Vec<usize> = signals.iter().map(|(at, _)| *at).collect();
    let card = Scorecard::new(lattice.scale, options.caps, signals.into_iter().map(|(_, signal)| signal).collect(), rules);
    let honest_scores = honest_scores(&card, &lattice, &order, &columns, &weights, analysis.won().len());
    Ok(Fitted { card, unused, honest_scores, ridge })
}

fn candidates<'a>(analysis: &'a Analysis, options: &FitOptions, unused: &mut Vec<Unused>) -> Vec<&'a Pattern> {
    let mut candidates = Vec::new();
    for pattern in &analysis.patterns {
        let significant = pattern.q_value.is_some_and(|q| q <= options.q_level);
        let reason = if !significant {
            Reason::NotSignificant { q_value: pattern.q_value }
        } else if !pattern.is_predictive(options.q_level) {
            Reason::NoHonestGain
        } else if candidates.len() == MOST_CANDIDATES {
            Reason::TooWeak
        } else {
            candidates.push(pattern);
            continue;
        };
        unused.push(Unused { name: pattern.name.clone(), reason });
    }
    candidates
}

/// Names what each left-out candidate duplicates, by the correlation of their cross-fitted log odds.
fn explain_left_out(candidates: &[&Pattern], columns: &[&[f64]], weights: &[f64], unused: &mut Vec<Unused>) {
    if weights.iter().all(|weight| *weight > 0.0) {
        return;
    }
    let rows = columns.first().map_or(0, |column| column.len());
    let gram = weighted_gram(columns, &vec![1.0; rows]);
    for (at, pattern) in candidates.iter().enumerate().filter(|(at, _)| weights[*at] <= 0.0) {
        let signals = (0..weights.len()).filter(|&other| weights[other] > 0.0);
        let nearest = signals.map(|other| (correlation(&gram, at, other), other)).max_by(|a, b| a.0.total_cmp(&b.0));
        let reason = match nearest {
            Some((correlation, other)) if correlation >= DUPLICATE => {
                Reason::Redundant { duplicates: candidates[other].name.clone(), correlation }
            }
            _ => Reason::TooWeak,
        };
        unused.push(Unused { name: pattern.name.clone(), reason });
    }
}

fn correlation(gram: &Square, a: usize, b: usize) -> f64 {
    let (a, b, rows) = (a + 1, b + 1, gram.at(0, 0));
    let covariance = |x: usize, y: usize| gram.at(x, y) - gram.at(0, x) * gram.at(0, y) / rows;
    let spread = (covariance(a, a) * covariance(b, b)).sqrt();
    if spread > 0.0 { (covariance(a, b) / spread).clamp(-1.0, 1.0) } else { 0.0 }
}

fn target(pattern: &Pattern, weight: f64) -> Target {
    let effects = pattern.bins.iter().map(|bin| weight * bin.log_odds).collect();
    Target { dimension: pattern.dimension, effects, codes: pattern.bin_codes() }
}

fn signal(pattern: &Pattern, weight: f64, points: &[i32]) -> Signal {
    let bin = |(pattern, points): (&BinPattern, &i32)| {
        let mut bin = Bin::new(&pattern.label, pattern.counts.won, pattern.counts.lost, pattern.lift, pattern.log_odds);
        bin.points = *points;
        bin
    };
    let bins = pattern.bins.iter().zip(points).map(bin).collect();
    Signal::new(pattern.name.clone(), pattern.field.clone(), pattern.kind, pattern.dimension, pattern.binning.clone(), weight, bins)
}

fn honest_scores(card: &Scorecard, lattice: &Lattice, order: &[usize], columns: &[Vec<f64>], weights: &[f64], rows: usize) -> Vec<i32> {
    let mut scores = vec![card.start; rows];
    for (signal, &at) in card.signals.iter().zip(order) {
        let (low, high) = (signal.lowest(), signal.highest());
        for (score, log_odds) in scores.iter_mut().zip(&columns[at]) {
            *score += ((lattice.scale * weights[at] * log_odds).round() as i32).clamp(low, high);
        }
    }
    scores
}
