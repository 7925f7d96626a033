//! The committed files are what the program writes, and they show what was planted.

// Helpers outside `#[test]` functions are test code too.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod bytes;
mod effects;
mod faults;
mod logistic;
mod statistics;
mod table;
