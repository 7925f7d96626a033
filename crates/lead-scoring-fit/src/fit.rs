//! From an analysis to a scorecard: is there anything to score, which strategy ranks best, and the points.

use crate::compare::{self, Aside, Comparison};
use crate::honest;
use crate::lattice::{self, Limits, Target, search};
use crate::left_out::left_out;
use crate::logistic::Rows;
use crate::strategy::{Builtin, Strategy};
use crate::unused::Unused;
use crate::view::{MOST_FIELDS, View};
use crate::{FitOptions, Result, card, penalty};
use lead_scoring_lift::{Analysis, FOLDS, Pattern};
use lead_scoring_model::{Rule, Scorecard};

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
    /// The strategies' records on deals they did not see; empty where the deals predict nothing, and for one strategy on more than 10,000.
    pub comparison: Comparison,
}

/// Turns measured lift into points by the strategy that ranks best, see [`fit_with`].
///
/// The strategies are those of [`Builtin::ALL`], or the one that [`FitOptions::strategy`] names.
///
/// # Errors
/// [`crate::ErrorKind::Option`] with all that is wrong with the options.
pub fn fit(analysis: &Analysis, options: &FitOptions, rules: Vec<Rule>) -> Result<Fitted> {
    let strategies: Vec<&dyn Strategy> = Builtin::ALL
        .iter()
        .filter(|builtin| options.strategy.is_none_or(|wanted| wanted == **builtin))
        .map(|builtin| builtin as &dyn Strategy)
        .collect();
    fit_with(analysis, options, rules, &strategies)
}

/// Turns measured lift into points by one of several strategies.
///
/// Whether there is a model at all is asked first: some field must be significant at half of `q_level`, or (up to 10,000 deals) scores of the
/// first strategy from models that did not see a deal must rank won above lost deals beyond chance. Otherwise the card has no signals.
/// The first strategy is then taken unless another ranks unseen deals better by more than one standard error.
///
/// # Errors
/// [`crate::ErrorKind::Option`] with all that is wrong with the options, or without any strategy.
pub fn fit_with(
    analysis: &Analysis,
    options: &FitOptions,
    rules: Vec<Rule>,
    strategies: &[&dyn Strategy],
) -> Result<Fitted> {
    options.check()?;
    let Some(first) = strategies.first() else {
        return Err(crate::Error::new(crate::ErrorKind::Option, "there is no strategy to fit with"));
    };
    let pool = pool(analysis, options);
    let columns: Vec<&[f64]> = pool.iter().map(|(_, column)| column.as_slice()).collect();
    let ridge = penalty::choose(Rows { columns: &columns, won: analysis.won() }, analysis.folds());
    let unseen = unseen(analysis, options, ridge, strategies, *first);
    let Some(Unseen { comparison, effects, chosen }) = unseen else {
        return Ok(nothing(analysis, options, rules, ridge));
    };
    let view = View::of_all(analysis, options, &pool, ridge);
    let terms = compare::usable(strategies[chosen].learn(&view), options.max_signals);
    let targets: Vec<Target> = terms.iter().map(|term| card::target(&view, term)).collect();
    let lattice = search(&targets, analysis.won(), Limits { range: options.range, caps: options.caps });
    let (signals, has_points) = card::signals(&view, &terms, &lattice);
    let card = Scorecard::new(lattice.scale, options.caps, signals, rules);
    let honest_scores = if comparison.every_fold {
        honest_scores(&card, &effects, compare::full_intercept(&view, &terms))
    } else {
        let points = lattice::scores(&targets, &lattice.points, analysis.won().len());
        points.into_iter().map(|points| card.start + points).collect()
    };
    let unused = left_out(&view, &terms, &has_points);
    Ok(Fitted { card, unused, honest_scores, ridge, comparison })
}

/// What models say of deals they did not see.
struct Unseen {
    comparison: Comparison,
    /// Log odds by the chosen strategy.
    effects: Vec<f64>,
    chosen: usize,
}

/// Compares the strategies; `None` where the deals predict nothing.
fn unseen(
    analysis: &Analysis,
    options: &FitOptions,
    ridge: f64,
    strategies: &[&dyn Strategy],
    first: &dyn Strategy,
) -> Option<Unseen> {
    let folds = compare::folds(analysis.won().len());
    let every_fold = folds.len() == FOLDS;
    let significant = analysis.patterns.iter().any(|pattern| pattern.is_predictive(options.q_level / 2.0));
    if !significant && !every_fold {
        return None;
    }
    if strategies.len() == 1 && !every_fold {
        // Nothing to compare, and no scores are needed.
        return Some(Unseen { comparison: Comparison::default(), effects: Vec::new(), chosen: 0 });
    }
    let view = |fold| View::without(analysis, options, ridge, fold);
    let views: Vec<View<'_>> = folds.map(view).collect();
    let base = compare::score_aside(first, &views);
    // A quarter of the level: sums of products have longer tails than the normal distribution.
    if !significant && !honest::ranks(&base.effects, analysis.won(), options.q_level / 2.0) {
        return None;
    }
    let (comparison, rivals) = compare::compare(strategies, &views, &base);
    let chosen = comparison.records.iter().position(|record| record.chosen)?;
    let mut all = std::iter::once(base).chain(rivals);
    let Aside { effects, .. } = all.nth(chosen)?;
    Some(Unseen { comparison, effects, chosen })
}

/// The card of deals that predict nothing.
fn nothing(analysis: &Analysis, options: &FitOptions, rules: Vec<Rule>, ridge: f64) -> Fitted {
    let view = View::of_all(analysis, options, &[], ridge);
    Fitted {
        card: Scorecard::new(0.0, options.caps, Vec::new(), rules),
        unused: left_out(&view, &[], &[]),
        honest_scores: vec![0; analysis.won().len()],
        ridge,
        comparison: Comparison::default(),
    }
}

/// Fields that may be candidates, on all deals or without some fold, those with the largest honest gain: their positions among the patterns
/// and their columns.
fn pool(analysis: &Analysis, options: &FitOptions) -> Vec<(usize, Vec<f64>)> {
    let entry_p = options.entry_p_for(analysis.won().len());
    let near = |pattern: &Pattern| {
        pattern.is_promising(entry_p)
            || (0..FOLDS).any(|fold| pattern.p_value_without(fold).is_some_and(|p| p <= entry_p))
    };
    let patterns = analysis.patterns.iter().enumerate().filter(|(_, pattern)| near(pattern));
    patterns
        .take(MOST_FIELDS)
        .map(|(at, pattern)| (at, pattern.cross_fitted_log_odds(analysis.folds())))
        .collect()
}

/// Scores of deals by models that did not see them, on the scale of a card whose start stands for the log odds `intercept`.
fn honest_scores(card: &Scorecard, log_odds: &[f64], intercept: f64) -> Vec<i32> {
    let (low, high) = card.range();
    log_odds
        .iter()
        .map(|log_odds| (card.start + (card.scale * (log_odds - intercept)).round() as i32).clamp(low, high))
        .collect()
}
