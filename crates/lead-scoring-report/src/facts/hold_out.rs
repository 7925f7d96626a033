//! How the hold-out was chosen, and whether a change over time calls for another.

use crate::ReportInput;
use crate::format::percent;

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
        let how = &input.validation.how;
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

/// The change, and what it means for the figures, as a clause; `None` without such a change.
pub(crate) fn drift_warning(input: &ReportInput<'_>) -> Option<String> {
    let drift = &input.audit.drift;
    let (first, last) = (drift.periods.first()?, drift.periods.last()?);
    let meaning = match Chosen::of(input) {
        Chosen::Latest => "the figures are those of the latest deals, which the model had not seen",
        Chosen::Random => {
            "the hold-out is random, so the figures flatter the model; section 1.3 says how to hold out the latest deals"
        }
        Chosen::ByValue => {
            "the hold-out is not the latest deals, so the figures do not show what that does to new leads"
        }
    };
    drifts(input).then(|| {
        format!(
            "the win rate drifts from {} to {} over the history: {meaning}",
            percent(first.rate),
            percent(last.rate)
        )
    })
}
