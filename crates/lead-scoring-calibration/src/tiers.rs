//! What each tier is worth and what to do with its leads.

use crate::Rate;
use lead_scoring_core::Tier;
use lead_scoring_model::{TierCuts, TierFacts};
use serde::Serialize;

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
    /// Win rate, what a lead of this tier may be expected to convert at; `None` without deals.
    pub rate: Option<Rate>,
    /// Share of all deals, 0 to 1.
    pub share_of_leads: f64,
    /// Share of all won deals, 0 to 1.
    pub share_of_wins: f64,
    /// How soon to respond.
    pub sla: &'static str,
    /// What to do.
    pub action: &'static str,
}

impl TierSummary {
    /// Deals in the tier.
    #[must_use]
    pub const fn deals(&self) -> u64 {
        self.won + self.lost
    }

    /// The counts and rate as the model stores them.
    #[must_use]
    pub fn facts(&self) -> TierFacts {
        TierFacts::new(self.tier, self.won, self.lost, self.rate.map(Rate::as_tuple))
    }
}

/// The four tiers, Hot to Cold, measured on deals with the given scores; every deal is in exactly one.
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
            rate: Rate::of(won, won + lost),
            share_of_leads: share(won + lost, wins + losses),
            share_of_wins: share(won, wins),
            sla: sla(tier),
            action: action(tier),
        }
    };
    Tier::ALL.into_iter().zip(counts).map(summary).collect()
}

const fn sla(tier: Tier) -> &'static str {
    match tier {
        Tier::Hot => "call within 1 hour",
        Tier::Warm => "call within 4 hours",
        Tier::Cool => "email within 24 hours",
        Tier::Cold => "automated nurture only",
    }
}

const fn action(tier: Tier) -> &'static str {
    match tier {
        Tier::Hot => {
            "A senior rep reaches out at once by call, email and LinkedIn, and books a meeting on first contact."
        }
        Tier::Warm => {
            "The assigned rep follows up by phone and email before any cold prospecting, and sets up a demo within 48 hours."
        }
        Tier::Cool => {
            "Nurture automatically with a personal touch from the rep: a monthly check-in call, event invitations, a new score every week."
        }
        Tier::Cold => {
            "Marketing keeps the lead in drip campaigns; no rep time unless the score changes. Look again every quarter, or let go."
        }
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
        assert_eq!(table[3].facts().won, 0);
    }
}
