//! Cumulative gains and lift: how many of the wins the best-scored share of the leads holds.
//!
//! Formula: with the leads in descending score order, the gain at share s is the share of all wins among
//! the first s·n leads; lift = gain/s against picking at random. A band of k equal shares holds n/k leads,
//! so Σ (nᵢ/n)·liftᵢ = 1 over the bands.
//!
//! Ties: leads of one score cannot be told apart, so a border that falls inside a score takes each outcome
//! in proportion, as picking among them at random would on average. The result does not depend on row
//! order, and counts within a band may be fractions.
//!
//! | input | result |
//! |---|---|
//! | all scores equal | gain = share, lift 1 everywhere |
//! | more bands than leads | allowed; bands then hold fractions of a lead |
//! | 0 bands or more than 10 000 | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) |
//! | one class | [`ErrorKind::OneClass`](crate::ErrorKind::OneClass) |

use serde::Serialize;

use crate::counts::ScoreCounts;
use crate::error::{Error, Result};

/// One band of a gains table; bands run from the highest scores down.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct GainsRow {
    /// Share of all leads in this band and those above it, 0 to 1.
    pub share_of_leads: f64,
    /// The lowest score that reaches into this band.
    pub threshold: f64,
    /// Share of all wins in this band and those above it, 0 to 1.
    pub share_captured: f64,
    /// Conversion rate within this band, 0 to 1.
    pub rate: f64,
    /// Conversion rate within this band over the base rate.
    pub lift: f64,
    /// Conversion rate of this band and those above it over the base rate.
    pub cumulative_lift: f64,
}

/// The gains table of `scores` in `bands` equal shares of the leads; 10 gives deciles.
///
/// # Errors
///
/// `OneClass` without both outcomes; `OutOfRange` for a bad number of bands; `LengthMismatch`, `Empty`
/// or `NotFinite` for bad slices.
pub fn gains(scores: &[f64], won: &[bool], bands: usize) -> Result<Vec<GainsRow>> {
    ScoreCounts::from_scores(scores, won)?.gains(bands)
}

impl ScoreCounts {
    /// The gains table in `bands` equal shares of the leads; see [the module](mod@crate::gains).
    ///
    /// # Errors
    ///
    /// `OneClass` without both outcomes; `OutOfRange` unless `bands` is 1 to 10 000.
    ///
    /// ```
    /// use lead_scoring_metrics::ScoreCounts;
    ///
    /// let counts = ScoreCounts::from_scores(&[4.0, 3.0, 2.0, 1.0], &[true, true, false, false])?;
    /// let halves = counts.gains(2)?;
    /// assert_eq!(halves[0].share_captured, 1.0);
    /// assert_eq!((halves[0].lift, halves[1].lift), (2.0, 0.0));
    /// # Ok::<(), lead_scoring_metrics::Error>(())
    /// ```
    pub fn gains(&self, bands: usize) -> Result<Vec<GainsRow>> {
        self.require_both()?;
        if bands == 0 || bands > 10_000 {
            return Err(Error::out_of_range("bands", "give 1 to 10 000"));
        }
        let (leads, wins, count) = (self.total() as f64, self.total_won() as f64, bands as f64);
        let mut walk = FromTheTop::new(self);
        let mut captured_before = 0.0;
        let mut rows = Vec::with_capacity(bands);
        for band in 1..=bands {
            let depth = leads * band as f64 / count;
            let (captured, threshold) = walk.wins_within(depth);
            let share_of_leads = band as f64 / count;
            let share_captured = captured / wins;
            let lift = (share_captured - captured_before) * count;
            rows.push(GainsRow {
                share_of_leads,
                threshold,
                share_captured,
                rate: lift * self.base_rate(),
                lift,
                cumulative_lift: share_captured / share_of_leads,
            });
            captured_before = share_captured;
        }
        Ok(rows)
    }

