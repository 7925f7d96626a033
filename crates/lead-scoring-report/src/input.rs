//! What a report is made from: the results of every stage of one run.

use lead_scoring_audit::Audit;
use lead_scoring_calibration::{Calibration, Capacity};
use lead_scoring_core::{Dataset, Day, Deals, OutcomeSpec};
use lead_scoring_fit::{Builtin, Fitted, SignalStability};
use lead_scoring_lift::{Analysis, Interactions};
use lead_scoring_model::{FieldMap, Scored, ScoringModel};
use lead_scoring_validation::ValidationReport;

/// The results of a run. [`ReportInput::new`] takes what every run has; the other fields may be set afterwards.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ReportInput<'a> {
    /// What the model is called: a company, a product, a file.
    pub name: &'a str,
    /// The day the model was built.
    pub built: Day,
    /// The deals the points were learned from.
    pub train: &'a Deals,
    /// Step 1.
    pub audit: &'a Audit,
    /// Step 2.
    pub analysis: &'a Analysis,
    /// Step 2: combinations of bins; `None` where they were not looked for.
    pub interactions: Option<&'a Interactions>,
    /// Step 3.
    pub fitted: &'a Fitted,
    /// Step 4.
    pub calibration: &'a Calibration,
    /// The strategy that the user set; `None` where the strategies were compared.
    pub strategy: Option<Builtin>,
    /// Step 3: how the points vary over resampled deals; `None` leaves it out.
    pub resampled: Option<Resampled<'a>>,
    /// The hours and leads a month that the user named.
    pub capacity: Option<Capacity>,
    /// Step 5.
    pub validation: &'a ValidationReport,
    /// The model itself.
    pub model: &'a ScoringModel,
    /// The file or table the deals come from, for section 1.1.
    pub source: &'a str,
    /// The outcome column and what its values mean; `None` leaves it unsaid.
    pub outcome: Option<&'a OutcomeSpec>,
    /// Values of the outcome column that mean neither won nor lost, with their row counts; `None` is an empty cell.
    pub other_values: &'a [(Option<String>, usize)],
    /// The column that names a deal.
    pub id_column: Option<&'a str>,
    /// Leads scored with the model; `None` leaves section 7 with a sentence.
    pub leads: Option<LeadsInput<'a>>,
}

impl<'a> ReportInput<'a> {
    /// The results that every run has.
    #[must_use]
    #[expect(clippy::too_many_arguments, reason = "each part comes from another stage")]
    pub const fn new(
        name: &'a str,
        built: Day,
        train: &'a Deals,
        audit: &'a Audit,
        analysis: &'a Analysis,
        fitted: &'a Fitted,
        calibration: &'a Calibration,
        validation: &'a ValidationReport,
        model: &'a ScoringModel,
    ) -> Self {
        Self {
            name,
            built,
            train,
            audit,
            analysis,
            interactions: None,
            fitted,
            calibration,
            strategy: None,
            resampled: None,
            capacity: None,
            validation,
            model,
            source: "closed deals",
            outcome: None,
            other_values: &[],
            id_column: None,
            leads: None,
        }
    }
}

/// How the points vary when the training deals are drawn anew, see [`lead_scoring_fit::stability`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Resampled<'a> {
    /// How often they were drawn.
    pub resamples: usize,
    /// One a signal of the model, in the model's order.
    pub signals: &'a [SignalStability],
}

impl<'a> Resampled<'a> {
    /// What `resamples` resamples showed.
    #[must_use]
    pub const fn new(resamples: usize, signals: &'a [SignalStability]) -> Self {
        Self { resamples, signals }
    }
}

/// Leads and their scores.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct LeadsInput<'a> {
    /// The leads.
    pub data: &'a Dataset,
    /// Their scores, one a row of `data`.
    pub scored: &'a Scored,
    /// The columns of `data` that the model's fields are read from.
    pub map: &'a FieldMap,
    /// The column that names a lead; without one a lead is named by its row in the file.
    pub id_column: Option<&'a str>,
    /// The file or table the leads come from.
    pub source: &'a str,
    /// Fields of which leads have values that were never seen while learning, with how many leads; may be set afterwards.
    pub unseen: &'a [(String, u64)],
}

impl<'a> LeadsInput<'a> {
    /// Scored leads from their parts.
    #[must_use]
    pub const fn new(
        data: &'a Dataset,
        scored: &'a Scored,
        map: &'a FieldMap,
        id_column: Option<&'a str>,
        source: &'a str,
    ) -> Self {
        Self { data, scored, map, id_column, source, unseen: &[] }
    }

    /// What a lead is called: its identifier, or its row in the file (`row 7`, the header being row 1).
    #[must_use]
    pub fn id(&self, row: usize) -> String {
        let named =
            self.id_column.and_then(|name| self.data.column(name)).and_then(|column| column.text(row));
        named.unwrap_or_else(|| {
            let number = self.data.row_numbers().get(row).copied().unwrap_or(row as u64 + 2);
            format!("row {number}")
        })
    }
}
