//! How often a model claims signals where there are none: the outcomes of real deals are shuffled, so that no field can matter.
//!
//! For each run so many deals of a table are drawn, their outcomes shuffled, fields measured and points fitted as the library does it;
//! what is counted are the runs whose card has any signal. The tables take turns: five public ones from the folder that
//! `LEAD_SCORING_DATA` names, as far as they have so many deals, and the sample of this repository on a line of its own. The promise is
//! at most 5 %, the default `q_level` of the fit; the program fails where the whole interval of a size lies above it.

mod source;

use clap::Parser;
use lead_scoring_benches::Result;
use lead_scoring_core::{Deals, Dimension};
use lead_scoring_fit::{FitOptions, fit};
use lead_scoring_lift::{AnalyzeOptions, FieldChoice, analyze};
use lead_scoring_metrics::wilson;
use source::{DATA_FOLDER, Source};

/// Shuffles the outcomes of closed deals and counts the models that claim signals all the same.
#[derive(Debug, Parser)]
struct Args {
    /// Data sets of each size.
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    runs: u32,
    /// Deals of a data set.
    #[arg(long, value_name = "N[,…]", value_delimiter = ',', default_value = "300,1000,5000")]
    deals: Vec<usize>,
}

/// Claims among runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Claims {
    claimed: u64,
    runs: u64,
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "a program says what it found")]
fn main() -> Result<()> {
    let args = Args::parse();
    println!(
        "| deals | columns of | models | with a signal | share | 95 % interval |\n|---|---|---|---|---|---|"
    );
    let sample = Source::sample()?;
    let public = Source::public()?;
    if public.is_empty() {
        eprintln!("{DATA_FOLDER} is not set: the sample alone");
    }
    let tell = |deals: usize, name: &str, claims: Claims| -> Result<bool> {
        let (line, lower) = claims.line(deals, name)?;
        println!("{line}");
        Ok(lower <= FitOptions::default().q_level)
    };
    let of_sample = claims_of(&[&sample], sample.deals.len(), args.runs)?;
    let mut kept = tell(sample.deals.len(), sample.name, total(&of_sample))?;
    for deals in args.deals {
        let large: Vec<&Source> = public.iter().filter(|source| source.deals.len() >= deals).collect();
        let claims = claims_of(&large, deals, args.runs)?;
        for (source, claims) in large.iter().zip(&claims) {
            // A fifth of the runs each: shown, but not judged one by one.
            tell(deals, source.name, *claims)?;
        }
        if !large.is_empty() {
            kept &= tell(deals, "all of them", total(&claims))?;
        }
    }
    if kept { Ok(()) } else { Err("more claims than promised".into()) }
}

fn total(claims: &[Claims]) -> Claims {
    claims.iter().copied().fold(Claims::default(), Claims::with)
}

/// The claims on each source, which take turns over so many runs.
fn claims_of(sources: &[&Source], deals: usize, runs: u32) -> Result<Vec<Claims>> {
    let mut claims = vec![Claims::default(); sources.len()];
    for (run, at) in (1..=u64::from(runs)).zip((0..sources.len()).cycle()) {
        let claimed = claims_signals(&sources[at].permuted(deals, run)?, run)?;
        claims[at] = claims[at].with(Claims { claimed: u64::from(claimed), runs: 1 });
    }
    Ok(claims)
}

fn claims_signals(deals: &Deals, seed: u64) -> Result<bool> {
    let mut options = AnalyzeOptions::default();
    options.seed = seed;
    let scorable = deals.data().iter().filter(|(_, column)| column.kind().is_scorable());
    options.fields =
        scorable.map(|(field, _)| FieldChoice::new(&field.name, Dimension::Firmographic)).collect();
    let analysis = analyze(deals, &options)?;
    Ok(!fit(&analysis, &FitOptions::default(), Vec::new())?.card.signals.is_empty())
}

impl Claims {
    const fn with(self, other: Self) -> Self {
        Self { claimed: self.claimed + other.claimed, runs: self.runs + other.runs }
    }

    /// The line of the table, and the lower limit of the share.
    fn line(self, deals: usize, name: &str) -> Result<(String, f64)> {
        let interval = wilson(self.claimed, self.runs, 0.95)?;
        let share = self.claimed as f64 / self.runs as f64;
        let line = format!(
            "| {deals} | {name} | {} | {} | {:.1} % | {:.1} to {:.1} % |",
            self.runs,
            self.claimed,
            100.0 * share,
            100.0 * interval.lower,
            100.0 * interval.upper
        );
        Ok((line, interval.lower))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shuffled_outcomes_of_the_sample_seldom_make_a_model() {
        let sample = Source::sample().unwrap();
        let claims = claims_of(&[&sample], sample.deals.len(), 6).unwrap();
        // At 5 % more than 3 of 6 occur less than once in 10,000 times.
        assert!(claims[0].runs == 6 && claims[0].claimed <= 3, "{claims:?}");
        assert!(claims_signals(&sample.deals, 1).unwrap(), "the true outcomes make one");
    }

    #[test]
    fn a_line_has_the_share_with_its_interval() {
        let claims = Claims { claimed: 3, runs: 99 }.with(Claims { claimed: 1, runs: 1 });
        // Wilson 4 of 100: 1.566 to 9.837 %.
        let (line, lower) = claims.line(300, "some").unwrap();
        assert_eq!(line, "| 300 | some | 100 | 4 | 4.0 % | 1.6 to 9.8 % |");
        assert!((lower - 0.01566).abs() < 1e-4);
    }
}
