//! Log-odds lift (weight of evidence), shrunk towards no effect.
//!
//! For a bin with `w` won and `l` lost deals out of `W` and `L`:
//!
//! `log_odds = ln((w + m pi) / (l + m (1 - pi))) - ln(W / L)`, with `pi = W / (W + L)`,
//!
//! which is the weight of evidence `ln((w/W)/(l/L))` (Good 1950; Siddiqi 2006) after `m` further deals at the base rate. The prior is
//! the Beta distribution of mean `pi` and size `m`; its sign always agrees with the sign of the raw lift.
//!
//! | case | result |
//! |---|---|
//! | no deals in the bin | 0 |
//! | no won or no lost deal in the bin | finite, by the prior |
//! | no won or no lost deal at all | 0 |

use crate::Counts;

/// Deals at the base rate that every bin is thought to hold besides its own, `m`.
///
/// With 10, a bin of 30 deals keeps about three quarters of its effect and a bin of 1,000 nearly all.
pub const PRIOR_DEALS: f64 = 10.0;

/// The shrunk log-odds lift of a bin against the whole.
#[must_use]
pub fn shrunk_log_odds(bin: Counts, whole: Counts) -> f64 {
    if bin.deals() == 0 || whole.won == 0 || whole.lost == 0 {
        return 0.0;
    }
    let (won, lost) = (whole.won as f64, whole.lost as f64);
    let base = won / (won + lost);
    let odds = (bin.won as f64 + PRIOR_DEALS * base) / (bin.lost as f64 + PRIOR_DEALS * (1.0 - base));
    let log_odds = odds.ln() - (won / lost).ln();
    // Rounding must not give a bin at exactly the base rate a sign.
    let crossed = |a: u64, b: u64| u128::from(a) * u128::from(b);
    if crossed(bin.won, whole.lost) == crossed(bin.lost, whole.won) { 0.0 } else { log_odds }
}

/// Deals below which a bin gets no effect at all: two lost deals are an anecdote, however strongly they are shrunk.
pub(crate) const FEWEST_DEALS: u64 = 8;

/// The shrunk log-odds lift of a bin with enough deals; 0 below [`FEWEST_DEALS`].
pub(crate) fn supported_log_odds(bin: Counts, whole: Counts) -> f64 {
    if bin.deals() < FEWEST_DEALS { 0.0 } else { shrunk_log_odds(bin, whole) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;
    use proptest::prelude::*;

    #[test]
    fn known_values() {
        // By hand: pi = 0.25; (30 + 2.5) / (20 + 7.5) over 1/3.
        let whole = Counts::new(100, 300);
        assert_relative_eq!(
            shrunk_log_odds(Counts::new(30, 20), whole),
            (32.5_f64 / 27.5 * 3.0).ln(),
            epsilon = 1e-14
        );
        assert_eq!(shrunk_log_odds(Counts::new(10, 30), whole).to_bits(), 0.0_f64.to_bits());
        assert!(shrunk_log_odds(Counts::new(0, 30), whole).is_finite());
    }

    proptest! {
        #[test]
        fn sign_agrees_with_lift_and_labels_flip(w in 0_u64..500, l in 0_u64..500, more_w in 1_u64..500, more_l in 1_u64..500) {
            let (bin, whole) = (Counts::new(w, l), Counts::new(w + more_w, l + more_l));
            let log_odds = shrunk_log_odds(bin, whole);
            let raw = (i128::from(w) * i128::from(whole.lost)).cmp(&(i128::from(l) * i128::from(whole.won)));
            prop_assert_eq!(log_odds.partial_cmp(&0.0).unwrap(), raw);
            let flipped = shrunk_log_odds(Counts::new(l, w), Counts::new(whole.lost, whole.won));
            prop_assert!((log_odds + flipped).abs() < 1e-12);
        }
    }
}
