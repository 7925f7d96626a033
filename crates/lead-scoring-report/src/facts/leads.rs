//! Section 7: the current leads with their scores and what to do about each.

use super::data::file_name;
use super::labels;
use crate::phrases::NO_SIGNAL_GIVES_POINTS;
use crate::text::Text;
use crate::{LeadsInput, Result, format};
use lead_scoring_calibration::band_table;
use lead_scoring_core::{Column, Dataset, Dimension, Kind, MISSING, Tier, name_words};
use lead_scoring_model::{Action, Explanation, Gap, ScoredLead, ScoringModel, Signal, State};
use serde::Serialize;

/// Leads listed per tier.
const MOST_LEADS: usize = 25;
/// Actions named per lead.
const MOST_ACTIONS: usize = 3;
/// Width of the longest bar of the histogram.
const WIDEST_BAR: u64 = 40;
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
    pub(crate) disqualified: u64,
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
    pub(crate) id: String,
    pub(crate) company: String,
    pub(crate) contact: String,
    pub(crate) rank: u64,
    pub(crate) score: i32,
    pub(crate) probability: f64,
    pub(crate) top_signal: Text,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct HotLead {
    #[serde(flatten)]
    pub(crate) who: Who,
    /// One for each dimension; `None` where it has no signals.
    pub(crate) subtotals: Vec<Option<Subtotal>>,
    pub(crate) action: String,
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
    pub(crate) action: String,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct CoolLead {
    #[serde(flatten)]
    pub(crate) who: Who,
    pub(crate) strongest: String,
    pub(crate) weakest: String,
    pub(crate) nurture: String,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ColdLead {
    #[serde(flatten)]
    pub(crate) who: Who,
    pub(crate) because: String,
    pub(crate) recommendation: &'static str,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Bar {
    pub(crate) label: String,
    pub(crate) bar: String,
    pub(crate) leads: u64,
}

impl Leads {
    pub(crate) fn of(input: &LeadsInput<'_>, model: &ScoringModel) -> Result<Self> {
        let scored = input.scored;
        let total = scored.len() as u64;
        let unscoreable = scored.unscoreable().count() as u64;
        let share = |count: u64| if total == 0 { 0.0 } else { count as f64 / total as f64 };
        let with_tier = |tier: Tier| scored.tiers().filter(|found| *found == Some(tier)).count() as u64;
        let tiers = Tier::ALL.map(|tier| {
            let leads = with_tier(tier);
            TierCount { label: tier.label(), leads, share: share(leads) }
        });
        let naming = Naming::of(input, model);
        let described = |tier: Tier| -> Result<Vec<(Who, Explanation<'_>, ScoredLead<'_>)>> {
            let leads = scored.by_rank().filter(|lead| lead.tier == Some(tier)).take(MOST_LEADS);
            leads
                .map(|lead| {
                    Ok((naming.who(&lead), scored.scorer().explain(input.data, input.map, lead.row)?, lead))
                })
                .collect()
        };
        Ok(Self {
            source: file_name(input.source).to_owned(),
            total,
            tiers: tiers.into(),
            unscoreable,
            unscoreable_share: (total > 0).then(|| share(unscoreable)),
            lacking: lacking(input),
            unmapped: input.map.unmapped().map(|field| field.field.clone()).collect(),
            disqualified: scored.leads().filter(|lead| lead.disqualified_by.is_some()).count() as u64,
            hot: described(Tier::Hot)?
                .into_iter()
                .map(|(who, why, lead)| hot(who, &why, &lead, model))
                .collect(),
            warm: described(Tier::Warm)?.into_iter().map(|(who, why, lead)| warm(who, &why, &lead)).collect(),
            cool: described(Tier::Cool)?.into_iter().map(|(who, why, _)| cool(who, &why)).collect(),
            cold: described(Tier::Cold)?.into_iter().map(|(who, why, lead)| cold(who, &why, &lead)).collect(),
            dimensions: Dimension::ALL.map(Dimension::label).into(),
            shown: MOST_LEADS as u64,
            histogram: histogram(input),
        })
    }
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

struct Naming<'a> {
    input: &'a LeadsInput<'a>,
    company: Option<&'a Column>,
    contact: Option<&'a Column>,
}

impl<'a> Naming<'a> {
    fn of(input: &'a LeadsInput<'a>, model: &ScoringModel) -> Self {
        let column = |name: Option<&str>| name.and_then(|name| input.data.column(name));
        let [company, contact] = name_columns(input.data, model);
        Self { input, company: column(company), contact: column(contact) }
    }

    fn who(&self, lead: &ScoredLead<'_>) -> Who {
        let text = |column: Option<&Column>| {
            let text = column.and_then(|column| column.text(lead.row));
            text.map_or_else(|| "–".to_owned(), |text| format::clipped(&text, 60))
        };
        Who {
            id: format::clipped(&self.input.id(lead.row), 60),
            company: text(self.company),
            contact: text(self.contact),
            rank: lead.rank.unwrap_or_default() as u64,
            score: lead.score,
            probability: lead.probability,
            top_signal: lead
                .top_signal
                .map_or_else(|| NO_SIGNAL_GIVES_POINTS.message().into(), Text::verbatim),
        }
    }
}

fn hot(who: Who, why: &Explanation<'_>, lead: &ScoredLead<'_>, model: &ScoringModel) -> HotLead {
    let subtotals = Dimension::ALL.map(|dimension| {
        let (lowest, highest) = model.card.dimension_range(dimension);
        let points = lead.subtotals[dimension.index()];
        (lowest != highest).then_some(Subtotal { points, highest })
    });
    let evidence = strongest_signals(why);
    let first = lead.top_signal.map_or_else(
        || "Call within the hour".to_owned(),
        |_| format!("Call within the hour; open with {evidence}"),
    );
    let unknown = lead.fill_first.map_or_else(String::new, |field| format!(". Ask for {field}"));
    HotLead { who, subtotals: subtotals.into(), action: format!("{first}{unknown}") }
}

/// The two known signals that give the most points.
fn strongest_signals(why: &Explanation<'_>) -> String {
    let mut given: Vec<_> = why.contributions.iter().filter(|part| part.points > 0).collect();
    given.sort_by_key(|part| std::cmp::Reverse(part.points));
    let names: Vec<String> = given
        .iter()
        .take(2)
        .map(|part| match part.pair {
            true => labels::long_name(part.bin).to_string(),
            false => format!("{} ({})", part.signal, labels::long_name(part.bin)),
        })
        .collect();
    format::listed(&names)
}

fn warm(who: Who, why: &Explanation<'_>, lead: &ScoredLead<'_>) -> WarmLead {
    let gap = why.gaps.iter().find(|gap| gap.tier == Tier::Hot);
    let action = match gap {
        Some(gap) => closing(gap),
        None => lead
            .fill_first
            .map_or_else(|| "Follow up by phone".to_owned(), |field| format!("Find out {field}")),
    };
    WarmLead { who, gap: gap.map(|gap| gap.points), action }
}

fn closing(gap: &Gap<'_>) -> String {
    let step = |action: &Action<'_>| {
        let raised = action.reaches.iter().filter(|reach| reach.gain > 0);
        let bins: Vec<String> =
            raised.map(|reach| labels::with_bin(reach.signal, reach.pair, reach.bin).to_string()).collect();
        let verb = if action.find_out { "find out" } else { "work towards" };
        format!("{verb} {} ({})", format::listed(&bins), format::signed(action.gain.into()))
    };
    let mut steps: Vec<String> = gap.actions.iter().take(MOST_ACTIONS).map(step).collect();
    let more = gap.actions.len().saturating_sub(MOST_ACTIONS);
    if more > 0 {
        steps.push(format!("and {} more", format::counted(more as u64, "step")));
    }
    match (steps.is_empty(), gap.closed) {
        (true, _) => "nothing the lead can still do closes the gap".to_owned(),
        (false, true) => steps.join("; "),
        (false, false) => format!("{} (does not close the gap alone)", steps.join("; ")),
    }
}

fn cool(who: Who, why: &Explanation<'_>) -> CoolLead {
    let standing = |dimension: Option<Dimension>| {
        let found = dimension
            .and_then(|dimension| why.standings.iter().find(|standing| standing.dimension == dimension));
        found.map_or_else(
            || "–".to_owned(),
            |found| format!("{}: {} of {}", found.dimension.label(), found.points, found.highest),
        )
    };
    CoolLead {
        who,
        strongest: standing(why.strongest),
        weakest: standing(why.weakest),
        nurture: nurture(why.weakest).to_owned(),
    }
}

/// What to offer a lead that is weakest here.
const fn nurture(weakest: Option<Dimension>) -> &'static str {
    match weakest {
        Some(Dimension::Firmographic) => {
            "Confirm the company's profile before more effort; keep in the newsletter"
        }
        Some(Dimension::Behavioral) => {
            "Invite to a demo or webinar, send a comparison or return-on-investment guide"
        }
        Some(Dimension::Engagement) => "Event invitation and a monthly check-in; reach a second contact",
        Some(Dimension::Intent) => "Send category education; watch for a buying occasion",
        None => "Nurture sequence with a monthly check-in",
    }
}

