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

/// Rows from a channel no deal has closed from yet.
const PODCAST: [usize; 4] = [20, 105, 190, 275];
/// Rows from a market no deal has closed in yet.
const AGRICULTURE: [usize; 3] = [135, 220, 305];

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
    let prospect = if PODCAST.contains(&position) {
        Prospect::draw_from(dice, names, Stage::Open, Industry::Technology, Source::Podcast)
    } else if AGRICULTURE.contains(&position) {
        Prospect::draw_from(dice, names, Stage::Open, Industry::Agriculture, Source::Inbound)
    } else {
        Prospect::draw(dice, names, Stage::Open)
    };
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
