//! The command as a user meets it: the built binary, run in folders of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "helpers of tests may stop at the first surprise and say what they skip"
)]

mod bad_input;
mod browser;
mod build;
mod config;
mod dashboard;
mod language;
mod real_data;
mod run;
mod schema;
mod score;
