//! The configuration file.

use crate::run::{build_sample, run, sample};
use serde_json::Value;

const CONFIG: &str = r#"
name = "Mid-market HR"
id = "Opportunity ID"
holdout = "0.3"
seed = 3
max_signals = 6
exclude = ["Owner"]

[outcome]
column = "Outcome"
won = ["Closed Won"]
lost = ["Closed Lost"]

[columns."Tech Stack"]
kind = "set"
dimension = "intent"

[columns.Competitor]
missing = ["None"]

[icp]
Employees = { at_least = 200, below = 2001 }
Industry = ["Technology", "Healthcare"]

[caps]
firmographic = 30

[tiers]
max_hot_share = 0.2

[capacity]
leads_per_month = 300
rep_hours_per_month = 100

[targets]
auc = 0.75

[[rules]]
name = "student"
field = "Contact Title"
equals = ["Student"]
disqualify = true
"#;

#[test]
fn a_configuration_says_it_all_and_flags_win() {
    let folder = tempfile::tempdir().unwrap();
    let (config, out) = (folder.path().join("lead.toml"), folder.path().join("out"));
    std::fs::write(&config, CONFIG).unwrap();
    let (deals, leads) = (sample("deals.csv"), sample("leads.csv"));
    let paths = [deals.to_str().unwrap(), "--leads", leads.to_str().unwrap(), "--out", out.to_str().unwrap()];
    let configured = ["--config", config.to_str().unwrap()];
    run(["build"].iter().chain(&paths).chain(&configured)).ok();
    let read =
        |name: &str| -> Value { serde_json::from_slice(&std::fs::read(out.join(name)).unwrap()).unwrap() };
    let (model, validation, audit) = (read("model.json"), read("validation.json"), read("audit.json"));
    assert_eq!(model["name"], "Mid-market HR");
    assert_eq!(model["card"]["caps"][0], 30);
    assert!(model["card"]["signals"].as_array().unwrap().len() <= 6);
    assert_eq!(model["card"]["rules"][0]["name"], "student");
    assert_eq!(validation["metrics"]["auc"]["target"], 0.75);
    assert!(validation["holdout"]["how"].as_str().unwrap().contains("seed 3"));
    let field =
        |name: &str| audit["fields"].as_array().unwrap().iter().find(|field| field["name"] == name).cloned();
    assert_eq!(field("Owner").unwrap()["used"], false);
    assert_eq!(field("Tech Stack").unwrap()["dimension"], "intent");
    assert!(field("Competitor").unwrap()["complete"].as_f64().unwrap() < 1.0);
    let scored = std::fs::read_to_string(out.join("scored-leads.csv")).unwrap();
    assert_eq!(scored.matches(",student").count(), 2, "two leads are students");

    run(["build"].iter().chain(&paths).chain(&configured).chain(&["--seed", "4", "--name", "Mine"])).ok();
    let (model, validation) = (read("model.json"), read("validation.json"));
    assert_eq!(model["name"], "Mine");
    assert!(validation["holdout"]["how"].as_str().unwrap().contains("seed 4"));
}

#[test]
fn faults_of_flags_and_configuration_are_reported_together() {
    let folder = tempfile::tempdir().unwrap();
    let (config, out) = (folder.path().join("lead.toml"), folder.path().join("out"));
    let text = "max_signals = 31\n[[rules]]\nname = \"rival\"\nfield = \"Company\"\npoints = 5\n[targets]\nauc = 2.0\n";
    std::fs::write(&config, text).unwrap();
    let run =
        build_sample(&out, &["--config", config.to_str().unwrap(), "--holdout", "most", "--threads", "0"]);
    assert_eq!(run.code, 2);
    for part in ["max_signals is 31", "`rival` needs one of", "auc", "`most`", "0 threads"] {
        assert!(run.stderr.contains(part), "{part} is not in\n{}", run.stderr);
    }
    assert!(run.stderr.lines().all(|line| line.starts_with("error: ")), "{}", run.stderr);
    assert!(!out.exists());
}

#[test]
fn a_configuration_that_cannot_be_read_is_refused_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("lead.toml");
    for (text, part) in
        [("seed = 1\nsead = 2\n", "line 2"), ("seed =\n", "line 1"), ("[caps]\nfit = 3\n", "line 2")]
    {
        std::fs::write(&config, text).unwrap();
        let run = build_sample(&folder.path().join("out"), &["--config", config.to_str().unwrap()]);
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(run.stderr.contains("lead.toml") && run.stderr.contains(part), "{}", run.stderr);
        assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    }
    let run = build_sample(&folder.path().join("out"), &["--config", "absent.toml"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("absent.toml: cannot be read"), "{}", run.stderr);
}

#[test]
fn a_strategy_is_set_by_configuration_or_flag() {
    let folder = tempfile::tempdir().unwrap();
    let (config, out) = (folder.path().join("lead.toml"), folder.path().join("out"));
    std::fs::write(&config, "strategy = \"sparse\"\n").unwrap();
    let configured = ["--config", config.to_str().unwrap()];
    let build = |more: &[&str]| {
        build_sample(&out, &[&configured, more].concat()).ok();
        std::fs::read_to_string(out.join("lead-scoring-model.md")).unwrap()
    };
    assert!(build(&[]).contains("the strategy \"sparse risk score\" was set by the user"));
    assert!(build(&["--strategy", "joint"]).contains("the strategy \"joint scorecard\" was set by the user"));
    let compared = build(&["--strategy", "auto"]);
    assert!(compared.contains("**How the strategy was chosen.** The first of the table stands unless"));
    std::fs::write(&config, "strategy = \"best\"\n").unwrap();
    let wrong = build_sample(&out, &configured);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("`best`") && wrong.stderr.contains("`interactions`"), "{}", wrong.stderr);
}
