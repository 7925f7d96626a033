//! Fields whose names suggest a trait of persons that law or policy often protects.
//!
//! The name alone is judged, by whole words, as in `Page Views` there is no age. A name is only a hint: `--exclude` is the reader's to use.
//! What else a word is often said of (the age of an account, a product family) is no trait of a person.

use crate::ReportInput;
use crate::phrases as say;
use crate::text::Text;
use lead_scoring_audit::build_option;
use lead_scoring_core::{Message, Part, Phrase, name_words};
use serde::Serialize;

/// A measured field whose name suggests such a trait.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Protected {
    pub(crate) field: String,
    /// What it may stand for.
    pub(crate) attributes: Vec<Text>,
    /// Whether it gives points, alone or in a combination.
    pub(crate) scored: bool,
}

/// A trait with the words that suggest it.
struct Attribute {
    said: Phrase,
    words: &'static [&'static str],
    /// With one of these words beside it the name speaks of something else.
    but_not: &'static [&'static str],
    /// The same in Chinese, where words are not set apart.
    chinese: &'static [&'static str],
    chinese_but_not: &'static [&'static str],
}

/// What else than a person has an age, a health or a family.
const THINGS: &[&str] = &[
    "account",
    "business",
    "company",
    "contract",
    "customer",
    "deal",
    "domain",
    "firm",
    "lead",
    "list",
    "opp",
    "opportunity",
    "organisation",
    "organization",
    "pipeline",
    "product",
    "project",
    "quote",
    "record",
    "relationship",
    "score",
    "sector",
    "service",
    "site",
    "stage",
    "subscription",
    "system",
    "tenure",
    "website",
];
const MONEY: &[&str] = &["currency", "exchange", "sales", "trade", "revenue", "subsidiary", "offices"];
const CHINESE_THINGS: &[&str] = &["公司", "企业", "账户", "线索", "商机", "产品", "合同", "网站"];

const ATTRIBUTES: [Attribute; 9] = [
    Attribute {
        said: say::PROTECTED_AGE,
        words: &["age", "ages", "birth", "birthdate", "birthday", "birthyear", "dob", "born"],
        but_not: THINGS,
        chinese: &["年龄", "出生", "生日"],
        chinese_but_not: CHINESE_THINGS,
    },
    Attribute {
        said: say::PROTECTED_SEX,
        words: &["sex", "gender"],
        but_not: &[],
        chinese: &["性别"],
        chinese_but_not: &[],
    },
    Attribute {
        said: say::PROTECTED_ETHNICITY,
        words: &["race", "racial", "ethnic", "ethnicity"],
        but_not: &[],
        chinese: &["民族", "种族"],
        chinese_but_not: &[],
    },
    Attribute {
        said: say::PROTECTED_NATIONALITY,
        words: &["nationality", "citizen", "citizenship", "foreign", "foreigner", "immigrant", "immigration"],
        but_not: MONEY,
        chinese: &["国籍", "外籍", "外国人"],
        chinese_but_not: &[],
    },
    Attribute {
        said: say::PROTECTED_RELIGION,
        words: &["religion", "religious"],
        but_not: &[],
        chinese: &["宗教"],
        chinese_but_not: &[],
    },
    Attribute {
        said: say::PROTECTED_FAMILY,
        words: &["marital", "marriage", "married", "spouse", "family"],
        but_not: THINGS,
        chinese: &["婚姻", "婚否", "已婚", "未婚"],
        chinese_but_not: &[],
    },
    Attribute {
        said: say::PROTECTED_DISABILITY,
        words: &["disability", "disabilities", "handicap", "handicapped"],
        but_not: &[],
        chinese: &["残疾"],
        chinese_but_not: &[],
    },
    Attribute {
        said: say::PROTECTED_PREGNANCY,
        words: &["pregnancy", "pregnant", "maternity"],
        but_not: &[],
        chinese: &["怀孕", "孕妇"],
        chinese_but_not: &[],
    },
    Attribute {
        said: say::PROTECTED_HEALTH,
        words: &["health"],
        but_not: &[
            "account",
            "care",
            "customer",
            "data",
            "deal",
            "industry",
            "insurance",
            "lead",
            "opportunity",
            "pipeline",
            "product",
            "relationship",
            "score",
            "sector",
            "system",
            "vertical",
        ],
        chinese: &["健康状况", "病史"],
        chinese_but_not: CHINESE_THINGS,
    },
];

