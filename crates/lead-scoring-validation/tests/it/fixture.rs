//! A history with planted effects, a card made by hand, and the way from both to a report.

use lead_scoring_calibration::{Calibration, CalibrationOptions, calibrate};
use lead_scoring_core::{
    Binning, Column, Dataset, Deals, Dimension, Field, HoldOut, HoldOutPolicy, Kind, split,
};
use lead_scoring_model::{Bin, Input, Scorecard, Signal};
use lead_scoring_validation::{LearnedFrom, ValidationInput, ValidationOptions, ValidationReport, validate};

/// A fixed pseudo-random number in [0, 1) for each row and purpose.
pub(crate) fn luck(row: usize, purpose: u64) -> f64 {
    let mut x =
        (row as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ purpose.wrapping_mul(0xD1B5_4A32_D192_ED03);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((x ^ (x >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
}

/// How strongly the planted effects act: 0 = not at all.
pub(crate) struct Plan {
    pub(crate) rows: usize,
    pub(crate) strength: f64,
    pub(crate) base_log_odds: f64,
    /// Log odds of the field that the card does not read.
    pub(crate) hidden: f64,
}

pub(crate) const STRONG: Plan = Plan { rows: 3000, strength: 1.0, base_log_odds: -0.7, hidden: 0.0 };

pub(crate) fn deals(plan: &Plan) -> Deals {
    let rows = plan.rows;
    let demo: Vec<Option<bool>> =
        (0..rows).map(|row| (luck(row, 1) > 0.1).then(|| luck(row, 2) < 0.35)).collect();
    let size: Vec<f64> = (0..rows).map(|row| (luck(row, 3) * 1000.0).floor()).collect();
    let referral: Vec<Option<bool>> = (0..rows).map(|row| Some(luck(row, 4) < 0.3)).collect();
    let region: Vec<Option<&str>> =
        (0..rows).map(|row| Some(if luck(row, 5) < 0.3 { "North" } else { "South" })).collect();
    let won = (0..rows).map(|row| {
        let demo = if demo[row] == Some(true) { 2.0 } else { -0.6 };
        let size = if size[row] >= 500.0 { 1.2 } else { -1.2 };
        let referral = if referral[row] == Some(true) { 1.6 } else { -0.5 };
        let hidden = if region[row] == Some("North") { plan.hidden } else { 0.0 };
        let log_odds = plan.base_log_odds + plan.strength * (demo + size + referral) + hidden;
        luck(row, 6) < 1.0 / (1.0 + (-log_odds).exp())
    });
    let won: Vec<bool> = won.collect();
    let mut data = Dataset::with_rows(rows);
    data.push(Field::new("Demo"), Column::from_flags(&demo)).unwrap();
    data.push(Field::new("Size"), Column::from_numbers(&size)).unwrap();
    data.push(Field::new("Referral"), Column::from_flags(&referral)).unwrap();
    data.push(Field::new("Region"), Column::from_categories(&region)).unwrap();
    Deals::new(data, won).unwrap()
}

fn signal(field: &str, kind: Kind, binning: Binning, labels: [&str; 2], points: [i32; 3]) -> Signal {
    let bins = [labels[0], labels[1], "not recorded"].into_iter().zip(points).map(|(label, points)| {
        let mut bin = Bin::new(label, 0, 0, None, f64::from(points) / 15.0);
        bin.points = points;
        bin
    });
    Signal::new(field.into(), Dimension::Behavioral, Input::new(field, kind, binning), 1.0, bins.collect())
}

/// The planted effects as points; 0 to 100.
pub(crate) fn card() -> Scorecard {
    let signals = vec![
        signal("Demo", Kind::Flag, Binning::Flag, ["no", "yes"], [-9, 30, -9]),
        signal(
            "Size",
            Kind::Number,
            Binning::Range { edges: vec![500.0] },
            ["under 500", "at least 500"],
            [-18, 18, 0],
        ),
        signal("Referral", Kind::Flag, Binning::Flag, ["no", "yes"], [-7, 18, 0]),
    ];
    Scorecard::new(15.0, [100; 4], signals, Vec::new())
}

/// Splits, calibrates on the training side, validates on the other.
pub(crate) fn judge(
    deals: &Deals,
    card: &Scorecard,
    options: ValidationOptions,
) -> (Calibration, ValidationReport) {
    let mut hold_out = HoldOut::default();
    hold_out.policy = HoldOutPolicy::Random { share: 0.3 };
    hold_out.seed = 1;
    let sides = split(deals, &hold_out).unwrap();
    let scores = card.score_rows(sides.train.data()).unwrap();
    let calibration =
        calibrate(card.range(), &scores, sides.train.won(), &CalibrationOptions::default()).unwrap();
    let input = ValidationInput {
        card,
        cuts: calibration.cuts,
        probability: &calibration.probability,
        hold_out: sides.hold_out,
        learned_from: Some(LearnedFrom { deals: &sides.train, scores: &scores }),
        how: sides.how,
        options,
    };
    let report = validate(input).unwrap();
    (calibration, report)
}
