//! One lead of 25 signals (15 numbers, 10 texts) at a time: bound struct, anything `serde` takes apart, and the explanation on request.
//!
//! 256 different leads take turns, so that no branch can learn a lead by heart.

#![allow(clippy::expect_used, reason = "a benchmark that cannot be set up has nothing to measure")]

use criterion::{Criterion, criterion_group, criterion_main};
use lead_scoring_benches::{OneLead, generated_structs, planted_model};
use lead_scoring_model::Scorer;
use std::hint::black_box;

const LEADS: usize = 256;

fn one_lead(c: &mut Criterion) {
    let scorer = Scorer::new(&planted_model().expect("the model is sound")).expect("the model is sound");
    let bound = scorer.bind::<OneLead>().expect("every field is there");
    let leads = generated_structs(LEADS, 1).expect("the generator makes leads");
    let json: Vec<serde_json::Value> =
        leads.iter().map(|lead| serde_json::to_value(lead).expect("plain values")).collect();
    let mut at = 0;
    let mut next = move || {
        at = (at + 1) % LEADS;
        at
    };
    let mut group = c.benchmark_group("one_lead");
    group.bench_function("bound", |b| b.iter(|| bound.score(black_box(&leads[next()])).score));
    group.bench_function("serde_struct", |b| {
        b.iter(|| scorer.score_one(black_box(&leads[next()])).expect("it can be read").score);
    });
    group.bench_function("json_value", |b| {
        b.iter(|| scorer.score_one(black_box(&json[next()])).expect("it can be read").score);
    });
    group.bench_function("explain_bound", |b| b.iter(|| bound.explain(black_box(&leads[next()])).score));
    group.finish();
}

criterion_group!(benches, one_lead);
criterion_main!(benches);