/// What a field's name suggests.
fn suggested(name: &str) -> Vec<Phrase> {
    let words = name_words(name);
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    let holds = |wanted: &[&str]| wanted.iter().any(|part| name.contains(part));
    let is_meant = |attribute: &&Attribute| {
        (has(attribute.words) && !has(attribute.but_not))
            || (holds(attribute.chinese) && !holds(attribute.chinese_but_not))
    };
    ATTRIBUTES.iter().filter(is_meant).map(|attribute| attribute.said).collect()
}

/// The measured fields with such names, in the order of the table.
pub(super) fn protected(input: &ReportInput<'_>) -> Vec<Protected> {
    let signals = &input.model.card.signals;
    let found = input.audit.used().filter_map(|field| {
        let attributes: Vec<Text> =
            suggested(&field.name).into_iter().map(|phrase| phrase.message().into()).collect();
        (!attributes.is_empty()).then(|| Protected {
            field: field.name.clone(),
            attributes,
            scored: signals.iter().any(|signal| signal.reads(&field.name)),
        })
    });
    found.collect()
}

/// What section 1.3 says of them: of those with points, then of those that were measured and have none.
pub(super) fn told(fields: &[Protected]) -> Vec<Message> {
    let told = [(true, say::PROTECTED_SCORED), (false, say::PROTECTED_MEASURED)];
    told.into_iter().filter_map(|(scored, phrase)| about(fields, scored, phrase)).collect()
}

/// The sentence of the summary.
pub(super) fn in_short(fields: &[Protected]) -> Option<Text> {
    about(fields, true, say::PROTECTED_IN_SHORT).map(Text::from)
}

fn about(fields: &[Protected], scored: bool, phrase: Phrase) -> Option<Message> {
    let fields: Vec<&Protected> = fields.iter().filter(|field| field.scored == scored).collect();
    let mut attributes: Vec<&Text> = Vec::new();
    for attribute in fields.iter().flat_map(|field| &field.attributes) {
        if !attributes.contains(&attribute) {
            attributes.push(attribute);
        }
    }
    let columns: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
    let option = build_option("exclude", &columns.join(","));
    let names: Vec<String> = fields.iter().map(|field| format!("`{}`", field.field)).collect();
    let attributes: Vec<Part> = attributes.into_iter().cloned().map(Part::from).collect();
    let parts = [
        ("count", names.len().into()),
        ("fields", names.into()),
        ("attributes", Part::List(attributes)),
        ("option", option.into()),
    ];
    (!fields.is_empty()).then(|| phrase.with(parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str) -> Vec<String> {
        suggested(name).iter().map(|phrase| phrase.message().to_string()).collect()
    }

    #[test]
    fn names_are_taken_by_whole_words() {
        assert_eq!(said("age_in_years"), ["age"]);
        assert_eq!(said("DateOfBirth"), ["age"]);
        assert_eq!(said("personal_status_and_sex"), ["sex"]);
        assert_eq!(said("foreign_worker"), ["nationality"]);
        assert_eq!(said("Marital Status"), ["family status"]);
        assert_eq!(said("客户性别"), ["sex"]);
        assert_eq!(said("年龄段"), ["age"]);
        assert_eq!(said("出生日期"), ["age"]);
        for name in [
            "Page Views",
            "Average Order",
            "Stage",
            "Account Age",
            "Lead Age (days)",
            "Product Family",
            "Customer Health Score",
            "Healthcare",
            "Foreign Currency",
            "Engagement",
            "Essex",
            "公司年龄",
        ] {
            assert_eq!(said(name), Vec::<String>::new(), "{name}");
        }
    }

    #[test]
    fn fields_with_points_are_told_before_the_others() {
        let field = |name: &str, scored: bool| Protected {
            field: name.to_owned(),
            attributes: suggested(name).into_iter().map(|phrase| phrase.message().into()).collect(),
            scored,
        };
        let fields = [field("sex", false), field("age", true), field("foreign_worker", true)];
        let told: Vec<String> = told(&fields).iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "`age` and `foreign_worker` give points and bear on what law or policy often protects (age and nationality): have this checked before the score decides about persons; `--exclude age,foreign_worker` builds without them.",
                "`sex` bears on what law or policy often protects (sex); it gives no points here, but another build may give it some: `--exclude sex` keeps it out.",
            ]
        );
        assert_eq!(
            in_short(&fields).unwrap().to_string(),
            "`age` and `foreign_worker` give points and bear on what law or policy often protects (age and nationality): section 1.3 says what to check."
        );
        assert!(in_short(&fields[..1]).is_none() && super::told(&[]).is_empty());
    }
}
