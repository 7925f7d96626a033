//! How stable points are: ranges that fresh samples confirm, signs that hold where effects are real.

use lead_scoring_core::{Column, Dataset, Deals, Dimension, Field};
use lead_scoring_fit::{Builtin, ErrorKind, FitOptions, Fitted, SignalStability, fit, stability};
use lead_scoring_lift::{Analysis, AnalyzeOptions, FieldChoice, analyze};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Deals with one flag for each effect, yes in four of ten; `extra` is added where the first two are yes. Flags have two bins in any sample.
fn flags(deals: usize, effects: &[f64], extra: f64, seed: u64) -> Analysis {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let mut columns: Vec<Vec<Option<bool>>> = vec![Vec::new(); effects.len()];
    let mut won = Vec::new();
    for _ in 0..deals {
        let yes: Vec<bool> = effects.iter().map(|_| random.random_bool(0.4)).collect();
        let sum: f64 = yes.iter().zip(effects).filter(|(yes, _)| **yes).map(|(_, effect)| effect).sum();
        let eta = -0.5 + sum + if yes[0] && yes[1] { extra } else { 0.0 };
        won.push(random.random_bool(1.0 / (1.0 + (-eta).exp())));
        columns.iter_mut().zip(yes).for_each(|(column, yes)| column.push(Some(yes)));
    }
    let mut data = Dataset::with_rows(deals);
    let mut options = AnalyzeOptions::default();
    // Deals that look alike are still deals of their own.
    options.groups = (0..deals as u64).collect();
    for (at, column) in columns.iter().enumerate() {
        let name = format!("flag {at}");
        data.push(Field::new(&name), Column::from_flags(column)).unwrap();
        options.fields.push(FieldChoice::new(name, Dimension::ALL[at % 4]));
    }
    analyze(&Deals::new(data, won).unwrap(), &options).unwrap()
}

fn fitted(analysis: &Analysis, strategy: Builtin) -> Fitted {
    let mut options = FitOptions::default();
    options.strategy = Some(strategy);
    fit(analysis, &options, Vec::new()).unwrap()
}

fn named<'a>(found: &'a [SignalStability], name: &str) -> Option<&'a SignalStability> {
    found.iter().find(|signal| signal.name == name)
}

/// Of the joint scorecard: weight times log odds of `yes`, by flag; 0 for a flag that is no signal.
fn effect_of_yes(fitted: &Fitted, flag: usize) -> f64 {
    let name = format!("flag {flag}");
    let signal = fitted.card.signals.iter().find(|signal| signal.name == name);
    signal.map_or(0.0, |signal| signal.weight * signal.bins[1].log_odds)
}

/// The range from one sample holds what samples give on average about nine times in ten, and what another single sample gives about
/// three times in four: the difference of two samples has twice the variance, so a normal range of +- 1.645 holds 75.5 %.
#[test]
fn ranges_hold_the_points_of_fresh_samples() {
    const EFFECTS: [f64; 3] = [1.0, 0.7, -0.6];
    let sample = |seed| {
        let analysis = flags(500, &EFFECTS, 0.0, seed);
        let fitted = fitted(&analysis, Builtin::Joint);
        (analysis, fitted)
    };
    let fresh: Vec<[f64; 3]> = (1000..1040)
        .map(|seed| {
            let fitted = sample(seed).1;
            [0, 1, 2].map(|flag| effect_of_yes(&fitted, flag))
        })
        .collect();
    let (mut ranges, mut of_mean, mut of_single) = (0.0, 0.0, 0.0);
    for seed in 0..20 {
        let (analysis, fitted) = sample(seed);
        let found = stability(&analysis, &fitted, seed, 60).unwrap();
        for flag in 0..3 {
            let Some(signal) = named(&found, &format!("flag {flag}")) else { continue };
            let holds = |effect: f64| {
                let points = (fitted.card.scale * effect).round() as i32;
                (signal.bins[1].low..=signal.bins[1].high).contains(&points)
            };
            let effects = || fresh.iter().map(|effects| effects[flag]);
            ranges += 1.0;
            of_mean += f64::from(u8::from(holds(effects().sum::<f64>() / fresh.len() as f64)));
            of_single += effects().filter(|effect| holds(*effect)).count() as f64 / fresh.len() as f64;
        }
    }
    assert!(ranges > 52.0, "{ranges}");
    let (of_mean, of_single) = (of_mean / ranges, of_single / ranges);
    assert!((0.85..=0.99).contains(&of_mean), "{of_mean}");
    assert!((0.65..=0.85).contains(&of_single), "{of_single}");
}

