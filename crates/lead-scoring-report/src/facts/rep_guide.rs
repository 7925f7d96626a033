//! The rep's one-pager: the rows that move a score most, and what no row speaks of.

use super::labels;
use crate::ReportInput;
use lead_scoring_core::Dimension;
use lead_scoring_model::{Bin, Signal};
use serde::Serialize;

/// Rows that are named either way.
const MOST_ROWS: usize = 5;
/// Fields that are named as unknown.
const MOST_ABSENT: usize = 6;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct RepGuide {
    /// Rows that give most points, best first.
    pub(crate) gives: Vec<TellingRow>,
    /// Rows that take most points, worst first.
    pub(crate) takes: Vec<TellingRow>,
    /// Dimensions without signals.
    pub(crate) silent: Vec<&'static str>,
    /// What the history does not record.
    pub(crate) absent: Vec<String>,
}

/// What a lead may be, and how such deals ended.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct TellingRow {
    /// `Industry: is Retail`, or the combination.
    pub(crate) what: String,
    pub(crate) points: i32,
    pub(crate) won: u64,
    pub(crate) deals: u64,
}

impl RepGuide {
    pub(crate) fn of(input: &ReportInput<'_>) -> Self {
        let card = &input.model.card;
        let silent = Dimension::ALL
            .into_iter()
            .filter(|dimension| card.signals.iter().all(|signal| signal.dimension != *dimension));
        let absent = input.audit.expected.iter().filter(|field| field.columns.is_empty());
        Self {
            gives: rows(&card.signals, |points| points > 0),
            takes: rows(&card.signals, |points| points < 0),
            silent: silent.map(Dimension::label).collect(),
            absent: absent.map(|field| field.what.clone()).take(MOST_ABSENT).collect(),
        }
    }
}

/// Of each signal the strongest row of one sign, the strongest signals first.
fn rows(signals: &[Signal], wanted: fn(i32) -> bool) -> Vec<TellingRow> {
    let strongest = |signal: &Signal| {
        let bins = signal.bins.iter().enumerate().filter(|(_, bin)| wanted(bin.points));
        let stronger = |a: &(usize, &Bin), b: &(usize, &Bin)| b.1.points.abs() > a.1.points.abs();
        let (at, bin) = bins.reduce(|best, next| if stronger(&best, &next) { next } else { best })?;
        let criterion = labels::criterion(signal, at);
        let what =
            if signal.is_pair() { criterion } else { format!("{}: {criterion}", labels::subject(signal)) };
        Some(TellingRow { what, points: bin.points, won: bin.won, deals: bin.deals() })
    };
    let mut rows: Vec<TellingRow> = signals.iter().filter_map(strongest).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.points.abs()));
    rows.truncate(MOST_ROWS);
    rows
}
