//! Ours beside other tools on the same rows, as Markdown tables.
//!
//! A split file (`row,set`; row 0 is the first row of data; `train`, `test` or `skip`) says which rows to learn from. For each split a
//! card is built on its train rows as the library does it (analyze, fit, calibrate; no field is left out but those named by `--drop`, and
//! no dimension is capped; by the strategy that ranks best, or by the one that `--strategy` names) and scores its test rows. The peers'
//! figures come from their result files, one JSON a peer and split. The table shows means over the splits; `--by-split` adds each
//! split's AUC.
//!
//! | figure | from | definition |
//! |---|---|---|
//! | integer points | | whether leads are ranked by a sum of integers |
//! | AUC, AP, top 10 to 50 % | what ranks the leads: integer score or probability | ties count as the mean over their orders; AP is the step-wise sum at distinct scores |
//! | log loss, Brier, ECE | calibrated probability | ECE in ten bins of equal count; equal probabilities share a bin |
//! | fit CPU s | all threads of this process | analyze, fit and calibrate, without reading; `/proc/self/task/*/schedstat` |
//! | peak MiB | this process | most memory resident until the fit ended, reading included; `VmHWM` of `/proc/self/status` |
//!
//! The last two are left empty where the system has no `/proc`.

mod card;
mod history;
mod peers;
mod run;
mod table;

use card::{Card, Scored};
use clap::Parser;
use history::{History, read_split};
use lead_scoring_benches::Result;
use lead_scoring_fit::Builtin;
use peers::{on_splits, read_peer};
use run::Run;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Builds on the train rows of each split, scores the test rows, and prints the means beside the peers'.
#[derive(Debug, Parser)]
struct Args {
    /// CSV file of closed deals.
    #[arg(long, value_name = "FILE")]
    data: PathBuf,
    /// Column that says how a deal ended.
    #[arg(long, value_name = "COLUMN")]
    outcome: String,
    /// Values that mean won.
    #[arg(long, value_name = "VALUE[,…]", value_delimiter = ',', required = true)]
    won: Vec<String>,
    /// Values that mean lost.
    #[arg(long, value_name = "VALUE[,…]", value_delimiter = ',', required = true)]
    lost: Vec<String>,
    /// Columns to leave out.
    #[arg(long, value_name = "COLUMN[,…]", value_delimiter = ',')]
    drop: Vec<String>,
    /// Texts that mean "not known".
    #[arg(long, value_name = "TEXT[,…]", value_delimiter = ',')]
    missing: Vec<String>,
    /// CSV file `row,set`; may be given several times.
    #[arg(long = "split", value_name = "FILE", required = true)]
    splits: Vec<PathBuf>,
    /// One strategy alone (joint, interactions, proportional or sparse) instead of the one that ranks best.
    #[arg(long, value_name = "NAME", value_parser = strategy)]
    strategy: Option<Builtin>,
    /// CSV file to write our predictions to, `split,row,y,score,p`.
    #[arg(long, value_name = "FILE")]
    predictions: Option<PathBuf>,
    /// Peers that have no result for some of the splits, and whose means are over the others.
    #[arg(long, value_name = "PEER[,…]", value_delimiter = ',')]
    incomplete: Vec<String>,
    /// Print each split's AUC too.
    #[arg(long)]
    by_split: bool,
    /// JSON files of the peers, one result each; their seeds in ascending order belong to the splits in the order given.
    #[arg(value_name = "RESULT.json")]
    results: Vec<PathBuf>,
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the table is what the program is for")]
fn main() -> ExitCode {
    match compare(&Args::parse()) {
        Ok(table) => {
            print!("{table}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn compare(args: &Args) -> Result<String> {
    let history = History::read(args)?;
    let mut predictions = args.predictions.as_ref().map(csv::Writer::from_path).transpose()?;
    let mut runs = Vec::new();
    for (at, path) in args.splits.iter().enumerate() {
        let split = history.split(&read_split(path)?).map_err(|error| in_file(path, error))?;
        let card = Card::of(&split.train, args.strategy)?;
        let scored = Scored::of(&card, &split.test)?;
        runs.push(Run::ours(&card, at, &split, &scored)?);
        if let Some(writer) = &mut predictions {
            scored.write(writer, at, &split)?;
        }
    }
    if let Some(mut writer) = predictions {
        writer.flush()?;
    }
    let peers = args.results.iter().map(|path| read_peer(path)).collect::<Result<Vec<_>>>()?;
    runs.extend(on_splits(&peers, &runs, &args.incomplete)?);
    let mut tables = table::means(&runs);
    if args.by_split {
        tables.push('\n');
        tables.push_str(&table::by_split(&runs));
    }
    Ok(tables)
}

fn strategy(word: &str) -> std::result::Result<Builtin, String> {
    let named = Builtin::ALL.into_iter().find(|builtin| builtin.word() == word);
    named.ok_or_else(|| format!("take one of {}", Builtin::ALL.map(Builtin::word).join(", ")))
}

fn in_file(path: &Path, error: impl std::fmt::Display) -> Box<dyn std::error::Error> {
    format!("{}: {error}", path.display()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strategy_goes_by_its_word() {
        let parsed = |word: &str| {
            let needed = ["", "--data=d", "--outcome=o", "--won=1", "--lost=0", "--split=s"];
            Args::try_parse_from(needed.into_iter().chain(["--strategy", word]))
        };
        for builtin in Builtin::ALL {
            assert_eq!(parsed(builtin.word()).unwrap().strategy, Some(builtin));
        }
        let refused = parsed("joined").unwrap_err().to_string();
        assert!(refused.contains("take one of joint, interactions, proportional, sparse"), "{refused}");
    }
}
