//! The findings other than leakage, on synthetic histories.

use crate::history::{DEALS, History, noise, won};
use lead_scoring_audit::{AdequacyLevel, AuditOptions, ErrorKind, Exclusion, TimeOrder, audit};
use lead_scoring_core::{Column, Dataset, Deals, Dimension, Field, Kind, Message};

#[test]
fn the_inventory_counts_and_keeps_names_private() {
    let audit = History::new()
        .names("Contact", Kind::Text, |row| format!("Person {row}"))
        .names("Id", Kind::Identifier, |row| format!("D-{row}"))
        .categories("Half", |row, _| (row % 2 == 0).then_some("only"))
        .audit();
    assert_eq!((audit.rows, audit.won + audit.lost), (DEALS as u64, DEALS as u64));
    let industry = audit.field("Industry").unwrap();
    assert_eq!(
        (industry.distinct, industry.examples.len(), industry.dimension),
        (3, 3, Dimension::Firmographic)
    );
    assert_eq!(industry.examples.iter().map(|level| level.deals).sum::<u64>(), DEALS as u64);
    assert!(industry.examples.is_sorted_by_key(|level| std::cmp::Reverse(level.deals)));
    let employees = audit.field("Employees").unwrap();
    assert!(employees.range.as_ref().is_some_and(|range| range.min != range.max));
    let half = audit.field("Half").unwrap();
    assert!((half.complete - 0.5).abs() < 1e-12 && half.used && half.near_constant);
    for (name, reason) in [("Contact", Exclusion::Text), ("Id", Exclusion::Identifier)] {
        let field = audit.field(name).unwrap();
        assert!(field.examples.is_empty() && field.range.is_none());
        assert_eq!(field.excluded_by, Some(reason));
    }
}

#[test]
fn faults_are_told() {
    let mut noted = Field::new("Segment");
    noted.notes.unreadable = 3;
    noted.notes.first_unreadable_row = Some(17);
    noted.notes.merged_spellings.push(("Mid Market".into(), vec!["midmarket".into()]));
    let audit = History::new()
        .field(noted, Column::from_categories(&[Some("Mid Market"); DEALS]))
        .numbers("Seats", |row, _| match row {
            0 => -4.0,
            1 => 1e7,
            _ => (noise(row, 5) * 90.0).round(),
        })
        .numbers("Days", |row, _| if row % 4 == 0 { 999.0 } else { (noise(row, 5) * 20.0).round() })
        .dates("Seen", |row, _| match row {
            0 => -40_000,
            1 => 40_000,
            _ => 20_000 + (noise(row, 6) * 100.0) as i32,
        })
        .audit();
    let told = |name: &str, part: &str| {
        let field = audit.field(name).unwrap();
        assert!(
            field.quality.iter().any(|fault| fault.to_string().contains(part)),
            "{name}: {:?}",
            field.quality
        );
    };
    told("Segment", "3 cells could not be read as a category (first in row 17)");
    told("Segment", "`midmarket` into `Mid Market`");
    told("Segment", "every deal with a value has the same one");
    told("Seats", "1 deal has a negative value");
    told("Seats", "1 deal lies extremely far above");
    told(
        "Days",
        "999 in 100 deals stands apart from every other value: if it means that the value is not known, build again with `--missing 999`.",
    );
    told("Seen", "1 date before 1900");
    told("Seen", "1 date over five years later");
    assert_eq!(audit.quality.unreadable_cells, 3);
    assert!(audit.field("Industry").unwrap().quality.is_empty());
    assert_eq!(audit.field("Segment").and_then(|field| field.excluded_by), Some(Exclusion::Constant));
}

fn says(sentences: &[Message], start: &str) -> bool {
    sentences.iter().any(|sentence| sentence.to_string().starts_with(start))
}

#[test]
fn repeated_rows_are_counted_once() {
    let deals = History::new()
        .names("Id", Kind::Identifier, |row| format!("{}", if row == 9 { 8 } else { row }))
        .deals();
    // Row 5 twice, and row 9 is another deal under the identifier of row 8.
    let rows: Vec<u32> = (0..DEALS as u32).chain([5]).collect();
    let audit = audit(&deals.select(&rows), None, &AuditOptions::default()).unwrap();
    assert_eq!(audit.quality.exact_duplicates, 1);
    let further = audit.quality.near_duplicates;
    assert!(further > 1 && says(&audit.quality.sentences, &format!("A further {further} rows ")));
    assert_eq!(audit.quality.repeated_identifiers.len(), 1);
    assert_eq!(audit.quality.repeated_identifiers[0].rows, 2);
}

