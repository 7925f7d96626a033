//! The test for "present against absent": exact where cells are small, the pooled z test elsewhere.
//!
//! `z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2))` with the pooled rate `p`; its square is Pearson's chi-square. Where an expected count
//! is under 5, Fisher's exact test takes its place (Cochran 1954).

use super::{fisher_exact, two_sided};
use crate::Counts;
use serde::Serialize;

/// Which test gave a p value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Test {
    /// Pooled two-proportion z test.
    Z,
    /// Fisher's exact test.
    Fisher,
}

/// A two-by-two test's result.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct TwoByTwo {
    /// Two-sided p value, 0 to 1.
    pub p_value: f64,
    /// The test it comes from.
    pub test: Test,
}

/// The pooled z statistic of two groups; `None` where either is empty or all deals have one outcome.
#[must_use]
pub fn two_proportion_z(present: Counts, absent: Counts) -> Option<f64> {
    let pooled = (present + absent).rate()?;
    let (p1, p2) = (present.rate()?, absent.rate()?);
    let variance = pooled * (1.0 - pooled) * (1.0 / present.deals() as f64 + 1.0 / absent.deals() as f64);
    (variance > 0.0).then(|| (p1 - p2) / variance.sqrt())
}

/// Tests present against absent; `None` where either is empty or all deals have one outcome.
#[must_use]
pub fn two_by_two(present: Counts, absent: Counts) -> Option<TwoByTwo> {
    let z = two_proportion_z(present, absent)?;
    let base = (present + absent).rate()?;
    let smallest = present.deals().min(absent.deals()) as f64 * base.min(1.0 - base);
    if smallest < 5.0 {
        return Some(TwoByTwo { p_value: fisher_exact(present, absent), test: Test::Fisher });
    }
    Some(TwoByTwo { p_value: two_sided(z), test: Test::Z })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::significance::chi_square;
    use approx::assert_relative_eq;

    #[test]
    fn z_squared_is_chi_square() {
        let (present, absent) = (Counts::new(40, 60), Counts::new(90, 310));
        let z = two_proportion_z(present, absent).unwrap();
        let chi = chi_square(&[present, absent]).unwrap();
        assert_relative_eq!(z * z, chi.statistic, max_relative = 1e-12);
        let test = two_by_two(present, absent).unwrap();
        assert_eq!(test.test, Test::Z);
        assert_relative_eq!(test.p_value, chi.p_value, max_relative = 1e-8);
    }

    #[test]
    fn small_cells_are_tested_exactly() {
        assert_eq!(two_by_two(Counts::new(3, 1), Counts::new(10, 40)).unwrap().test, Test::Fisher);
        assert!(two_by_two(Counts::new(0, 0), Counts::new(10, 40)).is_none());
    }
}
