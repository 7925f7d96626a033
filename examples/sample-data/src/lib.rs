//! The sample history of a company that sells HR software to mid-market firms (200–2000 employees):
//! 180 closed deals, 62 of them won, 340 open leads, and the scores of another year's leads.
//!
//! Every value is drawn from one seeded generator. The log odds of winning are known (module `effects`), so the
//! files show whether a model finds what is there and leaves alone what is not. Real exports are untidy,
//! and so are these (module `faults`).
//!
//! The same seed gives the same bytes. Values are formed with integer and basic floating-point arithmetic
//! only; the one transcendental function (the logarithm in the outcome noise) decides a ranking and is
//! never written out.

mod calendar;
mod companies;
mod deals;
mod dice;
mod effects;
mod error;
mod faults;
mod history;
mod leads;
mod prospect;
mod record;
mod vocabulary;

pub use deals::{DEALS, WON};
pub use error::{Error, ErrorKind};
pub use history::HISTORY_LEADS;
pub use leads::LEADS;

use companies::CompanyNames;
use dice::Dice;

/// The seed of the committed files.
///
/// The smallest number under which 180 rows show what the planted model says, as `tests/it/effects.rs`
/// states it: fields without an effect, gaps and the season of closing stay insignificant (p > 0.2), every
/// strong and medium effect and the interaction stand out, and a regression reaches a typical AUC (0.88–0.94
/// in cross-validation; 0.91 is the mean over seeds). In so small a sample, most seeds hide one effect or
/// invent another.
pub const SEED: u64 = 48;

/// The three files, as CSV bytes (UTF-8, comma, `\n`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sample {
    /// `deals.csv`: [`DEALS`] closed deals, one row each.
    pub deals: Vec<u8>,
    /// `leads.csv`: [`LEADS`] open leads, one row each.
    pub leads: Vec<u8>,
    /// `history.csv`: [`HISTORY_LEADS`] leads of a year, one row each time one was scored.
    pub history: Vec<u8>,
}

/// Draws the files from `seed`.
///
/// # Errors
/// [`ErrorKind::Csv`] when a row cannot be written as CSV.
pub fn generate(seed: u64) -> Result<Sample, Error> {
    let mut dice = Dice::new(seed);
    let mut names = CompanyNames::shuffled(&mut dice);
    let deals = deals::draw(&mut dice, &mut names);
    let leads = leads::draw(&mut dice, &mut names);
    // Another story, which a change of the first leaves as it is.
    let history = history::draw(&mut Dice::new(seed.wrapping_add(1_000_000)));
    Ok(Sample {
        deals: record::to_csv(&deals::HEADER, &deals)?,
        leads: record::to_csv(&leads::HEADER, &leads)?,
        history: record::to_csv(&history::HEADER, &history)?,
    })
}
