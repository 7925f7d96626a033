//! Values of scikit-learn, SciPy and statsmodels; `tests/reference/generate.py` states calls and versions.

use approx::assert_relative_eq;
use lead_scoring_metrics::{
    Interval, ScoreCounts, brier, clopper_pearson, delong_test, difference_of_means,
    expected_calibration_error, jeffreys, katz, koopman, log_loss, newcombe_difference, spearman, wilson,
};
use serde_json::Value;

struct Case<'a> {
    fields: &'a Value,
    scores: Vec<f64>,
    rival: Vec<f64>,
    probabilities: Vec<f64>,
    won: Vec<bool>,
    counts: ScoreCounts,
}

impl<'a> Case<'a> {
    fn new(fields: &'a Value) -> Self {
        let scores = numbers(&fields["scores"]);
        let won: Vec<bool> = fields["won"].as_array().unwrap().iter().map(|v| v.as_bool().unwrap()).collect();
        let counts = ScoreCounts::from_scores(&scores, &won).unwrap();
        let (rival, probabilities) = (numbers(&fields["rival"]), numbers(&fields["probabilities"]));
        Self { fields, scores, rival, probabilities, won, counts }
    }

    fn number(&self, name: &str) -> f64 {
        self.fields[name].as_f64().unwrap_or_else(|| panic!("{name} is missing"))
    }

    fn assert(&self, name: &str, ours: f64) {
        assert_relative_eq!(ours, self.number(name), max_relative = 1e-11, epsilon = 1e-13);
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
}

fn assert_limits(ours: Interval, theirs: &Value, tolerance: f64) {
    let theirs = numbers(theirs);
    assert_relative_eq!(ours.lower, theirs[0], max_relative = tolerance, epsilon = 1e-12);
    assert_relative_eq!(ours.upper, theirs[1], max_relative = tolerance, epsilon = 1e-12);
}

fn for_each_ranking(check: impl Fn(&Case<'_>)) {
    let file: Value = serde_json::from_str(include_str!("../reference/rankings.json")).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert!(cases.len() >= 6);
    for fields in cases {
        check(&Case::new(fields));
    }
}

fn for_each_entry(list: &str, check: impl Fn(&Value, f64)) {
    let file: Value = serde_json::from_str(include_str!("../reference/proportions.json")).unwrap();
    let entries = file[list].as_array().unwrap();
    assert!(entries.len() >= 8);
    for entry in entries {
        check(entry, entry["level"].as_f64().unwrap());
    }
}

#[test]
fn ranking_statistics() {
    for_each_ranking(|case| {
        case.assert("auc", case.counts.auc().unwrap());
        case.assert("average_precision", case.counts.average_precision().unwrap());
        case.assert("ks", case.counts.ks().unwrap().statistic);
        case.assert("spearman", case.counts.spearman().unwrap());
        case.assert("spearman_rival", spearman(&case.scores, &case.rival).unwrap());
        let interval = case.counts.spearman_estimate(0.95).unwrap().interval.unwrap();
        assert_limits(interval, &case.fields["spearman_limits"], 1e-10);
    });
}

#[test]
fn precision_recall_points() {
    for_each_ranking(|case| {
        let curve = case.counts.precision_recall_curve().unwrap();
        // scikit-learn runs from the lowest threshold up and ends with an extra point (1, 0).
        let (precision, recall) = (numbers(&case.fields["precision"]), numbers(&case.fields["recall"]));
        assert_eq!(curve.len() + 1, precision.len());
        for (ours, (p, r)) in curve.iter().rev().zip(precision.into_iter().zip(recall)) {
            assert_relative_eq!(ours.precision, p, max_relative = 1e-12);
            assert_relative_eq!(ours.recall, r, max_relative = 1e-12);
        }
    });
}

#[test]
fn one_cut() {
    for_each_ranking(|case| {
        let confusion = case.counts.confusion_at(case.number("threshold")).unwrap();
        case.assert("accuracy", confusion.accuracy().unwrap());
        case.assert("precision_at", confusion.precision().unwrap());
        case.assert("recall_at", confusion.recall().unwrap());
        case.assert("f1_at", confusion.f1().unwrap());
    });
}

#[test]
fn delong() {
    for_each_ranking(|case| {
        case.assert("delong_variance", case.counts.delong_variance().unwrap());
        let limits = case.counts.delong(0.95).unwrap().interval.unwrap();
        assert_limits(limits, &case.fields["delong_limits"], 1e-10);
        let theirs = &case.fields["delong_test"];
        let ours = delong_test(&case.scores, &case.rival, &case.won, 0.95).unwrap();
        let number = |name: &str| theirs[name].as_f64().unwrap();
        let interval = ours.difference.interval.unwrap();
        for (ours, name) in [
            (ours.difference.value, "difference"),
            (interval.lower, "lower"),
            (interval.upper, "upper"),
            (ours.p_value.unwrap(), "p_value"),
        ] {
            assert_relative_eq!(ours, number(name), max_relative = 1e-9, epsilon = 1e-13);
        }
    });
}

#[test]
fn probabilities() {
    for_each_ranking(|case| {
        case.assert("brier", brier(&case.probabilities, &case.won).unwrap());
        case.assert("log_loss", log_loss(&case.probabilities, &case.won).unwrap());
        let error = |bins| expected_calibration_error(&case.probabilities, &case.won, bins).unwrap();
        case.assert("calibration_error_10", error(10));
        case.assert("calibration_error_3", error(3));
    });
}

#[test]
fn welch() {
    for_each_ranking(|case| {
        let group = |is_won: bool| -> Vec<f64> {
            case.scores.iter().zip(&case.won).filter(|(_, w)| **w == is_won).map(|(s, _)| *s).collect()
        };
        let ours = difference_of_means(&group(true), &group(false), 0.95).unwrap();
        let number = |name: &str| case.fields["welch"][name].as_f64().unwrap();
        let interval = ours.difference.interval.unwrap();
        for (ours, name) in [
            (ours.degrees_of_freedom.unwrap(), "df"),
            (ours.p_value.unwrap(), "p_value"),
            (interval.lower, "lower"),
            (interval.upper, "upper"),
        ] {
            assert_relative_eq!(ours, number(name), max_relative = 1e-8, epsilon = 1e-12);
        }
    });
}

#[test]
fn one_proportion() {
    for_each_entry("proportions", |entry, level| {
        let (k, n) = (entry["successes"].as_u64().unwrap(), entry["trials"].as_u64().unwrap());
        assert_limits(wilson(k, n, level).unwrap(), &entry["wilson"], 1e-11);
        assert_limits(clopper_pearson(k, n, level).unwrap(), &entry["clopper_pearson"], 1e-9);
        assert_limits(jeffreys(k, n, level).unwrap(), &entry["jeffreys"], 1e-9);
    });
}

#[test]
fn two_proportions() {
    for_each_entry("two_groups", |entry, level| {
        let group = |name: &str| (entry[name][0].as_u64().unwrap(), entry[name][1].as_u64().unwrap());
        let (first, second) = (group("first"), group("second"));
        let newcombe = newcombe_difference(first, second, level).unwrap().interval.unwrap();
        assert_limits(newcombe, &entry["newcombe"], 1e-10);
        assert_limits(katz(first, second, level).unwrap().interval.unwrap(), &entry["katz"], 1e-10);
        // statsmodels solves for Koopman's limits numerically, to fewer digits.
        assert_limits(koopman(first, second, level).unwrap().interval.unwrap(), &entry["koopman"], 1e-6);
    });
}
