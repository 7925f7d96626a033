//! `report.json` against the schema that the repository publishes.

use crate::run::build_sample;
use lead_scoring_report::report_schema;
use serde_json::Value;
use std::path::Path;

/// Set to write the schema anew after a change of the report's shape.
const WRITE: &str = "LEAD_SCORING_WRITE_SCHEMA";

fn published() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/report.schema.json")
}

#[test]
fn the_published_schema_is_current() {
    let schema = report_schema().unwrap();
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(published(), &schema).unwrap();
    }
    let found = std::fs::read_to_string(published()).unwrap_or_default();
    assert!(found == schema, "docs/report.schema.json is out of date: run this test with {WRITE}=1");
}

#[test]
fn the_samples_report_keeps_to_the_schema() {
    let folder = tempfile::tempdir().unwrap();
    build_sample(folder.path(), &[]).ok();
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(published()).unwrap()).unwrap();
    let report: Value =
        serde_json::from_slice(&std::fs::read(folder.path().join("report.json")).unwrap()).unwrap();
    let checked = Checker { root: &schema }.check(&schema, &report, "report").unwrap();
    assert!(checked > 1000, "{checked} values");
    let mut wrong = report.clone();
    wrong["header"]["won"] = "many".into();
    assert!(Checker { root: &schema }.check(&schema, &wrong, "report").is_err());
    let mut more = report;
    more["header"]["whim"] = 1.into();
    assert!(Checker { root: &schema }.check(&schema, &more, "report").is_err());
}

/// Checks the keywords that the schema uses, and refuses any other, so that none goes unchecked. Keys that the schema does not name are
/// refused too: the document has no others.
struct Checker<'s> {
    root: &'s Value,
}

impl Checker<'_> {
    /// How many values were checked, or what is wrong where.
    fn check(&self, schema: &Value, value: &Value, place: &str) -> Result<usize, String> {
        let Some(rules) = schema.as_object() else {
            return if schema == true { Ok(1) } else { Err(format!("{place}: nothing is allowed")) };
        };
        let mut checked = 1;
        for (keyword, rule) in rules {
            match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" | "format" | "default" => {}
                "$ref" => {
                    let path = rule.as_str().unwrap().trim_start_matches('#');
                    let found = self.root.pointer(path).ok_or(format!("{place}: no {path}"))?;
                    checked += self.check(found, value, place)?;
                }
                "type" => {
                    let types = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                    if !types.iter().any(|kind| is(kind.as_str().unwrap(), value)) {
                        return Err(format!("{place}: {value} is not {rule}"));
                    }
                }
                "minimum" if value.as_f64().is_some_and(|value| value < rule.as_f64().unwrap()) => {
                    return Err(format!("{place}: {value} is below {rule}"));
                }
                "maximum" if value.as_f64().is_some_and(|value| value > rule.as_f64().unwrap()) => {
                    return Err(format!("{place}: {value} is above {rule}"));
                }
                "minimum" | "maximum" => {}
                "enum" if rule.as_array().unwrap().contains(value) => {}
                "enum" => return Err(format!("{place}: {value} is none of {rule}")),
                "anyOf" => {
                    let mut ways = rule.as_array().unwrap().iter().map(|way| self.check(way, value, place));
                    checked += ways.find_map(Result::ok).ok_or(format!("{place}: {value} fits no way"))?;
                }
                "items" => {
                    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                        checked += self.check(rule, item, &format!("{place}[{at}]"))?;
                    }
                }
                "minItems" | "maxItems" => {}
                "properties" => {
                    for (key, item) in value.as_object().into_iter().flatten() {
                        let known = rule.get(key).ok_or(format!("{place}: the schema has no {key}"))?;
                        checked += self.check(known, item, &format!("{place}.{key}"))?;
                    }
                }
                "required" => {
                    for key in rule.as_array().unwrap() {
                        let key = key.as_str().unwrap();
                        if value.as_object().is_some_and(|object| !object.contains_key(key)) {
                            return Err(format!("{place}: {key} is missing"));
                        }
                    }
                }
                other => return Err(format!("{place}: the keyword {other} is not checked")),
            }
        }
        Ok(checked)
    }
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}
