//! From bytes to cells.

use crate::{dataset, table};
use lead_scoring_core::{ErrorKind, ReadOptions, Table, read_table, read_table_file};

fn rows(table: &Table) -> Vec<Vec<Option<&str>>> {
    (0..table.rows())
        .map(|row| (0..table.headers().len()).map(|column| table.text(column, row)).collect())
        .collect()
}

#[test]
fn cells_and_headers_are_trimmed_and_blank_ones_are_empty() {
    let table = table(" Name ,,Size\n  Ann\t,x,\u{A0}\n\"  \",, 5 \n").unwrap();
    assert_eq!(table.headers(), ["Name", "column 2", "Size"]);
    assert_eq!(rows(&table), [[Some("Ann"), Some("x"), None], [None, None, Some("5")]]);
    assert_eq!((table.text(3, 0), table.text(0, 2), table.source()), (None, None, "deals.csv"));
}

#[test]
fn quotes_hold_separators_line_ends_and_quotes() {
    let table = table("a,b\r\n\"x, y\",\"one\r\ntwo\"\r\n\"say \"\"hi\"\"\",plain \"text\"\r\n").unwrap();
    assert_eq!(
        rows(&table),
        [[Some("x, y"), Some("one\r\ntwo")], [Some("say \"hi\""), Some("plain \"text\"")]]
    );
}

#[test]
fn encodings_with_a_mark_are_known() {
    let text = "Größe;Ort\n1;Zürich\n";
    let utf16 = |bytes: fn(u16) -> [u8; 2]| {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect::<Vec<u8>>()
    };
    for bytes in [
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        text.into(),
    ] {
        let table = table(bytes).unwrap();
        assert_eq!(table.headers(), ["Größe", "Ort"]);
        assert_eq!(rows(&table), [[Some("1"), Some("Zürich")]]);
    }
}

#[test]
fn separators_are_detected_declared_or_given() {
    for text in
        ["a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "a|b\n1|2\n", "sep=;\na;b\n1;2\n", "sep=:\na:b\n1:2\n"]
    {
        assert_eq!(rows(&table(text).unwrap()), [[Some("1"), Some("2")]], "{text}");
    }
    let mut options = ReadOptions::default();
    options.separator = Some(b':');
    let table = read_table("a:b\n1,5:2\n".as_bytes(), "x", &options).unwrap();
    assert_eq!(rows(&table), [[Some("1,5"), Some("2")]]);
}

#[test]
fn rows_are_numbered_as_in_a_spreadsheet() {
    let text = "a,b\n1,2\n\n\"x\ny\",4\n   \n5,6\n";
    assert_eq!(table(text).unwrap().row_numbers(), [2, 4, 6]);
    assert_eq!(table("\n  \na,b\n1,2\n").unwrap().row_numbers(), [4]);
    assert_eq!(dataset(text, &ReadOptions::default()).unwrap().row_numbers(), [2, 4, 6]);
}

#[test]
fn files_are_read_by_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("leads.csv");
    std::fs::write(&path, "a\n1\n").unwrap();
    let table = read_table_file(&path, &ReadOptions::default()).unwrap();
    assert_eq!((table.rows(), table.source()), (1, path.to_str().unwrap()));
    let error = read_table_file(folder.path().join("absent.csv"), &ReadOptions::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Io);
    assert!(error.to_string().contains("absent.csv"));
}
