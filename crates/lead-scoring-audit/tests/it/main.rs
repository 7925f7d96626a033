//! Integration tests of the audit.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop at the first surprise, and say what it skips"
)]

mod evidence;
mod findings;
mod history;
mod laws;
mod real_data;
mod sample_data;
