//! Section 1: the sources, their quality and what limits them.

use super::data_limits::{few_deals_behind, limitations};
use super::data_quality::notes;
use super::header::span;
use super::levels;
use super::loss_reasons::LossReasons;
use super::protected::{Protected, protected, told};
use crate::ReportInput;
use crate::phrases as say;
use crate::text::Text;
use lead_scoring_audit::{Audit, Exclusion, ExpectedField, FieldAudit, Leakage, TimeOrder};
use lead_scoring_core::{Dataset, Dimension, Kind, Message, OutcomeSpec, Part, named_of};
use lead_scoring_model::Signal;
use serde::Serialize;

/// Quality notes that are listed; the rest is in the audit's own file.
const MOST_NOTES: usize = 30;
/// Fields named as the key ones of a source.
const KEY_FIELDS: usize = 8;
/// What only a closed deal has.
const KNOWN_AT_THE_END: [&str; 2] = ["cycle length", "loss reason"];

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct DataFoundation {
    pub(crate) sources: Vec<Source>,
    pub(crate) fields: Vec<FieldRow>,
    /// The measured columns by what they say of a lead.
    pub(crate) dimensions: Vec<DimensionRow>,
    /// Which column says what was won and lost, by which values.
    pub(crate) outcome: Option<Text>,
    /// Columns that were measured, and those of them that earned points.
    pub(crate) measured: u64,
    pub(crate) scored: u64,
    /// Fields that seem to be known only after the outcome.
    pub(crate) suspects: Vec<Suspect>,
    /// Rows that are neither won nor lost.
    pub(crate) other_rows: u64,
    pub(crate) other_values: Vec<OtherValue>,
    pub(crate) more_other_values: u64,
    pub(crate) notes: Vec<Text>,
    pub(crate) more_notes: u64,
    pub(crate) limitations: Vec<Text>,
    /// Measured fields whose names suggest what law protects.
    pub(crate) protected: Vec<Protected>,
    pub(crate) absent: Vec<Absent>,
    /// Fields with points that have values behind which stand few deals.
    pub(crate) thin: Vec<Text>,
    /// Whether the file begins with the newest deals.
    pub(crate) newest_first: bool,
    pub(crate) periods: Vec<Period>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) part: Text,
    pub(crate) records: u64,
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
    /// Share of filled cells among the fields measured.
    pub(crate) complete: Option<f64>,
    pub(crate) key_fields: Text,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct FieldRow {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) complete: f64,
    pub(crate) distinct: u64,
    /// `–` of a column that was not measured.
    pub(crate) dimension: &'static str,
    pub(crate) dimension_given: bool,
    pub(crate) used: bool,
    /// Most less fewest points of its own signals; `None` where it has none.
    pub(crate) points: Option<i32>,
    /// In how many combinations with points it takes part.
    pub(crate) combinations: u64,
    pub(crate) because: Option<Text>,
}

