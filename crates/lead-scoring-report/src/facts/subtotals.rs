//! Points by dimension of every deal, as the card adds them up.

use crate::{Error, ErrorKind, ReportInput, Result};
use lead_scoring_core::{Deals, Dimension};
use lead_scoring_model::Scorecard;

/// Fewest deals of either outcome on the hold-out whose mean points are told.
const FEWEST_HELD_OUT: u64 = 10;

/// For each deal the points of each dimension, in the order of [`Dimension::ALL`].
pub(crate) struct Subtotals {
    rows: Vec<[i32; 4]>,
}

impl Subtotals {
    pub(crate) fn of(card: &Scorecard, deals: &Deals) -> Result<Self> {
        let mut rows = vec![[0; 4]; deals.len()];
        for signal in &card.signals {
            let codes = signal.code_rows(deals.data()).map_err(|error| {
                let message = format!("the training deals do not fit the model: {error}");
                Error::new(ErrorKind::Mismatch, message)
            })?;
            let points = signal.points_by_code();
            for (row, code) in rows.iter_mut().zip(codes) {
                row[signal.dimension.index()] += points.get(usize::from(code)).copied().unwrap_or(0);
            }
        }
        Ok(Self { rows })
    }

    /// Those of the deals held out; `None` where the model has learned from them, or they are too few of either outcome for a mean.
    pub(crate) fn of_hold_out(input: &ReportInput<'_>) -> Result<Option<Self>> {
        let validation = input.validation;
        let enough = validation.won.min(validation.lost) >= FEWEST_HELD_OUT;
        if input.model.validation.refitted || !enough {
            return Ok(None);
        }
        Self::of(&input.model.card, &validation.deals).map(Some)
    }

    /// The points of one dimension for the deals that satisfy a condition on their position.
    pub(crate) fn points(&self, dimension: Dimension, wanted: impl Fn(usize) -> bool) -> Vec<f64> {
        let rows = self.rows.iter().enumerate().filter(|(at, _)| wanted(*at));
        rows.map(|(_, row)| f64::from(row[dimension.index()])).collect()
    }
}

/// Mean of some figures; `None` without any.
pub(crate) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}
