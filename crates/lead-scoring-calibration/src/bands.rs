//! Score against win rate, by band.
//!
//! A band is ten points wide on a card of 50 to 150 points and a tenth of the range otherwise. The last band takes what a range
//! that does not divide evenly leaves over, so that 0 to 100 gives ten bands, the last of them 90 to 100.

use crate::Rate;
use serde::Serialize;

/// The deals of one band of scores.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Band {
    /// Lowest score of the band.
    pub low: i32,
    /// Highest score of the band.
    pub high: i32,
    /// Won deals.
    pub won: u64,
    /// Lost deals.
    pub lost: u64,
    /// Win rate; `None` without deals.
    pub rate: Option<Rate>,
}

/// Win rates by band of scores over `range`, ascending. Scores beyond the range count in the nearest end band.
///
/// `scores[i]` and `won[i]` belong to one deal; what one slice has beyond the other is left out.
#[must_use]
pub fn band_table(range: (i32, i32), scores: &[i32], won: &[bool]) -> Vec<Band> {
    let bands = edges(range);
    let mut counts = vec![(0_u64, 0_u64); bands.len()];
    for (&score, &won) in scores.iter().zip(won) {
        let at = bands.partition_point(|&(low, _)| low <= score).saturating_sub(1);
        if won {
            counts[at].0 += 1;
        } else {
            counts[at].1 += 1;
        }
    }
    let band = |((low, high), (won, lost)): ((i32, i32), (u64, u64))| Band {
        low,
        high,
        won,
        lost,
        rate: Rate::of(won, won + lost),
    };
    bands.into_iter().zip(counts).map(band).collect()
}

/// Lowest and highest score of each band; at least one band.
pub(crate) fn edges((low, high): (i32, i32)) -> Vec<(i32, i32)> {
    let (low, high) = (i64::from(low.min(high)), i64::from(low.max(high)));
    let span = high - low;
    let width = if (50..=150).contains(&span) { 10 } else { (span / 10).max(1) };
    let bands = (span + 1) / width;
    let narrow = |score: i64| i32::try_from(score).unwrap_or(i32::MAX);
    (0..bands)
        .map(|band| {
            let last = band + 1 == bands;
            (narrow(low + band * width), narrow(if last { high } else { low + (band + 1) * width - 1 }))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_partition_the_range() {
        for range in [(0, 100), (0, 0), (0, 7), (-30, 42), (0, 1000), (i32::MIN, i32::MAX)] {
            let bands = edges(range);
            assert_eq!((bands[0].0, bands[bands.len() - 1].1), range);
            assert!(
                bands.windows(2).all(|pair| i64::from(pair[0].1) + 1 == i64::from(pair[1].0)),
                "{range:?}"
            );
            assert!(bands.len() <= 15, "{range:?}");
        }
    }

    #[test]
    fn outliers_fall_into_the_end_bands() {
        let table = band_table((0, 100), &[-5, 95, 200], &[false, true, true]);
        assert_eq!((table[0].lost, table[9].won), (1, 2));
        assert_eq!(table[4].rate, None);
    }
}
