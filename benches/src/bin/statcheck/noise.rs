//! How often a card claims signals among hundreds of fields that mean nothing.
//!
//! More fields than a fit tries, so that the choice of those it does try, the strongest by chance, must not look into the fold set aside.

use crate::table::{Row, Unit, mean_and_error};
use lead_scoring_benches::{Result, generated_leads};
use lead_scoring_core::{Dataset, Deals, Dimension, Field};
use lead_scoring_fit::{FitOptions, fit};
use lead_scoring_lift::{AnalyzeOptions, FieldChoice, analyze};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Sets of generated fields put side by side, 25 fields each.
const SETS: u64 = 12;
const DEALS: usize = 1_000;
const WIN_RATE: f64 = 0.3;

/// The share of so many histories whose card has a signal.
pub(crate) fn rows(histories: u32) -> Result<Vec<Row>> {
    let claims: Vec<f64> = (1..=u64::from(histories))
        .map(|seed| Ok(f64::from(u8::from(claims(seed)?))))
        .collect::<Result<_>>()?;
    let (value, error) = mean_and_error(&claims);
    let setting = format!("{} fields of noise, {DEALS} deals, {histories} histories", 25 * SETS);
    let accepted = (0.0, FitOptions::default().q_level);
    Ok(vec![Row { what: "cards with a signal", setting, value, error, accepted, unit: Unit::Share }])
}

fn claims(seed: u64) -> Result<bool> {
    let data = fields(seed)?;
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let won: Vec<bool> = (0..DEALS).map(|_| random.random_bool(WIN_RATE)).collect();
    let mut options = AnalyzeOptions::default();
    options.seed = seed;
    let names = data.fields().iter().map(|field| field.name.clone());
    options.fields = names.map(|name| FieldChoice::new(name, Dimension::Firmographic)).collect();
    let analysis = analyze(&Deals::new(data, won)?, &options)?;
    Ok(!fit(&analysis, &FitOptions::default(), Vec::new())?.card.signals.is_empty())
}

/// Many fields that are independent of the outcome.
fn fields(seed: u64) -> Result<Dataset> {
    let mut all = Dataset::with_rows(DEALS);
    for set in 0..SETS {
        let some = generated_leads(DEALS, seed * SETS + set)?;
        for (field, column) in some.iter() {
            all.push(Field::new(format!("{} of set {set}", field.name)), column.clone())?;
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_seldom_makes_a_card() {
        assert_eq!(fields(1).unwrap().columns().len(), 300);
        let rows = rows(4).unwrap();
        // At 5 % more than 2 of 4 occur less than once in 2,000 times.
        assert!(rows.len() == 1 && rows[0].value <= 0.5, "{rows:?}");
    }
}
