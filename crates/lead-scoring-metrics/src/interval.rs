//! A value with its confidence interval, and the normal quantile behind most intervals.
//!
//! Formula: a two-sided level *c* uses z = Φ⁻¹((1 + c)/2), computed from the upper tail so that
//! levels close to 1 keep their accuracy. Φ⁻¹ comes from the inverse complementary error function.
//!
//! | input | result |
//! |---|---|
//! | level ≤ 0, level ≥ 1, NaN | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) |
//! | a statistic whose interval does not exist | [`Estimate::interval`] is `None`; its module says when |

use serde::Serialize;
use statrs::function::erf::{erfc, erfc_inv};

use crate::error::{Error, Result};
use crate::validate;

/// A confidence interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// The lower limit, in the unit of the statistic.
    pub lower: f64,
    /// The upper limit, in the unit of the statistic.
    pub upper: f64,
    /// The confidence level, between 0 and 1; 0.95 for a 95 % interval.
    pub level: f64,
}

impl Interval {
    /// The distance between the limits.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.upper - self.lower
    }

    /// Whether `value` lies within the limits, limits included.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        self.lower <= value && value <= self.upper
    }

    /// The interval `centre ± half`.
    pub(crate) fn around(centre: f64, half: f64, level: f64) -> Self {
        Self { lower: centre - half, upper: centre + half, level }
    }

    /// Both limits sent through an increasing function.
    pub(crate) fn map(self, increasing: impl Fn(f64) -> f64) -> Self {
        Self { lower: increasing(self.lower), upper: increasing(self.upper), level: self.level }
    }
}

/// A statistic and, where one exists, its confidence interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The statistic.
    pub value: f64,
    /// Its interval; `None` where the data cannot support one.
    pub interval: Option<Interval>,
}

/// The normal quantile z of a two-sided interval: `P(|Z| <= z) = level`.
///
/// # Errors
///
/// [`OutOfRange`](crate::ErrorKind::OutOfRange) unless `level` lies strictly between 0 and 1.
///
/// ```
/// let z = lead_scoring_metrics::z_for(0.95)?;
/// assert!((z - 1.959963984540054).abs() < 1e-14);
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn z_for(level: f64) -> Result<f64> {
    validate::level(level)?;
    Ok(std::f64::consts::SQRT_2 * erfc_inv(1.0 - level))
}

/// The normal quantile z of a one-sided bound: `P(Z <= z) = level`, for levels from 0.5.
pub(crate) fn z_one_sided(level: f64) -> Result<f64> {
    validate::level(level)?;
    if level < 0.5 {
        return Err(Error::out_of_range("level", "give a one-sided level from 0.5 to below 1"));
    }
    Ok(std::f64::consts::SQRT_2 * erfc_inv(2.0 * (1.0 - level)))
}

/// The two-sided p-value of a normal test statistic, from the tail so that small ones survive.
#[must_use]
pub fn two_sided_p(z: f64) -> f64 {
    erfc(z.abs() / std::f64::consts::SQRT_2)
}

#[cfg(test)]
mod tests {
    use approx::assert_relative_eq;

    use super::*;

    /// SciPy 1.17.1: `norm.isf((1 - level) / 2)`.
    #[test]
    fn quantiles_match_scipy() {
        for (level, z) in [
            (0.5, 0.674_489_750_196_081_7),
            (0.8, 1.281_551_565_544_600_4),
            (0.9, 1.644_853_626_951_473),
            (0.99, 2.575_829_303_548_900_4),
            (0.999, 3.290_526_731_491_926),
        ] {
            assert_relative_eq!(z_for(level).unwrap(), z, max_relative = 1e-13);
        }
        assert_relative_eq!(z_one_sided(0.95).unwrap(), z_for(0.9).unwrap(), max_relative = 1e-13);
        assert!(z_one_sided(0.5).unwrap().abs() < 1e-15);
        assert!(z_one_sided(0.05).is_err());
    }

    #[test]
    fn p_value_of_a_far_statistic_is_not_zero() {
        // SciPy 1.17.1: 2 * norm.sf(10)
        assert_relative_eq!(two_sided_p(-10.0), 1.523_970_604_832_094e-23, max_relative = 1e-10);
    }

    #[test]
    fn levels_outside_are_refused() {
        for level in [0.0, 1.0, -0.1, 1.5, f64::NAN, f64::INFINITY] {
            assert_eq!(z_for(level).unwrap_err().kind(), crate::ErrorKind::OutOfRange);
        }
    }

    #[test]
    fn contains_its_limits() {
        let interval = Interval::around(0.5, 0.25, 0.95);
        assert!(interval.contains(0.25) && interval.contains(0.75) && !interval.contains(0.76));
        assert_relative_eq!(interval.width(), 0.5);
    }
}
