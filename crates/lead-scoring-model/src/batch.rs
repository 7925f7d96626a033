//! Many leads at once: columns in, a score, a tier and four subtotals a row out.
//!
//! A [`Batch`] is a scorer bound to columns: which column feeds which field, and what each value of a dictionary is worth to the model, are
//! worked out once. Rows then come as slices, all at once or chunk by chunk: memory beyond the caller's own slices and [`Scores`] does not
//! depend on how many there are.
//!
//! Rows pass in blocks of about a thousand that stay in the fastest cache. Each column of a block becomes one byte a row, then bytes become
//! points, 64 rows at a time where the machine can. Scores are the same bits whatever the machine, the chunks or the threads; with
//! the feature `parallel` many rows are spread over the threads of the current [`rayon`](https://docs.rs/rayon) pool.

mod block;
mod cells;
mod plan;
mod scores;

use crate::kernel::Level;
use crate::{Error, ErrorKind, FieldMap, Result, Scorer};
pub(crate) use block::{BLOCK, Coded, Work, bytes, over_blocks, over_spans, rule};
pub use cells::Cells;
use lead_scoring_core::{Dataset, Kind, SetValues, Values};
pub(crate) use plan::{Column, Plan};
pub use scores::Scores;
use std::borrow::Cow;

/// A scorer bound to columns.
///
/// ```
/// # use lead_scoring_core::{Binning, Dimension, Kind, Tier};
/// # use lead_scoring_model::*;
/// # let bins = [("no", -0.7, -20), ("yes", 1.1, 30), ("not recorded", 0.0, 0)].map(|(label, log_odds, points)| {
/// #     let mut bin = Bin::new(label, 10, 10, None, log_odds);
/// #     bin.points = points;
/// #     bin
/// # });
/// # let demo = Signal::new("Demo".into(), Dimension::Behavioral, Input::new("Demo", Kind::Flag, Binning::Flag), 1.0, bins.into());
/// # let card = Scorecard::new(28.0, [40; 4], vec![demo], Vec::new());
/// # let curve = (0..=50).map(|score| 0.2 + 0.01 * f64::from(score)).collect();
/// # let model = ScoringModel::new("Pipeline".into(), "1.0".into(), "2026-03-01".into(), History::new(40, 60), card,
/// #     TierCuts::new(50, 20, 10), Tier::ALL.map(|tier| TierFacts::new(tier, 0, 0, None)).into(),
/// #     ProbabilityMap::new(0, curve, "line").unwrap(), Validation::new(Verdict::Deploy, 12, 18, "at random".into(), None));
/// use lead_scoring_model::{Cells, Scores};
///
/// let scorer = Scorer::new(&model)?; // reads a flag called `Demo`
/// let batch = scorer.batch().flags("demo").numbers("Employees").build()?;
/// let mut scores = Scores::new();
/// for chunk in [[Some(true), Some(false)], [None, Some(true)]] {
///     batch.score(&[Cells::Flags(&chunk), Cells::Numbers(&[250.0, f64::NAN])], &mut scores)?;
///     println!("{:?} {:?}", scores.scores(), scores.tier(0));
/// }
/// assert_eq!((scores.scores(), scores.tier(0), scores.tier(1)), (&[20, 50][..], None, Some(Tier::Hot)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Batch {
    scorer: Scorer,
    columns: Vec<String>,
    /// For each column the cells it takes.
    forms: Vec<Form>,
    map: FieldMap,
    plan: Plan,
}

/// Says which columns a [`Batch`] gets, in the order in which their cells will come.
///
/// Columns are found for the model's fields as by [`FieldMap::for_header`]; a column that the model does not read is let be. A category or
/// set comes as positions in a dictionary, and a position beyond the dictionary is a missing value.
#[derive(Clone, Debug)]
pub struct BatchBuilder<'a> {
    scorer: &'a Scorer,
    columns: Vec<(String, Shape<'a>)>,
    explicit: Vec<(String, String)>,
}

