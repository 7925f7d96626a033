//! One synthetic history for each kind of evidence of leakage, and near misses that must stay honest.

use crate::history::{DEALS, History, noise};
use lead_scoring_audit::{Audit, AuditOptions, Exclusion, FieldAudit, Leakage, audit};
use lead_scoring_core::{Column, Dataset, Field};

fn only<'a>(audit: &'a Audit, name: &str) -> &'a FieldAudit {
    for field in audit.leaks() {
        assert_eq!(field.name, name, "{:?}", field.evidence);
    }
    audit.field(name).unwrap()
}

fn says(field: &FieldAudit, part: &str) -> bool {
    field.evidence.iter().any(|sentence| sentence.to_string().contains(part))
}

#[test]
fn a_copy_of_the_outcome_is_certain() {
    let audit = History::new().categories("x", |_, won| Some(if won { "blue" } else { "green" })).audit();
    let field = only(&audit, "x");
    assert_eq!(
        (field.leakage, field.excluded_by, field.used),
        (Leakage::Certain, Some(Exclusion::Leakage), false)
    );
    assert!(says(field, "AUC 1.00"));
    assert!(
        field
            .excluded_because
            .as_ref()
            .is_some_and(|reason| reason.to_string().contains("known only after the outcome"))
    );
}

#[test]
fn a_value_kept_for_one_outcome_is_suspect() {
    // Nobody lost has a call back, two thirds of the won do.
    let audit = History::new()
        .categories("Call Back", |row, won| Some(if won && noise(row, 5) < 0.66 { "done" } else { "open" }))
        .audit();
    let field = only(&audit, "Call Back");
    assert_eq!(field.leakage, Leakage::Suspect);
    assert!(says(field, "It is `open` for 100 % of the lost deals"));
    assert!(says(field, "practically one outcome"));
}

#[test]
fn zero_for_every_lost_deal_is_certain() {
    let audit = History::new()
        .numbers("Closing Sum", |row, won| if won { 100.0 + (noise(row, 5) * 500.0).round() } else { 0.0 })
        .audit();
    assert_eq!(only(&audit, "Closing Sum").leakage, Leakage::Certain);
    assert!(says(
        only(&audit, "Closing Sum"),
        "It is 0 for 100 % of the lost deals and for 0 % of the won ones"
    ));
}

#[test]
fn filling_for_one_outcome_is_certain_and_a_large_difference_counts() {
    let audit =
        History::new().categories("Why", |row, won| (!won && noise(row, 5) < 0.6).then_some("price")).audit();
    assert_eq!(only(&audit, "Why").leakage, Leakage::Certain);
    // Filled for 80 % of the won and 20 % of the lost, with a name that is no hint.
    let audit = History::new()
        .categories("Remark", |row, won| {
            (noise(row, 5) < if won { 0.8 } else { 0.2 }).then_some(["a", "b"][row % 2])
        })
        .audit();
    let field = only(&audit, "Remark");
    assert_eq!(field.leakage, Leakage::Suspect);
    assert!(says(field, "of the won deals and"));
}

#[test]
fn filling_for_closed_deals_only_is_certain() {
    let deals = History::new().categories("Territory", |row, _| Some(["East", "West"][row % 2])).deals();
    let mut open = Dataset::with_rows(40);
    open.push(Field::new("Territory"), Column::from_categories::<&str>(&[None; 40])).unwrap();
    open.push(Field::new("Industry"), Column::from_categories(&[Some("Retail"); 40])).unwrap();
    let audit = audit(&deals, Some(&open), &AuditOptions::default()).unwrap();
    assert_eq!(audit.open_rows, Some(40));
    assert_eq!(only(&audit, "Territory").leakage, Leakage::Certain);
}

