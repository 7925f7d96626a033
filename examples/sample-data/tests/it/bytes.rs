//! The committed files are the program's output.

use std::{collections::BTreeSet, fs, path::Path};

use lead_scoring_sample_data::{DEALS, LEADS, SEED, WON, generate};

use crate::table::{cell, rows, won};

#[test]
fn regenerating_gives_the_committed_bytes() {
    let sample = generate(SEED).unwrap();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let files =
        [("deals.csv", &sample.deals), ("leads.csv", &sample.leads), ("history.csv", &sample.history)];
    for (name, bytes) in files {
        let committed = fs::read(data.join(name)).unwrap();
        assert!(committed == *bytes, "{name} differs: run `cargo run -p lead-scoring-sample-data`");
    }
}

#[test]
fn another_seed_gives_other_data_of_the_same_shape() {
    let (first, second) = (generate(SEED).unwrap(), generate(SEED + 1).unwrap());
    assert_ne!(first, second);
    for sample in [first, second] {
        let deals = rows(&sample.deals);
        assert_eq!(deals.len(), DEALS);
        assert_eq!(deals.iter().filter(|row| won(row)).count(), WON);
        assert_eq!(rows(&sample.leads).len(), LEADS);
    }
}

#[test]
fn counts_are_those_of_the_story() {
    let sample = generate(SEED).unwrap();
    let deals = rows(&sample.deals);
    let outcome = |name: &str| deals.iter().filter(|row| cell(row, "Outcome") == name).count();
    assert_eq!((deals.len(), outcome("Closed Won"), outcome("Closed Lost")), (180, 62, 118));
    assert_eq!(rows(&sample.leads).len(), 340);
}

#[test]
fn a_lead_carries_nothing_of_the_end() {
    let sample = generate(SEED).unwrap();
    let columns = |bytes: &[u8]| -> BTreeSet<String> {
        csv::Reader::from_reader(bytes).headers().unwrap().iter().map(str::to_owned).collect()
    };
    let (deals, leads) = (columns(&sample.deals), columns(&sample.leads));
    let only_deals: Vec<&str> = deals.difference(&leads).map(String::as_str).collect();
    let only_leads: Vec<&str> = leads.difference(&deals).map(String::as_str).collect();
    assert_eq!(
        only_deals,
        ["Closed Date", "Contract Sent", "Cycle Days", "Loss Reason", "Opportunity ID", "Outcome"]
    );
    assert_eq!(only_leads, ["Contact", "Contact Title", "Lead ID"]);
}
