//! What a row itself has of the fields of a signal: its own value, not the group that shares the value's points.

use super::{labels, levels};
use crate::format;
use crate::phrases::{
    BOTH_VALUES, CONTAINS_ITEM, DIGITS, LACKS_ITEM, NAME, NO, NOT_RECORDED, VALUE_OF_FIELD, WITH_DIGITS, YES,
};
use lead_scoring_core::{Binning, Column, Message, NumberStyle, Values, significant_digits};
use lead_scoring_model::Input;

/// Characters of a value that are shown.
const MOST_CHARACTERS: usize = 120;

/// `Lead Source: Referral`, `Tech Stack contains Slack`, or for a combination both of its values.
pub(crate) fn of_row<'a>(
    inputs: &[Input],
    column: impl Fn(&str) -> Option<&'a Column>,
    row: usize,
) -> Message {
    let values = inputs.iter().map(|input| {
        let alone = inputs.iter().filter(|other| other.field == input.field).count() == 1;
        of_field(input, column(&input.field), row, alone)
    });
    let both =
        |one: Message, other: Message| BOTH_VALUES.with([("one", one.into()), ("other", other.into())]);
    values.reduce(both).unwrap_or_else(|| NOT_RECORDED.message())
}

/// `alone`: no other input of the signal reads the field and tells its figure.
fn of_field(input: &Input, column: Option<&Column>, row: usize, alone: bool) -> Message {
    let field = ("field", labels::read_by(input));
    let with = |value: Message| VALUE_OF_FIELD.with([field.clone(), ("value", value.into())]);
    let Some((column, text)) = column.and_then(|column| Some((column, column.text(row)?))) else {
        return with(NOT_RECORDED.message());
    };
    match (&input.binning, column.values()) {
        (Binning::Contains { item }, Values::Set(_)) => {
            let has = text.split("; ").any(|part| part == item);
            let phrase = if has { CONTAINS_ITEM } else { LACKS_ITEM };
            phrase.with([field, ("item", item.as_str().into())])
        }
        (Binning::Digits { .. }, Values::Number(_)) => {
            let number = column.number(row).unwrap_or_default();
            let digits = u64::from(significant_digits(number));
            let digits = ("digits", digits.into());
            with(match alone {
                true => WITH_DIGITS.with([("value", NumberStyle::Grouped.text(number).into()), digits]),
                false => DIGITS.with([digits]),
            })
        }
        (_, Values::Flag) => with(if text == "yes" { YES } else { NO }.message()),
        (binning, Values::Number(numbers)) => {
            let edges = match binning {
                Binning::Range { edges } => edges.as_slice(),
                _ => &[],
            };
            let style = NumberStyle::of(numbers.iter().chain(edges).copied());
            with(Message::verbatim(column.number(row).map_or(text, |number| style.text(number))))
        }
        (Binning::Group { .. }, _) => {
            with(NAME.with([("name", levels::shown(&text, MOST_CHARACTERS).into())]))
        }
        _ => with(NAME.with([("name", format::clipped(&text, MOST_CHARACTERS).into())])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::Kind;

    #[test]
    fn figures_have_commas_as_the_rows_of_the_card() {
        let column = Column::from_numbers(&[4_400.0, 26_315.0]);
        let own = |binning: Binning, row: usize| {
            let input = Input::new("Amount", Kind::Number, binning);
            of_row(&[input], |_| Some(&column), row).to_string()
        };
        let ranges = |edges: &[f64]| Binning::Range { edges: edges.to_vec() };
        assert_eq!(own(ranges(&[1_000.0, 10_000.0]), 0), "Amount: 4,400");
        assert_eq!(own(ranges(&[1_000.0]), 0), "Amount: 4,400");
        let digits = Binning::Digits { edges: vec![1, 3] };
        assert_eq!(own(digits.clone(), 0), "Amount (exactness): 4,400, 2 significant digits");
        assert_eq!(own(digits, 1), "Amount (exactness): 26,315, 5 significant digits");
    }
}
