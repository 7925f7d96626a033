//! Lift.
