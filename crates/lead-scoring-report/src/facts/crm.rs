//! Section 5: how to bring the model into a CRM.

use super::guessed::guessed;
use super::tiers::Tiers;
use crate::ReportInput;
use lead_scoring_core::Dimension;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Crm {
    pub(crate) lowest: i32,
    pub(crate) highest: i32,
    pub(crate) fields: Vec<DimensionField>,
    pub(crate) mapping: Vec<Mapping>,
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
pub(crate) struct DimensionField {
    pub(crate) name: &'static str,
    pub(crate) dimension: &'static str,
    pub(crate) lowest: i32,
    pub(crate) highest: i32,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Mapping {
    pub(crate) signal: String,
    pub(crate) field: String,
    pub(crate) kind: &'static str,
    pub(crate) dimension: &'static str,
    /// Share of training deals with a value.
    pub(crate) complete: Option<f64>,
}

impl Crm {
    pub(crate) fn of(input: &ReportInput<'_>, tiers: &Tiers) -> Self {
        let card = &input.model.card;
        let (lowest, highest) = card.range();
        let names = |dimension: Dimension| {
            let mut fields: Vec<String> = Vec::new();
            for signal in card.signals.iter().filter(|signal| signal.dimension == dimension) {
                if !fields.contains(&signal.field) {
                    fields.push(signal.field.clone());
                }
            }
            fields
        };
        let mapping = card.signals.iter().map(|signal| Mapping {
            signal: signal.name.clone(),
            field: signal.field.clone(),
            kind: signal.kind.word(),
            dimension: signal.dimension.label(),
            complete: input.audit.field(&signal.field).map(|field| field.complete),
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
            to_collect: absent.map(|field| field.what.clone()).collect(),
            step: tiers.transitions.as_ref().map(|transitions| transitions.step),
            behavioral: names(Dimension::Behavioral),
            engagement: names(Dimension::Engagement),
            intent: names(Dimension::Intent),
            firmographic: names(Dimension::Firmographic),
            guessed: guessed(input, card.signals.iter().map(|signal| signal.field.as_str())),
        }
    }
}

const fn crm_field(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Firmographic => "Lead_Score_Firmographic",
        Dimension::Behavioral => "Lead_Score_Behavioral",
        Dimension::Engagement => "Lead_Score_Engagement",
        Dimension::Intent => "Lead_Score_Intent",
    }
}
