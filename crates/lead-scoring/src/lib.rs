//! From a CRM export to a lead score that is worth using, or to the plain answer that your data do not support one.
//!
//! Everything is learned from your own closed deals and judged on deals the model never saw. Points are integers that follow the
//! measured lift and can be added up by hand; leads fall into Hot, Warm, Cool and Cold; each score has a probability of winning.
//!

#![forbid(unsafe_code)]
#![cfg_attr(feature = "build", doc = "```")]
#![cfg_attr(not(feature = "build"), doc = "```ignore")]
//! use lead_scoring::{Column, Dataset, Field, LeadScoring, Verdict};
//!
//! // 400 closed deals. Those who asked for a demo win more often, as do companies of some size.
//! let mut state = 1_u32;
//! let mut draw = || {
//!     state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
//!     (state >> 16) % 100
//! };
//! let (mut demo, mut employees, mut outcome) = (Vec::new(), Vec::new(), Vec::new());
//! for _ in 0..400 {
//!     let (asked, size) = (draw() < 40, draw() * 20);
//!     let chance = if asked { 60 } else { 15 } + if size > 1000 { 20 } else { 0 };
//!     demo.push(Some(asked));
//!     employees.push(f64::from(size));
//!     outcome.push(Some(if draw() < chance { "Won" } else { "Lost" }));
//! }
//! let mut deals = Dataset::with_rows(400);
//! deals.push(Field::new("Demo Requested"), Column::from_flags(&demo))?;
//! deals.push(Field::new("Employees"), Column::from_numbers(&employees))?;
//! deals.push(Field::new("Outcome"), Column::from_categories(&outcome))?;
//!
//! let plan = LeadScoring::builder().outcome("Outcome", ["Won"], ["Lost"]).build()?;
//! let validated = plan.run(deals)?;
//! assert_ne!(validated.validation().verdict, Verdict::DoNotDeploy);
//!
//! // Two leads; nothing is known of the second but its size.
//! let mut leads = Dataset::with_rows(2);
//! leads.push(Field::new("Demo Requested"), Column::from_flags(&[Some(true), None]))?;
//! leads.push(Field::new("Employees"), Column::from_numbers(&[1500.0, 60.0]))?;
//! let scored = validated.score(leads)?;
//! let best = scored.by_rank().next().expect("the first lead can be scored");
//! assert_eq!(best.row, 0);
//! assert!(best.top_signal.is_some_and(|signal| signal.starts_with("Demo Requested")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! From files it is `plan.read_file("deals.csv")?.run()?` and `validated.read_leads("leads.csv")?.score(validated.scorer())?`.
//!
//! # The stages
//!
//! Each stage is a type of its own that owns what it learned, and the only way on is its method: no step can be skipped, and a
//! model that was not validated gives out no scorer.
//!
//! | stage | reached by | holds |
//! |---|---|---|
//! | `Plan` | `LeadScoring::builder()…build()` | options, all checked at once |
//! | `History` | `read_file`, `read`, `history` | closed deals; rows that are neither won nor lost apart |
//! | `Audited` | `audit` | the sealed hold-out, set aside first; what the fields are worth, which were recorded after the outcome |
//! | `Analyzed` | `analyze` | measured lift of every field, interactions |
//! | `Modeled` | `model` | integer points |
//! | `Calibrated` | `calibrate` | tiers, probabilities, capacity |
//! | `Validated` | `validate`, or `run` for all of it | the verdict on the hold-out; [`ScoringModel`] and [`Scorer`] |
//!
//! A stored model is loaded by [`ScoringModel::from_json`], or by [`document::load`] from the report that carries it.
//!
//! # One lead at a time
//!
//! A service scores leads as they come: any type that `serde` can take apart by [`Scorer::score_one`], or a struct that is bound to the model
//! once, which is fastest. Neither allocates anything.
//!
#![cfg_attr(feature = "derive", doc = "```no_run")]
#![cfg_attr(not(feature = "derive"), doc = "```ignore")]
//! use lead_scoring::{Lead, LeadValue, Scorer, document};
//!
//! #[derive(LeadValue)]
//! enum Source {
//!     Referral,
//!     #[lead(rename = "Cold Outbound")]
//!     Cold,
//! }
//!
//! #[derive(Lead)]
//! struct Company {
//!     employees: Option<u32>, // the model's `Employees`
//!     tech_stack: Vec<String>,
//! }
//!
//! #[derive(Lead)]
//! struct Visitor {
//!     demo_requested: bool,
//!     lead_source: Option<Source>,
//!     #[lead(flatten)]
//!     company: Company,
//!     #[lead(skip)]
//!     email: String,
//! }
//!
//! let model = document::load(&std::fs::read_to_string("model.json")?)?;
//! let scorer = Scorer::new(&model)?;
//! // All fields are looked up and checked here, once.
//! let visitors = scorer.bind::<Visitor>()?;
//! let company = Company { employees: Some(500), tech_stack: vec!["Slack".into()] };
//! let visitor = Visitor {
//!     demo_requested: true,
//!     lead_source: Some(Source::Referral),
//!     company,
//!     email: "jane.doe@example.com".into(),
//! };
//! let scored = visitors.score(&visitor);
//! println!("{} {:?}", scored.score, scored.tier);
//! // On request: what it would take to reach the next tier.
//! for gap in visitors.explain(&visitor).gaps {
//!     println!("{} points to {}: {:?}", gap.points, gap.tier.label(), gap.actions);
//! }
//! # let _ = (Source::Cold, visitor.email);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Errors
//!
//! No function panics on any input. What can fail returns [`Error`], whose message says where, what is wrong and what to do.
//!
//! | [`ErrorKind`] | what to do |
//! |---|---|
//! | `Option` | change the call: an option, a column name, a mapping; [`Error::problems`] lists them all |
//! | `Io`, `Format`, `Value`, `Limit` | mend the file at the place the error names |
//! | `TooLittleData` | collect more closed deals |
//! | `Model` | restore the model file or build it again |
//! | `Computation` | report it: a figure could not be computed |
//!
//! # Determinism
//!
//! The same data, options and seed give the same model, bit for bit, on any number of threads. The only thing read from outside is
//! the clock, for the day the model bears, and `Builder::built` replaces it.
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `build` | yes | learning a model |
//! | `report` | yes | the Markdown report, JSON and CSV outputs |
//! | `ops` | with `report` | after go-live: dashboards from a history of scored leads |
//! | `read` | with `build` | reading CSV text |
//! | `derive` | no | `#[derive(Lead)]`: a struct bound to a model once, then scored without a single allocation |
//! | `parallel` | no | all cores; the figures stay the same bits |
//!
//! A service that only scores takes `default-features = false` and depends on little more than serde.
//!
//! # What it does not do
//!
//! It fetches nothing from a CRM, writes nothing back, sends nothing anywhere, and does not say why deals are won: it measures what
//! went together with winning. It learns from fewer than 50 closed deals not at all.

