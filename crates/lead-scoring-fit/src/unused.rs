//! Fields that got no points, each with the reason.

use serde::Serialize;

/// A measured field that is no signal.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Unused {
    /// The pattern's name.
    pub name: String,
    /// Why it got no points.
    pub reason: Reason,
}

/// Why a field got no points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// The difference between its values may be chance.
    NotSignificant {
        /// The field's p value; `None` where there was nothing to compare.
        p_value: Option<f64>,
    },
    /// Another signal carries its effect already.
    Redundant {
        /// That signal.
        duplicates: String,
        /// Correlation of the two fields' log odds over the training deals, 0 to 1.
        correlation: f64,
    },
    /// More fields are promising than are tried together, and this one is not among the most significant of them.
    Crowded {
        /// How many are tried.
        tried: usize,
    },
    /// Beside the other signals its effect is too small to be worth a place.
    TooWeak,
    /// Its effect rounds to 0 points.
    RoundsToZero,
}
