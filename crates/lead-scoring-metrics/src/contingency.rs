//! Won and lost leads per code: the table that a test of "does this field matter?" starts from.
//!
//! A code is the number of a bin, a level or a point value. Counting costs one pass over the codes and one table as long as the codes
//! are many, about a nanosecond a lead: neighbouring leads are counted in tables of their own, so that leads of one code that follow
//! each other do not wait for each other.
//!
//! | input | result |
//! |---|---|
//! | no leads | a table of zeros |
//! | a code that is not below `groups` | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) with its index |
//! | unequal lengths | [`ErrorKind::LengthMismatch`](crate::ErrorKind::LengthMismatch) |

use serde::Serialize;

use crate::error::{Error, Result};
use crate::validate;

/// Won and lost leads of one code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct CodeCounts {
    /// How many leads of this code were won.
    pub won: u64,
    /// How many leads of this code were lost.
    pub lost: u64,
}

/// Won and lost leads of each code from 0 to `groups` − 1; `codes[i]` and `won[i]` belong to one lead. Codes are `u8`, `u16` or `u32`.
///
/// # Errors
///
/// `LengthMismatch`; `OutOfRange` for a code of `groups` or more.
///
/// ```
/// use lead_scoring_metrics::{CodeCounts, contingency_table};
///
/// let table = contingency_table(&[0_u8, 2, 2, 0], &[true, false, true, true], 3)?;
/// assert_eq!(table[0], CodeCounts { won: 2, lost: 0 });
/// assert_eq!(table[2], CodeCounts { won: 1, lost: 1 });
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn contingency_table<C: Copy + Ord + Into<u32>>(
    codes: &[C],
    won: &[bool],
    groups: usize,
) -> Result<Vec<CodeCounts>> {
    validate::same_length(("codes", codes.len()), ("outcomes", won.len()))?;
    let is_outside = |code: C| usize::try_from(code.into()).map_or(true, |code| code >= groups);
    if codes.iter().copied().max().is_some_and(is_outside) {
        let index = codes.iter().position(|&code| is_outside(code)).unwrap_or_default();
        return Err(Error::value_out_of_range("codes", index, "give codes below the number of groups"));
    }
    Ok(count(codes, won, groups, |code| code.into()))
}

/// Tables of up to this many codes are held several times over.
const FEW: usize = 256;
/// How many leads in a row are counted apart.
const LANES: usize = 4;
/// Leads after which small counters are emptied; they cannot overflow before.
const BLOCK: usize = 1 << 24;

/// Counts outcomes per cell. Every cell that `cell_of` gives must be below `cells`.
pub(crate) fn count<T: Copy>(
    rows: &[T],
    won: &[bool],
    cells: usize,
    cell_of: impl Fn(T) -> u32,
) -> Vec<CodeCounts> {
    let mut table = vec![CodeCounts::default(); cells];
    if cells > FEW {
        for (&row, &is_won) in rows.iter().zip(won) {
            let cell = &mut table[cell_of(row) as usize];
            cell.won += u64::from(is_won);
            cell.lost += u64::from(!is_won);
        }
        return table;
    }
    for (rows, won) in rows.chunks(BLOCK).zip(won.chunks(BLOCK)) {
        // Lost at even places, won at odd ones.
        let mut lanes = [[0_u32; 2 * FEW]; LANES];
        let (row_groups, row_rest) = rows.as_chunks::<LANES>();
        let (won_groups, won_rest) = won.as_chunks::<LANES>();
        // The mask says to the compiler what the caller promises.
        let place = |row: T, is_won: bool| (2 * cell_of(row) as usize + usize::from(is_won)) % (2 * FEW);
        for (row, is_won) in row_groups.iter().zip(won_groups) {
            for lane in 0..LANES {
                lanes[lane][place(row[lane], is_won[lane])] += 1;
            }
        }
        for (&row, &is_won) in row_rest.iter().zip(won_rest) {
            lanes[0][place(row, is_won)] += 1;
        }
        for (at, cell) in table.iter_mut().enumerate() {
            for lane in &lanes {
                cell.lost += u64::from(lane[2 * at]);
                cell.won += u64::from(lane[2 * at + 1]);
            }
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    /// Row by row, for few and for many codes, over more leads than the lanes divide.
    #[test]
    fn few_and_many_codes_count_alike() {
        for groups in [1, 2, 255, 256, 257, 3000_u32] {
            let codes: Vec<u32> = (0..1003_u32).map(|at| at.wrapping_mul(2_654_435_761) % groups).collect();
            let won: Vec<bool> = (0..1003).map(|at| at % 7 < 3).collect();
            let table = contingency_table(&codes, &won, groups as usize).unwrap();
            assert_eq!(table.len(), groups as usize);
            for (code, cell) in (0..).zip(&table) {
                let of = |wanted: bool| {
                    codes.iter().zip(&won).filter(|&(&c, &w)| c == code && w == wanted).count() as u64
                };
                assert_eq!((cell.won, cell.lost), (of(true), of(false)));
            }
        }
    }

    #[test]
    fn codes_of_any_width() {
        let won = [true, false, true];
        let wide = contingency_table(&[1_u32, 0, 1], &won, 2).unwrap();
        assert_eq!(contingency_table(&[1_u8, 0, 1], &won, 2).unwrap(), wide);
        assert_eq!(contingency_table(&[1_u16, 0, 1], &won, 2).unwrap(), wide);
    }

    #[test]
    fn bad_input_is_named() {
        let error = contingency_table(&[0_u8, 3, 9], &[true; 3], 3).unwrap_err();
        assert_eq!((error.kind(), error.index()), (ErrorKind::OutOfRange, Some(1)));
        assert_eq!(contingency_table(&[0_u8], &[true; 2], 3).unwrap_err().kind(), ErrorKind::LengthMismatch);
        assert_eq!(contingency_table::<u8>(&[], &[], 2).unwrap(), [CodeCounts::default(); 2]);
        assert_eq!(contingency_table::<u8>(&[], &[], 0).unwrap(), []);
    }
}
