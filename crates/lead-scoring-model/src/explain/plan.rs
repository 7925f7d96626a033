//! In which order to change and find out what would raise a score.

use super::codes::Codes;
use super::{Action, Knob, Reach};
use crate::Scorecard;

/// A knob that can change, one of its values, and what turning to that alone gains.
type SingleChange<'a> = (&'a Knob, &'a [Option<usize>], i32);

/// The single changes that raise the score.
pub(super) fn single_changes<'a>(card: &Scorecard, knobs: &'a [Knob], lead: &Codes) -> Vec<SingleChange<'a>> {
    let mut changes = Vec::new();
    for knob in knobs.iter().filter(|knob| knob.changeable) {
        for value in &knob.values {
            let gain = gain(card, knob, lead, &turned(card, knob, lead, value));
            if gain > 0 {
                changes.push((knob, value.as_slice(), gain));
            }
        }
    }
    changes
}

/// The single change that gains least of those that gain so many points.
pub(super) fn least<'a>(
    card: &'a Scorecard,
    changes: &[SingleChange<'a>],
    lead: &Codes,
    points: i32,
) -> Option<Action<'a>> {
    let enough = changes.iter().filter(|(.., gain)| *gain >= points);
    let (knob, value, _) = enough.min_by_key(|(.., gain)| *gain)?;
    Some(action(card, knob, lead, &turned(card, knob, lead, value), false))
}

/// What a lead comes to by another value.
fn turned(card: &Scorecard, knob: &Knob, lead: &Codes, value: &[Option<usize>]) -> Codes {
    let mut then = lead.clone();
    knob.turn(card, &mut then, value);
    then
}

/// Everything that raises the score, in the order in which to take it; each gain is exact once those before it have been taken.
pub(super) fn actions<'a>(card: &'a Scorecard, knobs: &'a [Knob], lead: &Codes) -> Vec<Action<'a>> {
    let mut now = lead.clone();
    let mut actions = Vec::new();
    for find_out in [false, true] {
        let may_turn = |knob: &&Knob| {
            knob.changeable != find_out
                && (knob.changeable || knob.places.iter().any(|&place| lead.is_blank(card, place)))
        };
        let mut open: Vec<&Knob> = knobs.iter().filter(may_turn).collect();
        while let Some((at, then)) = best(card, &open, &now) {
            actions.push(action(card, open.remove(at), &now, &then, find_out));
            now = then;
        }
    }
    actions
}

/// The turn of a knob that makes `then` of `now`.
fn action<'a>(card: &'a Scorecard, knob: &'a Knob, now: &Codes, then: &Codes, find_out: bool) -> Action<'a> {
    Action {
        field: &knob.field,
        reaches: reaches(card, knob, now, then),
        gain: gain(card, knob, now, then),
        find_out,
    }
}

/// The knob whose best value gains most, and what that makes of the lead; `None` where nothing gains.
fn best(card: &Scorecard, knobs: &[&Knob], now: &Codes) -> Option<(usize, Codes)> {
    let mut best: Option<(usize, Codes, i32)> = None;
    for (at, knob) in knobs.iter().enumerate() {
        for value in &knob.values {
            let then = turned(card, knob, now, value);
            let gain = gain(card, knob, now, &then);
            if gain > best.as_ref().map_or(0, |(_, _, most)| *most) {
                best = Some((at, then, gain));
            }
        }
    }
    best.map(|(at, then, _)| (at, then))
}

fn gain(card: &Scorecard, knob: &Knob, now: &Codes, then: &Codes) -> i32 {
    signals(knob).map(|at| change(card, at, now, then)).sum()
}

/// The signals that a knob turns, each once.
fn signals(knob: &Knob) -> impl Iterator<Item = usize> {
    let places = knob.places.iter().enumerate();
    // The places of one signal are neighbours.
    places.filter(|(at, place)| *at == 0 || knob.places[at - 1].0 != place.0).map(|(_, place)| place.0)
}

/// The points that a signal gains.
fn change(card: &Scorecard, at: usize, now: &Codes, then: &Codes) -> i32 {
    let signal = &card.signals[at];
    then.points(signal, at) - now.points(signal, at)
}

/// What signals come to; those that another item of a set leaves as they are do not count.
fn reaches<'a>(card: &'a Scorecard, knob: &Knob, now: &Codes, then: &Codes) -> Vec<Reach<'a>> {
    let whole_field = knob.values.iter().flatten().all(Option::is_some);
    let touched = signals(knob).filter(|&at| whole_field || then.differ(now, at));
    let reach = |at: usize| {
        let signal = &card.signals[at];
        let (_, bin, _) = then.found(signal, at);
        Reach { signal: &signal.name, pair: signal.is_pair(), bin, gain: change(card, at, now, then) }
    };
    touched.map(reach).collect()
}
