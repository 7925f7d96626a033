//! Whether to use the model, and why.
//!
//! | verdict | rule |
//! |---|---|
//! | do not deploy | no signals, or AUC below 0.55, or its 95 % interval reaches down to 0.5 |
//! | deploy | every target passed, AUC surely at least 0.65, win rates never rise from Hot to Cold, and 50 deals with 20 of each outcome to show it |
//! | deploy with care | everything between |

use crate::metric::{Metric, Unit};
use crate::phrases as say;
use lead_scoring_core::{Message, Part, Tier};
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
    pub(crate) empty_tiers: Vec<Tier>,
    /// Doubts of earlier steps.
    pub(crate) doubts: &'a [Message],
}

/// The verdict with its reasons in sentences, gravest first.
pub(crate) fn decide(evidence: &Evidence<'_>) -> (Verdict, Vec<Message>) {
    if let Some(reason) = predicts_nothing(evidence) {
        return (Verdict::DoNotDeploy, vec![reason]);
    }
    let mut doubts = evidence.doubts.to_vec();
    let lower = evidence.auc.interval.map_or(evidence.auc.value, |interval| interval.lower);
    if lower < SURE_AUC {
        doubts.push(
            say::AUC_NOT_SURE
                .with([("auc", range(evidence.auc).into()), ("wanted", Unit::Number.text(SURE_AUC).into())]),
        );
    }
    if !evidence.has_tiers {
        doubts.push(say::NO_TIERS.message());
    } else if !evidence.monotone {
        doubts.push(say::NOT_MONOTONE.message());
    }
    if let Some(tiers) = either(&evidence.empty_tiers) {
        doubts.push(say::EMPTY_TIERS.with([("tiers", tiers.into())]));
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
        doubts.push(say::SMALL_HOLD_OUT.with([
            ("deals", deals.into()),
            ("won", evidence.won.into()),
            ("lost", evidence.lost.into()),
            ("enough", ENOUGH_DEALS.into()),
            ("each", ENOUGH_OF_EACH.into()),
        ]));
    }
    if !doubts.is_empty() {
        return (Verdict::DeployWithCare, doubts);
    }
    let reason =
        say::EVERY_TARGET_PASSED.with([("deals", deals.into()), ("auc", range(evidence.auc).into())]);
    (Verdict::Deploy, vec![reason])
}

fn predicts_nothing(evidence: &Evidence<'_>) -> Option<Message> {
    let deals = evidence.won + evidence.lost;
    if evidence.signals == 0 {
        return Some(say::NO_SIGNALS.message());
    }
    let pairs: Part = say::PAIRS
        .with([
            ("deals", deals.into()),
            ("won", evidence.won.into()),
            ("lost", evidence.lost.into()),
            ("share", Unit::Share.text(evidence.auc.value).into()),
        ])
        .into();
    if evidence.auc.value < LEAST_AUC {
        return Some(say::PREDICTS_NOTHING.with([("pairs", pairs)]));
    }
    let Some(interval) = evidence.auc.interval else {
        return Some(say::TOO_FEW_TO_SAY.with([("pairs", pairs)]));
    };
    (interval.lower <= 0.5).then(|| {
        say::CHANCE_EXPLAINS.with([
            ("pairs", pairs),
            ("lower", Unit::Share.text(interval.lower).into()),
            ("upper", Unit::Share.text(interval.upper).into()),
        ])
    })
}

fn missed(metric: &Metric) -> Message {
    let (value, target) = apart(metric);
    let named: (&str, Part) = ("metric", metric.label.clone().into());
    let missed = if value == target {
        say::TARGET_MET_EXACTLY.with([named, ("target", target.into())])
    } else {
        say::TARGET_MISSED.with([named, ("value", value.into()), ("target", target.into())])
    };
    match &metric.note {
        Some(note) => {
            say::TARGET_MISSED_WITH_NOTE.with([("missed", missed.into()), ("note", note.clone().into())])
        }
        None => missed,
    }
}

/// A reason of the verdict without the note on what its target asks for.
#[must_use]
pub fn in_brief(reason: &Message) -> Message {
    let missed = reason.parts().iter().find_map(|(name, part)| match part {
        Part::Message(missed) if *name == "missed" => Some(missed),
        _ => None,
    });
    let has_note = reason.phrase() == say::TARGET_MISSED_WITH_NOTE;
    missed.filter(|_| has_note).unwrap_or(reason).clone()
}

