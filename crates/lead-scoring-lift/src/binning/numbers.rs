//! The best bins of numbers.

use super::apply::{Place, Special};
use super::outcomes::same_length;
use super::{BinningOptions, Counted, OptimalBinning, Outcomes, both_outcomes};
use crate::Result;
use crate::cell::Cell;
use crate::label::labels;
use crate::partition::Borders;
use crate::prebin::{DEALS_A_RANGE, Ranges, short_number_between};
use lead_scoring_core::{Binning, NumberStyle};

/// Fewest ranges a number is looked at in, where it has so many values.
const FEWEST_RANGES: f64 = 4.0;

/// Bins numbers: `values` and outcomes row by row. NaN and infinities are missing.
///
/// ```
/// use lead_scoring_lift::{BinningOptions, bin_numbers};
///
/// let employees: Vec<f64> = (0..2000).map(f64::from).collect();
/// let won: Vec<bool> = (0..2000).map(|i| if i < 1280 { i % 10 == 0 } else { i % 3 == 0 }).collect();
/// let binning = bin_numbers(&employees, &won[..], &BinningOptions::default())?;
/// assert_eq!(binning.bins.len(), 2);
/// assert_eq!(binning.bins[0].label, "under 1,280");
/// assert!(binning.bins[0].log_odds < 0.0 && binning.bins[1].log_odds > 0.0);
/// # Ok::<(), lead_scoring_lift::Error>(())
/// ```
///
/// # Errors
/// [`crate::ErrorKind::Length`] for lengths that differ; [`crate::ErrorKind::OneClass`] where all deals ended alike;
/// [`crate::ErrorKind::Rules`] where no grouping meets the rules; [`crate::ErrorKind::Option`] for options out of their range.
pub fn bin_numbers<O: Outcomes + ?Sized>(
    values: &[f64],
    outcomes: &O,
    options: &BinningOptions,
) -> Result<OptimalBinning<O::Cell>> {
    same_length(values.len(), "values", outcomes.rows())?;
    options.check()?;
    let special = options.special_numbers.iter().map(|number| number + 0.0).collect();
    let edges = possible_edges(values, outcomes.weights(), options);
    let counted = count(values, outcomes, &edges, special);
    let rules = options.rules_for(both_outcomes(counted.whole())?.deals(), counted.known().deals());
    let partition = counted.search(&rules, &required_borders(&edges, options))?;
    let inner = partition.ends.iter().filter_map(|&end| edges.get(end.checked_sub(1)?).copied());
    let edges: Vec<f64> = inner.collect();
    let binning = Binning::Range { edges };
    let is_there = |row: usize| outcomes.weights().is_none_or(|weights| weights[row] > 0.0);
    let rows = values.iter().enumerate().filter(|(row, value)| value.is_finite() && is_there(*row));
    let known = || rows.clone().map(|(_, value)| *value);
    let least = known().min_by(f64::total_cmp).filter(|_| known().all(|value| value.fract() == 0.0));
    let labels = labels(&binning, least, NumberStyle::of(known()));
    Ok(counted.into_bins(&rules, &partition, binning, labels))
}

/// Where bins may meet, ascending.
fn possible_edges(values: &[f64], weights: Option<&[f64]>, options: &BinningOptions) -> Vec<f64> {
    let mut edges = match &options.cut_points {
        Some(cut_points) => cut_points.clone(),
        None => edges_of_equal_mass(values, weights, options),
    };
    edges.extend(&options.fixed_cut_points);
    edges.iter_mut().for_each(|edge| *edge += 0.0);
    edges.sort_unstable_by(f64::total_cmp);
    edges.dedup_by(|a, b| a.total_cmp(b).is_eq());
    edges
}

fn required_borders(edges: &[f64], options: &BinningOptions) -> Borders {
    let position = |cut_point: &f64| edges.partition_point(|edge| edge <= cut_point);
    Borders::anywhere().require(options.fixed_cut_points.iter().map(position))
}

