//! Laws that hold for any cells.

use lead_scoring_core::{Kind, ReadOptions, read_table};
use proptest::prelude::*;

/// Cells with everything that could trip a reader, but no outer white space, which reading takes off.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{0,3}", "[0-9]{1,4}(\\.[0-9]{1,3})?", "[a-zA-Z0-9 ,;|\t\"'\r\näß€🦀]{0,40}",]
        .prop_map(|cell| cell.trim().to_owned())
}

fn grid() -> impl Strategy<Value = Vec<Vec<String>>> {
    (2..6_usize).prop_flat_map(|columns| prop::collection::vec(prop::collection::vec(cell(), columns), 1..40))
}

fn written(grid: &[Vec<String>], separator: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    let headers: Vec<String> = (0..grid[0].len()).map(|at| format!("h{at}")).collect();
    writer.write_record(&headers).unwrap();
    grid.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

fn separated_by(separator: u8) -> ReadOptions {
    let mut options = ReadOptions::default();
    options.separator = Some(separator);
    options
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_written_is_read(grid in grid(), separator in prop::sample::select(b",;\t|".to_vec())) {
        let table = read_table(&written(&grid, separator)[..], "x", &separated_by(separator)).unwrap();
        prop_assert_eq!(table.rows(), grid.len());
        for (row, cells) in grid.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                prop_assert_eq!(table.text(column, row).unwrap_or(""), cell);
            }
        }
    }

    #[test]
    fn permuting_rows_permutes_values(grid in grid(), seed in any::<prop::sample::Index>()) {
        let mut turned = grid.clone();
        turned.rotate_left(seed.index(grid.len()));
        let options = separated_by(b',');
        let read = |grid| read_table(&written(grid, b',')[..], "x", &options).unwrap();
        let (one, other) = (read(&grid), read(&turned));
        prop_assert_eq!(one.infer_kinds(&options), other.infer_kinds(&options));
        let (Ok(one), Ok(other)) = (one.into_dataset(&options), other.into_dataset(&options)) else { return Ok(()) };
        for (a, b) in one.columns().iter().zip(other.columns()) {
            // Equally frequent spellings merge under the first, and items are listed as they first appear.
            if matches!(a.kind(), Kind::Category | Kind::Set) {
                prop_assert_eq!(a.filled(), b.filled());
                continue;
            }
            for row in 0..grid.len() {
                prop_assert_eq!(a.text((row + seed.index(grid.len())) % grid.len()), b.text(row));
            }
        }
    }

    /// Text without a quote is split in another way than text with one.
    #[test]
    fn a_quote_somewhere_changes_nothing(text in "[ab,\r\n ]{0,200}") {
        let read = |header: &str| read_table(format!("{header}{text}").as_bytes(), "x", &separated_by(b','));
        match (read("x,y\n"), read("\"x\",y\n")) {
            (Ok(plain), Ok(quoted)) => {
                prop_assert_eq!(plain.row_numbers(), quoted.row_numbers());
                for row in 0..plain.rows() {
                    prop_assert_eq!([0, 1].map(|at| plain.text(at, row)), [0, 1].map(|at| quoted.text(at, row)));
                }
            }
            (Err(plain), Err(quoted)) => prop_assert_eq!(plain.to_string(), quoted.to_string()),
            _ => prop_assert!(false, "one was read, the other refused"),
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(table) = read_table(&bytes[..], "x", &ReadOptions::default()) {
            let kinds = table.infer_kinds(&ReadOptions::default());
            if let Ok(data) = table.into_dataset(&ReadOptions::default()) {
                prop_assert_eq!(data.columns().iter().map(|column| column.kind()).collect::<Vec<_>>(), kinds);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused_under_any_kind(text in "[-0-9a-zäé,;|\"\n\r./$%() ]{0,120}", at in 0..7_usize) {
        let mut options = ReadOptions::default();
        let kinds = [Kind::Number, Kind::Category, Kind::Flag, Kind::Date, Kind::Set, Kind::Identifier, Kind::Text];
        let text = format!("x\n{text}");
        options.kinds = vec![("x".into(), kinds[at])];
        if let Ok(data) = read_table(text.as_bytes(), "x", &options).and_then(|table| table.into_dataset(&options)) {
            prop_assert_eq!(data.columns()[0].kind(), kinds[at]);
            prop_assert!(data.columns()[0].filled() <= data.rows());
        }
    }
}
