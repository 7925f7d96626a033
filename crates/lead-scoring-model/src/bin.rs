//! A bin of a signal: what falls into it, the evidence, and the points.

use serde::{Deserialize, Serialize};

/// A bin of a signal with its evidence and points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Bin {
    /// What falls into it, for people: `200 to under 500`, `Referral, Inbound`, `not recorded`; for a combination of fields
    /// `Region: North + Size: 200 or more`, since it has to say which field has which value.
    pub label: String,
    /// Won training deals in the bin.
    pub won: u64,
    /// Lost training deals in the bin.
    pub lost: u64,
    /// Won deals that the other signals let expect in the bin, at least 0. Only bins of a combination of fields have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// Win rate over base rate, or for a combination won over expected deals; 1 = no effect, `None` for a bin without deals.
    pub lift: Option<f64>,
    /// The shrunk log-odds lift the points were taken from, for a combination against what the other signals let expect; 0 = no effect.
    pub log_odds: f64,
    /// Points a lead in this bin gets.
    pub points: i32,
}

impl Bin {
    /// A bin without points yet.
    #[must_use]
    pub fn new(label: impl Into<String>, won: u64, lost: u64, lift: Option<f64>, log_odds: f64) -> Self {
        Self { label: label.into(), won, lost, expected: None, lift, log_odds, points: 0 }
    }

    /// The bin of a combination of fields, with the won deals that the other signals let expect.
    #[must_use]
    pub fn with_expected(mut self, expected: f64) -> Self {
        self.expected = Some(expected);
        self
    }

    /// Training deals in the bin.
    #[must_use]
    pub fn deals(&self) -> u64 {
        self.won + self.lost
    }
}
