//! What wrongly called deals have in common that rightly called ones have not.
//!
//! Every level of every scorable field (a number's level is its bin in the card, or else its quarter) is compared: its share
//! among the wrong calls against its share among the right calls, with Newcombe's interval for a difference (Newcombe 1998) at a
//! confidence of 1 - 0.05 / m for m comparisons (Bonferroni), so that with no pattern at all one in twenty reports names one. Levels of fewer than
//! ten of the deals compared are left out beforehand: they say little and are nearer to single leads than to patterns.

use lead_scoring_core::{Binning, Column, Dataset, Values};
use lead_scoring_metrics::newcombe_difference;
use lead_scoring_model::{Input, Scorecard, Signal};
use serde::Serialize;

/// Fewest deals of a level.
const FEWEST_WITH_LEVEL: u64 = 10;

/// Fewest wrong and fewest right calls.
const FEWEST_CALLS: usize = 10;

/// How many patterns are told.
const MOST_PATTERNS: usize = 5;

/// A level that is more frequent among wrong calls than among right ones.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MisjudgedPattern {
    /// The field.
    pub field: String,
    /// Its value or range: `Retail`, `yes`, `at least 500`, `not recorded`.
    pub level: String,
    /// Wrong calls with this level.
    pub misjudged: u64,
    /// Their share of all wrong calls, 0 to 1.
    pub share_of_misjudged: f64,
    /// The level's share of the right calls, 0 to 1.
    pub share_of_right: f64,
    /// Lower limit of the difference of the shares, all comparisons taken into account; above 0.
    pub lower: f64,
    /// Upper limit of the difference of the shares.
    pub upper: f64,
    /// Whether the card scores the field.
    pub scored: bool,
}

/// The deals compared: positions in the data.
pub(crate) struct Calls<'a> {
    pub(crate) wrong: &'a [u32],
    pub(crate) right: &'a [u32],
}

/// A level with its wrong and right calls.
struct Level {
    field: String,
    label: String,
    wrong: u64,
    right: u64,
}

impl Calls<'_> {
    /// Whether there are enough deals on both sides for a comparison.
    pub(crate) fn suffice(&self) -> bool {
        self.wrong.len() >= FEWEST_CALLS && self.right.len() >= FEWEST_CALLS
    }
}

/// The patterns, surest first; empty where there are too few deals to compare.
pub(crate) fn find(
    data: &Dataset,
    card: &Scorecard,
    ignored: &[String],
    calls: &Calls<'_>,
) -> Vec<MisjudgedPattern> {
    if !calls.suffice() {
        return Vec::new();
    }
    let levels: Vec<Level> = data
        .iter()
        .filter(|(field, column)| column.kind().is_scorable() && !ignored.contains(&field.name))
        .flat_map(|(field, column)| levels(&field.name, column, card, calls))
        .filter(|level| level.wrong + level.right >= FEWEST_WITH_LEVEL)
        .collect();
    let confidence = 1.0 - 0.05 / levels.len().max(1) as f64;
    let (wrong, right) = (calls.wrong.len() as u64, calls.right.len() as u64);
    let mut patterns: Vec<MisjudgedPattern> = levels
        .into_iter()
        .filter_map(|level| {
            let limits =
                newcombe_difference((level.wrong, wrong), (level.right, right), confidence).ok()?.interval?;
            (limits.lower > 0.0).then(|| MisjudgedPattern {
                scored: card.signals.iter().any(|signal| signal.reads(&level.field)),
                field: level.field,
                level: level.label,
                misjudged: level.wrong,
                share_of_misjudged: level.wrong as f64 / wrong as f64,
                share_of_right: level.right as f64 / right as f64,
                lower: limits.lower,
                upper: limits.upper,
            })
        })
        .collect();
    patterns.sort_by(|a, b| b.lower.total_cmp(&a.lower));
    patterns.truncate(MOST_PATTERNS);
    patterns
}

fn levels(field: &str, column: &Column, card: &Scorecard, calls: &Calls<'_>) -> Vec<Level> {
    let (labels, members) = memberships(field, column, card);
    let count = |rows: &[u32]| {
        let mut counts = vec![0_u64; labels.len()];
        for &row in rows {
            let code = column.codes().get(row as usize).map_or(usize::MAX, |&code| code as usize);
            // The last entry holds what a missing value belongs to.
            let levels = members.get(code).or_else(|| members.last());
            levels.into_iter().flatten().for_each(|&level| counts[level] += 1);
        }
        counts
    };
    let (wrong, right) = (count(calls.wrong), count(calls.right));
    let level = |((label, wrong), right)| Level { field: field.to_owned(), label, wrong, right };
    labels.into_iter().zip(wrong).zip(right).map(level).collect()
}

