//! Scoring a million leads of 25 signals from columns and from encoded leads, beside the mere sum of the bytes that are read.

use criterion::{Criterion, Throughput};
use lead_scoring_benches::{ByteColumns, LeadColumns, Result, pinned_pool};
use lead_scoring_model::{Scorer, Scores};
use std::hint::black_box;

const LEADS: usize = 1_000_000;
const SEED: u64 = 1;

fn main() -> Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    let scorer = Scorer::new(&LeadColumns::model()?)?;
    let columns = LeadColumns::generated(LEADS, SEED);
    let batch = LeadColumns::bound(&scorer)?;
    let cells = columns.cells(0..LEADS);
    let encoded = batch.encode(&cells)?;
    let bytes = ByteColumns::generated(LEADS);
    assert_eq!(encoded.bytes(), 25 * LEADS, "a byte a signal");
    let mut scores = Scores::new();

    let mut group = criterion.benchmark_group("scoring");
    group.throughput(Throughput::Elements(LEADS as u64)).sample_size(20);
    group.bench_function("columns_summed", |bench| bench.iter(|| black_box(&columns).sum()));
    group.bench_function("bytes_summed", |bench| bench.iter(|| black_box(&bytes).sum()));
    for threads in [1, 2] {
        let pool = pinned_pool(threads)?;
        group.bench_function(format!("columns/{threads}"), |bench| {
            bench.iter(|| pool.install(|| batch.score(black_box(&cells), &mut scores)));
        });
        group.bench_function(format!("encoded/{threads}"), |bench| {
            bench.iter(|| pool.install(|| scorer.score_encoded(black_box(&encoded), &mut scores)));
        });
    }
    group.bench_function("encode", |bench| bench.iter(|| batch.encode(black_box(&cells))));
    let (texts, written) = (columns.texts(), LeadColumns::bound_to_texts(&scorer)?);
    let cells = columns.cells_with(&texts);
    group.bench_function("texts", |bench| bench.iter(|| written.score(black_box(&cells), &mut scores)));
    group.finish();
    criterion.final_summary();
    Ok(())
}
