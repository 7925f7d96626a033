//! The model as it is stored and shipped.

use crate::{ProbabilityMap, Scorecard, TierCuts, TierFacts};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the stored form that this crate writes.
pub const FORMAT: u32 = 1;

/// A validated model: points, tiers, probabilities, and what the validation found. Only this type gives out a scorer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ScoringModel {
    /// Version of the stored form, [`FORMAT`].
    pub format: u32,
    /// What the model is called.
    pub name: String,
    /// The model's own version, `1.0`.
    pub version: String,
    /// The day it was built, ISO 8601.
    pub built: String,
    /// The deals its points were learned from.
    pub history: History,
    /// Points.
    pub card: Scorecard,
    /// Where tiers are cut; `None` for a model without signals.
    pub tiers: Option<TierCuts>,
    /// What each tier was worth in training, Hot to Cold; empty for a model without signals.
    pub tier_facts: Vec<TierFacts>,
    /// From score to probability of winning.
    pub probability: ProbabilityMap,
    /// What the hold-out said.
    pub validation: Validation,
    /// Texts that meant "not known" in every column the deals were read from, and mean so in leads. Empty where none were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// The same for single columns, by the names they had among the deals.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub missing_in: BTreeMap<String, Vec<String>>,
}

/// The deals a model was learned from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct History {
    /// Won deals.
    pub won: u64,
    /// Lost deals.
    pub lost: u64,
}

impl History {
    /// Won and lost deals.
    #[must_use]
    pub const fn new(won: u64, lost: u64) -> Self {
        Self { won, lost }
    }

    /// Won deals as a share of all, 0 to 1; `None` without deals.
    #[must_use]
    pub fn base_rate(&self) -> Option<f64> {
        let deals = self.won + self.lost;
        (deals > 0).then(|| self.won as f64 / deals as f64)
    }
}

/// What the hold-out said of the model, in brief; the whole is in `validation.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Validation {
    /// The verdict.
    pub verdict: Verdict,
    /// Won deals in the hold-out.
    pub won: u64,
    /// Lost deals in the hold-out.
    pub lost: u64,
    /// How the hold-out was chosen.
    pub how: String,
    /// Area under the ROC curve with its 95 % interval, where defined.
    pub auc: Option<(f64, f64, f64)>,
    /// Whether the points were learned again on all deals after the validation; then the figures belong to the model before that.
    pub refitted: bool,
}

impl Validation {
    /// A validation summary from its parts, not refitted.
    #[must_use]
    pub const fn new(
        verdict: Verdict,
        won: u64,
        lost: u64,
        how: String,
        auc: Option<(f64, f64, f64)>,
    ) -> Self {
        Self { verdict, won, lost, how, auc, refitted: false }
    }
}

/// Whether to use the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Use it.
    Deploy,
    /// Use it with the stated care.
    DeployWithCare,
    /// Do not use it.
    DoNotDeploy,
}

impl Verdict {
    /// The verdict in words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Deploy => "deploy",
            Self::DeployWithCare => "deploy with care",
            Self::DoNotDeploy => "do not deploy",
        }
    }
}

impl ScoringModel {
    /// A model of the current [`FORMAT`] from its parts, without texts of its own that mean "not known".
    #[must_use]
    #[expect(clippy::too_many_arguments, reason = "each part comes from another stage")]
    pub fn new(
        name: String,
        version: String,
        built: String,
        history: History,
        card: Scorecard,
        tiers: Option<TierCuts>,
        tier_facts: Vec<TierFacts>,
        probability: ProbabilityMap,
        validation: Validation,
    ) -> Self {
        Self {
            format: FORMAT,
            name,
            version,
            built,
            history,
            card,
            tiers,
            tier_facts,
            probability,
            validation,
            missing: Vec::new(),
            missing_in: BTreeMap::new(),
        }
    }
}
