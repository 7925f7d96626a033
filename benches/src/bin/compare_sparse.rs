//! Sparse integer risk scores on matrices of 0/1 columns: training loss and CPU time, to be held against FasterRisk's on the same matrix.
//!
//! Each file is a CSV with a header, columns of 0 and 1, and the outcome (1 is won) in the last column. Rows that were not learned from may
//! lie beside it as `<name>-others.csv`, with the same columns. So may FasterRisk's own figures, as `<name>-k<k>.json` with `loss_mean` (its
//! best model as it is), `loss_mean_refitted` (with intercept and slope fitted again), `fit_cpu_s` and, of the other rows, `auc`.
//!
//! | figure | definition |
//! |---|---|
//! | loss | mean log loss of the rows, in nats |
//! | AUC | of the sums of points of the other rows |
//! | CPU s | all threads, from the columns in memory to the points; mean of fits repeated for a second; `/proc/self/task/*/schedstat` |

use clap::Parser;
use lead_scoring_benches::Result;
use lead_scoring_fit::sparse::{Sparse, SparseOptions, risk_score};
use lead_scoring_metrics::auc;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Fits risk scores to 0/1 matrices and prints one Markdown row for each matrix and k.
#[derive(Debug, Parser)]
struct Args {
    /// CSV files of 0/1 columns, the outcome last.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Most columns with points.
    #[arg(long, value_name = "K[,…]", value_delimiter = ',', default_values_t = [5, 10])]
    k: Vec<usize>,
    /// Also print the points of each column.
    #[arg(long)]
    points: bool,
}

/// FasterRisk's result on the same matrix.
#[derive(Debug, Deserialize)]
struct Peer {
    loss_mean: f64,
    loss_mean_refitted: f64,
    fit_cpu_s: f64,
    auc: Option<f64>,
}

/// A 0/1 matrix, column by column.
#[derive(Debug, Default)]
struct Matrix {
    names: Vec<String>,
    columns: Vec<Vec<bool>>,
    won: Vec<bool>,
}

impl Matrix {
    fn read(source: impl std::io::Read) -> Result<Self> {
        let mut reader = csv::Reader::from_reader(source);
        let mut names: Vec<String> = reader.headers()?.iter().map(String::from).collect();
        names.pop().ok_or("the file has no columns")?;
        let mut matrix = Self { columns: vec![Vec::new(); names.len()], names, won: Vec::new() };
        for record in reader.records() {
            let record = record?;
            let into = matrix.columns.iter_mut().chain([&mut matrix.won]);
            for (column, cell) in into.zip(&record) {
                column.push(match cell {
                    "0" => false,
                    "1" => true,
                    _ => {
                        return Err(format!("row {} has a cell that is neither 0 nor 1", column.len()).into());
                    }
                });
            }
        }
        Ok(matrix)
    }
}

