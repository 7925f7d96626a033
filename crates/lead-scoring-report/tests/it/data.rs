//! Section 1 of the report, and what the summary says of it.

use crate::markdown::PREDICTIVE;
use crate::run::{Random, Run};
use crate::traceable::between;
use lead_scoring_audit::Leakage;
use lead_scoring_core::{Column, Dataset, Deals, Field, Kind};
use lead_scoring_fit::Builtin;
use lead_scoring_report::{Html, Json, OnePager, Renderer, Report, render_markdown, summary_text};

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
    let scored = "`age_in_years` gives points and bears on what law or policy often protects (age):";
    let summary = between(&text, "## Executive Summary", "## Section 1");
    assert_eq!(summary.matches(scored).count(), 1, "{summary}");
    let limits = between(&text, "### 1.3", "## Section 2");
    assert_eq!(limits.matches(scored).count(), 1, "{limits}");
    assert!(limits.contains("`foreign_worker` bears on what law"), "{limits}");
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
        summary_text(&report).contains("\nProtected  age_in_years bears on what law often protects (age):")
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

/// Deals that are won more often where the named category says "opened".
fn by_one_category(name: &str) -> Run {
    let mut random = Random(7);
    let opened: Vec<bool> = (0..1200).map(|_| random.unit() < 0.4).collect();
    let levels: Vec<Option<&str>> =
        opened.iter().map(|&it| Some(if it { "opened" } else { "bounced" })).collect();
    let won = opened.iter().map(|&it| random.unit() < if it { 0.8 } else { 0.2 }).collect();
    let mut data = Dataset::with_rows(1200);
    data.push(Field::new(name), Column::from_categories(&levels)).unwrap();
    Run::with_strategy(&Deals::new(data, won).unwrap(), Some(Builtin::Joint))
}

#[test]
fn suspects_are_told_by_how_well_they_rank_alone() {
    let mut run = by_one_number("Visits");
    let names = ["a", "b", "c", "d"];
    let found = [
        (Leakage::Suspect, Some(0.6)),
        (Leakage::Suspect, Some(0.9)),
        (Leakage::Certain, None),
        (Leakage::Certain, Some(0.7)),
    ];
    let plain = run.audit.fields[0].clone();
    for (name, (leakage, auc)) in names.into_iter().zip(found) {
        let mut field = plain.clone();
        (field.name, field.leakage, field.auc) = (name.to_owned(), leakage, auc);
        run.audit.fields.push(field);
    }
    // What a date's evidence tells of, its column shows.
    run.audit.fields.iter_mut().find(|field| field.name == "b").unwrap().kind = Kind::Date;
    let facts: serde_json::Value =
        serde_json::from_str(&Json::new().render(&run.report(false).unwrap()).unwrap()).unwrap();
    let suspects = facts["data"]["suspects"].as_array().unwrap();
    let order: Vec<&str> = suspects.iter().filter_map(|suspect| suspect["name"].as_str()).collect();
    assert_eq!(order, ["d", "c", "b", "a"]);
    assert_eq!(suspects[2]["auc"], 0.9, "{suspects:?}");
}

#[test]
fn that_no_signal_can_change_is_said_of_both_ways() {
    let text = render_markdown(&by_one_number("Employees").report(false).unwrap()).unwrap();
    let moves = between(&text, "### 4.3", "### 4.4");
    let (up, down) = moves.split_once("**Downgrade").unwrap();
    assert!(
        up.ends_with("- No single signal to watch: the model has none that a lead can still change\n\n"),
        "{moves}"
    );
    assert!(down.contains("\n- No single signal to watch here either\n- No activity: "), "{moves}");
}

#[test]
fn a_signal_that_only_takes_points_is_not_said_to_perhaps_add_some() {
    let mut run = by_one_category("Last Activity");
    let moves = |run: &Run| {
        let text = render_markdown(&run.report(false).unwrap()).unwrap();
        between(&text, "### 4.3", "### 4.4").to_owned()
    };
    assert!(!moves(&run).contains("No single signal"), "{}", moves(&run));
    for bin in &mut run.model.card.signals[0].bins {
        bin.points = bin.points.min(0);
    }
    let told = "watch: what a lead can still change (`Last Activity`) only takes points away\n";
    assert!(moves(&run).contains(told), "{}", moves(&run));
    for bin in &mut run.model.card.signals[0].bins {
        bin.points = -bin.points;
    }
    let told = "watch: what a lead can still change (`Last Activity`) only adds points\n";
    assert!(moves(&run).contains(told), "{}", moves(&run));
}

