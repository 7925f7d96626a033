//! Every bad input is refused with its kind, its place and advice, and without the cell's content.

use crate::{dataset, one_column, table};
use lead_scoring_core::{Error, ErrorKind, Kind, ReadOptions};

fn place(error: &Error) -> (ErrorKind, Option<u64>, Option<&str>) {
    assert_eq!(error.file(), Some("deals.csv"));
    (error.kind(), error.row(), error.column())
}

fn refused(text: impl AsRef<[u8]>) -> Error {
    table(text).unwrap_err()
}

#[test]
fn other_encodings_are_refused_with_the_cell() {
    let error = refused(b"name,city\nAnn,Bern\n\nBob,Z\xFCrich\n");
    assert_eq!(place(&error), (ErrorKind::Format, Some(4), Some("city")));
    assert!(error.to_string().contains("UTF-8"));
    assert_eq!(
        place(&refused(b"name,gr\xF6sse\n1,2\n")),
        (ErrorKind::Format, Some(1), Some("gr\u{FFFD}sse"))
    );
}

#[test]
fn nul_bytes_and_broken_utf16_are_refused_with_the_cell() {
    let error = refused(b"a,b\n1,2\0\n");
    assert_eq!(place(&error), (ErrorKind::Format, Some(2), Some("b")));
    assert!(error.to_string().contains("NUL"));
    let error = refused(b"\xFF\xFEa\0\n\0\x00\xD8\n\0");
    assert_eq!(place(&error), (ErrorKind::Format, Some(2), Some("a")));
    assert!(error.to_string().contains("UTF-16"));
}

#[test]
fn files_without_rows_are_refused() {
    for text in ["", "\n\n", "\u{FEFF}", "sep=;\n"] {
        assert_eq!(place(&refused(text)), (ErrorKind::Format, None, None), "{text:?}");
    }
    for text in ["a,b", "a,b\n", "a,b\n\n  \n"] {
        assert_eq!(place(&refused(text)), (ErrorKind::TooLittleData, None, None), "{text:?}");
    }
}

#[test]
fn names_given_twice_are_refused_with_both_positions() {
    let error = refused("a,b, a \n1,2,3\n");
    assert_eq!(place(&error), (ErrorKind::Format, Some(1), Some("a")));
    assert!(error.to_string().contains("columns 1 and 3"), "{error}");
    assert_eq!(place(&refused("column 2,\n1,2\n")).0, ErrorKind::Format);
}

#[test]
fn ragged_rows_are_refused_with_both_counts() {
    let error = refused("a,b\n\"1\n2\",2\n\n1,secret,3\n");
    assert_eq!(place(&error), (ErrorKind::Format, Some(4), None));
    assert!(error.to_string().contains("has 3 cells, the header 2"), "{error}");
    assert!(refused("a,b\n1\n").to_string().contains("has 1 cell, the header 2"));
}

#[test]
fn open_quotes_are_refused() {
    for (text, row, column) in [
        ("a,b\n1,2\n3,\"secret\n5,6\n", 3, "b"),
        ("a,b\n\"secret,2\n", 2, "a"),
        ("a,\"b\n1,2\n", 1, "b\n1,2"),
        ("a,b\n1,2\n3,\"x\"\"\n", 3, "b"),
    ] {
        let error = refused(text);
        assert_eq!(place(&error), (ErrorKind::Format, Some(row), Some(column)));
        assert!(error.to_string().contains("quote") && !error.to_string().contains("secret"), "{error}");
    }
}

#[test]
fn huge_cells_are_refused() {
    let mut options = ReadOptions::default();
    options.max_cell_bytes = 10;
    assert!(dataset("a,b\n1234567890,1\n", &options).is_ok());
    let error = dataset("a,b\n1,2\n1,12345678901\n", &options).unwrap_err();
    assert_eq!(place(&error), (ErrorKind::Limit, Some(3), Some("b")));
    assert!(error.to_string().contains("quote"));
    // A quote that closes far below makes a cell both large and the row ragged; the size tells more.
    let error = dataset("a,b\n\"1,2\n1,2\n1,2\n1,\"2\n1,2\n", &options).unwrap_err();
    assert_eq!(place(&error), (ErrorKind::Limit, Some(2), Some("a")));
    assert_eq!(place(&dataset("a,12345678901\n1,2\n", &options).unwrap_err()).1, Some(1));
}

#[test]
fn impossible_cells_are_refused_with_advice() {
    let numbers = one_column((0..30).map(|i| i.to_string()).chain(["1e999".to_owned()]));
    let dates = one_column((1..30).map(|i| format!("2024-01-{i:02}")).chain(["2024-02-31".to_owned()]));
    for (text, row, content) in [(&numbers, 32, "999"), (&dates, 31, "02-31")] {
        let error = dataset(text, &ReadOptions::default()).unwrap_err();
        assert_eq!(place(&error), (ErrorKind::Value, Some(row), Some("x")));
        assert!(error.to_string().contains("correct the cell or name it with --missing"));
        assert!(!error.to_string().contains(content));
    }
    let mut options = ReadOptions::default();
    options.missing = vec!["1E999".into(), "2024-02-31".into()];
    for text in [&numbers, &dates] {
        let data = dataset(text, &options).unwrap();
        assert_eq!(data.columns()[0].filled(), data.rows() - 1);
    }
}

#[test]
fn impossible_cells_are_refused_under_a_given_kind_too() {
    let mut options = ReadOptions::default();
    for (kind, cell) in [(Kind::Number, "-1e999"), (Kind::Date, "31.02.2024")] {
        options.kinds = vec![("x".into(), kind)];
        assert_eq!(
            place(&dataset(one_column(["a", "b", cell]), &options).unwrap_err()),
            (ErrorKind::Value, Some(4), Some("x"))
        );
        options.kinds = vec![("x".into(), Kind::Category)];
        assert!(dataset(one_column(["a", "b", cell]), &options).is_ok());
    }
}

#[test]
fn options_that_name_no_column_are_refused() {
    let mut options = ReadOptions::default();
    options.kinds = vec![("Amonut".into(), Kind::Number)];
    let error = dataset("Amount\n1\n", &options).unwrap_err();
    assert_eq!(place(&error), (ErrorKind::Option, None, None));
    assert!(error.to_string().contains("did you mean `Amount`"));
    let mut options = ReadOptions::default();
    options.missing_in = vec![("nothing".into(), vec!["999".into()])];
    assert_eq!(dataset("Amount\n1\n", &options).unwrap_err().kind(), ErrorKind::Option);
}

#[test]
fn separators_that_cannot_separate_are_refused() {
    let mut options = ReadOptions::default();
    for byte in [b'"', b'\n', b'\r', 0, 0xC3] {
        options.separator = Some(byte);
        assert_eq!(dataset("a,b\n1,2\n", &options).unwrap_err().kind(), ErrorKind::Option);
    }
}
