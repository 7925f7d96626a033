//! The generated leads as structs, the way a service holds them.

use crate::{Result, generated_leads};
use lead_scoring_core::Dataset;
use lead_scoring_model::Lead;
use serde::Serialize;

/// A lead with the columns of [`generated_leads`].
#[derive(Clone, Debug, Default, PartialEq, Lead, Serialize)]
#[expect(missing_docs, reason = "they are called as the columns are")]
pub struct OneLead {
    pub number_1: Option<f64>,
    pub number_2: Option<f64>,
    pub number_3: Option<f64>,
    pub number_4: Option<f64>,
    pub number_5: Option<f64>,
    pub number_6: Option<f64>,
    pub number_7: Option<f64>,
    pub number_8: Option<f64>,
    pub number_9: Option<f64>,
    pub number_10: Option<f64>,
    pub number_11: Option<f64>,
    pub number_12: Option<f64>,
    pub number_13: Option<f64>,
    pub number_14: Option<f64>,
    pub number_15: Option<f64>,
    pub category_1: Option<String>,
    pub category_2: Option<String>,
    pub category_3: Option<String>,
    pub category_4: Option<String>,
    pub category_5: Option<String>,
    pub category_6: Option<String>,
    pub category_7: Option<String>,
    pub category_8: Option<String>,
    pub category_9: Option<String>,
    pub category_10: Option<String>,
}

/// Leads from the generator of [`generated_leads`].
///
/// # Errors
/// None: the generator makes all columns.
pub fn generated_structs(rows: usize, seed: u64) -> Result<Vec<OneLead>> {
    let leads = generated_leads(rows, seed)?;
    Ok((0..rows).map(|row| of_row(&leads, row)).collect())
}

fn of_row(leads: &Dataset, row: usize) -> OneLead {
    let number = |at: usize| leads.columns().get(at - 1)?.number(row);
    let category = |at: usize| leads.columns().get(crate::NUMBERS + at - 1)?.text(row);
    OneLead {
        number_1: number(1),
        number_2: number(2),
        number_3: number(3),
        number_4: number(4),
        number_5: number(5),
        number_6: number(6),
        number_7: number(7),
        number_8: number(8),
        number_9: number(9),
        number_10: number(10),
        number_11: number(11),
        number_12: number(12),
        number_13: number(13),
        number_14: number(14),
        number_15: number(15),
        category_1: category(1),
        category_2: category(2),
        category_3: category(3),
        category_4: category(4),
        category_5: category(5),
        category_6: category(6),
        category_7: category(7),
        category_8: category(8),
        category_9: category(9),
        category_10: category(10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::planted_model;
    use lead_scoring_model::{FieldMap, Scorer};

    #[test]
    fn structs_score_as_the_columns_they_come_from() {
        let (rows, seed) = (300, 5);
        let scorer = Scorer::new(&planted_model().unwrap()).unwrap();
        let bound = scorer.bind::<OneLead>().unwrap();
        let columns = generated_leads(rows, seed).unwrap();
        let map = FieldMap::for_data(scorer.model(), &columns, &[]).unwrap();
        let scored = scorer.score(&columns, &map).unwrap();
        for (lead, row) in generated_structs(rows, seed).unwrap().iter().zip(scored.leads()) {
            let (typed, named) = (bound.score(lead), scorer.score_one(lead).unwrap());
            assert_eq!(typed, named);
            assert_eq!((typed.score, typed.tier, typed.subtotals), (row.score, row.tier, row.subtotals));
            assert_eq!((typed.lowest, typed.highest), (row.lowest, row.highest));
            assert_eq!((typed.top_signal, typed.fill_first), (row.top_signal, row.fill_first));
            assert_eq!((typed.unknown_signals, typed.unscoreable), (row.unknown_signals, row.unscoreable));
            assert_eq!(typed.probability.to_bits(), row.probability.to_bits());
        }
    }
}
