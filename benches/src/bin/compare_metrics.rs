//! Times the statistics on generated scores, beside the times of other tools, and prints the ratios.
//!
//! The other tools' times come from a JSON file: `{"results": [{"metric": NAME, "n": ROWS, "seconds_all": [SECONDS, …]}, …]}`. Run both at
//! one go, one thread each. The smallest time of each is taken: the others measure what else runs on the machine. Where a name is not in
//! the file its row has no ratio.

use clap::Parser;
use lead_scoring_benches::{RankedLeads, Result};
use lead_scoring_lift::Counts;
use lead_scoring_lift::significance::chi_square;
use lead_scoring_metrics::{Bootstrap, Confusion, ScoreCounts, contingency_table};
use lead_scoring_metrics::{brier, delong_test, log_loss, spearman};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use serde::Deserialize;
use std::fs::File;
use std::hint::black_box;
use std::ops::BitOr;
use std::path::PathBuf;
use std::time::Instant;

const LEVEL: f64 = 0.95;
const TABLES: usize = 1000;
/// Columns of codes that the tables are counted from, again and again.
const COLUMNS: usize = 20;
const GROUPS: u8 = 8;
const RESAMPLES: u32 = 2000;

/// Times our statistics and compares them with those of a file.
#[derive(Debug, Parser)]
struct Args {
    /// The JSON file of the other tools' times.
    peers: Option<PathBuf>,
    /// How many rows the large tables have.
    #[arg(long, default_value_t = 1_000_000)]
    rows: usize,
    /// How many rows are resampled.
    #[arg(long, default_value_t = 10_000)]
    resampled_rows: usize,
    /// How often each statistic is timed, after one run that is not.
    #[arg(long, default_value_t = 5)]
    repeats: usize,
}

#[derive(Debug, Default, Deserialize)]
struct Peers {
    results: Vec<Peer>,
}

#[derive(Debug, Deserialize)]
struct Peer {
    metric: String,
    n: usize,
    seconds_all: Vec<f64>,
}

#[expect(clippy::print_stdout, reason = "a program says what it found")]
fn main() -> Result<()> {
    let args = Args::parse();
    let peers = match &args.peers {
        Some(path) => serde_json::from_reader(File::open(path)?)?,
        None => Peers::default(),
    };
    let table = Table { peers, repeats: args.repeats.max(1) };
    println!("| statistic | rows | ms | beside | ms | ratio |\n|---|---|---|---|---|---|");
    let leads = RankedLeads::new(args.rows, 0.05);
    rankings(&table, &leads)?;
    spearmans(&table, &leads)?;
    probabilities(&table, &leads)?;
    contingency_tables(&table, &leads.won)?;
    bootstraps(&table, &RankedLeads::new(args.resampled_rows, 0.0))
}

fn rankings(table: &Table, leads: &RankedLeads) -> Result<()> {
    let (rows, won) = (leads.won.len(), &leads.won[..]);
    let of_points = || ScoreCounts::from_integer_scores(black_box(&leads.points), won);
    let of_chances = || ScoreCounts::from_scores(black_box(&leads.chances), won);
    for (what, tag) in [("points", "points 0..100"), ("chances", "continuous")] {
        let count = || if what == "points" { of_points() } else { of_chances() };
        let auc = [format!("sklearn roc_auc_score ({tag})"), format!("numpy DeLong 95% CI ({tag})")];
        table.row(&format!("AUC with DeLong's interval, {what}"), rows, &auc, || {
            Ok(count()?.delong(LEVEL)?)
        })?;
        let precision = [format!("sklearn average_precision ({tag})")];
        table.row(&format!("average precision, {what}"), rows, &precision, || {
            Ok(count()?.average_precision()?)
        })?;
        let sweep = match what {
            "points" => vec![
                "f1 sweep: f1_score at 101 thresholds".to_owned(),
                "f1 sweep: precision_recall_curve (points)".to_owned(),
            ],
            _ => vec!["f1 sweep: precision_recall_curve (continuous)".to_owned()],
        };
        table.row(&format!("best F1 over all cuts, {what}"), rows, &sweep, || {
            let f1 = |row: &lead_scoring_metrics::ThresholdRow| Confusion::f1(&row.confusion);
            Ok(count()?.threshold_table().iter().filter_map(f1).fold(0.0, f64::max))
        })?;
        table.row(
            &format!("all of AUC, average precision, KS, gains, Spearman, {what}"),
            rows,
            &[],
            || {
                let counts = count()?;
                let gains = counts.gains(10)?;
                Ok((
                    counts.delong(LEVEL)?,
                    counts.average_precision()?,
                    counts.ks()?,
                    gains,
                    counts.spearman()?,
                ))
            },
        )?;
    }
    let points: Vec<f64> = leads.points.iter().copied().map(f64::from).collect();
    table.row("DeLong's test, chances against points", rows, &[], || {
        Ok(delong_test(black_box(&leads.chances), &points, won, LEVEL)?)
    })
}

