//! From bytes to a [`Table`].

use super::encoding;
use super::intern::{Interner, PADDING};
use super::options::ReadOptions;
use super::records::{Records, first_broken_cell};
use super::separator;
use super::table::{Table, TextColumn};
use crate::{Error, ErrorKind, MISSING, Result};
use std::collections::BTreeMap;
use std::io::Read;
use std::ops::Range;
use std::path::Path;

/// Reads a file of separated text.
///
/// # Errors
/// [`ErrorKind::Io`] where the file cannot be read, else as [`read_table`].
pub fn read_table_file(path: impl AsRef<Path>, options: &ReadOptions) -> Result<Table> {
    let source = path.as_ref().display().to_string();
    match std::fs::read(path) {
        Ok(bytes) => load(bytes, &source, options),
        Err(error) => Err(unreadable(&error).in_file(source)),
    }
}

/// Reads separated text to its end; `source` is the name errors give it.
///
/// The text is UTF-8 with or without byte order mark, or UTF-16 with one. The first record holds the column names. The whole text
/// is in memory while it is read, and afterwards one code a cell and each distinct text of a column once.
///
/// # Errors
/// [`ErrorKind::Io`] where reading fails; [`ErrorKind::Format`] for text in another encoding, NUL bytes, an empty file, two columns
/// of one name, rows with more or fewer cells than the header, and a quote that is never closed; [`ErrorKind::Limit`] for a cell
/// larger than [`ReadOptions::max_cell_bytes`] and more rows than 2³² - 1; [`ErrorKind::TooLittleData`] for a header without rows;
/// [`ErrorKind::Option`] for a separator that is not ASCII, or is a quote, NUL or line end.
///
/// ```
/// use lead_scoring_core::{Kind, ReadOptions, read_table};
///
/// let mut options = ReadOptions::default();
/// options.missing = vec!["unknown".to_owned()];
/// let text = "Employees;Demo;Segment\n1,200;yes;unknown\n35;no;Health Care\n80;yes;healthcare\n";
/// let data = read_table(text.as_bytes(), "leads.csv", &options)?.into_dataset(&options)?;
/// let kinds: Vec<Kind> = data.columns().iter().map(|column| column.kind()).collect();
/// assert_eq!(kinds, [Kind::Number, Kind::Flag, Kind::Category]);
/// assert_eq!(data.column("Segment").and_then(|column| column.text(2)).as_deref(), Some("Health Care"));
/// # Ok::<(), lead_scoring_core::Error>(())
/// ```
pub fn read_table(mut reader: impl Read, source: &str, options: &ReadOptions) -> Result<Table> {
    let mut bytes = Vec::new();
    match reader.read_to_end(&mut bytes) {
        Ok(_) => load(bytes, source, options),
        Err(error) => Err(unreadable(&error).in_file(source)),
    }
}

fn unreadable(error: &std::io::Error) -> Error {
    Error::new(ErrorKind::Io, format!("cannot be read: {error}"))
}

fn load(bytes: Vec<u8>, source: &str, options: &ReadOptions) -> Result<Table> {
    table(bytes, source, options).map_err(|error| error.in_file(source))
}

fn table(bytes: Vec<u8>, source: &str, options: &ReadOptions) -> Result<Table> {
    check_separator(options)?;
    let (mut bytes, fault) = encoding::decode(bytes);
    let (separator, start) = separator::find(&bytes, options.separator);
    bytes.reserve_exact(PADDING);
    bytes.extend_from_slice(&[0; PADDING]);
    let text = &bytes[start..];
    if let Some(fault) = fault {
        return Err(broken(text, separator, fault));
    }
    let mut records = Records::new(text, separator);
    let mut any = records.advance()?;
    while any && is_blank(&records) {
        any = records.advance()?;
    }
    if !any {
        let message = "the file is empty; export it again with a header and one row a deal";
        return Err(Error::new(ErrorKind::Format, message));
    }
    let headers = headers(&records, options)?;
    let (columns, row_numbers) = cells(&mut records, &headers, options)?;
    if row_numbers.is_empty() {
        return Err(Error::new(ErrorKind::TooLittleData, "there is a header but no row below it"));
    }
    Ok(Table { source: source.to_owned(), headers, columns, row_numbers })
}

fn broken(text: &[u8], separator: u8, fault: encoding::Fault) -> Error {
    let error = Error::new(ErrorKind::Format, fault.message());
    let Some((row, cell)) = first_broken_cell(text, separator) else { return error };
    // The header itself may be what is broken, and is then shown with the broken bytes replaced.
    let mut records = Records::new(text, separator);
    let header = if matches!(records.advance(), Ok(true)) { records.cell(cell) } else { None };
    error.at_row(row).in_column(header_name(header.unwrap_or_default(), cell))
}

fn header_name(cell: &[u8], at: usize) -> String {
    let name = String::from_utf8_lossy(cell);
    let name = name.trim();
    if name.is_empty() { format!("column {}", at.saturating_add(1)) } else { name.to_owned() }
}

