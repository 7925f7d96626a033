//! A synthetic history that the tests change in one thing each.

use lead_scoring_audit::{Audit, AuditOptions, audit};
use lead_scoring_core::{Column, Dataset, Day, Deals, Field, Kind, MISSING, Values};

/// Deals in the history.
pub(crate) const DEALS: usize = 400;

/// A number between 0 and 1 that looks random, from a row and a stream.
pub(crate) fn noise(row: usize, stream: u64) -> f64 {
    let mut x =
        (row as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ stream.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    x = (x ^ (x >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    x = (x ^ (x >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    ((x ^ (x >> 32)) >> 11) as f64 / (1_u64 << 53) as f64
}

/// Whether a deal was won: two in five, without order.
pub(crate) fn won(row: usize) -> bool {
    noise(row, 1) < 0.4
}

/// A history under construction.
pub(crate) struct History {
    data: Dataset,
    won: Vec<bool>,
}

impl History {
    /// Four hundred deals with an honest category and an honest number.
    pub(crate) fn new() -> Self {
        Self::with_outcomes((0..DEALS).map(won).collect())
    }

    pub(crate) fn with_outcomes(won: Vec<bool>) -> Self {
        let rows = won.len();
        let history = Self { data: Dataset::with_rows(rows), won };
        let level = |row: usize| ["Retail", "Finance", "Energy"][(noise(row, 2) * 3.0) as usize];
        history
            .column(
                "Industry",
                Column::from_categories(&(0..rows).map(|row| Some(level(row))).collect::<Vec<_>>()),
            )
            .column(
                "Employees",
                Column::from_numbers(
                    &(0..rows).map(|row| (noise(row, 3) * 900.0).round()).collect::<Vec<_>>(),
                ),
            )
    }

    pub(crate) fn column(mut self, name: &str, column: Column) -> Self {
        self.data.push(Field::new(name), column).unwrap();
        self
    }

    pub(crate) fn field(mut self, field: Field, column: Column) -> Self {
        self.data.push(field, column).unwrap();
        self
    }

    pub(crate) fn categories<'a>(self, name: &str, cell: impl Fn(usize, bool) -> Option<&'a str>) -> Self {
        let cells: Vec<Option<&str>> =
            self.won.iter().enumerate().map(|(row, &won)| cell(row, won)).collect();
        self.column(name, Column::from_categories(&cells))
    }

    /// NaN is a missing cell.
    pub(crate) fn numbers(self, name: &str, cell: impl Fn(usize, bool) -> f64) -> Self {
        let cells: Vec<f64> = self.won.iter().enumerate().map(|(row, &won)| cell(row, won)).collect();
        self.column(name, Column::from_numbers(&cells))
    }

    pub(crate) fn dates(self, name: &str, cell: impl Fn(usize, bool) -> i32) -> Self {
        let cells: Vec<i32> = self.won.iter().enumerate().map(|(row, &won)| cell(row, won)).collect();
        let mut days = cells.clone();
        days.sort_unstable();
        days.dedup();
        let codes = cells.iter().map(|day| days.binary_search(day).map_or(MISSING, |at| at as u32)).collect();
        self.column(
            name,
            Column::new(codes, Values::Date(days.into_iter().map(Day::from_epoch_days).collect())),
        )
    }

    pub(crate) fn names(self, name: &str, kind: Kind, cell: impl Fn(usize) -> String) -> Self {
        let names: Vec<String> = (0..self.won.len()).map(cell).collect();
        let mut distinct = names.clone();
        distinct.sort();
        distinct.dedup();
        let codes =
            names.iter().map(|name| distinct.binary_search(name).map_or(MISSING, |at| at as u32)).collect();
        let values = if kind == Kind::Text { Values::Text(distinct) } else { Values::Identifier(distinct) };
        self.column(name, Column::new(codes, values))
    }

    pub(crate) fn deals(self) -> Deals {
        Deals::new(self.data, self.won).unwrap()
    }

    pub(crate) fn audit(self) -> Audit {
        audit(&self.deals(), None, &AuditOptions::default()).unwrap()
    }
}
