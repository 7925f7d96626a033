//! The measures that all figures are made of: shares with intervals, quartiles, means.

use lead_scoring_metrics::{Interval, wilson};
use serde::Serialize;

/// The confidence level of every interval.
pub(crate) const LEVEL: f64 = 0.95;
/// Fewer cases than this make an anecdote, not a rate.
pub const FEW: u64 = 20;

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Share {
    /// How many.
    pub count: u64,
    /// Of how many.
    pub of: u64,
    /// The share, 0 to 1; `None` of none.
    pub value: Option<f64>,
    /// Its 95 % interval (Wilson 1927); `None` of none.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::mirror::Interval>"))]
    pub interval: Option<Interval>,
    /// Whether it is a share of fewer than [`FEW`], and so says little.
    pub few: bool,
}

impl Share {
    pub(crate) fn new(count: u64, of: u64) -> Self {
        let value = (of > 0).then(|| count as f64 / of as f64);
        Self { count, of, value, interval: wilson(count, of, LEVEL).ok(), few: of < FEW }
    }
}

/// How values spread: five numbers, quartiles interpolated linearly (Hyndman & Fan 1996, type 7).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spread {
    /// How many values there are.
    pub count: u64,
    /// The smallest.
    pub least: f64,
    /// A quarter of the values lie below.
    pub lower_quartile: f64,
    /// Half of the values lie below.
    pub median: f64,
    /// A quarter of the values lie above.
    pub upper_quartile: f64,
    /// The largest.
    pub most: f64,
    /// Their mean.
    pub mean: f64,
}

impl Spread {
    /// The spread of finite values; `None` of none.
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut sorted: Vec<f64> = values.into_iter().collect();
        sorted.sort_unstable_by(f64::total_cmp);
        Some(Self {
            count: sorted.len() as u64,
            least: *sorted.first()?,
            lower_quartile: quantile(&sorted, 0.25)?,
            median: quantile(&sorted, 0.5)?,
            upper_quartile: quantile(&sorted, 0.75)?,
            most: *sorted.last()?,
            mean: sorted.iter().sum::<f64>() / sorted.len() as f64,
        })
    }
}

fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let place = share * sorted.len().checked_sub(1)? as f64;
    let below = place.floor();
    let (low, high) = (*sorted.get(below as usize)?, *sorted.get(place.ceil() as usize)?);
    Some(low + (high - low) * (place - below))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R 4.4: `quantile(c(1, 2, 4, 8))` gives 1, 1.75, 3, 5, 8.
    #[test]
    fn quartiles_match_r() {
        let spread = Spread::of([8.0, 1.0, 4.0, 2.0]).unwrap();
        let five = [spread.least, spread.lower_quartile, spread.median, spread.upper_quartile, spread.most];
        for (ours, theirs) in five.into_iter().zip([1.0, 1.75, 3.0, 5.0, 8.0]) {
            assert!((ours - theirs).abs() < 1e-12, "{five:?}");
        }
        assert!((spread.mean - 3.75).abs() < 1e-12 && spread.count == 4);
        assert_eq!(Spread::of([]), None);
        assert_eq!(Spread::of([5.0]).map(|one| one.median), Some(5.0));
    }

    #[test]
    fn a_share_of_none_is_none() {
        let none = Share::new(0, 0);
        assert_eq!((none.value, none.interval, none.few), (None, None, true));
        assert!(!Share::new(3, FEW).few);
    }
}
