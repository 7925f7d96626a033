//! The stages between history and verdict. Each owns what it learned; the only way on is its method.

use super::history::Rest;
use super::options::Plan;
use super::validated::Validated;
use crate::Result;
use lead_scoring_audit::Audit;
use lead_scoring_calibration::{Calibration, calibrate};
use lead_scoring_core::{Deals, MISSING, Split};
use lead_scoring_fit::{Fitted, fit};
use lead_scoring_lift::{Analysis, AnalyzeOptions, FieldChoice, Interactions, analyze, interactions};

/// Largest q value at which a field takes part in the search for interactions.
const INTERACTION_LEVEL: f64 = 0.05;
/// Most interactions that are named.
const MOST_INTERACTIONS: usize = 20;

/// Step 1 is done: the hold-out is set aside, the other deals are audited.
#[derive(Debug)]
pub struct Audited {
    pub(crate) plan: Plan,
    pub(crate) rest: Rest,
    /// All closed deals, where the model is to be refitted on them.
    pub(crate) all: Option<Deals>,
    pub(crate) split: Split,
    pub(crate) audit: Audit,
}

impl Audited {
    /// What was found.
    #[must_use]
    pub fn audit(&self) -> &Audit {
        &self.audit
    }

    /// The deals every step before the validation works on.
    #[must_use]
    pub fn train(&self) -> &Deals {
        &self.split.train
    }

    /// How many deals are set aside; nothing else can be learned of them yet.
    #[must_use]
    pub fn hold_out_len(&self) -> usize {
        self.split.hold_out.len()
    }

    /// What a user should know so far, in sentences.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.rest.warnings
    }

    /// Measures the lift of every field the audit lets through.
    ///
    /// # Errors
    /// [`ErrorKind::Option`](crate::ErrorKind::Option) for a profile criterion that does not fit its column.
    pub fn analyze(mut self) -> Result<Analyzed> {
        let measured = measure(&self.plan, &self.split.train, &self.audit)?;
        let skipped = skipped(&self.plan, &self.audit);
        self.rest.warnings.extend(skipped);
        Ok(Analyzed { audited: self, measured })
    }
}

/// Step 2 is done: every field's lift is measured.
#[derive(Debug)]
pub struct Analyzed {
    audited: Audited,
    measured: Measured,
}

/// What the deals show.
#[derive(Debug)]
pub(crate) struct Measured {
    pub(crate) analysis: Analysis,
    pub(crate) interactions: Interactions,
}

impl Analyzed {
    /// The stage before.
    #[must_use]
    pub fn audited(&self) -> &Audited {
        &self.audited
    }

    /// The measured lift, field by field.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        &self.measured.analysis
    }

    /// Combinations that win more or less often than the two alone explain, and the pairs of fields tested for them.
    #[must_use]
    pub fn interactions(&self) -> &Interactions {
        &self.measured.interactions
    }

    /// Fits the points.
    ///
    /// # Errors
    /// None with checked options.
    pub fn model(self) -> Result<Modeled> {
        let fitted = points(&self.audited.plan, &self.measured)?;
        Ok(Modeled { analyzed: self, fitted })
    }
}

/// Step 3 is done: there are points, but no tiers and no verdict.
#[derive(Debug)]
pub struct Modeled {
    analyzed: Analyzed,
    fitted: Fitted,
}

impl Modeled {
    /// The stage before.
    #[must_use]
    pub fn analyzed(&self) -> &Analyzed {
        &self.analyzed
    }

    /// The points, and what became of the other fields.
    #[must_use]
    pub fn fitted(&self) -> &Fitted {
        &self.fitted
    }

    /// Cuts the tiers and maps scores to probabilities.
    ///
    /// # Errors
    /// None with checked options and deals of both outcomes.
    pub fn calibrate(self) -> Result<Calibrated> {
        let calibration = tiers(&self.analyzed.audited.plan, &self.analyzed.measured, &self.fitted)?;
        Ok(Calibrated { modeled: self, calibration })
    }
}

/// Step 4 is done: there are points, tiers and probabilities, but no verdict, hence no scorer.
#[derive(Debug)]
pub struct Calibrated {
    modeled: Modeled,
    calibration: Calibration,
}

impl Calibrated {
    /// The stage before.
    #[must_use]
    pub fn modeled(&self) -> &Modeled {
        &self.modeled
    }

    /// Tiers, probabilities, gains and capacity.
    #[must_use]
    pub fn calibration(&self) -> &Calibration {
        &self.calibration
    }

