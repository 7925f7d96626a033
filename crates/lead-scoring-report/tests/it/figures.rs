//! Every figure of the Markdown report is one of `report.json`: both are parsed, and each number that the document prints must be a figure
//! of the JSON as a reader would round it, or stand in one of its texts.

use crate::markdown::PREDICTIVE;
use crate::run::{Plan, Run};
use lead_scoring_report::{Json, Markdown, Renderer};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;
use std::collections::HashSet;

/// The numbers in a text, without signs and separators of thousands.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    let chars: Vec<char> = text.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let digit_follows = chars.get(at + 1).is_some_and(char::is_ascii_digit);
        match c {
            c if c.is_ascii_digit() => number.push(c),
            '.' if !number.is_empty() && digit_follows && !number.contains('.') => number.push(c),
            ',' if !number.is_empty() && digit_follows => {}
            _ if number.is_empty() => {}
            _ => found.push(std::mem::take(&mut number)),
        }
    }
    found.extend(Some(number).filter(|number| !number.is_empty()));
    found
}

/// What a document prints, without the model at its end.
fn printed(markdown: &str) -> Vec<String> {
    let (mut lines, mut model) = (vec![String::new()], false);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                model = info.contains("lead-scoring-model");
            }
            Event::End(TagEnd::CodeBlock) => model = false,
            Event::Text(text) | Event::Code(text) if !model => lines.last_mut().unwrap().push_str(&text),
            Event::End(TagEnd::TableCell | TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => {
                lines.push(String::new());
            }
            _ => {}
        }
    }
    lines
}

/// Every way the report may print a figure.
fn forms(value: f64, into: &mut HashSet<String>) {
    for places in 0..=5 {
        for value in [value, 100.0 * value] {
            into.insert(format!("{:.places$}", value.abs()));
        }
    }
    // A share that is nearly nothing, or nearly all, is not printed as if it were.
    if value > 0.0 && value < 0.000_5 {
        into.insert("0.1".to_owned());
    }
    if value < 1.0 && value > 0.999_5 {
        into.insert("99.9".to_owned());
    }
}

fn figures(json: &Value, into: &mut HashSet<String>) {
    match json {
        Value::Number(number) => forms(number.as_f64().unwrap(), into),
        Value::String(text) => into.extend(numbers(text)),
        Value::Array(items) => {
            // How many there are, and how many more than are listed.
            for listed in [0, 6, 8, 10, 12] {
                into.extend(items.len().checked_sub(listed).map(|more| more.to_string()));
            }
            items.iter().for_each(|item| figures(item, into));
        }
        Value::Object(object) => object.values().for_each(|value| figures(value, into)),
        _ => {}
    }
}

/// Numbers that the templates and the English messages say themselves: of sections, days, levels.
fn constants() -> HashSet<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut said = numbers(&std::fs::read_to_string(root.join("messages/en.ftl")).unwrap())
        .into_iter()
        .collect::<HashSet<_>>();
    for entry in std::fs::read_dir(root.join("templates")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "jinja") {
            said.extend(numbers(&std::fs::read_to_string(path).unwrap()));
        }
    }
    said.extend(numbers(include_str!("../../messages/en.ftl")));
    // Counted by the template: the four dimensions, and the rank of each attribute.
    said.extend((1..=4).map(|at| format!("3.{at}")));
    said.extend((1..=25).map(|rank| rank.to_string()));
    said
}

fn check(run: &Run) -> usize {
    let report = run.report(true).unwrap();
    let json: Value = serde_json::from_str(&Json::new().render(&report).unwrap()).unwrap();
    let mut known = constants();
    figures(&json, &mut known);
    let mut checked = 0;
    for line in printed(&Markdown::new().render(&report).unwrap()) {
        for number in numbers(&line) {
            assert!(known.contains(&number), "{number} in `{line}` is not in report.json");
            checked += 1;
        }
    }
    checked
}

#[test]
fn every_figure_of_the_document_is_in_the_json() {
    assert!(check(&Run::of(PREDICTIVE)) > 1000);
    assert!(check(&Run::of(Plan { deals: 900, predictive: true, capacity: true, rules: true })) > 1000);
    assert!(check(&Run::of(Plan { deals: 300, predictive: false, capacity: true, rules: false })) > 100);
}

#[test]
fn the_json_has_every_part_and_no_figure_that_is_none() {
    let text = Json::new().render(&Run::of(PREDICTIVE).report(true).unwrap()).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    for part in [
        "schema",
        "format",
        "header",
        "data",
        "patterns",
        "scoring",
        "tiers",
        "crm",
        "validation",
        "leads",
        "runbook",
        "rep_guide",
    ] {
        assert!(json.get(part).is_some_and(|part| !part.is_null()), "{part}");
    }
    assert!(json["header"]["base_rate"]["value"].as_f64().is_some_and(|rate| rate > 0.0 && rate < 1.0));
    for side in ["false_positives", "false_negatives"] {
        let wrong = &json["validation"][side];
        let rows = wrong["deals"].as_array().unwrap();
        let causes: HashSet<_> = rows.iter().map(|row| (row["tier"].as_str(), row["why"].as_str())).collect();
        assert_eq!(causes.len(), rows.len(), "each cause has one row: {wrong}");
        let deals = |value: &Value| value.as_u64().unwrap();
        assert_eq!(rows.iter().map(|row| deals(&row["deals"])).sum::<u64>(), deals(&wrong["shown"]));
        assert!(deals(&wrong["shown"]) <= deals(&wrong["count"]) && !rows.is_empty());
        assert!(rows.iter().all(|row| row["lowest"].as_i64() <= row["highest"].as_i64()));
    }
    let tiers = json["validation"]["tiers"].as_array().unwrap();
    assert_eq!(tiers.last().unwrap()["wins_so_far"], 1.0);
    for tier in ["hot", "warm", "cool", "cold"] {
        let leads = json["leads"][tier].as_array().unwrap();
        assert!(
            leads.iter().map(|lead| lead["rank"].as_u64()).eq((1..).take(leads.len()).map(Some)),
            "{tier}"
        );
    }
    assert!(json["validation"]["roc"].as_array().is_some_and(|points| points.len() > 2));
    assert!(!text.contains("NaN"));
}

#[test]
fn numbers_are_read_as_they_are_printed() {
    assert_eq!(
        numbers("+1,234 of 5.6 % (0.57 to 0.87). 3-4, 2026-11-22 x"),
        ["1234", "5.6", "0.57", "0.87", "3", "4", "2026", "11", "22"]
    );
}
