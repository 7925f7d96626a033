//! The choice of cuts: the best the full constraints allow, else the best that fewer allow, and the fit to the reps' hours.

use crate::capacity::{CapacityCheck, Raised, check};
use crate::cells::Cell;
use crate::constraints::{Constraints, HoursLimit, Step};
use crate::phrases::{
    AIM_NEARLY_ALL, AIM_SHARE, GROUPED, HOT_HOLDS_FEWER, HOT_HOLDS_TOO_FEW, HOT_NOT_HELD, NO_SUCH_HOT,
    NOT_HIGHER, RAISED,
};
use crate::search::{Choice, Search};
use crate::{CalibrationOptions, Capacity};
use lead_scoring_core::{Message, Part, Phrase, percentage};
use lead_scoring_model::TierCuts;

/// More distinct scores than this are grouped before the search, whose cost grows with their cube.
const MOST_SCORES: usize = 200;

/// Wider gaps between tiers may cost this much of the information.
const PRICE_OF_WIDTH: f64 = 0.05;

/// How much more than wished Hot should reach on the training deals, to reach what is wished on new ones.
const AIM_MARGIN: f64 = 0.05;

/// Hot holds at least this part of the most wins it can hold at the wished win rate.
const NEARLY_BEST: f64 = 0.95;

/// What was chosen and why.
pub(crate) struct Chosen {
    pub(crate) cuts: Option<TierCuts>,
    pub(crate) capacity: Option<CapacityCheck>,
    pub(crate) notes: Vec<Message>,
}

/// Chooses the cuts for deals counted by score.
pub(crate) fn choose(all: &[Cell], options: &CalibrationOptions) -> Chosen {
    let mut notes = Vec::new();
    let cells = grouped(all);
    if cells.len() < all.len() {
        notes.push(GROUPED.with([("scores", all.len().into()), ("groups", cells.len().into())]));
    }
    let search = Search::new(&cells);
    let deals = cells.iter().map(Cell::deals).sum();
    let wins = cells.iter().map(|cell| cell.won).sum();
    let full = Constraints::full(options, deals);
    let found =
        climb_down(&search, full.ladder(deals), |constraints| aims(&search, constraints, options, wins));
    let Some((choice, cuts, given_up)) = found else {
        notes.push(NOT_HIGHER.message());
        return Chosen { cuts: None, capacity: None, notes };
    };
    notes.extend(given_up);
    let Some(capacity) = &options.capacity else {
        return Chosen { cuts: Some(cuts), capacity: None, notes };
    };
    let (cuts, worked, before) = within_hours(&search, &full, deals, capacity, (choice, cuts), &mut notes);
    let raised = before.map(|before| Raised::of(&cells, before, cuts));
    let check = check(capacity, deals, worked, &cells, cuts, raised);
    if !check.fits {
        notes.push(check.shortage());
    }
    Chosen { cuts: Some(cuts), capacity: Some(check), notes }
}

/// What Hot is held to, and the sentence on what was given up for it.
struct AimStep {
    constraints: Constraints,
    note: Option<Message>,
    /// Said instead where Hot wins at least so often.
    reached: Option<(f64, Message)>,
}

impl AimStep {
    fn new(constraints: Constraints, note: Option<Message>) -> Self {
        Self { constraints, note, reached: None }
    }
}

/// What Hot is held to under the constraints, from the full aim to none.
fn aims(
    search: &Search<'_>,
    constraints: &Constraints,
    options: &CalibrationOptions,
    wins: u64,
) -> Vec<AimStep> {
    let (precision, recall) = (options.hot_precision, options.hot_recall);
    let percent = |share: f64| Part::Text(percentage(share, 0));
    let Some(best) = search.best_recall(constraints, precision) else {
        let note = NO_SUCH_HOT.with([("deals", constraints.min_tier.into()), ("rate", percent(precision))]);
        return vec![AimStep::new(constraints.clone(), Some(note))];
    };
    let margin = constraints.aiming(precision + AIM_MARGIN, recall + AIM_MARGIN);
    let least = recall.min(NEARLY_BEST * best);
    let fewer = HOT_HOLDS_FEWER.with([
        ("share", percent(options.max_hot_share)),
        ("rate", percent(precision)),
        ("wins", percent(recall)),
    ]);
    let least_wins = (least * wins as f64 - 1e-9).ceil() as u64;
    let aim = if least < recall {
        AIM_NEARLY_ALL.with([("share", percent(NEARLY_BEST)), ("most", constraints.max_hot.into())])
    } else {
        AIM_SHARE.with([("share", percent(recall))])
    };
    let without_aim = |phrase: Phrase| {
        phrase.with([
            ("rate", percent(precision)),
            ("needed", least_wins.into()),
            ("wins", wins.into()),
            ("aim", aim.clone().into()),
        ])
    };
    vec![
        AimStep::new(margin, None),
        AimStep::new(constraints.aiming(precision, recall), None),
        AimStep::new(constraints.aiming(precision, least), Some(fewer)),
        AimStep {
            constraints: constraints.clone(),
            note: Some(without_aim(HOT_NOT_HELD)),
            reached: Some((precision, without_aim(HOT_HOLDS_TOO_FEW))),
        },
    ]
}

