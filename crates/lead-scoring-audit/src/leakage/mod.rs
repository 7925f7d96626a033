//! The leakage audit: which fields are known only after the outcome.
//!
//! A field written when a deal closes predicts the past perfectly and the future not at all. Each field collects points of
//! suspicion from the evidence below; **4 points make it suspect, 8 certain**, and both are left out unless the user keeps them.
//! Points for a name alone never convict: without any evidence from the data the field stays.
//!
//! | evidence | points | source |
//! |---|---|---|
//! | alone it ranks won above lost with AUC ≥ 0.95 / 0.90 / 0.75 / 0.57 (cross-fitted, missing as a value) | 8 / 4 / 2 / 1 | data |
//! | values with practically one outcome, beyond chance, together ≥ 10 % of the deals | 1 | data |
//! | one value for ≥ 97 % of one outcome and ≤ 50 % of the other (4 if it is the number 0) | 3 | data |
//! | filled practically for one outcome only | 8 | data |
//! | filled shares of won and lost differ by ≥ 50 / 20 points (and by 3 standard errors) | 4 / 2 | data |
//! | filled for closed deals and blank for open ones / shares differ by ≥ 50 points | 8 / 2 | data |
//! | a date that is the last of its row in 99 % of deals / on or after the closing date in 95 % | 3 / 8 | data |
//! | the number of days from another date to the closing date in 95 % of deals | 8 | data |
//! | recorded for a stretch of the history and then not (1 if only its beginning lacks it) | 2 | data |
//! | and then blank in exactly the same deals as another field, as one process writes them | 1 | data |
//! | its name: days or changes in the sales process | 3 | name |
//! | its name: outcome, stage; reason; judgement (tag, rating, score …); paperwork, forecast; duration | 2 | name |
//! | its name: index | 1 | name |
//! | a date with a closing word in its name | 5 | name |
//!
//! Filling by outcome and AUC see the same differences, so only the larger of the two counts. Of several hints in a name the
//! strongest counts. Dates, identifiers and texts are judged by their filling, and dates by their
//! order; separation is not asked of them. The weights were set on public histories whose late fields are known, and hold for the
//! two outcomes alike: swapping won and lost changes no verdict.
//!
//! Edge cases: with fewer than 25 open rows the open rows are not compared; a history without two date columns has no evidence
//! from the order of dates; a field without values collects nothing.

mod dates;
mod filling;
mod separation;

pub(crate) use dates::Dates;
pub(crate) use filling::Blocks;

use crate::findings::Leakage;
use crate::phrases::NAME_END;
use crate::profile::Profile;
use crate::vocabulary::{hint, is_closing_name};
use lead_scoring_core::{Column, Kind, Message};

/// Points from which a field is suspect.
const SUSPECT: u32 = 4;
/// Points from which it is certain.
const CERTAIN: u32 = 8;

/// One piece of evidence.
pub(crate) struct Clue {
    pub(crate) points: u32,
    /// Whether the data say it, not the name alone.
    pub(crate) from_data: bool,
    pub(crate) sentence: Message,
}

impl Clue {
    pub(crate) fn data(points: u32, sentence: Message) -> Self {
        Self { points, from_data: true, sentence }
    }
}

/// The verdict on a field.
pub(crate) struct Suspicion {
    pub(crate) level: Leakage,
    pub(crate) points: u32,
    pub(crate) evidence: Vec<Message>,
}

/// What the judgement of one field rests on.
pub(crate) struct Case<'a> {
    pub(crate) words: &'a [String],
    pub(crate) at: usize,
    pub(crate) column: &'a Column,
    pub(crate) profile: &'a Profile,
    /// Lost and won deals of the history.
    pub(crate) totals: [u64; 2],
    pub(crate) auc: Option<f64>,
    /// Filled shares by slice of the history, where some cells are blank.
    pub(crate) fill_by_slice: &'a [f64],
    /// The same column of the open rows.
    pub(crate) open: Option<&'a Column>,
    /// The other fields that are blank in the same deals.
    pub(crate) block: &'a [&'a str],
    pub(crate) dates: &'a Dates<'a>,
}

/// Weighs the evidence about one field.
pub(crate) fn judge(case: &Case<'_>) -> Suspicion {
    let mut clues = Vec::new();
    if case.profile.filled() > 0 {
        clues.extend(larger_counts(filling::by_outcome(case), separation::by_rank(case)));
        clues.extend(filling::clues(case));
        if case.column.kind().is_scorable() {
            clues.extend(separation::clues(case));
            clues.extend(case.dates.span_to_close(case.column));
        }
        if case.column.kind() == Kind::Date {
            clues.extend(case.dates.order(case.at));
        }
        clues.extend(by_name(case.words, case.column.kind()));
    }
    // What the data say comes before the name, then the strongest first.
    clues.sort_by_key(|clue| std::cmp::Reverse((clue.from_data, clue.points)));
    let points = clues.iter().map(|clue| clue.points).sum();
    let level = match points {
        _ if !clues.iter().any(|clue| clue.from_data && clue.points > 0) => Leakage::None,
        CERTAIN.. => Leakage::Certain,
        SUSPECT.. => Leakage::Suspect,
        _ => Leakage::None,
    };
    Suspicion { level, points, evidence: clues.into_iter().map(|clue| clue.sentence).collect() }
}

/// Two views of one thing: both are told, the one with more points counts.
fn larger_counts(mut one: Option<Clue>, mut other: Option<Clue>) -> impl Iterator<Item = Clue> {
    if let (Some(one), Some(other)) = (&mut one, &mut other) {
        let weaker = if one.points < other.points { one } else { other };
        weaker.points = 0;
    }
    [one, other].into_iter().flatten()
}

fn by_name(words: &[String], kind: Kind) -> Option<Clue> {
    let (points, sentence) = match kind {
        Kind::Identifier => return None,
        Kind::Date if is_closing_name(words) => (5, NAME_END),
        Kind::Date => return None,
        _ => hint(words).map(|hint| (hint.points(), hint.sentence()))?,
    };
    Some(Clue { points, from_data: false, sentence: sentence.message() })
}
