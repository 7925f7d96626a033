//! From the cells of columns to codes and to what the rules say, worked out once for the columns.

use crate::compiled::{Coder, Compiled, Judge, Slot};
use crate::kernel::Lookup;
use crate::lead::Texts;
use crate::scorer::wrong_kind;
use crate::{Error, FieldMap, Result};
use lead_scoring_core::{Dataset, Kind, Values};
use std::sync::Arc;

/// With more edges a look-up in a table takes fewer steps than counting those reached.
const FEW: usize = 32;

/// A column that a field may be read from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column<'a> {
    /// Its position among the columns.
    pub(crate) at: usize,
    /// The kind of its values.
    pub(crate) kind: Kind,
    /// Its dictionary; `None` for numbers and texts as they are.
    pub(crate) values: Option<&'a Values>,
}

/// How columns become codes and rules are applied.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// For each coder of the model.
    pub(super) sources: Vec<Source>,
    /// For each rule of the model; `None` where its field has no column.
    pub(super) hearings: Vec<Option<Hearing>>,
}

/// Where the codes of a coder come from.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// There is no column.
    Absent,
    /// Numbers or texts as they are; short texts that the model knows are found the shortest way.
    Plain { column: usize, texts: Option<Arc<Texts>> },
    /// Positions in a dictionary.
    Values { column: usize, codes: Codes },
}

/// The code of each value of a dictionary, and last that of missing values.
#[derive(Clone, Debug)]
pub(super) enum Codes {
    Bytes(Arc<Lookup>),
    /// Of ascending numbers under a binning by ranges: for each edge the first position that reaches it, then how many numbers there are.
    /// No table to look into, which for as many numbers as rows would be a walk through memory.
    Ranges {
        reach: Vec<u32>,
        len: u32,
    },
    Halves(Vec<u16>),
}

/// Where a rule finds what it judges.
#[derive(Clone, Debug)]
pub(super) struct Hearing {
    pub(super) column: usize,
    /// For each value of the dictionary whether the rule holds; `None` for numbers and texts as they are.
    pub(super) holds: Option<Vec<bool>>,
}

impl Plan {
    /// A plan for columns found by name; `is_blank` tells whether a column has no value at all, so that its kind does not matter.
    pub(crate) fn new<'c>(
        compiled: &Compiled,
        map: &FieldMap,
        column: impl Fn(&str) -> Option<Column<'c>>,
        is_blank: impl Fn(&Column<'c>) -> bool,
    ) -> Result<Self> {
        let mut sources = vec![Source::Absent; compiled.coders.len()];
        let mut hearings = vec![None; compiled.judges.len()];
        for field in &compiled.fields {
            let Some(name) = map.column_of(&field.name) else { continue };
            let column = column(name).ok_or_else(|| Error::no_field(name))?;
            let compares = |&at: &usize| compiled.judges[at].compares();
            let binds = !field.coders.is_empty() || field.judges.iter().any(compares);
            if binds && column.kind != field.kind && !is_blank(&column) {
                return Err(wrong_kind(name, column.kind, field.kind));
            }
            for &at in &field.coders {
                sources[at] = Source::new(&compiled.coders[at], compiled.lanes().coders[at], &column);
            }
            for &at in &field.judges {
                let holds = column.values.map(|values| Judge::values(&compiled.judges[at], values));
                hearings[at] = Some(Hearing { column: column.at, holds });
            }
        }
        Ok(Self { sources, hearings })
    }

    /// A plan for the columns of a data set.
    pub(crate) fn of_dataset(compiled: &Compiled, data: &Dataset, map: &FieldMap) -> Result<Self> {
        let column = |name: &str| {
            let at = data.index_of(name)?;
            let values = data.columns()[at].values();
            Some(Column { at, kind: values.kind(), values: Some(values) })
        };
        Self::new(compiled, map, column, |column| data.columns()[column.at].filled() == 0)
    }
}

impl Source {
    fn new(coder: &Coder, slot: Slot, column: &Column<'_>) -> Self {
        let Some(values) = column.values else {
            return Self::Plain { column: column.at, texts: Texts::new(coder.levels()).map(Arc::new) };
        };
        if let (Slot::Byte(_), Some(codes)) = (slot, Codes::ranges(coder, values)) {
            return Self::Values { column: column.at, codes };
        }
        let codes = coder.values(values);
        let codes = match slot {
            Slot::Byte(_) => {
                let byte = |code: u16| u8::try_from(code).unwrap_or(u8::MAX);
                let codes = codes.into_iter().map(byte).collect();
                Codes::Bytes(Lookup::new(codes, byte(coder.missing())).into())
            }
            Slot::Half(_) => Codes::Halves(codes.into_iter().chain([coder.missing()]).collect()),
        };
        Self::Values { column: column.at, codes }
    }
}

impl Codes {
    /// The codes of a dictionary of finite ascending numbers under a binning by few ranges; `None` for any other.
    fn ranges(coder: &Coder, values: &Values) -> Option<Self> {
        let (Values::Number(numbers), Some(edges)) = (values, coder.edges()) else { return None };
        let ends = [numbers.first(), numbers.last()];
        if edges.len() > FEW || ends.into_iter().flatten().any(|end| !end.is_finite()) || !numbers.is_sorted()
        {
            return None;
        }
        let reach = edges.iter().map(|edge| numbers.partition_point(|number| number < edge));
        let reach: Option<Vec<u32>> = reach.map(|at| u32::try_from(at).ok()).collect();
        Some(Self::Ranges { reach: reach?, len: u32::try_from(numbers.len()).ok()? })
    }
}