/// The field's levels, and for each code of the column (missing last) the levels it belongs to.
fn memberships(field: &str, column: &Column, card: &Scorecard) -> (Vec<String>, Vec<Vec<usize>>) {
    let (mut labels, mut members): (Vec<String>, Vec<Vec<usize>>) = match column.values() {
        Values::Number(numbers) => {
            let (labels, binning) = bins_in_card(field, card).unwrap_or_else(|| {
                let edges = quarters(column, numbers);
                (range_labels(&edges), Binning::Range { edges })
            });
            // A number that is in no bin, such as an infinite one where digits count, is of no level.
            let level = |number: &f64| Some(binning.code_number(*number)).filter(|bin| *bin < labels.len());
            let members = numbers.iter().map(|number| level(number).into_iter().collect()).collect();
            (labels, members)
        }
        Values::Set(sets) => {
            let positions = |items: &Vec<u32>| {
                items.iter().map(|&item| item as usize).filter(|at| *at < sets.items.len()).collect()
            };
            (
                sets.items.iter().map(|item| format!("contains {item}")).collect(),
                sets.members.iter().map(positions).collect(),
            )
        }
        values => {
            let text = |code: u32| values.text(code).unwrap_or_default();
            let labels: Vec<String> = (0..).take(values.len()).map(text).collect();
            let own = (0..labels.len()).map(|code| vec![code]).collect();
            (labels, own)
        }
    };
    members.push(vec![labels.len()]);
    labels.push("not recorded".to_owned());
    (labels, members)
}

