//! The validation as a whole.

use crate::confusion::threshold_rows;
use crate::measures::{LEVEL, Scored, all};
use crate::misjudged::{Judged, Side, look_at};
use crate::pattern::LearnedFrom;
use crate::roc::roc_points;
use crate::verdict::{Evidence, decide};
use crate::{
    ConfusionMatrix, Error, ErrorKind, Metric, Misjudged, Result, RocPoint, ThresholdRow, ValidationOptions,
};
use lead_scoring_calibration::{
    Band, Gains, ProbabilityFit, TierSummary, band_table, gains_table, probability_fit, tier_table,
};
use lead_scoring_core::{Deals, Message, Sealed, Tier};
use lead_scoring_metrics::ScoreCounts;
use lead_scoring_model::{ProbabilityMap, Scorecard, TierCuts, Validation, Verdict};
use serde::Serialize;

/// Everything a validation needs.
#[derive(Debug)]
pub struct ValidationInput<'a> {
    /// The points.
    pub card: &'a Scorecard,
    /// Where the tiers are cut; `None` for a model without tiers.
    pub cuts: Option<TierCuts>,
    /// From score to probability of winning.
    pub probability: &'a ProbabilityMap,
    /// The deals that no earlier step saw.
    pub hold_out: Sealed,
    /// The deals that the points were learned from, which help to say how far the scores of wrong calls are off.
    pub learned_from: Option<LearnedFrom<'a>>,
    /// How the hold-out was chosen, as a clause for people.
    pub how: Message,
    /// Targets and other choices.
    pub options: ValidationOptions,
}

/// What the hold-out says of a model.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct ValidationReport {
    /// Whether to use the model.
    pub verdict: Verdict,
    /// Why, in sentences, gravest first.
    pub reasons: Vec<Message>,
    /// Won deals in the hold-out.
    pub won: u64,
    /// Lost deals in the hold-out.
    pub lost: u64,
    /// How the hold-out was chosen.
    pub how: Message,
    /// Lowest and highest score of the card.
    pub range: (i32, i32),
    /// Every figure with interval and target, in the order of the report; see [`ValidationReport::metric`].
    pub metrics: Vec<Metric>,
    /// Calls against outcomes when Hot and Warm are called wins; `None` without tiers.
    pub confusion: Option<ConfusionMatrix>,
    /// Calls against outcomes when Hot alone is called a win; `None` without tiers.
    pub hot_confusion: Option<ConfusionMatrix>,
    /// The same for every distinct score as the threshold, highest first.
    pub thresholds: Vec<ThresholdRow>,
    /// The tiers on the hold-out, Hot to Cold; empty without tiers.
    pub tiers: Vec<TierSummary>,
    /// Whether win rates never rise from Hot to Cold on the hold-out, empty tiers aside; `false` without tiers.
    pub monotone: bool,
    /// How the probabilities agree with the hold-out.
    pub probability: ProbabilityFit,
    /// Wins captured against leads worked.
    pub gains: Gains,
    /// Win rate by band of scores, ascending.
    pub bands: Vec<Band>,
    /// The ROC curve, from (0, 0) to (1, 1).
    pub roc: Vec<RocPoint>,
    /// Hot and Warm deals that were lost.
    pub false_positives: Misjudged,
    /// Cool and Cold deals that were won.
    pub false_negatives: Misjudged,
    /// The opened hold-out, for the names of deals; not written out.
    #[serde(skip)]
    pub deals: Deals,
    /// One score a deal of `deals`; not written out.
    #[serde(skip)]
    pub scores: Vec<i32>,
}

