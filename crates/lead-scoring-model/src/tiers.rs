//! Where the score is cut into Hot, Warm, Cool and Cold, and what each tier was measured to be worth.

use lead_scoring_core::Tier;
use serde::{Deserialize, Serialize};

/// The lowest score of Hot, Warm and Cool; everything below is Cold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TierCuts {
    /// Lowest Hot score.
    pub hot: i32,
    /// Lowest Warm score.
    pub warm: i32,
    /// Lowest Cool score.
    pub cool: i32,
}

impl TierCuts {
    /// Cuts from the three lowest scores, given from Hot to Cool and descending; `None` where they do not descend.
    #[must_use]
    pub fn new(hot: i32, warm: i32, cool: i32) -> Option<Self> {
        (hot > warm && warm > cool).then_some(Self { hot, warm, cool })
    }

    /// The tier of a score.
    #[must_use]
    pub const fn tier(&self, score: i32) -> Tier {
        if score >= self.hot {
            Tier::Hot
        } else if score >= self.warm {
            Tier::Warm
        } else if score >= self.cool {
            Tier::Cool
        } else {
            Tier::Cold
        }
    }

    /// Lowest and highest score of a tier, given the whole range; `None` where the tier lies outside the range.
    #[must_use]
    pub fn bounds(&self, tier: Tier, range: (i32, i32)) -> Option<(i32, i32)> {
        let (low, high) = match tier {
            Tier::Hot => (self.hot, range.1),
            Tier::Warm => (self.warm, self.hot - 1),
            Tier::Cool => (self.cool, self.warm - 1),
            Tier::Cold => (range.0, self.cool - 1),
        };
        (low <= high).then_some((low, high))
    }
}

/// What a tier was measured to be worth on the training deals, by scores each deal got from the other folds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TierFacts {
    /// The tier.
    pub tier: Tier,
    /// Won deals in it.
    pub won: u64,
    /// Lost deals in it.
    pub lost: u64,
    /// Win rate, 0 to 1; `None` for an empty tier. It has no interval, as the tiers were cut on the same deals.
    pub rate: Option<f64>,
}

impl TierFacts {
    /// Facts of a tier: counts and rate.
    #[must_use]
    pub const fn new(tier: Tier, won: u64, lost: u64, rate: Option<f64>) -> Self {
        Self { tier, won, lost, rate }
    }

    /// Deals in the tier.
    #[must_use]
    pub const fn deals(&self) -> u64 {
        self.won + self.lost
    }
}
