//! Dashboard 3: what reps' time goes to, and what comes of it.

mod minutes;
mod pipeline;
mod reps;
mod sla;

pub use minutes::{Minutes, RepMinutes, TierMinutes};
pub use pipeline::Pipeline;
pub use reps::{RepConversion, RepTier};
pub use sla::{SLA_MINUTES, Sla};

use crate::view::View;
use serde::Serialize;

/// Dashboard 3: reps' time and conversion by tier, the promise of a call within an hour, and what is in the pipeline.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Productivity {
    /// Time by tier and rep; `None` where no minutes are recorded.
    pub minutes: Option<Minutes>,
    /// Conversion by rep and tier of the first score, most closed leads first; `None` where owners or outcomes are not recorded.
    pub reps: Option<Vec<RepConversion>>,
    /// How soon Hot leads were contacted; `None` where first contacts or times of day are not recorded.
    pub sla: Option<Sla>,
    /// Scores of each rep's open leads, most leads first; `None` where no owner is recorded.
    pub pipeline: Option<Vec<Pipeline>>,
}

impl Productivity {
    pub(crate) fn new(view: &View<'_>) -> Self {
        let recorded = view.history.recorded;
        Self {
            minutes: recorded.minutes.then(|| Minutes::new(view)),
            reps: (recorded.owner && recorded.outcome).then(|| reps::conversion(view)),
            sla: (recorded.first_contact && recorded.time_of_day).then(|| Sla::new(view)),
            pipeline: recorded.owner.then(|| pipeline::open_leads(view)),
        }
    }
}
