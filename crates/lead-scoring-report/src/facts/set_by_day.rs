//! Columns whose value the day sets, and not the lead: the calendar, and figures of the market.
//!
//! | column | what shows it |
//! |---|---|
//! | calendar | dates, levels that are all months or all weekdays, or a name of calendar words alone |
//! | market, dated history | a number that all deals of a day share, on at least 30 pairs of neighbours, of which chance would part half |
//! | market, history without dates | a number that keeps its value over 20 rows and more, ten times as long as by chance, in a file whose months or weekdays do so, too, and come again: only rows in the order of time do that |
//!
//! Without either proof of time a number that is the same over many rows may be that of one company, and is left as it is.

use crate::ReportInput;
use lead_scoring_audit::TimeOrder;
use lead_scoring_core::{Column, Dataset, Kind, MISSING, Values, name_words};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Letters of the shortest name of a month or weekday.
const SHORTEST_NAME: usize = 3;
/// Rows that a value of the day lasts on average, at least.
const LONG_RUN: f64 = 20.0;
/// How often more than by chance it stays the same.
const BEYOND_CHANCE: f64 = 10.0;
/// Neighbours of one day that must agree.
const FEWEST_PAIRS: usize = 30;
/// Most of them that would agree by chance.
const BY_CHANCE: f64 = 0.5;

/// The columns of the model that the day sets, in the order of `fields`.
pub(super) fn set_by_day(input: &ReportInput<'_>, fields: impl Iterator<Item = String>) -> Vec<String> {
    let data = input.train.data();
    let clock = Clock::of(input);
    let is_set = |field: &String| {
        data.column(field).is_some_and(|column| {
            is_calendar(field, column) || column.kind() == Kind::Number && clock.sets(column)
        })
    };
    fields.filter(is_set).collect()
}

/// Whether a column says which day it is, or a part of that.
fn is_calendar(name: &str, column: &Column) -> bool {
    const CALENDAR: [&str; 6] = ["month", "weekday", "day", "week", "quarter", "year"];
    const BESIDE: [&str; 4] = ["of", "the", "in", "calendar"];
    let words = name_words(name);
    let has = |list: &[&str], word: &String| list.contains(&word.as_str());
    let named = words.iter().any(|word| has(&CALENDAR, word))
        && words.iter().all(|word| has(&CALENDAR, word) || has(&BESIDE, word));
    named || column.kind() == Kind::Date || names_the_day(column)
}

/// Whether the levels are months, or weekdays.
fn names_the_day(column: &Column) -> bool {
    let Values::Category(levels) = column.values() else { return false };
    let all_of = |names: &[&str]| {
        let is_one = |level: &String| {
            let level = level.trim().trim_end_matches('.').to_lowercase();
            level.chars().count() >= SHORTEST_NAME && names.iter().any(|name| name.starts_with(&level))
        };
        levels.len() > 1 && levels.iter().all(is_one)
    };
    all_of(&MONTHS) || all_of(&WEEKDAYS)
}

/// What shows which rows are of one time.
enum Clock {
    /// The day of each row, for the rows in the order of time.
    Days {
        rows: Vec<u32>,
        days: Vec<u32>,
    },
    /// The rows of the file, which run in the order of time.
    Rows(Vec<u32>),
    Unknown,
}

impl Clock {
    fn of(input: &ReportInput<'_>) -> Self {
        let data = input.train.data();
        let mut rows: Vec<u32> = (0..).take(data.rows()).collect();
        if let TimeOrder::Date { column } = &input.audit.drift.order
            && let Some(column) = data.column(column)
        {
            rows.retain(|&row| column.codes()[row as usize] != MISSING);
            rows.sort_by_key(|&row| column.codes()[row as usize]);
            let days = rows.iter().map(|&row| column.codes()[row as usize]).collect();
            return Self::Days { rows, days };
        }
        rows.sort_by_key(|&row| data.row_numbers()[row as usize]);
        if runs_in_time(data, &rows) { Self::Rows(rows) } else { Self::Unknown }
    }

    /// Whether a number changes with the day and not with the lead.
    fn sets(&self, column: &Column) -> bool {
        match self {
            Self::Days { rows, days } => {
                let neighbours = rows.windows(2).zip(days.windows(2));
                let same_day = neighbours.filter(|(_, days)| days[0] == days[1]).map(|(rows, _)| rows);
                let code = |row: u32| column.codes()[row as usize];
                let agree: Vec<bool> = same_day.map(|rows| code(rows[0]) == code(rows[1])).collect();
                agree.len() >= FEWEST_PAIRS
                    && agree.iter().all(|agree| *agree)
                    && Lasting::of(column, rows).agreement <= BY_CHANCE
            }
            Self::Rows(rows) => Lasting::of(column, rows).is_long(),
            Self::Unknown => false,
        }
    }
}

