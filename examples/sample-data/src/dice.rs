//! Seeded draws.
//!
//! Everything is built on one uniform number, so that the files depend on the generator alone and not on
//! how a library release samples ranges or distributions.

use rand::{RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64Mcg;

/// A seeded source of draws (PCG-XSL-RR-128/64 with a multiplicative congruential core; O'Neill 2014).
#[derive(Debug)]
pub(crate) struct Dice(Pcg64Mcg);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed))
    }

    /// Uniform in [0, 1).
    fn unit(&mut self) -> f64 {
        self.0.random()
    }

    /// Uniform in `0..n`; 0 when `n` is 0.
    fn below(&mut self, n: usize) -> usize {
        ((self.unit() * n as f64) as usize).min(n.saturating_sub(1))
    }

    /// Uniform in `low..=high`.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below((high - low) as usize + 1) as u32
    }

    /// In `low..=high`, with small values more frequent (a squared uniform).
    pub(crate) fn skewed(&mut self, low: u32, high: u32) -> u32 {
        let u = self.unit();
        low + (u * u * f64::from(high - low + 1)) as u32
    }

    /// True with probability `p`; values outside [0, 1] act as the nearer end.
    pub(crate) fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    /// One of `items`, all equally likely. `items` must not be empty.
    pub(crate) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// One of `choices` in proportion to its weight. `choices` must not be empty.
    pub(crate) fn weighted<T: Copy>(&mut self, choices: &[(T, u32)]) -> T {
        let total: u32 = choices.iter().map(|(_, weight)| weight).sum();
        let mut left = self.below(total as usize) as u32;
        for &(item, weight) in choices {
            if left < weight {
                return item;
            }
            left -= weight;
        }
        choices[choices.len() - 1].0
    }

    /// Number of successes in `trials` independent tries.
    pub(crate) fn successes(&mut self, trials: u32, p: f64) -> u32 {
        (0..trials).map(|_| u32::from(self.chance(p))).sum()
    }

    /// Nearly standard normal: twelve uniforms less six (mean 0, variance 1, within ±6).
    pub(crate) fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// Standard logistic noise, ln(u / (1 − u)): added to log odds it makes a logit model.
    pub(crate) fn logistic(&mut self) -> f64 {
        let u = self.unit().max(f64::EPSILON);
        (u / (1.0 - u)).ln()
    }

    /// Shuffles in place (Fisher–Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_hold_and_reach_both_ends() {
        let mut dice = Dice::new(7);
        let draws: Vec<u32> = (0..500).map(|_| dice.between(3, 6)).collect();
        assert_eq!(draws.iter().min(), Some(&3));
        assert_eq!(draws.iter().max(), Some(&6));
        let skewed: Vec<u32> = (0..500).map(|_| dice.skewed(10, 19)).collect();
        assert!(skewed.iter().all(|x| (10..=19).contains(x)));
        let low = skewed.iter().filter(|x| **x < 15).count();
        assert!(low > 300, "a squared uniform falls in the lower half 71 % of the time, here {low} of 500");
    }

    #[test]
    fn weights_are_respected_and_zero_weight_never_drawn() {
        let mut dice = Dice::new(7);
        let heavy = (0..1000).filter(|_| dice.weighted(&[("a", 3), ("never", 0), ("b", 1)]) == "a").count();
        assert!((690..=810).contains(&heavy), "750 expected, got {heavy}");
        assert!((0..1000).all(|_| dice.weighted(&[("a", 3), ("never", 0), ("b", 1)]) != "never"));
    }

    #[test]
    fn a_shuffle_keeps_all_items() {
        let mut items: Vec<u32> = (0..50).collect();
        Dice::new(7).shuffle(&mut items);
        assert_ne!(items, (0..50).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<_>>());
    }
}
