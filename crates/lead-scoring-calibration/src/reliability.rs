//! How well probabilities agree with outcomes: log loss, Brier score, calibration error, reliability table.

use crate::{Rate, Result};
use lead_scoring_metrics::{brier, expected_calibration_error, log_loss, reliability_table};
use lead_scoring_model::ProbabilityMap;
use serde::Serialize;

/// Bins of the reliability table, of about equal count.
const BINS: usize = 10;

/// How well probabilities agree with outcomes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ProbabilityFit {
    /// Mean negative log-likelihood in nats per deal, 0 or more; lower is better (Good 1952).
    pub log_loss: f64,
    /// Mean squared error, 0 to 1; lower is better (Brier 1950).
    pub brier: f64,
    /// Expected calibration error over ten bins of equal count, 0 to 1; lower is better (Naeini et al. 2015).
    pub ece: f64,
    /// Predicted against observed, ascending.
    pub reliability: Vec<Reliability>,
}

/// Deals of similar probability.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Reliability {
    /// Lowest probability in the bin.
    pub lowest: f64,
    /// Highest probability in the bin.
    pub highest: f64,
    /// Mean probability.
    pub predicted: f64,
    /// Share that was won.
    pub observed: Rate,
    /// Deals in the bin.
    pub deals: u64,
    /// Won deals in the bin.
    pub won: u64,
}

/// Compares the probabilities of `map` at `scores` with the outcomes.
///
/// # Errors
/// [`crate::ErrorKind::LengthMismatch`] or [`crate::ErrorKind::Empty`].
pub fn probability_fit(map: &ProbabilityMap, scores: &[i32], won: &[bool]) -> Result<ProbabilityFit> {
    let probabilities: Vec<f64> = scores.iter().map(|&score| map.at(score)).collect();
    let rows = reliability_table(&probabilities, won, BINS, 0.95)?;
    Ok(ProbabilityFit {
        log_loss: log_loss(&probabilities, won)?,
        brier: brier(&probabilities, won)?,
        ece: expected_calibration_error(&probabilities, won, BINS)?,
        reliability: rows
            .iter()
            .map(|row| Reliability {
                lowest: row.lowest,
                highest: row.highest,
                predicted: row.mean_predicted,
                observed: Rate { value: row.rate, lower: row.interval.lower, upper: row.interval.upper },
                deals: row.leads,
                won: row.won,
            })
            .collect(),
    })
}
