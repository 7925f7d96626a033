//! What a single lead may look like, and what is said of one that cannot be read.

use crate::support::{sample_model, sample_signals};
use lead_scoring_model::{
    Against, Bound, Error, ErrorKind, FieldList, Lead, LeadScore, LeadValue, Rule, RuleAction, RuleTest,
    Scorer, Values,
};
use serde::Serialize;
use serde_json::json;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

fn scorer() -> Scorer {
    Scorer::new(&sample_model()).unwrap()
}

fn fault<T: Serialize>(lead: &T) -> Error {
    scorer().score_one(lead).map(|score| score.score).unwrap_err()
}

/// 16 (retail, large) + 12 + 8 + 7 points above the start of 20: 4 + 3 + 5 + 1 deductions and 6 for no visits.
fn is_best(score: &LeadScore<'_>) -> bool {
    score.subtotals == [16, 12, 15, 0]
}

#[test]
fn structs_maps_enums_and_options_are_taken_apart() {
    #[derive(Serialize)]
    enum Industry {
        #[serde(rename = "Health Care")]
        Health,
    }
    #[derive(Serialize)]
    struct Size(u32);
    #[derive(Serialize)]
    struct Company<'a> {
        industry: Industry,
        size: Size,
        tech: BTreeSet<&'a str>,
        owner: char,
        address: Vec<(f64, f64)>,
    }
    #[derive(Serialize)]
    struct Visit {
        visits: Option<u8>,
    }
    #[derive(Serialize)]
    enum Activity {
        Web(Visit),
    }
    #[derive(Serialize)]
    struct Account<'a> {
        company: Company<'a>,
        activity: Activity,
        demo: bool,
        age: Option<i64>,
        nothing: (),
    }
    let company = Company {
        industry: Industry::Health,
        size: Size(500),
        tech: ["SLACK", "Jira"].into(),
        owner: 'x',
        address: vec![(1.0, 2.0)],
    };
    let account = Account {
        company,
        activity: Activity::Web(Visit { visits: Some(3) }),
        demo: true,
        age: None,
        nothing: (),
    };
    let scorer = scorer();
    assert!(is_best(&scorer.score_one(&account).unwrap()));
    let map: BTreeMap<&str, serde_json::Value> = BTreeMap::from([
        ("SIZE", json!(500)),
        ("Industry", json!("healthcare")),
        ("demo", json!(true)),
        ("visits", json!(1e3)),
        ("tech", json!(["slack"])),
        ("owner", json!(null)),
        ("unread", json!({"deep": [1, {"size": "not looked at"}]})),
    ]);
    assert!(is_best(&scorer.score_one(&map).unwrap()));
}

#[test]
fn what_is_not_there_is_missing_and_not_absent() {
    let scorer = scorer();
    let nothing = scorer.score_one(&json!({})).unwrap();
    // No visits recorded: points were measured for that.
    assert_eq!((nothing.score, nothing.subtotals, nothing.unknown_signals), (13, [0, 0, -6, 0], 5));
    assert!(nothing.unscoreable && nothing.tier.is_none());
    assert_eq!(scorer.score_one(&json!({"size": null, "Demo": null, "industry": null})).unwrap(), nothing);
}

#[test]
fn a_value_of_another_form_is_told_by_its_field_alone() {
    let secret = "Jane Doe";
    for (lead, form) in [
        (json!({"size": secret}), "the field `Size` is a text in the lead, but the model reads a number"),
        (
            json!({"inner": {"industry": 17}}),
            "the field `Industry` is a number in the lead, but the model reads a text",
        ),
        (json!({"demo": "yes"}), "the field `Demo` is a text in the lead, but the model reads yes or no"),
        (
            json!({"tech": secret}),
            "the field `Tech` is a text in the lead, but the model reads a list of texts",
        ),
        (
            json!({"tech": ["Slack", 7]}),
            "the field `Tech` is a list with something else than texts in the lead",
        ),
        (
            json!({"tech": [[secret]]}),
            "the field `Tech` is a list with something else than texts in the lead",
        ),
        (
            json!({"visits": [3]}),
            "the field `Visits` is a list of texts in the lead, but the model reads a number",
        ),
        (json!({"demo": {"on": secret}}), "the field `Demo` is a group of fields in the lead"),
    ] {
        let error = fault(&lead);
        assert_eq!(error.kind(), ErrorKind::Lead);
        assert!(error.to_string().starts_with(form), "{error}");
        assert!(!error.to_string().contains(secret));
    }
    for lead in [json!([1, 2]), json!(7), json!(null), json!("text")] {
        assert!(fault(&lead).to_string().starts_with("the lead has no names for its values"), "{lead}");
    }
}

