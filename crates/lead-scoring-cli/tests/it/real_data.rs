//! Builds on public data sets, read from the folder that `LEAD_SCORING_DATA` names; skipped where it is not set.

use crate::run::run;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// What a build of one of the files left.
struct Built {
    folder: tempfile::TempDir,
    deals: PathBuf,
}

fn build(file: &str, more: &[&str]) -> Option<Built> {
    let Some(data) = std::env::var_os("LEAD_SCORING_DATA") else {
        println!("skipped {file}: LEAD_SCORING_DATA is not set");
        return None;
    };
    let (folder, deals) = (tempfile::tempdir().unwrap(), Path::new(&data).join(file));
    let arguments = ["build", deals.to_str().unwrap(), "--out", folder.path().to_str().unwrap()];
    run(arguments.iter().chain(more)).ok();
    Some(Built { folder, deals })
}

impl Built {
    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&std::fs::read(self.folder.path().join(name)).unwrap()).unwrap()
    }

    fn auc(&self) -> f64 {
        self.json("validation.json")["metrics"]["auc"]["value"].as_f64().unwrap()
    }

    /// Names of the fields left out as known only after the outcome.
    fn left_out(&self) -> Vec<String> {
        let audit = self.json("audit.json");
        let fields = audit["fields"].as_array().unwrap().iter();
        let left_out = fields.filter(|field| field["leakage"] != "none" && field["used"] == false);
        left_out.map(|field| field["name"].as_str().unwrap().to_owned()).collect()
    }

    /// What must hold of every model, whatever the data.
    fn is_sound(&self) {
        let model = self.json("model.json");
        let card = &model["card"];
        let signals = card["signals"].as_array().unwrap();
        assert!(signals.len() <= 30);
        let mut highest = std::collections::BTreeMap::<&str, i64>::new();
        for signal in signals {
            let bins = signal["bins"].as_array().unwrap();
            for bin in bins {
                let (points, log_odds) = (bin["points"].as_i64().unwrap(), bin["log_odds"].as_f64().unwrap());
                assert!(points == 0 || (points > 0) == (log_odds > 0.0), "{signal}");
            }
            let most = bins.iter().filter_map(|bin| bin["points"].as_i64()).max().unwrap_or(0).max(0);
            *highest.entry(signal["dimension"].as_str().unwrap()).or_default() += most;
        }
        for (at, dimension) in ["firmographic", "behavioral", "engagement", "intent"].into_iter().enumerate()
        {
            let cap = card["caps"][at].as_i64().unwrap();
            assert!(highest.get(dimension).is_none_or(|most| *most <= cap), "{dimension}");
        }
        self.tiers_do_not_rise();
        self.both_forms_score_alike();
    }

    fn tiers_do_not_rise(&self) {
        let validation = self.json("validation.json");
        let rate = |tier: &Value| {
            let (won, lost) = (tier["won"].as_f64().unwrap(), tier["lost"].as_f64().unwrap());
            (won + lost > 0.0).then(|| won / (won + lost))
        };
        let rates: Vec<f64> = validation["tiers"].as_array().unwrap().iter().filter_map(rate).collect();
        assert!(rates.windows(2).all(|pair| pair[0] >= pair[1]), "{rates:?}");
    }

    fn both_forms_score_alike(&self) {
        let score = |name: &str| {
            let model = self.folder.path().join(name);
            run(["score".as_ref(), model.as_os_str(), self.deals.as_os_str()]).ok().stdout
        };
        assert_eq!(score("model.json"), score("lead-scoring-model.md"));
    }
}

#[test]
fn x_education() {
    let arguments =
        ["--outcome", "Converted", "--won", "1", "--lost", "0", "--missing", "Select", "--id", "Prospect ID"];
    let Some(built) = build("x_education_leads.csv", &arguments) else { return };
    let left_out = built.left_out();
    for field in
        ["Tags", "Lead Quality", "Lead Profile", "Asymmetrique Activity Index", "Asymmetrique Profile Score"]
    {
        assert!(left_out.iter().any(|name| name == field), "{field} is not in {left_out:?}");
    }
    assert!(built.auc() >= 0.87, "{}", built.auc());
    built.is_sound();
}

#[test]
fn bank() {
    let arguments = ["--outcome", "y", "--won", "yes", "--lost", "no", "--missing", "unknown"];
    let Some(built) = build("bank-additional-full.csv", &arguments) else { return };
    assert!(built.left_out().contains(&"duration".to_owned()), "{:?}", built.left_out());
    assert!(built.auc() >= 0.79, "{}", built.auc());
    assert_eq!(built.json("audit.json")["drift"]["recommend_temporal"], true);
    built.is_sound();
}

#[test]
fn ibm() {
    let late = "Total Days Identified Through Closing,Total Days Identified Through Qualified,Sales Stage Change Count,Elapsed Days In Sales Stage,Ratio Days Identified To Total Days,Ratio Days Validated To Total Days,Ratio Days Qualified To Total Days";
    let arguments = ["--outcome", "Opportunity Result", "--won", "Won", "--lost", "Loss", "--exclude", late];
    let Some(built) = build("ibm_sales_win_loss.csv", &arguments) else { return };
    assert!(built.auc() >= 0.77, "{}", built.auc());
    built.is_sound();
}

#[test]
fn maven() {
    let arguments = ["--outcome", "deal_stage", "--won", "Won", "--lost", "Lost"];
    let Some(built) = build("maven_crm/sales_pipeline.csv", &arguments) else { return };
    for field in ["close_value", "close_date"] {
        assert!(built.left_out().iter().any(|name| name == field), "{:?}", built.left_out());
    }
    assert_eq!(built.json("validation.json")["verdict"], "do_not_deploy");
    assert_eq!(built.json("model.json")["card"]["signals"].as_array().unwrap().len(), 0);
    let scored = std::fs::read_to_string(built.folder.path().join("scored-leads.csv")).unwrap();
    assert_eq!(scored.lines().count(), 2090, "its open rows are its leads");
}

#[test]
fn german_credit() {
    let arguments = ["--outcome", "creditability", "--won", "good", "--lost", "bad"];
    let Some(built) = build("germancredit.csv", &arguments) else { return };
    assert!(built.auc() > 0.7, "{}", built.auc());
    built.is_sound();
}
