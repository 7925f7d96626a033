//! Deals with effects of known size among fields of noise.
//!
//! log odds = −1 + the sum of the fields' effects + the effect of one pair. All fields are independent of each other.
//!
//! | field | values | effect, log odds |
//! |---|---|---|
//! | Strong | four levels, a quarter each | −1, −1/3, 1/3, 1 |
//! | Weak | flag, half of the deals | −0.15, 0.15 |
//! | Rare | flag, 3 % of the deals | 0, 2 |
//! | U-shaped | number, uniform from 0 to 1,000 | 0.6 in the outer quarters, −0.6 within |
//! | Left, Right | two flags, half of the deals each | −0.25, 0.25 each, and 0.5 where both agree, −0.5 where they differ |
//! | the 25 fields of generated leads | numbers and categories | none |

use lead_scoring_benches::{Result, generated_leads};
use lead_scoring_core::{Column, Dataset, Field};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Fields with an effect of their own.
pub(crate) const PLANTED: [&str; 6] = ["Strong", "Weak", "Rare", "U-shaped", "Left", "Right"];
/// The fields whose pair has an effect beyond theirs: places in [`PLANTED`].
pub(crate) const PAIR: [usize; 2] = [4, 5];

const BASE_LOG_ODDS: f64 = -1.0;
const STRONG: [f64; 4] = [-1.0, -1.0 / 3.0, 1.0 / 3.0, 1.0];
const WEAK: f64 = 0.15;
const RARE_SHARE: f64 = 0.03;
const RARE: f64 = 2.0;
const U_SHAPED: f64 = 0.6;
const SIDE: f64 = 0.25;
const BOTH: f64 = 0.5;
/// The number's bound.
pub(crate) const MOST: u32 = 1_000;

/// Deals with what is true of them.
pub(crate) struct Planted {
    pub(crate) data: Dataset,
    /// For each field of [`PLANTED`] the effect on each deal, log odds.
    pub(crate) effects: [Vec<f64>; PLANTED.len()],
    /// Probability of winning.
    pub(crate) chance: Vec<f64>,
    /// The same without the pair's effect: the most that points for single fields can tell.
    pub(crate) chance_of_fields: Vec<f64>,
    /// How each deal ended.
    pub(crate) won: Vec<bool>,
}

impl Planted {
    pub(crate) fn new(deals: usize, seed: u64) -> Result<Self> {
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut data = generated_leads(deals, seed)?;
        let levels: Vec<usize> = (0..deals).map(|_| random.random_range(0..STRONG.len())).collect();
        let numbers: Vec<u32> = (0..deals).map(|_| random.random_range(0..MOST)).collect();
        let [weak, rare, left, right] = [0.5, RARE_SHARE, 0.5, 0.5]
            .map(|share| -> Vec<bool> { (0..deals).map(|_| random.random_bool(share)).collect() });

        let names: Vec<Option<String>> =
            levels.iter().map(|level| Some(format!("Level {}", level + 1))).collect();
        let values: Vec<f64> = numbers.iter().map(|number| f64::from(*number)).collect();
        let flags = |flags: &[bool]| Column::from_flags(&flags.iter().copied().map(Some).collect::<Vec<_>>());
        let columns = [
            Column::from_categories(&names),
            flags(&weak),
            flags(&rare),
            Column::from_numbers(&values),
            flags(&left),
            flags(&right),
        ];
        for (name, column) in PLANTED.into_iter().zip(columns) {
            data.push(Field::new(name), column)?;
        }

        let of_flag = |flags: &[bool], no: f64, yes: f64| -> Vec<f64> {
            flags.iter().map(|flag| if *flag { yes } else { no }).collect()
        };
        let outer: Vec<bool> =
            numbers.iter().map(|number| !(MOST / 4..MOST / 4 * 3).contains(number)).collect();
        let agree: Vec<bool> = left.iter().zip(&right).map(|(left, right)| left == right).collect();
        let effects = [
            levels.iter().map(|level| STRONG[*level]).collect(),
            of_flag(&weak, -WEAK, WEAK),
            of_flag(&rare, 0.0, RARE),
            of_flag(&outer, -U_SHAPED, U_SHAPED),
            of_flag(&left, -SIDE, SIDE),
            of_flag(&right, -SIDE, SIDE),
        ];
        let of_pair = of_flag(&agree, -BOTH, BOTH);
        let of_fields =
            |deal: usize| BASE_LOG_ODDS + effects.iter().map(|effect: &Vec<f64>| effect[deal]).sum::<f64>();
        let chance: Vec<f64> = (0..deals).map(|deal| logistic(of_fields(deal) + of_pair[deal])).collect();
        let chance_of_fields = (0..deals).map(|deal| logistic(of_fields(deal))).collect();
        let won = chance.iter().map(|chance| random.random_bool(*chance)).collect();
        Ok(Self { data, effects, chance, chance_of_fields, won })
    }
}

pub(crate) fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wins_follow_the_chances_and_the_effects_their_fields() {
        let planted = Planted::new(20_000, 3).unwrap();
        assert_eq!(planted.data.columns().len(), 31);
        let chance: f64 = planted.chance.iter().sum();
        let won = planted.won.iter().filter(|won| **won).count() as f64;
        // The deviation of the wins is below √(20,000/4) = 71.
        assert!((won - chance).abs() < 355.0, "{won} wins, {chance:.0} expected");
        let rare = planted.effects[2].iter().filter(|effect| **effect > 0.0).count();
        assert!((500..700).contains(&rare), "{rare} rare flags");
        let numbers = planted.data.column("U-shaped").unwrap();
        for deal in 0..200 {
            let outer = numbers.number(deal).is_some_and(|x| !(250.0..750.0).contains(&x));
            assert_eq!(outer, planted.effects[3][deal] > 0.0);
        }
    }
}
