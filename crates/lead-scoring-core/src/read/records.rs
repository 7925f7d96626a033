//! Records of separated text with the row each has in a spreadsheet, and the slow search for a faulty place.

use super::intern::PADDING;
use super::plain::PlainText;
use crate::{Error, ErrorKind, Result};
use csv::ByteRecord;
use std::ops::Range;

/// A CSV reader over text in memory that leaves headers and ragged rows to us.
pub(super) fn reader(text: &[u8], separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(1 << 16)
        .from_reader(text)
}

/// Reads record after record.
pub(super) struct Records<'a> {
    text: &'a [u8],
    /// The text with [`PADDING`] bytes behind it.
    padded_text: &'a [u8],
    separator: u8,
    splitter: Splitter<'a>,
    /// Where the present record's cells lie in the buffer.
    cells: Vec<Range<usize>>,
    start: usize,
    row: u64,
}

enum Splitter<'a> {
    Plain(PlainText<'a>),
    /// Boxed, since it is much larger.
    Quoted(Box<QuotedText<'a>>),
}

struct QuotedText<'a> {
    reader: csv::Reader<&'a [u8]>,
    record: ByteRecord,
    /// The record's cells end to end without their quotes, with [`PADDING`] bytes behind.
    padded: Vec<u8>,
}

impl QuotedText<'_> {
    fn advance(&mut self, cells: &mut Vec<Range<usize>>) -> csv::Result<bool> {
        let more = self.reader.read_byte_record(&mut self.record)?;
        self.padded.clear();
        self.padded.extend_from_slice(self.record.as_slice());
        self.padded.extend_from_slice(&[0; PADDING]);
        cells.clear();
        cells.extend((0..self.record.len()).filter_map(|at| self.record.range(at)));
        Ok(more)
    }
}

impl<'a> Records<'a> {
    /// The records of `padded_text` without its last [`PADDING`] bytes.
    pub(super) fn new(padded_text: &'a [u8], separator: u8) -> Self {
        let text = &padded_text[..padded_text.len().saturating_sub(PADDING)];
        let splitter = if text.contains(&b'"') {
            let quoted =
                QuotedText { reader: reader(text, separator), record: ByteRecord::new(), padded: Vec::new() };
            Splitter::Quoted(Box::new(quoted))
        } else {
            Splitter::Plain(PlainText::new(text, separator))
        };
        Self { text, padded_text, separator, splitter, cells: Vec::new(), start: 0, row: 0 }
    }

    /// Moves to the next record; `false` at the end.
    pub(super) fn advance(&mut self) -> Result<bool> {
        let start = self.position();
        let more = match &mut self.splitter {
            Splitter::Plain(plain) => Ok(plain.advance(&mut self.cells)),
            Splitter::Quoted(quoted) => quoted.advance(&mut self.cells),
        };
        let more = more
            .map_err(|e| Error::new(ErrorKind::Format, e.to_string()).at_row(self.row.saturating_add(1)))?;
        if more {
            self.start = start;
            self.row = self.row.saturating_add(1 + blank_lines(self.text, start));
        }
        Ok(more)
    }

    /// Where the present record's cells lie in [`Records::buffer`].
    pub(super) fn cells(&self) -> &[Range<usize>] {
        &self.cells
    }

    /// What holds the present record's cells and at least [`PADDING`] bytes behind the last.
    pub(super) fn buffer(&self) -> &[u8] {
        match &self.splitter {
            Splitter::Plain(_) => self.padded_text,
            Splitter::Quoted(quoted) => &quoted.padded,
        }
    }

    /// A cell of the present record; `None` beyond the last.
    pub(super) fn cell(&self, at: usize) -> Option<&[u8]> {
        self.buffer().get(self.cells.get(at)?.clone())
    }

    /// The present record's row, the header being row 1.
    pub(super) fn row(&self) -> u64 {
        self.row
    }

    /// Where the present record is the last one and ends inside quotes, the position of the cell that they open.
    pub(super) fn open_quote(&self) -> Option<usize> {
        if self.position() < self.text.len() {
            return None;
        }
        open_quote(&self.text[self.start..], self.separator)
    }

