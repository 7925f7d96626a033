//! Laws that hold for every data set, on small ones with many ties.
//!
//! Increasing maps are exact (integer relabelling), so that equal and different scores stay so.

use lead_scoring_metrics::{
    Error, ScoreCounts, ScoreGroup, brier, expected_calibration_error, log_loss, reliability_table, spearman,
};
use proptest::prelude::*;

const TINY: f64 = 1e-12;

/// Scores from −6 to 6 and outcomes with both classes, 2 to 60 leads.
fn leads() -> impl Strategy<Value = (Vec<i32>, Vec<bool>)> {
    prop::collection::vec((-6..=6_i32, any::<bool>()), 2..60)
        .prop_map(|rows| rows.into_iter().unzip())
        .prop_map(|(scores, mut won): (Vec<i32>, Vec<bool>)| {
            won[0] = true;
            won[1] = false;
            (scores, won)
        })
}

fn count(scores: &[i32], won: &[bool]) -> ScoreCounts {
    ScoreCounts::from_integer_scores(scores, won).unwrap()
}

fn as_floats(scores: &[i32]) -> Vec<f64> {
    scores.iter().map(|&s| f64::from(s)).collect()
}

fn flip(won: &[bool]) -> Vec<bool> {
    won.iter().map(|w| !w).collect()
}

/// 2U and 2·W·L by comparing every won lead with every lost one.
fn pair_count(scores: &[i32], won: &[bool]) -> (u64, u64) {
    let (mut twice_u, mut twice_pairs) = (0, 0);
    for (a, _) in scores.iter().zip(won).filter(|(_, w)| **w) {
        for (b, _) in scores.iter().zip(won).filter(|(_, w)| !**w) {
            twice_u += 2 * u64::from(a > b) + u64::from(a == b);
            twice_pairs += 2;
        }
    }
    (twice_u, twice_pairs)
}

