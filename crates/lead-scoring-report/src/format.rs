//! Figures as people read them. Nothing here ever yields "NaN", "inf" or "-0": what is not finite reads "not defined".

/// What is printed for a figure that does not exist.
pub(crate) const UNDEFINED: &str = "not defined";

/// A share of 0 to 1 as a percentage: `"0 %"`, `"0.4 %"`, `"37 %"`, `"99.8 %"`, `"< 0.1 %"`.
///
/// One decimal below 10 % and above 99 %, where a point matters; 0 % and 100 % only where they are exact.
pub(crate) fn percent(share: f64) -> String {
    let value = share * 100.0;
    if !value.is_finite() {
        return UNDEFINED.to_owned();
    }
    percentage(share, places(value))
}

/// The same without decimals.
pub(crate) fn whole_percent(share: f64) -> String {
    if share.is_finite() { percentage(share, 0) } else { UNDEFINED.to_owned() }
}

/// Decimals of a percentage.
fn places(value: f64) -> usize {
    usize::from(value > 0.0 && value < 100.0 && !(10.0..=99.0).contains(&value))
}

/// The same with so many decimals more.
pub(crate) fn finer_percent(share: f64, more: usize) -> String {
    let value = share * 100.0;
    if value.is_finite() { percentage(share, places(value) + more) } else { UNDEFINED.to_owned() }
}

/// The same with at least so many decimals.
pub(crate) fn percent_to(share: f64, least: usize) -> String {
    let value = share * 100.0;
    if value.is_finite() { percentage(share, places(value).max(least)) } else { UNDEFINED.to_owned() }
}

/// How many decimals [`finer_percent`] gives a share.
pub(crate) fn finer_places(share: f64, more: usize) -> usize {
    places(share * 100.0) + more
}

/// A rate and the limits of its interval: `37 %`, `31 %` and `44 %`.
///
/// All with the decimals of the rate, and one more where rate and limits would print alike; 0 % and 100 % only where they are exact.
pub(crate) fn rate(value: f64, lower: f64, upper: f64) -> [String; 3] {
    let shares = [value, lower, upper];
    if !shares.iter().all(|share| share.is_finite()) {
        return shares.map(percent);
    }
    let text = |share: f64, places: usize| {
        let least = 0.1_f64.powi(i32::try_from(places).unwrap_or(i32::MAX));
        let value = 100.0 * share;
        // Next to certainty only more decimals tell it apart from that.
        if value < least || value > 100.0 - least { percent(share) } else { percentage(share, places) }
    };
    let places = places(100.0 * value);
    let alike = |limit: f64| differ(value, limit) && text(value, places) == text(limit, places);
    let places = places + usize::from(alike(lower) || alike(upper));
    shares.map(|share| text(share, places))
}

/// A share as a percentage, with one more decimal where another share beside it would print alike.
pub(crate) fn percent_beside(share: f64, other: f64) -> String {
    if differ(share, other) && percent(share) == percent(other) {
        finer_percent(share, 1)
    } else {
        percent(share)
    }
}

/// An end of a range of shares, with as many decimals as the other end has, and one more where both would print alike.
pub(crate) fn percent_span(share: f64, other: f64) -> String {
    let least = places(other * 100.0);
    if differ(share, other) && percent_to(share, least) == percent_to(other, places(share * 100.0)) {
        finer_percent(share, 1)
    } else {
        percent_to(share, least)
    }
}

/// Whether two figures are not exactly the same.
pub(crate) fn differ(a: f64, b: f64) -> bool {
    a.total_cmp(&b).is_ne()
}

/// A number with so many decimals and commas between the thousands, as [`lead_scoring_core::decimals`].
pub(crate) fn decimals(value: f64, places: usize) -> String {
    if value.is_finite() { lead_scoring_core::decimals(value, places) } else { UNDEFINED.to_owned() }
}

use lead_scoring_core::percentage;
pub(crate) use lead_scoring_core::{counted, grouped as count};

