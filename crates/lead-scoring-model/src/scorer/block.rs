//! Scoring the rows of a data set, with all there is to say of each lead.

use crate::batch::{BLOCK, Cells, Plan, Work};
use crate::compiled::{Compiled, Sums, Unknowns};
use crate::kernel::Level;
use crate::scored::Outcome;
use crate::{FieldMap, Result};
use lead_scoring_core::Dataset;

/// The outcome of every row.
pub(super) fn score(compiled: &Compiled, data: &Dataset, map: &FieldMap) -> Result<Vec<Outcome>> {
    let plan = Plan::of_dataset(compiled, data, map)?;
    let cells: Vec<Cells<'_>> = data.columns().iter().map(|column| Cells::Codes32(column.codes())).collect();
    let mut work = Work::new(compiled.lanes(), !compiled.judges.is_empty());
    let mut outcomes = Vec::with_capacity(data.rows());
    let mut sums = [Sums::default(); BLOCK];
    // Signals of whose lack it depends on the codes what it leaves open.
    let by_code = compiled.tables.iter().enumerate().filter(|(_, table)| table.opens_by_code());
    let by_code = by_code.fold(0, |mask: u32, (at, _)| mask | 1 << at);
    // Neighbours often lack the same.
    let mut last: (u32, Unknowns) = (0, compiled.unknowns(0, |_| 0));
    for first in (0..data.rows()).step_by(BLOCK) {
        let range = first..data.rows().min(first + BLOCK);
        let sums = &mut sums[..range.len()];
        work.code(compiled, &plan, Level::best(), &cells, &range);
        sums.fill(Sums::default());
        for (at, table) in compiled.tables.iter().enumerate() {
            work.signal(compiled, at, range.len()).each(|row, code| sums[row].add(at, table, code));
        }
        let unknowns = sums.iter().enumerate().map(|(row, sums)| {
            if last.0 != sums.unknown || sums.unknown & by_code != 0 {
                let code = |at| work.signal(compiled, at, range.len()).at(row);
                last = (sums.unknown, compiled.unknowns(sums.unknown, code));
            }
            last.1
        });
        let unknowns: Vec<Unknowns> = unknowns.collect();
        let rulings = work.hear(compiled, &plan, &cells, &range);
        for (row, (sums, unknowns)) in sums.iter().zip(&unknowns).enumerate() {
            let ruling = rulings.get(row).copied().unwrap_or_default();
            outcomes.push(compiled.outcome(sums, unknowns, &ruling));
        }
    }
    Ok(outcomes)
}
