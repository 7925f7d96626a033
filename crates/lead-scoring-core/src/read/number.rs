//! Numbers as people write them: `1,234.50`, `$ 1 200`, `(35)`, `12,5 %`, `EUR 1.234,56`.

use super::Cell;
use super::profile::{Profile, share};
use crate::csv_cell::plain_number;

/// The character before the fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Point,
    Comma,
}

impl Mark {
    const fn char(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// Whether `c` may stand between groups of three digits.
    const fn groups(self, c: char) -> bool {
        match c {
            '\'' | '\u{2019}' | ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}' => true,
            ',' => matches!(self, Self::Point),
            '.' => matches!(self, Self::Comma),
            _ => false,
        }
    }
}

/// Signs and ISO 4217 codes of currencies, three bytes at most.
const CURRENCIES: [&str; 36] = [
    "US$", "R$", "$", "€", "£", "¥", "₹", "₽", "₩", "₺", "USD", "EUR", "GBP", "JPY", "CHF", "CNY", "INR",
    "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BRL", "MXN", "ZAR", "SGD", "HKD",
    "KRW", "TRY", "ILS", "AED",
];

/// A column's cells as numbers.
pub(super) struct Reading {
    /// For each known distinct text of the profile, in order, the number it is.
    pub(super) cells: Vec<Cell<f64>>,
    /// How many rows have the form of a number.
    rows: u64,
    distinct: usize,
}

impl Reading {
    /// Reads a column with a decimal point or, where that fails and more cells can be read so, with a decimal comma.
    pub(super) fn new(profile: &Profile<'_>) -> Self {
        let point = Self::with(profile, Mark::Point);
        if point.suffices(profile) {
            return point;
        }
        // Without marks both readings are the same.
        if !profile.texts().any(|text| text.contains([',', '.'])) {
            return point;
        }
        let comma = Self::with(profile, Mark::Comma);
        if comma.rows > point.rows { comma } else { point }
    }

    fn with(profile: &Profile<'_>, mark: Mark) -> Self {
        let mut reading = Self { cells: Vec::with_capacity(profile.distinct), rows: 0, distinct: 0 };
        for (_, text, count) in profile.iter() {
            let cell = parse(text, mark);
            if cell.has_form() {
                reading.rows += u64::from(count);
                reading.distinct += 1;
            }
            reading.cells.push(cell);
        }
        reading
    }

    /// Whether the column is one of numbers: 95 % of its known cells and 80 % of its distinct texts are.
    pub(super) fn suffices(&self, profile: &Profile<'_>) -> bool {
        let texts = share(self.distinct as u64, profile.distinct as u64);
        profile.filled > 0 && share(self.rows, profile.filled) >= 0.95 && texts >= 0.8
    }

    /// The numbers that were read.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> {
        self.cells.iter().filter_map(|cell| if let Cell::Value(value) = cell { Some(*value) } else { None })
    }
}

/// The number a text is.
pub(super) fn parse(text: &str, mark: Mark) -> Cell<f64> {
    // A point is no decimal mark beside decimal commas.
    let plain = if mark == Mark::Point || !text.contains('.') { plain_number(text) } else { None };
    match plain.or_else(|| dressed(text, mark)) {
        Some(number) if number.is_finite() => Cell::Value(number),
        Some(_) => Cell::Impossible,
        None => Cell::Unreadable,
    }
}

/// A number with sign, parentheses, currency, percent sign or groups of digits.
fn dressed(text: &str, mark: Mark) -> Option<f64> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let bare = text.trim();
    let (bare, in_parentheses) = match bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner.trim(), true),
        None => (bare, false),
    };
    let (bare, sign_before) = strip_sign(bare);
    let bare = strip_currency_before(bare);
    let (bare, sign_after) = if sign_before.is_none() { strip_sign(bare) } else { (bare, None) };
    let (bare, divisor) = bare.strip_suffix('%').map_or((bare, 1.0), |rest| (rest.trim_end(), 100.0));
    let bare = strip_currency_after(bare);
    let size = plain_number(&undecorated(bare, mark)?)? / divisor;
    let minus = sign_before.or(sign_after);
    if in_parentheses && minus.is_some() {
        return None;
    }
    Some(if in_parentheses || minus == Some(true) { -size } else { size })
}

/// The text after a leading sign, and whether that was a minus.
fn strip_sign(text: &str) -> (&str, Option<bool>) {
    for (sign, minus) in [('-', true), ('\u{2212}', true), ('+', false)] {
        if let Some(rest) = text.strip_prefix(sign) {
            return (rest.trim_start(), Some(minus));
        }
    }
    (text, None)
}