/// How the card bins a number, with the names of the bins: by the field's own signal, or else by the ranges in a combination.
fn bins_in_card(field: &str, card: &Scorecard) -> Option<(Vec<String>, Binning)> {
    let inputs = |pairs: bool| {
        let signals = card.signals.iter().filter(move |signal| signal.is_pair() == pairs);
        let inputs = signals.flat_map(|signal| signal.inputs.iter().map(move |input| (signal, input)));
        inputs.filter(|(_, input)| input.field == field)
    };
    let ranges = |(_, input): (&Signal, &Input)| match &input.binning {
        Binning::Range { edges } => Some((range_labels(edges), input.binning.clone())),
        _ => None,
    };
    let digits = |(signal, input): (&Signal, &Input)| match &input.binning {
        Binning::Digits { .. } => {
            let labels = signal.regular().iter().map(|bin| bin.label.clone()).collect();
            Some((labels, input.binning.clone()))
        }
        _ => None,
    };
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

fn range_labels(edges: &[f64]) -> Vec<String> {
    (0..=edges.len())
        .map(|bin| match (bin.checked_sub(1).and_then(|at| edges.get(at)), edges.get(bin)) {
            (Some(low), Some(high)) => format!("{low} to under {high}"),
            (Some(low), None) => format!("at least {low}"),
            (None, Some(high)) => format!("under {high}"),
            (None, None) => "any number".to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::{Dimension, Field, Kind};
    use lead_scoring_model::Bin;

    fn card() -> Scorecard {
        Scorecard::new(1.0, [100; 4], Vec::new(), Vec::new())
    }

    fn data() -> Dataset {
        let mut data = Dataset::with_rows(100);
        let retail = |row: usize| row < 40 || row.is_multiple_of(10);
        let industry: Vec<_> =
            (0..100).map(|row| Some(if retail(row) { "Retail" } else { "Software" })).collect();
        data.push(Field::new("Industry"), Column::from_categories(&industry)).unwrap();
        let size: Vec<f64> =
            (0..100).map(|row| if row % 7 == 0 { f64::NAN } else { f64::from(row * 37 % 100) }).collect();
        data.push(Field::new("Size"), Column::from_numbers(&size)).unwrap();
        data
    }

    #[test]
    fn a_planted_pattern_is_found_and_no_other() {
        let (wrong, right): (Vec<u32>, Vec<u32>) = ((0..50).collect(), (50..100).collect());
        let calls = Calls { wrong: &wrong, right: &right };
        let patterns = find(&data(), &card(), &[], &calls);
        assert_eq!(patterns.len(), 1, "{patterns:?}");
        assert_eq!((patterns[0].field.as_str(), patterns[0].level.as_str()), ("Industry", "Retail"));
        assert_eq!((patterns[0].misjudged, patterns[0].scored), (41, false));
        assert!(patterns[0].share_of_misjudged - patterns[0].share_of_right > patterns[0].lower);
        assert!(find(&data(), &card(), &["Industry".to_owned()], &calls).is_empty());
    }

    #[test]
    fn few_calls_have_no_pattern() {
        let calls = Calls { wrong: &[0, 1, 2], right: &[50, 51, 52] };
        assert!(find(&data(), &card(), &[], &calls).is_empty());
    }

    #[test]
    fn every_deal_has_one_level_of_a_number() {
        let data = data();
        let rows: Vec<u32> = (0..100).collect();
        let calls = Calls { wrong: &rows, right: &[] };
        let levels = levels("Size", data.column("Size").unwrap(), &card(), &calls);
        assert_eq!(levels.iter().map(|level| level.wrong).sum::<u64>(), 100);
        assert_eq!(levels.len(), 5);
        let missing = levels.last().unwrap();
        assert_eq!((missing.label.as_str(), missing.wrong), ("not recorded", 15));
    }

    /// A card that reads `Size` by digits, by ranges together with `Industry`, or both.
    fn card_of(digits: bool, ranges: bool) -> Scorecard {
        let size = |binning| Input::new("Size", Kind::Number, binning);
        let bins = |labels: &[&str]| labels.iter().map(|label| Bin::new(*label, 0, 0, None, 0.0)).collect();
        let labels = ["under 2 significant digits", "2 or more significant digits", "not recorded"];
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
        let data = data();
        let rows: Vec<u32> = (0..100).collect();
        let calls = Calls { wrong: &rows, right: &[] };
        let counts = |digits, ranges| -> Vec<(String, u64)> {
            let levels = levels("Size", data.column("Size").unwrap(), &card_of(digits, ranges), &calls);
            levels.into_iter().map(|level| (level.label, level.wrong)).collect()
        };
        // The 85 recorded sizes are 0 to 99 but for those of every seventh row; of one digit are 0 to 9 and the tens.
        let recorded: Vec<u32> = (0..100).filter(|row| row % 7 != 0).map(|row| row * 37 % 100).collect();
        let count =
            |wanted: &dyn Fn(u32) -> bool| recorded.iter().filter(|size| wanted(**size)).count() as u64;
        let round = count(&|size| size < 10 || size % 10 == 0);
        let by_digits = [("under 2 significant digits", round), ("2 or more significant digits", 85 - round)];
        let small = count(&|size| size < 30);
        let by_range = [("under 30", small), ("at least 30", 85 - small)];
        for (digits, ranges, expected) in
            [(true, false, by_digits), (true, true, by_digits), (false, true, by_range)]
        {
            let expected: Vec<_> = expected
                .into_iter()
                .chain([("not recorded", 15)])
                .map(|(label, count)| (label.to_owned(), count))
                .collect();
            assert_eq!(counts(digits, ranges), expected);
        }
    }

    #[test]
    fn a_field_of_a_combination_is_scored() {
        let (wrong, right): (Vec<u32>, Vec<u32>) = ((0..50).collect(), (50..100).collect());
        let patterns = find(&data(), &card_of(false, true), &[], &Calls { wrong: &wrong, right: &right });
        assert!(patterns.iter().any(|pattern| pattern.field == "Industry" && pattern.scored), "{patterns:?}");
    }

    #[test]
    fn items_of_a_set_are_levels() {
        let sets = lead_scoring_core::SetValues {
            items: vec!["Slack".into(), "Zoom".into()],
            members: vec![vec![0], vec![0, 1]],
        };
        let column = Column::new(vec![0, 1, 1, lead_scoring_core::MISSING], Values::Set(sets));
        let calls = Calls { wrong: &[0, 1, 3], right: &[2] };
        let counts: Vec<_> = levels("Tech", &column, &card(), &calls)
            .iter()
            .map(|l| (l.label.clone(), l.wrong, l.right))
            .collect();
        let expected = [("contains Slack", 2, 1), ("contains Zoom", 1, 1), ("not recorded", 1, 0)];
        assert_eq!(counts, expected.map(|(label, wrong, right)| (label.to_owned(), wrong, right)));
    }
}
