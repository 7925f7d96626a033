//! What a value does to the total score, with all combinations that read its field.

use lead_scoring_core::{Column, Dataset};
use lead_scoring_model::Signal;
use std::collections::BTreeMap;
use std::ops::Range;

/// Share of the deals that must move the way that the points say.
const NEARLY_ALL: f64 = 0.95;
/// About how many deals are looked at, spread evenly over all of them.
const LOOKED_AT: usize = 10_000;

/// Whether the total score of no deal moves against the points and that of nearly all moves with them, where those outside `bins` of a
/// signal get into each of them: by the values that most deals of it have.
pub(super) fn moves_total(
    deals: &Dataset,
    card: &[Signal],
    signal: &Signal,
    bins: Range<usize>,
    points: i32,
) -> bool {
    let Ok(codes) = signal.code_rows(deals) else { return true };
    let others: Vec<usize> =
        some_rows(codes.len()).filter(|&row| !bins.contains(&usize::from(codes[row]))).collect();
    bins.filter_map(|at| donor(deals, signal, &codes, at)).all(|donor| {
        let moved = moved_by(deals, card, signal, donor, &others);
        let with = moved.iter().filter(|change| change.signum() == points.signum()).count();
        moved.iter().all(|change| change.signum() != -points.signum())
            && with as f64 >= NEARLY_ALL * moved.len() as f64
    })
}

/// Whether nearly all deals in a bin keep the sign of its points once the combinations that read its field are counted.
pub(super) fn keeps_sign(deals: &Dataset, card: &[Signal], signal: &Signal, at: usize) -> bool {
    let points = signal.bins.get(at).map_or(0, |bin| bin.points);
    let Ok(codes) = signal.code_rows(deals) else { return true };
    let mut sums: Vec<(usize, i32)> = some_rows(codes.len())
        .filter(|&row| usize::from(codes[row]) == at)
        .map(|row| (row, points))
        .collect();
    for pair in readers(card, signal).filter(|reader| reader.is_pair()) {
        let Ok(codes) = pair.code_rows(deals) else { continue };
        let by_code = pair.points_by_code();
        for (row, sum) in &mut sums {
            *sum += by_code.get(usize::from(codes[*row])).copied().unwrap_or(0);
        }
    }
    let kept = sums.iter().filter(|(_, sum)| sum.signum() == points.signum()).count();
    kept as f64 >= NEARLY_ALL * sums.len() as f64
}

/// The signals that read a field of this one, itself among them.
fn readers<'a>(card: &'a [Signal], signal: &'a Signal) -> impl Iterator<Item = &'a Signal> {
    card.iter().filter(|other| signal.fields().any(|field| other.reads(field)))
}

fn some_rows(rows: usize) -> impl Iterator<Item = usize> {
    (0..rows).step_by((rows / LOOKED_AT).max(1))
}

/// By how much the totals of these rows change where they get the values that one deal has in the fields of a signal.
fn moved_by(deals: &Dataset, card: &[Signal], signal: &Signal, donor: usize, rows: &[usize]) -> Vec<i32> {
    let mut moved = vec![0; rows.len()];
    let (mut now, mut then) = (Vec::new(), Vec::new());
    for reader in readers(card, signal) {
        let columns =
            reader.inputs.iter().map(|read| Some(read.binning.code_column(deals.column(&read.field)?)));
        let Some(columns) = columns.collect::<Option<Vec<_>>>() else { continue };
        let gets: Vec<bool> = reader.inputs.iter().map(|read| signal.reads(&read.field)).collect();
        let by_code = reader.points_by_code();
        let points = |codes: &[usize]| by_code.get(reader.code(codes)).copied().unwrap_or(0);
        for (moved, &row) in moved.iter_mut().zip(rows) {
            now.clear();
            then.clear();
            for (codes, gets) in columns.iter().zip(&gets) {
                now.push(usize::from(codes[row]));
                then.push(usize::from(codes[if *gets { donor } else { row }]));
            }
            *moved += points(&then) - points(&now);
        }
    }
    moved
}

