//! What a value does to the total score, with all combinations that read its field.

use crate::ReportInput;
use lead_scoring_core::{Column, Dataset};
use lead_scoring_model::Signal;
use std::collections::HashMap;

/// Share of the deals that must move the way that the points say.
const NEARLY_ALL: f64 = 0.95;

/// Whether the total score of no deal moves against the points and that of nearly all moves with them, where those outside `bins` of a
/// signal get into each of them: by the values that most deals of it have.
pub(super) fn moves_total(
    input: &ReportInput<'_>,
    signal: &Signal,
    bins: std::ops::Range<usize>,
    points: i32,
) -> bool {
    let deals = input.train.data();
    let Ok(codes) = signal.code_rows(deals) else { return true };
    let others: Vec<usize> =
        (0..codes.len()).filter(|&row| !bins.contains(&usize::from(codes[row]))).collect();
    let mut after: Vec<(usize, Vec<i32>)> = Vec::new();
    for at in bins {
        let Some(donor) = donor(deals, signal, &codes, at) else { continue };
        after.push((donor, vec![0; others.len()]));
    }
    for reader in
        input.model.card.signals.iter().filter(|other| signal.fields().any(|field| other.reads(field)))
    {
        let columns =
            reader.inputs.iter().map(|read| Some(read.binning.code_column(deals.column(&read.field)?)));
        let Some(columns) = columns.collect::<Option<Vec<_>>>() else { continue };
        let by_code = reader.points_by_code();
        let of = |codes: &[usize]| by_code.get(reader.code(codes)).copied().unwrap_or(0);
        for (donor, moved) in &mut after {
            for (moved, &row) in moved.iter_mut().zip(&others) {
                let now = columns.iter().map(|codes| usize::from(codes[row]));
                let then = reader.inputs.iter().zip(&columns).map(|(read, codes)| {
                    usize::from(codes[if signal.reads(&read.field) { *donor } else { row }])
                });
                let (now, then) = (now.collect::<Vec<_>>(), then.collect::<Vec<_>>());
                *moved += of(&then) - of(&now);
            }
        }
    }
    after.iter().all(|(_, moved)| {
        let with = moved.iter().filter(|change| change.signum() == points.signum()).count();
        moved.iter().all(|change| change.signum() != -points.signum())
            && with as f64 >= NEARLY_ALL * moved.len() as f64
    })
}

/// Whether nearly all deals in a bin keep the sign of its points once the combinations that read its field are counted.
pub(super) fn keeps_sign(input: &ReportInput<'_>, signal: &Signal, at: usize) -> bool {
    let deals = input.train.data();
    let points = signal.bins.get(at).map_or(0, |bin| bin.points);
    let Ok(codes) = signal.code_rows(deals) else { return true };
    let mut sums: Vec<(usize, i32)> =
        (0..codes.len()).filter(|&row| usize::from(codes[row]) == at).map(|row| (row, points)).collect();
    let reads = |other: &&Signal| other.is_pair() && signal.fields().any(|field| other.reads(field));
    for pair in input.model.card.signals.iter().filter(reads) {
        let Ok(codes) = pair.code_rows(deals) else { continue };
        let by_code = pair.points_by_code();
        for (row, sum) in &mut sums {
            *sum += by_code.get(usize::from(codes[*row])).copied().unwrap_or(0);
        }
    }
    let kept = sums.iter().filter(|(_, sum)| sum.signum() == points.signum()).count();
    kept as f64 >= NEARLY_ALL * sums.len() as f64
}

/// The first deal of a bin that has the values of its fields that most deals of it have.
fn donor(deals: &Dataset, signal: &Signal, codes: &[u16], at: usize) -> Option<usize> {
    let columns: Vec<&Column> = signal.fields().filter_map(|field| deals.column(field)).collect();
    let mut found: HashMap<Vec<u32>, (usize, usize)> = HashMap::new();
    for row in (0..codes.len()).filter(|&row| usize::from(codes[row]) == at) {
        let values = columns.iter().map(|column| column.codes()[row]).collect();
        found.entry(values).or_insert((0, row)).0 += 1;
    }
    found.into_values().max_by_key(|(count, row)| (*count, std::cmp::Reverse(*row))).map(|(_, row)| row)
}
