//! Reports of runs through the real stages, on invented deals.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests may stop at the first surprise"
)]

mod chinese;
mod dashboards;
mod data;
mod figures;
mod files;
mod html;
mod judged;
mod markdown;
mod over_time;
mod patterns;
mod run;
mod set_by_day;
mod stability;
mod tiers;
mod traceable;
