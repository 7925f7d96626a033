//! The ideal customer profile as typed input: each criterion becomes bins of its own, scored by their measured lift like any other.

use crate::Error;
use lead_scoring_core::{Binning, Column, Dimension, Values, name_key};
use lead_scoring_lift::GivenBins;

/// One criterion of the ideal customer profile.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IcpCriterion {
    /// The column it reads.
    pub column: String,
    /// What fits the profile.
    pub wanted: Wanted,
}

/// Which values fit the profile.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Wanted {
    /// One of these levels, or items of a set.
    OneOf(Vec<String>),
    /// A number of at least the first bound and below the second; either may be open.
    Range(Option<f64>, Option<f64>),
}

impl IcpCriterion {
    /// A criterion of levels: industries, countries, technologies.
    pub fn one_of<S: Into<String>>(column: impl Into<String>, values: impl IntoIterator<Item = S>) -> Self {
        Self { column: column.into(), wanted: Wanted::OneOf(values.into_iter().map(Into::into).collect()) }
    }

    /// A criterion of size: at least `low` and below `high`.
    pub fn range(column: impl Into<String>, low: Option<f64>, high: Option<f64>) -> Self {
        Self { column: column.into(), wanted: Wanted::Range(low, high) }
    }

    /// What is wrong with the criterion, whatever the data.
    pub(crate) fn problem(&self) -> Option<String> {
        let what = match &self.wanted {
            Wanted::OneOf(values) if values.is_empty() => "names no value",
            Wanted::Range(None, None) => "has neither a lower nor an upper bound",
            Wanted::Range(low, high) if [low, high].into_iter().flatten().any(|bound| !bound.is_finite()) => {
                "has a bound that is not a number"
            }
            Wanted::Range(Some(low), Some(high)) if low >= high => {
                "has a lower bound that is not below the upper"
            }
            _ => return None,
        };
        Some(format!("the profile's criterion for `{}` {what}", self.column))
    }

    /// The criterion as bins of a training column.
    pub(crate) fn bins(&self, column: &Column, dimension: Dimension) -> Result<Vec<GivenBins>, Error> {
        let name = format!("ICP match: {}", self.column);
        let given = |name, binning| GivenBins::new(name, &self.column, dimension, binning);
        match (&self.wanted, column.values()) {
            (Wanted::Range(low, high), Values::Number(_)) => {
                let edges = [low, high].into_iter().flatten().copied().collect();
                Ok(vec![given(name, Binning::Range { edges })])
            }
            (Wanted::OneOf(wanted), Values::Category(levels)) => {
                let keys: Vec<String> = wanted.iter().map(|value| name_key(value)).collect();
                let (fit, other): (Vec<String>, Vec<String>) =
                    levels.iter().cloned().partition(|level| keys.contains(&name_key(level)));
                if fit.is_empty() {
                    return Err(self.misfit("names no value that occurs in the column"));
                }
                Ok(vec![given(name, Binning::Group { groups: vec![other, fit] })])
            }
            (Wanted::OneOf(wanted), Values::Set(_)) => {
                let contains = |item: &String| {
                    given(format!("{name}: {item}"), Binning::Contains { item: item.clone() })
                };
                Ok(wanted.iter().map(contains).collect())
            }
            (_, values) => {
                let kind = values.kind().word();
                Err(self
                    .misfit(&format!("does not fit a column of kind {kind}; give the column another kind")))
            }
        }
    }

    fn misfit(&self, what: &str) -> Error {
        let message = format!("the profile's criterion for `{}` {what}", self.column);
        lead_scoring_core::Error::new(lead_scoring_core::ErrorKind::Option, message).into()
    }
}