    fn position(&self) -> usize {
        match &self.splitter {
            Splitter::Plain(plain) => plain.position,
            Splitter::Quoted(quoted) => {
                usize::try_from(quoted.reader.position().byte()).unwrap_or(usize::MAX).min(self.text.len())
            }
        }
    }
}

/// Row and position in its record of the first cell that is not text.
pub(super) fn first_broken_cell(padded_text: &[u8], separator: u8) -> Option<(u64, usize)> {
    let broken = |cell: &[u8]| cell.contains(&0) || std::str::from_utf8(cell).is_err();
    let mut records = Records::new(padded_text, separator);
    while records.advance().unwrap_or(false) {
        let at = (0..records.cells().len()).find(|&at| records.cell(at).is_some_and(broken));
        if let Some(at) = at {
            return Some((records.row(), at));
        }
    }
    None
}

/// How many blank lines stand at `start`, where the line before ended (its line feed may still be to come).
fn blank_lines(text: &[u8], start: usize) -> u64 {
    let mut rest = &text[start..];
    if start > 0 && text[start - 1] == b'\r' {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut lines = 0;
    loop {
        rest = match rest {
            [b'\r', b'\n', after @ ..] | [b'\r' | b'\n', after @ ..] => after,
            _ => return lines,
        };
        lines += 1;
    }
}

/// The position in its record of a quoted cell that text does not end. A quote counts only where a cell begins (RFC 4180).
fn open_quote(text: &[u8], separator: u8) -> Option<usize> {
    enum State {
        CellStart,
        Plain,
        Quoted,
        QuoteSeen,
    }
    let mut state = State::CellStart;
    let mut cell = 0;
    for &byte in text {
        state = match state {
            State::Quoted if byte == b'"' => State::QuoteSeen,
            State::Quoted => State::Quoted,
            State::CellStart | State::QuoteSeen if byte == b'"' => State::Quoted,
            _ if byte == separator => {
                cell += 1;
                State::CellStart
            }
            _ if byte == b'\n' || byte == b'\r' => {
                cell = 0;
                State::CellStart
            }
            _ => State::Plain,
        };
    }
    matches!(state, State::Quoted).then_some(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn padded(text: &[u8]) -> Vec<u8> {
        [text, &[b'"'; PADDING]].concat()
    }

    fn rows(text: &[u8]) -> Vec<u64> {
        let text = padded(text);
        let mut records = Records::new(&text, b',');
        let mut rows = Vec::new();
        while records.advance().unwrap() {
            rows.push(records.row());
        }
        rows
    }

    #[test]
    fn blank_lines_count_and_lines_inside_cells_do_not() {
        for (text, wanted) in [
            ("a,b\n1,2\n3,4\n", &[1, 2, 3][..]),
            ("a,b\r\n1,2\r\n3,4", &[1, 2, 3]),
            ("a,b\n\n1,2\n\n\n3,4\n", &[1, 3, 6]),
            ("a,b\r\n\r\n1,2\r\n\r\n\r\n3,4\r\n", &[1, 3, 6]),
            ("a\r1\r\r2\r", &[1, 2, 4]),
            ("\n\ra\n", &[3]),
        ] {
            assert_eq!(rows(text.as_bytes()), wanted, "{text:?}");
            let quoted = text.replace(char::is_alphanumeric, "\"x\"");
            assert_eq!(rows(quoted.as_bytes()), wanted, "{quoted:?}");
        }
        assert_eq!(rows(b"\na,b\n\"x\ny\r\nz\",2\n3,4\n"), [2, 3, 4]);
    }

    #[test]
    fn open_quotes_are_seen() {
        let open = |text: &[u8]| open_quote(text, b',');
        assert_eq!(open(b"a,\"b\n1,2\n"), Some(1));
        assert_eq!(open(b"\na,b\n\"a\"\"\n"), Some(0));
        assert_eq!(open(b"\"a\"\"\"\n"), None);
        assert_eq!(open(b"a \"quote,5\"\n"), None);
        assert_eq!(open(b"\"\",\"\"\r\n"), None);
    }

    #[test]
    fn the_first_broken_cell_is_found() {
        assert_eq!(first_broken_cell(&padded(b"a,b\n1,2\n\n3,\xFF\n\0,4\n"), b','), Some((4, 1)));
        assert_eq!(first_broken_cell(&padded(b"a,b\n"), b','), None);
    }
}
