//! Combinations whose win rate two fields alone do not explain.
//!
//! For every pair of fields an additive model in log odds, `logit p_ab = alpha_a + beta_b`, is fitted to the table of their bins; the pair's
//! departure from it is tested by the likelihood ratio `G^2 = 2 sum o ln(o/e)` with `(A - 1)(B - 1)` degrees of freedom (Agresti 2013,
//! section 9.2), corrected over all pairs (Benjamini-Hochberg). From pairs that pass, cells are named whose own standardised residual
//! `(won - sum p) / sqrt(sum p (1 - p))` is at least 3 in size.
//!
//! | case | result |
//! |---|---|
//! | a field with one bin, or one outcome only | the pair is not tested |
//! | a bin with wins or losses only | its parameter stays finite (a weak pull towards the base rate) |
//!
//! Cost: one pass over the deals a pair; the fit works on the table.

use crate::significance::q_values;
use crate::{Analysis, Counts, Pattern};
use serde::Serialize;
use statrs::distribution::{ChiSquared, ContinuousCDF};

/// Fields whose pairs are looked at, strongest first.
const MOST_FIELDS: usize = 12;
/// Fewest deals of a combination that is named.
const LEAST_DEALS: u64 = 20;
/// Smallest standardised residual of a combination that is named.
const LEAST_RESIDUAL: f64 = 3.0;
/// Largest q value of a pair whose combinations are named.
const LEVEL: f64 = 0.05;

/// A combination of two bins that wins more or less often than the two alone explain.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Interaction {
    /// First field and bin: `Employees: 500 or more`.
    pub a: String,
    /// Second field and bin.
    pub b: String,
    /// Deals that have both.
    pub both: Counts,
    /// Win rate of all deals that have `a`.
    pub a_rate: f64,
    /// Win rate of all deals that have `b`.
    pub b_rate: f64,
    /// Win rate of the combination that the additive model expects.
    pub expected_rate: f64,
    /// Observed over expected win rate.
    pub lift_over_expected: f64,
    /// Standardised residual of the combination.
    pub residual: f64,
    /// Probability of such a departure of the pair if the two were additive.
    pub p_value: f64,
    /// The same, corrected over all pairs tested.
    pub q_value: f64,
}

/// The combinations found among the strongest fields of an analysis, largest residual first, at most `most`.
///
/// `level` is the largest q value at which a field counts as predictive.
#[must_use]
pub fn interactions(analysis: &Analysis, level: f64, most: usize) -> Vec<Interaction> {
    let fields: Vec<(&Pattern, Vec<u16>)> = analysis
        .patterns
        .iter()
        .filter(|pattern| pattern.is_predictive(level) && pattern.binning.bins() > 1)
        .take(MOST_FIELDS)
        .map(|pattern| (pattern, pattern.bin_codes()))
        .collect();
    let mut pairs = Vec::new();
    for (at, first) in fields.iter().enumerate() {
        for second in fields.iter().skip(at + 1).filter(|second| second.0.field != first.0.field) {
            let table = Table::of(first, second, analysis.won());
            if let Some(fit) = table.additive_fit() {
                pairs.push((first.0, second.0, table, fit));
            }
        }
    }
    let q = q_values(&pairs.iter().map(|(.., fit)| Some(fit.p_value)).collect::<Vec<_>>());
    let mut found: Vec<Interaction> = Vec::new();
    for ((first, second, table, fit), q) in pairs.iter().zip(q) {
        if let Some(q) = q.filter(|q| *q <= LEVEL) {
            found.extend(table.departures(first, second, fit, q));
        }
    }
    found.sort_by(|a, b| {
        b.residual.abs().total_cmp(&a.residual.abs()).then_with(|| a.a.cmp(&b.a)).then_with(|| a.b.cmp(&b.b))
    });
    found.truncate(most);
    found
}

/// Deals by the regular bins of two fields; deals with either value missing are left out.
struct Table {
    columns: usize,
    cells: Vec<Counts>,
}

struct AdditiveFit {
    /// Expected win rate of each cell.
    rates: Vec<f64>,
    p_value: f64,
}

impl Table {
    fn of(first: &(&Pattern, Vec<u16>), second: &(&Pattern, Vec<u16>), won: &[bool]) -> Self {
        let (rows, columns) = (first.0.binning.bins(), second.0.binning.bins());
        // One more row and column take the missing values.
        let width = columns + 1;
        let mut counts = vec![[0_u64; 2]; (rows + 1) * width];
        for ((&a, &b), &won) in first.1.iter().zip(&second.1).zip(won) {
            counts[usize::from(a) * width + usize::from(b)][usize::from(won)] += 1;
        }
        let known = counts.chunks_exact(width).take(rows).flat_map(|row| &row[..columns]);
        Self { columns, cells: known.map(|[lost, won]| Counts::new(*won, *lost)).collect() }
    }

