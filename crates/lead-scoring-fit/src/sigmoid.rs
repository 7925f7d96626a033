//! Probabilities and log losses of many log odds at once.
//!
//! `exp(-|x|)` is computed by argument reduction to `|r| <= ln 2 / 2` and the Taylor polynomial of degree 13 (relative error below 1e-15), in
//! plain sums and products, so that compilers use vector instructions and every machine gives the same bits. The sum of `ln(1 + e)` is the
//! logarithm of a product, taken once a block, since each factor is at most 2 and a block of 512 stays far below the largest float.

/// Rows worked on together.
pub(crate) const BLOCK: usize = 512;

/// `exp(-|x|)`; below 1e-307, the value at that end (about 3e-308) stands for all smaller ones.
#[inline]
pub(crate) fn exp_of_minus_abs(x: f64) -> f64 {
    const LOG2_E: f64 = std::f64::consts::LOG2_E;
    /// ln 2 in two parts: the first has so few digits that its multiples are exact (Cody & Waite 1980).
    const LN2_HIGH: f64 = 0.693_147_180_369_123_8;
    const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
    /// Adding and subtracting it rounds to a whole number.
    const ROUNDER: f64 = 6_755_399_441_055_744.0;
    const SMALLEST: f64 = -708.0;
    let x = (-x.abs()).max(SMALLEST);
    let shifted = x * LOG2_E + ROUNDER;
    let whole = shifted - ROUNDER;
    let r = (x - whole * LN2_HIGH) - whole * LN2_LOW;
    let mut sum = 1.0 / 6_227_020_800.0;
    for factorial in [
        479_001_600.0,
        39_916_800.0,
        3_628_800.0,
        362_880.0,
        40_320.0,
        5_040.0,
        720.0,
        120.0,
        24.0,
        6.0,
        2.0,
        1.0,
        1.0,
    ] {
        sum = sum * r + 1.0 / factorial;
    }
    // The low bits of the shifted number are the exponent, as a two's complement.
    let exponent = shifted.to_bits().wrapping_add(1023) << 52;
    sum * f64::from_bits(exponent)
}

/// `1 / (1 + exp(-x))`.
pub(crate) fn logistic(x: f64) -> f64 {
    let small = exp_of_minus_abs(x);
    let larger = 1.0 / (1.0 + small);
    if x >= 0.0 { larger } else { small * larger }
}

/// For log odds of at most [`BLOCK`] rows: turns them into `won - p`, writes `p (1 - p)`, at least `1e-10`, and returns the summed log loss.
pub(crate) fn residuals(log_odds: &mut [f64], won: &[bool], weights: &mut [f64]) -> f64 {
    let (lanes, rest) = log_odds.as_chunks_mut::<LANES>();
    let (won_lanes, won_rest) = won.as_chunks::<LANES>();
    let (weight_lanes, weight_rest) = weights.as_chunks_mut::<LANES>();
    let (mut loss, mut product) = ([0.0; LANES], [1.0; LANES]);
    for ((log_odds, won), weights) in lanes.iter_mut().zip(won_lanes).zip(weight_lanes) {
        for lane in 0..LANES {
            row(&mut log_odds[lane], won[lane], &mut weights[lane], &mut loss[lane], &mut product[lane]);
        }
    }
    for ((log_odds, won), weight) in rest.iter_mut().zip(won_rest).zip(weight_rest) {
        row(log_odds, *won, weight, &mut loss[0], &mut product[0]);
    }
    loss.iter().sum::<f64>() + product.iter().map(|product| product.ln()).sum::<f64>()
}

/// Rows that vector instructions may work on at once, each with sums of its own.
const LANES: usize = 8;

#[inline(always)]
fn row(log_odds: &mut f64, won: bool, weight: &mut f64, loss: &mut f64, product: &mut f64) {
    let x = *log_odds;
    let small = exp_of_minus_abs(x);
    let larger = 1.0 / (1.0 + small);
    let won = f64::from(u8::from(won));
    *loss += x.max(0.0) - won * x;
    *product *= 1.0 + small;
    *log_odds = won - if x >= 0.0 { larger } else { small * larger };
    *weight = (small * larger * larger).max(1e-10);
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn equals_the_library(x in -700.0_f64..700.0) {
            let want = (-x.abs()).exp();
            prop_assert!((exp_of_minus_abs(x) - want).abs() <= 1e-15 * want * 4.0, "{x}");
        }

        #[test]
        fn loss_and_residuals_equal_the_definition(x in prop::collection::vec(-40.0_f64..40.0, 1..BLOCK), seed in any::<u64>()) {
            let won: Vec<bool> = (0..x.len()).map(|at| seed >> (at % 64) & 1 == 1).collect();
            let (mut slots, mut weights) = (x.clone(), vec![0.0; x.len()]);
            let loss = residuals(&mut slots, &won, &mut weights);
            let mut want = 0.0;
            for (at, &x) in x.iter().enumerate() {
                let p = 1.0 / (1.0 + (-x).exp());
                want += x.max(0.0) + (-x.abs()).exp().ln_1p() - if won[at] { x } else { 0.0 };
                prop_assert!((slots[at] - (f64::from(u8::from(won[at])) - p)).abs() < 1e-14);
                prop_assert!((weights[at] - (p * (1.0 - p)).max(1e-10)).abs() < 1e-14);
            }
            prop_assert!((loss - want).abs() < 1e-9 * (1.0 + want));
        }
    }

    #[test]
    fn ends_of_the_range() {
        assert_relative_eq!(exp_of_minus_abs(0.0), 1.0);
        assert!(exp_of_minus_abs(1e300) < 1e-300 && exp_of_minus_abs(f64::NEG_INFINITY) < 1e-300);
    }
}
