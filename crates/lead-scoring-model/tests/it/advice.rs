//! Following the advice of an explanation gains just what it promises.

use crate::invented::{LEVELS, Lead, data_of, leads, models};
use lead_scoring_core::{Binning, name_key};
use lead_scoring_model::{Explanation, FieldMap, Scorer, ScoringModel};
use proptest::prelude::*;

/// Everything the field of an advice can be changed to.
fn changes(lead: &Lead, field: &str) -> Vec<Lead> {
    let with = |change: &dyn Fn(&mut Lead)| {
        let mut changed = lead.clone();
        change(&mut changed);
        changed
    };
    match field {
        "Number" => {
            // For each range of the models numbers of one, two, three and more digits, and 0.
            let parts = [0.0, 0.5, 0.25, 0.123_45];
            let numbers =
                [-6.0, 3.0, 7.0, 12.0, 22.0, 31.0].into_iter().flat_map(|x| parts.map(|part| x + part));
            let numbers = numbers.chain([0.0, 5.0, 10.0, 20.0, 25.0, 30.0]);
            numbers.map(|x| with(&|lead| lead.number = Some(x))).collect()
        }
        "Level" => LEVELS.iter().map(|level| with(&|lead| lead.level = Some(level))).collect(),
        "Flag" => [false, true].iter().map(|flag| with(&|lead| lead.flag = Some(*flag))).collect(),
        // One item more or less; nothing is known to be in a set that was blank.
        "Items" => {
            let toggled = |item: &&'static str| {
                let mut items = lead.items.clone().unwrap_or_default();
                match items.iter().position(|known| known == item) {
                    Some(at) => drop(items.remove(at)),
                    None => items.push(item),
                }
                items
            };
            let none = lead.items.is_none().then(Vec::new);
            let sets = LEVELS.iter().map(toggled).chain(none);
            sets.map(|items| with(&|lead| lead.items = Some(items.clone()))).collect()
        }
        other => panic!("{other}"),
    }
}

/// Explains one lead with the points of all its signals.
fn explained<R>(scorer: &Scorer, lead: &Lead, look: impl FnOnce(&Explanation<'_>, i32) -> R) -> R {
    let data = data_of(std::slice::from_ref(lead), None);
    let map = FieldMap::for_data(scorer.model(), &data, &[]).unwrap();
    let why = scorer.explain(&data, &map, 0).unwrap();
    let points = why.contributions.iter().map(|part| part.points).sum();
    look(&why, points)
}

/// What an advice says, apart from the explanation it came with.
struct Advice {
    field: String,
    reaches: Vec<(String, String, i32)>,
    gain: i32,
    find_out: bool,
}

/// The steps of the gap that needs most of them.
fn advice(why: &Explanation<'_>) -> Vec<Advice> {
    let longest = longest(why);
    let advice = |action: &lead_scoring_model::Action<'_>| Advice {
        field: action.field.to_owned(),
        reaches: action.reaches.iter().map(|to| (to.signal.to_owned(), to.bin.to_owned(), to.gain)).collect(),
        gain: action.gain,
        find_out: action.find_out,
    };
    longest.map_or_else(Vec::new, |gap| gap.actions.iter().map(advice).collect())
}

fn longest<'a, 'b>(why: &'b Explanation<'a>) -> Option<&'b lead_scoring_model::Gap<'a>> {
    why.gaps.iter().max_by_key(|gap| gap.actions.len())
}

/// The points that a single change has to gain, where one alone closes the gap.
fn enough(why: &Explanation<'_>) -> Option<i32> {
    longest(why)
        .filter(|gap| gap.closed && gap.actions.len() == 1 && !gap.actions[0].find_out)
        .map(|gap| gap.points)
}

/// The points gained by a change, where it comes to the bins that an advice names.
fn followed(scorer: &Scorer, step: &Advice, changed: &Lead, before: i32) -> (bool, i32) {
    explained(scorer, changed, |why, points| {
        let is_there = |(signal, bin, _): &(String, String, i32)| {
            why.contributions.iter().any(|part| part.signal == signal && part.bin == bin)
        };
        (step.reaches.iter().all(is_there), points - before)
    })
}

/// Whether some signal has learned of the lead's level. No advice is to come to a level never seen, even where that costs no points.
fn is_learned(model: &ScoringModel, lead: &Lead) -> bool {
    let inputs = || model.card.signals.iter().flat_map(|signal| &signal.inputs);
    let has = |level: &str| {
        inputs().any(|input| match &input.binning {
            Binning::Group { groups } => groups.iter().flatten().any(|l| name_key(l) == name_key(level)),
            _ => false,
        })
    };
    lead.level.is_some_and(has)
}

/// Whether a lead can take all steps with just the gains promised.
fn holds(scorer: &Scorer, steps: &[Advice], now: &Lead) -> bool {
    let Some((step, later)) = steps.split_first() else { return true };
    let before = explained(scorer, now, |_, points| points);
    let promised = |changed: &Lead| followed(scorer, step, changed, before) == (true, step.gain);
    changes(now, &step.field).iter().any(|changed| promised(changed) && holds(scorer, later, changed))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn advice_keeps_its_promise(model in models(), leads in leads()) {
        let scorer = Scorer::new(&model).unwrap();
        for lead in leads.iter().take(3) {
            let steps = explained(&scorer, lead, |why, _| advice(why));
            prop_assert!(holds(&scorer, &steps, lead), "{:?} cannot follow", lead);
            for step in &steps {
                prop_assert_eq!(step.reaches.iter().map(|(_, _, gain)| gain).sum::<i32>(), step.gain);
            }
            let Some(first) = steps.first() else { continue };
            let (before, enough) = explained(&scorer, lead, |why, points| (points, enough(why)));
            for changed in changes(lead, &first.field) {
                let (reached, gain) = followed(&scorer, first, &changed, before);
                prop_assert!(!reached || gain == first.gain, "{:?} gains {}", changed, gain);
                let considered = first.field != "Items" && (first.field != "Level" || is_learned(&model, &changed));
                // Of the changes that are enough alone the least is advised, else the one that gains most.
                let better = enough.map_or(gain > first.gain, |enough| (enough..first.gain).contains(&gain));
                prop_assert!(!(considered && better), "{:?} gains {}", changed, gain);
                prop_assert!(enough.is_none_or(|enough| first.gain >= enough));
            }
        }
    }

    #[test]
    fn only_what_may_change_is_to_be_changed(model in models(), leads in leads()) {
        let scorer = Scorer::new(&model).unwrap();
        for lead in leads.iter().take(10) {
            for step in explained(&scorer, lead, |why, _| advice(why)) {
                let mut own = model.card.signals.iter().filter(|signal| signal.reads(&step.field) && !signal.is_pair());
                let changeable = own.any(|signal| signal.can_change(&step.field));
                prop_assert_eq!(step.find_out, !changeable);
                let blank = match step.field.as_str() {
                    "Number" => lead.number.is_none(),
                    "Level" => lead.level.is_none(),
                    "Flag" => lead.flag.is_none(),
                    _ => lead.items.is_none(),
                };
                prop_assert!(changeable || blank);
                prop_assert!(step.gain > 0);
            }
        }
    }
}