/// The measured columns of a dimension.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct DimensionRow {
    pub(crate) name: &'static str,
    pub(crate) columns: u64,
    /// Those of them that earned points, alone or in a combination.
    pub(crate) scored: u64,
    /// Share of filled cells of the deals learned from; `None` without columns.
    pub(crate) complete: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Suspect {
    pub(crate) name: String,
    pub(crate) leakage: &'static str,
    pub(crate) used: bool,
    pub(crate) auc: Option<f64>,
    pub(crate) evidence: Option<Text>,
    /// The option that brings it back; `None` for dates, which are not scored even if kept.
    pub(crate) keep: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct OtherValue {
    /// `None` for an empty cell.
    pub(crate) value: Option<String>,
    pub(crate) rows: u64,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Absent {
    pub(crate) what: String,
    pub(crate) cost: Text,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Period {
    pub(crate) from: Text,
    pub(crate) to: Text,
    pub(crate) deals: u64,
    pub(crate) won: u64,
    pub(crate) rate: f64,
}

impl DataFoundation {
    pub(crate) fn of(input: &ReportInput<'_>, losses: &LossReasons) -> Self {
        let audit = input.audit;
        let notes = notes(input, losses);
        let named_notes = named_of(notes.len(), MOST_NOTES);
        let order_column = match &audit.drift.order {
            TimeOrder::Date { column } => Some(column.clone()),
            _ => None,
        };
        let protected = protected(input);
        let (others, more_other_values) = other_values(input);
        let fields: Vec<FieldRow> = audit.fields.iter().map(|field| field_row(field, input)).collect();
        Self {
            sources: sources(input, order_column.as_deref()),
            outcome: input.outcome.map(outcome),
            measured: fields.iter().filter(|field| field.used).count() as u64,
            scored: fields.iter().filter(|field| field.points.is_some() || field.combinations > 0).count()
                as u64,
            dimensions: Dimension::ALL.map(|dimension| of_dimension(dimension, input, &fields)).into(),
            fields,
            suspects: suspects(audit),
            other_rows: input.other_values.iter().map(|(_, rows)| *rows as u64).sum(),
            other_values: others,
            more_other_values,
            more_notes: (notes.len() - named_notes) as u64,
            notes: notes.into_iter().take(named_notes).map(Text::from).collect(),
            limitations: limitations(input).into_iter().chain(told(&protected)).map(Text::from).collect(),
            protected,
            absent: absent(input),
            thin: few_deals_behind(input).into_iter().map(Text::from).collect(),
            newest_first: matches!(audit.drift.order, TimeOrder::Rows { falling: true, .. }),
            periods: audit.drift.periods.iter().map(period).collect(),
        }
    }
}

fn sources(input: &ReportInput<'_>, order: Option<&str>) -> Vec<Source> {
    let used: Vec<&str> = input.audit.used().map(|field| field.name.as_str()).collect();
    let source = |name: &str, part: Message, data: &Dataset| {
        let days = order.and_then(|column| span(data, column));
        Source {
            name: file_name(name).to_owned(),
            part: part.into(),
            records: data.rows() as u64,
            from: days.map(|(from, _)| from.to_string()),
            to: days.map(|(_, to)| to.to_string()),
            complete: completeness(data, &used),
            key_fields: key_fields(input, data),
        }
    };
    let (learned, held_out) = if input.model.validation.refitted {
        (say::ALL_LEARNED_FROM, say::HELD_OUT_FOR_FIGURES)
    } else {
        (say::LEARNED_FROM, say::HELD_OUT)
    };
    let mut sources = vec![
        source(input.source, learned.message(), input.train.data()),
        source(input.source, held_out.message(), input.validation.deals.data()),
    ];
    if let Some(leads) = &input.leads {
        sources.push(source(leads.source, say::CURRENT_LEADS.message(), leads.data));
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

/// The first of the fields the model reads.
fn key_fields(input: &ReportInput<'_>, data: &Dataset) -> Text {
    let mut names: Vec<&str> = Vec::new();
    for name in input.model.card.signals.iter().flat_map(Signal::fields) {
        if data.index_of(name).is_some() && !names.contains(&name) {
            names.push(name);
        }
    }
    let named = named_of(names.len(), KEY_FIELDS);
    match names.len() - named {
        _ if names.is_empty() => say::NO_KEY_FIELDS.message().into(),
        0 => say::NAME.with([("name", series(&names))]).into(),
        more => {
            names.truncate(named);
            say::NAMES_AND_MORE.with([("names", series(&names)), ("more", more.into())]).into()
        }
    }
}

fn series(names: &[&str]) -> Part {
    Part::Series(names.iter().map(|name| Part::from(*name)).collect())
}

fn of_dimension(dimension: Dimension, input: &ReportInput<'_>, fields: &[FieldRow]) -> DimensionRow {
    let fields: Vec<&FieldRow> =
        fields.iter().filter(|field| field.used && field.dimension == dimension.word()).collect();
    let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    DimensionRow {
        name: dimension.label(),
        columns: fields.len() as u64,
        scored: fields.iter().filter(|field| field.points.is_some() || field.combinations > 0).count() as u64,
        complete: completeness(input.train.data(), &names),
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
        dimension: if field.used { field.dimension.word() } else { "–" },
        dimension_given: field.dimension_given,
        used: field.used,
        points: (!own.is_empty()).then(|| own.iter().map(width).sum()),
        combinations: pairs.len() as u64,
        because: because(field).map(Text::from),
    }
}

/// Why a column is left out; what speaks for its being known only later stands in section 1.2.
fn because(field: &FieldAudit) -> Option<Message> {
    let reason = field.excluded_because.clone()?;
    Some(match field.excluded_by {
        Some(Exclusion::Leakage) => say::SEE_QUALITY.with([("reason", reason.into())]),
        _ => reason,
    })
}

/// Certain before suspect, then those first that rank best alone; those of which that is not known last.
fn suspects(audit: &Audit) -> Vec<Suspect> {
    // A column the user left out anyway needs no hint to bring it back.
    let ours = |field: &&FieldAudit| field.used || field.excluded_by == Some(Exclusion::Leakage);
    let mut fields: Vec<&FieldAudit> = audit.leaks().filter(ours).collect();
    let strength = |field: &FieldAudit| field.auc.unwrap_or(f64::NEG_INFINITY);
    fields.sort_by(|a, b| b.leakage.cmp(&a.leakage).then(strength(b).total_cmp(&strength(a))));
    let suspect = |field: &FieldAudit| Suspect {
        name: field.name.clone(),
        leakage: if field.leakage == Leakage::Certain { "certain" } else { "suspect" },
        used: field.used,
        auc: field.auc,
        evidence: Text::told(field.evidence.iter().cloned()),
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

fn outcome(spec: &OutcomeSpec) -> Text {
    const SHOWN: usize = 3;
    let column = ("column", spec.column.as_str().into());
    let values = |values: &[String]| levels::any_of(values, SHOWN);
    say::DATA_OUTCOME.with([column, ("won", values(&spec.won)), ("lost", values(&spec.lost))]).into()
}

fn other_values(input: &ReportInput<'_>) -> (Vec<OtherValue>, u64) {
    const SHOWN: usize = 10;
    let value =
        |(value, rows): &(Option<String>, usize)| OtherValue { value: value.clone(), rows: *rows as u64 };
    let named = named_of(input.other_values.len(), SHOWN);
    let shown = input.other_values.iter().take(named).map(value).collect();
    (shown, (input.other_values.len() - named) as u64)
}

fn absent(input: &ReportInput<'_>) -> Vec<Absent> {
    let absent = wanting(input).filter_map(|field| Some((field.what.clone(), field.cost.as_ref()?)));
    absent.map(|(what, cost)| Absent { what, cost: cost.into() }).collect()
}

/// The fields a score usually wants that no column's name suggests, but for those whose dimension has signals by other names.
pub(super) fn wanting<'a>(input: &ReportInput<'a>) -> impl Iterator<Item = &'a ExpectedField> {
    let signals = &input.model.card.signals;
    let has = |dimension: Dimension| signals.iter().any(|signal| signal.dimension == dimension);
    let (behavioral, engagement, intent) =
        (has(Dimension::Behavioral), has(Dimension::Engagement), has(Dimension::Intent));
    input.audit.expected.iter().filter(move |field| {
        let covered = match field.what.as_str() {
            "engagement" => behavioral || engagement,
            "intent" => intent,
            _ => false,
        };
        field.columns.is_empty() && !covered
    })
}

/// Those of them that an open lead may have, so that they could give points: the others only a closed deal has.
pub(super) fn wanting_of_leads<'a>(input: &ReportInput<'a>) -> impl Iterator<Item = &'a ExpectedField> {
    wanting(input).filter(|field| !KNOWN_AT_THE_END.contains(&field.what.as_str()))
}

fn period(period: &lead_scoring_audit::Period) -> Period {
    Period {
        from: Text::from(&period.from),
        to: Text::from(&period.to),
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
