//! After go-live: what a history of scored leads shows.
//!
//! Should you use this crate? The facade `lead-scoring` re-exports it, and `lead-scoring-report` makes a page of its figures. Use this
//! crate alone for the figures.
//!
//! A [`History`] has one row for each lead and time of scoring. [`Dashboards`] are three pages of figures: where leads
//! stand and how they moved ([`Overview`]), whether tiers keep what they promise ([`Performance`]), and what reps' time goes to
//! ([`Productivity`]). What the history does not hold is `None`, and [`ToRecord`] says what to record.
//!
//! # Errors
//!
//! No function panics on any input. An [`Error`] names file, row and column, and never quotes a cell. Undefined figures are `None`,
//! never NaN.

#![forbid(unsafe_code)]

mod columns;
mod dashboards;
mod histogram;
mod history;
mod measures;
#[cfg(feature = "schema")]
mod mirror;
mod moment;
mod overview;
mod performance;
mod productivity;
mod read;
mod view;
mod wanted;
mod window;

pub use columns::Role;
pub use dashboards::Dashboards;
pub use histogram::Bin;
pub use history::{History, HistoryRow, Note, Outcome};
pub use lead_scoring_core::{Error, ErrorKind, Result};
pub use measures::{FEW, Share, Spread};
pub use moment::Moment;
pub use overview::{Flow, HotPoint, Migration, Overview, ScoreDistribution, SourceScore, State, TierCount};
pub use performance::{ClosingScores, Performance, ScoresAtClose, TierConversion, WrongCalls, WrongIn};
pub use productivity::{
    Minutes, Pipeline, Productivity, RepConversion, RepMinutes, RepTier, SLA_MINUTES, Sla, TierMinutes,
};
pub use read::HistoryOptions;
pub use wanted::{Figure, ToRecord, Wanted};
pub use window::{DashboardOptions, Period, Span};
