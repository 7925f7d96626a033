//! Histories counted by hand, laws, and input that is wrong.

#![allow(clippy::unwrap_used)]

mod bad_input;
mod by_hand;
mod laws;

use lead_scoring_ops::{DashboardOptions, Dashboards, History, HistoryOptions, Period};

fn history(text: &str) -> History {
    History::read(text.as_bytes(), "history.csv", &HistoryOptions::default()).unwrap()
}

fn monthly(text: &str) -> Dashboards {
    let mut options = DashboardOptions::default();
    options.period = Some(Period::Month);
    Dashboards::new(&history(text), &options).unwrap()
}