/// Borders between ranges of about equal mass, made without a look at the outcome.
fn edges_of_equal_mass(values: &[f64], weights: Option<&[f64]>, options: &BinningOptions) -> Vec<f64> {
    let regular = |value: &f64| value.is_finite() && !options.special_numbers.contains(value);
    let ranges = match weights {
        None => {
            let regular = values.iter().filter(|value| regular(value));
            let mut sorted: Vec<i64> = regular.map(|value| sort_key(value + 0.0)).collect();
            sorted.sort_unstable();
            let runs = sorted.chunk_by(|a, b| a == b);
            let run = |run: &[i64]| (of_sort_key(run[0]), run.len() as f64);
            equal_ranges(&|| runs.clone().map(run), sorted.len() as f64, options)
        }
        Some(weights) => {
            let rows = values.iter().zip(weights).filter(|(value, weight)| regular(value) && **weight > 0.0);
            // By weight too, so that sums do not depend on the order of rows.
            let key = |(value, weight): (&f64, &f64)| (sort_key(value + 0.0), sort_key(*weight));
            let mut sorted: Vec<(i64, i64)> = rows.map(key).collect();
            sorted.sort_unstable();
            let runs = sorted.chunk_by(|a, b| a.0 == b.0);
            let mass = |run: &[(i64, i64)]| run.iter().map(|row| of_sort_key(row.1)).sum::<f64>();
            let run = |run: &[(i64, i64)]| (of_sort_key(run[0].0), mass(run));
            equal_ranges(&|| runs.clone().map(run), mass(&sorted), options)
        }
    };
    ranges.windows(2).map(|pair| short_number_between(pair[0].1, pair[1].0)).collect()
}

/// A whole number that compares as the number does: sorting these is the faster for it.
const fn sort_key(value: f64) -> i64 {
    negatives_turned(value.to_bits() as i64)
}

const fn of_sort_key(key: i64) -> f64 {
    f64::from_bits(negatives_turned(key) as u64)
}

/// Turns the order of negative numbers around, whose larger bits mean less; its own inverse.
const fn negatives_turned(bits: i64) -> i64 {
    if bits < 0 { bits ^ i64::MAX } else { bits }
}

/// Ranges of distinct ascending values with their mass.
fn equal_ranges<I: Iterator<Item = (f64, f64)>>(
    values: &dyn Fn() -> I,
    mass: f64,
    options: &BinningOptions,
) -> Vec<(f64, f64)> {
    let most = options.max_prebins as f64;
    let wanted = (mass / DEALS_A_RANGE as f64).floor().clamp(FEWEST_RANGES.min(most), most);
    let few = values().take(wanted as usize + 1).count() <= wanted as usize;
    let mut target = if few { 0.0 } else { mass / wanted };
    loop {
        let mut ranges = Ranges::new(target);
        values().for_each(|(value, mass)| ranges.push(value, mass));
        // Ranges cut short by a frequent value after them may be too many.
        if ranges.ranges.len() <= options.max_prebins {
            return ranges.ranges;
        }
        target *= 1.125;
    }
}

fn count<O: Outcomes + ?Sized>(
    values: &[f64],
    outcomes: &O,
    edges: &[f64],
    special: Vec<f64>,
) -> Counted<O::Cell> {
    let nothing = O::Cell::default();
    let mut counted = Counted {
        cells: vec![nothing; edges.len() + 1],
        special: vec![nothing; special.len()],
        missing: nothing,
        unseen: nothing,
        values: Special::Numbers(special),
    };
    for (&value, cell) in values.iter().zip(outcomes.cells()) {
        *match counted.values.place_of_number(edges, value) {
            Place::Regular(bin) => &mut counted.cells[bin],
            Place::Special(at) => &mut counted.special[at],
            Place::Missing | Place::Unseen => &mut counted.missing,
        } += cell;
    }
    counted
}