#[test]
fn where_nothing_names_a_row_no_identifiers_are_spoken_of() {
    let audit = History::new().audit();
    assert!(audit.quality.exact_duplicates > 1 && audit.quality.near_duplicates == 0);
    let told = |sentence: &Message| {
        let sentence = sentence.to_string();
        sentence.ends_with("repeat an earlier row in every cell; a deal entered again counts again.")
    };
    assert!(audit.quality.sentences.iter().any(told), "{:?}", audit.quality.sentences);
    assert!(!audit.limitations.iter().any(told), "told once");
}

#[test]
fn rows_alike_that_ended_differently_repeat_nothing() {
    let repeated = |distinct: u32, won: fn(usize) -> bool| {
        let mut data = Dataset::with_rows(60);
        let values: Vec<f64> = (0..60).map(|row| f64::from(row % distinct)).collect();
        data.push(Field::new("x"), Column::from_numbers(&values)).unwrap();
        let deals = Deals::new(data, (0..60).map(won).collect()).unwrap();
        audit(&deals, None, &AuditOptions::default()).unwrap().quality
    };
    let quality = repeated(57, |row| row % 3 == 0);
    assert_eq!(quality.exact_duplicates, 3);
    assert!(says(
        &quality.sentences,
        "3 rows (5.0 %) repeat an earlier row in every cell; a deal entered again counts again."
    ));
    assert_eq!(repeated(57, |row| row % 3 == 0 && row < 57).exact_duplicates, 2);
    // Where the column has few values, equal rows say nothing of deals entered again.
    let quality = repeated(20, |row| row % 2 == 0);
    assert_eq!(quality.exact_duplicates, 40);
    assert!(says(
        &quality.sentences,
        "40 rows (67 %) repeat an earlier row in every cell; as the columns tell so little apart, such rows are"
    ));
}

#[test]
fn rows_alike_but_for_the_identifier_are_near_duplicates() {
    let mut data = Dataset::with_rows(60);
    data.push(
        Field::new("x"),
        Column::from_numbers(&(0..60).map(|row| f64::from(row % 57)).collect::<Vec<_>>()),
    )
    .unwrap();
    data.push(Field::new("Deal"), Column::from_numbers(&(0..60).map(f64::from).collect::<Vec<_>>())).unwrap();
    let deals = Deals::new(data, (0..60).map(|row| row % 3 == 0).collect()).unwrap();
    let mut options = AuditOptions::default();
    options.identifier = Some("Deal".to_owned());
    let audit = audit(&deals, None, &options).unwrap();
    assert_eq!((audit.quality.exact_duplicates, audit.quality.near_duplicates), (0, 3));
    assert!(says(
        &audit.quality.sentences,
        "3 rows (5.0 %) repeat an earlier row in every cell but the identifiers; a deal entered again counts again."
    ));
    assert_eq!(audit.field("Deal").and_then(|field| field.excluded_by), Some(Exclusion::Identifier));
}

#[test]
fn a_rising_win_rate_asks_for_a_temporal_hold_out() {
    let rising: Vec<bool> =
        (0..DEALS).map(|row| noise(row, 1) < 0.1 + 0.5 * row as f64 / DEALS as f64).collect();
    let drift = History::with_outcomes(rising).audit().drift;
    assert!(drift.recommend_temporal && drift.trend_z.is_some_and(|z| z > 4.0));
    assert_eq!(
        (drift.periods.len(), &drift.order),
        (10, &TimeOrder::Rows { identifier: None, falling: false })
    );
    assert!(
        drift.sentence.to_string().contains("no date column")
            && drift.sentence.to_string().contains("latest deals")
    );
    let steady = History::new().audit().drift;
    assert!(!steady.recommend_temporal, "{}", steady.sentence);
}

