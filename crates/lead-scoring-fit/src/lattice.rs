//! Integer points: good roundings of `scale * weight * log odds` under all constraints at once, by local search from several scales.
//!
//! Every point value is the whole number just below or just above its target, and at most three quarters of a point away from it, so that
//! each one traces back to its lift. Which of the two is decided by what scores are for: the log loss of the training deals after a
//! logistic map of the score (Platt 1999). A sweep builds, for one signal, the table of won and lost deals by bin and score, and reads from
//! it what each bin would gain by moving; bins of one signal do not disturb one another. The map is fitted again after every signal.
//!
//! Constraints, all kept at every step: a value has its target's sign or is 0; within a signal more log odds never mean fewer points;
//! the width of all signals together is at most the range; the positive points of a dimension are at most its cap.

use crate::logistic_map::LogisticMap;
use lead_scoring_core::Dimension;

/// A signal on its way to points.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) dimension: Dimension,
    /// `weight * log odds` of each bin (missing last).
    pub(crate) effects: Vec<f64>,
    /// Bin of each row.
    pub(crate) codes: Vec<u16>,
}

/// The limits points must keep to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) range: i32,
    pub(crate) caps: [i32; 4],
}

/// Points of every bin of every signal, with the scale they were rounded at.
#[derive(Clone, Debug)]
pub(crate) struct Lattice {
    pub(crate) scale: f64,
    pub(crate) points: Vec<Vec<i32>>,
}

const MOST_SWEEPS: usize = 8;
/// How far from its target a value may be rounded. A target of 0.2 must not become a whole point because that suits other bins.
const FARTHEST: f64 = 0.75;
/// The largest scale tried, in hundredths of the one that would fill the range without rounding.
const LARGEST_SCALE: u32 = 103;
/// Scales that are searched to the end.
const STARTS: usize = 3;

/// The best points found.
pub(crate) fn search(targets: &[Target], won: &[bool], limits: Limits) -> Lattice {
    let searched = starts(targets, limits).take(STARTS).map(|start| improve(targets, won, limits, start));
    let best = searched.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, lattice)| lattice);
    best.unwrap_or_else(|| round_all(targets, 0.0))
}

/// Plain roundings that keep to the limits, the largest scale first. The last one, no points at all, always does.
fn starts(targets: &[Target], limits: Limits) -> impl Iterator<Item = Lattice> {
    let full = full_scale(targets, limits);
    let scales = (0..=LARGEST_SCALE).rev().map(move |share| full * f64::from(share) / 100.0);
    let rounded = scales.map(|scale| round_all(targets, scale));
    rounded.filter(move |start| within(targets, &start.points, limits))
}

/// The scale at which unrounded points would just keep to range and caps.
fn full_scale(targets: &[Target], limits: Limits) -> f64 {
    let highest = |target: &Target| target.effects.iter().copied().fold(0.0, f64::max);
    let lowest = |target: &Target| target.effects.iter().copied().fold(0.0, f64::min);
    let width: f64 = targets.iter().map(|target| highest(target) - lowest(target)).sum();
    let mut scale = if width > 0.0 { f64::from(limits.range) / width } else { 0.0 };
    for (dimension, cap) in Dimension::ALL.into_iter().zip(limits.caps) {
        let positive: f64 = targets.iter().filter(|target| target.dimension == dimension).map(highest).sum();
        if positive * scale > f64::from(cap) {
            scale = f64::from(cap) / positive;
        }
    }
    scale
}

fn round_all(targets: &[Target], scale: f64) -> Lattice {
    let points = targets
        .iter()
        .map(|target| target.effects.iter().map(|effect| (effect * scale).round() as i32).collect());
    Lattice { scale, points: points.collect() }
}

