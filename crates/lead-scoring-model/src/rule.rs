//! Rules that people set: disqualifiers and manual points. They are kept apart from the learned points and labelled so.

use crate::compiled::Judge;
use lead_scoring_core::Column;
use serde::{Deserialize, Serialize};

/// A rule: where the test holds, the action applies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Rule {
    /// What the rule is called in the report: `job seeker`.
    pub name: String,
    /// The column it reads.
    pub field: String,
    /// When it applies.
    #[serde(flatten)]
    pub test: RuleTest,
    /// What it does.
    #[serde(flatten)]
    pub action: RuleAction,
}

/// When a rule applies to a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RuleTest {
    /// The value is one of these (case, spaces and hyphens aside); for sets: contains one of them.
    Equals(Vec<String>),
    /// The number is at least this.
    AtLeast(f64),
    /// The number is below this.
    Below(f64),
}

/// What a rule does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RuleAction {
    /// Adds points (or takes them away, if negative); the score stays in the model's range.
    Points(i32),
    /// Makes the lead Cold whatever its score (`true`).
    Disqualify(bool),
}

impl Rule {
    /// A rule from its parts.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        field: impl Into<String>,
        test: RuleTest,
        action: RuleAction,
    ) -> Self {
        Self { name: name.into(), field: field.into(), test, action }
    }

    /// Whether the rule disqualifies.
    #[must_use]
    pub const fn disqualifies(&self) -> bool {
        matches!(self.action, RuleAction::Disqualify(true))
    }

    /// For every row of a column whether the rule applies; a missing value never does.
    #[must_use]
    pub fn applies(&self, column: &Column) -> Vec<bool> {
        let by_value = Judge::new(self).values(column.values());
        column.codes().iter().map(|&code| by_value.get(code as usize).copied().unwrap_or(false)).collect()
    }
}
