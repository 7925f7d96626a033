//! Every figure of the validation, each with interval, target and what a reader should know about it.

use crate::metric::{Metric, Unit};
use crate::{Result, Targets, ceiling};
use lead_scoring_calibration::ProbabilityFit;
use lead_scoring_core::{Tier, counted};
use lead_scoring_metrics::{Confusion, ScoreCounts, difference_of_means};

/// Confidence of all intervals.
pub(crate) const LEVEL: f64 = 0.95;

/// From here on the AUC that a Spearman target asks for is worth a note.
const DEMANDING_AUC: f64 = 0.8;

/// A Hot precision target that asks for so many times the base rate is worth a note.
const DEMANDING_LIFT: f64 = 3.0;

/// The scored hold-out.
pub(crate) struct Scored<'a> {
    pub(crate) scores: &'a [i32],
    pub(crate) won: &'a [bool],
    pub(crate) counts: &'a ScoreCounts,
    /// One tier a deal; `None` for a model without tiers.
    pub(crate) tiers: Option<&'a [Tier]>,
    /// Lowest and highest score of the card.
    pub(crate) range: (i32, i32),
}

impl Scored<'_> {
    /// Calls against outcomes when these tiers are called wins; `None` without tiers.
    pub(crate) fn confusion(&self, called: &[Tier]) -> Option<Confusion> {
        let calls: Vec<bool> = self.tiers?.iter().map(|tier| called.contains(tier)).collect();
        Confusion::from_predictions(&calls, self.won).ok()
    }

    fn scores_in(&self, wanted: Tier) -> Vec<f64> {
        let tiers = self.tiers.unwrap_or_default();
        self.scores
            .iter()
            .zip(tiers)
            .filter(|(_, tier)| **tier == wanted)
            .map(|(score, _)| f64::from(*score))
            .collect()
    }
}

/// All figures, in the order of the report.
pub(crate) fn all(scored: &Scored<'_>, fit: &ProbabilityFit, targets: &Targets) -> Result<Vec<Metric>> {
    let counts = scored.counts;
    let mut metrics = vec![
        Metric::estimated("auc", "AUC", Unit::Number, counts.delong(LEVEL)).against(targets.auc),
        accuracy(scored, targets),
    ];
    metrics.extend(hot(scored, targets));
    metrics.extend(hot_and_warm(scored));
    metrics.push(separation(scored, targets));
    metrics.push(spearman(counts, targets));
    let number = |name, label, value| Metric::new(name, label, Unit::Number, Some(value));
    metrics.extend([
        number("average_precision", "Average precision", counts.average_precision()?),
        number("ks", "Kolmogorov-Smirnov distance", counts.ks()?.statistic),
        number("brier", "Brier score (lower is better)", fit.brier),
        number("log_loss", "Log loss (lower is better)", fit.log_loss),
        number("ece", "Calibration error (lower is better)", fit.ece),
    ]);
    let tops = [
        ("top_10", "Wins among the best-scored 10 %", 0.1),
        ("top_20", "Wins among the best-scored 20 %", 0.2),
        ("top_30", "Wins among the best-scored 30 %", 0.3),
        ("top_40", "Wins among the best-scored 40 %", 0.4),
        ("top_50", "Wins among the best-scored 50 %", 0.5),
    ];
    for (name, label, top) in tops {
        metrics.push(Metric::new(name, label, Unit::Share, Some(counts.share_captured(top)?)));
    }
    Ok(metrics)
}

fn accuracy(scored: &Scored<'_>, targets: &Targets) -> Metric {
    let confusion = scored.confusion(&[Tier::Hot, Tier::Warm]);
    let estimate = confusion.map(|confusion| confusion.accuracy_estimate(LEVEL));
    let base = scored.counts.base_rate();
    let (floor, outcome) = if base > 0.5 { (base, "won") } else { (1.0 - base, "lost") };
    let note = (floor > targets.accuracy).then(|| {
        format!(
            "Calling every deal {outcome} would be right in {}; at this base rate the target says little.",
            Unit::Share.text(floor)
        )
    });
    defined("accuracy", "Accuracy (Hot and Warm called wins)", estimate).against(targets.accuracy).noted(note)
}

