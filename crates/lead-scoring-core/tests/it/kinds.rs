//! Which kind a column gets, and what its cells become.

use crate::{dataset, one_column};
use lead_scoring_core::{Column, Dataset, DateOrder, Kind, ReadNotes, ReadOptions, Values, read_table};

fn read<S: AsRef<str>>(cells: impl IntoIterator<Item = S>) -> Dataset {
    dataset(one_column(cells), &ReadOptions::default()).unwrap()
}

fn read_as<S: AsRef<str>>(kind: Kind, cells: impl IntoIterator<Item = S>) -> Dataset {
    let mut options = ReadOptions::default();
    options.kinds = vec![("x".into(), kind)];
    dataset(one_column(cells), &options).unwrap()
}

fn kind<S: AsRef<str>>(cells: impl IntoIterator<Item = S>) -> Kind {
    column(&read(cells)).kind()
}

fn column(data: &Dataset) -> &Column {
    &data.columns()[0]
}

fn notes(data: &Dataset) -> &ReadNotes {
    &data.fields()[0].notes
}

fn texts(data: &Dataset) -> Vec<Option<String>> {
    (0..data.rows()).map(|row| column(data).text(row)).collect()
}

/// A file whose one column has this name.
fn kind_named(name: &str, cells: impl IntoIterator<Item = i64>) -> Kind {
    let cells: Vec<String> = cells.into_iter().map(|i| i.to_string()).collect();
    let data = dataset(format!("{name}\n{}", cells.join("\n")), &ReadOptions::default()).unwrap();
    column(&data).kind()
}

#[test]
fn missing_codes_are_known_given_or_given_for_one_column() {
    let text = "a,b\nnull,1\nNaN,2\nN/A,3\n#n/a,999\n none ,5\nNA,999\n Select,6\nunknown,7\n";
    let mut options = ReadOptions::default();
    let data = dataset(text, &options).unwrap();
    let levels = ["none", "NA", "Select", "unknown"].map(|level| Some(level.to_owned()));
    assert_eq!(
        (0..8).map(|row| data.columns()[0].text(row)).collect::<Vec<_>>(),
        [&[const { None }; 4], &levels[..]].concat()
    );
    options.missing = vec![" SELECT ".into()];
    options.missing_in = vec![("b".into(), vec!["999".into()])];
    let data = dataset(text, &options).unwrap();
    assert_eq!(data.columns()[0].filled(), 3);
    let given: Vec<&[String]> =
        data.fields().iter().map(|field| field.notes.given_missing.as_slice()).collect();
    assert_eq!(given, [["Select".to_owned()], ["999".to_owned()]]);
    assert_eq!(data.columns()[1].values(), &Values::Number(vec![1.0, 2.0, 3.0, 5.0, 6.0, 7.0]));
}

#[test]
fn flags_are_yes_or_no_words_throughout() {
    for cells in [
        ["yes", "no", "Yes"],
        ["Y", "n", ""],
        ["TRUE", "false", "null"],
        ["0", "1", "1"],
        ["No", "No", "No"],
        ["t", "F", "t"],
    ] {
        assert_eq!(kind(cells), Kind::Flag, "{cells:?}");
    }
    assert_eq!(
        texts(&read(["y", "", "No", "1"])),
        [Some("yes".to_owned()), None, Some("no".to_owned()), Some("yes".to_owned())]
    );
    assert_eq!(kind(["1", "1"]), Kind::Number);
    assert_eq!(kind(["0", "0"]), Kind::Number);
    assert_eq!(kind(["0", "1", "2"]), Kind::Number);
    assert_eq!(kind(["yes", "no", "maybe"]), Kind::Category);
}

#[test]
fn numbers_need_nearly_all_cells_and_most_texts() {
    let mut cells: Vec<String> = (0..19).map(|i| i.to_string()).collect();
    cells.push("about 5".into());
    let data = read(&cells);
    assert_eq!((column(&data).kind(), column(&data).filled()), (Kind::Number, 19));
    assert_eq!((notes(&data).unreadable, notes(&data).first_unreadable_row), (1, Some(21)));
    cells[0] = "few".into();
    assert_eq!(kind(&cells), Kind::Identifier);
    // 97 % of the cells, half of the texts.
    let cells = (0..100).map(|i| match i {
        0 => "low",
        1 => "mid",
        2 => "high",
        i => ["5", "6", "7"][i % 3],
    });
    assert_eq!(kind(cells), Kind::Category);
}

