//! Which byte stands between cells.

use super::records::reader;

/// Tried in this order; of equals the first is taken.
const CANDIDATES: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Enough records to tell, and little enough to read four times.
const RECORDS_TRIED: usize = 100;
const BYTES_TRIED: usize = 1 << 18;

/// The separator, and where the header begins: after the line `sep=;` that Excel understands, if there is one.
pub(super) fn find(text: &[u8], given: Option<u8>) -> (u8, usize) {
    let (declared, start) = declared(text);
    let separator = given.or(declared).unwrap_or_else(|| detect(&text[start..]));
    (separator, start)
}

fn declared(text: &[u8]) -> (Option<u8>, usize) {
    let end = text.iter().position(|&b| b == b'\n').map_or(text.len(), |at| at + 1);
    let line = text[..end].trim_ascii_end();
    // A tab is white space, so `sep=<tab>` loses it to the trimming.
    match line {
        [name @ .., separator] if name.eq_ignore_ascii_case(b"sep=") => (Some(*separator), end),
        name if name.eq_ignore_ascii_case(b"sep=") && text[..end].get(4) == Some(&b'\t') => {
            (Some(b'\t'), end)
        }
        _ => (None, 0),
    }
}

/// The candidate that splits most records into as many cells as the header, then the one that gives the most cells.
fn detect(text: &[u8]) -> u8 {
    let cut = text.len() > BYTES_TRIED;
    let head = &text[..text.len().min(BYTES_TRIED)];
    let mut best = (0.0, 1, CANDIDATES[0]);
    for separator in CANDIDATES {
        let mut counts = cell_counts(head, separator);
        // The cut runs through the last record.
        if cut && counts.len() > 1 && counts.len() < RECORDS_TRIED {
            counts.pop();
        }
        let cells = counts.first().copied().unwrap_or(0);
        if cells < 2 {
            continue;
        }
        let agree = counts.iter().filter(|&&count| count == cells).count() as f64 / counts.len() as f64;
        if (agree, cells) > (best.0, best.1) {
            best = (agree, cells, separator);
        }
    }
    best.2
}

fn cell_counts(text: &[u8], separator: u8) -> Vec<usize> {
    let records = reader(text, separator).into_byte_records();
    records.take(RECORDS_TRIED).map_while(|record| record.ok().map(|record| record.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_records_agree_on() {
        assert_eq!(find(b"a,b\n1,2\n", None), (b',', 0));
        assert_eq!(find(b"a;b\n1,5;2,5\n", None), (b';', 0));
        assert_eq!(find(b"a\tb\nx, y\tz, w\n", None), (b'\t', 0));
        assert_eq!(find(b"a|b\n1|2\n", None), (b'|', 0));
        assert_eq!(find(b"\"a;b\",\"c;d\"\n1,2\n", None), (b',', 0));
        assert_eq!(find(b"first, second;third\n1;2\n3;4\n", None), (b';', 0));
    }

    #[test]
    fn one_column_reads_as_commas() {
        assert_eq!(find(b"a\n1\n", None), (b',', 0));
        assert_eq!(find(b"", None), (b',', 0));
    }

    #[test]
    fn excel_may_declare_it_and_the_user_decides() {
        assert_eq!(find(b"sep=;\r\na,x;b\n1;2\n", None), (b';', 7));
        assert_eq!(find(b"SEP=\t\na\tb\n", None), (b'\t', 6));
        assert_eq!(find(b"sep=;\na;b\n", Some(b'|')), (b'|', 6));
        assert_eq!(find(b"a,b\n", Some(b';')), (b';', 0));
    }
}
