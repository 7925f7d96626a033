//! One column binned by itself: laws, brute force, and input that is not as it should be.

use lead_scoring_core::{Binning, Column};
use lead_scoring_lift::{
    BinningOptions, Cell, Constraint, Counts, ErrorKind, Objective, OptimalBinning, PartitionRules, Place,
    Trend, WeightedOutcomes, bin_categories, bin_column, bin_numbers,
};
use proptest::prelude::*;

/// Rules under which samples of a property test have several bins.
fn loose() -> BinningOptions {
    BinningOptions::with_rules(PartitionRules::new(0.2, 2, 6))
}

fn edges<C>(binning: &OptimalBinning<C>) -> &[f64] {
    match &binning.binning {
        Binning::Range { edges } => edges,
        _ => &[],
    }
}

fn bits(binning: &OptimalBinning<impl Cell>) -> Vec<u64> {
    let bins = binning.bins.iter().chain(&binning.special).chain([&binning.missing, &binning.unseen]);
    bins.flat_map(|bin| [bin.counts.won(), bin.counts.lost(), bin.log_odds, bin.p_value.unwrap_or(2.0)])
        .chain([binning.information_value, binning.objective])
        .map(f64::to_bits)
        .collect()
}

/// Values with ties, gaps, missing ones and special ones, and their outcomes.
fn rows() -> impl Strategy<Value = Vec<(f64, bool)>> {
    let value = prop_oneof![6 => (-20_i32..60).prop_map(|x| f64::from(x) / 4.0), 1 => Just(f64::NAN), 1 => Just(999.0)];
    let row = (value, any::<bool>(), any::<bool>());
    prop::collection::vec(row, 10..120)
        .prop_map(|rows| {
            rows.into_iter()
                .map(|(value, a, b)| (value, if value > 5.0 { a || b } else { a && b }))
                .collect::<Vec<_>>()
        })
        .prop_filter("one outcome", |rows| rows.iter().any(|row| row.1) && rows.iter().any(|row| !row.1))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whole_weights_repeat_rows(rows in rows(), weights in prop::collection::vec(0_u8..4, 120), prebins in 2_usize..20) {
        let mut options = loose();
        options.max_prebins = prebins;
        options.special_numbers = vec![999.0];
        let weighted: Vec<(f64, bool, f64)> =
            rows.iter().zip(&weights).map(|(&(value, won), &weight)| (value, won, f64::from(weight))).collect();
        let repeated: Vec<(f64, bool)> =
            weighted.iter().flat_map(|row| vec![(row.0, row.1); row.2 as usize]).collect();
        prop_assume!(repeated.iter().any(|row| row.1) && repeated.iter().any(|row| !row.1));

        let (values, won): (Vec<f64>, Vec<bool>) = repeated.into_iter().unzip();
        let all: Vec<f64> = weighted.iter().map(|row| row.0).collect();
        let all_won: Vec<bool> = weighted.iter().map(|row| row.1).collect();
        let weights: Vec<f64> = weighted.iter().map(|row| row.2).collect();
        let outcomes = WeightedOutcomes::new(&all_won, &weights).unwrap();
        let counted = bin_numbers(&values, &won[..], &options);
        let by_weight = bin_numbers(&all, &outcomes, &options);
        match (counted, by_weight) {
            (Ok(counted), Ok(by_weight)) => {
                prop_assert_eq!(&counted.binning, &by_weight.binning);
                prop_assert_eq!(bits(&counted), bits(&by_weight));
                let label = |label: &String| label.clone();
                prop_assert_eq!(
                    counted.bins.iter().map(|bin| label(&bin.label)).collect::<Vec<_>>(),
                    by_weight.bins.iter().map(|bin| label(&bin.label)).collect::<Vec<_>>()
                );
            }
            (counted, by_weight) => {
                prop_assert_eq!(counted.unwrap_err().to_string(), by_weight.unwrap_err().to_string());
            }
        }

        let name = |value: &f64| value.is_finite().then(|| format!("level {}", value.floor()));
        let counted = bin_categories(&values.iter().map(name).collect::<Vec<_>>(), &won[..], &options);
        let by_weight = bin_categories(&all.iter().map(name).collect::<Vec<_>>(), &outcomes, &options);
        if let (Ok(counted), Ok(by_weight)) = (counted, by_weight) {
            // Levels equally rare are named as they first come, which repeating does not change.
            prop_assert_eq!(&counted.binning, &by_weight.binning);
            prop_assert_eq!(bits(&counted), bits(&by_weight));
        }
    }

    /// No choice among all cut points between distinct values is better.
    #[test]
    fn numbers_have_the_best_bins_of_all(rows in prop::collection::vec((0_u8..9, any::<bool>()), 12..60), penalty in 0.0_f64..3.0) {
        let (values, won): (Vec<f64>, Vec<bool>) = rows.iter().map(|&(value, won)| (f64::from(value), won)).unzip();
        prop_assume!(won.contains(&true) && won.contains(&false));
        let rules = PartitionRules::new(penalty, 2, 4);
        let mut options = BinningOptions::with_rules(rules);
        options.cut_points = Some((0..9).map(f64::from).collect());
        let found = bin_numbers(&values, &won[..], &options).unwrap();

        let best = (0..1_u32 << 8)
            .filter_map(|mask| {
                let cuts: Vec<u8> = (1..9).filter(|cut| mask >> (cut - 1) & 1 == 1).collect();
                let mut bins = vec![Counts::default(); cuts.len() + 1];
                for &(value, won) in &rows {
                    bins[cuts.iter().filter(|cut| **cut <= value).count()] += Counts::new(u64::from(won), u64::from(!won));
                }
                let allowed = bins.len() <= 4 && bins.iter().all(|bin| bin.deals() >= 2);
                allowed.then(|| bins.iter().map(|bin| bin.log_likelihood() - penalty).sum::<f64>())
            })
            .max_by(f64::total_cmp)
            .unwrap();
        prop_assert!((found.objective - best).abs() < 1e-9, "{} against {best}", found.objective);
    }

    /// Counts are those of the rows that the binning puts there, whatever the order of rows.
    #[test]
    fn bins_count_their_rows(rows in rows(), shift in 0_usize..50) {
        let (values, won): (Vec<f64>, Vec<bool>) = rows.iter().copied().unzip();
        let mut options = loose();
        options.special_numbers = vec![999.0];
        let Ok(binning) = bin_numbers(&values, &won[..], &options) else { return Ok(()) };
        let mut recounted = vec![Counts::default(); binning.bins.len()];
        for &(value, won) in &rows {
            let deal = Counts::new(u64::from(won), u64::from(!won));
            match binning.place_of_number(value) {
                Place::Regular(at) => recounted[at] += deal,
                Place::Special(at) => prop_assert_eq!((at, value.to_bits()), (0, 999.0_f64.to_bits())),
                place => prop_assert!(place == Place::Missing && value.is_nan()),
            }
        }
        prop_assert_eq!(&recounted, &binning.bins.iter().map(|bin| bin.counts).collect::<Vec<_>>());
        let others = binning.special[0].counts + binning.missing.counts;
        prop_assert_eq!(recounted.into_iter().sum::<Counts>() + others, binning.whole);

        let mut turned = rows.clone();
        turned.rotate_left(shift % rows.len());
        let (values, won): (Vec<f64>, Vec<bool>) = turned.into_iter().unzip();
        prop_assert_eq!(bin_numbers(&values, &won[..], &options).unwrap(), binning);
    }
}

