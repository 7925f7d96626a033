//! The CSV and JSON files, read back.

use crate::run::{Plan, Run};
use lead_scoring_core::Tier;
use lead_scoring_fit::Builtin;
use lead_scoring_report::{LEAD_COLUMNS, audit_json, leads_json, scored_leads_csv, validation_json};
use serde_json::Value;

const PLAN: Plan = Plan { deals: 900, predictive: true, capacity: false, rules: true };

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

#[test]
fn leads_are_in_the_order_of_their_rank() {
    let run = Run::of(PLAN);
    let text = scored_leads_csv(&run.leads()).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), LEAD_COLUMNS);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    assert_eq!(rows.len(), run.scored.len());
    let at = |name: &str| LEAD_COLUMNS.iter().position(|column| *column == name).unwrap();
    let ranked = run.scored.by_rank().count();
    for (position, row) in rows.iter().enumerate() {
        let rank = &row[at("rank")];
        if position < ranked {
            assert_eq!(rank, (position + 1).to_string());
            let score: i32 = row[at("score")].parse().unwrap();
            let low: i32 = row[at("lowest_score")].parse().unwrap();
            let high: i32 = row[at("highest_score")].parse().unwrap();
            assert!(low <= score && score <= high);
            assert!(Tier::ALL.iter().any(|tier| tier.label() == &row[at("tier")]));
        } else {
            assert_eq!((rank, &row[at("score")], &row[at("tier")]), ("", "", "Unscoreable"));
            assert!(!row[at("missing_signals")].is_empty() && !row[at("best_field_to_fill")].is_empty());
        }
        assert!(!row[0].starts_with(['=', '+', '-', '@']), "{}", &row[0]);
    }
    assert!(ranked < rows.len(), "some leads are unscoreable");
    assert!(rows.iter().any(|row| &row[at("disqualified_by")] == "no <small> fry"));
}

#[test]
fn a_model_without_signals_leaves_scores_empty() {
    let run = Run::of(Plan { deals: 300, predictive: false, capacity: false, rules: false });
    let text = scored_leads_csv(&run.leads()).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let at = |name: &str| LEAD_COLUMNS.iter().position(|column| *column == name).unwrap();
    for row in reader.records().map(|row| row.unwrap()) {
        let scores = ["score", "lowest_score", "highest_score"].map(|name| row[at(name)].to_owned());
        assert_eq!(scores, ["", "", ""]);
    }
    let json = parsed(&leads_json(&run.leads()).unwrap());
    assert!(json["leads"][0]["lowest_score"].is_null());
}

#[test]
fn the_json_holds_the_same_leads() {
    let run = Run::of(PLAN);
    let leads = parsed(&leads_json(&run.leads()).unwrap());
    assert_eq!(leads["total"], run.scored.len());
    let first = &leads["leads"][0];
    let best = run.scored.by_rank().next().unwrap();
    assert_eq!((first["score"].as_i64(), first["rank"].as_u64()), (Some(best.score.into()), Some(1)));
    let mut keys: Vec<&String> = first.as_object().unwrap().keys().collect();
    let mut wanted = LEAD_COLUMNS.to_vec();
    keys.sort();
    wanted.sort_unstable();
    assert_eq!(keys, wanted);
    let last = leads["leads"].as_array().unwrap().last().unwrap();
    assert!(last["score"].is_null() && last["missing_signals"].is_array());
}

#[test]
fn the_validation_has_the_promised_keys() {
    let run = Run::of(PLAN);
    let json = parsed(&validation_json(&run.validation, &run.fitted.comparison).unwrap());
    let verdict = json["verdict"].as_str().unwrap();
    assert!(["deploy", "deploy_with_care", "do_not_deploy"].contains(&verdict));
    assert!(json["reasons"].is_array());
    assert_eq!(json["holdout"]["won"], run.validation.won);
    assert_eq!(json["holdout"]["lost"], run.validation.lost);
    assert_eq!(json["holdout"]["how"], run.validation.how.to_string());
    for name in ["auc", "accuracy", "hot_precision", "hot_recall", "hot_f1", "tier_separation", "spearman"] {
        let metric = json["metrics"][name].as_object().unwrap_or_else(|| panic!("{name}"));
        for key in ["value", "lower", "upper", "target", "pass"] {
            assert!(metric.contains_key(key), "{name}: {key}");
        }
        assert!(metric["target"].is_number() && metric["pass"].is_boolean(), "{name}");
    }
}

#[test]
fn the_validation_says_how_the_strategy_was_chosen() {
    let run = Run::of(PLAN);
    let json = parsed(&validation_json(&run.validation, &run.fitted.comparison).unwrap());
    let strategies = &json["strategies"];
    assert_eq!(strategies["deals"], run.train.len());
    assert_eq!(strategies["every_fold"], true);
    let records = strategies["records"].as_array().unwrap();
    assert_eq!(records.len(), Builtin::ALL.len());
    assert_eq!(records.iter().filter(|record| record["chosen"] == true).count(), 1);
    for record in records {
        let auc = record["auc"].as_f64().unwrap();
        assert!(auc > 0.5 && auc < 1.0, "{record}");
        assert!(record["terms"].as_f64().unwrap() > 0.0);
    }
}

#[test]
fn the_audit_has_the_promised_keys() {
    let run = Run::of(PLAN);
    let json = parsed(&audit_json(&run.audit).unwrap());
    let fields = json["fields"].as_array().unwrap();
    assert_eq!(fields.len(), run.audit.fields.len());
    for field in fields {
        for key in ["name", "kind", "complete", "used", "excluded_because", "leakage", "evidence"] {
            assert!(field.as_object().unwrap().contains_key(key), "{key}");
        }
        assert_eq!(field["excluded_because"].is_null(), field["used"] == true);
    }
    let leak = fields.iter().find(|field| field["name"] == "Contract Sent").unwrap();
    assert!(leak["leakage"] != "none" && leak["used"] == false);
    assert!(!leak["evidence"].as_array().unwrap().is_empty());
}
