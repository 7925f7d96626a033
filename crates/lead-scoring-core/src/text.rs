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

/// How many of a list are named where about `most` of them should be: all of them where that hides one only, for "and 1 more" is no
/// shorter than its name.
#[must_use]
pub const fn named_of(count: usize, most: usize) -> usize {
    if count.saturating_sub(most) <= 1 { count } else { most }
}

/// What lifts a half that arithmetic left a few last bits too low; no other figure prints otherwise for it.
const HALF_UP: f64 = 1.0 + 4.0 * f64::EPSILON;

/// A number with so many decimals and commas between the thousands, without a sign before 0. Halves are rounded away from 0.
#[must_use]
pub fn decimals(value: f64, places: usize) -> String {
    let text = format!("{:.places$}", value.abs() * HALF_UP);
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let is_zero = text.bytes().all(|b| matches!(b, b'0' | b'.'));
    let sign = if value < 0.0 && !is_zero { "-" } else { "" };
    format!("{sign}{}{fraction}", group_digits(whole))
}

/// A share of 0 to 1 as a percentage with so many decimals: `"37 %"`, `"0.4 %"`. Next to nothing and next to all it gives a bound,
/// `"< 0.1 %"` and `"> 99.9 %"`: 0 % and 100 % only where they are exact.
#[must_use]
pub fn percentage(share: f64, places: usize) -> String {
    let printed = |value: f64| decimals(value, places);
    let least = 0.1_f64.powi(i32::try_from(places).unwrap_or(i32::MAX));
    let text = printed(100.0 * share);
    if share > 0.0 && text == printed(0.0) {
        return format!("< {} %", printed(least));
    }
    if share < 1.0 && text == printed(100.0) {
        return format!("> {} %", printed(100.0 - least));
    }
    format!("{text} %")
}

/// A count with its noun: `"1 row"`, `"1,204 rows"`.
#[must_use]
pub fn counted(count: u64, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(count))
}

/// How the numbers of one field are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NumberStyle {
    /// With commas between the thousands, and no needless digits: `"2,024"`, `"50,001"`, `"0.25"`.
    Grouped,
    /// Years, which have none: `"2024"`.
    Years,
}

impl NumberStyle {
    /// The style of a field with these numbers: years where nine of ten of them or more are whole and lie in 1900 to 2100. The others may
    /// be codes for a missing one.
    #[must_use]
    pub fn of(numbers: impl IntoIterator<Item = f64>) -> Self {
        let is_year = |number: f64| number.fract() == 0.0 && (1900.0..=2100.0).contains(&number);
        let (years, all) = numbers
            .into_iter()
            .fold((0_usize, 0_usize), |(years, all), number| (years + usize::from(is_year(number)), all + 1));
        if years > 0 && 10 * years >= 9 * all { Self::Years } else { Self::Grouped }
    }

    /// A number of the field.
    #[must_use]
    pub fn text(self, number: f64) -> String {
        let text = number.to_string();
        if self == Self::Years {
            return text;
        }
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
        let (whole, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
        // Infinities and the like have no digits to group.
        let whole =
            if whole.bytes().all(|b| b.is_ascii_digit()) { group_digits(whole) } else { whole.into() };
        format!("{sign}{whole}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits() {
        let texts = [0.0, -0.25, 999.0, 2024.0, 50_001.0, -1_234_567.5, f64::INFINITY]
            .map(|number| NumberStyle::Grouped.text(number));
        assert_eq!(texts, ["0", "-0.25", "999", "2,024", "50,001", "-1,234,567.5", "inf"]);
        assert_eq!(NumberStyle::Years.text(2024.0), "2024");
    }

    #[test]
    fn years_are_told_by_their_values() {
        assert_eq!(NumberStyle::of([1996.0, 2017.0, 2026.0]), NumberStyle::Years);
        assert_eq!(
            NumberStyle::of((2000..2020).map(f64::from).chain([9999.0])),
            NumberStyle::Years,
            "a code among them"
        );
        assert_eq!(NumberStyle::of([1990.0, 2000.0, 2500.0]), NumberStyle::Grouped);
        assert_eq!(NumberStyle::of([1990.5, 2000.0]), NumberStyle::Grouped);
        assert_eq!(NumberStyle::of([]), NumberStyle::Grouped);
    }

    #[test]
    fn only_what_is_certain_is_printed_as_certain() {
        let texts =
            [0.0, 1.0 / 6930.0, 0.000_6, 0.5, 0.999_999, 1.0, -0.0, -0.02].map(|share| percentage(share, 1));
        assert_eq!(texts, ["0.0 %", "< 0.1 %", "0.1 %", "50.0 %", "> 99.9 %", "100.0 %", "0.0 %", "-2.0 %"]);
        assert_eq!(
            [0.002, 0.12, 0.996, 12.5].map(|share| percentage(share, 0)),
            ["< 1 %", "12 %", "> 99 %", "1,250 %"]
        );
    }

    #[test]
    fn no_list_hides_one() {
        assert_eq!([0, 3, 4, 5, 6, 40].map(|count| named_of(count, 4)), [0, 3, 4, 5, 4, 4]);
    }

    #[test]
    fn thousands_are_separated() {
        let texts = [0, 12, 999, 1_000, 31_204, 1_000_000].map(grouped);
        assert_eq!(texts, ["0", "12", "999", "1,000", "31,204", "1,000,000"]);
        assert_eq!((counted(1, "row"), counted(1_204, "row")), ("1 row".to_owned(), "1,204 rows".to_owned()));
    }
}
