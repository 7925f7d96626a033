//! Laws that measured lift must obey, on random histories.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod binning;
mod history;
mod laws;
mod pairs;
mod planted;
