//! Dashboards 1 to 3 as documents: `dashboards.md`, `dashboards.html` and `dashboards.json`, by the renderers that write the report.

mod facts;

pub(crate) use facts::{Facts, Moves};

use crate::chart::dashboards as charts;
use crate::report_json::Document;
use crate::{Html, Json, Markdown, Renderer, Result};
use lead_scoring_ops::Dashboards;
use minijinja::value::{Serde, Value};

/// What the document names as its schema: `docs/dashboards.schema.json` of the repository.
const SCHEMA: &str = "lead-scoring/dashboards.schema.json";
/// The version of its shape; it rises when a key changes its meaning or goes.
const FORMAT: u32 = 1;

/// The templates in the order of the document.
const SECTIONS: [(&str, &str); 5] = [
    ("dashboards", include_str!("../templates/dashboards/head.md.jinja")),
    ("dashboard 1", include_str!("../templates/dashboards/1_overview.md.jinja")),
    ("dashboard 2", include_str!("../templates/dashboards/2_performance.md.jinja")),
    ("dashboard 3", include_str!("../templates/dashboards/3_productivity.md.jinja")),
    ("what to record", include_str!("../templates/dashboards/record.md.jinja")),
];

impl Renderer<Dashboards> for Markdown {
    fn render(&self, dashboards: &Dashboards) -> Result<String> {
        self.document(SECTIONS, &Value::from(Serde(Facts::new(dashboards))))
    }
}

impl Renderer<Dashboards> for Html {
    fn render(&self, dashboards: &Dashboards) -> Result<String> {
        let facts = Facts::new(dashboards);
        let charts = charts::all(&facts, self.language())?;
        self.page("dashboards-title", facts.name, &self.document().render(dashboards)?, charts)
    }
}

impl Renderer<Dashboards> for Json {
    fn render(&self, dashboards: &Dashboards) -> Result<String> {
        Document { schema: SCHEMA, format: FORMAT, figures: dashboards }.text()
    }
}

/// The JSON Schema of `dashboards.json`, as `docs/dashboards.schema.json` publishes it.
///
/// # Errors
/// [`crate::ErrorKind::Rendering`] where the text cannot be put together.
#[cfg(feature = "schema")]
pub fn dashboards_schema() -> Result<String> {
    crate::report_json::schema_of::<Dashboards>("dashboards")
}
