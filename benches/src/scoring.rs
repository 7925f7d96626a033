//! Columns of leads as a warehouse holds them, a model that reads all of them, and the plain sum of their bytes to hold scoring against.
//!
//! A lead has 15 numbers, of which every third column lacks one value in twenty, and 10 categories of 8 levels.

use crate::Result;
use lead_scoring_core::{Binning, Column, Dataset, Dimension, Field, Kind, Tier, Values};
use lead_scoring_model::{
    Batch, Bin, Cells, History, Input, ProbabilityMap, Scorecard, Scorer, ScoringModel, Signal, TierCuts,
    TierFacts, Validation, Verdict,
};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;

const NUMBERS: usize = 15;
const CATEGORIES: usize = 10;
const LEVELS: [&str; 8] = ["web", "email", "event", "partner", "referral", "outbound", "social", "other"];
const MISSING_SHARE: f64 = 0.05;
/// Edges of five ranges about equally full.
const EDGES: [f64; 4] = [-0.84, -0.25, 0.25, 0.84];
const POINTS: [i32; 8] = [-2, -1, 0, 1, 2, 1, 0, -1];
const LOG_ODDS: f64 = 0.1;

/// Columns of leads.
#[derive(Clone, Debug)]
pub struct LeadColumns {
    numbers: Vec<Vec<f64>>,
    categories: Vec<Vec<u32>>,
}

impl LeadColumns {
    /// Leads from a seed.
    #[must_use]
    pub fn generated(rows: usize, seed: u64) -> Self {
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let mut number = |lacks: bool| {
            if lacks && random.random_bool(MISSING_SHARE) {
                return f64::NAN;
            }
            // Nearly normal: twelve uniform numbers have a variance of one.
            (0..12).map(|_| random.random_range(0.0..1.0)).sum::<f64>() - 6.0
        };
        let numbers = (0..NUMBERS).map(|at| (0..rows).map(|_| number(at % 3 == 0)).collect()).collect();
        let level = |_| random.random_range(0..LEVELS.len() as u32);
        let mut level = level;
        let categories = (0..CATEGORIES).map(|_| (0..rows).map(&mut level).collect()).collect();
        Self { numbers, categories }
    }

    /// The cells of a range of rows for [`LeadColumns::bound`].
    #[must_use]
    pub fn cells(&self, rows: std::ops::Range<usize>) -> Vec<Cells<'_>> {
        let numbers = self.numbers.iter().map(|column| Cells::Numbers(&column[rows.clone()]));
        numbers.chain(self.categories.iter().map(|column| Cells::Codes32(&column[rows.clone()]))).collect()
    }

    /// The categories as texts, column by column.
    #[must_use]
    pub fn texts(&self) -> Vec<Vec<Option<&'static str>>> {
        let text = |&code: &u32| LEVELS.get(code as usize).copied();
        self.categories.iter().map(|column| column.iter().map(text).collect()).collect()
    }

    /// The cells of all rows for [`LeadColumns::bound_to_texts`].
    #[must_use]
    pub fn cells_with<'a>(&'a self, texts: &'a [Vec<Option<&'a str>>]) -> Vec<Cells<'a>> {
        let numbers = self.numbers.iter().map(|column| Cells::Numbers(column));
        numbers.chain(texts.iter().map(|column| Cells::Texts(column))).collect()
    }

    /// A scorer bound to such columns, categories as codes of four bytes.
    ///
    /// # Errors
    /// None for [`LeadColumns::model`].
    pub fn bound(scorer: &Scorer) -> Result<Batch> {
        let columns = (0..NUMBERS).fold(scorer.batch(), |columns, at| columns.numbers(number_name(at)));
        let all = (0..CATEGORIES).fold(columns, |columns, at| columns.categories(category_name(at), &LEVELS));
        Ok(all.build()?)
    }

    /// The same with categories as texts.
    ///
    /// # Errors
    /// As [`LeadColumns::bound`].
    pub fn bound_to_texts(scorer: &Scorer) -> Result<Batch> {
        let columns = (0..NUMBERS).fold(scorer.batch(), |columns, at| columns.numbers(number_name(at)));
        let all = (0..CATEGORIES).fold(columns, |columns, at| columns.texts(category_name(at)));
        Ok(all.build()?)
    }

    /// The same leads as typed columns with dictionaries.
    ///
    /// # Errors
    /// None: the columns have equal lengths and different names.
    pub fn dataset(&self) -> Result<Dataset> {
        let mut data = Dataset::with_rows(self.numbers.first().map_or(0, Vec::len));
        for (at, column) in self.numbers.iter().enumerate() {
            data.push(Field::new(number_name(at)), Column::from_numbers(column))?;
        }
        let levels = LEVELS.map(str::to_owned).to_vec();
        for (at, codes) in self.categories.iter().enumerate() {
            let column = Column::new(codes.clone(), Values::Category(levels.clone()));
            data.push(Field::new(category_name(at)), column)?;
        }
        Ok(data)
    }

    /// Reads every byte of the columns and adds them up.
    #[must_use]
    pub fn sum(&self) -> u64 {
        let numbers = self.numbers.iter().map(|column| sum_of(column, |number| number.to_bits()));
        let categories = self.categories.iter().map(|column| sum_of(column, |&code| code.into()));
        numbers.chain(categories).fold(0, u64::wrapping_add)
    }

    /// A model of one signal a column: five ranges of each number, a bin for each level.
    ///
    /// # Errors
    /// Where the parts do not make a model.
    pub fn model() -> Result<ScoringModel> {
        let groups: Vec<Vec<String>> = LEVELS.iter().map(|level| vec![(*level).to_owned()]).collect();
        let numbers =
            (0..NUMBERS).map(|at| signal(number_name(at), at, Binning::Range { edges: EDGES.to_vec() }));
        let categories = (0..CATEGORIES)
            .map(|at| signal(category_name(at), at, Binning::Group { groups: groups.clone() }));
        let card = Scorecard::new(1.0 / LOG_ODDS, [60; 4], numbers.chain(categories).collect(), Vec::new());
        let (low, high) = card.range();
        let curve = (low..=high).map(|score| 0.1 + 0.008 * f64::from(score)).collect();
        let model = ScoringModel::new(
            "Planted".to_owned(),
            "1.0".to_owned(),
            "2026-01-01".to_owned(),
            History::new(0, 0),
            card,
            TierCuts::new(60, 50, 40),
            Tier::ALL.map(|tier| TierFacts::new(tier, 0, 0, None)).into(),
            ProbabilityMap::new(low, curve, "planted").ok_or("the curve is no map")?,
            Validation::new(Verdict::DeployWithCare, 0, 0, "none".to_owned(), None),
        );
        model.check()?;
        Ok(model)
    }
}

