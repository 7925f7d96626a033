//! Won and lost leads per code: the table that a test of "does this field matter?" starts from.
//!
//! A code is the number of a bin, a level or a point value. Counting costs one pass over the codes and one table as long as the codes
//! are many, under a nanosecond a lead: neighbouring leads are counted in tables of their own, so that leads of one code that follow
//! each other do not wait for each other, and for few codes two leads are counted as one pair.
//!
//! | input | result |
//! |---|---|
//! | no leads | a table of zeros |
//! | a code that is not below `groups` | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) with its index |
//! | more than 2³¹ groups | [`ErrorKind::OutOfRange`](crate::ErrorKind::OutOfRange) |
//! | unequal lengths | [`ErrorKind::LengthMismatch`](crate::ErrorKind::LengthMismatch) |

use std::ops::BitOr;

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
/// `LengthMismatch`; `OutOfRange` for a code of `groups` or more, or more than 2³¹ groups.
///
/// ```
/// use lead_scoring_metrics::{CodeCounts, contingency_table};
///
/// let table = contingency_table(&[0_u8, 2, 2, 0], &[true, false, true, true], 3)?;
/// assert_eq!(table[0], CodeCounts { won: 2, lost: 0 });
/// assert_eq!(table[2], CodeCounts { won: 1, lost: 1 });
/// # Ok::<(), lead_scoring_metrics::Error>(())
/// ```
pub fn contingency_table<C: Copy + Default + BitOr<Output = C> + Into<u32>>(
    codes: &[C],
    won: &[bool],
    groups: usize,
) -> Result<Vec<CodeCounts>> {
    validate::same_length(("codes", codes.len()), ("outcomes", won.len()))?;
    if groups > MAX_GROUPS {
        return Err(Error::out_of_range("groups", "give at most 2^31"));
    }
    let is_outside = |code: C| code.into() as usize >= groups;
    let outside = || {
        let index = codes.iter().position(|&code| is_outside(code)).unwrap_or_default();
        Error::value_out_of_range("codes", index, "give codes below the number of groups")
    };
    // Bits that no code may have are found at once; codes that are too large by less show in the cells behind the last.
    let mut table = vec![CodeCounts::default(); groups.next_power_of_two()];
    // Checked and counted by blocks, so that the second look finds the codes in the cache.
    let narrows = size_of::<C>() > 1 && table.len() <= FEW;
    let mut narrowed = vec![0_u8; if narrows { codes.len().min(BLOCK) } else { 0 }];
    for (block, won) in codes.chunks(BLOCK).zip(won.chunks(BLOCK)) {
        let mut bits = C::default();
        if narrows {
            // Wide codes take longer to put into places than to make narrow first.
            for (narrow, &code) in narrowed.iter_mut().zip(block) {
                bits = bits | code;
                *narrow = code.into() as u8;
            }
        } else {
            bits = block.iter().fold(bits, |bits, &code| bits | code);
        }
        if bits.into() as usize >= table.len() {
            return Err(outside());
        }
        match narrowed.get(..block.len()) {
            Some(narrow) if narrows => count(&mut table, narrow, won, u32::from),
            _ => count(&mut table, block, won, |code| code.into()),
        }
    }
    if table.drain(groups..).any(|cell| cell != CodeCounts::default()) {
        return Err(outside());
    }
    Ok(table)
}

/// The most groups of a table.
const MAX_GROUPS: usize = 1 << 31;
/// Tables of up to this many cells are held several times over.
const FEW: usize = 256;
/// Tables of up to this many cells are counted two leads at a time.
const VERY_FEW: usize = 16;
/// Places of a table: lost at even ones, won at odd ones.
const PLACES: usize = 2 * FEW;
/// Places of a table of pairs.
const PAIRS: usize = 4 * VERY_FEW * VERY_FEW;
/// Leads whose places are worked out together.
const STEP: usize = 256;
/// Leads after which small counters are emptied; they cannot overflow before.
const BLOCK: usize = 1 << 16;

