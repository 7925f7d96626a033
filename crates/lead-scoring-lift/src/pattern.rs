//! What was measured of one field.

use crate::cross_fit::{FoldCounts, group, log_odds_without};
use crate::partition::PartitionRules;
use crate::prebin::PreBins;
use crate::{Counts, FOLDS};
use lead_scoring_core::{Binning, Dimension, Kind};
use lead_scoring_metrics::Interval;
use serde::Serialize;

/// One field's measured effect on winning.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Pattern {
    /// Unique name: the field, or `Tech Stack: Slack` for an item of a set.
    pub name: String,
    /// The column.
    pub field: String,
    /// The column's kind.
    pub kind: Kind,
    /// The dimension its points would count for.
    pub dimension: Dimension,
    /// How values fall into bins.
    pub binning: Binning,
    /// The regular bins in the binning's order, then the bin of missing values.
    pub bins: Vec<BinPattern>,
    /// Probability of a difference at least this large between the field's pre-bins if it had no effect. No search for cut points comes
    /// before this test. `None` where there is nothing to compare.
    pub p_value: Option<f64>,
    /// The p value corrected for the number of fields (Benjamini-Hochberg).
    pub q_value: Option<f64>,
    /// Information value of the bins, `sum (w/W - l/L) ln((w/W)/(l/L))` with shrunk log odds; at least 0.
    pub information_value: f64,
    /// Log likelihood gained a deal, in nats, on deals the bins were not learned on; 0 or less means no use.
    pub honest_gain: f64,
    /// One plain comparison that needs no search (yes against no, most frequent level against the rest, upper half against lower half).
    pub contrast: Option<Contrast>,
    pub(crate) evidence: Evidence,
}

/// A bin of a pattern.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct BinPattern {
    /// What falls into it, for people.
    pub label: String,
    /// Deals in it.
    pub counts: Counts,
    /// Deals not in it (missing values included).
    pub others: Counts,
    /// Win rate, 0 to 1; `None` without deals. Where the bin's borders were searched for on these deals, the search flatters it.
    pub rate: Option<f64>,
    /// Win rate of all other deals.
    pub absent_rate: Option<f64>,
    /// Win rate over the base rate, flattered like `rate`.
    pub lift: Option<f64>,
    /// Deals counted for this bin where they had no part in its borders: each fold by the bin of the other folds' borders that has more
    /// than half of the deals in common with this one. None where no other borders find the bin again.
    pub honest: Counts,
    /// 95 % interval of the true rate, about the rate of the honest deals: Wilson's, widened as far as the other folds' borders differ;
    /// `None` without honest deals.
    pub rate_interval: Option<Interval>,
    /// Win rate of the honest deals over the base rate: the lift without the search's own doing; `None` without them.
    pub honest_lift: Option<f64>,
    /// 95 % interval of the true lift, about the honest lift, with the base rate's own uncertainty; `None` without honest deals.
    pub lift_interval: Option<Interval>,
    /// Shrunk log-odds lift; 0 where the evidence is not worth points.
    pub log_odds: f64,
    /// Two-sided p value of present against absent.
    pub p_value: Option<f64>,
    /// The same, corrected over all bins of all fields.
    pub q_value: Option<f64>,
    /// How far the row can be trusted.
    pub confidence: Confidence,
}

impl BinPattern {
    /// Predictive power: the size of the effect times the statistical confidence, `|log odds| (1 - q)`.
    #[must_use]
    pub fn power(&self) -> f64 {
        self.log_odds.abs() * (1.0 - self.q_value.unwrap_or(1.0))
    }
}

/// How far a measured row can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// `q > 0.05`, or fewer than 10 deals, or an interval of the lift that holds 1, or none.
    Low,
    /// `q <= 0.05`, and an interval of the lift that lies to one side of 1.
    Medium,
    /// The same with `q <= 0.01` and at least 50 deals.
    High,
}

impl Confidence {
    /// `lift` is the interval of the honest lift: q values do not allow for the search for the bin, it does.
    pub(crate) fn of(q_value: Option<f64>, deals: u64, lift: Option<Interval>) -> Self {
        match q_value.filter(|_| lift.is_some_and(|lift| lift.lower > 1.0 || lift.upper < 1.0)) {
            Some(q) if q <= 0.01 && deals >= 50 => Self::High,
            Some(q) if q <= 0.05 && deals >= 10 => Self::Medium,
            _ => Self::Low,
        }
    }

    /// The word the report prints.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::High => "High",
            Self::Medium => "Medium",
            Self::Low => "Low",
        }
    }
}

/// Present against absent for one side of a field.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Contrast {
    /// What "present" means: `yes`, `Retail`, `at least 120`.
    pub label: String,
    /// Deals where it is present.
    pub present: Counts,
    /// Deals where the value is known and it is not.
    pub absent: Counts,
}

