//! Section 2.4: why deals were lost, how they had scored, and what marks them.
//!
//! The column is a category whose name says so: "reason", best together with "loss" or "lost". A reason's pattern is the dimension whose
//! subtotal differs most from that of the other lost deals, by Welch's test; with four dimensions looked at, a difference counts where
//! `p <= 0.05 / 4` (Bonferroni).

use super::subtotals::{Subtotals, mean};
use crate::ReportInput;
use lead_scoring_core::{Column, Dataset, Dimension, Kind, MISSING, name_words};
use lead_scoring_metrics::difference_of_means;
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
    /// Mean score by a card that had not seen the deal.
    pub(crate) mean_score: Option<f64>,
    pub(crate) pattern: Option<Mark>,
}

/// The dimension that marks the deals of a reason.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Mark {
    pub(crate) dimension: &'static str,
    pub(crate) mean: f64,
    pub(crate) others: f64,
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
        let more_reasons = reasons.len().saturating_sub(MOST_REASONS) as u64;
        reasons.truncate(MOST_REASONS);
        let reason = |(code, deals): (u32, Vec<usize>)| LossReason {
            reason: column.values().text(code).unwrap_or_default(),
            deals: deals.len() as u64,
            share: deals.len() as f64 / lost.len().max(1) as f64,
            mean_score: mean_score(&input.fitted.honest_scores, &deals),
            pattern: mark(subtotals, &lost, &deals),
        };
        Self {
            column: Some(name.to_owned()),
            lost: lost.len() as u64,
            without_reason,
            reasons: reasons.into_iter().map(reason).collect(),
            more_reasons,
        }
    }
}

/// The category whose name says most clearly that it holds reasons for losing.
fn reason_column(data: &Dataset) -> Option<(&str, &Column)> {
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
