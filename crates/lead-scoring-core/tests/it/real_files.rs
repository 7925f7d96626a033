//! Public data sets, read from the folder that `LEAD_SCORING_DATA` names; skipped where it is not set.

use lead_scoring_core::{Dataset, Kind, ReadOptions, read_table_file};
use std::path::PathBuf;

fn read(file: &str, options: &ReadOptions) -> Option<Dataset> {
    let Some(folder) = std::env::var_os("LEAD_SCORING_DATA") else {
        println!("skipped {file}: LEAD_SCORING_DATA is not set");
        return None;
    };
    let table = read_table_file(PathBuf::from(folder).join(file), options).unwrap();
    Some(table.into_dataset(options).unwrap())
}

fn assert_kinds(data: &Dataset, kinds: &[(&str, Kind)]) {
    for (name, kind) in kinds {
        assert_eq!(data.column(name).unwrap().kind(), *kind, "{name}");
    }
}

fn select_is_missing() -> ReadOptions {
    let mut options = ReadOptions::default();
    options.missing = vec!["Select".into()];
    options
}

#[test]
fn x_education() {
    let Some(data) = read("x_education_leads.csv", &select_is_missing()) else { return };
    assert_eq!((data.rows(), data.columns().len()), (9240, 37));
    assert_kinds(
        &data,
        &[
            ("Prospect ID", Kind::Identifier),
            ("Lead Number", Kind::Identifier),
            ("Converted", Kind::Flag),
            ("Lead Source", Kind::Category),
            ("TotalVisits", Kind::Number),
            ("Magazine", Kind::Flag),
        ],
    );
    assert!(data.iter().all(|(field, _)| field.notes.unreadable == 0));
    let source = &data.fields()[data.index_of("Lead Source").unwrap()];
    assert_eq!(source.notes.merged_spellings, [("Google".to_owned(), vec!["google".to_owned()])]);
    let unfilled =
        read("x_education_leads.csv", &ReadOptions::default()).unwrap().column("City").unwrap().filled();
    assert!(data.column("City").unwrap().filled() < unfilled);
}

#[test]
fn german_credit() {
    let Some(data) = read("germancredit.csv", &ReadOptions::default()) else { return };
    assert_eq!((data.rows(), data.columns().len()), (1000, 21));
    assert_kinds(
        &data,
        &[
            ("credit_amount", Kind::Number),
            ("duration_in_month", Kind::Number),
            ("telephone", Kind::Category),
            ("other_debtors_or_guarantors", Kind::Category),
        ],
    );
    assert_eq!(data.column("other_debtors_or_guarantors").unwrap().filled(), 1000);
}

#[test]
fn maven() {
    let Some(data) = read("maven_crm/sales_pipeline.csv", &ReadOptions::default()) else { return };
    assert_kinds(
        &data,
        &[
            ("close_date", Kind::Date),
            ("engage_date", Kind::Date),
            ("opportunity_id", Kind::Identifier),
            ("product", Kind::Category),
            ("close_value", Kind::Number),
        ],
    );
    assert_eq!((data.rows(), data.column("close_date").unwrap().filled()), (8800, 6711));
    assert_eq!(data.column("product").unwrap().values().len(), 7);
}

#[test]
fn bank() {
    let Some(data) = read("bank-additional-full.csv", &ReadOptions::default()) else { return };
    assert_eq!((data.rows(), data.columns().len()), (41_188, 21));
    assert_kinds(
        &data,
        &[("age", Kind::Number), ("job", Kind::Category), ("y", Kind::Flag), ("euribor3m", Kind::Number)],
    );
}

#[test]
fn ibm() {
    let Some(data) = read("ibm_sales_win_loss.csv", &ReadOptions::default()) else { return };
    assert_eq!((data.rows(), data.columns().len()), (78_025, 19));
    assert_kinds(
        &data,
        &[("Opportunity Number", Kind::Identifier), ("Opportunity Amount USD", Kind::Number)],
    );
    assert_eq!(data.column("Competitor Type").unwrap().values().len(), 3);
}
