//! What can go wrong, from any stage.

use std::error::Error as StdError;
use std::fmt;

/// Result of this crate's operations.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal of any stage. The message says where (file, row, column), what is wrong and what to do; it never repeats a lead's data.
#[derive(Debug)]
pub struct Error(Box<Repr>);

/// The family an [`Error`] belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An option makes no sense, or names a column or value that does not exist: change the call.
    Option,
    /// A file could not be read or written.
    Io,
    /// The bytes are not the format they should be (encoding, ragged rows, broken quoting).
    Format,
    /// A cell cannot mean anything (a number beyond range, a day that does not exist).
    Value,
    /// There is too little data, or only one outcome.
    TooLittleData,
    /// A size is over its limit.
    Limit,
    /// A model file is cut, edited or of another version.
    Model,
    /// A figure could not be computed from these data.
    Computation,
}

#[derive(Debug)]
struct Repr {
    kind: ErrorKind,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    #[cfg_attr(not(feature = "read"), expect(dead_code, reason = "a scorer alone has no options"))]
    Problems(Vec<String>),
    Core(lead_scoring_core::Error),
    Stage(Box<dyn StdError + Send + Sync>),
}

impl Error {
    /// The family of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Every problem with the options, one sentence each; empty for other errors.
    #[must_use]
    pub fn problems(&self) -> &[String] {
        match &self.0.cause {
            Cause::Problems(problems) => problems,
            _ => &[],
        }
    }

    /// The file, where one is at fault.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.core()?.file()
    }

    /// The row, the header being row 1, where one is at fault.
    #[must_use]
    pub fn row(&self) -> Option<u64> {
        self.core()?.row()
    }

    /// The column, where one is at fault.
    #[must_use]
    pub fn column(&self) -> Option<&str> {
        self.core()?.column()
    }

    fn core(&self) -> Option<&lead_scoring_core::Error> {
        match &self.0.cause {
            Cause::Core(error) => Some(error),
            _ => None,
        }
    }

    /// A refusal of options with all that is wrong with them.
    #[cfg(feature = "read")]
    pub(crate) fn options(problems: Vec<String>) -> Self {
        Self(Box::new(Repr { kind: ErrorKind::Option, cause: Cause::Problems(problems) }))
    }

    /// An error of another crate.
    fn stage(kind: ErrorKind, error: impl StdError + Send + Sync + 'static) -> Self {
        Self(Box::new(Repr { kind, cause: Cause::Stage(Box::new(error)) }))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.cause {
            Cause::Problems(problems) => f.write_str(&problems.join("; ")),
            Cause::Core(error) => error.fmt(f),
            Cause::Stage(error) => error.fmt(f),
        }
    }
}

impl StdError for Error {}

impl From<lead_scoring_core::Error> for Error {
    fn from(error: lead_scoring_core::Error) -> Self {
        use lead_scoring_core::ErrorKind as Of;
        let kind = match error.kind() {
            Of::Io => ErrorKind::Io,
            Of::Format => ErrorKind::Format,
            Of::Value => ErrorKind::Value,
            Of::Option => ErrorKind::Option,
            Of::TooLittleData => ErrorKind::TooLittleData,
            Of::Limit => ErrorKind::Limit,
            _ => ErrorKind::Computation,
        };
        Self(Box::new(Repr { kind, cause: Cause::Core(error) }))
    }
}

impl From<lead_scoring_model::Error> for Error {
    fn from(error: lead_scoring_model::Error) -> Self {
        use lead_scoring_model::ErrorKind as Of;
        let kind = match error.kind() {
            Of::Format | Of::Inconsistent => ErrorKind::Model,
            _ => ErrorKind::Option,
        };
        Self::stage(kind, error)
    }
}

/// The errors of the stages that learn.
#[cfg(feature = "build")]
mod build {
    use super::{Error, ErrorKind};

    impl From<lead_scoring_audit::Error> for Error {
        fn from(error: lead_scoring_audit::Error) -> Self {
            use lead_scoring_audit::ErrorKind as Of;
            let kind = match error.kind() {
                Of::Option => ErrorKind::Option,
                Of::TooLittleData => ErrorKind::TooLittleData,
                _ => ErrorKind::Computation,
            };
            Self::stage(kind, error)
        }
    }

    impl From<lead_scoring_lift::Error> for Error {
        fn from(error: lead_scoring_lift::Error) -> Self {
            use lead_scoring_lift::ErrorKind as Of;
            let kind = match error.kind() {
                Of::Option => ErrorKind::Option,
                Of::OneClass => ErrorKind::TooLittleData,
                _ => ErrorKind::Computation,
            };
            Self::stage(kind, error)
        }
    }

    impl From<lead_scoring_fit::Error> for Error {
        fn from(error: lead_scoring_fit::Error) -> Self {
            use lead_scoring_fit::ErrorKind as Of;
            let kind = match error.kind() {
                Of::Option => ErrorKind::Option,
                _ => ErrorKind::Computation,
            };
            Self::stage(kind, error)
        }
    }

    impl From<lead_scoring_calibration::Error> for Error {
        fn from(error: lead_scoring_calibration::Error) -> Self {
            use lead_scoring_calibration::ErrorKind as Of;
            let kind = match error.kind() {
                Of::Option => ErrorKind::Option,
                Of::Empty | Of::OneClass => ErrorKind::TooLittleData,
                _ => ErrorKind::Computation,
            };
            Self::stage(kind, error)
        }
    }

    impl From<lead_scoring_validation::Error> for Error {
        fn from(error: lead_scoring_validation::Error) -> Self {
            use lead_scoring_validation::ErrorKind as Of;
            let kind = match error.kind() {
                Of::Option => ErrorKind::Option,
                Of::TooLittleData => ErrorKind::TooLittleData,
                _ => ErrorKind::Computation,
            };
            Self::stage(kind, error)
        }
    }
}

#[cfg(feature = "report")]
impl From<lead_scoring_report::Error> for Error {
    fn from(error: lead_scoring_report::Error) -> Self {
        Self::stage(ErrorKind::Computation, error)
    }
}
