//! Section 5: how to bring the model into a CRM.

use super::guessed::guessed;
use super::tiers::Tiers;
use crate::ReportInput;
use lead_scoring_core::Dimension;
use lead_scoring_model::Signal;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Crm {
    pub(crate) lowest: i32,
    pub(crate) highest: i32,
    pub(crate) fields: Vec<DimensionField>,
    pub(crate) mapping: Vec<Mapping>,
    /// The columns of the mapping, each once.
    pub(crate) columns: Vec<String>,
    /// Fields worth recording that the history lacks.
    pub(crate) to_collect: Vec<String>,
    /// Points of a change that counts as a trend; `None` without tiers.
    pub(crate) step: Option<i32>,
    pub(crate) behavioral: Vec<String>,
    pub(crate) engagement: Vec<String>,
    pub(crate) intent: Vec<String>,
    pub(crate) firmographic: Vec<String>,
    /// Columns of the signals whose dimension was guessed from the name.
    pub(crate) guessed: Vec<String>,
}

/// The CRM field of a dimension's subtotal.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct DimensionField {
    pub(crate) name: &'static str,
    pub(crate) dimension: &'static str,
    pub(crate) lowest: i32,
    pub(crate) highest: i32,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Mapping {
    pub(crate) signal: String,
    /// The column it reads; of a combination both.
    pub(crate) columns: Vec<MappedColumn>,
    pub(crate) dimension: &'static str,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct MappedColumn {
    pub(crate) field: String,
    pub(crate) kind: &'static str,
    /// Share of training deals with a value.
    pub(crate) complete: Option<f64>,
}

impl Crm {
    pub(crate) fn of(input: &ReportInput<'_>, tiers: &Tiers) -> Self {
        let card = &input.model.card;
        let (lowest, highest) = card.range();
        let names = |dimension: Dimension| {
            fields_of(card.signals.iter().filter(|signal| signal.dimension == dimension))
        };
        let column = |signal: &Signal, field: &str| {
            let read = signal.inputs.iter().find(|read| read.field == field)?;
            let complete = input.audit.field(field).map(|field| field.complete);
            Some(MappedColumn { field: field.to_owned(), kind: read.kind.word(), complete })
        };
        let mapping = card.signals.iter().map(|signal| Mapping {
            signal: signal.name.clone(),
            columns: signal.fields().filter_map(|field| column(signal, field)).collect(),
            dimension: signal.dimension.label(),
        });
        let field = |dimension: Dimension| {
            let (lowest, highest) = card.dimension_range(dimension);
            DimensionField { name: crm_field(dimension), dimension: dimension.label(), lowest, highest }
        };
        let absent = input.audit.expected.iter().filter(|field| field.columns.is_empty());
        Self {
            lowest,
            highest,
            fields: Dimension::ALL.map(field).into(),
            mapping: mapping.collect(),
            columns: fields_of(card.signals.iter()),
            to_collect: absent.map(|field| field.what.clone()).collect(),
            step: tiers.transitions.as_ref().map(|transitions| transitions.step),
            behavioral: names(Dimension::Behavioral),
            engagement: names(Dimension::Engagement),
            intent: names(Dimension::Intent),
            firmographic: names(Dimension::Firmographic),
            guessed: guessed(input, card.signals.iter().flat_map(Signal::fields)),
        }
    }
}

/// The fields that signals read, each once.
fn fields_of<'a>(signals: impl Iterator<Item = &'a Signal>) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for field in signals.flat_map(Signal::fields) {
        if !fields.iter().any(|known| known == field) {
            fields.push(field.to_owned());
        }
    }
    fields
}

const fn crm_field(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Firmographic => "Lead_Score_Firmographic",
        Dimension::Behavioral => "Lead_Score_Behavioral",
        Dimension::Engagement => "Lead_Score_Engagement",
        Dimension::Intent => "Lead_Score_Intent",
    }
}
