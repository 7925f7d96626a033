//! Integration tests of the audit.

mod real_data;
mod sample_data;