fn alternating(rows: usize) -> Vec<bool> {
    (0..rows).map(|row| row % 3 == 0).collect()
}

#[test]
fn a_rare_strong_flag_is_a_bin() {
    let level: Vec<Option<&str>> =
        (0..20_000).map(|row| Some(if row % 700 == 0 { "asked for a quote" } else { "other" })).collect();
    let won: Vec<bool> = (0..20_000).map(|row| row % 700 == 0 || row % 10 == 0).collect();
    let binning = bin_categories(&level, &won[..], &BinningOptions::default()).unwrap();
    assert_eq!(binning.bins[1].counts, Counts::new(29, 0));
    assert!(binning.bins[1].one_outcome && binning.bins[1].log_odds > 2.0);
    assert!(!binning.separates());
}

#[test]
fn separating_columns_are_finite_and_flagged() {
    let values: Vec<f64> = (0..200).map(f64::from).collect();
    let won: Vec<bool> = (0..200).map(|row| row >= 150).collect();
    let plain =
        PartitionRules::new(0.0, 1, 10).with_objective(Objective::InformationValue).with_prior_deals(0.0);
    for options in [BinningOptions::default(), BinningOptions::with_rules(plain)] {
        let mut options = options;
        options.cut_points = Some(vec![100.0, 150.0, 175.0]);
        let binning = bin_numbers(&values, &won[..], &options).unwrap();
        assert!(binning.separates());
        assert!(binning.information_value.is_finite() && binning.information_value > 1.0);
        assert!(binning.bins.iter().all(|bin| bin.one_outcome && bin.log_odds.is_finite()));
    }
}

