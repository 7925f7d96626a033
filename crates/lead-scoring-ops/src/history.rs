//! A history of scored leads as a typed value: for every lead its scorings in order of time, how it ended, and when.

use crate::Moment;
use lead_scoring_core::{Day, Error, ErrorKind, Result, Tier};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The largest score, up or down, that is believed.
const MOST_SCORE: i32 = 1_000_000;

/// How a lead ended, if it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Neither won nor lost so far.
    Open,
    /// Converted.
    Won,
    /// Lost or disqualified.
    Lost,
}

/// One lead at one time of scoring, as a history file has it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HistoryRow {
    /// Names the lead.
    pub lead: Arc<str>,
    /// When the score was given.
    pub at: Moment,
    /// The row in the file, the header being row 1.
    pub row: u64,
    /// The score; `None` where too little was known.
    pub score: Option<i32>,
    /// The tier; `None` where too little was known.
    pub tier: Option<Tier>,
    /// How the lead had ended, where the row says so.
    pub outcome: Option<Outcome>,
    /// The day on which it ended.
    pub closed: Option<Day>,
    /// Where the lead came from.
    pub source: Option<Arc<str>>,
    /// Who worked it.
    pub owner: Option<Arc<str>>,
    /// Minutes spent on the lead from this scoring to its next.
    pub minutes: Option<f64>,
    /// When somebody first contacted the lead.
    pub first_contact: Option<Moment>,
}

impl HistoryRow {
    /// A row with nothing but the lead, the time and the place in the file.
    #[must_use]
    pub fn new(lead: impl Into<Arc<str>>, at: Moment, row: u64) -> Self {
        Self {
            lead: lead.into(),
            at,
            row,
            score: None,
            tier: None,
            outcome: None,
            closed: None,
            source: None,
            owner: None,
            minutes: None,
            first_contact: None,
        }
    }
}

/// The scored leads of some time; [`History::from_rows`], [`History::read`] and [`History::read_file`] make one.
#[derive(Clone, Debug)]
pub struct History {
    pub(crate) source: String,
    pub(crate) leads: Vec<Lead>,
    pub(crate) recorded: Recorded,
    pub(crate) notes: Vec<Note>,
}

/// One lead with its scorings, earliest first; there is at least one.
#[derive(Clone, Debug)]
pub(crate) struct Lead {
    pub(crate) scorings: Vec<Scoring>,
    pub(crate) outcome: Outcome,
    /// The day on which it was won or lost, and the row that says so.
    pub(crate) closed: Option<(Day, u64)>,
    pub(crate) source: Option<Arc<str>>,
    pub(crate) first_contact: Option<Moment>,
}

#[derive(Clone, Debug)]
pub(crate) struct Scoring {
    pub(crate) at: Moment,
    pub(crate) row: u64,
    pub(crate) score: Option<i32>,
    pub(crate) tier: Option<Tier>,
    pub(crate) owner: Option<Arc<str>>,
    pub(crate) minutes: Option<f64>,
}

/// Which facts at least one row holds.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Recorded {
    pub(crate) outcome: bool,
    pub(crate) closed: bool,
    pub(crate) source: bool,
    pub(crate) owner: bool,
    pub(crate) minutes: bool,
    pub(crate) first_contact: bool,
    pub(crate) time_of_day: bool,
}

/// What was met in the history and how it was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "note", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Note {
    /// Dates such as 3/4/2026 could be read both ways; the month was taken to come first.
    MonthFirst {
        /// The column.
        column: String,
    },
    /// Outcomes that are neither won nor lost; they count as open.
    OtherOutcomes {
        /// Distinct values.
        values: usize,
        /// Rows with them.
        rows: u64,
    },
    /// Leads whose rows are not in order of time; they were sorted.
    Unordered {
        /// How many leads.
        leads: u64,
        /// The first row that is earlier than the one before it of the same lead.
        first_row: u64,
    },
    /// Rows of one lead at the same time; the last in the file counts.
    SameTime {
        /// Rows that do not count.
        rows: u64,
        /// The first of them.
        first_row: u64,
    },
    /// Leads that are won in one row and lost in another; the latest counts.
    OutcomeChanged {
        /// How many leads.
        leads: u64,
        /// The row in which the first of them changes.
        first_row: u64,
    },
    /// Leads that were won or lost before their first score: a score given later foretells nothing, so they are left out of every
    /// figure of conversion.
    ClosedBeforeScored {
        /// How many leads.
        leads: u64,
        /// The row that holds the first such day.
        first_row: u64,
    },
    /// Leads that are won or lost without a day of closing; they are left out where the day is needed.
    ClosedWithoutDay {
        /// How many leads.
        leads: u64,
        /// The latest row of the first of them.
        first_row: u64,
    },
}

