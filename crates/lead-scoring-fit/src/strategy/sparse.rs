//! The sparse risk score: few single bins with small whole numbers, as on a card to score by hand.

use super::Term;
use crate::View;
use crate::sparse::{Sign, SparseOptions, risk_score};
use lead_scoring_lift::LearnedBins;

/// Bins with points.
const BINS: usize = 10;

pub(super) fn learn(view: &View<'_>) -> Vec<Term> {
    let rows: Vec<usize> = (0..view.analysis().won().len()).filter(|&row| view.is_learned(row)).collect();
    let won: Vec<bool> = rows.iter().map(|&row| view.analysis().won()[row]).collect();
    let fields: Vec<LearnedBins> =
        (0..view.fields().len()).map(|at| view.pattern(at).bins_without(view.aside())).collect();
    let bins = || {
        let of_field = |(at, field): (usize, &LearnedBins)| {
            let count = field.log_odds.len();
            (0..count).map(move |bin| (at, bin))
        };
        fields.iter().enumerate().flat_map(of_field).filter(|&(at, bin)| fields[at].log_odds[bin] != 0.0)
    };
    let column = |(at, bin): (usize, usize)| -> Vec<bool> {
        rows.iter().map(|&row| usize::from(fields[at].codes[row]) == bin).collect()
    };
    let columns: Vec<Vec<bool>> = bins().map(column).collect();
    let borrowed: Vec<&[bool]> = columns.iter().map(Vec::as_slice).collect();
    let mut options = SparseOptions::new(BINS.min(view.options().max_signals));
    let sign = |(at, bin): (usize, usize)| {
        if fields[at].log_odds[bin] > 0.0 { Sign::NotNegative } else { Sign::NotPositive }
    };
    options.signs = bins().map(sign).collect();
    // The options are within their limits, so that nothing is refused.
    let Ok(found) = risk_score(&borrowed, &won, &options) else { return Vec::new() };
    let term = |((at, bin), &points): ((usize, usize), &i32)| {
        Term::bin(at, bin, found.slope * f64::from(points) / fields[at].log_odds[bin])
    };
    let with_points = bins().zip(&found.coefficients).filter(|(_, points)| **points != 0);
    with_points.map(term).collect()
}