#[test]
fn a_lead_that_refuses_keeps_its_secret() {
    struct Refusing;
    impl Serialize for Refusing {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("Jane Doe"))
        }
    }
    for error in [fault(&Refusing), fault(&BTreeMap::from([("size", Refusing)]))] {
        assert_eq!(error.to_string(), "the lead could not be read: its type refuses to be serialized");
    }
}

#[test]
fn a_fields_own_name_comes_before_other_spellings_and_doubt_is_an_error() {
    let scorer = scorer();
    let own = json!({"SIZE": 7, "Size": 500, "size": 1});
    assert_eq!(scorer.score_one(&own).unwrap(), scorer.score_one(&json!({"Size": 500})).unwrap());
    let error = fault(&json!({"SIZE": 1, "size": 2}));
    assert_eq!(error.kind(), ErrorKind::Field);
    assert!(
        error.to_string().contains("more than one name in the lead may mean the field `Size`"),
        "{error}"
    );
    let error = fault(&json!({"Size": 1, "inner": {"Size": 2}}));
    assert!(error.to_string().contains("the field `Size` occurs twice"), "{error}");
}

#[test]
fn of_two_fields_alike_none_is_taken_for_the_other() {
    let rule =
        |field: &str| Rule::new(field, field, RuleTest::Equals(vec!["vip".into()]), RuleAction::Points(1));
    let model = crate::support::model_of(sample_signals(), vec![rule("Note"), rule("note")]);
    let scorer = Scorer::new(&model).unwrap();
    let both = scorer.score_one(&json!({"Note": "vip", "note": "vip"})).unwrap();
    assert_eq!(both.manual_points, 2);
    // Which field is meant by a third spelling cannot be known, though one of the two stands beside it.
    let error = scorer.score_one(&json!({"Note": "vip", "NOTE": "vip"})).unwrap_err();
    assert!(error.to_string().contains("may mean the field `note`"), "{error}");
}

#[test]
fn a_field_that_rules_alone_read_may_be_anything_that_can_be_written() {
    let rule = |name: &str, text: &str, points| {
        Rule::new(name, "Note", RuleTest::Equals(vec![text.into()]), RuleAction::Points(points))
    };
    let rules = vec![rule("yes", "yes", 1), rule("number", "12.5", 2), rule("word", "VIP", 4)];
    let scorer = Scorer::new(&crate::support::model_of(sample_signals(), rules)).unwrap();
    let manual = |note| scorer.score_one(&json!({"note": note})).unwrap().manual_points;
    assert_eq!(
        [json!(true), json!(12.5), json!("v i p"), json!(["vip", "Yes", "vip"])].map(manual),
        [1, 2, 4, 5]
    );
    assert_eq!([json!(false), json!(12), json!([]), json!(null)].map(manual), [0; 4]);
}

#[test]
fn more_fields_and_rules_than_any_fixed_room_are_kept_apart() {
    let rules = (0..300).map(|at| {
        let test = RuleTest::AtLeast(f64::from(at % 3));
        Rule::new(format!("rule {at}"), format!("Field {at}"), test, RuleAction::Points(1))
    });
    let scorer = Scorer::new(&crate::support::model_of(sample_signals(), rules.collect())).unwrap();
    let lead: BTreeMap<String, f64> = (0..300).map(|at| (format!("field_{at}"), 1.0)).collect();
    // Two of three bounds are at most 1.
    assert_eq!(scorer.score_one(&lead).unwrap().manual_points, 200);
    let mut twice = lead;
    twice.insert("FIELD 299".into(), 1.0);
    assert!(scorer.score_one(&twice).unwrap_err().to_string().contains("`Field 299`"));
}

/// A lead by hand with the forms and values that a test wants.
macro_rules! lead {
    ($name:ident { $($field:literal: $kind:ty = $value:expr),* }) => {
        struct $name;
        impl Lead for $name {
            const COUNT: usize = 0 $(+ { let _ = $field; 1 })*;
            fn fields(list: &mut FieldList) {
                $(list.push::<$kind>($field);)*
            }
            fn values(&self, values: &mut Values<'_>) {
                $({ let value: $kind = $value; value.give(values); })*
            }
        }
    };
}