/// What the cells of a column mean.
#[derive(Clone, Debug)]
enum Shape<'a> {
    Numbers,
    Texts,
    Values(Cow<'a, Values>),
}

impl<'a> BatchBuilder<'a> {
    /// A column of numbers ([`Cells::Numbers`]). A number that is not finite is a missing value.
    #[must_use]
    pub fn numbers(self, column: impl Into<String>) -> Self {
        self.with(column, Shape::Numbers)
    }

    /// A column of categories as positions in these levels, which may be spelled as they come.
    #[must_use]
    pub fn categories<S: AsRef<str>>(self, column: impl Into<String>, levels: &[S]) -> Self {
        let levels = levels.iter().map(|level| level.as_ref().to_owned()).collect();
        self.with(column, Shape::Values(Cow::Owned(Values::Category(levels))))
    }

    /// A column of categories as they are written ([`Cells::Texts`]). Where texts repeat, [`BatchBuilder::categories`] with each text once is
    /// many times faster.
    #[must_use]
    pub fn texts(self, column: impl Into<String>) -> Self {
        self.with(column, Shape::Texts)
    }

    /// A column of no and yes: [`Cells::Flags`], or positions 0 for no and 1 for yes.
    #[must_use]
    pub fn flags(self, column: impl Into<String>) -> Self {
        self.with(column, Shape::Values(Cow::Owned(Values::Flag)))
    }

    /// A column of sets of items as positions in these sets.
    #[must_use]
    pub fn sets<I: AsRef<[S]>, S: AsRef<str>>(self, column: impl Into<String>, sets: &[I]) -> Self {
        let mut values = SetValues::default();
        for set in sets {
            let at = values.items.len()..values.items.len() + set.as_ref().len();
            values.items.extend(set.as_ref().iter().map(|item| item.as_ref().to_owned()));
            values.members.push(at.filter_map(|at| u32::try_from(at).ok()).collect());
        }
        self.with(column, Shape::Values(Cow::Owned(Values::Set(values))))
    }

    /// A column of positions in a dictionary of any kind.
    #[must_use]
    pub fn values(self, column: impl Into<String>, values: &'a Values) -> Self {
        self.with(column, Shape::Values(Cow::Borrowed(values)))
    }

    /// Says that a field of the model is read from a column of another name.
    #[must_use]
    pub fn map(mut self, field: impl Into<String>, column: impl Into<String>) -> Self {
        self.explicit.push((field.into(), column.into()));
        self
    }

    /// Binds the scorer to the columns.
    ///
    /// Cost: once the look-up of every level of every dictionary.
    ///
    /// # Errors
    /// [`ErrorKind::Field`] as [`FieldMap::for_header`], and where a column holds values of another kind than the model reads.
    pub fn build(self) -> Result<Batch> {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| name.as_str()).collect();
        let map = FieldMap::for_header(self.scorer.model(), &names, &self.explicit)?;
        let column = |name: &str| {
            let at = names.iter().position(|column| *column == name)?;
            let shape = &self.columns[at].1;
            Some(Column { at, kind: shape.kind(), values: shape.values() })
        };
        let plan = Plan::new(self.scorer.compiled(), &map, column, |column| {
            column.values.is_some_and(Values::is_empty)
        })?;
        let forms = self.columns.iter().map(|(_, shape)| shape.form()).collect();
        let columns = self.columns.iter().map(|(name, _)| name.clone()).collect();
        Ok(Batch { scorer: self.scorer.clone(), columns, forms, map, plan })
    }

    fn with(mut self, column: impl Into<String>, shape: Shape<'a>) -> Self {
        self.columns.push((column.into(), shape));
        self
    }
}

/// The cells that a column takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Numbers,
    Texts,
    /// No and yes, or positions of them.
    Flags,
    Positions,
}