/// Adds outcomes to their cells. Every cell that `cell_of` gives must be one of the table.
pub(crate) fn count<T: Copy>(table: &mut [CodeCounts], rows: &[T], won: &[bool], cell_of: impl Fn(T) -> u32) {
    let cells = table.len();
    if cells > FEW {
        for (&row, &is_won) in rows.iter().zip(won) {
            let cell = &mut table[cell_of(row) as usize];
            cell.won += u64::from(is_won);
            cell.lost += u64::from(!is_won);
        }
        return;
    }
    let place_of = |row: T, is_won: bool| (2 * cell_of(row) as u16) | u16::from(is_won);
    for (rows, won) in rows.chunks(BLOCK).zip(won.chunks(BLOCK)) {
        let places =
            if cells > VERY_FEW { by_lanes(rows, won, place_of) } else { by_pairs(rows, won, place_of) };
        for (cell, places) in table.iter_mut().zip(places.as_chunks::<2>().0) {
            cell.lost += u64::from(places[0]);
            cell.won += u64::from(places[1]);
        }
    }
}

/// Counts places, neighbouring leads in tables of their own.
fn by_lanes<T: Copy>(rows: &[T], won: &[bool], place_of: impl Fn(T, bool) -> u16) -> [u32; PLACES] {
    const LANES: usize = 4;
    let mut lanes = [[0_u32; PLACES]; LANES];
    for (rows, won) in rows.chunks(STEP).zip(won.chunks(STEP)) {
        // First all places, several at once, then the counting, one by one.
        let mut places = [0_u16; STEP];
        for ((place, &row), &is_won) in places.iter_mut().zip(rows).zip(won) {
            *place = place_of(row, is_won);
        }
        for places in places[..rows.len()].chunks(LANES) {
            for (lane, &place) in lanes.iter_mut().zip(places) {
                lane[usize::from(place) % PLACES] += 1;
            }
        }
    }
    std::array::from_fn(|place| lanes.iter().map(|lane| lane[place]).sum())
}

/// Counts the places of two leads at a time, the first half of each step paired with the second.
fn by_pairs<T: Copy>(rows: &[T], won: &[bool], place_of: impl Fn(T, bool) -> u16) -> [u32; PLACES] {
    const HALF: usize = STEP / 2;
    const SIDE: usize = 2 * VERY_FEW;
    let mut lanes = [[0_u32; PAIRS]; 2];
    let (row_steps, rows_left) = rows.as_chunks::<STEP>();
    let (won_steps, won_left) = won.as_chunks::<STEP>();
    for (rows, won) in row_steps.iter().zip(won_steps) {
        let mut pairs = [0_u16; HALF];
        for (at, pair) in pairs.iter_mut().enumerate() {
            let first = place_of(rows[at], won[at]);
            let second = place_of(rows[at + HALF], won[at + HALF]);
            *pair = first | (second * SIDE as u16);
        }
        for &[one, other] in pairs.as_chunks::<2>().0 {
            lanes[0][usize::from(one) % PAIRS] += 1;
            lanes[1][usize::from(other) % PAIRS] += 1;
        }
    }
    let mut places = by_lanes(rows_left, won_left, place_of);
    for lane in &lanes {
        for (second, firsts) in lane.as_chunks::<SIDE>().0.iter().enumerate() {
            for (first, &count) in firsts.iter().enumerate() {
                places[first] += count;
                places[second] += count;
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    /// Row by row, for few and for many codes, over more leads than the lanes divide.
    #[test]
    fn few_and_many_codes_count_alike() {
        for groups in [1, 2, 16, 17, 255, 256, 257, 3000_u32] {
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
        assert_eq!(contingency_table(&[0_u8], &[true], 0).unwrap_err().index(), Some(0));
        let far = contingency_table(&[1_u32, u32::MAX], &[true; 2], 3).unwrap_err();
        assert_eq!((far.kind(), far.index()), (ErrorKind::OutOfRange, Some(1)));
        let most = contingency_table(&[1_u32], &[true], usize::MAX).unwrap_err();
        assert_eq!((most.kind(), most.index()), (ErrorKind::OutOfRange, None));
        assert_eq!(contingency_table::<u8>(&[], &[], 2).unwrap(), [CodeCounts::default(); 2]);
        assert_eq!(contingency_table::<u8>(&[], &[], 0).unwrap(), []);
    }
}
