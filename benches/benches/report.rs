//! The report of a model of 30 signals with 100,000 scored leads: its figures, and each document made of them.

use criterion::Criterion;
use lead_scoring::report::{Html, Json, Language, Markdown, OnePager, Renderer, scored_leads_csv};
use lead_scoring_benches::{Reported, Result};
use std::hint::black_box;

const LEADS: usize = 100_000;

fn main() -> Result<()> {
    let run = Reported::with_leads(LEADS)?;
    let leads = || Some((&run.leads, &run.scored));
    let report = run.validated.report(leads())?;
    let chinese = Markdown::new().in_language(&Language::simplified_chinese());
    let documents: [(&str, &dyn Renderer); 5] = [
        ("markdown", &Markdown::new()),
        ("markdown_in_chinese", &chinese),
        ("html", &Html::new()),
        ("json", &Json::new()),
        ("rep_guide", &OnePager::new()),
    ];
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("report");
    group.sample_size(10);
    group.bench_function("figures", |bench| bench.iter(|| run.validated.report(black_box(leads()))));
    for (name, document) in documents {
        document.render(&report)?;
        group.bench_function(name, |bench| bench.iter(|| document.render(black_box(&report))));
    }
    group.bench_function("leads_as_csv", |bench| {
        bench.iter(|| scored_leads_csv(black_box(&run.leads.with_scores(&run.scored))));
    });
    group.finish();
    criterion.final_summary();
    Ok(())
}
