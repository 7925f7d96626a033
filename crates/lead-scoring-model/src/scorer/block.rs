//! Scoring the rows of a data set.

use super::{column, wrong_kind};
use crate::compiled::{Coder, Compiled, Judge, MOST_FIELDS, Ruling, Sums};
use crate::scored::Outcome;
use crate::{FieldMap, Result};
use lead_scoring_core::{Column, Dataset, Kind, MISSING};

/// A column's rows, coded.
struct Coded<'a> {
    rows: &'a [u32],
    /// The code of each distinct value, last that of missing values.
    values: Vec<u16>,
}

impl<'a> Coded<'a> {
    fn new(column: &'a Column, coder: &Coder) -> Self {
        let mut values = coder.values(column.values());
        values.push(coder.missing());
        Self { rows: column.codes(), values }
    }

    fn code(&self, row: usize) -> u16 {
        let last = self.values.len() - 1;
        self.values[(self.rows.get(row).copied().unwrap_or(MISSING) as usize).min(last)]
    }
}

/// The outcome of every row.
pub(super) fn score(compiled: &Compiled, data: &Dataset, map: &FieldMap) -> Result<Vec<Outcome>> {
    let mut coded: Vec<Option<Coded<'_>>> = compiled.coders.iter().map(|_| None).collect();
    for field in &compiled.fields {
        let Some(column) = column(data, map, &field.name)? else { continue };
        let wanted = wanted_kind(compiled, field.kind, &field.coders, &field.judges);
        if let Some(wanted) = wanted.filter(|&wanted| column.kind() != wanted && column.filled() > 0) {
            return Err(wrong_kind(map, &field.name, column, wanted.word()));
        }
        for &at in &field.coders {
            coded[at] = Some(Coded::new(column, &compiled.coders[at]));
        }
    }
    let rulings = rulings(compiled, data, map)?;
    let absent: Vec<u16> = compiled.coders.iter().map(Coder::absent).collect();
    // Neighbours often lack the same.
    let mut last = ([0; MOST_FIELDS], compiled.unknowns(0, |_| 0), Sums::default());
    let mut first = true;
    let outcome = |row: usize| {
        let mut codes = [0; MOST_FIELDS];
        for ((code, coded), &absent) in codes.iter_mut().zip(&coded).zip(&absent) {
            *code = coded.as_ref().map_or(absent, |coded| coded.code(row));
        }
        if first || codes != last.0 {
            let mut sums = Sums::default();
            for (at, table) in compiled.tables.iter().enumerate() {
                sums.add(at, table, table.inputs.code(&codes));
            }
            let code = |at: usize| compiled.tables[at].inputs.code(&codes);
            last = (codes, compiled.unknowns(sums.unknown, code), sums);
            first = false;
        }
        let ruling = rulings.get(row).copied().unwrap_or_default();
        compiled.outcome(&last.2, &last.1, &ruling)
    };
    Ok((0..data.rows()).map(outcome).collect())
}

/// The kind that a field's column must have; `None` where any will do.
fn wanted_kind(compiled: &Compiled, kind: Kind, coders: &[usize], judges: &[usize]) -> Option<Kind> {
    let compares = || judges.iter().any(|&at| compiled.judges[at].compares());
    (!coders.is_empty() || compares()).then_some(kind)
}

/// What the rules come to for every row.
fn rulings(compiled: &Compiled, data: &Dataset, map: &FieldMap) -> Result<Vec<Ruling>> {
    if compiled.judges.is_empty() {
        return Ok(Vec::new());
    }
    let mut rulings = vec![Ruling::default(); data.rows()];
    for field in &compiled.fields {
        let Some(column) = column(data, map, &field.name)? else { continue };
        for &at in &field.judges {
            let judge: &Judge = &compiled.judges[at];
            let holds = judge.values(column.values());
            for (ruling, &code) in rulings.iter_mut().zip(column.codes()) {
                if holds.get(code as usize).copied().unwrap_or(false) {
                    judge.act(at, ruling);
                }
            }
        }
    }
    Ok(rulings)
}
