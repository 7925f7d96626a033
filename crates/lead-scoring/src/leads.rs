//! Leads of a model: rows whose columns have been matched to the fields the model reads.

use crate::{Error, Result};
use lead_scoring_core::{
    Dataset, ErrorKind, Kind, ReadOptions, Table, nearest_name, read_table, read_table_file,
};
use lead_scoring_model::{FieldMap, MappedField, Scored, Scorer, ScoringModel};
use std::io::Read;
use std::path::Path;

/// How leads are read and matched; the default suits leads that come from where the deals came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeadOptions {
    /// Texts that mean "not known" in any column, besides those of the model.
    pub missing: Vec<String>,
    /// Texts that mean "not known" in one column, besides those of the model; columns the leads do not have are passed over.
    pub missing_in: Vec<(String, Vec<String>)>,
    /// Pairs of a field of the model and the column to read it from, where names do not tell.
    pub mapping: Vec<(String, String)>,
    /// The column that names a lead; it must exist.
    pub id: Option<String>,
    /// The column that names a lead if it exists. Failing both, the first identifier column does; in a file also, failing that, the
    /// first column that is named like one and whose values are distinct ([`Table::row_name_column`](lead_scoring_core::Table::row_name_column)).
    pub preferred_id: Option<String>,
    /// The byte between cells of a file; `None` finds it out.
    pub separator: Option<u8>,
}

/// Leads that a model can score.
#[derive(Clone, Debug)]
pub struct Leads {
    data: Dataset,
    map: FieldMap,
    source: String,
    id: Option<String>,
    /// Fields with how many leads have a value of them that was never seen while learning.
    unseen: Vec<(String, u64)>,
}

impl Leads {
    /// Reads leads from a CSV file; each column the model reads gets the kind it had when the model was learned.
    ///
    /// # Errors
    /// [`ErrorKind::Option`](crate::ErrorKind::Option) where the mapping or the id column does not fit the header;
    /// [`ErrorKind::Format`](crate::ErrorKind::Format) where no column is one that the model reads; otherwise a file that cannot be
    /// read as a table, with file, row and column.
    pub fn read_file(model: &ScoringModel, path: impl AsRef<Path>, options: &LeadOptions) -> Result<Self> {
        let table = read_table_file(path, &read_options(model, options))?;
        Self::typed(model, table, options)
    }

    /// Reads leads from CSV text; `source` is the name that errors and the report give it.
    ///
    /// # Errors
    /// As [`Leads::read_file`].
    pub fn read(
        model: &ScoringModel,
        reader: impl Read,
        source: &str,
        options: &LeadOptions,
    ) -> Result<Self> {
        let table = read_table(reader, source, &read_options(model, options))?;
        Self::typed(model, table, options)
    }

    /// Takes leads from a data set in memory; `source` is the name that the report gives it.
    ///
    /// # Errors
    /// [`ErrorKind::Option`](crate::ErrorKind::Option) where the mapping or the id column does not fit the columns;
    /// [`ErrorKind::Format`](crate::ErrorKind::Format) where no column is one that the model reads.
    pub fn from_dataset(
        model: &ScoringModel,
        data: Dataset,
        source: &str,
        options: &LeadOptions,
    ) -> Result<Self> {
        let columns: Vec<&str> = data.fields().iter().map(|field| field.name.as_str()).collect();
        let named = named_id(&columns, options)?;
        let map = field_map(model, &columns, source, options)?;
        let first = || data.of_kind(Kind::Identifier).first().map(|&at| data.fields()[at].name.clone());
        let id = named.or_else(first);
        let unseen = unseen(model, &data, &map);
        Ok(Self { data, map, source: source.to_owned(), id, unseen })
    }

    fn typed(model: &ScoringModel, table: Table, options: &LeadOptions) -> Result<Self> {
        let source = table.source().to_owned();
        let columns: Vec<&str> = table.headers().iter().map(String::as_str).collect();
        let named = named_id(&columns, options)?;
        let map = field_map(model, &columns, &source, options)?;
        let mut read = read_options(model, options);
        read.missing_in =
            options.missing_in.iter().filter(|(name, _)| columns.contains(&name.as_str())).cloned().collect();
        // The model names a column as the deals did, the leads may call it otherwise.
        let of_field =
            |field: &MappedField| Some((field.column.clone()?, model.missing_in.get(&field.field)?.clone()));
        read.missing_in.extend(map.fields().iter().filter_map(of_field));
        // Later kinds have the last word: a column that the model reads has the model's kind.
        let mapped = map.fields().iter().filter_map(|field| Some((field.column.clone()?, field.kind)));
        read.kinds.extend(mapped);
        let id = named.or_else(|| table.row_name_column(&read).map(str::to_owned));
        read.kinds.splice(0..0, id.iter().map(|id| (id.clone(), Kind::Identifier)));
        let mut leads = Self::from_dataset(model, table.into_dataset(&read)?, &source, options)?;
        leads.id = id;
        Ok(leads)
    }

