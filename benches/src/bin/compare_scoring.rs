//! Times scoring from columns and from encoded leads beside the mere sum of the bytes that are read, and beside other tools, and prints the
//! ratios.
//!
//! Turn by turn: every way runs once before any runs again, so that what else the machine does falls on all alike. The other tools' times
//! come from a JSON file: `{"rows": ROWS, "results": [{"engine": NAME, "input": FORM, "threads": N, "rows_per_s": RATE}, …]}`. Where it
//! tells its rows they must be ours. Run both at one go on a quiet machine.

use clap::Parser;
use lead_scoring_benches::{ByteColumns, LeadColumns, Result, pinned_pool};
use lead_scoring_model::{FieldMap, Scorer, Scores};
use serde::Deserialize;
use std::fs::File;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

/// Rows of a chunk of the streamed columns.
const CHUNK: usize = 8_192;

/// Times scoring and compares it with reading memory and with the times of a file.
#[derive(Debug, Parser)]
struct Args {
    /// The JSON file of the other tools' times.
    peers: Option<PathBuf>,
    /// How many leads are scored.
    #[arg(long, default_value_t = 1_000_000)]
    rows: usize,
    /// How often each way is timed, after one turn that is not.
    #[arg(long, default_value_t = 15)]
    repeats: usize,
    /// What the leads are generated from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Debug, Default, Deserialize)]
struct Peers {
    /// How many leads they scored, where the file tells.
    rows: Option<usize>,
    results: Vec<Peer>,
}

impl Peers {
    /// Refuses times of another number of leads than ours.
    fn comparable(&self, rows: usize) -> Result<()> {
        match self.rows {
            Some(theirs) if theirs != rows => Err(format!(
                "the other tools scored {theirs} leads, not {rows}: give --rows {theirs}, or time them again"
            )
            .into()),
            _ => Ok(()),
        }
    }
}

#[derive(Debug, Deserialize)]
struct Peer {
    engine: String,
    input: String,
    threads: usize,
    rows_per_s: f64,
}

/// A way to pass over all leads, and the seconds of each turn.
struct Way<'a> {
    name: &'static str,
    run: Box<dyn FnMut() -> Result<()> + 'a>,
    seconds: Vec<f64>,
}

impl Way<'_> {
    /// Rows a second by the median turn and by the fastest.
    fn rate(&self, rows: usize) -> Rate {
        let mut seconds = self.seconds.clone();
        seconds.sort_by(f64::total_cmp);
        let at = |at: usize| seconds.get(at).map_or(f64::NAN, |seconds| rows as f64 / seconds);
        Rate { name: self.name, median: at(seconds.len() / 2), fastest: at(0) }
    }
}

/// Rows a second.
struct Rate {
    name: &'static str,
    median: f64,
    fastest: f64,
}

fn main() -> Result<()> {
    let args = Args::parse();
    let peers: Peers = match &args.peers {
        Some(path) => serde_json::from_reader(File::open(path)?)?,
        None => Peers::default(),
    };
    peers.comparable(args.rows)?;
    let rates = rates(&args)?;
    print_ours(&rates);
    print_peers(&rates, &peers);
    Ok(())
}

