//! How often a model claims signals where there are none: the outcomes of real deals are shuffled, so that no field can matter.
//!
//! For each run the outcomes are permuted, fields are measured and points fitted as the library does it, and the share of runs whose card
//! has any signal is printed with its standard error. The promise is at most 5 %, the default `q_level` of the fit.

use clap::Parser;
use lead_scoring_benches::Result;
use lead_scoring_core::{Deals, Dimension, OutcomeSpec, ReadOptions, label, read_table_file};
use lead_scoring_fit::{FitOptions, fit};
use lead_scoring_lift::{AnalyzeOptions, FieldChoice, analyze};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;
use std::path::PathBuf;

/// Shuffles the outcomes of closed deals and counts the models that claim signals all the same.
#[derive(Debug, Parser)]
struct Args {
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
    /// Use that many deals, drawn at random; all if there are fewer.
    #[arg(long, value_name = "N")]
    deals: Option<usize>,
    /// How often the outcomes are shuffled.
    #[arg(long, value_name = "N", default_value_t = 300)]
    runs: u64,
}

#[expect(clippy::print_stdout, reason = "a program says what it found")]
fn main() -> Result<()> {
    let args = Args::parse();
    let mut options = ReadOptions::default();
    options.missing.clone_from(&args.missing);
    let data = read_table_file(&args.data, &options)?.into_dataset(&options)?;
    let closed = label(data, &OutcomeSpec::new(&args.outcome, args.won.clone(), args.lost.clone()))?.closed;
    let mut claimed = 0_u64;
    for run in 1..=args.runs {
        claimed += u64::from(claims(&permuted(&closed, args.deals, run)?, &args.drop, run)?);
    }
    let share = claimed as f64 / args.runs as f64;
    let error = (share * (1.0 - share) / args.runs as f64).sqrt();
    println!(
        "{claimed} of {} models claim signals: {:.1} % (standard error {:.1} %), {} deals each",
        args.runs,
        100.0 * share,
        100.0 * error,
        args.deals.unwrap_or(usize::MAX).min(closed.len())
    );
    Ok(())
}

/// The deals, or so many of them drawn at random, with their outcomes shuffled.
fn permuted(closed: &Deals, deals: Option<usize>, seed: u64) -> Result<Deals> {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let mut rows: Vec<u32> = (0..).take(closed.len()).collect();
    rows.shuffle(&mut random);
    rows.truncate(deals.unwrap_or(usize::MAX));
    let (data, mut won) = closed.select(&rows).into_parts();
    won.shuffle(&mut random);
    Ok(Deals::new(data, won)?)
}

fn claims(deals: &Deals, drop: &[String], seed: u64) -> Result<bool> {
    let mut options = AnalyzeOptions::default();
    options.seed = seed;
    let scorable = deals
        .data()
        .iter()
        .filter(|(field, column)| column.kind().is_scorable() && !drop.contains(&field.name));
    options.fields =
        scorable.map(|(field, _)| FieldChoice::new(&field.name, Dimension::Firmographic)).collect();
    let analysis = analyze(deals, &options)?;
    Ok(!fit(&analysis, &FitOptions::default(), Vec::new())?.card.signals.is_empty())
}