/// The text after a leading currency.
fn strip_currency_before(text: &str) -> &str {
    let name = text.find(ends_currency).map_or("", |end| &text[..end]);
    if is_currency(name) { text[name.len()..].trim_start() } else { text }
}

/// The text before a trailing currency.
fn strip_currency_after(text: &str) -> &str {
    let rest = text.trim_end_matches(|c| !ends_currency(c));
    if is_currency(&text[rest.len()..]) { rest.trim_end() } else { text }
}

/// Whether a character belongs to the number beside a currency.
fn ends_currency(c: char) -> bool {
    c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '-' | '+' | '\u{2212}')
}

fn is_currency(name: &str) -> bool {
    (1..=3).contains(&name.len()) && CURRENCIES.iter().any(|currency| currency.eq_ignore_ascii_case(name))
}

/// Digits grouped and with the column's decimal mark, as Rust writes them: `1'234,5` as `1234.5`. No sign but the exponent's.
fn undecorated(text: &str, mark: Mark) -> Option<String> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = mantissa.split_once(mark.char()).unwrap_or((mantissa, ""));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(fraction) {
        return None;
    }
    let mut plain = match whole.chars().find(|c| !c.is_ascii_digit()) {
        None => whole.to_owned(),
        Some(group) if mark.groups(group) => {
            let mut groups = whole.split(group);
            let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && all_digits(first))?;
            let mut digits = first.to_owned();
            for group in groups {
                if group.len() != 3 || !all_digits(group) {
                    return None;
                }
                digits.push_str(group);
            }
            digits
        }
        Some(_) => return None,
    };
    plain.push('.');
    plain.push_str(fraction);
    if let Some(exponent) = exponent {
        plain.push('e');
        plain.push_str(exponent);
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, mark: Mark) -> Option<f64> {
        match parse(text, mark) {
            Cell::Value(value) => Some(value),
            _ => None,
        }
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("5", 5.0),
            ("-5.25", -5.25),
            ("+.5", 0.5),
            ("5.", 5.0),
            ("1e3", 1000.0),
            ("1.5E-2", 0.015),
            ("1,234", 1234.0),
            ("1,234,567.5", 1_234_567.5),
            ("1 234", 1234.0),
            ("1\u{A0}234\u{A0}567", 1_234_567.0),
            ("1'234.5", 1234.5),
            ("$1,200", 1200.0),
            ("-$5", -5.0),
            ("$-5", -5.0),
            ("US$ 5", 5.0),
            ("€ 12.50", 12.5),
            ("12.50 €", 12.5),
            ("eur 7", 7.0),
            ("7 USD", 7.0),
            ("$5 USD", 5.0),
            ("(35)", -35.0),
            ("($1,000.00)", -1000.0),
            ("\u{2212}4", -4.0),
            ("12.5%", 0.125),
            ("12 %", 0.12),
        ] {
            assert_eq!(value(text, Mark::Point), Some(wanted), "{text}");
        }
    }

    #[test]
    fn decimal_commas_are_another_reading() {
        for (text, wanted) in [
            ("12,5", 12.5),
            ("1.234,56", 1234.56),
            ("1.234", 1234.0),
            ("EUR 1.234.567", 1_234_567.0),
            ("5", 5.0),
            ("1 234,5 €", 1234.5),
        ] {
            assert_eq!(value(text, Mark::Comma), Some(wanted), "{text}");
        }
        assert_eq!(parse("1.5", Mark::Comma), Cell::Unreadable);
        assert_eq!(parse("12,5", Mark::Point), Cell::Unreadable);
        assert_eq!(parse("1.234,56", Mark::Point), Cell::Unreadable);
    }

    #[test]
    fn other_texts_are_no_numbers() {
        for text in [
            "",
            "-",
            "abc",
            "inf",
            "NaN",
            "infinity",
            "1,23",
            "12,34,567",
            "1,2345",
            ",123",
            "1-2",
            "2024-01-05",
            "5/6",
            "e5",
            "1e",
            "1e1.5",
            "--5",
            "(-5)",
            "1 2",
            "1,234 567",
            "%",
            "$",
            "5 %%",
            "10-20",
            "٣",
            "(",
            "()",
            ".",
            "1e5e",
            "5 apples",
            "-(5)",
        ] {
            assert_eq!(parse(text, Mark::Point), Cell::Unreadable, "{text}");
        }
    }

    #[test]
    fn numbers_beyond_range_are_impossible() {
        for text in ["1e999", "-1e999", "$1e400", "(1e999)"] {
            assert_eq!(parse(text, Mark::Point), Cell::Impossible, "{text}");
        }
        assert_eq!(value("1e-999", Mark::Point), Some(0.0));
    }
}
