//! The levels of a field: a category's values, a set's items, a number's ranges as the card bins them, or else its quarters.

use crate::phrases as say;
use lead_scoring_core::{Binning, Column, Message, NumberStyle, Values};
use lead_scoring_model::{Input, Scorecard, Signal};

/// A level of a field with its deals.
pub(crate) struct Level {
    pub(crate) field: String,
    pub(crate) label: Message,
    /// Its place among the levels of the field.
    pub(crate) at: usize,
    /// The value itself, where the level is one.
    pub(crate) value: Option<String>,
    /// Positions in the data.
    pub(crate) rows: Vec<u32>,
}

/// The levels of a field with those of the rows that belong to each; a row of a set belongs to several.
pub(crate) fn levels(field: &str, column: &Column, card: &Scorecard, rows: &[u32]) -> Vec<Level> {
    let Levels { labels, values, members } = memberships(field, column, card);
    let mut of_level: Vec<Vec<u32>> = vec![Vec::new(); labels.len()];
    for &row in rows {
        let code = column.codes().get(row as usize).map_or(usize::MAX, |&code| code as usize);
        // The last entry holds what a missing value belongs to.
        let found = members.get(code).or_else(|| members.last());
        found.into_iter().flatten().for_each(|&level| of_level[level].push(row));
    }
    let values = values.into_iter().chain(std::iter::repeat(None));
    let level = |(at, ((label, value), rows))| Level { field: field.to_owned(), label, at, value, rows };
    labels.into_iter().zip(values).zip(of_level).enumerate().map(level).collect()
}

/// The rows of another part of the column whose level it is; none where the part has other values.
pub(crate) fn rows_elsewhere(level: &Level, column: &Column, part: &Column, card: &Scorecard) -> Vec<u32> {
    if column.values() != part.values() {
        return Vec::new();
    }
    let members = memberships(&level.field, column, card).members;
    let belongs = |code: u32| {
        let found = members.get(code as usize).or_else(|| members.last());
        found.is_some_and(|levels| levels.contains(&level.at))
    };
    (0..).zip(part.codes()).filter(|(_, code)| belongs(**code)).map(|(row, _)| row).collect()
}

/// The names of a field's levels, the values they are, and for each code of the column (missing last) the levels it belongs to.
struct Levels {
    labels: Vec<Message>,
    values: Vec<Option<String>>,
    members: Vec<Vec<usize>>,
}

fn memberships(field: &str, column: &Column, card: &Scorecard) -> Levels {
    let mut levels = match column.values() {
        Values::Number(numbers) => {
            let binning = binning_in_card(field, card)
                .unwrap_or_else(|| Binning::Range { edges: quarters(column, numbers) });
            let labels = labels_of_numbers(&binning, numbers);
            // A number that is in no bin, such as an infinite one where digits count, is of no level.
            let level = |number: &f64| Some(binning.code_number(*number)).filter(|bin| *bin < labels.len());
            let members = numbers.iter().map(|number| level(number).into_iter().collect()).collect();
            Levels { labels, values: Vec::new(), members }
        }
        Values::Set(sets) => {
            let positions = |items: &Vec<u32>| {
                items.iter().map(|&item| item as usize).filter(|at| *at < sets.items.len()).collect()
            };
            let contains = |item: &String| say::LEVEL_CONTAINS.with([("item", item.as_str().into())]);
            Levels {
                labels: sets.items.iter().map(contains).collect(),
                values: Vec::new(),
                members: sets.members.iter().map(positions).collect(),
            }
        }
        Values::Flag => Levels {
            labels: vec![say::LEVEL_NO.message(), say::LEVEL_YES.message()],
            values: Vec::new(),
            members: vec![vec![0], vec![1]],
        },
        values => {
            let texts: Vec<String> =
                (0..).take(values.len()).map(|code| values.text(code).unwrap_or_default()).collect();
            Levels {
                members: (0..texts.len()).map(|code| vec![code]).collect(),
                labels: texts
                    .iter()
                    .map(|text| say::LEVEL_VALUE.with([("value", text.as_str().into())]))
                    .collect(),
                values: texts.into_iter().map(Some).collect(),
            }
        }
    };
    levels.members.push(vec![levels.labels.len()]);
    levels.labels.push(say::LEVEL_NOT_RECORDED.message());
    levels
}

