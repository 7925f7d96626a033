//! The additive model of a table of two fields, and how far the table departs from it.
//!
//! `logit p_ab = o_ab + alpha_a + beta_b`, with known offsets `o_ab`, is fitted to won and lost deals by the bins of two fields. The departure
//! is tested by the likelihood ratio `G^2 = 2 sum o ln(o/e)` with as many degrees of freedom as there are filled cells less filled rows and
//! columns plus the number of parts that share no filled row or column, which is one where there are no empty cells (Agresti 2013, sections
//! 9.2 and 10.5).
//!
//! | case | result |
//! |---|---|
//! | one filled row or column, one outcome only | `None` |
//! | a row or column with wins or losses only | its parameter stays finite (a weak pull towards the offsets) |

use crate::Counts;
use statrs::distribution::{ChiSquared, ContinuousCDF};

/// Deals by the bins of two fields, row by row.
pub(crate) struct Table {
    pub(crate) columns: usize,
    pub(crate) cells: Vec<Counts>,
    /// Log odds that each cell is expected to have before rows and columns are fitted.
    pub(crate) offsets: Vec<f64>,
}

/// The additive model fitted to a table.
pub(crate) struct AdditiveFit {
    /// Expected win rate of each cell.
    pub(crate) rates: Vec<f64>,
    /// Probability of so large a departure if the two fields were additive.
    pub(crate) p_value: f64,
}

impl Table {
    /// A table whose cells are all expected to have the base rate.
    pub(crate) fn plain(columns: usize, cells: Vec<Counts>) -> Self {
        let whole: Counts = cells.iter().copied().sum();
        let base = (whole.won as f64 / whole.lost as f64).ln();
        let offsets = vec![base; cells.len()];
        Self { columns, cells, offsets }
    }

    /// Fits rows and columns in turn; each parameter by Newton steps on its own margin.
    pub(crate) fn additive_fit(&self) -> Option<AdditiveFit> {
        let whole: Counts = self.cells.iter().copied().sum();
        if whole.won == 0 || whole.lost == 0 {
            return None;
        }
        let margins = [self.margin(true), self.margin(false)];
        let filled = |counts: &[Counts]| counts.iter().filter(|counts| counts.deals() > 0).count();
        let (rows, columns) = (filled(&margins[0]), filled(&margins[1]));
        let degrees = (filled(&self.cells) + self.parts()).checked_sub(rows + columns)?;
        let mut effects = [vec![0.0; margins[0].len()], vec![0.0; margins[1].len()]];
        for _ in 0..200 {
            let mut largest = 0.0_f64;
            for side in [0, 1] {
                for line in 0..margins[side].len() {
                    let step = self.newton_step(&effects, &margins, side, line);
                    effects[side][line] += step;
                    largest = largest.max(step.abs());
                }
            }
            if largest < 1e-7 {
                break;
            }
        }
        let rates: Vec<f64> =
            (0..self.cells.len()).map(|cell| logistic(self.log_odds(&effects, cell))).collect();
        let p_value = ChiSquared::new(degrees as f64).ok()?.sf(self.deviance(&rates)).clamp(0.0, 1.0);
        Some(AdditiveFit { rates, p_value })
    }

    /// How many parts the table falls into that share no filled row or column.
    fn parts(&self) -> usize {
        let rows = self.cells.len() / self.columns;
        // Rows and columns of one part get the same number, the smallest of them.
        let mut part: Vec<usize> = (0..rows + self.columns).collect();
        let filled: Vec<usize> = (0..self.cells.len()).filter(|&cell| self.cells[cell].deals() > 0).collect();
        loop {
            let mut changed = false;
            for &cell in &filled {
                let (row, column) = (cell / self.columns, rows + cell % self.columns);
                let smallest = part[row].min(part[column]);
                changed |= part[row] != smallest || part[column] != smallest;
                (part[row], part[column]) = (smallest, smallest);
            }
            if !changed {
                break;
            }
        }
        let mut numbers: Vec<usize> = filled.iter().map(|&cell| part[cell / self.columns]).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.len()
    }

    /// Deals of every row, or of every column.
    pub(crate) fn margin(&self, by_row: bool) -> Vec<Counts> {
        let lines = if by_row { self.cells.len() / self.columns } else { self.columns };
        let mut margin = vec![Counts::default(); lines];
        for (cell, counts) in self.cells.iter().enumerate() {
            margin[self.line_of(cell, by_row)] += *counts;
        }
        margin
    }

    /// The row or the column of a cell.
    pub(crate) fn line_of(&self, cell: usize, by_row: bool) -> usize {
        if by_row { cell / self.columns } else { cell % self.columns }
    }

