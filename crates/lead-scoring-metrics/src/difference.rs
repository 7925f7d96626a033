//! The difference of two means with Welch's interval and test, as for the separation of two tiers.
//!
//! Formula: d = mean₁ − mean₂, SE² = s₁²/n₁ + s₂²/n₂, degrees of freedom by Welch (1947) and
//! Satterthwaite (1946); the interval is d ± t·SE. For two conversion rates prefer
//! [`newcombe_difference`](crate::newcombe_difference).
//!
//! | input | result |
//! |---|---|
//! | a group of one value | interval, error and p-value `None` |
//! | both groups without spread | the same |
//! | an empty group | [`ErrorKind::Empty`](crate::ErrorKind::Empty) |
//! | NaN or infinite value | [`ErrorKind::NotFinite`](crate::ErrorKind::NotFinite) with its index |
//! | values whose squares leave the range of `f64` | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) |

use serde::Serialize;

use crate::error::{Error, Result};
use crate::interval::{Estimate, Interval, z_for};
use crate::student::{t_for, t_p_value};
use crate::validate;

/// Two means compared.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MeanDifference {
    /// Mean of the first group.
    pub first_mean: f64,
    /// Mean of the second group.
    pub second_mean: f64,
    /// First minus second mean, with Welch's interval where one exists.
    pub difference: Estimate,
    /// Standard error of the difference; `None` where it does not exist or is 0.
    pub standard_error: Option<f64>,
    /// Welch–Satterthwaite degrees of freedom, where the standard error exists.
    pub degrees_of_freedom: Option<f64>,
    /// Two-sided p-value of "equal means", where the standard error exists.
    pub p_value: Option<f64>,
}

/// Compares the means of two independent groups.
///
/// # Errors
///
/// `Empty`, `NotFinite`, or `OutOfRange` for a bad `level` or values too large to square.
///
/// ```
/// let hot = [62.0, 71.0, 80.0, 75.0];
/// let cold = [20.0, 35.0, 31.0];
/// let result = lead_scoring_metrics::difference_of_means(&hot, &cold, 0.95)?;
/// assert!(result.difference.interval.is_some_and(|i| i.lower > 20.0));
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn difference_of_means(first: &[f64], second: &[f64], level: f64) -> Result<MeanDifference> {
    let z = z_for(level)?;
    let (one, two) = (Sample::of("first group", first)?, Sample::of("second group", second)?);
    let value = one.mean - two.mean;
    if !value.is_finite() {
        return Err(too_large("the groups"));
    }
    let error = match (one.squared_error, two.squared_error) {
        (Some(a), Some(b)) if a + b > 0.0 => Some((a + b).sqrt()),
        _ => None,
    };
    let degrees_of_freedom = error.map(|e| {
        // Shares of the variance, so that very small errors do not vanish when squared.
        let share = |s: &Sample| s.squared_error.unwrap_or(0.0) / (e * e);
        1.0 / (share(&one).powi(2) / (one.size - 1.0) + share(&two).powi(2) / (two.size - 1.0))
    });
    let both = error.zip(degrees_of_freedom);
    Ok(MeanDifference {
        first_mean: one.mean,
        second_mean: two.mean,
        difference: Estimate {
            value,
            interval: both.map(|(e, df)| Interval::around(value, t_for(level, df, z) * e, level)),
        },
        standard_error: error,
        degrees_of_freedom,
        p_value: both.map(|(e, df)| t_p_value(value / e, df)),
    })
}

struct Sample {
    size: f64,
    mean: f64,
    /// s²/n; `None` for one value.
    squared_error: Option<f64>,
}

impl Sample {
    fn of(what: &'static str, values: &[f64]) -> Result<Self> {
        if values.is_empty() {
            return Err(Error::empty(what));
        }
        validate::all_finite(what, values)?;
        let size = values.len() as f64;
        let mean = values.iter().sum::<f64>() / size;
        let squares: f64 = values.iter().map(|v| (v - mean).powi(2)).sum();
        if !squares.is_finite() {
            return Err(too_large(what));
        }
        let squared_error = (values.len() > 1).then(|| squares / (size - 1.0) / size);
        Ok(Self { size, mean, squared_error })
    }
}

fn too_large(what: &'static str) -> Error {
    Error::out_of_range(what, "the values are too large to square; scale them down")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    #[test]
    fn no_spread_no_interval() {
        let result = difference_of_means(&[2.0, 2.0], &[1.0, 1.0], 0.95).unwrap();
        assert_eq!(result.difference, Estimate { value: 1.0, interval: None });
        assert_eq!((result.standard_error, result.p_value), (None, None));
        assert_eq!(difference_of_means(&[2.0], &[1.0, 3.0], 0.95).unwrap().p_value, None);
    }

    #[test]
    fn bad_values_are_refused() {
        let kind = |a: &[f64], b: &[f64]| difference_of_means(a, b, 0.95).unwrap_err().kind();
        assert_eq!(kind(&[], &[1.0]), ErrorKind::Empty);
        assert_eq!(kind(&[f64::NAN], &[1.0]), ErrorKind::NotFinite);
        assert_eq!(kind(&[f64::MAX, f64::MIN], &[1.0]), ErrorKind::OutOfRange);
        assert_eq!(kind(&[f64::MAX, f64::MAX], &[1.0]), ErrorKind::OutOfRange);
    }
}
