//! One history of 2,000 deals, worked through: what a sales leader should see.

use lead_scoring_calibration::{Calibration, CalibrationOptions, Capacity, Rate, calibrate};

/// 2,000 deals at scores 0 to 99; the chance to win rises from 5 % at 0 to 65 % at 99 by a fixed schedule without luck.
fn history() -> (Vec<i32>, Vec<bool>) {
    let scores: Vec<i32> = (0..2000).map(|deal| deal % 100).collect();
    let won = (0..2000).map(|deal| {
        let (score, turn) = (deal % 100, (deal / 100 * 7 + deal % 100 * 3) % 20);
        turn * 100 < 100 + score * 12
    });
    (scores, won.collect())
}

fn notes(calibration: &Calibration) -> Vec<String> {
    calibration.notes.iter().map(ToString::to_string).collect()
}

#[test]
fn tiers_are_strictly_ordered_within_the_bounds() {
    let (scores, won) = history();
    let calibration = calibrate((0, 99), &scores, &won, &CalibrationOptions::default()).unwrap();
    let tiers = &calibration.tiers;
    // At 65 % on top no quarter of the leads holds half of the wins at a rate of 60 %; nothing else was given up.
    assert_eq!(calibration.notes.len(), 1, "{:?}", calibration.notes);
    assert_eq!(
        notes(&calibration)[0],
        "No Hot tier of at most 25 % of the deals (`max_hot_share`) wins 60 % of its deals, holds 50 % of all wins and stands clear of \
         Warm; so Hot was cut to win 60 % and to hold nearly all the wins that this allows."
    );
    assert!(tiers[0].rate.unwrap() >= 0.6);
    assert!(tiers[0].share_of_leads <= 0.25 && tiers[3].share_of_leads >= 0.20);
    // A Wilson interval of each tier's counts would lie above the next tier's rate; none is offered, as the cuts were chosen here.
    for pair in tiers.windows(2) {
        assert!(Rate::of(pair[0].won, pair[0].deals()).unwrap().lower > pair[1].rate.unwrap());
    }
    assert!(tiers.iter().all(|tier| tier.rate_interval.is_none()));
    assert_eq!(calibration.cuts.unwrap().hot, tiers[0].low.unwrap());
    let separation = calibration.separation.unwrap();
    assert_eq!(Some(separation.score), calibration.gains.recommended_cutoff.map(|cutoff| cutoff.score));
    assert!(calibration.fit.ece < 0.05, "{}", calibration.fit.ece);
}

#[test]
fn hot_is_held_to_its_aim() {
    let (scores, won) = history();
    let mut options = CalibrationOptions::default();
    (options.hot_precision, options.hot_recall) = (0.5, 0.35);
    let hot = calibrate((0, 99), &scores, &won, &options).unwrap().tiers[0];
    assert!(hot.rate.unwrap() >= 0.5 && hot.share_of_wins >= 0.35, "{hot:?}");
    options.hot_precision = 0.95;
    let calibration = calibrate((0, 99), &scores, &won, &options).unwrap();
    assert_eq!(notes(&calibration), ["No Hot tier of at least 40 deals wins 95 % of them."]);
}

#[test]
fn scarce_hours_raise_hot_and_scarcer_ones_count_reps() {
    let (scores, won) = history();
    let with_hours = |hours: f64| {
        let mut options = CalibrationOptions::default();
        options.capacity = Some(Capacity::new(400.0, hours));
        calibrate((0, 99), &scores, &won, &options).unwrap()
    };
    let ample = with_hours(1000.0);
    let check = ample.capacity.as_ref().unwrap();
    assert!(check.fits && check.raised.is_none());

    let scarce = with_hours(0.75 * check.hours_needed);
    let fitted = scarce.capacity.as_ref().unwrap();
    assert!(fitted.fits && fitted.hours_needed <= 0.75 * check.hours_needed + 1e-9);
    let (raised, both) = (fitted.raised.unwrap(), |of: &Calibration| {
        let worked = of.tiers[..2].iter();
        worked.fold((0.0, 0.0), |sum, tier| (sum.0 + tier.share_of_leads, sum.1 + tier.share_of_wins))
    });
    assert_eq!([Some(raised.from), Some(raised.to)], [ample.cuts, scarce.cuts].map(|cuts| Some(cuts?.hot)));
    let (before, now) = (both(&ample), both(&scarce));
    assert!((raised.leads_before - before.0).abs() < 1e-12 && (raised.wins_before - before.1).abs() < 1e-12);
    assert!((raised.leads_now - now.0).abs() < 1e-12 && (raised.wins_now - now.1).abs() < 1e-12);
    assert!(raised.wins_now < raised.wins_before && raised.leads_now < raised.leads_before);
    let told = notes(&scarce);
    assert!(told.iter().any(|note| note.starts_with("To fit the reps' hours")), "{told:?}");

    let hopeless = with_hours(2.0);
    let short = hopeless.capacity.as_ref().unwrap();
    assert!(!short.fits && short.reps_missing >= 1);
    assert_eq!(hopeless.cuts, ample.cuts);
    let told = notes(&hopeless);
    assert!(told.iter().any(|note| note.contains("needed")), "{told:?}");
}

#[test]
fn the_result_is_plain_data() {
    let (scores, won) = history();
    let calibration = calibrate((0, 99), &scores, &won, &CalibrationOptions::default()).unwrap();
    let json = serde_json::to_value(&calibration).unwrap();
    assert_eq!(json["tiers"][0]["tier"], "hot");
    assert_eq!(json["won"]["histogram"].as_array().map(Vec::len), Some(10));
    // A figure that is not a number would be written as null.
    let figures = [
        &json["fit"]["ece"],
        &json["fit"]["brier"],
        &json["won"]["q1"],
        &json["gains"]["deciles"][0]["lift"],
    ];
    assert!(figures.iter().all(|figure| figure.is_f64()), "{figures:?}");
}
