//! The stored form, its checks, the mapping of columns, scoring and explanation, through the public interface.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests may stop at the first surprise"
)]

mod advice;
mod batch;
mod by_hand;
mod check;
mod explain;
mod invented;
mod json;
mod laws;
mod lead_paths;
mod lead_reading;
mod mapping;
mod scoring;
mod support;
