//! A bin's rate and lift without the search's own doing, with intervals that allow for it.
//!
//! Borders that were searched for on some deals flatter the rates of just these deals: Wilson's interval of a bin's own counts holds its
//! true rate in 69 to 87 % of cases, not in 95 %. So each fold is counted by the borders of the other folds. A bin of theirs stands in
//! for one of ours where more than half of the deals that either holds are in both (at most one does, and for one bin of ours only); a fold
//! without such a bin is not counted.
//!
//! The bins of other folds are not quite ours. With r the honest rate of n deals and d² the mean squared distance of their rates from
//! ours (all deals counted both times, weighed by the honest deals),
//!
//! `Var(rate) = r (1 - r) / n + 2 d²`,
//!
//! and the interval is Wilson's (1927) for the number of deals at which a rate has this variance. The lift is the rate over the base rate
//! `W / N`, of which these deals are a part, so that their luck moves both; with s = n / N, u their share of all wins and q the rate
//! of the m other deals, the delta method gives
//!
//! `Var(lift) (W / N)² = (1 - u)² r (1 - r) / n + ((1 - s) r N / W)² q (1 - q) / m + 2 d²`.
//!
//! In these variances a rate has two wins and two losses more (Agresti & Coull 1998), so that none is 0. The factor 2 and the half were
//! chosen by simulation; `docs/methods.md` tells where the intervals hold and where they do not.
//!
//! | case | result |
//! |---|---|
//! | no other fold's borders find the bin again | no deals, no lift, no interval |
//! | the borders are not searched for (flags, items, missing, given bins) | all deals, d = 0: Wilson's interval |
//! | the bin holds all deals | lift 1, interval from 1 to 1 |

use crate::Counts;
use crate::cross_fit::{FoldCounts, group_counts};
use lead_scoring_metrics::{Interval, wilson_share};

/// Confidence level of every interval.
const LEVEL: f64 = 0.95;
/// What a squared distance of the other folds' bins counts for.
const OF_SHIFT: f64 = 2.0;

/// A final bin as deals show it that had no part in its borders.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Honest {
    /// Each fold's deals in the bin by which the other folds find this one again.
    pub(crate) counts: Counts,
    /// Mean squared distance of these bins' rates from the final one's, all deals counted.
    shift: f64,
}

impl Honest {
    /// Of a bin whose borders nobody searched for.
    pub(crate) fn of_fixed(counts: Counts) -> Self {
        Self { counts, shift: 0.0 }
    }

    /// The interval of the rate; `None` without deals.
    pub(crate) fn rate_interval(&self) -> Option<Interval> {
        self.interval(binomial_variance(self.counts) + OF_SHIFT * self.shift)
    }

    /// The interval of the rate over the base rate; `None` without deals, or where no deal was won.
    pub(crate) fn lift_interval(&self, whole: Counts) -> Option<Interval> {
        let base = whole.rate().filter(|base| *base > 0.0)?;
        let (deals, others) = (self.counts.deals() as f64, whole - self.counts);
        let of_wins = self.counts.won as f64 / whole.won as f64;
        let own = (1.0 - of_wins).powi(2) * binomial_variance(self.counts);
        let through_base = (1.0 - deals / whole.deals() as f64) * steadied_rate(self.counts) / base;
        let of_others = through_base.powi(2) * binomial_variance(others);
        let interval = self.interval(own + of_others + OF_SHIFT * self.shift)?;
        Some(Interval { lower: interval.lower / base, upper: interval.upper / base, level: LEVEL })
    }

    /// Wilson's interval for as many deals as give the rate this variance.
    fn interval(&self, variance: f64) -> Option<Interval> {
        let rate = self.counts.rate()?;
        if variance <= 0.0 {
            return Some(Interval { lower: rate, upper: rate, level: LEVEL });
        }
        let steadied = steadied_rate(self.counts);
        wilson_share(rate, steadied * (1.0 - steadied) / variance, LEVEL).ok()
    }
}

/// The rate with two wins and two losses more.
fn steadied_rate(counts: Counts) -> f64 {
    (counts.won as f64 + 2.0) / (counts.deals() as f64 + 4.0)
}

/// Variance of the rate; 0 without deals.
fn binomial_variance(counts: Counts) -> f64 {
    let rate = steadied_rate(counts);
    if counts.deals() == 0 { 0.0 } else { rate * (1.0 - rate) / counts.deals() as f64 }
}

