//! What is wrong with the export, as it is with real ones.

use crate::{
    dice::Dice,
    record::{Record, grouped},
};

/// Share of rows without a head count.
const NO_EMPLOYEES: f64 = 0.08;
/// Share of rows without a revenue band.
const NO_REVENUE: f64 = 0.15;
/// Share of four-digit head counts written with a thousands separator.
const GROUPED_EMPLOYEES: f64 = 0.25;

/// Company names that trip careless readers and writers: comma, quote, accent, ampersand, and a name that a
/// spreadsheet would run as a formula. Each with the row it goes to.
const AWKWARD_NAMES: [(usize, &str); 5] = [
    (14, "Hartwell, Stone and Sons"),
    (47, "The \"Blue Door\" Company"),
    (101, "Société du Léman"),
    (166, "Bricks & Beams"),
    (240, "=1+2 Group"),
];

/// Rows of contacts who study the market and will never buy.
const STUDENTS: [usize; 2] = [76, 281];

/// Every how many leads one is nearly empty, and the first such row.
const EMPTY_EVERY: usize = 28;
const FIRST_EMPTY: usize = 9;

/// Cells that a nearly empty lead keeps.
const KEPT: [&str; 5] = ["Lead ID", "Company", "Contact", "Contact Title", "Created Date"];

/// Gaps and spelling variants, at random over all rows.
pub(crate) fn blur(dice: &mut Dice, records: &mut [Record]) {
    for record in records {
        if dice.chance(NO_EMPLOYEES) {
            record.remove("Employees");
        }
        if dice.chance(NO_REVENUE) {
            record.remove("Revenue Band");
        }
        let with_comma = dice.chance(GROUPED_EMPLOYEES);
        if let Some(cell) = record.get_mut("Employees")
            && let Ok(number) = cell.parse::<u32>()
            && with_comma
        {
            *cell = grouped(number);
        }
        let healthcare = dice.weighted(&[("Healthcare", 6), ("Health Care", 2), ("healthcare ", 2)]);
        respell(record, "Industry", "Healthcare", healthcare);
        let usa = dice.weighted(&[("United States", 6), ("USA", 4)]);
        respell(record, "Country", "United States", usa);
    }
}

/// Enters one lost row a second time, unchanged, some rows further down.
pub(crate) fn repeat_a_lost_row(records: &mut Vec<Record>) {
    let middle = records.len() / 2;
    let lost = |r: &&Record| r.get("Outcome").is_some_and(|outcome| outcome == "Closed Lost");
    if let Some(copy) = records.iter().take(middle).rfind(lost).cloned() {
        records.insert(middle + 20, copy);
    }
}

/// Gives some leads a company name with awkward characters.
pub(crate) fn plant_awkward_names(records: &mut [Record]) {
    for (row, name) in AWKWARD_NAMES {
        if let Some(record) = records.get_mut(row) {
            record.insert("Company", name.to_owned());
        }
    }
}

/// Makes some contacts students.
pub(crate) fn plant_students(records: &mut [Record]) {
    for row in STUDENTS {
        if let Some(record) = records.get_mut(row) {
            record.insert("Contact Title", "Student".to_owned());
        }
    }
}

/// Leaves some leads with hardly more than a name.
pub(crate) fn empty_some(records: &mut [Record]) {
    for record in records.iter_mut().skip(FIRST_EMPTY).step_by(EMPTY_EVERY) {
        record.retain(|column, _| KEPT.contains(column));
    }
}

fn respell(record: &mut Record, column: &'static str, from: &str, to: &str) {
    if let Some(cell) = record.get_mut(column)
        && cell == from
    {
        *cell = to.to_owned();
    }
}
