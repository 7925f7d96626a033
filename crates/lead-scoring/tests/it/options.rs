//! Options are checked at once, before and after the columns are known.

use crate::data::{builder, deals};
use lead_scoring::{
    Capacity, Dimension, ErrorKind, HoldOutPolicy, IcpCriterion, LeadScoring, Rule, RuleAction, RuleTest,
    Targets,
};

#[test]
fn the_builder_reports_every_problem() {
    let mut targets = Targets::default();
    targets.auc = 1.5;
    let error = LeadScoring::builder()
        .name(" ")
        .outcome("Outcome", ["Won", "Maybe"], ["maybe"])
        .keep(["A"])
        .exclude(["A", "Outcome"])
        .hold_out(HoldOutPolicy::Random { share: 0.9 })
        .cap(Dimension::Intent, 0)
        .max_signals(31)
        .targets(targets)
        .max_hot_share(2.0)
        .capacity(Capacity::new(-1.0, 10.0))
        .rule(Rule::new("rival", "Company", RuleTest::Equals(vec![]), RuleAction::Disqualify(true)))
        .icp(IcpCriterion::range("Employees", Some(5.0), Some(1.0)))
        .build()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Option);
    let text = error.problems().join("\n");
    for part in [
        "name is empty",
        "`Maybe` is named both",
        "`A` is both kept",
        "`Outcome` cannot be excluded",
        "0.9",
        "cap of intent",
        "max_signals",
        "auc",
        "max_hot_share",
        "leads_per_month",
        "`rival`",
        "`Employees`",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn an_outcome_is_needed() {
    let error = LeadScoring::builder().build().unwrap_err();
    assert_eq!(error.problems().len(), 1);
    assert!(error.to_string().contains("outcome"));
}

#[test]
fn columns_that_do_not_exist_are_all_named_with_the_nearest() {
    let plan = builder()
        .keep(["Demos"])
        .group("Acount")
        .dimension("Regions", Dimension::Firmographic)
        .build()
        .unwrap();
    let error = plan.history(deals(400, 1)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Option);
    assert_eq!(error.problems().len(), 3, "{error}");
    for near in ["`Demo`", "`Account`", "`Region`"] {
        assert!(error.to_string().contains(&format!("did you mean {near}?")), "{error}");
    }
}

#[test]
fn too_few_deals_are_refused_and_few_are_warned_of() {
    let plan = builder().build().unwrap();
    let error = plan.history(deals(50, 1)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLittleData);
    assert!(
        error.to_string().contains("48 closed deals") && error.to_string().contains("collect 2 more"),
        "{error}"
    );
    let history = plan.history(deals(120, 1)).unwrap();
    assert!(history.warnings()[0].contains("`Open` (6)"), "{:?}", history.warnings());
    // As many as the audit counts, those held out left out.
    let audited = history.audit().unwrap();
    let few = format!("only {} closed deals to learn from", audited.train().len());
    assert!(audited.warnings()[0].contains(&few), "{:?}", audited.warnings());
    assert_eq!(audited.warnings().len(), 2, "{:?}", audited.warnings());
    let enough = plan.history(deals(400, 1)).unwrap().audit().unwrap();
    assert_eq!(enough.warnings().len(), 1, "{:?}", enough.warnings());
}

#[test]
fn a_profile_is_measured_beside_the_fields_and_must_fit_its_column() {
    let plan = builder().icp(IcpCriterion::range("Employees", Some(1001.0), None)).build().unwrap();
    let analyzed = plan.history(deals(600, 1)).unwrap().audit().unwrap().analyze().unwrap();
    let pattern =
        analyzed.analysis().patterns.iter().find(|pattern| pattern.name == "ICP match: Employees").unwrap();
    assert!(pattern.is_predictive(0.05));

    let plan = builder().icp(IcpCriterion::one_of("Employees", ["many"])).build().unwrap();
    let error = plan.history(deals(600, 1)).unwrap().audit().unwrap().analyze().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Option);
    assert!(error.to_string().contains("number"), "{error}");

    let plan = builder().icp(IcpCriterion::one_of("Account", ["account 1"])).build().unwrap();
    let analyzed = plan.history(deals(600, 1)).unwrap().audit().unwrap().analyze().unwrap();
    let warnings = analyzed.audited().warnings();
    assert!(warnings.iter().any(|warning| warning.contains("`Account` is not measured")), "{warnings:?}");
}
