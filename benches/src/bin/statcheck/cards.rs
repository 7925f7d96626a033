//! The intervals of what a card does on a hold-out, against the truth of planted histories.
//!
//! The true AUC of a card is that of the fresh leads, each of which counts as won with its probability and as lost with the rest. The true
//! separation is the mean score of the fresh leads in Hot less that of those in Cold. The AUCs of the strategies on deals that the models of
//! the other folds scored have no interval, and so no row.

use crate::LEVEL;
use crate::planted::{History, Leads};
use lead_scoring_benches::Result;
use lead_scoring_core::Tier;
use lead_scoring_metrics::{Estimate, ScoreCounts, difference_of_means};
use lead_scoring_model::TierCuts;
use std::collections::BTreeMap;

/// Whether the hold-out's intervals of AUC and separation hold the truth; `None` where the card has no signals, or no tiers.
pub(crate) fn coverage(history: &History, fresh: &Leads) -> Result<[Option<f64>; 2]> {
    let card = &history.fitted.card;
    if card.signals.is_empty() {
        return Ok([None; 2]);
    }
    let holds = |estimate: Estimate, truth: f64| {
        let held = estimate.interval.is_some_and(|interval| interval.contains(truth));
        f64::from(u8::from(held))
    };
    let (of_fresh, scores) = (card.score_rows(&fresh.data)?, card.score_rows(&history.held_out.data)?);
    let auc = ScoreCounts::from_integer_scores(&scores, &history.held_out_won)?.delong(LEVEL)?;
    let separation = |cuts: TierCuts| {
        let [hot, cold] = [Tier::Hot, Tier::Cold].map(|tier| of_tier(cuts, tier, &scores));
        let truth = [Tier::Hot, Tier::Cold].map(|tier| mean(&of_tier(cuts, tier, &of_fresh)));
        let found = difference_of_means(&hot, &cold, LEVEL).ok()?.difference;
        Some(holds(found, truth[0] - truth[1]))
    };
    let held = holds(auc, true_auc(&of_fresh, &fresh.chance));
    Ok([Some(held), history.calibration.cuts.and_then(separation)])
}

fn of_tier(cuts: TierCuts, tier: Tier, scores: &[i32]) -> Vec<f64> {
    scores.iter().filter(|score| cuts.tier(**score) == tier).map(|score| f64::from(*score)).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The share of pairs of a won and a lost lead that the score puts in order, ties by half, where leads are won with these chances.
fn true_auc(scores: &[i32], chance: &[f64]) -> f64 {
    let mut by_score = BTreeMap::new();
    for (score, chance) in scores.iter().zip(chance) {
        let (won, lost) = by_score.entry(score).or_insert((0.0, 0.0));
        *won += chance;
        *lost += 1.0 - chance;
    }
    let (mut in_order, mut all_won, mut all_lost) = (0.0, 0.0, 0.0);
    for (won, lost) in by_score.into_values() {
        in_order += won * (all_lost + 0.5 * lost);
        all_won += won;
        all_lost += lost;
    }
    in_order / (all_won * all_lost)
}

#[cfg(test)]
mod tests {
    #[test]
    fn leads_count_by_their_chances() {
        let is =
            |scores: &[i32], chance: &[f64], auc: f64| (super::true_auc(scores, chance) - auc).abs() < 1e-12;
        // Certain outcomes: of four pairs three are in order and one is tied.
        assert!(is(&[1, 2, 2, 3], &[0.0, 0.0, 1.0, 1.0], 0.875));
        // One in two at each of two scores: as often in order as not.
        assert!(is(&[1, 2], &[0.5, 0.5], 0.5));
        // Won 0.2 + 0.8, lost 0.8 + 0.2: 0.8 × 0.8 in order, and half of 0.2 × 0.8 twice.
        assert!(is(&[1, 2], &[0.2, 0.8], 0.8));
    }
}
