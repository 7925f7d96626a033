//! Reading exports through the public interface: rules of typing, refusals, laws and, where they are at hand, real files.

#![cfg(feature = "read")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "helpers of tests stop at the first surprise and say what they skip"
)]

mod kinds;
mod laws;
mod real_files;
mod refusals;
mod tables;

use lead_scoring_core::{Dataset, ReadOptions, Result, Table, read_table};

fn table(text: impl AsRef<[u8]>) -> Result<Table> {
    read_table(text.as_ref(), "deals.csv", &ReadOptions::default())
}

fn dataset(text: impl AsRef<[u8]>, options: &ReadOptions) -> Result<Dataset> {
    read_table(text.as_ref(), "deals.csv", options)?.into_dataset(options)
}

/// A file of one column named `x`, every cell in quotes: an empty cell alone on its line would be a blank line.
fn one_column<S: AsRef<str>>(cells: impl IntoIterator<Item = S>) -> String {
    let quoted = cells.into_iter().map(|cell| format!("\"{}\"", cell.as_ref()));
    std::iter::once("x".to_owned()).chain(quoted).collect::<Vec<_>>().join("\n")
}
