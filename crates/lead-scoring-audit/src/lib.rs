//! Step 1, the data audit: what a history of closed deals holds, what it lacks, and which of its fields were recorded after the
//! outcome.
//!
//! Should you use this crate? The facade `lead-scoring` runs the audit as its first stage. Use this crate alone to judge a CRM
//! export before any model is thought of.
//!
//! ```
//! use lead_scoring_audit::{AuditOptions, Leakage, audit};
//! use lead_scoring_core::{Column, Dataset, Deals, Field};
//!
//! // Sixty deals, every third won; a contract is sent to those only.
//! let won: Vec<bool> = (0..60).map(|deal| deal % 3 == 0).collect();
//! let contract: Vec<Option<bool>> = won.iter().map(|won| Some(*won)).collect();
//! let region: Vec<Option<&str>> = (0..60).map(|deal| Some(["North", "South"][deal / 2 % 2])).collect();
//! let mut data = Dataset::with_rows(60);
//! data.push(Field::new("Contract Sent"), Column::from_flags(&contract))?;
//! data.push(Field::new("Region"), Column::from_categories(&region))?;
//!
//! let audit = audit(&Deals::new(data, won)?, None, &AuditOptions::default())?;
//! assert_eq!(audit.field("Contract Sent").map(|field| field.leakage), Some(Leakage::Certain));
//! assert_eq!(audit.used().map(|field| field.name.as_str()).collect::<Vec<_>>(), ["Region"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Only deals that a model may learn from are to be passed in: the audit decides which fields are used, so a hold-out it had seen
//! would no longer be one. The scheme behind the verdicts on leakage, with its points, is described in [`mod@leakage`].
//!
//! Cost: a few passes over the codes of each column, and one sort of row fingerprints. Nothing is done per row with texts.
//! No function panics on any input; the same input, options and seed give the same findings on every run.

#![forbid(unsafe_code)]

mod dimension;
mod drift;
mod error;
mod exclusion;
mod expected;
mod fields;
mod findings;
mod history;
pub mod leakage;
mod limitations;
mod option;
mod options;
mod phrases;
mod profile;
mod quality;
mod sample;
mod survivorship;
mod text;
mod vocabulary;

pub use dimension::tells_of_contact;
pub use error::{Error, ErrorKind, Result};
pub use findings::{
    Adequacy, AdequacyLevel, Audit, Drift, Exclusion, ExpectedField, FieldAudit, FieldShift, Leakage,
    LevelCount, Period, Quality, RepeatedIdentifier, Survivorship, TimeOrder, ValueRange,
};
pub use lead_scoring_core::Message;
pub use option::build_option;
pub use options::AuditOptions;
pub use phrases::PHRASES;

use fields::Auditor;
use history::History;
use lead_scoring_core::{Dataset, Deals};
use profile::Rows;

/// Audits closed deals; `open` are rows of the same columns that have no outcome yet.
///
/// # Errors
/// [`ErrorKind::TooLittleData`] where there are no deals or only one outcome; [`ErrorKind::Option`] where an option names a
/// column that does not exist (with the nearest name) or both keeps and excludes one.
pub fn audit(train: &Deals, open: Option<&Dataset>, options: &AuditOptions) -> Result<Audit> {
    let identifier = options.check(train.data())?;
    let (won, lost) = (train.won_count(), train.lost_count());
    let base_rate = match train.base_rate() {
        Some(rate) if won > 0 && lost > 0 => rate,
        Some(_) => {
            let missing = if won == 0 { "won" } else { "lost" };
            let message =
                format!("no deal is {missing}: an audit compares won deals with lost ones, collect both");
            return Err(Error::new(ErrorKind::TooLittleData, message));
        }
        None => {
            return Err(Error::new(
                ErrorKind::TooLittleData,
                "there are no closed deals; collect at least 50",
            ));
        }
    };
    let data = train.data();
    let history = History::of(data);
    let rows = Rows::new(train, &history, options.seed);
    let auditor = Auditor::new(&rows, open, options);
    let findings = data.iter().enumerate().map(|(at, (field, column))| auditor.audit(at, field, column));
    let (fields, shifts): (Vec<FieldAudit>, Vec<Option<FieldShift>>) = findings.unzip();
    let mut shifts: Vec<FieldShift> = shifts.into_iter().flatten().collect();
    shifts.sort_by(|a, b| b.stability_index.total_cmp(&a.stability_index));

    let quality = quality::of_table(train, &quality::identifiers(data, identifier), &fields);
    let in_use = |shift: &FieldShift| fields.iter().any(|field| field.used && field.name == shift.field);
    let values_shift = shifts.iter().any(in_use);
    let drift = drift::of(train, &history, shifts, values_shift);
    let survivorship = survivorship::of(base_rate);
    let sample = sample::of_history(lost, won);
    let expected = expected::expected(data);
    let limitations = limitations::of(&limitations::Parts {
        fields: &fields,
        open: open.map_or(0, |open| open.rows() as u64),
        survivorship: &survivorship,
        drift: &drift,
        sample: &sample,
    });
    Ok(Audit {
        rows: train.len() as u64,
        won,
        lost,
        base_rate,
        open_rows: open.map(|open| open.rows() as u64),
        outcome: options.outcome.clone(),
        fields,
        expected,
        quality,
        survivorship,
        drift,
        sample,
        limitations,
    })
}
