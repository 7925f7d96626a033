//! A table of typed columns.

use crate::{Column, Dimension, Error, ErrorKind, Kind, Result};

/// What is known of a column besides its cells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Field {
    /// The column's name, unique in its data set.
    pub name: String,
    /// The dimension its signals count for, where the user said so.
    pub dimension: Option<Dimension>,
    /// What reading the column came across.
    pub notes: ReadNotes,
}

/// What reading a column came across, for the audit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadNotes {
    /// Cells that could not be read as the column's kind and count as missing.
    pub unreadable: u64,
    /// The first such row, the header being row 1.
    pub first_unreadable_row: Option<u64>,
    /// Spellings merged into one level: the spelling kept, and the others.
    pub merged_spellings: Vec<(String, Vec<String>)>,
    /// Whether day and month could be told apart only by assuming the month comes first.
    pub month_first_assumed: bool,
    /// Texts that occur and count as missing because the user said so, in the order of the file.
    pub given_missing: Vec<String>,
}

impl Field {
    /// A field of this name, with no dimension given and nothing noted.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), dimension: None, notes: ReadNotes::default() }
    }
}

/// A table: fields, and one column of equal length for each.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    fields: Vec<Field>,
    columns: Vec<Column>,
    rows: usize,
    /// For each row its number in the file it came from (header = row 1).
    row_numbers: Vec<u64>,
}

impl Dataset {
    /// A data set of `rows` rows without columns; rows are numbered from 2, as in a file with a header.
    #[must_use]
    pub fn with_rows(rows: usize) -> Self {
        Self { rows, row_numbers: (2..).take(rows).collect(), ..Self::default() }
    }

    /// A data set without columns whose rows have these numbers in the file they came from, the header being row 1.
    #[must_use]
    pub fn with_row_numbers(row_numbers: Vec<u64>) -> Self {
        Self { rows: row_numbers.len(), row_numbers, ..Self::default() }
    }

    /// Adds a column.
    ///
    /// # Errors
    /// [`ErrorKind::Format`] where the length differs from the data set's or the name is taken.
    pub fn push(&mut self, field: Field, column: Column) -> Result<()> {
        if column.len() != self.rows {
            let message = format!("the column has {} rows, the data set {}", column.len(), self.rows);
            return Err(Error::new(ErrorKind::Format, message).in_column(field.name));
        }
        if self.index_of(&field.name).is_some() {
            let message = "two columns have this name; rename one of them";
            return Err(Error::new(ErrorKind::Format, message).in_column(field.name));
        }
        self.fields.push(field);
        self.columns.push(column);
        Ok(())
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The fields, in the order of the columns.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The columns, in the order of the fields.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Fields with their columns.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Field, &Column)> {
        self.fields.iter().zip(&self.columns)
    }

    /// Position of the column of exactly this name.
    #[must_use]
    pub fn index_of(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// The column of exactly this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.index_of(name).and_then(|at| self.columns.get(at))
    }

    /// The column a user asked for by name.
    ///
    /// # Errors
    /// [`ErrorKind::Option`] where there is none, with the nearest name.
    pub fn require(&self, name: &str) -> Result<(usize, &Column)> {
        match self.index_of(name) {
            Some(at) => Ok((at, &self.columns[at])),
            None => Err(no_such_column(name, self.fields.iter().map(|field| field.name.as_str()))),
        }
    }

    /// The number each row has in its file, the header being row 1.
    #[must_use]
    pub fn row_numbers(&self) -> &[u64] {
        &self.row_numbers
    }

    /// The given rows, in that order. Positions beyond the end are left out.
    #[must_use]
    pub fn select(&self, rows: &[u32]) -> Self {
        let rows: Vec<u32> = rows.iter().copied().filter(|&row| (row as usize) < self.rows).collect();
        Self {
            fields: self.fields.clone(),
            columns: self.columns.iter().map(|column| column.select(&rows)).collect(),
            rows: rows.len(),
            row_numbers: rows.iter().map(|&row| self.row_numbers[row as usize]).collect(),
        }
    }

    /// The data set without the column of this name; unchanged where there is none.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        if let Some(at) = self.index_of(name) {
            self.fields.remove(at);
            self.columns.remove(at);
        }
        self
    }

    /// Sets the dimension of a field.
    ///
    /// # Errors
    /// [`ErrorKind::Option`] where there is no such field.
    pub fn set_dimension(&mut self, name: &str, dimension: Dimension) -> Result<()> {
        let (at, _) = self.require(name)?;
        self.fields[at].dimension = Some(dimension);
        Ok(())
    }

    /// For each row a number that is equal for rows with equal cells in every column.
    #[must_use]
    pub fn row_fingerprints(&self) -> Vec<u64> {
        let mut prints = vec![0x9E37_79B9_7F4A_7C15_u64; self.rows];
        for column in &self.columns {
            for (print, &code) in prints.iter_mut().zip(column.codes()) {
                *print = (*print ^ u64::from(code)).wrapping_mul(0xD6E8_FEB8_6659_FD93).rotate_left(29);
            }
        }
        prints
    }

    /// For each row a number that rows share which must not be parted, since one is a copy of the other.
    ///
    /// Rows with equal cells throughout are taken for copies, unless [equal rows are common](Self::equal_rows_are_common): each row then has
    /// a number of its own.
    #[must_use]
    pub fn copies(&self) -> Vec<u64> {
        let prints = self.row_fingerprints();
        if are_common(&prints) { (0..self.rows as u64).collect() } else { prints }
    }

    /// Whether more than a tenth of the rows have an equal before them: the columns have little to tell rows apart by, and equal rows are
    /// different deals.
    #[must_use]
    pub fn equal_rows_are_common(&self) -> bool {
        are_common(&self.row_fingerprints())
    }

    /// Positions of the columns of one kind.
    #[must_use]
    pub fn of_kind(&self, kind: Kind) -> Vec<usize> {
        (0..self.columns.len()).filter(|&at| self.columns[at].kind() == kind).collect()
    }
}

/// The error for a column that was asked for and is not there.
pub(crate) fn no_such_column<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Error {
    #[cfg(feature = "read")]
    let hint = crate::names::nearest_name(name, names).map(|near| format!("; did you mean `{near}`?"));
    #[cfg(not(feature = "read"))]
    let hint = names.into_iter().next().map(|_| String::new());
    let message = format!("there is no column `{name}`{}", hint.unwrap_or_default());
    Error::new(ErrorKind::Option, message)
}

/// Whether more than a tenth of the fingerprints occurred before.
fn are_common(prints: &[u64]) -> bool {
    let mut distinct = prints.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    (prints.len() - distinct.len()) * 10 > prints.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(rows: usize, period: usize) -> Dataset {
        let mut data = Dataset::with_rows(rows);
        let values: Vec<f64> = (0..rows).map(|row| (row % period) as f64).collect();
        data.push(Field::new("x"), Column::from_numbers(&values)).unwrap();
        data
    }

    #[test]
    fn few_equal_rows_are_copies_and_many_are_not() {
        let few = flags(100, 95).copies();
        assert!(few[0] == few[95] && few[4] == few[99] && few[0] != few[1]);
        let mut many = flags(100, 16).copies();
        many.dedup();
        assert_eq!(many.len(), 100);
        assert!(flags(0, 1).copies().is_empty());
    }
}
