//! Which pairs of fields depart from what the single fields let expect.

use super::grid::{CellSum, Grid};
use crate::additive::Table;
use crate::{Analysis, Pattern};

/// A pair of fields and the test of its departure.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct ScreenedPair {
    /// Position of the first field among the analysis's patterns.
    pub first: usize,
    /// Position of the second.
    pub second: usize,
    /// Probability of such a departure if the two fields' effects only added up.
    pub p_value: f64,
    /// The same times the number of pairs looked at (Bonferroni), at most 1.
    pub corrected: f64,
}

/// Every pair among the patterns at the positions `among`.
#[must_use]
pub fn all_pairs(among: &[usize]) -> Vec<(usize, usize)> {
    let with_later =
        |(at, &first): (usize, &usize)| among[at + 1..].iter().map(move |&second| (first, second));
    among.iter().enumerate().flat_map(with_later).collect()
}

/// Tests pairs of patterns, given by their positions, smallest p value first. Pairs that cannot be tested are left out.
///
/// `expected` holds each deal's win probability by what is known already. Nothing of the fold `aside` is looked at.
#[must_use]
pub fn screen_pairs(
    analysis: &Analysis,
    pairs: &[(usize, usize)],
    expected: &[f64],
    aside: Option<usize>,
) -> Vec<ScreenedPair> {
    let tested = p_values(analysis, pairs, expected, aside);
    let count = tested.iter().flatten().count() as f64;
    let mut found: Vec<ScreenedPair> = pairs
        .iter()
        .zip(tested)
        .filter_map(|(&(first, second), p_value)| {
            p_value.map(|p_value| ScreenedPair {
                first,
                second,
                p_value,
                corrected: (p_value * count).min(1.0),
            })
        })
        .collect();
    found.sort_by(|a, b| {
        a.p_value.total_cmp(&b.p_value).then_with(|| (a.first, a.second).cmp(&(b.first, b.second)))
    });
    found
}

#[cfg(feature = "parallel")]
fn p_values(
    analysis: &Analysis,
    pairs: &[(usize, usize)],
    expected: &[f64],
    aside: Option<usize>,
) -> Vec<Option<f64>> {
    use rayon::prelude::*;
    pairs.par_iter().map(|&pair| p_value(analysis, pair, expected, aside)).collect()
}

#[cfg(not(feature = "parallel"))]
fn p_values(
    analysis: &Analysis,
    pairs: &[(usize, usize)],
    expected: &[f64],
    aside: Option<usize>,
) -> Vec<Option<f64>> {
    pairs.iter().map(|&pair| p_value(analysis, pair, expected, aside)).collect()
}

fn p_value(
    analysis: &Analysis,
    (first, second): (usize, usize),
    expected: &[f64],
    aside: Option<usize>,
) -> Option<f64> {
    let pattern = |at: usize| -> Option<&Pattern> { analysis.patterns.get(at) };
    let (first, second) = (pattern(first)?, pattern(second)?);
    let folds: Vec<usize> = aside.into_iter().collect();
    let grid = Grid::of(first, second, &folds);
    let inside = |row: usize| !folds.contains(&usize::from(analysis.folds()[row]));
    let sums = CellSum::table(&grid, [first.pre_bins(), second.pre_bins()], analysis.won(), expected, inside);
    let offset = |sum: &CellSum| sum.expected_rate().map_or(0.0, |rate| (rate / (1.0 - rate)).ln());
    let table = Table {
        columns: grid.columns,
        offsets: sums.iter().map(offset).collect(),
        cells: sums.into_iter().map(|sum| sum.counts).collect(),
    };
    table.additive_fit().map(|fit| fit.p_value)
}
