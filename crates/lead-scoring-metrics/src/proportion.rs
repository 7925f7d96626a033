//! Intervals for a share k/n, and for the difference of two shares.
//!
//! | function | formula | promise |
//! |---|---|---|
//! | [`wilson`] | score interval (Wilson 1927): (k + z²/2 ± z·√(k(n−k)/n + z²/4)) / (n + z²) | mean coverage near the level (Brown, Cai & DasGupta 2001); single shares may fall below |
//! | [`wilson_share`] | the same for a share of n effective trials, n any number above 0 | that of [`wilson`] as far as n is right |
//! | [`clopper_pearson`] | beta quantiles at α/2 (Clopper & Pearson 1934) | at least the level for every true share; wider |
//! | [`jeffreys`] | quantiles of Beta(k + ½, n − k + ½) (Brown et al. 2001), limits 0 and 1 at k = 0 and k = n | mean coverage near the level |
//! | [`newcombe_difference`] | p₁ − p₂ with the Wilson limits of both combined (Newcombe 1998, method 10) | mean coverage near the level |
//!
//! | input | result |
//! |---|---|
//! | k = 0 | lower limit exactly 0 |
//! | k = n | upper limit exactly 1 |
//! | n = 0 | [`ErrorKind::Empty`](crate::ErrorKind::Empty) |
//! | k > n, bad level | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) |
//! | n > 10⁹ in the beta-quantile intervals | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange); use [`wilson`] |

use crate::beta::{MAX_ARGUMENT, inverse_regularised_beta};
use crate::error::{Error, Result};
use crate::interval::{Estimate, Interval, z_for, z_one_sided};
use crate::validate;

/// The Wilson score interval of `successes` in `trials`.
///
/// # Errors
///
/// `Empty` for no trials; `OutOfRange` for more successes than trials or a bad `level`.
///
/// ```
/// let interval = lead_scoring_metrics::wilson(12, 40, 0.95)?;
/// assert!((interval.lower - 0.1807).abs() < 1e-4 && (interval.upper - 0.4543).abs() < 1e-4);
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn wilson(successes: u64, trials: u64, level: f64) -> Result<Interval> {
    let z = z_for(level)?;
    validate::successes(successes, trials)?;
    Ok(Interval {
        lower: limit_of_counts(successes, trials, z),
        // By symmetry, so that both limits keep their accuracy near their end.
        upper: 1.0 - limit_of_counts(trials - successes, trials, z),
        level,
    })
}

/// The Wilson score interval of a share that varies like one of `trials` independent ones, which need not be a whole number: the
/// effective number of trials of weighted or clustered data (Kish 1965; Korn & Graubard 1998).
///
/// # Errors
///
/// `Empty` for no trials; `OutOfRange` for a share outside 0 to 1, trials below 0 or not finite, or a bad `level`.
///
/// ```
/// use lead_scoring_metrics::{wilson, wilson_share};
///
/// let (plain, effective) = (wilson(12, 40, 0.95)?, wilson_share(0.3, 25.5, 0.95)?);
/// assert!(effective.lower < plain.lower && plain.upper < effective.upper);
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn wilson_share(share: f64, trials: f64, level: f64) -> Result<Interval> {
    let z = z_for(level)?;
    if !(0.0..=1.0).contains(&share) {
        return Err(Error::out_of_range("share", "give a share from 0 to 1"));
    }
    if !(0.0..f64::INFINITY).contains(&trials) {
        return Err(Error::out_of_range("trials", "give a finite number of at least 0"));
    }
    if trials <= 0.0 {
        return Err(Error::empty("trials"));
    }
    let (k, misses) = (share * trials, (1.0 - share) * trials);
    let (lower, upper) = (wilson_limit(k, misses, z), 1.0 - wilson_limit(misses, k, z));
    Ok(Interval { lower, upper, level })
}

/// The one-sided lower Wilson bound: the share is above it at confidence `level`.
///
/// # Errors
///
/// `Empty` for no trials; `OutOfRange` for more successes than trials or a `level` outside 0.5 to 1.
pub fn wilson_lower(successes: u64, trials: u64, level: f64) -> Result<f64> {
    let z = z_one_sided(level)?;
    validate::successes(successes, trials)?;
    Ok(limit_of_counts(successes, trials, z))
}