/// A number that may be a part of a whole one: with one decimal unless that is 0.
pub(crate) fn tenths(value: f64) -> String {
    let text = decimals(value, 1);
    text.strip_suffix(".0").map_or(text.clone(), ToOwned::to_owned)
}

/// A number in a column of such: with one decimal where any of them is not whole.
pub(crate) fn tenths_among(value: f64, column: &[f64]) -> String {
    let whole = column.iter().all(|value| !tenths(*value).contains('.'));
    decimals(value, usize::from(!whole))
}

/// Points with their sign: `"+12"`, `"-3"`, `"0"`.
pub(crate) fn signed(points: i64) -> String {
    match points {
        1.. => format!("+{}", count(points.unsigned_abs())),
        0 => "0".to_owned(),
        _ => format!("-{}", count(points.unsigned_abs())),
    }
}

/// A p or q value: three decimals, or an upper bound where they would all be 0.
pub(crate) fn p_value(p: f64) -> String {
    if p.is_finite() && p < 0.001 { "< 0.001".to_owned() } else { decimals(p, 3) }
}

/// The same as the right side of an equation: `"= 0.031"`, `"< 0.001"`.
pub(crate) fn equals(p: f64) -> String {
    let text = p_value(p);
    if text.starts_with('<') { text } else { format!("= {text}") }
}

/// The whole equation: `"p = 0.031"`, `"p < 0.001"`.
pub(crate) fn p_equals(p: f64) -> String {
    format!("p {}", equals(p))
}

/// A lift: `"2.13x"`.
pub(crate) fn lift(value: f64) -> String {
    if value.is_finite() { format!("{}x", decimals(value, 2)) } else { UNDEFINED.to_owned() }
}

/// A text of at most so many characters, cut with an ellipsis: after a word, and before a bracket that would be left open, as long as that
/// leaves half of it.
pub(crate) fn clipped(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let room = most.saturating_sub(1);
    let mut kept: String = text.chars().take(room).collect();
    let ends_word = text.chars().nth(room).is_none_or(|next| !next.is_alphanumeric());
    let leaves_half = |at: &usize| 2 * kept[..*at].trim_end().chars().count() >= room;
    let word = kept.rfind(|c: char| !c.is_alphanumeric()).filter(|_| !ends_word).filter(leaves_half);
    kept.truncate(word.unwrap_or(kept.len()));
    let leaves_half = |at: &usize| 2 * kept[..*at].trim_end().chars().count() >= room;
    let open = open_bracket(&kept).filter(leaves_half);
    kept.truncate(open.unwrap_or(kept.len()));
    let is_loose = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '/' | '-' | '(' | '[' | '（' | '、' | '，')
    };
    format!("{}…", kept.trim_end_matches(is_loose))
}

