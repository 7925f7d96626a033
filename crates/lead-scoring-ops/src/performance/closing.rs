//! Scores at the end: the last one at or before the day on which a lead was won or lost.

use crate::histogram::{Bin, Bins};
use crate::history::{Outcome, Scoring};
use crate::measures::Spread;
use crate::view::{LeadView, View};
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
    /// Those of them that were scored before, last as unscoreable: with neither a score nor a tier.
    pub unscoreable: u64,
}

impl ClosingScores {
    pub(super) fn new(view: &View<'_>) -> Self {
        let [won, lost] = [Outcome::Won, Outcome::Lost].map(|outcome| last_scorings(view, outcome));
        let bins = Bins::holding(known(&won).chain(known(&lost)));
        Self { won: ScoresAtClose::new(&bins, &won), lost: ScoresAtClose::new(&bins, &lost) }
    }
}

/// For each lead that ended so in the time looked at its last scoring by then.
fn last_scorings<'a>(view: &View<'a>, outcome: Outcome) -> Vec<Option<&'a Scoring>> {
    let ended = view.leads.iter().filter(|lead| lead.outcome == outcome);
    let last = |lead: &LeadView<'a>| {
        let closed = lead.closed.filter(|closed| view.window.span.contains(*closed))?;
        Some(lead.at_end_of(closed))
    };
    ended.filter_map(last).collect()
}

fn known<'a>(scorings: &'a [Option<&Scoring>]) -> impl Iterator<Item = i32> + Clone + use<'a> {
    scorings.iter().flatten().filter_map(|scoring| scoring.score)
}

impl ScoresAtClose {
    fn new(bins: &Bins, scorings: &[Option<&Scoring>]) -> Self {
        let unscoreable = |scoring: &&&Scoring| scoring.score.is_none() && scoring.tier.is_none();
        Self {
            bins: bins.count(known(scorings)),
            spread: Spread::of(known(scorings).map(f64::from)),
            unscored: (scorings.len() - known(scorings).count()) as u64,
            unscoreable: scorings.iter().flatten().filter(unscoreable).count() as u64,
        }
    }
}