/// Columns of one byte a row, as many as signals, to be read and added up as encoded leads are.
#[derive(Clone, Debug)]
pub struct ByteColumns(Vec<Vec<u8>>);

impl ByteColumns {
    /// As many bytes as encoded leads have.
    #[must_use]
    pub fn generated(rows: usize) -> Self {
        Self(
            (0..NUMBERS + CATEGORIES)
                .map(|at| (0..rows).map(|row| ((row + at) % 7) as u8).collect())
                .collect(),
        )
    }

    /// Reads every byte and adds them up.
    #[must_use]
    pub fn sum(&self) -> u64 {
        let words = self.0.iter().map(|column| {
            let (words, rest) = column.as_chunks::<8>();
            let rest = rest.iter().map(|&byte| u64::from(byte)).fold(0, u64::wrapping_add);
            sum_of(words, |word| u64::from_le_bytes(*word)).wrapping_add(rest)
        });
        words.fold(0, u64::wrapping_add)
    }
}

/// Eight sums side by side, so that memory and not the adder is the limit.
fn sum_of<T>(column: &[T], value: impl Fn(&T) -> u64) -> u64 {
    let (steps, rest) = column.as_chunks::<8>();
    let mut sums = [0_u64; 8];
    for step in steps {
        for (sum, cell) in sums.iter_mut().zip(step) {
            *sum = sum.wrapping_add(value(cell));
        }
    }
    rest.iter().map(value).chain(sums).fold(0, u64::wrapping_add)
}

fn number_name(at: usize) -> String {
    format!("Number {}", at + 1)
}

fn category_name(at: usize) -> String {
    format!("Category {}", at + 1)
}

fn signal(name: String, at: usize, binning: Binning) -> Signal {
    let kind = if matches!(binning, Binning::Range { .. }) { Kind::Number } else { Kind::Category };
    let bin = |points: i32| {
        let mut bin = Bin::new(format!("{points:+}"), 0, 0, None, f64::from(points) * LOG_ODDS);
        bin.points = points;
        bin
    };
    let not_recorded = Bin::new("not recorded", 0, 0, None, 0.0);
    let bins = POINTS[..binning.bins()].iter().copied().map(bin).chain([not_recorded]).collect();
    let dimension = Dimension::ALL[at % Dimension::ALL.len()];
    Signal::new(name.clone(), dimension, Input::new(name, kind, binning), 1.0, bins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_model::{FieldMap, Scores};

    #[test]
    fn every_form_of_the_columns_scores_alike() {
        let (columns, model) = (LeadColumns::generated(3_000, 1), LeadColumns::model().unwrap());
        assert_eq!((model.card.signals.len(), model.card.range()), (25, (0, 100)));
        let scorer = Scorer::new(&model).unwrap();
        let (mut raw, mut written, mut coded) = (Scores::new(), Scores::new(), Scores::new());
        let batch = LeadColumns::bound(&scorer).unwrap();
        batch.score(&columns.cells(0..3_000), &mut raw).unwrap();
        let texts = columns.texts();
        LeadColumns::bound_to_texts(&scorer)
            .unwrap()
            .score(&columns.cells_with(&texts), &mut written)
            .unwrap();
        scorer.score_encoded(&batch.encode(&columns.cells(0..3_000)).unwrap(), &mut coded).unwrap();
        let (data, mut typed) = (columns.dataset().unwrap(), Scores::new());
        let map = FieldMap::for_data(&model, &data, &[]).unwrap();
        scorer.score_into(&data, &map, &mut typed).unwrap();
        assert_eq!([&raw, &written, &typed], [&coded, &coded, &coded]);
        let distinct = raw.scores().iter().collect::<std::collections::BTreeSet<_>>().len();
        assert!(distinct > 25 && raw.tiers().flatten().count() == 3_000, "{distinct}");
    }

    #[test]
    fn sums_read_every_cell() {
        let mut columns = LeadColumns::generated(1_003, 1);
        let before = columns.sum();
        columns.numbers[14][1_002] = 77.0;
        assert_ne!(columns.sum(), before);
        let bytes = ByteColumns::generated(1_003);
        let mut other = bytes.clone();
        other.0[24][1_002] += 1;
        assert_eq!(other.sum(), bytes.sum() + 1);
    }
}
