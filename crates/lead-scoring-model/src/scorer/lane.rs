//! One signal ready to be added up, row by row, over the codes of one column or two.

use super::block::Sums;
use super::open::Open;
use crate::{Input, Signal};
use lead_scoring_core::{Column, MISSING};

/// One signal ready to be added up.
pub(super) struct Lane<'a> {
    /// Where the points go, an index of a dimension.
    dimension: usize,
    /// Ranks signals of equal points: the earlier the greater.
    precedence: u16,
    /// The signal's bit among the unknown signals.
    pub(super) bit: u32,
    source: Source<'a>,
}

enum Source<'a> {
    /// No column for a field: unknown for every row.
    Unmapped { open: Open },
    /// Codes of rows, and points by code; the last entry is for missing values.
    Column { codes: &'a [u32], points: Vec<i8>, open: Open },
    /// Two columns and a table over the codes of their bins.
    Pair { columns: [Coded<'a>; 2], cells: Vec<Cell>, open: Vec<Open> },
}

/// A column of a combination.
struct Coded<'a> {
    codes: &'a [u32],
    /// By value the part of a cell's position that it decides; the last entry is for missing values.
    places: Vec<usize>,
}

/// What a combination of codes gives.
#[derive(Clone, Copy)]
struct Cell {
    points: i8,
    unknown: bool,
}

impl<'a> Lane<'a> {
    /// The lane of the signal at position `at` (below [`crate::MAX_SIGNALS`]), with a column for each of its inputs; `fields` are all
    /// fields of the model.
    pub(super) fn new(at: usize, signal: &Signal, columns: &[Option<&'a Column>], fields: &[String]) -> Self {
        let source = match (signal.inputs.as_slice(), columns) {
            ([input], &[Some(column)]) => of_column(signal, input, column, fields),
            ([first, second], &[Some(row), Some(column)]) => {
                of_pair(signal, [(first, row), (second, column)], fields)
            }
            _ => Source::Unmapped { open: Open::unmapped(signal, columns, fields) },
        };
        Self {
            dimension: signal.dimension.index(),
            precedence: u16::try_from(usize::from(u8::MAX).saturating_sub(at)).unwrap_or(0),
            bit: 1 << (at % 32),
            source,
        }
    }

    /// Whether what is open about the signal, where it is unknown, differs between rows.
    pub(super) fn depends_on_row(&self) -> bool {
        matches!(self.source, Source::Pair { .. })
    }

    /// What is open about the signal in a row where it is unknown.
    pub(super) fn open(&self, row: usize) -> Open {
        match &self.source {
            Source::Unmapped { open } | Source::Column { open, .. } => *open,
            Source::Pair { columns: [first, second], open, .. } => {
                let code = |column: &Coded<'_>| column.codes.get(row).copied().unwrap_or(MISSING);
                let at = first.place(code(first)) + second.place(code(second));
                open.get(at).copied().unwrap_or_default()
            }
        }
    }

    /// Adds the signal to the sums of the rows from `first` on.
    pub(super) fn add(&self, first: usize, sums: &mut [Sums]) {
        match &self.source {
            Source::Unmapped { .. } => sums.iter_mut().for_each(|sums| sums.unknown |= self.bit),
            Source::Column { codes, points, .. } => {
                let missing = points.len() - 1;
                for (sums, &code) in sums.iter_mut().zip(&codes[first..]) {
                    self.give(sums, points[(code as usize).min(missing)], code == MISSING);
                }
            }
            Source::Pair { columns: [rows, columns], cells, .. } => {
                let codes = rows.codes[first..].iter().zip(&columns.codes[first..]);
                for (sums, (&row, &column)) in sums.iter_mut().zip(codes) {
                    let cell = cells[rows.place(row) + columns.place(column)];
                    self.give(sums, cell.points, cell.unknown);
                }
            }
        }
    }

    fn give(&self, sums: &mut Sums, points: i8, unknown: bool) {
        sums.points[self.dimension] += i16::from(points);
        sums.top = sums.top.max(u16::from(points.max(0).unsigned_abs()) << 8 | self.precedence);
        sums.unknown |= if unknown { self.bit } else { 0 };
    }
}

impl Coded<'_> {
    fn place(&self, code: u32) -> usize {
        self.places[(code as usize).min(self.places.len() - 1)]
    }
}

fn of_column<'a>(signal: &Signal, input: &Input, column: &'a Column, fields: &[String]) -> Source<'a> {
    let points = codes_of(input, column).map(|code| narrow(signal.points_at(&[code]))).collect();
    let open = Open::missing(signal, &[input.binning.missing_code()], fields);
    Source::Column { codes: column.codes(), points, open }
}

fn of_pair<'a>(signal: &Signal, inputs: [(&Input, &'a Column); 2], fields: &[String]) -> Source<'a> {
    let [(first, row), (second, column)] = inputs;
    let width = second.binning.codes();
    let codes = (0..first.binning.codes()).flat_map(|row| (0..width).map(move |column| [row, column]));
    let cell = |codes: [usize; 2]| Cell {
        points: narrow(signal.points_at(&codes)),
        unknown: signal.is_open(&codes),
    };
    let coded = |input: &Input, column: &'a Column, step: usize| Coded {
        codes: column.codes(),
        places: codes_of(input, column).map(|code| code * step).collect(),
    };
    Source::Pair {
        columns: [coded(first, row, width), coded(second, column, 1)],
        cells: codes.clone().map(cell).collect(),
        open: codes.map(|codes| Open::missing(signal, &codes, fields)).collect(),
    }
}

/// The code of each value of a column, and last that of missing values.
fn codes_of(input: &Input, column: &Column) -> impl Iterator<Item = usize> {
    let values = input.binning.code_values(column.values());
    values.into_iter().chain([input.binning.missing_code()])
}

/// A model that passed its check has no points beyond -100 to 100.
fn narrow(points: i32) -> i8 {
    i8::try_from(points).unwrap_or(0)
}
