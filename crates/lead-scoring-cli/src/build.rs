//! `lead-scoring build`: every stage in turn; all outputs are computed before the first is written.

use crate::args::BuildArgs;
use crate::failure::Failure;
use crate::files::{self, STDIN_NAME, is_stdin};
use crate::language::language;
use crate::plan::{config, history, plan};
use crate::progress::Progress;
use lead_scoring::report::{
    Html, Json, LEAD_COLUMNS, Language, Markdown, OnePager, Renderer, audit_json, scored_leads_csv,
    summary_text, validation_json,
};
use lead_scoring::{Leads, Validated};
use std::fmt::Write;
use std::path::Path;

const REPORT: &str = "lead-scoring-model.md";
const PAGE: &str = "lead-scoring-model.html";
const FIGURES: &str = "report.json";
const REP_GUIDE: &str = "rep-guide.md";
const MODEL: &str = "model.json";
const VALIDATION: &str = "validation.json";
const AUDIT: &str = "audit.json";
const SCORED: &str = "scored-leads.csv";
const STEPS: u64 = 8;

/// Builds, judges, scores and writes.
pub(crate) fn run(args: &BuildArgs) -> Result<(), Failure> {
    let config = config(&args.deals)?;
    let language = language(args.language.as_deref().or(config.language.as_deref()))?;
    let plan = plan(&args.deals, Some(args), &config)?;
    files::check_folder(&args.out, &[REPORT, PAGE, FIGURES, REP_GUIDE, MODEL, VALIDATION, AUDIT, SCORED])?;
    if let Some(leads) = &args.leads {
        files::one_stdin(&args.deals.deals, leads)?;
    }
    let progress = Progress::new(STEPS);
    progress.step("reading deals");
    let history = history(&plan, &args.deals.deals)?;
    progress.step("auditing");
    let audited = history.audit()?;
    progress.step("measuring lift");
    let analyzed = audited.analyze()?;
    progress.step("fitting points");
    let modeled = analyzed.model()?;
    progress.step("cutting tiers");
    let calibrated = modeled.calibrate()?;
    progress.step("validating");
    let validated = calibrated.validate()?;
    progress.step("scoring leads");
    let leads = leads(&validated, args.leads.as_deref())?;
    progress.step("writing");
    let outputs = outputs(&validated, leads.as_ref(), &language)?;
    let written = files::write_all(&args.out, &outputs.files)?;
    // Scores of an earlier build are not those of this model.
    let stale = outputs.files.iter().all(|(name, _)| *name != SCORED).then(|| args.out.join(SCORED));
    let removed = stale.map(|path| files::remove_csv(&path, &LEAD_COLUMNS)).transpose()?.unwrap_or(false);
    drop(progress);
    // Warnings are of use only beside a result.
    let warnings = validated.warnings().iter().cloned().chain(leads.iter().flat_map(Leads::warnings));
    warnings.for_each(|warning| files::tell("warning", &warning));
    let mut text = outputs.summary;
    text.push_str("\nWritten:\n");
    for path in written {
        let _ = writeln!(text, "  {}", path.display());
    }
    if removed {
        let _ = writeln!(
            text,
            "\nRemoved:\n  {} of an earlier build: this one scored no leads",
            args.out.join(SCORED).display()
        );
    }
    files::print(&text)
}

/// The leads of the file, else the rows without an outcome, if there are any.
fn leads(validated: &Validated, file: Option<&Path>) -> Result<Option<Leads>, Failure> {
    let Some(path) = file else { return Ok(validated.open_leads()?) };
    if is_stdin(path) {
        let options = validated.lead_options();
        return Ok(Some(Leads::read(validated.model(), std::io::stdin().lock(), STDIN_NAME, &options)?));
    }
    Ok(Some(validated.read_leads(path)?))
}

/// What a build leaves behind.
struct Outputs {
    /// For the terminal.
    summary: String,
    /// Each file's name with its text.
    files: Vec<(&'static str, String)>,
}

fn outputs(validated: &Validated, leads: Option<&Leads>, language: &Language) -> Result<Outputs, Failure> {
    let scored = leads.map(|leads| leads.score(validated.scorer())).transpose()?;
    let scored_leads = leads.zip(scored.as_ref());
    let report = validated.report(scored_leads)?;
    let mut files = vec![
        (REPORT, Markdown::new().in_language(language).render(&report)?),
        (PAGE, Html::new().in_language(language).render(&report)?),
        (FIGURES, Json::new().render(&report)?),
        (REP_GUIDE, OnePager::new().in_language(language).render(&report)?),
        (MODEL, validated.model().to_json()),
        (VALIDATION, validation_json(validated.validation(), &validated.fitted().comparison)?),
        (AUDIT, audit_json(validated.audit())?),
    ];
    if let Some((leads, scored)) = scored_leads {
        files.push((SCORED, scored_leads_csv(&leads.with_scores(scored))?));
    }
    Ok(Outputs { summary: summary_text(&report), files })
}