impl History {
    /// A history from rows in any order; `source` is the name that errors and reports give it.
    ///
    /// A lead's rows are sorted by time, and of several at one time the last given counts. Its outcome, source and owner are the latest
    /// that a row states, its first contact the earliest.
    ///
    /// # Errors
    /// [`ErrorKind::TooLittleData`] without rows; [`ErrorKind::Value`], with the row, for minutes that are negative or no number and for
    /// scores beyond a million.
    pub fn from_rows(source: impl Into<String>, rows: impl IntoIterator<Item = HistoryRow>) -> Result<Self> {
        let source = source.into();
        let mut by_lead: BTreeMap<Arc<str>, Vec<HistoryRow>> = BTreeMap::new();
        let mut recorded = Recorded::default();
        for row in rows {
            check(&row).map_err(|error| error.in_file(&source))?;
            recorded.add(&row);
            by_lead.entry(Arc::clone(&row.lead)).or_default().push(row);
        }
        if by_lead.is_empty() {
            let message = "the history has no rows; it needs one for each lead and time of scoring";
            return Err(Error::new(ErrorKind::TooLittleData, message).in_file(source));
        }
        let mut tally = Tally::default();
        let leads = by_lead.into_values().filter_map(|rows| tally.lead(rows)).collect();
        Ok(Self { source, leads, recorded, notes: tally.notes() })
    }

    /// The name of the file, as errors give it.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// How many leads there are; at least 1.
    #[must_use]
    pub fn leads(&self) -> usize {
        self.leads.len()
    }

    /// What was met and how it was taken.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}

fn check(row: &HistoryRow) -> Result<()> {
    let fault = |message: &str| Err(Error::new(ErrorKind::Value, message).at_row(row.row));
    if row.minutes.is_some_and(|minutes| !minutes.is_finite() || minutes < 0.0) {
        return fault("the minutes are negative or no number; give minutes of at least 0, or nothing");
    }
    if row.score.is_some_and(|score| !(-MOST_SCORE..=MOST_SCORE).contains(&score)) {
        return fault("the score is beyond a million; correct it");
    }
    Ok(())
}

impl Recorded {
    fn add(&mut self, row: &HistoryRow) {
        self.outcome |= row.outcome.is_some();
        self.closed |= row.closed.is_some();
        self.source |= row.source.is_some();
        self.owner |= row.owner.is_some();
        self.minutes |= row.minutes.is_some();
        self.first_contact |= row.first_contact.is_some();
        self.time_of_day |= row.at.has_time();
    }
}

impl Lead {
    /// The day of the first scoring.
    pub(crate) fn first_day(&self) -> Option<Day> {
        self.scorings.first().map(|scoring| scoring.at.day())
    }

    /// Whether it was won or lost on a day before its first scoring.
    pub(crate) fn closed_before_scored(&self) -> bool {
        self.outcome != Outcome::Open
            && self.closed.zip(self.first_day()).is_some_and(|((closed, _), first)| closed < first)
    }
}

/// How often something was met, and the earliest row.
#[derive(Clone, Copy, Debug, Default)]
struct Met {
    count: u64,
    first_row: Option<u64>,
}

impl Met {
    fn add(&mut self, row: u64) {
        self.count += 1;
        self.first_row = Some(self.first_row.map_or(row, |first| first.min(row)));
    }
}

/// Leads put together from their rows, with what was met on the way.
#[derive(Debug, Default)]
struct Tally {
    unordered: Met,
    same_time: Met,
    outcome_changed: Met,
    closed_before_scored: Met,
    closed_without_day: Met,
}

impl Tally {
    /// The lead of some rows in the order of the file; `None` without rows.
    fn lead(&mut self, mut rows: Vec<HistoryRow>) -> Option<Lead> {
        let backwards = rows.windows(2).find(|pair| pair[1].at.order_key() < pair[0].at.order_key());
        if let Some(pair) = backwards {
            self.unordered.add(pair[1].row);
        }
        rows.sort_by_key(|row| row.at.order_key());
        let (outcome, outcome_row) = self.outcome(&rows);
        let closed = match outcome {
            Outcome::Open => None,
            _ => rows.iter().rev().find_map(|row| Some((row.closed?, row.row))),
        };
        let latest =
            |of: fn(&HistoryRow) -> Option<&Arc<str>>| rows.iter().rev().find_map(of).map(Arc::clone);
        let source = latest(|row| row.source.as_ref());
        let contacts = rows.iter().filter_map(|row| row.first_contact);
        let first_contact = contacts.min_by_key(|contact| contact.order_key());
        let lead = Lead { scorings: self.scorings(rows), outcome, closed, source, first_contact };
        if outcome != Outcome::Open && closed.is_none() {
            self.closed_without_day.add(outcome_row);
        }
        if let Some((_, row)) = closed.filter(|_| lead.closed_before_scored()) {
            self.closed_before_scored.add(row);
        }
        (!lead.scorings.is_empty()).then_some(lead)
    }

