//! The best bins of one column, beside two sorts of the same numbers.

use criterion::{BatchSize, Criterion, Throughput};
use lead_scoring_benches::Result;
use lead_scoring_lift::{BinningOptions, WeightedOutcomes, bin_categories, bin_numbers};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use std::hint::black_box;

const SEED: u64 = 1;
const LEVELS: u32 = 1000;

fn main() -> Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    for rows in [10_000, 1_000_000] {
        let column = Rows::new(rows);
        let options = BinningOptions::default();
        let names: Vec<Option<&str>> = column.names.iter().map(|name| Some(name.as_str())).collect();
        let mut group = criterion.benchmark_group(format!("binning_{rows}"));
        group.throughput(Throughput::Elements(rows as u64)).sample_size(20);
        group.bench_function("numbers", |bench| {
            bench.iter(|| bin_numbers(black_box(&column.numbers), &column.won[..], &options));
        });
        group.bench_function("numbers_weighted", |bench| {
            bench.iter(|| {
                let outcomes = WeightedOutcomes::new(&column.won, &column.weights)?;
                bin_numbers(black_box(&column.numbers), &outcomes, &options)
            });
        });
        group.bench_function("categories", |bench| {
            bench.iter(|| bin_categories(black_box(&names), &column.won[..], &options));
        });
        let copies = || (column.numbers.clone(), column.numbers.clone());
        group.bench_function("two_sorts", |bench| {
            bench.iter_batched(
                copies,
                |(first, second)| (sorted(first), sorted(second)),
                BatchSize::LargeInput,
            );
        });
        group.finish();
    }
    criterion.final_summary();
    Ok(())
}

fn sorted(mut numbers: Vec<f64>) -> Vec<f64> {
    numbers.sort_unstable_by(f64::total_cmp);
    numbers
}

/// Rows whose numbers are all different, and whose levels are of very different frequency.
struct Rows {
    numbers: Vec<f64>,
    names: Vec<String>,
    weights: Vec<f64>,
    won: Vec<bool>,
}

impl Rows {
    fn new(rows: usize) -> Self {
        let mut random = Pcg64Mcg::seed_from_u64(SEED);
        let numbers: Vec<f64> = (0..rows).map(|_| random.random::<f64>()).collect();
        let levels: Vec<u32> =
            (0..rows).map(|_| (random.random::<f64>().powi(3) * f64::from(LEVELS)) as u32).collect();
        let rate = |number: f64, level: u32| {
            0.1 + 0.2 * f64::from(u8::from(number > 0.6)) + 0.2 * f64::from(u8::from(level.is_multiple_of(7)))
        };
        let won = numbers
            .iter()
            .zip(&levels)
            .map(|(&number, &level)| random.random::<f64>() < rate(number, level))
            .collect();
        let weights = (0..rows).map(|_| random.random_range(0.5..2.0)).collect();
        Self { numbers, names: levels.iter().map(|level| format!("level {level}")).collect(), weights, won }
    }
}