#[test]
fn every_field_is_looked_up_and_checked_when_a_struct_is_bound() {
    lead!(Short { "size": &'static str = "x", "Demo": u8 = 1, "visits": u8 = 1, "owner": Vec<String> = vec![] });
    let error = scorer().bind::<Short>().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Field);
    assert_eq!(
        error.to_string(),
        "the struct does not fit the model: its field `size` is a text, but the model reads a number; it has no field \
         `Industry`; its field `Demo` is a number, but the model reads yes or no; it has no field `Tech`"
    );
    lead!(Twice { "size": u8 = 1, "SIZE": u8 = 1 });
    assert!(scorer().bind::<Twice>().unwrap_err().to_string().contains("may be the column `size` or `SIZE`"));
}

#[test]
fn the_count_of_fields_is_held_to_their_list() {
    struct Miscounted;
    impl Lead for Miscounted {
        const COUNT: usize = 3;
        fn fields(list: &mut FieldList) {
            ["size", "industry"].into_iter().for_each(|name| list.push::<u8>(name));
        }
        fn values(&self, _: &mut Values<'_>) {}
    }
    let error = scorer().bind::<Miscounted>().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Field);
    assert_eq!(error.to_string(), "the struct says that it has 3 fields, but it names 2");
}

#[test]
fn values_come_in_every_dress() {
    lead!(Dressed {
        "unread": String = String::new(),
        "Size": Option<Box<i64>> = Some(Box::new(500)),
        "industry": Cow<'static, str> = Cow::Borrowed("RETAIL"),
        "demo": &'static bool = &true,
        "visits": f32 = 3.0,
        "tech": HashSet<Box<str>> = HashSet::from(["slack".into()]),
        "owner": Option<&'static str> = None
    });
    let bound: Bound<Dressed> = scorer().bind().unwrap();
    assert!(is_best(&bound.score(&Dressed)));
    assert_eq!(bound.scorer().range(), scorer().range());
    let elsewhere = bound.clone();
    let shared = std::thread::spawn(move || is_best(&elsewhere.score(&Dressed))).join();
    assert!(shared.unwrap() && is_best(&bound.score(&Dressed)));
}

#[test]
fn an_implementation_that_breaks_its_word_scores_as_if_it_had_said_nothing() {
    struct Wrong(bool);
    impl Lead for Wrong {
        const COUNT: usize = 6;
        fn fields(list: &mut FieldList) {
            list.push::<f64>("size");
            list.push::<String>("industry");
            list.push::<bool>("demo");
            list.push::<f64>("visits");
            list.push::<Vec<String>>("tech");
            list.push::<String>("owner");
        }
        fn values(&self, values: &mut Values<'_>) {
            if self.0 {
                values.text("500");
                values.number(1.0);
                values.items(["retail"]);
                values.flag(true);
                values.text("Slack");
                values.number(2.0);
                values.number(3.0);
            }
        }
    }
    let scorer = scorer();
    let bound = scorer.bind::<Wrong>().unwrap();
    let nothing = scorer.score_one(&json!({})).unwrap();
    for lead in [Wrong(true), Wrong(false)] {
        assert_eq!(bound.score(&lead), nothing);
        assert_eq!(bound.explain(&lead).score, nothing.score);
    }
}

#[test]
fn reasons_name_what_costs_most() {
    let scorer = scorer();
    let lead = json!({"size": 10, "industry": "mining deep", "demo": false, "visits": 9, "tech": []});
    let why = scorer.explain_one(&lead).unwrap();
    let reasons = |against| -> Vec<(&str, i32)> {
        why.reasons(against).iter().map(|part| (part.signal, part.lost(against))).collect()
    };
    assert_eq!(reasons(Against::Best), [("Demo", 17), ("Size", 14), ("Tech", 8), ("Industry", 6)]);
    assert_eq!(reasons(Against::Base), [("Demo", 5), ("Size", 4), ("Tech", 1)]);
    assert_eq!(why.missing().count(), 0);
    let blank = scorer.explain_one(&json!({"visits": 9})).unwrap();
    let open: Vec<_> = blank.missing().map(|part| (part.signal, part.possible)).collect();
    assert_eq!(open, [("Size", (-4, 10)), ("Industry", (-3, 6)), ("Demo", (-5, 12)), ("Tech", (-1, 7))]);
    assert_eq!(why.gaps.first().map(|gap| gap.actions.is_empty()), Some(false));
}
