//! What a cell of deals has to tell for its lift to be measured: the same arithmetic for counted and for weighted deals.

use crate::Counts;
use crate::log_odds::log_odds_after;
use crate::significance::two_by_two;
use std::cmp::Ordering;
use std::fmt::Debug;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

/// Won and lost deals of a cell: counted ([`Counts`]) or weighted ([`crate::WeightedCounts`]). Implemented for these two only.
pub trait Cell:
    Copy + Debug + Default + PartialEq + Add<Output = Self> + AddAssign + Sum + Send + Sync + sealed::Sealed
{
    /// Won deals.
    fn won(self) -> f64;

    /// Lost deals.
    fn lost(self) -> f64;

    /// All deals.
    fn deals(self) -> f64;

    /// Share won, 0 to 1; `None` without deals.
    #[must_use]
    fn rate(self) -> Option<f64> {
        (self.deals() > 0.0).then(|| self.won() / self.deals())
    }

    /// The largest log likelihood that one rate can give these deals, `w ln(w/n) + l ln(l/n)`; 0 without deals.
    #[must_use]
    fn log_likelihood(self) -> f64 {
        x_ln_x(self.won()) + x_ln_x(self.lost()) - x_ln_x(self.deals())
    }

    /// Whether there are deals of both outcomes.
    #[must_use]
    fn has_both_outcomes(self) -> bool {
        self.won() > 0.0 && self.lost() > 0.0
    }

    /// Compares the win rates of two cells; cells without deals equal all.
    fn compare_rates(self, other: Self) -> Ordering;

    /// The p value that two cells have one win rate; `None` where either is empty or all deals have one outcome.
    fn p_value(self, other: Self) -> Option<f64>;
}

/// The log odds of a bin against the whole after `prior_deals` further deals at the base rate; see [`crate::shrunk_log_odds`].
pub(crate) fn log_odds<C: Cell>(bin: C, whole: C, prior_deals: f64) -> f64 {
    if bin.deals() <= 0.0 || !whole.has_both_outcomes() {
        return 0.0;
    }
    // Rounding must not give a bin at exactly the base rate a sign.
    if bin.compare_rates(whole) == Ordering::Equal {
        return 0.0;
    }
    log_odds_after(bin.won(), bin.lost(), whole.won(), whole.lost(), prior_deals)
}

/// What a bin adds to the information value, `(w/W - l/L) log_odds`.
pub(crate) fn information<C: Cell>(bin: C, whole: C, prior_deals: f64) -> f64 {
    if !whole.has_both_outcomes() {
        return 0.0;
    }
    (bin.won() / whole.won() - bin.lost() / whole.lost()) * log_odds(bin, whole, prior_deals)
}

pub(crate) fn x_ln_x(amount: f64) -> f64 {
    if amount > 0.0 { amount * amount.ln() } else { 0.0 }
}

impl Cell for Counts {
    fn won(self) -> f64 {
        self.won as f64
    }

    fn lost(self) -> f64 {
        self.lost as f64
    }

    fn deals(self) -> f64 {
        Self::deals(self) as f64
    }

    /// Without rounding.
    fn compare_rates(self, other: Self) -> Ordering {
        let product = |won: u64, deals: u64| u128::from(won) * u128::from(deals);
        product(self.won, other.deals()).cmp(&product(other.won, self.deals()))
    }

    fn p_value(self, other: Self) -> Option<f64> {
        two_by_two(self, other).map(|test| test.p_value)
    }
}

pub(crate) mod sealed {
    /// Keeps [`super::Cell`] to this crate.
    pub trait Sealed {}
    impl Sealed for crate::Counts {}
    impl Sealed for crate::WeightedCounts {}
}
