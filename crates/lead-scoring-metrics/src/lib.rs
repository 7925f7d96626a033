//! Statistics that say how well a lead score ranks and predicts, each with its interval.
//!
//! Slices of scores and outcomes go in, plain numbers and small structs come out. The crate knows nothing of
//! fields, models or files, and depends on none of its sister crates.
//!
//! # Should I use this crate or `lead-scoring`?
//!
//! Most users want the facade crate `lead-scoring`, which holds the whole way from a CRM export to a validated
//! model and uses these statistics inside. Use this crate alone when scores and outcomes exist already and
//! only the figures are wanted: to judge another model, or inside a monitoring job.
//!
//! # First example
//!
//! ```
//! use lead_scoring_metrics::ScoreCounts;
//!
//! let points = [82, 75, 75, 60, 41, 40, 33, 20, 12, 5];
//! let won = [true, true, false, true, false, true, false, false, false, false];
//!
//! // Sort once; every ranking statistic is then one pass over the distinct scores.
//! let counts = ScoreCounts::from_integer_scores(&points, &won)?;
//!
//! let auc = counts.delong(0.95)?;
//! assert_eq!(auc.value, 0.8541666666666666);
//! assert!(auc.interval.is_some_and(|i| i.lower < auc.value && auc.value < i.upper));
//!
//! let hot = counts.confusion_at(60.0)?;
//! assert_eq!(hot.precision(), Some(0.75));
//! assert_eq!(hot.recall(), Some(0.75));
//!
//! let top_half = counts.share_captured(0.5)?;
//! assert_eq!(top_half, 0.75);
//! # Ok::<(), lead_scoring_metrics::Error>(())
//! ```
//!
//! # What there is
//!
//! | question | item | module |
//! |---|---|---|
//! | does a won lead outscore a lost one? | [`fn@auc`], [`fn@delong`], [`delong_test`] | [`mod@auc`], [`mod@delong`] |
//! | where do won and lost part most? | [`fn@ks`] | [`mod@ks`] |
//! | curves over every cut | [`roc_curve`], [`precision_recall_curve`], [`threshold_table`] | [`roc`], [`precision_recall`], [`thresholds`] |
//! | how good is one cut? | [`Confusion`] | [`confusion`] |
//! | do score and outcome rise together? | [`fn@spearman`] | [`mod@spearman`] |
//! | how many wins sit in the top decile? | [`fn@gains`] | [`mod@gains`] |
//! | are the probabilities right? | [`fn@brier`], [`fn@log_loss`], [`expected_calibration_error`] | [`mod@brier`], [`mod@log_loss`], [`calibration_error`] |
//! | how sure is a rate, a lift, a difference? | [`wilson`], [`koopman`], [`newcombe_difference`], [`difference_of_means`] | [`mod@proportion`], [`risk_ratio`], [`difference`] |
//! | where may a rate lie when it is measured again? | [`later_share`] | [`prediction`] |
//! | how many won and lost has each level of a field? | [`contingency_table`] | [`contingency`] |
//! | an interval for anything else | [`Bootstrap`] | [`bootstrap`] |
//!
//! The functions on slices build a [`ScoreCounts`] and call its method of the same name. For more than one
//! statistic of the same scores, build it once: points are counted, other scores sorted by digits, and what every statistic
//! then does is one pass over the distinct scores. Result structs implement `serde::Serialize`, for reports.
//!
//! # Panics and errors
//!
//! No function panics on any input. What has no value is an [`Error`] or `None`, never NaN and never a
//! neutral-looking 0.5.
//!
//! | situation | answer |
//! |---|---|
//! | no rows | [`ErrorKind::Empty`] |
//! | NaN or infinite score | [`ErrorKind::NotFinite`], with [`Error::index`] |
//! | slices of unequal length | [`ErrorKind::LengthMismatch`] |
//! | only won or only lost leads | [`ErrorKind::OneClass`] |
//! | all values equal in a correlation | [`ErrorKind::Constant`] |
//! | a probability, level, count or setting outside its range | [`ErrorKind::OutOfRange`] |
//! | the formula itself has no value | [`ErrorKind::Undefined`] |
//! | the value exists but its interval does not | [`Estimate::interval`] is `None` |
//!
//! # Floating point
//!
//! - AUC, KS and Spearman are integer sums with a single rounding at the end: neither row order nor a strictly
//!   increasing map of the scores changes a bit of them.
//! - `-0.0` and `0.0` are one score. Scores tie when they are equal as `f64`; round computed scores first
//!   where nearly equal ones should tie.
//! - Means over rows (Brier score, log loss, Welch) add in the given order: another order may change the last
//!   digits.
//! - Small p-values come from the tail itself, so they do not collapse to 0 at 10⁻¹⁶.
//! - Equal input gives equal bits on one platform. `ln`, `exp`, `tanh` and their like come from the platform's
//!   mathematics library and may differ in the last digit between platforms.

#![forbid(unsafe_code)]

mod alias;
pub mod auc;
mod auc_interval;
mod beta;
pub mod bootstrap;
pub mod brier;
pub mod calibration_error;
pub mod confusion;
pub mod contingency;
pub mod counts;
pub mod delong;
pub mod difference;
pub mod error;
pub mod gains;
pub mod interval;
mod keys;
pub mod ks;
pub mod log_loss;
mod poisson;
pub mod precision_recall;
pub mod prediction;
pub mod proportion;
mod radix;
mod ranks;
mod resample;
pub mod risk_ratio;
pub mod roc;
pub mod spearman;
mod student;
pub mod thresholds;
mod validate;

pub use auc::auc;
pub use bootstrap::{Bootstrap, BootstrapResult};
pub use brier::{brier, brier_skill};
pub use calibration_error::{ReliabilityRow, expected_calibration_error, reliability_table};
pub use confusion::Confusion;
pub use contingency::{CodeCounts, contingency_table};
pub use counts::{ScoreCounts, ScoreGroup};
pub use delong::{DelongTest, delong, delong_test};
pub use difference::{MeanDifference, difference_of_means};
pub use error::{Error, ErrorKind, Result};
pub use gains::{GainsRow, gains};
pub use interval::{Estimate, Interval, two_sided_p, z_for};
pub use ks::{Ks, ks};
pub use log_loss::log_loss;
pub use precision_recall::{PrecisionRecallPoint, average_precision, precision_recall_curve};
pub use prediction::later_share;
pub use proportion::{
    clopper_pearson, jeffreys, newcombe_difference, wilson, wilson_lower, wilson_share, wilson_upper,
};
pub use risk_ratio::{katz, koopman};
pub use roc::{RocPoint, roc_curve};
pub use spearman::{spearman, spearman_estimate};
pub use thresholds::{ThresholdRow, threshold_table};
