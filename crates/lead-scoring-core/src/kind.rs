//! What a field holds.

use serde::{Deserialize, Serialize};

/// The kind of a field; it decides how the field is binned and scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A quantity; binned into ranges.
    Number,
    /// One of a list of names; binned into groups.
    Category,
    /// Yes or no.
    Flag,
    /// A calendar day; used for hold-outs, drift and leakage, never scored itself.
    Date,
    /// Several names in one cell (`"Salesforce; Slack"`); each name is a yes-or-no signal.
    Set,
    /// Names a row (an id, a serial number); never scored.
    Identifier,
    /// Free text; never scored.
    Text,
}

impl Kind {
    /// Whether a field of this kind can become a signal.
    #[must_use]
    pub const fn is_scorable(self) -> bool {
        matches!(self, Self::Number | Self::Category | Self::Flag | Self::Set)
    }

    /// One lower-case word, as files and reports print it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Category => "category",
            Self::Flag => "flag",
            Self::Date => "date",
            Self::Set => "set",
            Self::Identifier => "identifier",
            Self::Text => "text",
        }
    }
}
