use crate::support::{
    model_of, paired_model, sample_leads, sample_model, sample_signals, score, set_column, signal,
};
use lead_scoring_core::{Binning, Column, Dataset, Dimension, Field, Tier};
use lead_scoring_model::{ErrorKind, FieldMap, Rule, RuleAction, RuleTest, Scorer};

#[test]
fn leads_are_scored_as_by_hand() {
    // Start 4 + 3 + 5 + 6 + 1 = 19, highest 19 + 10 + 6 + 12 + 8 + 7 = 62; cuts 46, 31, 15.
    let model = sample_model();
    let scored = score(&model, &sample_leads());
    let rows: Vec<_> =
        scored.leads().map(|lead| (lead.score, lead.tier, lead.rank, lead.unknown_signals)).collect();
    let expected = [
        (62, Some(Tier::Hot), Some(1), 0),
        // 19 - 4 - 3 - 5 + 2 - 1 = 8, and -90 by rule.
        (0, Some(Tier::Cold), Some(3), 0),
        // 19 + 0 + 0 (unseen) + 12 - 6 (missing visits) - 1 (empty set) = 24.
        (24, Some(Tier::Cool), Some(2), 1),
        // All is blank, and only visits have points for that: 19 - 6 = 13.
        (13, None, None, 5),
        // 62 + 5 by rule, held at 62, and disqualified.
        (62, Some(Tier::Cold), Some(4), 0),
    ];
    assert_eq!(rows, expected);
    assert_eq!(scored.by_rank().map(|lead| lead.row).collect::<Vec<_>>(), [0, 2, 1, 4]);
    assert_eq!(scored.unscoreable().map(|lead| lead.row).collect::<Vec<_>>(), [3]);

    let strong = scored.lead(0).unwrap();
    assert_eq!(
        (strong.subtotals, strong.top_signal, strong.fill_first),
        ([16, 12, 15, 0], Some("Demo"), None)
    );
    let weak = scored.lead(1).unwrap();
    assert_eq!((weak.subtotals, weak.top_signal, weak.manual_points), ([-7, -5, 1, 0], Some("Visits"), -90));
    assert_eq!(
        weak.probability.to_bits(),
        model.probability.at(8).to_bits(),
        "manual points are not evidence"
    );
    let unknown = scored.lead(3).unwrap();
    // Unknown: Size -4..10, Industry -3..6, Demo -5..12, Visits 0..14 from the -6 of a missing value, Tech -1..7.
    assert_eq!((unknown.lowest, unknown.highest, unknown.fill_first), (0, 62, Some("Demo")));
    assert!(unknown.unscoreable && unknown.top_signal.is_none());
    let names: Vec<&str> = scored.unknown_signals(3).map(|signal| signal.name.as_str()).collect();
    assert_eq!(names, ["Size", "Industry", "Demo", "Visits", "Tech"]);
    let blank = scored.lead(2).unwrap();
    assert_eq!((blank.lowest, blank.highest, blank.fill_first), (24, 38, Some("Visits")));
    assert!(scored.unknown_signals(2).map(|signal| signal.name.as_str()).eq(["Visits"]));
    let rival = scored.lead(4).unwrap();
    assert_eq!((rival.disqualified_by, rival.manual_points), (Some("competitor"), 5));
    assert!(scored.lead(5).is_none() && scored.unknown_signals(5).next().is_none());
}

#[test]
fn a_signal_without_column_is_unknown_even_if_missing_has_points() {
    let model = sample_model();
    let scored = score(&model, &sample_leads().without("Visits"));
    let lead = scored.lead(0).unwrap();
    assert_eq!((lead.score, lead.lowest, lead.highest, lead.unknown_signals), (54, 54, 62, 1));
    assert_eq!(lead.fill_first, Some("Visits"));
    let nothing = score(&model, &Dataset::with_rows(2));
    assert!(nothing.leads().all(|lead| lead.unscoreable && lead.rank.is_none() && lead.score == 19));
}

#[test]
fn exactly_half_unknown_is_still_scoreable() {
    let flag = |name: &str, most: i32| signal(name, Dimension::Intent, Binning::Flag, &[-1, most, 0]);
    let mut data = Dataset::with_rows(1);
    data.push(Field::new("a"), Column::from_flags(&[Some(true)])).unwrap();
    let unscoreable = |b: i32| {
        score(&model_of(vec![flag("a", 3), flag("b", b)], Vec::new()), &data).lead(0).unwrap().unscoreable
    };
    assert!(!unscoreable(3));
    assert!(unscoreable(4));
}

