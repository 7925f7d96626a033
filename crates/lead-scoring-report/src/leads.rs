//! Scored leads as files: CSV for people and CRMs, JSON for programs.

use crate::{LeadsInput, Result};
use lead_scoring_core::{Dimension, safe_csv_cell};
use lead_scoring_model::ScoredLead;
use serde::Serialize;

/// The columns of [`scored_leads_csv`].
pub const LEAD_COLUMNS: [&str; 15] = [
    "id",
    "score",
    "tier",
    "win_probability",
    "firmographic",
    "behavioral",
    "engagement",
    "intent",
    "top_signal",
    "lowest_score",
    "highest_score",
    "rank",
    "missing_signals",
    "best_field_to_fill",
    "disqualified_by",
];

/// What stands in place of a tier where too little is known.
const UNSCOREABLE: &str = "Unscoreable";

/// The leads as CSV, one a line, in the order of their rank; the unscoreable ones come last, without score, probability and rank.
///
/// Columns are [`LEAD_COLUMNS`]. Points and scores are whole numbers, `win_probability` has four decimals, `missing_signals` are
/// separated by `; `. A model without signals leaves all points and scores empty. No cell can be taken for a formula by a spreadsheet ([`safe_csv_cell`]).
///
/// # Errors
/// [`crate::ErrorKind::Rendering`] where the text cannot be put together.
pub fn scored_leads_csv(leads: &LeadsInput<'_>) -> Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(LEAD_COLUMNS)?;
    for lead in ordered(leads) {
        let known = |text: String| if lead.unscoreable { String::new() } else { text };
        let subtotals = Dimension::ALL.map(|dimension| known(lead.subtotals[dimension.index()].to_string()));
        let [firmographic, behavioral, engagement, intent] = subtotals;
        let missing = missing_signals(leads, &lead).join("; ");
        let [lowest, highest] = possible(leads, &lead);
        let cells = [
            leads.id(lead.row),
            known(lead.score.to_string()),
            tier(&lead).to_owned(),
            known(format!("{:.4}", lead.probability)),
            firmographic,
            behavioral,
            engagement,
            intent,
            lead.top_signal.unwrap_or_default().to_owned(),
            lowest.map(|score| score.to_string()).unwrap_or_default(),
            highest.map(|score| score.to_string()).unwrap_or_default(),
            lead.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            missing,
            lead.fill_first.unwrap_or_default().to_owned(),
            lead.disqualified_by.unwrap_or_default().to_owned(),
        ];
        writer.write_record(cells.iter().map(|cell| safe_csv_cell(cell).into_owned()))?;
    }
    let bytes = writer.into_inner().map_err(|error| {
        let message = format!("the leads could not be written as CSV: {error}");
        crate::Error::new(crate::ErrorKind::Rendering, message)
    })?;
    String::from_utf8(bytes).map_err(|_| {
        crate::Error::new(
            crate::ErrorKind::Rendering,
            "the leads could not be written as CSV: not valid UTF-8",
        )
    })
}

/// The leads as JSON in the same order: `{"source", "total", "unmapped_fields", "leads": [...]}`, each lead with the keys of
/// [`LEAD_COLUMNS`]; what is not known is `null`, and `missing_signals` is a list.
///
/// # Errors
/// [`crate::ErrorKind::Rendering`] where the text cannot be put together.
pub fn leads_json(leads: &LeadsInput<'_>) -> Result<String> {
    let rows: Vec<Row<'_>> = ordered(leads).map(|lead| row(leads, lead)).collect();
    let document = Document {
        source: leads.source,
        total: rows.len(),
        unmapped_fields: leads.map.unmapped().map(|field| field.field.as_str()).collect(),
        leads: rows,
    };
    Ok(serde_json::to_string_pretty(&document)?)
}

#[derive(Serialize)]
struct Document<'a> {
    source: &'a str,
    total: usize,
    unmapped_fields: Vec<&'a str>,
    leads: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: String,
    score: Option<i32>,
    tier: &'static str,
    win_probability: Option<f64>,
    firmographic: Option<i32>,
    behavioral: Option<i32>,
    engagement: Option<i32>,
    intent: Option<i32>,
    top_signal: Option<&'a str>,
    lowest_score: Option<i32>,
    highest_score: Option<i32>,
    rank: Option<usize>,
    missing_signals: Vec<&'a str>,
    best_field_to_fill: Option<&'a str>,
    disqualified_by: Option<&'a str>,
}

fn row<'a>(leads: &LeadsInput<'a>, lead: ScoredLead<'a>) -> Row<'a> {
    let known = !lead.unscoreable;
    let [firmographic, behavioral, engagement, intent] = lead.subtotals.map(|points| known.then_some(points));
    let [lowest, highest] = possible(leads, &lead);
    Row {
        id: leads.id(lead.row),
        score: known.then_some(lead.score),
        tier: tier(&lead),
        win_probability: known.then_some(lead.probability),
        firmographic,
        behavioral,
        engagement,
        intent,
        top_signal: lead.top_signal,
        lowest_score: lowest,
        highest_score: highest,
        rank: lead.rank,
        missing_signals: missing_signals(leads, &lead),
        best_field_to_fill: lead.fill_first,
        disqualified_by: lead.disqualified_by,
    }
}

/// The scores that are possible once unknown values are known; a model without signals gives none.
fn possible(leads: &LeadsInput<'_>, lead: &ScoredLead<'_>) -> [Option<i32>; 2] {
    let scores = !leads.scored.scorer().model().card.signals.is_empty();
    [lead.lowest, lead.highest].map(|score| scores.then_some(score))
}

fn ordered<'a>(leads: &LeadsInput<'a>) -> impl Iterator<Item = ScoredLead<'a>> {
    leads.scored.by_rank().chain(leads.scored.unscoreable())
}

fn missing_signals<'a>(leads: &LeadsInput<'a>, lead: &ScoredLead<'_>) -> Vec<&'a str> {
    leads.scored.unknown_signals(lead.row).map(|signal| signal.name.as_str()).collect()
}

/// The tier's name. A model without tiers gives none, and leads of which too little is known have none.
fn tier(lead: &ScoredLead<'_>) -> &'static str {
    match lead.tier {
        Some(tier) => tier.label(),
        None if lead.unscoreable => UNSCOREABLE,
        None => "",
    }
}
