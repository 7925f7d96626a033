//! Won and lost leads per distinct score: the one table behind every ranking statistic.
//!
//! A ranking statistic depends on the scores only through their order and ties, so the leads are
//! sorted once and each statistic is then one pass over the distinct scores.
//!
//! Cost: [`ScoreCounts::from_scores`] sorts by digits, O(n) for scores that mostly differ and O(n log n) at
//! worst, with 16 bytes per lead; whole numbers that span a small range are counted without sorting, O(n), by
//! [`ScoreCounts::from_integer_scores`] and, given as `f64`, by `from_scores` too;
//! every statistic O(distinct scores).
//!
//! | input | result |
//! |---|---|
//! | no leads | [`ErrorKind::Empty`](crate::ErrorKind::Empty) |
//! | NaN or infinite score | [`ErrorKind::NotFinite`](crate::ErrorKind::NotFinite) with its index |
//! | unequal lengths | [`ErrorKind::LengthMismatch`](crate::ErrorKind::LengthMismatch) |
//! | `-0.0` and `0.0` | the same score, `0.0` |
//! | one class only | accepted here; the statistics that need both classes refuse it |
//! | more than 2⁴⁰ leads | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) |

use serde::Serialize;

use crate::contingency::{self, CodeCounts};
use crate::error::{Error, Result};
use crate::keys::{self, unsigned_zero};
use crate::validate::{self, MAX_ROWS};

/// The leads that share one score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ScoreGroup {
    /// The score, finite.
    pub score: f64,
    /// How many leads of this score were won.
    pub won: u64,
    /// How many leads of this score were lost.
    pub lost: u64,
}

impl ScoreGroup {
    /// Won and lost leads of this score together.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.won.saturating_add(self.lost)
    }
}

/// Won and lost counts per distinct score, ascending by score.
///
/// ```
/// use lead_scoring_metrics::ScoreCounts;
///
/// let counts = ScoreCounts::from_scores(&[70.0, 30.0, 30.0], &[true, true, false])?;
/// assert_eq!(counts.groups().len(), 2);
/// assert_eq!(counts.groups()[0].total(), 2);
/// assert_eq!((counts.total_won(), counts.total_lost()), (2, 1));
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreCounts {
    groups: Vec<ScoreGroup>,
    won: u64,
    lost: u64,
}

/// The leads at or above a score.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    pub(crate) threshold: f64,
    pub(crate) won: u64,
    pub(crate) lost: u64,
}

impl ScoreCounts {
    /// Counts the outcomes (`true` = won) per distinct score.
    ///
    /// # Errors
    ///
    /// `LengthMismatch`, `Empty`, or `NotFinite` for a NaN or infinite score.
    pub fn from_scores(scores: &[f64], won: &[bool]) -> Result<Self> {
        validate::same_length(("scores", scores.len()), ("outcomes", won.len()))?;
        validate::all_finite("scores", scores)?;
        match whole_numbers(scores) {
            Some(whole) => Self::from_integer_scores(&whole, won),
            None => Self::of(keys::groups_of(scores, won)),
        }
    }

    /// Counts the outcomes (`true` = won) per distinct integer score, such as scorecard points.
    ///
    /// Gives the same table as [`from_scores`](Self::from_scores) on the scores as `f64`, without
    /// sorting when the scores span no more values than there are leads (or 1024).
    ///
    /// # Errors
    ///
    /// `LengthMismatch` or `Empty`.
    pub fn from_integer_scores(scores: &[i32], won: &[bool]) -> Result<Self> {
        validate::same_length(("scores", scores.len()), ("outcomes", won.len()))?;
        let (Some(&least), Some(&most)) = (scores.iter().min(), scores.iter().max()) else {
            return Err(Error::empty("scores"));
        };
        let span = most.abs_diff(least) as usize;
        if !is_narrow(span, scores.len()) {
            let scores: Vec<f64> = scores.iter().map(|&score| f64::from(score)).collect();
            return Self::of(keys::groups_of(&scores, won));
        }
        let mut table = vec![CodeCounts::default(); span + 1];
        contingency::count(&mut table, scores, won, |score| score.abs_diff(least));
        let groups = (0_u32..).zip(table).filter(|(_, cell)| cell.won + cell.lost > 0);
        Self::of(
            groups
                .map(|(offset, cell)| ScoreGroup {
                    score: f64::from(least) + f64::from(offset),
                    won: cell.won,
                    lost: cell.lost,
                })
                .collect(),
        )
    }

