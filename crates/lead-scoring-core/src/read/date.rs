//! Days as people write them: ISO 8601 days and moments, `2024/03/31`, `31.03.2024`, `3/31/2024`, `31/3/24`.
//!
//! A time of day and a zone are read over: the day is the one written. Two-digit years 00-68 lie in 2000-2068, 69-99 in 1969-1999
//! (POSIX `strptime`, `%y`).

use super::Cell;
use super::options::DateOrder;
use super::profile::Profile;
use crate::Day;

/// The numbers of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Parts {
    /// Year, month, day.
    Named(i16, i8, i8),
    /// Month and day in either order, and the year.
    Open(i8, i8, i16),
}

/// A column's cells as days.
pub(super) struct Reading {
    /// For each known distinct text of the profile, in order, the day it is.
    pub(super) cells: Vec<Cell<Day>>,
    /// Whether the month was taken to come first without any cell that tells.
    pub(super) month_first_assumed: bool,
}

impl Reading {
    pub(super) fn new(profile: &Profile<'_>, order: DateOrder) -> Self {
        let parts: Vec<Option<Parts>> = profile.texts().map(parts).collect();
        let (order, month_first_assumed) = settle(&parts, order);
        let cells =
            parts.iter().map(|parts| parts.map_or(Cell::Unreadable, |parts| day(parts, order))).collect();
        Self { cells, month_first_assumed }
    }
}

/// Whether a column is one of dates: 95 % of its known cells are.
pub(super) fn is_date(profile: &Profile<'_>) -> bool {
    let mut others = 0_u64;
    for (_, text, count) in profile.iter() {
        if parts(text).is_none() {
            others += u64::from(count);
            // Most columns hold no dates at all and are done with here.
            if others.saturating_mul(20) > profile.filled {
                return false;
            }
        }
    }
    profile.filled > 0
}

/// The order of month and day in a column, and whether it is a guess. Where cells contradict each other most texts decide.
fn settle(parts: &[Option<Parts>], order: DateOrder) -> (DateOrder, bool) {
    if order != DateOrder::Detect {
        return (order, false);
    }
    let (mut open, mut day_first, mut month_first) = (0, 0, 0);
    for parts in parts {
        if let Some(Parts::Open(first, second, _)) = parts {
            open += 1;
            day_first += usize::from(*first > 12 && *second <= 12);
            month_first += usize::from(*second > 12 && *first <= 12);
        }
    }
    let order = if day_first > month_first { DateOrder::DayFirst } else { DateOrder::MonthFirst };
    (order, open > 0 && day_first == month_first)
}

fn day(parts: Parts, order: DateOrder) -> Cell<Day> {
    let day = match (parts, order) {
        (Parts::Named(year, month, day), _) | (Parts::Open(day, month, year), DateOrder::DayFirst) => {
            Day::from_calendar(year, month, day)
        }
        (Parts::Open(month, day, year), _) => Day::from_calendar(year, month, day),
    };
    day.map_or(Cell::Impossible, Cell::Value)
}

/// The numbers of a text that has the form of a date.
fn parts(text: &str) -> Option<Parts> {
    if !text.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let (date, time) = text.split_once([' ', 'T']).map_or((text, None), |(date, time)| (date, Some(time)));
    if time.is_some_and(|time| !is_time(time)) {
        return None;
    }
    let separator = date.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '-' | '/' | '.'))?;
    let mut numbers = date.split(separator);
    let (Some(a), Some(b), Some(c), None) = (numbers.next(), numbers.next(), numbers.next(), numbers.next())
    else {
        return None;
    };
    if a.len() == 4 {
        return Some(Parts::Named(number(a, 4)?, small(b)?, small(c)?));
    }
    match (separator, c.len()) {
        ('.', 4) => Some(Parts::Named(number(c, 4)?, small(b)?, small(a)?)),
        ('/' | '-', 4) => Some(Parts::Open(small(a)?, small(b)?, number(c, 4)?)),
        ('/', 2) => {
            let year = number(c, 2)?;
            Some(Parts::Open(small(a)?, small(b)?, if year < 69 { 2000 + year } else { 1900 + year }))
        }
        _ => None,
    }
}

