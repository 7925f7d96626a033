//! The calibration as a whole: laws that hold for any deals, and one history worked through.

mod history;
mod laws;
