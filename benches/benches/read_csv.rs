//! Reading CSV text: ours to untyped cells and to typed columns, and beside it what the `csv` crate needs to find the cells.

use criterion::{Criterion, Throughput};
use csv::{ByteRecord, ReaderBuilder};
use lead_scoring_benches::{History, Result, histories};
use lead_scoring_core::read_table;
use std::hint::black_box;

fn main() -> Result<()> {
    let histories = histories()?;
    let mut criterion = Criterion::default().configure_from_args();
    for history in &histories {
        read(&mut criterion, history)?;
    }
    criterion.final_summary();
    Ok(())
}

fn read(criterion: &mut Criterion, history: &History) -> Result<()> {
    let rows = history.read()?.rows();
    assert_eq!(rows + 1, bare_records(&history.bytes)?, "both find the same records");
    let mut group = criterion.benchmark_group(format!("read_csv/{}", history.name));
    group.throughput(Throughput::Bytes(history.bytes.len() as u64));
    group.bench_function("csv_byte_records", |bench| bench.iter(|| bare_records(black_box(&history.bytes))));
    let options = history.read_options();
    group.bench_function("table", |bench| {
        bench.iter(|| read_table(black_box(history.bytes.as_slice()), history.name, &options));
    });
    group.bench_function("dataset", |bench| bench.iter(|| black_box(history).read()));
    group.finish();
    Ok(())
}

/// How many records the `csv` crate finds, the header included.
fn bare_records(bytes: &[u8]) -> std::result::Result<usize, csv::Error> {
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut records = 0;
    while reader.read_byte_record(&mut record)? {
        black_box(&record);
        records += 1;
    }
    Ok(records)
}
