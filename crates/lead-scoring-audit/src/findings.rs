//! What an audit finds, as plain data.

use crate::limitations::{doubtful, is_filled_unevenly, is_overwritten};
use crate::option::build_option;
use lead_scoring_core::{Dimension, Kind, Message};
use serde::Serialize;

/// The findings of step 1 about a history of closed deals.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Audit {
    /// Closed deals looked at.
    pub rows: u64,
    /// Those won.
    pub won: u64,
    /// Those lost.
    pub lost: u64,
    /// Won deals as a share of all, strictly between 0 and 1.
    pub base_rate: f64,
    /// Rows without an outcome yet; `None` where none were given.
    pub open_rows: Option<u64>,
    /// The outcome column's name, where it was given.
    pub outcome: Option<String>,
    /// Every column, in the order of the data.
    pub fields: Vec<FieldAudit>,
    /// Fields a lead score usually wants, and whether this history has them.
    pub expected: Vec<ExpectedField>,
    /// Repeated rows and other faults of the whole table.
    pub quality: Quality,
    /// Whether only deals that got far are in the history.
    pub survivorship: Survivorship,
    /// How the history changes over time.
    pub drift: Drift,
    /// Whether there are enough deals.
    pub sample: Adequacy,
    /// What a reader of the model must know, as sentences.
    pub limitations: Vec<Message>,
}

/// What is found about one column.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FieldAudit {
    /// The column's name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Deals with a value.
    pub filled: u64,
    /// Deals in all.
    pub rows: u64,
    /// `filled / rows`, 0 to 1.
    pub complete: f64,
    /// Distinct values among the deals; of a set, distinct items.
    pub distinct: u64,
    /// Smallest and largest value of numbers and dates.
    pub range: Option<ValueRange>,
    /// The most frequent levels of categories, flags and sets, most frequent first; empty for every other kind, since a name or
    /// a free text may be personal data.
    pub examples: Vec<LevelCount>,
    /// The dimension its signals count for.
    pub dimension: Dimension,
    /// Whether the dimension was given by the user instead of guessed from the name.
    pub dimension_given: bool,
    /// Whether later steps use the field.
    pub used: bool,
    /// Why not, as a clause for people; `None` where the field is used.
    pub excluded_because: Option<Message>,
    /// Why not, as one of a list; `None` where the field is used.
    pub excluded_by: Option<Exclusion>,
    /// Whether the field seems to be known only after the outcome.
    pub leakage: Leakage,
    /// The points of suspicion behind `leakage`, the sum over the kinds of evidence.
    pub suspicion: u32,
    /// The evidence, as sentences with figures: from the data first, the strongest first. A field that is not suspected may have
    /// some too.
    pub evidence: Vec<Message>,
    /// How well the field alone ranks won above lost, cross-fitted, 0 to 1 with 0.5 for chance; `None` for identifiers, texts and
    /// empty columns.
    pub auc: Option<f64>,
    /// Faults of the column, as sentences that come after its name.
    pub quality: Vec<Message>,
    /// Whether there are enough deals behind its values.
    pub adequacy: Adequacy,
    /// Whether at least 99 % of the deals with a value have the same one.
    pub near_constant: bool,
}

/// Smallest and largest value, as text for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ValueRange {
    /// The smallest value.
    pub min: String,
    /// The largest value.
    pub max: String,
}

/// A level and how many deals have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LevelCount {
    /// The level.
    pub level: String,
    /// Deals with it.
    pub deals: u64,
    /// Those won.
    pub won: u64,
}

/// Whether a field was recorded after the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Leakage {
    /// Nothing speaks for it, or too little.
    None,
    /// Several things speak for it: left out unless the user keeps it.
    Suspect,
    /// The data leave no other reading: left out unless the user keeps it.
    Certain,
}

impl Leakage {
    /// One lower-case word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Suspect => "suspect",
            Self::Certain => "certain",
        }
    }
}

/// Why a field is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Exclusion {
    /// The user asked for it.
    Asked,
    /// It is the outcome itself.
    Outcome,
    /// It names a row.
    Identifier,
    /// It is free text.
    Text,
    /// It is a date: a moment, not a trait.
    Date,
    /// No deal has a value.
    Empty,
    /// Every deal with a value has the same one, and every deal has a value.
    Constant,
    /// Too few deals have a value.
    TooFewValues,
    /// Too many levels to measure any.
    TooManyLevels,
    /// It seems to be known only after the outcome.
    Leakage,
}

/// How far a sample carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Adequacy {
    /// The class.
    pub level: AdequacyLevel,
    /// Levels (of categories, flags and sets) with fewer than 25 deals.
    pub thin_levels: u64,
    /// The same as a sentence with figures.
    pub sentence: Message,
}

/// How far a sample carries, in three classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AdequacyLevel {
    /// Not enough to measure anything.
    TooFew,
    /// Enough to measure strong effects only.
    Thin,
    /// Enough.
    Enough,
}

/// A field that a lead score usually wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ExpectedField {
    /// What is wanted: "industry", "company size", …
    pub what: String,
    /// The columns that seem to hold it, by name; empty where it is absent.
    pub columns: Vec<String>,
    /// What its absence costs the model, as a sentence; `None` where it is present.
    pub cost: Option<Message>,
}