fn hot(scored: &Scored<'_>, targets: &Targets) -> [Metric; 3] {
    let confusion = scored.confusion(&[Tier::Hot]);
    let wins = scored.counts.total_won();
    let deals = confusion.map_or(0, |confusion| confusion.true_positive + confusion.false_positive);
    let ceiling = ceiling::tier(deals, wins);
    let out_of_reach = |most: Option<f64>, target: f64, unit: Unit| {
        most.filter(|most| *most <= target).map(|most| {
            format!(
                "Out of reach at this size of Hot, whatever the model: with {} and {} the most is {}.",
                counted(deals, "Hot deal"),
                counted(wins, "win"),
                unit.text(most)
            )
        })
    };
    let base = scored.counts.base_rate();
    let lift = targets.hot_precision / base;
    let demanding = || {
        (lift >= DEMANDING_LIFT).then(|| {
            format!(
                "At a base rate of {} the target asks for a Hot tier that wins {lift:.1} times as often as the average deal.",
                Unit::Share.text(base)
            )
        })
    };
    let precision =
        out_of_reach(ceiling.map(|c| c.precision), targets.hot_precision, Unit::Share).or_else(demanding);
    let recall = out_of_reach(ceiling.map(|c| c.recall), targets.hot_recall, Unit::Share);
    let f1 = out_of_reach(ceiling.map(|c| c.f1), targets.hot_f1, Unit::Number);
    [
        defined("hot_precision", "Precision of Hot", confusion.map(|c| c.precision_estimate(LEVEL)))
            .against(targets.hot_precision)
            .noted(precision),
        defined("hot_recall", "Recall of Hot", confusion.map(|c| c.recall_estimate(LEVEL)))
            .against(targets.hot_recall)
            .noted(recall),
        Metric {
            unit: Unit::Number,
            ..defined("hot_f1", "F1 of Hot", confusion.map(|c| c.f1_estimate(LEVEL)))
        }
        .against(targets.hot_f1)
        .noted(f1),
    ]
}

fn hot_and_warm(scored: &Scored<'_>) -> [Metric; 3] {
    let confusion = scored.confusion(&[Tier::Hot, Tier::Warm]);
    [
        defined(
            "hot_warm_precision",
            "Precision of Hot and Warm",
            confusion.map(|c| c.precision_estimate(LEVEL)),
        ),
        defined("hot_warm_recall", "Recall of Hot and Warm", confusion.map(|c| c.recall_estimate(LEVEL))),
        Metric {
            unit: Unit::Number,
            ..defined("hot_warm_f1", "F1 of Hot and Warm", confusion.map(|c| c.f1_estimate(LEVEL)))
        },
    ]
}

/// A share with its interval; not defined without tiers or where the estimate is not.
fn defined(
    name: &'static str,
    label: &'static str,
    estimate: Option<lead_scoring_metrics::Result<lead_scoring_metrics::Estimate>>,
) -> Metric {
    match estimate {
        Some(estimate) => Metric::estimated(name, label, Unit::Share, estimate),
        None => Metric::new(name, label, Unit::Share, None),
    }
}

fn separation(scored: &Scored<'_>, targets: &Targets) -> Metric {
    let difference = difference_of_means(&scored.scores_in(Tier::Hot), &scored.scores_in(Tier::Cold), LEVEL);
    let width = f64::from(scored.range.1) - f64::from(scored.range.0);
    let label = "Tier separation (mean Hot score minus mean Cold score)";
    let note =
        targets.tier_separation.is_none().then(|| "The target is a fifth of the card's range.".to_owned());
    Metric::estimated("tier_separation", label, Unit::Points, difference.map(|means| means.difference))
        .against(targets.tier_separation.unwrap_or(width / 5.0))
        .noted(note)
}

/// Spearman's correlation is `(2 AUC - 1) k`, where k depends on the scores' ties and the base rate alone.
fn spearman(counts: &ScoreCounts, targets: &Targets) -> Metric {
    let note = ceiling::spearman(counts).and_then(|best| {
        if best.spearman <= targets.spearman {
            return Some(format!(
                "Out of reach whatever the model: with a base rate of {} these scores reach at most {:.2}.",
                Unit::Share.text(counts.base_rate()),
                best.spearman
            ));
        }
        let needed = 0.5 + 0.5 * targets.spearman / best.per_gini;
        (needed > DEMANDING_AUC).then(|| {
            format!(
                "At a base rate of {} the target asks for an AUC above {needed:.2}.",
                Unit::Share.text(counts.base_rate())
            )
        })
    });
    Metric::estimated(
        "spearman",
        "Rank correlation of score and outcome (Spearman)",
        Unit::Number,
        counts.spearman_estimate(LEVEL),
    )
    .against(targets.spearman)
    .noted(note)
}
