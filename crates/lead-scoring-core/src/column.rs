//! One column of a data set: a dictionary of distinct values, and one code a row.
//!
//! Everything that looks at a column (audit, binning, scoring) works once per distinct value and then by look-up per row, so a
//! column of a million rows with forty distinct values costs forty decisions.

use crate::{Day, Kind};
use std::sync::Arc;

/// The code of a row that has no value.
pub const MISSING: u32 = u32::MAX;

/// A column: codes into a shared dictionary of distinct values.
#[derive(Clone, Debug)]
pub struct Column {
    codes: Vec<u32>,
    values: Arc<Values>,
}

/// The distinct values of a column; codes are positions in it.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Finite numbers, ascending, each once.
    Number(Vec<f64>),
    /// Level names, each once.
    Category(Vec<String>),
    /// `false` has code 0, `true` code 1.
    Flag,
    /// Days, ascending, each once.
    Date(Vec<Day>),
    /// Combinations of items.
    Set(SetValues),
    /// Row names.
    Identifier(Vec<String>),
    /// Free texts.
    Text(Vec<String>),
}

/// The distinct combinations of a set column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SetValues {
    /// Item names, each once.
    pub items: Vec<String>,
    /// For each combination the positions of its items, ascending, each once.
    pub members: Vec<Vec<u32>>,
}

impl Values {
    /// The kind of field that has such values.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Number(_) => Kind::Number,
            Self::Category(_) => Kind::Category,
            Self::Flag => Kind::Flag,
            Self::Date(_) => Kind::Date,
            Self::Set(_) => Kind::Set,
            Self::Identifier(_) => Kind::Identifier,
            Self::Text(_) => Kind::Text,
        }
    }

    /// How many distinct values the dictionary holds.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Number(values) => values.len(),
            Self::Category(values) | Self::Identifier(values) | Self::Text(values) => values.len(),
            Self::Flag => 2,
            Self::Date(values) => values.len(),
            Self::Set(values) => values.members.len(),
        }
    }

    /// Whether the dictionary is empty, as it is where every cell is missing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text of a value, for people; `None` for [`MISSING`] and codes beyond the dictionary.
    #[must_use]
    pub fn text(&self, code: u32) -> Option<String> {
        let at = code as usize;
        match self {
            Self::Number(values) => values.get(at).map(f64::to_string),
            Self::Category(values) | Self::Identifier(values) | Self::Text(values) => values.get(at).cloned(),
            Self::Flag => match code {
                0 => Some("no".to_owned()),
                1 => Some("yes".to_owned()),
                _ => None,
            },
            #[cfg(feature = "read")]
            Self::Date(values) => values.get(at).map(Day::to_string),
            #[cfg(not(feature = "read"))]
            Self::Date(values) => values.get(at).map(|day| day.epoch_days().to_string()),
            Self::Set(values) => values.members.get(at).map(|members| {
                let items =
                    members.iter().filter_map(|&item| values.items.get(item as usize).map(String::as_str));
                items.collect::<Vec<_>>().join("; ")
            }),
        }
    }
}

impl Column {
    /// A column from its codes and dictionary. Codes beyond the dictionary count as [`MISSING`].
    #[must_use]
    pub fn new(mut codes: Vec<u32>, values: Values) -> Self {
        let len = values.len();
        for code in &mut codes {
            if *code as usize >= len {
                *code = MISSING;
            }
        }
        Self { codes, values: Arc::new(values) }
    }

    /// A number column from values; NaN and infinities count as missing, `-0.0` as `0.0`.
    ///
    /// Cost: one sort of the distinct values.
    #[must_use]
    pub fn from_numbers(values: &[f64]) -> Self {
        let mut distinct: Vec<f64> = values.iter().filter(|v| v.is_finite()).map(|v| v + 0.0).collect();
        distinct.sort_unstable_by(f64::total_cmp);
        distinct.dedup();
        let codes = values.iter().map(|value| {
            if !value.is_finite() {
                return MISSING;
            }
            let at = distinct.partition_point(|d| d < value);
            u32::try_from(at).unwrap_or(MISSING)
        });
        let codes = codes.collect();
        Self::new(codes, Values::Number(distinct))
    }

    /// A category column from names; `None` is missing. Levels are numbered as they first appear.
    #[must_use]
    pub fn from_categories<S: AsRef<str>>(names: &[Option<S>]) -> Self {
        let mut levels: Vec<String> = Vec::new();
        let mut known = std::collections::BTreeMap::<&str, u32>::new();
        let codes = names
            .iter()
            .map(|name| {
                name.as_ref().map_or(MISSING, |name| {
                    *known.entry(name.as_ref()).or_insert_with(|| {
                        levels.push(name.as_ref().to_owned());
                        u32::try_from(levels.len() - 1).unwrap_or(MISSING)
                    })
                })
            })
            .collect();
        Self::new(codes, Values::Category(levels))
    }

    /// A flag column; `None` is missing.
    #[must_use]
    pub fn from_flags(flags: &[Option<bool>]) -> Self {
        Self::new(flags.iter().map(|flag| flag.map_or(MISSING, u32::from)).collect(), Values::Flag)
    }

    /// One code a row: a position in [`Column::values`], or [`MISSING`].
    #[must_use]
    pub fn codes(&self) -> &[u32] {
        &self.codes
    }

    /// The dictionary.
    #[must_use]
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// The kind of field this column belongs to.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.values.kind()
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// How many rows have a value.
    #[must_use]
    pub fn filled(&self) -> usize {
        self.codes.iter().filter(|&&code| code != MISSING).count()
    }

    /// The text of a row's value, for people; `None` where it is missing or there is no such row.
    #[must_use]
    pub fn text(&self, row: usize) -> Option<String> {
        self.codes.get(row).and_then(|&code| self.values.text(code))
    }

    /// The number of a row, for number columns.
    #[must_use]
    pub fn number(&self, row: usize) -> Option<f64> {
        match self.values() {
            Values::Number(values) => {
                self.codes.get(row).and_then(|&code| values.get(code as usize).copied())
            }
            _ => None,
        }
    }

    /// The day of a row, for date columns.
    #[must_use]
    pub fn day(&self, row: usize) -> Option<Day> {
        match self.values() {
            Values::Date(values) => self.codes.get(row).and_then(|&code| values.get(code as usize).copied()),
            _ => None,
        }
    }

    /// The column of the given rows, in that order, with the same dictionary. Rows beyond the end become missing.
    #[must_use]
    pub fn select(&self, rows: &[u32]) -> Self {
        let codes =
            rows.iter().map(|&row| self.codes.get(row as usize).copied().unwrap_or(MISSING)).collect();
        Self { codes, values: Arc::clone(&self.values) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_coded_in_ascending_order() {
        let column = Column::from_numbers(&[3.0, f64::NAN, -0.0, 0.0, 3.0, f64::INFINITY]);
        assert_eq!(column.values(), &Values::Number(vec![0.0, 3.0]));
        assert_eq!(column.codes(), [1, MISSING, 0, 0, 1, MISSING]);
        assert_eq!(column.filled(), 4);
    }

    #[test]
    fn selecting_keeps_the_dictionary() {
        let column = Column::from_categories(&[Some("a"), None, Some("b")]);
        let picked = column.select(&[2, 1, 9]);
        assert_eq!(picked.text(0).as_deref(), Some("b"));
        assert_eq!(picked.codes(), [1, MISSING, MISSING]);
        assert_eq!(picked.values(), column.values());
    }
}
