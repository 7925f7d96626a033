//! What the calendar and the market set is named, and is nothing that a rep looks for in a lead.

use crate::run::Run;
use lead_scoring_core::{Column, Dataset, Deals, Field};
use lead_scoring_report::{Json, Markdown, OnePager, Renderer};
use serde_json::Value;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Two years, 60 deals a month, of which a demo and an index of the month tell the winners.
fn two_years() -> Deals {
    let rows = 24 * 60;
    let month = |row: usize| row / 60;
    let index = |row: usize| (month(row) * 7 % 24) as f64 / 10.0;
    let demo = |row: usize| row * 7919 % 10 < 4;
    let months: Vec<Option<&str>> = (0..rows).map(|row| Some(MONTHS[month(row) % 12])).collect();
    let indices: Vec<f64> = (0..rows).map(index).collect();
    let demos: Vec<Option<bool>> = (0..rows).map(|row| Some(demo(row))).collect();
    let mut data = Dataset::with_rows(rows);
    data.push(Field::new("month"), Column::from_categories(&months)).unwrap();
    data.push(Field::new("rate index"), Column::from_numbers(&indices)).unwrap();
    data.push(Field::new("Demo"), Column::from_flags(&demos)).unwrap();
    let chance = |row: usize| 10 + if demo(row) { 30 } else { 0 } + if index(row) > 1.2 { 40 } else { 0 };
    let won = (0..rows).map(|row| row * 6007 % 100 < chance(row)).collect();
    Deals::new(data, won).unwrap()
}

#[test]
fn what_the_day_sets_is_told_apart() {
    let report = Run::with_strategy(&two_years(), None).report(false).unwrap();
    let json: Value = serde_json::from_str(&Json::new().render(&report).unwrap()).unwrap();
    let systems = &json["crm"]["systems"];
    let set = systems["calendar"].as_array().unwrap();
    assert!(set.contains(&"rate index".into()) && !set.contains(&"Demo".into()), "{systems}");
    assert!(!systems["enrichment"].to_string().contains("rate index"), "{systems}");
    let guide = OnePager::new().render(&report).unwrap();
    let told = guide.lines().find(|line| line.starts_with("Set by the calendar or the market")).unwrap();
    assert!(told.contains("`rate index`"), "{told}");
    assert!(guide.contains("- Demo: yes") && !guide.contains("- rate index:"), "{guide}");
    let markdown = Markdown::new().render(&report).unwrap();
    assert!(markdown.contains("| None: the date of the lead | Set by itself |"), "section 5.4");
}
