//! Laws that hold for any model and any leads.

use crate::support::{model_of, set_column, signal};
use lead_scoring_core::{Binning, Column, Dataset, Dimension, Field, name_key};
use lead_scoring_model::{FieldMap, Rule, RuleAction, RuleTest, Scorer, ScoringModel, document};
use proptest::collection::vec;
use proptest::prelude::*;

const LEVELS: [&str; 5] = ["Retail", "Health Care", "mining", "Space", "Farming"];

/// A value of each kind, as the test's own scoring sees it.
#[derive(Clone, Debug)]
struct Lead {
    number: Option<f64>,
    level: Option<&'static str>,
    flag: Option<bool>,
    items: Option<Vec<&'static str>>,
}

fn leads() -> impl Strategy<Value = Vec<Lead>> {
    let number = prop::option::of(prop_oneof![Just(-0.0), Just(10.0), Just(20.0), -5.0..40.0]);
    let lead = (
        number,
        prop::option::of(prop::sample::select(LEVELS.to_vec())),
        any::<Option<bool>>(),
        prop::option::of(prop::sample::subsequence(LEVELS.to_vec(), 0..4)),
    );
    // More rows than a block now and then.
    prop_oneof![9 => vec(lead.clone(), 0..40), 1 => vec(lead, 5).prop_map(|few| few.into_iter().cycle().take(4500).collect::<Vec<_>>())].prop_map(
        |rows| {
            rows.into_iter().map(|(number, level, flag, items)| Lead { number, level, flag, items }).collect()
        },
    )
}

fn data_of(leads: &[Lead], skip: Option<usize>) -> Dataset {
    let mut data = Dataset::with_rows(leads.len());
    let columns = [
        Column::from_numbers(&leads.iter().map(|lead| lead.number.unwrap_or(f64::NAN)).collect::<Vec<_>>()),
        Column::from_categories(
            &leads.iter().map(|lead| lead.level.map(str::to_uppercase)).collect::<Vec<_>>(),
        ),
        Column::from_flags(&leads.iter().map(|lead| lead.flag).collect::<Vec<_>>()),
        set_column(&leads.iter().map(|lead| lead.items.clone()).collect::<Vec<_>>()),
    ];
    for (at, (name, column)) in ["number", "level", "flag", "items"].into_iter().zip(columns).enumerate() {
        if skip != Some(at) {
            data.push(Field::new(name), column).unwrap();
        }
    }
    data
}

/// One to seven signals over the four fields, at most 100 points apart in all.
fn models() -> impl Strategy<Value = ScoringModel> {
    let one = (0_usize..4, 0_usize..4, vec(-5_i32..9, 4), any::<bool>());
    (vec(one, 1..8), any::<bool>()).prop_map(|(parts, ruled)| {
        let signals = parts.into_iter().enumerate().map(|(at, (kind, dimension, mut points, missing))| {
            let groups = vec![vec!["retail".to_owned()], vec!["Healthcare".to_owned(), "Mining".to_owned()]];
            let (field, binning) = match kind {
                0 => ("Number", Binning::Range { edges: vec![10.0, 20.0] }),
                1 => ("Level", Binning::Group { groups }),
                2 => ("Flag", Binning::Flag),
                _ => ("Items", Binning::Contains { item: LEVELS[at % 5].to_owned() }),
            };
            points.truncate(binning.bins() + 1);
            if !missing {
                points[binning.bins()] = 0;
            }
            if at == 0 {
                points[0] = 3;
            }
            let mut signal = signal(field, Dimension::ALL[dimension], binning, &points);
            signal.name = format!("{field} {at}");
            signal
        });
        let manual = Rule::new("big", "Number", RuleTest::AtLeast(15.0), RuleAction::Points(4));
        let never =
            Rule::new("none", "Flag", RuleTest::Equals(vec!["Yes".into()]), RuleAction::Disqualify(true));
        let rules = if ruled { vec![manual, never] } else { Vec::new() };
        model_of(signals.collect(), rules)
    })
}

/// What a signal gives a lead, worked out from the plain value.
struct Part {
    points: i32,
    /// No value, or no column.
    unknown: bool,
    /// Counts towards too little being known.
    counts: bool,
    /// Fewest and most points once the value is filled in.
    possible: (i32, i32),
}

fn by_hand(signal: &lead_scoring_model::Signal, lead: &Lead, skip: Option<usize>) -> Part {
    let skipped = |field: usize| skip == Some(field);
    let (bin, skipped) = match &signal.binning {
        Binning::Range { edges } => {
            (lead.number.map(|x| Some(edges.iter().filter(|edge| **edge <= x).count())), skipped(0))
        }
        Binning::Group { groups } => {
            let group =
                |level: &str| groups.iter().position(|g| g.iter().any(|l| name_key(l) == name_key(level)));
            (lead.level.map(group), skipped(1))
        }
        Binning::Flag => (lead.flag.map(|flag| Some(usize::from(flag))), skipped(2)),
        Binning::Contains { item } => {
            (lead.items.as_ref().map(|items| Some(usize::from(items.contains(&item.as_str())))), skipped(3))
        }
        other => panic!("{other:?}"),
    };
    let (missing, regular) = signal.bins.split_last().unwrap();
    let points = match bin {
        _ if skipped => 0,
        Some(bin) => bin.map_or(0, |bin| regular[bin].points),
        None => missing.points,
    };
    let unknown = skipped || bin.is_none();
    let mut could = vec![points];
    if unknown {
        could.push(0);
        could.extend(regular.iter().map(|bin| bin.points));
    }
    could.sort_unstable();
    let counts = skipped || (unknown && missing.points == 0);
    Part { points, unknown, counts, possible: (could[0], could[could.len() - 1]) }
}

/// The field whose unknown signals have the widest range, the first of the model on a tie.
fn fill_by_hand<'a>(model: &'a ScoringModel, parts: &[Part]) -> Option<&'a str> {
    let mut widths: Vec<(&str, i32)> = Vec::new();
    for (signal, part) in model.card.signals.iter().zip(parts) {
        let width = part.possible.1 - part.possible.0;
        match widths.iter_mut().find(|(field, _)| *field == signal.field) {
            Some((_, sum)) => *sum += width,
            None => widths.push((&signal.field, width)),
        }
    }
    let widest = widths.iter().map(|(_, width)| *width).max().filter(|width| *width > 0)?;
    widths.into_iter().find(|(_, width)| *width == widest).map(|(field, _)| field)
}

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
            let parts: Vec<Part> = model.card.signals.iter().map(|signal| by_hand(signal, row, skip)).collect();
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
            let width = |(signal, part): (&lead_scoring_model::Signal, &Part)| {
                if part.counts { signal.highest() - signal.lowest() } else { 0 }
            };
            let in_the_dark: i32 = model.card.signals.iter().zip(&parts).map(width).sum();
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
                (lead.disqualified_by.is_some(), -lead.score, -lead.probability, lead.row)
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
        for signal in &mut model.card.signals {
            signal.field = signal.field.to_lowercase();
        }
        let data = data_of(&leads, None);
        let scores: Vec<i32> = crate::support::score(&model, &data).scores().collect();
        prop_assert_eq!(scores, model.card.score_rows(&data).unwrap());
    }
}
