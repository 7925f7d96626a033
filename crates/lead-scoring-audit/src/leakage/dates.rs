//! Evidence from the order of dates.

use super::Clue;
use crate::phrases as say;
use crate::text::percent;
use crate::vocabulary::is_closing_name;
use lead_scoring_core::{Column, Dataset, Day, Kind, MISSING, Values, name_words};

/// Deals needed for a statement on the order of two dates.
const DEALS: u64 = 25;
/// Share of deals from which "the last date of its row" holds.
const LAST: f64 = 0.99;
/// Share of deals from which "on or after the closing date" and "equals the days to it" hold.
const NEARLY_ALL: f64 = 0.95;

/// The date columns of a history.
pub(crate) struct Dates<'a> {
    columns: Vec<DateColumn<'a>>,
}

struct DateColumn<'a> {
    at: usize,
    name: &'a str,
    codes: &'a [u32],
    days: &'a [Day],
    closing: bool,
}

impl DateColumn<'_> {
    fn day(&self, row: usize) -> Option<Day> {
        let code = *self.codes.get(row)?;
        if code == MISSING { None } else { self.days.get(code as usize).copied() }
    }
}

/// How often something held among the deals where it could.
#[derive(Default)]
struct Tally {
    held: u64,
    of: u64,
}

impl Tally {
    fn add(&mut self, holds: bool) {
        self.held += u64::from(holds);
        self.of += 1;
    }

    fn share(&self) -> Option<f64> {
        (self.of >= DEALS).then(|| self.held as f64 / self.of as f64)
    }
}

impl<'a> Dates<'a> {
    /// Collects the date columns; those with a closing word in their name are the closing dates.
    pub(crate) fn of(data: &'a Dataset) -> Self {
        let dates = data.iter().enumerate().filter_map(|(at, (field, column))| match column.values() {
            Values::Date(days) => {
                let closing = is_closing_name(&name_words(&field.name));
                Some(DateColumn { at, name: &field.name, codes: column.codes(), days, closing })
            }
            _ => None,
        });
        Self { columns: dates.collect() }
    }

    /// Whether a date column lies at or after the end of its deals.
    pub(super) fn order(&self, at: usize) -> Option<Clue> {
        let own = self.columns.iter().find(|column| column.at == at)?;
        self.after_close(own).or_else(|| self.last_of_row(own))
    }

    fn after_close(&self, own: &DateColumn<'_>) -> Option<Clue> {
        if own.closing {
            return None;
        }
        self.columns.iter().filter(|column| column.closing).find_map(|closing| {
            let mut tally = Tally::default();
            for row in 0..own.codes.len() {
                if let (Some(day), Some(end)) = (own.day(row), closing.day(row)) {
                    tally.add(day >= end);
                }
            }
            let share = tally.share().filter(|share| *share >= NEARLY_ALL)?;
            Some(Clue::data(
                8,
                say::DATE_AFTER_CLOSE
                    .with([("closing", closing.name.into()), ("share", percent(share).into())]),
            ))
        })
    }

    fn last_of_row(&self, own: &DateColumn<'_>) -> Option<Clue> {
        let mut tally = Tally::default();
        let mut later = Tally::default();
        for row in 0..own.codes.len() {
            let others = self
                .columns
                .iter()
                .filter(|column| column.at != own.at)
                .filter_map(|column| column.day(row))
                .max();
            if let (Some(day), Some(others)) = (own.day(row), others) {
                tally.add(day >= others);
                later.add(day > others);
            }
        }
        // Two copies of one date are not after one another.
        let share = tally.share().filter(|share| *share >= LAST && later.held > 0)?;
        Some(Clue::data(3, say::DATE_LAST_OF_ROW.with([("share", percent(share).into())])))
    }

    /// Whether a number is the days between another date and a closing date.
    pub(super) fn span_to_close(&self, column: &Column) -> Option<Clue> {
        if column.kind() != Kind::Number {
            return None;
        }
        let closings = self.columns.iter().filter(|column| column.closing);
        let mut pairs = closings.flat_map(|end| {
            self.columns.iter().filter(|start| !start.closing).map(move |start| (start, end))
        });
        pairs.find_map(|(start, end)| {
            let mut tally = Tally::default();
            for row in 0..column.len() {
                let (Some(number), Some(first), Some(last)) =
                    (column.number(row), start.day(row), end.day(row))
                else {
                    continue;
                };
                tally.add((number - last.days_since(first) as f64).abs() < 0.5);
                // Most columns are told by their first deals.
                if tally.of == DEALS && tally.held < DEALS / 2 {
                    return None;
                }
            }
            let share = tally.share().filter(|share| *share >= NEARLY_ALL)?;
            let sentence = say::DAYS_TO_CLOSE.with([
                ("start", start.name.into()),
                ("end", end.name.into()),
                ("share", percent(share).into()),
            ]);
            Some(Clue::data(8, sentence))
        })
    }
}
