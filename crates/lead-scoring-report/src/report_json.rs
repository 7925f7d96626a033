//! `report.json`: every figure of the report for programs.

use crate::{Renderer, Report, Result};
use serde::Serialize;

/// What the document names as its schema: `docs/report.schema.json` of the repository.
pub const SCHEMA: &str = "lead-scoring/report.schema.json";

/// The version of the document's shape; it rises when a key changes its meaning or goes.
pub(crate) const FORMAT: u32 = 1;

/// The report as JSON: `schema`, `format`, then one object for each part of the document, with every figure unrounded.
///
/// What does not exist is `null`, never 0. The model itself is in `model.json`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Json;

impl Json {
    /// The report as JSON.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

impl Renderer for Json {
    fn render(&self, report: &Report) -> Result<String> {
        Document { schema: SCHEMA, format: FORMAT, figures: report }.text()
    }
}

/// The whole of `report.json`, or of another document of figures: what it keeps to, and the figures.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Document<'a, T> {
    pub(crate) schema: &'static str,
    pub(crate) format: u32,
    #[serde(flatten)]
    pub(crate) figures: &'a T,
}

impl<T: Serialize> Document<'_, T> {
    /// Its text, as files hold it.
    pub(crate) fn text(&self) -> Result<String> {
        text(self)
    }
}

fn text(value: &impl Serialize) -> Result<String> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    Ok(text)
}

/// The JSON Schema of [`Json`]'s document, as `docs/report.schema.json` publishes it.
///
/// # Errors
/// [`crate::ErrorKind::Rendering`] where the text cannot be put together.
#[cfg(feature = "schema")]
pub fn report_schema() -> Result<String> {
    schema_of::<Report>("report")
}

/// The JSON Schema of a document of figures by its file's name.
#[cfg(feature = "schema")]
pub(crate) fn schema_of<T: schemars::JsonSchema>(name: &str) -> Result<String> {
    let mut schema = schemars::generate::SchemaSettings::draft2020_12()
        // What is optional is always there, if only as `null`.
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Document<'_, T>>();
    schema.insert("title".to_owned(), format!("lead-scoring {name}").into());
    schema.insert("description".to_owned(), format!("The whole of `{name}.json`.").into());
    text(&schema)
}
