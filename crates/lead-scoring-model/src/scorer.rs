//! A model made ready to score leads.
//!
//! Each distinct value is binned once, then a row costs one look-up in a small table for every signal.
//!
//! The score of a lead is `start + points of its signals + manual points`, held inside the model's range. What is not known gives
//! no points unless the model learned points for missing values. Either way it is unknown: filling it in changes the score of a lead
//! that gets `m` points without it by `min(low, 0, m) - m` to `max(high, 0, m) - m`, where `low` to `high` are the points of the
//! regular bins and 0 is a value never seen while learning; see [`crate::ScoredLead`] for how unknown signals are reported.
//!
//! A combination of fields is unknown where the value of either is missing, unless the other was never seen, which settles it; `low` to
//! `high` are then the points of the combinations that the known value leaves open. Without a column for a field it gives no points and
//! may turn out to give any.

mod block;

use crate::compiled::Compiled;
use crate::explain::Knob;
use crate::{Error, ErrorKind, FieldMap, Result, Scored, ScoringModel};
use lead_scoring_core::{Column, Dataset, Kind};
use std::sync::Arc;

/// A lead is unscoreable when the signals not known of it hold more than this share of the model's whole point range. Missing values
/// with points of their own do not count: that they are missing was measured. A combination of fields counts once however many of them
/// are missing, and with one value known only for what that leaves open.
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

impl Scorer {
    /// A scorer for a model.
    ///
    /// # Errors
    /// As [`ScoringModel::check`].
    pub fn new(model: &ScoringModel) -> Result<Self> {
        Ok(Self { compiled: Arc::new(Compiled::new(model)?) })
    }

    /// The model, worked out for scoring.
    pub(crate) fn compiled(&self) -> &Compiled {
        &self.compiled
    }

    /// The model it applies.
    #[must_use]
    pub fn model(&self) -> &ScoringModel {
        &self.compiled.model
    }

    /// The fields that signals read, in the order of the signals.
    pub(crate) fn fields(&self) -> &[String] {
        &self.compiled.signal_fields
    }

    /// What may be changed or found out of a lead.
    pub(crate) fn knobs(&self) -> &[Knob] {
        self.compiled.knobs.get_or_init(|| Knob::all(&self.compiled.model.card))
    }

    /// Lowest and highest score it can give.
    #[must_use]
    pub fn range(&self) -> (i32, i32) {
        self.compiled.range
    }

    /// Scores every row of `data`, whose columns `map` assigns to the model's fields.
    ///
    /// A signal without a column (of either field, for a combination) gives no points and counts as unknown for every lead; a rule without
    /// a column never applies.
    ///
    /// Cost: one binning of each distinct value, then one look-up per row and signal, two more for a combination.
    ///
    /// # Errors
    /// [`ErrorKind::Field`] where the map names a column that the data do not have, or where a column holds values of another kind
    /// than the model reads: read the data with [`ScoringModel::field_kinds`].
    pub fn score(&self, data: &Dataset, map: &FieldMap) -> Result<Scored> {
        Ok(Scored::new(self.clone(), block::score(&self.compiled, data, map)?))
    }
}

/// The column a field is read from; `None` for an unmapped field.
pub(crate) fn column<'a>(data: &'a Dataset, map: &FieldMap, field: &str) -> Result<Option<&'a Column>> {
    let Some(name) = map.column_of(field) else { return Ok(None) };
    data.column(name).map(Some).ok_or_else(|| Error::no_field(name))
}

/// The error for a column of another kind than the model reads.
pub(crate) fn wrong_kind(column: &str, kind: Kind, wanted: Kind) -> Error {
    let (kind, wanted) = (kind.word(), wanted.word());
    let message = format!(
        "the column `{column}` was read as {kind}, but the model needs {wanted}; read it as {wanted}"
    );
    Error::new(ErrorKind::Field, message)
}