/// Each final bin as deals show it that had no part in its borders: `groups` are the groupings learned without each fold, `group_of` the
/// final one, both of the pre-bins.
pub(crate) fn honest_bins(counts: &FoldCounts, groups: &[Vec<usize>], group_of: &[usize]) -> Vec<Honest> {
    let all = counts.all();
    let ours = group_counts(&all, group_of);
    let mut honest = vec![Honest::default(); ours.len()];
    for (fold, other) in groups.iter().enumerate() {
        let theirs = group_counts(&all, other);
        let on_fold: Vec<Counts> = (0..all.len()).map(|pre_bin| counts.on(pre_bin, fold)).collect();
        let seen = group_counts(&on_fold, other);
        for (at, found) in found_again(&all, group_of, &ours, other, &theirs) {
            let (Some(rate), Some(rate_of_theirs)) = (ours[at].rate(), theirs[found].rate()) else {
                continue;
            };
            honest[at].counts += seen[found];
            honest[at].shift += seen[found].deals() as f64 * (rate - rate_of_theirs).powi(2);
        }
    }
    for bin in honest.iter_mut().filter(|bin| bin.counts.deals() > 0) {
        bin.shift /= bin.counts.deals() as f64;
    }
    honest
}

/// Pairs of our bins and theirs of which more than half of the deals that either holds are in both.
fn found_again(
    cells: &[Counts],
    group_of: &[usize],
    ours: &[Counts],
    other: &[usize],
    theirs: &[Counts],
) -> Vec<(usize, usize)> {
    let mut shared = vec![0_u64; ours.len() * theirs.len()];
    for ((&our, &their), cell) in group_of.iter().zip(other).zip(cells) {
        shared[our * theirs.len() + their] += cell.deals();
    }
    let pairs = (0..ours.len()).flat_map(|our| (0..theirs.len()).map(move |their| (our, their)));
    let most_in_both = |&(our, their): &(usize, usize)| {
        let both = shared[our * theirs.len() + their];
        2 * both > ours[our].deals() + theirs[their].deals() - both
    };
    pairs.filter(most_in_both).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_metrics::wilson;

    #[test]
    fn fixed_bins_have_wilsons_interval() {
        for (won, lost) in [(12, 28), (0, 9), (7, 0)] {
            let honest = Honest::of_fixed(Counts::new(won, lost));
            let (interval, plain) =
                (honest.rate_interval().unwrap(), wilson(won, won + lost, LEVEL).unwrap());
            assert!(
                (interval.lower - plain.lower).abs() < 1e-12 && (interval.upper - plain.upper).abs() < 1e-12
            );
        }
        assert_eq!(Honest::default().rate_interval(), None);
        assert_eq!(Honest::default().lift_interval(Counts::new(3, 4)), None);
    }

    #[test]
    fn lifts_of_a_part_of_the_deals_by_hand() {
        let whole = Counts::new(40, 160);
        let everything = Honest::of_fixed(whole).lift_interval(whole).unwrap();
        assert!((everything.lower - 1.0).abs() < 1e-12 && (everything.upper - 1.0).abs() < 1e-12);
        // 18 of 46 deals, with two and two more 20 of 50: variance 0.24 / 46; of the other 154 deals 24 of 158.
        let honest = Honest { counts: Counts::new(18, 28), shift: 0.001 };
        let (s, u, q) = (46.0 / 200.0, 18.0 / 40.0, 24.0 / 158.0);
        let own = (1.0_f64 - u).powi(2) * 0.24 / 46.0;
        let variance = own + ((1.0_f64 - s) * 0.4 / 0.2).powi(2) * q * (1.0 - q) / 154.0 + 0.002;
        let by_hand = wilson_share(18.0 / 46.0, 0.24 / variance, LEVEL).unwrap();
        let interval = honest.lift_interval(whole).unwrap();
        assert!((interval.lower - by_hand.lower / 0.2).abs() < 1e-12);
        assert!((interval.upper - by_hand.upper / 0.2).abs() < 1e-12);
        assert_eq!(honest.lift_interval(Counts::new(0, 200)), None);
    }

    #[test]
    fn a_bin_stands_for_ours_where_most_deals_are_in_both() {
        let cells = [10, 10, 10, 30].map(|deals| Counts::new(0, deals));
        let pairs = |ours: [usize; 4], theirs: [usize; 4]| {
            let counts = |of: &[usize; 4]| group_counts(&cells, of);
            found_again(&cells, &ours, &counts(&ours), &theirs, &counts(&theirs))
        };
        assert_eq!(pairs([0, 0, 1, 1], [1, 1, 0, 0]), [(0, 1), (1, 0)]);
        // 20 of 30 deals, and 30 of 40.
        assert_eq!(pairs([0, 0, 1, 1], [0, 0, 0, 1]), [(0, 0), (1, 1)]);
        // 10 of 20 is not more than half, 40 of 50 is.
        assert_eq!(pairs([0, 0, 1, 1], [0, 1, 1, 1]), [(1, 1)]);
        assert_eq!(pairs([0, 0, 1, 1], [0, 0, 0, 0]), [(1, 0)]);
    }
}