/// The best choice under the first step of the ladder, and there under the first aim, that allows one.
fn climb_down(
    search: &Search<'_>,
    ladder: Vec<Step>,
    aims: impl Fn(&Constraints) -> Vec<AimStep>,
) -> Option<(Choice, TierCuts, Vec<Message>)> {
    let mut notes = Vec::new();
    for (constraints, note) in ladder {
        notes.extend(note);
        for aim in aims(&constraints) {
            let Some(choice) = best(search, &aim.constraints) else { continue };
            let rate = search.hot_rate(choice.at);
            let reached = aim.reached.filter(|(wished, _)| rate.is_some_and(|rate| rate >= *wished));
            notes.extend(reached.map(|(_, note)| note).or(aim.note));
            // All deals in one tier is no choice of tiers.
            let tells = choice.information > 1e-9;
            return search.cuts(choice.at).filter(|_| tells).map(|cuts| (choice, cuts, notes));
        }
    }
    None
}

/// The best choice, with wide gaps between tiers where these cost little.
fn best(search: &Search<'_>, constraints: &Constraints) -> Option<Choice> {
    let choice = search.best(constraints)?;
    let cheap = |wide: &Choice| wide.information >= (1.0 - PRICE_OF_WIDTH) * choice.information;
    let wide = constraints.wide().and_then(|wide| search.best(&wide));
    Some(wide.filter(cheap).unwrap_or(choice))
}

/// Raises the Hot cut until Hot and Warm fit the reps' hours, if any choice of four tiers does.
fn within_hours(
    search: &Search<'_>,
    full: &Constraints,
    deals: u64,
    capacity: &Capacity,
    (choice, cuts): (Choice, TierCuts),
    notes: &mut Vec<Message>,
) -> (TierCuts, (u64, u64), Option<TierCuts>) {
    let worked = search.worked(choice.at);
    let limit = HoursLimit::new(capacity, deals, cuts.hot);
    if limit.needed(worked.0, worked.1) <= limit.available {
        return (cuts, worked, None);
    }
    let limited = Constraints { hours: Some(limit), ..full.clone() };
    // The last two steps of the ladder enlarge Hot or empty tiers, which is no way to save hours; nor is an aim for Hot.
    let mut ladder = limited.ladder(deals);
    ladder.truncate(ladder.len().saturating_sub(2));
    let found = climb_down(search, ladder, |constraints| vec![AimStep::new(constraints.clone(), None)]);
    let Some((fitting, raised, given_up)) = found else {
        return (cuts, worked, None);
    };
    let score = |score: i32| Part::Text(score.to_string());
    notes.push(RAISED.with([
        ("hot", score(raised.hot)),
        ("hot_before", score(cuts.hot)),
        ("warm", score(raised.warm)),
        ("warm_before", score(cuts.warm)),
    ]));
    notes.extend(given_up);
    (raised, search.worked(fitting.at), Some(cuts))
}

/// Neighbouring scores taken together until at most [`MOST_SCORES`] groups are left; a group goes by its lowest score.
fn grouped(cells: &[Cell]) -> Vec<Cell> {
    if cells.len() <= MOST_SCORES {
        return cells.to_vec();
    }
    let deals: u64 = cells.iter().map(Cell::deals).sum();
    let mut groups: Vec<Cell> = Vec::new();
    let mut seen = 0_u64;
    let mut group_of_last = None;
    for cell in cells {
        // The group of a score is that of its first deal among MOST_SCORES equal shares of all deals.
        let group = u128::from(seen) * MOST_SCORES as u128 / u128::from(deals.max(1));
        match groups.last_mut() {
            Some(last) if group_of_last == Some(group) => {
                last.won += cell.won;
                last.lost += cell.lost;
            }
            _ => groups.push(*cell),
        }
        group_of_last = Some(group);
        seen += cell.deals();
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hot_that_wins_as_wished_is_not_said_to_win_less() {
        let cell = |(score, won, lost)| Cell { score, won, lost };
        // A cut at 60 would leave Warm 8 of 24, which Cool's 10 of 35 does not stand apart from.
        let cells = [(40, 5, 37), (52, 10, 25), (58, 8, 16), (60, 3, 1), (70, 20, 9)].map(cell);
        let told = |hot_precision: f64| {
            let options = CalibrationOptions { hot_precision, ..CalibrationOptions::default() };
            let chosen = choose(&cells, &options);
            assert_eq!(chosen.cuts.map(|cuts| cuts.hot), Some(70));
            chosen.notes.last().map(ToString::to_string).unwrap()
        };
        let reached = told(0.6);
        assert!(reached.starts_with("Hot wins 60 % or more of its deals, as wished,"), "{reached}");
        assert!(
            reached.contains("holds fewer than 22 of the 46 wins (95 % of the most")
                && !reached.contains("may"),
            "{reached}"
        );
        let short = told(0.695);
        assert!(short.contains("holds 22 of the 46 wins") && short.ends_with("Hot may win less."), "{short}");
    }

    #[test]
    fn grouping_keeps_every_deal() {
        let cells: Vec<Cell> =
            (0..1000).map(|score| Cell { score, won: 1, lost: score.unsigned_abs().into() }).collect();
        let groups = grouped(&cells);
        assert!(groups.len() <= MOST_SCORES && groups.len() > 20);
        assert_eq!(groups.iter().map(Cell::deals).sum::<u64>(), cells.iter().map(Cell::deals).sum::<u64>());
        assert_eq!(grouped(&cells[..150]), &cells[..150]);
    }
}