#[test]
fn columns_without_anything_to_learn() {
    let won = alternating(60);
    for values in [vec![7.0; 60], vec![f64::NAN; 60], vec![f64::INFINITY; 60]] {
        let binning = bin_numbers(&values, &won[..], &BinningOptions::default()).unwrap();
        assert_eq!((binning.bins.len(), edges(&binning).len()), (1, 0));
        assert!(binning.information_value.abs() < 1e-12 && !binning.separates());
    }
    let none = bin_categories(&[None::<&str>; 60], &won[..], &BinningOptions::default()).unwrap();
    assert!(none.bins.is_empty());
    assert_eq!(none.missing.counts, none.whole);
}

#[test]
fn input_that_does_not_fit_is_refused() {
    let options = BinningOptions::default();
    let kind = |values: &[f64], won: &[bool]| bin_numbers(values, won, &options).unwrap_err().kind();
    assert_eq!(kind(&[1.0, 2.0], &[true]), ErrorKind::Length);
    assert_eq!(kind(&[1.0, 2.0], &[true, true]), ErrorKind::OneClass);
    assert_eq!(kind(&[], &[]), ErrorKind::OneClass);
    assert_eq!(
        bin_categories(&[Some("a")], &[true, false][..], &options).unwrap_err().kind(),
        ErrorKind::Length
    );
    assert_eq!(
        bin_column(&Column::from_flags(&[Some(true), None]), &[true, false][..], &options)
            .unwrap_err()
            .kind(),
        ErrorKind::Option
    );

    let weights = |weights: &[f64]| WeightedOutcomes::new(&[true, false, true], weights).unwrap_err();
    for bad in [-1.0, f64::NAN, f64::INFINITY] {
        let error = weights(&[0.0, bad, 2.0]);
        assert_eq!(error.kind(), ErrorKind::Weight);
        assert!(error.to_string().starts_with("the weight in row 1,"), "{error}");
    }
    assert_eq!(weights(&[1e100, 1e100, 0.0]).kind(), ErrorKind::Weight);
    assert_eq!(weights(&[1.0]).kind(), ErrorKind::Length);
}

#[test]
fn options_out_of_range_are_refused() {
    let refused = |change: &dyn Fn(&mut BinningOptions)| {
        let mut options = BinningOptions::default();
        change(&mut options);
        bin_numbers(&[1.0, 2.0], &[true, false][..], &options).unwrap_err().kind() == ErrorKind::Option
    };
    assert!(refused(&|options| options.max_prebins = 1));
    assert!(refused(&|options| options.max_prebins = 513));
    assert!(refused(&|options| options.max_levels = 0));
    assert!(refused(&|options| options.max_names = 0));
    assert!(refused(&|options| options.cut_points = Some(vec![f64::NAN])));
    assert!(refused(&|options| options.special_numbers = vec![f64::INFINITY]));
    assert!(refused(&|options| options.fixed_cut_points = (0..512).map(f64::from).collect()));
}

#[test]
fn cut_points_of_the_user() {
    let values: Vec<f64> = (0..300).map(f64::from).collect();
    let won: Vec<bool> = (0..300).map(|row| row >= 100 && row % 2 == 0).collect();
    let mut options = BinningOptions::default();
    options.cut_points = Some(vec![200.0, 100.0, 100.0, 5000.0]);
    assert_eq!(edges(&bin_numbers(&values, &won[..], &options).unwrap()), [100.0]);
    options.fixed_cut_points = vec![250.0];
    assert_eq!(edges(&bin_numbers(&values, &won[..], &options).unwrap()), [100.0, 250.0]);
    options.cut_points = None;
    let binning = bin_numbers(&values, &won[..], &options).unwrap();
    assert!(edges(&binning).contains(&250.0) && edges(&binning).len() == 2);

    options.fixed_cut_points = vec![-1.0];
    let error = bin_numbers(&values, &won[..], &options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rules);
    let gave_way: Vec<Constraint> = error.unmet().unwrap().relaxations.iter().map(|r| r.constraint).collect();
    assert_eq!(gave_way, [Constraint::RequiredBorders]);
}

#[test]
fn rules_without_a_solution_say_what_gives_way() {
    let values: Vec<f64> = (0..60).map(f64::from).collect();
    let rules = PartitionRules::new(0.1, 100, 5);
    let error = bin_numbers(&values, &alternating(60)[..], &BinningOptions::with_rules(rules)).unwrap_err();
    assert_eq!(error.to_string(), "no grouping meets all rules; there is one with `min_deals` at 60");
}

