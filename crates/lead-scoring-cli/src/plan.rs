//! From flags and configuration to a checked plan; flags win, and everything that is wrong is said at once.

use crate::args::{BuildArgs, DealArgs, StrategyChoice};
use crate::config::Config;
use crate::failure::Failure;
use crate::files::{STDIN_NAME, is_stdin, separator};
use lead_scoring::{Builder, Day, History, HoldOutPolicy, LeadScoring, Plan};
use std::path::Path;

/// The variable of reproducible builds: seconds since 1970, in place of the clock.
const DATE_VARIABLE: &str = "SOURCE_DATE_EPOCH";
const SECONDS_PER_DAY: i64 = 86_400;

/// The configuration, empty where none is given.
pub(crate) fn config(deals: &DealArgs) -> Result<Config, Failure> {
    Ok(deals.config.as_deref().map(Config::read).transpose()?.unwrap_or_default())
}

/// The plan of `build`; `audit` has deals only.
pub(crate) fn plan(deals: &DealArgs, build: Option<&BuildArgs>, config: &Config) -> Result<Plan, Failure> {
    let mut problems = Vec::new();
    let mut builder = of_deals(deals, config, &mut problems);
    builder = of_columns(builder, config);
    builder = of_model(builder, config, &mut problems);
    if let Some(build) = build {
        builder = of_build(builder, build, config, &mut problems);
    }
    match builder.clone().build() {
        Ok(plan) if problems.is_empty() => return Ok(plan),
        Ok(_) => {}
        Err(error) => problems.extend_from_slice(error.problems()),
    }
    problems.extend(unknown_columns(&builder, &deals.deals));
    Err(Failure::usage(problems))
}

/// The columns that the options name and the file lacks, where the file can be read at all: who must mend options anyway should
/// hear of them too.
fn unknown_columns(builder: &Builder, deals: &Path) -> Vec<String> {
    if is_stdin(deals) {
        return Vec::new();
    }
    builder.unknown_columns(deals).unwrap_or_default()
}

/// Reads the deals.
pub(crate) fn history(plan: &Plan, deals: &Path) -> Result<History, Failure> {
    let history =
        if is_stdin(deals) { plan.read(std::io::stdin().lock(), STDIN_NAME) } else { plan.read_file(deals) };
    Ok(history?)
}

fn of_deals(deals: &DealArgs, config: &Config, problems: &mut Vec<String>) -> Builder {
    let mut builder = LeadScoring::builder()
        .missing(or(&deals.missing, &config.missing))
        .exclude(or(&deals.exclude, &config.exclude))
        .keep(or(&deals.keep, &config.keep));
    if let Some(seed) = deals.seed.or(config.seed) {
        builder = builder.seed(seed);
    }
    match deals.separator.as_ref().or(config.separator.as_ref()).map(|text| separator(text)).transpose() {
        Ok(Some(byte)) => builder = builder.separator(byte),
        Ok(None) => {}
        Err(problem) => problems.push(problem),
    }
    if let Some(id) = deals.id.as_ref().or(config.id.as_ref()) {
        builder = builder.id(id);
    }
    let empty = Vec::new();
    let (column, won, lost) = match &config.outcome {
        Some(outcome) => (Some(&outcome.column), &outcome.won, &outcome.lost),
        None => (None, &empty, &empty),
    };
    let (column, won, lost) = (deals.outcome.as_ref().or(column), or(&deals.won, won), or(&deals.lost, lost));
    match column {
        Some(column) => builder.outcome(column, won, lost),
        None => {
            if !won.is_empty() || !lost.is_empty() {
                problems.push(
                    "values that mean won or lost need their column; add `--outcome COLUMN`".to_owned(),
                );
            }
            builder
        }
    }
}

fn of_columns(mut builder: Builder, config: &Config) -> Builder {
    for (name, column) in &config.columns {
        if let Some(kind) = column.kind {
            builder = builder.kind(name, kind);
        }
        if let Some(dimension) = column.dimension {
            builder = builder.dimension(name, dimension);
        }
        if !column.missing.is_empty() {
            builder = builder.missing_in(name, column.missing.iter().cloned());
        }
    }
    builder
}