fn within(targets: &[Target], points: &[Vec<i32>], limits: Limits) -> bool {
    let highest = |points: &[i32]| points.iter().copied().max().unwrap_or(0).max(0);
    let lowest = |points: &[i32]| points.iter().copied().min().unwrap_or(0).min(0);
    let width: i32 = points.iter().map(|points| highest(points) - lowest(points)).sum();
    let capped = Dimension::ALL.into_iter().zip(limits.caps).all(|(dimension, cap)| {
        let of_dimension = targets.iter().zip(points).filter(|(target, _)| target.dimension == dimension);
        of_dimension.map(|(_, points)| highest(points)).sum::<i32>() <= cap
    });
    width <= limits.range && capped
}

/// Whether more log odds never mean fewer points, and equal ones equal points.
fn ordered(effects: &[f64], points: &[i32]) -> bool {
    let pairs = || effects.iter().zip(points);
    pairs()
        .all(|(effect, points)| pairs().all(|(other, other_points)| effect > other || points <= other_points))
}

/// Sweeps over the signals until nothing gains; returns the log loss reached.
fn improve(targets: &[Target], won: &[bool], limits: Limits, mut lattice: Lattice) -> (f64, Lattice) {
    let mut scores = scores(targets, &lattice.points, won.len());
    let mut map = LogisticMap::fit(&ScoreTable::of(&scores, won, limits.range).cells);
    for _ in 0..MOST_SWEEPS {
        let mut changed = false;
        for at in 0..targets.len() {
            let moved = best_points(targets, &lattice, at, &scores, won, &map, limits);
            if moved == lattice.points[at] {
                continue;
            }
            let change: Vec<i32> =
                moved.iter().zip(&lattice.points[at]).map(|(new, old)| new - old).collect();
            scores
                .iter_mut()
                .zip(&targets[at].codes)
                .for_each(|(score, &code)| *score += change[usize::from(code)]);
            lattice.points[at] = moved;
            map = LogisticMap::fit(&ScoreTable::of(&scores, won, limits.range).cells);
            changed = true;
        }
        if !changed {
            break;
        }
    }
    (map.log_loss(&ScoreTable::of(&scores, won, limits.range).cells), lattice)
}

/// The points of each row, all signals added.
pub(crate) fn scores(targets: &[Target], points: &[Vec<i32>], rows: usize) -> Vec<i32> {
    let mut scores = vec![0; rows];
    for (target, points) in targets.iter().zip(points) {
        scores.iter_mut().zip(&target.codes).for_each(|(score, &code)| *score += points[usize::from(code)]);
    }
    scores
}

/// The signal's points after moving each bin to the better of its two roundings, one after the other, as the limits allow.
fn best_points(
    targets: &[Target],
    lattice: &Lattice,
    at: usize,
    scores: &[i32],
    won: &[bool],
    map: &LogisticMap,
    limits: Limits,
) -> Vec<i32> {
    let target = &targets[at];
    let table = BinTable::of(target, scores, won, limits.range);
    let mut points = lattice.points.clone();
    for (bin, effect) in target.effects.iter().enumerate() {
        let exact = effect * lattice.scale;
        let now = points[at][bin];
        let other = if now == exact.floor() as i32 { exact.ceil() as i32 } else { exact.floor() as i32 };
        let far = (f64::from(other) - exact).abs() > FARTHEST;
        if other == now || far || table.gain(bin, other - now, map) <= 1e-9 {
            continue;
        }
        points[at][bin] = other;
        if !ordered(&target.effects, &points[at]) || !within(targets, &points, limits) {
            points[at][bin] = now;
        }
    }
    points.swap_remove(at)
}

/// Won and lost deals by score; scores lie within plus and minus the range.
struct ScoreTable {
    cells: Vec<(f64, f64, f64)>,
}

impl ScoreTable {
    fn of(scores: &[i32], won: &[bool], range: i32) -> Self {
        let mut counts = vec![[0_u32; 2]; slots(range)];
        for (&score, &won) in scores.iter().zip(won) {
            counts[slot(score, range)][usize::from(won)] += 1;
        }
        Self { cells: cells(&counts, range) }
    }
}

