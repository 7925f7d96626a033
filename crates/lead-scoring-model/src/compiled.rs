//! A model worked out for scoring: what every way to score a lead shares, done once.
//!
//! A value becomes a code ([`Coder`]), codes become points ([`Table`]), and sums over signals become an outcome ([`Sums`]). Whether leads
//! come one by one, as columns or already coded, they pass through these three, so every way gives the same scores.

mod coder;
mod lanes;
mod levels;
mod open;
mod rules;
mod table;
mod tally;

use crate::explain::Knob;
use crate::lead::Single;
use crate::{MAX_SIGNALS, MOST_UNKNOWN, Result, ScoringModel};
pub(crate) use coder::Coder;
pub(crate) use lanes::{Lanes, Slot, Slots};
use lead_scoring_core::Kind;
pub(crate) use levels::Levels;
pub(crate) use rules::{Judge, Ruling};
use std::sync::OnceLock;
#[cfg(test)]
pub(crate) use table::Cell;
pub(crate) use table::{Inputs, Pair, Table};
pub(crate) use tally::{Sums, Unknowns};

/// The most coders a model can need, which is also the most fields that signals can read.
pub(crate) const MOST_FIELDS: usize = 2 * MAX_SIGNALS;

/// A model worked out for scoring.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub(crate) model: ScoringModel,
    /// Lowest and highest score.
    pub(crate) range: (i32, i32),
    /// The most points that may be dark in a lead that can be scored.
    pub(crate) most_dark: i32,
    /// Every field that signals or rules read, in the order of [`ScoringModel::field_kinds`]: those of signals first.
    pub(crate) fields: Vec<Field>,
    /// The names of the fields that signals read.
    pub(crate) signal_fields: Vec<String>,
    /// One for each field and binning that signals read, at most [`MOST_FIELDS`].
    pub(crate) coders: Vec<Coder>,
    /// One for each signal, in their order.
    pub(crate) tables: Vec<Table>,
    /// One for each rule, in their order.
    pub(crate) judges: Vec<Judge>,
    /// What one lead by itself needs besides.
    pub(crate) single: Single,
    /// What may be changed or found out of a lead; worked out when first asked for.
    pub(crate) knobs: OnceLock<Vec<Knob>>,
    /// The signals as the loops over rows take them; worked out when first asked for.
    lanes: OnceLock<Lanes>,
}

/// A field of the model and what reads it.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// Positions among the coders.
    pub(crate) coders: Vec<usize>,
    /// Positions among the judges.
    pub(crate) judges: Vec<usize>,
}

impl Compiled {
    /// Works a model out.
    ///
    /// # Errors
    /// As [`ScoringModel::check`].
    pub(crate) fn new(model: &ScoringModel) -> Result<Self> {
        model.check()?;
        let field = |(name, kind)| Field { name, kind, coders: Vec::new(), judges: Vec::new() };
        let mut fields: Vec<Field> = model.field_kinds().into_iter().map(field).collect();
        let reads = |name: &String| model.card.signals.iter().any(|signal| signal.reads(name));
        let signal_fields: Vec<String> =
            fields.iter().map(|field| &field.name).filter(|name| reads(name)).cloned().collect();
        let mut coders: Vec<Coder> = Vec::new();
        let mut tables = Vec::with_capacity(model.card.signals.len());
        for signal in &model.card.signals {
            let mut inputs = Vec::with_capacity(signal.inputs.len());
            for input in &signal.inputs {
                let Some(field) = fields.iter_mut().find(|field| field.name == input.field) else { continue };
                let known = field.coders.iter().find(|&&at| *coders[at].binning() == input.binning).copied();
                let at = known.unwrap_or_else(|| {
                    coders.push(Coder::new(&input.binning));
                    field.coders.push(coders.len() - 1);
                    coders.len() - 1
                });
                inputs.push(at);
            }
            let inputs: Vec<(usize, &Coder)> = inputs.into_iter().map(|at| (at, &coders[at])).collect();
            tables.push(Table::new(signal, &inputs, &signal_fields));
        }
        for (at, rule) in model.card.rules.iter().enumerate() {
            fields
                .iter_mut()
                .filter(|field| field.name == rule.field)
                .for_each(|field| field.judges.push(at));
        }
        let range = model.card.range();
        let judges: Vec<Judge> = model.card.rules.iter().map(Judge::new).collect();
        let most_dark = (MOST_UNKNOWN * f64::from(range.1 - range.0)).floor() as i32;
        Ok(Self {
            single: Single::new(&fields, &coders, &tables, &judges, model, most_dark),
            range,
            most_dark,
            judges,
            knobs: OnceLock::new(),
            lanes: OnceLock::new(),
            model: model.clone(),
            fields,
            signal_fields,
            coders,
            tables,
        })
    }

    /// The signals as the loops over rows take them.
    pub(crate) fn lanes(&self) -> &Lanes {
        self.lanes.get_or_init(|| Lanes::new(self))
    }
}
