//! One measured figure with its interval and target.

use crate::phrases::{NOT_DEFINED, POINTS};
use lead_scoring_core::{Message, Phrase, decimals, percentage};
use lead_scoring_metrics::Estimate;
use serde::Serialize;

/// A figure measured on the hold-out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Metric {
    /// A fixed lower-case name: `auc`, `hot_precision`.
    pub name: &'static str,
    /// The name for people.
    pub label: Message,
    /// The figure; `None` where it is not defined, as the precision of an empty tier.
    pub value: Option<f64>,
    /// Lower limit of its 95 % interval, where there is one.
    pub lower: Option<f64>,
    /// Upper limit of its 95 % interval, where there is one.
    pub upper: Option<f64>,
    /// What it must exceed, where it has a target.
    pub target: Option<f64>,
    /// Whether it exceeds its target; an undefined figure does not. `None` without a target.
    pub pass: Option<bool>,
    /// What it is measured in.
    pub unit: Unit,
    /// What a reader should know: a target that no model could reach here, or one that every model would.
    pub note: Option<Message>,
}

/// What a figure is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unit {
    /// A share, 0 to 1, best printed as a percentage.
    Share,
    /// Score points.
    Points,
    /// A plain number.
    Number,
}

impl Metric {
    /// A figure without interval and target.
    pub(crate) fn new(name: &'static str, label: impl Into<Message>, unit: Unit, value: Option<f64>) -> Self {
        let label = label.into();
        Self { name, label, value, lower: None, upper: None, target: None, pass: None, unit, note: None }
    }

    /// A figure with its interval; not defined where the estimate failed.
    pub(crate) fn estimated<E>(
        name: &'static str,
        label: Phrase,
        unit: Unit,
        estimate: Result<Estimate, E>,
    ) -> Self {
        let estimate = estimate.ok();
        let interval = estimate.and_then(|estimate| estimate.interval);
        Self {
            lower: interval.map(|interval| interval.lower),
            upper: interval.map(|interval| interval.upper),
            ..Self::new(name, label, unit, estimate.map(|estimate| estimate.value))
        }
    }

    /// The same with a target to exceed.
    pub(crate) fn against(mut self, target: f64) -> Self {
        self.target = Some(target);
        self.pass = Some(self.value.is_some_and(|value| value > target));
        self
    }

    /// The same with a note, unless there is nothing to say.
    pub(crate) fn noted(mut self, note: Option<Message>) -> Self {
        self.note = note;
        self
    }

    /// The figure as people read it: `71 %`, `0.74`, `23 points`; `not defined` where it is not.
    #[must_use]
    pub fn text(&self) -> Message {
        self.value.map_or_else(|| NOT_DEFINED.message(), |value| self.unit.text(value))
    }
}

impl Unit {
    /// A number in this unit as people read it.
    #[must_use]
    pub fn text(self, value: f64) -> Message {
        self.finer_text(value, 0)
    }

    /// The same with so many decimals more.
    pub(crate) fn finer_text(self, value: f64, more: usize) -> Message {
        match self {
            Self::Share => Message::verbatim(percentage(value, more)),
            Self::Points => POINTS.with([("points", decimals(value, more).into())]),
            Self::Number => Message::verbatim(decimals(value, 2 + more)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::AUC;

    #[test]
    fn a_target_must_be_exceeded() {
        let metric = |value| Metric::new("auc", AUC, Unit::Number, value).against(0.7);
        assert_eq!(metric(Some(0.7)).pass, Some(false));
        assert_eq!(metric(Some(0.71)).pass, Some(true));
        assert_eq!(metric(None).pass, Some(false));
        assert_eq!(metric(None).text().to_string(), "not defined");
        assert_eq!(Unit::Share.text(0.714).to_string(), "71 %");
        // As everywhere, halves go up: the terminal and the verdict print one figure.
        assert_eq!(Unit::Number.text(0.725).to_string(), "0.73");
    }
}
