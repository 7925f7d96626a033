//! Cells of the CSV files we write, and plain numbers.

use std::borrow::Cow;

/// The text of a cell such that no spreadsheet takes it for a formula.
///
/// A text that starts with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe in front, unless it is a plain number
/// such as `-5` (OWASP, "CSV Injection"). Quoting is left to the CSV writer.
#[must_use]
pub fn safe_csv_cell(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && plain_number(text).is_none() {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The number a text of digits, sign, decimal point and exponent is; infinite beyond the range of `f64`.
pub(crate) fn plain_number(text: &str) -> Option<f64> {
    // Rust would also take `inf` and `nan`.
    if !text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'+' | b'-' | b'e' | b'E')) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_numbers_kept() {
        for text in ["=1+2", "+cmd", "-a", "@sum", "\tx", "\r=1", "-5-3", "-inf", "+1 234", "-"] {
            assert_eq!(safe_csv_cell(text), format!("'{text}"));
        }
        for text in ["", "plain", "-5", "+0.5", "-1e-3", "a=b", " =1", "5"] {
            assert_eq!(safe_csv_cell(text), text);
        }
    }
}
