//! Section 2.1: what became of the leads of each channel, campaign or programme, level by level.

use crate::ReportInput;
use lead_scoring_calibration::Rate;
use lead_scoring_core::{Column, Kind, MISSING, name_words};
use serde::Serialize;

/// Words by which a column's name says where leads come from.
const ORIGIN: [&str; 13] = [
    "source",
    "channel",
    "origin",
    "campaign",
    "medium",
    "route",
    "utm",
    "referrer",
    "referral",
    "program",
    "programme",
    "first",
    "partner",
];
/// Columns that are shown.
const MOST_COLUMNS: usize = 3;
/// Levels of a column that are shown.
const MOST_LEVELS: usize = 15;
/// Fewest deals of a level that is shown by itself.
const FEWEST: u64 = 25;
/// Share of all leads from which a poor channel is worth a word.
const LARGE: f64 = 0.05;

/// The channels of one column.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Channels {
    pub(crate) column: String,
    /// Most deals first.
    pub(crate) rows: Vec<Channel>,
    /// All levels too rare to be shown, together.
    pub(crate) others: Option<Channel>,
    /// Deals without a value.
    pub(crate) not_recorded: Option<Channel>,
    pub(crate) other_levels: u64,
    /// The names of the best by win rate, the best by wins, and the worst by win rate among the large ones.
    pub(crate) best: String,
    /// Whether its rate surely lies above those of the other rows: its interval begins above where theirs end.
    pub(crate) best_stands_out: bool,
    pub(crate) largest: String,
    pub(crate) worst: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Channel {
    pub(crate) name: String,
    pub(crate) deals: u64,
    pub(crate) won: u64,
    pub(crate) share: f64,
    #[cfg_attr(feature = "schema", schemars(with = "super::mirror::Rate"))]
    pub(crate) rate: Rate,
    pub(crate) share_of_wins: f64,
    /// Mean score; see `scoring.scores_unseen` for whose. `None` without signals.
    pub(crate) mean_score: Option<f64>,
    /// Share of its deals with at least the score of Warm; `None` without tiers.
    pub(crate) share_worked: Option<f64>,
}

impl Channels {
    /// The columns that say where leads come from, as far as the audit did not leave them out.
    pub(crate) fn of(input: &ReportInput<'_>) -> Vec<Self> {
        let names_origin = |name: &str| name_words(name).iter().any(|word| ORIGIN.contains(&word.as_str()));
        let columns = input.train.data().iter().filter(|(field, column)| {
            column.kind() == Kind::Category
                && names_origin(&field.name)
                && input.audit.field(&field.name).is_some_and(|field| field.used)
        });
        let mut columns: Vec<_> = columns.collect();
        // Where leads come from is told first, how they came in after it.
        columns.sort_by_key(|(field, _)| !name_words(&field.name).iter().any(|word| word == "source"));
        let told = columns.into_iter().filter_map(|(field, column)| of_column(input, &field.name, column));
        told.take(MOST_COLUMNS).collect()
    }
}

/// `None` where fewer than two levels have enough deals.
fn of_column(input: &ReportInput<'_>, name: &str, column: &Column) -> Option<Channels> {
    let mut deals_of: Vec<Vec<usize>> = vec![Vec::new(); column.values().len()];
    for (at, &code) in column.codes().iter().enumerate().filter(|(_, code)| **code != MISSING) {
        deals_of.get_mut(code as usize)?.push(at);
    }
    let text = |code: usize| u32::try_from(code).ok().and_then(|code| column.values().text(code));
    let mut levels: Vec<(String, Vec<usize>)> = deals_of
        .into_iter()
        .enumerate()
        .map(|(code, deals)| (text(code).unwrap_or_default(), deals))
        .collect();
    levels.retain(|(_, deals)| !deals.is_empty());
    levels.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0)));
    let shown = levels.iter().take(MOST_LEVELS).filter(|(_, deals)| deals.len() as u64 >= FEWEST).count();
    let rare = levels.split_off(shown);
    let other_levels = rare.len() as u64;
    let other_name = rare.first().filter(|_| other_levels == 1).map(|(name, _)| name.clone());
    let others: Vec<usize> = rare.into_iter().flat_map(|(_, deals)| deals).collect();
    let rows: Vec<Channel> =
        levels.into_iter().filter_map(|(name, deals)| channel(input, name, &deals)).collect();
    if rows.len() < 2 {
        return None;
    }
    let rate = |row: &&Channel| row.rate.value;
    let best = rows.iter().reduce(|best, next| if rate(&next) > rate(&best) { next } else { best })?;
    let largest = rows.iter().reduce(|best, next| if next.won > best.won { next } else { best })?;
    let worst = rows
        .iter()
        .filter(|row| row.share > LARGE && row.name != best.name)
        .reduce(|worst, next| if rate(&next) < rate(&worst) { next } else { worst });
    let others = channel(input, other_name.unwrap_or_default(), &others);
    let mut rivals = rows.iter().filter(|row| row.name != best.name);
    let blank = column.codes().iter().enumerate().filter(|(_, code)| **code == MISSING);
    let blank: Vec<usize> = blank.map(|(at, _)| at).collect();
    Some(Channels {
        column: name.to_owned(),
        best_stands_out: rivals.all(|rival| rival.rate.upper < best.rate.lower),
        others,
        not_recorded: channel(input, String::new(), &blank),
        other_levels,
        best: best.name.clone(),
        largest: largest.name.clone(),
        worst: worst.map(|row| row.name.clone()),
        rows,
    })
}

fn channel(input: &ReportInput<'_>, name: String, deals: &[usize]) -> Option<Channel> {
    let outcomes = input.train.won();
    let won = deals.iter().filter(|&&at| outcomes[at]).count() as u64;
    let of_all = |part: u64, all: u64| part as f64 / all.max(1) as f64;
    let scores = || deals.iter().filter_map(|&at| input.fitted.honest_scores.get(at));
    let has_signals = !input.model.card.signals.is_empty();
    let total: f64 = scores().map(|&score| f64::from(score)).sum();
    let warm = input.model.tiers.filter(|_| has_signals).map(|cuts| cuts.warm);
    let deals = deals.len() as u64;
    Some(Channel {
        name,
        deals,
        won,
        share: of_all(deals, input.train.len() as u64),
        rate: Rate::of(won, deals)?,
        share_of_wins: of_all(won, input.train.won_count()),
        mean_score: (has_signals && deals > 0).then(|| total / deals as f64),
        share_worked: warm.map(|warm| of_all(scores().filter(|&&score| score >= warm).count() as u64, deals)),
    })
}
