//! A run with leads, ready to be reported: a model of 30 signals, learned from generated deals, and scored leads with names.

use crate::{Result, generated_leads, planted_model};
use lead_scoring::{LeadOptions, LeadScoring, Leads, Validated};
use lead_scoring_core::{Column, Dataset, Field};
use lead_scoring_model::{Scored, Signal};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// Columns that a model of 30 signals takes beside the 25 of [`generated_leads`].
const FURTHER: usize = 5;
const DEALS: usize = 20_000;
/// Log odds per point of the planted model.
const LOG_ODDS: f64 = 0.1;
const LEAD: &str = "Lead ID";
const COMPANY: &str = "Company";
const OUTCOME: &str = "Outcome";

/// A validated model and leads that it has scored.
#[derive(Debug)]
pub struct Reported {
    /// The run.
    pub validated: Validated,
    /// The leads, each with an identifier and a company.
    pub leads: Leads,
    /// Their scores.
    pub scored: Scored,
}

impl Reported {
    /// Learns from generated deals and scores so many generated leads.
    ///
    /// # Errors
    /// Where the build or the scoring fails.
    pub fn with_leads(leads: usize) -> Result<Self> {
        let plan = LeadScoring::builder().outcome(OUTCOME, ["Won"], ["Lost"]).max_signals(30).build()?;
        let validated = plan.run(deals()?)?;
        let mut options = LeadOptions::default();
        options.id = Some(LEAD.to_owned());
        let leads = Leads::from_dataset(validated.model(), named(wide(leads, 2)?)?, "leads", &options)?;
        let scored = leads.score(validated.scorer())?;
        Ok(Self { validated, leads, scored })
    }
}

/// The columns of [`generated_leads`] and a few more of the same.
fn wide(rows: usize, seed: u64) -> Result<Dataset> {
    let mut data = generated_leads(rows, seed)?;
    let further = generated_leads(rows, seed + 1_000)?;
    for (field, column) in further.iter().take(FURTHER) {
        data.push(Field::new(format!("Further {}", field.name)), column.clone())?;
    }
    Ok(data)
}

/// Deals whose outcome every column makes likelier or less likely.
fn deals() -> Result<Dataset> {
    let mut data = wide(DEALS, 1)?;
    let card = planted_model()?.card;
    let mut points = vec![0; DEALS];
    let further = |signal: &Signal| {
        let mut further = signal.clone();
        further.inputs.iter_mut().for_each(|input| input.field = format!("Further {}", input.field));
        further
    };
    let signals = card.signals.iter().cloned().chain(card.signals.iter().take(FURTHER).map(further));
    for signal in signals {
        let codes = signal.code_rows(&data)?;
        points.iter_mut().zip(codes).for_each(|(sum, code)| *sum += signal.bins[usize::from(code)].points);
    }
    let mut random = Pcg64Mcg::seed_from_u64(0x5eed);
    let won = points.iter().map(|&points| {
        let eta = LOG_ODDS * f64::from(points) - 0.8;
        Some(if random.random_bool(1.0 / (1.0 + (-eta).exp())) { "Won" } else { "Lost" })
    });
    let won: Vec<Option<&str>> = won.collect();
    data.push(Field::new(OUTCOME), Column::from_categories(&won))?;
    Ok(data)
}

/// The same with an identifier and a company in each row.
fn named(mut data: Dataset) -> Result<Dataset> {
    for (name, what) in [(LEAD, "L"), (COMPANY, "Company")] {
        let texts: Vec<Option<String>> = (0..data.rows()).map(|row| Some(format!("{what}-{row}"))).collect();
        data.push(Field::new(name), Column::from_categories(&texts))?;
    }
    Ok(data)
}
