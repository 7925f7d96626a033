//! Counts as people read them; every crate that writes sentences shares these.

/// A whole number with commas between the thousands: `"1,204"`.
#[must_use]
pub fn grouped(count: u64) -> String {
    group_digits(&count.to_string())
}

/// Digits with commas between the thousands.
#[must_use]
pub fn group_digits(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A count with its noun: `"1 row"`, `"1,204 rows"`.
#[must_use]
pub fn counted(count: u64, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated() {
        let texts = [0, 12, 999, 1_000, 31_204, 1_000_000].map(grouped);
        assert_eq!(texts, ["0", "12", "999", "1,000", "31,204", "1,000,000"]);
        assert_eq!((counted(1, "row"), counted(1_204, "row")), ("1 row".to_owned(), "1,204 rows".to_owned()));
    }
}