/// What the fit needs of a pattern, row by row and fold by fold.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    /// Pre-bins, with the one of each row.
    pub(crate) bins: PreBins,
    /// Deals by pre-bin and fold.
    pub(crate) counts: FoldCounts,
    /// What the grouping kept to.
    pub(crate) rules: PartitionRules,
    /// Bin (missing last) of each pre-bin (missing last).
    pub(crate) bin_of: Vec<u16>,
    /// For each fold the log odds of each pre-bin, learned on the other folds.
    pub(crate) cross: Vec<Vec<f64>>,
    /// The field's p value without each fold.
    pub(crate) p_without: [Option<f64>; FOLDS],
}

/// A field's bins as some of the deals show them.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct LearnedBins {
    /// Bin of each row, missing last.
    pub codes: Vec<u16>,
    /// Shrunk log-odds lift of each bin, missing last.
    pub log_odds: Vec<f64>,
}

impl Pattern {
    /// Whether the field's effect is beyond chance: `q <= level` over all fields, and bins that differ.
    #[must_use]
    pub fn is_predictive(&self, level: f64) -> bool {
        self.q_value.is_some_and(|q| q <= level) && self.bins.iter().any(|bin| bin.log_odds != 0.0)
    }

    /// Whether the field, taken alone, is worth a try beside others: `p <= level`, and bins that differ.
    #[must_use]
    pub fn is_promising(&self, level: f64) -> bool {
        self.p_value.is_some_and(|p| p <= level) && self.bins.iter().any(|bin| bin.log_odds != 0.0)
    }

    /// The field's p value on the deals outside one fold, so that the choice of fields, too, can be made without it.
    #[must_use]
    pub fn p_value_without(&self, fold: usize) -> Option<f64> {
        self.evidence.p_without.get(fold).copied().flatten()
    }

    /// Bin of each row: the binning's regular bins, then missing.
    #[must_use]
    pub fn bin_codes(&self) -> Vec<u16> {
        self.evidence.bins.codes.iter().map(|&code| self.evidence.bin_of[usize::from(code)]).collect()
    }

    /// Log odds of each row, from bins that were learned without the row's fold.
    #[must_use]
    pub fn cross_fitted_log_odds(&self, folds: &[u8]) -> Vec<f64> {
        self.look_up(folds, &self.evidence.cross)
    }

    /// The same, where nothing at all was learned on the fold `aside`: a row of another fold gets its log odds from bins that were learned
    /// without both its own fold and `aside`. What is fitted to these values has not seen `aside`.
    #[must_use]
    pub fn log_odds_without(&self, folds: &[u8], aside: usize) -> Vec<f64> {
        let Evidence { bins, counts, rules, .. } = &self.evidence;
        let by_fold: Vec<Vec<f64>> =
            (0..FOLDS).map(|fold| log_odds_without(counts, bins, rules, &[fold, aside])).collect();
        self.look_up(folds, &by_fold)
    }

    /// Bins learned without the fold `aside`, or the final bins.
    #[must_use]
    pub fn bins_without(&self, aside: Option<usize>) -> LearnedBins {
        let Evidence { bins, counts, rules, .. } = &self.evidence;
        let folds: Vec<usize> = aside.into_iter().collect();
        let (bin_of, count) = self.bin_of_pre_bins(&folds);
        let by_pre_bin = log_odds_without(counts, bins, rules, &folds);
        let mut log_odds = vec![0.0; count];
        bin_of.iter().zip(&by_pre_bin).for_each(|(&bin, &effect)| log_odds[usize::from(bin)] = effect);
        LearnedBins {
            codes: bins.codes.iter().map(|&code| bin_of[usize::from(code)]).collect(),
            log_odds: if aside.is_none() {
                self.bins.iter().map(|bin| bin.log_odds).collect()
            } else {
                log_odds
            },
        }
    }

    /// Pre-bin of each row, missing last.
    pub(crate) fn pre_bins(&self) -> &[u16] {
        &self.evidence.bins.codes
    }

    /// The bin of each pre-bin, both with missing last, where the bins are learned without some folds; and how many bins there are.
    pub(crate) fn bin_of_pre_bins(&self, folds: &[usize]) -> (Vec<u16>, usize) {
        let Evidence { bins, counts, rules, bin_of, .. } = &self.evidence;
        if folds.is_empty() {
            return (bin_of.clone(), self.bins.len());
        }
        let group_of = group(&counts.without(folds), bins, rules);
        let missing = group_of.iter().max().map_or(0, |last| last + 1);
        (group_of.into_iter().chain([missing]).map(|bin| bin as u16).collect(), missing + 1)
    }

    fn look_up(&self, folds: &[u8], by_fold: &[Vec<f64>]) -> Vec<f64> {
        let one = |(&code, &fold): (&u16, &u8)| by_fold[usize::from(fold)][usize::from(code)];
        self.evidence.bins.codes.iter().zip(folds).map(one).collect()
    }
}
