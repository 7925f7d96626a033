//! Coverage by simulation.

use crate::table::{Row, Unit};
use lead_scoring_metrics::Estimate;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// How often, and from which seed, which is the same for every line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Simulation {
    pub(crate) replicates: u32,
    pub(crate) seed: u64,
}

impl Simulation {
    /// The share of draws in which the interval holds `truth`; a draw without an interval counts as a miss.
    pub(crate) fn row(
        self,
        (what, setting): (&'static str, String),
        accepted: (f64, f64),
        truth: f64,
        draw: impl Fn(&mut Pcg64Mcg) -> lead_scoring_metrics::Result<Estimate>,
    ) -> Row {
        let mut random = Pcg64Mcg::seed_from_u64(self.seed);
        let holds = |estimate: Estimate| estimate.interval.is_some_and(|interval| interval.contains(truth));
        let held = (0..self.replicates).filter(|_| draw(&mut random).is_ok_and(holds)).count();
        let replicates = f64::from(self.replicates);
        // Two hits and two misses more (Agresti & Coull 1998), so that it is never 0.
        let shrunk = (held as f64 + 2.0) / (replicates + 4.0);
        let error = (shrunk * (1.0 - shrunk) / replicates).sqrt();
        Row { what, setting, value: held as f64 / replicates, error, accepted, unit: Unit::Share }
    }
}

/// Wins among `trials` deals that are won at the rate `p`, with the number of trials.
pub(crate) fn binomial(trials: u64, p: f64, random: &mut Pcg64Mcg) -> (u64, u64) {
    ((0..trials).map(|_| u64::from(random.random_bool(p))).sum(), trials)
}

/// A standard normal number (Box & Muller 1958).
pub(crate) fn normal(random: &mut Pcg64Mcg) -> f64 {
    let (radius, angle): (f64, f64) = (random.random(), random.random());
    (-2.0 * (-radius).ln_1p()).sqrt() * (std::f64::consts::TAU * angle).cos()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::NOMINAL;
    use lead_scoring_metrics::Interval;

    #[test]
    fn hits_are_counted_and_no_interval_is_a_miss() {
        let simulation = Simulation { replicates: 4_000, seed: 7 };
        let row = simulation.row(("half", String::new()), NOMINAL, 0.5, |random| {
            let interval = Interval { lower: 0.0, upper: 1.0, level: 0.95 };
            Ok(Estimate { value: 0.5, interval: random.random_bool(0.5).then_some(interval) })
        });
        assert!((row.value - 0.5).abs() < 5.0 * row.error && row.is_off());
        assert!((row.error - 0.0079).abs() < 0.0001);
    }

    #[test]
    fn normal_numbers_have_mean_0_and_variance_1() {
        let mut random = Pcg64Mcg::seed_from_u64(7);
        let draws: Vec<f64> = (0..10_000).map(|_| normal(&mut random)).collect();
        let moment = |power| draws.iter().map(|x| x.powi(power)).sum::<f64>() / 10_000.0;
        assert!(moment(1).abs() < 0.05 && (moment(2) - 1.0).abs() < 0.08, "{} {}", moment(1), moment(2));
    }
}
