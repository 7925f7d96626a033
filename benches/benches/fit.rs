//! From deals to points: measuring, fitting and looking for combinations, on histories of 25 columns.

use criterion::{BenchmarkId, Criterion, Throughput};
use lead_scoring_benches::{Result, every_column, generated_deals};
use lead_scoring_fit::{Builtin, FitOptions, fit};
use lead_scoring_lift::{Analysis, all_pairs, analyze, interactions, screen_pairs};
use std::hint::black_box;

/// As many deals as in three public sets, and a million.
const DEALS: [usize; 4] = [9_240, 41_188, 78_025, 1_000_000];

fn main() -> Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    for deals in DEALS {
        measure(&mut criterion, deals)?;
    }
    criterion.final_summary();
    Ok(())
}

fn measure(criterion: &mut Criterion, rows: usize) -> Result<()> {
    let deals = generated_deals(rows, 1)?;
    let options = every_column(&deals);
    let analysis = analyze(&deals, &options)?;
    let mut joint = FitOptions::default();
    joint.strategy = Some(Builtin::Joint);
    let mut group = criterion.benchmark_group("fit");
    group.sample_size(10).throughput(Throughput::Elements(rows as u64));
    group.bench_function(BenchmarkId::new("analyze", rows), |bench| {
        bench.iter(|| analyze(black_box(&deals), &options));
    });
    group.bench_function(BenchmarkId::new("joint_alone", rows), |bench| {
        bench.iter(|| fit(black_box(&analysis), &joint, Vec::new()));
    });
    group.bench_function(BenchmarkId::new("all_strategies_compared", rows), |bench| {
        bench.iter(|| fit(black_box(&analysis), &FitOptions::default(), Vec::new()));
    });
    group.bench_function(BenchmarkId::new("pairs_screened", rows), |bench| {
        let (pairs, expected) = pairs(&analysis);
        bench.iter(|| screen_pairs(black_box(&analysis), &pairs, &expected, None));
    });
    group.bench_function(BenchmarkId::new("interactions_named", rows), |bench| {
        bench.iter(|| interactions(black_box(&analysis), 0.05, 20));
    });
    group.finish();
    Ok(())
}

/// All pairs of fields, and the base rate as what is expected of every deal.
fn pairs(analysis: &Analysis) -> (Vec<(usize, usize)>, Vec<f64>) {
    let base = analysis.whole.rate().unwrap_or(0.5);
    (all_pairs(&(0..analysis.patterns.len()).collect::<Vec<_>>()), vec![base; analysis.won().len()])
}
