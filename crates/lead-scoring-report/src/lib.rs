//! The report of a lead-scoring model: every figure of a run in one value, and the files made of it.
//!
//! Should you use this crate? The facade `lead-scoring` builds the report at the end of its stages. Use this crate alone to render the
//! results of stages that you ran yourself.
//!
//! | wanted | call |
//! |---|---|
//! | the figures of all eight sections | [`Report::new`] on a [`ReportInput`] |
//! | `lead-scoring-model.md`, which carries the model itself | [`Markdown`] |
//! | `lead-scoring-model.html`, the same with charts, one file that fetches nothing | [`Html`] |
//! | `report.json`, every figure for programs | [`Json`] |
//! | `rep-guide.md`, one page for those who work the leads | [`OnePager`] |
//! | a summary for a terminal | [`summary_text`] |
//! | `scored-leads.csv`, or the same as JSON | [`scored_leads_csv`], [`leads_json`] |
//! | `validation.json`, `audit.json` | [`validation_json`], [`audit_json`] |
//!
//! [`Markdown`], [`Html`] and [`Json`] also render the [`Dashboards`](lead_scoring_ops::Dashboards) of a history of scored leads.
//!
//! The four documents are [`Renderer`]s of one [`Report`]; to the first two you may add a [`Section`] of your own, to the page styles.
//!
//! A report holds figures and facts; words are in the templates. Every text from the data is escaped: no company's name can break a
//! table, start mark-up or become a formula. What the data cannot tell is said, together with what to record; nothing is invented. The
//! same results give the same bytes.
//!
//! # Errors
//!
//! No function panics on any input. An [`Error`] says that parts of different runs were mixed ([`ErrorKind::Mismatch`]) or that a text
//! could not be put together ([`ErrorKind::Rendering`]).

#![forbid(unsafe_code)]

mod chart;
mod dashboards;
mod error;
mod escape;
mod facts;
mod format;
mod html;
mod input;
mod json;
mod language;
mod leads;
mod markdown;
mod one_pager;
mod phrases;
mod render;
mod report_json;
mod spacing;
mod summary;
mod template;
mod text;

#[cfg(feature = "schema")]
pub use dashboards::dashboards_schema;
pub use error::{Error, ErrorKind, Result};
pub use facts::Report;
pub use html::Html;
pub use input::{LeadsInput, ReportInput, Resampled};
pub use json::{audit_json, validation_json};
pub use language::{Language, message_template};
pub use leads::{LEAD_COLUMNS, leads_json, scored_leads_csv};
pub use markdown::{Markdown, render_markdown};
pub use one_pager::OnePager;
pub use render::{Place, Renderer, Section};
#[cfg(feature = "schema")]
pub use report_json::report_schema;
pub use report_json::{Json, SCHEMA};
pub use summary::summary_text;
