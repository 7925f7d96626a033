//! The four tiers a score falls into.

use serde::{Deserialize, Serialize};

/// What to do with a lead, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Call at once.
    Hot,
    /// Work this week.
    Warm,
    /// Nurture with a personal touch.
    Cool,
    /// Leave to marketing.
    Cold,
}

impl Tier {
    /// All four, from Hot to Cold.
    pub const ALL: [Self; 4] = [Self::Hot, Self::Warm, Self::Cool, Self::Cold];

    /// The tier's name as reports and CSV files print it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Hot => "Hot",
            Self::Warm => "Warm",
            Self::Cool => "Cool",
            Self::Cold => "Cold",
        }
    }

    /// Position in [`Tier::ALL`], 0 (Hot) to 3 (Cold).
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}
