//! The choice of the map from score to probability.
//!
//! Candidates are Platt's logistic map, beta calibration and centred isotonic regression. Each is fitted on four fifths of the
//! deals and judged by the log loss on the fifth left out, five times over (of five deals of an outcome in a
//! row each fifth gets one, in a fixed shuffle); the least loss wins, and the winner is fitted again on all deals. Isotonic regression, which can follow any
//! chance bend, takes part from 1,000 deals with 100 of each outcome.

use crate::cells::{Cell, cells, totals};
use crate::isotonic::centred;
use crate::parametric::{beta_map, platt_map};
use crate::{Error, ErrorKind, Result};
use lead_scoring_model::ProbabilityMap;
use serde::Serialize;

const FOLDS: usize = 5;
const DEALS_FOR_ISOTONIC: u64 = 1_000;
const OF_EACH_FOR_ISOTONIC: u64 = 100;

/// How near to 0 and 1 a probability may come.
const EDGE: f64 = 1e-6;

/// A way to map scores to probabilities with its cross-validated loss.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Candidate {
    /// The map: `logistic (Platt)`, `beta` or `isotonic, centred`.
    pub method: &'static str,
    /// Mean log loss in nats per deal on the deals left out; lower is better.
    pub log_loss: f64,
    /// Whether this map was taken.
    pub chosen: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    Platt,
    Beta,
    Isotonic,
}

impl Method {
    const fn label(self) -> &'static str {
        match self {
            Self::Platt => "logistic (Platt)",
            Self::Beta => "beta",
            Self::Isotonic => "isotonic, centred",
        }
    }

    /// The probability at every score of the range, never falling; `None` where the map does not exist.
    fn values(self, cells: &[Cell], range: (i32, i32)) -> Option<Vec<f64>> {
        match self {
            Self::Platt => platt_map(cells).map(|map| tabulated(map, range)),
            Self::Beta => beta_map(cells, range).map(|map| tabulated(map, range)),
            Self::Isotonic => centred(cells).map(|map| tabulated(map, range)),
        }
    }
}

fn tabulated(map: impl Fn(f64) -> f64, (low, high): (i32, i32)) -> Vec<f64> {
    let mut highest = EDGE;
    (low..=high)
        .map(|score| {
            highest = map(f64::from(score)).clamp(highest, 1.0 - EDGE);
            highest
        })
        .collect()
}

/// The best map over `range` for scores within it, with all candidates, best first.
pub(crate) fn choose(
    range: (i32, i32),
    scores: &[i32],
    won: &[bool],
) -> Result<(ProbabilityMap, Vec<Candidate>)> {
    let all = cells(scores, won);
    let (wins, losses) = totals(&all);
    let mut ranked: Vec<(Method, f64)> = Vec::new();
    if all.len() > 1 {
        let enough = wins + losses >= DEALS_FOR_ISOTONIC && wins.min(losses) >= OF_EACH_FOR_ISOTONIC;
        let methods = [Method::Platt, Method::Beta, Method::Isotonic];
        let takes_part = methods.into_iter().filter(|&method| enough || method != Method::Isotonic);
        let exists = takes_part.filter(|method| method.values(&all, range).is_some());
        let folds = folds(&all, scores, won);
        ranked = exists.map(|method| (method, left_out_loss(method, range, &folds))).collect();
        ranked.sort_by(|a, b| a.1.total_cmp(&b.1));
    }
    let best = ranked.first().map(|(method, _)| *method);
    let candidate = |&(method, log_loss): &(Method, f64)| Candidate {
        method: method.label(),
        log_loss,
        chosen: Some(method) == best,
    };
    let candidates = ranked.iter().map(candidate).collect();
    let (values, label) = match best.and_then(|method| Some((method.values(&all, range)?, method.label()))) {
        Some(found) => found,
        None => (flat(wins, losses, range), "base rate"),
    };
    let map = ProbabilityMap::new(range.0, values, label);
    let map = map.ok_or_else(|| Error::new(ErrorKind::Numeric, "the probabilities could not be computed"))?;
    Ok((map, candidates))
}

fn flat(wins: u64, losses: u64, range: (i32, i32)) -> Vec<f64> {
    let base = wins as f64 / (wins + losses).max(1) as f64;
    tabulated(|_| base, range)
}

