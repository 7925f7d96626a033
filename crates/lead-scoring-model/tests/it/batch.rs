//! Every way to score many rows gives what scoring a data set gives.

use crate::invented::models;
use crate::support::{model_of, paired_model, sample_leads, sample_model, set_column, signal};
use lead_scoring_core::{Binning, Column, Dataset, Dimension, Field, Kind, Values};
use lead_scoring_model::{
    Batch, Cells, Encoded, ErrorKind, FieldMap, History, Rule, RuleAction, RuleTest, Scored, Scorer, Scores,
    ScoringModel,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Rows of the four fields of invented models. Numbers may be anything a float can be; levels are positions in [`levels`].
#[derive(Clone, Debug, Default)]
struct Rows {
    numbers: Vec<f64>,
    levels: Vec<u8>,
    flags: Vec<Option<bool>>,
    sets: Vec<u16>,
}

const SETS: [&[&str]; 5] =
    [&[], &["Retail"], &["space", "Health-Care"], &["MINING", "mining"], &["Far ming", "x"]];

/// Known levels in several spellings, levels never seen, and very long texts.
fn levels() -> Vec<String> {
    let long = "long ".repeat(20_000);
    let padded = format!("{}Retail", " - ".repeat(500));
    let short = ["Retail", "health care", "Health-Care", "MINING", "Space", "Farming", "", "-", "Öl & Gas"];
    short.into_iter().map(str::to_owned).chain([long, padded]).collect()
}

fn rows(most: usize) -> impl Strategy<Value = Rows> {
    let odd =
        [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, 5.0, 10.0, 20.0, 25.0, 15.0, f64::MAX, 1e-300];
    let near = [10.0_f64.next_down(), 20.0_f64.next_up(), 25.0_f64.next_down(), 0.1 + 0.2, 1234.5];
    let number = prop_oneof![
        prop::sample::select([&odd[..], &near[..]].concat()),
        -50.0..90.0_f64,
        (-10..90_i32).prop_map(f64::from),
    ];
    let row =
        (number, prop_oneof![0..11_u8, 0..255_u8], any::<Option<bool>>(), prop_oneof![0..6_u16, 0..900_u16]);
    let row = row.boxed();
    let few = vec(row.clone(), 0..150);
    let many = (vec(row, 7), 1000..most).prop_map(|(few, rows)| few.into_iter().cycle().take(rows).collect());
    prop_oneof![4 => few, 1 => many].prop_map(|rows: Vec<_>| {
        let mut columns = Rows::default();
        for (number, level, flag, set) in rows {
            columns.numbers.push(number);
            columns.levels.push(level);
            columns.flags.push(flag);
            columns.sets.push(set);
        }
        columns
    })
}

impl Rows {
    fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The reference: typed columns with dictionaries of their own.
    fn dataset(&self) -> Dataset {
        let levels = levels();
        let named = |&at: &u8| levels.get(usize::from(at));
        let mut data = Dataset::with_rows(self.len());
        let mut push = |name: &str, column| data.push(Field::new(name), column).unwrap();
        push("number", Column::from_numbers(&self.numbers));
        push("Level", Column::from_categories(&self.levels.iter().map(named).collect::<Vec<_>>()));
        push("FLAG", Column::from_flags(&self.flags));
        let set = |&at: &u16| SETS.get(usize::from(at)).map(|set| set.to_vec());
        push("items", set_column(&self.sets.iter().map(set).collect::<Vec<_>>()));
        data
    }

    fn cells(&self) -> [Cells<'_>; 4] {
        [
            Cells::Codes8(&self.levels),
            Cells::Numbers(&self.numbers),
            Cells::Codes16(&self.sets),
            Cells::Flags(&self.flags),
        ]
    }

    fn chunk(&self, from: usize, to: usize) -> Self {
        Self {
            numbers: self.numbers[from..to].into(),
            levels: self.levels[from..to].into(),
            flags: self.flags[from..to].into(),
            sets: self.sets[from..to].into(),
        }
    }
}

fn bound(scorer: &Scorer) -> Batch {
    scorer
        .batch()
        .categories("level", &levels())
        .numbers("Number")
        .sets("Items", &SETS)
        .flags("Flag")
        .build()
        .unwrap()
}

fn scored(scorer: &Scorer, data: &Dataset) -> Scored {
    let map = FieldMap::for_data(scorer.model(), data, &[]).unwrap();
    scorer.score(data, &map).unwrap()
}

#[track_caller]
fn assert_same(scores: &Scores, expected: &Scored) {
    assert_eq!(scores.len(), expected.len());
    assert!(scores.tiers().eq(expected.tiers()), "tiers");
    for (row, lead) in expected.leads().enumerate() {
        assert_eq!(i32::from(scores.scores()[row]), lead.score, "row {row}");
        assert_eq!(scores.tier(row), lead.tier, "row {row}");
        let subtotals = Dimension::ALL.map(|dimension| i32::from(scores.subtotals(dimension)[row]));
        assert_eq!(subtotals, lead.subtotals, "row {row}");
    }
}

fn encoded(batch: &Batch, rows: &Rows, chunk: usize) -> Encoded {
    let first = rows.len().min(chunk);
    let mut encoded = batch.encode(&rows.chunk(0, first).cells()).unwrap();
    for from in (first..rows.len()).step_by(chunk) {
        batch.encode_more(&rows.chunk(from, rows.len().min(from + chunk)).cells(), &mut encoded).unwrap();
    }
    encoded
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn columns_codes_chunks_and_encoded_leads_score_alike(model in models(), rows in rows(5_000), chunk in 1..2_000_usize) {
        let scorer = Scorer::new(&model).unwrap();
        let data = rows.dataset();
        let expected = scored(&scorer, &data);
        let map = FieldMap::for_data(&model, &data, &[]).unwrap();
        let mut scores = Scores::new();

        scorer.score_into(&data, &map, &mut scores).unwrap();
        assert_same(&scores, &expected);
        let batch = bound(&scorer);
        batch.score(&rows.cells(), &mut scores).unwrap();
        assert_same(&scores, &expected);
        scorer.score_encoded(&encoded(&batch, &rows, chunk), &mut scores).unwrap();
        assert_same(&scores, &expected);
        scorer.score_encoded(&scorer.encode(&data, &map).unwrap(), &mut scores).unwrap();
        assert_same(&scores, &expected);

        let (levels, sets): (Vec<u32>, Vec<u32>) =
            rows.levels.iter().zip(&rows.sets).map(|(&level, &set)| (u32::from(level), u32::from(set))).unzip();
        let flags: Vec<u16> = rows.flags.iter().map(|flag| flag.map_or(9, u16::from)).collect();
        let cells = [Cells::Codes32(&levels), Cells::Numbers(&rows.numbers), Cells::Codes32(&sets), Cells::Codes16(&flags)];
        batch.score(&cells, &mut scores).unwrap();
        assert_same(&scores, &expected);

        let texts: Vec<String> = crate::batch::levels();
        let texts: Vec<Option<&str>> = rows.levels.iter().map(|&level| texts.get(usize::from(level)).map(String::as_str)).collect();
        let written = scorer.batch().flags("flag").texts("LEVEL").sets("Items", &SETS).numbers("Number").build().unwrap();
        let cells = [Cells::Flags(&rows.flags), Cells::Texts(&texts), Cells::Codes16(&rows.sets), Cells::Numbers(&rows.numbers)];
        written.score(&cells, &mut scores).unwrap();
        assert_same(&scores, &expected);

        let whole = scores.clone();
        for from in (0..rows.len()).step_by(chunk) {
            let to = rows.len().min(from + chunk);
            batch.score(&rows.chunk(from, to).cells(), &mut scores).unwrap();
            prop_assert_eq!(scores.scores(), &whole.scores()[from..to]);
            prop_assert_eq!(scores.tier_codes(), &whole.tier_codes()[from..to]);
        }
    }

    #[test]
    fn a_field_without_a_column_is_unknown(model in models(), rows in rows(3_000), skip in 0..4_usize) {
        let scorer = Scorer::new(&model).unwrap();
        let name = ["Level", "number", "items", "FLAG"][skip];
        let expected = scored(&scorer, &rows.dataset().without(name));
        let (levels, mut builder) = (levels(), scorer.batch());
        for at in (0..4).filter(|at| *at != skip) {
            builder = match at {
                0 => builder.categories("Level", &levels),
                1 => builder.numbers("Number"),
                2 => builder.sets("Items", &SETS),
                _ => builder.flags("Flag"),
            };
        }
        let cells: Vec<Cells<'_>> = rows.cells().into_iter().enumerate().filter(|(at, _)| *at != skip).map(|(_, cells)| cells).collect();
        let (batch, mut scores) = (builder.build().unwrap(), Scores::new());
        batch.score(&cells, &mut scores).unwrap();
        assert_same(&scores, &expected);
        scorer.score_encoded(&batch.encode(&cells).unwrap(), &mut scores).unwrap();
        assert_same(&scores, &expected);
    }

    /// Points, weights, dimensions and the order of signals may change between versions; so may what rules do.
    #[test]
    fn encoded_leads_are_scored_by_another_version(model in models(), other in models(), rows in rows(3_000)) {
        let old = Scorer::new(&model).unwrap();
        let leads = bound(&old).encode(&rows.cells()).unwrap();
        let mut signals = model.card.signals.clone();
        signals.reverse();
        for (at, signal) in signals.iter_mut().enumerate() {
            signal.dimension = Dimension::ALL[(signal.dimension.index() + at) % 4];
            for bin in &mut signal.bins {
                (bin.points, bin.log_odds) = (bin.points / 2, 0.1 * f64::from(bin.points / 2));
            }
        }
        signals.truncate(4);
        let mut rules = model.card.rules;
        rules.iter_mut().for_each(|rule| rule.action = RuleAction::Points(-3));
        let new = Scorer::new(&model_of(signals, rules)).unwrap();
        let mut scores = Scores::new();
        // Without the signal of a field that a rule reads, the field is read as another kind.
        let is_read_otherwise = |field: &(String, Kind)| {
            let rules = &new.model().card.rules;
            rules.iter().any(|rule| rule.field == field.0) && !old.model().field_kinds().contains(field)
        };
        let refused = new.model().field_kinds().iter().any(is_read_otherwise);
        match new.score_encoded(&leads, &mut scores) {
            Ok(()) => assert_same(&scores, &scored(&new, &rows.dataset())),
            Err(error) => prop_assert!(refused && error.kind() == ErrorKind::Field, "{}", error),
        }

        // Other bins are refused, never scored wrongly.
        let stranger = Scorer::new(&other).unwrap();
        match stranger.score_encoded(&leads, &mut scores) {
            Ok(()) => assert_same(&scores, &scored(&stranger, &rows.dataset())),
            Err(error) => prop_assert_eq!(error.kind(), ErrorKind::Field),
        }
    }
}

/// A model whose signals need two bytes a code: 300 groups of levels, 300 ranges, and their combination.
fn wide_model() -> ScoringModel {
    let points = |bins: usize| {
        (0..=bins).map(|at| if at == bins { 0 } else { at as i32 % 40 - 7 }).collect::<Vec<_>>()
    };
    let groups = (0..300).map(|at| vec![format!("level {at}")]).collect();
    let edges = (1..300).map(f64::from).collect();
    let level = signal("Level", Dimension::Intent, Binning::Group { groups }, &points(300));
    let number = signal("Number", Dimension::Behavioral, Binning::Range { edges }, &points(300));
    let inputs = [level.inputs[0].clone(), number.inputs[0].clone()];
    let cells = (0..301 * 301).map(|at| match (at / 301, at % 301) {
        (300, _) | (_, 300) => 3,
        (row, column) if row == column => 0,
        (row, _) if row % 7 == 0 => 1,
        _ => 2,
    });
    let both = crate::support::pair("both", Dimension::Intent, inputs, cells.collect(), &[3, -2]);
    let rule = Rule::new("x", "Level", RuleTest::Equals(vec!["LEVEL-7".into()]), RuleAction::Points(4));
    let mut model = model_of(vec![level, number, both], vec![rule]);
    model.history = History::new(9_000, 9_000);
    model
}

#[test]
fn signals_of_many_bins_are_scored_alike() {
    let model = wide_model();
    let scorer = Scorer::new(&model).unwrap();
    let levels: Vec<String> = (0..310).map(|at| format!("Level {at}")).collect();
    let codes: Vec<u16> = (0..4000).map(|row| row * 7 % 320).collect();
    let numbers: Vec<f64> =
        (0..4000_u32).map(|row| if row % 11 == 0 { f64::NAN } else { f64::from(row * 7 % 313) }).collect();
    let mut data = Dataset::with_rows(4000);
    let named: Vec<_> = codes.iter().map(|&code| levels.get(usize::from(code))).collect();
    data.push(Field::new("Level"), Column::from_categories(&named)).unwrap();
    data.push(Field::new("Number"), Column::from_numbers(&numbers)).unwrap();
    let expected = scored(&scorer, &data);
    assert_eq!(expected.scores().collect::<Vec<_>>(), by_rows(&model, &data));
    let batch = scorer.batch().categories("Level", &levels).numbers("Number").build().unwrap();
    let (cells, mut scores) = ([Cells::Codes16(&codes), Cells::Numbers(&numbers)], Scores::new());
    batch.score(&cells, &mut scores).unwrap();
    assert_same(&scores, &expected);
    let leads = batch.encode(&cells).unwrap();
    assert_eq!(leads.bytes(), 4000 * 2 * 3 + 4000_usize.div_ceil(64) * 8);
    scorer.score_encoded(&leads, &mut scores).unwrap();
    assert_same(&scores, &expected);
}

/// The plain reference of the scorecard, and the rule of [`wide_model`].
fn by_rows(model: &ScoringModel, data: &Dataset) -> Vec<i32> {
    let ruled = model.card.rules[0].applies(data.column("Level").unwrap());
    let scores = model.card.score_rows(data).unwrap();
    let (low, high) = model.card.range();
    scores
        .into_iter()
        .zip(ruled)
        .map(|(score, ruled)| (score + if ruled { 4 } else { 0 }).clamp(low, high))
        .collect()
}

#[test]
fn the_sample_and_dictionaries_of_any_kind() {
    for model in [sample_model(), paired_model()] {
        let (scorer, data) = (Scorer::new(&model).unwrap(), sample_leads());
        let expected = scored(&scorer, &data);
        let mut builder = scorer.batch();
        for (field, column) in data.iter() {
            builder = builder.values(&field.name, column.values());
        }
        let batch = builder.build().unwrap();
        assert_eq!(batch.map(), &FieldMap::for_data(&model, &data, &[]).unwrap());
        let cells: Vec<Cells<'_>> =
            data.columns().iter().map(|column| Cells::Codes32(column.codes())).collect();
        let mut scores = Scores::new();
        batch.score(&cells, &mut scores).unwrap();
        assert_same(&scores, &expected);
    }
}

#[test]
fn numbers_of_a_dictionary_in_any_order() {
    let scorer = Scorer::new(&sample_model()).unwrap();
    let (codes, mut expected, mut scores) = ([2_u8, 0, 3, 1, 4, 9], Scores::new(), Scores::new());
    let raw = [100.0, 500.0, 49.9, f64::NAN, 50.0, f64::NAN];
    scorer.batch().numbers("Size").build().unwrap().score(&[Cells::Numbers(&raw)], &mut expected).unwrap();
    for numbers in [[500.0, f64::NAN, 100.0, 49.9, 50.0], [500.0, f64::INFINITY, 100.0, 49.9, 50.0]] {
        let values = Values::Number(numbers.to_vec());
        let batch = scorer.batch().values("Size", &values).build().unwrap();
        batch.score(&[Cells::Codes8(&codes)], &mut scores).unwrap();
        assert_eq!(scores, expected);
    }
    assert_eq!(expected.scores(), [19, 29, 15, 19, 19, 19]);
}

#[test]
fn a_model_without_signals_gives_no_tier() {
    let rule = Rule::new("no", "Owner", RuleTest::Equals(vec!["rival".into()]), RuleAction::Disqualify(true));
    let scorer = Scorer::new(&model_of(Vec::new(), vec![rule])).unwrap();
    let (data, mut scores) = (sample_leads(), Scores::new());
    let map = FieldMap::for_data(scorer.model(), &data, &[]).unwrap();
    scorer.score_into(&data, &map, &mut scores).unwrap();
    assert_same(&scores, &scored(&scorer, &data));
    scorer.batch().build().unwrap().score(&[], &mut scores).unwrap();
    assert!(scores.is_empty());
}

#[test]
fn what_does_not_fit_is_refused_with_its_column() {
    let model = sample_model();
    let scorer = Scorer::new(&model).unwrap();
    let (mut scores, numbers) = (Scores::new(), [1.0, 2.0]);
    let batch = scorer.batch().numbers("Size").flags("Demo").build().unwrap();
    assert_eq!(batch.columns(), ["Size", "Demo"]);
    let cases: [(&[Cells<'_>], ErrorKind, &str); 4] = [
        (&[Cells::Numbers(&numbers)], ErrorKind::Field, "1 slices of cells for 2 columns"),
        (
            &[Cells::Numbers(&numbers), Cells::Flags(&[None])],
            ErrorKind::Row,
            "`Demo` has 1 rows, the first one 2",
        ),
        (&[Cells::Codes8(&[0, 1]), Cells::Codes8(&[0, 1])], ErrorKind::Field, "`Size` are not what"),
        (&[Cells::Numbers(&numbers), Cells::Numbers(&numbers)], ErrorKind::Field, "`Demo` are not what"),
    ];
    for (cells, kind, message) in cases {
        let error = batch.score(cells, &mut scores).unwrap_err();
        assert!(error.kind() == kind && error.to_string().contains(message), "{error}");
        assert!(batch.encode(cells).is_err());
    }
    let error = scorer.batch().flags("Size").build().unwrap_err();
    assert!(error.to_string().contains("`Size` was read as flag, but the model needs number"), "{error}");
    // A column that has no values is of any kind.
    let nothing = Values::Category(Vec::new());
    let batch = scorer.batch().values("Size", &nothing).build().unwrap();
    batch.score(&[Cells::Codes8(&[0])], &mut scores).unwrap();
    assert_eq!(scores.scores(), [19]);
    assert!(scorer.batch().numbers("Size").map("Visits", "Nowhere").build().is_err());

    let (other, encoded) =
        (Scorer::new(&paired_model()).unwrap(), batch.encode(&[Cells::Codes8(&[0])]).unwrap());
    let error = other.score_encoded(&encoded, &mut scores).unwrap_err();
    assert!(error.kind() == ErrorKind::Field && error.to_string().contains("signal `Effort`"), "{error}");
    let mut more = encoded;
    let error = other.batch().build().unwrap().encode_more(&[], &mut more).unwrap_err();
    assert!(error.to_string().contains("another model"), "{error}");
    let mut ruled = model;
    ruled.card.rules[2].test = RuleTest::Below(3.0);
    let error = Scorer::new(&ruled).unwrap().score_encoded(&more, &mut scores).unwrap_err();
    assert!(error.to_string().contains("rule `tiny`"), "{error}");
}

#[cfg(feature = "parallel")]
#[test]
fn threads_change_no_bit() {
    let scorer = Scorer::new(&paired_model()).unwrap();
    let numbers: Vec<f64> = (0..200_001_u32).map(|row| f64::from(row % 977) / 3.0).collect();
    let codes: Vec<u8> = (0..200_001_u32).map(|row| (row * 31 % 7) as u8).collect();
    let batch = scorer
        .batch()
        .numbers("Size")
        .categories("Industry", &["Retail", "Mining `deep`", "x"])
        .flags("Demo")
        .numbers("Visits")
        .build()
        .unwrap();
    let cells =
        [Cells::Numbers(&numbers), Cells::Codes8(&codes), Cells::Codes8(&codes), Cells::Numbers(&numbers)];
    let score = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let (mut raw, mut coded) = (Scores::new(), Scores::new());
        pool.install(|| {
            batch.score(&cells, &mut raw).unwrap();
            scorer.score_encoded(&batch.encode(&cells).unwrap(), &mut coded).unwrap();
        });
        assert_eq!(raw, coded);
        raw
    };
    let one = score(1);
    assert_eq!([score(2), score(8)], [one.clone(), one]);
}
