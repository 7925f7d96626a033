//! The report as figures: one struct a section, everything computed, nothing worded that a template can word.

mod advice;
mod because;
mod channels;
mod combinations;
mod confidence;
mod conversion_time;
mod crm;
mod data;
mod data_limits;
mod data_quality;
mod experiment;
mod flat;
mod guessed;
mod header;
mod hold_out;
mod known_when;
pub(crate) mod labels;
mod later;
mod leads;
pub(crate) mod levels;
mod loss_reasons;
#[cfg(feature = "schema")]
mod mirror;
mod monitoring;
mod own_values;
mod patterns;
mod points;
mod protected;
mod record;
mod rep_guide;
mod runbook;
mod scoring;
mod set_by_day;
mod spans;
mod stability;
mod strategies;
mod strongest;
mod subtotals;
mod tiers;
mod totals;
mod transitions;
mod validation;
mod volume;
mod wrong_calls;

pub(crate) use data::{Suspect, file_name};
pub(crate) use leads::name_columns;
pub(crate) use patterns::Attribute;
pub(crate) use tiers::HistogramRow;
pub(crate) use validation::HeldOutTier;

use crate::{Error, ErrorKind, ReportInput, Result};
use crm::Crm;
use data::DataFoundation;
use header::Header;
use lead_scoring_model::ScoringModel;
use leads::Leads;
use patterns::Patterns;
use rep_guide::RepGuide;
use runbook::Runbook;
use scoring::Scoring;
use serde::Serialize;
use subtotals::Subtotals;
use tiers::Tiers;
use totals::Totals;
use validation::Judgement;

/// A report with every figure computed. The documents are made of it by a [`crate::Renderer`]; it serialises to its plain figures.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Report {
    pub(crate) header: Header,
    pub(crate) data: DataFoundation,
    pub(crate) patterns: Patterns,
    pub(crate) scoring: Scoring,
    pub(crate) tiers: Tiers,
    pub(crate) crm: Crm,
    pub(crate) validation: Judgement,
    pub(crate) leads: Option<Leads>,
    pub(crate) runbook: Runbook,
    pub(crate) rep_guide: RepGuide,
    #[serde(skip)]
    pub(crate) model: ScoringModel,
}

impl Report {
    /// Computes every figure of the report.
    ///
    /// # Errors
    /// [`ErrorKind::Mismatch`] where the parts come from different runs: scores and deals differ in number, or data lack a column
    /// of the model.
    pub fn new(input: &ReportInput<'_>) -> Result<Self> {
        check(input)?;
        let subtotals = Subtotals::of(&input.model.card, input.train)?;
        let patterns = Patterns::of(input, &subtotals);
        let data = DataFoundation::of(input, &patterns.loss_reasons);
        let unseen = Subtotals::of_hold_out(input)?;
        let scoring = Scoring::of(input, &subtotals, unseen.as_ref());
        let totals = Totals::of(&input.model.card.signals, input.train.data());
        let tiers = Tiers::of(input, &totals);
        let upgrades = tiers.transitions.as_ref().map_or(&[][..], |transitions| &transitions.upgrades);
        let leads = input.leads.as_ref().map(|leads| Leads::of(leads, input.model, upgrades)).transpose()?;
        Ok(Self {
            header: Header::of(input, &patterns, &data),
            data,
            crm: Crm::of(input, &tiers),
            validation: Judgement::of(input),
            runbook: Runbook::of(input),
            rep_guide: RepGuide::of(input, &totals),
            patterns,
            scoring,
            tiers,
            leads,
            model: input.model.clone(),
        })
    }
}

fn check(input: &ReportInput<'_>) -> Result<()> {
    let deals = input.train.len();
    let counts = [
        ("honest scores", input.fitted.honest_scores.len()),
        ("outcomes in the analysis", input.analysis.won().len()),
        ("deals in the model's history", (input.model.history.won + input.model.history.lost) as usize),
    ];
    match counts.iter().find(|(_, count)| *count != deals) {
        Some((what, count)) => Err(Error::new(
            ErrorKind::Mismatch,
            format!(
                "the report was given {deals} training deals but {count} {what}; pass the parts of one run"
            ),
        )),
        None => Ok(()),
    }
}
