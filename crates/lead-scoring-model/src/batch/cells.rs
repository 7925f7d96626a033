//! The cells of a column, as slices.

use crate::kernel::Positions;

/// The cells of a column, one a row.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Cells<'a> {
    /// Numbers; one that is not finite is missing.
    Numbers(&'a [f64]),
    /// Positions in the column's dictionary, a missing value beyond it.
    Codes8(&'a [u8]),
    /// As [`Cells::Codes8`] with two bytes each.
    Codes16(&'a [u16]),
    /// As [`Cells::Codes8`] with four bytes each; [`lead_scoring_core::MISSING`] is a missing value.
    Codes32(&'a [u32]),
    /// No and yes.
    Flags(&'a [Option<bool>]),
    /// Levels of a category as they are written.
    Texts(&'a [Option<&'a str>]),
}

impl<'a> Cells<'a> {
    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Numbers(rows) => rows.len(),
            Self::Codes8(rows) => rows.len(),
            Self::Codes16(rows) => rows.len(),
            Self::Codes32(rows) => rows.len(),
            Self::Flags(rows) => rows.len(),
            Self::Texts(rows) => rows.len(),
        }
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows of a range; none where it goes beyond the last.
    pub(crate) fn slice(&self, rows: std::ops::Range<usize>) -> Cells<'a> {
        match *self {
            Self::Numbers(all) => Self::Numbers(all.get(rows).unwrap_or_default()),
            Self::Codes8(all) => Self::Codes8(all.get(rows).unwrap_or_default()),
            Self::Codes16(all) => Self::Codes16(all.get(rows).unwrap_or_default()),
            Self::Codes32(all) => Self::Codes32(all.get(rows).unwrap_or_default()),
            Self::Flags(all) => Self::Flags(all.get(rows).unwrap_or_default()),
            Self::Texts(all) => Self::Texts(all.get(rows).unwrap_or_default()),
        }
    }

    /// The rows as positions in a dictionary, flags written to `bytes` first; `None` for numbers and texts.
    pub(crate) fn positions<'b>(&self, bytes: &'b mut [u8]) -> Option<Positions<'b>>
    where
        'a: 'b,
    {
        match *self {
            Self::Numbers(_) | Self::Texts(_) => None,
            Self::Codes8(rows) => Some(Positions::Bytes(rows)),
            Self::Codes16(rows) => Some(Positions::Halves(rows)),
            Self::Codes32(rows) => Some(Positions::Words(rows)),
            Self::Flags(rows) => {
                for (byte, flag) in bytes.iter_mut().zip(rows) {
                    *byte = flag.map_or(2, u8::from);
                }
                Some(Positions::Bytes(bytes.get(..rows.len())?))
            }
        }
    }
}
