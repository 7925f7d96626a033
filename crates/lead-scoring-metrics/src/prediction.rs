//! Where a later share k/n is to be expected, when nothing has changed since it was measured once.
//!
//! With s successes in m trials, a true share of Jeffreys' prior has the posterior Beta(s + ½, m − s + ½), and the successes in n later
//! trials are beta-binomial (Brown, Cai & DasGupta 2001 for the prior; Aitchison & Dunsmore 1975 for the prediction). An interval of the
//! true share around the first measure is narrower, since a later one has luck of its own, and skewed the other way where the share is
//! near 0 or 1.
//!
//! Cost: O(n).

use crate::error::{Error, Result};
use crate::interval::Interval;
use crate::validate;

/// Most later trials: the work grows with their number.
const MOST_LATER: u64 = 100_000_000;

/// Lowest and highest share, 0 to 1, of `later` trials that leave at most (1 − `level`) / 2 of the probability below, and above, when `successes` in
/// `trials` have been seen. Both are whole successes over `later`.
///
/// # Errors
///
/// `Empty` for no trials, first or later; `OutOfRange` for more successes than trials, more than 10⁸ later trials or a bad `level`.
///
/// ```
/// // 30 of 100 now: of the next 100 anything from 18 to 43 is chance.
/// let later = lead_scoring_metrics::later_share(30, 100, 100, 0.95)?;
/// assert_eq!((later.lower, later.upper), (0.18, 0.43));
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn later_share(successes: u64, trials: u64, later: u64, level: f64) -> Result<Interval> {
    validate::level(level)?;
    validate::successes(successes, trials)?;
    if later == 0 {
        return Err(Error::empty("later trials"));
    }
    if later > MOST_LATER {
        return Err(Error::out_of_range("later trials", "give at most 10^8"));
    }
    let weights = weights(successes as f64 + 0.5, (trials - successes) as f64 + 0.5, later);
    let tail = 0.5 * (1.0 - level) * weights.iter().sum::<f64>();
    let share = |count: usize| count as f64 / later as f64;
    let lower = beyond(weights.iter(), tail);
    let upper = later as usize - beyond(weights.iter().rev(), tail);
    Ok(Interval { lower: share(lower), upper: share(upper.max(lower)), level })
}

/// Counts from an end on that hold no more than `tail` together.
fn beyond<'a>(weights: impl Iterator<Item = &'a f64>, tail: f64) -> usize {
    let mut sum = 0.0;
    weights
        .take_while(|weight| {
            sum += **weight;
            sum <= tail
        })
        .count()
}

/// Of 0 to n successes what is proportional to their probability, 1 for the likeliest: from there the ratios of neighbours lead both ways.
fn weights(a: f64, b: f64, n: u64) -> Vec<f64> {
    let last = n as usize;
    // P(k + 1) / P(k).
    let ratio = |k: usize| {
        let (k, n) = (k as f64, n as f64);
        (n - k) * (a + k) / ((k + 1.0) * (b + n - k - 1.0))
    };
    let likeliest = (0..last).find(|k| ratio(*k) <= 1.0).unwrap_or(last);
    let mut weights = vec![0.0; last + 1];
    weights[likeliest] = 1.0;
    (likeliest..last).for_each(|k| weights[k + 1] = weights[k] * ratio(k));
    (0..likeliest).rev().for_each(|k| weights[k] = weights[k + 1] / ratio(k));
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    /// `scipy.stats.betabinom.ppf([0.025, 0.975], n, s + 0.5, m - s + 0.5)` of SciPy 1.17.1.
    #[test]
    fn quantiles_of_the_beta_binomial() {
        for (s, m, n, lower, upper) in [
            (30, 100, 100, 18, 43),
            (0, 50, 50, 0, 3),
            (50, 50, 50, 47, 50),
            (3, 67, 67, 0, 9),
            (2_688, 12_000, 100, 14, 31),
            (44, 1_000, 100, 1, 9),
            (1, 7, 1_000, 15, 502),
        ] {
            let limits = later_share(s, m, n, 0.95).unwrap();
            let share = |count: u64| count as f64 / n as f64;
            assert_eq!((limits.lower, limits.upper), (share(lower), share(upper)), "{s} of {m}, then {n}");
        }
    }

    /// Of two samples that win alike, the later lies within the limits of the first at least as often as promised, on either side: summed
    /// over all outcomes of both.
    #[test]
    fn a_later_share_stays_within_its_limits_as_often_as_promised() {
        let chances = |p: f64, n: u64| {
            let mut of = vec![(1.0 - p).powi(n as i32)];
            (1..=n).for_each(|k| of.push(of[k as usize - 1] * (n - k + 1) as f64 / k as f64 * p / (1.0 - p)));
            of
        };
        for (p, m, n) in
            [0.03_f64, 0.1, 0.3, 0.6, 0.95].into_iter().flat_map(|p| [(p, 67, 67), (p, 400, 100)])
        {
            let (first, then) = (chances(p, m), chances(p, n));
            let outside = |below: bool| -> f64 {
                let of_first = |s: u64| {
                    let limits = later_share(s, m, n, 0.95).unwrap();
                    let is_out = |k: &u64| {
                        let share = *k as f64 / n as f64;
                        if below { share < limits.lower } else { share > limits.upper }
                    };
                    first[s as usize] * (0..=n).filter(is_out).map(|k| then[k as usize]).sum::<f64>()
                };
                (0..=m).map(of_first).sum()
            };
            let (below, above) = (outside(true), outside(false));
            assert!(below < 0.025 && above < 0.025, "{p}, {m}, {n}: {below}, {above}");
        }
    }

    #[test]
    fn ends_and_bad_counts() {
        let all = later_share(5, 10, 1, 0.95).unwrap();
        assert_eq!((all.lower, all.upper), (0.0, 1.0));
        let kind = |s, m, n, level| later_share(s, m, n, level).unwrap_err().kind();
        assert_eq!(kind(0, 0, 5, 0.95), ErrorKind::Empty);
        assert_eq!(kind(0, 5, 0, 0.95), ErrorKind::Empty);
        assert_eq!(kind(6, 5, 5, 0.95), ErrorKind::OutOfRange);
        assert_eq!(kind(1, 5, u64::MAX, 0.95), ErrorKind::OutOfRange);
        assert_eq!(kind(1, 5, 5, 1.0), ErrorKind::OutOfRange);
        let huge = later_share(u64::MAX / 2, u64::MAX, 100, 0.95).unwrap();
        assert_eq!((huge.lower, huge.upper), (0.4, 0.6));
    }
}
