use crate::support::{model_of, paired_model, sample_leads, sample_model, sample_signals};
use lead_scoring_core::{Dimension, Tier};
use lead_scoring_model::{ErrorKind, Explanation, FieldMap, Scorer, State};

fn with_explanation(row: usize, look: impl FnOnce(&Explanation<'_>)) {
    let (model, data) = (sample_model(), sample_leads());
    let map = FieldMap::for_data(&model, &data, &[]).unwrap();
    look(&Scorer::new(&model).unwrap().explain(&data, &map, row).unwrap());
}

#[test]
fn every_point_has_its_reason() {
    with_explanation(2, |why| {
        let parts: Vec<_> =
            why.contributions.iter().map(|part| (part.signal, part.bin, part.state, part.points)).collect();
        let expected = [
            ("Size", "Size bin 1", State::Known, 0),
            ("Industry", "never seen while learning", State::Unseen, 0),
            ("Demo", "Demo bin 1", State::Known, 12),
            ("Visits", "Visits bin 2", State::Missing, -6),
            ("Tech", "Tech bin 0", State::Known, -1),
        ];
        assert_eq!(parts, expected);
        assert_eq!((why.start, why.score, why.tier), (19, 24, Some(Tier::Cool)));
        // Shares: firmographic 7 of 23, behavioral 17 of 17, engagement 0 of 14, intent 0 of 8.
        assert_eq!((why.strongest, why.weakest), (Some(Dimension::Behavioral), Some(Dimension::Engagement)));
        assert!((why.standings[0].share - 7.0 / 23.0).abs() < 1e-12);
    });
}

#[test]
fn gaps_are_closed_with_the_fewest_and_least_changes() {
    with_explanation(2, |why| {
        // Warm begins at 31 and Hot at 46; visits may gain 8 or 14, technology 8, and nothing else can change. Visits come first.
        let gaps: Vec<_> = why.gaps.iter().map(|gap| (gap.tier, gap.points, gap.closed)).collect();
        assert_eq!(gaps, [(Tier::Warm, 7, true), (Tier::Hot, 22, true)]);
        let names = |at: usize| {
            why.gaps[at]
                .actions
                .iter()
                .map(|action| (action.reaches[0].signal, action.gain))
                .collect::<Vec<_>>()
        };
        assert_eq!(names(0), [("Visits", 8)]);
        assert_eq!(names(1), [("Visits", 14), ("Tech", 8)]);
        assert_eq!(why.gaps[0].actions[0].reaches[0].bin, "Visits bin 0");
        assert_eq!(why.gaps[1].actions[0].reaches[0].bin, "Visits bin 1");
    });
}

#[test]
fn a_blank_keeps_its_points_and_says_what_it_may_become() {
    with_explanation(2, |why| {
        let possible: Vec<_> = why.contributions.iter().map(|part| part.possible).collect();
        assert_eq!(possible, [(0, 0), (0, 0), (12, 12), (-6, 8), (-1, -1)]);
    });
    // What a company is cannot be changed, but a blank of it can be found out.
    let mut signals = sample_signals();
    signals[3].dimension = Dimension::Firmographic;
    let (model, data) = (model_of(signals, Vec::new()), sample_leads());
    let map = FieldMap::for_data(&model, &data, &[]).unwrap();
    let scorer = Scorer::new(&model).unwrap();
    let why = scorer.explain(&data, &map, 2).unwrap();
    let actions: Vec<_> =
        why.gaps[1].actions.iter().map(|act| (act.reaches[0].signal, act.gain, act.find_out)).collect();
    assert_eq!(actions, [("Tech", 8, false), ("Visits", 14, true)]);
}

#[test]
fn unknown_firmographics_are_found_out_last() {
    with_explanation(3, |why| {
        let hot = why.gaps.last().unwrap();
        let actions: Vec<_> = hot
            .actions
            .iter()
            .map(|action| (action.reaches[0].signal, action.gain, action.find_out))
            .collect();
        assert_eq!((hot.points, hot.closed), (33, true));
        assert_eq!(actions, [("Visits", 14, false), ("Demo", 12, false), ("Tech", 7, false)]);
        assert_eq!(why.contributions[0].state, State::Unknown);
        assert_eq!(why.contributions[0].possible, (-4, 10));
    });
}

#[test]
fn manual_points_widen_a_gap_beyond_what_can_be_done() {
    with_explanation(1, |why| {
        // 8 - 90 = -82 points: 97 are missing to Cool; demo 17, technology 8 and visits 6 may be gained.
        assert_eq!(why.rules, [("tiny", -90)]);
        let cool = &why.gaps[0];
        assert_eq!((cool.tier, cool.points, cool.closed), (Tier::Cool, 97, false));
        assert_eq!(cool.actions.iter().map(|action| action.gain).collect::<Vec<_>>(), [17, 8, 6]);
    });
}

#[test]
fn a_disqualified_lead_has_no_gaps_and_a_row_must_exist() {
    with_explanation(4, |why| {
        assert_eq!(why.rules, [("competitor", 0), ("big", 5)]);
        assert!(why.gaps.is_empty());
    });
    with_explanation(0, |why| assert!(why.gaps.is_empty(), "Hot already"));
    let (model, data) = (sample_model(), sample_leads());
    let map = FieldMap::for_data(&model, &data, &[]).unwrap();
    assert_eq!(Scorer::new(&model).unwrap().explain(&data, &map, 5).unwrap_err().kind(), ErrorKind::Row);
}

#[test]
fn a_signal_without_column_says_so() {
    let (model, data) = (sample_model(), sample_leads().without("Visits"));
    let map = FieldMap::for_data(&model, &data, &[]).unwrap();
    let scorer = Scorer::new(&model).unwrap();
    let why = scorer.explain(&data, &map, 0).unwrap();
    assert_eq!(
        (why.contributions[3].bin, why.contributions[3].state),
        ("no column in the data", State::Unknown)
    );
}

#[test]
fn one_dimension_has_no_weakest() {
    let model = model_of(sample_signals().into_iter().take(2).collect(), Vec::new());
    let data = sample_leads();
    let map = FieldMap::for_data(&model, &data, &[]).unwrap();
    let scorer = Scorer::new(&model).unwrap();
    let why = scorer.explain(&data, &map, 1).unwrap();
    assert_eq!((why.strongest, why.weakest), (Some(Dimension::Firmographic), None));
    let warm = why.gaps.iter().find(|gap| gap.tier == Tier::Warm).unwrap();
    assert!(warm.actions.is_empty() && !warm.closed, "what a company is cannot be changed");
}

#[test]
fn a_change_counts_in_every_signal_that_reads_the_field() {
    let (model, data) = (paired_model(), sample_leads());
    let map = FieldMap::for_data(&model, &data, &[]).unwrap();
    let scorer = Scorer::new(&model).unwrap();
    let why = scorer.explain(&data, &map, 1).unwrap();
    let both = &why.contributions[6];
    assert_eq!((both.fields.as_slice(), both.pair), (["Industry", "Demo"].as_slice(), true));
    assert_eq!((both.bin, both.state, both.points), ("Industry + Demo bin 1", State::Known, -4));
    // A demo gains 17 by itself and makes mining without one mining with one, which is nothing special.
    let demo = &why.gaps[0].actions[0];
    assert_eq!((demo.field, demo.gain, demo.find_out), ("Demo", 21, false));
    let reaches: Vec<_> = demo.reaches.iter().map(|to| (to.signal, to.pair, to.bin, to.gain)).collect();
    let expected = [("Demo", false, "Demo bin 1", 17), ("Industry + Demo", true, "Industry + Demo bin 3", 4)];
    assert_eq!(reaches, expected);
    // Nothing is known of the fourth lead. Once it has a demo, retail is worth 6 and 9 points.
    let why = scorer.explain(&data, &map, 3).unwrap();
    let steps: Vec<_> =
        why.gaps.last().unwrap().actions.iter().map(|act| (act.field, act.gain, act.find_out)).collect();
    assert_eq!(steps[..2], [("Visits", 14, false), ("Demo", 12, false)]);
    assert!(steps.contains(&("Industry", 15, true)), "{steps:?}");
    assert_eq!(why.contributions[6].possible, (-4, 9));
}