#[test]
fn points_of_missing_values_belong_to_a_signals_share() {
    let flag = |name: &str, missing: i32| signal(name, Dimension::Intent, Binning::Flag, &[-1, 3, missing]);
    let mut data = Dataset::with_rows(1);
    data.push(Field::new("a"), Column::from_flags(&[Some(true)])).unwrap();
    let lead = |missing: i32| {
        score(&model_of(vec![flag("a", 0), flag("b", missing)], Vec::new()), &data)
            .lead(0)
            .unwrap()
            .unscoreable
    };
    assert!(!lead(0), "4 of 8 points unknown");
    assert!(lead(-5), "8 of 12 points unknown");
}

#[test]
fn a_blank_with_points_is_unknown_but_does_not_make_a_lead_unscoreable() {
    let lead = |points: [i32; 3], mapped: bool| {
        let flag = |name: &str, points: &[i32]| signal(name, Dimension::Intent, Binning::Flag, points);
        let mut data = Dataset::with_rows(1);
        data.push(Field::new("a"), Column::from_flags(&[Some(true)])).unwrap();
        if mapped {
            data.push(Field::new("b"), Column::from_flags(&[None])).unwrap();
        }
        let scored = score(&model_of(vec![flag("a", &[0, 4, 0]), flag("b", &points)], Vec::new()), &data);
        let lead = scored.lead(0).unwrap();
        assert_eq!((lead.unknown_signals, lead.fill_first), (1, Some("b")));
        (lead.lowest, lead.score, lead.highest, lead.unscoreable)
    };
    // Start 2: the blank takes 2 points away, a value gives 0, 1 or 3, one never seen 0.
    assert_eq!(lead([1, 3, -2], true), (4, 4, 9, false));
    // The blank gives more than any value could.
    assert_eq!(lead([-1, 3, 8], true), (4, 13, 13, false));
    // Every value takes points away, yet one never seen takes none.
    assert_eq!(lead([-9, -4, -2], true), (4, 11, 13, false));
    // Without a column there are no points for the missing value, and the signal counts: 5 of 9 points.
    assert_eq!(lead([1, 3, -2], false), (6, 6, 9, true));
}

#[test]
fn the_first_disqualifying_rule_is_named() {
    let bar = |name: &str| Rule::new(name, "Size", RuleTest::AtLeast(100.0), RuleAction::Disqualify(true));
    let scored = score(&model_of(sample_signals(), vec![bar("one"), bar("two")]), &sample_leads());
    let by: Vec<_> = scored.leads().map(|lead| lead.disqualified_by).collect();
    assert_eq!(by, [Some("one"), None, Some("one"), None, Some("one")]);
}

#[test]
fn the_field_to_fill_counts_all_its_signals() {
    let mut tech: Vec<_> = ["Slack", "Jira"]
        .into_iter()
        .map(|item| signal(item, Dimension::Intent, Binning::Contains { item: item.into() }, &[0, 5, 0]))
        .collect();
    tech.iter_mut().for_each(|signal| signal.inputs[0].field = "Tech".into());
    let mut signals = vec![signal("Demo", Dimension::Behavioral, Binning::Flag, &[-1, 6, 0])];
    signals.extend(tech);
    let lead = |data: &Dataset| {
        score(&model_of(signals.clone(), Vec::new()), data).lead(0).unwrap().fill_first.map(str::to_owned)
    };
    let mut data = Dataset::with_rows(1);
    data.push(Field::new("Tech"), set_column(&[None])).unwrap();
    assert_eq!(lead(&data).as_deref(), Some("Tech"), "10 points in two signals against 7 in one");
    assert_eq!(lead(&data.without("Tech")).as_deref(), Some("Tech"));
}

#[test]
fn a_model_without_signals_scores_nobody() {
    let rule = Rule::new("no", "Owner", RuleTest::Equals(vec!["Rival".into()]), RuleAction::Disqualify(true));
    let scored = score(&model_of(Vec::new(), vec![rule]), &sample_leads());
    assert!(scored.leads().all(|lead| lead.unscoreable && lead.rank.is_none() && lead.score == 0));
    assert_eq!(scored.tiers().collect::<Vec<_>>(), [None, None, None, None, Some(Tier::Cold)]);
}

#[test]
fn a_column_of_another_kind_is_refused_unless_it_is_empty() {
    let model = sample_model();
    let try_with = |name: &str, column| {
        let mut data = sample_leads().without(name);
        data.push(Field::new(name), column).unwrap();
        let map = FieldMap::for_data(&model, &data, &[]).unwrap();
        Scorer::new(&model).unwrap().score(&data, &map).map(|scored| scored.lead(0).unwrap().unknown_signals)
    };
    let words = [Some("yes"), None, None, None, None];
    let error = try_with("Demo", Column::from_categories(&words)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Field);
    assert!(error.to_string().contains("`Demo` was read as category"), "{error}");
    assert_eq!(try_with("Demo", Column::from_categories::<&str>(&[None; 5])).unwrap(), 1);

    let mut ruled = model_of(sample_signals(), Vec::new());
    ruled.card.rules = vec![Rule::new("rich", "Owner", RuleTest::AtLeast(1.0), RuleAction::Points(1))];
    let data = sample_leads();
    let map = FieldMap::for_data(&ruled, &data, &[]).unwrap();
    let error = Scorer::new(&ruled).unwrap().score(&data, &map).unwrap_err();
    assert!(error.to_string().contains("`Owner` was read as category"), "{error}");
}