    /// Builds the table from counts, in any order; equal scores are added together and groups
    /// without leads left out. An integer weight is a repeated lead.
    ///
    /// # Errors
    ///
    /// `NotFinite` for a NaN or infinite score (the index is that of the group), `Empty` without
    /// any lead, `OutOfRange` above 2⁴⁰ leads.
    pub fn from_groups(groups: impl IntoIterator<Item = ScoreGroup>) -> Result<Self> {
        let mut groups: Vec<ScoreGroup> = groups.into_iter().collect();
        if let Some(index) = groups.iter().position(|g| !g.score.is_finite()) {
            return Err(Error::not_finite("scores", index));
        }
        groups.sort_by(|a, b| unsigned_zero(a.score).total_cmp(&unsigned_zero(b.score)));
        Self::ascending(groups)
    }

    /// The groups, ascending by score; each holds at least one lead.
    #[must_use]
    pub fn groups(&self) -> &[ScoreGroup] {
        &self.groups
    }

    /// How many leads were won.
    #[must_use]
    pub fn total_won(&self) -> u64 {
        self.won
    }

    /// How many leads were lost.
    #[must_use]
    pub fn total_lost(&self) -> u64 {
        self.lost
    }

    /// How many leads there are.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.won + self.lost
    }

    /// The share of won leads, 0 to 1.
    #[must_use]
    pub fn base_rate(&self) -> f64 {
        self.won as f64 / self.total() as f64
    }

    /// Refuses a table with one class only.
    pub(crate) fn require_both(&self) -> Result<()> {
        match (self.won, self.lost) {
            (0, _) => Err(Error::one_class("won")),
            (_, 0) => Err(Error::one_class("lost")),
            _ => Ok(()),
        }
    }

    /// The leads at or above each distinct score, from the highest score down.
    pub(crate) fn cuts(&self) -> impl Iterator<Item = Cut> + '_ {
        self.groups.iter().rev().scan((0, 0), |(won, lost), group| {
            *won += group.won;
            *lost += group.lost;
            Some(Cut { threshold: group.score, won: *won, lost: *lost })
        })
    }

    /// The table of groups that ascend, differ and hold leads.
    pub(crate) fn of(groups: Vec<ScoreGroup>) -> Result<Self> {
        let (won, lost) = groups.iter().fold((0, 0), |sum, group| (sum.0 + group.won, sum.1 + group.lost));
        if groups.is_empty() {
            return Err(Error::empty("leads"));
        }
        within_limit(u128::from(won + lost))?;
        Ok(Self { groups, won, lost })
    }

    /// Other groups of the same leads, ascending.
    pub(crate) fn with_groups(&self, groups: Vec<ScoreGroup>) -> Self {
        Self { groups, ..*self }
    }

    /// Takes groups in ascending order, adds equal scores together and drops empty groups.
    fn ascending(sorted: impl IntoIterator<Item = ScoreGroup>) -> Result<Self> {
        let mut counts = Self { groups: Vec::new(), won: 0, lost: 0 };
        for group in sorted {
            let rows = u128::from(group.won) + u128::from(group.lost);
            if rows == 0 {
                continue;
            }
            within_limit(u128::from(counts.total()) + rows)?;
            counts.push(ScoreGroup { score: unsigned_zero(group.score), ..group });
        }
        if counts.groups.is_empty() { Err(Error::empty("leads")) } else { Ok(counts) }
    }

    fn push(&mut self, group: ScoreGroup) {
        self.won += group.won;
        self.lost += group.lost;
        match self.groups.last_mut() {
            Some(last) if last.score >= group.score => {
                last.won += group.won;
                last.lost += group.lost;
            }
            _ => self.groups.push(group),
        }
    }

    /// Replaces the counts group by group, as a resample of `source` does; groups without leads
    /// are left out. The totals are those of `source`.
    pub(crate) fn refill(&mut self, source: &Self, won: &[u64], lost: &[u64]) {
        let nobody = ScoreGroup { score: 0.0, won: 0, lost: 0 };
        self.groups.resize(source.groups.len(), nobody);
        let mut filled = 0;
        for ((group, &won), &lost) in source.groups.iter().zip(won).zip(lost) {
            // Written in any case, kept if it holds leads: which do is chance, and a wrong guess costs more than a write.
            self.groups[filled] = ScoreGroup { score: group.score, won, lost };
            filled += usize::from(won + lost > 0);
        }
        self.groups.truncate(filled);
        (self.won, self.lost) = (source.won, source.lost);
    }
}

