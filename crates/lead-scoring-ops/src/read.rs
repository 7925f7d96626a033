//! A history from CSV text: one row for each lead and time of scoring.

use crate::columns::{Columns, Role};
use crate::history::{History, HistoryRow, Note, Outcome};
use crate::moment::{Clock, Moment};
use lead_scoring_core::{
    Column, Dataset, Error, ErrorKind, Kind, MISSING, ReadOptions, Result, Table, Tier, Values, name_key,
    read_table, read_table_file,
};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// How a history is read; the default suits a file with the names of the CRM fields or of `scored-leads.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct HistoryOptions {
    /// Columns by what they hold, where their names do not tell.
    pub columns: Vec<(Role, String)>,
    /// Outcomes that mean won; `won`, `closed won`, `converted` and the like if empty.
    pub won: Vec<String>,
    /// Outcomes that mean lost; `lost`, `closed lost`, `disqualified` and the like if empty.
    pub lost: Vec<String>,
    /// Further texts that mean "not known" in any column.
    pub missing: Vec<String>,
    /// The byte between cells; `None` finds it out.
    pub separator: Option<u8>,
}

const WON: [&str; 5] = ["won", "closed won", "converted", "赢单", "已赢单"];
const LOST: [&str; 6] = ["lost", "closed lost", "disqualified", "unqualified", "丢单", "已丢单"];
const OPEN: [&str; 4] = ["open", "working", "开放", "进行中"];

impl History {
    /// Reads a history from a CSV file.
    ///
    /// Scores are whole numbers; tiers are Hot, Warm, Cool and Cold (or 热门, 温性, 冷却, 冷门) in any case, an empty cell or
    /// `Unscoreable` where too little was known. Times are days, with a time of day where the file has one.
    ///
    /// # Errors
    /// [`ErrorKind::Option`] where a needed column is not found, or a named one is not there; [`ErrorKind::Value`], with row and column,
    /// for a cell that cannot be what its column holds; otherwise a file that cannot be read as a table, and what
    /// [`History::from_rows`] refuses.
    pub fn read_file(path: impl AsRef<Path>, options: &HistoryOptions) -> Result<Self> {
        Self::of_table(read_table_file(path, &read_options(options))?, options)
    }

    /// Reads a history from CSV text; `source` is the name that errors and reports give it.
    ///
    /// # Errors
    /// As [`History::read_file`].
    ///
    /// ```
    /// use lead_scoring_ops::{History, HistoryOptions};
    ///
    /// let text = "id,date,score,tier\nA-1,2026-03-01,41,Warm\nA-1,2026-04-01,77,Hot\n";
    /// let history = History::read(text.as_bytes(), "history.csv", &HistoryOptions::default())?;
    /// assert_eq!(history.leads(), 1);
    /// # Ok::<(), lead_scoring_ops::Error>(())
    /// ```
    pub fn read(reader: impl Read, source: &str, options: &HistoryOptions) -> Result<Self> {
        Self::of_table(read_table(reader, source, &read_options(options))?, options)
    }

    fn of_table(table: Table, options: &HistoryOptions) -> Result<Self> {
        let source = table.source().to_owned();
        let cells = Cells::new(table, options).map_err(|error| error.in_file(&source))?;
        let rows: Vec<HistoryRow> = (0..cells.data.rows())
            .map(|row| cells.row(row))
            .collect::<Result<_>>()
            .map_err(|error| error.in_file(&source))?;
        let mut history = Self::from_rows(source, rows)?;
        history.notes.splice(0..0, cells.notes());
        Ok(history)
    }
}

fn read_options(options: &HistoryOptions) -> ReadOptions {
    let mut read = ReadOptions::default();
    read.missing.clone_from(&options.missing);
    read.separator = options.separator;
    read
}

/// The typed cells of a history, and what its words mean.
struct Cells {
    data: Dataset,
    columns: Columns,
    times: Vec<Option<Clock>>,
    contacts: Vec<Option<Clock>>,
    ids: Names,
    sources: Names,
    owners: Names,
    tiers: Vec<Option<Option<Tier>>>,
    outcomes: Vec<Outcome>,
    other_outcomes: Vec<bool>,
}

/// The distinct texts of a column.
type Names = Vec<Arc<str>>;

impl Cells {
    fn new(table: Table, options: &HistoryOptions) -> Result<Self> {
        let columns = Columns::find(table.headers(), &options.columns)?;
        let mut read = read_options(options);
        // Columns that are not asked for cannot be at fault.
        let kind = |at: usize| {
            Role::ALL.into_iter().find(|role| columns.of(*role) == Some(at)).map_or(Kind::Text, kind_of)
        };
        read.kinds = table.headers().iter().enumerate().map(|(at, name)| (name.clone(), kind(at))).collect();
        let clocks = |role| {
            let clock = |row| columns.of(role).and_then(|at| Clock::of(table.text(at, row)?));
            (0..table.rows()).map(clock).collect()
        };
        let (times, contacts) = (clocks(Role::Time), clocks(Role::FirstContact));
        let data = table.into_dataset(&read)?;
        let words =
            |role| columns.of(role).and_then(|at| data.columns().get(at)).map_or_else(Vec::new, texts);
        let (outcomes, other_outcomes) =
            words(Role::Outcome).iter().map(|word| outcome(word, options)).unzip();
        let cells = Self {
            times,
            contacts,
            ids: words(Role::Id),
            sources: words(Role::Source),
            owners: words(Role::Owner),
            tiers: words(Role::Tier).iter().map(|word| tier(word)).collect(),
            outcomes,
            other_outcomes,
            data,
            columns,
        };
        cells.check_readable()?;
        Ok(cells)
    }