#[test]
fn a_win_rate_that_comes_back_is_told_with_its_figures() {
    let is_middle = |row: usize| (DEALS / 3..2 * DEALS / 3).contains(&row);
    let hump: Vec<bool> =
        (0..DEALS).map(|row| noise(row, 1) < if is_middle(row) { 0.8 } else { 0.2 }).collect();
    let rate = |rows: std::ops::Range<usize>| {
        let won = hump[rows.clone()].iter().filter(|won| **won).count();
        format!("{:.0} %", 100.0 * won as f64 / rows.len() as f64)
    };
    let third = DEALS / 3;
    let told = format!(
        "up and down rather than one way (oldest third {}, newest {}).",
        rate(0..third),
        rate(DEALS - third..DEALS)
    );
    let steady = History::with_outcomes(hump.clone()).audit().drift;
    let sentence = steady.sentence.to_string();
    assert!(sentence.contains(&told) && sentence.ends_with("A random hold-out will do."), "{sentence}");
    let era: Vec<Option<&str>> =
        (0..DEALS).map(|row| Some(if row < DEALS / 2 { "old" } else { "new" })).collect();
    let shifting = History::with_outcomes(hump).column("Plan", Column::from_categories(&era)).audit().drift;
    assert!(shifting.sentence.to_string().ends_with("(`--holdout latest:row:0.25`) is stricter."));
}

#[test]
fn rows_sorted_by_outcome_say_nothing_of_time() {
    let drift = History::with_outcomes((0..DEALS).map(|row| row < DEALS / 2).collect()).audit().drift;
    assert!(!drift.recommend_temporal && drift.sentence.to_string().contains("sorted by outcome"));
}

#[test]
fn shifting_fields_are_named() {
    let audit = History::new()
        .categories("Plan", |row, _| {
            Some(if row < DEALS / 2 { "old" } else { ["old", "new", "newer"][row % 3] })
        })
        .audit();
    let names: Vec<&str> = audit.drift.shifting_fields.iter().map(|shift| shift.field.as_str()).collect();
    assert_eq!(names, ["Plan"]);
    let shift = &audit.drift.shifting_fields[0];
    assert_eq!(shift.level.to_string(), "old");
    assert!((shift.older_share - 1.0).abs() < 1e-12, "{}", shift.older_share);
    // Every third of rows 200 to 399.
    assert!((shift.newer_share - 67.0 / 200.0).abs() < 1e-12, "{}", shift.newer_share);
    let told = "`Plan` (old: 100 % of the older half, 34 % of the newer one)";
    assert!(
        audit.limitations.iter().any(|limit| limit.to_string().contains(told)),
        "{:?}",
        audit.limitations
    );
}

#[test]
fn small_and_one_sided_samples_are_told() {
    let small = History::with_outcomes((0..40).map(won).collect()).audit();
    assert_eq!(small.sample.level, AdequacyLevel::TooFew);
    let lucky = History::with_outcomes((0..DEALS).map(|row| noise(row, 1) < 0.8).collect()).audit();
    assert!(lucky.survivorship.suspected);
    assert!(!History::new().audit().survivorship.suspected);
}

#[test]
fn options_are_checked() {
    let deals = History::new().deals();
    let fails = |change: fn(&mut AuditOptions)| {
        let mut options = AuditOptions::default();
        change(&mut options);
        audit(&deals, None, &options).unwrap_err()
    };
    let error = fails(|options| options.keep.push("Industri".to_owned()));
    assert_eq!(error.kind(), ErrorKind::Option);
    assert!(error.to_string().contains("did you mean `Industry`?"));
    assert_eq!(fails(|options| options.identifier = Some("zzz".to_owned())).kind(), ErrorKind::Option);
    assert_eq!(
        fails(|options| options.dimensions.push(("zzz".into(), Dimension::Intent))).kind(),
        ErrorKind::Option
    );
    let both = fails(|options| {
        options.keep.push("Industry".to_owned());
        options.exclude.push("Industry".to_owned());
    });
    assert!(both.to_string().contains("both kept and excluded"));
    for outcome in [true, false] {
        let one_sided = History::with_outcomes(vec![outcome; 60]).deals();
        assert_eq!(
            audit(&one_sided, None, &AuditOptions::default()).unwrap_err().kind(),
            ErrorKind::TooLittleData
        );
    }
    let empty = Deals::new(Dataset::with_rows(0), Vec::new()).unwrap();
    assert_eq!(audit(&empty, None, &AuditOptions::default()).unwrap_err().kind(), ErrorKind::TooLittleData);
}

