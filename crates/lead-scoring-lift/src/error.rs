//! What can go wrong while measuring lift.

use crate::partition::NoPartition;

/// Result of this crate's operations.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal with its kind; the message says what is wrong and what to do.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    kind: ErrorKind,
    message: String,
    unmet: Option<Box<NoPartition>>,
}

/// The family an [`Error`] belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An option makes no sense or names a field that does not exist.
    Option,
    /// All deals have the same outcome, or there are none.
    OneClass,
    /// Columns that belong together have different lengths.
    Length,
    /// A weight is negative, not a number, or too large.
    Weight,
    /// No grouping meets the rules.
    Rules,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), unmet: None }
    }

    /// What would have to give way for there to be a grouping, where the kind is [`ErrorKind::Rules`].
    #[must_use]
    pub fn unmet(&self) -> Option<&NoPartition> {
        self.unmet.as_deref()
    }

    /// The family of the error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl From<NoPartition> for Error {
    fn from(unmet: NoPartition) -> Self {
        Self { kind: ErrorKind::Rules, message: unmet.to_string(), unmet: Some(Box::new(unmet)) }
    }
}