#[test]
fn a_verdict_names_the_fields_that_must_be_known_before_the_outcome() {
    let report = by_one_category("Last Activity").report(false).unwrap();
    let text = render_markdown(&report).unwrap();
    let facts: serde_json::Value = serde_json::from_str(&Json::new().render(&report).unwrap()).unwrap();
    let range = facts["scoring"]["highest"].as_i64().unwrap() - facts["scoring"]["lowest"].as_i64().unwrap();
    let told = format!(
        "- Provided that `Last Activity`, which gives {range} of the {range} points of range, is known before the outcome: \
         check that first (section 1.3)."
    );
    for part in
        [between(&text, "**Verdict", "## Executive Summary"), between(&text, "### 6.1", "**Holdout Set")]
    {
        assert_eq!(part.matches(&told).count(), 1, "{part}");
    }
    let doubt = "points of range come from what may have been recorded after the outcome (section 1.3).";
    let confidence = between(&text, "**Model Confidence:**", "- **Next");
    assert!(confidence.starts_with(" Medium -- ") && confidence.contains(doubt), "{confidence}");
    let guide = |report: &Report| OnePager::new().render(report).unwrap();
    let for_reps = format!(
        "**Not yet confirmed:** that `Last Activity`, behind {range} of the {range} points of range, is known before the outcome.\n"
    );
    assert!(guide(&report).contains(&for_reps), "{}", guide(&report));

    let report = by_one_category("Mailing").report(false).unwrap();
    let text = render_markdown(&report).unwrap();
    assert!(!text.contains(doubt) && !text.contains("Provided that"), "{text}");
    assert!(!guide(&report).contains("Not yet confirmed"));
}

#[test]
fn a_history_that_predicts_nothing_is_told_what_would_help() {
    let mut random = Random(9);
    let mut coins = || (0..900).map(|_| random.unit() < 0.65).collect::<Vec<bool>>();
    let (won, flag) = (coins(), coins());
    let mut data = Dataset::with_rows(900);
    let flag: Vec<Option<bool>> = flag.into_iter().map(Some).collect();
    data.push(Field::new("Newsletter"), Column::from_flags(&flag)).unwrap();
    let run = Run::with_strategy(&Deals::new(data, won).unwrap(), Some(Builtin::Joint));
    let report = run.report(false).unwrap();
    let text = render_markdown(&report).unwrap();
    let deals = run.train.len();
    assert!(
        text.contains(&format!(
            "**Model Confidence:** none -- {deals} closed deals are enough; the fields recorded do not predict."
        )),
        "{text}"
    );
    let summary = between(&text, "## Executive Summary", "## Section 1");
    assert!(
        summary.contains(
            "Section 1.3 lists what is missing from the data: record what can be known of open leads and build again."
        ),
        "{summary}"
    );
    assert!(!summary.contains("left out") && !summary.contains("more closed deals"), "{summary}");
    assert!(!text.contains("The score then ranks") && !text.contains("deals were not enough"));
    let guessed = "The dimension of `Newsletter` was guessed from the name; where it is wrong, set";
    assert_eq!(text.matches(guessed).count(), 1, "{text}");
    let leads = between(&text, "## Section 7", "## Section 8");
    assert!(leads.contains("No lead can be scored: the model has no signals."), "{leads}");
    assert!(between(&text, "### 1.3", "## Section 2").contains("| loss reason |"), "{text}");
    for part in [between(&text, "### 5.1", "### 5.2"), between(&text, "### 8.3", "### 8.4")] {
        // What only a closed deal has can give no points.
        assert!(part.contains("industry") && !part.contains("loss reason") && !part.contains("cycle length"));
    }
    let versions = between(&text, "### 8.4", "## Appendix");
    assert!(versions.contains("| Baseline; verdict: do not deploy |"), "{versions}");
    assert!(text.contains("The one other column was measured; none earned points."), "{text}");
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

#[test]
fn the_column_of_the_outcome_is_named() {
    let text = render_markdown(&Run::of(PREDICTIVE).report(false).unwrap()).unwrap();
    let told = "`Stage` tells won deals (Won) from lost ones (\"Lost, price\" or No decision). Of the other ";
    assert!(text.contains(told), "{text}");
}
