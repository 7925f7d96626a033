//! Section 5.3: how long won deals of each tier took, where a column says so.

use crate::ReportInput;
use lead_scoring_core::{Column, Kind, Tier, name_words};
use lead_scoring_model::TierCuts;
use serde::Serialize;

/// What the audit calls the length of the sales process.
const CYCLE_LENGTH: &str = "cycle length";

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ConversionTime {
    pub(crate) column: String,
    /// Whether its name says that it counts days.
    pub(crate) days: bool,
    /// The tiers with won deals of which it is known.
    pub(crate) tiers: Vec<TierTime>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct TierTime {
    pub(crate) tier: &'static str,
    /// Won deals of the tier with a value.
    pub(crate) won: u64,
    /// Their mean, in the column's unit.
    pub(crate) mean: f64,
}

impl ConversionTime {
    /// Of the deals learned from, by the scores they got from cards that had not seen them.
    pub(crate) fn of(input: &ReportInput<'_>) -> Option<Self> {
        let cuts = input.model.tiers?;
        let wanted = input.audit.expected.iter().find(|field| field.what == CYCLE_LENGTH)?;
        let columns = wanted.columns.iter();
        let mut known = columns.filter_map(|name| Some((name, input.train.data().column(name)?)));
        let (name, column) = known.find(|(_, column)| column.kind() == Kind::Number)?;
        let tiers = by_tier(column, input.train.won(), &input.fitted.honest_scores, cuts);
        (!tiers.is_empty()).then(|| Self {
            column: name.clone(),
            days: name_words(name).iter().any(|word| matches!(word.as_str(), "day" | "days")),
            tiers,
        })
    }
}

fn by_tier(column: &Column, won: &[bool], scores: &[i32], cuts: TierCuts) -> Vec<TierTime> {
    let deals = (0..).zip(won).zip(scores).filter(|((_, won), _)| **won);
    let known: Vec<(Tier, f64)> =
        deals.filter_map(|((row, _), &score)| Some((cuts.tier(score), column.number(row)?))).collect();
    let of_tier = |tier: Tier| {
        let times: Vec<f64> = known.iter().filter(|(of, _)| *of == tier).map(|(_, time)| *time).collect();
        let won = times.len() as u64;
        let mean = times.iter().sum::<f64>() / times.len().max(1) as f64;
        (won > 0 && mean.is_finite()).then(|| TierTime { tier: tier.label(), won, mean })
    };
    Tier::ALL.into_iter().filter_map(of_tier).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn won_deals_alone_are_timed_tier_by_tier() {
        let cuts = TierCuts::new(60, 40, 20).unwrap();
        let days = Column::from_numbers(&[10.0, 30.0, 99.0, f64::NAN, 50.0]);
        let times = by_tier(&days, &[true, true, false, true, true], &[70, 60, 70, 80, 25], cuts);
        let row = |tier, won, mean| TierTime { tier, won, mean };
        assert_eq!(times, [row("Hot", 2, 20.0), row("Cool", 1, 50.0)]);
    }
}
