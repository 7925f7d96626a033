//! What can be wrong with the input of the calibration.

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
    /// There are no deals.
    Empty,
    /// Scores and outcomes are not equally many.
    LengthMismatch,
    /// All deals were won or all were lost.
    OneClass,
    /// An option, a range or a number lies outside what makes sense.
    Option,
    /// A figure could not be computed.
    Numeric,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// The family of the error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl From<lead_scoring_metrics::Error> for Error {
    fn from(error: lead_scoring_metrics::Error) -> Self {
        use lead_scoring_metrics::ErrorKind as Cause;
        let kind = match error.kind() {
            Cause::Empty => ErrorKind::Empty,
            Cause::LengthMismatch => ErrorKind::LengthMismatch,
            Cause::OneClass => ErrorKind::OneClass,
            Cause::OutOfRange => ErrorKind::Option,
            _ => ErrorKind::Numeric,
        };
        Self::new(kind, error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_keep_their_family() {
        let cause = lead_scoring_metrics::auc(&[1.0], &[true]).unwrap_err();
        let error = Error::from(cause.clone());
        assert_eq!((error.kind(), error.to_string()), (ErrorKind::OneClass, cause.to_string()));
    }
}
