//! What can go wrong with an audit.

/// Result of this crate's operations.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal to audit, with its kind.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub struct Error(Repr);

/// The family an [`Error`] belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An option names a column that does not exist, or asks for two opposite things.
    Option,
    /// There are no deals, or only won or only lost ones.
    TooLittleData,
}

#[derive(Clone, Debug)]
struct Repr {
    kind: ErrorKind,
    message: String,
}

impl std::fmt::Display for Repr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Repr { kind, message: message.into() })
    }

    /// The family of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }
}