/// How the card bins a number: by the field's own signal, or else by the ranges in a combination.
fn binning_in_card(field: &str, card: &Scorecard) -> Option<Binning> {
    let inputs = |pairs: bool| {
        let signals = card.signals.iter().filter(move |signal: &&Signal| signal.is_pair() == pairs);
        signals.flat_map(|signal| &signal.inputs).filter(|input| input.field == field)
    };
    let ranges =
        |input: &Input| matches!(input.binning, Binning::Range { .. }).then(|| input.binning.clone());
    let digits =
        |input: &Input| matches!(input.binning, Binning::Digits { .. }).then(|| input.binning.clone());
    inputs(false)
        .find_map(ranges)
        .or_else(|| inputs(false).find_map(digits))
        .or_else(|| inputs(true).find_map(ranges))
}

/// Edges that cut the recorded numbers into quarters, as far as ties allow.
fn quarters(column: &Column, numbers: &[f64]) -> Vec<f64> {
    let mut codes: Vec<u32> =
        column.codes().iter().copied().filter(|&code| (code as usize) < numbers.len()).collect();
    codes.sort_unstable();
    let mut edges: Vec<f64> = [1, 2, 3]
        .into_iter()
        .filter_map(|quarter| codes.get(codes.len() * quarter / 4))
        .filter(|code| **code > codes[0])
        .map(|&code| numbers[code as usize])
        .collect();
    edges.dedup_by(|a, b| a <= b);
    edges
}

/// What the bins of numbers are called, as in the card.
fn labels_of_numbers(binning: &Binning, numbers: &[f64]) -> Vec<Message> {
    match binning {
        Binning::Range { edges } => {
            let whole = numbers.iter().chain(edges).all(|number| number.fract() == 0.0);
            range_labels(edges, whole, NumberStyle::of(numbers.iter().copied()))
        }
        Binning::Digits { edges } => digit_labels(edges),
        _ => Vec::new(),
    }
}

fn range_labels(edges: &[f64], whole: bool, style: NumberStyle) -> Vec<Message> {
    let (Some(first), Some(last)) = (edges.first(), edges.last()) else {
        return vec![say::LEVEL_ANY_NUMBER.message()];
    };
    let number_text = |number: f64| style.text(number);
    let text = |number: f64| number_text(number).into();
    let mut labels = vec![say::LEVEL_UNDER.with([("high", text(*first))])];
    labels.extend(edges.windows(2).map(|pair| match (pair[0], pair[1]) {
        (only, next) if whole && next - 1.0 <= only => Message::verbatim(number_text(only)),
        (low, next) if whole => say::LEVEL_RANGE.with([("low", text(low)), ("high", text(next - 1.0))]),
        (low, next) => say::LEVEL_RANGE_UNDER.with([("low", text(low)), ("high", text(next))]),
    }));
    labels.push(say::LEVEL_FROM.with([("low", text(*last))]));
    labels
}

