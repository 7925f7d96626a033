//! The flow that learns a model, one type a stage.

mod history;
mod icp;
mod options;
#[cfg(feature = "report")]
mod report;
mod stages;
mod validated;

pub use history::{ENOUGH_DEALS, FEWEST_DEALS, History};
pub use icp::{IcpCriterion, Wanted};
pub use options::{Builder, Plan};
pub use stages::{Analyzed, Audited, Calibrated, Modeled};
pub use validated::Validated;

/// The beginning: closed deals in, a validated model out.
#[derive(Clone, Copy, Debug)]
pub struct LeadScoring;

impl LeadScoring {
    /// Options for a build, everything but the outcome having a default.
    pub fn builder() -> Builder {
        Builder::new()
    }
}
