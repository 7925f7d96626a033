//! Reference values of other libraries, laws that hold for all data, and interval coverage.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod coverage;
mod errors;
mod laws;
mod paths;
mod reference;
