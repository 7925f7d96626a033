//! The joint scorecard: points in proportion to the lift that no other signal carries.

use crate::dense::{Square, weighted_gram};
use crate::honest::{self, Pool};
use crate::lattice::{self, Limits, Target, search};
use crate::logistic::{Prior, Rows};
use crate::select::select;
use crate::unused::{Reason, Unused};
use crate::{FitOptions, Result, penalty};
use lead_scoring_lift::{Analysis, BinPattern, FOLDS, Pattern};
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
    /// For each training deal the score that tiers and probabilities are calibrated on: up to 10,000 deals from a model learned on the
    /// other folds, above that from the card itself.
    pub honest_scores: Vec<i32>,
    /// The ridge penalty that cross-validation chose.
    pub ridge: f64,
}

/// Turns measured lift into points.
///
/// Whether there is a model at all is asked first: some field must be significant at half of `q_level`, or (up to 10,000 deals) scores
/// from models that did not see a deal must rank won above lost deals beyond chance. Otherwise the card has no signals.
///
/// # Errors
/// [`crate::ErrorKind::Option`] with all that is wrong with the options.
pub fn fit(analysis: &Analysis, options: &FitOptions, rules: Vec<Rule>) -> Result<Fitted> {
    options.check()?;
    let pool = pool(analysis, options);
    let borrowed = pool.borrowed();
    let prior = penalty::choose(Rows { columns: &borrowed, won: analysis.won() }, analysis.folds());
    let small = analysis.won().len() <= penalty::LARGE;
    let honest = if small { Some(honest::effects(analysis, &pool, prior, options)) } else { None };
    let significant = analysis.patterns.iter().any(|pattern| pattern.is_predictive(options.q_level / 2.0));
    let predicts =
        significant || honest.as_ref().is_some_and(|effects| honest::ranks(effects, analysis.won()));

    let mut unused = Vec::new();
    let entry_p = if predicts { options.entry_p_for(analysis.won().len()) } else { 0.0 };
    let candidates = candidates(analysis, &pool, entry_p, &mut unused);
    let columns: Vec<&[f64]> = candidates.iter().map(|&at| borrowed[at]).collect();
    let patterns: Vec<&Pattern> = candidates.iter().map(|&at| pool.patterns[at]).collect();
    let rows = Rows { columns: &columns, won: analysis.won() };
    let weights = select(rows, Prior { centre: penalty::common_weight(rows), ..prior }, options.max_signals);
    explain_left_out(&patterns, &columns, &weights, &mut unused);

    let chosen: Vec<usize> = (0..weights.len()).filter(|&at| weights[at] > 0.0).collect();
    let targets: Vec<Target> = chosen.iter().map(|&at| target(patterns[at], weights[at])).collect();
    let lattice = search(&targets, analysis.won(), Limits { range: options.range, caps: options.caps });
    let mut signals: Vec<Signal> = Vec::new();
    for (&at, points) in chosen.iter().zip(&lattice.points) {
        if points.iter().all(|points| *points == 0) {
            unused.push(Unused { name: patterns[at].name.clone(), reason: Reason::RoundsToZero });
        } else {
            signals.push(signal(patterns[at], weights[at], points));
        }
    }
    signals.sort_by_key(|signal| std::cmp::Reverse(signal.highest() - signal.lowest()));
    let card = Scorecard::new(lattice.scale, options.caps, signals, rules);
    let honest_scores = match honest {
        Some(effects) => honest_scores(&card, &effects),
        None => {
            let points = lattice::scores(&targets, &lattice.points, analysis.won().len());
            points.into_iter().map(|points| card.start + points).collect()
        }
    };
    Ok(Fitted { card, unused, honest_scores, ridge: prior.ridge })
}

/// Patterns that may be candidates, on all deals or without some fold, with their columns.
fn pool<'a>(analysis: &'a Analysis, options: &FitOptions) -> Pool<'a> {
    let entry_p = options.entry_p_for(analysis.won().len());
    let near = |pattern: &&Pattern| {
        pattern.is_promising(entry_p)
            || (0..FOLDS).any(|fold| pattern.p_value_without(fold).is_some_and(|p| p <= entry_p))
    };
    let patterns: Vec<&Pattern> = analysis.patterns.iter().filter(near).take(MOST_CANDIDATES).collect();
    let columns = patterns.iter().map(|pattern| pattern.cross_fitted_log_odds(analysis.folds())).collect();
    Pool { patterns, columns }
}

/// Positions in the pool of the fields to be tried; all others are put down as unused.
fn candidates(analysis: &Analysis, pool: &Pool<'_>, entry_p: f64, unused: &mut Vec<Unused>) -> Vec<usize> {
    let candidates: Vec<usize> =
        (0..pool.patterns.len()).filter(|&at| pool.patterns[at].is_promising(entry_p)).collect();
    let chosen = |pattern: &Pattern| candidates.iter().any(|&at| pool.patterns[at].name == pattern.name);
    for pattern in analysis.patterns.iter().filter(|pattern| !chosen(pattern)) {
        let reason = if pattern.is_promising(entry_p) {
            Reason::TooWeak
        } else {
            Reason::NotSignificant { p_value: pattern.p_value }
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
        let nearest =
            signals.map(|other| (correlation(&gram, at, other), other)).max_by(|a, b| a.0.total_cmp(&b.0));
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
        let mut bin =
            Bin::new(&pattern.label, pattern.counts.won, pattern.counts.lost, pattern.lift, pattern.log_odds);
        bin.points = *points;
        bin
    };
    let bins = pattern.bins.iter().zip(points).map(bin).collect();
    Signal::new(
        pattern.name.clone(),
        pattern.field.clone(),
        pattern.kind,
        pattern.dimension,
        pattern.binning.clone(),
        weight,
        bins,
    )
}

fn honest_scores(card: &Scorecard, effects: &[f64]) -> Vec<i32> {
    let (low, high) = card.range();
    effects
        .iter()
        .map(|effect| (card.start + (card.scale * effect).round() as i32).clamp(low, high))
        .collect()
}
