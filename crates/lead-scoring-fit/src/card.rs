//! From weighted terms to signals with points.

use crate::lattice::{Lattice, Target};
use crate::strategy::{Source, Term};
use crate::view::View;
use lead_scoring_core::Binning;
use lead_scoring_lift::{BinPattern, PairPattern, Pattern};
use lead_scoring_model::{Bin, Input, Signal};

/// What the lattice search needs of a term.
pub(crate) fn target(view: &View<'_>, term: &Term) -> Target {
    match &term.source {
        Source::Field(at) => field_target(view.pattern(*at), term.weight, |_| true),
        Source::Bin(at, only) => field_target(view.pattern(*at), term.weight, |bin| bin == *only),
        Source::Pair(pair) => Target {
            dimension: view.analysis().patterns[pair.first].dimension,
            effects: pair.bins.iter().map(|bin| term.weight * bin.log_odds).collect(),
            codes: pair.codes.clone(),
        },
    }
}

fn field_target(pattern: &Pattern, weight: f64, counts: impl Fn(usize) -> bool) -> Target {
    let effect = |(at, bin): (usize, &BinPattern)| if counts(at) { weight * bin.log_odds } else { 0.0 };
    Target {
        dimension: pattern.dimension,
        effects: pattern.bins.iter().enumerate().map(effect).collect(),
        codes: pattern.bin_codes(),
    }
}

/// The signals of the terms that got points, the widest first, and for each term whether it did.
pub(crate) fn signals(view: &View<'_>, terms: &[Term], lattice: &Lattice) -> (Vec<Signal>, Vec<bool>) {
    let has_points: Vec<bool> =
        lattice.points.iter().map(|points| points.iter().any(|points| *points != 0)).collect();
    let shipped = terms.iter().zip(&lattice.points).zip(&has_points).filter(|(_, has_points)| **has_points);
    let mut signals: Vec<Signal> = shipped.map(|((term, points), _)| signal(view, term, points)).collect();
    signals.sort_by_key(|signal| std::cmp::Reverse(signal.highest() - signal.lowest()));
    (signals, has_points)
}

fn signal(view: &View<'_>, term: &Term, points: &[i32]) -> Signal {
    match &term.source {
        Source::Field(at) => {
            let pattern = view.pattern(*at);
            let bins = pattern.bins.iter().zip(points).map(|(bin, points)| single(bin, *points)).collect();
            let input = input(pattern, pattern.binning.clone());
            Signal::new(pattern.name.clone(), pattern.dimension, input, term.weight, bins)
        }
        Source::Bin(at, bin) => one_bin(view.pattern(*at), *bin, term.weight, points),
        Source::Pair(pair) => pair_signal(view, pair, term.weight, points),
    }
}

fn input(pattern: &Pattern, binning: Binning) -> Input {
    Input::new(pattern.field.clone(), pattern.kind, binning)
}

fn single(pattern: &BinPattern, points: i32) -> Bin {
    let mut bin =
        Bin::new(&pattern.label, pattern.counts.won, pattern.counts.lost, pattern.lift, pattern.log_odds);
    bin.points = points;
    bin
}

/// A signal of the whole binning in which one bin alone counts; its name says which.
fn one_bin(pattern: &Pattern, only: usize, weight: f64, points: &[i32]) -> Signal {
    let counted = |(at, (measured, points)): (usize, (&BinPattern, &i32))| {
        let mut bin = single(measured, *points);
        if at != only {
            bin.log_odds = 0.0;
        }
        bin
    };
    let bins: Vec<Bin> = pattern.bins.iter().zip(points).enumerate().map(counted).collect();
    let label = pattern.bins.get(only).map_or("", |bin| bin.label.as_str());
    let name = format!("{}: {label}", pattern.name);
    Signal::new(name, pattern.dimension, input(pattern, pattern.binning.clone()), weight, bins)
}

fn pair_signal(view: &View<'_>, pair: &PairPattern, weight: f64, points: &[i32]) -> Signal {
    let patterns = &view.analysis().patterns;
    let (first, second) = (&patterns[pair.first], &patterns[pair.second]);
    let bins = pair.bins.iter().zip(points).map(|(measured, points)| {
        let counts = measured.counts;
        let lift = (measured.expected > 0.0).then(|| counts.won as f64 / measured.expected);
        let mut bin = Bin::new(&measured.label, counts.won, counts.lost, lift, measured.log_odds)
            .with_expected(measured.expected);
        bin.points = *points;
        bin
    });
    Signal::pair(
        format!("{} + {}", first.name, second.name),
        first.dimension,
        [input(first, first.binning.clone()), input(second, second.binning.clone())],
        pair.cells.clone(),
        weight,
        bins.collect(),
    )
}
