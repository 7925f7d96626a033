//! How to read a file.

use crate::Kind;

/// How to read a file; the default suits most exports.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadOptions {
    /// Further texts that mean "not known" in any column (`"Select"`, `"unknown"`), compared without case and outer space. Empty
    /// cells, `null`, `nan`, `n/a` and `#n/a` always do.
    pub missing: Vec<String>,
    /// Further texts that mean "not known" in one column: its name, and the texts (`"pdays"`, `["999"]`).
    pub missing_in: Vec<(String, Vec<String>)>,
    /// The byte between cells; `None` finds it out (comma, semicolon, tab or bar).
    pub separator: Option<u8>,
    /// Kinds of columns by name, where they should not be inferred. Cells that cannot be read as the kind become missing and are
    /// counted in [`ReadNotes`](crate::ReadNotes). A name that the file lacks is an error, as in `missing_in`.
    pub kinds: Vec<(String, Kind)>,
    /// Which comes first in dates like `3/4/2024`.
    pub date_order: DateOrder,
    /// The largest cell that is believed, in bytes; more hints at a quote that is never closed. 1 MiB by default.
    pub max_cell_bytes: usize,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            missing: Vec::new(),
            missing_in: Vec::new(),
            separator: None,
            kinds: Vec::new(),
            date_order: DateOrder::Detect,
            max_cell_bytes: 1 << 20,
        }
    }
}

/// Which comes first in dates like `3/4/2024`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum DateOrder {
    /// Found out per column by the parts over 12; the month where no cell tells, which
    /// [`ReadNotes::month_first_assumed`](crate::ReadNotes::month_first_assumed) then says.
    #[default]
    Detect,
    /// The month.
    MonthFirst,
    /// The day.
    DayFirst,
}

impl ReadOptions {
    /// The kind the user gave a column.
    pub(super) fn kind_of(&self, name: &str) -> Option<Kind> {
        self.kinds.iter().rev().find(|(column, _)| column == name).map(|(_, kind)| *kind)
    }
}
