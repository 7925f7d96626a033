//! What can be wrong with the input of a statistic.
//!
//! | kind | cause | what to do |
//! |---|---|---|
//! | [`ErrorKind::Empty`] | no rows, no trials | give data |
//! | [`ErrorKind::OneClass`] | only won or only lost leads | wait for the other outcome |
//! | [`ErrorKind::LengthMismatch`] | two slices of unequal length | pass one value per lead in each |
//! | [`ErrorKind::NotFinite`] | NaN or an infinity | score or drop that row first |
//! | [`ErrorKind::OutOfRange`] | a level, probability, count or setting outside its range | see the message |
//! | [`ErrorKind::Constant`] | all values equal where a spread is needed | no statistic exists |
//! | [`ErrorKind::Undefined`] | the formula has no value here, such as a ratio to zero | see the message |
//!
//! Messages name the argument and the row number, never a value of a lead.

/// The result of every fallible function of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a statistic was refused.
///
/// Branch on [`kind`](Error::kind); the message is for people and may change.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct Error {
    repr: Repr,
}

/// The sort of an [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// No rows or no trials.
    Empty,
    /// Only won or only lost leads where both are needed.
    OneClass,
    /// Two slices that must be parallel are not of equal length.
    LengthMismatch,
    /// A value is NaN or infinite.
    NotFinite,
    /// A value, count or setting lies outside its range.
    OutOfRange,
    /// All values are equal where a spread is needed.
    Constant,
    /// The formula has no value for this input.
    Undefined,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
enum Repr {
    #[error("{what}: there is nothing to measure; give at least one")]
    Empty { what: &'static str },
    #[error("no {missing} lead among the outcomes; give at least one won and one lost lead")]
    OneClass { missing: &'static str },
    #[error("{first} has {first_len} values but {second} has {second_len}; give one of each per lead")]
    LengthMismatch { first: &'static str, first_len: usize, second: &'static str, second_len: usize },
    #[error("{what}: value {index} is not a finite number; replace or drop that row")]
    NotFinite { what: &'static str, index: usize },
    #[error("{what} is out of range: {rule}")]
    OutOfRange { what: &'static str, rule: &'static str },
    #[error("{what}: value {index} is out of range: {rule}")]
    ValueOutOfRange { what: &'static str, index: usize, rule: &'static str },
    #[error("{what}: all values are equal; the statistic needs at least two different ones")]
    Constant { what: &'static str },
    #[error("{what} is undefined: {why}")]
    Undefined { what: &'static str, why: &'static str },
}

impl Error {
    /// The sort of error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self.repr {
            Repr::Empty { .. } => ErrorKind::Empty,
            Repr::OneClass { .. } => ErrorKind::OneClass,
            Repr::LengthMismatch { .. } => ErrorKind::LengthMismatch,
            Repr::NotFinite { .. } => ErrorKind::NotFinite,
            Repr::OutOfRange { .. } | Repr::ValueOutOfRange { .. } => ErrorKind::OutOfRange,
            Repr::Constant { .. } => ErrorKind::Constant,
            Repr::Undefined { .. } => ErrorKind::Undefined,
        }
    }

    /// The position of the offending value in its slice, counted from 0, where one value is at fault.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        match self.repr {
            Repr::NotFinite { index, .. } | Repr::ValueOutOfRange { index, .. } => Some(index),
            _ => None,
        }
    }

    pub(crate) fn empty(what: &'static str) -> Self {
        Self { repr: Repr::Empty { what } }
    }

    pub(crate) fn one_class(missing: &'static str) -> Self {
        Self { repr: Repr::OneClass { missing } }
    }

    pub(crate) fn length_mismatch(first: (&'static str, usize), second: (&'static str, usize)) -> Self {
        let ((first, first_len), (second, second_len)) = (first, second);
        Self { repr: Repr::LengthMismatch { first, first_len, second, second_len } }
    }

    pub(crate) fn not_finite(what: &'static str, index: usize) -> Self {
        Self { repr: Repr::NotFinite { what, index } }
    }

    pub(crate) fn out_of_range(what: &'static str, rule: &'static str) -> Self {
        Self { repr: Repr::OutOfRange { what, rule } }
    }

    pub(crate) fn value_out_of_range(what: &'static str, index: usize, rule: &'static str) -> Self {
        Self { repr: Repr::ValueOutOfRange { what, index, rule } }
    }

    pub(crate) fn constant(what: &'static str) -> Self {
        Self { repr: Repr::Constant { what } }
    }

    pub(crate) fn undefined(what: &'static str, why: &'static str) -> Self {
        Self { repr: Repr::Undefined { what, why } }
    }
}
