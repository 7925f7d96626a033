//! Builds that succeed: what they leave, and that they leave the same again.

use crate::run::{SAMPLE_OUTCOME, build_sample, deals, files, run, run_with_input, sample};
use serde_json::Value;

const FILES: [&str; 8] = [
    "audit.json",
    "lead-scoring-model.html",
    "lead-scoring-model.md",
    "model.json",
    "rep-guide.md",
    "report.json",
    "scored-leads.csv",
    "validation.json",
];

#[test]
fn the_sample_build_leaves_every_file_and_a_summary() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("new").join("out");
    let run = build_sample(&out, &[]).ok();
    let names: Vec<String> = files(&out).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, FILES);
    for name in FILES {
        assert!(run.stdout.contains(name), "{}", run.stdout);
    }
    assert!(run.stdout.contains("62 won and 118 lost"), "{}", run.stdout);
    let left_out = "4 columns known only after the outcome (dates cannot be kept); to use one all the same:";
    assert!(run.stdout.contains(left_out), "{}", run.stdout);
    assert_eq!(run.stdout.matches("--keep ").count(), 3);
    assert!(run.stderr.contains("warning: only 134 closed deals to learn from"), "{}", run.stderr);
    assert!(!run.stderr.contains('\u{1b}'), "no progress bar where there is no terminal");

    let json =
        |name: &str| -> Value { serde_json::from_slice(&std::fs::read(out.join(name)).unwrap()).unwrap() };
    let validation = json("validation.json");
    assert!(validation["reasons"].as_array().is_some_and(|reasons| !reasons.is_empty()));
    let held = |outcome: &str| validation["holdout"][outcome].as_u64().unwrap();
    assert_eq!((held("won"), held("lost")), (16, 30));
    for metric in ["auc", "accuracy", "hot_precision", "hot_recall", "hot_f1", "tier_separation", "spearman"]
    {
        for key in ["value", "lower", "upper", "target", "pass"] {
            assert!(validation["metrics"][metric].get(key).is_some(), "{metric}.{key}");
        }
    }
    let audit = json("audit.json");
    let fields = audit["fields"].as_array().unwrap();
    let leak = fields.iter().find(|field| field["name"] == "Contract Sent").unwrap();
    assert_eq!(leak["used"], false);
    assert_ne!(leak["leakage"], "none");
    assert_eq!(json("model.json")["built"], "2026-09-21");
    let scored = std::fs::read_to_string(out.join("scored-leads.csv")).unwrap();
    assert_eq!(scored.lines().count(), 341);
    assert!(scored.lines().nth(1).unwrap().starts_with("LEAD-"), "the first identifier column names a lead");

    let report = std::fs::read_to_string(out.join("lead-scoring-model.md")).unwrap();
    let section = |from: &str, to: &str| report.split_once(from).unwrap().1.split_once(to).unwrap().0;
    // What lies beyond the seller's reach still may happen.
    assert!(section("### 7.3", "### 7.4").contains("; Hot if “Intent Surge” becomes “yes” (+4) |"));
    let website = "| Feeds `Page Views`, which earned no points |";
    assert!(section("### 5.4", "## Section 6").contains(website), "measured, though no signal reads it");
    // One figure has one form: in its column, and as the limits of its interval.
    let (_, thresholds) = section("### 6.1", "### 6.2").split_once("| Call a win from").unwrap();
    let rows: Vec<&str> = thresholds.lines().filter(|line| line.ends_with("% |")).collect();
    assert!(
        rows.len() > 5 && rows.iter().all(|row| row.rsplit_once("| ").unwrap().1.contains('.')),
        "{rows:?}"
    );
    assert!(section("### 6.1", "### 6.2").contains("| 25 % (7 % to 59 %) |"));
    // 2 of 8, and as many again: `scipy.stats.betabinom.ppf([0.025, 0.975], 8, 2.5, 6.5)`, 0 and 6.
    assert!(section("### 6.4", "### 6.5").contains("Cool up to 75 % (8)"));
    let (targets, _) = section("### 6.1", "### 6.2").split_once("| Further figure").unwrap();
    assert!(targets.contains("The target is a fifth of the card's range."), "notes stand under their table");
}

#[test]
fn what_the_readme_shows_of_the_sample_is_what_the_build_says() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let stdout = build_sample(&out, &[]).ok().stdout;
    let report = std::fs::read_to_string(out.join("lead-scoring-model.md")).unwrap();
    let readme = std::fs::read_to_string(sample("../../README.md")).unwrap();
    let rows = readme
        .split_once("## What the report looks like")
        .unwrap()
        .1
        .split_once("## What it does not do")
        .unwrap()
        .0;
    let rows: Vec<&str> = rows.lines().filter(|line| line.starts_with("| ")).collect();
    assert!(rows.len() > 20, "{rows:?}");
    for row in rows {
        assert!(report.lines().any(|line| line == row), "not in the report: {row}");
    }
    // The terminal's lines, which the README breaks and whose date and folder are its own.
    let told = readme.split_once("\nSignals ").unwrap().1.split_once("\nWritten:").unwrap().0;
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&stdout).contains(&words(told)), "{told}");
}

