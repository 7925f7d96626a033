//! Scores at the end: the last one at or before the day on which a lead was won or lost.

use crate::histogram::{Bin, Bins};
use crate::history::Outcome;
use crate::measures::Spread;
use crate::view::View;
use serde::Serialize;

/// Scores at conversion and at loss, in the same bins.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClosingScores {
    /// Leads won.
    pub won: ScoresAtClose,
    /// Leads lost.
    pub lost: ScoresAtClose,
}

/// Scores of leads that ended in one way.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoresAtClose {
    /// Leads by their last score.
    pub bins: Vec<Bin>,
    /// How the scores spread; `None` where there are none.
    pub spread: Option<Spread>,
    /// Leads that ended so in the time looked at, but had no score by then.
    pub unscored: u64,
}

impl ClosingScores {
    pub(super) fn new(view: &View<'_>) -> Self {
        let [won, lost] = [Outcome::Won, Outcome::Lost].map(|outcome| scores(view, outcome));
        let bins = Bins::holding(won.iter().chain(&lost).copied().flatten());
        Self { won: ScoresAtClose::new(&bins, &won), lost: ScoresAtClose::new(&bins, &lost) }
    }
}

/// For each lead that ended so in the time looked at its last score before.
fn scores(view: &View<'_>, outcome: Outcome) -> Vec<Option<i32>> {
    let ended = view.leads.iter().filter(|lead| lead.outcome == outcome);
    let score = |lead: &crate::view::LeadView<'_>| {
        let closed = lead.closed.filter(|closed| view.window.span.contains(*closed))?;
        Some(lead.at_end_of(closed).and_then(|scoring| scoring.score))
    };
    ended.filter_map(score).collect()
}

impl ScoresAtClose {
    fn new(bins: &Bins, scores: &[Option<i32>]) -> Self {
        let known = || scores.iter().copied().flatten();
        Self {
            bins: bins.count(known()),
            spread: Spread::of(known().map(f64::from)),
            unscored: (scores.len() - known().count()) as u64,
        }
    }
}
