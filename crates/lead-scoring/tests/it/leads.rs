//! Leads: read with the model's kinds, matched, named and scored.

use crate::data::{builder, deals};
use lead_scoring::{ErrorKind, LeadOptions, Leads, Validated, document};

fn validated() -> Validated {
    let plan = builder().build().unwrap();
    plan.run(deals(1000, 7)).unwrap()
}

#[test]
fn csv_leads_are_read_as_the_model_needs_and_score_as_in_memory() {
    let validated = validated();
    let csv = "Lead Key,demo,Number Of Staff,region\nL-1,1,1500,North\nL-2,0,10,North\nL-3,,,\n";
    let mut options = LeadOptions::default();
    options.mapping.push(("Employees".to_owned(), "Number Of Staff".to_owned()));
    options.id = Some("Lead Key".to_owned());
    let leads = Leads::read(validated.model(), csv.as_bytes(), "leads.csv", &options).unwrap();
    assert_eq!((leads.id(), leads.source(), leads.warnings().len()), (Some("Lead Key"), "leads.csv", 0));
    let scored = leads.score(validated.scorer()).unwrap();
    let scores: Vec<i32> = scored.scores().collect();
    assert!(scores[0] > scores[2] && scores[2] > scores[1], "{scores:?}");
    assert!(scored.lead(2).unwrap().unscoreable);

    let stored = document::load(&document::embed(validated.model())).unwrap();
    let again = Leads::read(&stored, csv.as_bytes(), "leads.csv", &options).unwrap();
    let scorer = lead_scoring::Scorer::new(&stored).unwrap();
    assert!(again.score(&scorer).unwrap().scores().eq(scores));
}

#[test]
fn fields_without_a_column_are_warned_of_and_wrong_names_refused() {
    let validated = validated();
    let csv = "id,demo\n1,yes\n2,no\n";
    let leads = Leads::read(validated.model(), csv.as_bytes(), "leads.csv", &LeadOptions::default()).unwrap();
    assert!(leads.warnings().iter().any(|warning| warning.contains("`Employees`")), "{:?}", leads.warnings());

    let mut options = LeadOptions::default();
    options.id = Some("idd".to_owned());
    let error = Leads::read(validated.model(), csv.as_bytes(), "leads.csv", &options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Option);
    assert!(error.to_string().contains("did you mean `id`?"), "{error}");

    let mut options = LeadOptions::default();
    options.mapping.push(("Employees".to_owned(), "staff".to_owned()));
    let error = Leads::read(validated.model(), csv.as_bytes(), "leads.csv", &options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Option);
}

#[test]
fn open_rows_are_leads() {
    let validated = validated();
    let leads = validated.open_leads().unwrap().unwrap();
    assert_eq!(leads.data().rows(), 50);
    let scored = leads.score(validated.scorer()).unwrap();
    let direct = validated.score(leads.data().clone()).unwrap();
    assert!(scored.scores().eq(direct.scores()));
    assert!(scored.tiers().all(|tier| tier.is_some()));
}

#[test]
fn errors_in_a_file_name_row_and_column() {
    let validated = validated();
    let csv = "id,Demo,Employees\n1,yes,10\n2,no,1e999\n";
    let error =
        Leads::read(validated.model(), csv.as_bytes(), "leads.csv", &LeadOptions::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Value);
    assert_eq!((error.file(), error.row(), error.column()), (Some("leads.csv"), Some(3), Some("Employees")));
}
