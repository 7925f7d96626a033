//! What a choice of tiers must respect, and the order in which that is given up when no choice can.

use crate::phrases::{COLD_SMALLER, EMPTY_TIERS, FEW_DEALS, HOT_LARGER, LESS_CONFIDENT, NOT_CONFIDENT};
use crate::{CalibrationOptions, Capacity};
use lead_scoring_core::Message;

/// One-sided normal quantiles at 95 % and 80 % confidence.
const Z_95: f64 = 1.644_853_626_951_472_8;
const Z_80: f64 = 0.841_621_233_572_914_2;

/// Smallest share of deals of any tier.
const MIN_SHARE: f64 = 0.02;

/// Fewest deals of any tier: a rate from fewer is known to 20 points either way at best.
const MIN_DEALS: u64 = 25;

/// In a sample so small that four such tiers would fill most of it, a tier needs this part of the deals only.
const MIN_PART: u64 = 6;

/// Deals that a tier never has fewer of.
const FEWEST_DEALS: u64 = 10;

/// Where the largest Hot share is relaxed to when the scores are too coarse for the wished one.
const COARSE_HOT_SHARE: f64 = 0.5;

/// The bounds on a choice of tiers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Constraints {
    /// Most Hot deals.
    pub(crate) max_hot: u64,
    /// Fewest deals of a tier.
    pub(crate) min_tier: u64,
    /// Fewest Cold deals.
    pub(crate) min_cold: u64,
    /// Smallest standardised difference of the win rates of neighbouring tiers.
    pub(crate) min_z: f64,
    /// Whether tiers may stay empty.
    pub(crate) empty_tiers: bool,
    /// What Hot should reach, where it is held to it.
    pub(crate) aim: Option<Aim>,
    /// The reps' hours, where they bind.
    pub(crate) hours: Option<HoursLimit>,
}

/// What Hot should reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Aim {
    /// Least win rate.
    pub(crate) precision: f64,
    /// Least share of all wins.
    pub(crate) recall: f64,
}

/// A set of constraints and the sentence that says what was given up for it.
pub(crate) type Step = (Constraints, Option<Message>);

/// The hours that Hot and Warm may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct HoursLimit {
    pub(crate) per_hot_deal: f64,
    pub(crate) per_warm_deal: f64,
    pub(crate) available: f64,
    /// The Hot cut must not sink below this score.
    pub(crate) lowest_hot: i32,
}

impl HoursLimit {
    /// Hours per deal of a sample of `deals` that stands for a month's leads.
    pub(crate) fn new(capacity: &Capacity, deals: u64, lowest_hot: i32) -> Self {
        let leads_per_deal = capacity.leads_per_month / deals as f64;
        Self {
            per_hot_deal: leads_per_deal * capacity.minutes_per_hot / 60.0,
            per_warm_deal: leads_per_deal * capacity.minutes_per_warm / 60.0,
            available: capacity.rep_hours_per_month,
            lowest_hot,
        }
    }

    /// The hours for so many Hot and Warm deals.
    pub(crate) fn needed(&self, hot: u64, warm: u64) -> f64 {
        self.per_hot_deal * hot as f64 + self.per_warm_deal * warm as f64
    }
}

impl Constraints {
    /// All constraints in full, for a sample of `deals`.
    pub(crate) fn full(options: &CalibrationOptions, deals: u64) -> Self {
        let min_tier = at_least(MIN_SHARE, deals).max(MIN_DEALS.min(deals / MIN_PART)).max(FEWEST_DEALS);
        Self {
            max_hot: at_most(options.max_hot_share, deals),
            min_tier,
            min_cold: at_least(options.min_cold_share, deals).max(min_tier),
            min_z: Z_95,
            empty_tiers: false,
            aim: None,
            hours: None,
        }
    }

    /// Neighbours so far apart that a hold-out a third the size is expected to tell them apart, too; `None` where
    /// their confidence was already given up.
    pub(crate) fn wide(&self) -> Option<Self> {
        (self.min_z >= Z_95).then(|| Self { min_z: self.min_z * 3.0_f64.sqrt(), ..self.clone() })
    }

    /// The same, Hot held to an aim.
    pub(crate) fn aiming(&self, precision: f64, recall: f64) -> Self {
        Self { aim: Some(Aim { precision, recall }), ..self.clone() }
    }

    /// The constraints, then ever fewer of them, each with the sentence that says what was given up.
    pub(crate) fn ladder(&self, deals: u64) -> Vec<Step> {
        let mut steps = vec![(self.clone(), None)];
        let mut now = self.clone();
        let mut give_up = |change: &dyn Fn(&mut Self), note: Message| {
            change(&mut now);
            steps.push((now.clone(), Some(note)));
        };
        give_up(&|c| c.min_z = Z_80, LESS_CONFIDENT.message());
        give_up(&|c| c.min_z = 0.0, NOT_CONFIDENT.message());
        give_up(&|c| c.min_cold = c.min_tier, COLD_SMALLER.message());
        let few = at_least(0.01, deals).clamp(3, FEWEST_DEALS);
        give_up(
            &|c| (c.min_tier, c.min_cold) = (few, few),
            FEW_DEALS.with([("wished", self.min_tier.into()), ("least", few.into())]),
        );
        let coarse = at_most(COARSE_HOT_SHARE, deals).max(self.max_hot);
        give_up(&|c| c.max_hot = coarse, HOT_LARGER.message());
        give_up(&|c| c.empty_tiers = true, EMPTY_TIERS.message());
        steps
    }
}

fn at_least(share: f64, deals: u64) -> u64 {
    (share * deals as f64 - 1e-9).ceil().max(0.0) as u64
}

fn at_most(share: f64, deals: u64) -> u64 {
    (share * deals as f64 + 1e-9).floor().max(0.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_become_counts_without_slips_of_rounding() {
        let full = Constraints::full(&CalibrationOptions::default(), 1000);
        assert_eq!((full.max_hot, full.min_tier, full.min_cold), (250, 25, 200));
        let min_tier = |deals| Constraints::full(&CalibrationOptions::default(), deals).min_tier;
        assert_eq!([40, 120, 1000, 5000].map(min_tier), [10, 20, 25, 100]);
    }

    #[test]
    fn each_step_gives_up_more() {
        let ladder = Constraints::full(&CalibrationOptions::default(), 400).ladder(400);
        assert!(ladder.windows(2).all(|pair| {
            let (tight, loose) = (&pair[0].0, &pair[1].0);
            tight.max_hot <= loose.max_hot
                && tight.min_tier >= loose.min_tier
                && tight.min_cold >= loose.min_cold
                && tight.min_z >= loose.min_z
                && tight != loose
        }));
        assert_eq!(ladder.iter().filter(|(_, note)| note.is_none()).count(), 1);
    }
}
