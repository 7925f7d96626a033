//! Fast splitting of text that holds no quote, where every separator and line end counts.
//!
//! Sixty-four bytes at a time become one bit each, set where a cell ends; the bits are then walked. Eight bytes are compared at
//! once inside a word (H. S. Warren, "Hacker's Delight", 2nd ed. 2012, section 6-1).

use std::ops::Range;

const BLOCK: usize = 64;
/// The lowest bit of every byte.
const ONES: u64 = 0x0101_0101_0101_0101;
/// All but the highest bit of every byte.
const LOW_BITS: u64 = 0x7F7F_7F7F_7F7F_7F7F;

/// Splits text without quotes into records.
pub(super) struct PlainText<'a> {
    text: &'a [u8],
    separator: u8,
    /// Where the block after the present one begins.
    next_block: usize,
    /// The ends of cells in the present block that are still to come, counted from its lowest bit.
    ends: u64,
    /// Where the next record begins, blank lines before it included.
    pub(super) position: usize,
}

impl<'a> PlainText<'a> {
    pub(super) fn new(text: &'a [u8], separator: u8) -> Self {
        Self { text, separator, next_block: 0, ends: 0, position: 0 }
    }

    /// Puts the next record's cells into `cells`; `false` at the end.
    pub(super) fn advance(&mut self, cells: &mut Vec<Range<usize>>) -> bool {
        cells.clear();
        let mut start = self.position;
        while let Some(end) = self.next_end() {
            let at_separator = self.text[end] == self.separator;
            if at_separator || end > start || !cells.is_empty() {
                cells.push(start..end);
            }
            start = end + 1;
            if !at_separator && !cells.is_empty() {
                self.position = start;
                return true;
            }
        }
        self.position = self.text.len();
        if start < self.text.len() || !cells.is_empty() {
            cells.push(start..self.text.len());
        }
        !cells.is_empty()
    }

    fn next_end(&mut self) -> Option<usize> {
        while self.ends == 0 {
            let rest = self.text.get(self.next_block..).filter(|rest| !rest.is_empty())?;
            self.ends = match rest.first_chunk() {
                Some(block) => ends_in(block, self.separator),
                None => {
                    let mut block = [0; BLOCK];
                    block[..rest.len()].copy_from_slice(rest);
                    // The filling ends no cell, whatever the separator is.
                    ends_in(&block, self.separator) & ((1 << rest.len()) - 1)
                }
            };
            self.next_block += BLOCK;
        }
        let bit = self.ends.trailing_zeros() as usize;
        self.ends &= self.ends - 1;
        Some(self.next_block - BLOCK + bit)
    }
}

/// One bit a byte, set where it is the separator or a line end.
fn ends_in(block: &[u8; BLOCK], separator: u8) -> u64 {
    let (words, _) = block.as_chunks::<8>();
    let [separator, feed, carriage] = [separator, b'\n', b'\r'].map(|byte| u64::from(byte) * ONES);
    words.iter().rev().fold(0, |bits, word| {
        let word = u64::from_le_bytes(*word);
        let found = zero_bytes(word ^ separator) | zero_bytes(word ^ feed) | zero_bytes(word ^ carriage);
        // The product moves the eight bits side by side into the highest byte.
        bits << 8 | found.wrapping_mul(0x0102_0408_1020_4080) >> 56
    })
}

/// The lowest bit of every byte that is zero.
const fn zero_bytes(word: u64) -> u64 {
    let not_zero = ((word & LOW_BITS) + LOW_BITS) | word;
    (!not_zero >> 7) & ONES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<Vec<&str>> {
        let mut plain = PlainText::new(text.as_bytes(), b',');
        let (mut cells, mut records) = (Vec::new(), Vec::new());
        while plain.advance(&mut cells) {
            records.push(cells.iter().map(|cell| &text[cell.clone()]).collect());
        }
        records
    }

    #[test]
    fn records_end_at_every_kind_of_line_end() {
        let empty: [Vec<&str>; 0] = [];
        assert_eq!(split(""), empty);
        assert_eq!(split("\r\n\n"), empty);
        assert_eq!(
            split("a,b\n\r\n1,\r\n\n,2\r3"),
            [vec!["a", "b"], vec!["1", ""], vec!["", "2"], vec!["3"]]
        );
        assert_eq!(split("a,"), [["a", ""]]);
        assert_eq!(split("\n,\n"), [["", ""]]);
    }

    #[test]
    fn every_byte_of_a_block_is_looked_at() {
        for at in 0..BLOCK {
            for end in [b',', b'\n', b'\r'] {
                let mut block = [0x80; BLOCK];
                block[at] = end;
                assert_eq!(ends_in(&block, b','), 1 << at);
            }
        }
        assert_eq!(ends_in(&[b','; BLOCK], b','), u64::MAX);
        assert_eq!(ends_in(&[b','.wrapping_add(0x80); BLOCK], b','), 0);
        assert_eq!(ends_in(&[b','.wrapping_add(1); BLOCK], b','), 0);
    }
}
