//! Reports a model of 30 signals with many scored leads once, in every form, and prints what that took: time on the processor, the most
//! memory resident, and the size of each document.
//!
//! `large_report 100000` prints one line a document; without a number 100,000 leads are made.

use lead_scoring::report::{Html, Json, Markdown, OnePager, Renderer, scored_leads_csv};
use lead_scoring_benches::{Reported, Result, cpu_seconds, peak_mib};
use std::io::Write;

fn main() -> Result<()> {
    let leads = std::env::args().nth(1).map_or(Ok(100_000), |leads| leads.parse())?;
    let mut out = std::io::stdout().lock();
    let run = Reported::with_leads(leads)?;
    writeln!(
        out,
        "{leads} leads scored by {} signals; peak {} MiB so far",
        run.validated.model().card.signals.len(),
        whole(peak_mib())
    )?;
    let start = cpu_seconds();
    let report = run.validated.report(Some((&run.leads, &run.scored)))?;
    let documents = [
        ("Markdown", Markdown::new().render(&report)?),
        ("HTML", Html::new().render(&report)?),
        ("JSON", Json::new().render(&report)?),
        ("page for reps", OnePager::new().render(&report)?),
        ("leads as CSV", scored_leads_csv(&run.leads.with_scores(&run.scored))?),
    ];
    let used = cpu_seconds().zip(start).map(|(end, start)| 1000.0 * (end - start));
    for (name, text) in &documents {
        writeln!(out, "{name}: {} KiB", text.len() / 1024)?;
    }
    writeln!(out, "report and documents: {} ms, peak {} MiB in all", whole(used), whole(peak_mib()))?;
    Ok(())
}

fn whole(value: Option<f64>) -> String {
    value.map_or_else(|| "?".to_owned(), |value| format!("{value:.0}"))
}
