//! Combinations whose win rate two fields alone do not explain.
//!
//! For every pair of fields an additive model in log odds is fitted to the table of their bins and the pair's departure from it is tested,
//! corrected over all pairs (Benjamini-Hochberg). From pairs that pass, cells are named whose own standardised residual
//! `(won - sum p) / sqrt(sum p (1 - p))` is at least 3 in size. A field with one bin is not tested.
//!
//! Cost: one pass over the deals a pair; the fit works on the table.

use crate::additive::{AdditiveFit, Table};
use crate::significance::q_values;
use crate::{Analysis, Counts, Pattern};
use serde::Serialize;

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

/// Two fields that were tested for combinations.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct TestedPair {
    /// Names of the two, the stronger first.
    pub names: [String; 2],
    /// Probability of such a departure if the two were additive.
    pub p_value: f64,
    /// The same, corrected over all pairs tested.
    pub q_value: f64,
}

/// What a search for combinations tested and found.
#[derive(Clone, Debug, Default, Serialize)]
#[non_exhaustive]
pub struct Interactions {
    /// The combinations that are named, largest residual first.
    pub found: Vec<Interaction>,
    /// The pairs of fields that were tested, whether any of their combinations is named or not.
    pub tested: Vec<TestedPair>,
}

/// The combinations found among the strongest fields of an analysis, at most `most`, and the pairs tested for them.
///
/// `level` is the largest q value at which a field counts as predictive.
#[must_use]
pub fn interactions(analysis: &Analysis, level: f64, most: usize) -> Interactions {
    let pairs = pairs(analysis, level);
    let q = q_values(&pairs.iter().map(|(.., fit)| Some(fit.p_value)).collect::<Vec<_>>());
    let mut found: Vec<Interaction> = Vec::new();
    let mut tested = Vec::new();
    for ((first, second, table, fit), q_value) in pairs.iter().zip(q) {
        let Some(q_value) = q_value else { continue };
        let names = [first.name.clone(), second.name.clone()];
        tested.push(TestedPair { names, p_value: fit.p_value, q_value });
        if q_value <= LEVEL {
            found.extend(departures(table, first, second, fit, q_value));
        }
    }
    found.sort_by(|a, b| {
        b.residual.abs().total_cmp(&a.residual.abs()).then_with(|| a.a.cmp(&b.a)).then_with(|| a.b.cmp(&b.b))
    });
    found.truncate(most);
    Interactions { found, tested }
}

/// A pair of fields with its deals and what the two add up to.
type Pair<'a> = (&'a Pattern, &'a Pattern, Table, AdditiveFit);

/// The pairs of the strongest fields that an additive model can be fitted to.
fn pairs(analysis: &Analysis, level: f64) -> Vec<Pair<'_>> {
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
            let table = table(first, second, analysis.won());
            if let Some(fit) = table.additive_fit() {
                pairs.push((first.0, second.0, table, fit));
            }
        }
    }
    pairs
}

/// Deals by the regular bins of two fields; deals with either value missing are left out.
fn table(first: &(&Pattern, Vec<u16>), second: &(&Pattern, Vec<u16>), won: &[bool]) -> Table {
    let (rows, columns) = (first.0.binning.bins(), second.0.binning.bins());
    // One more row and column take the missing values.
    let width = columns + 1;
    let mut counts = vec![[0_u64; 2]; (rows + 1) * width];
    for ((&a, &b), &won) in first.1.iter().zip(&second.1).zip(won) {
        counts[usize::from(a) * width + usize::from(b)][usize::from(won)] += 1;
    }
    let known = counts.chunks_exact(width).take(rows).flat_map(|row| &row[..columns]);
    Table::plain(columns, known.map(|[lost, won]| Counts::new(*won, *lost)).collect())
}

fn departures(
    table: &Table,
    first: &Pattern,
    second: &Pattern,
    fit: &AdditiveFit,
    q_value: f64,
) -> Vec<Interaction> {
    let (rows, columns) = (table.margin(true), table.margin(false));
    let mut found = Vec::new();
    for (cell, (&both, &expected_rate)) in table.cells.iter().zip(&fit.rates).enumerate() {
        let deals = both.deals() as f64;
        let residual = (both.won as f64 - deals * expected_rate)
            / (deals * expected_rate * (1.0 - expected_rate)).sqrt();
        let (row, column) = (table.line_of(cell, true), table.line_of(cell, false));
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