#[test]
fn the_user_decides_on_dimensions_exclusions_and_the_outcome() {
    let deals = History::new().categories("Result", |_, won| Some(if won { "w" } else { "l" })).deals();
    let mut options = AuditOptions::default();
    options.exclude.push("Employees".to_owned());
    options.dimensions.push(("Industry".to_owned(), Dimension::Intent));
    options.outcome = Some("Result".to_owned());
    let audit = audit(&deals, None, &options).unwrap();
    let industry = audit.field("Industry").unwrap();
    assert!(industry.dimension == Dimension::Intent && industry.dimension_given);
    assert_eq!(audit.field("Employees").and_then(|field| field.excluded_by), Some(Exclusion::Asked));
    assert_eq!(audit.field("Result").and_then(|field| field.excluded_by), Some(Exclusion::Outcome));
}

#[test]
fn findings_are_plain_data() {
    let audit = History::new().categories("x", |_, won| Some(if won { "blue" } else { "green" })).audit();
    let json = serde_json::to_value(&audit).unwrap();
    let field = &json["fields"][2];
    assert_eq!(field["name"], "x");
    assert_eq!(
        (&field["kind"], &field["leakage"], &field["excluded_by"]),
        (&"category".into(), &"certain".into(), &"leakage".into())
    );
    assert_eq!(json["drift"]["order"]["by"], "rows");
    assert_eq!(json["expected"][0]["what"], "industry");
    assert_eq!(json["expected"][0]["columns"][0], "Industry");
}

#[test]
fn a_level_that_reads_as_not_known_is_named_with_the_option_for_it() {
    let cell = |known: &'static str, row: usize| Some(if row.is_multiple_of(3) { "Unknown" } else { known });
    let audit = History::new()
        .categories("Country", |row, _| cell("UK", row))
        .categories("Plan", |row, _| cell("Team", row))
        .audit();
    let told = "`Country` and `Plan`: `Unknown` may mean that the value is not known: if it does, build again with `--missing Unknown`.";
    let sentences: Vec<String> = audit.quality.sentences.iter().map(ToString::to_string).collect();
    assert!(sentences.iter().any(|sentence| sentence == told), "{sentences:?}");
    let plain = History::new().audit();
    assert!(!plain.quality.sentences.iter().any(|sentence| sentence.to_string().contains("--missing")));
}

#[test]
fn several_levels_of_one_column_that_read_as_not_known_are_told_together() {
    let told = |levels: [&'static str; 3]| {
        let audit = History::new().categories("Rival", |row, _| Some(levels[row % 3])).audit();
        let faults = audit.field("Rival").unwrap().quality.iter().map(ToString::to_string);
        faults.filter(|fault| fault.contains("--missing")).collect::<Vec<String>>()
    };
    let unknown = "`Unknown` and `None` may mean that the value is not known: if so, build again with `--missing Unknown,None`, naming only those that do.";
    assert_eq!(told(["Acme", "Unknown", "None"]), [unknown]);
    let dash = "`-` may mean that the value is not known: if it does, build again with `--missing='-'`.";
    assert_eq!(told(["Acme", "Umbrella", "-"]), [dash]);
}

#[test]
fn a_model_is_asked_to_check_only_the_columns_that_it_reads() {
    let either = |row: usize, stream: u64| if noise(row, stream) < 0.5 { "one" } else { "other" };
    // Filled for every won deal and for some two in three lost ones: too little to suspect it, enough to ask.
    let job = |row: usize, won: bool| (won || noise(row, 31) < 0.68).then(|| either(row, 32));
    let audit = History::new()
        .categories("Job", job)
        .categories("Last Event", |row, _| Some(either(row, 33)))
        .categories("Last Place", |row, _| Some(either(row, 34)))
        .audit();
    let asked = |reads: &[&str]| {
        let told = audit.limitations_of(|field| reads.contains(&field));
        let asks = told.iter().map(ToString::to_string).filter(|told| told.contains("--exclude"));
        (asks.collect::<Vec<String>>(), told.len())
    };
    assert_eq!(audit.limitations_of(|_| true), audit.limitations);
    let (all, most) = asked(&["Job", "Last Event", "Last Place"]);
    assert!(all.len() == 2 && all[0].contains("`Job`"), "{all:?}");
    let (one, _) = asked(&["Last Place"]);
    assert!(one.len() == 1 && one[0].starts_with("`Last Place` tells the state"), "{one:?}");
    let (none, least) = asked(&["Industry"]);
    assert!(none.is_empty() && least == most - 2);
}
