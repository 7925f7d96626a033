use crate::support::{bin, model_of, paired_model, sample_model, signal};
use lead_scoring_core::{Binning, Dimension, Kind};
use lead_scoring_model::{
    Error, ErrorKind, FORMAT, MAX_RULES, MAX_SIGNALS, Rule, RuleAction, RuleTest, Scorer, ScoringModel,
    Signal, TierCuts,
};

fn refusal(change: impl FnOnce(&mut ScoringModel)) -> Error {
    let mut model = sample_model();
    model.check().expect("whole before the change");
    change(&mut model);
    assert!(Scorer::new(&model).is_err(), "no scorer from a broken model");
    model.check().expect_err("broken by the change")
}

fn groups(model: &mut ScoringModel) -> &mut Vec<Vec<String>> {
    match &mut model.card.signals[1].inputs[0].binning {
        Binning::Group { groups } => groups,
        other => panic!("{other:?}"),
    }
}

/// A change and a part of the message it must lead to.
type Case = (fn(&mut ScoringModel), &'static str);

#[test]
fn every_broken_part_is_named() {
    let cases: [Case; 35] = [
        (|m| m.history.won = u64::MAX, "the history counts more deals"),
        (|m| m.history.won = 1, "the signal `Size` counts more deals"),
        (|m| m.card.signals[0].bins[0].lost = u64::MAX, "the signal `Size` counts more deals"),
        (|m| m.validation.lost = u64::MAX, "the validation counts more deals"),
        (|m| m.validation.auc = Some((0.5, 0.9, 0.7)), "the validation's AUC"),
        (|m| m.validation.auc = Some((f64::NAN, 0.4, 0.7)), "the validation's AUC"),
        (|m| m.card.scale = f64::INFINITY, "scale"),
        (|m| m.card.start += 1, "starts at"),
        (|m| m.card.caps[0] = 15, "firmographic gives up to 16 points"),
        (|m| m.card.signals[1].name = "Size".into(), "two signals are called `Size`"),
        (|m| m.card.signals[1].inputs[0].field = "Size".into(), "read as two kinds"),
        (|m| m.card.signals[1].inputs[0].field = String::new(), "no name or no field"),
        (|m| m.card.signals[0].bins.truncate(3), "has 3 bins instead of 4"),
        (|m| m.card.signals[0].inputs[0].kind = Kind::Flag, "read as flag"),
        (|m| m.card.signals[0].weight = -0.1, "weight"),
        (|m| m.card.signals[0].inputs[0].binning = Binning::Range { edges: vec![5.0, 5.0] }, "edges"),
        (
            |m| m.card.signals[0].inputs[0].binning = Binning::Range { edges: vec![1.0, f64::INFINITY] },
            "edges",
        ),
        (|m| m.card.signals[0].inputs[0].binning = Binning::Range { edges: vec![f64::NAN, 1.0] }, "edges"),
        (|m| groups(m)[0].push("Retail".into()), "stands in it twice"),
        (|m| groups(m)[1].push("healthcare".into()), "stands in it twice"),
        (|m| m.card.signals[0].bins[0].points = i32::MIN, "gives -2147483648 points"),
        (|m| m.card.signals[0].bins[0].log_odds = f64::NAN, "not a number"),
        (|m| m.card.signals[0].bins[0].lift = Some(-1.0), "not a number"),
        (|m| m.card.signals[0].bins[0].log_odds = 0.5, "contradict their measured lift"),
        (|m| m.card.signals[0].bins[1].points = 3, "contradict their measured lift"),
        (|m| m.tiers.as_mut().unwrap().warm = 99, "do not descend"),
        (|m| m.tiers.as_mut().unwrap().hot = 66, "far outside the scores 0 to 62"),
        (|m| m.tiers.as_mut().unwrap().cool = -3, "far outside the scores 0 to 62"),
        (|m| m.tier_facts.swap(0, 1), "one for each tier"),
        (|m| m.tier_facts[2].lost = 201, "the tier Cool counts more deals"),
        (|m| m.tier_facts[2].rate = Some(1.1), "win rate of the tier Cool"),
        (|m| m.tiers = None, "no tiers"),
        (|m| m.probability.values.truncate(5), "one for each score"),
        (|m| m.probability.values[3] = 0.0001, "fall as the score rises"),
        (|m| m.card.rules[1].test = RuleTest::AtLeast(f64::NAN), "rule `big`"),
    ];
    for (change, part) in cases {
        let error = refusal(change);
        assert_eq!(error.kind(), ErrorKind::Inconsistent, "{error}");
        let message = error.to_string();
        assert!(message.contains(part), "`{part}` not in: {message}");
        assert!(message.contains("cut or edited") && message.contains("build the model again"), "{message}");
    }
}

#[test]
fn every_broken_part_of_a_combination_is_named() {
    /// The combination of the paired model.
    fn both(model: &mut ScoringModel) -> &mut Signal {
        &mut model.card.signals[6]
    }
    let cases: [Case; 20] = [
        (|m| both(m).inputs.truncate(0), "reads 0 fields"),
        (|m| both(m).inputs.truncate(1), "has 5 bins instead of 3"),
        (|m| m.card.signals[5].cells.push(0), "reads one field, yet has cells"),
        (|m| m.card.signals[5].bins[0].expected = Some(1.0), "reads one field, yet a bin"),
        (
            |m| m.card.signals[5].inputs[0].binning = Binning::Digits { edges: vec![0, 2] },
            "numbers of digits",
        ),
        (
            |m| m.card.signals[5].inputs[0].binning = Binning::Digits { edges: vec![2, 2] },
            "numbers of digits",
        ),
        (|m| both(m).inputs[1].kind = Kind::Set, "read as two kinds"),
        (|m| both(m).inputs[1].field = "Owner".into(), "the rule `no` compares numbers"),
        (|m| both(m).inputs[1] = m.card.signals[6].inputs[0].clone(), "are the same"),
        (|m| both(m).inputs[0].field = String::new(), "no name or no field"),
        (|m| both(m).cells.truncate(8), "8 cells instead of 3 times 3"),
        (|m| both(m).cells[0] = 5, "not there or not its own"),
        (|m| both(m).cells[0] = 4, "not there or not its own"),
        (|m| both(m).cells[8] = 3, "not there or not its own"),
        (|m| both(m).bins.truncate(2), "no notable combination"),
        (|m| both(m).bins.swap(2, 3), "not notable"),
        (|m| both(m).bins[0].expected = None, "points without expected wins"),
        (|m| both(m).bins[0].expected = Some(12.1), "no number of its deals"),
        (|m| both(m).bins[0].lift = Some(1.2), "not its won over its expected"),
        (
            |m| {
                both(m).bins[0].expected = Some(5.5);
                both(m).bins[0].lift = Some(5.0 / 5.5);
            },
            "contradict its wins over expected",
        ),
    ];
    for (change, part) in cases {
        let mut model = paired_model();
        let owner = RuleTest::AtLeast(1.0);
        model.card.rules.push(Rule::new("no", "Owner", owner, RuleAction::Points(0)));
        model.check().expect("whole before the change");
        change(&mut model);
        let message = model.check().expect_err(part).to_string();
        assert!(message.contains(part), "`{part}` not in: {message}");
    }
    let mut model = paired_model();
    both(&mut model).bins[3].expected = Some(0.0);
    assert!(model.check().unwrap_err().to_string().contains("not its won over its expected"));
    both(&mut model).bins[3].lift = None;
    model.check().expect("nothing was expected, so there is no lift");
}

#[test]
fn format_versions_and_impossible_rules_say_what_to_do() {
    assert_eq!(refusal(|m| m.format = FORMAT + 1).kind(), ErrorKind::Format);
    let error = refusal(|m| m.card.rules[1].field = "Demo".into());
    assert!(error.to_string().contains("reads `Demo` as flag; change the rule"), "{error}");
}

#[test]
fn too_many_signals_and_too_high_scores_are_refused() {
    let flags = |count: usize, points: i32| {
        let flag = |at| signal(&format!("f{at}"), Dimension::ALL[at % 4], Binning::Flag, &[-1, points, 0]);
        model_of((0..count).map(flag).collect(), Vec::new())
    };
    flags(MAX_SIGNALS, 2).check().unwrap();
    let error = flags(MAX_SIGNALS + 1, 2).check().unwrap_err();
    assert!(error.to_string().contains("31 signals"), "{error}");
    flags(4, 24).check().unwrap();
    let error = flags(4, 25).check().unwrap_err();
    assert!(error.to_string().contains("highest score is 104"), "{error}");
}

#[test]
fn rules_are_counted() {
    let mut model = model_of(Vec::new(), Vec::new());
    let rule =
        |at: usize| Rule::new(format!("rule {at}"), "Note", RuleTest::AtLeast(1.0), RuleAction::Points(1));
    model.card.rules = (0..MAX_RULES).map(rule).collect();
    model.check().unwrap();
    model.card.rules.push(rule(MAX_RULES));
    let error = model.check().unwrap_err();
    assert!(error.to_string().contains("1001 rules"), "{error}");
}

#[test]
fn a_model_without_signals_is_whole_and_has_no_tiers() {
    let model = model_of(Vec::new(), Vec::new());
    model.check().unwrap();
    assert_eq!(ScoringModel::from_json(&model.to_json()).unwrap(), model);
    let mut broken = model;
    broken.tiers = sample_model().tiers;
    assert!(broken.check().unwrap_err().to_string().contains("tiers, but no signals"));
}

#[test]
fn empty_tiers_may_lie_beyond_the_range() {
    let mut model = sample_model();
    for cuts in [(65, 64, 63), (0, -1, -2)] {
        model.tiers = TierCuts::new(cuts.0, cuts.1, cuts.2);
        model.check().unwrap();
    }
}

#[test]
fn rules_keep_their_form() {
    let mut model = sample_model();
    model.card.signals[0].bins[0] = bin("again", -4);
    model.card.rules[0].action = RuleAction::Disqualify(false);
    assert_eq!(ScoringModel::from_json(&model.to_json()).unwrap().card.rules, model.card.rules);
}
