//! Every way to score a single lead gives what a data set of one row gives.

use crate::invented::models;
use crate::support::{model_of, set_column};
use lead_scoring_core::{Column, Dataset, Field, Kind, MISSING, Values as ColumnValues};
use lead_scoring_model::{
    FieldList, FieldMap, Lead, LeadScore, LeadValue, Rule, RuleAction, RuleTest, Scorer, ScoringModel,
    Signal, Values,
};
use proptest::prelude::*;
use serde::Serialize;

/// A lead that has every field of the invented models and one that only rules read.
#[derive(Clone, Debug, Serialize)]
struct OneLead {
    number: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<String>,
    inner: Inner,
    note: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct Inner {
    flag: Option<bool>,
    items: Option<Vec<String>>,
}

impl Lead for OneLead {
    const COUNT: usize = 5;

    fn fields(list: &mut FieldList) {
        list.push::<Option<f64>>("number");
        list.push::<Option<String>>("level");
        list.push::<Option<bool>>("FLAG");
        list.push::<Option<Vec<String>>>("items");
        list.push::<Option<String>>("note");
    }

    fn values(&self, values: &mut Values<'_>) {
        self.number.give(values);
        self.level.give(values);
        self.inner.flag.give(values);
        self.inner.items.give(values);
        self.note.give(values);
    }
}

impl OneLead {
    fn data(&self) -> Dataset {
        let mut data = Dataset::with_rows(1);
        let mut push = |name: &str, column| data.push(Field::new(name), column).unwrap();
        push("Number", Column::from_numbers(&[self.number.unwrap_or(f64::NAN)]));
        push("Level", Column::from_categories(&[self.level.as_ref()]));
        push("Flag", Column::from_flags(&[self.inner.flag]));
        let items = self.inner.items.as_ref().map(|items| items.iter().map(String::as_str).collect());
        push("Items", set_column(&[items]));
        let code = if self.note.is_some() { 0 } else { MISSING };
        push("Note", Column::new(vec![code], ColumnValues::Text(self.note.iter().cloned().collect())));
        data
    }
}

fn texts() -> impl Strategy<Value = String> {
    let known = ["Retail", "health-care", "HEALTHCARE", "Mining", " space ", "Farming", "yes", "12"];
    prop_oneof![
        6 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,20}",
        1 => Just("x".repeat(10_000)),
        1 => Just(format!("Retail{}", " ".repeat(5_000))),
    ]
}

fn numbers() -> impl Strategy<Value = f64> {
    let odd = vec![
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        -0.0,
        f64::MIN,
        f64::MAX,
        5e-324,
        5.0,
        10.0,
        10.0_f64.next_down(),
        20.0,
        25.0,
        15.0,
    ];
    prop_oneof![prop::sample::select(odd), crate::invented::numbers()]
}

fn leads() -> impl Strategy<Value = OneLead> {
    let items = prop::option::of(prop::collection::vec(texts(), 0..4));
    let parts = (
        prop::option::of(numbers()),
        prop::option::of(texts()),
        any::<Option<bool>>(),
        items,
        prop::option::of(texts()),
    );
    parts.prop_map(|(number, level, flag, items, note)| OneLead {
        number,
        level,
        inner: Inner { flag, items },
        note,
    })
}

/// Invented models with rules of every kind added.
fn ruled_models() -> impl Strategy<Value = ScoringModel> {
    let equals = |field: &str, text: &str, action| {
        Rule::new(
            format!("{field} is {text}"),
            field,
            RuleTest::Equals(vec![text.into(), "none".into()]),
            action,
        )
    };
    let rules = vec![
        Rule::new("small", "Number", RuleTest::Below(7.5), RuleAction::Points(-3)),
        equals("Number", "10", RuleAction::Points(2)),
        equals("Level", "retail", RuleAction::Disqualify(true)),
        equals("Items", "Mining", RuleAction::Points(7)),
        equals("Note", "yes", RuleAction::Disqualify(true)),
        equals("Note", "12", RuleAction::Points(-1)),
    ];
    (models(), prop::sample::subsequence(rules, 0..=6)).prop_map(|(mut model, rules)| {
        model.card.rules.extend(rules);
        model
    })
}

/// Invented models without rules in which each signal reads a field of its own that is no set: every value settles its signal by itself.
fn plain_models() -> impl Strategy<Value = ScoringModel> {
    models().prop_filter_map("a signal of one field", |model| {
        let mut signals: Vec<Signal> = Vec::new();
        for signal in model.card.signals {
            let [input] = signal.inputs.as_slice() else { continue };
            if input.kind != Kind::Set && signals.iter().all(|other| !other.reads(&input.field)) {
                signals.push(signal);
            }
        }
        (!signals.is_empty()).then(|| model_of(signals, Vec::new()))
    })
}

fn same(one: &LeadScore<'_>, other: &LeadScore<'_>) -> bool {
    one == other && one.probability.to_bits() == other.probability.to_bits()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_way_gives_the_same_score(model in prop_oneof![2 => ruled_models(), 1 => plain_models()], leads in prop::collection::vec(leads(), 1..8)) {
        let scorer = Scorer::new(&model).unwrap();
        let bound = scorer.bind::<OneLead>().unwrap();
        for lead in &leads {
            let data = lead.data();
            let map = FieldMap::for_data(&model, &data, &[]).unwrap();
            let scored = scorer.score(&data, &map).unwrap();
            let row = scored.lead(0).unwrap();
            let typed = bound.score(lead);
            prop_assert_eq!((typed.score, typed.tier, typed.subtotals), (row.score, row.tier, row.subtotals));
            prop_assert_eq!(typed.probability.to_bits(), row.probability.to_bits());
            prop_assert_eq!((typed.lowest, typed.highest), (row.lowest, row.highest));
            prop_assert_eq!((typed.top_signal, typed.fill_first), (row.top_signal, row.fill_first));
            prop_assert_eq!(typed.unknown_signals, row.unknown_signals);
            prop_assert_eq!((typed.manual_points, typed.disqualified_by), (row.manual_points, row.disqualified_by));
            prop_assert_eq!(typed.unscoreable, row.unscoreable);

            prop_assert!(same(&scorer.score_one(lead).unwrap(), &typed));
            // JSON has no infinities: they become null, which is missing, as they are everywhere else.
            let json = serde_json::to_value(lead).unwrap();
            prop_assert!(same(&scorer.score_one(&json).unwrap(), &typed));

            let explained = scorer.explain(&data, &map, 0).unwrap();
            prop_assert_eq!(&bound.explain(lead), &explained);
            prop_assert_eq!(&scorer.explain_one(lead).unwrap(), &explained);
            prop_assert_eq!(explained.possible, (typed.lowest, typed.highest));
        }
    }
}
