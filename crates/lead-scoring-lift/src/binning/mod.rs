//! The best bins of one column: what a scorecard's fields are made of, and of use by itself.
//!
//! Numbers fall into at most 64 ranges of about equal count, levels into one pre-bin each with the rare ones pooled, both without a look
//! at the outcome; then [`find_partition`] joins neighbours to the bins that are best of all. Categories stand in the order of their
//! shrunk win rate, in which the best grouping for two outcomes is one of neighbours (Fisher 1958). Terms and options follow
//! Navas-Palencia 2020 where they mean the same.
//!
//! | case | result |
//! |---|---|
//! | NaN, infinities, `None` | missing, which has a bin of its own |
//! | no known value, a constant column | one regular bin |
//! | all deals of a bin won, or all lost | finite log odds, by shrinkage; [`Bin::one_outcome`] |
//! | a column that separates won from lost | the same, and [`OptimalBinning::separates`] |
//! | no grouping meets the rules | [`ErrorKind::Rules`], with what would have to give way |
//! | rows of weight 0 | not there: no value, level or deal of theirs counts |
//! | a fixed cut point with no deals on one side | the rules cannot be met: [`ErrorKind::Rules`] |
//! | levels that differ by case, blanks or marks only | one level, as in [`Binning`] |
//! | millions of levels | the rarest beyond [`BinningOptions::max_names`] count as unseen |
//! | a level never seen | log odds 0: it scores as the base |
//!
//! Cost: for numbers one sort (none under own cut points) and one pass; for levels a pass with one look-up a row; then the search, whose
//! cost does not depend on the number of rows.

mod apply;
mod levels;
mod numbers;
mod options;
mod outcomes;

pub use apply::Place;
pub use levels::bin_categories;
pub use numbers::bin_numbers;
pub use options::BinningOptions;
pub use outcomes::{Outcomes, WeightedOutcomes};

use crate::cell::{Cell, information, log_odds};
use crate::label::NOT_RECORDED;
use crate::partition::{Borders, Partition, PartitionRules, Trend, find_partition};
use crate::{Counts, Error, ErrorKind, Result};
use apply::Special;
use lead_scoring_core::{Binning, Column, MISSING, Values};

/// The best bins of a column, with what they hold.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OptimalBinning<C = Counts> {
    /// The regular bins, to be shipped with a model. Special values are to be looked up first; [`OptimalBinning::transform`] does.
    pub binning: Binning,
    /// The regular bins in the order of `binning`'s codes.
    pub bins: Vec<Bin<C>>,
    /// A bin for each special value, in the order they were given.
    pub special: Vec<Bin<C>>,
    /// Rows without a value.
    pub missing: Bin<C>,
    /// Rows of levels that the bins do not name, and of levels yet to come: log odds 0.
    pub unseen: Bin<C>,
    /// All deals.
    pub whole: C,
    /// Sum over all bins of their information value; at least 0.
    pub information_value: f64,
    /// The objective that the regular bins have most of, penalties taken off.
    pub objective: f64,
    /// The trend that the regular bins keep; see [`Partition::trend`].
    pub trend: Trend,
    /// Deals of each pre-bin, in the order in which neighbours could be joined.
    pub prebins: Vec<C>,
    values: Special,
}

impl<C: Cell> OptimalBinning<C> {
    /// Whether the column tells won from lost without fault: two bins or more, none with deals of both outcomes.
    #[must_use]
    pub fn separates(&self) -> bool {
        self.all().filter(|bin| bin.counts.deals() > 0.0).all(|bin| bin.one_outcome)
    }

    /// All bins: regular, special, missing, unseen.
    fn all(&self) -> impl Iterator<Item = &Bin<C>> {
        self.bins.iter().chain(&self.special).chain([&self.missing, &self.unseen])
    }
}

/// A bin and what its deals say.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bin<C = Counts> {
    /// What it holds, for people.
    pub label: String,
    /// Its deals.
    pub counts: C,
    /// Share won, 0 to 1; `None` without deals.
    pub rate: Option<f64>,
    /// Log odds against the whole (weight of evidence), shrunk by [`PartitionRules::prior_deals`]; 0 without deals.
    pub log_odds: f64,
    /// What it adds to the information value; at least 0.
    pub information_value: f64,
    /// The p value that it has the win rate of all other deals; `None` where there are no others or it has none.
    pub p_value: Option<f64>,
    /// Whether it has deals and all of them ended alike, so that its log odds are finite by shrinkage alone.
    pub one_outcome: bool,
}

