use crate::support::{sample_leads, sample_model};
use lead_scoring_core::{Dataset, Kind};
use lead_scoring_model::{ErrorKind, FieldMap, Found, RuleTest, Scorer};

fn pair(field: &str, column: &str) -> (String, String) {
    (field.to_owned(), column.to_owned())
}

fn refusal(columns: &[&str], explicit: &[(String, String)]) -> String {
    let error = FieldMap::for_header(&sample_model(), columns, explicit).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Field);
    error.to_string()
}

#[test]
fn each_field_has_one_kind() {
    let mut model = sample_model();
    let kinds = model.field_kinds();
    let names: Vec<(&str, Kind)> = kinds.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
    let expected = [
        ("Size", Kind::Number),
        ("Industry", Kind::Category),
        ("Demo", Kind::Flag),
        ("Visits", Kind::Number),
        ("Tech", Kind::Set),
        ("Owner", Kind::Category),
    ];
    assert_eq!(names, expected);
    model.card.rules[1].field = "Owner".into();
    assert_eq!(model.field_kinds()[5].1, Kind::Number, "a comparison needs numbers");
    model.card.rules[1].test = RuleTest::Equals(vec!["x".into()]);
    model.card.rules[1].field = "Size".into();
    assert_eq!(model.field_kinds()[0].1, Kind::Number, "the signal decides");
    model.card.rules[2].field = "Demo".into();
    assert_eq!(model.field_kinds()[2].1, Kind::Flag, "the signal decides here too");
}

#[test]
fn explicit_comes_before_exact_before_spelling() {
    let columns = ["Size", "Company Size", "INDUSTRY", "demo", "De-mo", "Tech"];
    let explicit = [pair("Size", "Company Size"), pair("Demo", "De-mo")];
    let map = FieldMap::for_header(&sample_model(), &columns, &explicit).unwrap();
    let found: Vec<_> = map.fields().iter().map(|field| (field.column.as_deref(), field.found)).collect();
    let expected = [
        (Some("Company Size"), Some(Found::Explicit)),
        (Some("INDUSTRY"), Some(Found::Spelling)),
        (Some("De-mo"), Some(Found::Explicit)),
        (None, None),
        (Some("Tech"), Some(Found::Exact)),
        (None, None),
    ];
    assert_eq!(found, expected);
    assert_eq!(map.unmapped().map(|field| field.field.as_str()).collect::<Vec<_>>(), ["Visits", "Owner"]);
    assert_eq!(map.column_of("Demo"), Some("De-mo"));
}

#[test]
fn what_is_wrong_or_ambiguous_is_refused() {
    let message = refusal(&["Size"], &[pair("Sise", "Size")]);
    assert!(message.contains("`Sise`") && message.contains("`Size`, `Industry`"), "{message}");
    let message = refusal(&["Size"], &[pair("Size", "Sise")]);
    assert!(message.contains("column `Sise`"), "{message}");
    let message = refusal(&["a", "b"], &[pair("Size", "a"), pair("Size", "b")]);
    assert!(message.contains("`Size` twice"), "{message}");
    let message = refusal(&["size", "SIZE"], &[]);
    assert!(message.contains("`size` or `SIZE`"), "{message}");
    let message = refusal(&["Size", "Size"], &[]);
    assert!(message.contains("two columns are called `Size`"), "{message}");
}

#[test]
fn two_fields_do_not_share_a_column_by_spelling() {
    let mut model = sample_model();
    model.card.signals[3].inputs[0].field = "si ze".into();
    let map = FieldMap::for_header(&model, &["Size"], &[]).unwrap();
    assert_eq!(map.column_of("si ze"), None, "the exact match took it");
    let error = FieldMap::for_header(&model, &["SIZE"], &[]).unwrap_err();
    assert!(error.to_string().contains("field `Size` or `si ze`"), "{error}");
}

#[test]
fn a_map_of_other_data_is_refused() {
    let model = sample_model();
    let map = FieldMap::for_data(&model, &sample_leads(), &[]).unwrap();
    let error = Scorer::new(&model).unwrap().score(&Dataset::with_rows(3), &map).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Field);
    assert!(error.to_string().contains("`Size`"), "{error}");
}