    fn cells_of(&self, line: usize, by_row: bool) -> impl Iterator<Item = usize> {
        let (start, step, count) = if by_row {
            (line * self.columns, 1, self.columns)
        } else {
            (line, self.columns, self.cells.len() / self.columns)
        };
        (0..count).map(move |at| start + at * step)
    }

    fn log_odds(&self, effects: &[Vec<f64>; 2], cell: usize) -> f64 {
        self.offsets[cell] + effects[0][cell / self.columns] + effects[1][cell % self.columns]
    }

    fn newton_step(
        &self,
        effects: &[Vec<f64>; 2],
        margins: &[Vec<Counts>; 2],
        side: usize,
        line: usize,
    ) -> f64 {
        /// Pull towards the offsets, in deals; keeps a line without wins or losses finite.
        const PULL: f64 = 0.01;
        let (mut expected, mut curvature) = (0.0, PULL);
        for cell in self.cells_of(line, side == 0).filter(|&cell| self.cells[cell].deals() > 0) {
            let p = logistic(self.log_odds(effects, cell));
            let deals = self.cells[cell].deals() as f64;
            expected += deals * p;
            curvature += deals * p * (1.0 - p);
        }
        ((margins[side][line].won as f64 - expected - PULL * effects[side][line]) / curvature)
            .clamp(-2.0, 2.0)
    }

    fn deviance(&self, rates: &[f64]) -> f64 {
        let part = |observed: u64, expected: f64| {
            if observed == 0 { 0.0 } else { observed as f64 * (observed as f64 / expected).ln() }
        };
        let cells = self.cells.iter().zip(rates).filter(|(cell, _)| cell.deals() > 0);
        let sum: f64 = cells
            .map(|(c, p)| part(c.won, c.deals() as f64 * p) + part(c.lost, c.deals() as f64 * (1.0 - p)))
            .sum();
        (2.0 * sum).max(0.0)
    }
}

pub(crate) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn an_additive_table_has_no_departure() {
        // log odds -1, 0 for rows plus 0, 1 for columns, 10,000 deals a cell: expected counts rounded.
        let won = |eta: f64| (10_000.0 * logistic(eta)).round() as u64;
        let cells = [-1.0, 0.0, 0.0, 1.0].map(|eta| Counts::new(won(eta), 10_000 - won(eta))).to_vec();
        let fit = Table::plain(2, cells).additive_fit().unwrap();
        assert!(fit.p_value > 0.9);
        assert_relative_eq!(fit.rates[3], logistic(1.0), epsilon = 1e-3);
    }

    #[test]
    fn a_two_by_two_interaction_is_found() {
        // statsmodels 0.15.0: GLM(Binomial) of [[30,70],[35,65],[32,68],[80,20]] on row + column: deviance 18.8242, chi2.sf(deviance, 1) = 1.43336e-5.
        let cells = vec![Counts::new(30, 70), Counts::new(35, 65), Counts::new(32, 68), Counts::new(80, 20)];
        let fit = Table::plain(2, cells).additive_fit().unwrap();
        assert_relative_eq!(fit.p_value, 1.433_363_920_622_664_8e-5, max_relative = 1e-2);
        assert_relative_eq!(fit.rates[0], 0.200_811_99, epsilon = 1e-3);
    }

    #[test]
    fn what_the_offsets_explain_is_no_departure() {
        let cells = vec![Counts::new(30, 70), Counts::new(35, 65), Counts::new(32, 68), Counts::new(80, 20)];
        let offsets = cells.iter().map(|cell| (cell.won as f64 / cell.lost as f64).ln()).collect();
        let fit = Table { columns: 2, cells, offsets }.additive_fit().unwrap();
        assert_relative_eq!(fit.p_value, 1.0, epsilon = 1e-6);
    }

    #[test]
    fn a_table_in_two_parts_has_no_degree_of_freedom_left() {
        let (some, none) = (Counts::new(30, 70), Counts::default());
        let table = Table::plain(2, vec![some, none, none, Counts::new(60, 40)]);
        assert_eq!(table.parts(), 2);
        assert!(table.additive_fit().is_none());
        let whole = Table::plain(2, vec![some, some, none, Counts::new(60, 40)]);
        assert_eq!(whole.parts(), 1);
    }

    #[test]
    fn one_line_cannot_be_tested() {
        let cells = vec![Counts::new(3, 7), Counts::new(5, 5), Counts::default(), Counts::default()];
        assert!(Table::plain(2, cells).additive_fit().is_none());
    }
}
