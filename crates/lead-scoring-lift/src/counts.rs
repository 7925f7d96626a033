//! Won and lost deals of a cell.

use crate::cell::Cell;
use std::ops::{Add, AddAssign, Sub};

/// Won and lost deals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Won deals.
    pub won: u64,
    /// Lost deals.
    pub lost: u64,
}

impl Counts {
    /// Won and lost deals.
    #[must_use]
    pub const fn new(won: u64, lost: u64) -> Self {
        Self { won, lost }
    }

    /// All deals.
    #[must_use]
    pub const fn deals(self) -> u64 {
        self.won.saturating_add(self.lost)
    }

    /// Share won, 0 to 1; `None` without deals.
    #[must_use]
    pub fn rate(self) -> Option<f64> {
        (self.deals() > 0).then(|| self.won as f64 / self.deals() as f64)
    }

    /// The largest log likelihood that one rate can give these deals, `w ln(w/n) + l ln(l/n)`; 0 without deals.
    #[must_use]
    pub fn log_likelihood(self) -> f64 {
        Cell::log_likelihood(self)
    }
}

impl Add for Counts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.won.saturating_add(other.won), self.lost.saturating_add(other.lost))
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Counts {
    type Output = Self;
    /// Saturating: a part is never larger than its whole.
    fn sub(self, other: Self) -> Self {
        Self::new(self.won.saturating_sub(other.won), self.lost.saturating_sub(other.lost))
    }
}

impl std::iter::Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), Add::add)
    }
}
