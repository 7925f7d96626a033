//! Section 2.4: why deals were lost, how they had scored, and what marks them.
//!
//! The column is a category whose name says so: "reason", best together with "loss" or "lost". What marks a reason is looked for twice, each
//! time against the other lost deals:
//!
//! | in | by | counts where |
//! |---|---|---|
//! | the points of each dimension | Welch's test | `p <= 0.05 / 4`, four dimensions being looked at (Bonferroni) |
//! | each bin of each measured field | Newcombe's interval of the difference of two shares | it lies above 0 at the level `1 - 0.05 / bins` |
//!
//! Where neither counts, the bin that differs most is told as what it is: it may be chance.

use super::labels;
use super::subtotals::{Subtotals, mean};
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_core::{Column, Dataset, Dimension, Kind, MISSING, name_words, named_of};
use lead_scoring_lift::Pattern;
use lead_scoring_metrics::{difference_of_means, newcombe_difference};
use serde::Serialize;

/// Reasons that are listed.
const MOST_REASONS: usize = 12;
/// Fewest deals of a reason whose pattern is looked for.
const FEWEST_DEALS: usize = 5;
const SURE: f64 = 0.05 / 4.0;

#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct LossReasons {
    /// The column; `None` where the deals have none.
    pub(crate) column: Option<String>,
    /// Lost deals learned from.
    pub(crate) lost: u64,
    pub(crate) without_reason: u64,
    /// Mean score of all lost deals by cards that had not seen them.
    pub(crate) mean_score: Option<f64>,
    pub(crate) reasons: Vec<LossReason>,
    pub(crate) more_reasons: u64,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct LossReason {
    pub(crate) reason: String,
    pub(crate) deals: u64,
    /// Share of all lost deals.
    pub(crate) share: f64,
    /// Mean score; see `scoring.scores_unseen` for whose.
    pub(crate) mean_score: Option<f64>,
    pub(crate) pattern: Option<Mark>,
    /// The value that sets these deals apart most; sure or not.
    pub(crate) value: Option<ValueMark>,
}

/// The dimension that marks the deals of a reason.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Mark {
    pub(crate) dimension: &'static str,
    pub(crate) mean: f64,
    pub(crate) others: f64,
}

/// A value that deals of a reason have more often than other lost deals.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ValueMark {
    pub(crate) name: Text,
    pub(crate) deals: u64,
    pub(crate) of: u64,
    pub(crate) other_deals: u64,
    pub(crate) of_others: u64,
    /// Whether chance is unlikely to have made the difference, with all values looked at in mind.
    pub(crate) sure: bool,
}

impl LossReasons {
    pub(crate) fn of(input: &ReportInput<'_>, subtotals: &Subtotals) -> Self {
        let lost: Vec<usize> = (0..input.train.len()).filter(|&at| !input.train.won()[at]).collect();
        let Some((name, column)) = reason_column(input.train.data()) else {
            return Self { lost: lost.len() as u64, ..Self::default() };
        };
        let mut deals_of: Vec<Vec<usize>> = vec![Vec::new(); column.values().len()];
        let mut without_reason = 0;
        for &at in &lost {
            match column.codes().get(at) {
                Some(&code) if code != MISSING => deals_of[code as usize].push(at),
                _ => without_reason += 1,
            }
        }
        let mut reasons: Vec<(u32, Vec<usize>)> =
            (0..).zip(deals_of).filter(|(_, deals)| !deals.is_empty()).collect();
        reasons.sort_by_key(|(code, deals)| (std::cmp::Reverse(deals.len()), column.values().text(*code)));
        let named = named_of(reasons.len(), MOST_REASONS);
        let more_reasons = (reasons.len() - named) as u64;
        reasons.truncate(named);
        let codes: Vec<Vec<u16>> = input.analysis.patterns.iter().map(Pattern::bin_codes).collect();
        let reason = |(code, deals): (u32, Vec<usize>)| LossReason {
            reason: column.values().text(code).unwrap_or_default(),
            deals: deals.len() as u64,
            share: deals.len() as f64 / lost.len().max(1) as f64,
            mean_score: mean_score(&input.fitted.honest_scores, &deals),
            pattern: mark(subtotals, &lost, &deals),
            value: value_mark(&input.analysis.patterns, &codes, &lost, &deals),
        };
        Self {
            column: Some(name.to_owned()),
            lost: lost.len() as u64,
            mean_score: mean_score(&input.fitted.honest_scores, &lost),
            without_reason,
            reasons: reasons.into_iter().map(reason).collect(),
            more_reasons,
        }
    }
}

