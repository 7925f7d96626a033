//! Why a lead has its score, and what would raise it.
//!
//! **Gap.** The points missing to a tier are its lowest score less the lead's points (start, signals and manual points, before they
//! are held inside the range). A disqualified lead has no gaps: no points lift it.
//!
//! **Actions.** An action gives one field (or one item of a set) another value, and its gain is what that changes in every signal that
//! reads the field, combinations with their other field as it is by then. A seller can change what a lead does, not what it is, what goes
//! on around it or where it came from: so fields of behavioral and engagement signals can change unless they record an origin
//! ([`Signal::can_change`]; the field's own signals decide, combinations only where it has none). Any other field only helps where its
//! value is not known: finding it out may gain up to its best value. Changes are taken before findings, each time the one that gains most
//! after those before it, and the stronger signal first on a tie. Where one change alone closes the gap, the one that gains least beyond it
//! is taken: a lead that lacks a point need not come to its best. Where no combination reads two fields that can move, no other choice
//! closes the gap with fewer changes. Whether a bin can truly be reached (nobody takes back an unsubscription) is for the seller to judge.
//!
//! **Reasons.** What a signal costs a lead is held against the best it could give, or against 0, the points of a value that wins as often
//! as the base rate; see [`Explanation::reasons`].
//!
//! **Standing.** A dimension's share is where its points lie between the fewest and the most it can give, 0 to 1; the strongest and
//! weakest dimensions are those with the greatest and smallest share, the earlier of [`Dimension::ALL`] on a tie.

mod codes;
mod knob;
mod lead;
mod plan;
mod reasons;
mod values;

use crate::lead::{Found, KnownSum};
use crate::scored::Outcome;
use crate::{Error, ErrorKind, FieldMap, Result, Rule, RuleAction, Scorer, Signal};
use codes::Codes;
pub(crate) use knob::Knob;
use lead_scoring_core::{Dataset, Dimension, Tier};
pub use reasons::Against;
use serde::Serialize;

/// Why a lead has its score.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Explanation<'a> {
    /// The row in the data, from 0; 0 for a lead by itself.
    pub row: usize,
    /// The score.
    pub score: i32,
    /// The tier, where the lead has one.
    pub tier: Option<Tier>,
    /// The lowest and highest score it could have if its unknown signals were known.
    pub possible: (i32, i32),
    /// The points every lead starts with.
    pub start: i32,
    /// Every signal with its points, in the order of the model.
    pub contributions: Vec<Contribution<'a>>,
    /// The rules that apply, with their points (0 for one that disqualifies).
    pub rules: Vec<(&'a str, i32)>,
    /// The dimensions that can tell leads apart, in the order of [`Dimension::ALL`].
    pub standings: Vec<Standing>,
    /// The dimension with the greatest share.
    pub strongest: Option<Dimension>,
    /// The dimension with the smallest share; `None` where there are fewer than two.
    pub weakest: Option<Dimension>,
    /// What is missing to each tier above the lead's score, the nearest tier first.
    pub gaps: Vec<Gap<'a>>,
}

/// What a signal gives a lead.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Contribution<'a> {
    /// The signal's name.
    pub signal: &'a str,
    /// The field it reads; of a combination both.
    pub fields: Vec<&'a str>,
    /// Whether it gives points to combinations of two fields, so that its bins say which field has which value.
    pub pair: bool,
    /// The dimension its points count for.
    pub dimension: Dimension,
    /// The bin the lead falls into, in words.
    pub bin: &'a str,
    /// How the bin was found.
    pub state: State,
    /// Points.
    pub points: i32,
    /// Fewest and most points the signal may turn out to give: where there is no value, those of the values it may have (for a
    /// combination beside the value that is known), otherwise its points.
    pub possible: (i32, i32),
    /// The most points it gives any lead.
    pub best: i32,
}

/// What is known of a signal's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// The value falls into a bin.
    Known,
    /// The value, or one of a combination, was never seen while the model was learned; it gives no points.
    Unseen,
    /// There is no value, and the model has points for that.
    Missing,
    /// There is no value (of either field, for a combination) and the model has no points for that, or there is no column for it.
    Unknown,
}

impl State {
    /// Whether there is no value: the signal counts as unknown, whatever points it gives.
    #[must_use]
    pub fn is_blank(self) -> bool {
        matches!(self, Self::Missing | Self::Unknown)
    }
}

/// Where a dimension's points lie in their range.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Standing {
    /// The dimension.
    pub dimension: Dimension,
    /// The lead's points.
    pub points: i32,
    /// Fewest points the dimension can give.
    pub lowest: i32,
    /// Most points it can give.
    pub highest: i32,
    /// `(points - lowest) / (highest - lowest)`, 0 to 1.
    pub share: f64,
}

/// What is missing to a tier.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Gap<'a> {
    /// The tier.
    pub tier: Tier,
    /// Points missing, at least 1.
    pub points: i32,
    /// Whether the actions close the gap.
    pub closed: bool,
    /// The fewest actions that close the gap, of single changes the least that suffices; where nothing closes it, all there are.
    pub actions: Vec<Action<'a>>,
}

/// Something that would raise the score.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Action<'a> {
    /// The field whose value is to change or to be found out.
    pub field: &'a str,
    /// What the signals that read it come to, the strongest first: any value of the field that falls into these bins gains just the points
    /// promised. Where a combination bins the field otherwise than its own signal, actions after this one count on one such value.
    pub reaches: Vec<Reach<'a>>,
    /// Points gained by all of these together, after the actions before this one.
    pub gain: i32,
    /// `true` where the value is not known and finding it out may gain up to `gain`; `false` where the lead must come to do it.
    pub find_out: bool,
}

