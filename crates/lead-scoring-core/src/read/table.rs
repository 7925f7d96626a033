//! A file's cells as text.

use super::infer::{is_row_name, plan};
use super::intern::Texts;
use super::options::ReadOptions;
use super::profile::Profile;
use super::typed;
use crate::dataset::no_such_column;
use crate::{Dataset, Kind, Result};

/// A file's cells as text: headers, and for each column its distinct texts with one code a row.
///
/// Headers and cells are trimmed. [`read_table`](crate::read_table) makes one.
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) source: String,
    pub(super) headers: Vec<String>,
    pub(super) columns: Vec<TextColumn>,
    /// For each row its number in the file, the header being row 1.
    pub(super) row_numbers: Vec<u64>,
}

/// One column's cells.
#[derive(Clone, Debug, Default)]
pub(super) struct TextColumn {
    /// One code a row: a position in `texts`, or [`MISSING`](crate::MISSING) for an empty cell.
    pub(super) codes: Vec<u32>,
    /// Distinct non-empty texts as they first appear.
    pub(super) texts: Texts,
    /// For each distinct text how many rows have it.
    pub(super) counts: Vec<u32>,
}

impl Table {
    /// The name of the file, as errors give it.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The column names, each once. A column without a name is called `column N`, counted from 1.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// How many rows of cells there are, the header not counted; at least 1.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.row_numbers.len()
    }

    /// The number each row has in the file, the header being row 1.
    #[must_use]
    pub fn row_numbers(&self) -> &[u64] {
        &self.row_numbers
    }

    /// The text of a cell by position of column and row, both from 0; `None` where it is empty or does not exist. Missing codes
    /// such as `n/a` are given as they stand.
    #[must_use]
    pub fn text(&self, column: usize, row: usize) -> Option<&str> {
        let column = self.columns.get(column)?;
        column.texts.get(*column.codes.get(row)?)
    }

    /// The kind each column will have in [`Table::into_dataset`]: the one the options give, else the inferred one.
    #[must_use]
    pub fn infer_kinds(&self, options: &ReadOptions) -> Vec<Kind> {
        let columns = self.headers.iter().zip(&self.columns);
        columns
            .map(|(name, column)| plan(name, &Profile::new(name, column, options), options).kind())
            .collect()
    }

    /// The column that names the rows: the first identifier, else the first column without a given kind whose name says so (`Lead ID`,
    /// `key`) and whose cells, as far as they are filled, are all distinct. The second holds in few rows too, where values alone show
    /// nothing. `None` where there is neither.
    #[must_use]
    pub fn row_name_column(&self, options: &ReadOptions) -> Option<&str> {
        let profile = |at: usize| Some(Profile::new(self.headers.get(at)?, self.columns.get(at)?, options));
        let is_identifier = |at: usize, name: &String| {
            profile(at).is_some_and(|profile| plan(name, &profile, options).kind() == Kind::Identifier)
        };
        let says_so = |at: usize, name: &String| {
            let distinct =
                |profile: Profile<'_>| profile.filled > 0 && profile.distinct as u64 == profile.filled;
            options.kind_of(name).is_none() && is_row_name(name) && profile(at).is_some_and(distinct)
        };
        let first = |is: &dyn Fn(usize, &String) -> bool| {
            self.headers.iter().enumerate().find(|(at, name)| is(*at, name)).map(|(_, name)| name.as_str())
        };
        first(&is_identifier).or_else(|| first(&says_so))
    }

    /// Types every column.
    ///
    /// Cells that cannot be read as their column's kind become missing and are counted in the field's
    /// [`ReadNotes`](crate::ReadNotes).
    ///
    /// # Errors
    /// [`ErrorKind::Value`](crate::ErrorKind::Value) for a number beyond range in a number column and a day that does not exist in a date column;
    /// [`ErrorKind::Option`](crate::ErrorKind::Option) where the options name a column that is not there.
    pub fn into_dataset(self, options: &ReadOptions) -> Result<Dataset> {
        let source = self.source.clone();
        self.typed(options).map_err(|error| error.in_file(source))
    }

    fn typed(self, options: &ReadOptions) -> Result<Dataset> {
        self.check_names(options)?;
        let mut data = Dataset::with_row_numbers(self.row_numbers);
        for (name, column) in self.headers.into_iter().zip(self.columns) {
            let (field, column) = typed::column(name, column, options, data.row_numbers())?;
            data.push(field, column)?;
        }
        Ok(data)
    }

    /// A mistyped name in the options would otherwise go unnoticed.
    fn check_names(&self, options: &ReadOptions) -> Result<()> {
        let named =
            options.kinds.iter().map(|(name, _)| name).chain(options.missing_in.iter().map(|(name, _)| name));
        for name in named {
            if !self.headers.contains(name) {
                return Err(no_such_column(name, self.headers.iter().map(String::as_str)));
            }
        }
        Ok(())
    }
}
