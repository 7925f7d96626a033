//! Charts of the dashboards, each at the section whose table it shows.

mod bars;
mod sankey;
mod spreads;
mod time;

use super::{Chart, Spot, Words};
use crate::dashboards::Facts;
use crate::{Language, Result};
use lead_scoring_core::Tier;

/// The charts of the dashboards in one language.
pub(crate) fn all(facts: &Facts<'_>, language: &Language) -> Result<Vec<(Spot, Chart)>> {
    let words = &Words(language);
    let charts = [
        (Spot::BeforeTable("1.1"), bars::tiers(facts, words)?),
        (Spot::BeforeTable("1.2"), bars::scores(facts, words)?),
        (Spot::BeforeTable("1.3"), sankey::moves(facts, words)?),
        (Spot::BeforeTable("1.4"), spreads::sources(facts, words)?),
        (Spot::BeforeTable("1.5"), time::hot(facts, words)?),
        (Spot::BeforeTable("2.1"), spreads::conversion(facts, words)?),
        (Spot::BeforeTable("2.2"), spreads::days(facts, words)?),
        (Spot::BeforeTable("2.3"), bars::closing(facts, words)?),
        (Spot::BeforeTable("2.4"), time::wrong(facts, words)?),
        (Spot::BeforeTable("3.1"), bars::minutes(facts, words)?),
        (Spot::BeforeTable("3.4"), spreads::pipeline(facts, words)?),
    ];
    Ok(charts.into_iter().filter_map(|(spot, chart)| Some((spot, chart?))).collect())
}

impl Words<'_> {
    /// A tier's name, or what stands in for one.
    fn tier(&self, tier: Option<Tier>) -> Result<String> {
        match tier {
            Some(tier) => self.0.term(tier.label()),
            None => self.word("dashboards-chart-state-unscoreable"),
        }
    }

    fn row(&self, name: String, value: String) -> Result<String> {
        self.say("dashboards-chart-row", [("name", name.into()), ("value", value.into())])
    }

    /// A chart told in words: a sentence with its rows one after the other.
    fn sentence(&self, key: &str, rows: &[String]) -> Result<String> {
        self.say(key, [("rows", self.told(rows)?.into())])
    }
}

/// The end of an axis of counts from 0 that holds a count.
fn count_axis(most: u64) -> f64 {
    // A tenth of room over the highest mark.
    (most.max(1) as f64 * 1.1).max(2.0)
}

/// A count as a mark of an axis; nothing between two counts.
fn count_mark(value: f64) -> String {
    if (value - value.round()).abs() < 1e-9 { crate::format::decimals(value, 0) } else { String::new() }
}
