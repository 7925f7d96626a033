//! Whether deals predict anything at all.

use lead_scoring_metrics::{ScoreCounts, z_for};

/// How much more the AUC of deals scored by folds varies than DeLong's variance says, where nothing predicts.
///
/// Let `e_k` be what chance makes of the fields' effects in fold `k`. A model learned without fold `k` weighs by the sum of the other
/// `e_j`, so the fold's AUC departs from one half by the sum over `j` of the products `e_j e_k`. Every product counts in two folds: in
/// fold `k`, and in fold `j`. DeLong's variance takes the folds for independent, and so each product for two independent ones, which
/// have half the variance of one counted twice.
const TWICE: f64 = 2.0;

/// Whether effects from models that did not see a deal rank won deals above lost ones beyond chance, which deals that predict nothing do
/// with probability `level / 2` if their AUC is normal.
pub(crate) fn ranks(effects: &[f64], won: &[bool], level: f64) -> bool {
    let above = || {
        let counts = ScoreCounts::from_scores(effects, won).ok()?;
        let error = (TWICE * counts.delong_variance().ok()?).sqrt();
        Some(counts.auc().ok()? - z_for(1.0 - level).ok()? * error > 0.5)
    };
    above().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    /// Won deals at 1, lost deals at 0, but for so many of each.
    fn deals(of_each: usize, wrong: usize) -> (Vec<f64>, Vec<bool>) {
        let score = |at: usize, won: bool| f64::from(u8::from(won != (at < wrong)));
        let won: Vec<bool> = (0..2 * of_each).map(|at| at >= of_each).collect();
        (won.iter().enumerate().map(|(at, &won)| score(at % of_each, won)).collect(), won)
    }

    #[test]
    fn ranks_beyond_chance_only() {
        let ranks = |of_each, wrong| {
            let (effects, won) = deals(of_each, wrong);
            super::ranks(&effects, &won, 0.05)
        };
        assert!(ranks(50, 5) && !ranks(50, 25) && !ranks(50, 45));
        // AUC 0.6, variance 0.24 / 100 (scores of two values): 1.96 root (2 variance) is 0.136 with 50 of each, 0.068 with 200.
        assert!(!ranks(50, 20) && ranks(200, 80));
        assert!(!super::ranks(&[], &[], 0.05) && !super::ranks(&[1.0, 2.0], &[true, true], 0.05));
    }
}
