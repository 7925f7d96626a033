//! The ground `lead-scoring` stands on: typed columnar data, its reading from CSV, the hold-out split, and shared vocabulary.
//!
//! Should you use this crate? To build and use a scoring model, take the facade `lead-scoring`, which re-exports what you need from
//! here. Use this crate alone to read CRM exports into typed columns or to write a stage of your own.
//!
//! ```
//! use lead_scoring_core::{Column, Dataset, Field};
//!
//! let mut data = Dataset::with_rows(3);
//! data.push(Field::new("Employees"), Column::from_numbers(&[250.0, 40.0, f64::NAN]))?;
//! data.push(Field::new("Demo"), Column::from_flags(&[Some(true), Some(false), None]))?;
//! assert_eq!(data.column("Employees").map(Column::filled), Some(2));
//! # Ok::<(), lead_scoring_core::Error>(())
//! ```
//!
//! Values that are not known are missing, never NaN. No function panics on any input; what can fail returns [`Error`], whose
//! message says where (file, row, column) and what to do.

#![forbid(unsafe_code)]

mod binning;
mod column;
mod csv_cell;
mod dataset;
mod day;
mod deals;
mod dimension;
mod error;
mod kind;
mod message;
mod names;
mod phrases;
#[cfg(feature = "read")]
mod read;
#[cfg(feature = "split")]
mod split;
mod text;
mod tier;
mod write;

pub use binning::{Binning, significant_digits};
pub use column::{Column, MISSING, SetValues, Values};
pub use csv_cell::safe_csv_cell;
pub use dataset::{Dataset, Field, ReadNotes};
pub use day::Day;
pub use deals::{Deals, Labelled, OutcomeSpec, label};
pub use dimension::Dimension;
pub use error::{Error, ErrorKind, Result};
pub use kind::Kind;
pub use message::{Message, Part, Phrase};
#[cfg(feature = "read")]
pub use names::nearest_name;
pub use names::{KeyChars, key_chars, name_key, name_words};
pub use phrases::PHRASES;
#[cfg(feature = "read")]
pub use read::{DateOrder, ReadOptions, Table, read_table, read_table_file};
#[cfg(feature = "split")]
pub use split::{HoldOut, HoldOutPolicy, ROW_ORDER, Sealed, Split, split};
pub use text::{NumberStyle, counted, decimals, group_digits, grouped, named_of, percentage};
pub use tier::Tier;
pub use write::write_beside_then_rename;