/// The same for each bin of one signal.
struct BinTable {
    cells: Vec<Vec<(f64, f64, f64)>>,
}

impl BinTable {
    fn of(target: &Target, scores: &[i32], won: &[bool], range: i32) -> Self {
        let width = slots(range);
        let mut counts = vec![[0_u32; 2]; width * target.effects.len()];
        for ((&score, &won), &code) in scores.iter().zip(won).zip(&target.codes) {
            counts[usize::from(code) * width + slot(score, range)][usize::from(won)] += 1;
        }
        Self { cells: counts.chunks_exact(width).map(|counts| cells(counts, range)).collect() }
    }

    /// What the log loss falls by if the bin's points change.
    fn gain(&self, bin: usize, change: i32, map: &LogisticMap) -> f64 {
        let change = f64::from(change);
        self.cells[bin]
            .iter()
            .map(|&(score, won, lost)| map.loss(score, won, lost) - map.loss(score + change, won, lost))
            .sum()
    }
}

fn slots(range: i32) -> usize {
    2 * range as usize + 1
}

fn slot(score: i32, range: i32) -> usize {
    (score + range) as usize
}

/// Score, won and lost deals of every score that occurs.
fn cells(counts: &[[u32; 2]], range: i32) -> Vec<(f64, f64, f64)> {
    let occurring = (-range..).zip(counts).filter(|(_, count)| count[0] + count[1] > 0);
    occurring.map(|(score, [lost, won])| (f64::from(score), f64::from(*won), f64::from(*lost))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn case(effects: Vec<Vec<f64>>, rows: usize, seed: u64) -> (Vec<Target>, Vec<bool>) {
        let mut state = seed;
        let mut next = |bound: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % bound
        };
        let targets: Vec<Target> = effects
            .into_iter()
            .enumerate()
            .map(|(at, effects)| Target {
                dimension: Dimension::ALL[at % 4],
                codes: (0..rows).map(|_| next(effects.len() as u64) as u16).collect(),
                effects,
            })
            .collect();
        let eta = |row: usize| targets.iter().map(|t| t.effects[usize::from(t.codes[row])]).sum::<f64>();
        let won =
            (0..rows).map(|row| (next(1000) as f64) / 1000.0 < 1.0 / (1.0 + (-eta(row)).exp())).collect();
        (targets, won)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]
        #[test]
        fn every_constraint_is_kept(
            effects in prop::collection::vec(prop::collection::vec(-3.0_f64..3.0, 2..6), 1..8),
            cap in 5_i32..60, range in 10_i32..100, seed in any::<u64>(),
        ) {
            let (targets, won) = case(effects, 200, seed);
            let limits = Limits { range, caps: [cap.min(range); 4] };
            let lattice = search(&targets, &won, limits);
            prop_assert!(within(&targets, &lattice.points, limits));
            for (target, points) in targets.iter().zip(&lattice.points) {
                prop_assert!(ordered(&target.effects, points));
                for (effect, points) in target.effects.iter().zip(points) {
                    prop_assert!((effect * lattice.scale - f64::from(*points)).abs() <= FARTHEST);
                    prop_assert!(f64::from(*points) * effect >= 0.0);
                }
            }
        }

        #[test]
        fn the_search_never_loses_to_plain_rounding(seed in any::<u64>()) {
            let (targets, won) = case(vec![vec![-1.0, 0.2, 0.9], vec![-0.3, 0.5], vec![0.0, 0.6, -0.8]], 300, seed);
            let limits = Limits { range: 12, caps: [12; 4] };
            let plain = starts(&targets, limits).next().unwrap();
            let loss = |lattice: &Lattice| {
                let table = ScoreTable::of(&scores(&targets, &lattice.points, won.len()), &won, limits.range);
                LogisticMap::fit(&table.cells).log_loss(&table.cells)
            };
            prop_assert!(loss(&search(&targets, &won, limits)) <= loss(&plain) + 1e-9);
        }
    }
}
