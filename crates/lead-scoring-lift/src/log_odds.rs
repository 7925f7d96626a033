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
//! | no won or no lost deal in the bin | finite, by the prior; with a prior smaller than half a deal, by one of that size (as Haldane 1956) |
//! | no won or no lost deal at all | 0 |

use crate::Counts;
use crate::cell::{Cell, log_odds};

/// Deals at the base rate that every bin is thought to hold besides its own, `m`.
///
/// With 10, a bin of 30 deals keeps about three quarters of its effect and a bin of 1,000 nearly all.
pub const PRIOR_DEALS: f64 = 10.0;

/// The shrunk log-odds lift of a bin against the whole.
#[must_use]
pub fn shrunk_log_odds<C: Cell>(bin: C, whole: C) -> f64 {
    log_odds(bin, whole, PRIOR_DEALS)
}

/// Log odds of a bin of `won` and `lost` deals against a whole of both outcomes, after `prior_deals` more at the base rate.
pub(crate) fn log_odds_after(won: f64, lost: f64, all_won: f64, all_lost: f64, prior_deals: f64) -> f64 {
    let base = all_won / (all_won + all_lost);
    // Half a deal at the base rate keeps a cell without won or lost deals finite, and its sign that of the raw lift.
    let prior = if won > 0.0 && lost > 0.0 { prior_deals } else { prior_deals.max(0.5) };
    let odds = (won + prior * base) / (lost + prior * (1.0 - base));
    odds.ln() - (all_won / all_lost).ln()
}

/// Deals below which a bin gets no effect at all: two lost deals are an anecdote, however strongly they are shrunk. A flag that one deal in
/// thirty carries has to survive 300 deals.
pub(crate) const FEWEST_DEALS: u64 = 6;
/// The same where a fold of the deals is set aside: about four fifths of it.
pub(crate) const FEWEST_WITHOUT_A_FOLD: u64 = 5;

/// The shrunk log-odds lift of a bin with at least so many deals; 0 below that.
pub(crate) fn supported_log_odds(bin: Counts, whole: Counts, fewest: u64) -> f64 {
    if bin.deals() < fewest { 0.0 } else { shrunk_log_odds(bin, whole) }
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