    /// The latest outcome that a row states, and that row.
    fn outcome(&mut self, rows: &[HistoryRow]) -> (Outcome, u64) {
        let mut latest = (Outcome::Open, 0);
        let mut changed = false;
        for (row, outcome) in rows.iter().filter_map(|row| Some((row, row.outcome?))) {
            if !changed
                && matches!(
                    (latest.0, outcome),
                    (Outcome::Won, Outcome::Lost) | (Outcome::Lost, Outcome::Won)
                )
            {
                self.outcome_changed.add(row.row);
                changed = true;
            }
            latest = (outcome, row.row);
        }
        latest
    }

    /// Scorings in order of time, the last given of each time.
    fn scorings(&mut self, rows: Vec<HistoryRow>) -> Vec<Scoring> {
        let mut scorings: Vec<Scoring> = Vec::with_capacity(rows.len());
        for HistoryRow { at, row, score, tier, owner, minutes, .. } in rows {
            let scoring = Scoring { at, row, score, tier, owner, minutes };
            match scorings.last_mut() {
                Some(last) if last.at.order_key() == at.order_key() => {
                    self.same_time.add(last.row);
                    *last = scoring;
                }
                _ => scorings.push(scoring),
            }
        }
        scorings
    }

    fn notes(&self) -> Vec<Note> {
        let note = |met: Met, note: fn(u64, u64) -> Note| Some(note(met.count, met.first_row?));
        let notes = [
            note(self.unordered, |leads, first_row| Note::Unordered { leads, first_row }),
            note(self.same_time, |rows, first_row| Note::SameTime { rows, first_row }),
            note(self.outcome_changed, |leads, first_row| Note::OutcomeChanged { leads, first_row }),
            note(self.closed_before_scored, |leads, first_row| Note::ClosedBeforeScored { leads, first_row }),
            note(self.closed_without_day, |leads, first_row| Note::ClosedWithoutDay { leads, first_row }),
        ];
        notes.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i8) -> Day {
        Day::from_calendar(2026, 3, day).unwrap()
    }

    fn row(lead: &str, on: i8, row: u64, tier: Tier) -> HistoryRow {
        HistoryRow { tier: Some(tier), ..HistoryRow::new(lead, Moment::on(day(on)), row) }
    }

    #[test]
    fn rows_are_sorted_and_the_last_of_one_time_counts() {
        let rows = [
            row("a", 9, 2, Tier::Hot),
            row("a", 1, 3, Tier::Cold),
            row("b", 1, 4, Tier::Warm),
            row("a", 9, 5, Tier::Cool),
        ];
        let history = History::from_rows("h.csv", rows).unwrap();
        let tiers: Vec<Vec<Option<Tier>>> =
            history.leads.iter().map(|lead| lead.scorings.iter().map(|s| s.tier).collect()).collect();
        assert_eq!(tiers, [vec![Some(Tier::Cold), Some(Tier::Cool)], vec![Some(Tier::Warm)]]);
        let wanted = [Note::Unordered { leads: 1, first_row: 3 }, Note::SameTime { rows: 1, first_row: 2 }];
        assert_eq!(history.notes(), wanted);
    }

    #[test]
    fn the_latest_outcome_counts_and_odd_days_are_noted() {
        let mut rows = vec![row("a", 5, 2, Tier::Hot), row("a", 6, 3, Tier::Hot), row("b", 5, 4, Tier::Hot)];
        rows[0].outcome = Some(Outcome::Lost);
        rows[1].outcome = Some(Outcome::Won);
        rows[1].closed = Some(day(2));
        rows[2].outcome = Some(Outcome::Lost);
        let history = History::from_rows("h.csv", rows).unwrap();
        assert_eq!(history.leads[0].outcome, Outcome::Won);
        let wanted = [
            Note::OutcomeChanged { leads: 1, first_row: 3 },
            Note::ClosedBeforeScored { leads: 1, first_row: 3 },
            Note::ClosedWithoutDay { leads: 1, first_row: 4 },
        ];
        assert_eq!(history.notes(), wanted);
    }

    #[test]
    fn nothing_and_impossible_figures_are_refused_with_their_place() {
        let error = History::from_rows("h.csv", []).unwrap_err();
        assert_eq!((error.kind(), error.file()), (ErrorKind::TooLittleData, Some("h.csv")));
        for minutes in [-1.0, f64::NAN, f64::INFINITY] {
            let bad = HistoryRow { minutes: Some(minutes), ..row("a", 1, 7, Tier::Hot) };
            let error = History::from_rows("h.csv", [bad]).unwrap_err();
            assert_eq!((error.kind(), error.row()), (ErrorKind::Value, Some(7)));
        }
        let bad = HistoryRow { score: Some(i32::MIN), ..row("a", 1, 7, Tier::Hot) };
        assert_eq!(History::from_rows("h.csv", [bad]).unwrap_err().row(), Some(7));
    }
}
