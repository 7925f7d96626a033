//! Section 7: the current leads with their scores and what to do about each.

use super::advice::Told;
use super::data::file_name;
use super::transitions::Trigger;
use crate::phrases::{
    BEHAVIORAL, ENGAGEMENT, FIRMOGRAPHIC, IF_KNOWN, INTENT, NAME, NO_SIGNAL_GIVES_POINTS, PERSON_WITH_TITLE,
    ROW_OF_DEAL, STANDING,
};
use crate::text::Text;
use crate::{LeadsInput, Result, format};
use lead_scoring_calibration::band_table;
use lead_scoring_core::{Column, Dataset, Dimension, Kind, MISSING, Message, Tier, name_words};
use lead_scoring_model::{Explanation, ScoredLead, ScoringModel, Signal, Standing};
use serde::Serialize;

/// Leads listed per tier.
const MOST_LEADS: usize = 25;
/// Width of the longest bar of the histogram: one that a phone shows, with what is beside it.
const WIDEST_BAR: u64 = 20;
/// Least share of distinct values in a column that names rows: people share names, and an account has several deals.
const FEWEST_DISTINCT: f64 = 0.2;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Leads {
    pub(crate) source: String,
    pub(crate) total: u64,
    pub(crate) tiers: Vec<TierCount>,
    pub(crate) unscoreable: u64,
    pub(crate) unscoreable_share: Option<f64>,
    /// Fields that unscoreable leads lack, most frequent first.
    pub(crate) lacking: Vec<Lacking>,
    /// Fields of the model without a column in the leads.
    pub(crate) unmapped: Vec<String>,
    /// Fields of which leads have values that were never seen while learning.
    pub(crate) unseen: Vec<Lacking>,
    pub(crate) disqualified: u64,
    /// Leads of which something is unknown that the model reads, and those of them whose tier could be another if it were known.
    pub(crate) with_gaps: u64,
    pub(crate) could_change_tier: u64,
    /// Wins to expect of all leads that have a tier, by their probabilities.
    pub(crate) expected_wins: f64,
    pub(crate) hot: Vec<HotLead>,
    pub(crate) warm: Vec<WarmLead>,
    pub(crate) cool: Vec<CoolLead>,
    pub(crate) cold: Vec<ColdLead>,
    pub(crate) dimensions: Vec<&'static str>,
    pub(crate) shown: u64,
    pub(crate) histogram: Vec<Bar>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct TierCount {
    pub(crate) label: &'static str,
    pub(crate) leads: u64,
    pub(crate) share: f64,
    /// Wins to expect, by the probabilities.
    pub(crate) expected_wins: f64,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Lacking {
    pub(crate) field: String,
    pub(crate) leads: u64,
}

/// Who a lead is.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Who {
    pub(crate) id: Text,
    pub(crate) company: String,
    pub(crate) contact: Text,
    /// The place in its tier, from 1.
    pub(crate) rank: u64,
    pub(crate) score: i32,
    pub(crate) probability: f64,
    pub(crate) top_signal: Text,
    /// The lowest and highest score that the unknown values leave open, and their fields; `None` where all is known.
    pub(crate) if_known: Option<Text>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct HotLead {
    #[serde(flatten)]
    pub(crate) who: Who,
    /// One for each dimension; `None` where it has no signals.
    pub(crate) subtotals: Vec<Option<Subtotal>>,
    pub(crate) action: Text,
}

/// A lead's points of one dimension, of the most there are.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Subtotal {
    pub(crate) points: i32,
    pub(crate) highest: i32,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct WarmLead {
    #[serde(flatten)]
    pub(crate) who: Who,
    pub(crate) gap: Option<i32>,
    pub(crate) action: Text,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct CoolLead {
    #[serde(flatten)]
    pub(crate) who: Who,
    pub(crate) strongest: Option<Text>,
    pub(crate) weakest: Option<Text>,
    pub(crate) nurture: Text,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ColdLead {
    #[serde(flatten)]
    pub(crate) who: Who,
    pub(crate) because: Text,
    pub(crate) recommendation: Text,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Bar {
    pub(crate) label: String,
    pub(crate) bar: String,
    pub(crate) leads: u64,
}

impl Leads {
    pub(crate) fn of(input: &LeadsInput<'_>, model: &ScoringModel, upgrades: &[Trigger]) -> Result<Self> {
        let scored = input.scored;
        let total = scored.len() as u64;
        let unscoreable = scored.unscoreable().count() as u64;
        let share = |count: u64| if total == 0 { 0.0 } else { count as f64 / total as f64 };
        let with_tier = |tier: Tier| scored.tiers().filter(|found| *found == Some(tier)).count() as u64;
        let expected = |tier: Tier| {
            let leads = scored.tiers().zip(scored.probabilities());
            leads.filter(|(found, _)| *found == Some(tier)).map(|(_, probability)| probability).sum::<f64>()
        };
        let tiers = Tier::ALL.map(|tier| {
            let leads = with_tier(tier);
            TierCount { label: tier.label(), leads, share: share(leads), expected_wins: expected(tier) }
        });
        let naming = Naming::of(input, model, upgrades);
        let described = |tier: Tier| -> Result<Vec<(Explanation<'_>, ScoredLead<'_>)>> {
            let leads = scored.by_rank().filter(|lead| lead.tier == Some(tier)).take(MOST_LEADS);
            leads.map(|lead| Ok((scored.scorer().explain(input.data, input.map, lead.row)?, lead))).collect()
        };
        let [hot_leads, warm_leads, cool_leads, cold_leads] =
            [described(Tier::Hot)?, described(Tier::Warm)?, described(Tier::Cool)?, described(Tier::Cold)?];
        Ok(Self {
            source: file_name(input.source).to_owned(),
            total,
            expected_wins: tiers.iter().map(|tier| tier.expected_wins).sum(),
            tiers: tiers.into(),
            unscoreable,
            unscoreable_share: (total > 0).then(|| share(unscoreable)),
            lacking: lacking(input),
            unmapped: input.map.unmapped().map(|field| field.field.clone()).collect(),
            unseen: unseen(input),
            disqualified: scored.leads().filter(|lead| lead.disqualified_by.is_some()).count() as u64,
            with_gaps: scored.by_rank().filter(|lead| lead.unknown_signals > 0).count() as u64,
            could_change_tier: scored.by_rank().filter(|lead| could_change_tier(lead, model)).count() as u64,
            hot: naming.each(model, &hot_leads, Naming::hot),
            warm: naming.each(model, &warm_leads, Naming::warm),
            cool: naming.each(model, &cool_leads, Naming::cool),
            cold: naming.each(model, &cold_leads, Naming::cold),
            dimensions: Dimension::ALL.map(Dimension::label).into(),
            shown: MOST_LEADS as u64,
            histogram: histogram(input),
        })
    }
}

/// Whether the tier could be another if what is unknown of the lead were known.
pub(super) fn could_change_tier(lead: &ScoredLead<'_>, model: &ScoringModel) -> bool {
    let open = |cuts: lead_scoring_model::TierCuts| cuts.tier(lead.lowest) != cuts.tier(lead.highest);
    lead.disqualified_by.is_none() && model.tiers.is_some_and(open)
}

/// The columns that name the company and the contact of a row, by the words of their names.
///
/// A name tells rows apart, so it has many values, and it is nothing that the model scores.
pub(crate) fn name_columns<'a>(data: &'a Dataset, model: &ScoringModel) -> [Option<&'a str>; 2] {
    let is_name = |name: &str, column: &Column| {
        matches!(column.kind(), Kind::Identifier | Kind::Text | Kind::Category)
            && model.card.signals.iter().all(|signal| !signal.reads(name))
            && share_of_distinct(column) >= FEWEST_DISTINCT
    };
    let named = |wanted: &[&str], but_not: &[&str]| {
        let names = data.iter().filter(|(field, column)| is_name(&field.name, column));
        let mut fits = names.filter(|(field, _)| {
            let words = name_words(&field.name);
            let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
            has(wanted) && !has(but_not)
        });
        fits.next().map(|(field, _)| field.name.as_str())
    };
    let traits = [
        "id", "size", "type", "industry", "title", "role", "owner", "country", "city", "state", "phone",
        "email", "status", "source", "number",
    ];
    let company = named(&["company", "account", "organization", "organisation", "firm", "customer"], &traits);
    [company, named(&["contact", "person"], &traits)]
}

/// Distinct values over filled cells, 0 to 1; 0 for an empty column.
fn share_of_distinct(column: &Column) -> f64 {
    let mut codes: Vec<u32> = column.codes().iter().copied().filter(|&code| code != MISSING).collect();
    let filled = codes.len();
    codes.sort_unstable();
    codes.dedup();
    if filled == 0 { 0.0 } else { codes.len() as f64 / filled as f64 }
}

/// The column with the contacts' titles.
fn title_column(data: &Dataset) -> Option<&Column> {
    let is_title = |name: &str| {
        let words = name_words(name);
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        has(&["title", "position"]) || has(&["contact", "person", "job"]) && has(&["role"])
    };
    let texts = |column: &Column| matches!(column.kind(), Kind::Identifier | Kind::Text | Kind::Category);
    data.iter().find(|(field, column)| is_title(&field.name) && texts(column)).map(|(_, column)| column)
}

struct Naming<'a> {
    input: &'a LeadsInput<'a>,
    company: Option<&'a Column>,
    contact: Option<&'a Column>,
    title: Option<&'a Column>,
    upgrades: &'a [Trigger],
}

impl<'a> Naming<'a> {
    fn of(input: &'a LeadsInput<'a>, model: &ScoringModel, upgrades: &'a [Trigger]) -> Self {
        let column = |name: Option<&str>| name.and_then(|name| input.data.column(name));
        let [company, contact] = name_columns(input.data, model);
        let title = title_column(input.data);
        Self { input, company: column(company), contact: column(contact), title, upgrades }
    }

    /// The leads of a tier, best first.
    fn each<T>(
        &self,
        model: &ScoringModel,
        leads: &[(Explanation<'_>, ScoredLead<'_>)],
        row: fn(&Self, &Told<'_>) -> T,
    ) -> Vec<T> {
        let places = leads.iter().zip(1..);
        let told = |((why, lead), place): (&(_, _), _)| {
            row(self, &Told { input: self.input, model, lead, why, place, upgrades: self.upgrades })
        };
        places.map(told).collect()
    }

    fn who(&self, told: &Told<'_>) -> Who {
        let lead = told.lead;
        let text = |column: Option<&Column>| {
            column.and_then(|column| column.text(lead.row)).map(|text| format::clipped(&text, 60))
        };
        let top = told.why.contributions.iter().find(|part| Some(part.signal) == lead.top_signal);
        Who {
            id: self.id(lead.row),
            company: text(self.company).unwrap_or_else(|| "–".to_owned()),
            contact: contact(text(self.contact), text(self.title)),
            rank: told.place,
            score: lead.score,
            probability: lead.probability,
            top_signal: top.map_or_else(|| NO_SIGNAL_GIVES_POINTS.message(), |part| told.value(part)).into(),
            if_known: told.unknown_fields().map(|fields| {
                let [lowest, highest] = [lead.lowest, lead.highest].map(|score| score.to_string().into());
                IF_KNOWN.with([("lowest", lowest), ("highest", highest), ("fields", fields)]).into()
            }),
        }
    }

    fn id(&self, row: usize) -> Text {
        let id = self.input.id(row);
        match (self.input.id_column, id.strip_prefix("row ")) {
            (None, Some(row)) => ROW_OF_DEAL.with([("row", row.into())]).into(),
            _ => NAME.with([("name", format::clipped(&id, 60).into())]).into(),
        }
    }

    fn hot(&self, told: &Told<'_>) -> HotLead {
        let subtotals = Dimension::ALL.map(|dimension| {
            let (lowest, highest) = told.model.card.dimension_range(dimension);
            let points = told.lead.subtotals[dimension.index()];
            (lowest != highest).then_some(Subtotal { points, highest })
        });
        HotLead { who: self.who(told), subtotals: subtotals.into(), action: told.hot().into() }
    }

    fn warm(&self, told: &Told<'_>) -> WarmLead {
        let (gap, action) = told.warm();
        WarmLead { who: self.who(told), gap, action: action.into() }
    }

    fn cool(&self, told: &Told<'_>) -> CoolLead {
        let standing = |dimension: Option<Dimension>| {
            let found = told.why.standings.iter().find(|standing| Some(standing.dimension) == dimension);
            found.map(|found| standing(found).into())
        };
        CoolLead {
            who: self.who(told),
            strongest: standing(told.why.strongest),
            weakest: standing(told.why.weakest),
            nurture: told.nurture().into(),
        }
    }

    fn cold(&self, told: &Told<'_>) -> ColdLead {
        let (because, recommendation) = told.cold();
        ColdLead { who: self.who(told), because: because.into(), recommendation: recommendation.into() }
    }
}

fn contact(name: Option<String>, title: Option<String>) -> Text {
    match (name, title) {
        (Some(name), Some(title)) => {
            PERSON_WITH_TITLE.with([("name", name.into()), ("title", title.into())]).into()
        }
        (Some(only), None) | (None, Some(only)) => NAME.with([("name", only.into())]).into(),
        (None, None) => Text::verbatim("–"),
    }
}

/// A dimension with the lead's points and their range.
fn standing(standing: &Standing) -> Message {
    let dimension = match standing.dimension {
        Dimension::Firmographic => FIRMOGRAPHIC,
        Dimension::Behavioral => BEHAVIORAL,
        Dimension::Engagement => ENGAGEMENT,
        Dimension::Intent => INTENT,
    };
    let [points, lowest, highest] =
        [standing.points, standing.lowest, standing.highest].map(|points| points.to_string().into());
    let dimension = dimension.message().into();
    STANDING.with([("dimension", dimension), ("points", points), ("lowest", lowest), ("highest", highest)])
}

fn unseen(input: &LeadsInput<'_>) -> Vec<Lacking> {
    input.unseen.iter().map(|(field, leads)| Lacking { field: field.clone(), leads: *leads }).collect()
}

fn lacking(input: &LeadsInput<'_>) -> Vec<Lacking> {
    let mut fields: Vec<Lacking> = Vec::new();
    for lead in input.scored.unscoreable() {
        let mut seen: Vec<&str> = Vec::new();
        for field in input.scored.unknown_signals(lead.row).flat_map(Signal::fields) {
            if seen.contains(&field) || !lacks(input, lead.row, field) {
                continue;
            }
            seen.push(field);
            match fields.iter_mut().find(|known| known.field == field) {
                Some(known) => known.leads += 1,
                None => fields.push(Lacking { field: field.to_owned(), leads: 1 }),
            }
        }
    }
    fields.sort_by(|a, b| b.leads.cmp(&a.leads).then_with(|| a.field.cmp(&b.field)));
    fields
}

/// Whether a lead has no value of a field: of a combination only one may be missing.
pub(super) fn lacks(input: &LeadsInput<'_>, row: usize, field: &str) -> bool {
    let column = input.map.column_of(field).and_then(|name| input.data.column(name));
    column.and_then(|column| column.codes().get(row)).is_none_or(|&code| code == MISSING)
}

/// Bands of scores, highest first, over the leads that have a score.
fn histogram(input: &LeadsInput<'_>) -> Vec<Bar> {
    let scores: Vec<i32> = input.scored.by_rank().map(|lead| lead.score).collect();
    let bands = band_table(input.scored.scorer().range(), &scores, &vec![false; scores.len()]);
    let most = bands.iter().map(|band| band.lost).max().unwrap_or(0);
    let bar = |leads: u64| {
        // One bar a lead while they fit, then in proportion, but never nothing for something.
        let width = if most <= WIDEST_BAR { leads } else { (leads * WIDEST_BAR).div_ceil(most) };
        "|".repeat(usize::try_from(width).unwrap_or(0))
    };
    let row = |band: &lead_scoring_calibration::Band| Bar {
        label: format!("{:>4}-{:<4}", band.low, band.high),
        bar: bar(band.lost),
        leads: band.lost,
    };
    bands.iter().rev().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_rows_apart() {
        let share = |texts: &[Option<&str>]| share_of_distinct(&Column::from_categories(texts));
        assert!((share(&[Some("a"), Some("b"), None, Some("a"), Some("c")]) - 0.75).abs() < 1e-12);
        assert!(share(&[None, None]).abs() < 1e-12);
    }
}
