//! What can go wrong while a report is put together.

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
    /// The parts do not belong together: they come from different runs or different deals.
    Mismatch,
    /// The report could not be written out: a figure is missing where the text needs one.
    Rendering,
    /// A message file cannot be used.
    Language,
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

impl From<minijinja::Error> for Error {
    fn from(error: minijinja::Error) -> Self {
        let place = match (error.name(), error.line()) {
            (Some(name), Some(line)) => format!(" (template {name}, line {line})"),
            _ => String::new(),
        };
        // The detail names filters and fields of the report, never the value of a cell.
        let detail = error.detail().map_or_else(|| error.kind().to_string(), ToOwned::to_owned);
        Self::new(ErrorKind::Rendering, format!("the report could not be written{place}: {detail}"))
    }
}

impl From<lead_scoring_model::Error> for Error {
    fn from(error: lead_scoring_model::Error) -> Self {
        Self::new(ErrorKind::Mismatch, error.to_string())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::new(ErrorKind::Rendering, format!("the figures could not be written as JSON: {error}"))
    }
}

impl From<csv::Error> for Error {
    fn from(error: csv::Error) -> Self {
        Self::new(ErrorKind::Rendering, format!("the leads could not be written as CSV: {error}"))
    }
}
