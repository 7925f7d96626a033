//! Closed deals: a data set whose rows are each won or lost, with the rows that are neither kept apart.

use crate::{Column, Dataset, Error, ErrorKind, MISSING, Result, name_key};

/// Which column says how a deal ended, and which of its values mean won and lost.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OutcomeSpec {
    /// The outcome column.
    pub column: String,
    /// Values that mean won.
    pub won: Vec<String>,
    /// Values that mean lost.
    pub lost: Vec<String>,
}

impl OutcomeSpec {
    /// An outcome column with its won and lost values.
    pub fn new<S: Into<String>>(
        column: impl Into<String>,
        won: impl IntoIterator<Item = S>,
        lost: impl IntoIterator<Item = S>,
    ) -> Self {
        Self {
            column: column.into(),
            won: won.into_iter().map(Into::into).collect(),
            lost: lost.into_iter().map(Into::into).collect(),
        }
    }
}

/// Closed deals with their outcome; the outcome column itself is gone from the data.
#[derive(Clone, Debug)]
pub struct Deals {
    data: Dataset,
    won: Vec<bool>,
}

/// A data set taken apart by outcome.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Labelled {
    /// The deals that were won or lost.
    pub closed: Deals,
    /// The rows that are neither: still open, or of a value nobody named.
    pub open: Dataset,
    /// The values that are neither won nor lost with their row counts, most frequent first; `None` is an empty cell.
    pub other_values: Vec<(Option<String>, usize)>,
}

impl Deals {
    /// Deals from data and one outcome a row (`true` = won).
    ///
    /// # Errors
    /// [`ErrorKind::Format`] where the lengths differ.
    pub fn new(data: Dataset, won: Vec<bool>) -> Result<Self> {
        if data.rows() != won.len() {
            let message = format!("{} rows of data but {} outcomes", data.rows(), won.len());
            return Err(Error::new(ErrorKind::Format, message));
        }
        Ok(Self { data, won })
    }

    /// The columns, without the outcome.
    #[must_use]
    pub fn data(&self) -> &Dataset {
        &self.data
    }

    /// One outcome a row, `true` = won.
    #[must_use]
    pub fn won(&self) -> &[bool] {
        &self.won
    }

    /// How many deals there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.won.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.won.is_empty()
    }

    /// How many were won.
    #[must_use]
    pub fn won_count(&self) -> u64 {
        self.won.iter().filter(|&&won| won).count() as u64
    }

    /// How many were lost.
    #[must_use]
    pub fn lost_count(&self) -> u64 {
        self.len() as u64 - self.won_count()
    }

    /// Won deals as a share of all, 0 to 1; `None` where there are no deals.
    #[must_use]
    pub fn base_rate(&self) -> Option<f64> {
        (!self.is_empty()).then(|| self.won_count() as f64 / self.len() as f64)
    }

    /// The given deals, in that order.
    #[must_use]
    pub fn select(&self, rows: &[u32]) -> Self {
        let rows: Vec<u32> = rows.iter().copied().filter(|&row| (row as usize) < self.len()).collect();
        Self { data: self.data.select(&rows), won: rows.iter().map(|&row| self.won[row as usize]).collect() }
    }

    /// The data and the outcomes, taken apart.
    #[must_use]
    pub fn into_parts(self) -> (Dataset, Vec<bool>) {
        (self.data, self.won)
    }
}

/// Takes a data set apart by outcome. Values are compared without regard to case, spaces and hyphens.
///
/// # Errors
/// [`ErrorKind::Option`] where the column does not exist or a value is named both won and lost; [`ErrorKind::TooLittleData`]
/// where no row is won or none is lost (the message lists the values found, with counts, and the nearest one).
pub fn label(data: Dataset, spec: &OutcomeSpec) -> Result<Labelled> {
    let (_, column) = data.require(&spec.column)?;
    let won_keys: Vec<String> = spec.won.iter().map(|value| name_key(value)).collect();
    let lost_keys: Vec<String> = spec.lost.iter().map(|value| name_key(value)).collect();
    if let Some(at) = won_keys.iter().position(|key| lost_keys.contains(key)) {
        let message = format!("the value `{}` is named both won and lost; name it once", spec.won[at]);
        return Err(Error::new(ErrorKind::Option, message).in_column(&spec.column));
    }
    let meanings: Vec<Option<bool>> = (0..column.values().len())
        .map(|code| {
            let text = column.values().text(u32::try_from(code).unwrap_or(MISSING))?;
            let keys = outcome_keys(&text);
            if keys.iter().any(|key| won_keys.contains(key)) {
                Some(true)
            } else {
                keys.iter().any(|key| lost_keys.contains(key)).then_some(false)
            }
        })
        .collect();

    let mut closed = Vec::new();
    let mut won = Vec::new();
    let mut open = Vec::new();
    for (row, &code) in (0..).zip(column.codes()) {
        match meanings.get(code as usize).copied().flatten() {
            Some(outcome) => {
                closed.push(row);
                won.push(outcome);
            }
            None => open.push(row),
        }
    }
    let other_values = count_other_values(column, &open);
    for (wanted, named, outcome) in [(true, &spec.won, "won"), (false, &spec.lost, "lost")] {
        if !won.contains(&wanted) {
            return Err(no_such_outcome(column, &spec.column, named, outcome));
        }
    }
    let data_without = data.clone().without(&spec.column);
    let closed = Deals { data: data_without.select(&closed), won };
    Ok(Labelled { closed, open: data_without.select(&open), other_values })
}

/// A flag read from `1`/`0` or `Yes`/`No` answers to each of its usual spellings.
fn outcome_keys(text: &str) -> Vec<String> {
    const SPELLINGS: [(&str, &[&str]); 2] =
        [("yes", &["yes", "y", "true", "t", "1"]), ("no", &["no", "n", "false", "f", "0"])];
    let key = name_key(text);
    match SPELLINGS.iter().find(|(word, _)| *word == key) {
        Some((_, spellings)) => spellings.iter().map(|&s| s.to_owned()).collect(),
        None => vec![key],
    }
}

fn count_other_values(column: &Column, rows: &[u32]) -> Vec<(Option<String>, usize)> {
    let mut counts = std::collections::BTreeMap::<u32, usize>::new();
    for &row in rows {
        *counts.entry(column.codes()[row as usize]).or_default() += 1;
    }
    let mut counts: Vec<_> =
        counts.into_iter().map(|(code, count)| (column.values().text(code), count)).collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts
}

fn no_such_outcome(column: &Column, name: &str, named: &[String], outcome: &str) -> Error {
    let every_row: Vec<u32> = (0..).take(column.len()).collect();
    let found: Vec<String> = count_other_values(column, &every_row)
        .into_iter()
        .take(8)
        .map(|(value, count)| {
            format!("{} ({count})", value.map_or_else(|| "empty".to_owned(), |v| format!("`{v}`")))
        })
        .collect();
    let message = format!(
        "no row is {outcome}: none has the value {}; the values found are {}",
        named.join(" or "),
        found.join(", ")
    );
    Error::new(ErrorKind::TooLittleData, message).in_column(name)
}
