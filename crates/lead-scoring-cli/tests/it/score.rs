//! Scoring with a stored model.

use crate::run::{Run, build_sample, run, run_with_input, sample};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn built() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    build_sample(folder.path(), &[]).ok();
    let path = folder.path().to_owned();
    (folder, path)
}

fn score(model: &Path, leads: &Path, more: &[&str]) -> Run {
    let arguments = ["score".as_ref(), model.as_os_str(), leads.as_os_str()];
    run(arguments.into_iter().chain(more.iter().map(std::ffi::OsStr::new)))
}

#[test]
fn model_json_and_the_report_give_the_scores_of_the_build() {
    let (_folder, out) = built();
    let of_build = std::fs::read_to_string(out.join("scored-leads.csv")).unwrap();
    for model in ["model.json", "lead-scoring-model.md"] {
        assert_eq!(score(&out.join(model), &sample("leads.csv"), &[]).ok().stdout, of_build, "{model}");
    }
}

#[test]
fn scores_go_to_a_file_as_csv_or_json() {
    let (_folder, out) = built();
    let target = out.join("scores.json");
    let model = out.join("model.json");
    let more = ["--format", "json", "--out", target.to_str().unwrap()];
    let run = score(&model, &sample("leads.csv"), &more).ok();
    assert!(run.stdout.starts_with("340 leads: ") && run.stdout.contains("scores.json"), "{}", run.stdout);
    let json: Value = serde_json::from_slice(&std::fs::read(&target).unwrap()).unwrap();
    assert_eq!(json["leads"].as_array().unwrap().len(), 340);
}

/// What the signals of a stored model read.
fn inputs_of(model: &Value) -> Vec<&Value> {
    let signals = model["card"]["signals"].as_array().unwrap();
    signals.iter().flat_map(|signal| signal["inputs"].as_array().unwrap()).collect()
}

#[test]
fn leads_come_from_standard_input_with_columns_mapped() {
    let (_folder, out) = built();
    let model: Value = serde_json::from_slice(&std::fs::read(out.join("model.json")).unwrap()).unwrap();
    let inputs = inputs_of(&model);
    let number = inputs.iter().find(|input| input["kind"] == "number").expect("a signal of numbers");
    let field = number["field"].as_str().unwrap();
    // Without any column of the model the leads would be refused.
    let other = inputs.iter().find(|input| input["field"] != field).expect("a second field");
    let input = format!("key,mine,{}\nA,1,\nB,900,\n", other["field"].as_str().unwrap());
    let run = |more: &[&str]| {
        let model = out.join("model.json");
        let arguments = ["score", model.to_str().unwrap(), "-", "--id", "key"];
        run_with_input(arguments.iter().chain(more), input.as_bytes())
    };
    let unmapped = run(&[]).ok();
    assert!(
        unmapped.stderr.contains(&format!("no column was found for the field `{field}`")),
        "{}",
        unmapped.stderr
    );
    let mapped = run(&["--map", &format!("{field}=mine")]).ok();
    assert!(!mapped.stderr.contains(&format!("the field `{field}`")), "{}", mapped.stderr);
    assert!(mapped.stdout.contains("\nA,") && mapped.stdout.contains("\nB,"), "{}", mapped.stdout);

    for (wrong, part) in [("no such field=mine", "no such field"), ("nothing", "has no `=`")] {
        let run = run(&["--map", wrong]);
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(run.stderr.contains(part), "{}", run.stderr);
    }
}

