//! What can go wrong while the files are formed and written.

use std::{error, fmt, io};

/// The sort of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A row could not be written as CSV.
    Csv,
    /// A file or folder could not be written.
    Io,
}

/// A failure to form or write the sample files.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    source: Box<dyn error::Error + Send + Sync>,
}

impl Error {
    /// The sort of failure.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            ErrorKind::Csv => "a row could not be written as CSV",
            ErrorKind::Io => "the sample files could not be written; check the output folder",
        })
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(self.source.as_ref())
    }
}

impl From<csv::Error> for Error {
    fn from(source: csv::Error) -> Self {
        Self { kind: ErrorKind::Csv, source: source.into() }
    }
}

impl From<io::Error> for Error {
    fn from(source: io::Error) -> Self {
        Self { kind: ErrorKind::Io, source: source.into() }
    }
}
