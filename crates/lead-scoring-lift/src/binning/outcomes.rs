//! How deals ended, row by row, and how many deals each row stands for.

use crate::cell::Cell;
use crate::weighted::is_weight;
use crate::{Counts, Error, ErrorKind, Result, WeightedCounts};

/// Outcomes of rows: plain (`[bool]`, `true` for won) or weighted ([`WeightedOutcomes`]). Implemented for these two only.
pub trait Outcomes: sealed::Sealed {
    /// What the deals of a bin are counted in.
    type Cell: Cell;

    /// How many rows there are.
    fn rows(&self) -> usize;

    /// The deal of each row, in order; rows of weight 0 hold none.
    fn cells(&self) -> impl Iterator<Item = Self::Cell>;

    /// How many deals each row stands for; `None`: one.
    fn weights(&self) -> Option<&[f64]>;
}

impl Outcomes for [bool] {
    type Cell = Counts;

    fn rows(&self) -> usize {
        self.len()
    }

    fn cells(&self) -> impl Iterator<Item = Counts> {
        self.iter().map(|&won| Counts::new(u64::from(won), u64::from(!won)))
    }

    fn weights(&self) -> Option<&[f64]> {
        None
    }
}

/// Outcomes of rows that stand for more or less than one deal each. A row of weight 0 is not there.
#[derive(Clone, Copy, Debug)]
pub struct WeightedOutcomes<'a> {
    won: &'a [bool],
    weights: &'a [f64],
}

impl<'a> WeightedOutcomes<'a> {
    /// Outcomes with one weight a row: how many deals it stands for, 0 or more.
    ///
    /// # Errors
    /// [`ErrorKind::Length`] for lengths that differ; [`ErrorKind::Weight`] for a weight that is negative, not a number or infinite, with
    /// the row it is in, and for weights that sum to more than 1e100.
    pub fn new(won: &'a [bool], weights: &'a [f64]) -> Result<Self> {
        same_length(weights.len(), "weights", won.len())?;
        if let Some(row) = weights.iter().position(|weight| !is_weight(*weight)) {
            let text = format!(
                "the weight in row {row}, counted from 0, is negative, infinite or not a number; weights say how many deals a row stands for"
            );
            return Err(Error::new(ErrorKind::Weight, text));
        }
        if !is_weight(weights.iter().sum()) {
            return Err(Error::new(
                ErrorKind::Weight,
                "weights sum to more than 1e100; divide them all by one number",
            ));
        }
        Ok(Self { won, weights })
    }
}

impl Outcomes for WeightedOutcomes<'_> {
    type Cell = WeightedCounts;

    fn rows(&self) -> usize {
        self.won.len()
    }

    fn cells(&self) -> impl Iterator<Item = WeightedCounts> {
        self.won.iter().zip(self.weights).map(|(&won, &weight)| WeightedCounts::of_row(won, weight))
    }

    fn weights(&self) -> Option<&[f64]> {
        Some(self.weights)
    }
}

/// Refuses columns that do not belong together.
pub(super) fn same_length(length: usize, what: &str, outcomes: usize) -> Result<()> {
    if length == outcomes {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::Length,
        format!("there are {length} {what} but {outcomes} outcomes; give one a row"),
    ))
}

mod sealed {
    /// Keeps [`super::Outcomes`] to this crate.
    pub trait Sealed {}
    impl Sealed for [bool] {}
    impl Sealed for super::WeightedOutcomes<'_> {}
}