fn digit_labels(edges: &[u32]) -> Vec<Message> {
    let (Some(first), Some(last)) = (edges.first(), edges.last()) else {
        return vec![say::LEVEL_ANY_NUMBER.message()];
    };
    let part = |digits: u32| u64::from(digits).into();
    // No digit is needed for 0 alone.
    let mut labels = vec![match first.saturating_sub(1) {
        0 => Message::verbatim("0"),
        most => say::LEVEL_DIGITS_AT_MOST.with([("digits", part(most))]),
    }];
    labels.extend(edges.windows(2).map(|pair| match (pair[0], pair[1].saturating_sub(1)) {
        (only, last) if last <= only => say::LEVEL_DIGITS.with([("digits", part(only))]),
        (first, last) => say::LEVEL_DIGITS_RANGE.with([("first", part(first)), ("digits", part(last))]),
    }));
    labels.push(say::LEVEL_DIGITS_FROM.with([("digits", part(*last))]));
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::{Dataset, Dimension, Field, Kind, MISSING};
    use lead_scoring_model::Bin;

    fn sizes() -> Column {
        let size: Vec<f64> =
            (0..100).map(|row| if row % 7 == 0 { f64::NAN } else { f64::from(row * 37 % 100) }).collect();
        let mut data = Dataset::with_rows(100);
        data.push(Field::new("Size"), Column::from_numbers(&size)).unwrap();
        data.column("Size").unwrap().clone()
    }

    fn counts(card: &Scorecard) -> Vec<(String, usize)> {
        let rows: Vec<u32> = (0..100).collect();
        levels("Size", &sizes(), card, &rows)
            .into_iter()
            .map(|level| (level.label.to_string(), level.rows.len()))
            .collect()
    }

    #[test]
    fn every_deal_has_one_level_of_a_number() {
        let counts = counts(&Scorecard::new(1.0, [100; 4], Vec::new(), Vec::new()));
        assert_eq!(counts.iter().map(|(_, rows)| rows).sum::<usize>(), 100);
        assert_eq!(counts.len(), 5);
        assert_eq!(counts[4], ("not recorded".to_owned(), 15));
    }

    /// A card that reads `Size` by digits, by ranges together with `Industry`, or both.
    fn card_of(digits: bool, ranges: bool) -> Scorecard {
        let size = |binning| Input::new("Size", Kind::Number, binning);
        let bins = |labels: &[&str]| labels.iter().map(|label| Bin::new(*label, 0, 0, None, 0.0)).collect();
        let labels = ["at most 1 significant digit", "2 or more significant digits", "not recorded"];
        let by_digits = size(Binning::Digits { edges: vec![2] });
        let own = Signal::new("Size".into(), Dimension::Firmographic, by_digits, 1.0, bins(&labels));
        let industry =
            Input::new("Industry", Kind::Category, Binning::Group { groups: vec![vec!["Retail".into()]] });
        let inputs = [size(Binning::Range { edges: vec![30.0] }), industry];
        let cells = vec![0, 2, 1, 2, 2, 2];
        let both = Signal::pair(
            "both".into(),
            Dimension::Firmographic,
            inputs,
            cells,
            1.0,
            bins(&["small", "any other", "not recorded"]),
        );
        let signals = [digits.then_some(own), ranges.then_some(both)].into_iter().flatten().collect();
        Scorecard::new(1.0, [100; 4], signals, Vec::new())
    }

    #[test]
    fn numbers_are_levelled_as_the_card_bins_them() {
        // The 85 recorded sizes are 0 to 99 but for those of every seventh row; of one digit are 0 to 9 and the tens.
        let recorded: Vec<u32> = (0..100).filter(|row| row % 7 != 0).map(|row| row * 37 % 100).collect();
        let count = |wanted: &dyn Fn(u32) -> bool| recorded.iter().filter(|size| wanted(**size)).count();
        let round = count(&|size| size < 10 || size % 10 == 0);
        let by_digits =
            [("at most 1 significant digit", round), ("2 or more significant digits", 85 - round)];
        let small = count(&|size| size < 30);
        let by_range = [("under 30", small), ("30 or more", 85 - small)];
        for (digits, ranges, expected) in
            [(true, false, by_digits), (true, true, by_digits), (false, true, by_range)]
        {
            let expected: Vec<_> = expected
                .into_iter()
                .chain([("not recorded", 15)])
                .map(|(label, count)| (label.to_owned(), count))
                .collect();
            assert_eq!(counts(&card_of(digits, ranges)), expected);
        }
    }

    #[test]
    fn levels_of_numbers_are_called_as_in_the_card() {
        let told = |labels: Vec<Message>| labels.iter().map(ToString::to_string).collect::<Vec<_>>();
        let whole = told(range_labels(&[1.0, 2.0, 50_001.0], true, NumberStyle::Grouped));
        assert_eq!(whole, ["under 1", "1", "2 to 50,000", "50,001 or more"]);
        assert_eq!(
            told(range_labels(&[0.5, 2.0], false, NumberStyle::Grouped)),
            ["under 0.5", "0.5 to under 2", "2 or more"]
        );
        let digits = told(digit_labels(&[1, 2, 3, 5]));
        let expected = [
            "0",
            "1 significant digit",
            "2 significant digits",
            "3 to 4 significant digits",
            "5 or more significant digits",
        ];
        assert_eq!(digits, expected);
    }

    #[test]
    fn items_of_a_set_are_levels() {
        let sets = lead_scoring_core::SetValues {
            items: vec!["Slack".into(), "Zoom".into()],
            members: vec![vec![0], vec![0, 1]],
        };
        let column = Column::new(vec![0, 1, 1, MISSING], Values::Set(sets));
        let card = Scorecard::new(1.0, [100; 4], Vec::new(), Vec::new());
        let found: Vec<_> = levels("Tech", &column, &card, &[0, 1, 2, 3])
            .iter()
            .map(|level| (level.label.to_string(), level.rows.clone()))
            .collect();
        let expected =
            [("contains Slack", vec![0, 1, 2]), ("contains Zoom", vec![1, 2]), ("not recorded", vec![3])];
        assert_eq!(found, expected.map(|(label, rows)| (label.to_owned(), rows)));
    }
}
