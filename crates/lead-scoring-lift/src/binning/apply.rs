//! Which bin a value falls into, and what it says there.

use super::{Bin, OptimalBinning};
use crate::cell::Cell;
use lead_scoring_core::{Binning, Column, MISSING, NumberStyle, Values, name_key};

/// Where a value falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// The regular bin of this number.
    Regular(usize),
    /// The bin of the special value of this number.
    Special(usize),
    /// No value.
    Missing,
    /// A value that was never seen.
    Unseen,
}

/// Values with a bin of their own.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Special {
    Numbers(Vec<f64>),
    Levels(Vec<String>),
}

impl Special {
    pub(super) fn labels(&self) -> Vec<String> {
        match self {
            Self::Numbers(numbers) => {
                let style = NumberStyle::of(numbers.iter().copied());
                numbers.iter().map(|value| style.text(*value)).collect()
            }
            Self::Levels(names) => names.clone(),
        }
    }

    /// Where a number falls among bins that meet at `edges`.
    #[inline]
    pub(super) fn place_of_number(&self, edges: &[f64], value: f64) -> Place {
        if !value.is_finite() {
            return Place::Missing;
        }
        let numbers = match self {
            Self::Numbers(numbers) => numbers.as_slice(),
            Self::Levels(_) => &[],
        };
        // -0.0 is 0.0.
        let value = value + 0.0;
        match numbers.iter().position(|special| special.total_cmp(&value).is_eq()) {
            Some(at) => Place::Special(at),
            None => Place::Regular(edges.partition_point(|edge| *edge <= value)),
        }
    }

    /// Keys of special levels with their places.
    pub(super) fn keys(&self) -> impl Iterator<Item = (String, usize)> {
        let names = match self {
            Self::Levels(names) => names.as_slice(),
            Self::Numbers(_) => &[],
        };
        names.iter().enumerate().map(|(at, name)| (name_key(name), at))
    }
}

impl<C: Cell> OptimalBinning<C> {
    /// Where a number falls. Of a binning of categories: unseen, or missing where it is not finite.
    #[must_use]
    pub fn place_of_number(&self, value: f64) -> Place {
        match &self.binning {
            Binning::Range { edges } => self.values.place_of_number(edges, value),
            _ if value.is_finite() => Place::Unseen,
            _ => Place::Missing,
        }
    }

    /// For each distinct value of a column where it falls. A value of another kind is unseen.
    #[must_use]
    pub fn places(&self, values: &Values) -> Vec<Place> {
        if let Values::Number(numbers) = values {
            return numbers.iter().map(|&number| self.place_of_number(number)).collect();
        }
        let mut places: Vec<Place> = self
            .binning
            .code_values(values)
            .into_iter()
            .map(|code| if code < self.bins.len() { Place::Regular(code) } else { Place::Unseen })
            .collect();
        if let Values::Category(names) = values {
            let special: Vec<(String, usize)> = self.values.keys().collect();
            for (place, name) in places.iter_mut().zip(names).filter(|_| !special.is_empty()) {
                let key = name_key(name);
                if let Some((_, at)) = special.iter().find(|(special, _)| *special == key) {
                    *place = Place::Special(*at);
                }
            }
        }
        places
    }

    /// The bin of a place; the unseen one for a place that this binning does not have.
    #[must_use]
    pub fn bin(&self, place: Place) -> &Bin<C> {
        match place {
            Place::Regular(at) => self.bins.get(at).unwrap_or(&self.unseen),
            Place::Special(at) => self.special.get(at).unwrap_or(&self.unseen),
            Place::Missing => &self.missing,
            Place::Unseen => &self.unseen,
        }
    }

    /// The log odds of each row of a column.
    #[must_use]
    pub fn transform(&self, column: &Column) -> Vec<f64> {
        let of_value: Vec<f64> =
            self.places(column.values()).into_iter().map(|place| self.bin(place).log_odds).collect();
        let of_row =
            |&code: &u32| if code == MISSING { self.missing.log_odds } else { of_value[code as usize] };
        column.codes().iter().map(of_row).collect()
    }
}