/// Bins a number or category column; the same as [`bin_numbers`] and [`bin_categories`] of its rows.
///
/// # Errors
/// As these two; [`ErrorKind::Option`] for a column of another kind.
pub fn bin_column<O: Outcomes + ?Sized>(
    column: &Column,
    outcomes: &O,
    options: &BinningOptions,
) -> Result<OptimalBinning<O::Cell>> {
    match column.values() {
        Values::Number(numbers) => {
            let value = |&code: &u32| numbers.get(code as usize).copied().unwrap_or(f64::NAN);
            bin_numbers(&column.codes().iter().map(value).collect::<Vec<_>>(), outcomes, options)
        }
        Values::Category(names) => {
            let name = |&code: &u32| if code == MISSING { None } else { names.get(code as usize) };
            bin_categories(&column.codes().iter().map(name).collect::<Vec<_>>(), outcomes, options)
        }
        _ => Err(Error::new(
            ErrorKind::Option,
            "only numbers and categories are binned; turn the column into one of them",
        )),
    }
}

/// Refuses deals that ended alike.
fn both_outcomes<C: Cell>(whole: C) -> Result<C> {
    if whole.has_both_outcomes() {
        return Ok(whole);
    }
    Err(Error::new(
        ErrorKind::OneClass,
        "all deals ended alike, or there are none; bins need won and lost deals",
    ))
}

/// What a column's rows came to before the search, and what the search came to.
struct Counted<C> {
    /// Pre-bins in the order in which neighbours may be joined.
    cells: Vec<C>,
    special: Vec<C>,
    missing: C,
    unseen: C,
    values: Special,
}

impl<C: Cell> Counted<C> {
    fn known(&self) -> C {
        self.cells.iter().copied().sum()
    }

    fn whole(&self) -> C {
        self.special.iter().copied().chain([self.known(), self.missing, self.unseen]).sum()
    }

    fn search(&self, rules: &PartitionRules, borders: &Borders) -> Result<Partition> {
        if self.known().deals() > 0.0 {
            return Ok(find_partition(&self.cells, rules, borders)?);
        }
        // Without known values there is nothing that rules could be about.
        let ends = if self.cells.is_empty() { Vec::new() } else { vec![self.cells.len()] };
        Ok(Partition { ends, value: 0.0, trend: rules.trend })
    }

    /// The bins that a partition makes of the pre-bins, with a label each.
    fn into_bins(
        self,
        rules: &PartitionRules,
        partition: &Partition,
        binning: Binning,
        labels: Vec<String>,
    ) -> OptimalBinning<C> {
        let whole = self.whole();
        let starts = std::iter::once(0).chain(partition.ends.iter().copied());
        let regular =
            starts.zip(&partition.ends).map(|(from, &to)| self.cells[from..to].iter().copied().sum());
        let mut counts: Vec<C> = regular.collect();
        let first_special = counts.len();
        counts.extend(self.special.iter().copied().chain([self.missing, self.unseen]));
        let others = |at: usize| counts[..at].iter().chain(&counts[at + 1..]).copied().sum();
        let prior = rules.finite_prior_deals();
        let bin = |(at, label): (usize, String)| Bin {
            label,
            counts: counts[at],
            rate: counts[at].rate(),
            log_odds: log_odds(counts[at], whole, prior),
            information_value: information(counts[at], whole, prior).max(0.0),
            p_value: counts[at].p_value(others(at)),
            one_outcome: counts[at].deals() > 0.0 && !counts[at].has_both_outcomes(),
        };
        let bins: Vec<Bin<C>> = labels.into_iter().enumerate().map(bin).collect();
        let special: Vec<Bin<C>> = (first_special..).zip(self.values.labels()).map(bin).collect();
        let missing = bin((counts.len() - 2, NOT_RECORDED.to_owned()));
        let unseen = bin((counts.len() - 1, "not seen before".to_owned()));
        let informative = bins.iter().chain(&special).chain([&missing]);
        OptimalBinning {
            information_value: informative.map(|bin| bin.information_value).sum(),
            binning,
            bins,
            special,
            missing,
            unseen: Bin { log_odds: 0.0, information_value: 0.0, ..unseen },
            whole,
            objective: partition.value,
            trend: partition.trend,
            prebins: self.cells,
            values: self.values,
        }
    }
}
