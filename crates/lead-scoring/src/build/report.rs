//! From a validated run to its report.

use crate::{Leads, Result, Validated};
use lead_scoring_core::Kind;
use lead_scoring_fit::{SignalStability, stability};
use lead_scoring_model::Scored;
use lead_scoring_report::{Report, ReportInput, Resampled};

/// Deals up to which the points are resampled.
const FEW_DEALS: usize = 2000;
/// How often.
const RESAMPLES: usize = 200;

impl Validated {
    /// The report of the run; leads with their scores fill its section 7.
    ///
    /// # Errors
    /// [`ErrorKind::Computation`](crate::ErrorKind::Computation) where the scores are not those of the leads.
    pub fn report(&self, leads: Option<(&Leads, &Scored)>) -> Result<Report> {
        let stability = self.stability()?;
        let mut input = ReportInput::new(
            &self.model().name,
            self.plan.built,
            &self.deals,
            &self.audit,
            self.analysis(),
            self.fitted(),
            self.calibration(),
            &self.report,
            self.model(),
        );
        input.interactions = Some(self.interactions());
        input.resampled = stability.as_deref().map(|signals| Resampled::new(RESAMPLES, signals));
        input.strategy = self.plan.options.fit.strategy;
        input.capacity = self.plan.options.calibration.capacity;
        input.source = self.source();
        input.outcome = Some(&self.plan.outcome);
        input.other_values = self.other_values();
        input.id_column = self.deal_id();
        input.leads = leads.map(|(leads, scored)| leads.with_scores(scored));
        Ok(Report::new(&input)?)
    }

    /// How the points vary over resamples of few deals; many deals hold them.
    fn stability(&self) -> Result<Option<Vec<SignalStability>>> {
        if self.deals.len() > FEW_DEALS {
            return Ok(None);
        }
        Ok(Some(stability(self.analysis(), self.fitted(), self.plan.options.seed, RESAMPLES)?))
    }

    /// The column that names a deal: the one the user said, else the first that holds identifiers.
    fn deal_id(&self) -> Option<&str> {
        let data = self.deals.data();
        let first = || data.of_kind(Kind::Identifier).first().map(|&at| data.fields()[at].name.as_str());
        self.plan.options.id.as_deref().or_else(first)
    }
}
