//! `lead-scoring dashboard`: the sample's history, and histories that are wrong or odd.

use crate::run::{Run, files, run, run_with_input, sample};
use std::path::Path;

const USAGE: i32 = 2;
const DATA: i32 = 3;

fn names(folder: &Path) -> Vec<String> {
    files(folder).into_iter().map(|(name, _)| name).collect()
}

/// A history on standard input.
fn dashboard(history: &str, out: &Path, more: &[&str]) -> Run {
    let arguments = ["dashboard", "-", "--out", out.to_str().unwrap()];
    run_with_input(arguments.iter().chain(more), history.as_bytes())
}

#[test]
fn the_samples_history_becomes_three_files_the_same_every_time() {
    let folder = tempfile::tempdir().unwrap();
    let history = sample("history.csv");
    let write = |name: &str, more: &[&str]| {
        let out = folder.path().join(name);
        let arguments = ["dashboard", history.to_str().unwrap(), "--out", out.to_str().unwrap()];
        let told = run(arguments.iter().chain(more)).ok();
        (told, files(&out))
    };
    let (told, once) = write("one", &[]);
    assert!(told.stdout.starts_with("320 leads from 2025-11-"), "{}", told.stdout);
    assert_eq!(told.stderr, "");
    let (_, again) = write("two", &[]);
    assert!(once == again, "the same history gives the same bytes");
    assert_eq!(
        once.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["dashboards.html", "dashboards.json", "dashboards.md"]
    );
    let page = String::from_utf8(once[0].1.clone()).unwrap();
    assert_eq!(page.matches("<svg class=\"chart\"").count(), 11);
    assert!(!page.contains("What to Record"), "the sample records everything");

    let text = String::from_utf8(once[2].1.clone()).unwrap();
    for told in [
        "\n2 leads came in more than once and count in each such period.\n",
        "\n6 more leads were Unscoreable by then.\n",
        "\n61 leads came into Hot in the time looked at, each judged by its first time.",
    ] {
        assert!(text.contains(told), "{told}");
    }
    assert!(told.stdout.contains("138 Cold, 7 Unscoreable;"), "{}", told.stdout);

    // Another language says other words of the same figures.
    let (_, chinese) = write("zh", &["--language", "zh-Hans"]);
    assert!(chinese[1] == once[1] && chinese[0] != once[0]);
    // A part of the history by week.
    let (_, part) = write("part", &["--from", "2026-03-01", "--to", "2026-05-31", "--period", "week"]);
    let json: serde_json::Value = serde_json::from_slice(&part[1].1).unwrap();
    assert_eq!((&json["span"]["from"], &json["period"]), (&"2026-03-01".into(), &"week".into()));
    assert_eq!(json["overview"]["hot"].as_array().unwrap().len(), 14);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place_and_nothing_is_written() {
    let cases: [(&str, &[&str], i32, &[&str]); 13] = [
        ("", &[], DATA, &["standard input", "empty"]),
        ("id,date,score,tier\n", &[], DATA, &["no row below"]),
        ("id,date,score\na,2026-01-01,5\n", &[], USAGE, &["`--tier COLUMN`"]),
        ("id,date,score,tier,Score Tier\na,2026-01-01,5,Hot,Hot\n", &[], USAGE, &["`tier` or `Score Tier`"]),
        (
            "id,date,score,tier\na,2026-01-01,5,Tepid\n",
            &[],
            DATA,
            &["row 2", "column `tier`", "none of Hot, Warm"],
        ),
        (
            "id,date,score,tier\na,2026-01-01,5.5,Hot\n",
            &[],
            DATA,
            &["row 2", "column `score`", "whole number"],
        ),
        ("id,date,score,tier\na,soon,5,Hot\n", &[], DATA, &["row 2", "column `date`", "no date"]),
        ("id,date,score,tier\na,2026-02-30,5,Hot\n", &[], DATA, &["row 2", "column `date`"]),
        ("id,date,score,tier\n,2026-01-01,5,Hot\n", &[], DATA, &["row 2", "names no lead"]),
        (
            "id,date,score,tier\na,1026-01-01,5,Hot\nb,2026-01-01,5,Hot\n",
            &[],
            DATA,
            &["(row 2)", "600 periods"],
        ),
        (
            "id,date,score,tier\na,2026-01-01,5,Hot\n",
            &["--from", "today"],
            USAGE,
            &["`--from today` is no day"],
        ),
        (
            "id,date,score,tier\na,2026-01-01,5,Hot\n",
            &["--from", "2027-01-01"],
            DATA,
            &["2026-01-01 to 2026-01-01"],
        ),
        ("id,date,score,tier\na,2026-01-01,5,Hot\n", &["--score", "scor"], USAGE, &["did you mean `score`?"]),
    ];
    for (history, more, code, parts) in cases {
        let folder = tempfile::tempdir().unwrap();
        let refused = dashboard(history, folder.path(), more);
        assert_eq!(refused.code, code, "{history}{more:?}: {}", refused.stderr);
        let errors: Vec<&str> = refused.stderr.lines().filter(|line| line.starts_with("error: ")).collect();
        assert_eq!((errors.len(), refused.stdout.as_str()), (1, ""), "{}", refused.stderr);
        for part in parts {
            assert!(errors[0].contains(part), "{part} is not in: {}", errors[0]);
        }
        assert_eq!(names(folder.path()), Vec::<String>::new());
    }
    // All that is wrong with the arguments is said at once.
    let folder = tempfile::tempdir().unwrap();
    let refused = dashboard("", folder.path(), &["--from", "x", "--to", "y", "--separator", "long"]);
    assert_eq!((refused.code, refused.stderr.matches("error: ").count()), (USAGE, 3), "{}", refused.stderr);
}

#[test]
fn odd_histories_still_give_a_page_that_says_what_was_odd() {
    let long = "x".repeat(10_000);
    let cases = [
        // One day.
        ("id,date,score,tier\na,2026-01-01,5,Hot\n".to_owned(), "there is no trend yet"),
        // A gap of two months, and rows that run backwards.
        ("id,date,score,tier\na,2026-12-01,5,Hot\na,2026-01-01,5,cold\n".to_owned(), "first in row 3"),
        (
            "id,date,score,tier\na,2026-12-01,5,Hot\na,2026-01-01,5,cold\n".to_owned(),
            "In 10 periods nothing was scored",
        ),
        // Closed before it was ever scored; two rows at one time.
        (
            "id,date,score,tier,outcome,closed\na,2026-02-01,5,Hot,won,2026-01-01\n".to_owned(),
            "before the first score",
        ),
        (
            "id,date,score,tier\na,2026-01-01,5,Hot\na,2026-01-01,9,Hot\n".to_owned(),
            "a later row of the file",
        ),
        // Nothing can be scored.
        ("id,date,score,tier\na,2026-01-01,,\n".to_owned(), "No lead has a score."),
        // Names that are anything else.
        (format!("id,date,score,tier,source\na,2026-01-01,5,Hot,\"<b>\n🦊 \u{202e}{long}\"\n"), "🦊"),
        // Outcomes that nobody explained.
        (
            "id,date,score,tier,outcome\na,2026-01-01,5,Hot,Signed\n".to_owned(),
            "neither won nor lost, and counts as open",
        ),
    ];
    for (history, said) in cases {
        let folder = tempfile::tempdir().unwrap();
        dashboard(&history, folder.path(), &[]).ok();
        let text = std::fs::read_to_string(folder.path().join("dashboards.md")).unwrap();
        assert!(text.contains(said), "{said} is not in:\n{text}");
        let page = std::fs::read_to_string(folder.path().join("dashboards.html")).unwrap();
        assert!(!page.contains("<b>"), "{said}");
    }
}

#[test]
fn words_for_the_outcome_and_columns_can_be_given() {
    let folder = tempfile::tempdir().unwrap();
    let history = "k;When;Points;Tier;End\n1;2026-01-01;5;hot;Signed\n2;2026-01-01;6;hot;Gone\n";
    let more = [
        "--id",
        "k",
        "--time",
        "When",
        "--score",
        "Points",
        "--outcome",
        "End",
        "--won",
        "Signed",
        "--lost",
        "Gone",
    ];
    dashboard(history, folder.path(), &more).ok();
    let text = std::fs::read_to_string(folder.path().join("dashboards.md")).unwrap();
    assert!(text.contains("| Hot | 2 | 1 | 1 | 0 |"), "{text}");
}
