//! Step 4: from scores to tiers, to monthly work, and to the probability of winning.
//!
//! # Should I use this crate or `lead-scoring`?
//!
//! Most users want the facade `lead-scoring`, which calls this step with scores that are honest by construction. Use
//! this crate alone to cut the scores of another model into tiers or to turn them into probabilities.
//!
//! # First example
//!
//! ```
//! use lead_scoring_calibration::{CalibrationOptions, calibrate};
//!
//! // 400 closed deals: the score each got from a card that never saw it, and how it ended.
//! let scores: Vec<i32> = (0..400).map(|deal| deal % 101).collect();
//! let won: Vec<bool> = (0..400).map(|deal| (deal * 37) % 101 < deal % 101).collect();
//!
//! let calibration = calibrate((0, 100), &scores, &won, &CalibrationOptions::default())?;
//! let cuts = calibration.cuts.expect("these scores tell won from lost");
//! assert!(cuts.hot > cuts.warm && cuts.warm > cuts.cool);
//! assert!(calibration.probability.at(90) > calibration.probability.at(10));
//! # Ok::<(), lead_scoring_calibration::Error>(())
//! ```
//!
//! # What there is
//!
//! | question | item |
//! |---|---|
//! | how do won and lost deals score, and where do they part? | [`Distribution`], [`Separation`] |
//! | where to cut Hot, Warm, Cool and Cold? | [`Calibration::cuts`]; the rules are at [`calibrate`] |
//! | what is each tier worth, and what to do with it? | [`TierSummary`] |
//! | can the reps work it? | [`Capacity`], [`CapacityCheck`] |
//! | how likely is a lead to be won? | [`Calibration::probability`], [`ProbabilityFit`] |
//! | down to which score is a lead worth a call? | [`Gains`], [`Cutoff`] |
//!
//! [`pava`] and [`platt`] are there for whoever needs the plain algorithms.
//!
//! # Errors
//!
//! No function panics on any input; what cannot be computed is an [`Error`] or `None`, never NaN.

#![forbid(unsafe_code)]

mod bands;
mod calibration;
mod capacity;
mod cells;
mod constraints;
mod cuts;
mod distribution;
mod error;
mod gains;
mod isotonic;
mod logistic;
mod options;
mod parametric;
mod phrases;
mod probability;
mod rate;
mod reliability;
mod search;
mod tiers;

pub use bands::{Band, band_table};
pub use calibration::{Calibration, calibrate};
pub use capacity::{CapacityCheck, Raised, TierLoad};
pub use distribution::{Bar, Distribution, Separation};
pub use error::{Error, ErrorKind, Result};
pub use gains::{Cutoff, Gains, GainsDecile, gains_table};
pub use isotonic::pava;
pub use options::{CalibrationOptions, Capacity};
pub use parametric::platt;
pub use phrases::PHRASES;
pub use probability::Candidate;
pub use rate::Rate;
pub use reliability::{ProbabilityFit, Reliability, probability_fit};
pub use tiers::{TierSummary, tier_table};
