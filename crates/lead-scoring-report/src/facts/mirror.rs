//! Shapes of figures that other crates define, for the schema of `report.json`; the test that holds the sample's figures against the schema
//! fails where one of them no longer agrees.

#![allow(dead_code, reason = "only the shapes are read, by the derived schema")]

use schemars::JsonSchema;

#[derive(JsonSchema)]
pub(super) struct Rate {
    value: f64,
    lower: f64,
    upper: f64,
}

#[derive(JsonSchema)]
pub(super) struct Distribution {
    count: u64,
    min: i32,
    q1: f64,
    median: f64,
    q3: f64,
    max: i32,
    mean: f64,
    histogram: Vec<Bar>,
}

#[derive(JsonSchema)]
pub(super) struct Bar {
    low: i32,
    high: i32,
    count: u64,
}

#[derive(JsonSchema)]
pub(super) struct Separation {
    score: i32,
    ks: f64,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub(super) enum Tier {
    Hot,
    Warm,
    Cool,
    Cold,
}

#[derive(JsonSchema)]
pub(super) struct TierSummary {
    tier: Tier,
    low: Option<i32>,
    high: Option<i32>,
    won: u64,
    lost: u64,
    rate: Option<f64>,
    share_of_leads: f64,
    share_of_wins: f64,
}

#[derive(JsonSchema)]
pub(super) struct Cutoff {
    score: i32,
    share_of_leads: f64,
    share_of_wins: f64,
}

#[derive(JsonSchema)]
pub(super) struct CapacityCheck {
    load: Vec<TierLoad>,
    hours_needed: f64,
    hours_available: f64,
    fits: bool,
    reps_missing: u64,
    raised: Option<Raised>,
}

#[derive(JsonSchema)]
pub(super) struct Raised {
    from: i32,
    to: i32,
    leads_before: f64,
    leads_now: f64,
    wins_before: f64,
    wins_now: f64,
}

#[derive(JsonSchema)]
pub(super) struct TierLoad {
    tier: Tier,
    leads: f64,
    hours: f64,
}

#[derive(JsonSchema)]
pub(super) struct ConfusionMatrix {
    true_positive: u64,
    false_positive: u64,
    false_negative: u64,
    true_negative: u64,
}

#[derive(JsonSchema)]
pub(super) struct ThresholdRow {
    score: i32,
    #[schemars(flatten)]
    confusion: ConfusionMatrix,
    accuracy: Option<f64>,
    precision: Option<f64>,
    recall: Option<f64>,
    f1: Option<f64>,
}

#[derive(JsonSchema)]
pub(super) struct Reliability {
    lowest: f64,
    highest: f64,
    predicted: f64,
    observed: Rate,
    deals: u64,
    won: u64,
}

#[derive(JsonSchema)]
pub(super) struct Band {
    low: i32,
    high: i32,
    won: u64,
    lost: u64,
    rate: Option<Rate>,
}

#[derive(JsonSchema)]
pub(super) struct RocPoint {
    score: Option<i32>,
    false_positive_rate: f64,
    true_positive_rate: f64,
}
