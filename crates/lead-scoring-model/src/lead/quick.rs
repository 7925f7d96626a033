//! The score of a lead whose values all settle their signal by themselves, in a model without rules: most models are so.
//!
//! Then the points alone decide, and there are at most [`crate::MAX_SCORE`] + 1 scores: what each means is worked out once.

use super::blanks::Blanks;
use super::gain::Gain;
use super::score::LeadScore;
use crate::compiled::{Coder, Table};
use crate::{Scorer, ScoringModel};
use lead_scoring_core::Tier;

/// What it takes.
#[derive(Debug)]
pub(crate) struct Quick {
    /// By score, from the lowest on.
    scores: Box<[Meaning]>,
    lowest: i32,
    start: i32,
    signals: usize,
    blanks: Blanks,
    /// The most points that may be dark in a lead that can be scored.
    most_dark: i32,
}

/// What a score means.
#[derive(Clone, Copy, Debug)]
struct Meaning {
    probability: f64,
    tier: Option<Tier>,
}

impl Quick {
    /// What it takes for a model of these coders and signals.
    pub(super) fn new(model: &ScoringModel, coders: &[Coder], tables: &[Table], most_dark: i32) -> Self {
        let (lowest, highest) = model.card.range();
        let meaning = |score| Meaning {
            probability: model.probability.at(score),
            tier: model.tiers.map(|cuts| cuts.tier(score)),
        };
        Self {
            scores: (lowest..=highest).map(meaning).collect(),
            lowest,
            start: model.card.start,
            signals: tables.len(),
            blanks: Blanks::new(coders, tables),
            most_dark,
        }
    }

    /// The score of a lead by what its values add; `None` where it lies outside the model's range, which no checked model comes to.
    #[inline(always)]
    pub(super) fn score<'a>(&self, scorer: &'a Scorer, gain: &Gain) -> Option<LeadScore<'a>> {
        let subtotals = gain.subtotals(self.signals);
        let [a, b, c, d] = subtotals;
        let score = self.start + ((a + b) + (c + d));
        let meaning = self.scores.get(usize::try_from(score - self.lowest).ok()?)?;
        let blank = self.blanks.of(gain.unknown());
        let unscoreable = blank.dark > self.most_dark;
        Some(LeadScore {
            score,
            subtotals,
            tier: if unscoreable { None } else { meaning.tier },
            probability: meaning.probability,
            lowest: score + blank.fall,
            highest: score + blank.rise,
            top_signal: LeadScore::signal(scorer, gain.top()),
            fill_first: LeadScore::field(scorer, blank.fill()),
            unknown_signals: blank.count.unsigned_abs(),
            manual_points: 0,
            disqualified_by: None,
            unscoreable,
        })
    }
}
