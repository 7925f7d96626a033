//! Dashboard 2: whether the tiers keep what they promise.
//!
//! Conversion is counted by the tier of a lead's first score. The last tier is no forecast: it was given when much of how the lead
//! would end was already known, and a lead that is about to sign is scored high because it is about to sign.

mod closing;
mod conversion;
mod wrong;

pub use closing::{ClosingScores, ScoresAtClose};
pub use conversion::TierConversion;
pub use wrong::{WrongCalls, WrongIn};

use crate::view::View;
use serde::Serialize;

/// Dashboard 2: conversion and time to it by tier, scores at the end, and wrong calls.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Performance {
    /// Leads first scored in the time looked at, without those closed before: what conversion is counted on.
    pub leads: u64,
    /// Conversion by the tier of the first score; `None` where no outcome is recorded.
    pub conversion: Option<Vec<TierConversion>>,
    /// The last score at or before the day of closing; `None` where outcomes or days of closing are not recorded.
    pub closing: Option<ClosingScores>,
    /// Wrong calls; `None` where outcomes are not recorded.
    pub wrong: Option<WrongCalls>,
}

impl Performance {
    pub(crate) fn new(view: &View<'_>) -> Self {
        let recorded = view.history.recorded;
        Self {
            leads: view.foretold().count() as u64,
            conversion: recorded.outcome.then(|| conversion::by_tier(view)),
            closing: (recorded.outcome && recorded.closed).then(|| ClosingScores::new(view)),
            wrong: recorded.outcome.then(|| WrongCalls::new(view)),
        }
    }
}