fn spearmans(table: &Table, leads: &RankedLeads) -> Result<()> {
    let rows = leads.won.len();
    let outcomes: Vec<f64> = leads.won.iter().map(|&won| f64::from(u8::from(won))).collect();
    let points: Vec<f64> = leads.points.iter().copied().map(f64::from).collect();
    let peer = |tag: &str| [format!("scipy spearmanr ({tag})")];
    table.row("Spearman, points and outcome", rows, &peer("points 0..100"), || {
        Ok(ScoreCounts::from_integer_scores(black_box(&leads.points), &leads.won)?.spearman()?)
    })?;
    table.row("Spearman, chances and outcome", rows, &peer("continuous"), || {
        Ok(ScoreCounts::from_scores(black_box(&leads.chances), &leads.won)?.spearman()?)
    })?;
    table.row("Spearman of two columns, points", rows, &peer("points 0..100"), || {
        Ok(spearman(black_box(&points), &outcomes)?)
    })?;
    table.row("Spearman of two columns, chances", rows, &peer("continuous"), || {
        Ok(spearman(black_box(&leads.chances), &outcomes)?)
    })
}

fn probabilities(table: &Table, leads: &RankedLeads) -> Result<()> {
    let rows = leads.won.len();
    let (chances, won) = (&leads.chances[..], &leads.won[..]);
    table
        .row("log loss", rows, &["sklearn log_loss".to_owned()], || Ok(log_loss(black_box(chances), won)?))?;
    let peer = ["sklearn brier_score_loss".to_owned()];
    table.row("Brier score", rows, &peer, || Ok(brier(black_box(chances), won)?))
}

fn contingency_tables(table: &Table, won: &[bool]) -> Result<()> {
    let mut random = Pcg64Mcg::seed_from_u64(3);
    let columns: Vec<Vec<u8>> =
        (0..COLUMNS).map(|_| (0..won.len()).map(|_| random.random_range(0..GROUPS)).collect()).collect();
    let wide: Vec<Vec<u32>> =
        columns.iter().map(|column| column.iter().copied().map(u32::from).collect()).collect();
    let peer = [format!("bincount + chi2_contingency x {TABLES} columns")];
    table.row(&format!("{TABLES} tables with chi-square, codes of 1 byte"), won.len(), &peer, || {
        (0..TABLES).map(|at| chi_square_of(&columns[at % COLUMNS], won)).sum::<Result<f64>>()
    })?;
    table.row(&format!("{TABLES} tables with chi-square, codes of 4 bytes"), won.len(), &peer, || {
        (0..TABLES).map(|at| chi_square_of(&wide[at % COLUMNS], won)).sum::<Result<f64>>()
    })
}

fn chi_square_of<C: Copy + Default + BitOr<Output = C> + Into<u32>>(
    codes: &[C],
    won: &[bool],
) -> Result<f64> {
    let cells = contingency_table(black_box(codes), won, GROUPS.into())?;
    let cells: Vec<Counts> = cells.iter().map(|cell| Counts::new(cell.won, cell.lost)).collect();
    Ok(chi_square(&cells).map_or(1.0, |test| test.p_value))
}

fn bootstraps(table: &Table, leads: &RankedLeads) -> Result<()> {
    let rows = leads.won.len();
    let points = ScoreCounts::from_integer_scores(&leads.points, &leads.won)?;
    let chances = ScoreCounts::from_scores(&leads.chances, &leads.won)?;
    for (what, tag, counts) in [("points", "points 0..100", &points), ("chances", "continuous", &chances)] {
        let peer = [format!("bootstrap AUC CI, {RESAMPLES} resamples, numpy reweight ({tag})")];
        let options = Bootstrap::new(1).replicates(RESAMPLES);
        table.row(&format!("{RESAMPLES} resamples of the AUC, {what}"), rows, &peer, || {
            Ok(options.auc(black_box(counts))?)
        })?;
    }
    Ok(())
}

/// Prints rows of times.
struct Table {
    peers: Peers,
    repeats: usize,
}

impl Table {
    /// Times `run` and prints it beside each of the named peers.
    #[expect(clippy::print_stdout, reason = "a program says what it found")]
    fn row<R>(&self, what: &str, rows: usize, peers: &[String], run: impl Fn() -> Result<R>) -> Result<()> {
        black_box(run()?);
        let mut seconds = Vec::with_capacity(self.repeats);
        for _ in 0..self.repeats {
            let start = Instant::now();
            black_box(run()?);
            seconds.push(start.elapsed().as_secs_f64());
        }
        let ours = smallest(&seconds);
        let beside =
            |name: &String| self.peers.results.iter().find(|peer| peer.metric == *name && peer.n == rows);
        let known: Vec<&Peer> = peers.iter().filter_map(beside).collect();
        for peer in &known {
            let theirs = smallest(&peer.seconds_all);
            println!(
                "| {what} | {rows} | {:.2} | {} | {:.1} | {:.1} |",
                ours * 1e3,
                peer.metric,
                theirs * 1e3,
                theirs / ours
            );
        }
        if known.is_empty() {
            println!("| {what} | {rows} | {:.2} | – | – | – |", ours * 1e3);
        }
        Ok(())
    }
}

fn smallest(seconds: &[f64]) -> f64 {
    seconds.iter().copied().fold(f64::INFINITY, f64::min)
}
