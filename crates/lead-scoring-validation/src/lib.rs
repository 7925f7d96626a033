//! Step 5: judges a scorecard on deals it never saw.
//!
//! # Should I use this crate or `lead-scoring`?
//!
//! Most users want the facade `lead-scoring`, whose stages lead here and nowhere else: a model without a
//! [`ValidationReport`] gives out no scorer. Use this crate alone to judge a scorecard that was made elsewhere.
//!
//! # What happens
//!
//! [`validate`] opens the sealed hold-out, using it up, scores its deals and measures
//!
//! | question | where |
//! |---|---|
//! | how good is it, with which certainty, against which targets? | [`ValidationReport::metrics`], [`Targets`] |
//! | which deals does it call right and wrong? | [`ValidationReport::confusion`], [`ValidationReport::thresholds`] |
//! | do the tiers keep their promise? | [`ValidationReport::tiers`], [`ValidationReport::monotone`] |
//! | are the probabilities right? | [`ValidationReport::probability`] |
//! | which deals misled it, and what do they share? | [`Misjudged`] |
//! | shall we use it? | [`ValidationReport::verdict`], [`ValidationReport::reasons`] |
//!
//! Manual rules of a card are no part of the judgement: points are judged as learned from data.
//!
//! # Errors
//!
//! No function panics on any input; what cannot be computed is an [`Error`] or `None`, never NaN.

#![forbid(unsafe_code)]

mod ceiling;
mod confusion;
mod error;
mod level;
mod measures;
mod metric;
mod misjudged;
mod options;
mod pattern;
mod phrases;
mod report;
mod roc;
mod verdict;

pub use confusion::{ConfusionMatrix, ThresholdRow};
pub use error::{Error, ErrorKind, Result};
pub use metric::{Metric, Unit};
pub use misjudged::{Misjudged, MisjudgedDeal, MisleadingSignal};
pub use options::{Targets, ValidationOptions};
pub use pattern::{LearnedFrom, MisjudgedPattern};
pub use phrases::PHRASES;
pub use report::{ValidationInput, ValidationReport, validate};
pub use roc::RocPoint;
pub use verdict::in_brief;
