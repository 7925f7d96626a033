//! Why a field got no points.

use crate::format::p_equals;
use crate::phrases::{
    BECAUSE_CARRIED, BECAUSE_CHANCE, BECAUSE_CROWDED, BECAUSE_NO_PLACE, BECAUSE_NOTHING_TO_COMPARE,
    BECAUSE_OVERLAPS, BECAUSE_ROUNDED, BECAUSE_WEAK,
};
use lead_scoring_core::{Message, decimals};
use lead_scoring_fit::Reason;

/// Correlation from which one field carries the effect of another.
const CARRIES: f64 = 0.8;

/// The reason as a clause.
pub(crate) fn because(reason: &Reason) -> Message {
    match reason {
        Reason::NotSignificant { p_value: Some(p) } => BECAUSE_CHANCE.with([("p", p_equals(*p).into())]),
        Reason::NotSignificant { p_value: None } => BECAUSE_NOTHING_TO_COMPARE.message(),
        Reason::Redundant { duplicates, correlation } => {
            let phrase = if *correlation < CARRIES { BECAUSE_OVERLAPS } else { BECAUSE_CARRIED };
            phrase.with([
                ("field", duplicates.as_str().into()),
                ("correlation", decimals(*correlation, 2).into()),
            ])
        }
        Reason::Crowded { tried } => BECAUSE_CROWDED.with([("tried", (*tried).into())]),
        Reason::TooWeak => BECAUSE_WEAK.message(),
        Reason::RoundsToZero => BECAUSE_ROUNDED.message(),
        _ => BECAUSE_NO_PLACE.message(),
    }
}
