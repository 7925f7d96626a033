//! The sparse risk score: few single bins with small whole numbers, as on a card to score by hand.

use super::Term;
use crate::View;
use crate::sparse::{Sign, SparseOptions, risk_score};
use lead_scoring_lift::LearnedBins;

/// Bins with points.
const BINS: usize = 10;
/// Bins that are tried, those that tell most by themselves.
const MOST_TRIED: usize = 60;

/// A bin that may get points.
struct Candidate {
    at: usize,
    bin: usize,
    log_odds: f64,
}

pub(super) fn learn(view: &View<'_>) -> Vec<Term> {
    let rows: Vec<usize> = (0..view.analysis().won().len()).filter(|&row| view.is_learned(row)).collect();
    let won: Vec<bool> = rows.iter().map(|&row| view.analysis().won()[row]).collect();
    let fields: Vec<LearnedBins> =
        (0..view.fields().len()).map(|at| view.pattern(at).bins_without(view.aside())).collect();
    let candidates = candidates(&fields, &rows);
    let column = |candidate: &Candidate| -> Vec<bool> {
        let codes = &fields[candidate.at].codes;
        rows.iter().map(|&row| usize::from(codes[row]) == candidate.bin).collect()
    };
    let columns: Vec<Vec<bool>> = candidates.iter().map(column).collect();
    let borrowed: Vec<&[bool]> = columns.iter().map(Vec::as_slice).collect();
    let mut options = SparseOptions::new(BINS.min(view.options().max_signals));
    let sign = |candidate: &Candidate| {
        if candidate.log_odds > 0.0 { Sign::NotNegative } else { Sign::NotPositive }
    };
    options.signs = candidates.iter().map(sign).collect();
    // The options are within their limits, so that nothing is refused.
    let Ok(found) = risk_score(&borrowed, &won, &options) else { return Vec::new() };
    let with_points = candidates.iter().zip(&found.coefficients).filter(|(_, points)| **points != 0);
    with_points
        .map(|(candidate, &points)| {
            let weight = found.slope * f64::from(points) / candidate.log_odds;
            Term::bin(candidate.at, candidate.bin, weight)
        })
        .collect()
}

/// The bins with an effect that tell most: deals times the square of the log odds, which is twice the gain in likelihood up to a factor that
/// all share.
fn candidates(fields: &[LearnedBins], rows: &[usize]) -> Vec<Candidate> {
    let mut ranked: Vec<(f64, Candidate)> = Vec::new();
    for (at, field) in fields.iter().enumerate() {
        let mut deals = vec![0_u32; field.log_odds.len()];
        rows.iter().for_each(|&row| deals[usize::from(field.codes[row])] += 1);
        let with_effect =
            field.log_odds.iter().zip(deals).enumerate().filter(|(_, (effect, _))| **effect != 0.0);
        ranked.extend(with_effect.map(|(bin, (&log_odds, deals))| {
            (f64::from(deals) * log_odds * log_odds, Candidate { at, bin, log_odds })
        }));
    }
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked.into_iter().take(MOST_TRIED).map(|(_, candidate)| candidate).collect()
}