/// The one-sided upper Wilson bound: the share is below it at confidence `level`.
///
/// # Errors
///
/// Those of [`wilson_lower`].
pub fn wilson_upper(successes: u64, trials: u64, level: f64) -> Result<f64> {
    validate::successes(successes, trials)?;
    Ok(1.0 - wilson_lower(trials - successes, trials, level)?)
}

/// The Clopper–Pearson ("exact") interval of `successes` in `trials`.
///
/// # Errors
///
/// `Empty` for no trials; `OutOfRange` for more successes than trials, more than 10⁹ trials or a bad
/// `level`.
pub fn clopper_pearson(successes: u64, trials: u64, level: f64) -> Result<Interval> {
    let tail = beta_tail(successes, trials, level)?;
    let (k, misses) = (successes as f64, (trials - successes) as f64);
    Ok(Interval {
        lower: if successes == 0 { 0.0 } else { inverse_regularised_beta(k, misses + 1.0, tail) },
        upper: if successes == trials { 1.0 } else { 1.0 - inverse_regularised_beta(misses, k + 1.0, tail) },
        level,
    })
}

/// The equal-tailed Jeffreys interval of `successes` in `trials`.
///
/// # Errors
///
/// Those of [`clopper_pearson`].
pub fn jeffreys(successes: u64, trials: u64, level: f64) -> Result<Interval> {
    let tail = beta_tail(successes, trials, level)?;
    let (a, b) = (successes as f64 + 0.5, (trials - successes) as f64 + 0.5);
    Ok(Interval {
        lower: if successes == 0 { 0.0 } else { inverse_regularised_beta(a, b, tail) },
        upper: if successes == trials { 1.0 } else { 1.0 - inverse_regularised_beta(b, a, tail) },
        level,
    })
}

/// The difference of two independent shares, k₁/n₁ − k₂/n₂, with Newcombe's hybrid score interval.
///
/// Each argument is (successes, trials).
///
/// # Errors
///
/// Those of [`wilson`], for either share.
pub fn newcombe_difference(first: (u64, u64), second: (u64, u64), level: f64) -> Result<Estimate> {
    let (first_limits, second_limits) =
        (wilson(first.0, first.1, level)?, wilson(second.0, second.1, level)?);
    let (p1, p2) = (first.0 as f64 / first.1 as f64, second.0 as f64 / second.1 as f64);
    let value = p1 - p2;
    let interval = Interval {
        lower: (value - (p1 - first_limits.lower).hypot(second_limits.upper - p2)).max(-1.0),
        upper: (value + (first_limits.upper - p1).hypot(p2 - second_limits.lower)).min(1.0),
        level,
    };
    Ok(Estimate { value, interval: Some(interval) })
}

/// k/n, or `None` for no trials.
pub(crate) fn proportion((successes, trials): (u64, u64)) -> Option<f64> {
    (trials > 0).then(|| successes as f64 / trials as f64)
}

/// The lower Wilson limit, written without a difference of near-equal terms:
/// (m − r)/(n + z²) = k²/(n·(m + r)) with m = k + z²/2 and r² = z²·(k(n−k)/n + z²/4).
fn wilson_limit(k: f64, misses: f64, z: f64) -> f64 {
    if k <= 0.0 {
        return 0.0;
    }
    let n = k + misses;
    let centre = k + 0.5 * z * z;
    let reach = z * (k * (misses / n) + 0.25 * z * z).sqrt();
    (k * (k / n) / (centre + reach)).min(1.0)
}

fn limit_of_counts(successes: u64, trials: u64, z: f64) -> f64 {
    wilson_limit(successes as f64, (trials - successes) as f64, z)
}