    /// The share of all wins among the best-scored `top` share of the leads, both 0 to 1.
    ///
    /// # Errors
    ///
    /// `OneClass` without both outcomes; `OutOfRange` unless `top` is 0 to 1.
    ///
    /// ```
    /// use lead_scoring_metrics::ScoreCounts;
    ///
    /// let counts = ScoreCounts::from_scores(&[9.0, 5.0, 5.0, 1.0], &[true, true, false, false])?;
    /// assert_eq!(counts.share_captured(0.5)?, 0.75); // one win, and half of the tied one
    /// # Ok::<(), lead_scoring_metrics::Error>(())
    /// ```
    pub fn share_captured(&self, top: f64) -> Result<f64> {
        self.require_both()?;
        if !(0.0..=1.0).contains(&top) {
            return Err(Error::out_of_range("the top share", "give a share of the leads from 0 to 1"));
        }
        let (captured, _) = FromTheTop::new(self).wins_within(top * self.total() as f64);
        Ok(captured / self.total_won() as f64)
    }
}

/// Walks the groups once, from the highest score down, to ever greater depths.
struct FromTheTop<'a> {
    counts: &'a ScoreCounts,
    /// How many groups lie wholly above the present depth.
    passed: usize,
    leads_passed: f64,
    wins_passed: f64,
}

impl<'a> FromTheTop<'a> {
    fn new(counts: &'a ScoreCounts) -> Self {
        Self { counts, passed: 0, leads_passed: 0.0, wins_passed: 0.0 }
    }

    /// Wins among the first `depth` leads, and the lowest score among these leads.
    fn wins_within(&mut self, depth: f64) -> (f64, f64) {
        let groups = self.counts.groups();
        let mut threshold = f64::NEG_INFINITY;
        for group in groups.iter().rev().skip(self.passed) {
            threshold = group.score;
            let size = group.total() as f64;
            let inside = depth - self.leads_passed;
            if inside < size {
                return (self.wins_passed + group.won as f64 * (inside / size), threshold);
            }
            if inside <= size {
                // The border is that of the group: the next depth starts after it.
                self.pass(size, group.won as f64);
                return (self.wins_passed, threshold);
            }
            self.pass(size, group.won as f64);
        }
        (self.wins_passed, threshold)
    }

    fn pass(&mut self, size: f64, wins: f64) {
        self.passed += 1;
        self.leads_passed += size;
        self.wins_passed += wins;
    }
}

#[cfg(test)]
mod tests {
    use approx::assert_relative_eq;

    use super::*;
    use crate::counts::ScoreGroup;

    /// 20 leads, 8 won, in quarters of 5: the first border is that of a score, the second falls inside one.
    #[test]
    fn hand_table() {
        let groups = [(40.0, 4, 1), (30.0, 2, 2), (20.0, 2, 4), (10.0, 0, 5)];
        let counts = groups.map(|(score, won, lost)| ScoreGroup { score, won, lost });
        let rows = ScoreCounts::from_groups(counts).unwrap().gains(4).unwrap();
        let second = 2.0 + 2.0 / 6.0;
        let expected = [
            (0.25, 40.0, 4.0 / 8.0, 4.0 / 5.0, 2.0),
            (0.5, 20.0, (4.0 + second) / 8.0, second / 5.0, (4.0 + second) / 4.0),
            (0.75, 20.0, 1.0, (8.0 - 4.0 - second) / 5.0, 4.0 / 3.0),
            (1.0, 10.0, 1.0, 0.0, 1.0),
        ];
        for (row, (share, threshold, captured, rate, cumulative_lift)) in rows.iter().zip(expected) {
            assert_relative_eq!(row.share_of_leads, share);
            assert_relative_eq!(row.threshold, threshold);
            assert_relative_eq!(row.share_captured, captured, max_relative = 1e-14);
            assert_relative_eq!(row.rate, rate, epsilon = 1e-14);
            assert_relative_eq!(row.lift, rate / 0.4, epsilon = 1e-14);
            assert_relative_eq!(row.cumulative_lift, cumulative_lift, max_relative = 1e-14);
        }
    }
}
