//! Which column of the data each field of a model is read from.
//!
//! An explicit pair comes first, then a column of exactly the field's name, then a column whose name has the same key
//! ([`lead_scoring_core::name_key`]: case, spaces, hyphens, underscores, dots and slashes aside). A column that an explicit or exact
//! match has taken is not matched by key again. Whatever could be meant in two ways is an error, never a guess.

use crate::{Error, ErrorKind, Result, RuleTest, ScoringModel};
use lead_scoring_core::{Dataset, Kind, name_key};

/// The fields of a model with the columns they are read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldMap {
    fields: Vec<MappedField>,
}

/// A field of a model, and the column found for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MappedField {
    /// The field, as the model calls it.
    pub field: String,
    /// The kind its column must be read as.
    pub kind: Kind,
    /// The column's name in the data; `None` where there is no such column.
    pub column: Option<String>,
    /// How the column was found; `None` where it was not.
    pub found: Option<Found>,
}

/// How a column was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Found {
    /// The user named it.
    Explicit,
    /// It bears the field's name.
    Exact,
    /// It bears another spelling of the field's name.
    Spelling,
}

impl ScoringModel {
    /// Every field the model reads with the kind its column must have, each field once: signals' fields first, in the order of the
    /// signals, then those that only rules read.
    ///
    /// A field that only rules read is a number if a rule compares numbers, otherwise a category.
    #[must_use]
    pub fn field_kinds(&self) -> Vec<(String, Kind)> {
        let mut kinds: Vec<(String, Kind)> = Vec::new();
        for input in self.card.signals.iter().flat_map(|signal| &signal.inputs) {
            if kinds.iter().all(|(field, _)| *field != input.field) {
                kinds.push((input.field.clone(), input.kind));
            }
        }
        let signal_fields = kinds.len();
        for rule in &self.card.rules {
            let kind = match rule.test {
                RuleTest::AtLeast(_) | RuleTest::Below(_) => Kind::Number,
                RuleTest::Equals(_) => Kind::Category,
            };
            match kinds.iter().position(|(field, _)| *field == rule.field) {
                None => kinds.push((rule.field.clone(), kind)),
                Some(at) if at >= signal_fields && kind == Kind::Number => kinds[at].1 = kind,
                Some(_) => {}
            }
        }
        kinds
    }
}

impl FieldMap {
    /// Finds the model's fields among the columns of a data set; `explicit` holds pairs of a model field and a column.
    ///
    /// # Errors
    /// [`ErrorKind::Field`] where an explicit pair names a field or column that does not exist or maps a field twice, and where a
    /// field could be either of two columns.
    pub fn for_data(model: &ScoringModel, data: &Dataset, explicit: &[(String, String)]) -> Result<Self> {
        let columns: Vec<&str> = data.fields().iter().map(|field| field.name.as_str()).collect();
        Self::for_header(model, &columns, explicit)
    }

    /// Finds the model's fields among the names of a header.
    ///
    /// # Errors
    /// As [`FieldMap::for_data`].
    pub fn for_header(model: &ScoringModel, columns: &[&str], explicit: &[(String, String)]) -> Result<Self> {
        let unmapped = |(field, kind)| MappedField { field, kind, column: None, found: None };
        let mut map = Self { fields: model.field_kinds().into_iter().map(unmapped).collect() };
        map.take_explicit(columns, explicit)?;
        map.take_exact(columns)?;
        map.take_spellings(columns)?;
        Ok(map)
    }

    /// Every field of the model, in the order of [`ScoringModel::field_kinds`].
    #[must_use]
    pub fn fields(&self) -> &[MappedField] {
        &self.fields
    }

    /// The fields without a column.
    pub fn unmapped(&self) -> impl Iterator<Item = &MappedField> {
        self.fields.iter().filter(|field| field.column.is_none())
    }

    /// The column of a model field; `None` where there is none.
    #[must_use]
    pub fn column_of(&self, field: &str) -> Option<&str> {
        self.fields.iter().find(|mapped| mapped.field == field)?.column.as_deref()
    }

    fn take_explicit(&mut self, columns: &[&str], explicit: &[(String, String)]) -> Result<()> {
        for (field, column) in explicit {
            let Some(at) = self.fields.iter().position(|mapped| mapped.field == *field) else {
                let known: Vec<&str> = self.fields.iter().map(|mapped| mapped.field.as_str()).collect();
                let known = known.join("`, `");
                return fault(format!(
                    "the mapping names the field `{field}`, which the model does not read; it reads `{known}`"
                ));
            };
            if !columns.contains(&column.as_str()) {
                return fault(format!(
                    "the mapping names the column `{column}`, which the data do not have; correct its name"
                ));
            }
            if self.fields[at].column.is_some() {
                return fault(format!("the mapping gives the field `{field}` twice; keep one of the two"));
            }
            self.set(at, columns, column, Found::Explicit)?;
        }
        Ok(())
    }

    fn take_exact(&mut self, columns: &[&str]) -> Result<()> {
        for at in 0..self.fields.len() {
            let field = self.fields[at].field.clone();
            if self.fields[at].column.is_none() && columns.contains(&field.as_str()) {
                self.set(at, columns, &field, Found::Exact)?;
            }
        }
        Ok(())
    }

    fn take_spellings(&mut self, columns: &[&str]) -> Result<()> {
        let taken = |column: &str| self.fields.iter().any(|mapped| mapped.column.as_deref() == Some(column));
        let free: Vec<(String, &str)> = columns
            .iter()
            .filter(|column| !taken(column))
            .map(|column| (name_key(column), *column))
            .collect();
        for at in 0..self.fields.len() {
            let key = name_key(&self.fields[at].field);
            if self.fields[at].column.is_some() || key.is_empty() {
                continue;
            }
            let mut candidates = free.iter().filter(|(other, _)| *other == key).map(|(_, column)| *column);
            let Some(column) = candidates.next() else { continue };
            if let Some(other) = candidates.next() {
                let field = &self.fields[at].field;
                return fault(format!(
                    "the field `{field}` may be the column `{column}` or `{other}`; map it explicitly"
                ));
            }
            if let Some(other) = self.fields.iter().find(|mapped| mapped.column.as_deref() == Some(column)) {
                let (field, other) = (&self.fields[at].field, &other.field);
                return fault(format!(
                    "the column `{column}` may be the field `{other}` or `{field}`; map it explicitly"
                ));
            }
            self.set(at, columns, column, Found::Spelling)?;
        }
        Ok(())
    }

    fn set(&mut self, at: usize, columns: &[&str], column: &str, found: Found) -> Result<()> {
        if columns.iter().filter(|name| **name == column).count() > 1 {
            return fault(format!("two columns are called `{column}`; rename one of them"));
        }
        self.fields[at].column = Some(column.to_owned());
        self.fields[at].found = Some(found);
        Ok(())
    }
}

fn fault(message: String) -> Result<()> {
    Err(Error::new(ErrorKind::Field, message))
}
