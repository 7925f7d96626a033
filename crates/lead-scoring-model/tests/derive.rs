//! The derive macros: structs as leads, enums and newtypes as their values, without a single allocation while scoring.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "helpers of tests may stop at the first surprise"
)]

#[path = "it/support.rs"]
#[allow(dead_code, reason = "shared with the other tests")]
mod support;

use allocation_counter::measure;
use lead_scoring_model::{FieldList, Lead, LeadScore, LeadText, LeadValue, Scorer, ValueKind};
use serde::Serialize;
use support::{paired_model, sample_model};

#[derive(Clone, Debug, LeadValue, Serialize)]
enum Industry {
    #[lead(rename = "Health Care")]
    Health,
    Retail,
    r#Space,
}

#[derive(Clone, Debug, LeadValue, Serialize)]
struct Employees(Option<u32>);

#[derive(Clone, Debug, Lead, Serialize)]
struct Company<T> {
    #[lead(rename = "Size")]
    #[serde(rename = "Size")]
    employees: Employees,
    industry: Option<T>,
    tech: Vec<Tool>,
    owner: &'static str,
}

#[derive(Clone, Debug, LeadValue, Serialize)]
enum Tool {
    Jira,
    Slack,
}

#[derive(Clone, Debug, Lead, Serialize)]
struct Account<'a> {
    #[lead(skip)]
    #[serde(skip)]
    _name: &'a str,
    #[lead(flatten)]
    company: Company<Industry>,
    #[lead(flatten)]
    activity: Option<Activity>,
    effort: Option<f64>,
}

#[derive(Clone, Copy, Debug, Lead, Serialize)]
struct Activity {
    demo: bool,
    visits: u16,
}

fn account(industry: Industry, activity: Option<Activity>) -> Account<'static> {
    let (employees, tech) = (Employees(Some(500)), vec![Tool::Jira, Tool::Slack]);
    let company = Company { employees, industry: Some(industry), tech, owner: "Ann" };
    Account { _name: "Jane Doe", company, activity, effort: Some(20.0) }
}

/// Accounts of every kind, with values missing, unseen, and longer than any level.
fn accounts() -> Vec<Account<'static>> {
    let active = Some(Activity { demo: true, visits: 3 });
    let mut accounts = vec![account(Industry::Health, active), account(Industry::Space, None)];
    accounts.push(account(Industry::Retail, Some(Activity { demo: false, visits: 0 })));
    let mut odd = account(Industry::Retail, active);
    odd.company.owner = "a competitor whose name is longer than sixteen bytes";
    odd.company.tech.clear();
    odd.company.employees = Employees(None);
    odd.effort = Some(f64::NAN);
    accounts.push(odd);
    let mut barred = account(Industry::Retail, active);
    (barred.company.owner, barred.company.industry) = ("RIVAL", None);
    accounts.push(barred);
    accounts
}

#[test]
fn fields_are_named_flattened_and_skipped_as_told() {
    use ValueKind::{Flag, Items, Number, Text};
    let list = FieldList::of::<Account<'_>>();
    let expected = [
        ("Size", Number),
        ("industry", Text),
        ("tech", Items),
        ("owner", Text),
        ("demo", Flag),
        ("visits", Number),
        ("effort", Number),
    ];
    assert!(list.iter().eq(expected));
    assert_eq!(<Account<'_> as Lead>::COUNT, expected.len());
    assert_eq!(
        [Industry::Health, Industry::Retail, Industry::Space].map(|i| i.text().to_owned()),
        ["Health Care", "Retail", "Space"]
    );
}

#[test]
fn a_derived_lead_scores_as_the_same_lead_by_name() {
    for model in [sample_model(), paired_model()] {
        let scorer = Scorer::new(&model).unwrap();
        let bound = scorer.bind::<Account<'_>>().unwrap();
        for account in accounts() {
            let mut json = serde_json::to_value(&account).unwrap();
            if matches!(account.company.industry, Some(Industry::Health)) {
                json["company"]["industry"] = "health-care".into();
            }
            assert_eq!(bound.score(&account), scorer.score_one(&json).unwrap());
        }
    }
}

/// How often `score` asks for memory, after one call to warm up whatever there may be.
fn allocations<'s>(score: impl Fn(&Account<'static>) -> LeadScore<'s>) -> u64 {
    let accounts = accounts();
    measure(|| {
        for account in &accounts {
            std::hint::black_box(score(account));
        }
    })
    .count_total
}

#[test]
fn scoring_one_lead_allocates_nothing() {
    assert!(measure(|| drop(std::hint::black_box(vec![1]))).count_total > 0, "the counter counts");
    for model in [sample_model(), paired_model()] {
        let scorer = Scorer::new(&model).unwrap();
        let bound = scorer.bind::<Account<'_>>().unwrap();
        assert_eq!(allocations(|account| bound.score(account)), 0);
        assert_eq!(allocations(|account| scorer.score_one(account).unwrap()), 0);
        let json: Vec<_> = accounts().iter().map(|account| serde_json::to_value(account).unwrap()).collect();
        let spelled = serde_json::json!({"SI ZE": 3, "In-Dus_try": "HEALTH - care", "DEMO": null, "tech": ["S-L-A-C-K", "é"]});
        let by_name = measure(|| {
            for lead in json.iter().chain([&spelled]) {
                std::hint::black_box(scorer.score_one(lead).unwrap());
            }
        });
        assert_eq!(by_name.count_total, 0);
    }
}
