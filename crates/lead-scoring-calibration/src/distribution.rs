//! How the scores of won and of lost deals are spread.
//!
//! Quartiles interpolate between order statistics (Hyndman & Fan 1996, type 7, the default of R and NumPy). The
//! separation point is where the shares of won and of lost deals at or above a score differ most (Smirnov 1939).

use crate::bands::edges;
use lead_scoring_metrics::ScoreCounts;
use serde::Serialize;

/// The scores of the deals of one outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Distribution {
    /// How many deals.
    pub count: u64,
    /// Lowest score.
    pub min: i32,
    /// A quarter of the deals score at most this.
    pub q1: f64,
    /// Half of the deals score at most this.
    pub median: f64,
    /// Three quarters of the deals score at most this.
    pub q3: f64,
    /// Highest score.
    pub max: i32,
    /// Mean score.
    pub mean: f64,
    /// Deals per band of scores, ascending, over the card's whole range.
    pub histogram: Vec<Bar>,
}

/// The deals of one band of scores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Bar {
    /// Lowest score of the band.
    pub low: i32,
    /// Highest score of the band.
    pub high: i32,
    /// Deals in it.
    pub count: u64,
}

/// Where won and lost deals part most.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Separation {
    /// The lowest score of the upper side.
    pub score: i32,
    /// Kolmogorov–Smirnov distance: share of won minus share of lost deals at or above the score, 0 to 1.
    pub ks: f64,
}

impl Distribution {
    /// The distribution of `scores` in bands over `range`; `None` without scores.
    pub(crate) fn of(mut scores: Vec<i32>, range: (i32, i32)) -> Option<Self> {
        scores.sort_unstable();
        let (&min, &max) = (scores.first()?, scores.last()?);
        let in_band = |low: i32, high: i32| {
            scores.partition_point(|&score| score <= high) - scores.partition_point(|&score| score < low)
        };
        Some(Self {
            count: scores.len() as u64,
            min,
            q1: quantile(&scores, 0.25),
            median: quantile(&scores, 0.5),
            q3: quantile(&scores, 0.75),
            max,
            mean: scores.iter().map(|&score| i128::from(score)).sum::<i128>() as f64 / scores.len() as f64,
            histogram: edges(range)
                .into_iter()
                .map(|(low, high)| Bar { low, high, count: in_band(low, high) as u64 })
                .collect(),
        })
    }
}

/// The separation of won and lost deals; `None` where won deals score no higher.
pub(crate) fn separation(counts: &ScoreCounts) -> Option<Separation> {
    let ks = counts.ks().ok()?;
    let upper_side_wins = ks.won_share > ks.lost_share;
    upper_side_wins.then_some(Separation { score: ks.separation_point as i32, ks: ks.statistic })
}

fn quantile(sorted: &[i32], share: f64) -> f64 {
    let position = share * (sorted.len() - 1) as f64;
    let (below, part) = (position.floor(), position.fract());
    let at = |index: usize| f64::from(sorted[index.min(sorted.len() - 1)]);
    let (low, high) = (at(below as usize), at(below as usize + 1));
    low + part * (high - low)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    /// NumPy 2: `np.quantile([1, 2, 4, 8, 16, 32], [.25, .5, .75])` = 2.5, 6, 14.
    #[test]
    fn quartiles_match_numpy() {
        let spread = Distribution::of(vec![32, 1, 16, 2, 8, 4], (0, 100)).unwrap();
        assert_relative_eq!(spread.q1, 2.5);
        assert_relative_eq!(spread.median, 6.0);
        assert_relative_eq!(spread.q3, 14.0);
        assert_relative_eq!(spread.mean, 10.5);
        assert_eq!((spread.min, spread.max, spread.count), (1, 32, 6));
    }

    #[test]
    fn every_score_is_in_one_bar() {
        let scores: Vec<i32> = (0..=100).collect();
        let spread = Distribution::of(scores, (0, 100)).unwrap();
        assert_eq!(spread.histogram.iter().map(|bar| bar.count).sum::<u64>(), 101);
        assert_eq!(spread.histogram.len(), 10);
    }

    #[test]
    fn wins_below_losses_have_no_separation_point() {
        let counts = ScoreCounts::from_integer_scores(&[1, 2, 3, 4], &[true, true, false, false]).unwrap();
        assert_eq!(separation(&counts), None);
    }
}
