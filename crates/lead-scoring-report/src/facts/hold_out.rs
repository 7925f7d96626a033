//! How the hold-out was chosen, and whether a change over time calls for another.

use crate::ReportInput;
use crate::format::percent_beside;
use crate::phrases::{
    CONFIDENCE_DRIFT, DRIFT_AND_OTHER_HOLD_OUT, DRIFT_AND_RANDOM_HOLD_OUT, DRIFT_BUT_LATEST_HELD_OUT,
};
use lead_scoring_core::{Message, Phrase};

/// The ways to choose a hold-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chosen {
    /// At random.
    Random,
    /// The latest deals.
    Latest,
    /// By the value of a column.
    ByValue,
}

impl Chosen {
    /// As the split words it.
    pub(crate) fn of(input: &ReportInput<'_>) -> Self {
        let how = input.validation.how.to_string();
        if how.starts_with("random") {
            Self::Random
        } else if how.starts_with("the latest") {
            Self::Latest
        } else {
            Self::ByValue
        }
    }
}

/// Whether the win rate changes so much over the history that the latest deals should be held out.
pub(crate) fn drifts(input: &ReportInput<'_>) -> bool {
    input.audit.drift.recommend_temporal
}

/// What share of the newest deals was won, where the win rate drifts.
pub(crate) fn newest_rate(input: &ReportInput<'_>) -> Option<f64> {
    let held_out = input.validation;
    let rate = match Chosen::of(input) {
        Chosen::Latest => Some(held_out.won as f64 / (held_out.won + held_out.lost) as f64),
        Chosen::Random | Chosen::ByValue => Some(input.audit.drift.periods.last()?.rate),
    };
    rate.filter(|rate| drifts(input) && rate.is_finite())
}

/// All closed deals; a refitted model has learned from the hold-out too, which then is part of the training deals.
pub(super) fn closed(input: &ReportInput<'_>) -> u64 {
    let held_out = input.validation.won + input.validation.lost;
    input.train.len() as u64 + if input.model.validation.refitted { 0 } else { held_out }
}

/// The change, and what it means for the figures, as a clause; `None` without such a change.
pub(crate) fn drift_warning(input: &ReportInput<'_>) -> Option<Message> {
    let phrase = match Chosen::of(input) {
        Chosen::Latest => DRIFT_BUT_LATEST_HELD_OUT,
        Chosen::Random => DRIFT_AND_RANDOM_HOLD_OUT,
        Chosen::ByValue => DRIFT_AND_OTHER_HOLD_OUT,
    };
    drift(input, phrase)
}

/// The change as a reason for low confidence, which a random hold-out of a drifting history is.
pub(super) fn doubtful_hold_out(input: &ReportInput<'_>) -> Option<Message> {
    if Chosen::of(input) == Chosen::Random { drift(input, CONFIDENCE_DRIFT) } else { None }
}

fn drift(input: &ReportInput<'_>, phrase: Phrase) -> Option<Message> {
    let periods = &input.audit.drift.periods;
    let (first, last) = (periods.first()?.rate, periods.last()?.rate);
    let rates = [("first", percent_beside(first, last).into()), ("last", percent_beside(last, first).into())];
    drifts(input).then(|| phrase.with(rates))
}