#[test]
fn a_trend_is_kept() {
    let values: Vec<f64> = (0..3000).map(f64::from).collect();
    let won: Vec<bool> =
        (0..3000).map(|row| row % if (1000..2000).contains(&row) { 2 } else { 9 } == 0).collect();
    let bins = |trend| {
        let rules = PartitionRules::by_evidence(3000.0).with_trend(trend);
        let binning = bin_numbers(&values, &won[..], &BinningOptions::with_rules(rules)).unwrap();
        (binning.bins.iter().map(|bin| bin.rate.unwrap()).collect::<Vec<f64>>(), binning.trend)
    };
    assert!(bins(Trend::Increasing).0.is_sorted());
    assert_eq!(bins(Trend::Auto).1, Trend::Peak);
    let rates = bins(Trend::Peak).0;
    let top = rates.iter().copied().fold(0.0, f64::max);
    let at = rates.iter().position(|rate| *rate >= top).unwrap();
    assert!(
        rates[..=at].is_sorted() && rates[at..].is_sorted_by(|a, b| a >= b) && 0 < at && at + 1 < rates.len()
    );
}

/// Frequent values cut ranges short, but not into more than were asked for.
#[test]
fn frequent_values_do_not_multiply_ranges() {
    let values: Vec<f64> = (0..20_000)
        .map(|row| if row % 3 == 0 { f64::from(row) } else { f64::from(row % 40 * 500) })
        .collect();
    let mut options = BinningOptions::default();
    for prebins in [2, 7, 30, 64] {
        options.max_prebins = prebins;
        let binning = bin_numbers(&values, &alternating(20_000)[..], &options).unwrap();
        assert!((2..=prebins).contains(&binning.prebins.len()), "{} of {prebins}", binning.prebins.len());
    }
}

#[test]
fn levels_meet_by_key_and_special_ones_stand_alone() {
    let level = |row: usize| match row % 5 {
        0 => Some("Health Care"),
        1 => Some("healthcare"),
        2 => Some("Retail"),
        3 => Some("n/a"),
        _ => None,
    };
    let names: Vec<Option<&str>> = (0..1000).map(level).collect();
    let won: Vec<bool> = (0..1000).map(|row| row % 5 < 2 && row % 3 != 0 || row % 11 == 0).collect();
    let mut options = BinningOptions::default();
    options.special_levels = vec!["N/A".to_owned()];
    let column = Column::from_categories(&names);
    let binning = bin_column(&column, &won[..], &options).unwrap();
    assert_eq!(binning, bin_categories(&names, &won[..], &options).unwrap());
    assert_eq!(
        binning.binning,
        Binning::Group { groups: vec![vec!["Retail".into()], vec!["Health Care".into()]] }
    );
    assert_eq!(binning.bins[1].counts.deals(), 400);
    assert_eq!((binning.special[0].label.as_str(), binning.special[0].counts.deals()), ("N/A", 200));

    let new = Column::from_categories(&[Some("HEALTHCARE"), Some("Mining"), None, Some("n/a")]);
    let want =
        [&binning.bins[1], &binning.unseen, &binning.missing, &binning.special[0]].map(|bin| bin.log_odds);
    assert_eq!(binning.transform(&new), want);
    assert!(want[0] > 0.0 && want[1].to_bits() == 0);
    assert_eq!(binning.transform(&Column::from_numbers(&[1.0, f64::NAN])), [0.0, want[2]]);
}

#[test]
fn many_levels_are_pooled_and_the_rarest_count_as_unseen() {
    let rows = 200_000;
    let names: Vec<Option<String>> = (0..rows)
        .map(|row| Some(if row % 2 == 0 { "common".to_owned() } else { format!("visitor {row}") }))
        .collect();
    let won: Vec<bool> = (0..rows).map(|row| row % if row % 2 == 0 { 4 } else { 15 } == 0).collect();
    let mut options = BinningOptions::default();
    options.max_names = 1000;
    let binning = bin_categories(&names, &won[..], &options).unwrap();
    let Binning::Group { groups } = &binning.binning else { panic!("categories have groups") };
    assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), 1000);
    assert_eq!(binning.unseen.counts.deals(), 100_000 - 999);
    assert_eq!(binning.unseen.log_odds.to_bits(), 0);
    assert_eq!(binning.whole.deals(), 200_000);
    assert!(binning.bins.iter().any(|bin| bin.label.ends_with("and 991 more")));
}
