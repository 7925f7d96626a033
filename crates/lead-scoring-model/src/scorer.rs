//! A model made ready to score leads.
//!
//! Scoring goes signal by signal over the columns' codes: each distinct value is binned once, then a row costs one look-up in a
//! small table. Rows are taken in blocks so that the running sums stay in the fastest cache.
//!
//! The score of a lead is `start + points of its signals + manual points`, held inside the model's range. What is not known gives
//! no points unless the model learned points for missing values. Either way it is unknown: filling it in changes the score of a lead
//! that gets `m` points without it by `min(low, 0, m) - m` to `max(high, 0, m) - m`, where `low` to `high` are the points of the
//! regular bins and 0 is a value never seen while learning; see [`crate::ScoredLead`] for how unknown signals are reported.

mod block;
mod outcome;
mod rules;

use crate::{Error, ErrorKind, FieldMap, Result, Scored, ScoringModel, Signal};
use block::Lane;
use lead_scoring_core::{Column, Dataset, MISSING};
use std::sync::Arc;

/// A lead is unscoreable when the signals not known of it hold more than this share of the model's whole point range. Missing values
/// with points of their own do not count: that they are missing was measured.
pub const MOST_UNKNOWN: f64 = 0.5;

/// Applies a model to leads. Cheap to clone, and shared freely between threads.
///
/// ```
/// # fn shared<T: Send + Sync + Clone>() {}
/// shared::<lead_scoring_model::Scorer>();
/// ```
#[derive(Clone, Debug)]
pub struct Scorer {
    compiled: Arc<Compiled>,
}

#[derive(Debug)]
struct Compiled {
    model: ScoringModel,
    range: (i32, i32),
    signals: Vec<Worth>,
}

/// What a signal can be worth, and where it belongs.
#[derive(Clone, Copy, Debug)]
struct Worth {
    /// The most the score may fall and rise if a value that gives no points now were known.
    if_known: (i32, i32),
    /// The same for a missing value, which gives the points of its bin now.
    if_filled: (i32, i32),
    /// Whether that bin has points.
    scores_missing: bool,
    /// Its part of the model's whole point range.
    width: i32,
    /// The first signal that reads the same field.
    first_of_field: usize,
}

impl Scorer {
    /// A scorer for a model.
    ///
    /// # Errors
    /// As [`ScoringModel::check`].
    pub fn new(model: &ScoringModel) -> Result<Self> {
        model.check()?;
        let signals = &model.card.signals;
        let worth = |(at, signal): (usize, &Signal)| {
            let change = |now: i32| {
                let (low, high) = signal.range_if_known(now);
                (low - now, high - now)
            };
            let first = signals.iter().position(|other| other.field == signal.field);
            Worth {
                if_known: change(0),
                if_filled: change(signal.missing_points()),
                scores_missing: signal.scores_missing(),
                width: signal.highest() - signal.lowest(),
                first_of_field: first.unwrap_or(at),
            }
        };
        let compiled = Compiled {
            range: model.card.range(),
            signals: signals.iter().enumerate().map(worth).collect(),
            model: model.clone(),
        };
        Ok(Self { compiled: Arc::new(compiled) })
    }

    /// The model it applies.
    #[must_use]
    pub fn model(&self) -> &ScoringModel {
        &self.compiled.model
    }

    /// Lowest and highest score it can give.
    #[must_use]
    pub fn range(&self) -> (i32, i32) {
        self.compiled.range
    }

    /// Scores every row of `data`, whose columns `map` assigns to the model's fields.
    ///
    /// A signal without a column gives no points and counts as unknown for every lead; a rule without a column never applies.
    ///
    /// Cost: one binning of each distinct value, then one look-up per row and signal.
    ///
    /// # Errors
    /// [`ErrorKind::Field`] where the map names a column that the data do not have, or where a column holds values of another kind
    /// than the model reads: read the data with [`ScoringModel::field_kinds`].
    pub fn score(&self, data: &Dataset, map: &FieldMap) -> Result<Scored> {
        let mut lanes = Vec::with_capacity(self.model().card.signals.len());
        for (at, signal) in self.model().card.signals.iter().enumerate() {
            lanes.push(match column(data, map, &signal.field)? {
                Some(column) if column.kind() != signal.kind && column.filled() > 0 => {
                    return Err(wrong_kind(map, &signal.field, column, signal.kind.word()));
                }
                column => Lane::new(at, signal, column),
            });
        }
        let applied = rules::apply(self.model(), data, map)?;
        Ok(block::score(self.clone(), data.rows(), &lanes, applied))
    }
}

/// The column a field is read from; `None` for an unmapped field.
pub(crate) fn column<'a>(data: &'a Dataset, map: &FieldMap, field: &str) -> Result<Option<&'a Column>> {
    let Some(name) = map.column_of(field) else { return Ok(None) };
    data.column(name).map(Some).ok_or_else(|| Error::no_field(name))
}

fn wrong_kind(map: &FieldMap, field: &str, column: &Column, wanted: &str) -> Error {
    let (name, kind) = (map.column_of(field).unwrap_or(field), column.kind().word());
    let message =
        format!("the column `{name}` was read as {kind}, but the model needs {wanted}; read it as {wanted}");
    Error::new(ErrorKind::Field, message)
}
