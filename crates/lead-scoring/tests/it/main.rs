//! The facade as a user sees it.

mod data;
mod leads;
mod options;
mod stages;
