//! The order of the deals in time.
//!
//! A date column gives it if there is one with at least 95 % of its cells filled. A closing date is preferred over one at the start
//! of a deal: ordered by their start, the latest closed deals are only the quick ones, which may win more or less often for that
//! reason alone. Deals without the date count as the oldest.
//!
//! Without a date the rows keep the order of their file. That this order is time is made likely by an identifier (a serial number
//! at the end of its text) that rises or falls between at least 95 % of neighbouring rows; if it falls, the last row is the oldest.

use crate::findings::TimeOrder;
use crate::phrases::{MOMENT_DATE, MOMENT_NONE, MOMENT_ROW};
use crate::vocabulary::is_closing_name;
use lead_scoring_core::{Column, Dataset, Kind, MISSING, Message, Values, name_words};

/// The rows in the order of time.
pub(crate) struct History {
    /// What gives the order.
    pub(crate) order: TimeOrder,
    /// Row positions, oldest first.
    pub(crate) rows: Vec<u32>,
}

/// Share of neighbouring rows between which a serial number must rise (or fall).
const STEADY: f64 = 0.95;
/// Share of deals that must have a date for it to order them.
const DATED: f64 = 0.95;
/// Fewer rows say nothing about a serial number.
const ROWS_FOR_STEADINESS: usize = 30;

impl History {
    /// Finds the order of a data set's rows.
    pub(crate) fn of(data: &Dataset) -> Self {
        let mut rows: Vec<u32> = (0..).take(data.rows()).collect();
        rows.sort_by_key(|&row| data.row_numbers()[row as usize]);
        if let Some((name, column)) = ordering_date(data) {
            // Dictionaries of days ascend; a missing day becomes the smallest key.
            rows.sort_by_key(|&row| column.codes()[row as usize].wrapping_add(1));
            return Self { order: TimeOrder::Date { column: name.to_owned() }, rows };
        }
        let steady = data.iter().filter(|(_, column)| column.kind() == Kind::Identifier).find_map(
            |(field, column)| direction(column, &rows).map(|falling| (field.name.clone(), falling)),
        );
        let falling = steady.as_ref().is_some_and(|(_, falling)| *falling);
        if falling {
            rows.reverse();
        }
        Self { order: TimeOrder::Rows { identifier: steady.map(|(name, _)| name), falling }, rows }
    }

    /// For each row the slice it falls into when the history is cut into `slices` equal parts, oldest = 0.
    pub(crate) fn slices(&self, slices: usize) -> Vec<u8> {
        let mut slice = vec![0; self.rows.len()];
        for (at, &row) in self.rows.iter().enumerate() {
            slice[row as usize] = u8::try_from(at * slices / self.rows.len()).unwrap_or(u8::MAX);
        }
        slice
    }

    /// A row's moment, for people.
    pub(crate) fn moment(&self, data: &Dataset, row: u32) -> Message {
        match &self.order {
            TimeOrder::Date { column } => {
                let date = data.column(column).and_then(|column| column.text(row as usize));
                date.map_or(MOMENT_NONE.message(), |date| MOMENT_DATE.with([("date", date.into())]))
            }
            TimeOrder::Rows { .. } => {
                let number = data.row_numbers().get(row as usize).copied().unwrap_or(0);
                MOMENT_ROW.with([("row", number.to_string().into())])
            }
        }
    }
}

/// The date column that orders the deals best, closing dates first.
fn ordering_date(data: &Dataset) -> Option<(&str, &Column)> {
    let dated = |column: &Column| column.filled() as f64 >= DATED * column.len() as f64;
    let dates =
        data.iter().filter(|(_, column)| column.kind() == Kind::Date && !column.is_empty() && dated(column));
    dates
        .map(|(field, column)| (field.name.as_str(), column))
        .min_by_key(|(name, _)| !is_closing_name(&name_words(name)))
}

/// Whether the serial numbers of an identifier fall (`Some(true)`) or rise (`Some(false)`) steadily along `rows`.
fn direction(column: &Column, rows: &[u32]) -> Option<bool> {
    let Values::Identifier(names) = column.values() else { return None };
    let serials: Vec<u64> = names.iter().map(|name| trailing_number(name)).collect::<Option<_>>()?;
    let along: Vec<u64> = rows
        .iter()
        .map(|&row| column.codes()[row as usize])
        .filter(|&code| code != MISSING)
        .map(|code| serials[code as usize])
        .collect();
    if along.len() < ROWS_FOR_STEADINESS {
        return None;
    }
    let share = |holds: fn(&u64, &u64) -> bool| {
        let pairs = along.windows(2).filter(|pair| holds(&pair[0], &pair[1])).count();
        pairs as f64 / (along.len() - 1) as f64
    };
    if share(|a, b| a <= b) >= STEADY {
        return Some(false);
    }
    (share(|a, b| a >= b) >= STEADY).then_some(true)
}

/// The number at the end of a name, as in `OPP-1001`.
fn trailing_number(name: &str) -> Option<u64> {
    let start = name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    name[start..].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::{Day, Field};

    fn identifiers(names: impl Iterator<Item = String>) -> Column {
        let names: Vec<String> = names.collect();
        Column::new((0..names.len() as u32).collect(), Values::Identifier(names))
    }

    #[test]
    fn a_closing_date_orders_before_any_other() {
        let mut data = Dataset::with_rows(3);
        let days = |codes: Vec<u32>| {
            Column::new(codes, Values::Date([10, 20, 30].map(Day::from_epoch_days).to_vec()))
        };
        data.push(Field::new("Created"), days(vec![0, 1, 2])).unwrap();
        data.push(Field::new("Close Date"), days(vec![2, 0, 1])).unwrap();
        let history = History::of(&data);
        assert_eq!(history.order, TimeOrder::Date { column: "Close Date".into() });
        assert_eq!(history.rows, [1, 2, 0]);
    }

    #[test]
    fn a_falling_serial_number_turns_the_rows_around() {
        let mut data = Dataset::with_rows(40);
        data.push(Field::new("id"), identifiers((0..40).map(|i| format!("L-{}", 900 - i)))).unwrap();
        let history = History::of(&data);
        assert_eq!(history.order, TimeOrder::Rows { identifier: Some("id".into()), falling: true });
        assert_eq!(history.rows.first(), Some(&39));
        assert_eq!(history.slices(4)[39], 0);
        assert_eq!(history.moment(&data, 39).to_string(), "row 41");
    }

    #[test]
    fn scattered_serial_numbers_prove_nothing() {
        let mut data = Dataset::with_rows(40);
        data.push(Field::new("id"), identifiers((0..40).map(|i| format!("{}", (i * 17) % 40)))).unwrap();
        assert_eq!(History::of(&data).order, TimeOrder::Rows { identifier: None, falling: false });
    }
}
