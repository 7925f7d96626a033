//! The ratio of two conversion rates, (w₁/n₁)/(w₂/n₂), as in a lift, with two intervals.
//!
//! Katz: ln RR ± z·√(1/w₁ − 1/n₁ + 1/w₂ − 1/n₂) (Katz, Baptista, Azen & Pike 1978).
//!
//! Koopman: all ratios φ that the score test does not reject, U(φ) ≤ z², where
//! U(φ) = Σᵢ (wᵢ − nᵢp̃ᵢ)²/(nᵢp̃ᵢ(1 − p̃ᵢ)) at the rates p̃₁ = φ·p̃₂ that fit best under φ; p̃₁ is the smaller
//! root of (n₁+n₂)p² − (φ(n₁+w₂) + w₁ + n₂)p + φ(w₁+w₂) = 0 (Koopman 1984). It holds its level better in
//! small groups and exists where Katz does not. The limits are found by bisection.
//!
//! The two groups must not share leads: compare "with" against "without", not against the whole.
//!
//! | input | Katz | Koopman |
//! |---|---|---|
//! | w₁ = 0 | interval `None` | from 0 |
//! | w₂ = 0 | [`ErrorKind::Undefined`](crate::ErrorKind::Undefined) | the same: the ratio has no finite value |
//! | w₁ = n₁ and w₂ = n₂ | interval `None` (its width would be 0) | exists |
//! | n₁ = 0 or n₂ = 0 | [`ErrorKind::Empty`](crate::ErrorKind::Empty) | the same |
//! | w > n, bad level | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) | the same |

use crate::error::{Error, Result};
use crate::interval::{Estimate, Interval, z_for};
use crate::validate;

/// The rate ratio with the Katz log interval. Each argument is (won, leads).
///
/// # Errors
///
/// `Empty` for a group without leads, `OutOfRange` for more won than leads or a bad `level`,
/// `Undefined` where the second group has no win.
pub fn katz(first: (u64, u64), second: (u64, u64), level: f64) -> Result<Estimate> {
    let z = z_for(level)?;
    let value = ratio(first, second)?;
    let variance = log_variance(first) + log_variance(second);
    let interval = (first.0 > 0 && variance > 0.0)
        .then(|| Interval::around(value.ln(), z * variance.sqrt(), level).map(f64::exp))
        .filter(|i| i.upper.is_finite());
    Ok(Estimate { value, interval })
}

/// The rate ratio with the Koopman score interval. Each argument is (won, leads).
///
/// # Errors
///
/// Those of [`katz`].
///
/// ```
/// // 30 of 60 leads with the attribute were won, 20 of 100 without it.
/// let lift = lead_scoring_metrics::koopman((30, 60), (20, 100), 0.95)?;
/// let interval = lift.interval.expect("the second group has wins");
/// assert_eq!(lift.value, 2.5);
/// assert!(interval.lower > 1.5 && interval.upper < 4.1);
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn koopman(first: (u64, u64), second: (u64, u64), level: f64) -> Result<Estimate> {
    let z = z_for(level)?;
    let value = ratio(first, second)?;
    let accepted = |phi: f64| score_statistic(first, second, phi) <= z * z;

    let lower = if first.0 == 0 {
        0.0
    } else {
        let mut outside = value;
        while accepted(outside) && outside > f64::MIN_POSITIVE {
            outside *= 0.5;
        }
        bisect(outside, value, accepted)
    };
    let mut outside = if value > 0.0 { value } else { 1.0 / second.1 as f64 };
    while accepted(outside) && outside < f64::MAX / 4.0 {
        outside *= 2.0;
    }
    let upper = bisect(outside, value, accepted);
    Ok(Estimate { value, interval: Some(Interval { lower, upper, level }) })
}

fn ratio(first: (u64, u64), second: (u64, u64)) -> Result<f64> {
    validate::successes(first.0, first.1)?;
    validate::successes(second.0, second.1)?;
    if second.0 == 0 {
        return Err(Error::undefined("the rate ratio", "the second group has no win to divide by"));
    }
    // Products before the one division: the quotient of two rounded rates would miss exact ratios.
    Ok((first.0 as f64 * second.1 as f64) / (first.1 as f64 * second.0 as f64))
}

