//! One model on one split: how well it ranks and predicts, and what it took.

use crate::card::{Card, Scored};
use crate::history::Split;
use lead_scoring_benches::Result;
use lead_scoring_metrics::{ScoreCounts, brier, expected_calibration_error, log_loss};
use serde::Deserialize;

/// The name of our model.
pub(crate) const OURS: &str = "lead-scoring";
const ECE_BINS: usize = 10;

/// How well test rows were ranked and predicted; the names are those of the peers' result files.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Quality {
    pub(crate) auc: f64,
    pub(crate) average_precision: f64,
    pub(crate) log_loss: f64,
    pub(crate) brier: f64,
    pub(crate) ece10: f64,
    pub(crate) captured_10: f64,
    pub(crate) captured_20: f64,
    pub(crate) captured_30: f64,
    pub(crate) captured_40: f64,
    pub(crate) captured_50: f64,
}

impl Quality {
    fn of(scored: &Scored, won: &[bool]) -> Result<Self> {
        let counts = ScoreCounts::from_integer_scores(&scored.scores, won)?;
        let p = &scored.probabilities;
        Ok(Self {
            auc: counts.auc()?,
            average_precision: counts.average_precision()?,
            log_loss: log_loss(p, won)?,
            brier: brier(p, won)?,
            ece10: expected_calibration_error(p, won, ECE_BINS)?,
            captured_10: counts.share_captured(0.1)?,
            captured_20: counts.share_captured(0.2)?,
            captured_30: counts.share_captured(0.3)?,
            captured_40: counts.share_captured(0.4)?,
            captured_50: counts.share_captured(0.5)?,
        })
    }
}

/// The sizes of a split; results of one table must agree in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rows {
    pub(crate) train: usize,
    pub(crate) test: usize,
    pub(crate) test_won: u64,
}

/// One model on one split.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) model: String,
    /// Which of the splits, from 0.
    pub(crate) split: usize,
    pub(crate) rows: Rows,
    pub(crate) quality: Quality,
    /// Whether leads are ranked by a sum of integers.
    pub(crate) integer_points: bool,
    pub(crate) signals: f64,
    pub(crate) cpu_s: Option<f64>,
    pub(crate) peak_mib: Option<f64>,
}

impl Run {
    pub(crate) fn ours(card: &Card, split_at: usize, split: &Split, scored: &Scored) -> Result<Self> {
        Ok(Self {
            model: OURS.to_owned(),
            split: split_at,
            rows: Rows { train: split.train.len(), test: split.test.len(), test_won: split.test.won_count() },
            quality: Quality::of(scored, split.test.won())?,
            integer_points: true,
            signals: card.card.signals.len() as f64,
            cpu_s: card.cpu_s,
            peak_mib: card.peak_mib,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::tests::sample_split;
    use lead_scoring_fit::Builtin;

    #[test]
    fn a_card_of_the_train_rows_ranks_the_test_rows() {
        let split = sample_split();
        let card = Card::of(&split.train, None).unwrap();
        let run = Run::ours(&card, 2, &split, &Scored::of(&card, &split.test).unwrap()).unwrap();
        assert!(run.quality.auc > 0.6, "{:?}", run.quality);
        assert!(run.quality.captured_10 <= run.quality.captured_50);
        assert!(run.signals >= 1.0);
        assert_eq!((run.split, run.integer_points, run.rows.test), (2, true, split.test.len()));
    }
    #[test]
    fn a_card_is_by_the_strategy_asked_for() {
        let split = sample_split();
        let scores = |strategy| {
            let card = Card::of(&split.train, Some(strategy)).unwrap();
            Scored::of(&card, &split.test).unwrap().scores
        };
        assert_ne!(scores(Builtin::Joint), scores(Builtin::Sparse));
        assert_ne!(scores(Builtin::Joint), scores(Builtin::Proportional));
    }
}
