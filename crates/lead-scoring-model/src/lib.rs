//! The scoring model as data, and the scorer that applies it to leads.
//!
//! Should you use this crate? To build a model, take the facade `lead-scoring`. To score leads in a service with a model that was
//! built elsewhere, this crate is all you need: it depends on little and reads the model's JSON, or the report that carries it.
//!
//! A score is `start + sum of points`, one bin of points per signal; a signal reads one field, or the combination of two. The points are
//! integers whose sign agrees with the measured lift, so a lead's score can be added up by hand from the report.
//!
//! ```
//! use lead_scoring_core::{Binning, Column, Dataset, Dimension, Field, Kind, Tier};
//! use lead_scoring_model::{
//!     Bin, FieldMap, History, Input, ProbabilityMap, Scorecard, Scorer, ScoringModel, Signal, TierCuts, TierFacts, Validation, Verdict,
//!     document,
//! };
//!
//! // A model of one signal, as the fit builds it: 100 deals, 40 of them won.
//! let bins = [("no", 10, 45, -0.7, -20), ("yes", 30, 15, 1.1, 30), ("not recorded", 0, 0, 0.0, 0)];
//! let bins = bins.map(|(label, won, lost, log_odds, points)| {
//!     let mut bin = Bin::new(label, won, lost, None, log_odds);
//!     bin.points = points;
//!     bin
//! });
//! let input = Input::new("Demo", Kind::Flag, Binning::Flag);
//! let demo = Signal::new("Demo".into(), Dimension::Behavioral, input, 1.0, bins.into());
//! let card = Scorecard::new(28.0, [40; 4], vec![demo], Vec::new());
//! let curve = (0..=50).map(|score| 0.2 + 0.01 * f64::from(score)).collect();
//! let model = ScoringModel::new(
//!     "Pipeline".into(),
//!     "1.0".into(),
//!     "2026-03-01".into(),
//!     History::new(40, 60),
//!     card,
//!     TierCuts::new(50, 20, 10),
//!     Tier::ALL.map(|tier| TierFacts::new(tier, 0, 0, None)).into(),
//!     ProbabilityMap::new(0, curve, "straight line").expect("between 0 and 1, rising"),
//!     Validation::new(Verdict::Deploy, 12, 18, "30 % at random".into(), None),
//! );
//!
//! // It travels as JSON, or inside a Markdown document.
//! let report = format!("# The model\n\n{}", document::embed(&model));
//! let loaded = document::load(&report)?;
//! assert_eq!(loaded, model);
//! assert_eq!(ScoringModel::from_json(&model.to_json())?, model);
//!
//! // Leads need not spell their columns as the deals did.
//! let mut leads = Dataset::with_rows(3);
//! leads.push(Field::new("demo"), Column::from_flags(&[Some(false), Some(true), None]))?;
//! let map = FieldMap::for_data(&loaded, &leads, &[])?;
//! let scorer = Scorer::new(&loaded)?;
//! let scored = scorer.score(&leads, &map)?;
//! assert_eq!(scored.scores().collect::<Vec<_>>(), [0, 50, 20]);
//!
//! let best = scored.by_rank().next().expect("two leads can be scored");
//! assert_eq!((best.row, best.tier, best.top_signal), (1, Some(Tier::Hot), Some("Demo")));
//!
//! // Nothing is known of the last lead: it gets no tier, and the field that would help is named.
//! let last = scored.lead(2).expect("three rows");
//! assert!(last.unscoreable && last.tier.is_none());
//! assert_eq!((last.lowest, last.highest, last.fill_first), (0, 50, Some("Demo")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod batch;
mod bin;
mod check;
mod compiled;
pub mod document;
mod encoded;
mod error;
mod explain;
mod json;
mod kernel;
mod lead;
mod mapping;
mod model;
mod probability;
mod rule;
mod scorecard;
mod scored;
mod scorer;
mod signal;
mod tiers;

pub use batch::{Batch, BatchBuilder, Cells, Scores};
pub use bin::Bin;
pub use check::{MAX_RULES, MAX_SCORE, MAX_SIGNALS};
pub use encoded::Encoded;
pub use error::{Error, ErrorKind, Result};
pub use explain::{Action, Against, Contribution, Explanation, Gap, Reach, Standing, State};
pub use lead::{Bound, FieldList, Lead, LeadScore, LeadText, LeadValue, ValueKind, Values};
#[cfg(feature = "derive")]
pub use lead_scoring_derive::{Lead, LeadValue};
pub use mapping::{FieldMap, Found, MappedField};
pub use model::{FORMAT, History, ScoringModel, Validation, Verdict};
pub use probability::ProbabilityMap;
pub use rule::{Rule, RuleAction, RuleTest};
pub use scorecard::Scorecard;
pub use scored::{Scored, ScoredLead};
pub use scorer::{MOST_UNKNOWN, Scorer};
pub use signal::{Input, Signal};
pub use tiers::{TierCuts, TierFacts};

/// The traits whose names the derive macros share, without the macros: for a crate that exports macros of its own under these names.
#[doc(hidden)]
pub mod traits {
    pub use crate::lead::{Lead, LeadValue};
}
