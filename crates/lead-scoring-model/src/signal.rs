//! One signal: a field, its bins, and the points of each bin with the evidence they come from.

use lead_scoring_core::{Binning, Dimension, Kind, name_words};
use serde::{Deserialize, Serialize};

/// A bin of a signal with its evidence and points.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Bin {
    /// What falls into it, for people: `200 to under 500`, `Referral, Inbound`, `not recorded`.
    pub label: String,
    /// Won training deals in the bin.
    pub won: u64,
    /// Lost training deals in the bin.
    pub lost: u64,
    /// Win rate over base rate, 1 = no effect; `None` for a bin without deals.
    pub lift: Option<f64>,
    /// The shrunk log-odds lift the points were taken from; 0 = no effect.
    pub log_odds: f64,
    /// Points a lead in this bin gets.
    pub points: i32,
}

impl Bin {
    /// A bin without points yet.
    #[must_use]
    pub fn new(label: impl Into<String>, won: u64, lost: u64, lift: Option<f64>, log_odds: f64) -> Self {
        Self { label: label.into(), won, lost, lift, log_odds, points: 0 }
    }

    /// Training deals in the bin.
    #[must_use]
    pub fn deals(&self) -> u64 {
        self.won + self.lost
    }
}

/// A field's bins with points: one row group of the scoring table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Signal {
    /// Unique name for people: the field, or `Tech Stack: Slack` for an item of a set.
    pub name: String,
    /// The column it reads.
    pub field: String,
    /// The kind the column must be read as.
    pub kind: Kind,
    /// The dimension its points count for.
    pub dimension: Dimension,
    /// How values fall into bins.
    pub binning: Binning,
    /// Independence weight, 0 to 1 and seldom above: how much of the lift counts beside the other signals; below 1 where others carry part
    /// of it or deals are few, above 1 where others hid part of it.
    pub weight: f64,
    /// The regular bins, in the order of the binning's codes, then the bin of missing values.
    ///
    /// A value never seen while learning gets no points.
    pub bins: Vec<Bin>,
}

impl Signal {
    /// A signal from its parts; `bins` holds the binning's regular bins and then the missing bin.
    #[must_use]
    pub fn new(
        name: String,
        field: String,
        kind: Kind,
        dimension: Dimension,
        binning: Binning,
        weight: f64,
        bins: Vec<Bin>,
    ) -> Self {
        Self { name, field, kind, dimension, binning, weight, bins }
    }

    /// Whether what a lead does from now on can move the signal.
    ///
    /// Who a company is, what goes on around it (intent), and where a lead once came from (source, origin, channel, campaign, first touch)
    /// are not in a seller's hands.
    #[must_use]
    pub fn is_changeable(&self) -> bool {
        const ORIGIN: [&str; 7] =
            ["source", "origin", "channel", "campaign", "referral", "referrer", "first"];
        let came_from = || name_words(&self.field).iter().any(|word| ORIGIN.contains(&word.as_str()));
        matches!(self.dimension, Dimension::Behavioral | Dimension::Engagement) && !came_from()
    }

    /// The bins of values that are present.
    #[must_use]
    pub fn regular(&self) -> &[Bin] {
        self.bins.get(..self.binning.bins()).unwrap_or(&self.bins)
    }

    /// The bin of missing values.
    #[must_use]
    pub fn missing(&self) -> Option<&Bin> {
        self.bins.get(self.binning.missing_code())
    }

    /// Points of a missing value: 0 unless they were measured like any other bin's.
    #[must_use]
    pub fn missing_points(&self) -> i32 {
        self.missing().map_or(0, |bin| bin.points)
    }

    /// Whether missing values carry points of their own.
    #[must_use]
    pub fn scores_missing(&self) -> bool {
        self.missing_points() != 0
    }

    /// Points by code: the regular bins, missing, unseen.
    #[must_use]
    pub fn points_by_code(&self) -> Vec<i32> {
        let mut points: Vec<i32> = self.bins.iter().map(|bin| bin.points).collect();
        points.resize(self.binning.codes(), 0);
        points
    }

    /// The fewest points any lead can get from this signal (at most 0).
    #[must_use]
    pub fn lowest(&self) -> i32 {
        self.bins.iter().map(|bin| bin.points).min().unwrap_or(0).min(0)
    }

    /// The most points any lead can get from this signal (at least 0).
    #[must_use]
    pub fn highest(&self) -> i32 {
        self.bins.iter().map(|bin| bin.points).max().unwrap_or(0).max(0)
    }

    /// Fewest and most points once a value that is not known is filled in, for a lead that gets `now` points without it.
    ///
    /// The value may fall into any regular bin, or be one never seen while learning (0 points). `now` always lies within, since the
    /// value may also stay unknown.
    #[must_use]
    pub fn range_if_known(&self, now: i32) -> (i32, i32) {
        let points = || self.regular().iter().map(|bin| bin.points).chain([0]);
        (points().fold(now, i32::min), points().fold(now, i32::max))
    }
}