/// What a signal comes to by an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reach<'a> {
    /// The signal.
    pub signal: &'a str,
    /// Whether it gives points to combinations of two fields, so that its bins say which field has which value.
    pub pair: bool,
    /// The bin to reach, in words.
    pub bin: &'a str,
    /// Its part of the points gained; below 0 where it loses some.
    pub gain: i32,
}

impl Scorer {
    /// Explains the score of one row of `data`. The cost does not depend on the number of rows.
    ///
    /// # Errors
    /// [`ErrorKind::Row`] for a row beyond the last, otherwise as [`Scorer::score`].
    pub fn explain(&self, data: &Dataset, map: &FieldMap, row: usize) -> Result<Explanation<'_>> {
        if row >= data.rows() {
            let message =
                format!("there is no row {row}; the data have {} rows, counted from 0", data.rows());
            return Err(Error::new(ErrorKind::Row, message));
        }
        let card = &self.model().card;
        let single = lead::single(data, map, row)?;
        let scored = self.score(&single, map)?;
        let outcome =
            scored.outcome(0).ok_or_else(|| Error::new(ErrorKind::Row, "the row could not be read"))?;
        let column = |field: &str| map.column_of(field).and_then(|name| single.column(name));
        let codes = Codes::of(card, column);
        let applies =
            |rule: &&Rule| column(&rule.field).is_some_and(|column| rule.applies(column).contains(&true));
        Ok(self.explanation(row, outcome, &codes, card.rules.iter().filter(applies)))
    }

    /// Explains the score of a lead that was read by itself, all of it by codes.
    pub(crate) fn explain_found(&self, found: &Found<'_>) -> Explanation<'_> {
        let mut holding = found.rules.clone().unwrap_or_default();
        holding.sort_unstable();
        let rules = holding.into_iter().filter_map(|at| self.model().card.rules.get(at));
        self.explanation(0, &found.outcome(&KnownSum::default()), &Codes::of_found(found), rules)
    }

    fn explanation<'a>(
        &'a self,
        row: usize,
        outcome: &Outcome,
        codes: &Codes,
        rules: impl Iterator<Item = &'a Rule>,
    ) -> Explanation<'a> {
        let card = &self.model().card;
        let contributions =
            card.signals.iter().enumerate().map(|(at, signal)| contribution(signal, codes, at)).collect();
        let worth = |action: &RuleAction| if let RuleAction::Points(points) = action { *points } else { 0 };
        let standings = self.standings(&outcome.subtotals);
        let points = card.start.saturating_add(outcome.subtotals.iter().sum()).saturating_add(outcome.manual);
        let lost = outcome.disqualified_by.is_some();
        Explanation {
            row,
            score: outcome.score,
            tier: outcome.tier,
            possible: outcome.possible,
            start: card.start,
            strongest: extreme(&standings, |best, share| share > best),
            weakest: extreme(&standings, |worst, share| share < worst).filter(|_| standings.len() > 1),
            contributions,
            rules: rules.map(|rule| (rule.name.as_str(), worth(&rule.action))).collect(),
            standings,
            gaps: if lost { Vec::new() } else { self.gaps(points, outcome.score, codes) },
        }
    }

    fn standings(&self, subtotals: &[i32; 4]) -> Vec<Standing> {
        let standing = |(dimension, &points): (Dimension, &i32)| {
            let (lowest, highest) = self.model().card.dimension_range(dimension);
            let share = f64::from(points - lowest) / f64::from(highest - lowest);
            (highest > lowest).then_some(Standing { dimension, points, lowest, highest, share })
        };
        Dimension::ALL.into_iter().zip(subtotals).filter_map(standing).collect()
    }

    fn gaps<'a>(&'a self, points: i32, score: i32, codes: &Codes) -> Vec<Gap<'a>> {
        let Some(cuts) = self.model().tiers else { return Vec::new() };
        let card = &self.model().card;
        let single = plan::single_changes(card, self.knobs(), codes);
        let actions = plan::actions(card, self.knobs(), codes);
        let above = [(Tier::Cool, cuts.cool), (Tier::Warm, cuts.warm), (Tier::Hot, cuts.hot)];
        let reachable = above.into_iter().filter(|(_, cut)| *cut > score && *cut <= self.range().1);
        let gap = |(tier, cut): (Tier, i32)| {
            let points = cut.saturating_sub(points);
            match plan::least(card, &single, codes, points) {
                Some(least) => Gap { tier, points, closed: true, actions: vec![least] },
                None => gap(tier, points, &actions),
            }
        };
        reachable.map(gap).collect()
    }
}

fn contribution<'a>(signal: &'a Signal, codes: &Codes, at: usize) -> Contribution<'a> {
    let (state, bin, points) = codes.found(signal, at);
    Contribution {
        signal: &signal.name,
        fields: signal.fields().collect(),
        pair: signal.is_pair(),
        dimension: signal.dimension,
        bin,
        state,
        points,
        possible: codes.possible(signal, at),
        best: signal.highest(),
    }
}

/// Takes actions until the gap is closed.
fn gap<'a>(tier: Tier, points: i32, actions: &[Action<'a>]) -> Gap<'a> {
    let mut gained = 0;
    let taken: Vec<Action<'a>> = actions
        .iter()
        .take_while(|action| {
            let open = gained < points;
            gained += action.gain;
            open
        })
        .cloned()
        .collect();
    let closed = taken.iter().map(|action| action.gain).sum::<i32>() >= points;
    Gap { tier, points, closed, actions: taken }
}

/// The dimension whose share is `better` than all before it.
fn extreme(standings: &[Standing], better: impl Fn(f64, f64) -> bool) -> Option<Dimension> {
    let pick = |best: Standing, next: Standing| if better(best.share, next.share) { next } else { best };
    standings.iter().copied().reduce(pick).map(|standing| standing.dimension)
}
