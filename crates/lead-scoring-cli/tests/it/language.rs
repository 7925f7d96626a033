//! The report in other languages.

use crate::run::{build_sample, run, sample};
use std::collections::BTreeSet;
use std::path::Path;

const DOCUMENTS: [&str; 3] = ["lead-scoring-model.md", "lead-scoring-model.html", "rep-guide.md"];

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn documents_speak_the_chosen_language_and_figures_stay() {
    let folder = tempfile::tempdir().unwrap();
    let (english, chinese) = (folder.path().join("en"), folder.path().join("zh"));
    build_sample(&english, &[]).ok();
    build_sample(&chinese, &["--language", "zh-Hans"]).ok();
    for name in DOCUMENTS {
        assert_ne!(read(&english, name), read(&chinese, name), "{name}");
    }
    assert!(read(&chinese, "lead-scoring-model.html").contains("<html lang=\"zh-Hans\">"));
    for name in ["report.json", "model.json", "validation.json", "audit.json", "scored-leads.csv"] {
        assert_eq!(read(&english, name), read(&chinese, name), "{name}");
    }
    // The report carries the model in any language.
    let (model, leads) = (chinese.join("lead-scoring-model.md"), crate::run::sample("leads.csv"));
    let scores = run(["score", model.to_str().unwrap(), leads.to_str().unwrap()]).ok().stdout;
    assert_eq!(scores, read(&english, "scored-leads.csv"));
}

#[test]
fn a_file_is_a_language() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("de.ftl");
    let template = run(["messages"]).ok().stdout;
    std::fs::write(&file, template.replace("term-hot = Hot", "term-hot = Heiß")).unwrap();
    let out = folder.path().join("out");
    let told = build_sample(&out, &["--language", file.to_str().unwrap()]).ok();
    assert!(!told.stderr.contains("missing and said"), "{}", told.stderr);
    assert!(read(&out, "lead-scoring-model.html").contains("<html lang=\"de\">"));
    assert!(read(&out, "lead-scoring-model.md").contains("Heiß"));

    // What a file lacks is said in English, and told.
    std::fs::write(&file, "term-hot = Heiß\n").unwrap();
    let told = build_sample(&out, &["--language", file.to_str().unwrap()]).ok();
    assert!(told.stderr.contains("messages are missing and said in English: "), "{}", told.stderr);
    assert!(read(&out, "lead-scoring-model.md").contains("Heiß"));
}

#[test]
fn languages_that_are_none_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let broken = folder.path().join("fr.ftl");
    std::fs::write(&broken, "term-hot = Chaud\n\nterm-warm = {").unwrap();
    let unnamed = folder.path().join("not a tag.ftl");
    std::fs::write(&unnamed, "term-hot = ?\n").unwrap();
    let cases = [
        ("klingon", "not built in"),
        ("missing.ftl", "cannot be read"),
        (broken.to_str().unwrap(), "line 3"),
        (unnamed.to_str().unwrap(), "no language tag"),
    ];
    for (language, reason) in cases {
        let refused = build_sample(&out, &["--language", language]);
        assert_eq!(refused.code, 2, "{language}");
        assert!(refused.stderr.contains(reason), "{language}: {}", refused.stderr);
        assert!(!out.exists(), "{language}");
    }
}

/// Names that are the same in every language.
const NAMES: [&str; 17] = [
    "AUC",
    "Benjamini",
    "Brier",
    "CRM",
    "Hochberg",
    "ICP",
    "Kolmogorov",
    "LinkedIn",
    "Platt",
    "ROC",
    "SLA",
    "Smirnov",
    "Spearman",
    "Welch",
    "csv",
    "deals",
    "leads",
];

#[test]
fn nothing_but_data_and_names_stays_english() {
    let folder = tempfile::tempdir().unwrap();
    build_sample(folder.path(), &["--language", "zh-Hans"]).ok();
    let mut known: BTreeSet<String> = NAMES.map(str::to_owned).into();
    for name in ["deals.csv", "leads.csv"] {
        known.extend(words(&std::fs::read_to_string(sample(name)).unwrap()));
    }
    for name in ["lead-scoring-model.md", "rep-guide.md"] {
        let text = read(folder.path(), name);
        // The histogram and the model are no prose, nor is what stands between backticks.
        let prose: String = text.split("```").step_by(2).collect::<Vec<_>>().join(" ");
        let prose: String = prose.split('`').step_by(2).collect::<Vec<_>>().join(" ");
        assert!(prose.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count() > 300, "{name}");
        let english: BTreeSet<String> = words(&prose).filter(|word| !known.contains(word)).collect();
        assert_eq!(english, BTreeSet::new(), "{name}");
    }
    // What the page has besides: charts, with what they say to those who do not see them.
    let page = read(folder.path(), "lead-scoring-model.html");
    let charts: String = page
        .split("<svg ")
        .skip(1)
        .filter_map(|rest| rest.split("</svg>").next())
        .flat_map(|chart| chart.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text))
        .map(|text| format!("{text} "))
        .collect();
    assert!(charts.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count() > 300, "{charts}");
    let english: BTreeSet<String> = words(&charts).filter(|word| !known.contains(word)).collect();
    assert_eq!(english, BTreeSet::new(), "{charts}");
}

/// Runs of three Latin letters or more.
fn words(text: &str) -> impl Iterator<Item = String> {
    let runs = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|run| run.len() >= 3);
    runs.map(str::to_owned).collect::<Vec<_>>().into_iter()
}
