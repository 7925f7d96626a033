//! What is to be solved: rows, limits, and what a vector of points is worth on them.

use super::curve::{Curve, Histogram};
use super::patterns::Patterns;
use super::real::Design;

/// Rows and what the points must keep to.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) patterns: Patterns,
    /// Number of rows, as a divisor.
    pub(super) rows: f64,
    /// Most columns with points.
    pub(super) most: usize,
    /// Fewest and most points of each column; 0 lies between.
    pub(super) limits: Vec<(i32, i32)>,
}

/// Integer points and their best curve.
#[derive(Clone, Debug)]
pub(super) struct Card {
    pub(super) points: Vec<i32>,
    pub(super) curve: Curve,
    /// Log loss per row.
    pub(super) loss: f64,
}

/// Gains smaller than this share of the loss are rounding; of a loss next to 0, as of one of [`SMALL`].
const LEAST_GAIN: f64 = 1e-10;
const SMALL: f64 = 0.01;

impl Card {
    /// Whether this card's loss is lower by more than rounding.
    pub(super) fn beats(&self, loss: f64) -> bool {
        self.loss < loss - LEAST_GAIN * loss.max(SMALL)
    }

    /// Columns with points.
    pub(super) fn support(&self) -> Vec<usize> {
        (0..self.points.len()).filter(|&at| self.points[at] != 0).collect()
    }
}

impl Problem {
    /// The points with the curve that fits them best, searched from a first guess.
    pub(super) fn card(&self, points: Vec<i32>, start: Curve) -> Card {
        let (bins, lowest, size) = bins(&self.scores(&points), &points);
        let (curve, loss) =
            Histogram::of(lowest, &self.patterns.histogram(&bins, size), self.rows).fit(start);
        Card { points, curve, loss }
    }

    /// The score of each distinct row.
    pub(super) fn scores(&self, points: &[i32]) -> Vec<i32> {
        let mut scores = vec![0; self.patterns.len()];
        for (column, &value) in points.iter().enumerate().filter(|(_, value)| **value != 0) {
            self.patterns.each_row(column, |row| scores[row] += value);
        }
        scores
    }

    /// The same question for the columns of a design alone.
    pub(super) fn within(&self, support: &[usize], design: &Design) -> Self {
        Self {
            patterns: Patterns::of_groups(design.counts.clone(), design.columns.iter()),
            rows: self.rows,
            most: self.most,
            limits: support.iter().map(|&column| self.limits[column]).collect(),
        }
    }
}

/// Scores as bins from the lowest score the points can give; that score and the number of bins.
pub(super) fn bins(scores: &[i32], points: &[i32]) -> (Vec<u32>, i32, usize) {
    let lowest: i32 = points.iter().map(|value| value.min(&0)).sum();
    let highest: i32 = points.iter().map(|value| value.max(&0)).sum();
    (scores.iter().map(|score| score.abs_diff(lowest)).collect(), lowest, (highest - lowest) as usize + 1)
}
