//! Why a lead cannot be read. Places only: what a lead holds is nobody's business.

use crate::compiled::Compiled;
use crate::lead::ValueKind;
use crate::{Error, ErrorKind};
use std::fmt;

/// Why a lead cannot be read; fields by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The lead is neither a struct nor a map.
    NoNames,
    /// The field is something else than the model reads.
    Form(usize, &'static str),
    /// The field's own name occurs twice.
    Twice(usize),
    /// More than one name may mean the field, and none is its own.
    Unclear(usize),
    /// The lead itself refuses to be taken apart.
    Refused,
}

impl Fault {
    /// The error with the field's name.
    #[cold]
    pub(super) fn with_name(self, compiled: &Compiled) -> Error {
        let name = |at: usize| compiled.fields.get(at).map_or("", |field| field.name.as_str());
        match self {
            Self::NoNames => Error::new(
                ErrorKind::Lead,
                "the lead has no names for its values; a lead is a struct, a map or a JSON object",
            ),
            Self::Form(at, form) => {
                let wanted = compiled.fields.get(at).map_or("", |field| ValueKind::of(field.kind).words());
                let name = name(at);
                let message =
                    format!("the field `{name}` is {form} in the lead, but the model reads {wanted}");
                Error::new(ErrorKind::Lead, message)
            }
            Self::Twice(at) => {
                let name = name(at);
                Error::new(
                    ErrorKind::Field,
                    format!("the field `{name}` occurs twice in the lead; rename one of the two"),
                )
            }
            Self::Unclear(at) => {
                let message = format!(
                    "more than one name in the lead may mean the field `{}`; give one of them exactly that name",
                    name(at)
                );
                Error::new(ErrorKind::Field, message)
            }
            Self::Refused => {
                Error::new(ErrorKind::Lead, "the lead could not be read: its type refuses to be serialized")
            }
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the lead cannot be read")
    }
}

impl std::error::Error for Fault {}

impl serde::ser::Error for Fault {
    /// The message may hold a value.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Refused
    }
}
