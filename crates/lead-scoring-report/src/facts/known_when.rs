//! Whether the points rest on fields of which it is not certain that they are known before the outcome.

use crate::ReportInput;
use crate::phrases::{CONFIDENCE_KNOWN_WHEN, EXACTNESS_OF, NOT_YET_CONFIRMED, PROVIDED_KNOWN_BEFORE};
use lead_scoring_core::{Binning, Message, Part, Phrase};
use lead_scoring_model::{Input, Signal, Verdict};

/// The fields with points that section 1.3 asks to check, and what hangs on them.
struct ToCheck {
    fields: Vec<Part>,
    /// Most less fewest points of the signals that read them, combinations among them, and of the whole card.
    points: i32,
    range: i32,
}

impl ToCheck {
    /// `None` where no field with points is to be checked, and where the model is not to be used anyway.
    fn of(input: &ReportInput<'_>) -> Option<Self> {
        if input.validation.verdict == Verdict::DoNotDeploy {
            return None;
        }
        let by_name: Vec<&str> = input.audit.to_check().map(|field| field.name.as_str()).collect();
        let doubtful = |read: &Input| {
            matches!(read.binning, Binning::Digits { .. }) || by_name.contains(&read.field.as_str())
        };
        let (mut fields, mut points) = (Vec::new(), 0);
        for signal in &input.model.card.signals {
            let mut read = signal.inputs.iter().filter(|read| doubtful(read)).peekable();
            if read.peek().is_some() {
                points += width(signal);
            }
            for name in read.map(named) {
                if !fields.contains(&name) {
                    fields.push(name);
                }
            }
        }
        let (lowest, highest) = input.model.card.range();
        (points > 0).then(|| Self { fields, points, range: highest - lowest })
    }

    fn told(self, phrase: Phrase) -> Message {
        let whole = |points: i32| u64::from(points.unsigned_abs());
        phrase.with([
            ("count", self.fields.len().into()),
            ("fields", self.fields.into()),
            ("points", whole(self.points).into()),
            ("range", whole(self.range).into()),
        ])
    }
}

/// The field, or how exactly it is given where that is what counts.
fn named(read: &Input) -> Part {
    let field = format!("`{}`", read.field);
    match read.binning {
        Binning::Digits { .. } => EXACTNESS_OF.with([("field", field.into())]).into(),
        _ => field.into(),
    }
}

fn width(signal: &Signal) -> i32 {
    signal.highest() - signal.lowest()
}

/// What the verdict hangs on, as one more of its reasons.
pub(super) fn condition(input: &ReportInput<'_>) -> Option<Message> {
    ToCheck::of(input).map(|fields| fields.told(PROVIDED_KNOWN_BEFORE))
}

/// The same as a limit of confidence.
pub(super) fn doubt(input: &ReportInput<'_>) -> Option<Message> {
    ToCheck::of(input).map(|fields| fields.told(CONFIDENCE_KNOWN_WHEN))
}

/// The same for reps.
pub(super) fn unconfirmed(input: &ReportInput<'_>) -> Option<Message> {
    ToCheck::of(input).map(|fields| fields.told(NOT_YET_CONFIRMED))
}