/// Whether months or weekdays last over many rows and come again after others, as they do where a file is sorted by time, and not by them.
fn runs_in_time(data: &Dataset, rows: &[u32]) -> bool {
    let mut clocks = data.iter().filter(|(_, column)| names_the_day(column));
    clocks.any(|(_, column)| {
        let lasting = Lasting::of(column, rows);
        lasting.is_long() && lasting.runs > column.values().len()
    })
}

/// How long a column keeps its value from row to row.
struct Lasting {
    rows: usize,
    runs: usize,
    /// The chance that two rows have one value.
    agreement: f64,
}

impl Lasting {
    fn of(column: &Column, rows: &[u32]) -> Self {
        let codes: Vec<u32> = rows.iter().map(|&row| column.codes()[row as usize]).collect();
        let mut counts = vec![0_u64; column.values().len() + 1];
        for &code in &codes {
            let at = (code as usize).min(counts.len() - 1);
            counts[at] += 1;
        }
        let all = codes.len().max(1) as f64;
        Self {
            rows: codes.len(),
            runs: codes.chunk_by(|a, b| a == b).count(),
            agreement: counts.iter().map(|&count| (count as f64 / all).powi(2)).sum(),
        }
    }

    /// Over 20 rows and more, and ten times as long as rows in any other order would.
    fn is_long(&self) -> bool {
        let runs = self.runs.max(1) as f64;
        let by_chance = self.rows as f64 * (1.0 - self.agreement);
        self.rows as f64 >= LONG_RUN * runs && by_chance >= BEYOND_CHANCE * runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::Field;

    /// 24 months of 40 rows each: the month, an index of the month, and a number of each lead.
    fn two_years() -> Dataset {
        let rows = 24 * 40;
        let mut data = Dataset::with_rows(rows);
        let month = |row: usize| Some(MONTHS[row / 40 % 12][..3].to_owned());
        let months: Vec<Option<String>> = (0..rows).map(month).collect();
        let number = |value: &dyn Fn(usize) -> usize| {
            Column::from_numbers(&(0..rows).map(|row| value(row) as f64).collect::<Vec<f64>>())
        };
        data.push(Field::new("when"), Column::from_categories(&months)).unwrap();
        data.push(Field::new("index"), number(&|row| row / 40 * 7 % 11)).unwrap();
        data.push(Field::new("touches"), number(&|row| row * 7919 % 13)).unwrap();
        data
    }

    #[test]
    fn what_lasts_as_the_months_do_is_set_by_the_day() {
        let data = two_years();
        let rows: Vec<u32> = (0..).take(data.rows()).collect();
        assert!(runs_in_time(&data, &rows));
        let clock = Clock::Rows(rows);
        let sets = |name: &str| clock.sets(data.column(name).unwrap());
        assert_eq!(["index", "touches"].map(sets), [true, false]);
    }

    #[test]
    fn a_file_sorted_by_month_shows_no_time() {
        let data = two_years();
        let mut rows: Vec<u32> = (0..).take(data.rows()).collect();
        rows.sort_by_key(|&row| data.column("when").unwrap().codes()[row as usize]);
        assert!(!runs_in_time(&data, &rows));
        assert!(!Clock::Unknown.sets(data.column("index").unwrap()));
    }

    #[test]
    fn deals_of_one_day_share_what_the_day_sets() {
        let data = two_years();
        let rows: Vec<u32> = (0..).take(data.rows()).collect();
        let days = rows.iter().map(|row| row / 10).collect();
        let clock = Clock::Days { rows, days };
        let sets = |name: &str| clock.sets(data.column(name).unwrap());
        assert_eq!(["index", "touches"].map(sets), [true, false]);
        assert!(
            !clock.sets(&Column::from_numbers(&vec![1.0; data.rows()])),
            "what never changes tells no day"
        );
    }

    #[test]
    fn the_calendar_is_known_by_its_names() {
        let levels = |levels: &[&str]| Column::from_categories(&levels.iter().map(Some).collect::<Vec<_>>());
        let other = levels(&["a", "b"]);
        for name in ["month", "day_of_week", "Quarter", "Calendar Week"] {
            assert!(is_calendar(name, &other), "{name}");
        }
        for name in ["Days Since Last Activity", "day rate", "Company", "Loan duration in months"] {
            assert!(!is_calendar(name, &other), "{name}");
        }
        assert!(is_calendar("contacted", &levels(&["Mon", "tue", "Thurs"])));
        assert!(is_calendar("contacted", &levels(&["mar", "Sept.", "december"])));
        assert!(!is_calendar("contacted", &levels(&["mar", "phone"])));
    }
}
