//! Section 1 of the report, and what the summary says of it.

use crate::markdown::PREDICTIVE;
use crate::run::{Random, Run};
use crate::traceable::between;
use lead_scoring_core::{Column, Dataset, Deals, Field};
use lead_scoring_fit::Builtin;
use lead_scoring_report::{Html, Json, Renderer, render_markdown, summary_text};

/// Deals without a date that are won more often where the named number is high.
fn by_one_number(name: &str) -> Run {
    let mut random = Random(5);
    let numbers: Vec<f64> = (0..800).map(|_| (18.0 + 50.0 * random.unit()).round()).collect();
    let won = numbers.iter().map(|number| random.unit() < if *number > 40.0 { 0.6 } else { 0.2 }).collect();
    let coin: Vec<Option<bool>> = (0..800).map(|_| Some(random.unit() < 0.5)).collect();
    let mut data = Dataset::with_rows(800);
    data.push(Field::new(name), Column::from_numbers(&numbers)).unwrap();
    data.push(Field::new("foreign_worker"), Column::from_flags(&coin)).unwrap();
    Run::with_strategy(&Deals::new(data, won).unwrap(), Some(Builtin::Joint))
}

#[test]
fn what_law_may_protect_is_named_wherever_the_report_is_read() {
    let report = by_one_number("age_in_years").report(false).unwrap();
    let text = render_markdown(&report).unwrap();
    let scored =
        "`age_in_years` gives points and may stand for an attribute that law or policy often protects (age):";
    let summary = between(&text, "## Executive Summary", "## Section 1");
    assert_eq!(summary.matches(scored).count(), 1, "{summary}");
    let limits = between(&text, "### 1.3", "## Section 2");
    assert_eq!(limits.matches(scored).count(), 1, "{limits}");
    assert!(limits.contains("`foreign_worker` may stand for an attribute"), "{limits}");
    assert!(Html::new().render(&report).unwrap().contains("often protects (age)"));
    let json = Json::new().render(&report).unwrap();
    let facts: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        facts["data"]["protected"],
        serde_json::json!([
            { "field": "age_in_years", "attributes": ["age"], "scored": true },
            { "field": "foreign_worker", "attributes": ["nationality"], "scored": false },
        ])
    );
    assert!(
        summary_text(&report).contains("\nProtected  age_in_years may stand for what law protects (age):")
    );
    let plain = render_markdown(&by_one_number("Page Views").report(false).unwrap()).unwrap();
    assert!(!plain.contains("give points and may stand") && !plain.contains("gives points and may stand"));
}

#[test]
fn that_no_column_has_dates_is_told_once() {
    let text = render_markdown(&by_one_number("Visits").report(false).unwrap()).unwrap();
    let limits = between(&text, "### 1.3", "## Section 2");
    assert_eq!(limits.matches("date column").count(), 1, "{limits}");
}

#[test]
fn each_dimension_has_its_columns_and_how_complete_they_are() {
    let report = Run::of(PREDICTIVE).report(false).unwrap();
    let text = render_markdown(&report).unwrap();
    let table = between(&text, "| Dimension | Columns Measured |", "| Column | Kind |");
    let facts: serde_json::Value = serde_json::from_str(&Json::new().render(&report).unwrap()).unwrap();
    let columns = |row: &serde_json::Value| row["columns"].as_u64().unwrap();
    let dimensions = facts["data"]["dimensions"].as_array().unwrap();
    assert_eq!(dimensions.iter().map(columns).sum::<u64>(), facts["data"]["measured"].as_u64().unwrap());
    assert_eq!(dimensions[1]["name"], "Behavioral signals");
    assert!(table.contains("| Behavioral signals | 1 | 1 | 100 % |"), "{table}");
    assert!(table.contains("| Intent indicators | 0 | 0 | – |"), "{table}");
}
