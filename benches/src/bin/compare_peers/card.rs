//! Our card of the train rows, what it took, and what it says of the test rows.

use crate::history::Split;
use lead_scoring_benches::{Result, cpu_seconds, peak_mib};
use lead_scoring_calibration::{CalibrationOptions, calibrate};
use lead_scoring_core::{Deals, Dimension};
use lead_scoring_fit::{Builtin, FitOptions, fit};
use lead_scoring_lift::{AnalyzeOptions, FieldChoice, analyze};
use lead_scoring_model::{ProbabilityMap, Scorecard};
use serde::Serialize;

/// The folds' seed, the one the library takes where none is given.
const SEED: u64 = 1;

/// What was learned from train rows, and what it took.
pub(crate) struct Card {
    pub(crate) card: Scorecard,
    probability: ProbabilityMap,
    pub(crate) cpu_s: Option<f64>,
    pub(crate) peak_mib: Option<f64>,
}

impl Card {
    /// By the given strategy alone, or by the one that ranks best.
    pub(crate) fn of(train: &Deals, strategy: Option<Builtin>) -> Result<Self> {
        let begun = cpu_seconds();
        let mut measured = AnalyzeOptions::default();
        let fields = train.data().fields().iter();
        // Without caps it does not matter which dimension a field counts for.
        measured.fields =
            fields.map(|field| FieldChoice::new(&field.name, Dimension::Firmographic)).collect();
        measured.seed = SEED;
        let analysis = analyze(train, &measured)?;
        let mut limits = FitOptions::default();
        limits.caps = [limits.range; 4];
        limits.strategy = strategy;
        let fitted = fit(&analysis, &limits, Vec::new())?;
        let options = CalibrationOptions::default();
        let calibration = calibrate(fitted.card.range(), &fitted.honest_scores, analysis.won(), &options)?;
        let cpu_s = cpu_seconds().zip(begun).map(|(end, begin)| end - begin);
        Ok(Self { card: fitted.card, probability: calibration.probability, cpu_s, peak_mib: peak_mib() })
    }
}

/// Scores and probabilities of test rows.
pub(crate) struct Scored {
    pub(crate) scores: Vec<i32>,
    pub(crate) probabilities: Vec<f64>,
}

impl Scored {
    pub(crate) fn of(card: &Card, test: &Deals) -> Result<Self> {
        let scores = card.card.score_rows(test.data())?;
        let probabilities = scores.iter().map(|score| card.probability.at(*score)).collect();
        Ok(Self { scores, probabilities })
    }

    pub(crate) fn write(
        &self,
        writer: &mut csv::Writer<std::fs::File>,
        split_at: usize,
        split: &Split,
    ) -> Result<()> {
        let scored = self.scores.iter().zip(&self.probabilities);
        for ((row, won), (score, p)) in split.test_rows.iter().zip(split.test.won()).zip(scored) {
            writer.serialize(Prediction {
                split: split_at,
                row: *row,
                y: u8::from(*won),
                score: *score,
                p: *p,
            })?;
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct Prediction {
    split: usize,
    row: usize,
    y: u8,
    score: i32,
    p: f64,
}
