//! How often the nominal 95 % intervals of this workspace hold the true value, and how well planted effects are recovered.
//!
//! Intervals of one rate and of two, of a later share, of accuracy and of F1 are enumerated over all outcomes, so their coverage is exact; the others are
//! simulated from a fixed seed. The intervals of tiers and bins are compared with the truth of planted histories, and so are the effects
//! that cards find ([`recovery`]); fields of noise must seldom make a card at all ([`noise`]). The table is Markdown; the program fails
//! where a figure lies outside its accepted range by more than simulation explains.

mod bins;
mod cards;
mod exact;
mod later;
mod noise;
mod pairs;
mod planted;
mod ranking;
mod recovery;
mod shares;
mod simulate;
mod table;
mod tiers;

use clap::Parser;
use lead_scoring_benches::Result;
use simulate::Simulation;
use table::{HEAD, Row};

/// The level of every interval.
const LEVEL: f64 = 0.95;
const SEED: u64 = 1;
/// A planted history takes as long to build as so many simulated intervals, at the least.
const REPLICATES_PER_HISTORY: u32 = 20;
/// Leads on which the truth of a history is measured.
const FRESH_LEADS: usize = 200_000;

/// Measures the coverage of nominal 95 % intervals and the recovery of planted effects.
#[derive(Debug, Parser)]
struct Args {
    /// 20,000 replicates in place of 2,000.
    #[arg(long)]
    long: bool,
    /// Parts to run; all of them if none is named.
    #[arg(long, value_name = "PART[,…]", value_delimiter = ',')]
    only: Vec<Part>,
}

/// What can be run on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Intervals of rates, shares and rankings.
    Intervals,
    /// Cards from fields of noise.
    Noise,
    /// Intervals of tiers, bins and cards.
    Planted,
    /// What cards find of planted effects.
    Recovery,
}

#[expect(clippy::print_stdout, reason = "a program says what it found")]
fn main() -> Result<()> {
    let args = Args::parse();
    let replicates = if args.long { 20_000 } else { 2_000 };
    let wanted = |part| args.only.is_empty() || args.only.contains(&part);
    let histories = replicates / REPLICATES_PER_HISTORY;
    println!("{replicates} replicates, {histories} histories, seed {SEED}\n\n{HEAD}");
    let simulation = Simulation { replicates, seed: SEED };
    let mut off = Vec::new();
    // Told part by part, because the last ones take long.
    let mut tell = |rows: Vec<Row>| {
        for row in rows {
            println!("{row}");
            if row.is_off() {
                off.push(format!("{}, {}", row.what, row.setting));
            }
        }
    };
    if wanted(Part::Intervals) {
        tell(exact::rows(&exact::TRIALS)?);
        tell(shares::rows());
        tell(later::rows()?);
        tell(ranking::rows(simulation)?);
        tell(pairs::rows(simulation)?);
    }
    if wanted(Part::Noise) {
        tell(noise::rows(histories)?);
    }
    for deals in planted::DEALS.into_iter().filter(|_| wanted(Part::Planted)) {
        tell(planted::rows(&[deals], histories, FRESH_LEADS)?);
    }
    for size in recovery::Size::all(histories).into_iter().filter(|_| wanted(Part::Recovery)) {
        tell(recovery::rows(&[size], FRESH_LEADS)?);
    }
    if off.is_empty() {
        Ok(())
    } else {
        Err(format!("outside the accepted range: {}", off.join("; ")).into())
    }
}

/// The rows that lie outside their range, for a test to show.
#[cfg(test)]
fn off(rows: &[Row]) -> Vec<String> {
    rows.iter().filter(|row| row.is_off()).map(ToString::to_string).collect()
}
