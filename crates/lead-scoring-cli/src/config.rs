//! The configuration file: what flags cannot say, and whatever one does not want to type twice.

use crate::args::StrategyChoice;
use crate::failure::Failure;
use lead_scoring::{Capacity, Dimension, IcpCriterion, Kind, Rule, RuleAction, RuleTest, Targets};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Everything a configuration file may hold.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Config {
    pub(crate) name: Option<String>,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) id: Option<String>,
    pub(crate) missing: Vec<String>,
    /// As the flag has it.
    pub(crate) separator: Option<String>,
    pub(crate) exclude: Vec<String>,
    pub(crate) keep: Vec<String>,
    pub(crate) holdout: Option<String>,
    pub(crate) group: Option<String>,
    /// As the flag has it.
    pub(crate) language: Option<String>,
    pub(crate) refit: bool,
    pub(crate) seed: Option<u64>,
    pub(crate) threads: Option<usize>,
    pub(crate) max_signals: Option<usize>,
    pub(crate) strategy: Option<StrategyChoice>,
    /// By column.
    pub(crate) columns: BTreeMap<String, Column>,
    /// By column.
    pub(crate) icp: BTreeMap<String, Criterion>,
    pub(crate) caps: BTreeMap<Dimension, i32>,
    pub(crate) tiers: Tiers,
    pub(crate) capacity: Option<Capacity>,
    pub(crate) targets: Option<Targets>,
    pub(crate) rules: Vec<RuleEntry>,
}

/// `outcome = { column = "Stage", won = ["Won"], lost = ["Lost"] }`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Outcome {
    pub(crate) column: String,
    pub(crate) won: Vec<String>,
    pub(crate) lost: Vec<String>,
}

/// `[columns."Tech Stack"]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Column {
    pub(crate) kind: Option<Kind>,
    pub(crate) missing: Vec<String>,
    pub(crate) dimension: Option<Dimension>,
}

/// A line of `[icp]`: a list of values, or bounds of a number.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Criterion {
    OneOf(Vec<String>),
    Range(Bounds),
}

/// `{ at_least = 200, below = 2001 }`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bounds {
    at_least: Option<f64>,
    below: Option<f64>,
}

/// `[tiers]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Tiers {
    pub(crate) max_hot_share: Option<f64>,
    pub(crate) min_cold_share: Option<f64>,
}

/// `[[rules]]`: one test and one action.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleEntry {
    name: String,
    field: String,
    equals: Option<Vec<String>>,
    at_least: Option<f64>,
    below: Option<f64>,
    points: Option<i32>,
    #[serde(default)]
    disqualify: bool,
}

impl Config {
    /// Reads a configuration file.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let place = path.display();
        let text = std::fs::read_to_string(path)
            .map_err(|error| Failure::usage(vec![format!("{place}: cannot be read: {error}")]))?;
        toml::from_str(&text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start));
            let line = before
                .map_or_else(String::new, |before| format!(", line {}", before.matches('\n').count() + 1));
            let message = error.message().replace('\n', " ");
            Failure::usage(vec![format!(
                "{place}{line}: {message}; see the guide for what the file may hold"
            )])
        })
    }
}

impl Criterion {
    pub(crate) fn of(&self, column: &str) -> IcpCriterion {
        match self {
            Self::OneOf(values) => IcpCriterion::one_of(column, values.iter().cloned()),
            Self::Range(bounds) => IcpCriterion::range(column, bounds.at_least, bounds.below),
        }
    }
}

impl RuleEntry {
    /// The rule, or what is wrong with the entry.
    pub(crate) fn rule(&self) -> Result<Rule, String> {
        let tests = [
            self.equals.clone().map(RuleTest::Equals),
            self.at_least.map(RuleTest::AtLeast),
            self.below.map(RuleTest::Below),
        ];
        let actions =
            [self.points.map(RuleAction::Points), self.disqualify.then_some(RuleAction::Disqualify(true))];
        let name = &self.name;
        let test = only(tests)
            .ok_or_else(|| format!("the rule `{name}` needs one of `equals`, `at_least` and `below`"))?;
        let action = only(actions)
            .ok_or_else(|| format!("the rule `{name}` needs one of `points` and `disqualify = true`"))?;
        Ok(Rule::new(name, &self.field, test, action))
    }
}

/// The one choice that was made; `None` where none or several were.
fn only<T>(choices: impl IntoIterator<Item = Option<T>>) -> Option<T> {
    let mut made = choices.into_iter().flatten();
    let first = made.next();
    if made.next().is_some() { None } else { first }
}
