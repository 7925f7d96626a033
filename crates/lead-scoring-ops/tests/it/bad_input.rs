//! Files that are wrong, odd or hostile: an error with its place, or dashboards that still stand.

use crate::{history, monthly};
use lead_scoring_ops::{ErrorKind, History, HistoryOptions, Note, Role};

fn refused(text: &str) -> lead_scoring_ops::Error {
    History::read(text.as_bytes(), "history.csv", &HistoryOptions::default()).unwrap_err()
}

#[test]
fn missing_columns_are_named_with_the_option_that_gives_them() {
    for (header, flag) in [
        ("date,score,tier", "--id"),
        ("id,score,tier", "--time"),
        ("id,date,tier", "--score"),
        ("id,date,score", "--tier"),
    ] {
        let error = refused(&format!("{header}\na,b,c\n"));
        assert_eq!((error.kind(), error.file()), (ErrorKind::Option, Some("history.csv")));
        assert!(error.to_string().contains(flag), "{error}");
    }
}

#[test]
fn empty_files_and_headers_alone_are_refused() {
    assert_eq!(refused("").kind(), ErrorKind::Format);
    assert_eq!(refused("id,date,score,tier\n").kind(), ErrorKind::TooLittleData);
}

#[test]
fn no_error_quotes_a_cell() {
    for row in ["a,2026-01-05,SECRET,Hot", "a,SECRET,1,Hot", "a,2026-01-05,1,SECRET", ",2026-01-05,1,SECRET"]
    {
        let error = refused(&format!("id,date,score,tier\n{row}\nb,2026-01-05,1,Hot\n"));
        assert_eq!(error.row(), Some(2));
        assert!(!error.to_string().contains("SECRET"), "{error}");
    }
}

#[test]
fn clocks_that_run_backwards_are_put_in_order() {
    let text = "id,date,score,tier\na,2026-03-05,80,Hot\na,2026-01-05,10,Cold\na,2026-01-05,20,Cool\n";
    let moves = monthly(text).overview.migration.unwrap();
    assert_eq!((moves.up, moves.leads), (1, 1));
    let notes = history(text).notes().to_vec();
    assert_eq!(notes, [Note::Unordered { leads: 1, first_row: 3 }, Note::SameTime { rows: 1, first_row: 3 }]);
}

#[test]
fn hostile_and_very_long_names_are_names() {
    let long = "x".repeat(10_000);
    for name in ["<script>alert(1)</script>", "🦊", "\u{202e}gnp.exe", "=cmd()", "a\nb", "a\"b", &long] {
        let name = name.replace('"', "\"\"");
        let text =
            format!("id,date,score,tier,source,owner\n\"{name}\",2026-01-05,5,Hot,\"{name}\",\"{name}\"\n");
        let sources = monthly(&text).overview.sources.unwrap();
        assert_eq!(sources[0].source.as_deref(), Some(name.replace("\"\"", "\"").as_str()));
    }
}

#[test]
fn columns_can_be_named_and_outcomes_given_other_words() {
    let mut options = HistoryOptions::default();
    options.columns = vec![(Role::Id, "k".into()), (Role::Score, "s".into()), (Role::Outcome, "end".into())];
    (options.won, options.lost) = (vec!["Signed".into()], vec!["Gone".into()]);
    let text =
        "k;s;Tier;Date;end\n1;5;hot;2026-01-05;signed\n2;6;cold;2026-01-05;gone\n3;7;cool;2026-01-05;later\n";
    let history = History::read(text.as_bytes(), "h.csv", &options).unwrap();
    assert_eq!(history.leads(), 3);
    // The two without a day of closing are noted as well.
    let others = Note::OtherOutcomes { values: 1, rows: 1 };
    assert_eq!(history.notes(), [others, Note::ClosedWithoutDay { leads: 2, first_row: 2 }]);
}
