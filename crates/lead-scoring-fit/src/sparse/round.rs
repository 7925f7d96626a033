//! From real weights to integer points: plain rounding at many scales, each with the curve that fits it best.

use super::beam::Support;
use super::curve::Curve;
use super::moves::improve;
use super::problem::{Card, Problem};

/// Scales tried for a support.
const SCALES: i32 = 20;
/// Roundings of a support that are improved.
const IMPROVED: usize = 2;

/// The best cards on a support's columns, as points of all columns of the problem.
pub(super) fn cards(problem: &Problem, support: &Support) -> Vec<Card> {
    let inner = problem.within(&support.columns, &support.design);
    let mut cards = roundings(&inner, &support.fit.beta);
    cards.truncate(IMPROVED);
    cards.into_iter().map(|card| widen(improve(&inner, card), &support.columns, problem)).collect()
}

/// Distinct roundings of the weights (intercept first), the smallest loss first.
fn roundings(problem: &Problem, beta: &[f64]) -> Vec<Card> {
    let weights = &beta[1..];
    let largest = weights.iter().map(|weight| weight.abs()).fold(0.0, f64::max);
    let bound = problem.limits.iter().map(|&(low, high)| high.max(-low)).max().unwrap_or(0);
    if largest <= 0.0 || bound == 0 {
        return vec![problem.card(vec![0; weights.len()], Curve { intercept: beta[0], slope: 0.0 })];
    }
    let mut seen: Vec<Vec<i32>> = Vec::new();
    let mut cards = Vec::new();
    for step in 0..SCALES {
        // From the bound down to where the largest weight is one point.
        let top = f64::from(bound) - f64::from(step) / f64::from(SCALES) * f64::from(bound - 1);
        let scale = top / largest;
        let points: Vec<i32> = weights.iter().map(|weight| (weight * scale).round() as i32).collect();
        if !seen.contains(&points) {
            cards.push(problem.card(points.clone(), Curve { intercept: beta[0], slope: 1.0 / scale }));
            seen.push(points);
        }
    }
    cards.sort_by(|a, b| a.loss.total_cmp(&b.loss));
    cards
}

fn widen(card: Card, columns: &[usize], problem: &Problem) -> Card {
    let mut points = vec![0; problem.patterns.columns()];
    columns.iter().zip(&card.points).for_each(|(&column, &value)| points[column] = value);
    Card { points, ..card }
}
