//! Integration tests of the audit.

mod evidence;
mod findings;
mod history;
mod laws;
mod real_data;
mod sample_data;
