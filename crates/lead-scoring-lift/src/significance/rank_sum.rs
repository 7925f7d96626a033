//! The rank-sum test over ordered groups (Wilcoxon 1945; Mann & Whitney 1947), with mid-ranks for ties.
//!
//! `z = (U - WL/2) / sqrt(WL/12 (N + 1 - sum (t^3 - t) / (N (N - 1))))`, two-sided, without continuity correction. It asks whether won
//! deals lie higher than lost ones in the order of the groups, and so finds a steady trend that a test over many groups is too blunt for.
//!
//! | case | result |
//! |---|---|
//! | one outcome only, or all deals in one group | `None` |

use super::two_sided;
use crate::Counts;

/// Two-sided p value over groups in ascending order.
#[must_use]
pub fn rank_sum(groups: &[Counts]) -> Option<f64> {
    let whole: Counts = groups.iter().copied().sum();
    let (won, lost, deals) = (whole.won as f64, whole.lost as f64, whole.deals() as f64);
    if whole.won == 0 || whole.lost == 0 {
        return None;
    }
    let (mut lost_below, mut u, mut ties) = (0.0, 0.0, 0.0);
    for group in groups {
        u += group.won as f64 * (lost_below + group.lost as f64 / 2.0);
        lost_below += group.lost as f64;
        let t = group.deals() as f64;
        ties += t.powi(3) - t;
    }
    let variance = won * lost / 12.0 * (deals + 1.0 - ties / (deals * (deals - 1.0)));
    (variance > 0.0).then(|| two_sided((u - won * lost / 2.0) / variance.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn reference_values() {
        // scipy 1.17.1: won = [1]*5 + [2]*9 + [3]*14, lost = [1]*12 + [2]*10 + [3]*6;
        // mannwhitneyu(won, lost, use_continuity=False, method='asymptotic').pvalue
        let p = rank_sum(&[Counts::new(5, 12), Counts::new(9, 10), Counts::new(14, 6)]).unwrap();
        assert_relative_eq!(p, 0.014_192_750_458_403_34, max_relative = 1e-9);
    }

    #[test]
    fn nothing_to_compare() {
        assert!(rank_sum(&[Counts::new(5, 0)]).is_none());
        assert!(rank_sum(&[Counts::new(5, 5)]).is_none());
    }
}
