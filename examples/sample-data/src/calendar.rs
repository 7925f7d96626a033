//! The dates the story hangs on.

use jiff::{Span, civil::Date};

/// First day on which a deal of the history may close.
pub(crate) const FIRST_CLOSE: Date = Date::constant(2025, 11, 1);
/// Last day of the history, and the day on which the open leads were exported.
pub(crate) const EXPORT_DAY: Date = Date::constant(2026, 10, 31);
/// Intent data was bought from this day on: deals closed before it have none.
pub(crate) const INTENT_SINCE: Date = Date::constant(2026, 3, 1);
/// Days from the first to the last possible close.
pub(crate) const HISTORY_DAYS: u32 = 364;

/// The day `days` after `date`.
pub(crate) fn after(date: Date, days: u32) -> Date {
    date.saturating_add(Span::new().days(i64::from(days)))
}

/// The day `days` before `date`.
pub(crate) fn before(date: Date, days: u32) -> Date {
    date.saturating_sub(Span::new().days(i64::from(days)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_history_is_one_year() {
        assert_eq!(after(FIRST_CLOSE, HISTORY_DAYS), EXPORT_DAY);
        assert_eq!(before(EXPORT_DAY, HISTORY_DAYS), FIRST_CLOSE);
    }
}
