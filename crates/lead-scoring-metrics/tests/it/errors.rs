//! Bad input is an error of the documented kind, for every statistic, and no result is ever NaN.

use lead_scoring_metrics as metrics;
use metrics::{Confusion, Error, ErrorKind};
use proptest::prelude::*;

type OnSlices = fn(&[f64], &[bool]) -> Result<f64, Error>;

/// Every ranking statistic, reduced to one number.
const RANKING: [(&str, OnSlices); 9] = [
    ("auc", metrics::auc),
    ("delong", |s, w| metrics::delong(s, w, 0.95).map(|e| e.value)),
    ("delong_test", |s, w| metrics::delong_test(s, s, w, 0.95).map(|t| t.difference.value)),
    ("ks", |s, w| metrics::ks(s, w).map(|k| k.statistic)),
    ("roc", |s, w| metrics::roc_curve(s, w).map(|c| c.iter().map(|p| p.true_positive_rate).sum())),
    ("average_precision", metrics::average_precision),
    ("precision_recall", |s, w| {
        metrics::precision_recall_curve(s, w).map(|c| c.iter().map(|p| p.precision).sum())
    }),
    ("gains", |s, w| metrics::gains(s, w, 10).map(|g| g.iter().map(|r| r.lift + r.cumulative_lift).sum())),
    ("spearman", |s, w| metrics::ScoreCounts::from_scores(s, w)?.spearman()),
];

/// Every statistic of predicted probabilities.
const PROBABILITY: [(&str, OnSlices); 3] = [
    ("brier", metrics::brier),
    ("log_loss", metrics::log_loss),
    ("ece", |p, w| metrics::expected_calibration_error(p, w, 5)),
];

#[test]
fn every_ranking_statistic_refuses_bad_rows() {
    for (name, statistic) in RANKING {
        let kind = |s: &[f64], w: &[bool]| statistic(s, w).unwrap_err().kind();
        assert_eq!(kind(&[], &[]), ErrorKind::Empty, "{name}");
        assert_eq!(kind(&[1.0, 2.0], &[true]), ErrorKind::LengthMismatch, "{name}");
        assert_eq!(kind(&[1.0, f64::NAN], &[true, false]), ErrorKind::NotFinite, "{name}");
        assert_eq!(kind(&[f64::NEG_INFINITY, 1.0], &[true, false]), ErrorKind::NotFinite, "{name}");
        assert_eq!(kind(&[1.0, 2.0], &[true, true]), ErrorKind::OneClass, "{name}");
        assert_eq!(kind(&[1.0, 2.0], &[false, false]), ErrorKind::OneClass, "{name}");
    }
}

#[test]
fn every_probability_statistic_refuses_bad_rows() {
    for (name, statistic) in PROBABILITY {
        let error = |p: &[f64], w: &[bool]| statistic(p, w).unwrap_err();
        assert_eq!(error(&[], &[]).kind(), ErrorKind::Empty, "{name}");
        assert_eq!(error(&[0.5], &[]).kind(), ErrorKind::LengthMismatch, "{name}");
        assert_eq!(error(&[0.5, f64::NAN], &[true, true]).kind(), ErrorKind::NotFinite, "{name}");
        let outside = error(&[0.5, 0.2, 1.5], &[true, false, true]);
        assert_eq!((outside.kind(), outside.index()), (ErrorKind::OutOfRange, Some(2)), "{name}");
        assert!(!outside.to_string().contains("1.5"), "{name}: the message shows a value");
    }
    let skill = metrics::brier_skill(&[0.5, 0.5], &[true, true]);
    assert_eq!(skill.unwrap_err().kind(), ErrorKind::OneClass);
    let perfect = metrics::brier_skill(&[1.0, 0.0], &[true, false]).unwrap();
    assert!((perfect - 1.0).abs() < 1e-15);
}

#[test]
fn settings_are_checked() {
    let counts = metrics::ScoreCounts::from_integer_scores(&[1, 2, 3], &[false, true, false]).unwrap();
    for level in [0.0, 1.0, f64::NAN] {
        assert_eq!(counts.delong(level).unwrap_err().kind(), ErrorKind::OutOfRange);
        assert_eq!(counts.spearman_estimate(level).unwrap_err().kind(), ErrorKind::OutOfRange);
    }
    assert_eq!(counts.gains(0).unwrap_err().kind(), ErrorKind::OutOfRange);
    assert_eq!(counts.share_captured(f64::NAN).unwrap_err().kind(), ErrorKind::OutOfRange);
    assert_eq!(counts.delong_variance().unwrap_err().kind(), ErrorKind::Undefined);
    let no_bins = metrics::reliability_table(&[0.5], &[true], 0, 0.95);
    assert_eq!(no_bins.unwrap_err().kind(), ErrorKind::OutOfRange);
}

#[test]
fn public_types_cross_threads() {
    fn check<T: Send + Sync + Unpin + 'static>() {}
    check::<metrics::ScoreCounts>();
    check::<metrics::Bootstrap>();
    check::<Confusion>();
    check::<Error>();
}

/// Any bit pattern, so NaN, infinities, subnormals and huge values all occur.
fn any_float() -> impl Strategy<Value = f64> {
    prop_oneof![any::<u64>().prop_map(f64::from_bits), -3.0..3.0_f64, 0.0..=1.0_f64]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_result_is_never_nan(rows in prop::collection::vec((any_float(), any::<bool>()), 0..12)) {
        let (values, won): (Vec<f64>, Vec<bool>) = rows.into_iter().unzip();
        for (name, statistic) in RANKING.iter().chain(&PROBABILITY) {
            if let Ok(value) = statistic(&values, &won) {
                prop_assert!(value.is_finite(), "{}", name);
            }
        }
        let (first, second) = values.split_at(values.len() / 2);
        if let Ok(result) = metrics::difference_of_means(first, second, 0.95) {
            prop_assert!(result.difference.value.is_finite());
            prop_assert!(result.p_value.is_none_or(|p| (0.0..=1.0).contains(&p)));
            prop_assert!(result.difference.interval.is_none_or(|i| i.lower <= i.upper));
        }
    }

    #[test]
    fn proportion_intervals_are_ordered(
        k1 in 0..200_u64, more1 in 0..200_u64, k2 in 0..200_u64, more2 in 0..200_u64, level in 1e-6..0.999_999_f64,
    ) {
        let (first, second) = ((k1, k1 + more1), (k2, k2 + more2));
        for limits in [metrics::wilson, metrics::clopper_pearson, metrics::jeffreys] {
            if let Ok(i) = limits(first.0, first.1, level) {
                prop_assert!(0.0 <= i.lower && i.lower <= i.upper && i.upper <= 1.0);
            }
        }
        let wilson = metrics::wilson(first.0, first.1, level);
        if let Ok(i) = wilson {
            let share = first.0 as f64 / first.1 as f64;
            prop_assert!(i.lower <= share + 1e-15 && share <= i.upper + 1e-15);
        }
        for ratio in [metrics::katz, metrics::koopman] {
            if let Ok(e) = ratio(first, second, level) {
                prop_assert!(e.value.is_finite());
                let ordered = e.interval.is_none_or(|i| {
                    0.0 <= i.lower
                        && i.lower <= e.value * (1.0 + 1e-12)
                        && e.value <= i.upper * (1.0 + 1e-12)
                        && i.upper.is_finite()
                });
                prop_assert!(ordered);
            }
        }
        if let Ok(e) = metrics::newcombe_difference(first, second, level) {
            prop_assert!(e.interval.is_some_and(|i| -1.0 <= i.lower && i.lower <= i.upper && i.upper <= 1.0));
        }
    }
}
