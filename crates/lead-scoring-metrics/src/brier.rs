//! The Brier score: the mean squared error of predicted probabilities.
//!
//! Formula: (1/n)·Σ (pᵢ − yᵢ)² with y = 1 for won, 0 for lost (Brier 1950, in the one-event form). The skill
//! score is 1 − Brier/(r·(1 − r)), the gain over predicting the base rate r for every lead (Murphy 1973).
//!
//! | input | result |
//! |---|---|
//! | every outcome predicted with certainty | 0 |
//! | one class | the score is defined; the skill is [`ErrorKind::OneClass`](crate::ErrorKind::OneClass) |
//! | a probability outside 0 to 1 | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) with its index |
//! | NaN | [`ErrorKind::NotFinite`](crate::ErrorKind::NotFinite) with its index |

use crate::error::{Error, Result};
use crate::validate;

/// The Brier score, 0 (best) to 1.
///
/// # Errors
///
/// `LengthMismatch`, `Empty`, `NotFinite`, or `OutOfRange` for a value that is not a probability.
///
/// ```
/// let score = lead_scoring_metrics::brier(&[0.5, 0.5], &[true, false])?;
/// assert_eq!(score, 0.25);
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn brier(probabilities: &[f64], won: &[bool]) -> Result<f64> {
    validate::probabilities(probabilities, won)?;
    let squares =
        probabilities.iter().zip(won).map(|(&p, &is_won)| (p - f64::from(u8::from(is_won))).powi(2));
    Ok(squares.sum::<f64>() / won.len() as f64)
}

/// The Brier skill score: 1 is perfect, 0 no better than the base rate, negative worse.
///
/// # Errors
///
/// Those of [`brier`](fn@brier), and `OneClass` where the base rate is 0 or 1.
pub fn brier_skill(probabilities: &[f64], won: &[bool]) -> Result<f64> {
    let score = brier(probabilities, won)?;
    let rate = won.iter().filter(|&&w| w).count() as f64 / won.len() as f64;
    if rate <= 0.0 {
        Err(Error::one_class("won"))
    } else if rate >= 1.0 {
        Err(Error::one_class("lost"))
    } else {
        Ok(1.0 - score / (rate * (1.0 - rate)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skill_is_the_gain_over_the_base_rate() {
        let won = [true, false, false, false];
        assert!(brier_skill(&[0.25; 4], &won).unwrap().abs() < 1e-15);
        // Brier score 0.25 against 0.1875 for the base rate.
        assert!((brier_skill(&[0.5; 4], &won).unwrap() + 1.0 / 3.0).abs() < 1e-15);
    }
}
