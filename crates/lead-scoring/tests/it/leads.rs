//! Leads: read with the model's kinds, matched, named and scored.

use crate::data::{builder, deals};
use lead_scoring::data::Binning;
use lead_scoring::model::{Bin, Input, Signal};
use lead_scoring::{
    Column, Dimension, ErrorKind, Field, Kind, LeadOptions, Leads, Scorer, Validated, document,
};

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
    let scorer = Scorer::new(&stored).unwrap();
    assert!(again.score(&scorer).unwrap().scores().eq(scores));
}

#[test]
fn what_the_build_took_for_not_known_is_not_known_of_leads() {
    let plan = builder().missing(["Select"]).missing_in("Employees", ["999"]).build().unwrap();
    let stored = plan.run(deals(1000, 7)).unwrap().model().to_json();
    let model = lead_scoring::ScoringModel::from_json(&stored).unwrap();
    assert_eq!(model.missing, ["Select"]);
    let scorer = Scorer::new(&model).unwrap();
    let scores = |csv: &str, options: &LeadOptions| -> Vec<i32> {
        let leads = Leads::read(&model, csv.as_bytes(), "leads.csv", options).unwrap();
        leads.score(&scorer).unwrap().scores().collect()
    };
    let plain = LeadOptions::default();
    let blank = scores("id,demo,employees,region\n1,yes,,\n2,yes,1500,North\n", &plain);
    assert_eq!(scores("id,demo,employees,region\n1,yes,999,SELECT\n2,yes,1500,North\n", &plain), blank);
    // Those of the call add to them.
    let mut more = LeadOptions::default();
    more.missing.push("0".to_owned());
    assert_eq!(scores("id,demo,employees,region\n1,yes,999,0\n2,yes,1500,North\n", &more), blank);

    // A model without them is stored as it always was, and an edited list is found out.
    let plain = validated().model().to_json();
    assert!(!plain.contains("\"missing"), "{plain}");
    let edited = stored.replace("Select", "Selected");
    assert!(lead_scoring::ScoringModel::from_json(&edited).is_err());
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

/// The column that names the leads of a CSV text, and the warnings about it.
fn id_of(csv: &str, options: &LeadOptions) -> (Option<String>, usize) {
    let leads = Leads::read(validated().model(), csv.as_bytes(), "leads.csv", options).unwrap();
    let warned = leads.warnings().iter().filter(|warning| warning.contains("row numbers")).count();
    (leads.id().map(str::to_owned), warned)
}

#[test]
fn a_few_leads_are_named_by_a_column_that_is_named_so() {
    let plain = LeadOptions::default();
    let rows = "A,007,yes,10\nB,008,no,20\n";
    assert_eq!(
        id_of(&format!("Who,Lead Number,Demo,Employees\n{rows}"), &plain),
        (Some("Lead Number".into()), 0)
    );
    assert_eq!(id_of("Lead ID,Demo\nL-1,yes\n", &plain), (Some("Lead ID".into()), 0));
    // Values twice, a name that tells nothing, a column that the model reads: none names a lead.
    assert_eq!(id_of("Lead ID,Demo\nL-1,yes\nL-1,no\n", &plain), (None, 1));
    assert_eq!(id_of("Who,Number of staff,Demo\nA,1,yes\nB,2,no\n", &plain), (None, 1));
    let mut mapped = LeadOptions::default();
    mapped.mapping.push(("Employees".to_owned(), "Staff No".to_owned()));
    assert_eq!(id_of("Staff No,Demo\n1,yes\n2,no\n", &mapped), (None, 1));
    // What was asked for comes before what was found.
    let mut asked = LeadOptions::default();
    asked.preferred_id = Some("Who".to_owned());
    assert_eq!(id_of(&format!("Lead Key,Who,Demo,Employees\n{rows}"), &asked), (Some("Who".into()), 0));
    asked.id = Some("Demo".to_owned());
    assert_eq!(id_of(&format!("Lead Key,Who,Demo,Employees\n{rows}"), &asked), (Some("Demo".into()), 0));

    let model = validated();
    let csv = "Lead Key,Demo,Employees\n007,yes,10\n008,no,20\n";
    let leads = Leads::read(model.model(), csv.as_bytes(), "leads.csv", &plain).unwrap();
    assert_eq!(leads.data().column("Lead Key").unwrap().text(0).as_deref(), Some("007"), "kept as written");
}

#[test]
fn inferred_identifiers_come_before_names() {
    let row = |row: usize| format!("{},name {row},yes,10\n", if row == 0 { "x" } else { "" });
    let rows: String = (0..30).map(row).collect();
    let csv = format!("Referral Code,Company,Demo,Employees\n{rows}");
    assert_eq!(id_of(&csv, &LeadOptions::default()), (Some("Company".into()), 0));
}

#[test]
fn leads_without_any_column_of_the_model_are_refused() {
    let validated = validated();
    let read =
        |csv: &str| Leads::read(validated.model(), csv.as_bytes(), "leads.csv", &LeadOptions::default());
    let error = read("id,color\n1,red\n").unwrap_err();
    assert_eq!((error.kind(), error.file()), (ErrorKind::Format, Some("leads.csv")));
    assert!(
        error.to_string().contains("none of the") && error.to_string().contains("`Employees`"),
        "{error}"
    );
    assert!(read("id,demo\n1,yes\n").is_ok());
}

#[test]
fn leads_with_values_never_seen_are_counted_by_field() {
    let mut data = deals(1000, 7);
    let sources: Vec<Option<&str>> = {
        let outcome = data.column("Outcome").unwrap();
        let won = |row: usize| outcome.text(row).as_deref() == Some("Won");
        (0..data.rows()).map(|row| Some(if won(row) != (row % 5 == 0) { "Event" } else { "List" })).collect()
    };
    data.push(Field::new("Source"), Column::from_categories(&sources)).unwrap();
    let validated = builder().build().unwrap().run(data).unwrap();
    assert!(validated.model().card.signals.iter().any(|signal| signal.reads("Source")));
    let warnings = |csv: &str| {
        let options = LeadOptions::default();
        let leads = Leads::read(validated.model(), csv.as_bytes(), "leads.csv", &options).unwrap();
        leads.warnings().into_iter().filter(|warning| warning.contains("never seen")).collect::<Vec<_>>()
    };
    let sentence = "2 leads have a value of `Source` that was never seen while learning; it gives 0 points";
    assert_eq!(
        warnings("id,Source,Demo,Employees\n1,Fax,yes,1\n2,event,no,2\n3,,no,3\n4,Telex,no,9999\n"),
        [sentence]
    );
    assert_eq!(warnings("id,Source\n1,Fax\n")[0], sentence.replace("2 leads have", "1 lead has"));
    assert!(warnings("id,Source\n1,EVENT\n2,\n").is_empty());
}

#[test]
fn the_separator_may_be_given_where_it_cannot_be_found_out() {
    let plan = builder().separator(b'^').build().unwrap();
    let validated = plan.run(deals(1000, 7)).unwrap();
    let csv = "id^Demo^Employees\n1^yes^10, 20\n";
    let leads =
        Leads::read(validated.model(), csv.as_bytes(), "leads.csv", &validated.lead_options()).unwrap();
    assert_eq!((leads.data().fields().len(), leads.id()), (3, Some("id")));
    let error = plan.read("Outcome,Account\nWon,a\n".as_bytes(), "deals.csv").unwrap_err();
    assert!(error.to_string().contains("no column `Outcome`"), "{error}");
}

/// A field that only a combination reads is looked for and watched like any other.
#[test]
fn fields_of_combinations_are_read_and_their_unseen_values_counted() {
    let mut model = validated().model().clone();
    let groups = vec![vec!["North".to_owned()], vec!["South".to_owned()]];
    let inputs = [
        Input::new("Region", Kind::Category, Binning::Group { groups }),
        Input::new("Demo", Kind::Flag, Binning::Flag),
    ];
    let labels = ["Region: North + Demo: yes", "any other combination", "not recorded"];
    let bins = labels.map(|label| Bin::new(label, 0, 0, None, 0.0));
    let cells = vec![1, 0, 2, 1, 1, 2, 2, 2, 2];
    let both = Signal::pair("Region + Demo".into(), Dimension::Behavioral, inputs, cells, 1.0, bins.into());
    model.card.signals.push(both);
    let read = |csv: &str| Leads::read(&model, csv.as_bytes(), "leads.csv", &LeadOptions::default()).unwrap();
    let leads = read("id,region,Demo,Employees\n1,west,yes,10\n2,north,no,20\n3,,yes,30\n");
    assert_eq!(leads.map().column_of("Region"), Some("region"));
    let sentence = "1 lead has a value of `Region` that was never seen while learning; it gives 0 points";
    assert!(leads.warnings().iter().any(|warning| warning == sentence), "{:?}", leads.warnings());
    let without = read("id,Demo,Employees\n1,yes,10\n");
    assert!(
        without
            .warnings()
            .iter()
            .any(|warning| warning.contains("no column was found for the field `Region`"))
    );
    let scored = leads.score(&Scorer::new(&model).unwrap()).unwrap();
    let unknown: Vec<_> = scored.unknown_signals(2).map(|signal| signal.name.as_str()).collect();
    assert!(unknown.contains(&"Region + Demo"), "{unknown:?}");
    assert!(
        scored.unknown_signals(0).all(|signal| signal.name != "Region + Demo"),
        "settled by a value never seen"
    );
}
