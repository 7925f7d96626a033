//! Rows by column name, and the CSV writer.

use std::collections::BTreeMap;

use crate::error::Error;

/// One row: cell by column name. A column without a cell is written blank.
pub(crate) type Record = BTreeMap<&'static str, String>;

/// `Yes` or `No`.
pub(crate) fn flag(yes: bool) -> String {
    if yes { "Yes" } else { "No" }.to_owned()
}

/// Dollars with thousands separators: `$24,500`.
pub(crate) fn money(dollars: u32) -> String {
    format!("${}", grouped(dollars))
}

/// Digits in groups of three: `1,200`.
pub(crate) fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The records as CSV with the columns of `header`, in that order.
pub(crate) fn to_csv(header: &[&'static str], records: &[Record]) -> Result<Vec<u8>, Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header)?;
    for record in records {
        writer.write_record(header.iter().map(|column| record.get(column).map_or("", String::as_str)))?;
    }
    writer.into_inner().map_err(|e| e.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_from_the_right() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1200), "1,200");
        assert_eq!(money(1_024_500), "$1,024,500");
    }

    #[test]
    fn cells_follow_the_header_and_are_quoted_when_needed() {
        let records = [Record::from([("b", "x, \"y\"".to_owned()), ("a", "1".to_owned())]), Record::new()];
        let bytes = to_csv(&["a", "b"], &records).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "a,b\n1,\"x, \"\"y\"\"\"\n,\n");
    }
}
