//! Combinations of two fields as patterns of their own, measured against what all single fields let expect.
//!
//! [`screen_pairs`] asks of every pair of fields whether its table of won and lost deals departs from an additive model that has the
//! expectation as its offset (see `additive.rs`). [`measure_pair`] turns a pair into bins: each combination of the two fields' bins whose won
//! deals `w` of `n` differ from the expected `e = sum p` by at least [`LEAST_RESIDUAL`] standard errors has the excess
//!
//! `log_odds = ln((w + m q) / (n - w + m (1 - q))) - ln(q / (1 - q))`, with `q = e / n` and `m` = [`PRIOR_DEALS`](crate::PRIOR_DEALS),
//!
//! the formula of single fields with the expected rate in the place of the base rate. All others have no effect. As for single fields, each
//! deal's own excess is learned without its fold, the bins' borders included.

mod bins;
mod grid;
mod screen;

pub use bins::{PairBin, PairPattern, measure_pair};
pub use screen::{ScreenedPair, screen_pairs};

/// Standard errors (95 % two-sided) by which a combination must depart from its expectation to have an effect of its own.
pub(crate) const LEAST_RESIDUAL: f64 = 1.96;