/// Where the first bracket stands that is not closed.
fn open_bracket(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' | '{' | '（' => open.push(at),
            ')' | ']' | '}' | '）' => drop(open.pop()),
            _ => {}
        }
    }
    open.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_never_round_to_certainty() {
        let texts = [0.0, 0.0001, 0.004, 0.371, 0.9996, 1.0, -0.0].map(percent);
        assert_eq!(texts, ["0 %", "< 0.1 %", "0.4 %", "37 %", "> 99.9 %", "100 %", "0 %"]);
        assert_eq!(percent(f64::NAN), UNDEFINED);
    }

    #[test]
    fn halves_are_rounded_up() {
        // 40 of 320, 29 of 200 (14.499999999999998 when multiplied) and 33 of 400.
        assert_eq!([0.125, 29.0 / 200.0, 33.0 / 400.0].map(percent), ["13 %", "15 %", "8.3 %"]);
        assert_eq!([2.5, -2.5, 2.499_999_9].map(|value| decimals(value, 0)), ["3", "-3", "2"]);
    }

    #[test]
    fn shares_that_differ_print_differently_side_by_side() {
        assert_eq!([percent_beside(0.128, 0.132), percent_beside(0.132, 0.128)], ["12.8 %", "13.2 %"]);
        assert_eq!([percent_beside(0.13, 0.13), percent_beside(0.13, 0.2)], ["13 %", "13 %"]);
        assert_eq!([percent_beside(0.0712, 0.0714), percent_beside(0.0714, 0.0712)], ["7.12 %", "7.14 %"]);
        assert_eq!(finer_percent(f64::NAN, 1), UNDEFINED);
        assert_eq!([0.696, 0.083, 1.0].map(|share| percent_to(share, 1)), ["69.6 %", "8.3 %", "100.0 %"]);
        assert_eq!([percent_to(0.083, 0), percent_to(f64::NAN, 1)], ["8.3 %", UNDEFINED]);
        assert_eq!([finer_places(0.696, 1), finer_places(0.083, 1)], [1, 2]);
    }

    #[test]
    fn a_rate_differs_from_the_limits_of_its_interval() {
        assert_eq!(rate(0.37, 0.31, 0.44), ["37 %", "31 %", "44 %"]);
        assert_eq!(rate(0.1127, 0.1096, 0.1158), ["11.3 %", "11.0 %", "11.6 %"]);
        assert_eq!(rate(1.0, 0.57, 1.0), ["100 %", "57 %", "100 %"]);
        assert_eq!(rate(0.89, 0.86, 0.912), ["89 %", "86 %", "91 %"]);
        assert_eq!(rate(0.082, 0.031, 0.114), ["8.2 %", "3.1 %", "11.4 %"]);
        assert_eq!(rate(0.5, 0.001, 0.999), ["50 %", "0.1 %", "99.9 %"]);
        assert_eq!(rate(0.0, 0.0, 0.004), ["0 %", "0 %", "0.4 %"]);
        assert_eq!(rate(f64::NAN, 0.0, 1.0), [UNDEFINED, "0 %", "100 %"]);
    }

    #[test]
    fn numbers_have_no_negative_zero_and_grouped_thousands() {
        assert_eq!(decimals(-0.001, 2), "0.00");
        assert_eq!(decimals(-1234.567, 1), "-1,234.6");
        assert_eq!(
            (count(1_234_567), counted(1, "deal"), counted(2, "deal")),
            ("1,234,567".into(), "1 deal".into(), "2 deals".into())
        );
        assert_eq!([-3, 0, 12].map(signed), ["-3", "0", "+12"]);
        assert_eq!([0.0004, 0.0312].map(p_value), ["< 0.001", "0.031"]);
        assert_eq!(lift(2.126), "2.13x");
        assert_eq!([50.0, 50.04, 49.62, 1234.5].map(tenths), ["50", "50", "49.6", "1,234.5"]);
        assert_eq!([1.0, 2.5].map(|value| tenths_among(value, &[1.0, 2.5])), ["1.0", "2.5"]);
        assert_eq!([75.0, 74.98].map(|value| tenths_among(value, &[75.0, 74.98])), ["75", "75"]);
        assert_eq!(decimals(f64::INFINITY, 1), UNDEFINED);
    }

    #[test]
    fn both_ends_of_a_range_have_the_same_decimals() {
        let span = |low: f64, high: f64| [percent_span(low, high), percent_span(high, low)];
        assert_eq!(span(0.027, 0.1236), ["2.7 %", "12.4 %"]);
        assert_eq!(span(0.12, 0.27), ["12 %", "27 %"]);
        assert_eq!(span(0.121, 0.123), ["12.1 %", "12.3 %"]);
        assert_eq!(span(0.2, 0.2), ["20 %", "20 %"]);
    }

    #[test]
    fn long_lists_are_cut() {
        assert_eq!(clipped("abcdef", 4), "abc…");
        assert_eq!(clipped("no credits taken, all paid back", 20), "no credits taken…");
        assert_eq!(clipped("other credits (not at this bank)", 24), "other credits…");
        assert_eq!(clipped("(never at this or another bank) and so on", 16), "(never at this…");
        assert_eq!(clipped("kurz (a) und länger", 10), "kurz (a)…");
    }
}