impl ValidationReport {
    /// The figure of this name: `auc`, `accuracy`, `hot_precision`, `hot_recall`, `hot_f1`, `hot_warm_precision`,
    /// `hot_warm_recall`, `hot_warm_f1`, `tier_separation`, `spearman`, `average_precision`, `ks`, `brier`, `log_loss`, `ece`,
    /// `top_10` to `top_50`.
    #[must_use]
    pub fn metric(&self, name: &str) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.name == name)
    }

    /// What the model carries with it of this report.
    #[must_use]
    pub fn summary(&self) -> Validation {
        let auc = self.metric("auc").and_then(|auc| Some((auc.value?, auc.lower?, auc.upper?)));
        Validation::new(self.verdict, self.won, self.lost, self.how.to_string(), auc)
    }
}

/// Opens the hold-out and judges the model on it.
///
/// The hold-out is used up: there is no second look at it. Manual rules of the card are not applied.
///
/// # Errors
/// [`ErrorKind::Option`] for a target out of range, before the hold-out is opened; [`ErrorKind::Field`] where the hold-out
/// lacks a column of the card; [`ErrorKind::TooLittleData`] where it is empty or holds one outcome only.
pub fn validate(input: ValidationInput<'_>) -> Result<ValidationReport> {
    let ValidationInput { card, cuts, probability, hold_out, learned_from, how, options } = input;
    options.targets.check()?;
    if hold_out.is_empty() {
        return Err(Error::new(
            ErrorKind::TooLittleData,
            "the hold-out is empty; set deals aside before learning",
        ));
    }
    let deals = hold_out.open();
    let scores = card.score_rows(deals.data())?;
    let (won, range) = (deals.won(), card.range());
    let counts = ScoreCounts::from_integer_scores(&scores, won)?;
    let tier_of: Option<Vec<Tier>> = cuts.map(|cuts| scores.iter().map(|&score| cuts.tier(score)).collect());
    let scored = Scored { scores: &scores, won, counts: &counts, tiers: tier_of.as_deref(), range };
    let fit = probability_fit(probability, &scores, won)?;
    let metrics = all(&scored, &fit, &options.targets)?;
    let tiers = cuts.map(|cuts| tier_table(cuts, range, &scores, won)).unwrap_or_default();
    let monotone = !tiers.is_empty() && never_rises(&tiers);
    let (verdict, reasons) = decide(&Evidence {
        signals: card.signals.len(),
        won: deals.won_count(),
        lost: deals.lost_count(),
        auc: counts.delong(LEVEL)?,
        metrics: &metrics,
        has_tiers: cuts.is_some(),
        monotone,
        empty_tiers: tiers.iter().filter(|tier| tier.deals() == 0).map(|tier| tier.tier).collect(),
        doubts: &options.doubts,
    });
    let judged = Judged {
        deals: &deals,
        scores: &scores,
        tiers: tier_of.as_deref().unwrap_or_default(),
        card,
        probability,
        learned_from,
        ignored: &options.ignored_fields,
    };
    Ok(ValidationReport {
        verdict,
        reasons,
        won: deals.won_count(),
        lost: deals.lost_count(),
        how,
        range,
        confusion: scored.confusion(&[Tier::Hot, Tier::Warm]).map(Into::into),
        hot_confusion: scored.confusion(&[Tier::Hot]).map(Into::into),
        thresholds: threshold_rows(&counts),
        tiers,
        monotone,
        probability: fit,
        gains: gains_table(&scores, won)?,
        bands: band_table(range, &scores, won),
        roc: roc_points(&counts)?,
        false_positives: look_at(&judged, Side::FalsePositive)?,
        false_negatives: look_at(&judged, Side::FalseNegative)?,
        metrics,
        deals,
        scores,
    })
}

/// Compares rates as exact fractions.
fn never_rises(tiers: &[TierSummary]) -> bool {
    let filled: Vec<&TierSummary> = tiers.iter().filter(|tier| tier.deals() > 0).collect();
    filled.windows(2).all(|pair| {
        let times = |a: u64, b: u64| u128::from(a) * u128::from(b);
        times(pair[0].won, pair[1].deals()) >= times(pair[1].won, pair[0].deals())
    })
}
