//! What each tier is worth and what to do with its leads.

use crate::phrases::{
    RESPOND_COLD, RESPOND_COOL, RESPOND_HOT, RESPOND_WARM, WORK_COLD, WORK_COOL, WORK_HOT, WORK_WARM,
    in_english,
};
use lead_scoring_core::{Phrase, Tier};
use lead_scoring_metrics::{Interval, wilson};
use lead_scoring_model::{TierCuts, TierFacts};
use serde::Serialize;

/// The level of the intervals.
const LEVEL: f64 = 0.95;

/// A tier with its measured worth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TierSummary {
    /// The tier.
    pub tier: Tier,
    /// Lowest score; `None` where no score of the card falls into the tier.
    pub low: Option<i32>,
    /// Highest score; `None` where no score of the card falls into the tier.
    pub high: Option<i32>,
    /// Won deals in it.
    pub won: u64,
    /// Lost deals in it.
    pub lost: u64,
    /// Win rate, 0 to 1, what a lead of this tier may be expected to convert at; `None` without deals.
    pub rate: Option<f64>,
    /// 95 % Wilson interval of the rate (Wilson 1927). `None` without deals, and on the deals that the cuts were chosen on: there it
    /// would leave out the choice, and hold the true rate less often than it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate_interval: Option<Interval>,
    /// Share of all deals, 0 to 1.
    pub share_of_leads: f64,
    /// Share of all won deals, 0 to 1.
    pub share_of_wins: f64,
    /// How soon to respond: a phrase without gaps, serialised as its English.
    #[serde(serialize_with = "in_english")]
    pub sla: Phrase,
    /// What to do: likewise.
    #[serde(serialize_with = "in_english")]
    pub action: Phrase,
}

impl TierSummary {
    /// The same without the interval, for the deals that the cuts were chosen on.
    pub(crate) const fn without_interval(self) -> Self {
        Self { rate_interval: None, ..self }
    }

    /// Deals in the tier.
    #[must_use]
    pub const fn deals(&self) -> u64 {
        self.won + self.lost
    }

    /// The counts and rate as the model stores them.
    #[must_use]
    pub fn facts(&self) -> TierFacts {
        TierFacts::new(self.tier, self.won, self.lost, self.rate)
    }
}

/// The four tiers, Hot to Cold, measured on deals with the given scores; every deal is in exactly one.
///
/// The intervals of the rates hold for deals that had no part in the choice of the cuts.
///
/// `scores[i]` and `won[i]` belong to one deal; what one slice has beyond the other is left out.
#[must_use]
pub fn tier_table(cuts: TierCuts, range: (i32, i32), scores: &[i32], won: &[bool]) -> Vec<TierSummary> {
    let mut counts = [(0_u64, 0_u64); 4];
    for (&score, &won) in scores.iter().zip(won) {
        let count = &mut counts[cuts.tier(score).index()];
        if won {
            count.0 += 1;
        } else {
            count.1 += 1;
        }
    }
    let (wins, losses) = counts.iter().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    let share = |part: u64, whole: u64| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    let summary = |(tier, (won, lost)): (Tier, (u64, u64))| {
        let bounds = cuts.bounds(tier, range);
        TierSummary {
            tier,
            low: bounds.map(|(low, _)| low),
            high: bounds.map(|(_, high)| high),
            won,
            lost,
            rate: (won + lost > 0).then(|| share(won, won + lost)),
            rate_interval: wilson(won, won + lost, LEVEL).ok(),
            share_of_leads: share(won + lost, wins + losses),
            share_of_wins: share(won, wins),
            sla: sla(tier),
            action: action(tier),
        }
    };
    Tier::ALL.into_iter().zip(counts).map(summary).collect()
}

const fn sla(tier: Tier) -> Phrase {
    match tier {
        Tier::Hot => RESPOND_HOT,
        Tier::Warm => RESPOND_WARM,
        Tier::Cool => RESPOND_COOL,
        Tier::Cold => RESPOND_COLD,
    }
}

const fn action(tier: Tier) -> Phrase {
    match tier {
        Tier::Hot => WORK_HOT,
        Tier::Warm => WORK_WARM,
        Tier::Cool => WORK_COOL,
        Tier::Cold => WORK_COLD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn shares_add_up() {
        let cuts = TierCuts::new(70, 50, 30).unwrap();
        let scores = [10, 30, 49, 50, 69, 70, 100];
        let won = [false, true, false, false, true, true, true];
        let table = tier_table(cuts, (0, 100), &scores, &won);
        assert_eq!(table.iter().map(TierSummary::deals).collect::<Vec<_>>(), [2, 2, 2, 1]);
        assert_relative_eq!(table.iter().map(|t| t.share_of_leads).sum::<f64>(), 1.0, epsilon = 1e-12);
        assert_relative_eq!(table.iter().map(|t| t.share_of_wins).sum::<f64>(), 1.0, epsilon = 1e-12);
        assert_eq!((table[1].low, table[1].high), (Some(50), Some(69)));
        assert_eq!((table[3].facts().won, table[3].facts().rate), (0, Some(0.0)));
        let interval = table[1].rate_interval.unwrap();
        assert!(interval.lower < 0.5 && 0.5 < interval.upper && table[1].rate == Some(0.5));
        assert_eq!(table[1].without_interval(), TierSummary { rate_interval: None, ..table[1] });
        let empty = tier_table(cuts, (0, 100), &[], &[]);
        assert_eq!((empty[0].rate, empty[0].rate_interval), (None, None));
    }
}
