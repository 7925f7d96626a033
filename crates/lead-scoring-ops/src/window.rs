//! The stretch of time that dashboards look at, cut into weeks or months.

use crate::history::{History, Outcome};
use lead_scoring_core::{Day, Error, ErrorKind, Result};
use serde::Serialize;

/// Days up to which a stretch is cut into weeks: half a year.
const WEEKS_UP_TO: i64 = 183;
/// More periods than this come from a mistyped year.
const MOST_PERIODS: usize = 600;

/// The length of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// From Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
}

/// What dashboards look at; the default is the whole history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct DashboardOptions {
    /// The first day; the history's first if `None`.
    pub from: Option<Day>,
    /// The last day; the history's last if `None`.
    pub to: Option<Day>,
    /// Weeks or months; weeks up to half a year if `None`.
    pub period: Option<Period>,
}

/// Some time, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// The first day.
    #[serde(serialize_with = "iso")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub from: Day,
    /// The last day.
    #[serde(serialize_with = "iso")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub to: Day,
}

/// A day as programs and people read it.
pub(crate) fn iso<S: serde::Serializer>(day: &Day, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

impl Span {
    /// Whether a day lies in it.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Days from the first to the last, both counted.
    #[must_use]
    pub fn days(&self) -> i64 {
        self.to.days_since(self.from).saturating_add(1)
    }
}

/// The stretch of time with its periods.
#[derive(Clone, Debug)]
pub(crate) struct Window {
    pub(crate) span: Span,
    pub(crate) period: Period,
    /// Without gaps from the first to the last day; the first and the last may be cut short.
    pub(crate) periods: Vec<Span>,
}

impl Window {
    pub(crate) fn new(history: &History, options: &DashboardOptions) -> Result<Self> {
        let (first, last) = Self::ends(history);
        let span = Span {
            from: options.from.unwrap_or(first.0).max(first.0),
            to: options.to.unwrap_or(last.0).min(last.0),
        };
        if options.from.zip(options.to).is_some_and(|(from, to)| from > to) {
            let message = "the first day asked for lies after the last; exchange them";
            return Err(Error::new(ErrorKind::Option, message));
        }
        if span.from > span.to {
            let message = format!(
                "nothing was scored or closed in the days asked for: the history holds {} to {}",
                first.0, last.0
            );
            return Err(Error::new(ErrorKind::TooLittleData, message).in_file(&history.source));
        }
        let period =
            options.period.unwrap_or(if span.days() <= WEEKS_UP_TO { Period::Week } else { Period::Month });
        let periods = period.cut(span).ok_or_else(|| {
            let message = format!(
                "the history reaches from {} (row {}) to {} (row {}), more than {MOST_PERIODS} periods; correct the date that is wrong, or give `--from` and `--to`",
                first.0, first.1, last.0, last.1
            );
            Error::new(ErrorKind::Value, message).in_file(&history.source)
        })?;
        Ok(Self { span, period, periods })
    }

    /// The first day on which a lead was scored and the last on which one was scored or closed, each with a row.
    fn ends(history: &History) -> ((Day, u64), (Day, u64)) {
        let scored = || history.leads.iter().flat_map(|lead| &lead.scorings).map(|s| (s.at.day(), s.row));
        let closed =
            history.leads.iter().filter(|lead| lead.outcome != Outcome::Open).filter_map(|lead| lead.closed);
        // A history holds at least one scoring.
        let epoch = (Day::from_epoch_days(0), 0);
        let first = scored().min().unwrap_or(epoch);
        (first, scored().chain(closed).max().unwrap_or(first))
    }

    /// Whether there is nothing to compare one day with.
    pub(crate) fn is_one_day(&self) -> bool {
        self.span.from == self.span.to
    }
}

impl Period {
    /// A stretch cut into periods; `None` where there would be too many.
    fn cut(self, span: Span) -> Option<Vec<Span>> {
        let mut periods = Vec::new();
        let mut from = span.from;
        while from <= span.to {
            if periods.len() == MOST_PERIODS {
                return None;
            }
            let next = self.after(from)?;
            periods.push(Span { from, to: next.plus_days(-1).min(span.to) });
            from = next;
        }
        Some(periods)
    }

    /// The first day of the period after the one that holds a day.
    fn after(self, day: Day) -> Option<Day> {
        match self {
            // Day 0 was a Thursday.
            Self::Week => Some(day.plus_days(7 - (day.epoch_days().saturating_add(3)).rem_euclid(7))),
            Self::Month => {
                let (year, month, _) = day.to_calendar()?;
                let (year, month) = if month < 12 { (year, month + 1) } else { (year.checked_add(1)?, 1) };
                Day::from_calendar(year, month, 1)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Moment;
    use crate::history::HistoryRow;

    fn day(text: &str) -> Day {
        let parts: Vec<i16> = text.split('-').map(|part| part.parse().unwrap()).collect();
        Day::from_calendar(parts[0], parts[1] as i8, parts[2] as i8).unwrap()
    }

    fn history(days: &[&str]) -> History {
        let row = |(at, text): (usize, &&str)| HistoryRow::new("a", Moment::on(day(text)), at as u64 + 2);
        History::from_rows("h.csv", days.iter().enumerate().map(row)).unwrap()
    }

    fn cut(period: Period, from: &str, to: &str) -> Vec<String> {
        let spans = period.cut(Span { from: day(from), to: day(to) }).unwrap();
        spans.iter().map(|span| format!("{} {}", span.from, span.to)).collect()
    }

    #[test]
    fn weeks_start_on_monday_and_months_on_the_first() {
        // 2026-03-04 is a Wednesday.
        let weeks = cut(Period::Week, "2026-03-04", "2026-03-16");
        assert_eq!(weeks, ["2026-03-04 2026-03-08", "2026-03-09 2026-03-15", "2026-03-16 2026-03-16"]);
        let months = cut(Period::Month, "2025-12-31", "2026-02-03");
        assert_eq!(months, ["2025-12-31 2025-12-31", "2026-01-01 2026-01-31", "2026-02-01 2026-02-03"]);
        assert_eq!(cut(Period::Week, "1969-12-29", "1970-01-05").len(), 2);
    }

    #[test]
    fn the_span_is_the_historys_within_what_is_asked_for() {
        let history = history(&["2026-01-05", "2026-02-10"]);
        let whole = Window::new(&history, &DashboardOptions::default()).unwrap();
        assert_eq!((whole.span.days(), whole.period, whole.periods.len()), (37, Period::Week, 6));
        let options =
            DashboardOptions { from: Some(day("2026-01-20")), to: Some(day("2030-01-01")), period: None };
        let part = Window::new(&history, &options).unwrap();
        assert_eq!((part.span.from, part.span.to), (day("2026-01-20"), day("2026-02-10")));
    }

    #[test]
    fn impossible_spans_are_refused() {
        let history = history(&["0206-01-05", "2026-02-10"]);
        let error = Window::new(&history, &DashboardOptions::default()).unwrap_err();
        assert!(error.to_string().contains("0206-01-05 (row 2)"), "{error}");
        let later = DashboardOptions { from: Some(day("2027-01-01")), ..DashboardOptions::default() };
        assert_eq!(Window::new(&history, &later).unwrap_err().kind(), ErrorKind::TooLittleData);
        let turned = DashboardOptions { to: Some(day("2020-01-01")), ..later };
        assert_eq!(Window::new(&history, &turned).unwrap_err().kind(), ErrorKind::Option);
    }
}
