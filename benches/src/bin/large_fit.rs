//! Measures and fits a large generated history once and prints what that took: time on the processor and the most memory resident.
//!
//! `large_fit 1000000` prints one line a stage; without a number a million deals of 25 columns are made.

use lead_scoring_benches::{Result, cpu_seconds, every_column, generated_deals, peak_mib};
use lead_scoring_fit::{FitOptions, fit};
use lead_scoring_lift::analyze;
use std::io::Write;

fn main() -> Result<()> {
    let rows = std::env::args().nth(1).map_or(Ok(1_000_000), |rows| rows.parse())?;
    let mut out = std::io::stdout().lock();
    let deals = generated_deals(rows, 1)?;
    let made = report(&mut out, "deals made", None)?;
    let analysis = analyze(&deals, &every_column(&deals))?;
    let measured = report(&mut out, "measured", made)?;
    let fitted = fit(&analysis, &FitOptions::default(), Vec::new())?;
    report(&mut out, "fitted, strategies compared", measured)?;
    let chosen = fitted.comparison.records.iter().find(|record| record.chosen);
    let name = chosen.map_or("the strategy asked for", |record| record.name.as_str());
    writeln!(out, "{} signals by: {name}", fitted.card.signals.len())?;
    Ok(())
}

/// Prints what was used since `before`, and returns what was used so far.
fn report(out: &mut impl Write, stage: &str, before: Option<f64>) -> Result<Option<f64>> {
    let used = cpu_seconds();
    let since = used.zip(before.or(Some(0.0))).map(|(used, before)| used - before);
    let text = |value: Option<f64>, digits: usize| {
        value.map_or_else(|| "?".to_owned(), |value| format!("{value:.digits$}"))
    };
    writeln!(out, "{stage}: {} s, peak {} MiB", text(since, 2), text(peak_mib(), 0))?;
    Ok(used)
}
