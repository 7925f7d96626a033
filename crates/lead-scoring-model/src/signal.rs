//! One signal: the field or the two fields it reads, its bins, and the points of each bin with the evidence they come from.
//!
//! A signal of one field has the bins of the field's [`Binning`]. A signal of two fields gives points to combinations: each field is
//! binned by itself, and a table says into which bin of the signal each combination of codes falls. Its bins are the notable
//! combinations, then any other combination, which gives no points, then combinations with a missing value that give none either.
//! A combination with a missing value may be notable itself. A value never seen while learning gives no points in either form.

use crate::{Bin, Error, Result};
use lead_scoring_core::{Binning, Dataset, Dimension, Kind, name_words};
use serde::{Deserialize, Serialize};

/// One field a signal reads, and how its values fall into bins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Input {
    /// The column it reads.
    pub field: String,
    /// The kind the column must be read as.
    pub kind: Kind,
    /// How values fall into bins.
    pub binning: Binning,
}

impl Input {
    /// An input from its parts.
    #[must_use]
    pub fn new(field: impl Into<String>, kind: Kind, binning: Binning) -> Self {
        Self { field: field.into(), kind, binning }
    }
}

/// Bins with points over one field or a combination of two: one row group of the scoring table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Signal {
    /// Unique name for people: the field, `Tech Stack: Slack` for an item of a set, `Region + Size` for a combination.
    pub name: String,
    /// The dimension its points count for.
    pub dimension: Dimension,
    /// What it reads: one field; two for a combination.
    pub inputs: Vec<Input>,
    /// The bin of each combination of the inputs' codes, row by row: for each code of the first input from 0 to that of missing values
    /// each code of the second one likewise. Empty for one input.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<u16>,
    /// Independence weight, 0 to 1 and seldom above: how much of the lift counts beside the other signals; below 1 where others carry part
    /// of it or deals are few, above 1 where others hid part of it.
    pub weight: f64,
    /// The regular bins (in the order of the binning's codes for one input), then the bin of missing values.
    ///
    /// A value never seen while learning gets no points.
    pub bins: Vec<Bin>,
}

impl Signal {
    /// A signal of one field; `bins` holds the binning's regular bins and then the missing bin.
    #[must_use]
    pub fn new(name: String, dimension: Dimension, input: Input, weight: f64, bins: Vec<Bin>) -> Self {
        Self { name, dimension, inputs: vec![input], cells: Vec::new(), weight, bins }
    }

    /// A signal of two fields; `cells` as described at [`Signal::cells`], `bins` the notable combinations, any other combination, and the
    /// missing bin, of which the last two give no points.
    #[must_use]
    pub fn pair(
        name: String,
        dimension: Dimension,
        inputs: [Input; 2],
        cells: Vec<u16>,
        weight: f64,
        bins: Vec<Bin>,
    ) -> Self {
        Self { name, dimension, inputs: inputs.into(), cells, weight, bins }
    }