/// Every ranking figure as bits, to compare two tables that must agree in all of them.
fn fingerprint(counts: &ScoreCounts) -> Vec<Option<u64>> {
    let bits = |value: Result<f64, Error>| value.ok().map(f64::to_bits);
    let mut all = vec![
        bits(counts.auc()),
        bits(counts.delong_variance()),
        bits(counts.average_precision()),
        bits(counts.spearman()),
        bits(counts.ks().map(|k| k.statistic)),
        bits(counts.share_captured(0.3)),
    ];
    all.extend(counts.gains(7).unwrap().iter().map(|row| Some(row.share_captured.to_bits())));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn auc_is_the_pair_count_bit_for_bit((scores, won) in leads()) {
        let (twice_u, twice_pairs) = pair_count(&scores, &won);
        let expected = twice_u as f64 / twice_pairs as f64;
        prop_assert_eq!(count(&scores, &won).auc().unwrap().to_bits(), expected.to_bits());
        let floats = ScoreCounts::from_scores(&as_floats(&scores), &won).unwrap();
        prop_assert_eq!(floats, count(&scores, &won));
    }

    #[test]
    fn row_order_changes_nothing((scores, won) in leads(), turn in 0..60_usize) {
        let mut rows: Vec<(i32, bool)> = scores.iter().copied().zip(won.iter().copied()).collect();
        let turn = turn % rows.len();
        rows.rotate_left(turn);
        rows.reverse();
        let (turned, turned_won): (Vec<i32>, Vec<bool>) = rows.into_iter().unzip();
        prop_assert_eq!(count(&turned, &turned_won), count(&scores, &won));
    }

    #[test]
    fn increasing_maps_change_nothing((scores, won) in leads()) {
        let cubed: Vec<f64> = scores.iter().map(|&s| f64::from(s * s * s) * 0.125 - 3.0).collect();
        let mapped = ScoreCounts::from_scores(&cubed, &won).unwrap();
        prop_assert_eq!(fingerprint(&mapped), fingerprint(&count(&scores, &won)));
    }

    #[test]
    fn negation_and_label_flip_mirror_the_auc((scores, won) in leads()) {
        let negated: Vec<i32> = scores.iter().map(|s| -s).collect();
        let auc = |s: &[i32], w: &[bool]| count(s, w).auc().unwrap();
        let plain = auc(&scores, &won);
        prop_assert!((auc(&negated, &won) - (1.0 - plain)).abs() < 1e-15);
        prop_assert!((auc(&scores, &flip(&won)) - (1.0 - plain)).abs() < 1e-15);
        prop_assert_eq!(auc(&negated, &flip(&won)).to_bits(), plain.to_bits());
        let spread = |s: &[i32], w: &[bool]| count(s, w).ks().unwrap().statistic;
        prop_assert_eq!(spread(&negated, &won).to_bits(), spread(&scores, &won).to_bits());
        prop_assert_eq!(spread(&scores, &flip(&won)).to_bits(), spread(&scores, &won).to_bits());
    }

    #[test]
    fn repeated_rows_and_weights_agree((scores, won) in leads(), times in 2..5_u64) {
        let once = count(&scores, &won);
        let weighted = ScoreCounts::from_groups(once.groups().iter().map(|g| ScoreGroup {
            won: g.won * times,
            lost: g.lost * times,
            ..*g
        }))
        .unwrap();
        let repeat = times as usize;
        prop_assert_eq!(&count(&scores.repeat(repeat), &won.repeat(repeat)), &weighted);
        prop_assert_eq!(weighted.auc().unwrap().to_bits(), once.auc().unwrap().to_bits());
        prop_assert_eq!(weighted.ks().unwrap().statistic.to_bits(), once.ks().unwrap().statistic.to_bits());
        let gap = weighted.average_precision().unwrap() - once.average_precision().unwrap();
        prop_assert!(gap.abs() < TINY);
    }

    #[test]
    fn ks_is_the_widest_gap_and_bounds_the_auc((scores, won) in leads()) {
        let counts = count(&scores, &won);
        let (curve, ks, auc) = (counts.roc_curve().unwrap(), counts.ks().unwrap(), counts.auc().unwrap());
        let gaps = || curve.iter().map(|p| p.true_positive_rate - p.false_positive_rate);
        prop_assert!((gaps().map(f64::abs).fold(0.0, f64::max) - ks.statistic).abs() < TINY);
        prop_assert!(((ks.won_share - ks.lost_share).abs() - ks.statistic).abs() < TINY);
        let at_cut = counts.confusion_at(ks.separation_point).unwrap();
        prop_assert_eq!(at_cut.recall(), Some(ks.won_share));
        let signed = gaps().fold(0.0, f64::max);
        prop_assert!(signed <= auc + TINY);
        prop_assert!(auc <= 1.0 - (1.0 - signed).powi(2) / 2.0 + TINY);
    }

    #[test]
    fn roc_runs_from_corner_to_corner_and_holds_the_auc((scores, won) in leads()) {
        let counts = count(&scores, &won);
        let curve = counts.roc_curve().unwrap();
        let corner = |p: &lead_scoring_metrics::RocPoint| (p.false_positive_rate, p.true_positive_rate);
        prop_assert_eq!(corner(&curve[0]), (0.0, 0.0));
        prop_assert_eq!(corner(&curve[curve.len() - 1]), (1.0, 1.0));
        let mut area = 0.0;
        for pair in curve.windows(2) {
            let (from, to) = (corner(&pair[0]), corner(&pair[1]));
            prop_assert!(from.0 <= to.0 && from.1 <= to.1);
            area += (to.0 - from.0) * (to.1 + from.1) / 2.0;
        }
        prop_assert!((area - counts.auc().unwrap()).abs() < TINY);
        prop_assert!((counts.gini().unwrap() - (2.0 * area - 1.0)).abs() < TINY);
    }

    #[test]
    fn thresholds_reproduce_the_curves((scores, won) in leads()) {
        let counts = count(&scores, &won);
        let (roc, pr) = (counts.roc_curve().unwrap(), counts.precision_recall_curve().unwrap());
        let table = counts.threshold_table();
        prop_assert_eq!(table.len(), counts.groups().len());
        for ((row, point), pr_point) in table.iter().zip(&roc[1..]).zip(&pr) {
            let predicted: Vec<bool> = scores.iter().map(|&s| f64::from(s) >= row.threshold).collect();
            let direct = lead_scoring_metrics::Confusion::from_predictions(&predicted, &won).unwrap();
            prop_assert_eq!(direct, row.confusion);
            prop_assert_eq!(counts.confusion_at(row.threshold).unwrap(), row.confusion);
            prop_assert_eq!(Some(row.threshold), point.threshold);
            prop_assert_eq!(row.confusion.recall(), Some(point.true_positive_rate));
            prop_assert_eq!(row.confusion.precision(), Some(pr_point.precision));
            prop_assert!((row.confusion.specificity().unwrap() - (1.0 - point.false_positive_rate)).abs() < TINY);
            let (p, r) = (pr_point.precision, pr_point.recall);
            if let (Some(f1), true) = (row.confusion.f1(), p + r > 0.0) {
                prop_assert!((f1 - 2.0 * p * r / (p + r)).abs() < TINY);
            }
        }
    }

    #[test]
    fn lift_averages_to_one((scores, won) in leads(), bands in 1..40_usize) {
        let counts = count(&scores, &won);
        let rows = counts.gains(bands).unwrap();
        let mean = rows.iter().map(|r| r.lift).sum::<f64>() / bands as f64;
        prop_assert!((mean - 1.0).abs() < TINY);
        let last = rows[bands - 1];
        prop_assert!((last.share_captured - 1.0).abs() < TINY && (last.cumulative_lift - 1.0).abs() < TINY);
        for pair in rows.windows(2) {
            prop_assert!(pair[0].share_captured <= pair[1].share_captured + TINY);
            prop_assert!(pair[0].threshold >= pair[1].threshold);
        }
        for row in rows {
            prop_assert!((counts.share_captured(row.share_of_leads).unwrap() - row.share_captured).abs() < TINY);
            prop_assert!(row.rate >= -TINY && row.rate <= 1.0 + TINY);
        }
    }

    /// Lead by lead: each lead of a score counts as the won share of that score.
    #[test]
    fn gains_match_the_count_lead_by_lead((scores, won) in leads(), top in 0.0..=1.0_f64) {
        let mut by_score = scores.clone();
        by_score.sort_unstable_by(|a, b| b.cmp(a));
        let rate = |score: i32| {
            let tied = || scores.iter().zip(&won).filter(move |(s, _)| **s == score);
            tied().filter(|(_, w)| **w).count() as f64 / tied().count() as f64
        };
        let depth = top * scores.len() as f64;
        let captured: f64 = by_score
            .iter()
            .enumerate()
            .map(|(place, &score)| rate(score) * (depth - place as f64).clamp(0.0, 1.0))
            .sum();
        let wins = won.iter().filter(|w| **w).count() as f64;
        let ours = count(&scores, &won).share_captured(top).unwrap();
        prop_assert!((ours - captured / wins).abs() < TINY);
    }

    /// Random order among tied leads gives on average what the proportional rule gives at once.
    #[test]
    fn ties_are_shared_in_proportion(won in 1..20_u64, lost in 1..20_u64, top in 0.0..=1.0_f64) {
        let tied = ScoreCounts::from_groups([ScoreGroup { score: 1.0, won, lost }]).unwrap();
        prop_assert!((tied.share_captured(top).unwrap() - top).abs() < TINY);
    }

    #[test]
    fn spearman_laws(rows in prop::collection::vec((-5..=5_i32, -5..=5_i32), 2..50)) {
        let (x, y): (Vec<i32>, Vec<i32>) = rows.into_iter().unzip();
        let (fx, fy) = (as_floats(&x), as_floats(&y));
        let Ok(rho) = spearman(&fx, &fy) else {
            prop_assert!(x.iter().all(|v| *v == x[0]) || y.iter().all(|v| *v == y[0]));
            return Ok(());
        };
        prop_assert!((-1.0..=1.0).contains(&rho));
        prop_assert_eq!(spearman(&fx, &fx).unwrap().to_bits(), 1.0_f64.to_bits());
        prop_assert_eq!(spearman(&fy, &fx).unwrap().to_bits(), rho.to_bits());
        let negated: Vec<f64> = fy.iter().map(|v| -v).collect();
        prop_assert!((spearman(&fx, &negated).unwrap() + rho).abs() <= 0.0);
        let cubed: Vec<f64> = fx.iter().map(|v| v * v * v).collect();
        prop_assert_eq!(spearman(&cubed, &fy).unwrap().to_bits(), rho.to_bits());
        prop_assert!((pearson(&mid_ranks(&fx), &mid_ranks(&fy)) - rho).abs() < TINY);
    }

    #[test]
    fn spearman_of_counts_is_that_of_the_rows((scores, won) in leads()) {
        let outcomes: Vec<f64> = won.iter().map(|&w| f64::from(u8::from(w))).collect();
        let rows = spearman(&as_floats(&scores), &outcomes).ok().map(f64::to_bits);
        prop_assert_eq!(count(&scores, &won).spearman().ok().map(f64::to_bits), rows);
    }

    #[test]
    fn intervals_stay_in_range_and_hold_the_value((scores, won) in leads(), level in 0.5..0.999_f64) {
        let counts = count(&scores, &won);
        let within = |e: lead_scoring_metrics::Estimate, least: f64| {
            e.interval.is_none_or(|i| {
                least <= i.lower && i.lower <= e.value + TINY && e.value <= i.upper + TINY && i.upper <= 1.0
            })
        };
        prop_assert!(within(counts.delong(level).unwrap(), 0.0));
        if let Ok(estimate) = counts.spearman_estimate(level) {
            prop_assert!(within(estimate, -1.0));
        }
        let confusion = counts.confusion_at(0.0).unwrap();
        prop_assert!(within(confusion.accuracy_estimate(level).unwrap(), 0.0));
        prop_assert!(within(confusion.recall_estimate(level).unwrap(), 0.0));
        prop_assert!(within(confusion.f1_estimate(level).unwrap(), 0.0));
    }

    #[test]
    fn auc_intervals_mirror_and_nest((scores, won) in leads(), level in 0.5..0.99_f64) {
        let limits = |won: &[bool], level| {
            let estimate = count(&scores, won).delong(level).ok()?;
            estimate.interval.map(|i| (i.lower, i.upper))
        };
        let Some((lower, upper)) = limits(&won, level) else { return Ok(()) };
        let (flipped_lower, flipped_upper) = limits(&flip(&won), level).unwrap();
        prop_assert!((flipped_lower - (1.0 - upper)).abs() < TINY && (flipped_upper - (1.0 - lower)).abs() < TINY);
        let (wider_lower, wider_upper) = limits(&won, level + 0.009).unwrap();
        prop_assert!(wider_lower <= lower && upper <= wider_upper);
    }

    #[test]
    fn probability_scores_mirror((hundredths, won) in leads(), bins in 1..8_usize) {
        let p: Vec<f64> = hundredths.iter().map(|&h| f64::from(h + 6) / 16.0).collect();
        let mirrored: Vec<f64> = p.iter().map(|v| 1.0 - v).collect();
        let flipped = flip(&won);
        prop_assert!((brier(&p, &won).unwrap() - brier(&mirrored, &flipped).unwrap()).abs() < TINY);
        let gap = log_loss(&p, &won).unwrap() - log_loss(&mirrored, &flipped).unwrap();
        prop_assert!(gap.abs() < TINY);
        prop_assert!((0.0..=1.0).contains(&expected_calibration_error(&p, &won, bins).unwrap()));

        let table = reliability_table(&p, &won, bins, 0.9).unwrap();
        prop_assert!(table.len() <= bins);
        prop_assert_eq!(table.iter().map(|r| r.leads).sum::<u64>(), won.len() as u64);
        for pair in table.windows(2) {
            prop_assert!(pair[0].highest < pair[1].lowest);
        }
        prop_assert!(table.iter().all(|r| r.interval.contains(r.rate)));
    }
}

