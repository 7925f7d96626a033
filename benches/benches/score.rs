//! Scoring a million leads of 25 signals from typed columns, and one lead alone.

use criterion::{Criterion, Throughput};
use lead_scoring_benches::{Result, generated_leads, planted_model};
use lead_scoring_model::{FieldMap, Scorer};
use std::hint::black_box;

const LEADS: usize = 1_000_000;
const SEED: u64 = 1;

fn main() -> Result<()> {
    let mut criterion = Criterion::default().configure_from_args();
    let model = planted_model()?;
    let scorer = Scorer::new(&model)?;
    for (name, rows) in [("one_lead", 1), ("million_leads", LEADS)] {
        let leads = generated_leads(rows, SEED)?;
        let map = FieldMap::for_data(&model, &leads, &[])?;
        assert_eq!(scorer.score(&leads, &map)?.len(), rows, "every lead has a record");
        let mut group = criterion.benchmark_group("score");
        group.throughput(Throughput::Elements(rows as u64)).sample_size(20);
        group.bench_function(name, |bench| bench.iter(|| scorer.score(black_box(&leads), &map)));
        group.finish();
    }
    criterion.final_summary();
    Ok(())
}
