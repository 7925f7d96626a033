//! Sections 6.2 and 6.3: the deals that were called wrong, what misled, and what they share.

use super::{labels, levels, loss_reasons, own_values};
use crate::phrases::{
    AND_MORE_DEALS, CLAUSES, DEAL_OF, EXACTNESS, GAVE, GAVE_OF, LOST_TO, NAME, NO_SINGLE_SIGNAL, ROW_OF_DEAL,
    TALLY, VALUE_OF_FIELD,
};
use crate::text::Text;
use crate::{ReportInput, format};
use lead_scoring_core::{Binning, Column, Dataset, Message, Part};
use lead_scoring_model::Input;
use lead_scoring_validation::{
    Misjudged, MisjudgedDeal, MisjudgedPattern, MisleadingSignal, ValidationReport,
};
use serde::Serialize;

/// Reasons for losing that are counted.
const MOST_REASONS: usize = 5;
/// Levels of several deals that are named.
const MOST_LEVELS: usize = 3;
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
    /// Whether deals that are not shown have the score of the last one that is: those further up in the file are shown.
    pub(crate) tie_is_cut: bool,
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
        let names = self.columns.iter().filter_map(|column| column.text(deal.index));
        let mut names = names.map(|name| Part::from(format::clipped(&name, 60)));
        match (names.next(), names.next()) {
            (Some(deal), Some(company)) => DEAL_OF.with([("deal", deal), ("company", company)]).into(),
            (Some(name), None) => NAME.with([("name", name)]).into(),
            (None, _) => ROW_OF_DEAL.with([("row", deal.row.to_string().into())]).into(),
        }
    }

    /// The first of several; a second is named, too, for that it is one more would be no shorter.
    fn of_deals(&self, first: &MisjudgedDeal, others: &[&MisjudgedDeal]) -> Text {
        let name = self.of_deal(first);
        match others {
            [] => name,
            [second] => {
                NAME.with([("name", Part::List(vec![name.into(), self.of_deal(second).into()]))]).into()
            }
            _ => AND_MORE_DEALS.with([("deal", name.into()), ("more", others.len().into())]).into(),
        }
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
    let told = Told { called_won, data, reasons };
    let deals = by_cause(&found.deals, &told, names);
    let shown = deals.iter().map(|row| row.deals).sum::<u64>() as usize;
    let patterns = found.patterns.iter().map(|pattern| WrongPattern {
        name: VALUE_OF_FIELD
            .with([("field", field_of(pattern)), ("value", pattern.level.clone().into())])
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
        shown: shown as u64,
        tie_is_cut: tie_is_cut(found.deals.get(..shown).unwrap_or_default(), input.validation, called_won),
        deals,
        reasons: reasons.map(|column| tally(found, column)).unwrap_or_default(),
        patterns: patterns.collect(),
        fix: Text::from(&found.recommended_fix),
    }
}

/// Whether deals called wrong that are not among those shown have the score of the last one that is. Deals of one score are called alike.
fn tie_is_cut(shown: &[MisjudgedDeal], validation: &ValidationReport, called_won: bool) -> bool {
    let Some(last) = shown.last().map(|deal| deal.score) else { return false };
    let deals = validation.scores.iter().zip(validation.deals.won());
    let tied = deals.filter(|(score, won)| **score == last && **won != called_won).count();
    tied > shown.iter().filter(|deal| deal.score == last).count()
}

/// The field of a pattern, or how exactly its figures are given.
fn field_of(pattern: &MisjudgedPattern) -> Part {
    let field = pattern.field.as_str();
    let counts_digits = pattern.level.phrase().key().starts_with("level-digits");
    if counts_digits { EXACTNESS.with([("field", field.into())]).into() } else { field.into() }
}

/// What a row of wrongly called deals is told from.
struct Told<'a> {
    called_won: bool,
    data: &'a Dataset,
    reasons: Option<&'a Column>,
}

