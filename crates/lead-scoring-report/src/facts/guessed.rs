//! Which columns were put into a dimension by the words of their names alone.

use crate::ReportInput;

/// Those of the columns whose dimension nobody gave, each once, in their order.
pub(crate) fn guessed<'a>(input: &ReportInput<'_>, columns: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in columns {
        let is_guess = input.audit.field(name).is_some_and(|field| !field.dimension_given);
        if is_guess && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}
