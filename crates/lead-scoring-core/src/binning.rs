//! How a field's values fall into bins: the part of a pattern that is shipped with a model and applied to new leads.
//!
//! Every binning has `k` regular bins, coded `0..k`, then one code for a missing value (`k`) and one for a value that was never
//! seen while learning (`k + 1`).

use crate::{Column, MISSING, Values, name_key};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// A partition of a field's values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Binning {
    /// Ranges of a number. `edges` ascend; bin `i` holds `edges[i-1] <= x < edges[i]`, so `k = edges.len() + 1`.
    Range {
        /// The lower bounds of bins 1, 2, …; finite, strictly ascending.
        edges: Vec<f64>,
    },
    /// How exactly a number is given: ranges of its significant digits, so that 50,000 (1 digit) and 48,750 (4 digits) differ. A round
    /// figure is often a guess. Edges as for ranges; 0 has no digits.
    Digits {
        /// The fewest digits of bins 1, 2, …; at least 1, strictly ascending.
        edges: Vec<u32>,
    },
    /// Groups of category levels; a level in no group is unseen.
    Group {
        /// Level names of each bin.
        groups: Vec<Vec<String>>,
    },
    /// No (bin 0) and yes (bin 1).
    Flag,
    /// Whether a set contains an item: no (bin 0), yes (bin 1).
    Contains {
        /// The item.
        item: String,
    },
}

impl Binning {
    /// How many regular bins there are.
    #[must_use]
    pub fn bins(&self) -> usize {
        match self {
            Self::Range { edges } => edges.len() + 1,
            Self::Digits { edges } => edges.len() + 1,
            Self::Group { groups } => groups.len(),
            Self::Flag | Self::Contains { .. } => 2,
        }
    }

    /// The code of a missing value.
    #[must_use]
    pub fn missing_code(&self) -> usize {
        self.bins()
    }

    /// The code of a value that was never seen while learning.
    #[must_use]
    pub fn unseen_code(&self) -> usize {
        self.bins() + 1
    }

    /// How many codes there are: the regular bins, missing and unseen.
    #[must_use]
    pub fn codes(&self) -> usize {
        self.bins() + 2
    }

    /// The bin of a number; missing where it is NaN, unseen where this is no binning of numbers. Infinities fall into the outer ranges; their
    /// digits are unseen.
    #[must_use]
    pub fn code_number(&self, value: f64) -> usize {
        match self {
            Self::Range { .. } | Self::Digits { .. } if value.is_nan() => self.missing_code(),
            Self::Range { edges } => edges.partition_point(|edge| *edge <= value),
            Self::Digits { edges } if value.is_finite() => {
                let digits = significant_digits(value);
                edges.partition_point(|edge| *edge <= digits)
            }
            _ => self.unseen_code(),
        }
    }

    /// For each distinct value of a column its code. A value of another kind than the binning's is unseen.
    #[must_use]
    pub fn code_values(&self, values: &Values) -> Vec<usize> {
        match (self, values) {
            (Self::Range { .. } | Self::Digits { .. }, Values::Number(numbers)) => {
                numbers.iter().map(|&number| self.code_number(number)).collect()
            }
            (Self::Group { groups }, Values::Category(levels)) => {
                let by_key = group_keys(groups);
                let code =
                    |level: &String| by_key.get(&name_key(level)).copied().unwrap_or(self.unseen_code());
                levels.iter().map(code).collect()
            }
            (Self::Flag, Values::Flag) => vec![0, 1],
            (Self::Contains { item }, Values::Set(sets)) => {
                let key = name_key(item);
                let wanted: Vec<bool> = sets.items.iter().map(|name| name_key(name) == key).collect();
                let contains = |members: &Vec<u32>| {
                    members.iter().any(|&m| wanted.get(m as usize).copied().unwrap_or(false))
                };
                sets.members.iter().map(|members| usize::from(contains(members))).collect()
            }
            (_, values) => vec![self.unseen_code(); values.len()],
        }
    }

    /// The code of every row of a column.
    #[must_use]
    pub fn code_column(&self, column: &Column) -> Vec<u16> {
        let narrow = |code: usize| u16::try_from(code).unwrap_or(u16::MAX);
        let by_value: Vec<u16> = self.code_values(column.values()).into_iter().map(narrow).collect();
        let missing = narrow(self.missing_code());
        let code = |&code: &u32| if code == MISSING { missing } else { by_value[code as usize] };
        column.codes().iter().map(code).collect()
    }
}

/// How many digits it takes to write a finite number, leading and trailing zeros apart: 1 for 50,000, 4 for 48,750 and for 0.01234, 0 for 0.
#[must_use]
pub fn significant_digits(value: f64) -> u32 {
    /// Above this not every whole number is a float.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let size = value.abs();
    if size == 0.0 {
        return 0;
    }
    if size.fract() == 0.0 && size < EXACT {
        let mut whole = size as u64;
        while whole.is_multiple_of(10) {
            whole /= 10;
        }
        return whole.ilog10() + 1;
    }
    let mut digits = Digits { count: 0, done: false };
    // Counting cannot fail.
    let _ = write!(digits, "{size:e}");
    digits.count
}

/// Counts the digits written to it, up to an `e`.
struct Digits {
    count: u32,
    done: bool,
}

impl Write for Digits {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.done |= byte == b'e';
            self.count += u32::from(!self.done && byte.is_ascii_digit());
        }
        Ok(())
    }
}

fn group_keys(groups: &[Vec<String>]) -> BTreeMap<String, usize> {
    let mut by_key = BTreeMap::new();
    for (group, levels) in groups.iter().enumerate() {
        for level in levels {
            by_key.entry(name_key(level)).or_insert(group);
        }
    }
    by_key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_hold_their_lower_bound() {
        let binning = Binning::Range { edges: vec![0.0, 10.0] };
        let codes =
            [f64::NEG_INFINITY, -0.0, 9.999, 10.0, f64::INFINITY, f64::NAN].map(|x| binning.code_number(x));
        assert_eq!(codes, [0, 1, 1, 2, 2, 3]);
    }

    #[test]
    fn digits_tell_round_figures_from_exact_ones() {
        let digits =
            [0.0, 50_000.0, -48_750.0, 77_507.0, 0.012_34, 1.5, 1e300, 100.25].map(significant_digits);
        assert_eq!(digits, [0, 1, 4, 5, 4, 2, 1, 5]);
        let binning = Binning::Digits { edges: vec![1, 3] };
        let codes = [0.0, 20.0, 1230.0, f64::NAN, f64::INFINITY].map(|x| binning.code_number(x));
        assert_eq!(codes, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn levels_meet_by_key_and_unknown_ones_are_unseen() {
        let binning = Binning::Group { groups: vec![vec!["Health Care".into()], vec!["Retail".into()]] };
        let column = Column::from_categories(&[Some("healthcare"), Some("Mining"), None, Some("RETAIL")]);
        assert_eq!(binning.code_column(&column), [0, 3, 2, 1]);
    }

    #[test]
    fn a_column_of_another_kind_is_unseen() {
        let column = Column::from_flags(&[Some(true), None]);
        assert_eq!(Binning::Range { edges: vec![1.0] }.code_column(&column), [3, 2]);
    }
}