    /// The rows.
    #[must_use]
    pub fn data(&self) -> &Dataset {
        &self.data
    }

    /// Which column each field of the model is read from.
    #[must_use]
    pub fn map(&self) -> &FieldMap {
        &self.map
    }

    /// The name of the file the leads came from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The column that names a lead; `None` where no column does.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// A sentence for each field of the model that the leads do not have, for each field with values that were never seen while
    /// learning, and where no column names the leads.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        let unnamed = self.id.is_none().then(|| {
            format!(
                "{}: no column names the leads, so their row numbers do; name the column as `id` if there is one",
                self.source
            )
        });
        let absent = |field: &str| {
            format!(
                "{}: no column was found for the field `{field}`, which counts as unknown for every lead; map it if the leads have it under another name",
                self.source
            )
        };
        let absent = self.map.unmapped().map(|mapped| absent(&mapped.field));
        unnamed.into_iter().chain(absent).chain(self.unseen.iter().map(unseen_sentence)).collect()
    }

    /// Scores the leads.
    ///
    /// # Errors
    /// [`ErrorKind::Option`](crate::ErrorKind::Option) where a column in memory is of another kind than the model reads.
    pub fn score(&self, scorer: &Scorer) -> Result<Scored> {
        Ok(scorer.score(&self.data, &self.map)?)
    }

    /// The leads with their scores, as the outputs of [`report`](crate::report) take them.
    #[cfg(feature = "report")]
    #[must_use]
    pub fn with_scores<'a>(&'a self, scored: &'a Scored) -> lead_scoring_report::LeadsInput<'a> {
        let mut leads = lead_scoring_report::LeadsInput::new(
            &self.data,
            scored,
            &self.map,
            self.id.as_deref(),
            &self.source,
        );
        leads.unseen = &self.unseen;
        leads
    }
}

fn unseen_sentence((field, leads): &(String, u64)) -> String {
    let leads = if *leads == 1 { "1 lead has".to_owned() } else { format!("{leads} leads have") };
    format!("{leads} a value of `{field}` that was never seen while learning; it gives 0 points")
}

/// For each field of the model how many leads have a value that none of its signals knows; fields without such leads are left out.
fn unseen(model: &ScoringModel, data: &Dataset, map: &FieldMap) -> Vec<(String, u64)> {
    let of_field = |mapped: &MappedField| {
        let column = data.column(mapped.column.as_deref()?)?;
        // `None` for a field that only rules read, and for a column of another kind, which scoring refuses.
        let unknown = model
            .card
            .signals
            .iter()
            .flat_map(|signal| &signal.inputs)
            .filter(|input| input.field == mapped.field && input.kind == column.kind())
            .map(|input| {
                let codes = input.binning.code_values(column.values());
                codes.into_iter().map(|code| code == input.binning.unseen_code()).collect::<Vec<bool>>()
            })
            .reduce(|all, next| all.into_iter().zip(next).map(|(one, other)| one && other).collect())?;
        let is_unknown = |&&code: &&u32| unknown.get(code as usize).copied().unwrap_or(false);
        let leads = column.codes().iter().filter(is_unknown).count() as u64;
        (leads > 0).then(|| (mapped.field.clone(), leads))
    };
    map.fields().iter().filter_map(of_field).collect()
}

fn read_options(model: &ScoringModel, options: &LeadOptions) -> ReadOptions {
    let mut read = ReadOptions::default();
    read.missing = model.missing.iter().chain(&options.missing).cloned().collect();
    read.separator = options.separator;
    read
}

/// The columns of the model's fields. A model that reads something must find some of it.
fn field_map(
    model: &ScoringModel,
    columns: &[&str],
    source: &str,
    options: &LeadOptions,
) -> Result<FieldMap> {
    let map = FieldMap::for_header(model, columns, &options.mapping)?;
    let fields: Vec<String> = map.unmapped().map(|mapped| format!("`{}`", mapped.field)).collect();
    if fields.is_empty() || fields.len() < map.fields().len() {
        return Ok(map);
    }
    let message = format!(
        "none of the {} columns that the model reads is there ({}); export the leads with them, or map the columns that hold them under another name",
        fields.len(),
        fields.join(", ")
    );
    Err(lead_scoring_core::Error::new(ErrorKind::Format, message).in_file(source).into())
}

fn named_id(columns: &[&str], options: &LeadOptions) -> Result<Option<String>> {
    if let Some(id) = &options.id
        && !columns.contains(&id.as_str())
    {
        return Err(Error::options(vec![no_column(id, columns.iter().copied())]));
    }
    let preferred = || options.preferred_id.clone().filter(|id| columns.contains(&id.as_str()));
    Ok(options.id.clone().or_else(preferred))
}

/// The sentence for a column that was asked for and is not there.
pub(crate) fn no_column<'a>(name: &str, columns: impl IntoIterator<Item = &'a str>) -> String {
    let near =
        nearest_name(name, columns).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    format!("there is no column `{name}`{near}")
}
