//! Why a command ends without result, with its exit code.

use lead_scoring::ErrorKind;

/// Arguments or configuration are wrong, or an output cannot be written.
const USAGE: u8 = 2;
/// Data or a model file cannot be read or used.
const DATA: u8 = 3;

/// Sentences for standard error, and the exit code.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) code: u8,
    pub(crate) messages: Vec<String>,
}

impl Failure {
    /// The arguments are to be changed.
    pub(crate) fn usage(messages: Vec<String>) -> Self {
        Self { code: USAGE, messages }
    }

    /// An input is to be mended.
    pub(crate) fn data(message: impl Into<String>) -> Self {
        Self { code: DATA, messages: vec![message.into()] }
    }
}

impl From<lead_scoring::Error> for Failure {
    fn from(error: lead_scoring::Error) -> Self {
        if error.kind() != ErrorKind::Option {
            return Self::data(error.to_string());
        }
        match error.problems() {
            [] => Self::usage(vec![error.to_string()]),
            problems => Self::usage(problems.to_vec()),
        }
    }
}

impl From<lead_scoring::report::Error> for Failure {
    fn from(error: lead_scoring::report::Error) -> Self {
        Self::data(error.to_string())
    }
}