/// `Hot`, `Hot or Warm`, `Hot or Warm or Cool`.
fn either(tiers: &[Tier]) -> Option<Message> {
    let word = |tier: &Tier| match tier {
        Tier::Hot => say::HOT.message(),
        Tier::Warm => say::WARM.message(),
        Tier::Cool => say::COOL.message(),
        Tier::Cold => say::COLD.message(),
    };
    tiers
        .iter()
        .map(word)
        .reduce(|one, other| say::EITHER.with([("one", one.into()), ("other", other.into())]))
}

/// A figure and its target with as many decimals as it takes to tell them apart.
fn apart(metric: &Metric) -> (Message, Message) {
    let Some((value, target)) = metric.value.zip(metric.target) else {
        return (metric.text(), metric.text());
    };
    let texts = |more| (metric.unit.finer_text(value, more), metric.unit.finer_text(target, more));
    (0..=MOST_DECIMALS).map(texts).find(|(value, target)| value != target).unwrap_or_else(|| texts(0))
}

fn range(auc: Estimate) -> Message {
    let text = |value: f64| Unit::Number.text(value);
    match auc.interval {
        Some(interval) => say::AUC_WITH_INTERVAL.with([
            ("auc", text(auc.value).into()),
            ("lower", text(interval.lower).into()),
            ("upper", text(interval.upper).into()),
        ]),
        None => text(auc.value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_metrics::Interval;
    use proptest::prelude::*;

    fn told(reasons: &[Message]) -> String {
        reasons.iter().map(ToString::to_string).collect()
    }

    fn estimate(value: f64, lower: f64, upper: f64) -> Estimate {
        Estimate { value, interval: Some(Interval { lower, upper, level: 0.95 }) }
    }

    fn passed(value: f64) -> Metric {
        Metric::new("hot_precision", say::HOT_PRECISION, Unit::Share, Some(value)).against(0.6)
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
        assert!(told(&reasons).contains("150 deals") && told(&reasons).contains("0.80"), "{reasons:?}");
    }

    #[test]
    fn each_doubt_alone_asks_for_care_and_is_named() {
        let (fine, short) = ([passed(0.7)], [passed(0.6)]);
        let drifts = [Message::verbatim("The win rate drifts.")];
        let doubts = [
            (Evidence { monotone: false, ..good(&fine) }, "tier to tier"),
            (Evidence { has_tiers: false, ..good(&fine) }, "could not be cut"),
            (Evidence { empty_tiers: vec![Tier::Cold], ..good(&fine) }, "is Cold"),
            (Evidence { doubts: &drifts, ..good(&fine) }, "drifts"),
            (Evidence { auc: estimate(0.7, 0.64, 0.76), ..good(&fine) }, "AUC 0.70"),
            (Evidence { won: 19, ..good(&fine) }, "19 won"),
            (Evidence { won: 20, lost: 29, ..good(&fine) }, "49 deals"),
            (good(&short), "Precision of Hot is 60 %"),
        ];
        for (evidence, named) in doubts {
            let (verdict, reasons) = decide(&evidence);
            assert_eq!(verdict, Verdict::DeployWithCare);
            assert!(reasons.len() == 1 && told(&reasons).contains(named), "{reasons:?}");
        }
    }

    #[test]
    fn a_missed_target_never_reads_like_a_met_one() {
        let recall =
            |value| Metric::new("hot_recall", say::HOT_RECALL, Unit::Share, Some(value)).against(0.5);
        assert!(missed(&recall(0.44)).to_string().contains("is 44 %, the target is more than 50 %."));
        assert!(missed(&recall(0.4969)).to_string().contains("is 49.7 %, the target is more than 50.0 %."));
        assert!(missed(&recall(0.5)).to_string().contains("is 50 %; the target is more than that."));
        let f1 = Metric::new("hot_f1", say::HOT_F1, Unit::Number, Some(0.5499)).against(0.55);
        assert!(
            missed(&f1).to_string().contains("is 0.5499, the target is more than 0.5500."),
            "{}",
            missed(&f1)
        );
    }

    #[test]
    fn a_reason_in_brief_has_no_note() {
        let mut recall = Metric::new("hot_recall", say::HOT_RECALL, Unit::Share, Some(0.44)).against(0.5);
        let plain = missed(&recall);
        recall.note = Some(say::FIFTH_OF_RANGE.message());
        let noted = missed(&recall);
        assert_ne!(noted, plain);
        assert_eq!((in_brief(&noted), in_brief(&plain)), (plain.clone(), plain));
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
            assert!(told(&reasons).contains("predict who buys"), "{reasons:?}");
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
