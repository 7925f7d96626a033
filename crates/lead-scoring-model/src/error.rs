//! What can go wrong with a model or with applying it.

use std::fmt;

/// What to do about a model that cannot be trusted.
const REMEDY: &str = "the file seems to be cut or edited: restore it from a copy or build the model again";

/// Result of this crate's operations.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal with its kind; the message says what is wrong and what to do.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    kind: ErrorKind,
    message: String,
}

/// The family an [`Error`] belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is not a model: broken JSON, a report without its model block, an unknown format version.
    Format,
    /// The model contradicts itself: it was cut or edited.
    Inconsistent,
    /// A field the model needs is not in the data, or a mapping names a field that does not exist.
    Field,
    /// A lead by itself cannot be read: it has no names for its values, or a value of another form than the model reads.
    Lead,
    /// A row that was asked for is not in the data.
    Row,
}

impl Error {
    /// An error of `kind` that says `message`.
    #[must_use]
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// The error for a column that a signal needs and the data lack.
    #[must_use]
    pub fn no_field(name: &str) -> Self {
        Self::new(
            ErrorKind::Field,
            format!("the model reads the column `{name}`, which the data do not have; map it or add it"),
        )
    }

    /// The error for a model text that cannot be read.
    pub(crate) fn unreadable(what: impl fmt::Display) -> Self {
        Self::new(ErrorKind::Format, format!("{what}; {REMEDY}"))
    }

    /// The error for a model that contradicts itself.
    pub(crate) fn inconsistent(what: impl fmt::Display) -> Self {
        Self::new(ErrorKind::Inconsistent, format!("{what}; {REMEDY}"))
    }

    /// The family of the error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }
}