/// Variance of the log of a rate, 1/w − 1/n, without the difference.
fn log_variance((won, leads): (u64, u64)) -> f64 {
    (leads - won) as f64 / leads as f64 / won as f64
}

/// The limit between a rejected and an accepted ratio, as the last accepted floating-point number.
fn bisect(mut rejected: f64, mut kept: f64, accepted: impl Fn(f64) -> bool) -> f64 {
    loop {
        let middle = 0.5 * (rejected + kept);
        if middle <= rejected.min(kept) || middle >= rejected.max(kept) {
            return kept;
        }
        if accepted(middle) {
            kept = middle;
        } else {
            rejected = middle;
        }
    }
}

/// Koopman's U at the ratio `phi`.
fn score_statistic(first: (u64, u64), second: (u64, u64), phi: f64) -> f64 {
    let (w1, n1) = (first.0 as f64, first.1 as f64);
    let (w2, n2) = (second.0 as f64, second.1 as f64);
    let (all, wins) = (n1 + n2, w1 + w2);
    let linear = phi * (n1 + w2) + w1 + n2;
    let root = (linear * linear - 4.0 * all * phi * wins).max(0.0).sqrt();
    let p1 = (2.0 * phi * wins / (linear + root)).clamp(0.0, 1.0);
    let p2 = (2.0 * wins / (linear + root)).clamp(0.0, 1.0);
    pearson_term(w1, n1, p1) + pearson_term(w2, n2, p2)
}

fn pearson_term(won: f64, leads: f64, rate: f64) -> f64 {
    let gap = won - leads * rate;
    let variance = leads * rate * (1.0 - rate);
    if variance > 0.0 {
        gap * gap / variance
    } else if gap.abs() < 1e-9 * leads {
        0.0
    } else {
        f64::INFINITY
    }
}

#[cfg(test)]
mod tests {
    use approx::assert_relative_eq;

    use super::*;
    use crate::ErrorKind;

    #[test]
    fn no_win_in_the_first_group() {
        assert_eq!(katz((0, 20), (5, 20), 0.95).unwrap(), Estimate { value: 0.0, interval: None });
        let interval = koopman((0, 20), (5, 20), 0.95).unwrap().interval.unwrap();
        assert_eq!(interval.lower.to_bits(), 0);
        assert!(interval.upper > 0.1 && interval.upper < 1.0);
    }

    /// With all leads won the limits have a closed form: n₁/(n₁ + z²) and (n₂ + z²)/n₂.
    #[test]
    fn all_won_in_both_groups() {
        assert_eq!(katz((8, 8), (5, 5), 0.95).unwrap().interval, None);
        let interval = koopman((8, 8), (5, 5), 0.95).unwrap().interval.unwrap();
        let z2 = z_for(0.95).unwrap().powi(2);
        assert_relative_eq!(interval.lower, 8.0 / (8.0 + z2), max_relative = 1e-9);
        assert_relative_eq!(interval.upper, (5.0 + z2) / 5.0, max_relative = 1e-9);
    }

    #[test]
    fn swapping_the_groups_inverts_the_interval() {
        let (there, back) =
            (koopman((7, 30), (12, 90), 0.9).unwrap(), koopman((12, 90), (7, 30), 0.9).unwrap());
        let (there, back) = (there.interval.unwrap(), back.interval.unwrap());
        assert_relative_eq!(there.lower, 1.0 / back.upper, max_relative = 1e-10);
        assert_relative_eq!(there.upper, 1.0 / back.lower, max_relative = 1e-10);
    }

    #[test]
    fn impossible_ratios_are_errors() {
        for limits in [katz, koopman] {
            assert_eq!(limits((1, 2), (0, 9), 0.9).unwrap_err().kind(), ErrorKind::Undefined);
            assert_eq!(limits((0, 0), (1, 9), 0.9).unwrap_err().kind(), ErrorKind::Empty);
            assert_eq!(limits((3, 2), (1, 9), 0.9).unwrap_err().kind(), ErrorKind::OutOfRange);
        }
    }
}