/// The worst deals, those of one tier that the same rows of the card misled, and that were lost for the same reason, in one row; none
/// beyond the first one that has no room, so that all that are shown are the worst.
fn by_cause(deals: &[MisjudgedDeal], told: &Told<'_>, names: &Names<'_>) -> Vec<WrongDeal> {
    let mut rows: Vec<Vec<&MisjudgedDeal>> = Vec::new();
    for deal in deals {
        match rows.iter().position(|row| told.alike(row[0], deal)) {
            Some(at) => rows[at].push(deal),
            None if rows.len() < MOST_DEALS => rows.push(vec![deal]),
            None => break,
        }
    }
    let row = |deals: Vec<&MisjudgedDeal>| {
        let worst = *deals.first()?;
        let scores = || deals.iter().map(|deal| deal.score);
        Some(WrongDeal {
            name: names.of_deals(worst, &deals[1..]),
            deals: deals.len() as u64,
            lowest: scores().min().unwrap_or(worst.score),
            highest: scores().max().unwrap_or(worst.score),
            tier: worst.tier.label(),
            probability: worst.probability,
            why: told.why(worst, &deals),
        })
    };
    rows.into_iter().filter_map(row).collect()
}

impl Told<'_> {
    fn alike(&self, one: &MisjudgedDeal, other: &MisjudgedDeal) -> bool {
        let rows = |deal: &'_ MisjudgedDeal| -> Vec<(String, String)> {
            deal.signals.iter().map(|signal| (signal.name.clone(), signal.bin.clone())).collect()
        };
        one.tier == other.tier && self.reason(one) == self.reason(other) && rows(one) == rows(other)
    }

    fn reason(&self, deal: &MisjudgedDeal) -> Option<String> {
        self.reasons.and_then(|column| column.text(deal.index))
    }

    /// What made the scores: points given to lost deals, points missed by won ones; and why lost ones were lost, as far as is recorded.
    fn why(&self, worst: &MisjudgedDeal, deals: &[&MisjudgedDeal]) -> Text {
        let part = |signal: &MisleadingSignal| {
            let value = ("value", self.value(signal, deals).into());
            let points = ("points", format::signed(signal.points.into()).into());
            if self.called_won {
                GAVE.with([value, points])
            } else {
                GAVE_OF.with([value, points, ("most", format::signed(signal.most.into()).into())])
            }
        };
        let mut parts: Vec<Message> = worst.signals.iter().map(part).collect();
        if let Some(reason) = self.reason(worst) {
            parts.push(LOST_TO.with([("reason", format::clipped(&reason, 60).into())]));
        }
        clauses(parts).unwrap_or_else(|| NO_SINGLE_SIGNAL.message()).into()
    }

    /// The value that all the deals have, or the few levels that they have, or else the row of the card that their values share.
    fn value(&self, signal: &MisleadingSignal, deals: &[&MisjudgedDeal]) -> Message {
        let own = |deal: &&MisjudgedDeal| {
            own_values::of_row(&signal.inputs, |field| self.data.column(field), deal.index)
        };
        let mut values = deals.iter().map(own);
        let first = values.next();
        let shared = first.filter(|first| values.all(|value| value == *first));
        shared.unwrap_or_else(|| match signal.inputs.as_slice() {
            [input] => {
                let value = self.levels(input, deals).unwrap_or_else(|| labels::long_name(&signal.bin));
                VALUE_OF_FIELD.with([("field", labels::read_by(input)), ("value", value)])
            }
            _ => NAME.with([("name", labels::long_name(&signal.bin))]),
        })
    }

    /// The levels of the deals themselves; `None` where there are many, or the field has none.
    fn levels(&self, input: &Input, deals: &[&MisjudgedDeal]) -> Option<Part> {
        let Binning::Group { .. } = input.binning else { return None };
        let column = self.data.column(&input.field)?;
        let mut levels: Vec<String> = Vec::new();
        for level in deals.iter().filter_map(|deal| column.text(deal.index)) {
            if !levels.contains(&level) {
                levels.push(level);
            }
        }
        let named = levels.iter().map(|level| levels::quoted(level).into());
        (1..=MOST_LEVELS).contains(&levels.len()).then(|| Part::Series(named.collect()))
    }
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
