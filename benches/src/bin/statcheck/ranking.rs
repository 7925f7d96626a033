//! Intervals of how well a score ranks: DeLong's of the AUC, and Spearman's correlation of score and outcome.
//!
//! Scores of lost deals are standard normal, those of won deals lie d = √2·Φ⁻¹(AUC) higher. For a score without ties and wins at rate p
//! the true correlation is (2·AUC − 1)·√(3·p·(1 − p)).

use crate::LEVEL;
use crate::simulate::{Simulation, normal};
use crate::table::{NOMINAL, Row};
use lead_scoring_benches::Result;
use lead_scoring_metrics::{ScoreCounts, z_for};
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

const AUCS: [f64; 3] = [0.6, 0.75, 0.9];
/// Won and lost deals.
const CLASSES: [(usize, usize); 3] = [(20, 80), (60, 200), (200, 800)];
/// Deals and win rate.
const OUTCOMES: [(usize, f64); 2] = [(100, 0.3), (1_000, 0.2)];
/// Bonett and Wright's variance is that of normal variables; for a yes or no outcome it is too large, the more so the stronger the
/// score, so that the interval holds the truth more often than it says.
const SPEARMAN: (f64, f64) = (0.94, 0.98);

/// All of them.
pub(crate) fn rows(simulation: Simulation) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for auc in AUCS {
        // The two-sided quantile of 2·AUC − 1 is the one-sided of AUC.
        let distance = std::f64::consts::SQRT_2 * z_for(2.0 * auc - 1.0)?;
        for (won, lost) in CLASSES {
            let setting = format!("AUC {auc}, {won} won, {lost} lost");
            rows.push(simulation.row(("DeLong AUC", setting), NOMINAL, auc, |random| {
                let outcomes = (0..won + lost).map(|deal| deal < won).collect();
                scored(outcomes, distance, random)?.delong(LEVEL)
            }));
        }
        for (deals, rate) in OUTCOMES {
            let truth = (2.0 * auc - 1.0) * (3.0 * rate * (1.0 - rate)).sqrt();
            let setting = format!("{truth:.2}, {deals} deals, {:.0} % won", 100.0 * rate);
            rows.push(simulation.row(("Spearman", setting), SPEARMAN, truth, |random| {
                let outcomes = (0..deals).map(|_| random.random_bool(rate)).collect();
                scored(outcomes, distance, random)?.spearman_estimate(LEVEL)
            }));
        }
    }
    Ok(rows)
}

fn scored(won: Vec<bool>, distance: f64, random: &mut Pcg64Mcg) -> lead_scoring_metrics::Result<ScoreCounts> {
    let score = |won: &bool| normal(random) + if *won { distance } else { 0.0 };
    let scores: Vec<f64> = won.iter().map(score).collect();
    ScoreCounts::from_scores(&scores, &won)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_of_rankings_hold_their_level() {
        let rows = rows(Simulation { replicates: 300, seed: 1 }).unwrap();
        assert_eq!((rows.len(), crate::off(&rows)), (15, Vec::new()));
    }
}
