//! Evidence from how well a field alone tells won from lost.

use super::{Case, Clue};
use crate::phrases as say;
use crate::text::percent;
use lead_scoring_core::{Part, Values, decimals};

/// AUC from which a field gets points, strongest first.
const AUC_POINTS: [(f64, u32); 4] = [(0.95, 8), (0.90, 4), (0.75, 2), (0.57, 1)];
/// Deals of the rarer outcome that a level would hold at the base rate before its lack of them can be called pure.
const PURE_EXPECTED: f64 = 10.0;
/// Share of the deals in pure levels that is evidence.
const PURE_COVER: f64 = 0.10;
/// A value is one outcome's own if so much of that outcome, and no more than so much of the other, has it.
const OWN_VALUE: (f64, f64) = (0.97, 0.50);

pub(super) fn clues(case: &Case<'_>) -> impl Iterator<Item = Clue> {
    [pure_levels(case), own_value(case)].into_iter().flatten()
}

/// How well the field alone ranks won above lost.
pub(super) fn by_rank(case: &Case<'_>) -> Option<Clue> {
    let auc = case.auc?;
    let (_, points) = AUC_POINTS.into_iter().find(|(bound, _)| auc >= *bound)?;
    let figures = [("share", percent(auc).into()), ("auc", decimals(auc, 2).into())];
    Some(Clue::data(points, say::RANKS_ALONE.with(figures)))
}

/// Levels or ranges in which an outcome that should occur at least ten times has all but vanished: at most 2 % of the deals, and a
/// tenth of its share among all.
fn pure_levels(case: &Case<'_>) -> Option<Clue> {
    let all = (case.totals[0] + case.totals[1]) as f64;
    let base = case.totals.map(|total| total as f64 / all);
    let is_pure = |counts: &[u64; 2]| {
        let deals = (counts[0] + counts[1]) as f64;
        (0..2).any(|outcome| {
            let bound = (base[outcome] / 10.0).min(0.02);
            base[outcome] * deals >= PURE_EXPECTED && counts[outcome] as f64 <= bound * deals
        })
    };
    let bins: Vec<[u64; 2]> = case.profile.outcomes_by_bin().collect();
    // The last bin holds the missing ones, which the evidence from filling judges.
    let pure = bins.split_last()?.1.iter().filter(|counts| is_pure(counts));
    let cover = pure.map(|counts| counts[0] + counts[1]).sum::<u64>() as f64 / all;
    (cover >= PURE_COVER).then(|| Clue::data(1, say::PURE_VALUES.with([("share", percent(cover).into())])))
}

/// A value that nearly all deals of one outcome have and most of the other have not.
fn own_value(case: &Case<'_>) -> Option<Clue> {
    let share = |counts: &[u32; 2], outcome: usize| f64::from(counts[outcome]) / case.totals[outcome] as f64;
    let (code, counts, owner) = case.profile.present().find_map(|(code, counts)| {
        let owner = (0..2).find(|&owner| {
            share(&counts, owner) >= OWN_VALUE.0 && share(&counts, 1 - owner) <= OWN_VALUE.1
        })?;
        Some((code, counts, owner))
    })?;
    let is_zero = match case.column.values() {
        Values::Number(numbers) => {
            numbers.get(code as usize).is_some_and(|number| number.abs() < f64::MIN_POSITIVE)
        }
        _ => false,
    };
    let value: Part = match case.column.values() {
        _ if is_zero => "0".into(),
        Values::Flag => {
            let level = if code == 0 { say::LEVEL_NO } else { say::LEVEL_YES };
            say::LEVEL_NAMED.with([("level", level.message().into())]).into()
        }
        values => values.text(code).map_or_else(String::new, |v| format!("`{v}`")).into(),
    };
    let phrase = if owner == 1 { say::VALUE_OF_WON } else { say::VALUE_OF_LOST };
    let sentence = phrase.with([
        ("value", value),
        ("won", percent(share(&counts, 1)).into()),
        ("lost", percent(share(&counts, 0)).into()),
    ]);
    Some(Clue::data(if is_zero { 4 } else { 3 }, sentence))
}