/// The cells of each fold's training part and test part; `all` are those of all deals.
fn folds(all: &[Cell], scores: &[i32], won: &[bool]) -> Vec<(Vec<Cell>, Vec<Cell>)> {
    let mut dealt = [0_u64; 2];
    let mut parts: Vec<[Vec<i32>; 2]> = vec![Default::default(); FOLDS];
    for (&score, &won) in scores.iter().zip(won) {
        let fold = fold_of(dealt[usize::from(won)], won);
        dealt[usize::from(won)] += 1;
        parts[fold][usize::from(won)].push(score);
    }
    let test = |[lost, won]: &[Vec<i32>; 2]| {
        let outcomes: Vec<bool> = (0..lost.len() + won.len()).map(|at| at >= lost.len()).collect();
        cells(&[lost.as_slice(), won.as_slice()].concat(), &outcomes)
    };
    let tests = parts.iter().map(test);
    tests.map(|test| (without(all, &test), test)).collect()
}

/// The fold of the deal that is `nth` of its outcome. Every five deals in a row go to five folds, beginning at a place that is shuffled.
const fn fold_of(nth: u64, won: bool) -> usize {
    let folds = FOLDS as u64;
    let begin = scattered(2 * (nth / folds) + won as u64) % folds;
    ((begin + nth) % folds) as usize
}

/// The cells that are left without those of a part of the deals.
fn without(all: &[Cell], part: &[Cell]) -> Vec<Cell> {
    let mut part = part.iter().peekable();
    let rest = all.iter().map(|cell| match part.next_if(|taken| taken.score == cell.score) {
        Some(taken) => Cell { score: cell.score, won: cell.won - taken.won, lost: cell.lost - taken.lost },
        None => *cell,
    });
    rest.filter(|cell| cell.deals() > 0).collect()
}

/// A fixed shuffle of numbers (the finaliser of SplitMix64, Steele et al. 2014), so that a pattern that repeats every few
/// rows does not fall into one fold.
const fn scattered(row: u64) -> u64 {
    let mut x = row.wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

fn left_out_loss(method: Method, range: (i32, i32), folds: &[(Vec<Cell>, Vec<Cell>)]) -> f64 {
    let (mut loss, mut deals) = (0.0, 0_u64);
    for (train, test) in folds {
        let (wins, losses) = totals(train);
        let values = method.values(train, range).unwrap_or_else(|| flat(wins, losses, range));
        for cell in test {
            let at = usize::try_from(i64::from(cell.score) - i64::from(range.0)).unwrap_or(0);
            let Some(&p) = values.get(at) else { continue };
            loss -= cell.won as f64 * p.ln() + cell.lost as f64 * (-p).ln_1p();
            deals += cell.deals();
        }
    }
    loss / deals.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_share_out_every_deal_once() {
        let scores: Vec<i32> = (0..53).collect();
        let won: Vec<bool> = (0..53).map(|deal| deal % 3 == 0).collect();
        let folds = folds(&cells(&scores, &won), &scores, &won);
        let tested: u64 = folds.iter().flat_map(|(_, test)| test).map(Cell::deals).sum();
        assert_eq!(tested, 53);
        assert!(folds.iter().all(|(train, test)| {
            let count = |cells: &[Cell]| cells.iter().map(Cell::deals).sum::<u64>();
            count(train) + count(test) == 53 && totals(test).0 >= 3
        }));
    }

    /// Wins in 20 at six scores: two jumps that no logistic or beta curve follows.
    #[test]
    fn jumps_are_best_followed_by_isotonic_regression() {
        let wins_in_20 = [1, 2, 10, 11, 12, 19];
        let scores: Vec<i32> = (0..3600).map(|deal| deal % 6 * 20).collect();
        let won: Vec<bool> =
            (0..3600).map(|deal| (deal / 6 * 7) % 20 < wins_in_20[deal as usize % 6]).collect();
        let (map, candidates) = choose((0, 100), &scores, &won).unwrap();
        assert_eq!(map.method, "isotonic, centred");
        assert_eq!(candidates.len(), 3);
        assert!(candidates[0].chosen && candidates[0].log_loss < candidates[1].log_loss - 0.01);
        assert!((map.at(40) - 0.5).abs() < 0.01 && (map.at(30) - 0.3).abs() < 0.01);
        let (small, candidates) = choose((0, 100), &scores[..900], &won[..900]).unwrap();
        assert_ne!(small.method, "isotonic, centred");
        assert_eq!(candidates.len(), 2);
    }

    #[test]
    fn scores_that_mislead_get_the_base_rate() {
        let scores: Vec<i32> = (0..100).collect();
        let won: Vec<bool> = (0..100).map(|deal| deal < 25).collect();
        let (map, candidates) = choose((0, 100), &scores, &won).unwrap();
        assert!(map.values.iter().all(|p| (p - 0.25).abs() < 1e-12) && candidates.is_empty());
        assert_eq!(map.method, "base rate");
    }
}