#[test]
fn scores_of_an_earlier_build_do_not_outlive_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let scored = out.join("scored-leads.csv");
    let without_leads = || {
        let arguments = ["build".as_ref(), sample("deals.csv").as_os_str()].map(ToOwned::to_owned);
        let rest = SAMPLE_OUTCOME.iter().map(Into::into);
        run(arguments.into_iter().chain(rest).chain(["--out".into(), out.clone().into_os_string()])).ok()
    };
    build_sample(&out, &[]).ok();
    std::fs::write(out.join("notes.csv"), "mine").unwrap();
    assert!(scored.exists());
    let second = without_leads();
    assert!(!scored.exists(), "another model's scores");
    assert!(second.stdout.contains("scored-leads.csv of an earlier build"), "{}", second.stdout);
    assert_eq!(std::fs::read_to_string(out.join("notes.csv")).unwrap(), "mine");

    std::fs::write(&scored, "id,mine\n1,2\n").unwrap();
    let third = without_leads();
    assert_eq!(std::fs::read_to_string(&scored).unwrap(), "id,mine\n1,2\n", "a file that is none of ours");
    assert!(!third.stdout.contains("earlier build"), "{}", third.stdout);
}

#[test]
fn two_runs_and_any_number_of_threads_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let build = |name: &str, more: &[&str]| {
        let out = folder.path().join(name);
        build_sample(&out, more).ok();
        files(&out)
    };
    let first = build("first", &[]);
    assert_eq!(build("again", &[]), first);
    for threads in ["1", "2", "8"] {
        assert_eq!(build(threads, &["--threads", threads]), first, "{threads} threads");
    }
    assert_ne!(build("seed", &["--seed", "5"]), first);
}

#[test]
fn deals_come_from_standard_input_and_open_rows_are_the_leads() {
    let folder = tempfile::tempdir().unwrap();
    let mut lines = deals(300);
    lines.push("D-open,yes,10,Negotiation".to_owned());
    lines.push("D-empty,no,10,".to_owned());
    let out = folder.path().join("out");
    let arguments =
        ["build", "-", "--outcome", "Outcome", "--won", "Won", "--lost", "Lost", "--id", "Deal", "--out"];
    let arguments = arguments.map(Into::into).into_iter().chain([out.clone().into_os_string()]);
    let run = run_with_input(arguments, lines.join("\n").as_bytes()).ok();
    assert!(run.stderr.contains("2 rows are neither won nor lost in column `Outcome`"), "{}", run.stderr);
    assert!(run.stderr.contains("empty (1)") && run.stderr.contains("`Negotiation` (1)"), "{}", run.stderr);
    let scored = std::fs::read_to_string(out.join("scored-leads.csv")).unwrap();
    assert_eq!(scored.lines().count(), 3);
    assert!(scored.contains("D-open,") && scored.contains("D-empty,"), "{scored}");
}

#[test]
fn hold_outs_are_random_latest_or_by_value() {
    let folder = tempfile::tempdir().unwrap();
    for (name, hold_out, how) in [
        ("share", "0.3", "random"),
        ("latest", "latest:Closed Date:0.25", "the latest by `Closed Date`"),
        ("by", "by:Owner=Alex Morgan", "`Owner` is `Alex Morgan`"),
    ] {
        let out = folder.path().join(name);
        build_sample(&out, &["--holdout", hold_out]).ok();
        let validation: Value =
            serde_json::from_slice(&std::fs::read(out.join("validation.json")).unwrap()).unwrap();
        assert!(validation["holdout"]["how"].as_str().unwrap().contains(how), "{validation}");
    }
}

#[test]
fn the_audit_prints_markdown_or_json_and_writes_nothing() {
    let deals = sample("deals.csv");
    let audit = |more: &[&str]| {
        let arguments = ["audit".as_ref(), deals.as_os_str()].into_iter();
        run(arguments.chain(SAMPLE_OUTCOME.iter().chain(more).map(std::ffi::OsStr::new))).ok().stdout
    };
    let text = audit(&[]);
    assert!(
        text.starts_with("# Data audit: deals.csv\n") && text.contains("180 closed deals: 62 won, 118 lost"),
        "{text}"
    );
    let suspects = text.find("Probably known only after the outcome").unwrap();
    assert!(suspects < text.find("## Fields").unwrap());
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let table: Vec<usize> = text.lines().filter(|line| line.starts_with('|')).map(cells).collect();
    assert_eq!(table.len(), 2 + 30);
    assert!(table.iter().all(|count| *count == 8), "{text}");
    let json: Value = serde_json::from_str(&audit(&["--format", "json"])).unwrap();
    assert_eq!(json["fields"].as_array().unwrap().len(), 30);
}

#[test]
fn help_documents_the_exit_codes() {
    for arguments in [&["--help"][..], &["build", "--help"], &["score", "--help"], &["audit", "--help"]] {
        let help = run(arguments).ok().stdout;
        for line in ["0  done", "2  wrong arguments", "3  data"] {
            assert!(help.contains(line), "{help}");
        }
        assert_eq!(help.contains("verdict is"), ["--help", "build"].contains(&arguments[0]), "{help}");
    }
}

#[test]
fn help_gives_an_example_of_every_command() {
    for command in ["build", "score", "audit"] {
        let help = run([command, "--help"]).ok().stdout;
        assert_eq!(help.matches(&format!("\n  lead-scoring {command} ")).count(), 1, "{help}");
    }
}
