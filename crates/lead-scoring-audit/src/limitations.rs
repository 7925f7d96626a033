//! What a reader of the model must know about its data, as sentences.

use crate::findings::{
    Adequacy, AdequacyLevel, Drift, Exclusion, FieldAudit, FieldShift, Leakage, Survivorship, TimeOrder,
};
use crate::option::build_option;
use crate::phrases as say;
use crate::text::{percent, quoted};
use lead_scoring_core::{Kind, Message, Part, name_words, named_of};

/// Share of filled cells below which a field is called sparse.
const SPARSE: f64 = 0.5;

/// The parts of an audit that limit what a model can claim.
pub(crate) struct Parts<'a> {
    /// Rows without an outcome yet.
    pub(crate) open: u64,
    pub(crate) fields: &'a [FieldAudit],
    pub(crate) survivorship: &'a Survivorship,
    pub(crate) drift: &'a Drift,
    pub(crate) sample: &'a Adequacy,
}

/// The sentences, most important first. What is missing is told by [`crate::ExpectedField`].
pub(crate) fn of(parts: &Parts<'_>) -> Vec<Message> {
    let mut limits = Vec::new();
    if parts.sample.level != AdequacyLevel::Enough {
        limits.push(parts.sample.sentence.clone());
    }
    limits.extend(survivors(parts));
    limits.extend(leaks(parts.fields));
    limits.extend(doubtful(parts.fields, |_| true));
    if parts.drift.recommend_temporal {
        limits.push(parts.drift.sentence.clone());
    } else if matches!(parts.drift.order, TimeOrder::Rows { identifier: None, .. }) {
        limits.push(without_date(parts.drift));
    }
    limits.extend(shifting(parts));
    limits.extend(sparse(parts.fields));
    limits.push(say::NOT_CAUSES.message());
    limits
}

/// That time is in no column, which what was found in the order of the rows says by itself.
fn without_date(drift: &Drift) -> Message {
    if drift.sentence.phrase() == say::TIME_TOO_FEW { say::NO_DATE.message() } else { drift.sentence.clone() }
}

/// A history of closed deals shows only what was closed.
fn survivors(parts: &Parts<'_>) -> Vec<Message> {
    match parts.open {
        _ if parts.survivorship.suspected => parts.survivorship.sentences.clone(),
        0 => vec![say::CLOSED_ONLY.message()],
        open => vec![say::CLOSED_ONLY_SOME_OPEN.with([("open", open.into())])],
    }
}

fn leaks(fields: &[FieldAudit]) -> Vec<Message> {
    let names = |wanted: &dyn Fn(&FieldAudit) -> bool| -> Vec<&str> {
        fields.iter().filter(|field| wanted(field)).map(|field| field.name.as_str()).collect()
    };
    let left_out = |level: Leakage| {
        names(&|field| field.excluded_by == Some(Exclusion::Leakage) && field.leakage == level)
    };
    let told = [
        (say::LEFT_OUT_CERTAIN, left_out(Leakage::Certain)),
        (say::LEFT_OUT_SUSPECT, left_out(Leakage::Suspect)),
        (say::KEPT_SUSPECT, names(&|field| field.leakage != Leakage::None && field.used)),
    ];
    let told = told.into_iter().filter(|(_, names)| !names.is_empty());
    told.map(|(phrase, names)| phrase.with([("count", names.len().into()), ("fields", quoted(&names))]))
        .collect()
}

/// Fields in use that may hold what was known only later, without enough evidence to leave them out; of those that are wanted.
pub(crate) fn doubtful(fields: &[FieldAudit], wanted: impl Fn(&str) -> bool) -> Vec<Message> {
    let fields = || fields.iter().filter(|field| wanted(&field.name));
    let uneven = |field: &FieldAudit| {
        let evidence = filled_unevenly(field)?;
        let parts = [
            ("field", field.name.as_str().into()),
            ("evidence", evidence.clone().into()),
            ("option", build_option("exclude", &field.name).into()),
        ];
        Some(say::FILLED_UNEVENLY.with(parts))
    };
    let mut sentences: Vec<Message> = fields().filter_map(uneven).collect();
    let overwritten = fields().filter(|field| is_overwritten(field));
    let names: Vec<&str> = overwritten.map(|field| field.name.as_str()).collect();
    if !names.is_empty() {
        sentences.push(say::STATE_AT_EXPORT.with([
            ("count", names.len().into()),
            ("fields", quoted(&names)),
            ("option", build_option("exclude", &names.join(",")).into()),
        ]));
    }
    sentences
}

fn is_unsuspected(field: &FieldAudit) -> bool {
    field.used && field.leakage == Leakage::None
}

/// What tells that the field is filled more often after one outcome than after the other.
fn filled_unevenly(field: &FieldAudit) -> Option<&Message> {
    let mut evidence = field.evidence.iter().filter(|_| is_unsuspected(field));
    evidence.find(|clue| clue.phrase() == say::FILLED_BY_OUTCOME)
}

pub(crate) fn is_filled_unevenly(field: &FieldAudit) -> bool {
    filled_unevenly(field).is_some()
}

/// Whether each new event replaces the value: "Last Activity", "Latest Campaign".
pub(crate) fn is_overwritten(field: &FieldAudit) -> bool {
    let is_event = matches!(field.kind, Kind::Category | Kind::Flag | Kind::Set);
    is_unsuspected(field)
        && is_event
        && name_words(&field.name).iter().any(|word| matches!(word.as_str(), "last" | "latest"))
}

fn sparse(fields: &[FieldAudit]) -> Option<Message> {
    let sparse = fields.iter().filter(|field| field.used && field.complete < SPARSE);
    let names: Vec<&str> = sparse.map(|field| field.name.as_str()).collect();
    (!names.is_empty()).then(|| say::MOSTLY_EMPTY.with([("fields", quoted(&names))]))
}

fn shifting(parts: &Parts<'_>) -> Option<Message> {
    const SHOWN: usize = 4;
    let used = |name: &str| parts.fields.iter().any(|field| field.used && field.name == name);
    let shifts: Vec<_> = parts.drift.shifting_fields.iter().filter(|shift| used(&shift.field)).collect();
    let told = |shift: &&FieldShift| -> Part {
        let figures = [
            ("field", shift.field.as_str().into()),
            ("level", shift.level.clone().into()),
            ("older", percent(shift.older_share).into()),
            ("newer", percent(shift.newer_share).into()),
        ];
        say::SHIFTED_FIELD.with(figures).into()
    };
    let shown = named_of(shifts.len(), SHOWN);
    let mut fields: Vec<Part> = shifts.iter().take(shown).map(told).collect();
    let more = shifts.len() - shown;
    fields.extend((more > 0).then(|| say::MORE.with([("count", more.into())]).into()));
    (!shifts.is_empty()).then(|| say::VALUES_SHIFT.with([("fields", Part::List(fields))]))
}
