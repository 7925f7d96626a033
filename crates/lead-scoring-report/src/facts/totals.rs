//! What a value does to the total score, with all combinations that read its field.

use lead_scoring_core::{Column, Dataset};
use lead_scoring_model::Signal;
use std::collections::BTreeMap;
use std::ops::Range;

/// Share of the deals that must move the way that the points say.
const NEARLY_ALL: f64 = 0.95;
/// About how many deals are looked at, spread evenly over all of them.
const LOOKED_AT: usize = 10_000;

/// The deals that are looked at, with their codes of every signal.
pub(crate) struct Totals<'a> {
    card: &'a [Signal],
    all: &'a Dataset,
    some: Dataset,
    /// `None` where the deals lack a field of the signal.
    codes: Vec<Option<Vec<u16>>>,
}

impl<'a> Totals<'a> {
    pub(super) fn of(card: &'a [Signal], all: &'a Dataset) -> Self {
        let step = (all.rows() / LOOKED_AT).max(1);
        let rows: Vec<u32> =
            (0..all.rows()).step_by(step).filter_map(|row| u32::try_from(row).ok()).collect();
        let some = all.select(&rows);
        let codes = card.iter().map(|signal| signal.code_rows(&some).ok()).collect();
        Self { card, all, some, codes }
    }

    /// Whether nearly all deals in a bin of a signal keep the sign of its points once the combinations that read its field are counted.
    pub(super) fn keep_sign(&self, of: usize, at: usize) -> bool {
        let Some((signal, codes)) = self.signal(of) else { return true };
        let points = signal.bins.get(at).map_or(0, |bin| bin.points);
        let pairs = self.readers(signal).filter(|(_, reader)| reader.is_pair());
        let pairs: Vec<(Vec<i32>, &[u16])> = pairs
            .filter_map(|(of, pair)| Some((pair.points_by_code(), self.codes[of].as_deref()?)))
            .collect();
        let in_bin = (0..codes.len()).filter(|row| usize::from(codes[*row]) == at);
        let sums: Vec<i32> = in_bin
            .map(|row| points + pairs.iter().map(|(points, codes)| of_code(points, codes[row])).sum::<i32>())
            .collect();
        let kept = sums.iter().filter(|sum| sum.signum() == points.signum()).count();
        kept as f64 >= NEARLY_ALL * sums.len() as f64
    }

    /// Whether the total score of no deal moves against the points and that of nearly all moves with them, where those outside `bins` of
    /// a signal get into each of them: by the values that most deals of it have.
    pub(super) fn move_with(&self, of: usize, bins: Range<usize>, points: i32) -> bool {
        let Some((signal, codes)) = self.signal(of) else { return true };
        let others: Vec<usize> =
            (0..codes.len()).filter(|row| !bins.contains(&usize::from(codes[*row]))).collect();
        bins.filter_map(|at| self.donor(signal, codes, at)).all(|donor| {
            let moved = self.moved_by(signal, &donor, &others);
            let with = moved.iter().filter(|change| change.signum() == points.signum()).count();
            moved.iter().all(|change| change.signum() != -points.signum())
                && with as f64 >= NEARLY_ALL * moved.len() as f64
        })
    }

    fn signal(&self, of: usize) -> Option<(&'a Signal, &[u16])> {
        Some((self.card.get(of)?, self.codes.get(of)?.as_deref()?))
    }

    /// The signals that read a field of this one, itself among them, with their places.
    fn readers(&self, signal: &Signal) -> impl Iterator<Item = (usize, &'a Signal)> {
        self.card.iter().enumerate().filter(|(_, other)| signal.fields().any(|field| other.reads(field)))
    }

    /// By how much the totals of these deals change where they get the values that another deal has in the fields of a signal.
    fn moved_by(&self, signal: &Signal, donor: &Dataset, rows: &[usize]) -> Vec<i32> {
        let mut moved = vec![0; rows.len()];
        let mut then = Vec::new();
        for (of, reader) in self.readers(signal) {
            let inputs = reader.inputs.iter().map(|read| {
                let gets = signal.reads(&read.field);
                let column = if gets { donor } else { &self.some }.column(&read.field)?;
                Some((gets, read.binning.code_column(column)))
            });
            let inputs = inputs.collect::<Option<Vec<_>>>();
            let (Some(inputs), Some(now)) = (inputs, self.codes[of].as_deref()) else { continue };
            let points = reader.points_by_code();
            for (moved, &row) in moved.iter_mut().zip(rows) {
                then.clear();
                then.extend(
                    inputs.iter().map(|(gets, codes)| usize::from(codes[if *gets { 0 } else { row }])),
                );
                let then = points.get(reader.code(&then)).copied().unwrap_or(0);
                *moved += then - of_code(&points, now[row]);
            }
        }
        moved
    }

    /// A deal of a bin by itself, the first with the values of its fields that most deals of the bin have.
    fn donor(&self, signal: &Signal, codes: &[u16], at: usize) -> Option<Dataset> {
        let usual = |deals: &Dataset, codes: &[u16]| {
            let row = usual_row(deals, signal, codes, at)?;
            Some(deals.select(&[u32::try_from(row).ok()?]))
        };
        // Of a bin that is rare all deals count.
        usual(&self.some, codes).or_else(|| usual(self.all, &signal.code_rows(self.all).ok()?))
    }
}

fn of_code(points: &[i32], code: u16) -> i32 {
    points.get(usize::from(code)).copied().unwrap_or(0)
}

fn usual_row(deals: &Dataset, signal: &Signal, codes: &[u16], at: usize) -> Option<usize> {
    let columns: Vec<&Column> = signal.fields().filter_map(|field| deals.column(field)).collect();
    let mut found: BTreeMap<Vec<u32>, (usize, usize)> = BTreeMap::new();
    for row in (0..codes.len()).filter(|row| usize::from(codes[*row]) == at) {
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
        let moves = |taken, second| Totals::of(&card(taken), &deals(second)).move_with(0, 1..2, 4);
        assert!(moves(0, 5) && moves(3, 5), "less is left, but all rise");
        assert!(!moves(4, 5), "half of the deals gain nothing");
        assert!(!moves(6, 1), "one in ten falls");
        assert!(moves(6, 0), "no deal is of the combination");
    }

    #[test]
    fn a_row_keeps_its_sign_where_nearly_all_its_deals_do() {
        let keeps = |taken, second| Totals::of(&card(taken), &deals(second)).keep_sign(0, 1);
        assert!(keeps(3, 10) && keeps(9, 0));
        assert!(!keeps(4, 10) && !keeps(9, 1));
    }
}
