//! Laws that measured lift must obey, on random histories.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod history;
mod laws;
mod planted;
