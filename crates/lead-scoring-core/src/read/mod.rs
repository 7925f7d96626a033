//! Reading a CRM export: bytes of separated text become a [`Table`] of raw texts, and that a typed [`Dataset`](crate::Dataset).
//!
//! A column is kept as one code a row into its distinct texts, from the first byte on. Whatever must be decided (is this a number,
//! a missing code, another spelling of a level?) is decided once per distinct text and then applied by look-up, so the cost of
//! typing hardly depends on the number of rows.
//!
//! Rows are counted as a spreadsheet shows them: the header is row 1, every record is one row however many lines its cells span,
//! and blank lines are skipped but counted. Errors name file, row and column, never a cell's content.

mod date;
mod encoding;
mod flag;
mod infer;
mod intern;
mod levels;
mod load;
mod number;
mod options;
mod plain;
mod profile;
mod records;
mod separator;
mod table;
mod typed;

pub use load::{read_table, read_table_file};
pub use options::{DateOrder, ReadOptions};
pub use table::Table;

/// What one text is when read as a quantity or day.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Cell<T> {
    /// It says this.
    Value(T),
    /// It has the form, but nothing it could mean exists: a number beyond range, a day that is in no calendar.
    Impossible,
    /// It has another form.
    Unreadable,
}

impl<T> Cell<T> {
    /// Whether the text has the form, whatever it means.
    const fn has_form(&self) -> bool {
        !matches!(self, Self::Unreadable)
    }
}
