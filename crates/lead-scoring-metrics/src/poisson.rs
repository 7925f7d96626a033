//! Poisson numbers from ten random bits.
//!
//! A table of 1024 places holds each number as often as its probability fills whole places. In the places left
//! over, some hundredths of a small mean's, another draw decides, from what the full places left of each number. So the numbers have
//! their probabilities to 2⁻⁶⁰, and most cost one look-up in a table that stays in the first cache.

use crate::alias::AliasTable;

/// Random bits of one look-up.
pub(crate) const BITS: u32 = 10;
const PLACES: usize = 1 << BITS;
/// The place that leads to the second draw.
const AGAIN: u16 = u16::MAX;
/// The weight of all numbers together.
const WHOLE: f64 = (1_u64 << 62) as f64;

/// The Poisson distribution of one mean.
#[derive(Clone, Debug)]
pub(crate) struct PoissonTable {
    places: Box<[u16; PLACES]>,
    rest: AliasTable,
}

impl PoissonTable {
    /// The table of a mean from 0 to 40 000.
    pub(crate) fn new(mean: f64) -> Self {
        let numbers = weights(mean);
        let total: u128 = numbers.iter().map(|number| u128::from(number.1)).sum();
        let mut places = Box::new([AGAIN; PLACES]);
        let (mut filled, mut rest) = (0, Vec::with_capacity(numbers.len()));
        for (number, weight) in numbers {
            let share = u128::from(weight) << BITS;
            let whole = (share / total) as usize;
            places[filled..filled + whole].fill(number);
            filled += whole;
            rest.push((usize::from(number), ((share % total) >> BITS) as u64));
        }
        Self { places, rest: AliasTable::new(&rest) }
    }

    /// The number that the lowest bits of `word` draw; `more` gives a further uniform word where they do not decide.
    pub(crate) fn draw(&self, word: u64, more: impl FnOnce() -> u64) -> u64 {
        match self.places[word as usize % PLACES] {
            AGAIN => self.rest.draw(more()).unwrap_or_default() as u64,
            number => number.into(),
        }
    }
}

/// The numbers that are not too improbable for 62 bits, with their weights.
fn weights(mean: f64) -> Vec<(u16, u64)> {
    // From the likeliest number outwards by p(k + 1)/p(k) = mean/(k + 1): no factorial is needed, and nothing overflows.
    const LEAST: f64 = 1e-22;
    let top = mean.floor() as u16;
    let mut odds = Vec::new();
    let (mut number, mut p) = (top, 1.0);
    while p > LEAST {
        odds.push((number, p));
        number += 1;
        p *= mean / f64::from(number);
    }
    (number, p) = (top, 1.0);
    while number > 0 {
        p *= f64::from(number) / mean;
        number -= 1;
        if p <= LEAST {
            break;
        }
        odds.push((number, p));
    }
    let sum: f64 = odds.iter().map(|number| number.1).sum();
    odds.into_iter().map(|(number, p)| (number, (p / sum * WHOLE) as u64)).filter(|w| w.1 > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;
    use statrs::distribution::{Discrete, Poisson};

    /// Places and rest together give each number its probability.
    #[test]
    fn every_number_has_its_probability() {
        for mean in [0.4, 0.975, 1.0, 3.9, 15.6, 250.0, 4090.0, 32_700.0] {
            let table = PoissonTable::new(mean);
            let again = table.places.iter().filter(|&&place| place == AGAIN).count() as f64 / PLACES as f64;
            let theirs = Poisson::new(mean).unwrap();
            let spread = 5.0 * mean.sqrt();
            for number in ((mean - spread).max(0.0) as u16)..=((mean + spread) as u16) {
                let whole =
                    table.places.iter().filter(|&&place| place == number).count() as f64 / PLACES as f64;
                let ours = whole + again * table.rest.share_of(number.into());
                // Theirs goes by logarithms and keeps fewer digits at large means.
                assert_relative_eq!(ours, theirs.pmf(number.into()), max_relative = 1e-8, epsilon = 1e-18);
            }
            assert!(again < 0.01 + 0.004 * mean.sqrt(), "{mean}: {again}");
        }
    }

    #[test]
    fn a_mean_of_nothing_gives_nothing() {
        let table = PoissonTable::new(0.0);
        assert!((0..PLACES as u64).all(|word| table.draw(word, || u64::MAX) == 0));
    }
}
