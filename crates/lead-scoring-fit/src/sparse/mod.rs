//! A sparse integer risk score: a few yes/no columns, each worth a small whole number of points.
//!
//! [`risk_score`] finds points that minimise the log loss of
//!
//! ```text
//! p(row) = 1 / (1 + exp(-(intercept + slope * score(row)))),   score(row) = sum of the points of the columns set in the row
//! ```
//!
//! over at most `k` columns with points from `-bound` to `bound`, any real intercept and any slope of 0 to 10. This is the problem of
//! FasterRisk (Liu, Zhong, Seltzer, Rudin 2022; `slope = 1 / multiplier`), solved in four steps:
//!
//! 1. Equal rows are merged, and columns strung on a tree of small differences, so that one pass counts won and lost rows of all columns.
//! 2. A beam search finds sets of `k` columns whose real-valued fit is good; a fit costs groups of rows that agree in the chosen columns.
//! 3. Real weights are rounded at many scales; intercept and slope are then fitted again, exactly, on the counts by score.
//! 4. Local search on the integers: each column in turn is taken out and the best column and value put in, until nothing gains.
//!
//! The result is a good local optimum, not a proven global one. It does not depend on the order of the rows, nor on whether all of them
//! are repeated; of equally good columns the first is preferred.
//!
//! | case | result |
//! |---|---|
//! | no rows | no points, intercept 0, loss 0 |
//! | one outcome only | no points, intercept 30 or -30 |
//! | no columns, or only constant ones | no points, intercept `ln(won / lost)` |
//! | separable rows | slope at most 10, so that every figure stays finite |
//!
//! ```
//! use lead_scoring_fit::sparse::{SparseOptions, risk_score};
//!
//! let referred = [true, true, true, true, false, false, false, false];
//! let in_europe = [true, false, true, false, true, false, true, false];
//! let won = [true, true, true, false, false, true, false, false];
//! let found = risk_score(&[&referred[..], &in_europe[..]], &won, &SparseOptions::new(1))?;
//! assert_eq!(found.coefficients, [1, 0]);
//! # Ok::<(), lead_scoring_fit::Error>(())
//! ```

mod beam;
mod curve;
mod moves;
mod patterns;
mod problem;
mod real;
mod round;
#[cfg(test)]
mod tests;

use crate::{Error, ErrorKind, Result};
use beam::Support;
use curve::{Curve, STEEPEST};
use patterns::Patterns;
use problem::{Card, Problem};

/// The most columns with points, and the most points of a column, that can be asked for.
pub const MOST: usize = 100;
/// Cards that are searched to the end.
const STARTS: usize = 2;
/// The intercept where all rows have one outcome.
const CERTAIN: f64 = 30.0;

/// The signs a column's points may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Any.
    #[default]
    Free,
    /// 0 or more.
    NotNegative,
    /// 0 or less.
    NotPositive,
}

/// What the points must keep to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SparseOptions {
    /// Most columns with points, 1 to [`MOST`].
    pub k: usize,
    /// Most points of a column, up or down, 1 to [`MOST`].
    pub bound: usize,
    /// Signs by column; empty where all are free.
    pub signs: Vec<Sign>,
}

impl SparseOptions {
    /// At most `k` columns with -5 to 5 points each, of any sign.
    #[must_use]
    pub const fn new(k: usize) -> Self {
        Self { k, bound: 5, signs: Vec::new() }
    }

    fn limits(&self, column: usize) -> (i32, i32) {
        let bound = self.bound as i32;
        match self.signs.get(column).copied().unwrap_or_default() {
            Sign::Free => (-bound, bound),
            Sign::NotNegative => (0, bound),
            Sign::NotPositive => (-bound, 0),
        }
    }
}

/// A risk score.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sparse {
    /// Points of each column given, in lowest terms.
    pub coefficients: Vec<i32>,
    /// Log odds at a score of 0.
    pub intercept: f64,
    /// Log odds of a point, 0 to 10; 0 where no column has points.
    pub slope: f64,
    /// Mean log loss of the rows, in nats.
    pub loss: f64,
}

