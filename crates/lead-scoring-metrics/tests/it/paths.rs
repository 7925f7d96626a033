//! Whatever way the rows are brought into order, by counting, by digits or by comparison, the figures are the same, bit for bit.
//!
//! The tables here are large enough for the ways that small ones do not take, and the other side of each comparison is plain: it compares
//! rows with each other, or sorts by the standard library.

#![allow(clippy::float_cmp)]

use lead_scoring_metrics::{
    Bootstrap, ScoreCounts, ScoreGroup, contingency_table, delong, delong_test, spearman,
};
use proptest::prelude::*;

/// Scores of many spreads, and outcomes that follow them a little.
fn leads(seed: u64, rows: usize, spread: Spread) -> (Vec<f64>, Vec<bool>) {
    let mut state = seed;
    // SplitMix64 (Steele, Lea & Flood 2014).
    let mut uniform = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    };
    let score = |u: f64| match spread {
        Spread::Chances => u,
        Spread::LogOdds => (u / (1.0 - u) + f64::MIN_POSITIVE).ln(),
        Spread::Points => (u * 100.0).floor(),
        Spread::Fractions => (u * 40.0).floor() / 3.0 - 5.0,
        Spread::Far => (u - 0.5).signum() * 10_f64.powf(600.0 * (u - 0.5).abs() - 150.0),
        // All but one agree in the bits that are looked at first.
        Spread::Cluster => {
            if u < 0.001 {
                1e300
            } else {
                1.0 + u * 1e-12
            }
        }
    };
    let (mut scores, mut won): (Vec<f64>, Vec<bool>) = (0..rows)
        .map(|_| {
            let u = uniform();
            (score(u), uniform() < 0.1 + 0.5 * u)
        })
        .unzip();
    scores[0] = -0.0;
    (won[0], won[1], won[2], won[3]) = (true, true, false, false);
    (scores, won)
}

#[derive(Clone, Copy, Debug)]
enum Spread {
    Chances,
    LogOdds,
    Points,
    Fractions,
    Far,
    Cluster,
}

fn spreads() -> impl Strategy<Value = Spread> {
    prop::sample::select(vec![
        Spread::Chances,
        Spread::LogOdds,
        Spread::Points,
        Spread::Fractions,
        Spread::Far,
        Spread::Cluster,
    ])
}

/// The table by comparison sort alone.
fn compared(scores: &[f64], won: &[bool]) -> ScoreCounts {
    let row = |(&score, &is_won): (&f64, &bool)| ScoreGroup {
        score,
        won: u64::from(is_won),
        lost: u64::from(!is_won),
    };
    ScoreCounts::from_groups(scores.iter().zip(won).map(row)).unwrap()
}

/// The place of each value among the distinct ones.
fn places(values: &[f64]) -> Vec<i32> {
    let mut distinct = values.to_vec();
    distinct.sort_by(f64::total_cmp);
    distinct.dedup_by(|a, b| a == b);
    values.iter().map(|v| distinct.partition_point(|d| d < v) as i32).collect()
}

/// 2·(mid-rank) − (n + 1) of each value, by looking at all others.
fn centred_ranks(values: &[f64]) -> Vec<i64> {
    values
        .iter()
        .map(|v| {
            let below = values.iter().filter(|u| *u < v).count() as i64;
            let not_above = values.iter().filter(|u| *u <= v).count() as i64;
            below + not_above - values.len() as i64
        })
        .collect()
}