/// Whether so many leads are better counted than sorted, their scores spanning `span` whole numbers.
fn is_narrow(span: usize, leads: usize) -> bool {
    span <= leads.max(1024)
}

/// The scores as integers, where all are whole numbers that span little enough to be counted.
fn whole_numbers(scores: &[f64]) -> Option<Vec<i32>> {
    let mut whole = Vec::with_capacity(scores.len());
    let (mut least, mut most) = (i32::MAX, i32::MIN);
    // By blocks: a column with fractions shows them in the first, and one without is read several values at once.
    for block in scores.chunks(1024) {
        let start = whole.len();
        whole.extend(block.iter().map(|&score| score as i32));
        let converted = whole.get(start..)?;
        if !block.iter().zip(converted).fold(true, |all, (&score, &int)| all & is_same(score, int)) {
            return None;
        }
        (least, most) =
            converted.iter().fold((least, most), |(low, high), &int| (low.min(int), high.max(int)));
    }
    (most >= least && is_narrow(most.abs_diff(least) as usize, scores.len())).then_some(whole)
}

#[allow(clippy::float_cmp)]
fn is_same(score: f64, int: i32) -> bool {
    score == f64::from(int)
}

fn within_limit(leads: u128) -> Result<()> {
    if leads > u128::from(MAX_ROWS) {
        return Err(Error::out_of_range("counts", "give at most 2^40 leads"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    #[test]
    fn ties_are_one_group() {
        let counts =
            ScoreCounts::from_scores(&[1.0, -0.0, 0.0, -2.0, 1.0], &[true, true, false, false, true])
                .unwrap();
        let expected = [(-2.0, 0, 1), (0.0, 1, 1), (1.0, 2, 0)];
        assert_eq!(counts.groups(), expected.map(|(score, won, lost)| ScoreGroup { score, won, lost }));
    }

    #[test]
    fn wide_and_narrow_integer_ranges_agree_with_floats() {
        for scores in [vec![3, -7, 3, 12, 0], vec![i32::MIN, i32::MAX, 0, i32::MAX, 5]] {
            let won = [true, false, false, true, false];
            let floats: Vec<f64> = scores.iter().map(|&s| f64::from(s)).collect();
            let integer = ScoreCounts::from_integer_scores(&scores, &won).unwrap();
            assert_eq!(integer, ScoreCounts::from_scores(&floats, &won).unwrap());
        }
    }

    #[test]
    fn groups_in_any_order_are_merged() {
        let group = |score, won, lost| ScoreGroup { score, won, lost };
        let counts = ScoreCounts::from_groups([
            group(2.0, 1, 0),
            group(0.0, 0, 3),
            group(9.0, 0, 0),
            group(-0.0, 1, 0),
        ])
        .unwrap();
        assert_eq!(counts.groups(), [group(0.0, 1, 3), group(2.0, 1, 0)]);
        assert_eq!(counts.total(), 5);
    }

    #[test]
    fn bad_input_is_named() {
        let kind = |scores: &[f64], won: &[bool]| ScoreCounts::from_scores(scores, won).unwrap_err().kind();
        assert_eq!(kind(&[], &[]), ErrorKind::Empty);
        assert_eq!(kind(&[1.0], &[]), ErrorKind::LengthMismatch);
        assert_eq!(kind(&[f64::INFINITY], &[true]), ErrorKind::NotFinite);
        let error = ScoreCounts::from_scores(&[1.0, f64::NAN], &[true, false]).unwrap_err();
        assert_eq!(error.index(), Some(1));
        let huge = ScoreGroup { score: 1.0, won: u64::MAX, lost: u64::MAX };
        assert_eq!(ScoreCounts::from_groups([huge]).unwrap_err().kind(), ErrorKind::OutOfRange);
        let most = ScoreGroup { score: 1.0, won: 1 << 39, lost: 1 << 39 };
        assert_eq!(ScoreCounts::from_groups([most]).unwrap().total(), 1 << 40);
        let one_more = ScoreGroup { score: 0.0, won: 1, lost: 0 };
        assert_eq!(ScoreCounts::from_groups([most, one_more]).unwrap_err().kind(), ErrorKind::OutOfRange);
        assert_eq!(ScoreCounts::from_groups([]).unwrap_err().kind(), ErrorKind::Empty);
    }
}
