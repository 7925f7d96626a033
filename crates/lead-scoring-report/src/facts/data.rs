//! Section 1: the sources, their quality and what limits them.

use super::header::span;
use super::hold_out::{Chosen, drifts};
use crate::{ReportInput, format};
use lead_scoring_audit::{AdequacyLevel, Audit, Exclusion, FieldAudit, Leakage, TimeOrder};
use lead_scoring_core::{Dataset, Kind};
use lead_scoring_model::Signal;
use serde::Serialize;

/// Quality notes that are listed; the rest is in the audit's own file.
const MOST_NOTES: usize = 30;
/// Fields named as the key ones of a source.
const KEY_FIELDS: usize = 8;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct DataFoundation {
    pub(crate) sources: Vec<Source>,
    pub(crate) fields: Vec<FieldRow>,
    /// Columns that were measured, and those of them that earned points.
    pub(crate) measured: u64,
    pub(crate) scored: u64,
    /// Fields that seem to be known only after the outcome.
    pub(crate) suspects: Vec<Suspect>,
    /// Rows that are neither won nor lost.
    pub(crate) other_rows: u64,
    pub(crate) other_values: Vec<OtherValue>,
    pub(crate) more_other_values: u64,
    pub(crate) notes: Vec<String>,
    pub(crate) more_notes: u64,
    pub(crate) limitations: Vec<String>,
    pub(crate) absent: Vec<Absent>,
    pub(crate) thin: Vec<Thin>,
    pub(crate) periods: Vec<Period>,
    /// The option that holds the latest deals out, where that is recommended and was not done.
    pub(crate) temporal_option: Option<String>,
    /// Whether that option takes the rows of the file for the order of time.
    pub(crate) temporal_by_row: bool,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) part: &'static str,
    pub(crate) records: u64,
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
    /// Share of filled cells among the fields in use.
    pub(crate) complete: Option<f64>,
    pub(crate) key_fields: String,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct FieldRow {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) complete: f64,
    pub(crate) distinct: u64,
    pub(crate) dimension: &'static str,
    pub(crate) dimension_given: bool,
    pub(crate) used: bool,
    /// Most less fewest points of its own signals; `None` where it has none.
    pub(crate) points: Option<i32>,
    /// In how many combinations with points it takes part.
    pub(crate) combinations: u64,
    pub(crate) because: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Suspect {
    pub(crate) name: String,
    pub(crate) leakage: &'static str,
    pub(crate) used: bool,
    pub(crate) auc: Option<f64>,
    pub(crate) evidence: String,
    /// The option that brings it back; `None` for dates, which are not scored even if kept.
    pub(crate) keep: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct OtherValue {
    pub(crate) value: String,
    pub(crate) rows: u64,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Absent {
    pub(crate) what: String,
    pub(crate) cost: String,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Thin {
    pub(crate) name: String,
    pub(crate) sentence: String,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Period {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) deals: u64,
    pub(crate) won: u64,
    pub(crate) rate: f64,
}

impl DataFoundation {
    pub(crate) fn of(input: &ReportInput<'_>) -> Self {
        let audit = input.audit;
        let notes = &audit.quality.sentences;
        let order_column = match &audit.drift.order {
            TimeOrder::Date { column } => Some(column.clone()),
            _ => None,
        };
        let (others, more_other_values) = other_values(input);
        let fields: Vec<FieldRow> = audit.fields.iter().map(|field| field_row(field, input)).collect();
        Self {
            sources: sources(input, order_column.as_deref()),
            measured: fields.iter().filter(|field| field.used).count() as u64,
            scored: fields.iter().filter(|field| field.points.is_some() || field.combinations > 0).count()
                as u64,
            fields,
            suspects: suspects(audit),
            other_rows: input.other_values.iter().map(|(_, rows)| *rows as u64).sum(),
            other_values: others,
            more_other_values,
            notes: notes.iter().take(MOST_NOTES).cloned().collect(),
            more_notes: notes.len().saturating_sub(MOST_NOTES) as u64,
            limitations: limitations(input),
            absent: absent(audit),
            thin: audit.used().filter(|field| is_thin(field)).map(thin).collect(),
            periods: audit.drift.periods.iter().map(period).collect(),
            temporal_option: temporal_option(input),
            temporal_by_row: matches!(audit.drift.order, TimeOrder::Rows { falling: false, .. }),
        }
    }
}

/// What the audit says, with the change over time told once and without advice that was followed already.
fn limitations(input: &ReportInput<'_>) -> Vec<String> {
    let drift = &input.audit.drift;
    let mut sentences = input.audit.limitations.clone();
    if !sentences.contains(&drift.sentence) {
        sentences.push(drift.sentence.clone());
    }
    let followed = drifts(input) && Chosen::of(input) == Chosen::Latest;
    // The advice is the last sentence, after the figures in brackets.
    if let Some((facts, _)) = drift.sentence.rsplit_once("). ").filter(|_| followed) {
        let told = format!(
            "{facts}). The hold-out is the latest deals, so the figures of section 6 show what that does to the model."
        );
        let advice = sentences.iter_mut().filter(|sentence| **sentence == drift.sentence);
        advice.for_each(|sentence| sentence.clone_from(&told));
    }
    sentences
}

/// The option of a temporal hold-out, where one is called for.
fn temporal_option(input: &ReportInput<'_>) -> Option<String> {
    if !drifts(input) || Chosen::of(input) == Chosen::Latest {
        return None;
    }
    let column = match &input.audit.drift.order {
        TimeOrder::Date { column } => column,
        // The rows run backwards in time, so their number does not order them.
        TimeOrder::Rows { identifier: Some(name), falling: true } => name,
        _ => "row",
    };
    Some(format!("--holdout {}", shell_quoted(&format!("latest:{column}:0.25"))))
}

fn sources(input: &ReportInput<'_>, order: Option<&str>) -> Vec<Source> {
    let used: Vec<&str> = input.audit.used().map(|field| field.name.as_str()).collect();
    let source = |name: &str, part: &'static str, data: &Dataset| {
        let days = order.and_then(|column| span(data, column));
        Source {
            name: file_name(name).to_owned(),
            part,
            records: data.rows() as u64,
            from: days.map(|(from, _)| from.to_string()),
            to: days.map(|(_, to)| to.to_string()),
            complete: completeness(data, &used),
            key_fields: key_fields(input, data),
        }
    };
    let learned = if input.model.validation.refitted {
        "all closed deals, learned from"
    } else {
        "closed deals, learned from"
    };
    let held_out = if input.model.validation.refitted {
        "closed deals, held out for the figures of section 6"
    } else {
        "closed deals, held out"
    };
    let mut sources = vec![
        source(input.source, learned, input.train.data()),
        source(input.source, held_out, input.validation.deals.data()),
    ];
    if let Some(leads) = &input.leads {
        sources.push(source(leads.source, "current leads", leads.data));
    }
    sources
}

/// The last part of a path: folders are the reader's own affair and differ from machine to machine.
pub(crate) fn file_name(source: &str) -> &str {
    source.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or(source)
}

/// Share of filled cells over the named columns that the data have.
fn completeness(data: &Dataset, names: &[&str]) -> Option<f64> {
    let columns = names.iter().filter_map(|name| data.column(name));
    let (filled, cells) = columns.fold((0, 0), |sum, column| (sum.0 + column.filled(), sum.1 + column.len()));
    (cells > 0).then(|| filled as f64 / cells as f64)
}

/// The fields the model reads, or those it was measured on where it reads none.
fn key_fields(input: &ReportInput<'_>, data: &Dataset) -> String {
    let mut names: Vec<String> = Vec::new();
    for name in input.model.card.signals.iter().flat_map(Signal::fields) {
        if data.index_of(name).is_some() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    if names.is_empty() {
        "none: the model has no signals".to_owned()
    } else {
        format::shortened(&names, KEY_FIELDS)
    }
}

fn field_row(field: &FieldAudit, input: &ReportInput<'_>) -> FieldRow {
    let (pairs, own): (Vec<&Signal>, Vec<&Signal>) = input
        .model
        .card
        .signals
        .iter()
        .filter(|signal| signal.reads(&field.name))
        .partition(|signal| signal.is_pair());
    let width = |signal: &&Signal| signal.highest() - signal.lowest();
    FieldRow {
        name: field.name.clone(),
        kind: field.kind.word(),
        complete: field.complete,
        distinct: field.distinct,
        dimension: if field.kind.is_scorable() { field.dimension.word() } else { "–" },
        dimension_given: field.dimension_given,
        used: field.used,
        points: (!own.is_empty()).then(|| own.iter().map(width).sum()),
        combinations: pairs.len() as u64,
        because: field.excluded_because.clone(),
    }
}

/// Certain before suspect, then by the points of evidence.
fn suspects(audit: &Audit) -> Vec<Suspect> {
    // A column the user left out anyway needs no hint to bring it back.
    let ours = |field: &&FieldAudit| field.used || field.excluded_by == Some(Exclusion::Leakage);
    let mut fields: Vec<&FieldAudit> = audit.leaks().filter(ours).collect();
    fields.sort_by_key(|field| std::cmp::Reverse((field.leakage, field.suspicion)));
    let suspect = |field: &FieldAudit| Suspect {
        name: field.name.clone(),
        leakage: if field.leakage == Leakage::Certain { "certain" } else { "suspect" },
        used: field.used,
        auc: field.auc.filter(|_| field.kind != Kind::Date),
        evidence: field.evidence.join(" "),
        keep: (field.kind != Kind::Date).then(|| format!("--keep {}", shell_quoted(&field.name))),
    };
    fields.into_iter().map(suspect).collect()
}

/// A name as one word of a shell command.
pub(crate) fn shell_quoted(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
    if !name.is_empty() && name.chars().all(plain) {
        return name.to_owned();
    }
    format!("'{}'", name.replace('\'', r"'\''"))
}

fn other_values(input: &ReportInput<'_>) -> (Vec<OtherValue>, u64) {
    const SHOWN: usize = 10;
    let value = |(value, rows): &(Option<String>, usize)| OtherValue {
        value: value.clone().unwrap_or_else(|| "an empty cell".to_owned()),
        rows: *rows as u64,
    };
    let shown = input.other_values.iter().take(SHOWN).map(value).collect();
    (shown, input.other_values.len().saturating_sub(SHOWN) as u64)
}

fn absent(audit: &Audit) -> Vec<Absent> {
    let absent = audit.expected.iter().filter_map(|field| Some((field.what.clone(), field.cost.clone()?)));
    absent.map(|(what, cost)| Absent { what, cost }).collect()
}

/// Whether a field is thinner than the history as a whole, of which the limitations speak anyway.
fn is_thin(field: &FieldAudit) -> bool {
    field.adequacy.level == AdequacyLevel::TooFew || field.adequacy.thin_levels > 0
}

fn thin(field: &FieldAudit) -> Thin {
    Thin { name: field.name.clone(), sentence: field.adequacy.sentence.trim_end_matches('.').to_owned() }
}

fn period(period: &lead_scoring_audit::Period) -> Period {
    Period {
        from: period.from.clone(),
        to: period.to.clone(),
        deals: period.deals,
        won: period.won,
        rate: period.rate,
    }
}

#[cfg(test)]
mod tests {
    use super::shell_quoted;

    #[test]
    fn names_are_one_word_of_a_command() {
        assert_eq!(shell_quoted("Tags"), "Tags");
        assert_eq!(shell_quoted("Lead Quality"), "'Lead Quality'");
        assert_eq!(shell_quoted("it's"), r"'it'\''s'");
    }
}