/// ρ as whole-number sums of squares and products of ranks, rounded where the crate rounds.
fn exact_spearman(x: &[f64], y: &[f64]) -> f64 {
    let (a, b) = (centred_ranks(x), centred_ranks(y));
    let product = |u: &[i64], v: &[i64]| u.iter().zip(v).map(|(p, q)| i128::from(p * q)).sum::<i128>() as f64;
    product(&a, &b) / (product(&a, &a) * product(&b, &b)).sqrt()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn counted_by_digits_and_compared_tables_agree(seed in any::<u64>(), rows in 4..3000_usize, spread in spreads()) {
        let (scores, won) = leads(seed, rows, spread);
        let table = ScoreCounts::from_scores(&scores, &won).unwrap();
        prop_assert_eq!(&table, &compared(&scores, &won));
        // Same order, but whole numbers: counted.
        let counted = ScoreCounts::from_integer_scores(&places(&scores), &won).unwrap();
        let figures = |counts: &ScoreCounts| {
            let delong = counts.delong(0.9).unwrap();
            let ks = counts.ks().unwrap().statistic;
            let gains: Vec<f64> = counts.gains(7).unwrap().iter().map(|row| row.share_captured).collect();
            (delong, counts.average_precision(), ks, counts.spearman(), gains)
        };
        prop_assert_eq!(figures(&table), figures(&counted));
        prop_assert_eq!(delong(&scores, &won, 0.9), table.delong(0.9));
    }

    #[test]
    fn auc_is_the_count_of_pairs(seed in any::<u64>(), rows in 300..900_usize, spread in spreads()) {
        let (scores, won) = leads(seed, rows, spread);
        let (mut twice_u, mut twice_pairs) = (0_u64, 0_u64);
        for (a, _) in scores.iter().zip(&won).filter(|(_, w)| **w) {
            for (b, _) in scores.iter().zip(&won).filter(|(_, w)| !**w) {
                twice_u += 2 * u64::from(a > b) + u64::from(a == b);
                twice_pairs += 2;
            }
        }
        let auc = lead_scoring_metrics::auc(&scores, &won).unwrap();
        prop_assert_eq!(auc.to_bits(), (twice_u as f64 / twice_pairs as f64).to_bits());
    }

    #[test]
    fn spearman_is_that_of_ranks_by_comparison(
        seed in any::<u64>(),
        rows in 4..900_usize,
        (spread, other) in (spreads(), spreads()),
    ) {
        let ((x, won), (y, _)) = (leads(seed, rows, spread), leads(seed ^ 1, rows, other));
        let outcome: Vec<f64> = won.iter().map(|&w| f64::from(u8::from(w))).collect();
        for (a, b) in [(&x, &y), (&x, &outcome), (&outcome, &y), (&outcome, &outcome)] {
            match spearman(a, b) {
                Ok(rho) => prop_assert_eq!(rho.to_bits(), exact_spearman(a, b).to_bits()),
                Err(error) => {
                    prop_assert_eq!(error.kind(), lead_scoring_metrics::ErrorKind::Constant);
                    prop_assert!([a, b].iter().any(|v| places(v).iter().all(|&place| place == 0)));
                }
            }
        }
        let counts = ScoreCounts::from_scores(&x, &won).unwrap();
        if let Ok(rho) = counts.spearman() {
            prop_assert_eq!(rho.to_bits(), exact_spearman(&x, &outcome).to_bits());
        }
    }

    /// The test's parts by comparing every won with every lost lead.
    #[test]
    fn delong_test_places_every_lead(seed in any::<u64>(), rows in 20..500_usize, (spread, other) in (spreads(), spreads())) {
        let ((first, won), (second, _)) = (leads(seed, rows, spread), leads(seed ^ 1, rows, other));
        let test = delong_test(&first, &second, &won, 0.95).unwrap();
        let half = |a: f64, b: f64| f64::from(u8::from(a > b)) + 0.5 * f64::from(u8::from(a == b));
        let gap = |at: usize, with: usize| half(first[at], first[with]) - half(second[at], second[with]);
        let of = |class: bool| (0..won.len()).filter(|&row| won[row] == class).collect::<Vec<_>>();
        let (wins, losses) = (of(true), of(false));
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let of_won: Vec<f64> =
            wins.iter().map(|&w| mean(&losses.iter().map(|&l| gap(w, l)).collect::<Vec<_>>())).collect();
        let of_lost: Vec<f64> =
            losses.iter().map(|&l| mean(&wins.iter().map(|&w| gap(w, l)).collect::<Vec<_>>())).collect();
        let share = |values: &[f64]| {
            let n = values.len() as f64;
            values.iter().map(|v| (v - mean(values)).powi(2)).sum::<f64>() / (n - 1.0) / n
        };
        prop_assert!((test.difference.value - mean(&of_won)).abs() < 1e-12);
        let deviation = (share(&of_won) + share(&of_lost)).sqrt();
        let width = test.difference.interval.map_or(0.0, |interval| interval.width());
        prop_assert!((width - 2.0 * lead_scoring_metrics::z_for(0.95).unwrap() * deviation).abs() < 1e-10);
    }

    #[test]
    fn tables_count_every_row(
        rows in prop::collection::vec((0..40_u8, any::<bool>()), 0..1500),
        groups in 40..300_usize,
        narrow in 1..=40_u8,
    ) {
        let (codes, won): (Vec<u8>, Vec<bool>) = rows.into_iter().unzip();
        let folded: Vec<u8> = codes.iter().map(|code| code % narrow).collect();
        for (codes, groups) in [(&codes, groups), (&folded, usize::from(narrow))] {
            let table = contingency_table(codes, &won, groups).unwrap();
            prop_assert_eq!(table.len(), groups);
            for (code, cell) in table.iter().enumerate() {
                let of = |wanted: bool| {
                    codes.iter().zip(&won).filter(|&(&c, &w)| usize::from(c) == code && w == wanted).count()
                };
                prop_assert_eq!((cell.won, cell.lost), (of(true) as u64, of(false) as u64));
            }
        }
    }

    /// The mean of the resampled AUCs is the AUC, and their spread is DeLong's but for its n in place of n − 1.
    #[test]
    fn resamples_spread_as_delong_says(seed in any::<u64>(), rows in 150..600_usize, spread in spreads()) {
        let (scores, won) = leads(seed, rows, spread);
        let counts = ScoreCounts::from_scores(&scores, &won).unwrap();
        let Ok(variance) = counts.delong_variance() else { return Ok(()) };
        let result = Bootstrap::new(seed).replicates(1000).auc(&counts).unwrap();
        let ratio = result.standard_error.unwrap() / variance.sqrt();
        // Five standard errors of a standard deviation from 1000 normal values are 11 %.
        prop_assert!((0.85..1.15).contains(&ratio), "{}", ratio);
        let interval = result.estimate.interval.unwrap();
        let middle = 0.5 * (interval.lower + interval.upper);
        prop_assert!((middle - counts.auc().unwrap()).abs() < 0.5 * variance.sqrt());
    }
}
