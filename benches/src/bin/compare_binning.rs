//! Optimal binning beside another solver's, on the same pre-bins.
//!
//! `prebins` writes the counts of every number and category column's pre-bins, as this library makes them; `solve` reads such counts, finds
//! the best bins by information value under the limits asked for, and prints objective, time and where the bins end. The other solver is
//! run on the same counts by whoever compares.

use clap::{Parser, Subcommand, ValueEnum};
use lead_scoring_benches::Result;
use lead_scoring_core::{Kind, OutcomeSpec, ReadOptions, label, read_table_file};
use lead_scoring_lift::{
    BinningOptions, Borders, Counts, Objective, PartitionRules, Trend, bin_column, find_partition,
};
use serde::{Deserialize, Serialize};
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

/// Optimal binning beside another solver's, on the same pre-bins.
#[derive(Debug, Parser)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Writes the counts of pre-bins.
    Prebins(Data),
    /// Finds the best bins of counted pre-bins.
    Solve(Limits),
}

#[derive(Debug, Parser)]
struct Data {
    /// CSV file of closed deals.
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
    /// Most pre-bins of a column.
    #[arg(long, value_name = "N", default_value_t = 64)]
    most: usize,
}

#[derive(Debug, Parser)]
struct Limits {
    /// CSV file of counts: column,prebin,won,lost.
    counts: PathBuf,
    /// How the win rate may run.
    #[arg(long, value_enum, default_value_t = Run::Any)]
    trend: Run,
    /// Fewest deals of a bin.
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_deals: u64,
    /// Most bins.
    #[arg(long, value_name = "N", default_value_t = 10)]
    max_bins: usize,
    /// How often each search is run; the shortest time counts.
    #[arg(long, value_name = "N", default_value_t = 3)]
    repeat: usize,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Run {
    Any,
    Ascending,
    Descending,
    Peak,
    Valley,
}

impl From<Run> for Trend {
    fn from(run: Run) -> Self {
        match run {
            Run::Any => Self::None,
            Run::Ascending => Self::Increasing,
            Run::Descending => Self::Decreasing,
            Run::Peak => Self::Peak,
            Run::Valley => Self::Valley,
        }
    }
}

/// A pre-bin as it is written and read.
#[derive(Debug, Deserialize, Serialize)]
struct Cell {
    column: String,
    prebin: usize,
    won: u64,
    lost: u64,
}

/// What was found for a column.
#[derive(Debug, Serialize)]
struct Found {
    column: String,
    prebins: usize,
    /// Empty where no bins meet the limits.
    objective: Option<f64>,
    seconds: f64,
    /// Position after the last pre-bin of each bin, with blanks between.
    ends: String,
}

fn main() -> Result<()> {
    match Args::parse().command {
        Command::Prebins(data) => write_prebins(&data),
        Command::Solve(limits) => solve_all(&limits),
    }
}

fn write_prebins(data: &Data) -> Result<()> {
    let mut read = ReadOptions::default();
    read.missing.clone_from(&data.missing);
    let table = read_table_file(&data.data, &read)?.into_dataset(&read)?;
    let deals = label(table, &OutcomeSpec::new(&data.outcome, data.won.clone(), data.lost.clone()))?.closed;
    let mut options = BinningOptions::default();
    options.max_prebins = data.most;
    // The pool of rare levels is a pre-bin too.
    options.max_levels = data.most.saturating_sub(1);
    let mut out = csv::Writer::from_writer(std::io::stdout());
    for (field, column) in deals.data().iter() {
        let binned = matches!(column.kind(), Kind::Number | Kind::Category);
        if data.drop.contains(&field.name) || !binned {
            continue;
        }
        let binning = bin_column(column, deals.won(), &options)?;
        for (prebin, cell) in binning.prebins.iter().enumerate() {
            out.serialize(Cell { column: field.name.clone(), prebin, won: cell.won, lost: cell.lost })?;
        }
    }
    Ok(out.flush()?)
}

fn solve_all(limits: &Limits) -> Result<()> {
    let rules = PartitionRules::new(0.0, limits.min_deals, limits.max_bins)
        .with_objective(Objective::InformationValue)
        .with_prior_deals(0.0)
        .with_trend(limits.trend.into());
    let cells: Vec<Cell> =
        csv::Reader::from_path(&limits.counts)?.deserialize().collect::<std::result::Result<_, _>>()?;
    let mut out = csv::Writer::from_writer(std::io::stdout());
    for column in cells.chunk_by(|a, b| a.column == b.column) {
        let counts: Vec<Counts> = column.iter().map(|cell| Counts::new(cell.won, cell.lost)).collect();
        let timed = || {
            let start = Instant::now();
            let found = find_partition(black_box(&counts), &rules, &Borders::anywhere());
            (start.elapsed().as_secs_f64(), found.ok())
        };
        let runs = (0..limits.repeat.max(1)).map(|_| timed());
        let Some((seconds, found)) = runs.min_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
        let ends = found.iter().flat_map(|found| &found.ends).map(usize::to_string).collect::<Vec<_>>();
        out.serialize(Found {
            column: column[0].column.clone(),
            prebins: counts.len(),
            objective: found.map(|found| found.value),
            seconds,
            ends: ends.join(" "),
        })?;
    }
    Ok(out.flush()?)
}
