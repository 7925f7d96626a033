//! What the words of a field's name suggest, by the general vocabulary of customer relationship systems.
//!
//! Words are matched whole (`"Sales Stage"` has the word `stage`, `backstage` has not). A name is only ever a hint: what it weighs
//! is decided where it meets evidence from the data.

use crate::phrases as say;
use lead_scoring_core::Phrase;

/// What a name hints at, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// Time or steps spent in the sales process, known in full only at its end.
    ProcessTime,
    /// The outcome or a stage of it.
    Outcome,
    /// Why a deal ended as it did.
    Reason,
    /// A judgement that people or systems revise as the deal goes on.
    Judgement,
    /// Paperwork and forecasts that follow the decision.
    Closing,
    /// How long something took, without saying what.
    Duration,
    /// A computed index.
    Index,
}

impl Hint {
    /// What the hint weighs, see the table in [`crate::leakage`].
    pub(crate) const fn points(self) -> u32 {
        match self {
            Self::ProcessTime => 3,
            Self::Outcome | Self::Reason | Self::Judgement | Self::Closing | Self::Duration => 2,
            Self::Index => 1,
        }
    }

    /// The hint in words.
    pub(crate) const fn sentence(self) -> Phrase {
        match self {
            Self::ProcessTime => say::NAME_PROCESS_TIME,
            Self::Outcome => say::NAME_OUTCOME,
            Self::Reason => say::NAME_REASON,
            Self::Judgement => say::NAME_JUDGEMENT,
            Self::Closing => say::NAME_CLOSING,
            Self::Duration => say::NAME_DURATION,
            Self::Index => say::NAME_INDEX,
        }
    }
}

/// Whom or what an outcome is usually told of.
const SUBJECTS: &[&str] = &[
    "lead",
    "deal",
    "opportunity",
    "opp",
    "sales",
    "sale",
    "prospect",
    "customer",
    "final",
    "current",
    "call",
    "pipeline",
];
const TIME: &[&str] = &[
    "day", "days", "week", "weeks", "month", "months", "hour", "hours", "minutes", "duration", "elapsed",
    "age", "time", "length", "velocity",
];
const PROCESS: &[&str] = &[
    "stage",
    "stages",
    "close",
    "closed",
    "closing",
    "closure",
    "qualify",
    "qualified",
    "qualifying",
    "qualification",
    "validated",
    "identified",
    "pipeline",
    "cycle",
    "elapsed",
    "won",
    "lost",
    "status",
    "negotiation",
    "decision",
];
const CHANGES: &[&str] = &["change", "changes", "count", "number", "history", "moves"];
const CLOSING_EVENTS: &[&str] = &[
    "close",
    "closed",
    "closing",
    "closure",
    "won",
    "lost",
    "signed",
    "converted",
    "conversion",
    "churned",
    "churn",
    "cancelled",
    "canceled",
    "completed",
    "resolved",
];
const OUTCOMES: &[&str] = &[
    "outcome",
    "stage",
    "disposition",
    "result",
    "won",
    "lost",
    "close",
    "closed",
    "closing",
    "closure",
    "churn",
    "churned",
    "converted",
    "conversion",
    "cancelled",
    "canceled",
];
const REASONS: &[&str] = &["reason", "reasons"];
const JUDGEMENTS: &[&str] = &[
    "tag",
    "tags",
    "rating",
    "ratings",
    "grade",
    "quality",
    "score",
    "scores",
    "scoring",
    "rank",
    "ranking",
    "priority",
    "qualification",
    "qualified",
    "profile",
    "temperature",
    "likelihood",
    "sentiment",
];
const PAPERWORK: &[&str] = &[
    "contract",
    "contracts",
    "invoice",
    "invoices",
    "invoiced",
    "commission",
    "booking",
    "bookings",
    "booked",
    "billing",
    "billed",
    "signed",
    "signature",
    "probability",
    "forecast",
    "onboarding",
    "payment",
    "payments",
];

fn any(words: &[String], of: &[&str]) -> bool {
    words.iter().any(|word| of.contains(&word.as_str()))
}

/// Whether all words are `head` or subjects of the sales process.
fn only(words: &[String], head: &[&str]) -> bool {
    any(words, head)
        && words.iter().all(|word| head.contains(&word.as_str()) || SUBJECTS.contains(&word.as_str()))
}

/// The strongest hint in the words of a name.
pub(crate) fn hint(words: &[String]) -> Option<Hint> {
    let cycle = any(words, &["cycle"]) && (any(words, SUBJECTS) || words.len() == 1);
    let moves = any(words, &["stage", "stages", "status"]) && any(words, CHANGES);
    if (any(words, TIME) && any(words, PROCESS)) || cycle || moves {
        return Some(Hint::ProcessTime);
    }
    let reason = any(words, REASONS)
        && (any(words, CLOSING_EVENTS) || any(words, &["loss", "win"]) || only(words, REASONS));
    if reason {
        return Some(Hint::Reason);
    }
    if any(words, OUTCOMES) || only(words, &["status"]) {
        return Some(Hint::Outcome);
    }
    if any(words, JUDGEMENTS) {
        return Some(Hint::Judgement);
    }
    if any(words, PAPERWORK) {
        return Some(Hint::Closing);
    }
    if only(words, &["duration"]) {
        return Some(Hint::Duration);
    }
    any(words, &["index"]).then_some(Hint::Index)
}

/// Whether a name speaks of the end of a deal, as a date's may.
pub(crate) fn is_closing_name(words: &[String]) -> bool {
    any(words, CLOSING_EVENTS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::name_words;

    fn of(name: &str) -> Option<Hint> {
        hint(&name_words(name))
    }

    #[test]
    fn names_of_late_fields_are_hints() {
        for name in ["Days to Close", "time_in_stage", "Stage Changes", "Sales Cycle Length", "Cycle Days"] {
            assert_eq!(of(name), Some(Hint::ProcessTime), "{name}");
        }
        for name in ["Lead Status", "Status", "Deal Outcome", "ClosedValue"] {
            assert_eq!(of(name), Some(Hint::Outcome), "{name}");
        }
        assert_eq!(of("Loss Reason"), Some(Hint::Reason));
        assert_eq!(of("Lead Rating"), Some(Hint::Judgement));
        assert_eq!(of("Invoice sent"), Some(Hint::Closing));
        assert_eq!(of("Call Duration"), Some(Hint::Duration));
        assert_eq!(of("Activity Index"), Some(Hint::Index));
    }

    #[test]
    fn names_of_honest_fields_are_not() {
        let honest = [
            "Days Since Last Activity",
            "loan duration in months",
            "Marital Status",
            "Industry",
            "Time on Website",
            "Amount",
            "Reason for Contacting Us",
            "Page Views",
            "Deal Size",
            "Number of Employees",
            "Lead Source",
            "Age",
        ];
        for name in honest {
            assert_eq!(of(name), None, "{name}");
        }
    }
}
