//! From data to verdict: strong, empty, rare and broken cases.

use crate::fixture::{Plan, STRONG, card, deals, judge};
use lead_scoring_core::{HoldOut, Message, split};
use lead_scoring_model::{ProbabilityMap, Scorecard, Verdict};
use lead_scoring_validation::{ErrorKind, ValidationInput, ValidationOptions, validate};

#[test]
fn strong_signals_are_deployed() {
    let plan = Plan { strength: 1.8, base_log_odds: -2.4, ..STRONG };
    let (_, report) = judge(&deals(&plan), &card(), ValidationOptions::default());
    assert_eq!(report.verdict, Verdict::Deploy, "{:#?}", report.reasons);
}

#[test]
fn noise_is_not_deployed() {
    let plan = Plan { strength: 0.0, ..STRONG };
    let (_, report) = judge(&deals(&plan), &card(), ValidationOptions::default());
    assert_eq!(report.verdict, Verdict::DoNotDeploy);
    assert!(report.reasons[0].to_string().contains("predict who buys"), "{:?}", report.reasons);
}

#[test]
fn a_card_without_signals_is_not_deployed_and_breaks_nothing() {
    let empty = Scorecard::new(1.0, [0; 4], Vec::new(), Vec::new());
    let (calibration, report) = judge(&deals(&STRONG), &empty, ValidationOptions::default());
    assert_eq!((calibration.cuts, report.verdict), (None, Verdict::DoNotDeploy));
    assert!(report.tiers.is_empty() && report.confusion.is_none() && !report.monotone);
    assert_eq!(report.summary().auc, None);
    assert_eq!((report.false_positives.count, report.false_negatives.count), (0, 0));
    let undefined = ["accuracy", "hot_precision", "tier_separation", "spearman"];
    for name in undefined {
        let metric = report.metric(name).unwrap();
        assert_eq!((metric.value, metric.pass), (None, Some(false)), "{name}");
    }
}

#[test]
fn rare_wins_come_with_words_on_what_is_out_of_reach() {
    let plan = Plan { base_log_odds: -4.0, ..STRONG };
    let (_, report) = judge(&deals(&plan), &card(), ValidationOptions::default());
    assert_eq!(report.verdict, Verdict::DeployWithCare, "{:?}", report.reasons);
    let note = |name: &str| {
        report
            .metric(name)
            .and_then(|metric| metric.note.as_ref())
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    assert!(note("accuracy").contains("Calling every deal lost"), "{}", note("accuracy"));
    assert!(note("spearman").contains("base rate"), "{}", note("spearman"));
    assert!(note("hot_precision").contains("times as often"), "{}", note("hot_precision"));
    let missed = report.metrics.iter().filter(|metric| metric.pass == Some(false) && metric.note.is_some());
    for metric in missed {
        let (label, note) = (metric.label.to_string(), note(metric.name));
        assert!(
            report
                .reasons
                .iter()
                .any(|reason| reason.to_string().contains(&label) && reason.to_string().ends_with(&note)),
            "{label}"
        );
    }
}

#[test]
fn targets_can_be_changed() {
    let mut options = ValidationOptions::default();
    options.targets.auc = 0.99;
    let (_, report) = judge(&deals(&STRONG), &card(), options);
    assert_eq!(report.verdict, Verdict::DeployWithCare);
    assert!(
        report.reasons.iter().any(|reason| reason.to_string().starts_with("Target missed: AUC")),
        "{:?}",
        report.reasons
    );
}

#[test]
fn bad_input_is_refused_by_kind() {
    let deals = deals(&STRONG);
    let (card, map) = (card(), ProbabilityMap::new(0, vec![0.5], "test").unwrap());
    let kind = |deals, options| {
        let hold_out = split(deals, &HoldOut::default()).unwrap().hold_out;
        let input = ValidationInput {
            card: &card,
            cuts: None,
            probability: &map,
            hold_out,
            learned_from: None,
            how: Message::verbatim(""),
            options,
        };
        validate(input).map_err(|error| error.kind()).err()
    };
    let mut options = ValidationOptions::default();
    options.targets.auc = -1.0;
    assert_eq!(kind(&deals, options), Some(ErrorKind::Option));
    let (data, won) = deals.clone().into_parts();
    let without = lead_scoring_core::Deals::new(data.without("Demo"), won).unwrap();
    assert_eq!(kind(&without, ValidationOptions::default()), Some(ErrorKind::Field));
    assert_eq!(kind(&deals, ValidationOptions::default()), None);
}