/// The category whose name says most clearly that it holds reasons for losing.
pub(super) fn reason_column(data: &Dataset) -> Option<(&str, &Column)> {
    let clarity = |name: &str| {
        let words = name_words(name);
        let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
        match (has(&["reason", "reasons"]), has(&["loss", "lost", "lose", "closed", "churn"])) {
            (true, true) => 2,
            (true, false) => 1,
            _ => 0,
        }
    };
    let categories = data.iter().filter(|(_, column)| column.kind() == Kind::Category && column.filled() > 0);
    let named = categories.map(|(field, column)| (clarity(&field.name), field.name.as_str(), column));
    let best = named
        .filter(|(clarity, ..)| *clarity > 0)
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, name, column)| (name, column))
}

fn mean_score(scores: &[i32], deals: &[usize]) -> Option<f64> {
    let scores: Vec<f64> =
        deals.iter().filter_map(|&at| scores.get(at)).map(|&score| f64::from(score)).collect();
    mean(&scores)
}

fn mark(subtotals: &Subtotals, lost: &[usize], deals: &[usize]) -> Option<Mark> {
    if deals.len() < FEWEST_DEALS {
        return None;
    }
    let differences = Dimension::ALL.into_iter().filter_map(|dimension| {
        let mine = subtotals.points(dimension, |at| deals.binary_search(&at).is_ok());
        let others = subtotals
            .points(dimension, |at| lost.binary_search(&at).is_ok() && deals.binary_search(&at).is_err());
        let difference = difference_of_means(&mine, &others, 0.95).ok()?;
        Some((
            difference.p_value?,
            Mark {
                dimension: dimension.label(),
                mean: difference.first_mean,
                others: difference.second_mean,
            },
        ))
    });
    let (p_value, mark) = differences.reduce(|best, next| if next.0 < best.0 { next } else { best })?;
    (p_value <= SURE).then_some(mark)
}

/// The value with the greatest difference for sure, or else the greatest difference.
fn value_mark(
    patterns: &[Pattern],
    codes: &[Vec<u16>],
    lost: &[usize],
    deals: &[usize],
) -> Option<ValueMark> {
    if deals.len() < FEWEST_DEALS || deals.len() == lost.len() {
        return None;
    }
    let bins: usize = patterns.iter().map(|pattern| pattern.bins.len()).sum();
    let level = 1.0 - 0.05 / bins.max(1) as f64;
    let (of, of_others) = (deals.len() as u64, (lost.len() - deals.len()) as u64);
    let marks = patterns.iter().zip(codes).flat_map(|(pattern, codes)| {
        let count = |rows: &[usize]| {
            let mut counts = vec![0_u64; pattern.bins.len()];
            for &at in rows {
                let bin = codes.get(at).and_then(|&code| counts.get_mut(usize::from(code)));
                bin.into_iter().for_each(|count| *count += 1);
            }
            counts
        };
        let (mine, all) = (count(deals), count(lost));
        mine.into_iter().zip(all).enumerate().filter_map(move |(at, (mine, all))| {
            let difference = newcombe_difference((mine, of), (all - mine, of_others), level).ok()?;
            let sure = difference.interval.is_some_and(|interval| interval.lower > 0.0);
            let mark = (pattern, at, mine, all - mine);
            (difference.value > 0.0).then_some(((sure, difference.value), mark))
        })
    });
    let above = |a: (bool, f64), b: (bool, f64)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).is_gt();
    let ((sure, _), (pattern, at, mine, others)) =
        marks.reduce(|best, next| if above(next.0, best.0) { next } else { best })?;
    Some(ValueMark {
        name: labels::of_pattern(pattern, at).into(),
        deals: mine,
        of,
        other_deals: others,
        of_others,
        sure,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::Field;

    #[test]
    fn the_clearest_name_wins() {
        let mut data = Dataset::with_rows(1);
        for name in ["Reason", "Lost Reason", "Season"] {
            data.push(Field::new(name), Column::from_categories(&[Some("price")])).unwrap();
        }
        assert_eq!(reason_column(&data).map(|(name, _)| name), Some("Lost Reason"));
        assert!(reason_column(&data.without("Reason").without("Lost Reason")).is_none());
    }
}