#[test]
fn a_model_cut_in_half_or_edited_is_refused_and_no_file_touched() {
    let (_folder, out) = built();
    let target = out.join("scores.csv");
    std::fs::write(&target, "old").unwrap();
    for name in ["model.json", "lead-scoring-model.md"] {
        let text = std::fs::read_to_string(out.join(name)).unwrap();
        let at = text.find("\"points\":").expect("a model has points");
        let digit = at + text[at..].find(|c: char| c.is_ascii_digit()).unwrap();
        let other = if text[digit..].starts_with('1') { "2" } else { "1" };
        let edited = format!("{}{other}{}", &text[..digit], &text[digit + 1..]);
        let half = text.chars().take(text.chars().count() / 2).collect::<String>();
        for broken in [half, edited, String::new(), "{}".to_owned()] {
            let path = out.join(format!("broken-{name}"));
            std::fs::write(&path, broken).unwrap();
            let run = score(&path, &sample("leads.csv"), &["--out", target.to_str().unwrap()]);
            assert_eq!(run.code, 3, "{}", run.stderr);
            assert!(run.stderr.starts_with("error: ") && run.stderr.contains("broken-"), "{}", run.stderr);
            assert_eq!(std::fs::read(&target).unwrap(), b"old");
        }
    }
}

#[test]
fn bad_leads_and_an_absent_model_are_refused() {
    let (folder, out) = built();
    let leads = folder.path().join("leads.csv");
    std::fs::write(&leads, "Lead,Employees\nA,10\nB,10,20\n").unwrap();
    let run = score(&out.join("model.json"), &leads, &[]);
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("leads.csv, row 3"), "{}", run.stderr);
    let run = score(&out.join("absent.json"), &leads, &[]);
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("absent.json: cannot be read"), "{}", run.stderr);
    let run = score("-".as_ref(), "-".as_ref(), &[]);
    assert_eq!(run.code, 2, "{}", run.stderr);
}

#[test]
fn a_few_leads_keep_their_names_and_unseen_values_are_counted() {
    let (folder, out) = built();
    let all = std::fs::read_to_string(sample("leads.csv")).unwrap();
    let few: String = all.lines().take(4).map(|line| format!("{line}\n")).collect();
    let leads = folder.path().join("few.csv");
    std::fs::write(&leads, &few).unwrap();
    let model = out.join("model.json");
    let run = score(&model, &leads, &[]).ok();
    assert_eq!(
        run.stdout.lines().skip(1).filter(|line| line.starts_with("LEAD-")).count(),
        3,
        "{}",
        run.stdout
    );
    assert!(!run.stderr.contains("row numbers"), "{}", run.stderr);

    let json: Value = serde_json::from_slice(&std::fs::read(&model).unwrap()).unwrap();
    let inputs = inputs_of(&json);
    let groups = inputs.iter().find(|input| input["binning"]["by"] == "group").expect("a signal of levels");
    let field = groups["field"].as_str().unwrap();
    std::fs::write(&leads, format!("who,{field}\nA,never heard of\n")).unwrap();
    let run = score(&model, &leads, &[]).ok();
    let sentence = format!(
        "warning: 1 lead has a value of `{field}` that was never seen while learning; it gives 0 points\n"
    );
    assert!(run.stderr.contains(&sentence) && run.stderr.contains("row numbers"), "{}", run.stderr);
    assert!(!run.stderr.contains("never heard of"));
}

#[test]
fn leads_without_any_column_of_the_model_are_refused() {
    let (folder, out) = built();
    let (leads, target) = (folder.path().join("other.csv"), folder.path().join("scores.csv"));
    std::fs::write(&leads, "id,color\n1,red\n").unwrap();
    let run = score(&out.join("model.json"), &leads, &["--out", target.to_str().unwrap()]);
    assert_eq!((run.code, run.stdout.as_str()), (3, ""), "{}", run.stderr);
    assert!(
        run.stderr.contains("other.csv: none of the") && run.stderr.lines().count() == 1,
        "{}",
        run.stderr
    );
    assert!(!target.exists());
}

#[test]
fn the_separator_of_leads_may_be_given() {
    let (folder, out) = built();
    let leads = folder.path().join("leads.csv");
    std::fs::write(&leads, "id^Employees\n1^10\n").unwrap();
    let model = out.join("model.json");
    assert_eq!(score(&model, &leads, &[]).code, 3);
    let run = score(&model, &leads, &["--separator", "^"]).ok();
    assert!(run.stdout.lines().nth(1).unwrap().starts_with("1,"), "{}", run.stdout);
    let run = score(&model, &leads, &["--separator", "::"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("`::` is neither"), "{}", run.stderr);
}
