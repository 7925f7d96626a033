//! What a reader of the model must know about its data, as sentences.

use crate::findings::{
    Adequacy, AdequacyLevel, Drift, Exclusion, ExpectedField, FieldAudit, Leakage, Quality, Survivorship,
    TimeOrder,
};
use crate::text::{percent, quoted};
use lead_scoring_core::counted;

/// Share of filled cells below which a field is called sparse.
const SPARSE: f64 = 0.5;

/// The parts of an audit that limit what a model can claim.
pub(crate) struct Parts<'a> {
    pub(crate) rows: u64,
    pub(crate) fields: &'a [FieldAudit],
    pub(crate) expected: &'a [ExpectedField],
    pub(crate) quality: &'a Quality,
    pub(crate) survivorship: &'a Survivorship,
    pub(crate) drift: &'a Drift,
    pub(crate) sample: &'a Adequacy,
}

/// The sentences, most important first.
pub(crate) fn of(parts: &Parts<'_>) -> Vec<String> {
    let mut limits = Vec::new();
    if parts.sample.level != AdequacyLevel::Enough {
        limits.push(parts.sample.sentence.clone());
    }
    if parts.survivorship.suspected {
        limits.extend(parts.survivorship.sentences.iter().cloned());
    }
    limits.extend(leaks(parts.fields));
    if parts.drift.recommend_temporal {
        limits.push(parts.drift.sentence.clone());
    } else if matches!(parts.drift.order, TimeOrder::Rows { identifier: None, .. }) {
        limits.push(
            "Without a date column it cannot be told for certain whether the past resembles the present."
                .to_owned(),
        );
    }
    limits.extend(shifting(parts));
    limits.extend(absent(parts.expected));
    limits.extend(sparse(parts.fields));
    let repeated = parts.quality.exact_duplicates + parts.quality.near_duplicates;
    if repeated > 0 {
        let share = percent(repeated as f64 / parts.rows as f64);
        let verb = if repeated == 1 { "repeats" } else { "repeat" };
        limits.push(format!(
            "{} ({share}) {verb} an earlier one in all but identifiers; a deal entered again counts again.",
            counted(repeated, "row")
        ));
    }
    limits.push("The history shows what went together with winning, not what caused it.".to_owned());
    limits
}

fn leaks(fields: &[FieldAudit]) -> Vec<String> {
    let names = |wanted: &dyn Fn(&FieldAudit) -> bool| -> Vec<&str> {
        fields.iter().filter(|field| wanted(field)).map(|field| field.name.as_str()).collect()
    };
    let mut sentences = Vec::new();
    let left_out = names(&|field| field.excluded_by == Some(Exclusion::Leakage));
    if !left_out.is_empty() {
        sentences.push(format!("Left out as known only after the outcome: {}.", quoted(&left_out)));
    }
    let kept = names(&|field| field.leakage != Leakage::None && field.used);
    if !kept.is_empty() {
        sentences.push(format!(
            "Used because you keep them, though they seem to be known only after the outcome: {}; accuracy will look better than it is.",
            quoted(&kept)
        ));
    }
    sentences
}

fn absent(expected: &[ExpectedField]) -> Option<String> {
    let absent: Vec<&str> =
        expected.iter().filter(|field| field.columns.is_empty()).map(|field| field.what.as_str()).collect();
    (!absent.is_empty()).then(|| format!("No column was found for {}.", absent.join(", ")))
}

fn sparse(fields: &[FieldAudit]) -> Option<String> {
    let names: Vec<&str> = fields
        .iter()
        .filter(|field| field.used && field.complete < SPARSE)
        .map(|field| field.name.as_str())
        .collect();
    (!names.is_empty()).then(|| format!("Fewer than half of the deals have a value in {}.", quoted(&names)))
}

fn shifting(parts: &Parts<'_>) -> Option<String> {
    let used = |name: &str| parts.fields.iter().any(|field| field.used && field.name == name);
    let shifts = parts.drift.shifting_fields.iter().map(|shift| shift.field.as_str());
    let names: Vec<&str> = shifts.filter(|name| used(name)).collect();
    (!names.is_empty()).then(|| {
        format!(
            "The values of {} differ between the older and the newer half; what they teach may not last.",
            quoted(&names)
        )
    })
}