fn cold(who: Who, why: &Explanation<'_>, lead: &ScoredLead<'_>) -> ColdLead {
    if let Some(rule) = lead.disqualified_by {
        let because = format!("disqualified by the rule {rule}, set by people");
        return ColdLead { who, because, recommendation: "Remove from the active pipeline" };
    }
    let mut against: Vec<_> = why.contributions.iter().filter(|part| part.points < 0).collect();
    against.sort_by_key(|part| part.points);
    let mut parts: Vec<String> = against
        .iter()
        .take(2)
        .map(|part| {
            let bin = labels::with_bin(part.signal, part.pair, part.bin);
            format!("{bin} ({})", format::signed(part.points.into()))
        })
        .collect();
    let unknown = why.contributions.iter().filter(|part| part.state == State::Unknown).count() as u64;
    if unknown > 0 {
        parts.push(format!("{} unknown", format::counted(unknown, "signal")));
    }
    if parts.is_empty() {
        parts.push("no signal gives points".to_owned());
    }
    let recommendation = if unknown > 0 {
        "Fill in the gaps, then score again"
    } else {
        "Leave to marketing; look again in a quarter"
    };
    ColdLead { who, because: parts.join("; "), recommendation }
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
fn lacks(input: &LeadsInput<'_>, row: usize, field: &str) -> bool {
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
