//! Scored leads with outcomes, to time statistics on.

use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

const SEED: u64 = 1;

/// Leads with a chance to be won, points that follow it, and an outcome drawn from it.
#[derive(Clone, Debug)]
pub struct RankedLeads {
    /// A continuous score, 0 to 1.
    pub chances: Vec<f64>,
    /// A score of many ties, 0 to 100.
    pub points: Vec<i32>,
    /// The outcomes.
    pub won: Vec<bool>,
}

impl RankedLeads {
    /// Chances follow the beta distribution with parameters 1.2 and 4; points are hundredths of them after normal noise of standard
    /// deviation `blur`. The same call gives the same leads.
    #[must_use]
    pub fn new(rows: usize, blur: f64) -> Self {
        let mut random = Pcg64Mcg::seed_from_u64(SEED);
        let chances: Vec<f64> = (0..rows).map(|_| beta(&mut random, 1.2, 4.0)).collect();
        let won = chances.iter().map(|&chance| random.random::<f64>() < chance).collect();
        let points = chances
            .iter()
            .map(|&chance| ((chance + blur * normal(&mut random)).clamp(0.0, 1.0) * 100.0).round() as i32)
            .collect();
        Self { chances, points, won }
    }
}

fn beta(random: &mut Pcg64Mcg, a: f64, b: f64) -> f64 {
    let (x, y) = (gamma(random, a), gamma(random, b));
    x / (x + y)
}

/// Marsaglia & Tsang (2000), for shapes from 1.
fn gamma(random: &mut Pcg64Mcg, shape: f64) -> f64 {
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(random);
        let v = (1.0 + c * x).powi(3);
        if v > 0.0 && random.random::<f64>().ln() < 0.5 * x * x + d - d * v + d * v.ln() {
            return d * v;
        }
    }
}

/// Box & Muller (1958).
fn normal(random: &mut Pcg64Mcg) -> f64 {
    let radius = (-2.0 * (1.0 - random.random::<f64>()).ln()).sqrt();
    radius * (std::f64::consts::TAU * random.random::<f64>()).cos()
}