fn mid_ranks(values: &[f64]) -> Vec<f64> {
    let rank = |v: f64| {
        let below = values.iter().filter(|&&u| u < v).count() as f64;
        let ties = values.iter().filter(|&&u| u <= v).count() as f64 - below;
        below + (ties + 1.0) / 2.0
    };
    values.iter().map(|&v| rank(v)).collect()
}

fn pearson(x: &[f64], y: &[f64]) -> f64 {
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let (mx, my) = (mean(x), mean(y));
    let product = |a: &[f64], ma: f64, b: &[f64], mb: f64| -> f64 {
        a.iter().zip(b).map(|(u, v)| (u - ma) * (v - mb)).sum()
    };
    product(x, mx, y, my) / (product(x, mx, x, mx) * product(y, my, y, my)).sqrt()
}

#[test]
fn constant_score_ranks_nothing() {
    let counts = count(&[3; 5], &[true, false, false, true, false]);
    assert_eq!(counts.auc().unwrap().to_bits(), 0.5_f64.to_bits());
    assert_eq!(counts.ks().unwrap().statistic.to_bits(), 0.0_f64.to_bits());
    assert!((counts.average_precision().unwrap() - 0.4).abs() < 1e-15);
    assert!(counts.gains(10).unwrap().iter().all(|r| (r.lift - 1.0).abs() < TINY));
}
