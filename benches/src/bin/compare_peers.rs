//! Ours beside other tools on the same rows, as one Markdown table.
//!
//! A split file (`row,set`; row 0 is the first row of data; `train`, `test` or `skip`) says which rows to learn from. For each split a
//! card is built on its train rows as the library does it (analyze, fit, calibrate; no field is left out but those named by `--drop`, and
//! no dimension is capped) and scores its test rows. The peers' figures come from their result files, one JSON a peer and split. The
//! table shows means over the splits.
//!
//! | figure | from | definition |
//! |---|---|---|
//! | AUC, AP, top 10 to 50 % | integer score | ties count as the mean over their orders; AP is the step-wise sum at distinct scores |
//! | log loss, Brier, ECE | calibrated probability | ECE in ten bins of equal count; equal probabilities share a bin |
//! | fit CPU s | all threads of this process | analyze, fit and calibrate, without reading; `/proc/self/task/*/schedstat` |
//! | peak MiB | this process | most memory resident until the fit ended, reading included; `VmHWM` of `/proc/self/status` |
//!
//! The last two are left empty where the system has no `/proc`.

use clap::Parser;
use lead_scoring_benches::Result;
use lead_scoring_calibration::{CalibrationOptions, calibrate};
use lead_scoring_core::{Deals, Dimension, Kind, OutcomeSpec, ReadOptions, label, read_table_file};
use lead_scoring_fit::{FitOptions, fit};
use lead_scoring_lift::{AnalyzeOptions, FieldChoice, analyze};
use lead_scoring_metrics::{ScoreCounts, brier, expected_calibration_error, log_loss};
use lead_scoring_model::{ProbabilityMap, Scorecard};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const OURS: &str = "lead-scoring";
const ECE_BINS: usize = 10;
/// The folds' seed, the one the library takes where none is given.
const SEED: u64 = 1;

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
    /// CSV file to write our predictions to, `split,row,y,score,p`.
    #[arg(long, value_name = "FILE")]
    predictions: Option<PathBuf>,
    /// JSON files of the peers, one result each.
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
        let card = Card::of(&split.train)?;
        let scored = Scored::of(&card, &split.test)?;
        runs.push(Run::ours(&card, &split, &scored)?);
        if let Some(writer) = &mut predictions {
            scored.write(writer, at, &split)?;
        }
    }
    if let Some(mut writer) = predictions {
        writer.flush()?;
    }
    let peers = args.results.iter().map(|path| read_peer(path)).collect::<Result<Vec<_>>>()?;
    check_rows(&runs, &peers)?;
    runs.extend(peers.into_iter().map(Run::from));
    Ok(table(&runs))
}

/// Closed deals, each with its row in the file.
struct History {
    deals: Deals,
    rows: Vec<usize>,
    /// How many rows the file has, closed or not.
    rows_of_file: usize,
}

/// One split of the deals.
struct Split {
    train: Deals,
    test: Deals,
    /// Rows of the test deals in the file.
    test_rows: Vec<usize>,
}

