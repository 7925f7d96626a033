//! Measured lift: what each field of a deal history says about winning.
//!
//! Should you use this crate? To build a scoring model, take the facade `lead-scoring`. Use this crate alone to bin fields optimally,
//! to test win-rate differences, or to write a strategy of your own that turns lift into points.
//!
//! [`analyze`] measures every field three ways that do not flatter it: a test over groups chosen without a look at the outcome, with
//! the correction for the number of fields; log odds shrunk towards no effect; and log odds for each deal from bins that were learned on
//! the other folds only ([`Pattern::cross_fitted_log_odds`]), which is what points are fitted to.
//!
//! ```
//! use lead_scoring_core::{Column, Dataset, Deals, Dimension, Field};
//! use lead_scoring_lift::{AnalyzeOptions, FieldChoice, analyze};
//!
//! let employees: Vec<f64> = (0..200).map(f64::from).collect();
//! let won: Vec<bool> = (0..200).map(|i| i >= 120 && i % 4 != 0).collect();
//! let mut data = Dataset::with_rows(200);
//! data.push(Field::new("Employees"), Column::from_numbers(&employees))?;
//! let mut options = AnalyzeOptions::default();
//! options.fields.push(FieldChoice::new("Employees", Dimension::Firmographic));
//! let analysis = analyze(&Deals::new(data, won)?, &options)?;
//! assert!(analysis.patterns[0].is_predictive(0.05));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]

mod additive;
mod analyze;
mod binning;
mod cell;
mod counts;
mod cross_fit;
mod error;
mod fold;
mod honest;
mod interaction;
mod label;
mod log_odds;
mod measure;
mod pair;
mod partition;
mod pattern;
mod phrases;
mod prebin;
pub mod significance;
mod weighted;
mod words;

pub use analyze::{Analysis, AnalyzeOptions, FieldChoice, GivenBins, analyze};
pub use binning::{
    Bin, BinningOptions, OptimalBinning, Outcomes, Place, WeightedOutcomes, bin_categories, bin_column,
    bin_numbers,
};
pub use cell::Cell;
pub use counts::Counts;
pub use error::{Error, ErrorKind, Result};
pub use fold::{FOLDS, assign_folds};
pub use interaction::{Interaction, Interactions, TestedPair, interactions};
pub use label::end_label;
pub use log_odds::{PRIOR_DEALS, shrunk_log_odds};
pub use pair::{
    PairBin, PairPattern, ScreenedPair, all_pairs, measure_pair, pair_log_odds, pair_prior_deals,
    screen_pairs,
};
pub use partition::{
    Borders, Constraint, NoPartition, Objective, Partition, PartitionRules, Relaxation, Trend,
    best_partition, find_partition,
};
pub use pattern::{BinPattern, Confidence, Contrast, LearnedBins, Pattern};
pub use phrases::PHRASES;
pub use weighted::WeightedCounts;
pub use words::label_message;
