//! Verdicts on public histories whose late fields are known. They are read from the folder in `LEAD_SCORING_DATA`.

use lead_scoring_audit::{Audit, AuditOptions, Exclusion, FieldAudit, Leakage, audit};
use lead_scoring_core::{HoldOut, Labelled, OutcomeSpec, ReadOptions, label, read_table_file, split};
use std::path::PathBuf;

const SEEDS: [u64; 4] = [1, 2, 3, 4];

/// A file of the data folder, or `None` with a message where the folder is not given.
fn file(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("LEAD_SCORING_DATA");
    if folder.is_none() {
        println!("skipped: LEAD_SCORING_DATA is not set");
    }
    folder.map(|folder| PathBuf::from(folder).join(name))
}

fn labelled(path: PathBuf, missing: &[&str], outcome: &OutcomeSpec) -> Labelled {
    let mut options = ReadOptions::default();
    options.missing = missing.iter().map(|code| (*code).to_owned()).collect();
    let data = read_table_file(path, &options).unwrap().into_dataset(&options).unwrap();
    label(data, outcome).unwrap()
}

/// The audit of the training side for each seed.
fn audits(labelled: &Labelled) -> Vec<Audit> {
    let open = (labelled.open.rows() > 0).then_some(&labelled.open);
    let audits = SEEDS.map(|seed| {
        let mut hold_out = HoldOut::default();
        hold_out.seed = seed;
        let train = split(&labelled.closed, &hold_out).unwrap().train;
        let mut options = AuditOptions::default();
        options.seed = seed;
        audit(&train, open, &options).unwrap()
    });
    audits.into()
}

fn leaks(audit: &Audit) -> Vec<&str> {
    audit.leaks().map(|field| field.name.as_str()).collect()
}

/// Prints what was found, for whoever runs the test with `--nocapture`.
fn show(audit: &Audit) {
    for field in &audit.fields {
        let FieldAudit { name, kind, leakage, suspicion, auc, evidence, excluded_because, .. } = field;
        println!(
            "{name} [{}] {} {suspicion} auc {auc:.3?} {excluded_because:?} {evidence:?}",
            kind.word(),
            leakage.word()
        );
    }
    println!("{:#?}\n{:#?}\n{:#?}", audit.quality.sentences, audit.drift.sentence, audit.limitations);
    for shift in &audit.drift.shifting_fields {
        println!("{}", shift.sentence);
    }
}

#[test]
fn x_education_late_fields_are_found() {
    let Some(path) = file("x_education_leads.csv") else { return };
    let labelled = labelled(path, &["Select"], &OutcomeSpec::new("Converted", ["1"], ["0"]));
    for audit in audits(&labelled) {
        show(&audit);
        let late = [
            "Tags",
            "Lead Quality",
            "Lead Profile",
            "Asymmetrique Activity Index",
            "Asymmetrique Profile Index",
            "Asymmetrique Activity Score",
            "Asymmetrique Profile Score",
        ];
        assert_eq!(leaks(&audit), late);
        assert!(late.iter().all(|name| audit.field(name).is_some_and(|field| !field.used)));
        for id in ["Prospect ID", "Lead Number"] {
            assert_eq!(audit.field(id).and_then(|field| field.excluded_by), Some(Exclusion::Identifier));
        }
        // Five are constant in the whole file; some of the rarest flags are too in a part of it.
        let constant =
            audit.excluded().filter(|field| field.excluded_by == Some(Exclusion::Constant)).count();
        assert!((5..=7).contains(&constant), "{constant}");
        assert!(!audit.drift.recommend_temporal);
    }
}

#[test]
fn bank_duration_is_found_and_the_drift() {
    let Some(path) = file("bank-additional-full.csv") else { return };
    let labelled = labelled(path, &["unknown"], &OutcomeSpec::new("y", ["yes"], ["no"]));
    for audit in audits(&labelled) {
        show(&audit);
        assert_eq!(leaks(&audit), ["duration"]);
        assert!(audit.drift.recommend_temporal);
        assert!(audit.drift.sentence.to_string().contains("no date column"));
        assert!(
            audit
                .field("pdays")
                .is_some_and(|field| field.quality.iter().any(|fault| fault.to_string().contains("999")))
        );
    }
}

#[test]
fn ibm_process_times_are_found() {
    let Some(path) = file("ibm_sales_win_loss.csv") else { return };
    let labelled = labelled(path, &[], &OutcomeSpec::new("Opportunity Result", ["Won"], ["Loss"]));
    for audit in audits(&labelled) {
        show(&audit);
        let late = [
            "Elapsed Days In Sales Stage",
            "Sales Stage Change Count",
            "Total Days Identified Through Closing",
            "Total Days Identified Through Qualified",
            "Ratio Days Identified To Total Days",
            "Ratio Days Validated To Total Days",
            "Ratio Days Qualified To Total Days",
        ];
        assert_eq!(leaks(&audit), late);
        assert!(audit.quality.exact_duplicates > 0);
        assert_eq!(audit.quality.repeated_identifiers.len(), 1);
    }
}

#[test]
fn maven_closing_fields_are_certain_and_nothing_else() {
    let Some(path) = file("maven_crm/sales_pipeline.csv") else { return };
    let labelled = labelled(path, &[], &OutcomeSpec::new("deal_stage", ["Won"], ["Lost"]));
    for audit in audits(&labelled) {
        show(&audit);
        assert_eq!(leaks(&audit), ["close_date", "close_value"]);
        assert!(audit.leaks().all(|field| field.leakage == Leakage::Certain));
        assert!(audit.survivorship.suspected);
        let used: Vec<&str> = audit.used().map(|field| field.name.as_str()).collect();
        assert_eq!(used, ["sales_agent", "product", "account"]);
    }
}

#[test]
fn german_credit_has_no_late_field() {
    let Some(path) = file("germancredit.csv") else { return };
    let labelled = labelled(path, &[], &OutcomeSpec::new("creditability", ["good"], ["bad"]));
    for audit in audits(&labelled) {
        show(&audit);
        assert_eq!(leaks(&audit), [""; 0]);
        assert_eq!(audit.used().count(), 20);
    }
}
