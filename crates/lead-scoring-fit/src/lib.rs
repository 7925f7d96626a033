//! From measured lift to integer points.
//!
//! Should you use this crate? To build a scoring model, take the facade `lead-scoring`. Use this crate alone to turn an analysis of
//! `lead-scoring-lift` into a scorecard of your own flow.
//!
//! [`fit`] compares several strategies (see [`Strategy`]) on deals they did not see. The default weighs all fields jointly, so that two fields
//! that say the same are not paid twice: a logistic regression on log odds from bins each deal was not learned on, with weights of at
//! least 0. Points are `scale * weight * log odds`, rounded up or down by the
//! training deals' log loss under the caps, so every point value has the sign of its lift and can be traced by hand.

#![forbid(unsafe_code)]

mod card;
mod compare;
mod dense;
mod error;
mod fit;
mod fold_auc;
mod honest;
mod lattice;
mod left_out;
mod logistic;
mod logistic_map;
mod options;
mod penalty;
mod select;
mod side;
mod sigmoid;
pub mod sparse;
mod stability;
mod strategy;
mod unused;
mod view;

pub use compare::{Comparison, StrategyRecord};
pub use error::{Error, ErrorKind, Result};
pub use fit::{Fitted, fit, fit_with};
pub use options::{FitOptions, MOST_SIGNALS};
pub use stability::{BinStability, SignalStability, stability};
pub use strategy::{Builtin, Strategy, Term};
pub use unused::{Reason, Unused};
pub use view::View;
