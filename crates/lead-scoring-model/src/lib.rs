//! The scoring model as data, and the scorer that applies it to leads.
//!
//! Should you use this crate? To build a model, take the facade `lead-scoring`. To score leads in a service with a model that was
//! built elsewhere, this crate is all you need: it depends on little and reads the model's JSON.
//!
//! A score is `start + sum of points`, one bin of points per signal. The points are integers whose sign agrees with the measured
//! lift, so a lead's score can be added up by hand from the report.

mod error;
mod model;
mod probability;
mod rule;
mod scorecard;
mod signal;
mod tiers;

pub use error::{Error, ErrorKind, Result};
pub use model::{FORMAT, History, ScoringModel, Validation, Verdict};
pub use probability::ProbabilityMap;
pub use rule::{Rule, RuleAction, RuleTest};
pub use scorecard::Scorecard;
pub use signal::{Bin, Signal};
pub use tiers::{TierCuts, TierFacts};