fn of_model(mut builder: Builder, config: &Config, problems: &mut Vec<String>) -> Builder {
    for (column, criterion) in &config.icp {
        builder = builder.icp(criterion.of(column));
    }
    for (dimension, points) in &config.caps {
        builder = builder.cap(*dimension, *points);
    }
    for entry in &config.rules {
        match entry.rule() {
            Ok(rule) => builder = builder.rule(rule),
            Err(problem) => problems.push(problem),
        }
    }
    if let Some(signals) = config.max_signals {
        builder = builder.max_signals(signals);
    }
    if let Some(share) = config.tiers.max_hot_share {
        builder = builder.max_hot_share(share);
    }
    if let Some(share) = config.tiers.min_cold_share {
        builder = builder.min_cold_share(share);
    }
    if let Some(capacity) = config.capacity {
        builder = builder.capacity(capacity);
    }
    if let Some(targets) = &config.targets {
        builder = builder.targets(targets.clone());
    }
    builder
}

fn of_build(mut builder: Builder, build: &BuildArgs, config: &Config, problems: &mut Vec<String>) -> Builder {
    builder = builder.refit(build.refit || config.refit);
    let file_name = || {
        build
            .deals
            .deals
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .filter(|stem| stem != "-")
    };
    if let Some(name) = build.name.clone().or_else(|| config.name.clone()).or_else(file_name) {
        builder = builder.name(name);
    }
    if let Some(group) = build.group.as_ref().or(config.group.as_ref()) {
        builder = builder.group(group);
    }
    if let Some(threads) = build.threads.or(config.threads) {
        builder = builder.threads(threads);
    }
    if let Some(strategy) = build.strategy.or(config.strategy).and_then(StrategyChoice::builtin) {
        builder = builder.strategy(strategy);
    }
    if let Some(text) = build.holdout.as_ref().or(config.holdout.as_ref()) {
        match hold_out(text) {
            Some(policy) => builder = builder.hold_out(policy),
            None => problems.push(format!(
                "the hold-out `{text}` is none of `0.25`, `latest:COLUMN:0.25` and `by:COLUMN=VALUE`"
            )),
        }
    }
    match build_day() {
        Ok(Some(day)) => builder = builder.built(day),
        Ok(None) => {}
        Err(problem) => problems.push(problem),
    }
    builder
}

/// The flag's values, or the configuration's where the flag is not given.
fn or(flag: &[String], config: &[String]) -> Vec<String> {
    if flag.is_empty() { config.to_vec() } else { flag.to_vec() }
}

/// `0.25`, `latest:COLUMN:0.25` or `by:COLUMN=VALUE`; a column may hold colons, but no equals sign before its value.
fn hold_out(text: &str) -> Option<HoldOutPolicy> {
    if let Some(rest) = text.strip_prefix("latest:") {
        let (column, share) = rest.rsplit_once(':')?;
        return Some(HoldOutPolicy::Latest { column: column.to_owned(), share: share.trim().parse().ok()? });
    }
    if let Some(rest) = text.strip_prefix("by:") {
        let (column, value) = rest.split_once('=')?;
        return Some(HoldOutPolicy::By { column: column.to_owned(), value: value.to_owned() });
    }
    Some(HoldOutPolicy::Random { share: text.trim().parse().ok()? })
}

fn build_day() -> Result<Option<Day>, String> {
    let Some(text) = std::env::var_os(DATE_VARIABLE) else { return Ok(None) };
    let seconds = text.to_str().and_then(|text| text.trim().parse::<i64>().ok());
    let days = seconds.and_then(|seconds| i32::try_from(seconds.div_euclid(SECONDS_PER_DAY)).ok());
    let day = days.map(Day::from_epoch_days).filter(|day| day.to_calendar().is_some());
    day.map(Some).ok_or_else(|| format!("{DATE_VARIABLE} is set, but not to a number of seconds since 1970"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hold_outs_are_read_in_all_three_forms() {
        assert_eq!(hold_out("0.3"), Some(HoldOutPolicy::Random { share: 0.3 }));
        let latest = HoldOutPolicy::Latest { column: "Closed: day".into(), share: 0.2 };
        assert_eq!(hold_out("latest:Closed: day:0.2"), Some(latest));
        let by = HoldOutPolicy::By { column: "Year".into(), value: "2026=a".into() };
        assert_eq!(hold_out("by:Year=2026=a"), Some(by));
        for wrong in ["", "a quarter", "latest:Closed", "by:Year", "latest:Closed:x"] {
            assert_eq!(hold_out(wrong), None, "{wrong}");
        }
    }
}
