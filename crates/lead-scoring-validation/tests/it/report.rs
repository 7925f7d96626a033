//! The figures of the report against the deals themselves.

use crate::fixture::{Plan, STRONG, card, deals, judge};
use lead_scoring_core::Tier;
use lead_scoring_metrics::auc;
use lead_scoring_validation::{Unit, ValidationOptions};

#[test]
fn figures_are_those_of_the_hold_out() {
    let (calibration, report) = judge(&deals(&STRONG), &card(), ValidationOptions::default());
    let cuts = calibration.cuts.unwrap();
    let (scores, won) = (&report.scores, report.deals.won());
    let count = |called: bool, is_won: bool| {
        let is_called = |score: i32| matches!(cuts.tier(score), Tier::Hot | Tier::Warm);
        scores.iter().zip(won).filter(|(score, won)| is_called(**score) == called && **won == is_won).count()
            as u64
    };
    let matrix = report.confusion.unwrap();
    assert_eq!(
        (matrix.true_positive, matrix.false_positive, matrix.false_negative, matrix.true_negative),
        (count(true, true), count(true, false), count(false, true), count(false, false))
    );
    assert_eq!(report.false_positives.count, matrix.false_positive);
    assert_eq!(report.false_negatives.count, matrix.false_negative);
    let floats: Vec<f64> = scores.iter().map(|&score| f64::from(score)).collect();
    let value = |name: &str| report.metric(name).unwrap().value.unwrap();
    assert!((value("auc") - auc(&floats, won).unwrap()).abs() < 1e-15);
    let right = (matrix.true_positive + matrix.true_negative) as f64 / won.len() as f64;
    assert!((value("accuracy") - right).abs() < 1e-12);
    let mean = |tier: Tier| {
        let of_tier: Vec<f64> =
            floats.iter().zip(scores).filter(|(_, s)| cuts.tier(**s) == tier).map(|(f, _)| *f).collect();
        of_tier.iter().sum::<f64>() / of_tier.len() as f64
    };
    assert!((value("tier_separation") - (mean(Tier::Hot) - mean(Tier::Cold))).abs() < 1e-9);
    assert!(value("top_10") < value("top_20") && value("top_40") < value("top_50"));

    assert_eq!(report.tiers.iter().map(|tier| tier.deals()).sum::<u64>(), won.len() as u64);
    assert!(report.monotone);
    assert_eq!(report.roc.len(), report.thresholds.len() + 1);
    assert_eq!(report.won + report.lost, won.len() as u64);
}

#[test]
fn every_figure_with_an_interval_lies_within_it() {
    let (_, report) = judge(&deals(&STRONG), &card(), ValidationOptions::default());
    assert_eq!(report.metrics.len(), 20);
    for metric in &report.metrics {
        let value = metric.value.unwrap();
        assert!(value.is_finite(), "{}", metric.name);
        if let (Some(lower), Some(upper)) = (metric.lower, metric.upper) {
            assert!(lower <= value && value <= upper, "{}", metric.name);
        }
        assert_eq!(metric.pass, metric.target.map(|target| value > target), "{}", metric.name);
        if metric.unit == Unit::Share {
            assert!((0.0..=1.0).contains(&value), "{}", metric.name);
        }
    }
}

#[test]
fn listed_deals_are_the_worst_and_say_what_misled() {
    let (_, report) = judge(&deals(&STRONG), &card(), ValidationOptions::default());
    let (positives, negatives) = (&report.false_positives.deals, &report.false_negatives.deals);
    assert!(positives.len() == 20 && positives.windows(2).all(|pair| pair[0].score >= pair[1].score));
    assert!(negatives.windows(2).all(|pair| pair[0].score <= pair[1].score));
    for deal in positives {
        assert!(!report.deals.won()[deal.index] && matches!(deal.tier, Tier::Hot | Tier::Warm));
        assert_eq!(report.deals.data().row_numbers()[deal.index], deal.row);
        assert_eq!(report.scores[deal.index], deal.score);
        assert!(deal.signals.iter().all(|signal| signal.points > 0));
    }
    for deal in negatives {
        assert!(report.deals.won()[deal.index]);
        assert!(deal.signals.iter().all(|signal| signal.points < signal.most));
        let demo = deal.signals.iter().find(|signal| signal.name == "Demo").unwrap();
        let text = report.deals.data().column("Demo").unwrap().text(deal.index);
        assert_eq!(
            (demo.known, demo.bin.as_str()),
            (text.is_some(), text.as_deref().unwrap_or("not recorded"))
        );
    }
    let lowest_won =
        report.scores.iter().zip(report.deals.won()).filter(|(_, won)| **won).map(|(score, _)| *score).min();
    assert_eq!(lowest_won, negatives.first().map(|deal| deal.score));
}

#[test]
fn a_blind_spot_is_found_and_named() {
    let plan = Plan { hidden: -3.0, ..STRONG };
    let (_, report) = judge(&deals(&plan), &card(), ValidationOptions::default());
    let first = report.false_positives.patterns.first().unwrap();
    assert_eq!(
        (first.field.as_str(), first.level.to_string(), first.scored),
        ("Region", "North".to_owned(), false)
    );
    assert!((first.won as f64) < first.expected && first.points < 0, "{first:?}");
    let fix = report.false_positives.recommended_fix.to_string();
    assert!(fix.starts_with("The card does not score `Region`"), "{fix}");

    let mut options = ValidationOptions::default();
    options.ignored_fields.push("Region".to_owned());
    let (_, report) = judge(&deals(&plan), &card(), options);
    assert!(report.false_positives.patterns.iter().all(|pattern| pattern.field != "Region"));
}

#[test]
fn without_a_blind_spot_no_unscored_field_is_blamed() {
    let (_, report) = judge(&deals(&STRONG), &card(), ValidationOptions::default());
    let blamed = [&report.false_positives, &report.false_negatives]
        .map(|side| side.patterns.iter().any(|p| !p.scored));
    assert_eq!(blamed, [false, false]);
}

#[test]
fn the_report_is_plain_data_without_the_deals() {
    let (_, report) = judge(&deals(&STRONG), &card(), ValidationOptions::default());
    let json = serde_json::to_value(&report).unwrap();
    assert!(json.get("deals").is_none() && json.get("scores").is_none());
    assert_eq!(json["metrics"][0]["name"], "auc");
    assert!(json["thresholds"][0]["true_positive"].is_u64());
    let summary = report.summary();
    assert_eq!((summary.verdict, summary.won, summary.lost), (report.verdict, report.won, report.lost));
    assert_eq!(summary.auc.map(|auc| auc.0), report.metric("auc").and_then(|metric| metric.value));
}