    /// Opens the hold-out, using it up, and judges the model on it.
    ///
    /// # Errors
    /// [`ErrorKind::Option`](crate::ErrorKind::Option) for a rule that does not fit the field it reads.
    pub fn validate(self) -> Result<Validated> {
        let Self { modeled: Modeled { analyzed: Analyzed { audited, measured }, fitted }, calibration } =
            self;
        Validated::new(audited, Learned { measured, fitted, calibration })
    }
}

/// Everything a model is made of before its verdict.
#[derive(Debug)]
pub(crate) struct Learned {
    pub(crate) measured: Measured,
    pub(crate) fitted: Fitted,
    pub(crate) calibration: Calibration,
}

impl Learned {
    /// Steps 2 to 4 on deals whose audit is done.
    pub(crate) fn from(plan: &Plan, deals: &Deals, audit: &Audit) -> Result<Self> {
        let measured = measure(plan, deals, audit)?;
        let fitted = points(plan, &measured)?;
        let calibration = tiers(plan, &measured, &fitted)?;
        Ok(Self { measured, fitted, calibration })
    }
}

fn measure(plan: &Plan, deals: &Deals, audit: &Audit) -> Result<Measured> {
    let mut options = AnalyzeOptions::default();
    options.fields = audit.used().map(|field| FieldChoice::new(&field.name, field.dimension)).collect();
    options.given = plan.options.given.iter().filter(|given| is_used(audit, &given.field)).cloned().collect();
    for criterion in &plan.options.icp {
        let field = audit.field(&criterion.column).filter(|field| field.used);
        if let Some((field, column)) = field.zip(deals.data().column(&criterion.column)) {
            options.given.extend(criterion.bins(column, field.dimension)?);
        }
    }
    options.groups = plan.options.group.as_deref().map(|group| groups(deals, group)).unwrap_or_default();
    options.seed = plan.options.seed;
    let work = || -> Result<Measured> {
        let analysis = analyze(deals, &options)?;
        let interactions = interactions(&analysis, INTERACTION_LEVEL, MOST_INTERACTIONS);
        Ok(Measured { analysis, interactions })
    };
    #[cfg(feature = "parallel")]
    return plan.on_threads(work);
    #[cfg(not(feature = "parallel"))]
    work()
}

#[cfg(feature = "parallel")]
impl Plan {
    /// Works on as many threads as the plan says.
    fn on_threads<T: Send>(&self, work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
        let Some(threads) = self.options.threads else { return work() };
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|error| {
            crate::Error::options(vec![format!(
                "{threads} threads cannot be started ({error}); ask for fewer"
            )])
        })?;
        pool.install(work)
    }
}

fn points(plan: &Plan, measured: &Measured) -> Result<Fitted> {
    Ok(fit(&measured.analysis, &plan.options.fit, plan.options.rules.clone())?)
}

fn tiers(plan: &Plan, measured: &Measured, fitted: &Fitted) -> Result<Calibration> {
    let (range, won) = (fitted.card.range(), measured.analysis.won());
    Ok(calibrate(range, &fitted.honest_scores, won, &plan.options.calibration)?)
}

fn is_used(audit: &Audit, field: &str) -> bool {
    audit.field(field).is_some_and(|field| field.used)
}

/// Bins and criteria whose field the audit left out are left out too, and not in silence.
fn skipped(plan: &Plan, audit: &Audit) -> Vec<String> {
    let given = plan.options.given.iter().map(|given| (given.name.as_str(), &given.field));
    let profile = plan.options.icp.iter().map(|criterion| ("the profile's criterion", &criterion.column));
    given
        .chain(profile)
        .filter(|(_, field)| !is_used(audit, field))
        .map(|(name, field)| {
            let reason = audit.field(field).and_then(|field| field.excluded_because.as_ref());
            format!(
                "{name} for column `{field}` is not measured, since the column is left out ({})",
                reason.map_or_else(|| "it is not used".to_owned(), ToString::to_string)
            )
        })
        .collect()
}

/// Deals with equal numbers share a fold; a deal without a key is a group of its own.
fn groups(deals: &Deals, column: &str) -> Vec<u64> {
    let Some(column) = deals.data().column(column) else { return Vec::new() };
    let alone = (0_u64..).map(|row| u64::from(MISSING) + 1 + row);
    let group = |(&code, alone)| if code == MISSING { alone } else { u64::from(code) };
    column.codes().iter().zip(alone).map(group).collect()
}