fn beta_tail(successes: u64, trials: u64, level: f64) -> Result<f64> {
    validate::level(level)?;
    validate::successes(successes, trials)?;
    if trials as f64 >= MAX_ARGUMENT {
        return Err(Error::out_of_range("trials", "give fewer than 10^9, or use the wilson interval"));
    }
    Ok(0.5 * (1.0 - level))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    #[test]
    fn shares_of_whole_trials_have_wilsons_limits() {
        for (k, n) in [(0, 7), (7, 7), (3, 7), (12, 40), (999, 1_000_000)] {
            let (counted, share) = (wilson(k, n, 0.95), wilson_share(k as f64 / n as f64, n as f64, 0.95));
            let (counted, share) = (counted.unwrap(), share.unwrap());
            assert!(
                (counted.lower - share.lower).abs() < 1e-14 && (counted.upper - share.upper).abs() < 1e-14
            );
        }
        let kind = |share, trials| wilson_share(share, trials, 0.95).unwrap_err().kind();
        assert_eq!(kind(0.5, 0.0), ErrorKind::Empty);
        for (share, trials) in
            [(1.1, 5.0), (f64::NAN, 5.0), (0.5, -1.0), (0.5, f64::NAN), (0.5, f64::INFINITY)]
        {
            assert_eq!(kind(share, trials), ErrorKind::OutOfRange, "{share} of {trials}");
        }
        let tiny = wilson_share(0.5, 1e-300, 0.95).unwrap();
        assert!(tiny.lower >= 0.0 && tiny.upper <= 1.0);
    }

    #[test]
    fn ends_are_exact() {
        for limits in [wilson, clopper_pearson, jeffreys] {
            let (none, all) = (limits(0, 7, 0.9).unwrap(), limits(7, 7, 0.9).unwrap());
            assert_eq!((none.lower.to_bits(), all.upper.to_bits()), (0, 1.0_f64.to_bits()));
            assert!((none.upper + all.lower - 1.0).abs() < 1e-14 && none.upper > 0.0);
        }
    }

    #[test]
    fn bad_counts_are_refused() {
        for limits in [wilson, clopper_pearson, jeffreys] {
            assert_eq!(limits(0, 0, 0.9).unwrap_err().kind(), ErrorKind::Empty);
            assert_eq!(limits(2, 1, 0.9).unwrap_err().kind(), ErrorKind::OutOfRange);
            assert_eq!(limits(1, 2, 1.0).unwrap_err().kind(), ErrorKind::OutOfRange);
        }
        assert_eq!(clopper_pearson(1, u64::MAX, 0.9).unwrap_err().kind(), ErrorKind::OutOfRange);
        let huge = wilson(u64::MAX, u64::MAX, 0.9).unwrap();
        assert!(huge.lower > 0.999 && huge.upper <= 1.0);
    }

    #[test]
    fn one_sided_bounds_are_the_limits_of_the_wider_level() {
        let both = wilson(3, 20, 0.9).unwrap();
        assert!((wilson_lower(3, 20, 0.95).unwrap() - both.lower).abs() < 1e-14);
        assert!((wilson_upper(3, 20, 0.95).unwrap() - both.upper).abs() < 1e-14);
    }

    /// Exact coverage by summing the binomial probabilities over every outcome: no simulation.
    #[test]
    fn coverage_is_what_the_table_says() {
        let n = 30_u64;
        let cover = |limits: fn(u64, u64, f64) -> Result<Interval>, p: f64| -> f64 {
            let mut probability = (1.0 - p).powi(30);
            let mut sum = 0.0;
            for k in 0..=n {
                if limits(k, n, 0.95).unwrap().contains(p) {
                    sum += probability;
                }
                probability *= (n - k) as f64 / (k + 1) as f64 * p / (1.0 - p);
            }
            sum
        };
        let grid: Vec<f64> = (1..200).map(|i| f64::from(i) / 200.0).collect();
        let mean = |limits| grid.iter().map(|&p| cover(limits, p)).sum::<f64>() / grid.len() as f64;
        assert!(grid.iter().all(|&p| cover(clopper_pearson, p) >= 0.95));
        assert!((mean(wilson) - 0.953).abs() < 0.004);
        assert!((mean(jeffreys) - 0.95).abs() < 0.01);
    }
}
