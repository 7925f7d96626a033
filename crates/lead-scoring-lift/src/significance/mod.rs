//! Whether a difference in win rate is more than chance: tests on counts, and the correction for asking many times.

mod benjamini_hochberg;
mod chi_square;
mod fisher;
mod rank_sum;
mod two_by_two;

pub use benjamini_hochberg::q_values;
pub use chi_square::{ChiSquare, chi_square};
pub use fisher::fisher_exact;
pub use rank_sum::rank_sum;
pub use two_by_two::{Test, TwoByTwo, two_by_two, two_proportion_z};

use statrs::function::erf::erfc;

/// Two-sided p value of a standard normal deviate.
pub(crate) fn two_sided(z: f64) -> f64 {
    erfc(z.abs() / std::f64::consts::SQRT_2).clamp(0.0, 1.0)
}
