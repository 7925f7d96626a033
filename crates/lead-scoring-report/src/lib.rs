//! The report of a lead-scoring model: every figure of a run in one value, and the files made of it.
//!
//! Should you use this crate? The facade `lead-scoring` builds the report at the end of its stages. Use this crate alone to render the
//! results of stages that you ran yourself.
//!
//! | wanted | call |
//! |---|---|
//! | the figures of all eight sections | [`Report::new`] on a [`ReportInput`] |
//! | `lead-scoring-model.md`, which carries the model itself | [`render_markdown`] |
//! | a summary for a terminal | [`summary_text`] |
//! | `scored-leads.csv`, or the same as JSON | [`scored_leads_csv`], [`leads_json`] |
//! | `validation.json`, `audit.json` | [`validation_json`], [`audit_json`] |
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

mod error;
mod escape;
mod facts;
mod format;
mod input;
mod json;
mod leads;
mod markdown;
mod summary;

pub use error::{Error, ErrorKind, Result};
pub use facts::Report;
pub use input::{LeadsInput, ReportInput, Resampled};
pub use json::{audit_json, validation_json};
pub use leads::{LEAD_COLUMNS, leads_json, scored_leads_csv};
pub use markdown::render_markdown;
pub use summary::summary_text;
