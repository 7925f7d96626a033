//! A win rate with its interval.

use lead_scoring_metrics::wilson;
use serde::{Deserialize, Serialize};

/// A share of deals with its 95 % Wilson interval (Wilson 1927), all 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    /// The share.
    pub value: f64,
    /// Lower limit.
    pub lower: f64,
    /// Upper limit.
    pub upper: f64,
}

impl Rate {
    /// The share of `hits` in `deals`; `None` for no deals or more hits than deals.
    #[must_use]
    pub fn of(hits: u64, deals: u64) -> Option<Self> {
        let interval = wilson(hits, deals, 0.95).ok()?;
        Some(Self { value: hits as f64 / deals as f64, lower: interval.lower, upper: interval.upper })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_has_no_rate() {
        assert_eq!((Rate::of(0, 0), Rate::of(2, 1)), (None, None));
        let all = Rate::of(3, 3).unwrap();
        assert!(all.lower < all.value && all.upper <= 1.0);
    }
}
