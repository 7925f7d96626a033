//! Combinations of two fields as patterns of their own, measured against what is expected without them.
//!
//! [`screen_pairs`] asks of a pair of fields whether its table of won and lost deals departs from an additive model that has the
//! expectation as its offset (see `additive.rs`). [`measure_pair`] turns a pair into bins: each combination of the two fields' bins that has
//! at least [`LEAST_DEALS`] deals and whose won deals `w` of `n` differ from the expected `e = sum p` by at least [`LEAST_RESIDUAL`] standard
//! errors has the excess
//!
//! `log_odds = ln((w + m q) / (n - w + m (1 - q))) - ln(q / (1 - q))`, with `q = e / n` and `m = 2.5 / (q (1 - q))`,
//!
//! the formula of single fields with the expected rate in the place of the base rate. The prior deals `m` carry the same information about
//! log odds whatever the rate, that of ten deals at a rate of one half: where few wins are expected, none at all is no surprise yet. All
//! other combinations have no effect, nor has one that holds all deals of one of its two bins: it is that bin once more. As for single fields, each deal's own excess is learned without its fold, the bins' borders included.

mod bins;
mod grid;
mod screen;

use crate::log_odds::log_odds_after;

pub use bins::{PairBin, PairPattern, measure_pair};
pub use screen::{ScreenedPair, all_pairs, screen_pairs};

/// Standard errors (95 % two-sided) by which a combination must depart from its expectation to have an effect of its own.
pub(crate) const LEAST_RESIDUAL: f64 = 1.96;
/// Deals that a combination with an effect of its own has at least.
pub(crate) const LEAST_DEALS: u64 = 25;

/// Excess of `won` of `deals` over `expected` wins in log odds, shrunk as above; 0 where nothing was expected or all was.
#[must_use]
pub fn pair_log_odds(won: f64, deals: f64, expected: f64) -> f64 {
    if deals <= 0.0 {
        return 0.0;
    }
    let rate = (expected / deals).clamp(1e-6, 1.0 - 1e-6);
    log_odds_after(won, deals - won, deals * rate, deals * (1.0 - rate), pair_prior_deals(rate))
}

/// Deals at the expected rate that a combination is thought to hold besides its own, `2.5 / (q (1 - q))` for a rate `q` strictly between 0
/// and 1.
#[must_use]
pub fn pair_prior_deals(expected_rate: f64) -> f64 {
    const INFORMATION: f64 = 2.5;
    INFORMATION / (expected_rate * (1.0 - expected_rate))
}
