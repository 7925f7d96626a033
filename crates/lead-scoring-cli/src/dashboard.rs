//! `lead-scoring dashboard`: what a history of scored leads shows.

use crate::args::{DashboardArgs, PeriodChoice};
use crate::failure::Failure;
use crate::files::{self, STDIN_NAME, is_stdin};
use crate::language::language;
use lead_scoring::ops::{DashboardOptions, Dashboards, History, HistoryOptions, Period, Role};
use lead_scoring::report::{Html, Json, Language, Markdown, Renderer};
use lead_scoring::{Day, Error, Tier};
use std::fmt::Write;

const PAGE: &str = "dashboards.html";
const TEXT: &str = "dashboards.md";
const FIGURES: &str = "dashboards.json";

/// Reads, counts and writes.
pub(crate) fn run(args: &DashboardArgs) -> Result<(), Failure> {
    let (read, wanted) = options(args)?;
    let language = language(args.language.as_deref())?;
    files::check_folder(&args.out, &[PAGE, TEXT, FIGURES])?;
    let history = if is_stdin(&args.history) {
        History::read(std::io::stdin().lock(), STDIN_NAME, &read)
    } else {
        History::read_file(&args.history, &read)
    };
    let dashboards = history.and_then(|history| Dashboards::new(&history, &wanted)).map_err(Error::from)?;
    let written = files::write_all(&args.out, &documents(&dashboards, &language)?)?;
    let mut said = summary(&dashboards);
    said.push_str("\nWritten:\n");
    for path in written {
        // Writing to a string cannot fail.
        let _ = writeln!(said, "  {}", path.display());
    }
    files::print(&said)
}

fn options(args: &DashboardArgs) -> Result<(HistoryOptions, DashboardOptions), Failure> {
    let (mut read, mut wanted) = (HistoryOptions::default(), DashboardOptions::default());
    let mut problems = Vec::new();
    read.columns = columns(args);
    read.won.clone_from(&args.won);
    read.lost.clone_from(&args.lost);
    read.missing.clone_from(&args.missing);
    match args.separator.as_deref().map(files::separator).transpose() {
        Ok(separator) => read.separator = separator,
        Err(problem) => problems.push(problem),
    }
    for (flag, text, day) in [("from", &args.from, &mut wanted.from), ("to", &args.to, &mut wanted.to)] {
        *day = text.as_deref().and_then(day_of);
        if let Some(text) = text.as_ref().filter(|_| day.is_none()) {
            problems.push(format!("`--{flag} {text}` is no day; write it as 2026-01-31"));
        }
    }
    wanted.period = args.period.map(|period| match period {
        PeriodChoice::Week => Period::Week,
        PeriodChoice::Month => Period::Month,
    });
    if problems.is_empty() { Ok((read, wanted)) } else { Err(Failure::usage(problems)) }
}

fn columns(args: &DashboardArgs) -> Vec<(Role, String)> {
    let named = &args.columns;
    let columns = [
        (Role::Id, &named.id),
        (Role::Time, &named.time),
        (Role::Score, &named.score),
        (Role::Tier, &named.tier),
        (Role::Outcome, &named.outcome),
        (Role::Closed, &named.closed),
        (Role::Source, &named.source),
        (Role::Owner, &named.owner),
        (Role::Minutes, &named.minutes),
        (Role::FirstContact, &named.first_contact),
    ];
    columns.into_iter().filter_map(|(role, name)| Some((role, name.clone()?))).collect()
}

/// A day of ISO 8601.
fn day_of(text: &str) -> Option<Day> {
    let mut parts = text.trim().splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Day::from_calendar(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

fn documents(dashboards: &Dashboards, language: &Language) -> Result<Vec<(&'static str, String)>, Failure> {
    Ok(vec![
        (PAGE, Html::new().in_language(language).render(dashboards)?),
        (TEXT, Markdown::new().in_language(language).render(dashboards)?),
        (FIGURES, Json::new().render(dashboards)?),
    ])
}

/// What there is to see, for a terminal.
fn summary(dashboards: &Dashboards) -> String {
    let overview = &dashboards.overview;
    let of = |tier: Option<Tier>| {
        overview.tiers.iter().find(|count| count.tier == tier).map_or(0, |count| count.leads)
    };
    let tiers: Vec<String> =
        Tier::ALL.iter().map(|tier| format!("{} {}", of(Some(*tier)), tier.label())).collect();
    let span = dashboards.span;
    let leads = if overview.leads == 1 { "1 lead".to_owned() } else { format!("{} leads", overview.leads) };
    let mut said = format!(
        "{leads} from {} to {}: {}, {} Unscoreable; {} open\n",
        span.from,
        span.to,
        tiers.join(", "),
        of(None),
        overview.open
    );
    if !dashboards.notes.is_empty() {
        said.push_str("Some rows were odd: the top of the page says how they were taken.\n");
    }
    if !dashboards.to_record.is_empty() {
        said.push_str("Some figures need facts that the history lacks: see the end of the page.\n");
    }
    said
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn days_are_read_and_nothing_else() {
        assert_eq!(day_of("2026-01-31").map(|day| day.to_string()).as_deref(), Some("2026-01-31"));
        for wrong in ["", "2026-02-30", "2026-01", "31.01.2026", "2026-01-31-1", "today"] {
            assert_eq!(day_of(wrong), None, "{wrong}");
        }
    }
}