    /// The fields it reads, each once.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        let again = |at: usize| self.inputs[..at].iter().any(|before| before.field == self.inputs[at].field);
        let inputs = self.inputs.iter().enumerate().filter(move |(at, _)| !again(*at));
        inputs.map(|(_, input)| input.field.as_str())
    }

    /// Whether it reads a field.
    #[must_use]
    pub fn reads(&self, field: &str) -> bool {
        self.inputs.iter().any(|input| input.field == field)
    }

    /// Whether it gives points to combinations of two inputs.
    #[must_use]
    pub fn is_pair(&self) -> bool {
        self.inputs.len() > 1
    }

    /// Whether the signal may change while a lead is worked: by what the lead does (behavioral, engagement) or by what goes on around it
    /// (intent). Who a company is and where a lead once came from stay as they are, unless that is a number, which counts on; a combination
    /// changes only if both its fields can.
    #[must_use]
    pub fn is_changeable(&self) -> bool {
        let stays = |input: &Input| input.kind != Kind::Number && came_from(&input.field);
        self.dimension != Dimension::Firmographic && !self.inputs.iter().any(stays)
    }

    /// Whether what a lead does from now on can change the value of a field of this signal.
    ///
    /// Who a company is, what goes on around it (intent), and where a lead once came from (source, origin, channel, campaign, first touch)
    /// are not in a seller's hands.
    #[must_use]
    pub fn can_change(&self, field: &str) -> bool {
        matches!(self.dimension, Dimension::Behavioral | Dimension::Engagement) && !came_from(field)
    }

    /// The code of the bin of missing values.
    #[must_use]
    pub fn missing_code(&self) -> usize {
        self.bins.len().saturating_sub(1)
    }

    /// The code of a value, or of a combination with a value, that was never seen while learning. It has no bin and no points.
    #[must_use]
    pub fn unseen_code(&self) -> usize {
        self.bins.len()
    }

    /// The signal's code for the codes of its inputs, in their order. A combination with a value never seen is unseen, whatever the other
    /// value is; so is anything that the bins and cells do not provide for.
    #[must_use]
    pub fn code(&self, codes: &[usize]) -> usize {
        let code = match (self.inputs.as_slice(), codes) {
            ([_], &[code]) => code,
            ([first, second], &[row, column]) => {
                let (rows, columns) = (first.binning.unseen_code(), second.binning.unseen_code());
                let cell = if row < rows && column < columns {
                    self.cells.get(row.saturating_mul(columns).saturating_add(column))
                } else {
                    None
                };
                cell.map_or(usize::MAX, |&cell| usize::from(cell))
            }
            _ => usize::MAX,
        };
        code.min(self.unseen_code())
    }

    /// The signal's code of every row of a data set whose columns bear the fields' names.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Field`] where a column is missing, [`crate::ErrorKind::Inconsistent`] where the signal does not read one or two.
    pub fn code_rows(&self, data: &Dataset) -> Result<Vec<u16>> {
        let codes = |input: &Input| {
            let column = data.column(&input.field).ok_or_else(|| Error::no_field(&input.field))?;
            Ok(input.binning.code_column(column))
        };
        let narrow = |codes: &[usize]| u16::try_from(self.code(codes)).unwrap_or(u16::MAX);
        match self.inputs.as_slice() {
            [input] => Ok(codes(input)?.into_iter().map(|code| narrow(&[code.into()])).collect()),
            [first, second] => {
                let rows = codes(first)?.into_iter().zip(codes(second)?);
                Ok(rows.map(|(row, column)| narrow(&[row.into(), column.into()])).collect())
            }
            _ => Err(Error::inconsistent(format!(
                "the signal `{}` reads neither one nor two fields",
                self.name
            ))),
        }
    }

    /// The bins of values that are present; of a combination, every bin but that of missing values.
    #[must_use]
    pub fn regular(&self) -> &[Bin] {
        self.bins.get(..self.missing_code()).unwrap_or(&self.bins)
    }

    /// The bin of missing values.
    #[must_use]
    pub fn missing(&self) -> Option<&Bin> {
        self.bins.last()
    }

    /// Points of the bin of missing values: 0 unless they were measured like any other bin's, and always 0 for a combination.
    #[must_use]
    pub fn missing_points(&self) -> i32 {
        self.missing().map_or(0, |bin| bin.points)
    }

    /// Whether the bin of missing values carries points of its own.
    #[must_use]
    pub fn scores_missing(&self) -> bool {
        self.missing_points() != 0
    }

    /// Points by code: the regular bins, missing, unseen.
    #[must_use]
    pub fn points_by_code(&self) -> Vec<i32> {
        self.bins.iter().map(|bin| bin.points).chain([0]).collect()
    }

    /// The fewest points any lead can get from this signal (at most 0).
    #[must_use]
    pub fn lowest(&self) -> i32 {
        self.bins.iter().map(|bin| bin.points).min().unwrap_or(0).min(0)
    }

    /// The most points any lead can get from this signal (at least 0).
    #[must_use]
    pub fn highest(&self) -> i32 {
        self.bins.iter().map(|bin| bin.points).max().unwrap_or(0).max(0)
    }

    /// Fewest and most points once a value that is not known is filled in, for a lead that gets `now` points without it.
    ///
    /// The value may fall into any regular bin, or be one never seen while learning (0 points). `now` always lies within, since the
    /// value may also stay unknown.
    #[must_use]
    pub fn range_if_known(&self, now: i32) -> (i32, i32) {
        let points = || self.regular().iter().map(|bin| bin.points).chain([0]);
        (points().fold(now, i32::min), points().fold(now, i32::max))
    }

    /// Points for the codes of the inputs.
    pub(crate) fn points_at(&self, codes: &[usize]) -> i32 {
        self.bins.get(self.code(codes)).map_or(0, |bin| bin.points)
    }

    /// Whether filling in a missing value of the inputs could change the signal's code. Beside a value never seen nothing can.
    pub(crate) fn is_open(&self, codes: &[usize]) -> bool {
        self.blanks(codes).next().is_some() && self.code(codes) != self.unseen_code()
    }

    /// The inputs whose value is missing.
    pub(crate) fn blanks(&self, codes: &[usize]) -> impl Iterator<Item = &Input> {
        let inputs = self.inputs.iter().zip(codes);
        inputs.filter(|(input, code)| **code == input.binning.missing_code()).map(|(input, _)| input)
    }

    /// Fewest and most points once each missing value of the inputs is filled in, found to be one never seen, or still missing.
    pub(crate) fn range_at(&self, codes: &[usize]) -> (i32, i32) {
        let now = self.points_at(codes);
        let open = |input: &Input, code: usize| match code == input.binning.missing_code() {
            true => 0..=input.binning.unseen_code(),
            false => code..=code,
        };
        let fold = |range: (i32, i32), points: i32| (range.0.min(points), range.1.max(points));
        match (self.inputs.as_slice(), codes) {
            ([input], &[code]) => {
                open(input, code).map(|code| self.points_at(&[code])).fold((now, now), fold)
            }
            ([first, second], &[row, column]) => open(first, row)
                .flat_map(|row| open(second, column).map(move |column| (row, column)))
                .map(|(row, column)| self.points_at(&[row, column]))
                .fold((now, now), fold),
            _ => (now, now),
        }
    }
}

/// Whether a field says where a lead once came from, by the words of its name.
fn came_from(field: &str) -> bool {
    const ORIGIN: [&str; 7] = ["source", "origin", "channel", "campaign", "referral", "referrer", "first"];
    name_words(field).iter().any(|word| ORIGIN.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_stays_and_a_count_goes_on() {
        let signal = |dimension: Dimension, kind: Kind, binning: Binning| {
            let bins = ["one", "other", "not recorded"].map(|label| Bin::new(label, 1, 1, Some(1.0), 0.0));
            let input = Input::new("campaign", kind, binning);
            Signal::new("campaign".to_owned(), dimension, input, 1.0, bins.into())
        };
        let origin = || Binning::Group { groups: vec![vec!["web".to_owned()], vec!["event".to_owned()]] };
        let calls = || Binning::Range { edges: vec![14.0] };
        assert!(!signal(Dimension::Behavioral, Kind::Category, origin()).is_changeable());
        assert!(signal(Dimension::Behavioral, Kind::Number, calls()).is_changeable());
        assert!(!signal(Dimension::Firmographic, Kind::Number, calls()).is_changeable());
    }
}
