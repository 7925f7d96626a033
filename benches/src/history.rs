//! The histories of closed deals that reading and building are measured on.

use crate::Result;
use lead_scoring_core::{Dataset, Kind, OutcomeSpec, ReadOptions, read_table};
use std::path::{Path, PathBuf};

/// The folder with the public data sets, which are not part of this repository.
const DATA_FOLDER: &str = "LEAD_SCORING_DATA";
const IBM_FILE: &str = "ibm_sales_win_loss.csv";

/// Columns of the IBM file that are known only at or near the close of a deal, and the deal's number.
const IBM_EXCLUDED: [&str; 8] = [
    "Opportunity Number",
    "Total Days Identified Through Closing",
    "Total Days Identified Through Qualified",
    "Sales Stage Change Count",
    "Elapsed Days In Sales Stage",
    "Ratio Days Identified To Total Days",
    "Ratio Days Validated To Total Days",
    "Ratio Days Qualified To Total Days",
];

/// A file of closed deals, read into memory.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct History {
    /// A short name for the benchmark.
    pub name: &'static str,
    /// The file's content.
    pub bytes: Vec<u8>,
    /// How a deal ended.
    pub outcome: OutcomeSpec,
    /// Columns that a build leaves out.
    pub exclude: Vec<String>,
}

impl History {
    /// How the file is to be read: the outcome's values as they are written.
    #[must_use]
    pub fn read_options(&self) -> ReadOptions {
        let mut options = ReadOptions::default();
        options.kinds.push((self.outcome.column.clone(), Kind::Category));
        options
    }

    /// Reads the file into typed columns.
    ///
    /// # Errors
    /// Where the text is no table.
    pub fn read(&self) -> lead_scoring_core::Result<Dataset> {
        let options = self.read_options();
        read_table(self.bytes.as_slice(), self.name, &options)?.into_dataset(&options)
    }
}

/// The sample of this repository, and the IBM file where its folder is known; says so where it is not.
///
/// # Errors
/// Where a file cannot be read.
pub fn histories() -> Result<Vec<History>> {
    let mut histories = vec![sample()?];
    match std::env::var_os(DATA_FOLDER) {
        Some(folder) => histories.push(ibm(&PathBuf::from(folder).join(IBM_FILE))?),
        None => say_skipped(),
    }
    Ok(histories)
}

fn sample() -> Result<History> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data/deals.csv");
    let outcome = OutcomeSpec::new("Outcome", ["Closed Won"], ["Closed Lost"]);
    Ok(History { name: "sample", bytes: read(&path)?, outcome, exclude: Vec::new() })
}

fn ibm(path: &Path) -> Result<History> {
    let outcome = OutcomeSpec::new("Opportunity Result", ["Won"], ["Loss"]);
    let exclude = IBM_EXCLUDED.map(str::to_owned).into();
    Ok(History { name: "ibm", bytes: read(path)?, outcome, exclude })
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

#[expect(clippy::print_stderr, reason = "who runs a benchmark must see that a part of it was left out")]
fn say_skipped() {
    eprintln!("{DATA_FOLDER} is not set: the benchmarks on {IBM_FILE} are skipped");
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::label;

    #[test]
    fn the_sample_has_deals_of_both_outcomes() {
        let sample = sample().unwrap();
        let labelled = label(sample.read().unwrap(), &sample.outcome).unwrap();
        assert!(labelled.closed.won_count() > 50 && labelled.closed.lost_count() > 100);
        assert!(labelled.other_values.is_empty());
    }
}
