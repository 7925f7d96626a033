//! Leads from a seeded generator, and a model that reads every one of their columns.
//!
//! A lead has 15 numbers and 10 categories. Of the numbers a third are counts (below 40), a third days (below 2,000) and a third
//! amounts to the cent (nearly as many distinct values as leads), because what a number costs depends on how many distinct values
//! there are. One cell in twenty is missing.

use crate::Result;
use lead_scoring_core::{Binning, Column, Dataset, Dimension, Field, Kind, Tier};
use lead_scoring_model::{
    Bin, History, Input, ProbabilityMap, Scorecard, ScoringModel, Signal, TierCuts, TierFacts, Validation,
    Verdict,
};
use rand::{Rng, RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// How many columns hold numbers.
pub const NUMBERS: usize = 15;
/// How many columns hold categories.
pub const CATEGORIES: usize = 10;

const MISSING_SHARE: f64 = 0.05;
const LEVELS: usize = 20;
/// Points of the five bins of every signal: with 25 signals the score runs from 0 to 100.
const POINTS: [i32; 5] = [-2, -1, 0, 1, 2];
/// Log odds per point.
const LOG_ODDS: f64 = 0.1;

/// Leads with [`NUMBERS`] number columns and [`CATEGORIES`] category columns.
///
/// # Errors
/// None: the columns have equal lengths and different names.
pub fn generated_leads(rows: usize, seed: u64) -> Result<Dataset> {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let mut leads = Dataset::with_rows(rows);
    for at in 0..NUMBERS {
        let values: Vec<f64> = (0..rows).map(|_| number(at, &mut random)).collect();
        leads.push(Field::new(number_name(at)), Column::from_numbers(&values))?;
    }
    for at in 0..CATEGORIES {
        let levels: Vec<String> = (0..LEVELS).map(level_name).collect();
        let values: Vec<Option<&String>> = (0..rows).map(|_| level(&levels, &mut random)).collect();
        leads.push(Field::new(category_name(at)), Column::from_categories(&values))?;
    }
    Ok(leads)
}

fn number(at: usize, random: &mut impl Rng) -> f64 {
    if random.random_bool(MISSING_SHARE) {
        return f64::NAN;
    }
    let whole = f64::from(random.random_range(0..100 * most(at)));
    if at % 3 == 2 { whole / 100.0 } else { (whole / 100.0).floor() }
}

/// The bound of a number column.
const fn most(at: usize) -> u32 {
    [40, 2_000, 100_000][at % 3]
}

fn level<'a>(levels: &'a [String], random: &mut impl Rng) -> Option<&'a String> {
    if random.random_bool(MISSING_SHARE) { None } else { levels.get(random.random_range(0..levels.len())) }
}

fn number_name(at: usize) -> String {
    format!("Number {}", at + 1)
}

fn category_name(at: usize) -> String {
    format!("Category {}", at + 1)
}

fn level_name(at: usize) -> String {
    format!("Level {}", at + 1)
}

/// A model of one signal a column, each with five bins and points for all but the middle one.
///
/// # Errors
/// Where the parts do not make a model.
pub fn planted_model() -> Result<ScoringModel> {
    let numbers = (0..NUMBERS).map(|at| {
        let fifth = f64::from(most(at)) / 5.0;
        let edges = (1..5).map(|edge| f64::from(edge) * fifth).collect();
        signal(number_name(at), at, Binning::Range { edges })
    });
    let categories = (0..CATEGORIES).map(|at| {
        let names: Vec<String> = (0..LEVELS).map(level_name).collect();
        let groups = names.chunks(LEVELS / POINTS.len()).map(<[String]>::to_vec).collect();
        signal(category_name(at), NUMBERS + at, Binning::Group { groups })
    });
    let card = Scorecard::new(1.0 / LOG_ODDS, [60; 4], numbers.chain(categories).collect(), Vec::new());
    let (low, high) = card.range();
    let middle = f64::from(low + high) / 2.0;
    let curve = (low..=high).map(|score| 1.0 / (1.0 + ((middle - f64::from(score)) * LOG_ODDS).exp()));
    let probability = ProbabilityMap::new(low, curve.collect(), "planted").ok_or("the curve is no map")?;
    let model = ScoringModel::new(
        "Planted".to_owned(),
        "1.0".to_owned(),
        "2026-01-01".to_owned(),
        History::new(0, 0),
        card,
        TierCuts::new(65, 55, 45),
        Tier::ALL.map(|tier| TierFacts::new(tier, 0, 0, None)).into(),
        probability,
        Validation::new(Verdict::DeployWithCare, 0, 0, "none".to_owned(), None),
    );
    model.check()?;
    Ok(model)
}

fn signal(name: String, at: usize, binning: Binning) -> Signal {
    let kind = if matches!(binning, Binning::Range { .. }) { Kind::Number } else { Kind::Category };
    let dimension = Dimension::ALL[at % Dimension::ALL.len()];
    let bin = |points: i32| {
        let mut bin = Bin::new(format!("{points:+}"), 0, 0, None, f64::from(points) * LOG_ODDS);
        bin.points = points;
        bin
    };
    let not_recorded = Bin::new("not recorded", 0, 0, None, 0.0);
    let bins = POINTS.into_iter().map(bin).chain([not_recorded]).collect();
    Signal::new(name.clone(), dimension, Input::new(name, kind, binning), 1.0, bins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::MISSING;
    use lead_scoring_model::{FieldMap, Scorer};

    #[test]
    fn leads_are_what_the_seed_makes_them() {
        let (leads, same, other) =
            (generated_leads(500, 1), generated_leads(500, 1), generated_leads(500, 2));
        let codes = |leads: Result<Dataset>| -> Vec<Vec<u32>> {
            leads.unwrap().columns().iter().map(|column| column.codes().to_vec()).collect()
        };
        let leads = codes(leads);
        assert_eq!(leads, codes(same));
        assert_ne!(leads, codes(other));
        assert_eq!(leads.len(), 25);
        let missing = leads.iter().flatten().filter(|code| **code == MISSING).count();
        assert!((400..850).contains(&missing), "{missing} of 12,500 cells");
    }

    #[test]
    fn every_signal_moves_the_scores_over_the_whole_range() {
        let (leads, model) = (generated_leads(5_000, 1).unwrap(), planted_model().unwrap());
        assert_eq!((model.card.signals.len(), model.card.range()), (25, (0, 100)));
        let map = FieldMap::for_data(&model, &leads, &[]).unwrap();
        let scored = Scorer::new(&model).unwrap().score(&leads, &map).unwrap();
        let mean = scored.scores().map(f64::from).sum::<f64>() / 5_000.0;
        assert!((49.0..51.0).contains(&mean), "{mean}");
        for signal in &model.card.signals {
            let codes = signal.code_rows(&leads).unwrap();
            assert!((0..6).all(|code| codes.contains(&code)), "{}", signal.name);
            assert!(!codes.contains(&6), "{} meets a value its bins do not know", signal.name);
        }
    }
}