#[test]
fn numbers_are_ascending_and_equal_spellings_meet() {
    let data = read(["$1,200", "-0", "1200", "(5)", "0.0", "50%"]);
    assert_eq!(column(&data).values(), &Values::Number(vec![-5.0, 0.0, 0.5, 1200.0]));
    assert_eq!(column(&data).codes(), [3, 1, 3, 0, 1, 2]);
}

#[test]
fn decimal_commas_are_tried_where_points_fail() {
    let options = ReadOptions::default();
    let data = dataset("x;y\n12,5;1.234,56\n3,25;7,5\n1,250;1.000\n", &options).unwrap();
    assert_eq!(data.columns()[0].values(), &Values::Number(vec![1.25, 3.25, 12.5]));
    assert_eq!(data.columns()[1].values(), &Values::Number(vec![7.5, 1000.0, 1234.56]));
    let data = dataset("x;y\n1,234;1\n2,500;1\n", &options).unwrap();
    assert_eq!(data.columns()[0].values(), &Values::Number(vec![1234.0, 2500.0]));
}

#[test]
fn dates_are_days_in_order() {
    let data = read(["2024-03-01", "2023-12-31T23:00:00Z", "", "2024-03-01 10:00"]);
    assert_eq!(
        texts(&data),
        [Some("2024-03-01"), Some("2023-12-31"), None, Some("2024-03-01")].map(|day| day.map(str::to_owned))
    );
    assert_eq!(column(&data).codes()[..2], [1, 0]);
    assert_eq!(kind(["31.12.2024", "01.02.2024"]), Kind::Date);
    assert_eq!(kind(["20240301", "20240302"]), Kind::Number);
}

#[test]
fn the_order_of_day_and_month_is_found_given_or_assumed() {
    let data = read(["1/2/2024", "25/2/2024"]);
    assert_eq!(texts(&data)[0].as_deref(), Some("2024-02-01"));
    assert!(!notes(&data).month_first_assumed);
    let data = read(["1/2/2024", "3/4/2024"]);
    assert_eq!(texts(&data)[0].as_deref(), Some("2024-01-02"));
    assert!(notes(&data).month_first_assumed);
    let mut options = ReadOptions::default();
    options.date_order = DateOrder::DayFirst;
    let data = dataset("x\n1/2/2024\n3/4/2024\n", &options).unwrap();
    assert_eq!(texts(&data)[0].as_deref(), Some("2024-02-01"));
    assert!(!notes(&data).month_first_assumed);
}

#[test]
fn distinct_texts_name_rows_and_long_ones_are_prose() {
    let ids = (0..30).map(|i| format!("lead-{i:04x}"));
    assert_eq!(kind(ids), Kind::Identifier);
    assert_eq!(kind((0..19).map(|i| format!("lead-{i:04x}"))), Kind::Category);
    assert_eq!(kind((0..30).map(|i| format!("level {}", i % 25))), Kind::Category);
    assert_eq!(
        kind((0..30).map(|i| format!("call {i}: they asked for an offer and then for a discount"))),
        Kind::Text
    );
    assert_eq!(kind((0..30).map(|i| if i == 0 { "long ".repeat(30) } else { format!("n{i}") })), Kind::Text);
}

#[test]
fn whole_numbers_that_name_or_count_rows_are_identifiers() {
    let scattered = |n: i64| (0..n).map(|i| i * i * 37 + 5);
    assert_eq!(kind_named("Lead Number", scattered(30)), Kind::Identifier);
    assert_eq!(kind_named("accountId", scattered(30)), Kind::Identifier);
    assert_eq!(kind_named("account_id", scattered(19)), Kind::Number);
    assert_eq!(kind_named("Number of employees", scattered(30)), Kind::Number);
    assert_eq!(kind_named("credit_amount", scattered(180)), Kind::Number);
    assert_eq!(kind_named("index", 1000..1050), Kind::Identifier);
    assert_eq!(kind_named("age", 20..60), Kind::Number);
    assert_eq!(kind_named("record", scattered(30).map(|i| i % 50)), Kind::Number);
}

