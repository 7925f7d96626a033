//! How scores are distributed, in bins of equal width on whole numbers.

use serde::Serialize;

/// Most bins of a histogram.
const MOST_BINS: i64 = 20;
/// Scores of this range, which is that of a model of our own, get bins of ten points.
const USUAL: std::ops::RangeInclusive<i32> = 0..=100;

/// The bins that every histogram of a history shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bins {
    start: i64,
    width: i64,
    count: usize,
    /// Whether the last bin takes in its upper end, so that 100 does not stand alone.
    closed: bool,
}

/// How many scores fall between two whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bin {
    /// The lowest score.
    pub from: i64,
    /// The highest score.
    pub to: i64,
    /// Leads with a score between them, both included.
    pub leads: u64,
}

impl Bins {
    /// Bins that hold all of some scores.
    pub(crate) fn holding(scores: impl Iterator<Item = i32> + Clone) -> Self {
        if scores.clone().all(|score| USUAL.contains(&score)) {
            return Self { start: 0, width: 10, count: 10, closed: true };
        }
        let low = scores.clone().min().map_or(0, i64::from);
        let high = scores.max().map_or(0, i64::from);
        let steps = (0_u32..).flat_map(|power| [1, 2, 5].map(|step| step * 10_i64.saturating_pow(power)));
        let fits = |width: &i64| high.div_euclid(*width) - low.div_euclid(*width) < MOST_BINS;
        let width = steps.skip(3).find(fits).unwrap_or(i64::MAX);
        let start = low.div_euclid(width).saturating_mul(width);
        let count = high.div_euclid(width) - low.div_euclid(width) + 1;
        Self { start, width, count: usize::try_from(count).unwrap_or(1), closed: false }
    }

    /// Scores counted; those beyond the bins are not.
    pub(crate) fn count(&self, scores: impl Iterator<Item = i32>) -> Vec<Bin> {
        let last = self.count.saturating_sub(1);
        let bin = |at: usize| {
            let from = self.start + self.width * at as i64;
            Bin { from, to: from + self.width - i64::from(!(self.closed && at == last)), leads: 0 }
        };
        let mut bins: Vec<Bin> = (0..self.count).map(bin).collect();
        for score in scores.map(i64::from) {
            if let Some(bin) = bins.iter_mut().find(|bin| (bin.from..=bin.to).contains(&score)) {
                bin.leads += 1;
            }
        }
        bins
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bins(scores: &[i32]) -> Vec<(i64, i64, u64)> {
        let bins = Bins::holding(scores.iter().copied()).count(scores.iter().copied());
        bins.iter().map(|bin| (bin.from, bin.to, bin.leads)).collect()
    }

    #[test]
    fn usual_scores_have_ten_bins_and_the_last_takes_in_100() {
        let counted = bins(&[0, 9, 10, 90, 100]);
        assert_eq!(
            (counted.len(), counted[0], counted[1], counted[9]),
            (10, (0, 9, 2), (10, 19, 1), (90, 100, 2))
        );
        assert_eq!(bins(&[]).len(), 10);
    }

    #[test]
    fn other_scores_have_at_most_twenty_and_none_is_lost() {
        for scores in [&[-7, 3, 101][..], &[-1_000_000, 1_000_000], &[250, 260, 999], &[101], &[-1, 0, 1, 2]]
        {
            let counted = bins(scores);
            assert!(counted.len() <= 20, "{counted:?}");
            assert_eq!(counted.iter().map(|bin| bin.2).sum::<u64>(), scores.len() as u64, "{counted:?}");
        }
        assert_eq!(bins(&[-7, 3, 101])[0], (-10, -1, 1));
    }
}