#[expect(clippy::print_stdout, reason = "a program says what it found")]
fn main() -> Result<()> {
    let args = Args::parse();
    println!(
        "| matrix | rows | columns | k | loss | AUC | CPU s | FasterRisk loss | refitted | AUC | CPU s | times faster |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for file in &args.files {
        let matrix = Matrix::read(std::fs::File::open(file)?)?;
        let others = others(file)?;
        for &k in &args.k {
            let (found, seconds) = timed(&matrix, k)?;
            let ranked = others.as_ref().map(|others| ranked(&matrix, others, &found)).transpose()?;
            let name = stem(file);
            let (rows, columns) = (matrix.won.len(), matrix.columns.len());
            let peer = peer(file, k)?.map_or(" | | | |".to_owned(), |peer| {
                let faster =
                    seconds.map_or(String::new(), |seconds| format!("{:.0}", peer.fit_cpu_s / seconds));
                let Peer { loss_mean, loss_mean_refitted, fit_cpu_s, auc } = peer;
                let auc = four_digits(auc);
                format!("{loss_mean:.7} | {loss_mean_refitted:.7} | {auc} | {fit_cpu_s:.2} | {faster}")
            });
            let (auc, seconds) = (four_digits(ranked), four_digits(seconds));
            println!(
                "| {name} | {rows} | {columns} | {k} | {:.7} | {auc} | {seconds} | {peer} |",
                found.loss
            );
            if args.points {
                println!("{}", points(&matrix, &found));
            }
        }
    }
    Ok(())
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn four_digits(value: Option<f64>) -> String {
    value.map_or(String::new(), |value| format!("{value:.4}"))
}

/// The rows beside the matrix that were not learned from, if they are there.
fn others(file: &Path) -> Result<Option<Matrix>> {
    let beside = file.with_file_name(format!("{}-others.csv", stem(file)));
    if !beside.exists() {
        return Ok(None);
    }
    Ok(Some(Matrix::read(std::fs::File::open(beside)?)?))
}

/// AUC of the sums of points of rows that were not learned from.
fn ranked(learned: &Matrix, others: &Matrix, found: &Sparse) -> Result<f64> {
    if learned.names != others.names {
        return Err("the other rows have other columns".into());
    }
    let mut sums = vec![0.0; others.won.len()];
    for (column, &points) in others.columns.iter().zip(&found.coefficients) {
        for (sum, _) in sums.iter_mut().zip(column).filter(|(_, is_set)| **is_set) {
            *sum += f64::from(points);
        }
    }
    Ok(auc(&sums, &others.won)?)
}

/// The fit, and its mean CPU seconds.
fn timed(matrix: &Matrix, k: usize) -> Result<(Sparse, Option<f64>)> {
    let columns: Vec<&[bool]> = matrix.columns.iter().map(Vec::as_slice).collect();
    let options = SparseOptions::new(k);
    let begun = cpu_seconds();
    let clock = Instant::now();
    let mut fits = 0;
    loop {
        let found = risk_score(&columns, &matrix.won, &options)?;
        fits += 1;
        // The system counts in steps of some milliseconds, so that short fits are timed together.
        if clock.elapsed() >= Duration::from_secs(1) {
            let spent = cpu_seconds().zip(begun).map(|(end, begin)| (end - begin) / f64::from(fits));
            return Ok((found, spent));
        }
    }
}

fn points(matrix: &Matrix, found: &Sparse) -> String {
    let named = matrix.names.iter().zip(&found.coefficients).filter(|(_, value)| **value != 0);
    let points: Vec<String> = named.map(|(name, value)| format!("{name} {value:+}")).collect();
    format!("{} (intercept {:.4}, slope {:.4})", points.join(", "), found.intercept, found.slope)
}

/// FasterRisk's figures beside the matrix, if they are there.
fn peer(file: &Path, k: usize) -> Result<Option<Peer>> {
    let beside = file.with_file_name(format!("{}-k{k}.json", stem(file)));
    if !beside.exists() {
        return Ok(None);
    }
    Ok(Some(serde_json::from_str(&std::fs::read_to_string(beside)?)?))
}

/// CPU time of all threads so far; none where the system does not tell.
fn cpu_seconds() -> Option<f64> {
    let mut nanoseconds = 0_u64;
    for thread in std::fs::read_dir("/proc/self/task").ok()? {
        let text = std::fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
        nanoseconds += text.split_whitespace().next()?.parse::<u64>().ok()?;
    }
    Some(nanoseconds as f64 / 1e9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_column_is_the_outcome() -> Result<()> {
        let matrix = Matrix::read(&b"a,b,y\n1,0,1\n0,0,0\n"[..])?;
        assert_eq!(matrix.names, ["a", "b"]);
        assert_eq!(matrix.columns, [[true, false], [false, false]]);
        assert_eq!(matrix.won, [true, false]);
        Ok(())
    }

    #[test]
    fn other_rows_are_ranked_by_their_points() -> Result<()> {
        let learned = Matrix::read(&b"a,b,y\n1,1,1\n1,0,1\n1,0,1\n1,1,0\n0,1,0\n0,0,0\n0,0,0\n0,1,1\n"[..])?;
        let columns: Vec<&[bool]> = learned.columns.iter().map(Vec::as_slice).collect();
        let found = risk_score(&columns, &learned.won, &SparseOptions::new(1))?;
        assert!(found.coefficients[0] > 0 && found.coefficients[1] == 0);
        let others = Matrix::read(&b"a,b,y\n1,0,1\n1,1,1\n0,0,0\n1,1,0\n"[..])?;
        // Of four pairs of won and lost two are right and two are tied.
        assert!((ranked(&learned, &others, &found)? - 0.75).abs() < 1e-12);
        assert!(ranked(&learned, &Matrix::default(), &found).is_err());
        Ok(())
    }

    #[test]
    fn other_cells_are_refused() {
        assert!(Matrix::read(&b"a,y\n2,1\n"[..]).is_err());
    }
}
