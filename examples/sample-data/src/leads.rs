//! The open leads to be scored.

use crate::{
    calendar::{EXPORT_DAY, before},
    companies::{CompanyNames, person},
    dice::Dice,
    faults,
    prospect::{COLUMNS, Prospect, Stage},
    record::Record,
    vocabulary::{Industry, Source, TITLES},
};

/// Rows of `leads.csv`.
pub const LEADS: usize = 340;

/// Columns of `leads.csv`.
pub(crate) const HEADER: [&str; 28] = {
    let mut header = [""; 28];
    header[0] = "Lead ID";
    header[1] = "Company";
    header[2] = "Contact";
    header[3] = "Contact Title";
    let mut i = 0;
    while i < COLUMNS.len() {
        header[4 + i] = COLUMNS[i];
        i += 1;
    }
    header
};

/// Draws the rows of `leads.csv`, in order of their id.
pub(crate) fn draw(dice: &mut Dice, names: &mut CompanyNames) -> Vec<Record> {
    let mut records: Vec<Record> = (0..LEADS).map(|i| lead(dice, names, i)).collect();
    faults::blur(dice, &mut records);
    faults::plant_awkward_names(&mut records);
    faults::plant_students(&mut records);
    faults::empty_some(&mut records);
    records
}

fn lead(dice: &mut Dice, names: &mut CompanyNames, position: usize) -> Record {
    let mut prospect = Prospect::draw(dice, names, Stage::Open);
    // Channels and markets tried since the history ended: no deal has closed from them yet.
    match position % 85 {
        20 => prospect.source = Source::Podcast,
        50 if position > 85 => prospect.industry = Industry::Agriculture,
        _ => {}
    }
    let age = prospect.idle_days + dice.between(1, 60);
    let mut record = prospect.record();
    record.extend([
        ("Lead ID", format!("LEAD-{}", 5001 + position)),
        ("Contact", person(dice)),
        ("Contact Title", dice.weighted(&TITLES).to_owned()),
        ("Created Date", before(EXPORT_DAY, age).to_string()),
    ]);
    // The estimate is filled in once a price has been discussed or guessed.
    if !dice.chance(0.7) {
        record.remove("Amount");
    }
    record
}
