//! The tables whose columns are used: the sample, and public ones where their folder is known.

use lead_scoring_benches::Result;
use lead_scoring_core::{Deals, Kind, OutcomeSpec, ReadOptions, label, read_table_file};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;
use std::path::{Path, PathBuf};

/// The folder with the public data sets, which are not part of this repository.
pub(crate) const DATA_FOLDER: &str = "LEAD_SCORING_DATA";

/// How a public table is read.
struct Public {
    name: &'static str,
    file: &'static str,
    outcome: &'static str,
    won: &'static str,
    lost: &'static str,
    /// A text that means "not known".
    missing: Option<&'static str>,
}

const PUBLIC: [Public; 5] = [
    Public {
        name: "German Credit",
        file: "germancredit.csv",
        outcome: "creditability",
        won: "good",
        lost: "bad",
        missing: None,
    },
    Public {
        name: "X Education",
        file: "x_education_leads.csv",
        outcome: "Converted",
        won: "1",
        lost: "0",
        missing: Some("Select"),
    },
    Public {
        name: "Bank",
        file: "bank-additional-full.csv",
        outcome: "y",
        won: "yes",
        lost: "no",
        missing: Some("unknown"),
    },
    Public {
        name: "IBM",
        file: "ibm_sales_win_loss.csv",
        outcome: "Opportunity Result",
        won: "Won",
        lost: "Loss",
        missing: None,
    },
    Public {
        name: "Maven",
        file: "maven_crm/sales_pipeline.csv",
        outcome: "deal_stage",
        won: "Won",
        lost: "Lost",
        missing: None,
    },
];

/// Closed deals of a table.
pub(crate) struct Source {
    pub(crate) name: &'static str,
    pub(crate) deals: Deals,
}

impl Source {
    /// The sample of this repository: fewer deals than any size asked for, so it counts with all of them.
    pub(crate) fn sample() -> Result<Self> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data/deals.csv");
        let outcome = OutcomeSpec::new("Outcome", ["Closed Won"], ["Closed Lost"]);
        Self::read("the sample", &path, outcome, None)
    }

    /// The public tables in the folder; none where it is not known.
    pub(crate) fn public() -> Result<Vec<Self>> {
        let Some(folder) = std::env::var_os(DATA_FOLDER).map(PathBuf::from) else { return Ok(Vec::new()) };
        let read = |of: &Public| {
            let outcome = OutcomeSpec::new(of.outcome, [of.won], [of.lost]);
            Self::read(of.name, &folder.join(of.file), outcome, of.missing)
        };
        PUBLIC.iter().map(read).collect()
    }

    fn read(name: &'static str, path: &Path, outcome: OutcomeSpec, missing: Option<&str>) -> Result<Self> {
        let mut options = ReadOptions::default();
        options.missing.extend(missing.map(str::to_owned));
        options.kinds.push((outcome.column.clone(), Kind::Category));
        let data = read_table_file(path, &options)?.into_dataset(&options)?;
        Ok(Self { name, deals: label(data, &outcome)?.closed })
    }

    /// So many deals drawn at random, or all if there are fewer, with their outcomes shuffled.
    pub(crate) fn permuted(&self, deals: usize, seed: u64) -> Result<Deals> {
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut rows: Vec<u32> = (0..).take(self.deals.len()).collect();
        rows.shuffle(&mut random);
        rows.truncate(deals);
        let (data, mut won) = self.deals.select(&rows).into_parts();
        won.shuffle(&mut random);
        Ok(Deals::new(data, won)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shuffling_keeps_the_deals_and_the_number_of_wins() {
        let sample = Source::sample().unwrap();
        let all = sample.deals.len();
        let (first, same) = (sample.permuted(all, 1).unwrap(), sample.permuted(all, 1).unwrap());
        assert_eq!((first.len(), first.won_count()), (all, sample.deals.won_count()));
        assert_eq!(first.won(), same.won());
        assert_ne!(first.won(), sample.permuted(all, 2).unwrap().won());
        assert_eq!(sample.permuted(60, 1).unwrap().len(), 60);
    }
}