impl History {
    fn read(args: &Args) -> Result<Self> {
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

    fn split(&self, sets: &[Set]) -> Result<Split> {
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
enum Set {
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
fn read_split(path: &Path) -> Result<Vec<Set>> {
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

/// What was learned from train rows, and what it took.
struct Card {
    card: Scorecard,
    probability: ProbabilityMap,
    cpu_s: Option<f64>,
    peak_mib: Option<f64>,
}

impl Card {
    fn of(train: &Deals) -> Result<Self> {
        let begun = cpu_seconds();
        let mut measured = AnalyzeOptions::default();
        let fields = train.data().fields().iter();
        // Without caps it does not matter which dimension a field counts for.
        measured.fields =
            fields.map(|field| FieldChoice::new(&field.name, Dimension::Firmographic)).collect();
        measured.seed = SEED;
        let analysis = analyze(train, &measured)?;
        let mut limits = FitOptions::default();
        limits.caps = [limits.range; 4];
        let fitted = fit(&analysis, &limits, Vec::new())?;
        let options = CalibrationOptions::default();
        let calibration = calibrate(fitted.card.range(), &fitted.honest_scores, analysis.won(), &options)?;
        let cpu_s = cpu_seconds().zip(begun).map(|(end, begin)| end - begin);
        Ok(Self { card: fitted.card, probability: calibration.probability, cpu_s, peak_mib: peak_mib() })
    }
}

/// Scores and probabilities of test rows.
struct Scored {
    scores: Vec<i32>,
    probabilities: Vec<f64>,
}

impl Scored {
    fn of(card: &Card, test: &Deals) -> Result<Self> {
        let scores = card.card.score_rows(test.data())?;
        let probabilities = scores.iter().map(|score| card.probability.at(*score)).collect();
        Ok(Self { scores, probabilities })
    }

    fn write(&self, writer: &mut csv::Writer<std::fs::File>, split_at: usize, split: &Split) -> Result<()> {
        let scored = self.scores.iter().zip(&self.probabilities);
        for ((row, won), (score, p)) in split.test_rows.iter().zip(split.test.won()).zip(scored) {
            writer.serialize(Prediction {
                split: split_at,
                row: *row,
                y: u8::from(*won),
                score: *score,
                p: *p,
            })?;
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct Prediction {
    split: usize,
    row: usize,
    y: u8,
    score: i32,
    p: f64,
}

/// How well test rows were ranked and predicted; the names are those of the peers' result files.
#[derive(Clone, Debug, Deserialize)]
struct Quality {
    auc: f64,
    average_precision: f64,
    log_loss: f64,
    brier: f64,
    ece10: f64,
    captured_10: f64,
    captured_20: f64,
    captured_30: f64,
    captured_40: f64,
    captured_50: f64,
}

impl Quality {
    fn of(scored: &Scored, won: &[bool]) -> Result<Self> {
        let counts = ScoreCounts::from_integer_scores(&scored.scores, won)?;
        let p = &scored.probabilities;
        Ok(Self {
            auc: counts.auc()?,
            average_precision: counts.average_precision()?,
            log_loss: log_loss(p, won)?,
            brier: brier(p, won)?,
            ece10: expected_calibration_error(p, won, ECE_BINS)?,
            captured_10: counts.share_captured(0.1)?,
            captured_20: counts.share_captured(0.2)?,
            captured_30: counts.share_captured(0.3)?,
            captured_40: counts.share_captured(0.4)?,
            captured_50: counts.share_captured(0.5)?,
        })
    }
}

/// The sizes of a split; results of one table must agree in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rows {
    train: usize,
    test: usize,
    test_won: u64,
}

/// One model on one split.
#[derive(Clone, Debug)]
struct Run {
    model: String,
    rows: Rows,
    quality: Quality,
    signals: f64,
    cpu_s: Option<f64>,
    peak_mib: Option<f64>,
}

impl Run {
    fn ours(card: &Card, split: &Split, scored: &Scored) -> Result<Self> {
        Ok(Self {
            model: OURS.to_owned(),
            rows: Rows { train: split.train.len(), test: split.test.len(), test_won: split.test.won_count() },
            quality: Quality::of(scored, split.test.won())?,
            signals: card.card.signals.len() as f64,
            cpu_s: card.cpu_s,
            peak_mib: card.peak_mib,
        })
    }
}

/// A result file of a peer, as far as it is of use here.
#[derive(Clone, Debug, Deserialize)]
struct PeerResult {
    peer: String,
    seed: u64,
    rows_train: usize,
    rows_test: usize,
    base_rate_test: f64,
    size: PeerSize,
    fit_cpu_s: f64,
    rss_fit_mib: f64,
    #[serde(flatten)]
    quality: Quality,
}

#[derive(Clone, Debug, Deserialize)]
struct PeerSize {
    signals: f64,
}

impl PeerResult {
    fn rows(&self) -> Rows {
        let test_won = (self.base_rate_test * self.rows_test as f64).round() as u64;
        Rows { train: self.rows_train, test: self.rows_test, test_won }
    }
}

impl From<PeerResult> for Run {
    fn from(result: PeerResult) -> Self {
        Self {
            rows: result.rows(),
            model: result.peer,
            quality: result.quality,
            signals: result.size.signals,
            cpu_s: Some(result.fit_cpu_s),
            peak_mib: Some(result.rss_fit_mib),
        }
    }
}

fn read_peer(path: &Path) -> Result<PeerResult> {
    let text = std::fs::read_to_string(path).map_err(|error| in_file(path, error))?;
    serde_json::from_str(&text).map_err(|error| in_file(path, error))
}

/// Means are comparable only where every peer has one result for each of our splits.
fn check_rows(ours: &[Run], peers: &[PeerResult]) -> Result<()> {
    let mut seeds: BTreeMap<&str, BTreeSet<u64>> = BTreeMap::new();
    for result in peers {
        let PeerResult { peer, seed, .. } = result;
        if ours.iter().all(|run| run.rows != result.rows()) {
            return Err(
                format!("{peer}, seed {seed}: fitted or judged on other rows than the splits'").into()
            );
        }
        if !seeds.entry(peer).or_default().insert(*seed) {
            return Err(format!("{peer}, seed {seed} is given twice").into());
        }
    }
    match seeds.iter().find(|(_, seeds)| seeds.len() != ours.len()) {
        Some((peer, seeds)) => {
            Err(format!("{peer} has {} results for {} splits; give one each", seeds.len(), ours.len()).into())
        }
        None => Ok(()),
    }
}

/// A column of the table: its heading, its decimals, and the figure.
type Column = (&'static str, usize, fn(&Run) -> Option<f64>);

const COLUMNS: [Column; 13] = [
    ("AUC", 4, |run| Some(run.quality.auc)),
    ("AP", 4, |run| Some(run.quality.average_precision)),
    ("log loss", 4, |run| Some(run.quality.log_loss)),
    ("Brier", 4, |run| Some(run.quality.brier)),
    ("ECE", 4, |run| Some(run.quality.ece10)),
    ("top 10 %", 3, |run| Some(run.quality.captured_10)),
    ("20 %", 3, |run| Some(run.quality.captured_20)),
    ("30 %", 3, |run| Some(run.quality.captured_30)),
    ("40 %", 3, |run| Some(run.quality.captured_40)),
    ("50 %", 3, |run| Some(run.quality.captured_50)),
    ("signals", 1, |run| Some(run.signals)),
    ("fit CPU s", 3, |run| run.cpu_s),
    ("peak MiB", 0, |run| run.peak_mib),
];

/// One line a model with its means, ours first, the others by name.
fn table(runs: &[Run]) -> String {
    let mut models: BTreeMap<(bool, &str), Vec<&Run>> = BTreeMap::new();
    for run in runs {
        models.entry((run.model != OURS, &run.model)).or_default().push(run);
    }
    let headings = COLUMNS.map(|(heading, ..)| heading).join(" | ");
    let mut table = format!("| model | {headings} |\n|---|{}\n", "---:|".repeat(COLUMNS.len()));
    for ((_, model), runs) in models {
        let cells = COLUMNS.map(|(_, decimals, figure)| match mean(&runs, figure) {
            Some(mean) => format!("{mean:.decimals$}"),
            None => String::new(),
        });
        // Writing to a text cannot fail.
        let _ = writeln!(table, "| {model} | {} |", cells.join(" | "));
    }
    table
}

fn mean(runs: &[&Run], figure: fn(&Run) -> Option<f64>) -> Option<f64> {
    let sum: f64 = runs.iter().map(|run| figure(run)).sum::<Option<f64>>()?;
    Some(sum / runs.len() as f64)
}

/// Time on a processor of all living threads, in seconds.
fn cpu_seconds() -> Option<f64> {
    let mut nanoseconds = 0_u64;
    for thread in std::fs::read_dir("/proc/self/task").ok()? {
        let text = std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        nanoseconds += text.split_whitespace().next()?.parse::<u64>().ok()?;
    }
    Some(nanoseconds as f64 / 1e9)
}

/// Most memory that was resident so far, in MiB.
fn peak_mib() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib / 1024.0)
}

fn in_file(path: &Path, error: impl std::fmt::Display) -> Box<dyn std::error::Error> {
    format!("{}: {error}", path.display()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

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

    fn peer(seed: u64) -> PeerResult {
        let text = format!(
            r#"{{"peer": "p", "seed": {seed}, "rows_train": 70, "rows_test": 30, "base_rate_test": 0.3, "size": {{"signals": 3}},
            "auc": 0.{seed}, "average_precision": 0, "log_loss": 0, "brier": 0, "ece10": 0, "captured_10": 0.25, "captured_20": 0,
            "captured_30": 0, "captured_40": 0, "captured_50": 0, "fit_cpu_s": 2, "rss_fit_mib": 100}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn a_card_of_the_train_rows_ranks_the_test_rows() {
        let history = sample();
        let split = history.split(&sets(history.rows_of_file)).unwrap();
        assert!(split.test_rows.iter().all(|row| row % 4 == 3));
        assert_eq!(split.train.len() + split.test.len(), history.deals.len());
        let card = Card::of(&split.train).unwrap();
        let run = Run::ours(&card, &split, &Scored::of(&card, &split.test).unwrap()).unwrap();
        assert!(run.quality.auc > 0.6, "{:?}", run.quality);
        assert!(run.quality.captured_10 <= run.quality.captured_50);
        assert!(run.signals >= 1.0);
    }

    #[test]
    fn a_split_of_another_file_is_refused() {
        let history = sample();
        assert!(history.split(&sets(history.rows_of_file + 1)).is_err());
    }

    #[test]
    fn results_must_be_of_the_same_rows_one_for_each_split() {
        let runs = [Run::from(peer(1)), Run::from(peer(2))];
        assert!(check_rows(&runs, &[peer(7), peer(8)]).is_ok());
        assert!(check_rows(&runs, &[peer(7)]).is_err());
        assert!(check_rows(&runs, &[peer(7), peer(7)]).is_err());
        let mut other = peer(8);
        other.base_rate_test = 0.4;
        assert!(check_rows(&runs, &[peer(7), other]).is_err());
    }

    #[test]
    fn the_table_shows_means_and_ours_first() {
        let mut ours = Run::from(peer(5));
        ours.model = OURS.to_owned();
        ours.cpu_s = None;
        let table = table(&[Run::from(peer(6)), Run::from(peer(8)), ours]);
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[2].starts_with("| lead-scoring | 0.5000 |") && lines[2].ends_with("| 3.0 |  | 100 |"));
        assert!(lines[3].starts_with("| p | 0.7000 |") && lines[3].ends_with("| 3.0 | 2.000 | 100 |"));
        assert!(lines[3].contains("| 0.250 |"));
    }
}
