//! The planted faults are there, in the number stated in the data's README.

use std::collections::{BTreeMap, BTreeSet};

use lead_scoring_sample_data::{SEED, generate};

use crate::table::{Row, cell, number, rows};

fn deals() -> Vec<Row> {
    rows(&generate(SEED).unwrap().deals)
}

fn leads() -> Vec<Row> {
    rows(&generate(SEED).unwrap().leads)
}

fn blank(rows: &[Row], column: &str) -> usize {
    rows.iter().filter(|row| cell(row, column).is_empty()).count()
}

/// Cells of a lead besides id, company, contact, title and date.
fn filled(lead: &Row) -> usize {
    lead.values().filter(|cell| !cell.is_empty()).count().saturating_sub(5)
}

#[test]
fn one_row_is_repeated_and_two_deals_are_entered_twice() {
    let deals = deals();
    let mut by_id: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    let mut by_company: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for row in &deals {
        by_id.entry(cell(row, "Opportunity ID")).or_default().push(row);
        let company = cell(row, "Company").to_lowercase().replace(" inc.", "");
        by_company.entry(company).or_default().insert(cell(row, "Opportunity ID"));
    }
    let repeated: Vec<&Vec<&Row>> = by_id.values().filter(|rows| rows.len() > 1).collect();
    assert_eq!(repeated.len(), 1);
    assert_eq!(repeated[0].len(), 2);
    assert_eq!(repeated[0][0], repeated[0][1]);
    assert_eq!(by_company.values().filter(|ids| ids.len() == 2).count(), 2);
    assert!(by_company.values().all(|ids| ids.len() <= 2));
}

#[test]
fn gaps_have_their_planned_shares() {
    let (deals, leads) = (deals(), leads());
    let detailed: Vec<Row> = leads.into_iter().filter(|lead| filled(lead) > 0).collect();
    for rows in [&deals, &detailed] {
        let share = |column| blank(rows, column) as f64 / rows.len() as f64;
        assert!((0.04..0.12).contains(&share("Employees")), "{}", share("Employees"));
        assert!((0.10..0.20).contains(&share("Revenue Band")), "{}", share("Revenue Band"));
    }
    assert_eq!(blank(&detailed, "Intent Surge"), 0);
}

#[test]
fn intent_is_unknown_before_it_was_bought() {
    for row in &deals() {
        assert_eq!(cell(row, "Intent Surge").is_empty(), cell(row, "Closed Date") < "2026-03-01");
    }
}

#[test]
fn spellings_vary() {
    for rows in [deals(), leads()] {
        for (column, spelling) in [
            ("Industry", "Healthcare"),
            ("Industry", "Health Care"),
            ("Industry", "healthcare "),
            ("Country", "United States"),
            ("Country", "USA"),
        ] {
            assert!(rows.iter().any(|row| cell(row, column) == spelling), "{spelling:?}");
        }
        assert!(rows.iter().any(|row| cell(row, "Employees").contains(',')));
        assert!(
            rows.iter()
                .any(|row| number(row, "Employees") >= Some(1000.0) && !cell(row, "Employees").contains(','))
        );
    }
}

#[test]
fn dates_are_in_order_and_within_the_year() {
    for row in &deals() {
        let (created, closed) = (cell(row, "Created Date"), cell(row, "Closed Date"));
        assert!(("2025-11-01"..="2026-10-31").contains(&closed), "{closed}");
        let days: jiff::civil::Date = created.parse().unwrap();
        let cycle = days.until(closed.parse::<jiff::civil::Date>().unwrap()).unwrap().get_days();
        assert_eq!(Some(f64::from(cycle)), number(row, "Cycle Days"));
        assert!(number(row, "Days Since Last Activity") < number(row, "Cycle Days"));
    }
    assert!(leads().iter().all(|row| cell(row, "Created Date") < "2026-10-31"));
}

#[test]
fn some_leads_cannot_be_scored_and_some_should_not_be() {
    let leads = leads();
    let having = |column, value| leads.iter().filter(|row| cell(row, column) == value).count();
    assert_eq!(leads.iter().filter(|lead| filled(lead) == 0).count(), 12);
    assert_eq!(having("Contact Title", "Student"), 2);
    assert_eq!(having("Lead Source", "Podcast"), 4);
    assert_eq!(having("Industry", "Agriculture"), 3);
    assert!(
        deals()
            .iter()
            .all(|row| cell(row, "Lead Source") != "Podcast" && cell(row, "Industry") != "Agriculture")
    );
}

#[test]
fn awkward_names_survive_the_file() {
    let leads = leads();
    for mark in [",", "\"", "é", "&"] {
        assert!(leads.iter().any(|row| cell(row, "Company").contains(mark)), "{mark}");
    }
    let formula = leads.iter().find(|row| cell(row, "Company").starts_with('=')).unwrap();
    assert!(filled(formula) > 15, "the probe must be on a lead that gets a score");
}

#[test]
fn companies_and_ids_are_not_shared_by_chance() {
    let leads = leads();
    let ids: BTreeSet<&str> = leads.iter().map(|row| cell(row, "Lead ID")).collect();
    let companies: BTreeSet<&str> = leads.iter().map(|row| cell(row, "Company")).collect();
    assert_eq!((ids.len(), companies.len()), (340, 340));
    assert!(deals().iter().all(|row| !companies.contains(cell(row, "Company"))));
}
