//! Sections 6.2 and 6.3: the deals that were called wrong, what misled, and what they share.

use super::{loss_reasons, own_values};
use crate::phrases::{
    AND_MORE_DEALS, CLAUSES, GAVE, GAVE_OF, LOST_TO, NAME, NO_SINGLE_SIGNAL, ROW_OF_DEAL, TALLY,
    VALUE_OF_FIELD,
};
use crate::text::Text;
use crate::{ReportInput, format};
use lead_scoring_core::{Column, Dataset, Message, Part};
use lead_scoring_validation::{Misjudged, MisjudgedDeal, MisleadingSignal};
use serde::Serialize;

/// Reasons for losing that are counted.
const MOST_REASONS: usize = 5;
/// Rows of wrongly called deals that are listed.
const MOST_DEALS: usize = 10;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Wrong {
    pub(crate) count: u64,
    pub(crate) of: u64,
    /// The worst, those of one tier and one cause in one row.
    pub(crate) deals: Vec<WrongDeal>,
    /// How many deals the rows are of.
    pub(crate) shown: u64,
    /// The reasons given for losing them, most frequent first, where all of them are known and some have one.
    pub(crate) reasons: Vec<Text>,
    pub(crate) patterns: Vec<WrongPattern>,
    pub(crate) fix: Text,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct WrongDeal {
    /// The worst of them, and how many more there are.
    pub(crate) name: Text,
    pub(crate) deals: u64,
    pub(crate) lowest: i32,
    pub(crate) highest: i32,
    pub(crate) tier: &'static str,
    /// Of the worst of them.
    pub(crate) probability: f64,
    pub(crate) why: Text,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct WrongPattern {
    pub(crate) name: Text,
    /// Deals with this value that were called so.
    pub(crate) deals: u64,
    pub(crate) won: u64,
    /// The wins that their scores promised.
    pub(crate) expected: f64,
    /// The difference in standard deviations.
    pub(crate) z: f64,
    pub(crate) scored: bool,
}

/// How deals of the hold-out are called: by the identifier column, a company column, or the row in the file.
pub(super) struct Names<'a> {
    columns: Vec<&'a Column>,
}

impl<'a> Names<'a> {
    pub(super) fn of(input: &ReportInput<'a>) -> Self {
        let data: &Dataset = input.validation.deals.data();
        let [company, _] = super::name_columns(data, input.model);
        let columns = [input.id_column, company].into_iter().flatten().filter_map(|name| data.column(name));
        Self { columns: columns.collect() }
    }

    fn of_deal(&self, deal: &MisjudgedDeal) -> Text {
        let parts: Vec<String> = self.columns.iter().filter_map(|column| column.text(deal.index)).collect();
        if parts.is_empty() {
            return ROW_OF_DEAL.with([("row", deal.row.to_string().into())]).into();
        }
        NAME.with([("name", format::clipped(&parts.join(", "), 80).into())]).into()
    }
}

pub(super) fn wrong(
    found: &Misjudged,
    names: &Names<'_>,
    called_won: bool,
    input: &ReportInput<'_>,
) -> Wrong {
    let of = input.validation.confusion.map_or(0, |matrix| {
        if called_won {
            matrix.true_positive + matrix.false_positive
        } else {
            matrix.true_negative + matrix.false_negative
        }
    });
    let data = input.validation.deals.data();
    let reasons = loss_reasons::reason_column(data).filter(|_| called_won).map(|(_, column)| column);
    let told: Vec<(&MisjudgedDeal, Text)> =
        found.deals.iter().map(|deal| (deal, why(deal, called_won, data, reasons))).collect();
    let deals = by_cause(&told, names);
    let patterns = found.patterns.iter().map(|pattern| WrongPattern {
        name: VALUE_OF_FIELD
            .with([("field", pattern.field.as_str().into()), ("value", pattern.level.clone().into())])
            .into(),
        deals: pattern.deals,
        won: pattern.won,
        expected: pattern.expected,
        z: pattern.z,
        scored: pattern.scored,
    });
    Wrong {
        count: found.count,
        of,
        shown: deals.iter().map(|row| row.deals).sum(),
        deals,
        reasons: reasons.map(|column| tally(found, column)).unwrap_or_default(),
        patterns: patterns.collect(),
        fix: Text::from(&found.recommended_fix),
    }
}

/// The worst deals, those of which the same is to be said in one row.
fn by_cause(told: &[(&MisjudgedDeal, Text)], names: &Names<'_>) -> Vec<WrongDeal> {
    let mut rows: Vec<(&(&MisjudgedDeal, Text), Vec<i32>)> = Vec::new();
    for next in told {
        let (deal, why) = next;
        let alike =
            |((known, cause), _): &(&(&MisjudgedDeal, Text), _)| known.tier == deal.tier && cause == why;
        match rows.iter().position(alike) {
            Some(at) => rows[at].1.push(deal.score),
            None if rows.len() < MOST_DEALS => rows.push((next, vec![deal.score])),
            None => {}
        }
    }
    let row = |((deal, why), scores): (&(&MisjudgedDeal, Text), Vec<i32>)| {
        let name = names.of_deal(deal);
        WrongDeal {
            name: match scores.len() - 1 {
                0 => name,
                more => AND_MORE_DEALS.with([("deal", name.into()), ("more", more.into())]).into(),
            },
            deals: scores.len() as u64,
            lowest: scores.iter().copied().min().unwrap_or(deal.score),
            highest: scores.iter().copied().max().unwrap_or(deal.score),
            tier: deal.tier.label(),
            probability: deal.probability,
            why: why.clone(),
        }
    };
    rows.into_iter().map(row).collect()
}

/// What made the score: points given to a lost deal, points missed by a won one; and why a lost one was lost, as far as is recorded.
fn why(deal: &MisjudgedDeal, called_won: bool, data: &Dataset, reasons: Option<&Column>) -> Text {
    let part = |signal: &MisleadingSignal| {
        let value =
            ("value", own_values::of_row(&signal.inputs, |field| data.column(field), deal.index).into());
        let points = ("points", format::signed(signal.points.into()).into());
        if called_won {
            GAVE.with([value, points])
        } else {
            GAVE_OF.with([value, points, ("most", format::signed(signal.most.into()).into())])
        }
    };
    // A combination that a deal is not of says nothing about the deal.
    let says = |signal: &&MisleadingSignal| !signal.pair || signal.points != 0;
    let mut parts: Vec<Message> = deal.signals.iter().filter(says).map(part).collect();
    if let Some(reason) = reasons.and_then(|column| column.text(deal.index)) {
        parts.push(LOST_TO.with([("reason", format::clipped(&reason, 60).into())]));
    }
    clauses(parts).unwrap_or_else(|| NO_SINGLE_SIGNAL.message()).into()
}

/// Clauses one after the other.
pub(super) fn clauses(parts: Vec<Message>) -> Option<Message> {
    parts.into_iter().reduce(|one, other| CLAUSES.with([("one", one.into()), ("other", other.into())]))
}

/// How often each reason was given for losing the deals; nothing where not all of the deals are known.
fn tally(found: &Misjudged, column: &Column) -> Vec<Text> {
    if found.count > found.deals.len() as u64 {
        return Vec::new();
    }
    let mut counts: Vec<(String, u64)> = Vec::new();
    for reason in found.deals.iter().filter_map(|deal| column.text(deal.index)) {
        match counts.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, count)) => *count += 1,
            None => counts.push((reason, 1)),
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let told = |(reason, count): &(String, u64)| -> Text {
        let reason: Part = format::clipped(reason, 60).into();
        TALLY.with([("reason", reason), ("deals", (*count).into())]).into()
    };
    counts.iter().take(MOST_REASONS).map(told).collect()
}
