//! The four questions a score answers about a lead.

use serde::{Deserialize, Serialize};

/// A group of signals with its own subtotal and its own cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Who the company is: industry, size, revenue, place, technology.
    Firmographic,
    /// What the lead did: asked for a demo, came from a referral, downloaded a paper.
    Behavioral,
    /// How often, how recently and how broadly the lead is in touch.
    Engagement,
    /// Signs from outside of an active buying process.
    Intent,
}

impl Dimension {
    /// All four, in the order of the report.
    pub const ALL: [Self; 4] = [Self::Firmographic, Self::Behavioral, Self::Engagement, Self::Intent];

    /// The dimension's name as the report prints it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Firmographic => "Firmographic fit",
            Self::Behavioral => "Behavioral signals",
            Self::Engagement => "Engagement depth",
            Self::Intent => "Intent indicators",
        }
    }

    /// One lower-case word, as column names and configuration files use it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Firmographic => "firmographic",
            Self::Behavioral => "behavioral",
            Self::Engagement => "engagement",
            Self::Intent => "intent",
        }
    }

    /// Position in [`Dimension::ALL`], 0 to 3.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}
