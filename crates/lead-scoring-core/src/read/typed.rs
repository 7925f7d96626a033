//! From a column of texts to a typed one.

use super::Cell;
use super::infer::{Plan, plan};
use super::levels::{Levels, sets};
use super::options::ReadOptions;
use super::profile::Profile;
use super::table::TextColumn;
use super::{date, flag, number};
use crate::{Column, Error, ErrorKind, Field, MISSING, ReadNotes, Result, Values};

/// Types one column of a file whose rows have the numbers `rows`.
pub(super) fn column(
    name: String,
    column: TextColumn,
    options: &ReadOptions,
    rows: &[u64],
) -> Result<(Field, Column)> {
    let profile = Profile::new(&name, &column, options);
    let mut notes = ReadNotes { given_missing: profile.given_missing.clone(), ..ReadNotes::default() };
    let typed = match plan(&name, &profile, options) {
        Plan::Number(reading) => numbers(&profile, &reading),
        Plan::Date(reading) => {
            notes.month_first_assumed = reading.month_first_assumed;
            dates(&profile, &reading)
        }
        Plan::Flag => flags(&profile),
        Plan::Category => categories(&profile, &mut notes),
        Plan::Set => set_column(&profile, &mut notes),
        Plan::Identifier => texts(&profile, Values::Identifier),
        Plan::Text => texts(&profile, Values::Text),
    };
    let TextColumn { mut codes, .. } = column;
    if let Some(row) = first_row(&codes, rows, &typed.impossible) {
        let message = format!("{}; correct the cell or name it with --missing", typed.complaint);
        return Err(Error::new(ErrorKind::Value, message).at_row(row).in_column(name));
    }
    notes.unreadable = count(&codes, &typed.unreadable);
    notes.first_unreadable_row = first_row(&codes, rows, &typed.unreadable);
    for code in &mut codes {
        *code = typed.new_codes.get(*code as usize).copied().unwrap_or(MISSING);
    }
    let mut field = Field::new(name);
    field.notes = notes;
    Ok((field, Column::new(codes, typed.values)))
}

/// A typed dictionary, and what became of every text code.
struct Typed {
    values: Values,
    /// For each text code its code in `values`, or [`MISSING`].
    new_codes: Vec<u32>,
    /// For each text code whether it cannot be read as the kind.
    unreadable: Vec<bool>,
    /// For each text code whether it has the form but nothing it could mean exists.
    impossible: Vec<bool>,
    /// What to say of an impossible cell.
    complaint: &'static str,
}

impl Typed {
    /// A dictionary whose codes are given for the profile's known texts in order; `None` is unreadable.
    fn new(profile: &Profile<'_>, values: Values, codes: impl Iterator<Item = Option<u32>>) -> Self {
        let mut typed = Self {
            values,
            new_codes: vec![MISSING; profile.codes()],
            unreadable: vec![false; profile.codes()],
            impossible: Vec::new(),
            complaint: "",
        };
        for ((old, _, _), new) in profile.iter().zip(codes) {
            match new {
                Some(new) => typed.new_codes[old as usize] = new,
                None => typed.unreadable[old as usize] = true,
            }
        }
        typed
    }

    /// The same dictionary with the impossible ones among the cells told.
    fn refusing<T>(mut self, profile: &Profile<'_>, cells: &[Cell<T>], complaint: &'static str) -> Self {
        self.impossible = vec![false; profile.codes()];
        for ((code, _, _), cell) in profile.iter().zip(cells) {
            self.impossible[code as usize] = matches!(cell, Cell::Impossible);
        }
        self.complaint = complaint;
        self
    }
}

fn numbers(profile: &Profile<'_>, reading: &number::Reading) -> Typed {
    let (values, codes) = ascending(&reading.cells, |x| x + 0.0, f64::total_cmp);
    let complaint = "the number is beyond the range of numbers (about 1.8e308)";
    Typed::new(profile, Values::Number(values), codes.into_iter()).refusing(
        profile,
        &reading.cells,
        complaint,
    )
}

fn dates(profile: &Profile<'_>, reading: &date::Reading) -> Typed {
    let (values, codes) = ascending(&reading.cells, |day| day, Ord::cmp);
    let complaint = "the date does not exist in the calendar";
    Typed::new(profile, Values::Date(values), codes.into_iter()).refusing(profile, &reading.cells, complaint)
}

/// The distinct values ascending, and for each cell its value's position. `normal` maps equal values to one representation.
fn ascending<T: Copy>(
    cells: &[Cell<T>],
    normal: impl Fn(T) -> T,
    order: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> (Vec<T>, Vec<Option<u32>>) {
    let value = |(at, cell): (usize, &Cell<T>)| {
        if let Cell::Value(value) = cell { Some((normal(*value), at)) } else { None }
    };
    let mut sorted: Vec<(T, usize)> = cells.iter().enumerate().filter_map(value).collect();
    sorted.sort_unstable_by(|a, b| order(&a.0, &b.0));
    let mut values: Vec<T> = Vec::with_capacity(sorted.len());
    let mut codes = vec![None; cells.len()];
    for (value, at) in sorted {
        if values.last().is_none_or(|last| order(last, &value).is_ne()) {
            values.push(value);
        }
        codes[at] = u32::try_from(values.len() - 1).ok();
    }
    (values, codes)
}

fn flags(profile: &Profile<'_>) -> Typed {
    let code = |text| if let Cell::Value(yes) = flag::parse(text) { Some(u32::from(yes)) } else { None };
    Typed::new(profile, Values::Flag, profile.texts().map(code))
}

fn categories(profile: &Profile<'_>, notes: &mut ReadNotes) -> Typed {
    let levels = Levels::new(profile.iter().map(|(_, text, count)| (text, u64::from(count))));
    notes.merged_spellings = levels.merged;
    Typed::new(profile, Values::Category(levels.names), levels.level_of.into_iter().map(Some))
}

fn set_column(profile: &Profile<'_>, notes: &mut ReadNotes) -> Typed {
    let sets = sets(profile);
    notes.merged_spellings = sets.merged;
    Typed::new(profile, Values::Set(sets.values), sets.combination_of.into_iter())
}

fn texts(profile: &Profile<'_>, values: fn(Vec<String>) -> Values) -> Typed {
    let names = profile.texts().map(str::to_owned).collect();
    Typed::new(profile, values(names), (0..).map(Some))
}

/// How many rows have a marked code.
fn count(codes: &[u32], marked: &[bool]) -> u64 {
    if !marked.contains(&true) {
        return 0;
    }
    codes.iter().filter(|&&code| is_marked(marked, code)).count() as u64
}

/// The number of the first row that has a marked code.
fn first_row(codes: &[u32], rows: &[u64], marked: &[bool]) -> Option<u64> {
    if !marked.contains(&true) {
        return None;
    }
    codes.iter().zip(rows).find(|(code, _)| is_marked(marked, **code)).map(|(_, &row)| row)
}

fn is_marked(marked: &[bool], code: u32) -> bool {
    marked.get(code as usize).copied().unwrap_or(false)
}
