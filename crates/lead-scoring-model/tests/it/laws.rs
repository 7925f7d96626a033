//! Laws that hold for any model and any leads.

use crate::by_hand::{by_hand, fill_by_hand};
use crate::invented::{Lead, data_of, leads, models};
use crate::support::model_of;
use lead_scoring_model::{FieldMap, Scorer, ScoringModel, document};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_score_is_the_sum_by_hand(model in models(), leads in leads(), skip in prop::option::of(0_usize..4)) {
        model.check().unwrap();
        let data = data_of(&leads, skip);
        let map = FieldMap::for_data(&model, &data, &[]).unwrap();
        let scorer = Scorer::new(&model).unwrap();
        let scored = scorer.score(&data, &map).unwrap();
        prop_assert_eq!(scored.len(), leads.len());
        let (low, high) = scorer.range();
        for (lead, row) in scored.leads().zip(&leads) {
            let parts: Vec<_> = model.card.signals.iter().map(|signal| by_hand(signal, row, skip)).collect();
            let learned = model.card.start + parts.iter().map(|part| part.points).sum::<i32>();
            let ruled = !model.card.rules.is_empty();
            let manual = if ruled && skip != Some(0) && row.number.is_some_and(|x| x >= 15.0) { 4 } else { 0 };
            let barred = ruled && skip != Some(2) && row.flag == Some(true);
            prop_assert_eq!(lead.score, (learned + manual).clamp(low, high));
            prop_assert_eq!(lead.subtotals.iter().sum::<i32>() + model.card.start, learned);
            prop_assert_eq!(lead.manual_points, manual);
            prop_assert_eq!(lead.disqualified_by.is_some(), barred);
            prop_assert_eq!(lead.unknown_signals as usize, parts.iter().filter(|part| part.unknown).count());
            let fall: i32 = parts.iter().map(|part| part.possible.0 - part.points).sum();
            let rise: i32 = parts.iter().map(|part| part.possible.1 - part.points).sum();
            prop_assert_eq!(lead.lowest, (learned + manual + fall).clamp(low, high));
            prop_assert_eq!(lead.highest, (learned + manual + rise).clamp(low, high));
            prop_assert!(lead.lowest <= lead.score && lead.score <= lead.highest);
            prop_assert_eq!(lead.fill_first, fill_by_hand(&model, &parts));
            let in_the_dark: i32 = parts.iter().map(|part| part.dark).sum();
            prop_assert_eq!(lead.unscoreable, 2 * in_the_dark > high - low);
            prop_assert_eq!(lead.probability.to_bits(), model.probability.at(learned).to_bits());
            prop_assert!(lead.probability > 0.0 && lead.probability < 1.0);
            let most = parts.iter().map(|part| part.points).max().filter(|most| *most > 0);
            let top = most.and_then(|most| parts.iter().position(|part| part.points == most));
            prop_assert_eq!(lead.top_signal, top.map(|at| model.card.signals[at].name.as_str()));
            prop_assert_eq!(lead.rank.is_none(), lead.unscoreable);
        }
    }

    #[test]
    fn filling_in_keeps_within_the_promised_bounds(model in models(), leads in leads(), known in leads()) {
        // The promise is about signals: a value that is filled in may also make a rule apply.
        let model = model_of(model.card.signals, Vec::new());
        let before = crate::support::score(&model, &data_of(&leads, None));
        let filled: Vec<Lead> = leads.iter().zip(known.iter().cycle()).map(|(lead, other)| Lead {
            number: lead.number.or(other.number),
            level: lead.level.or(other.level),
            flag: lead.flag.or(other.flag),
            items: lead.items.clone().or_else(|| other.items.clone()),
        }).collect();
        let after = crate::support::score(&model, &data_of(&filled, None));
        for (before, after) in before.leads().zip(after.leads()) {
            prop_assert!(before.lowest <= after.lowest && after.highest <= before.highest);
        }
    }

    #[test]
    fn stored_models_score_alike(model in models(), leads in leads()) {
        let data = data_of(&leads, None);
        let from_json = ScoringModel::from_json(&model.to_json()).unwrap();
        let from_document = document::load(&document::embed(&model)).unwrap();
        let original = crate::support::score(&model, &data);
        for copy in [from_json, from_document] {
            let scored = crate::support::score(&copy, &data);
            prop_assert!(scored.leads().eq(original.leads()));
        }
    }

    #[test]
    fn ranks_count_up_and_never_prefer_the_lower_score(model in models(), leads in leads()) {
        let scored = crate::support::score(&model, &data_of(&leads, None));
        let ranked: Vec<_> = scored.by_rank().collect();
        prop_assert!(ranked.iter().map(|lead| lead.rank).eq((1..=ranked.len()).map(Some)));
        prop_assert_eq!(ranked.len() + scored.unscoreable().count(), scored.len());
        for pair in ranked.windows(2) {
            let place = |at: usize| {
                let lead = &pair[at];
                (lead.disqualified_by.is_some(), -lead.score, -lead.probability, -lead.lowest, lead.row)
            };
            prop_assert!(place(0) < place(1));
        }
    }

    #[test]
    fn an_explanation_adds_up(model in models(), leads in leads(), row in 0_usize..40) {
        let data = data_of(&leads, None);
        let map = FieldMap::for_data(&model, &data, &[]).unwrap();
        let scorer = Scorer::new(&model).unwrap();
        let scored = scorer.score(&data, &map).unwrap();
        let Some(lead) = scored.lead(row) else { return Ok(()) };
        let why = scorer.explain(&data, &map, row).unwrap();
        let points: i32 = why.contributions.iter().map(|part| part.points).sum();
        prop_assert_eq!(points, lead.subtotals.iter().sum::<i32>());
        prop_assert_eq!((why.score, why.tier), (lead.score, lead.tier));
        let (low, high) = scorer.range();
        let fewest: i32 = why.contributions.iter().map(|part| part.possible.0).sum();
        let most: i32 = why.contributions.iter().map(|part| part.possible.1).sum();
        let held = |points: i32| (why.start + points + lead.manual_points).clamp(low, high);
        prop_assert_eq!((held(fewest), held(most)), (lead.lowest, lead.highest));
        let unknown = why.contributions.iter().filter(|part| part.state.is_blank()).count();
        prop_assert_eq!(unknown, lead.unknown_signals as usize);
        prop_assert_eq!(why.rules.iter().map(|(_, points)| points).sum::<i32>(), lead.manual_points);
        for standing in &why.standings {
            prop_assert!((0.0..=1.0).contains(&standing.share));
        }
        for gap in &why.gaps {
            prop_assert!(gap.points > 0);
            let gained: i32 = gap.actions.iter().map(|action| action.gain).sum();
            prop_assert_eq!(gap.closed, gained >= gap.points);
        }
    }

    /// The plain reference of the scorecard agrees with the scorer wherever both apply.
    #[test]
    fn the_scorecard_agrees(mut model in models(), leads in leads()) {
        model.card.rules.clear();
        for input in model.card.signals.iter_mut().flat_map(|signal| &mut signal.inputs) {
            input.field = input.field.to_lowercase();
        }
        let data = data_of(&leads, None);
        let scores: Vec<i32> = crate::support::score(&model, &data).scores().collect();
        prop_assert_eq!(scores, model.card.score_rows(&data).unwrap());
    }
}
