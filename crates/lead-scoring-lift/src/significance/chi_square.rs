//! Pearson's chi-square test of a table of groups by outcome (Pearson 1900).
//!
//! `X^2 = sum (observed - expected)^2 / expected` over the `2 k` cells, with `k - 1` degrees of freedom; the p value is the upper tail of
//! the chi-square distribution, taken directly and not as 1 minus the lower tail. Groups without deals do not count.
//!
//! | case | result |
//! |---|---|
//! | fewer than two groups with deals, or one outcome only | `None` |

use crate::Counts;
use statrs::distribution::{ChiSquared, ContinuousCDF};

/// A chi-square test's result.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChiSquare {
    /// The statistic, at least 0.
    pub statistic: f64,
    /// Degrees of freedom.
    pub degrees: u64,
    /// Upper-tail probability, 0 to 1.
    pub p_value: f64,
    /// Smallest expected count of a cell; under 5 the p value is rough (Cochran 1954).
    pub smallest_expected: f64,
}

/// The test over groups; see the module text for when there is none.
#[must_use]
pub fn chi_square(groups: &[Counts]) -> Option<ChiSquare> {
    let groups: Vec<Counts> = groups.iter().copied().filter(|group| group.deals() > 0).collect();
    let whole: Counts = groups.iter().copied().sum();
    if groups.len() < 2 || whole.won == 0 || whole.lost == 0 {
        return None;
    }
    let base = whole.won as f64 / whole.deals() as f64;
    let mut statistic = 0.0;
    let mut smallest_expected = f64::INFINITY;
    for group in &groups {
        let deals = group.deals() as f64;
        for (observed, expected) in
            [(group.won as f64, deals * base), (group.lost as f64, deals * (1.0 - base))]
        {
            statistic += (observed - expected).powi(2) / expected;
            smallest_expected = smallest_expected.min(expected);
        }
    }
    let degrees = groups.len() as u64 - 1;
    let p_value = ChiSquared::new(degrees as f64).ok()?.sf(statistic).clamp(0.0, 1.0);
    Some(ChiSquare { statistic, degrees, p_value, smallest_expected })
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn reference_values() {
        // scipy 1.17.1: chi2_contingency([[30, 70], [45, 55], [12, 88]], correction=False)
        let test = chi_square(&[Counts::new(30, 70), Counts::new(45, 55), Counts::new(12, 88)]).unwrap();
        assert_relative_eq!(test.statistic, 26.517_727_051_966_975, max_relative = 1e-12);
        assert_relative_eq!(test.p_value, 1.744_812_381_276_468_5e-6, max_relative = 1e-9);
        assert_eq!(test.degrees, 2);
        assert_relative_eq!(test.smallest_expected, 29.0);
    }

    #[test]
    fn tails_are_not_lost() {
        let test = chi_square(&[Counts::new(400, 100), Counts::new(100, 400)]).unwrap();
        assert!(test.p_value > 0.0 && test.p_value < 1e-70);
    }

    #[test]
    fn nothing_to_compare() {
        assert!(chi_square(&[Counts::new(3, 4)]).is_none());
        assert!(chi_square(&[Counts::new(3, 0), Counts::new(4, 0)]).is_none());
        assert!(chi_square(&[Counts::new(3, 2), Counts::new(0, 0)]).is_none());
    }
}
