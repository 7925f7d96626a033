//! Log loss: the mean negative log-likelihood of predicted probabilities, in nats.
//!
//! Formula: −(1/n)·Σ ln q with q = p for a won lead and 1 − p for a lost one (Good 1952). q is raised to at
//! least 10⁻¹⁵, the bound scikit-learn's `log_loss` long used (today it takes the machine epsilon): a certain
//! but wrong prediction costs 34.5 nats and not infinity, the same for both outcomes.
//!
//! | input | result |
//! |---|---|
//! | every outcome predicted with certainty | 0 |
//! | one class | defined |
//! | a probability outside 0 to 1 | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) with its index |
//! | NaN | [`ErrorKind::NotFinite`](crate::ErrorKind::NotFinite) with its index |

use crate::error::Result;
use crate::validate;

/// The least probability the actual outcome is taken to have had.
const LEAST: f64 = 1e-15;

/// The log loss in nats per lead, 0 or more; ln 2 ≈ 0.693 for probabilities of one half.
///
/// # Errors
///
/// `LengthMismatch`, `Empty`, `NotFinite`, or `OutOfRange` for a value that is not a probability.
///
/// ```
/// let loss = lead_scoring_metrics::log_loss(&[0.5, 0.5], &[true, false])?;
/// assert!((loss - std::f64::consts::LN_2).abs() < 1e-15);
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn log_loss(probabilities: &[f64], won: &[bool]) -> Result<f64> {
    validate::probabilities(probabilities, won)?;
    let losses = probabilities
        .iter()
        .zip(won)
        .map(|(&p, &is_won)| if is_won { -p.max(LEAST).ln() } else { -(-p).ln_1p().max(LEAST.ln()) });
    Ok(losses.sum::<f64>() / won.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certain_and_wrong_is_finite() {
        let cost = -(1e-15_f64).ln();
        assert!((log_loss(&[0.0], &[true]).unwrap() - cost).abs() < 1e-9);
        assert!((log_loss(&[1.0], &[false]).unwrap() - cost).abs() < 1e-9);
        assert!(log_loss(&[1.0, 0.0], &[true, false]).unwrap() <= 0.0);
    }
}
