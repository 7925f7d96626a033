//! The checks that several statistics share.

use crate::error::{Error, Result};

/// The most rows a statistic accepts: the integer sums of ranks then fit in 128 bits.
pub(crate) const MAX_ROWS: u64 = 1 << 40;

pub(crate) fn same_length(first: (&'static str, usize), second: (&'static str, usize)) -> Result<()> {
    if first.1 == second.1 { Ok(()) } else { Err(Error::length_mismatch(first, second)) }
}

pub(crate) fn all_finite(what: &'static str, values: &[f64]) -> Result<()> {
    // Without a way out early the check takes several values at once.
    if values.iter().fold(true, |all, v| all & v.is_finite()) {
        return Ok(());
    }
    let index = values.iter().position(|v| !v.is_finite()).unwrap_or_default();
    Err(Error::not_finite(what, index))
}

/// Checks predicted probabilities and their outcomes: parallel, not empty, finite, within 0 and 1.
pub(crate) fn probabilities(probabilities: &[f64], won: &[bool]) -> Result<()> {
    let what = "probabilities";
    same_length((what, probabilities.len()), ("outcomes", won.len()))?;
    if probabilities.is_empty() {
        return Err(Error::empty(what));
    }
    all_finite(what, probabilities)?;
    match probabilities.iter().position(|p| !(0.0..=1.0).contains(p)) {
        Some(index) => Err(Error::value_out_of_range(what, index, "give a probability from 0 to 1")),
        None => Ok(()),
    }
}

/// Checks a confidence level. The comparison is false for NaN.
pub(crate) fn level(level: f64) -> Result<()> {
    if level > 0.0 && level < 1.0 {
        Ok(())
    } else {
        Err(Error::out_of_range("level", "give a confidence level between 0 and 1, such as 0.95"))
    }
}

pub(crate) fn successes(successes: u64, trials: u64) -> Result<()> {
    if trials == 0 {
        Err(Error::empty("trials"))
    } else if successes > trials {
        Err(Error::out_of_range("successes", "give no more successes than trials"))
    } else {
        Ok(())
    }
}
