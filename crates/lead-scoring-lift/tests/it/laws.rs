use crate::history::History;
use lead_scoring_lift::{Analysis, Pattern};
use proptest::prelude::*;

fn named<'a>(analysis: &'a Analysis, name: &str) -> &'a Pattern {
    analysis.patterns.iter().find(|pattern| pattern.name == name).unwrap()
}

fn has_both(history: &History) -> bool {
    history.won.contains(&true) && history.won.contains(&false)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Lifts weighted by the share of deals average to 1: no bin is counted twice or left out.
    #[test]
    fn lifts_average_to_one(deals in 60_usize..600, effect in 0.0_f64..2.0, seed in any::<u64>()) {
        let history = History::random(deals, effect, seed);
        prop_assume!(has_both(&history));
        for pattern in &history.analyze().patterns {
            let sum: f64 = pattern.bins.iter().filter_map(|bin| Some(bin.lift? * bin.counts.deals() as f64)).sum();
            prop_assert!((sum / deals as f64 - 1.0).abs() < 1e-9, "{}", pattern.name);
        }
    }

    /// The honest count has no deal twice, and every deal of bins that nobody searched for; intervals hold the honest lift.
    #[test]
    fn honest_counts_have_no_deal_twice(deals in 60_usize..900, effect in 0.0_f64..2.0, seed in any::<u64>()) {
        let history = History::random(deals, effect, seed);
        prop_assume!(has_both(&history));
        for pattern in &history.analyze().patterns {
            let sum = |counts: fn(&lead_scoring_lift::BinPattern) -> lead_scoring_lift::Counts| {
                pattern.bins.iter().map(counts).sum::<lead_scoring_lift::Counts>()
            };
            let (all, honest) = (sum(|bin| bin.counts), sum(|bin| bin.honest));
            prop_assert!(honest.won <= all.won && honest.lost <= all.lost, "{}", pattern.name);
            if pattern.name == "demo" {
                prop_assert_eq!(all, honest);
            }
            for bin in &pattern.bins {
                prop_assert_eq!(bin.honest_lift.is_some(), bin.honest.deals() > 0);
                prop_assert_eq!(bin.lift_interval.is_some(), bin.honest_lift.is_some());
                prop_assert_eq!(bin.rate_interval.is_some(), bin.honest_lift.is_some());
                if let (Some(lift), Some(interval)) = (bin.honest_lift, bin.lift_interval) {
                    prop_assert!((interval.lower - 1e-12..=interval.upper + 1e-12).contains(&lift), "{bin:?}");
                }
            }
        }
    }

    /// Calling won deals lost and lost ones won turns every effect around and changes no test and no bin.
    #[test]
    fn swapping_the_outcomes_turns_effects_around(deals in 60_usize..400, effect in 0.0_f64..2.0, seed in any::<u64>()) {
        let history = History::random(deals, effect, seed);
        prop_assume!(has_both(&history));
        let mut swapped = history.clone();
        swapped.won.iter_mut().for_each(|won| *won = !*won);
        let (analysis, other) = (history.analyze(), swapped.analyze());
        for name in ["size", "demo"] {
            let (a, b) = (named(&analysis, name), named(&other, name));
            prop_assert_eq!(&a.binning, &b.binning);
            prop_assert!((a.p_value.unwrap_or(1.0) - b.p_value.unwrap_or(1.0)).abs() < 1e-9);
            for (a, b) in a.bins.iter().zip(&b.bins) {
                prop_assert!((a.log_odds + b.log_odds).abs() < 1e-9);
            }
        }
    }

    /// Only the order of numbers counts: an exact increasing map leaves every count and effect as it was.
    #[test]
    fn increasing_maps_change_nothing(deals in 60_usize..400, effect in 0.0_f64..2.0, seed in any::<u64>()) {
        let history = History::random(deals, effect, seed);
        prop_assume!(has_both(&history));
        let mut mapped = history.clone();
        mapped.size.iter_mut().for_each(|size| *size = *size * 4.0 - 8192.0);
        let (analysis, other) = (history.analyze(), mapped.analyze());
        let (a, b) = (named(&analysis, "size"), named(&other, "size"));
        prop_assert_eq!(a.bins.len(), b.bins.len());
        for (a, b) in a.bins.iter().zip(&b.bins) {
            prop_assert_eq!(a.counts, b.counts);
            prop_assert_eq!(a.log_odds.to_bits(), b.log_odds.to_bits());
        }
    }

    /// The order of the rows decides the folds and nothing else.
    #[test]
    fn row_order_changes_no_bin(deals in 60_usize..400, effect in 0.0_f64..2.0, seed in any::<u64>()) {
        let history = History::random(deals, effect, seed);
        prop_assume!(has_both(&history));
        let mut reversed = history.clone();
        reversed.size.reverse();
        reversed.source.reverse();
        reversed.demo.reverse();
        reversed.won.reverse();
        let (analysis, other) = (history.analyze(), reversed.analyze());
        for name in ["size", "demo"] {
            let (a, b) = (named(&analysis, name), named(&other, name));
            prop_assert_eq!(&a.binning, &b.binning);
            prop_assert_eq!(a.p_value.map(f64::to_bits), b.p_value.map(f64::to_bits));
        }
    }

    /// The same history and seed give the same bits.
    #[test]
    fn a_second_run_gives_the_same_bits(deals in 60_usize..300, seed in any::<u64>()) {
        let history = History::random(deals, 1.0, seed);
        prop_assume!(has_both(&history));
        let (a, b) = (history.analyze(), history.analyze());
        for (a, b) in a.patterns.iter().zip(&b.patterns) {
            prop_assert_eq!(a.honest_gain.to_bits(), b.honest_gain.to_bits());
            prop_assert_eq!(&a.name, &b.name);
        }
    }
}

/// On a number that says nothing the search finds bins all the same; their lift is the search's own doing, and the honest lift has none of it.
#[test]
fn honest_lift_is_not_inflated_by_the_search() {
    let (mut naive, mut honest, mut bins) = (0.0, 0.0, 0_u32);
    for seed in 0..150 {
        let history = History::random(1500, 0.0, seed);
        let analysis = history.analyze();
        let size = named(&analysis, "size");
        for bin in size.bins.iter().filter(|bin| bin.log_odds != 0.0 && size.bins.len() > 2) {
            let (Some(lift), Some(without_search)) = (bin.lift, bin.honest_lift) else { continue };
            // Towards the side the search found.
            let side = bin.log_odds.signum();
            naive += side * (lift - 1.0);
            honest += side * (without_search - 1.0);
            bins += 1;
        }
    }
    assert!(bins > 20, "{bins}");
    let (naive, honest) = (naive / f64::from(bins), honest / f64::from(bins));
    assert!(naive > 0.1 && honest.abs() < 0.35 * naive, "naive {naive}, honest {honest}");
}
