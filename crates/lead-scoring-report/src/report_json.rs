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
        let mut text = serde_json::to_string_pretty(&Document { schema: SCHEMA, format: FORMAT, report })?;
        text.push('\n');
        Ok(text)
    }
}

/// The whole of `report.json`.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Document<'a> {
    schema: &'static str,
    format: u32,
    #[serde(flatten)]
    report: &'a Report,
}

/// The JSON Schema of [`Json`]'s document, as `docs/report.schema.json` publishes it.
///
/// # Errors
/// [`crate::ErrorKind::Rendering`] where the text cannot be put together.
#[cfg(feature = "schema")]
pub fn report_schema() -> Result<String> {
    let mut schema = schemars::generate::SchemaSettings::draft2020_12()
        // What is optional is always there, if only as `null`.
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Document<'_>>();
    schema.insert("title".to_owned(), "lead-scoring report".into());
    let mut text = serde_json::to_string_pretty(&schema)?;
    text.push('\n');
    Ok(text)
}
