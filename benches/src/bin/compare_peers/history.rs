//! The closed deals of a file, and the rows of a split.

use crate::{Args, in_file};
use lead_scoring_benches::Result;
use lead_scoring_core::{Deals, Kind, OutcomeSpec, ReadOptions, label, read_table_file};
use serde::Deserialize;
use std::path::Path;

/// Closed deals, each with its row in the file.
pub(crate) struct History {
    deals: Deals,
    rows: Vec<usize>,
    /// How many rows the file has, closed or not.
    rows_of_file: usize,
}

/// One split of the deals.
pub(crate) struct Split {
    pub(crate) train: Deals,
    pub(crate) test: Deals,
    /// Rows of the test deals in the file.
    pub(crate) test_rows: Vec<usize>,
}

impl History {
    pub(crate) fn read(args: &Args) -> Result<Self> {
        let mut options = ReadOptions::default();
        options.missing.clone_from(&args.missing);
        options.kinds.push((args.outcome.clone(), Kind::Category));
        let mut data = read_table_file(&args.data, &options)?.into_dataset(&options)?;
        for name in &args.drop {
            data.require(name)?;
            data = data.without(name);
        }
        let numbers = data.row_numbers().to_vec();
        let outcome = OutcomeSpec::new(args.outcome.clone(), args.won.clone(), args.lost.clone());
        let deals = label(data, &outcome)?.closed;
        let rows = deals.data().row_numbers().iter().filter_map(|number| numbers.binary_search(number).ok());
        Ok(Self { rows: rows.collect(), deals, rows_of_file: numbers.len() })
    }

    pub(crate) fn split(&self, sets: &[Set]) -> Result<Split> {
        if sets.len() != self.rows_of_file {
            let (sets, rows) = (sets.len(), self.rows_of_file);
            return Err(
                format!("the split has {sets} rows, the data {rows}; take the split of this file").into()
            );
        }
        let chosen = |wanted: Set| -> Result<Vec<u32>> {
            let deals = (0..).zip(&self.rows).filter(|(_, row)| sets[**row] == wanted);
            let deals: Vec<u32> = deals.map(|(deal, _)| deal).collect();
            if deals.len() < sets.iter().filter(|set| **set == wanted).count() {
                return Err(
                    "rows of the split are neither won nor lost; name all values of the outcome".into()
                );
            }
            Ok(deals)
        };
        let (train, test) = (chosen(Set::Train)?, chosen(Set::Test)?);
        let test_rows = test.iter().map(|deal| self.rows[*deal as usize]).collect();
        Ok(Split { train: self.deals.select(&train), test: self.deals.select(&test), test_rows })
    }
}

/// What a row is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Set {
    Train,
    Test,
    Skip,
}

#[derive(Deserialize)]
struct SplitLine {
    row: usize,
    set: Set,
}

/// What each row of the file is for, in order.
pub(crate) fn read_split(path: &Path) -> Result<Vec<Set>> {
    let mut reader = csv::Reader::from_path(path).map_err(|error| in_file(path, error))?;
    let mut sets = Vec::new();
    for line in reader.deserialize() {
        let SplitLine { row, set } = line.map_err(|error| in_file(path, error))?;
        if row != sets.len() {
            return Err(in_file(path, format!("row {row} stands where row {} should", sets.len())));
        }
        sets.push(set);
    }
    Ok(sets)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use clap::Parser;

    /// The sample data, every fourth row for the test.
    pub(crate) fn sample_split() -> Split {
        let history = sample();
        history.split(&sets(history.rows_of_file)).unwrap()
    }

    fn sample() -> History {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data/deals.csv");
        let data = data.to_str().unwrap();
        let (won, lost) = ("--won=Closed Won", "--lost=Closed Lost");
        let args = ["", "--data", data, "--outcome=Outcome", won, lost, "--split=none"];
        History::read(&Args::parse_from(args)).unwrap()
    }

    /// Every fourth row is for the test.
    fn sets(rows: usize) -> Vec<Set> {
        (0..rows).map(|row| if row % 4 == 3 { Set::Test } else { Set::Train }).collect()
    }

    #[test]
    fn a_split_has_each_deal_once_and_knows_its_row() {
        let history = sample();
        let split = history.split(&sets(history.rows_of_file)).unwrap();
        assert!(split.test_rows.iter().all(|row| row % 4 == 3));
        assert_eq!(split.train.len() + split.test.len(), history.deals.len());
    }

    #[test]
    fn a_split_of_another_file_is_refused() {
        let history = sample();
        assert!(history.split(&sets(history.rows_of_file + 1)).is_err());
    }
}