    /// Numbers and days must be ones: a history is no place to guess what a cell meant.
    fn check_readable(&self) -> Result<()> {
        for role in Role::ALL {
            let Some(field) = self.columns.of(role).and_then(|at| self.data.fields().get(at)) else {
                continue;
            };
            if let Some(row) = field.notes.first_unreadable_row {
                let what = if kind_of(role) == Kind::Number { "number" } else { "date" };
                let message = format!("the cell is no {what}; correct it, or name its text with --missing");
                return Err(Error::new(ErrorKind::Value, message).at_row(row).in_column(&field.name));
            }
        }
        Ok(())
    }

    fn row(&self, row: usize) -> Result<HistoryRow> {
        let number = self.data.row_numbers().get(row).copied().unwrap_or_default();
        let lead = self.name(Role::Id, &self.ids, row);
        let lead = lead.ok_or_else(|| {
            self.fault(Role::Id, number, "the row names no lead; fill the cell or remove the row")
        })?;
        let at = self.moment(Role::Time, &self.times, row);
        let at = at.ok_or_else(|| {
            self.fault(Role::Time, number, "the row has no time; fill the cell or remove the row")
        })?;
        let mut cells = HistoryRow::new(lead, at, number);
        cells.score = self.score(row, number)?;
        cells.tier = self.tier(row, number)?;
        cells.outcome = self.code(Role::Outcome, row).and_then(|code| self.outcomes.get(code).copied());
        cells.closed = self.column(Role::Closed).and_then(|column| column.day(row));
        cells.source = self.name(Role::Source, &self.sources, row);
        cells.owner = self.name(Role::Owner, &self.owners, row);
        cells.minutes = self.column(Role::Minutes).and_then(|column| column.number(row));
        cells.first_contact = self.moment(Role::FirstContact, &self.contacts, row);
        Ok(cells)
    }

