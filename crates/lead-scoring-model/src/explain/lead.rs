//! One row of a data set as a data set of its own, with dictionaries of one value: binning it costs one decision a signal.

use crate::scorer::column;
use crate::{Error, ErrorKind, FieldMap, Result};
use lead_scoring_core::{Column, Dataset, Field, SetValues, Values};

/// The mapped columns of one row.
pub(super) fn single(data: &Dataset, map: &FieldMap, row: usize) -> Result<Dataset> {
    let mut single = Dataset::with_rows(1);
    for mapped in map.fields() {
        let (Some(name), Some(column)) = (&mapped.column, column(data, map, &mapped.field)?) else {
            continue;
        };
        if single.index_of(name).is_none() {
            let pushed = single.push(Field::new(name), cell(column, row));
            pushed.map_err(|error| Error::new(ErrorKind::Row, error.to_string()))?;
        }
    }
    Ok(single)
}

/// One cell as a column.
fn cell(column: &Column, row: usize) -> Column {
    let code = column.codes().get(row).copied().unwrap_or(lead_scoring_core::MISSING);
    let at = code as usize;
    let name = |names: &[String]| names.get(at).cloned().into_iter().collect();
    let values = match column.values() {
        Values::Flag => return Column::new(vec![code], Values::Flag),
        Values::Number(values) => Values::Number(values.get(at).copied().into_iter().collect()),
        Values::Date(values) => Values::Date(values.get(at).copied().into_iter().collect()),
        Values::Category(names) => Values::Category(name(names)),
        Values::Identifier(names) => Values::Identifier(name(names)),
        Values::Text(names) => Values::Text(name(names)),
        Values::Set(sets) => Values::Set(combination(sets, at)),
    };
    // Code 0 is the one value, or missing where the dictionary is empty.
    Column::new(vec![0], values)
}

fn combination(sets: &SetValues, at: usize) -> SetValues {
    let Some(members) = sets.members.get(at) else { return SetValues::default() };
    let items: Vec<String> =
        members.iter().filter_map(|&item| sets.items.get(item as usize).cloned()).collect();
    let members = vec![(0..).take(items.len()).collect()];
    SetValues { items, members }
}
