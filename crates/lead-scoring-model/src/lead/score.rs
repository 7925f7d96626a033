//! What is said of one lead.

use crate::Scorer;
use crate::scored::Outcome;
use lead_scoring_core::Tier;
use serde::Serialize;

/// The score of one lead and what there is to say about it; the names are the model's. [`crate::ScoredLead`] says the same of a lead among
/// others.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LeadScore<'a> {
    /// The score, manual points included, inside the model's range.
    pub score: i32,
    /// Points of each dimension, in the order of [`lead_scoring_core::Dimension::ALL`].
    pub subtotals: [i32; 4],
    /// The tier. A disqualified lead is Cold; an unscoreable one, and any lead of a model without tiers, has none.
    pub tier: Option<Tier>,
    /// The probability of winning, in (0, 1), that the learned points alone lead to: manual points are not evidence.
    pub probability: f64,
    /// The lowest score this lead could have if its unknown signals were known.
    pub lowest: i32,
    /// The highest score this lead could have if its unknown signals were known.
    pub highest: i32,
    /// The signal that gives the most points, the stronger signal where two give the same; `None` where none gives any.
    pub top_signal: Option<&'a str>,
    /// The field without a value that would tell most if it were filled in.
    pub fill_first: Option<&'a str>,
    /// How many signals are unknown: the value is missing, whether or not the model has points for that.
    pub unknown_signals: u32,
    /// The points that rules set by people added.
    pub manual_points: i32,
    /// The first rule that disqualified the lead.
    pub disqualified_by: Option<&'a str>,
    /// Whether too little is known: the unknown signals hold more than [`crate::MOST_UNKNOWN`] of the model's whole point range, or the model
    /// has no signals.
    pub unscoreable: bool,
}

impl<'a> LeadScore<'a> {
    /// The name of a signal by its position.
    #[inline(always)]
    pub(super) fn signal(scorer: &'a Scorer, at: Option<u8>) -> Option<&'a str> {
        scorer.model().card.signals.get(usize::from(at?)).map(|signal| signal.name.as_str())
    }

    /// The name of a field by its position.
    #[inline(always)]
    pub(super) fn field(scorer: &'a Scorer, at: Option<u8>) -> Option<&'a str> {
        scorer.fields().get(usize::from(at?)).map(String::as_str)
    }

    pub(super) fn new(scorer: &'a Scorer, outcome: &Outcome) -> Self {
        let rule =
            |at: u32| scorer.model().card.rules.get(usize::try_from(at).ok()?).map(|rule| rule.name.as_str());
        Self {
            score: outcome.score,
            subtotals: outcome.subtotals,
            tier: outcome.tier,
            probability: outcome.probability,
            lowest: outcome.possible.0,
            highest: outcome.possible.1,
            top_signal: Self::signal(scorer, outcome.top),
            fill_first: Self::field(scorer, outcome.fill),
            unknown_signals: outcome.unknown.count_ones(),
            manual_points: outcome.manual,
            disqualified_by: outcome.disqualified_by.and_then(rule),
            unscoreable: outcome.unscoreable,
        }
    }
}