#[test]
fn extreme_manual_points_do_not_overflow() {
    let mut model = sample_model();
    let always = |points| Rule::new("x", "Size", RuleTest::AtLeast(0.0), RuleAction::Points(points));
    model.card.rules = vec![always(i32::MAX), always(i32::MAX)];
    assert_eq!(score(&model, &sample_leads()).scores().collect::<Vec<_>>(), [62, 62, 62, 13, 62]);
    model.card.rules = vec![always(i32::MIN), always(i32::MIN)];
    assert_eq!(score(&model, &sample_leads()).scores().collect::<Vec<_>>(), [0, 0, 0, 13, 0]);
}

#[test]
fn a_combination_gives_points_on_top_of_its_fields() {
    let model = paired_model();
    let mut data = sample_leads();
    data.push(Field::new("Effort"), Column::from_numbers(&[500.0, 25.0, 0.0, f64::NAN, 1.5])).unwrap();
    let scored = score(&model, &data);
    // Effort by digits: 1, 2, 0, blank, 2. Industry and demo: retail with, mining without, unseen, both blank, retail with.
    let behavioral: Vec<i32> = scored.leads().map(|lead| lead.subtotals[1]).collect();
    assert_eq!(behavioral, [12 - 3 + 9, -5 + 2 - 4, 12, 0, 12 + 2 + 9]);
    assert_eq!(scored.leads().map(|lead| lead.unknown_signals).collect::<Vec<_>>(), [0, 0, 1, 7, 0]);
    assert_eq!(scored.lead(4).unwrap().top_signal, Some("Demo"));
    assert_eq!(model.card.score_rows(&data).unwrap_err().to_string().matches("`Industry`").count(), 1);
}

#[test]
fn one_known_value_settles_part_of_a_combination() {
    let model = paired_model();
    let lead = |industry: Option<&str>, demo: Option<bool>| {
        let mut data = sample_leads().without("industry").without("Demo").select(&[0]);
        data.push(Field::new("Effort"), Column::from_numbers(&[25.0])).unwrap();
        data.push(Field::new("Industry"), Column::from_categories(&[industry])).unwrap();
        data.push(Field::new("Demo"), Column::from_flags(&[demo])).unwrap();
        let scored = score(&model, &data);
        let lead = scored.lead(0).unwrap();
        let names: Vec<&str> = scored.unknown_signals(0).map(|signal| signal.name.as_str()).collect();
        (
            names.join(", "),
            lead.score,
            lead.highest - lead.score,
            lead.score - lead.lowest,
            lead.fill_first.map(str::to_owned),
        )
    };
    // Start 19 + 3 + 4 = 26, then 10 of size, 8 of visits, 7 of technology, 2 of effort.
    let demo = Some("Demo".to_owned());
    // Retail: 6, and 2 less without word of a demo, which gives -5 or 12 itself and 0 or 9 beside retail.
    assert_eq!(lead(Some("Retail"), None), ("Demo, Industry + Demo".into(), 57, 12 + 2 + 9, 5, demo.clone()));
    // Mining: -3; a demo gives -5 or 12, and without one mining takes 4 more.
    assert_eq!(
        lead(Some("Mining `deep`"), None),
        ("Demo, Industry + Demo".into(), 50, 12, 5 + 4, demo.clone())
    );
    // An industry never seen settles the combination.
    assert_eq!(lead(Some("Space"), None), ("Demo".into(), 53, 12, 5, demo));
    // With a demo only retail is notable: 6 and 9 points.
    let industry = Some("Industry".to_owned());
    assert_eq!(lead(None, Some(true)), ("Industry, Industry + Demo".into(), 65, 15, 3, industry));
}

#[test]
fn a_combination_without_a_column_may_give_anything() {
    let model = paired_model();
    let scored = score(&model, &sample_leads().without("industry"));
    let lead = scored.lead(0).unwrap();
    // 26 + 10 + 12 + 8 + 7; industry -3 to 6, effort -3 to 2, industry and demo -4 to 9.
    assert_eq!((lead.score, lead.lowest, lead.highest), (63, 53, 80));
    assert_eq!((lead.unknown_signals, lead.fill_first), (3, Some("Industry")));
}