/// The first deal of a bin that has the values of its fields that most deals of it have.
fn donor(deals: &Dataset, signal: &Signal, codes: &[u16], at: usize) -> Option<usize> {
    let columns: Vec<&Column> = signal.fields().filter_map(|field| deals.column(field)).collect();
    let mut found: BTreeMap<Vec<u32>, (usize, usize)> = BTreeMap::new();
    let in_bin = |row: &usize| usize::from(codes[*row]) == at;
    // Of a bin that is rare all deals count.
    let mut rows: Vec<usize> = some_rows(codes.len()).filter(in_bin).collect();
    if rows.is_empty() {
        rows = (0..codes.len()).filter(in_bin).collect();
    }
    for row in rows {
        let values = columns.iter().map(|column| column.codes()[row]).collect();
        found.entry(values).or_insert((0, row)).0 += 1;
    }
    found.into_values().max_by_key(|(count, row)| (*count, std::cmp::Reverse(*row))).map(|(_, row)| row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::{Binning, Dimension, Field, Kind, Values};
    use lead_scoring_model::{Bin, Input};

    fn input(field: &str) -> Input {
        let groups = vec![vec!["no".to_owned()], vec!["yes".to_owned()]];
        Input::new(field, Kind::Category, Binning::Group { groups })
    }

    fn bins(points: &[i32]) -> Vec<Bin> {
        let bin = |(at, points): (usize, &i32)| {
            let mut bin = Bin::new(format!("row {at}"), 5, 5, Some(1.0), 0.0);
            bin.points = *points;
            bin
        };
        points.iter().enumerate().map(bin).collect()
    }

    /// `yes` of the first field gives 4 points; where the second is `yes` too, a combination takes so many back.
    fn card(taken: i32) -> Vec<Signal> {
        let alone = |field: &str, points: &[i32]| {
            Signal::new(field.to_owned(), Dimension::Behavioral, input(field), 1.0, bins(points))
        };
        // Both yes is the combination; the others, and what is missing, are not.
        let cells = vec![1, 1, 1, 1, 0, 1, 1, 1, 1];
        let both = [input("A"), input("B")];
        let pair =
            Signal::pair("A + B".into(), Dimension::Behavioral, both, cells, 1.0, bins(&[-taken, 0, 0]));
        vec![alone("A", &[0, 4, 0]), alone("B", &[0, 1, 0]), pair]
    }

    /// The first field is `yes` in every fifth deal, the second in so many of ten.
    fn deals(second: usize) -> Dataset {
        let mut data = Dataset::with_rows(200);
        let yes = |is_yes: &dyn Fn(usize) -> bool| {
            let codes = (0..200).map(|at| u32::from(is_yes(at))).collect();
            Column::new(codes, Values::Category(vec!["no".into(), "yes".into()]))
        };
        data.push(Field::new("A"), yes(&|at| at % 5 == 0)).unwrap();
        data.push(Field::new("B"), yes(&|at| at / 5 % 10 < second)).unwrap();
        data
    }

    #[test]
    fn what_combinations_take_back_moves_no_total() {
        let moves = |taken, second| {
            let card = card(taken);
            moves_total(&deals(second), &card, &card[0], 1..2, 4)
        };
        assert!(moves(0, 5) && moves(3, 5), "less is left, but all rise");
        assert!(!moves(4, 5), "half of the deals gain nothing");
        assert!(!moves(6, 1), "one in ten falls");
        assert!(moves(6, 0), "no deal is of the combination");
    }

    #[test]
    fn a_row_keeps_its_sign_where_nearly_all_its_deals_do() {
        let keeps = |taken, second| {
            let card = card(taken);
            keeps_sign(&deals(second), &card, &card[0], 1)
        };
        assert!(keeps(3, 10) && keeps(9, 0));
        assert!(!keeps(4, 10) && !keeps(9, 1));
    }
}
