//! Shapes of what other crates define, for the schema of `dashboards.json`; the test that holds histories against the schema fails where
//! one of them no longer agrees.

#![allow(dead_code, reason = "only the shapes are read, by the derived schema")]

use schemars::JsonSchema;

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub(crate) enum Tier {
    Hot,
    Warm,
    Cool,
    Cold,
}

#[derive(JsonSchema)]
pub(crate) struct Interval {
    lower: f64,
    upper: f64,
    level: f64,
}
