//! What can go wrong with input, and where.

use std::fmt;

/// Result of this crate's operations.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal with its kind and the place of the fault.
///
/// The message says what is wrong and what to do. It names files, rows, columns and, where the user typed it, the value asked for;
/// it never quotes a cell, since cells hold personal data.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}", self.0)]
pub struct Error(Box<Repr>);

/// The family an [`Error`] belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file could not be read or written.
    Io,
    /// The bytes are not the format they should be (encoding, ragged rows, broken quoting).
    Format,
    /// A cell cannot mean anything (a number beyond range, a day that does not exist).
    Value,
    /// A column, value or option that was asked for does not exist or makes no sense.
    Option,
    /// There is too little data, or only one outcome.
    TooLittleData,
    /// A size is over its limit.
    Limit,
}

#[derive(Clone, Debug)]
struct Repr {
    kind: ErrorKind,
    message: String,
    file: Option<String>,
    row: Option<u64>,
    column: Option<String>,
}

impl Error {
    /// An error of `kind` that says `message`.
    #[must_use]
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Repr { kind, message: message.into(), file: None, row: None, column: None }))
    }

    /// The same error, placed in a file.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.0.file.get_or_insert(file.into());
        self
    }

    /// The same error, placed in a row. Rows count as a spreadsheet shows them: the header is row 1.
    #[must_use]
    pub fn at_row(mut self, row: u64) -> Self {
        self.0.row.get_or_insert(row);
        self
    }

    /// The same error, placed in a column.
    #[must_use]
    pub fn in_column(mut self, column: impl Into<String>) -> Self {
        self.0.column.get_or_insert(column.into());
        self
    }

    /// The family of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The file, where one is at fault.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.0.file.as_deref()
    }

    /// The row, the header being row 1, where one is at fault.
    #[must_use]
    pub fn row(&self) -> Option<u64> {
        self.0.row
    }

    /// The column, where one is at fault.
    #[must_use]
    pub fn column(&self) -> Option<&str> {
        self.0.column.as_deref()
    }
}

impl fmt::Display for Repr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut place = Vec::new();
        place.extend(self.file.clone());
        place.extend(self.row.map(|row| format!("row {row}")));
        place.extend(self.column.as_ref().map(|column| format!("column `{column}`")));
        if !place.is_empty() {
            write!(f, "{}: ", place.join(", "))?;
        }
        f.write_str(&self.message)
    }
}
