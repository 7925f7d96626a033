//! The flow: stage by stage, at once, again, and refitted.

use crate::data::{builder, deals};
use lead_scoring::report::render_markdown;
use lead_scoring::{Builtin, Validated, Verdict};

fn run(rows: usize, builder: lead_scoring::Builder) -> Validated {
    let plan = builder.build().unwrap();
    plan.run(deals(rows, 7)).unwrap()
}

#[test]
fn stages_one_by_one_equal_the_run() {
    let whole = run(1000, builder());
    let audited = builder().build().unwrap().history(deals(1000, 7)).unwrap().audit().unwrap();
    assert_eq!(audited.train().len() + audited.hold_out_len(), 950);
    let analyzed = audited.analyze().unwrap();
    assert_eq!(analyzed.analysis().won().len(), analyzed.audited().train().len());
    let modeled = analyzed.model().unwrap();
    let calibrated = modeled.calibrate().unwrap();
    assert_eq!(calibrated.modeled().fitted().card, whole.model().card);
    let validated = calibrated.validate().unwrap();
    assert_eq!(validated.model().to_json(), whole.model().to_json());
    assert_ne!(validated.validation().verdict, Verdict::DoNotDeploy);
    assert_eq!(validated.model().built, "2024-10-04");
}

#[test]
fn the_seed_decides_the_hold_out_and_nothing_else_does() {
    let (one, again, other) = (run(1000, builder()), run(1000, builder()), run(1000, builder().seed(2)));
    assert_eq!(one.model().to_json(), again.model().to_json());
    let rows = |validated: &Validated| validated.validation().deals.data().row_numbers().to_vec();
    assert_eq!(rows(&one), rows(&again));
    assert_ne!(rows(&one), rows(&other));
}

#[test]
fn a_strategy_can_be_set_and_the_report_says_so() {
    let compared = run(1000, builder());
    assert_eq!(compared.fitted().comparison.records.len(), Builtin::ALL.len());
    let set = run(1000, builder().strategy(Builtin::Proportional));
    assert_eq!(set.fitted().comparison.records.len(), 1);
    assert!(!set.model().card.signals.is_empty());
    assert!(set.model().card.signals.iter().all(|signal| (signal.weight - 1.0).abs() < 1e-12));
    let text = |validated: &Validated| render_markdown(&validated.report(None).unwrap()).unwrap();
    assert!(text(&set).contains("the strategy \"points in proportion to lift\" was set by the user"));
    assert!(text(&compared).contains("The first of the table stands unless"));
    assert!(text(&compared).contains("drawn anew 200 times"), "713 deals are few");
    let many = run(3000, builder());
    assert!(!text(&many).contains("drawn anew"), "2,138 deals are not");
}

#[test]
fn a_group_is_never_parted() {
    let validated = run(1000, builder().group("Account"));
    let accounts = |data: &lead_scoring::Dataset| -> std::collections::BTreeSet<String> {
        let column = data.column("Account").unwrap();
        (0..data.rows()).filter_map(|row| column.text(row)).collect()
    };
    let (train, held) = (accounts(validated.deals().data()), accounts(validated.validation().deals.data()));
    assert!(!held.is_empty() && train.is_disjoint(&held));
}

#[test]
fn a_refit_learns_from_all_deals_and_keeps_the_verdict_of_the_first_model() {
    let (first, refitted) = (run(1000, builder()), run(1000, builder().refit(true)));
    assert!(refitted.model().validation.refitted && !first.model().validation.refitted);
    let history = |validated: &Validated| validated.model().history.won + validated.model().history.lost;
    assert_eq!((history(&first), history(&refitted)), (first.deals().len() as u64, 950));
    assert_eq!(refitted.deals().len(), 950);
    assert_eq!(refitted.analysis().won().len(), 950);
    assert_eq!(first.validation().scores, refitted.validation().scores);
    assert_eq!(first.model().validation.auc, refitted.model().validation.auc);
}

#[test]
fn noise_gets_no_points_and_no_refit() {
    let mut data = deals(600, 3);
    for name in ["Demo", "Employees"] {
        data = data.without(name);
    }
    let plan = builder().refit(true).build().unwrap();
    let validated = plan.run(data).unwrap();
    assert_eq!(validated.validation().verdict, Verdict::DoNotDeploy);
    assert!(validated.model().card.signals.is_empty() && !validated.model().validation.refitted);
    assert!(validated.warnings().iter().any(|warning| warning.contains("not refitted")));
}

#[cfg(feature = "report")]
#[test]
fn the_report_carries_the_model_and_the_leads() {
    let validated = run(1000, builder().refit(true));
    let leads = validated.open_leads().unwrap().unwrap();
    let scored = leads.score(validated.scorer()).unwrap();
    let report = validated.report(Some((&leads, &scored))).unwrap();
    let text = lead_scoring::report::render_markdown(&report).unwrap();
    assert_eq!(lead_scoring::document::load(&text).unwrap(), *validated.model());
    let csv = lead_scoring::report::scored_leads_csv(&leads.with_scores(&scored)).unwrap();
    assert_eq!(csv.lines().count(), 51);
    assert!(validated.report(None).is_ok());
}

#[test]
fn stages_and_errors_may_cross_threads() {
    const fn crosses<T: Send + Sync>() {}
    crosses::<lead_scoring::Plan>();
    crosses::<lead_scoring::History>();
    crosses::<lead_scoring::Calibrated>();
    crosses::<Validated>();
    crosses::<lead_scoring::Error>();
}

#[cfg(feature = "parallel")]
#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let one = run(1000, builder().threads(1));
    for threads in [2, 8] {
        assert_eq!(run(1000, builder().threads(threads)).model().to_json(), one.model().to_json());
    }
}