/// Faults of the whole table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Quality {
    /// Rows that repeat an earlier row in every cell, the outcome among them.
    pub exact_duplicates: u64,
    /// Rows that repeat an earlier row in every cell but the identifiers; exact duplicates are not counted again.
    pub near_duplicates: u64,
    /// Identifier columns with repeated values, and how many rows repeat an earlier value.
    pub repeated_identifiers: Vec<RepeatedIdentifier>,
    /// Cells that could not be read as their column's kind.
    pub unreadable_cells: u64,
    /// Everything above that occurs, as sentences, then each column's faults.
    pub sentences: Vec<Message>,
}

/// An identifier that names more than one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RepeatedIdentifier {
    /// The column.
    pub column: String,
    /// Rows whose value an earlier row has.
    pub rows: u64,
}

/// Whether the history shows only what survived the early stages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Survivorship {
    /// Whether it seems so.
    pub suspected: bool,
    /// Why, or what was looked for, as sentences.
    pub sentences: Vec<Message>,
}

/// How the history changes over time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Drift {
    /// What orders the deals in time.
    pub order: TimeOrder,
    /// Equal slices of the history (ten, fewer where there are few deals), oldest first.
    pub periods: Vec<Period>,
    /// Row numbers of the deals in the newest of `periods`, see [`lead_scoring_core::Dataset::row_numbers`]; not written out.
    #[serde(skip)]
    pub newest: Vec<u64>,
    /// Pearson's chi-square of outcome by period; `None` with fewer than two periods.
    pub chi_square: Option<f64>,
    /// Its p-value.
    pub p_value: Option<f64>,
    /// Cochran-Armitage's z for a win rate that rises (positive) or falls steadily.
    pub trend_z: Option<f64>,
    /// Its two-sided p-value.
    pub trend_p_value: Option<f64>,
    /// Fields whose filling or values shift, strongest first.
    pub shifting_fields: Vec<FieldShift>,
    /// Whether the hold-out should be the latest deals instead of random ones.
    pub recommend_temporal: bool,
    /// The findings in words.
    pub sentence: Message,
}

/// What orders the deals in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "by", rename_all = "snake_case")]
#[non_exhaustive]
pub enum TimeOrder {
    /// A date column.
    Date {
        /// The column.
        column: String,
    },
    /// The order of the rows in the file; whether it is time is not known.
    Rows {
        /// An identifier that rises or falls steadily with the rows, if there is one: a sign that the order is time.
        identifier: Option<String>,
        /// Whether that identifier falls, so that the last rows are the oldest.
        falling: bool,
    },
}

impl TimeOrder {
    /// The option of a build that holds out the latest quarter of the deals.
    #[must_use]
    pub fn hold_out_option(&self) -> String {
        let column = match self {
            Self::Date { column } => column,
            // The rows run backwards in time, so their number does not order them.
            Self::Rows { identifier: Some(name), falling: true } => name,
            Self::Rows { .. } => "row",
        };
        build_option("holdout", &format!("latest:{column}:0.25"))
    }
}

/// One slice of the history.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Period {
    /// First moment: a date, or a row number.
    pub from: Message,
    /// Last moment.
    pub to: Message,
    /// Deals in it.
    pub deals: u64,
    /// Those won.
    pub won: u64,
    /// `won / deals`.
    pub rate: f64,
}

/// A field that changes over the history.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FieldShift {
    /// The field.
    pub field: String,
    /// Lowest share of filled deals in a period.
    pub lowest_fill: f64,
    /// Highest share of filled deals in a period.
    pub highest_fill: f64,
    /// Population stability index between the older and the newer half of the history, missing values being a level of their own.
    pub stability_index: f64,
    /// The level or range whose share of the deals differs most between the halves.
    pub level: Message,
    /// Its share of the older half, 0 to 1.
    pub older_share: f64,
    /// Its share of the newer half, 0 to 1.
    pub newer_share: f64,
    /// The shift as a sentence.
    pub sentence: Message,
}

impl Audit {
    /// The columns that later steps use, in the order of the data.
    pub fn used(&self) -> impl Iterator<Item = &FieldAudit> {
        self.fields.iter().filter(|field| field.used)
    }

    /// The columns left out, in the order of the data.
    pub fn excluded(&self) -> impl Iterator<Item = &FieldAudit> {
        self.fields.iter().filter(|field| !field.used)
    }

    /// The columns that seem to be known only after the outcome, used or not.
    pub fn leaks(&self) -> impl Iterator<Item = &FieldAudit> {
        self.fields.iter().filter(|field| field.leakage != Leakage::None)
    }

    /// The columns in use of which it should be checked that they are known before the outcome: nothing suspects them, yet they are filled
    /// unevenly, or each new event overwrites them. The limitations name them.
    pub fn to_check(&self) -> impl Iterator<Item = &FieldAudit> {
        self.fields.iter().filter(|field| is_filled_unevenly(field) || is_overwritten(field))
    }

    /// The limitations of a model that reads only some of the columns: [`limitations`](Self::limitations) without the requests to check
    /// when a column is recorded that it does not read.
    pub fn limitations_of(&self, reads: impl Fn(&str) -> bool) -> Vec<Message> {
        let requests = doubtful(&self.fields, |_| true);
        let (before, after) = self
            .limitations
            .split_at(self.limitations.iter().position(|told| requests.contains(told)).unwrap_or(0));
        let others = after.iter().filter(|told| !requests.contains(told)).cloned();
        before.iter().cloned().chain(doubtful(&self.fields, reads)).chain(others).collect()
    }

    /// The findings about the column of exactly this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&FieldAudit> {
        self.fields.iter().find(|field| field.name == name)
    }
}