fn headers(records: &Records<'_>, options: &ReadOptions) -> Result<Vec<String>> {
    let name = |at| header_name(records.cell(at).unwrap_or_default(), at);
    let headers: Vec<String> = (0..records.cells().len()).map(name).collect();
    if let Some(cell) = records.open_quote() {
        return Err(unclosed(records, &headers, cell));
    }
    check_sizes(records, &headers, options)?;
    let mut places = BTreeMap::new();
    for (at, name) in (1..).zip(&headers) {
        if let Some(first) = places.insert(name.as_str(), at) {
            let message = format!("columns {first} and {at} have the same name; rename one of them");
            return Err(Error::new(ErrorKind::Format, message).at_row(records.row()).in_column(name));
        }
    }
    Ok(headers)
}

fn cells(
    records: &mut Records<'_>,
    headers: &[String],
    options: &ReadOptions,
) -> Result<(Vec<TextColumn>, Vec<u64>)> {
    let mut columns: Vec<(Interner, Vec<u32>)> = headers.iter().map(|_| Default::default()).collect();
    let mut row_numbers = Vec::new();
    while records.advance()? {
        check_sizes(records, headers, options)?;
        let cells = records.cells();
        if cells.len() != headers.len() {
            if is_blank(records) {
                continue;
            }
            return Err(ragged(records, headers));
        }
        let buffer = records.buffer();
        for ((interner, codes), cell) in columns.iter_mut().zip(cells) {
            let cell = trimmed(buffer, cell.clone());
            let code = if cell.is_empty() { Some(MISSING) } else { interner.code(buffer, cell) };
            codes.push(code.ok_or_else(|| too_many_rows(records.row()))?);
        }
        row_numbers.push(records.row());
    }
    if let Some(cell) = records.open_quote() {
        return Err(unclosed(records, headers, cell));
    }
    if u32::try_from(row_numbers.len()).is_err() {
        return Err(too_many_rows(records.row()));
    }
    let column = |(interner, codes): (Interner, _)| {
        let (texts, counts) = interner.finish();
        TextColumn { codes, texts, counts }
    };
    Ok((columns.into_iter().map(column).collect(), row_numbers))
}

/// A line of nothing but spaces is as good as blank.
fn is_blank(records: &Records<'_>) -> bool {
    records.cells().len() == 1 && records.cell(0).is_some_and(|cell| trimmed(cell, 0..cell.len()).is_empty())
}

/// Where a cell lies without its outer white space, of any script.
#[inline]
fn trimmed(buffer: &[u8], cell: Range<usize>) -> Range<usize> {
    match &buffer[cell.clone()] {
        // Nearly every cell begins and ends with a visible ASCII character.
        [only] if only.is_ascii_graphic() => cell,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        outer => std::str::from_utf8(outer).map_or(cell.clone(), |text| {
            let start = cell.start + (text.len() - text.trim_start().len());
            start..start + text.trim().len()
        }),
    }
}

#[inline]
fn check_sizes(records: &Records<'_>, headers: &[String], options: &ReadOptions) -> Result<()> {
    let cells = records.cells();
    let size = |first: &Range<usize>, last: &Range<usize>| last.end - first.start;
    if cells.first().zip(cells.last()).is_none_or(|(first, last)| size(first, last) <= options.max_cell_bytes)
    {
        return Ok(());
    }
    let large = |cell: &Range<usize>| cell.len() > options.max_cell_bytes;
    let Some(at) = cells.iter().position(large) else { return Ok(()) };
    let message = format!(
        "the cell is larger than {} bytes; perhaps a quote before it is not closed",
        options.max_cell_bytes
    );
    Err(Error::new(ErrorKind::Limit, message).at_row(records.row()).in_column(name_at(headers, at)))
}

/// A separator that cannot also be part of a cell's writing.
fn check_separator(options: &ReadOptions) -> Result<()> {
    match options.separator {
        Some(byte) if !byte.is_ascii() || matches!(byte, b'"' | b'\n' | b'\r' | 0) => Err(Error::new(
            ErrorKind::Option,
            "the separator must be one ASCII character, and no quote or line end",
        )),
        _ => Ok(()),
    }
}

fn ragged(records: &Records<'_>, headers: &[String]) -> Error {
    if let Some(cell) = records.open_quote() {
        return unclosed(records, headers, cell);
    }
    let cells = |n: usize| if n == 1 { "1 cell".to_owned() } else { format!("{n} cells") };
    let message = format!(
        "the row has {}, the header {}; put cells that hold the separator in quotes, or name another separator",
        cells(records.cells().len()),
        headers.len()
    );
    Error::new(ErrorKind::Format, message).at_row(records.row())
}

fn unclosed(records: &Records<'_>, headers: &[String], cell: usize) -> Error {
    let message = "a quote is opened and not closed before the end of the file; close it, or double a quote that is part of the text";
    Error::new(ErrorKind::Format, message).at_row(records.row()).in_column(name_at(headers, cell))
}

fn name_at(headers: &[String], at: usize) -> String {
    headers.get(at).map_or_else(|| header_name(b"", at), String::clone)
}

fn too_many_rows(row: u64) -> Error {
    Error::new(ErrorKind::Limit, "there are more rows than fit a table (4,294,967,295); split the file")
        .at_row(row)
}
