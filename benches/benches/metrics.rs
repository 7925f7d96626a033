//! The statistics of a million scored leads, and resamples of ten thousand.

use criterion::{Criterion, Throughput};
use lead_scoring_benches::{RankedLeads, Result};
use lead_scoring_metrics::{Bootstrap, ScoreCounts, contingency_table, delong_test, spearman};
use std::hint::black_box;

const ROWS: usize = 1_000_000;
const RESAMPLED_ROWS: usize = 10_000;
const LEVEL: f64 = 0.95;

fn main() -> Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    rankings(&mut criterion)?;
    resamples(&mut criterion)?;
    criterion.final_summary();
    Ok(())
}

fn rankings(criterion: &mut Criterion) -> Result<()> {
    let leads = RankedLeads::new(ROWS, 0.05);
    let (chances, points, won) = (&leads.chances[..], &leads.points[..], &leads.won[..]);
    let outcomes: Vec<f64> = won.iter().map(|&won| f64::from(u8::from(won))).collect();
    let steps: Vec<f64> = points.iter().copied().map(f64::from).collect();
    let codes: Vec<u8> = points.iter().map(|point| point.unsigned_abs() as u8 % 8).collect();

    let mut group = criterion.benchmark_group("metrics_1000000");
    group.throughput(Throughput::Elements(ROWS as u64)).sample_size(20);
    group.bench_function("count_points", |bench| {
        bench.iter(|| ScoreCounts::from_integer_scores(black_box(points), won));
    });
    group.bench_function("sort_chances", |bench| {
        bench.iter(|| ScoreCounts::from_scores(black_box(chances), won));
    });
    let sorted = ScoreCounts::from_scores(chances, won)?;
    group.bench_function("delong_of_sorted", |bench| bench.iter(|| black_box(&sorted).delong(LEVEL)));
    group.bench_function("average_precision_of_sorted", |bench| {
        bench.iter(|| black_box(&sorted).average_precision());
    });
    group.bench_function("ks_of_sorted", |bench| bench.iter(|| black_box(&sorted).ks()));
    group.bench_function("gains_of_sorted", |bench| bench.iter(|| black_box(&sorted).gains(10)));
    group.bench_function("spearman_of_sorted", |bench| bench.iter(|| black_box(&sorted).spearman()));
    group.bench_function("spearman_with_outcome", |bench| {
        bench.iter(|| spearman(black_box(chances), &outcomes));
    });
    group.bench_function("spearman_of_two_scores", |bench| {
        bench.iter(|| spearman(black_box(chances), &steps));
    });
    group.bench_function("delong_test", |bench| {
        bench.iter(|| delong_test(black_box(chances), &steps, won, LEVEL));
    });
    group.bench_function("contingency_table", |bench| {
        bench.iter(|| contingency_table(black_box(&codes), won, 8));
    });
    group.finish();
    Ok(())
}

fn resamples(criterion: &mut Criterion) -> Result<()> {
    let leads = RankedLeads::new(RESAMPLED_ROWS, 0.0);
    let points = ScoreCounts::from_integer_scores(&leads.points, &leads.won)?;
    let chances = ScoreCounts::from_scores(&leads.chances, &leads.won)?;
    let mut group = criterion.benchmark_group("bootstrap_10000");
    group.sample_size(20);
    for (name, counts) in [("points", &points), ("chances", &chances)] {
        group.bench_function(format!("auc_{name}"), |bench| {
            bench.iter(|| Bootstrap::new(1).auc(black_box(counts)));
        });
        group.bench_function(format!("any_statistic_{name}"), |bench| {
            bench.iter(|| Bootstrap::new(1).run(black_box(counts), |counts| counts.auc().ok()));
        });
    }
    group.finish();
    Ok(())
}