/// How fast every way is.
fn rates(args: &Args) -> Result<Vec<Rate>> {
    let scorer = Scorer::new(&LeadColumns::model()?)?;
    let columns = LeadColumns::generated(args.rows, args.seed);
    let (batch, written) = (LeadColumns::bound(&scorer)?, LeadColumns::bound_to_texts(&scorer)?);
    let (cells, texts) = (columns.cells(0..args.rows), columns.texts());
    let text_cells = columns.cells_with(&texts);
    let (encoded, bytes) = (batch.encode(&cells)?, ByteColumns::generated(args.rows));
    let chunks: Vec<_> = (0..args.rows)
        .step_by(CHUNK)
        .map(|first| columns.cells(first..args.rows.min(first + CHUNK)))
        .collect();
    let (one, two) = (pinned_pool(1)?, pinned_pool(2)?);
    let mut scores: [Scores; 7] = Default::default();
    let [raw, streamed, coded, raw_two, coded_two, plain, typed] = &mut scores;

    let data = columns.dataset()?;
    let map = FieldMap::for_data(scorer.model(), &data, &[])?;

    let way = |name, run| Way { name, run, seconds: Vec::new() };
    let mut ways = [
        way("columns summed", Box::new(|| keep(columns.sum()))),
        way("columns", Box::new(|| Ok(one.install(|| batch.score(black_box(&cells), raw))?))),
        way(
            "columns, in chunks",
            Box::new(|| {
                let mut all = chunks.iter();
                Ok(one.install(|| all.try_for_each(|cells| batch.score(black_box(cells), streamed)))?)
            }),
        ),
        way("columns, 2 threads", Box::new(|| Ok(two.install(|| batch.score(black_box(&cells), raw_two))?))),
        way("bytes summed", Box::new(|| keep(bytes.sum()))),
        way("encoded", Box::new(|| Ok(one.install(|| scorer.score_encoded(black_box(&encoded), coded))?))),
        way(
            "encoded, 2 threads",
            Box::new(|| Ok(two.install(|| scorer.score_encoded(black_box(&encoded), coded_two))?)),
        ),
        way("data set", Box::new(|| Ok(one.install(|| scorer.score_into(&data, &map, typed))?))),
        way(
            "data set, all there is to say",
            Box::new(|| {
                black_box(scorer.score(&data, &map)?);
                Ok(())
            }),
        ),
        way("texts", Box::new(|| Ok(one.install(|| written.score(black_box(&text_cells), plain))?))),
    ];
    for turn in 0..=args.repeats {
        for way in &mut ways {
            let start = Instant::now();
            (way.run)()?;
            let seconds = start.elapsed().as_secs_f64();
            if turn > 0 {
                way.seconds.push(seconds);
            }
        }
    }
    Ok(ways.iter().map(|way| way.rate(args.rows)).collect())
}

/// Lets the compiler believe that a sum is used.
fn keep(sum: u64) -> Result<()> {
    black_box(sum);
    Ok(())
}

/// How many times as fast as `other`, by the median turns and by the fastest.
fn ratio(rates: &[Rate], ours: &str, other: &str) -> [f64; 2] {
    let find = |wanted: &str| rates.iter().find(|rate| rate.name == wanted);
    match (find(ours), find(other)) {
        (Some(ours), Some(other)) => [ours.median / other.median, ours.fastest / other.fastest],
        _ => [f64::NAN; 2],
    }
}

#[expect(clippy::print_stdout, reason = "the figures are what the program is for")]
fn print_ours(rates: &[Rate]) {
    println!("{:<36} {:>14} {:>14}", "million rows a second", "median", "fastest");
    for Rate { name, median, fastest } in rates {
        println!("{name:<36} {:>14.1} {:>14.1}", median / 1e6, fastest / 1e6);
    }
    println!();
    let pairs = [
        ("columns", "columns summed"),
        ("columns, in chunks", "columns summed"),
        ("encoded", "bytes summed"),
        ("columns, 2 threads", "columns"),
        ("encoded, 2 threads", "encoded"),
    ];
    for (ours, other) in pairs {
        let [median, fastest] = ratio(rates, ours, other);
        println!("{:<36} {median:>14.2} {fastest:>14.2}", format!("{ours} / {other}"));
    }
}

#[expect(clippy::print_stdout, reason = "the figures are what the program is for")]
fn print_peers(rates: &[Rate], peers: &Peers) {
    if peers.results.is_empty() {
        return;
    }
    println!();
    println!(
        "{:<44} {:>9} {:>9} {:>9} {:>9}",
        "times a peer (medians)", "its M/s", "columns", "encoded", "texts"
    );
    for peer in peers.results.iter().filter(|peer| peer.threads == 1) {
        let rate =
            |ours: &str| rates.iter().find(|rate| rate.name == ours).map_or(f64::NAN, |rate| rate.median);
        let times = |ours| rate(ours) / peer.rows_per_s;
        let name = format!("{}, {}", peer.engine, peer.input);
        let (columns, encoded, texts) = (times("columns"), times("encoded"), times("texts"));
        println!("{name:<44} {:>9.2} {columns:>9.1} {encoded:>9.1} {texts:>9.1}", peer.rows_per_s / 1e6);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_another_number_of_leads_are_refused() {
        let peers = |json: &str| serde_json::from_str::<Peers>(json).unwrap();
        assert!(peers(r#"{"rows": 5, "results": []}"#).comparable(5).is_ok());
        assert!(peers(r#"{"results": []}"#).comparable(5).is_ok());
        let refused = peers(r#"{"rows": 6, "results": []}"#).comparable(5).unwrap_err();
        assert!(refused.to_string().contains("scored 6 leads, not 5"), "{refused}");
    }
}
