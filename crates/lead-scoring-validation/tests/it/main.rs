//! The validation as a whole, on deals with a known signal, with none, and with a planted blind spot.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be built fails the test")]

mod fixture;
mod report;
mod verdicts;
