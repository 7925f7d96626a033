//! Whether the history shows only deals that survived the early stages.
//!
//! Leads that were dropped before they became opportunities are losses too; a history without them teaches the model what wins among
//! the already good. A win rate over 60 % is rare where every lead counts, so it is taken as a sign.

use crate::findings::Survivorship;
use crate::phrases::{EARLY_LOSSES_LACKING, EARLY_LOSSES_UNKNOWN};
use crate::text::percent;

const IMPLAUSIBLE: f64 = 0.60;

/// The flag for a history's win rate.
pub(crate) fn of(base_rate: f64) -> Survivorship {
    let suspected = base_rate > IMPLAUSIBLE;
    let phrase = if suspected { EARLY_LOSSES_LACKING } else { EARLY_LOSSES_UNKNOWN };
    Survivorship { suspected, sentences: vec![phrase.with([("rate", percent(base_rate).into())])] }
}