#[cfg(feature = "build")]
mod build;
mod error;
#[cfg(feature = "read")]
mod leads;

#[cfg(feature = "build")]
pub use build::{
    Analyzed, Audited, Builder, Calibrated, ENOUGH_DEALS, FEWEST_DEALS, History, IcpCriterion, LeadScoring,
    Modeled, Plan, Validated, Wanted,
};
pub use error::{Error, ErrorKind, Result};
#[cfg(feature = "build")]
pub use lead_scoring_calibration::Capacity;
#[cfg(feature = "build")]
pub use lead_scoring_core::HoldOutPolicy;
#[cfg(feature = "read")]
pub use lead_scoring_core::nearest_name;
pub use lead_scoring_core::{
    Binning, Column, Dataset, Day, Dimension, Field, Kind, Tier, write_beside_then_rename,
};
#[cfg(feature = "derive")]
pub use lead_scoring_derive::{LeadOfFacade as Lead, LeadValueOfFacade as LeadValue};
#[cfg(feature = "build")]
pub use lead_scoring_fit::Builtin;
#[cfg(feature = "build")]
pub use lead_scoring_lift::GivenBins;
pub use lead_scoring_model::traits::{Lead, LeadValue};
pub use lead_scoring_model::{
    Against, Bound, Explanation, FieldMap, LeadScore, Rule, RuleAction, RuleTest, Scored, ScoredLead, Scorer,
    ScoringModel, Verdict, document,
};
#[cfg(feature = "build")]
pub use lead_scoring_validation::Targets;
#[cfg(feature = "read")]
pub use leads::{LeadOptions, Leads};

#[cfg(feature = "build")]
pub use {
    lead_scoring_audit as audit, lead_scoring_calibration as calibration, lead_scoring_fit as fit,
    lead_scoring_lift as lift, lead_scoring_metrics as metrics, lead_scoring_validation as validation,
};
pub use {lead_scoring_core as data, lead_scoring_model as model};

#[cfg(feature = "ops")]
pub use lead_scoring_ops as ops;
#[cfg(feature = "report")]
pub use lead_scoring_report as report;

/// What most programs need: `use lead_scoring::prelude::*;`
pub mod prelude {
    #[cfg(feature = "build")]
    pub use crate::LeadScoring;
    pub use crate::{Column, Dataset, Dimension, Field, Kind, Scorer, ScoringModel, Tier, Verdict};
    #[cfg(feature = "read")]
    pub use crate::{LeadOptions, Leads};
}

#[cfg(all(doctest, feature = "report"))]
#[doc = include_str!("../../../README.md")]
struct Readme;
