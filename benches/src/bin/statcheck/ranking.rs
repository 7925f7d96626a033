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
const OUTCOMES: [(usize, f64); 3] = [(60, 0.5), (100, 0.3), (1_000, 0.2)];
/// AUC, won and lost deals where DeLong's interval is known to be too short or too long: few deals and a score near perfect. What is
/// accepted was chosen after the figures were seen, to keep them from growing worse.
const FEW: [(f64, usize, usize); 4] = [(0.95, 15, 15), (0.95, 15, 60), (0.9, 15, 200), (0.95, 15, 200)];
const OF_FEW: (f64, f64) = (0.88, 0.98);

/// All of them.
pub(crate) fn rows(simulation: Simulation) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for auc in AUCS {
        for (won, lost) in CLASSES {
            rows.push(delong(simulation, auc, (won, lost), NOMINAL)?);
        }
        for (deals, rate) in OUTCOMES {
            rows.push(spearman(simulation, auc, deals, rate)?);
        }
    }
    for (auc, won, lost) in FEW {
        rows.push(delong(simulation, auc, (won, lost), OF_FEW)?);
    }
    Ok(rows)
}

fn delong(
    simulation: Simulation,
    auc: f64,
    (won, lost): (usize, usize),
    accepted: (f64, f64),
) -> Result<Row> {
    let distance = distance(auc)?;
    let setting = format!("AUC {auc}, {won} won, {lost} lost");
    Ok(simulation.row(("DeLong AUC", setting), accepted, auc, |random| {
        let outcomes = (0..won + lost).map(|deal| deal < won).collect();
        scored(outcomes, distance, random)?.delong(LEVEL)
    }))
}

fn spearman(simulation: Simulation, auc: f64, deals: usize, rate: f64) -> Result<Row> {
    let distance = distance(auc)?;
    let truth = (2.0 * auc - 1.0) * (3.0 * rate * (1.0 - rate)).sqrt();
    let setting = format!("{truth:.2}, {deals} deals, {:.0} % won", 100.0 * rate);
    Ok(simulation.row(("Spearman", setting), NOMINAL, truth, |random| {
        let outcomes = (0..deals).map(|_| random.random_bool(rate)).collect();
        scored(outcomes, distance, random)?.spearman_estimate(LEVEL)
    }))
}

/// How far the scores of won deals lie above those of lost ones.
fn distance(auc: f64) -> Result<f64> {
    // The two-sided quantile of 2·AUC − 1 is the one-sided of AUC.
    Ok(std::f64::consts::SQRT_2 * z_for(2.0 * auc - 1.0)?)
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
        assert_eq!((rows.len(), crate::off(&rows)), (22, Vec::new()));
    }
}
