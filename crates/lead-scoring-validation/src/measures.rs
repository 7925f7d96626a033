//! Every figure of the validation, each with interval, target and what a reader should know about it.

use crate::metric::{Metric, Unit};
use crate::phrases as say;
use crate::{Result, Targets, ceiling};
use lead_scoring_calibration::ProbabilityFit;
use lead_scoring_core::{Phrase, Tier, decimals};
use lead_scoring_metrics::{Confusion, ScoreCounts, difference_of_means};

/// Confidence of all intervals.
pub(crate) const LEVEL: f64 = 0.95;

/// From here on the AUC that a Spearman target asks for is worth a note.
const DEMANDING_AUC: f64 = 0.8;

/// A Hot precision target that asks for so many times the base rate is worth a note.
const DEMANDING_LIFT: f64 = 3.0;

/// How near to its target the accuracy of one call for all deals makes the target say little.
const NEARLY: f64 = 0.02;

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
        Metric::estimated("auc", say::AUC, Unit::Number, counts.delong(LEVEL)).against(targets.auc),
        accuracy(scored, targets),
    ];
    metrics.extend(hot(scored, targets));
    metrics.extend(hot_and_warm(scored));
    metrics.push(separation(scored, targets));
    metrics.push(spearman(counts, targets));
    let number = |name, label, value| Metric::new(name, label, Unit::Number, Some(value));
    metrics.extend([
        number("average_precision", say::AVERAGE_PRECISION, counts.average_precision()?),
        number("ks", say::KS, counts.ks()?.statistic),
        number("brier", say::BRIER, fit.brier),
        number("log_loss", say::LOG_LOSS, fit.log_loss),
        number("ece", say::ECE, fit.ece),
    ]);
    let tops = [("top_10", 0.1), ("top_20", 0.2), ("top_30", 0.3), ("top_40", 0.4), ("top_50", 0.5)];
    for (name, top) in tops {
        let label = say::WINS_AMONG_TOP.with([("share", Unit::Share.text(top).into())]);
        metrics.push(Metric::new(name, label, Unit::Share, Some(counts.share_captured(top)?)));
    }
    Ok(metrics)
}

fn accuracy(scored: &Scored<'_>, targets: &Targets) -> Metric {
    let confusion = scored.confusion(&[Tier::Hot, Tier::Warm]);
    let estimate = confusion.map(|confusion| confusion.accuracy_estimate(LEVEL));
    let base = scored.counts.base_rate();
    let (floor, note) = if base > 0.5 { (base, say::ONE_CALL_WON) } else { (1.0 - base, say::ONE_CALL_LOST) };
    let note =
        (floor > targets.accuracy - NEARLY).then(|| note.with([("share", Unit::Share.text(floor).into())]));
    defined("accuracy", say::ACCURACY, estimate).against(targets.accuracy).noted(note)
}

fn hot(scored: &Scored<'_>, targets: &Targets) -> [Metric; 3] {
    let confusion = scored.confusion(&[Tier::Hot]);
    let wins = scored.counts.total_won();
    let deals = confusion.map_or(0, |confusion| confusion.true_positive + confusion.false_positive);
    let ceiling = ceiling::tier(deals, wins);
    let out_of_reach = |most: Option<f64>, target: f64, unit: Unit| {
        most.filter(|most| *most <= target).map(|most| {
            say::OUT_OF_REACH_OF_HOT.with([
                ("hot", deals.into()),
                ("wins", wins.into()),
                ("most", unit.text(most).into()),
            ])
        })
    };
    let base = scored.counts.base_rate();
    let lift = targets.hot_precision / base;
    let demanding = || {
        (lift >= DEMANDING_LIFT).then(|| {
            say::DEMANDING_PRECISION
                .with([("base", Unit::Share.text(base).into()), ("lift", decimals(lift, 1).into())])
        })
    };
    let precision =
        out_of_reach(ceiling.map(|c| c.precision), targets.hot_precision, Unit::Share).or_else(demanding);
    let recall = out_of_reach(ceiling.map(|c| c.recall), targets.hot_recall, Unit::Share);
    let f1 = out_of_reach(ceiling.map(|c| c.f1), targets.hot_f1, Unit::Number);
    [
        defined("hot_precision", say::HOT_PRECISION, confusion.map(|c| c.precision_estimate(LEVEL)))
            .against(targets.hot_precision)
            .noted(precision),
        defined("hot_recall", say::HOT_RECALL, confusion.map(|c| c.recall_estimate(LEVEL)))
            .against(targets.hot_recall)
            .noted(recall),
        Metric {
            unit: Unit::Number,
            ..defined("hot_f1", say::HOT_F1, confusion.map(|c| c.f1_estimate(LEVEL)))
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
            say::HOT_WARM_PRECISION,
            confusion.map(|c| c.precision_estimate(LEVEL)),
        ),
        defined("hot_warm_recall", say::HOT_WARM_RECALL, confusion.map(|c| c.recall_estimate(LEVEL))),
        Metric {
            unit: Unit::Number,
            ..defined("hot_warm_f1", say::HOT_WARM_F1, confusion.map(|c| c.f1_estimate(LEVEL)))
        },
    ]
}

/// A share with its interval; not defined without tiers or where the estimate is not.
fn defined(
    name: &'static str,
    label: Phrase,
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
    let note = targets.tier_separation.is_none().then(|| say::FIFTH_OF_RANGE.message());
    let difference = difference.map(|means| means.difference);
    Metric::estimated("tier_separation", say::TIER_SEPARATION, Unit::Points, difference)
        .against(targets.tier_separation.unwrap_or(width / 5.0))
        .noted(note)
}

/// Spearman's correlation is `(2 AUC - 1) k`, where k depends on the scores' ties and the base rate alone.
fn spearman(counts: &ScoreCounts, targets: &Targets) -> Metric {
    let note = ceiling::spearman(counts).and_then(|best| {
        if best.spearman <= targets.spearman {
            return Some(say::SPEARMAN_OUT_OF_REACH.with([
                ("base", Unit::Share.text(counts.base_rate()).into()),
                ("most", Unit::Number.text(best.spearman).into()),
            ]));
        }
        let needed = 0.5 + 0.5 * targets.spearman / best.per_gini;
        (needed > DEMANDING_AUC).then(|| {
            // Rounded up, as what is asked for at least: a figure rounded down would not be enough.
            let needed = (needed * 100.0).ceil() / 100.0;
            say::DEMANDING_SPEARMAN.with([
                ("base", Unit::Share.text(counts.base_rate()).into()),
                ("auc", Unit::Number.text(needed).into()),
            ])
        })
    });
    Metric::estimated("spearman", say::SPEARMAN, Unit::Number, counts.spearman_estimate(LEVEL))
        .against(targets.spearman)
        .noted(note)
}
