//! A sparse integer risk score of 5 and of 10 columns from thresholds of numbers, on small and large histories.

use criterion::Criterion;
use lead_scoring_benches::Result;
use lead_scoring_fit::sparse::{SparseOptions, risk_score};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use std::hint::black_box;

const NUMBERS: usize = 10;
const THRESHOLDS: u32 = 12;

/// Threshold columns of random numbers, and outcomes drawn from a score of the first half of them.
fn thresholds(rows: usize, seed: u64) -> (Vec<Vec<bool>>, Vec<bool>) {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let numbers: Vec<Vec<u32>> =
        (0..NUMBERS).map(|_| (0..rows).map(|_| random.random_range(0..=THRESHOLDS)).collect()).collect();
    let above = |number: &Vec<u32>, threshold: u32| {
        number.iter().map(|value| *value >= threshold).collect::<Vec<_>>()
    };
    let columns =
        numbers.iter().flat_map(|number| (1..=THRESHOLDS).map(|threshold| above(number, threshold)));
    let columns = columns.collect();
    let eta = |row: usize| -> f64 {
        let pull =
            numbers.iter().take(NUMBERS / 2).map(|number| f64::from(number[row]) / f64::from(THRESHOLDS));
        2.0 * pull.sum::<f64>() - 6.0
    };
    let won = (0..rows).map(|row| random.random_bool(1.0 / (1.0 + (-eta(row)).exp()))).collect();
    (columns, won)
}

fn main() -> Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    for rows in [1_000, 9_000, 78_000] {
        let (columns, won) = thresholds(rows, 1);
        let columns: Vec<&[bool]> = columns.iter().map(Vec::as_slice).collect();
        let mut group = criterion.benchmark_group(format!("sparse/{rows}_rows"));
        group.sample_size(10);
        for k in [5, 10] {
            let options = SparseOptions::new(k);
            let found = risk_score(&columns, &won, &options)?;
            assert!(
                found.coefficients.iter().filter(|points| **points != 0).count() == k,
                "all columns are used"
            );
            group.bench_function(format!("k_{k}"), |bench| {
                bench.iter(|| risk_score(black_box(&columns), &won, &options));
            });
        }
        group.finish();
    }
    criterion.final_summary();
    Ok(())
}