impl Form {
    fn takes(self, cells: &Cells<'_>) -> bool {
        match cells {
            Cells::Numbers(_) => self == Self::Numbers,
            Cells::Texts(_) => self == Self::Texts,
            Cells::Flags(_) => self == Self::Flags,
            Cells::Codes8(_) | Cells::Codes16(_) | Cells::Codes32(_) => {
                matches!(self, Self::Flags | Self::Positions)
            }
        }
    }
}

impl Shape<'_> {
    fn values(&self) -> Option<&Values> {
        match self {
            Self::Numbers | Self::Texts => None,
            Self::Values(values) => Some(values),
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Numbers => Kind::Number,
            Self::Texts => Kind::Category,
            Self::Values(values) => values.kind(),
        }
    }

    fn form(&self) -> Form {
        match self {
            Self::Numbers => Form::Numbers,
            Self::Texts => Form::Texts,
            Self::Values(values) if **values == Values::Flag => Form::Flags,
            Self::Values(_) => Form::Positions,
        }
    }
}

impl Batch {
    /// Which column feeds which field of the model.
    #[must_use]
    pub fn map(&self) -> &FieldMap {
        &self.map
    }

    /// The scorer that scores the rows.
    #[must_use]
    pub fn scorer(&self) -> &Scorer {
        &self.scorer
    }

    /// The columns in the order in which their cells come.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Scores rows given as one slice of equal length for each column. What `scores` held before is replaced; its memory is used again.
    ///
    /// # Errors
    /// [`ErrorKind::Field`] where there are fewer or more slices than columns, where one is of a form that its column does not have;
    /// [`ErrorKind::Row`] where their lengths differ.
    pub fn score(&self, cells: &[Cells<'_>], scores: &mut Scores) -> Result<()> {
        let rows = self.rows(cells)?;
        block::score(self.scorer.compiled(), &self.plan, Level::best(), cells, rows, scores);
        Ok(())
    }

    /// How many rows there are, once their form is known to be right.
    pub(crate) fn rows(&self, cells: &[Cells<'_>]) -> Result<usize> {
        if cells.len() != self.columns.len() {
            let message = format!(
                "there are {} slices of cells for {} columns; give one for each",
                cells.len(),
                self.columns.len()
            );
            return Err(Error::new(ErrorKind::Field, message));
        }
        let rows = cells.first().map_or(0, Cells::len);
        for ((cells, name), form) in cells.iter().zip(&self.columns).zip(&self.forms) {
            if cells.len() != rows {
                let message = format!(
                    "the column `{name}` has {} rows, the first one {rows}; give as many",
                    cells.len()
                );
                return Err(Error::new(ErrorKind::Row, message));
            }
            if !form.takes(cells) {
                let message = format!("the cells of the column `{name}` are not what it was said to hold");
                return Err(Error::new(ErrorKind::Field, message));
            }
        }
        Ok(rows)
    }

    pub(crate) fn plan(&self) -> &Plan {
        &self.plan
    }
}

impl Scorer {
    /// Binds this scorer to columns, to score many rows at once.
    #[must_use]
    pub fn batch(&self) -> BatchBuilder<'_> {
        BatchBuilder { scorer: self, columns: Vec::new(), explicit: Vec::new() }
    }

    /// Scores every row of `data` as [`Scorer::score`] does, without probabilities, ranks and all there is to say of single leads, which
    /// takes a fraction of the time and memory.
    ///
    /// # Errors
    /// As [`Scorer::score`].
    pub fn score_into(&self, data: &Dataset, map: &FieldMap, scores: &mut Scores) -> Result<()> {
        let plan = Plan::of_dataset(self.compiled(), data, map)?;
        let cells: Vec<Cells<'_>> =
            data.columns().iter().map(|column| Cells::Codes32(column.codes())).collect();
        block::score(self.compiled(), &plan, Level::best(), &cells, data.rows(), scores);
        Ok(())
    }
}
