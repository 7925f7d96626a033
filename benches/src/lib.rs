//! What the benchmarks share: histories of closed deals to build from, and generated leads with a model to score them.
//!
//! ```
//! use lead_scoring_benches::{generated_leads, planted_model};
//! use lead_scoring_model::{FieldMap, Scorer};
//!
//! let leads = generated_leads(100, 1)?;
//! let model = planted_model()?;
//! let map = FieldMap::for_data(&model, &leads, &[])?;
//! assert_eq!(Scorer::new(&model)?.score(&leads, &map)?.len(), 100);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]

mod deals;
mod history;
mod leads;
mod one_lead;
mod pool;
mod ranked;
mod reported;
mod scoring;
mod usage;

pub use deals::{every_column, generated_deals};
pub use history::{History, histories};
pub use leads::{CATEGORIES, NUMBERS, generated_leads, planted_model};
pub use one_lead::{OneLead, generated_structs};
pub use pool::pinned_pool;
pub use ranked::RankedLeads;
pub use reported::Reported;
pub use scoring::{ByteColumns, LeadColumns};
pub use usage::{cpu_seconds, peak_mib};

/// Whatever went wrong in setting a benchmark up.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