#[test]
fn signs_hold_where_effects_are_real() {
    let (mut strong, mut noise) = (0, Vec::new());
    for seed in 0..9 {
        let analysis = flags(400, &[2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], 0.0, seed);
        let fitted = fitted(&analysis, Builtin::Joint);
        for signal in stability(&analysis, &fitted, 1, 60).unwrap() {
            let held = signal.bins.iter().filter_map(|bin| bin.sign_held).fold(1.0, f64::min);
            if signal.name == "flag 0" {
                assert_eq!(
                    (held.to_bits(), signal.kept_points.to_bits()),
                    (1.0_f64.to_bits(), 1.0_f64.to_bits())
                );
                assert!(signal.bins[1].low > 0 && signal.bins[0].high < 0, "{signal:?}");
                strong += 1;
            } else {
                noise.push((held, signal.kept_points));
            }
        }
    }
    assert!(strong == 9 && noise.len() >= 5, "{strong} {noise:?}");
    // Chance made these signals, and a resample of the same deals holds the same chance, so that the sign holds more often than not.
    let shaky = noise.iter().filter(|(held, _)| *held < 1.0).count();
    assert!(shaky * 3 >= noise.len() * 2, "{noise:?}");
    let mean = noise.iter().map(|(held, _)| held).sum::<f64>() / noise.len() as f64;
    assert!((0.5..0.985).contains(&mean), "{mean}");
}

#[test]
fn every_bin_has_a_range_around_its_points() {
    for strategy in Builtin::ALL {
        let analysis = flags(900, &[0.9, 0.6, -0.8, 0.5], 0.0, 3);
        let fitted = fitted(&analysis, strategy);
        let found = stability(&analysis, &fitted, 9, 30).unwrap();
        assert_eq!(found, stability(&analysis, &fitted, 9, 30).unwrap());
        assert_ne!(found, stability(&analysis, &fitted, 10, 30).unwrap());
        assert!(found.len() == fitted.card.signals.len() && found.len() >= 3, "{strategy}");
        for (signal, shipped) in found.iter().zip(&fitted.card.signals) {
            assert_eq!((&signal.name, signal.bins.len()), (&shipped.name, shipped.bins.len()));
            assert!(signal.kept_points > 0.9, "{strategy} {signal:?}");
            for (bin, shipped) in signal.bins.iter().zip(&shipped.bins) {
                assert!(bin.low <= bin.median && bin.median <= bin.high);
                assert_eq!(bin.sign_held.is_some(), shipped.points != 0);
                let near = (bin.low - 1..=bin.high + 1).contains(&shipped.points);
                assert!(near, "{strategy} {} {bin:?} {shipped:?}", signal.name);
            }
        }
    }
}

#[test]
fn combinations_and_single_bins_have_ranges_of_their_own() {
    let analysis = flags(4000, &[0.7, 0.7, 0.5], 1.3, 5);
    let with_pairs = fitted(&analysis, Builtin::Interactions);
    let found = stability(&analysis, &with_pairs, 1, 30).unwrap();
    let at = with_pairs.card.signals.iter().position(|signal| signal.is_pair()).unwrap();
    let (signal, range) = (&with_pairs.card.signals[at], &found[at]);
    let both = signal.bins.iter().position(|bin| bin.label == "flag 1: yes + flag 0: yes").unwrap();
    assert!(signal.bins[both].points > 0 && range.bins[both].low > 0, "{signal:?} {range:?}");
    assert_eq!(range.bins[both].sign_held.map(f64::to_bits), Some(1.0_f64.to_bits()));
    // Any other combination, and missing values, have no effect in any resample.
    for rest in &range.bins[range.bins.len() - 2..] {
        assert_eq!((rest.low, rest.high, rest.sign_held), (0, 0, None));
    }
    let single = fitted(&analysis, Builtin::Sparse);
    for (signal, range) in single.card.signals.iter().zip(stability(&analysis, &single, 1, 30).unwrap()) {
        assert_eq!(signal.bins.iter().filter(|bin| bin.points != 0).count(), 1);
        for (bin, range) in signal.bins.iter().zip(&range.bins) {
            assert_eq!(range.low == 0 && range.high == 0, bin.points == 0, "{signal:?} {range:?}");
        }
    }
}

#[test]
fn what_can_not_be_said_is_refused() {
    let analysis = flags(400, &[1.5, 1.0], 0.0, 1);
    let model = fitted(&analysis, Builtin::Joint);
    let few = stability(&analysis, &model, 1, 19).unwrap_err();
    assert!(few.kind() == ErrorKind::Option && few.to_string().contains("20 or more"), "{few}");
    let mut other = model;
    other.card.signals[0].inputs[0].field = "another".into();
    assert_eq!(stability(&analysis, &other, 1, 20).unwrap_err().kind(), ErrorKind::Option);
    // Nothing to score: no signals, no ranges.
    let null = flags(60, &[0.0, 0.0], 0.0, 2);
    let model = fitted(&null, Builtin::Joint);
    assert!(model.card.signals.is_empty() && stability(&null, &model, 1, 20).unwrap().is_empty());
}
