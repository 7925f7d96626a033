//! Any models and any leads.

use crate::support::{input, model_of, pair, set_column, signal};
use lead_scoring_core::{Binning, Column, Dataset, Dimension, Field};
use lead_scoring_model::{Input, Rule, RuleAction, RuleTest, ScoringModel};
use proptest::collection::vec;
use proptest::prelude::*;

pub(crate) const LEVELS: [&str; 5] = ["Retail", "Health Care", "mining", "Space", "Farming"];

/// A value of each kind, as the test's own scoring sees it.
#[derive(Clone, Debug)]
pub(crate) struct Lead {
    pub(crate) number: Option<f64>,
    pub(crate) level: Option<&'static str>,
    pub(crate) flag: Option<bool>,
    pub(crate) items: Option<Vec<&'static str>>,
}

/// Edges, round figures, and numbers with many digits.
pub(crate) fn numbers() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(-0.0),
        prop::sample::select(vec![5.0, 10.0, 20.0, 25.0]),
        (-10_i32..90).prop_map(|half| f64::from(half) / 2.0),
        -5.0..40.0
    ]
}

pub(crate) fn leads() -> impl Strategy<Value = Vec<Lead>> {
    let lead = (
        prop::option::of(numbers()),
        prop::option::of(prop::sample::select(LEVELS.to_vec())),
        any::<Option<bool>>(),
        prop::option::of(prop::sample::subsequence(LEVELS.to_vec(), 0..4)),
    );
    let lead = lead.prop_map(|(number, level, flag, items)| Lead { number, level, flag, items }).boxed();
    // More rows than a block now and then.
    let many = vec(lead.clone(), 5).prop_map(|few| few.into_iter().cycle().take(4500).collect::<Vec<_>>());
    prop_oneof![9 => vec(lead, 0..40), 1 => many]
}

pub(crate) fn data_of(leads: &[Lead], skip: Option<usize>) -> Dataset {
    let mut data = Dataset::with_rows(leads.len());
    let columns = [
        Column::from_numbers(&leads.iter().map(|lead| lead.number.unwrap_or(f64::NAN)).collect::<Vec<_>>()),
        Column::from_categories(
            &leads.iter().map(|lead| lead.level.map(str::to_uppercase)).collect::<Vec<_>>(),
        ),
        Column::from_flags(&leads.iter().map(|lead| lead.flag).collect::<Vec<_>>()),
        set_column(&leads.iter().map(|lead| lead.items.clone()).collect::<Vec<_>>()),
    ];
    for (at, (name, column)) in ["number", "level", "flag", "items"].into_iter().zip(columns).enumerate() {
        if skip != Some(at) {
            data.push(Field::new(name), column).unwrap();
        }
    }
    data
}

/// One of the ways to read the four fields; `at` chooses the item of a set.
fn read(way: usize, at: usize) -> Input {
    let groups = |groups: &[&[&str]]| Binning::Group {
        groups: groups
            .iter()
            .map(|levels| levels.iter().map(|level| (*level).to_owned()).collect())
            .collect(),
    };
    match way {
        0 => input("Number", Binning::Range { edges: vec![10.0, 20.0] }),
        1 => input("Level", groups(&[&["retail"], &["Healthcare", "Mining"]])),
        2 => input("Flag", Binning::Flag),
        3 => input("Items", Binning::Contains { item: LEVELS[at % 5].to_owned() }),
        4 => input("Number", Binning::Digits { edges: vec![1, 3] }),
        5 => input("Number", Binning::Range { edges: vec![5.0, 10.0, 25.0] }),
        _ => input("Level", groups(&[&["HEALTH CARE"], &["Retail", "space"]])),
    }
}

/// One to six signals of one field and up to two of two, at most 100 points apart in all.
pub(crate) fn models() -> impl Strategy<Value = ScoringModel> {
    let one = (0_usize..6, 0_usize..4, vec(-5_i32..9, 4), any::<bool>());
    let two = (0_usize..7, 1_usize..7, 0_usize..4, vec(-4_i32..5, 1..4), vec(0_usize..9, 30));
    (vec(one, 1..7), vec(two, 0..3), any::<bool>()).prop_map(|(ones, twos, ruled)| {
        let ones = ones.into_iter().enumerate().map(|(at, (way, dimension, mut points, missing))| {
            let Input { field, binning, .. } = read(if way == 5 { 6 } else { way }, at);
            points.truncate(binning.bins() + 1);
            if !missing {
                points[binning.bins()] = 0;
            }
            if at == 0 {
                points[0] = 3;
            }
            let mut signal = signal(&field, Dimension::ALL[dimension], binning, &points);
            signal.name = format!("{field} {at}");
            signal
        });
        let twos = twos.into_iter().enumerate().map(|(at, (way, further, dimension, points, seeds))| {
            let inputs = [read(way, at), read((way + further) % 7, at + 1)];
            let [rows, columns] = [&inputs[0], &inputs[1]].map(|input| input.binning.missing_code() + 1);
            let cell = |place: usize| {
                let is_blank = place / columns + 1 == rows || place % columns + 1 == columns;
                // Three of nine seeds lead to a notable bin where there are three.
                let seed = seeds[place % seeds.len()];
                let bin = if seed < points.len() { seed } else { points.len() + usize::from(is_blank) };
                u16::try_from(bin).unwrap()
            };
            let cells = (0..rows * columns).map(cell).collect();
            pair(&format!("pair {at}"), Dimension::ALL[dimension], inputs, cells, &points)
        });
        let manual = Rule::new("big", "Number", RuleTest::AtLeast(15.0), RuleAction::Points(4));
        let never =
            Rule::new("none", "Flag", RuleTest::Equals(vec!["Yes".into()]), RuleAction::Disqualify(true));
        let rules = if ruled { vec![manual, never] } else { Vec::new() };
        model_of(ones.chain(twos).collect(), rules)
    })
}
