//! From a pair of fields to bins with an effect.

use super::grid::{CellSum, Grid};
use super::{LEAST_DEALS, LEAST_RESIDUAL, pair_log_odds};
use crate::{Analysis, Counts, FOLDS, Pattern};

/// A bin of a combination of two fields.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PairBin {
    /// `Region: North + Size: 500 or more`, `any other combination` or `not recorded`.
    pub label: String,
    /// Deals in it.
    pub counts: Counts,
    /// Won deals that are expected without the pair.
    pub expected: f64,
    /// Excess over the expectation in log odds, shrunk; 0 where it may be chance.
    pub log_odds: f64,
}

/// Two fields measured together.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PairPattern {
    /// Position of the first field among the analysis's patterns.
    pub first: usize,
    /// Position of the second.
    pub second: usize,
    /// The combinations with an effect, all others, and those with a missing value but no effect.
    pub bins: Vec<PairBin>,
    /// The bin of each combination of bins, row by row; the last row and column are missing values.
    pub cells: Vec<u16>,
    /// The bin of each deal.
    pub codes: Vec<u16>,
    /// Each deal's excess in log odds, learned without the deal's fold (and without the fold set aside).
    pub column: Vec<f64>,
}

/// Measures the pair of the patterns at positions `first` and `second`; `None` for positions that do not exist.
///
/// `expected` holds each deal's win probability without the pair. Nothing is learned from the fold `aside`; its deals get the excess
/// that the others lead to.
#[must_use]
pub fn measure_pair(
    analysis: &Analysis,
    (first, second): (usize, usize),
    expected: &[f64],
    aside: Option<usize>,
) -> Option<PairPattern> {
    let patterns = [analysis.patterns.get(first)?, analysis.patterns.get(second)?];
    let rows = patterns.map(Pattern::pre_bins);
    let (won, folds) = (analysis.won(), analysis.folds());
    let learned_without = |left_out: &[usize]| {
        let grid = Grid::of(patterns[0], patterns[1], left_out);
        let inside = |row: usize| !left_out.contains(&usize::from(folds[row]));
        let sums = CellSum::table(&grid, rows, won, expected, inside);
        (grid, sums)
    };
    let mut column = vec![0.0; won.len()];
    for fold in 0..FOLDS {
        let left_out: Vec<usize> =
            std::iter::once(fold).chain(aside.filter(|&aside| aside != fold)).collect();
        let (grid, sums) = learned_without(&left_out);
        let effects = excesses(&grid, &sums);
        for (row, slot) in column.iter_mut().enumerate().filter(|(row, _)| usize::from(folds[*row]) == fold) {
            *slot = effects[grid.cell(rows[0][row], rows[1][row])];
        }
    }
    let (grid, sums) = learned_without(&aside.into_iter().collect::<Vec<_>>());
    let (bins, cells) = bins(patterns, &grid, &sums);
    let code = |(&a, &b): (&u16, &u16)| cells[grid.cell(a, b)];
    let codes = rows[0].iter().zip(rows[1]).map(code).collect();
    Some(PairPattern { first, second, bins, cells, codes, column })
}

/// The excess of each cell. A cell that holds all deals of one of its two bins is no combination but that bin once more, and has none.
fn excesses(grid: &Grid, sums: &[CellSum]) -> Vec<f64> {
    let (mut of_row, mut of_column) = (vec![0_u64; grid.rows], vec![0_u64; grid.columns]);
    for (cell, sum) in sums.iter().enumerate() {
        of_row[cell / grid.columns] += sum.counts.deals();
        of_column[cell % grid.columns] += sum.counts.deals();
    }
    let is_a_bin = |cell: usize, sum: &CellSum| {
        let deals = sum.counts.deals();
        deals == of_row[cell / grid.columns] || deals == of_column[cell % grid.columns]
    };
    let cells = sums.iter().enumerate();
    cells.map(|(cell, sum)| if is_a_bin(cell, sum) { 0.0 } else { excess(sum) }).collect()
}

/// The excess of a cell in log odds; 0 with too few deals or so small a departure that chance explains it.
fn excess(sum: &CellSum) -> f64 {
    let deals = sum.counts.deals() as f64;
    let Some(rate) = sum.expected_rate().filter(|_| sum.counts.deals() >= LEAST_DEALS) else { return 0.0 };
    let (won, expected) = (sum.counts.won as f64, deals * rate);
    if (won - expected).abs() < LEAST_RESIDUAL * (expected * (1.0 - rate)).sqrt() {
        return 0.0;
    }
    pair_log_odds(won, deals, expected)
}

fn bins(patterns: [&Pattern; 2], grid: &Grid, sums: &[CellSum]) -> (Vec<PairBin>, Vec<u16>) {
    let effects = excesses(grid, sums);
    let notable = effects.iter().filter(|effect| **effect != 0.0).count();
    let empty = |label: &str| PairBin {
        label: label.to_owned(),
        counts: Counts::default(),
        expected: 0.0,
        log_odds: 0.0,
    };
    let (mut named, mut others, mut missing) =
        (Vec::new(), empty("any other combination"), empty(crate::label::NOT_RECORDED));
    let mut cells = vec![0_u16; sums.len()];
    for (cell, (sum, &log_odds)) in sums.iter().zip(&effects).enumerate() {
        let (row, column) = (cell / grid.columns, cell % grid.columns);
        let is_missing = row + 1 == grid.rows || column + 1 == grid.columns;
        if log_odds != 0.0 {
            cells[cell] = named.len() as u16;
            let label = format!("{} + {}", part(patterns[0], row), part(patterns[1], column));
            named.push(PairBin { label, counts: sum.counts, expected: sum.expected, log_odds });
        } else {
            cells[cell] = (notable + usize::from(is_missing)) as u16;
            let rest = if is_missing { &mut missing } else { &mut others };
            rest.counts += sum.counts;
            rest.expected += sum.expected;
        }
    }
    named.extend([others, missing]);
    (named, cells)
}

fn part(pattern: &Pattern, bin: usize) -> String {
    format!("{}: {}", pattern.name, pattern.bins.get(bin).map_or("", |bin| bin.label.as_str()))
}
