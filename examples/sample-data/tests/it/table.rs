//! A CSV file read back as rows of cells.

use std::collections::BTreeMap;

pub(crate) type Row = BTreeMap<String, String>;

/// Parses CSV bytes into rows keyed by column.
pub(crate) fn rows(bytes: &[u8]) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(bytes);
    reader.deserialize().collect::<Result<_, _>>().expect("the sample is well-formed CSV")
}

pub(crate) fn cell<'a>(row: &'a Row, column: &str) -> &'a str {
    row.get(column).unwrap_or_else(|| panic!("no column {column:?}"))
}

pub(crate) fn yes(row: &Row, column: &str) -> bool {
    cell(row, column) == "Yes"
}

/// The number in a cell, without currency sign and separators; `None` when blank.
pub(crate) fn number(row: &Row, column: &str) -> Option<f64> {
    let text: String = cell(row, column).chars().filter(|c| !matches!(c, '$' | ',')).collect();
    (!text.is_empty()).then(|| text.parse().expect("a number"))
}

pub(crate) fn won(row: &Row) -> bool {
    cell(row, "Outcome") == "Closed Won"
}

/// The industry with the spelling variants of one name merged.
pub(crate) fn industry(row: &Row) -> &str {
    match cell(row, "Industry") {
        "Health Care" | "healthcare " => "Healthcare",
        other => other,
    }
}

/// The country with its spelling variants merged.
pub(crate) fn country(row: &Row) -> &str {
    match cell(row, "Country") {
        "USA" => "United States",
        other => other,
    }
}

pub(crate) fn uses(row: &Row, tech: &str) -> bool {
    cell(row, "Tech Stack").split("; ").any(|item| item == tech)
}