/// Finds the points of 0/1 columns that predict best which rows are won.
///
/// `columns` holds one slice a column, each as long as `won`.
///
/// # Errors
/// [`ErrorKind::Option`] if `k` or `bound` is outside its range, the signs are neither none nor one a column, columns and `won` differ in
/// length, or there are 2^32 rows or more.
pub fn risk_score(columns: &[&[bool]], won: &[bool], options: &SparseOptions) -> Result<Sparse> {
    check(columns, won, options)?;
    let wins = won.iter().filter(|won| **won).count();
    let kept: Vec<usize> =
        (0..columns.len()).filter(|&at| columns[at].iter().any(|set| *set != columns[at][0])).collect();
    if kept.is_empty() || wins == 0 || wins == won.len() {
        return Ok(no_points(columns.len(), wins as f64, won.len() as f64));
    }
    let varied: Vec<&[bool]> = kept.iter().map(|&at| columns[at]).collect();
    let problem = Problem {
        patterns: Patterns::of_rows(&varied, won),
        rows: won.len() as f64,
        most: options.k,
        limits: kept.iter().map(|&at| options.limits(at)).collect(),
    };
    let card = lowest_terms(solve(&problem));
    let mut coefficients = vec![0; columns.len()];
    kept.iter().zip(&card.points).for_each(|(&at, &value)| coefficients[at] = value);
    Ok(Sparse { coefficients, intercept: card.curve.intercept, slope: card.curve.slope, loss: card.loss })
}

fn check(columns: &[&[bool]], won: &[bool], options: &SparseOptions) -> Result<()> {
    let mut problems = Vec::new();
    if !(1..=MOST).contains(&options.k) {
        problems.push(format!("k is {}; it must be 1 to {MOST}", options.k));
    }
    if !(1..=MOST).contains(&options.bound) {
        problems.push(format!("the bound is {}; it must be 1 to {MOST}", options.bound));
    }
    if !(options.signs.is_empty() || options.signs.len() == columns.len()) {
        let (signs, columns) = (options.signs.len(), columns.len());
        problems.push(format!("there are {signs} signs for {columns} columns; give one a column, or none"));
    }
    if let Some(at) = columns.iter().position(|column| column.len() != won.len()) {
        let (length, rows) = (columns[at].len(), won.len());
        problems.push(format!("column {at} has {length} rows, the outcome {rows}; both must have as many"));
    }
    if u32::try_from(won.len()).is_err() {
        problems.push(format!("there are {} rows; at most {} can be scored", won.len(), u32::MAX));
    }
    if problems.is_empty() { Ok(()) } else { Err(Error::new(ErrorKind::Option, problems.join("; "))) }
}

fn no_points(columns: usize, wins: f64, rows: f64) -> Sparse {
    let intercept = if rows > 0.0 { (wins / (rows - wins)).ln().clamp(-CERTAIN, CERTAIN) } else { 0.0 };
    let loss = if rows > 0.0 { curve::softplus(intercept).0 - wins / rows * intercept } else { 0.0 };
    Sparse { coefficients: vec![0; columns], intercept, slope: 0.0, loss }
}

/// The best card found.
fn solve(problem: &Problem) -> Card {
    let supports = beam::search(problem);
    let mut starts: Vec<Card> = supports.iter().flat_map(|support| round::cards(problem, support)).collect();
    starts.sort_by(|a, b| a.loss.total_cmp(&b.loss).then_with(|| b.points.cmp(&a.points)));
    starts.dedup_by(|later, first| later.points == first.points);
    starts.truncate(STARTS);
    let searched = starts.into_iter().map(|start| refine(problem, start));
    let best = searched.reduce(|best, next| if next.beats(best.loss) { next } else { best });
    best.unwrap_or_else(|| {
        problem.card(vec![0; problem.patterns.columns()], Curve { intercept: 0.0, slope: 0.0 })
    })
}

/// Moves, then roundings of the new columns' own real weights, in turn until neither gains.
fn refine(problem: &Problem, start: Card) -> Card {
    let mut card = moves::improve(problem, start);
    loop {
        let rounded = round::cards(problem, &Support::of(problem, &card.support()));
        let best = rounded.into_iter().min_by(|a, b| a.loss.total_cmp(&b.loss));
        match best {
            Some(best) if best.beats(card.loss) => card = moves::improve(problem, best),
            _ => return card,
        }
    }
}

/// The same card with the points' common divisor taken out, where the slope allows.
fn lowest_terms(card: Card) -> Card {
    let divisor = card.points.iter().fold(0, |divisor, &value| greatest_common_divisor(divisor, value.abs()));
    let slope = card.curve.slope * f64::from(divisor);
    if divisor <= 1 || slope > STEEPEST {
        return card;
    }
    let points = card.points.iter().map(|value| value / divisor).collect();
    Card { points, curve: Curve { slope, ..card.curve }, ..card }
}

const fn greatest_common_divisor(mut a: i32, mut b: i32) -> i32 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}
