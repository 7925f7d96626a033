//! How the probabilities of a model agree with the truth on deals it never saw.

use super::effects::logistic;

/// Bins of equal count of the calibration error.
const BINS: usize = 10;
/// Probabilities nearer to 0 or 1 have no useful log odds.
const NEAREST: f64 = 1e-6;

/// Intercept and slope of the true log odds over the stated ones: 0 and 1 where they agree (Cox 1958). `None` where all stated
/// probabilities are equal.
///
/// A logistic regression by Newton's steps whose outcomes are the true probabilities themselves, so that no luck of outcomes enters.
pub(crate) fn intercept_and_slope(stated: &[f64], truth: &[f64]) -> Option<(f64, f64)> {
    let log_odds = |p: f64| {
        let p = p.clamp(NEAREST, 1.0 - NEAREST);
        (p / (1.0 - p)).ln()
    };
    let (mut intercept, mut slope) = (0.0, 1.0);
    for _ in 0..50 {
        let (mut gradient, mut curvature) = ([0.0; 2], [0.0; 3]);
        for (stated, truth) in stated.iter().zip(truth) {
            let x = log_odds(*stated);
            let p = logistic(intercept + slope * x);
            let weight = p * (1.0 - p);
            gradient = [gradient[0] + truth - p, gradient[1] + (truth - p) * x];
            curvature = [curvature[0] + weight, curvature[1] + weight * x, curvature[2] + weight * x * x];
        }
        let determinant = curvature[0] * curvature[2] - curvature[1] * curvature[1];
        if determinant <= 1e-9 * curvature[0] * curvature[2] {
            return None;
        }
        let step = [
            (curvature[2] * gradient[0] - curvature[1] * gradient[1]) / determinant,
            (curvature[0] * gradient[1] - curvature[1] * gradient[0]) / determinant,
        ];
        (intercept, slope) = (intercept + step[0], slope + step[1]);
        if step[0].abs() + step[1].abs() < 1e-9 {
            break;
        }
    }
    Some((intercept, slope))
}

/// The expected calibration error: |mean stated − mean true| over ten bins of equal count, weighed by their deals.
pub(crate) fn calibration_error(stated: &[f64], truth: &[f64]) -> f64 {
    let mut pairs: Vec<(f64, f64)> = stated.iter().copied().zip(truth.iter().copied()).collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let bins = pairs.chunks(pairs.len().div_ceil(BINS).max(1));
    let gap = |bin: &[(f64, f64)]| bin.iter().map(|(stated, truth)| stated - truth).sum::<f64>().abs();
    bins.map(gap).sum::<f64>() / pairs.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretched_log_odds_are_measured() {
        let truth: Vec<f64> = (1..200).map(|step| f64::from(step) / 200.0).collect();
        let stretched: Vec<f64> = truth.iter().map(|p| logistic(0.3 + 2.0 * (p / (1.0 - p)).ln())).collect();
        let (intercept, slope) = intercept_and_slope(&stretched, &truth).unwrap();
        assert!((slope - 0.5).abs() < 1e-6 && (intercept + 0.15).abs() < 1e-6, "{intercept} {slope}");
        assert_eq!(intercept_and_slope(&[0.4; 9], &truth[..9]), None);
    }

    #[test]
    fn a_constant_shift_is_the_calibration_error() {
        let truth: Vec<f64> = (0..95).map(|step| f64::from(step) / 100.0).collect();
        let stated: Vec<f64> = truth.iter().map(|p| p + 0.05).collect();
        assert!((calibration_error(&stated, &truth) - 0.05).abs() < 1e-12);
        assert!(calibration_error(&truth, &truth) < 1e-12);
    }
}
