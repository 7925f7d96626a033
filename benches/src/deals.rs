//! Closed deals from a seeded generator: the leads of `leads.rs` with outcomes that the planted model makes likely.

use crate::{Result, generated_leads, planted_model};
use lead_scoring_core::{Deals, Dimension};
use lead_scoring_lift::{AnalyzeOptions, FieldChoice};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Log odds per point of the planted model.
const LOG_ODDS: f64 = 0.1;
/// What a lead gains that has many of the first number and one of the first four levels of the first category.
const COMBINATION: f64 = 1.0;

/// Closed deals with the columns of [`generated_leads`]: all of them matter, and one combination of two matters beyond the two.
///
/// # Errors
/// None: the planted model reads every column.
pub fn generated_deals(rows: usize, seed: u64) -> Result<Deals> {
    let leads = generated_leads(rows, seed)?;
    let card = planted_model()?.card;
    let scores = card.score_rows(&leads)?;
    let (low, high) = card.range();
    let middle = f64::from(low + high) / 2.0;
    let both = [15, 0].map(|signal: usize| card.signals[signal].code_rows(&leads));
    let [category, number] = both;
    let (category, number) = (category?, number?);
    let mut random = Pcg64Mcg::seed_from_u64(seed ^ 0x5eed);
    let won = (0..rows).map(|row| {
        let combined = if category[row] == 0 && number[row] == 4 { COMBINATION } else { 0.0 };
        let eta = LOG_ODDS * (f64::from(scores[row]) - middle) - 0.8 + combined;
        random.random_bool(1.0 / (1.0 + (-eta).exp()))
    });
    let won = won.collect();
    Ok(Deals::new(leads, won)?)
}

/// Options that measure every column of some deals.
#[must_use]
pub fn every_column(deals: &Deals) -> AnalyzeOptions {
    let mut options = AnalyzeOptions::default();
    let fields = deals.data().fields().iter().enumerate();
    options.fields =
        fields.map(|(at, field)| FieldChoice::new(&field.name, Dimension::ALL[at % 4])).collect();
    options
}
