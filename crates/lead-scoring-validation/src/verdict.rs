//! Whether to use the model, and why.
//!
//! | verdict | rule |
//! |---|---|
//! | do not deploy | no signals, or AUC below 0.55, or its 95 % interval reaches down to 0.5 |
//! | deploy | every target passed, AUC surely at least 0.65, win rates never rise from Hot to Cold, and 50 deals with 20 of each outcome to show it |
//! | deploy with care | everything between |

use crate::metric::{Metric, Unit};
use lead_scoring_core::{counted, grouped};
use lead_scoring_metrics::Estimate;
use lead_scoring_model::Verdict;

const LEAST_AUC: f64 = 0.55;
const SURE_AUC: f64 = 0.65;
const ENOUGH_DEALS: u64 = 50;
const ENOUGH_OF_EACH: u64 = 20;
/// Decimals beyond the usual ones that a missed target may take.
const MOST_DECIMALS: usize = 4;

/// What the verdict rests on.
pub(crate) struct Evidence<'a> {
    pub(crate) signals: usize,
    pub(crate) won: u64,
    pub(crate) lost: u64,
    pub(crate) auc: Estimate,
    pub(crate) metrics: &'a [Metric],
    pub(crate) has_tiers: bool,
    pub(crate) monotone: bool,
    /// Tiers without a deal on the hold-out.
    pub(crate) empty_tiers: Vec<&'static str>,
    /// Doubts of earlier steps.
    pub(crate) doubts: &'a [String],
}

/// The verdict with its reasons in sentences, gravest first.
pub(crate) fn decide(evidence: &Evidence<'_>) -> (Verdict, Vec<String>) {
    if let Some(reason) = predicts_nothing(evidence) {
        return (Verdict::DoNotDeploy, vec![reason]);
    }
    let mut doubts = evidence.doubts.to_vec();
    let lower = evidence.auc.interval.map_or(evidence.auc.value, |interval| interval.lower);
    if lower < SURE_AUC {
        doubts.push(format!(
            "The ranking is better than chance, but it is not certain by how much: AUC {}; at least {SURE_AUC:.2} should be certain.",
            range(evidence.auc)
        ));
    }
    if !evidence.has_tiers {
        doubts.push("The scores could not be cut into tiers.".to_owned());
    } else if !evidence.monotone {
        doubts.push("Win rates do not fall from tier to tier on the hold-out; treat the tiers that are out of order as one.".to_owned());
    }
    if !evidence.empty_tiers.is_empty() {
        doubts.push(format!(
            "No deal of the hold-out is {}: its scores lie elsewhere than those of the deals learned from, so expected rates and volumes do not hold there.",
            evidence.empty_tiers.join(" or ")
        ));
    }
    doubts.extend(
        evidence
            .metrics
            .iter()
            .filter(|metric| metric.pass == Some(false) && metric.value.is_some())
            .map(missed),
    );
    let deals = evidence.won + evidence.lost;
    if deals < ENOUGH_DEALS || evidence.won.min(evidence.lost) < ENOUGH_OF_EACH {
        doubts.push(format!(
            "The hold-out is small: {}, {} won and {} lost; {ENOUGH_DEALS} with {ENOUGH_OF_EACH} of each would settle more.",
            counted(deals, "deal"),
            grouped(evidence.won),
            grouped(evidence.lost)
        ));
    }
    if !doubts.is_empty() {
        return (Verdict::DeployWithCare, doubts);
    }
    let reason = format!(
        "On {} it had never seen the model passed every target: AUC {}, win rates never rising from Hot to Cold.",
        counted(deals, "deal"),
        range(evidence.auc)
    );
    (Verdict::Deploy, vec![reason])
}

fn predicts_nothing(evidence: &Evidence<'_>) -> Option<String> {
    let deals = evidence.won + evidence.lost;
    if evidence.signals == 0 {
        return Some(
            "Your data do not predict who buys: no field tells won deals from lost ones beyond chance, so the model has no signals and no lead gets a score."
                .to_owned(),
        );
    }
    let pairs = format!(
        "on {} the model had never seen ({} won, {} lost) a won deal outscored a lost one in {:.0} % of the pairs; drawing lots gives 50 %",
        counted(deals, "deal"),
        grouped(evidence.won),
        grouped(evidence.lost),
        100.0 * evidence.auc.value
    );
    if evidence.auc.value < LEAST_AUC {
        return Some(format!("Your data do not predict who buys: {pairs}."));
    }
    let Some(interval) = evidence.auc.interval else {
        return Some(format!(
            "It is not shown that your data predict who buys: {pairs}, and there are too few deals to say how far chance reaches."
        ));
    };
    (interval.lower <= 0.5).then(|| {
        format!(
            "It is not shown that your data predict who buys: {pairs}, and chance alone explains that (95 % interval {:.0} % to {:.0} %). Collect more deals.",
            100.0 * interval.lower,
            100.0 * interval.upper
        )
    })
}

fn missed(metric: &Metric) -> String {
    let note = metric.note.as_ref().map_or_else(String::new, |note| format!(" {note}"));
    let (value, target) = apart(metric);
    if value == target {
        return format!("Target missed: {} is {target}; the target is more than that.{note}", metric.label);
    }
    format!("Target missed: {} is {value}, the target is more than {target}.{note}", metric.label)
}

