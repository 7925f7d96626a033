//! The intervals of a card's AUC, against the truth of planted histories.
//!
//! The true AUC of a card is that of the fresh leads, each of which counts as won with its probability and as lost with the rest. The
//! table of strategies has an interval from training deals that the models of the other folds scored. It is held against the card that all
//! deals made, which is what a reader takes it for and which has learned from somewhat more deals than they; the hold-out has DeLong's.

use crate::LEVEL;
use crate::planted::{History, Leads};
use lead_scoring_benches::Result;
use lead_scoring_metrics::{Estimate, ScoreCounts};
use std::collections::BTreeMap;

/// Whether the strategies' interval of the chosen one and the hold-out's interval hold the card's true AUC; `None` without a card.
pub(crate) fn coverage(history: &History, fresh: &Leads) -> Result<[Option<f64>; 2]> {
    let card = &history.fitted.card;
    if card.signals.is_empty() {
        return Ok([None; 2]);
    }
    let truth = true_auc(&card.score_rows(&fresh.data)?, &fresh.chance);
    let holds = |estimate: Estimate| {
        let held = estimate.interval.is_some_and(|interval| interval.contains(truth));
        f64::from(u8::from(held))
    };
    let chosen = history.fitted.comparison.records.iter().find(|record| record.chosen);
    let scores = card.score_rows(&history.held_out.data)?;
    let held_out = ScoreCounts::from_integer_scores(&scores, &history.held_out_won)?.delong(LEVEL)?;
    Ok([chosen.and_then(|record| record.auc).map(holds), Some(holds(held_out))])
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
