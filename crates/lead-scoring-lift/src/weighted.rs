//! Won and lost deals that count more or less than one each.
//!
//! A weight says how many deals a row stands for, so that a row of weight 3 counts as three equal rows: sizes, penalties, priors and tests
//! are in weighted deals. Weights that only say how much a row matters should be scaled to sum to the number of rows.

use crate::cell::Cell;
use crate::significance::{two_by_two, two_sided};
use crate::{Counts, Error, ErrorKind, Result};
use std::cmp::Ordering;
use std::ops::{Add, AddAssign};

/// Win rates whose relative difference is no more than this are equal: sums of weights are rounded.
const ROUNDING: f64 = 1e-12;
/// Largest sum of weights; products of sums stay finite.
const MOST: f64 = 1e100;

/// Won and lost deals by weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct WeightedCounts {
    won: f64,
    lost: f64,
}

impl WeightedCounts {
    /// Weights of won and lost deals, each from 0 to 1e100.
    ///
    /// # Errors
    /// [`ErrorKind::Weight`] for a weight that is negative, not a number or beyond that range.
    pub fn new(won: f64, lost: f64) -> Result<Self> {
        if is_weight(won) && is_weight(lost) {
            return Ok(Self { won, lost });
        }
        Err(Error::new(ErrorKind::Weight, "weights of deals must be numbers from 0 to 1e100"))
    }

    /// A row of a weight that was found to be one.
    pub(crate) const fn of_row(won: bool, weight: f64) -> Self {
        if won { Self { won: weight, lost: 0.0 } } else { Self { won: 0.0, lost: weight } }
    }

    /// The weight of won deals.
    #[must_use]
    pub const fn won(self) -> f64 {
        self.won
    }

    /// The weight of lost deals.
    #[must_use]
    pub const fn lost(self) -> f64 {
        self.lost
    }
}

/// Whether a number can be a weight or a sum of weights.
pub(crate) fn is_weight(weight: f64) -> bool {
    (0.0..=MOST).contains(&weight)
}

impl Cell for WeightedCounts {
    fn won(self) -> f64 {
        self.won
    }

    fn lost(self) -> f64 {
        self.lost
    }

    fn deals(self) -> f64 {
        self.won + self.lost
    }

    /// Up to rounding of the sums.
    fn compare_rates(self, other: Self) -> Ordering {
        let (Some(a), Some(b)) = (self.rate(), other.rate()) else { return Ordering::Equal };
        if (a - b).abs() <= ROUNDING * a.max(b) { Ordering::Equal } else { a.total_cmp(&b) }
    }

    /// The pooled z test; where an expected weight is under 5, Fisher's exact test on the nearest whole deals.
    fn p_value(self, other: Self) -> Option<f64> {
        let pooled = (self + other).rate()?;
        let (p1, p2) = (self.rate()?, other.rate()?);
        let variance = pooled * (1.0 - pooled) * (1.0 / self.deals() + 1.0 / other.deals());
        if variance <= 0.0 {
            return None;
        }
        if self.deals().min(other.deals()) * pooled.min(1.0 - pooled) < 5.0 {
            return two_by_two(self.whole_deals(), other.whole_deals()).map(|test| test.p_value);
        }
        Some(two_sided((p1 - p2) / variance.sqrt()))
    }
}

impl WeightedCounts {
    fn whole_deals(self) -> Counts {
        Counts::new(self.won.round() as u64, self.lost.round() as u64)
    }
}

impl Add for WeightedCounts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { won: self.won + other.won, lost: self.lost + other.lost }
    }
}

impl AddAssign for WeightedCounts {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::iter::Sum for WeightedCounts {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn weights_are_numbers_from_nought() {
        for weight in [-1.0, f64::NAN, f64::INFINITY, 2e100] {
            assert_eq!(WeightedCounts::new(weight, 1.0).unwrap_err().kind(), ErrorKind::Weight);
            assert_eq!(WeightedCounts::new(1.0, weight).unwrap_err().kind(), ErrorKind::Weight);
        }
        assert_eq!(WeightedCounts::new(0.0, 2.5).unwrap().lost().to_bits(), 2.5_f64.to_bits());
    }

    #[test]
    fn sums_in_another_order_have_the_same_rate() {
        let sum = |weights: [f64; 3]| {
            weights.map(|w| WeightedCounts { won: w, lost: 0.0 }).into_iter().sum::<WeightedCounts>()
        };
        let (a, b) = (sum([0.1, 0.2, 0.3]), sum([0.3, 0.2, 0.1]));
        let lost = WeightedCounts { won: 0.0, lost: 0.7 };
        assert_ne!(a, b);
        assert_eq!((a + lost).compare_rates(b + lost), Ordering::Equal);
    }

    proptest! {
        #[test]
        fn whole_weights_are_counts(a in 0_u64..300, b in 0_u64..300, c in 0_u64..300, d in 0_u64..300) {
            let (x, y) = (Counts::new(a, b), Counts::new(c, d));
            let weighted = |counts: Counts| WeightedCounts { won: counts.won as f64, lost: counts.lost as f64 };
            let (v, w) = (weighted(x), weighted(y));
            prop_assert_eq!(x.compare_rates(y), v.compare_rates(w));
            prop_assert_eq!(x.p_value(y).map(f64::to_bits), v.p_value(w).map(f64::to_bits));
            prop_assert_eq!(Cell::log_likelihood(x).to_bits(), v.log_likelihood().to_bits());
            prop_assert_eq!(x.rate(), v.rate());
        }
    }
}