/// A figure and its target with as many decimals as it takes to tell them apart.
fn apart(metric: &Metric) -> (String, String) {
    let plain = (metric.text(), metric.target.map_or_else(String::new, |target| metric.unit.text(target)));
    let Some((value, target)) = metric.value.zip(metric.target) else { return plain };
    let finer = (1..=MOST_DECIMALS).map(|more| {
        let text = |value: f64| match metric.unit {
            Unit::Share => format!("{:.more$} %", 100.0 * value),
            Unit::Points => format!("{value:.more$} points"),
            Unit::Number => format!("{value:.*}", 2 + more),
        };
        (text(value), text(target))
    });
    std::iter::once(plain.clone()).chain(finer).find(|(value, target)| value != target).unwrap_or(plain)
}

fn range(auc: Estimate) -> String {
    match auc.interval {
        Some(interval) => {
            format!("{:.2} (95 % interval {:.2} to {:.2})", auc.value, interval.lower, interval.upper)
        }
        None => format!("{:.2}", auc.value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_metrics::Interval;
    use proptest::prelude::*;

    fn estimate(value: f64, lower: f64, upper: f64) -> Estimate {
        Estimate { value, interval: Some(Interval { lower, upper, level: 0.95 }) }
    }

    fn passed(value: f64) -> Metric {
        Metric::new("hot_precision", "Precision of Hot", Unit::Share, Some(value)).against(0.6)
    }

    fn good(metrics: &[Metric]) -> Evidence<'_> {
        let auc = estimate(0.8, 0.72, 0.88);
        Evidence {
            signals: 5,
            won: 60,
            lost: 90,
            auc,
            metrics,
            has_tiers: true,
            monotone: true,
            empty_tiers: Vec::new(),
            doubts: &[],
        }
    }

    #[test]
    fn everything_right_is_deployed() {
        let (verdict, reasons) = decide(&good(&[passed(0.7)]));
        assert_eq!(verdict, Verdict::Deploy);
        assert!(reasons[0].contains("150 deals") && reasons[0].contains("0.80"), "{reasons:?}");
    }

    #[test]
    fn each_doubt_alone_asks_for_care_and_is_named() {
        let (fine, short) = ([passed(0.7)], [passed(0.6)]);
        let drifts = ["The win rate drifts.".to_owned()];
        let doubts = [
            (Evidence { monotone: false, ..good(&fine) }, "tier to tier"),
            (Evidence { has_tiers: false, ..good(&fine) }, "could not be cut"),
            (Evidence { empty_tiers: vec!["Cold"], ..good(&fine) }, "is Cold"),
            (Evidence { doubts: &drifts, ..good(&fine) }, "drifts"),
            (Evidence { auc: estimate(0.7, 0.64, 0.76), ..good(&fine) }, "AUC 0.70"),
            (Evidence { won: 19, ..good(&fine) }, "19 won"),
            (Evidence { won: 20, lost: 29, ..good(&fine) }, "49 deals"),
            (good(&short), "Precision of Hot is 60 %"),
        ];
        for (evidence, named) in doubts {
            let (verdict, reasons) = decide(&evidence);
            assert_eq!(verdict, Verdict::DeployWithCare);
            assert!(reasons.len() == 1 && reasons[0].contains(named), "{reasons:?}");
        }
    }

    #[test]
    fn a_missed_target_never_reads_like_a_met_one() {
        let recall =
            |value| Metric::new("hot_recall", "Recall of Hot", Unit::Share, Some(value)).against(0.5);
        assert!(missed(&recall(0.44)).contains("is 44 %, the target is more than 50 %."));
        assert!(missed(&recall(0.4969)).contains("is 49.7 %, the target is more than 50.0 %."));
        assert!(missed(&recall(0.5)).contains("is 50 %; the target is more than that."));
        let f1 = Metric::new("hot_f1", "F1 of Hot", Unit::Number, Some(0.5499)).against(0.55);
        assert!(missed(&f1).contains("is 0.5499, the target is more than 0.5500."), "{}", missed(&f1));
    }

    #[test]
    fn nothing_learned_is_not_deployed() {
        let fine = [passed(0.7)];
        let nothing = [
            Evidence { signals: 0, ..good(&fine) },
            Evidence { auc: estimate(0.54, 0.52, 0.56), ..good(&fine) },
            Evidence { auc: estimate(0.6, 0.5, 0.7), ..good(&fine) },
            Evidence { auc: Estimate { value: 0.9, interval: None }, ..good(&fine) },
        ];
        for evidence in nothing {
            let (verdict, reasons) = decide(&evidence);
            assert_eq!((verdict, reasons.len()), (Verdict::DoNotDeploy, 1));
            assert!(reasons[0].contains("predict who buys"), "{reasons:?}");
        }
    }

    proptest! {
        #[test]
        fn a_better_auc_never_worsens_the_verdict(value in 0.3..0.95_f64, half in 0.0..0.2_f64, more in 0.0..0.1_f64) {
            let rank = |verdict| match verdict {
                Verdict::Deploy => 2,
                Verdict::DeployWithCare => 1,
                Verdict::DoNotDeploy => 0,
            };
            let fine = [passed(0.7)];
            let at = |value: f64| rank(decide(&Evidence { auc: estimate(value, value - half, value + half), ..good(&fine) }).0);
            prop_assert!(at(value + more) >= at(value));
        }
    }
}
