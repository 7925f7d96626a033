//! Section 5: how to bring the model into a CRM.

use super::conversion_time::ConversionTime;
use super::data::wanting_of_leads;
use super::guessed::guessed;
use super::labels;
use super::set_by_day::set_by_day;
use super::tiers::Tiers;
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_core::{Dimension, name_words};
use lead_scoring_model::Signal;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Crm {
    pub(crate) lowest: i32,
    pub(crate) highest: i32,
    pub(crate) fields: Vec<DimensionField>,
    pub(crate) mapping: Vec<Mapping>,
    /// The columns of the mapping, each once.
    pub(crate) columns: Vec<String>,
    /// Fields worth recording that the history lacks.
    pub(crate) to_collect: Vec<String>,
    /// Points of a change that counts as a trend; `None` without tiers.
    pub(crate) step: Option<i32>,
    /// The systems that keep the columns up to date, each column in one of them by its own dimension.
    pub(crate) systems: Systems,
    /// The same of the columns that were measured and earned no points.
    pub(crate) systems_without_points: Systems,
    /// How long won deals took by tier; `None` where no column says.
    pub(crate) conversion_time: Option<ConversionTime>,
    /// Whether a column's name speaks of who handles the deal.
    pub(crate) has_reps: bool,
    /// Columns that the systems are told to feed, with points or without, whose dimension was guessed from the name.
    pub(crate) guessed: Vec<String>,
}

/// Columns by the system that they usually come from.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Systems {
    /// What a lead did.
    pub(crate) marketing: Vec<String>,
    /// How often and when sales and lead were in touch.
    pub(crate) activity: Vec<String>,
    /// What the deal is about and who handles it, and whatever else no provider of company data could know.
    pub(crate) record: Vec<String>,
    /// Who the company is.
    pub(crate) enrichment: Vec<String>,
    pub(crate) intent: Vec<String>,
    /// What a lead did on the website.
    pub(crate) website: Vec<String>,
    /// What the day sets, the calendar and the market, the same for all leads of a day: no system keeps it of a lead.
    pub(crate) calendar: Vec<String>,
}

impl Systems {
    /// The columns that the table of systems tells of: those with points, and of a system that feeds none of these those without; the
    /// record is told of where it feeds one.
    fn fed<'a>(&'a self, without_points: &'a Self) -> impl Iterator<Item = &'a str> {
        let pairs = [
            (&self.marketing, &without_points.marketing),
            (&self.activity, &without_points.activity),
            (&self.enrichment, &without_points.enrichment),
            (&self.intent, &without_points.intent),
            (&self.website, &without_points.website),
        ];
        let told = pairs.map(|(with, without)| if with.is_empty() { without } else { with });
        std::iter::once(&self.record).chain(told).flatten().map(String::as_str)
    }
}

/// The CRM field of a dimension's subtotal.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct DimensionField {
    pub(crate) name: &'static str,
    pub(crate) dimension: &'static str,
    pub(crate) lowest: i32,
    pub(crate) highest: i32,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Mapping {
    pub(crate) signal: Text,
    /// The column it reads; of a combination both.
    pub(crate) columns: Vec<MappedColumn>,
    pub(crate) dimension: &'static str,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct MappedColumn {
    pub(crate) field: String,
    pub(crate) kind: &'static str,
    /// Share of training deals with a value.
    pub(crate) complete: Option<f64>,
}

impl Crm {
    pub(crate) fn of(input: &ReportInput<'_>, tiers: &Tiers) -> Self {
        let card = &input.model.card;
        let (lowest, highest) = card.range();
        let column = |signal: &Signal, field: &str| {
            let read = signal.inputs.iter().find(|read| read.field == field)?;
            let complete = input.audit.field(field).map(|field| field.complete);
            Some(MappedColumn { field: field.to_owned(), kind: read.kind.word(), complete })
        };
        let mapping = card.signals.iter().map(|signal| Mapping {
            signal: labels::of_signal(signal).into(),
            columns: signal.fields().filter_map(|field| column(signal, field)).collect(),
            dimension: signal.dimension.label(),
        });
        let field = |dimension: Dimension| {
            let (lowest, highest) = card.dimension_range(dimension);
            DimensionField { name: crm_field(dimension), dimension: dimension.label(), lowest, highest }
        };
        let read = fields_of(card.signals.iter());
        let measured = input.audit.used().map(|field| field.name.clone());
        let without_points = systems(input, measured.filter(|field| !read.contains(field)).collect());
        let systems = systems(input, read);
        let guessed = guessed(input, systems.fed(&without_points));
        let absent = wanting_of_leads(input);
        Self {
            lowest,
            highest,
            fields: Dimension::ALL.map(field).into(),
            mapping: mapping.collect(),
            systems,
            systems_without_points: without_points,
            columns: fields_of(card.signals.iter()),
            to_collect: absent.map(|field| field.what.clone()).collect(),
            step: tiers.transitions.as_ref().map(|transitions| transitions.step),
            conversion_time: ConversionTime::of(input),
            has_reps: input.train.data().iter().any(|(field, _)| speaks_of_reps(&field.name)),
            guessed,
        }
    }
}

