//! Combinations of two fields: found where they are, not where effects only add up, and never learned from the fold set aside.

use crate::history::History;
use lead_scoring_lift::{Analysis, all_pairs, interactions, measure_pair, screen_pairs};
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

fn at(analysis: &Analysis, name: &str) -> usize {
    analysis.patterns.iter().position(|pattern| pattern.name == name).unwrap()
}

/// Outcomes drawn anew: log odds -1, 0.8 with a demo, 0.8 from a referral, and `extra` with both. Returns the additive probabilities.
fn redraw(history: &mut History, extra: f64, seed: u64) -> Vec<f64> {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let logistic = |eta: f64| 1.0 / (1.0 + (-eta).exp());
    let mut expected = Vec::new();
    for row in 0..history.won.len() {
        let (demo, referral) = (history.demo[row] == Some(true), history.source[row] == Some("Referral"));
        let eta = -1.0 + 0.8 * f64::from(u8::from(demo) + u8::from(referral));
        expected.push(logistic(eta));
        history.won[row] = random.random_bool(logistic(eta + if demo && referral { extra } else { 0.0 }));
    }
    expected
}

#[test]
fn a_planted_combination_is_found_and_has_the_right_sign() {
    for (seed, extra) in [(1, 1.2), (2, -1.5), (3, 1.2)] {
        let mut history = History::random(6000, 0.0, seed);
        let expected = redraw(&mut history, extra, seed);
        let analysis = history.analyze();
        let fields = [at(&analysis, "demo"), at(&analysis, "source")];
        let found = screen_pairs(&analysis, &all_pairs(&fields), &expected, None);
        assert!(found[0].corrected < 1e-3, "{found:?}");
        let pair = measure_pair(&analysis, (fields[0], fields[1]), &expected, None).unwrap();
        let excess = |bin: &lead_scoring_lift::PairBin| (bin.counts.won as f64 - bin.expected).abs();
        let strongest = pair.bins.iter().max_by(|a, b| excess(a).total_cmp(&excess(b))).unwrap();
        assert!(
            strongest.label.contains("demo: yes") && strongest.label.contains("Referral"),
            "{strongest:?}"
        );
        assert!(strongest.log_odds * extra > 0.0, "{strongest:?}");
        // Other sources may share the bin, which thins the effect.
        assert!(strongest.log_odds / extra > 0.33 && strongest.log_odds / extra < 1.4, "{strongest:?}");
    }
}

#[test]
fn a_tested_pair_has_the_figures_of_its_combinations() {
    let mut history = History::random(6000, 0.0, 1);
    redraw(&mut history, 1.2, 1);
    let analysis = history.analyze();
    let search = interactions(&analysis, 0.05, 10);
    assert!(!search.found.is_empty());
    for one in &search.found {
        let is_of = |name: &String| [&one.a, &one.b].iter().any(|bin| bin.starts_with(&format!("{name}: ")));
        let pair = search.tested.iter().find(|pair| pair.names.iter().all(is_of)).unwrap();
        assert_eq!((pair.p_value, pair.q_value), (one.p_value, one.q_value), "{one:?}");
    }
}

#[test]
fn a_combination_of_all_deals_of_one_of_its_bins_is_none() {
    for whole in [true, false] {
        let mut history = History::random(6000, 0.0, 4);
        for row in 0..history.won.len() {
            // Where `whole`, every referral had a demo and nobody else; otherwise one other in three had one, too.
            let referral = history.source[row] == Some("Referral");
            history.demo[row] = Some(referral || !whole && row % 3 == 0);
        }
        let expected = redraw(&mut history, 1.5, 4);
        let analysis = history.analyze();
        let pair = measure_pair(&analysis, (at(&analysis, "demo"), at(&analysis, "source")), &expected, None)
            .unwrap();
        let of_referrals = |bin: &&lead_scoring_lift::PairBin| bin.label.contains("Referral");
        assert!(!pair.bins.iter().any(|bin| of_referrals(&bin)), "{:?}", pair.bins);
        assert!(!whole || pair.column.iter().all(|effect| *effect == 0.0));
    }
}

/// Of 200 histories without a combination 5 % may show one at p <= 0.05: 10 +- 3.1; 20 is 3.2 deviations above.
#[test]
fn effects_that_add_up_are_no_combination() {
    let found = (0..200)
        .filter(|&seed| {
            let mut history = History::random(1500, 0.0, seed);
            let expected = redraw(&mut history, 0.0, seed + 1000);
            let analysis = history.analyze();
            let fields = [at(&analysis, "demo"), at(&analysis, "source")];
            screen_pairs(&analysis, &all_pairs(&fields), &expected, None)
                .first()
                .is_some_and(|pair| pair.p_value <= 0.05)
        })
        .count();
    assert!(found <= 20, "{found} of 200");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Every deal is counted once, and so is what was expected of it.
    #[test]
    fn bins_add_up(deals in 80_usize..1500, seed in any::<u64>()) {
        let mut history = History::random(deals, 0.5, seed);
        let expected = redraw(&mut history, 1.0, seed);
        prop_assume!(history.won.contains(&true) && history.won.contains(&false));
        let analysis = history.analyze();
        let pair = measure_pair(&analysis, (0, 1), &expected, None).unwrap();
        prop_assert_eq!(pair.bins.iter().map(|bin| bin.counts.deals()).sum::<u64>(), deals as u64);
        let sum: f64 = pair.bins.iter().map(|bin| bin.expected).sum();
        prop_assert!((sum - expected.iter().sum::<f64>()).abs() < 1e-6);
        for (at, bin) in pair.bins.iter().enumerate() {
            prop_assert_eq!(pair.codes.iter().filter(|code| usize::from(**code) == at).count() as u64, bin.counts.deals());
            prop_assert!(bin.log_odds * (bin.counts.won as f64 - bin.expected) >= 0.0);
        }
    }

    /// The outcomes of the fold set aside have no part in what is said of its deals.
    #[test]
    fn nothing_is_learned_from_the_fold_set_aside(deals in 200_usize..900, fold in 0_usize..5, seed in any::<u64>()) {
        let mut history = History::random(deals, 0.8, seed);
        let expected = redraw(&mut history, 1.0, seed);
        prop_assume!(history.won.contains(&true) && history.won.contains(&false));
        let analysis = history.analyze();
        let aside: Vec<usize> = (0..deals).filter(|&row| usize::from(analysis.folds()[row]) == fold).collect();
        // Two deals of the fold that ended differently swap outcomes: the fold's counts stay, so that folds are assigned alike.
        let swap = aside.iter().find(|row| history.won[**row]).zip(aside.iter().find(|row| !history.won[**row]));
        prop_assume!(swap.is_some());
        let (&a, &b) = swap.unwrap();
        let mut other = history.clone();
        other.won.swap(a, b);
        let other = other.analyze();
        prop_assume!(other.folds() == analysis.folds());
        for (first, second) in [("demo", "source"), ("size", "source")] {
            let measured = |analysis: &Analysis| {
                measure_pair(analysis, (at(analysis, first), at(analysis, second)), &expected, Some(fold)).unwrap().column
            };
            let (column, other) = (measured(&analysis), measured(&other));
            for &row in &aside {
                prop_assert_eq!(column[row].to_bits(), other[row].to_bits());
            }
        }
    }
}
