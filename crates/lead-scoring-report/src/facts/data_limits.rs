//! Section 1.3: what a reader must know about the data, and how few deals stand behind some values.

use super::hold_out::{Chosen, drifts};
use crate::ReportInput;
use crate::phrases as say;
use lead_scoring_audit::FieldAudit;
use lead_scoring_core::{Binning, Column, Kind, MISSING, Message, Part, Values, named_of};
use lead_scoring_lift::label_message;
use lead_scoring_model::Signal;

/// Deals below which a value is told.
const FEW: u64 = 25;
/// Fields that are told.
const MOST_FIELDS: usize = 5;
/// Values that are told of a field.
const MOST_LEVELS: usize = 4;

/// What the audit says of the fields with points, with the change over time told once and without advice that was followed already.
pub(super) fn limitations(input: &ReportInput<'_>) -> Vec<Message> {
    let drift = &input.audit.drift;
    let signals = &input.model.card.signals;
    let mut sentences = input.audit.limitations_of(|field| signals.iter().any(|signal| signal.reads(field)));
    if !sentences.contains(&drift.sentence) {
        sentences.push(drift.sentence.clone());
    }
    if drifts(input) {
        let told = drift.sentence_advising(hold_out_advice(input));
        let advice = sentences.iter_mut().filter(|sentence| **sentence == drift.sentence);
        advice.for_each(|sentence| sentence.clone_from(&told));
    }
    sentences.extend(exact_figures(signals));
    sentences
}

/// The fields of which not the value but its exactness gives points.
fn exact_figures(signals: &[Signal]) -> Option<Message> {
    let inputs = signals.iter().flat_map(|signal| &signal.inputs);
    let by_digits = inputs.filter(|input| matches!(input.binning, Binning::Digits { .. }));
    let mut names: Vec<String> = by_digits.map(|input| format!("`{}`", input.field)).collect();
    names.sort();
    names.dedup();
    let figures = |names: Vec<String>| [("count", names.len().into()), ("fields", names.into())];
    (!names.is_empty()).then(|| say::EXACT_FIGURES.with(figures(names)))
}

/// What to do where the win rate drifts: hold out the latest deals, unless that was done.
fn hold_out_advice(input: &ReportInput<'_>) -> Message {
    if Chosen::of(input) == Chosen::Latest {
        return say::LATEST_WERE_HELD_OUT.message();
    }
    let option = input.audit.drift.order.hold_out_option();
    say::LATEST_TO_HOLD_OUT.with([("option", option.into())])
}

/// The fields with points that have levels of few deals, those with the fewest first.
pub(super) fn few_deals_behind(input: &ReportInput<'_>) -> Vec<Message> {
    let signals = &input.model.card.signals;
    let scored = |field: &&FieldAudit| signals.iter().any(|signal| signal.reads(&field.name));
    let thin = |field: &FieldAudit| {
        let column = input.train.data().column(&field.name)?;
        let levels = thin_levels(column);
        let flag = column.kind() == Kind::Flag;
        (!levels.is_empty()).then(|| (field.name.clone(), flag, levels))
    };
    let mut fields: Vec<_> = input.audit.used().filter(scored).filter_map(thin).collect();
    fields.sort_by_key(|(_, _, levels)| levels.first().map(|(deals, _)| *deals));
    let named = named_of(fields.len(), MOST_FIELDS);
    let tell = |(name, flag, levels): &(String, bool, Vec<_>)| few(name, *flag, levels);
    let mut told: Vec<Message> = fields.iter().take(named).map(tell).collect();
    let more = fields.len() - named;
    told.extend((more > 0).then(|| say::SMALLEST_IN_MORE.with([("fields", more.into())])));
    told
}

fn few(name: &str, flag: bool, levels: &[(u64, String)]) -> Message {
    let level = |(deals, level): &(u64, String)| -> Part {
        // The two values of a flag are words of ours.
        let (phrase, level) = match label_message(level).filter(|_| flag) {
            Some(ours) => (say::FLAG_OF_DEALS, ours.into()),
            None => (say::LEVEL_OF_DEALS, level.as_str().into()),
        };
        phrase.with([("level", level), ("deals", (*deals).into())]).into()
    };
    let named = named_of(levels.len(), MOST_LEVELS);
    let mut told: Vec<Part> = levels.iter().take(named).map(level).collect();
    let more = levels.len() - named;
    told.extend((more > 0).then(|| say::MORE_LEVELS.with([("count", more.into())]).into()));
    say::FEW_DEALS_BEHIND.with([("field", name.into()), ("levels", Part::List(told))])
}

/// The levels of a category or flag, or the items of a set, that a deal has but few have, fewest first.
fn thin_levels(column: &Column) -> Vec<(u64, String)> {
    let mut deals: Vec<(u64, String)> = match column.values() {
        Values::Set(sets) => sets.items.iter().map(|item| (0, item.clone())).collect(),
        Values::Category(_) | Values::Flag => {
            (0..).map_while(|code| Some((0, column.values().text(code)?))).collect()
        }
        _ => Vec::new(),
    };
    for &code in column.codes().iter().filter(|code| **code != MISSING) {
        let levels = match column.values() {
            Values::Set(sets) => sets.members.get(code as usize).map_or(&[][..], Vec::as_slice),
            _ => std::slice::from_ref(&code),
        };
        for &level in levels {
            if let Some((count, _)) = deals.get_mut(level as usize) {
                *count += 1;
            }
        }
    }
    deals.retain(|(deals, _)| (1..FEW).contains(deals));
    deals.sort();
    deals
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn levels_of_few_deals_are_found_and_the_fewest_come_first() {
        let levels: Vec<Option<&str>> = (0..60)
            .map(|row| match row {
                0..3 => Some("rare"),
                3 => Some("single"),
                4..8 => None,
                _ => Some("common"),
            })
            .collect();
        let thin = thin_levels(&Column::from_categories(&levels));
        assert_eq!(thin, [(1, "single".to_owned()), (3, "rare".to_owned())]);
        assert!(thin_levels(&Column::from_numbers(&[1.0, 2.0])).is_empty());
        let told = few("Plan", false, &thin).to_string();
        assert_eq!(
            told,
            "Few deals stand behind some values of `Plan`, which has points: `single` (1 deal) and `rare` (3 deals)."
        );
        let chinese =
            |flag: bool| Language::simplified_chinese().word(&few("Plan", flag, &[(1, "yes".to_owned())]));
        assert!(chinese(true).unwrap().contains("“是”"), "a value of a flag is a word of ours");
        assert!(chinese(false).unwrap().contains("`yes`"), "a name is that of the data");
    }
}
