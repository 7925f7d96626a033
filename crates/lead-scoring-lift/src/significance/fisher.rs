//! Fisher's exact test of a two-by-two table (Fisher 1935), two-sided.
//!
//! With all margins fixed, the number of won deals in the first group is hypergeometric; the p value is the sum of the probabilities of
//! every table that is no more probable than the one seen. Probabilities come from log factorials, so that large tables neither
//! overflow nor vanish, and ties are recognised with a relative tolerance of 1e-7, as R and SciPy do. Cost: one pass over the support.
//!
//! | case | result |
//! |---|---|
//! | an empty row or column | 1 |

use crate::Counts;
use statrs::function::factorial::ln_factorial;

/// Two-sided p value of won and lost deals in two groups, 0 to 1.
#[must_use]
pub fn fisher_exact(first: Counts, second: Counts) -> f64 {
    let (deals, won) = (first.deals(), first.won + second.won);
    let total = deals + second.deals();
    let lowest = won.saturating_sub(second.deals());
    let highest = won.min(deals);
    if lowest == highest {
        return 1.0;
    }
    let fixed = ln_choose(total, deals);
    let ln_probability = |k: u64| ln_choose(won, k) + ln_choose(total - won, deals - k) - fixed;
    let observed = ln_probability(first.won);
    let bound = observed + 1e-7;
    let p: f64 = (lowest..=highest).map(ln_probability).filter(|ln_p| *ln_p <= bound).map(f64::exp).sum();
    p.clamp(0.0, 1.0)
}

fn ln_choose(n: u64, k: u64) -> f64 {
    if k > n { f64::NEG_INFINITY } else { ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn reference_values() {
        // scipy 1.17.1: fisher_exact([[8, 2], [1, 5]]).pvalue, fisher_exact([[400, 600], [300, 700]]).pvalue, fisher_exact([[0, 12], [6, 9]]).pvalue
        assert_relative_eq!(
            fisher_exact(Counts::new(8, 2), Counts::new(1, 5)),
            0.034_965_034_965_034_95,
            max_relative = 1e-10
        );
        assert_relative_eq!(
            fisher_exact(Counts::new(400, 600), Counts::new(300, 700)),
            3.371_699_707_399_935e-6,
            max_relative = 1e-8
        );
        assert_relative_eq!(
            fisher_exact(Counts::new(0, 12), Counts::new(6, 9)),
            0.020_029_728_725_380_9,
            max_relative = 1e-10
        );
        assert_relative_eq!(fisher_exact(Counts::new(3, 0), Counts::new(4, 0)), 1.0);
    }

    #[test]
    fn the_tables_probabilities_sum_to_one() {
        let ln_p = |k| ln_choose(9, k) + ln_choose(11, 8 - k) - ln_choose(20, 8);
        assert_relative_eq!((0..=8).map(|k| ln_p(k).exp()).sum::<f64>(), 1.0, epsilon = 1e-12);
    }
}