#[test]
fn recurring_lists_are_sets() {
    let cells = [
        "Slack; Salesforce",
        "salesforce ;Zoom",
        "Slack",
        "Zoom|Slack",
        "Salesforce;Slack",
        "Salesforce;Zoom;Slack",
    ];
    let data = read(cells);
    let Values::Set(sets) = column(&data).values() else { panic!("no set") };
    assert_eq!(sets.items, ["Slack", "Salesforce", "Zoom"]);
    assert_eq!(sets.members, [vec![0, 1], vec![1, 2], vec![0], vec![0, 2], vec![0, 1, 2]]);
    assert_eq!(column(&data).codes(), [0, 1, 2, 3, 0, 4]);
    assert_eq!(notes(&data).merged_spellings, [("Salesforce".to_owned(), vec!["salesforce".to_owned()])]);
    assert_eq!(kind(["a, b", "b, c", "a, c", "a, b, c", "b"]), Kind::Category);
    assert_eq!(kind(["a; b", "c; d"]), Kind::Category);
}

#[test]
fn spellings_of_a_level_meet() {
    let data = read(["Health Care", "healthcare", "Retail", "healthcare"]);
    assert_eq!(column(&data).values(), &Values::Category(vec!["healthcare".into(), "Retail".into()]));
    assert_eq!(column(&data).codes(), [0, 0, 1, 0]);
    assert_eq!(notes(&data).merged_spellings, [("healthcare".to_owned(), vec!["Health Care".to_owned()])]);
}

#[test]
fn a_column_without_a_known_cell_is_an_empty_category() {
    let data = dataset("x,y\n,1\nn/a,2\n", &ReadOptions::default()).unwrap();
    assert_eq!(
        (column(&data).kind(), column(&data).filled(), column(&data).values().len()),
        (Kind::Category, 0, 0)
    );
}

#[test]
fn a_given_kind_takes_what_it_can() {
    let cells = ["5", "soon", "2024-01-05", "yes", "", "1"];
    for (kind, filled, first_unreadable) in [
        (Kind::Number, 2, Some(3)),
        (Kind::Date, 1, Some(2)),
        (Kind::Flag, 2, Some(2)),
        (Kind::Category, 5, None),
        (Kind::Set, 5, None),
        (Kind::Identifier, 5, None),
        (Kind::Text, 5, None),
    ] {
        let data = read_as(kind, cells);
        assert_eq!((column(&data).kind(), column(&data).filled()), (kind, filled));
        assert_eq!(
            (notes(&data).unreadable, notes(&data).first_unreadable_row),
            (5 - filled as u64, first_unreadable)
        );
    }
    assert_eq!(
        texts(&read_as(Kind::Flag, ["1.0", "0.0", "2.0"])),
        [Some("yes".to_owned()), Some("no".to_owned()), None]
    );
    assert_eq!(notes(&read_as(Kind::Set, ["a;b", " ; "])).unreadable, 1);
}

#[test]
fn few_rows_are_named_by_a_telling_name_with_distinct_values() {
    let name = |text: &str, options: &ReadOptions| {
        let table = read_table(text.as_bytes(), "leads.csv", options).unwrap();
        table.row_name_column(options).map(str::to_owned)
    };
    let plain = ReadOptions::default();
    assert_eq!(name("Who,Lead ID,Ref\na,1,x\nb,2,y\n", &plain).as_deref(), Some("Lead ID"));
    assert_eq!(name("Who,Lead ID,Ref\na,1,x\nb,1,y\n", &plain).as_deref(), Some("Ref"));
    assert_eq!(name("Who,key\na,\nb,7\n", &plain).as_deref(), Some("key"), "as far as filled");
    assert_eq!(name("Who,key\na,\nb,n/a\n", &plain), None);
    assert_eq!(name("Who,Number of sites\na,1\nb,2\n", &plain), None);
    let mut given = ReadOptions::default();
    given.kinds.push(("Lead ID".to_owned(), Kind::Number));
    assert_eq!(name("Who,Lead ID\na,1\nb,2\n", &given), None);
    let rows: String =
        (0..30).map(|row| format!("{},name {row}\n", if row == 3 { "c" } else { "" })).collect();
    assert_eq!(
        name(&format!("code,Company\n{rows}"), &plain).as_deref(),
        Some("Company"),
        "inferred comes first"
    );
}
