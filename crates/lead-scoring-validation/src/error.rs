//! What can be wrong with the input of the validation.

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
    /// The hold-out is empty or holds one outcome only.
    TooLittleData,
    /// The hold-out lacks a column that the card reads.
    Field,
    /// A target or an option lies outside its range.
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

impl From<lead_scoring_model::Error> for Error {
    fn from(error: lead_scoring_model::Error) -> Self {
        Self::new(ErrorKind::Field, error.to_string())
    }
}

impl From<lead_scoring_metrics::Error> for Error {
    fn from(error: lead_scoring_metrics::Error) -> Self {
        use lead_scoring_metrics::ErrorKind as Cause;
        let kind = match error.kind() {
            Cause::Empty | Cause::OneClass => ErrorKind::TooLittleData,
            Cause::OutOfRange => ErrorKind::Option,
            _ => ErrorKind::Numeric,
        };
        Self::new(kind, error.to_string())
    }
}

impl From<lead_scoring_calibration::Error> for Error {
    fn from(error: lead_scoring_calibration::Error) -> Self {
        use lead_scoring_calibration::ErrorKind as Cause;
        let kind = match error.kind() {
            Cause::Empty | Cause::OneClass => ErrorKind::TooLittleData,
            Cause::Option => ErrorKind::Option,
            _ => ErrorKind::Numeric,
        };
        Self::new(kind, error.to_string())
    }
}