    fn score(&self, row: usize, number: u64) -> Result<Option<i32>> {
        let Some(score) = self.column(Role::Score).and_then(|column| column.number(row)) else {
            return Ok(None);
        };
        if score.fract() != 0.0 || score.abs() > f64::from(i32::MAX) {
            return Err(self.fault(Role::Score, number, "the score is no whole number; correct it"));
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole and in range, as checked")]
        Ok(Some(score as i32))
    }

    fn tier(&self, row: usize, number: u64) -> Result<Option<Tier>> {
        let Some(code) = self.code(Role::Tier, row) else { return Ok(None) };
        self.tiers.get(code).copied().flatten().ok_or_else(|| {
            let message = "the tier is none of Hot, Warm, Cool and Cold; correct it, or leave the cell empty where a lead has no tier";
            self.fault(Role::Tier, number, message)
        })
    }

    fn column(&self, role: Role) -> Option<&Column> {
        self.data.columns().get(self.columns.of(role)?)
    }

    fn code(&self, role: Role, row: usize) -> Option<usize> {
        let code = *self.column(role)?.codes().get(row)?;
        (code != MISSING).then_some(code as usize)
    }

    fn name(&self, role: Role, names: &Names, row: usize) -> Option<Arc<str>> {
        names.get(self.code(role, row)?).map(Arc::clone)
    }

    fn moment(&self, role: Role, clocks: &[Option<Clock>], row: usize) -> Option<Moment> {
        let day = self.column(role)?.day(row)?;
        Some(Moment::with_clock(day, clocks.get(row).copied().flatten()))
    }

    fn fault(&self, role: Role, row: u64, message: &str) -> Error {
        let name =
            self.columns.of(role).and_then(|at| self.data.fields().get(at)).map(|field| field.name.clone());
        Error::new(ErrorKind::Value, message).at_row(row).in_column(name.unwrap_or_default())
    }

    fn notes(&self) -> Vec<Note> {
        let assumed = self.data.fields().iter().filter(|field| field.notes.month_first_assumed);
        let mut notes: Vec<Note> =
            assumed.map(|field| Note::MonthFirst { column: field.name.clone() }).collect();
        let values = self.other_outcomes.iter().filter(|other| **other).count();
        if values > 0 {
            let is_other = |row: &usize| {
                self.code(Role::Outcome, *row)
                    .is_some_and(|code| self.other_outcomes.get(code) == Some(&true))
            };
            notes.push(Note::OtherOutcomes {
                values,
                rows: (0..self.data.rows()).filter(is_other).count() as u64,
            });
        }
        notes
    }
}

const fn kind_of(role: Role) -> Kind {
    match role {
        Role::Id => Kind::Identifier,
        Role::Time | Role::Closed | Role::FirstContact => Kind::Date,
        Role::Score | Role::Minutes => Kind::Number,
        Role::Tier | Role::Outcome | Role::Source | Role::Owner => Kind::Category,
    }
}

fn texts(column: &Column) -> Names {
    match column.values() {
        Values::Category(names) | Values::Identifier(names) => {
            names.iter().map(|name| name.as_str().into()).collect()
        }
        _ => Vec::new(),
    }
}

/// What a tier's name means: a tier, or that there is none; `None` for a name nobody knows.
fn tier(word: &str) -> Option<Option<Tier>> {
    const CHINESE: [&str; 4] = ["热门", "温性", "冷却", "冷门"];
    let key = name_key(word);
    if key == "unscoreable" {
        return Some(None);
    }
    let known = Tier::ALL.into_iter().zip(CHINESE);
    known
        .into_iter()
        .find(|(tier, chinese)| key == name_key(tier.label()) || key == *chinese)
        .map(|(tier, _)| Some(tier))
}

/// What an outcome means, and whether it is a word that says nothing of winning, losing or being open.
fn outcome(word: &str, options: &HistoryOptions) -> (Outcome, bool) {
    let key = name_key(word);
    let among = |words: &[&str]| words.iter().any(|word| name_key(word) == key);
    let named = |given: &[String], own: &[&str]| {
        if given.is_empty() { among(own) } else { given.iter().any(|word| name_key(word) == key) }
    };
    if named(&options.won, &WON) {
        (Outcome::Won, false)
    } else if named(&options.lost, &LOST) {
        (Outcome::Lost, false)
    } else {
        (Outcome::Open, !among(&OPEN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<History> {
        History::read(text.as_bytes(), "history.csv", &HistoryOptions::default())
    }

    #[test]
    fn every_column_is_read() {
        let history = read(
            "Lead ID,Scored at,Score,Tier,Outcome,Closed Date,Source,Owner,Minutes,First Contact,Note\n\
             7,2026-03-01 09:00,80,HOT,Closed Won,2026-03-20,Web,Ann,12.5,2026-03-01 09:40,2026-02-31\n\
             8,2026-03-01 09:00,,Unscoreable,Negotiation,,web,,,,\n",
        )
        .unwrap();
        let lead = &history.leads[0];
        assert_eq!(
            (lead.outcome, lead.closed.map(|(day, row)| (day.to_string(), row))),
            (Outcome::Won, Some(("2026-03-20".into(), 2)))
        );
        let scoring = &lead.scorings[0];
        assert_eq!((scoring.score, scoring.tier, scoring.minutes), (Some(80), Some(Tier::Hot), Some(12.5)));
        assert_eq!(lead.first_contact.unwrap().seconds_since(scoring.at), Some(2400));
        let other = &history.leads[1];
        assert_eq!(
            (other.scorings[0].tier, other.outcome, other.source.as_deref()),
            (None, Outcome::Open, Some("Web"))
        );
        assert_eq!(history.notes(), [Note::OtherOutcomes { values: 1, rows: 1 }]);
    }

    #[test]
    fn cells_that_cannot_be_are_named_by_row_and_column() {
        for (rows, row, column) in [
            ("a,2026-03-01,10,Hot\nb,2026-03-02,11,Lukewarm\n", 3, "tier"),
            ("a,2026-03-01,10.5,Hot\n", 2, "score"),
            ("a,2026-03-01,ten,Hot\nb,2026-03-01,10,Hot\n", 2, "score"),
            ("a,yesterday,10,Hot\nb,2026-03-01,10,Hot\n", 2, "date"),
            ("a,2026-02-31,10,Hot\n", 2, "date"),
            ("a,,10,Hot\n", 2, "date"),
            (",2026-03-01,10,Hot\n", 2, "id"),
            ("a,2026-03-01,99999999999,Hot\n", 2, "score"),
        ] {
            let error = read(&format!("id,date,score,tier\n{rows}")).unwrap_err();
            let place = (error.kind(), error.file(), error.row(), error.column());
            assert_eq!(
                place,
                (ErrorKind::Value, Some("history.csv"), Some(row), Some(column)),
                "{rows}: {error}"
            );
        }
        let negative = read("id,date,score,tier,minutes\na,2026-03-01,10,Hot,-3\n").unwrap_err();
        assert_eq!((negative.file(), negative.row()), (Some("history.csv"), Some(2)));
    }

    #[test]
    fn own_words_for_outcomes_replace_the_known_ones() {
        let options = HistoryOptions { won: vec!["Signed".to_owned()], ..HistoryOptions::default() };
        assert_eq!(outcome("signed", &options), (Outcome::Won, false));
        assert_eq!(outcome("won", &options), (Outcome::Open, true));
        assert_eq!(outcome("Closed-Lost", &options), (Outcome::Lost, false));
        assert_eq!(tier("温性"), Some(Some(Tier::Warm)));
    }
}
