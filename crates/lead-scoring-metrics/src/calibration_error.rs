//! Reliability table and expected calibration error (ECE) in bins of equal count.
//!
//! Formula: the leads, ordered by probability, fall into k bins of about n/k leads;
//! ECE = Σ (n_b/n)·|mean p in b − won share in b| (Naeini, Cooper & Hauskrecht 2015; equal-count bins as in
//! Nguyen & O'Connor 2015). A lead's bin is ⌊k·m/n⌋, m being the middle position of the leads with its
//! probability, so equal probabilities are never split and the result does not depend on row order. Bins
//! that no probability falls into are left out.
//!
//! ECE is biased upwards: even a perfect probability shows about √(k/n) of it. Compare like with like.
//!
//! | input | result |
//! |---|---|
//! | all probabilities equal | one bin |
//! | more bins than leads | at most one bin per distinct probability |
//! | 0 bins | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) |
//! | one class | defined |

use serde::Serialize;

use crate::counts::{ScoreCounts, ScoreGroup};
use crate::error::{Error, Result};
use crate::interval::{Interval, z_for};
use crate::proportion::wilson;
use crate::validate;

/// One bin of a reliability table.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ReliabilityRow {
    /// The lowest probability in the bin.
    pub lowest: f64,
    /// The highest probability in the bin.
    pub highest: f64,
    /// The mean predicted probability.
    pub mean_predicted: f64,
    /// The won share of the leads in the bin.
    pub rate: f64,
    /// The Wilson interval of `rate`.
    pub interval: Interval,
    /// How many leads fall into the bin.
    pub leads: u64,
    /// How many of them were won.
    pub won: u64,
}

/// Predicted probability against won share, in bins of about equal count, ascending.
///
/// `level` is that of the Wilson interval of each row.
///
/// # Errors
///
/// `LengthMismatch`, `Empty`, `NotFinite`, or `OutOfRange` for a value that is not a probability, no bins
/// or a bad `level`.
pub fn reliability_table(
    probabilities: &[f64],
    won: &[bool],
    bins: usize,
    level: f64,
) -> Result<Vec<ReliabilityRow>> {
    z_for(level)?;
    validate::probabilities(probabilities, won)?;
    if bins == 0 {
        return Err(Error::out_of_range("bins", "give at least 1"));
    }
    let counts = ScoreCounts::from_scores(probabilities, won)?;
    let mut below = 0_u128;
    let placed: Vec<(u128, ScoreGroup)> = counts
        .groups()
        .iter()
        .map(|&group| {
            let twice_middle = 2 * below + u128::from(group.total());
            below += u128::from(group.total());
            (bins as u128 * twice_middle / (2 * u128::from(counts.total())), group)
        })
        .collect();
    placed.chunk_by(|a, b| a.0 == b.0).map(|bin| row(bin, level)).collect()
}

/// The expected calibration error over `bins` bins of about equal count, 0 (best) to 1.
///
/// # Errors
///
/// Those of [`reliability_table`].
///
/// ```
/// let won = [false, false, true, true];
/// let error = lead_scoring_metrics::expected_calibration_error(&[0.1, 0.1, 0.9, 0.9], &won, 2)?;
/// assert!((error - 0.1).abs() < 1e-15);
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn expected_calibration_error(probabilities: &[f64], won: &[bool], bins: usize) -> Result<f64> {
    let table = reliability_table(probabilities, won, bins, 0.95)?;
    let weighted = table.iter().map(|r| r.leads as f64 * (r.mean_predicted - r.rate).abs());
    Ok((weighted.sum::<f64>() / won.len() as f64).min(1.0))
}

fn row(bin: &[(u128, ScoreGroup)], level: f64) -> Result<ReliabilityRow> {
    let groups = || bin.iter().map(|(_, group)| group);
    let (leads, won) = (groups().map(ScoreGroup::total).sum(), groups().map(|g| g.won).sum());
    let predicted: f64 = groups().map(|g| g.score * g.total() as f64).sum();
    let lowest = groups().map(|g| g.score).fold(1.0, f64::min);
    let highest = groups().map(|g| g.score).fold(0.0, f64::max);
    Ok(ReliabilityRow {
        lowest,
        highest,
        mean_predicted: (predicted / leads as f64).clamp(lowest, highest),
        rate: won as f64 / leads as f64,
        interval: wilson(won, leads, level)?,
        leads,
        won,
    })
}
