//! The facade as a user sees it.

#![cfg(feature = "build")]
#![allow(clippy::unwrap_used, reason = "helpers of tests may stop at the first surprise")]

mod data;
mod leads;
mod options;
mod stages;
