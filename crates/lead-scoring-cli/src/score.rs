//! `lead-scoring score`: leads scored with a stored model.

use crate::args::{ScoreArgs, ScoreFormat};
use crate::failure::Failure;
use crate::files::{self, STDIN_NAME, is_stdin};
use lead_scoring::report::{leads_json, scored_leads_csv};
use lead_scoring::{LeadOptions, Leads, Scored, Scorer, ScoringModel, Tier, document};
use std::io::Read;
use std::path::Path;

/// Scores and writes.
pub(crate) fn run(args: &ScoreArgs) -> Result<(), Failure> {
    let options = options(args)?;
    files::one_stdin(&args.model, &args.leads)?;
    let model = model(&args.model)?;
    let scorer =
        Scorer::new(&model).map_err(|error| Failure::data(format!("{}: {error}", args.model.display())))?;
    let leads = if is_stdin(&args.leads) {
        Leads::read(&model, std::io::stdin().lock(), STDIN_NAME, &options)?
    } else {
        Leads::read_file(&model, &args.leads, &options)?
    };
    let scored = leads.score(&scorer)?;
    let input = leads.with_scores(&scored);
    let text = match args.format {
        ScoreFormat::Csv => scored_leads_csv(&input)?,
        ScoreFormat::Json => leads_json(&input)?,
    };
    let said = match &args.out {
        None => text,
        Some(path) => {
            files::write(path, &text)?;
            format!("{}; written to {}\n", counts(&scored), path.display())
        }
    };
    leads.warnings().iter().for_each(|warning| files::tell("warning", warning));
    files::print(&said)
}

fn options(args: &ScoreArgs) -> Result<LeadOptions, Failure> {
    let mut options = LeadOptions::default();
    options.missing.clone_from(&args.missing);
    options.id.clone_from(&args.id);
    let mut problems = Vec::new();
    match args.separator.as_deref().map(files::separator).transpose() {
        Ok(separator) => options.separator = separator,
        Err(problem) => problems.push(problem),
    }
    for pair in &args.mapping {
        match pair.split_once('=') {
            Some((field, column)) => options.mapping.push((field.to_owned(), column.to_owned())),
            None => problems.push(format!("the mapping `{pair}` has no `=`; write it as SIGNALFIELD=COLUMN")),
        }
    }
    if problems.is_empty() { Ok(options) } else { Err(Failure::usage(problems)) }
}

/// The model of a JSON file or of a report.
fn model(path: &Path) -> Result<ScoringModel, Failure> {
    let (name, bytes) = if is_stdin(path) {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes);
        (STDIN_NAME.to_owned(), read)
    } else {
        (path.display().to_string(), std::fs::read(path))
    };
    let bytes = bytes.map_err(|error| Failure::data(format!("{name}: cannot be read: {error}")))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::data(format!("{name}: is not UTF-8 text; name a model.json or a report")))?;
    document::load(&text).map_err(|error| Failure::data(format!("{name}: {error}")))
}

/// How many leads fell into which tier.
fn counts(scored: &Scored) -> String {
    let of = |tier: Option<Tier>| scored.tiers().filter(|other| *other == tier).count();
    let tiers: Vec<String> =
        Tier::ALL.iter().map(|tier| format!("{} {}", of(Some(*tier)), tier.label())).collect();
    let leads = if scored.len() == 1 { "1 lead".to_owned() } else { format!("{} leads", scored.len()) };
    format!("{leads}: {}, {} without a tier", tiers.join(", "), of(None))
}
