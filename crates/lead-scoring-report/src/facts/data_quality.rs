//! Section 1.2: the faults the audit found, and how a score treats missing values.

use super::loss_reasons::LossReasons;
use crate::phrases as say;
use crate::{ReportInput, format};
use lead_scoring_audit::FieldAudit;
use lead_scoring_core::{Message, named_of};
use lead_scoring_model::Signal;

/// Filled share below which a field's missing values are told.
const FILLED: f64 = 0.95;
/// Fields whose missing values are told one by one.
const MOST_FIELDS: usize = 8;

/// What lacks most comes first, then the audit's sentences.
pub(super) fn notes(input: &ReportInput<'_>, losses: &LossReasons) -> Vec<Message> {
    let mut notes = missing(input);
    notes.extend(reasons_recorded(losses));
    notes.extend(input.audit.quality.sentences.iter().cloned());
    notes
}

/// The measured fields that lack values, emptiest first.
fn missing(input: &ReportInput<'_>) -> Vec<Message> {
    let lacks = |field: &&FieldAudit| field.complete < FILLED;
    let mut fields: Vec<&FieldAudit> = input.audit.used().filter(lacks).collect();
    fields.sort_by(|a, b| a.complete.total_cmp(&b.complete));
    let named = named_of(fields.len(), MOST_FIELDS);
    let more = fields.len() - named;
    let told = fields.into_iter().take(named);
    let mut told: Vec<Message> = told.map(|field| missing_in(field, &input.model.card.signals)).collect();
    told.extend((more > 0).then(|| say::MISSING_IN_MORE.with([("fields", more.into())])));
    told
}

fn missing_in(field: &FieldAudit, signals: &[Signal]) -> Message {
    let own = signals.iter().filter(|signal| signal.reads(&field.name) && !signal.is_pair());
    let points =
        own.filter_map(|signal| signal.bins.get(signal.missing_code())).map(|bin| i64::from(bin.points));
    let figures = |points: i64| {
        let share = format::percent(1.0 - field.complete);
        [
            ("field", field.name.as_str().into()),
            ("share", share.into()),
            ("points", format::signed(points).into()),
        ]
    };
    match points.sum() {
        0 => say::MISSING_WITHOUT_POINTS.with(figures(0)),
        points => say::MISSING_WITH_POINTS.with(figures(points)),
    }
}

fn reasons_recorded(losses: &LossReasons) -> Option<Message> {
    let column = losses.column.as_deref().filter(|_| losses.lost > 0)?;
    let share = losses.lost.saturating_sub(losses.without_reason) as f64 / losses.lost as f64;
    let figures = [("field", column.into()), ("share", format::percent(share).into())];
    (share < FILLED).then(|| say::LOSS_REASONS_RECORDED.with(figures))
}
