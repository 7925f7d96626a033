//! A point in time as a CRM writes it: always a day, often a time of day, sometimes the distance from UTC.

use lead_scoring_core::Day;
use serde::{Serialize, Serializer};
use std::fmt;

const DAY: i64 = 86_400;

/// A day, with a time of day and a distance from UTC as far as they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    day: Day,
    clock: Option<Clock>,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    /// Seconds since midnight.
    seconds: u32,
    /// Seconds that the clock is ahead of UTC.
    offset: Option<i32>,
}

impl Moment {
    /// A day without a time of day.
    #[must_use]
    pub const fn on(day: Day) -> Self {
        Self { day, clock: None }
    }

    /// A time of day of an unknown zone; `None` where a day has no such time.
    #[must_use]
    pub const fn at(day: Day, hour: u8, minute: u8, second: u8) -> Option<Self> {
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let seconds = hour as u32 * 3600 + minute as u32 * 60 + second as u32;
        Some(Self { day, clock: Some(Clock { seconds, offset: None }) })
    }

    pub(crate) const fn with_clock(day: Day, clock: Option<Clock>) -> Self {
        Self { day, clock }
    }

    /// The day, as written.
    #[must_use]
    pub const fn day(self) -> Day {
        self.day
    }

    /// Whether the time of day is known.
    #[must_use]
    pub const fn has_time(self) -> bool {
        self.clock.is_some()
    }

    /// Seconds from `earlier` to `self`; `None` where a time of day is not known, or the distance from UTC of one of the two only.
    #[must_use]
    pub fn seconds_since(self, earlier: Self) -> Option<i64> {
        let (one, other) = (self.clock?, earlier.clock?);
        (one.offset.is_some() == other.offset.is_some()).then(|| self.order_key() - earlier.order_key())
    }

    /// Seconds on one line of time, for order: a day without a time counts from midnight, a time without a zone as UTC.
    pub(crate) fn order_key(self) -> i64 {
        let (seconds, offset) =
            self.clock.map_or((0, 0), |clock| (clock.seconds, clock.offset.unwrap_or_default()));
        i64::from(self.day.epoch_days()) * DAY + i64::from(seconds) - i64::from(offset)
    }
}

impl fmt::Display for Moment {
    /// ISO 8601 to the second, `2026-10-31T09:05:00+02:00`, as far as known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.day.fmt(f)?;
        let Some(Clock { seconds, offset }) = self.clock else { return Ok(()) };
        write!(f, "T{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)?;
        match offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(offset) => {
                let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.unsigned_abs() / 60);
                write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Clock {
    /// The time of day behind the date of a text: `8:05`, `10:15 PM`, `23:59:59.25Z`, `10:00:00+01:00[Europe/Berlin]`.
    ///
    /// `None` where there is none, or its zone is a name: what a zone's name meant on a day is not known here.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let (_, time) = text.split_once([' ', 'T'])?;
        let (hours, rest) = time.trim().split_once(':')?;
        let (minutes, rest) = two_digits(rest)?;
        let (seconds, rest) = rest.strip_prefix(':').map_or(Some((0, rest)), two_digits)?;
        let rest = match rest.strip_prefix(['.', ',']) {
            Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
            None => rest,
        };
        let (hours, rest) = to_24(hours.parse().ok()?, rest.trim_start())?;
        if hours > 23 || minutes > 59 || seconds > 59 {
            return None;
        }
        let offset = if rest.is_empty() { None } else { Some(offset(rest)?) };
        Some(Self { seconds: hours * 3600 + minutes * 60 + seconds, offset })
    }
}

/// The number of a text's first two characters, and the rest.
fn two_digits(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(2)?;
    let number = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?;
    Some((number?, rest))
}

/// The hour of a clock of twelve hours, where AM or PM follows it.
fn to_24(hour: u32, rest: &str) -> Option<(u32, &str)> {
    let Some((half, after)) = rest.split_at_checked(2) else { return Some((hour, rest)) };
    let noon = if half.eq_ignore_ascii_case("pm") {
        12
    } else if half.eq_ignore_ascii_case("am") {
        0
    } else {
        return Some((hour, rest));
    };
    (1..=12).contains(&hour).then(|| (hour % 12 + noon, after.trim_start()))
}

/// Seconds ahead of UTC: `Z`, `UTC`, `+02:00`, `-0530`, `+01`; a name in brackets may follow.
fn offset(zone: &str) -> Option<i32> {
    const MOST: u32 = 18 * 60;
    let zone = zone.split_once('[').map_or(zone, |(offset, _)| offset).trim();
    if ["z", "utc", "gmt"].iter().any(|name| zone.eq_ignore_ascii_case(name)) {
        return Some(0);
    }
    let sign = match zone.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let (hours, rest) = two_digits(zone.get(1..)?)?;
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let (minutes, end) = if rest.is_empty() { (0, "") } else { two_digits(rest)? };
    let total = hours * 60 + minutes;
    (end.is_empty() && minutes < 60 && total <= MOST).then(|| sign * total.cast_signed() * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> String {
        let day = Day::from_calendar(2026, 3, 31).unwrap();
        Moment::with_clock(day, Clock::of(text)).to_string()
    }

    #[test]
    fn times_are_read_as_crms_write_them() {
        for (text, wanted) in [
            ("2026-03-31", "2026-03-31"),
            ("31.03.2026 8:05", "2026-03-31T08:05:00"),
            ("3/31/2026 10:15 PM", "2026-03-31T22:15:00"),
            ("3/31/2026 12:00 am", "2026-03-31T00:00:00"),
            ("2026-03-31T23:59:59.25Z", "2026-03-31T23:59:59Z"),
            ("2026-03-31 00:00:00+02:00", "2026-03-31T00:00:00+02:00"),
            ("2026-03-31T10:00:00-0530", "2026-03-31T10:00:00-05:30"),
            ("2026-03-31T10:00:00+01:00[Europe/Berlin]", "2026-03-31T10:00:00+01:00"),
            // A zone's name and an hour that no clock shows leave the day.
            ("2026-03-31 10:00 CET", "2026-03-31"),
            ("2026-03-31 24:00", "2026-03-31"),
            ("2026-03-31 13:00 PM", "2026-03-31"),
            ("2026-03-31 10:00+99:00", "2026-03-31"),
        ] {
            assert_eq!(moment(text), wanted, "{text}");
        }
    }

    #[test]
    fn distances_need_both_times_and_both_zones_or_none() {
        let day = Day::from_calendar(2026, 3, 31).unwrap();
        let of = |text: &str| Moment::with_clock(day, Clock::of(text));
        let plain = of("d 10:00");
        assert_eq!(of("d 10:59:30").seconds_since(plain), Some(59 * 60 + 30));
        assert_eq!(plain.seconds_since(Moment::on(day)), None);
        assert_eq!(of("d 10:00Z").seconds_since(plain), None);
        assert_eq!(of("d 10:00Z").seconds_since(of("d 12:30+02:00")), Some(-30 * 60));
        assert_eq!(Moment::at(day, 10, 0, 0), Some(plain));
        assert_eq!(Moment::at(day, 24, 0, 0), None);
    }
}
