//! The grid of two fields' bins, missing values included.

use crate::Pattern;

/// Which cell each row falls into, when the bins of both fields are grouped without some folds.
pub(super) struct Grid {
    /// Cell of a row, by the pre-bins of the first and the second field: `first[a] + second[b]`.
    first: Vec<u32>,
    second: Vec<u32>,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl Grid {
    /// The grid of the final bins, or of those learned without `folds`.
    pub(super) fn of(first: &Pattern, second: &Pattern, folds: &[usize]) -> Self {
        let (a, rows) = first.bin_of_pre_bins(folds);
        let (b, columns) = second.bin_of_pre_bins(folds);
        let scaled = |bin: u16| u32::from(bin) * columns as u32;
        Self {
            first: a.into_iter().map(scaled).collect(),
            second: b.into_iter().map(u32::from).collect(),
            rows,
            columns,
        }
    }

    pub(super) fn cells(&self) -> usize {
        self.rows * self.columns
    }

    /// The cell of a row with these pre-bins.
    pub(super) fn cell(&self, a: u16, b: u16) -> usize {
        (self.first[usize::from(a)] + self.second[usize::from(b)]) as usize
    }
}

/// Deals and expected wins of one cell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellSum {
    pub(super) counts: crate::Counts,
    /// Won deals that the single fields let expect.
    pub(super) expected: f64,
}

impl CellSum {
    /// Sums over the rows that `wanted` lets through.
    pub(super) fn table(
        grid: &Grid,
        [a, b]: [&[u16]; 2],
        won: &[bool],
        expected: &[f64],
        wanted: impl Fn(usize) -> bool,
    ) -> Vec<Self> {
        let mut sums = vec![([0_u32; 2], 0.0); grid.cells()];
        for (row, (((&a, &b), &won), p)) in a.iter().zip(b).zip(won).zip(expected).enumerate() {
            if wanted(row) {
                let sum = &mut sums[grid.cell(a, b)];
                sum.0[usize::from(won)] += 1;
                sum.1 += p;
            }
        }
        let cell = |([lost, won], expected): ([u32; 2], f64)| Self {
            counts: crate::Counts::new(u64::from(won), u64::from(lost)),
            expected,
        };
        sums.into_iter().map(cell).collect()
    }

    /// The expected win rate, kept off 0 and 1; `None` without deals.
    pub(super) fn expected_rate(&self) -> Option<f64> {
        let deals = self.counts.deals();
        (deals > 0).then(|| (self.expected / deals as f64).clamp(1e-6, 1.0 - 1e-6))
    }
}