/// A month or day of month: one or two digits.
fn small(text: &str) -> Option<i8> {
    number(text, 2).and_then(|number| i8::try_from(number).ok())
}

/// A number of one to `longest` digits.
fn number(text: &str, longest: usize) -> Option<i16> {
    let digits = (1..=longest).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// Hours and minutes, and whatever may follow: seconds, AM or PM, a zone.
fn is_time(text: &str) -> bool {
    let text = text.trim();
    let Some((hours, rest)) = text.split_once(':') else { return false };
    let minutes = rest.as_bytes();
    let follows = |b: u8| b.is_ascii_alphanumeric() || b" .,:+-/_[]".contains(&b);
    number(hours, 2).is_some()
        && minutes.len() >= 2
        && minutes[..2].iter().all(u8::is_ascii_digit)
        && minutes[2..].iter().all(|&b| follows(b))
        && minutes.get(2).is_none_or(|b| !b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: DateOrder) -> Option<String> {
        match day(parts(text)?, order) {
            Cell::Value(day) => Some(day.to_string()),
            _ => Some("impossible".to_owned()),
        }
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in [
            "2024-03-31",
            "2024-3-31",
            "2024/03/31",
            "31.03.2024",
            "31.3.2024 8:05",
            "2024-03-31T23:59:59Z",
            "2024-03-31 00:00:00.000+02:00",
            "2024-03-31T10:00:00+01:00[Europe/Berlin]",
            "3/31/2024 10:15 PM",
            "03-31-2024",
            "3/31/24",
        ] {
            assert_eq!(read(text, DateOrder::MonthFirst).as_deref(), Some("2024-03-31"), "{text}");
        }
        assert_eq!(read("3/4/2024", DateOrder::DayFirst).as_deref(), Some("2024-04-03"));
        assert_eq!(read("3/4/2024", DateOrder::MonthFirst).as_deref(), Some("2024-03-04"));
        assert_eq!(read("1/2/69", DateOrder::MonthFirst).as_deref(), Some("1969-01-02"));
    }

    #[test]
    fn days_in_no_calendar_are_impossible_and_other_texts_no_dates() {
        for text in ["2024-02-31", "0000-00-00", "2023-02-29", "13/13/2024", "99.99.2024"] {
            assert_eq!(read(text, DateOrder::MonthFirst).as_deref(), Some("impossible"), "{text}");
        }
        for text in [
            "",
            "20240331",
            "2024",
            "2024-03",
            "2024-03-31-1",
            "1.2.3",
            "31.03.24",
            "3-31-24",
            "2024-03-31 soon",
            "2024-03-31T",
            "a-b-c",
            "2024-003-31",
            "12:30",
            "2024-03-31T1:2",
            "2024-03-31 10:000",
            "1/2/3",
            "٣/4/2024",
            "2024-03/31",
            "5 days",
        ] {
            assert_eq!(read(text, DateOrder::MonthFirst), None, "{text}");
        }
    }

    #[test]
    fn the_parts_over_twelve_settle_the_order() {
        let settle = |texts: &[&str]| {
            settle(&texts.iter().map(|text| parts(text)).collect::<Vec<_>>(), DateOrder::Detect)
        };
        assert_eq!(settle(&["1/2/2024", "13/2/2024"]), (DateOrder::DayFirst, false));
        assert_eq!(settle(&["1/2/2024", "2/13/2024"]), (DateOrder::MonthFirst, false));
        assert_eq!(settle(&["1/2/2024", "x"]), (DateOrder::MonthFirst, true));
        assert_eq!(settle(&["2024-01-02"]), (DateOrder::MonthFirst, false));
    }
}