    fn line_of(&self, cell: usize, by_row: bool) -> usize {
        if by_row { cell / self.columns } else { cell % self.columns }
    }

    fn margin(&self, by_row: bool) -> Vec<Counts> {
        let lines = if by_row { self.cells.len() / self.columns } else { self.columns };
        let mut margin = vec![Counts::default(); lines];
        for (cell, counts) in self.cells.iter().enumerate() {
            margin[self.line_of(cell, by_row)] += *counts;
        }
        margin
    }

    /// Fits rows and columns in turn; each parameter by Newton steps on its own margin.
    fn additive_fit(&self) -> Option<AdditiveFit> {
        let whole: Counts = self.cells.iter().copied().sum();
        if whole.won == 0 || whole.lost == 0 {
            return None;
        }
        let margins = [self.margin(true), self.margin(false)];
        let mut effects = [vec![0.0; margins[0].len()], vec![0.0; margins[1].len()]];
        effects[0].fill((whole.won as f64 / whole.lost as f64).ln());
        for _ in 0..200 {
            let mut largest = 0.0_f64;
            for side in [0, 1] {
                for line in 0..margins[side].len() {
                    let step = self.newton_step(&effects, &margins, side, line);
                    effects[side][line] += step;
                    largest = largest.max(step.abs());
                }
            }
            if largest < 1e-9 {
                break;
            }
        }
        let rates: Vec<f64> =
            (0..self.cells.len()).map(|cell| logistic(self.log_odds(&effects, cell))).collect();
        let filled = |margin: &[Counts]| margin.iter().filter(|counts| counts.deals() > 0).count();
        let degrees = (filled(&margins[0]).checked_sub(1)?) * (filled(&margins[1]).checked_sub(1)?);
        let p_value = ChiSquared::new(degrees as f64).ok()?.sf(self.deviance(&rates)).clamp(0.0, 1.0);
        Some(AdditiveFit { rates, p_value })
    }

    fn log_odds(&self, effects: &[Vec<f64>; 2], cell: usize) -> f64 {
        effects[0][self.line_of(cell, true)] + effects[1][self.line_of(cell, false)]
    }

    fn newton_step(
        &self,
        effects: &[Vec<f64>; 2],
        margins: &[Vec<Counts>; 2],
        side: usize,
        line: usize,
    ) -> f64 {
        /// Pull towards the middle, in deals; keeps a line without wins or losses finite.
        const PULL: f64 = 0.01;
        let (mut expected, mut curvature) = (0.0, PULL);
        for cell in (0..self.cells.len()).filter(|&cell| self.line_of(cell, side == 0) == line) {
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

    fn departures(
        &self,
        first: &Pattern,
        second: &Pattern,
        fit: &AdditiveFit,
        q_value: f64,
    ) -> Vec<Interaction> {
        let (rows, columns) = (self.margin(true), self.margin(false));
        let mut found = Vec::new();
        for (cell, (&both, &expected_rate)) in self.cells.iter().zip(&fit.rates).enumerate() {
            let deals = both.deals() as f64;
            let residual = (both.won as f64 - deals * expected_rate)
                / (deals * expected_rate * (1.0 - expected_rate)).sqrt();
            let (row, column) = (self.line_of(cell, true), self.line_of(cell, false));
            let (Some(rate), Some(a_rate), Some(b_rate)) =
                (both.rate(), rows[row].rate(), columns[column].rate())
            else {
                continue;
            };
            if both.deals() < LEAST_DEALS || !residual.is_finite() || residual.abs() < LEAST_RESIDUAL {
                continue;
            }
            found.push(Interaction {
                a: format!("{}: {}", first.name, first.bins[row].label),
                b: format!("{}: {}", second.name, second.bins[column].label),
                both,
                a_rate,
                b_rate,
                expected_rate,
                lift_over_expected: rate / expected_rate,
                residual,
                p_value: fit.p_value,
                q_value,
            });
        }
        found
    }
}

fn logistic(x: f64) -> f64 {
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
        let fit = Table { columns: 2, cells }.additive_fit().unwrap();
        assert!(fit.p_value > 0.9);
        assert_relative_eq!(fit.rates[3], logistic(1.0), epsilon = 1e-3);
    }

    #[test]
    fn a_two_by_two_interaction_is_found() {
        // statsmodels 0.15.0: GLM(Binomial) of [[30,70],[35,65],[32,68],[80,20]] on row + column: deviance 18.8242, chi2.sf(deviance, 1) = 1.43336e-5.
        let cells = vec![Counts::new(30, 70), Counts::new(35, 65), Counts::new(32, 68), Counts::new(80, 20)];
        let fit = Table { columns: 2, cells }.additive_fit().unwrap();
        assert_relative_eq!(fit.p_value, 1.433_363_920_622_664_8e-5, max_relative = 1e-2);
        assert_relative_eq!(fit.rates[0], 0.200_811_99, epsilon = 1e-3);
    }
}