/// Whether a column says who handles a deal, by the words of its name.
fn speaks_of_reps(name: &str) -> bool {
    const REPS: [&str; 9] =
        ["owner", "rep", "reps", "representative", "agent", "seller", "salesperson", "salesrep", "executive"];
    name_words(name).iter().any(|word| REPS.contains(&word.as_str()))
}

/// Each column by its own dimension; a combination bears only one of its columns' dimensions.
fn systems(input: &ReportInput<'_>, fields: Vec<String>) -> Systems {
    let signals = &input.model.card.signals;
    let calendar = set_by_day(input, fields.iter().cloned());
    let of_leads: Vec<String> = fields.into_iter().filter(|field| !calendar.contains(field)).collect();
    let mut systems = Systems { calendar, ..Systems::default() };
    for field in of_leads {
        let of_signal = || signals.iter().find(|signal| signal.reads(&field)).map(|signal| signal.dimension);
        let dimension = input.audit.field(&field).map(|audited| audited.dimension).or_else(of_signal);
        let system = match dimension {
            Some(Dimension::Behavioral | Dimension::Engagement) if is_of_website(&field) => {
                &mut systems.website
            }
            Some(Dimension::Behavioral) => &mut systems.marketing,
            Some(Dimension::Engagement) => &mut systems.activity,
            Some(Dimension::Intent) => &mut systems.intent,
            Some(Dimension::Firmographic) | None if is_of_company(&field) => &mut systems.enrichment,
            Some(Dimension::Firmographic) | None => &mut systems.record,
        };
        system.push(field);
    }
    systems
}

/// Whether a column counts what happens on the website, by the words of its name.
fn is_of_website(field: &str) -> bool {
    const WORDS: [&str; 12] = [
        "website",
        "web",
        "page",
        "pages",
        "pageview",
        "pageviews",
        "visit",
        "visits",
        "totalvisits",
        "session",
        "sessions",
        "browsing",
    ];
    name_words(field).iter().any(|word| WORDS.contains(&word.as_str()))
}

/// Whether a column tells of the company or the person what a provider of such data knows, by the words of its name.
fn is_of_company(field: &str) -> bool {
    const WORDS: [&str; 34] = [
        "industry",
        "sector",
        "vertical",
        "company",
        "employees",
        "employee",
        "headcount",
        "size",
        "revenue",
        "turnover",
        "country",
        "region",
        "state",
        "city",
        "location",
        "geography",
        "tech",
        "stack",
        "technology",
        "technologies",
        "occupation",
        "job",
        "title",
        "role",
        "seniority",
        "department",
        "growth",
        "founded",
        "established",
        "ownership",
        "funding",
        "naics",
        "sic",
        "employer",
    ];
    // The seller's own: the deal, its people, and what was between seller and buyer before.
    const OWN: [&str; 14] = [
        "deal",
        "opportunity",
        "amount",
        "owner",
        "rep",
        "agent",
        "manager",
        "stage",
        "pipeline",
        "product",
        "past",
        "previous",
        "prior",
        "existing",
    ];
    let words = name_words(field);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    has(&WORDS) && !has(&OWN)
}

/// The fields that signals read, each once.
pub(super) fn fields_of<'a>(signals: impl Iterator<Item = &'a Signal>) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for field in signals.flat_map(Signal::fields) {
        if !fields.iter().any(|known| known == field) {
            fields.push(field.to_owned());
        }
    }
    fields
}

const fn crm_field(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Firmographic => "Lead_Score_Firmographic",
        Dimension::Behavioral => "Lead_Score_Behavioral",
        Dimension::Engagement => "Lead_Score_Engagement",
        Dimension::Intent => "Lead_Score_Intent",
    }
}

#[cfg(test)]
mod tests {
    use super::{Systems, is_of_company};

    #[test]
    fn a_column_without_points_is_told_of_where_its_system_feeds_no_other() {
        let of = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let with = Systems { record: of(&["Amount"]), intent: of(&["Surge"]), ..Systems::default() };
        let without = Systems {
            record: of(&["Owner"]),
            intent: of(&["Topic"]),
            enrichment: of(&["Job"]),
            calendar: of(&["Month"]),
            ..Systems::default()
        };
        assert_eq!(with.fed(&without).collect::<Vec<_>>(), ["Amount", "Job", "Surge"]);
    }

    #[test]
    fn providers_know_companies_and_not_deals() {
        let of_company = [
            "Employees",
            "Tech Stack",
            "Revenue Band",
            "office_location",
            "Job Title",
            "Client Size By Revenue",
        ];
        assert!(of_company.into_iter().all(is_of_company));
        let of_the_deal = [
            "Amount",
            "Owner",
            "Deal Size Category",
            "Product Group",
            "credit_history",
            "sales_agent",
            "pdays",
        ];
        assert!(!of_the_deal.into_iter().any(is_of_company));
        assert!(!is_of_company("Revenue From Client Past Two Years"));
    }
}
