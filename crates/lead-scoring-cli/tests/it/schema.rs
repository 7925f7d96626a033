//! `report.json` and `dashboards.json` against the schemas that the repository publishes.

use crate::run::{build_sample, run, run_with_input, sample};
use lead_scoring_report::{dashboards_schema, report_schema};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Set to write the schemas anew after a change of a document's shape.
const WRITE: &str = "LEAD_SCORING_WRITE_SCHEMA";
const REPORT: &str = "report.schema.json";
const DASHBOARDS: &str = "dashboards.schema.json";

fn published(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name)
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn the_published_schemas_are_current() {
    for (name, schema) in [(REPORT, report_schema()), (DASHBOARDS, dashboards_schema())] {
        let schema = schema.unwrap();
        if std::env::var_os(WRITE).is_some() {
            std::fs::write(published(name), &schema).unwrap();
        }
        let found = std::fs::read_to_string(published(name)).unwrap_or_default();
        assert!(found == schema, "docs/{name} is out of date: run this test with {WRITE}=1");
    }
}

#[test]
fn the_samples_report_keeps_to_the_schema() {
    let folder = tempfile::tempdir().unwrap();
    build_sample(folder.path(), &[]).ok();
    let schema = read(&published(REPORT));
    let report = read(&folder.path().join("report.json"));
    let checked = Checker { root: &schema }.check(&schema, &report, "report").unwrap();
    assert!(checked > 1000, "{checked} values");
    let mut wrong = report.clone();
    wrong["header"]["won"] = "many".into();
    assert!(Checker { root: &schema }.check(&schema, &wrong, "report").is_err());
    let mut more = report;
    more["header"]["whim"] = 1.into();
    assert!(Checker { root: &schema }.check(&schema, &more, "report").is_err());
}

/// One of every oddity that is noted, and no figure that needs more than scores but one.
const ODD: &str = "id,date,score,tier,outcome,closed
a,03/04/2026,5,Hot,Signed,
b,05/04/2026,,,won,01/04/2026
b,02/04/2026,7,cold,lost,01/04/2026
b,02/04/2026,8,cold,lost,
c,02/04/2026,-3,Warm,won,
";

#[test]
fn dashboards_keep_to_the_schema_whatever_is_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let schema = read(&published(DASHBOARDS));
    let checker = Checker { root: &schema };
    let written = |name: &str, history: Option<&str>| {
        let out = folder.path().join(name);
        let to = out.to_str().unwrap();
        match history {
            Some(text) => run_with_input(["dashboard", "-", "--out", to], text.as_bytes()).ok(),
            None => run(["dashboard", sample("history.csv").to_str().unwrap(), "--out", to]).ok(),
        };
        read(&out.join("dashboards.json"))
    };
    let full = written("full", None);
    let bare = written("bare", Some("id,date,score,tier\na,2026-01-01,,\n"));
    let odd = written("odd", Some(ODD));
    assert!(odd["notes"].as_array().unwrap().len() > 4, "{:#}", odd["notes"]);
    for (name, dashboards, least) in [("full", &full, 1000), ("bare", &bare, 30), ("odd", &odd, 100)] {
        let checked = checker.check(&schema, dashboards, name).unwrap();
        assert!(checked > least, "{checked} values of {name}");
    }
    for (place, value) in
        [("/span/from", 1.into()), ("/notes/0/note", "whim".into()), ("/period", "day".into())]
    {
        let mut wrong = odd.clone();
        *wrong.pointer_mut(place).unwrap() = value;
        assert!(checker.check(&schema, &wrong, "odd").is_err(), "{place}");
    }
    let mut more = full;
    more["overview"]["whim"] = 1.into();
    assert!(checker.check(&schema, &more, "full").is_err());
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
                "oneOf" => {
                    let ways = rule.as_array().unwrap().iter().map(|way| self.check(way, value, place));
                    let [fits] = ways.filter_map(Result::ok).collect::<Vec<_>>()[..] else {
                        return Err(format!("{place}: {value} does not fit exactly one way"));
                    };
                    checked += fits;
                }
                "const" if rule == value => {}
                "const" => return Err(format!("{place}: {value} is not {rule}")),
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
