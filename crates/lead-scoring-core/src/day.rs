//! Calendar days as day numbers.

use serde::{Deserialize, Serialize};

/// A calendar day, as the number of days since 1970-01-01 (negative before).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(i32);

impl Day {
    /// The day that lies `days` after 1970-01-01.
    #[must_use]
    pub const fn from_epoch_days(days: i32) -> Self {
        Self(days)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn epoch_days(self) -> i32 {
        self.0
    }

    /// Days from `earlier` to `self`; negative if `self` comes first.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i64 {
        self.0 as i64 - earlier.0 as i64
    }

    /// The day `days` later, kept inside the representable range.
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

#[cfg(feature = "read")]
mod calendar {
    use super::Day;
    use jiff::civil::{Date, date};
    use jiff::{SpanRelativeTo, ToSpan, Unit};
    use std::fmt;

    const EPOCH: Date = date(1970, 1, 1);

    impl Day {
        /// The day of a year, month (1-12) and day of month; `None` where the calendar has no such day.
        #[must_use]
        pub fn from_calendar(year: i16, month: i8, day: i8) -> Option<Self> {
            let date = Date::new(year, month, day).ok()?;
            let days = (date - EPOCH).total((Unit::Day, SpanRelativeTo::days_are_24_hours())).ok()?;
            #[expect(
                clippy::cast_possible_truncation,
                reason = "jiff's years end at 9999: under 4 million days"
            )]
            Some(Self(days as i32))
        }

        /// Year, month and day of month; `None` outside the years -9999 to 9999.
        #[must_use]
        pub fn to_calendar(self) -> Option<(i16, i8, i8)> {
            let date = EPOCH.checked_add(self.epoch_days().days()).ok()?;
            Some((date.year(), date.month(), date.day()))
        }
    }

    impl fmt::Display for Day {
        /// ISO 8601, `2026-10-31`.
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self.to_calendar() {
                Some((year, month, day)) => write!(f, "{year:04}-{month:02}-{day:02}"),
                None => write!(f, "day {}", self.0),
            }
        }
    }
}

#[cfg(all(test, feature = "read"))]
mod tests {
    use super::Day;

    #[test]
    fn calendar_days_round_trip_and_impossible_ones_are_refused() {
        assert_eq!(Day::from_calendar(1970, 1, 1).map(Day::epoch_days), Some(0));
        assert_eq!(Day::from_calendar(2000, 3, 1).map(Day::epoch_days), Some(11_017));
        assert_eq!(Day::from_calendar(2024, 2, 31), None);
        for days in [-200_000, -1, 0, 19_782, 20_778] {
            let day = Day::from_epoch_days(days);
            let (y, m, d) = day.to_calendar().unwrap();
            assert_eq!(Day::from_calendar(y, m, d), Some(day));
        }
        assert_eq!(Day::from_calendar(2026, 10, 31).unwrap().to_string(), "2026-10-31");
    }
}