#[test]
fn dates_at_or_after_the_close_are_certain_and_spans_too() {
    let start = |row: usize| 20_000 + (noise(row, 5) * 300.0) as i32;
    let length = |row: usize| 5 + (noise(row, 6) * 60.0) as i32;
    let audit = History::new()
        .dates("Created", move |row, _| start(row))
        .dates("Closed On", move |row, _| start(row) + length(row))
        .dates("Modified", move |row, _| start(row) + length(row) + (noise(row, 7) * 9.0) as i32)
        .numbers("n", move |row, _| f64::from(length(row)))
        .audit();
    let verdicts: Vec<(&str, Leakage)> =
        audit.leaks().map(|field| (field.name.as_str(), field.leakage)).collect();
    // The closing date is not the last of its row here, so its name has no evidence beside it.
    assert_eq!(verdicts, [("Modified", Leakage::Certain), ("n", Leakage::Certain)]);
    assert_eq!(audit.field("Closed On").and_then(|field| field.excluded_by), Some(Exclusion::Date));
    assert!(says(audit.field("n").unwrap(), "number of days from `Created` to `Closed On`"));
}

#[test]
fn a_closing_date_after_all_others_is_certain() {
    let start = |row: usize| 20_000 + (noise(row, 5) * 300.0) as i32;
    let audit = History::new()
        .dates("Created", move |row, _| start(row))
        .dates("Closed On", move |row, _| start(row) + 1 + (noise(row, 6) * 60.0) as i32)
        .audit();
    assert_eq!(only(&audit, "Closed On").leakage, Leakage::Certain);
    assert_eq!(audit.field("Created").and_then(|field| field.excluded_by), Some(Exclusion::Date));
}

#[test]
fn a_judgement_recorded_for_a_stretch_is_suspect_and_a_late_start_alone_is_not() {
    let middle = |row: usize| (DEALS / 4..DEALS / 2).contains(&row);
    let audit = History::new()
        .numbers("Lead Score", |row, _| if middle(row) { f64::NAN } else { (noise(row, 5) * 9.0).round() })
        .audit();
    let field = only(&audit, "Lead Score");
    assert_eq!(field.leakage, Leakage::Suspect);
    assert!(says(field, "for a stretch of the history and then not"));
    let audit =
        History::new().categories("Surge", |row, _| (row > DEALS / 2).then_some(["y", "n"][row % 2])).audit();
    assert_eq!(audit.leaks().count(), 0);
    assert!(says(audit.field("Surge").unwrap(), "not recorded in the beginning"));
}

#[test]
fn fields_blank_together_count_only_beside_a_gap_in_time() {
    let together = |filled: fn(usize) -> bool| {
        History::new()
            .categories("a", move |row, _| filled(row).then_some(["x", "y"][row % 2]))
            .numbers("b", move |row, _| if filled(row) { noise(row, 6) } else { f64::NAN })
            .audit()
    };
    let scattered = together(|row| noise(row, 5) < 0.6);
    let gap = together(|row| !(DEALS / 4..DEALS / 2).contains(&row));
    let suspicion = |audit: &Audit| audit.field("a").unwrap().suspicion;
    assert_eq!((suspicion(&scattered), suspicion(&gap)), (0, 3));
    assert!(says(gap.field("a").unwrap(), "in exactly the same deals as `b`"));
}

#[test]
fn a_name_alone_convicts_nobody_and_with_evidence_it_does() {
    let honest = History::new().numbers("Days in Stage", |row, _| (noise(row, 5) * 50.0).round()).audit();
    assert_eq!(honest.leaks().count(), 0);
    let slower = |row: usize, won: bool| (noise(row, 5) * 50.0 + if won { 0.0 } else { 18.0 }).round();
    let late = History::new().numbers("Days in Stage", slower).audit();
    assert_eq!(only(&late, "Days in Stage").leakage, Leakage::Suspect);
    // The same values under a name that is no hint are a strong but honest field.
    let unnamed = History::new().numbers("Days Since Last Visit", slower).audit();
    assert_eq!(unnamed.leaks().count(), 0);
}

#[test]
fn keeping_uses_a_field_in_spite_of_its_evidence() {
    let deals = History::new().categories("x", |_, won| Some(if won { "blue" } else { "green" })).deals();
    let mut options = AuditOptions::default();
    options.keep.push("x".to_owned());
    let audit = audit(&deals, None, &options).unwrap();
    let field = only(&audit, "x");
    assert!(field.used && field.leakage == Leakage::Certain && field.excluded_because.is_none());
    assert!(
        audit
            .limitations
            .iter()
            .any(|limit| limit.to_string().contains("because you keep it")
                && limit.to_string().contains("`x`"))
    );
}
