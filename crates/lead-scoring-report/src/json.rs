//! `validation.json` and `audit.json`: the figures for programs.

use crate::Result;
use lead_scoring_audit::{Audit, FieldAudit, Message};
use lead_scoring_fit::Comparison;
use lead_scoring_validation::{Metric, ValidationReport};
use serde::Serialize;
use std::collections::BTreeMap;

/// The validation as JSON.
///
/// `verdict` (`deploy`, `deploy_with_care`, `do_not_deploy`), `reasons`, `holdout` (`won`, `lost`, `how`), `metrics` (by name, each with
/// `value`, `lower`, `upper`, `target`, `pass`; `null` where there is none), `strategies` (how the strategy of the points was chosen, see
/// [`Comparison`]; without `records` where none was compared), then tiers, confusion matrices, thresholds, calibration, gains,
/// bands, the ROC curve and the wrongly called deals, which are named by their row only.
///
/// # Errors
/// [`crate::ErrorKind::Rendering`] where the text cannot be put together.
pub fn validation_json(report: &ValidationReport, strategies: &Comparison) -> Result<String> {
    let metrics = report.metrics.iter().map(|metric| (metric.name, MetricFigures::of(metric))).collect();
    let document = ValidationDocument {
        verdict: report.verdict,
        reasons: &report.reasons,
        holdout: HoldOut { won: report.won, lost: report.lost, how: &report.how },
        metrics,
        strategies,
        monotone: report.monotone,
        tiers: &report.tiers,
        confusion: &report.confusion,
        hot_confusion: &report.hot_confusion,
        thresholds: &report.thresholds,
        probability: &report.probability,
        gains: &report.gains,
        bands: &report.bands,
        roc: &report.roc,
        false_positives: &report.false_positives,
        false_negatives: &report.false_negatives,
    };
    Ok(serde_json::to_string_pretty(&document)?)
}

#[derive(Serialize)]
struct ValidationDocument<'a> {
    verdict: lead_scoring_model::Verdict,
    reasons: &'a [Message],
    holdout: HoldOut<'a>,
    metrics: BTreeMap<&'static str, MetricFigures<'a>>,
    strategies: &'a Comparison,
    monotone: bool,
    tiers: &'a [lead_scoring_calibration::TierSummary],
    confusion: &'a Option<lead_scoring_validation::ConfusionMatrix>,
    hot_confusion: &'a Option<lead_scoring_validation::ConfusionMatrix>,
    thresholds: &'a [lead_scoring_validation::ThresholdRow],
    probability: &'a lead_scoring_calibration::ProbabilityFit,
    gains: &'a lead_scoring_calibration::Gains,
    bands: &'a [lead_scoring_calibration::Band],
    roc: &'a [lead_scoring_validation::RocPoint],
    false_positives: &'a lead_scoring_validation::Misjudged,
    false_negatives: &'a lead_scoring_validation::Misjudged,
}

#[derive(Serialize)]
struct HoldOut<'a> {
    won: u64,
    lost: u64,
    how: &'a Message,
}

#[derive(Serialize)]
struct MetricFigures<'a> {
    value: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    target: Option<f64>,
    pass: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a Message>,
}

impl<'a> MetricFigures<'a> {
    fn of(metric: &'a Metric) -> Self {
        Self {
            value: metric.value,
            lower: metric.lower,
            upper: metric.upper,
            target: metric.target,
            pass: metric.pass,
            note: metric.note.as_ref(),
        }
    }
}

/// The audit as JSON.
///
/// `fields`, in the order of the data, each with `name`, `kind`, `complete` (0 to 1), `used`, `excluded_because` (`null` where used),
/// `leakage` (`none`, `suspect`, `certain`) and `evidence` (a list of sentences), followed by the other findings about the field; and the
/// findings about the whole history.
///
/// # Errors
/// [`crate::ErrorKind::Rendering`] where the text cannot be put together.
pub fn audit_json(audit: &Audit) -> Result<String> {
    let document = AuditDocument {
        rows: audit.rows,
        won: audit.won,
        lost: audit.lost,
        base_rate: audit.base_rate,
        open_rows: audit.open_rows,
        outcome: audit.outcome.as_deref(),
        fields: audit.fields.iter().map(field).collect(),
        expected: &audit.expected,
        quality: &audit.quality,
        survivorship: &audit.survivorship,
        drift: &audit.drift,
        sample: &audit.sample,
        limitations: &audit.limitations,
    };
    Ok(serde_json::to_string_pretty(&document)?)
}

#[derive(Serialize)]
struct AuditDocument<'a> {
    rows: u64,
    won: u64,
    lost: u64,
    base_rate: f64,
    open_rows: Option<u64>,
    outcome: Option<&'a str>,
    fields: Vec<Field<'a>>,
    expected: &'a [lead_scoring_audit::ExpectedField],
    quality: &'a lead_scoring_audit::Quality,
    survivorship: &'a lead_scoring_audit::Survivorship,
    drift: &'a lead_scoring_audit::Drift,
    sample: &'a lead_scoring_audit::Adequacy,
    limitations: &'a [Message],
}

#[derive(Serialize)]
struct Field<'a> {
    name: &'a str,
    kind: &'static str,
    complete: f64,
    used: bool,
    excluded_because: Option<&'a Message>,
    leakage: &'static str,
    evidence: &'a [Message],
    filled: u64,
    distinct: u64,
    range: &'a Option<lead_scoring_audit::ValueRange>,
    examples: &'a [lead_scoring_audit::LevelCount],
    dimension: &'static str,
    dimension_given: bool,
    suspicion: u32,
    auc: Option<f64>,
    quality: &'a [Message],
    adequacy: &'a lead_scoring_audit::Adequacy,
}

fn field(field: &FieldAudit) -> Field<'_> {
    Field {
        name: &field.name,
        kind: field.kind.word(),
        complete: field.complete,
        used: field.used,
        excluded_because: field.excluded_because.as_ref(),
        leakage: field.leakage.word(),
        evidence: &field.evidence,
        filled: field.filled,
        distinct: field.distinct,
        range: &field.range,
        examples: &field.examples,
        dimension: field.dimension.word(),
        dimension_given: field.dimension_given,
        suspicion: field.suspicion,
        auc: field.auc,
        quality: &field.quality,
        adequacy: &field.adequacy,
    }
}
