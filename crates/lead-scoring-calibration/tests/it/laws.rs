//! Laws that hold whatever the deals.

use lead_scoring_calibration::{CalibrationOptions, Capacity, ErrorKind, TierSummary, calibrate};
use lead_scoring_core::Tier;
use proptest::prelude::*;

fn deals() -> impl Strategy<Value = (Vec<i32>, Vec<bool>)> {
    // Every third score only: the search is cubic in the number of distinct scores, and tests run unoptimised.
    let deal = ((0..=33_i32).prop_map(|third| 3 * third), 0..=100_i32, 0.0..3.0_f64);
    prop::collection::vec(deal, 2..400).prop_map(|rows| {
        let strength = rows.first().map_or(1.0, |row| row.2);
        let won = |&(score, luck, _): &(i32, i32, f64)| {
            f64::from(score - 50) * strength > f64::from(luck * 3 - 100)
        };
        (rows.iter().map(|row| row.0).collect(), rows.iter().map(won).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn tiers_partition_and_probabilities_rise((scores, won) in deals()) {
        let options = CalibrationOptions::default();
        let calibration = match calibrate((0, 100), &scores, &won, &options) {
            Ok(calibration) => calibration,
            Err(error) => {
                prop_assert_eq!(error.kind(), ErrorKind::OneClass);
                return Ok(());
            }
        };
        let p = &calibration.probability.values;
        prop_assert_eq!(p.len(), 101);
        prop_assert!(p.iter().all(|p| *p > 0.0 && *p < 1.0));
        prop_assert!(p.windows(2).all(|pair| pair[0] <= pair[1]));

        let wins = won.iter().filter(|won| **won).count() as u64;
        prop_assert_eq!(calibration.won.count, wins);
        prop_assert_eq!(calibration.bands.iter().map(|b| b.won + b.lost).sum::<u64>(), won.len() as u64);
        let lifts: f64 = calibration.gains.deciles.iter().map(|d| d.lift / 10.0).sum();
        prop_assert!((lifts - 1.0).abs() < 1e-9);

        let Some(cuts) = calibration.cuts else {
            prop_assert!(calibration.tiers.is_empty() && !calibration.notes.is_empty());
            return Ok(());
        };
        prop_assert!(cuts.hot > cuts.warm && cuts.warm > cuts.cool);
        prop_assert_eq!(calibration.tiers.iter().map(TierSummary::deals).sum::<u64>(), won.len() as u64);
        prop_assert_eq!(calibration.tiers.iter().map(|t| t.won).sum::<u64>(), wins);
        // Without a note every constraint holds in full; win rates fall in any case.
        let rates: Vec<f64> = calibration.tiers.iter().filter_map(|t| t.rate).collect();
        prop_assert!(rates.windows(2).all(|pair| pair[0] > pair[1]), "{:?}", rates);
        if calibration.notes.is_empty() {
            prop_assert!(calibration.tiers[0].share_of_leads <= 0.25);
            prop_assert!(calibration.tiers[3].share_of_leads >= 0.20);
            prop_assert!(calibration.tiers.iter().all(|t| t.deals() >= 10));
        }
        prop_assert_eq!(calibration.facts().len(), 4);
    }

    #[test]
    fn capacity_never_lowers_hot((scores, won) in deals(), hours in 1.0..200.0_f64) {
        let free = CalibrationOptions::default();
        let Ok(before) = calibrate((0, 100), &scores, &won, &free) else { return Ok(()) };
        let mut bound = free;
        bound.capacity = Some(Capacity::new(300.0, hours));
        let after = calibrate((0, 100), &scores, &won, &bound).unwrap();
        prop_assert_eq!(before.cuts.is_some(), after.cuts.is_some());
        if let (Some(before), Some(after_cuts), Some(check)) = (before.cuts, after.cuts, &after.capacity) {
            prop_assert!(after_cuts.hot >= before.hot);
            prop_assert_eq!(check.fits, check.reps_missing == 0);
            prop_assert_eq!(check.raised.map(|raised| raised.from), (after_cuts != before).then_some(before.hot));
            let leads: f64 = check.load.iter().map(|tier| tier.leads).sum();
            prop_assert!((leads - 300.0).abs() < 1e-6);
            let hours = |tier: Tier| check.load[tier.index()].hours;
            prop_assert!((hours(Tier::Cool) - check.load[2].leads * 5.0 / 60.0).abs() < 1e-9);
            prop_assert!(hours(Tier::Cold).abs() < 1e-12);
            prop_assert!((check.hours_needed - hours(Tier::Hot) - hours(Tier::Warm)).abs() < 1e-9);
        }
    }

    #[test]
    fn row_order_does_not_move_the_cuts((scores, won) in deals()) {
        let reverse = |won: &[bool]| won.iter().rev().copied().collect::<Vec<_>>();
        let backwards: Vec<i32> = scores.iter().rev().copied().collect();
        let options = CalibrationOptions::default();
        let (one, two) = (calibrate((0, 100), &scores, &won, &options), calibrate((0, 100), &backwards, &reverse(&won), &options));
        prop_assert_eq!(one.map(|c| (c.cuts, c.tiers, c.notes)).ok(), two.map(|c| (c.cuts, c.tiers, c.notes)).ok());
    }
}

#[test]
fn bad_input_is_refused_by_kind() {
    let options = CalibrationOptions::default();
    let kind = |range, scores: &[i32], won: &[bool]| {
        calibrate(range, scores, won, &options).map_err(|e| e.kind()).err()
    };
    assert_eq!(kind((0, 100), &[], &[]), Some(ErrorKind::Empty));
    assert_eq!(kind((0, 100), &[1], &[]), Some(ErrorKind::LengthMismatch));
    assert_eq!(kind((0, 100), &[1, 2], &[true, true]), Some(ErrorKind::OneClass));
    assert_eq!(kind((100, 0), &[1, 2], &[true, false]), Some(ErrorKind::Option));
    assert_eq!(kind((i32::MIN, i32::MAX), &[1, 2], &[true, false]), Some(ErrorKind::Option));
    let mut options = CalibrationOptions::default();
    options.max_hot_share = 7.0;
    let error = calibrate((0, 100), &[1, 2], &[true, false], &options).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Option);
}

#[test]
fn constant_scores_get_the_base_rate_and_no_tiers() {
    let won: Vec<bool> = (0..40).map(|deal| deal % 4 == 0).collect();
    for range in [(0, 0), (0, 100)] {
        let calibration = calibrate(range, &[0; 40], &won, &CalibrationOptions::default()).unwrap();
        assert_eq!((calibration.cuts, calibration.probability.method.as_str()), (None, "base rate"));
        assert!((calibration.probability.at(0) - 0.25).abs() < 1e-12);
        assert!(calibration.separation.is_none() && calibration.gains.recommended_cutoff.is_none());
    }
}

#[test]
fn scores_beyond_the_range_count_as_its_end() {
    let won: Vec<bool> = (0..60).map(|deal| deal % 2 == 0).collect();
    let scores: Vec<i32> = (0..60).map(|deal| if deal % 2 == 0 { 140 } else { -9 }).collect();
    let calibration = calibrate((0, 100), &scores, &won, &CalibrationOptions::default()).unwrap();
    assert_eq!((calibration.won.min, calibration.lost.max), (100, 0));
    assert!(calibration.notes[0].to_string().starts_with("60 of 60 scores"));
}
