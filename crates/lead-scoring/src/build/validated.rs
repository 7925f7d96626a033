//! The end of the flow: the only stage that gives out a model and a scorer.

use super::history::Rest;
use super::options::Plan;
use super::stages::{Audited, Learned};
use crate::{LeadOptions, Leads, Result};
use lead_scoring_audit::Audit;
use lead_scoring_calibration::Calibration;
use lead_scoring_core::{Dataset, Deals, HoldOutPolicy, Message};
use lead_scoring_fit::Fitted;
use lead_scoring_lift::{Analysis, Interactions};
use lead_scoring_model::{History, Scored, Scorer, ScoringModel, Verdict};
use lead_scoring_validation::{LearnedFrom, ValidationInput, ValidationOptions, ValidationReport, validate};
use std::path::Path;

const DEFAULT_NAME: &str = "Lead scoring model";
const FIRST_VERSION: &str = "1.0";

/// Step 5 is done: the model has been judged on deals it never saw, whatever the verdict.
#[derive(Debug)]
pub struct Validated {
    pub(super) plan: Plan,
    rest: Rest,
    pub(super) audit: Audit,
    pub(super) deals: Deals,
    learned: Learned,
    pub(super) report: ValidationReport,
    scorer: Scorer,
}

impl Validated {
    pub(super) fn new(audited: Audited, learned: Learned) -> Result<Self> {
        let Audited { plan, mut rest, all, split, audit } = audited;
        let report = validate(ValidationInput {
            card: &learned.fitted.card,
            cuts: learned.calibration.cuts,
            probability: &learned.calibration.probability,
            hold_out: split.hold_out,
            learned_from: Some(LearnedFrom { deals: &split.train, scores: &learned.fitted.honest_scores }),
            how: split.how,
            options: validation_options(&plan, &audit),
        })?;
        let (deals, learned, refitted) = match all {
            Some(all) if report.verdict != Verdict::DoNotDeploy => {
                let again = Learned::from(&plan, &all, &audit)?;
                (all, again, true)
            }
            all => {
                if all.is_some() {
                    rest.warnings
                        .push("the model was not refitted, since the verdict is not to deploy it".to_owned());
                }
                (split.train, learned, false)
            }
        };
        let model = model(&plan, &deals, &learned, &report, refitted);
        let scorer = Scorer::new(&model)?;
        Ok(Self { plan, rest, audit, deals, learned, report, scorer })
    }

    /// The model, to store and ship.
    #[must_use]
    pub fn model(&self) -> &ScoringModel {
        self.scorer.model()
    }

    /// What applies the model to leads.
    #[must_use]
    pub fn scorer(&self) -> &Scorer {
        &self.scorer
    }

    /// The verdict with its reasons, and every figure behind it.
    #[must_use]
    pub fn validation(&self) -> &ValidationReport {
        &self.report
    }

    /// The audit of the training deals.
    #[must_use]
    pub fn audit(&self) -> &Audit {
        &self.audit
    }

    /// The measured lift the points come from.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        &self.learned.measured.analysis
    }

    /// Combinations that win more or less often than the two alone explain, and the pairs of fields tested for them.
    #[must_use]
    pub fn interactions(&self) -> &Interactions {
        &self.learned.measured.interactions
    }

    /// The points, and what became of the other fields.
    #[must_use]
    pub fn fitted(&self) -> &Fitted {
        &self.learned.fitted
    }

    /// Tiers, probabilities, gains and capacity.
    #[must_use]
    pub fn calibration(&self) -> &Calibration {
        &self.learned.calibration
    }

    /// The deals the points were learned from: the training side, or all closed deals after a refit.
    #[must_use]
    pub fn deals(&self) -> &Deals {
        &self.deals
    }

    /// What a user should know, in sentences.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.rest.warnings
    }

    /// The values of the outcome column that mean neither won nor lost, with their rows, most frequent first.
    #[must_use]
    pub fn other_values(&self) -> &[(Option<String>, usize)] {
        &self.rest.other_values
    }

    /// The name of the file the deals came from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.rest.source
    }

    /// The rows without an outcome as leads; `None` where there are none.
    ///
    /// # Errors
    /// As [`Leads::from_dataset`].
    pub fn open_leads(&self) -> Result<Option<Leads>> {
        self.rest.open_leads(&self.plan, self.model())
    }

    /// How leads are read with the options of the plan: its id column and its separator. Its missing codes are the model's.
    #[must_use]
    pub fn lead_options(&self) -> LeadOptions {
        self.plan.lead_options()
    }

    /// Reads leads from a CSV file.
    ///
    /// # Errors
    /// As [`Leads::read_file`].
    pub fn read_leads(&self, path: impl AsRef<Path>) -> Result<Leads> {
        Leads::read_file(self.model(), path, &self.lead_options())
    }

    /// Scores leads in memory, their columns matched by name.
    ///
    /// # Errors
    /// As [`Leads::from_dataset`] and [`Leads::score`].
    pub fn score(&self, leads: Dataset) -> Result<Scored> {
        Leads::from_dataset(self.model(), leads, "the leads", &self.lead_options())?.score(&self.scorer)
    }
}

impl Plan {
    pub(crate) fn lead_options(&self) -> LeadOptions {
        let mut options = LeadOptions::default();
        options.preferred_id.clone_from(&self.options.id);
        options.separator = self.options.separator;
        options
    }
}

fn validation_options(plan: &Plan, audit: &Audit) -> ValidationOptions {
    let mut options = ValidationOptions::default();
    options.targets = plan.options.targets.clone();
    options.ignored_fields = audit.excluded().map(|field| field.name.clone()).collect();
    options.doubts = drift(plan, audit).into_iter().collect();
    options
}

/// A random hold-out of a drifting history holds deals of the same times as those learned from, and flatters.
fn drift(plan: &Plan, audit: &Audit) -> Option<Message> {
    let random = matches!(plan.options.hold_out, HoldOutPolicy::Random { .. });
    audit.drift.doubt().filter(|_| random)
}

fn model(
    plan: &Plan,
    deals: &Deals,
    learned: &Learned,
    report: &ValidationReport,
    refitted: bool,
) -> ScoringModel {
    let mut validation = report.summary();
    validation.refitted = refitted;
    let mut model = ScoringModel::new(
        plan.options.name.clone().unwrap_or_else(|| DEFAULT_NAME.to_owned()),
        FIRST_VERSION.to_owned(),
        plan.built.to_string(),
        History::new(deals.won_count(), deals.lost_count()),
        learned.fitted.card.clone(),
        learned.calibration.cuts,
        learned.calibration.facts(),
        learned.calibration.probability.clone(),
        validation,
    );
    // What was not known of a deal is not known of a lead, whoever reads the leads.
    model.missing.clone_from(&plan.options.missing);
    for (column, codes) in &plan.options.missing_in {
        model.missing_in.entry(column.clone()).or_default().extend(codes.iter().cloned());
    }
    model
}
