//! Whether a model is whole: everything that a cut or edited file may break.
//!
//! The order of the checks matters: single values are bounded first, so that no later sum can overflow.

mod signal;

use crate::{
    Error, ErrorKind, History, ProbabilityMap, Result, Rule, RuleTest, Scorecard, ScoringModel, TierFacts,
};
use lead_scoring_core::{Dimension, Kind, Tier};
use std::collections::BTreeMap;

/// The most signals a model may have.
pub const MAX_SIGNALS: usize = 30;

/// The highest score a model may give; the lowest is 0.
pub const MAX_SCORE: i32 = 100;

/// The most rules a model may have.
pub const MAX_RULES: usize = 1_000;

/// Counts above this are no counts of deals: they would not even be exact as floats.
const MAX_COUNT: u64 = 1 << 53;

impl ScoringModel {
    /// Checks that the model is whole and agrees with itself. A model that passes can be scored with, and every figure derived
    /// from it is finite.
    ///
    /// # Errors
    /// [`ErrorKind::Format`] for another format version, otherwise [`ErrorKind::Inconsistent`] with the first fault found.
    pub fn check(&self) -> Result<()> {
        crate::json::check_format(u64::from(self.format))?;
        check_counts(
            "the history",
            self.history.won,
            self.history.lost,
            &History::new(MAX_COUNT, MAX_COUNT),
        )?;
        check_card(&self.card, &self.history)?;
        check_rules(&self.card)?;
        check_tiers(self)?;
        check_probability(&self.probability, self.card.range())?;
        let limit = History::new(MAX_COUNT, MAX_COUNT);
        check_counts("the validation", self.validation.won, self.validation.lost, &limit)?;
        check_interval("the validation's AUC", self.validation.auc)
    }
}

/// An error with `what` unless `holds`.
fn ensure(holds: bool, what: impl FnOnce() -> String) -> Result<()> {
    if holds { Ok(()) } else { Err(Error::inconsistent(what())) }
}

fn check_counts(owner: &str, won: u64, lost: u64, limit: &History) -> Result<()> {
    ensure(won <= limit.won && lost <= limit.lost, || format!("{owner} counts more deals than there are"))
}

/// Whether a value is a share of 0 to 1; one computed in floats may miss them by a rounding error.
fn is_share(value: f64) -> bool {
    (-1e-9..=1.0 + 1e-9).contains(&value)
}

/// An estimate with its bounds, all of them shares.
fn check_interval(owner: &str, interval: Option<(f64, f64, f64)>) -> Result<()> {
    let holds = interval.is_none_or(|(estimate, low, high)| {
        is_share(estimate) && is_share(low) && is_share(high) && low <= high
    });
    ensure(holds, || format!("{owner} is not a share with its bounds"))
}

fn check_card(card: &Scorecard, history: &History) -> Result<()> {
    ensure(card.scale.is_finite() && card.scale >= 0.0, || {
        "the points' scale is not a positive number".to_owned()
    })?;
    let count = card.signals.len();
    ensure(count <= MAX_SIGNALS, || format!("the model has {count} signals, more than {MAX_SIGNALS}"))?;
    let mut names = BTreeMap::new();
    let mut kinds = BTreeMap::new();
    for (position, signal) in card.signals.iter().enumerate() {
        let name = &signal.name;
        ensure(names.insert(name, position).is_none(), || format!("two signals are called `{name}`"))?;
        for input in &signal.inputs {
            let kind = *kinds.entry(&input.field).or_insert(input.kind);
            ensure(kind == input.kind, || format!("the field `{}` is read as two kinds", input.field))?;
        }
        signal::check(signal, history)?;
    }
    let deductions = card.max_deductions();
    ensure(card.start == -deductions, || {
        format!("the score starts at {} though the deductions come to {deductions}", card.start)
    })?;
    let highest = card.range().1;
    ensure(highest <= MAX_SCORE, || format!("the highest score is {highest}, above {MAX_SCORE}"))?;
    for (dimension, cap) in Dimension::ALL.into_iter().zip(card.caps) {
        let most = card.dimension_range(dimension).1;
        ensure(most <= cap, || {
            format!("the dimension {} gives up to {most} points, above its cap", dimension.word())
        })?;
    }
    Ok(())
}

fn check_rules(card: &Scorecard) -> Result<()> {
    let count = card.rules.len();
    ensure(count <= MAX_RULES, || format!("the model has {count} rules, more than {MAX_RULES}"))?;
    for Rule { name, field, test, .. } in &card.rules {
        let (RuleTest::AtLeast(bound) | RuleTest::Below(bound)) = test else { continue };
        ensure(bound.is_finite(), || format!("the bound of the rule `{name}` is not a number"))?;
        let mut inputs = card.signals.iter().flat_map(|signal| &signal.inputs);
        if let Some(input) = inputs.find(|input| input.field == *field && input.kind != Kind::Number) {
            let kind = input.kind.word();
            let message = format!(
                "the rule `{name}` compares numbers, but the model reads `{field}` as {kind}; change the rule"
            );
            return Err(Error::new(ErrorKind::Inconsistent, message));
        }
    }
    Ok(())
}

fn check_tiers(model: &ScoringModel) -> Result<()> {
    let facts = &model.tier_facts;
    let Some(cuts) = &model.tiers else {
        return ensure(facts.is_empty(), || "there are facts of tiers, but no tiers".to_owned());
    };
    ensure(!model.card.signals.is_empty(), || "there are tiers, but no signals".to_owned())?;
    let (lowest, highest) = model.card.range();
    ensure(cuts.hot > cuts.warm && cuts.warm > cuts.cool, || {
        "the tiers' lowest scores do not descend".to_owned()
    })?;
    // An empty tier lies beyond the range. At most all three cuts are above it, or two below where every lead is Hot.
    ensure(lowest - 2 <= cuts.cool && cuts.hot <= highest + 3, || {
        format!("a tier begins far outside the scores {lowest} to {highest}")
    })?;
    ensure(facts.iter().map(|facts| facts.tier).eq(Tier::ALL), || {
        "the facts of tiers are not one for each tier, Hot to Cold".to_owned()
    })?;
    for TierFacts { tier, won, lost, rate } in facts {
        check_counts(&format!("the tier {}", tier.label()), *won, *lost, &model.history)?;
        ensure(rate.is_none_or(is_share), || {
            format!("the win rate of the tier {} is not between 0 and 1", tier.label())
        })?;
    }
    Ok(())
}

fn check_probability(map: &ProbabilityMap, (lowest, highest): (i32, i32)) -> Result<()> {
    let scores = usize::try_from(highest - lowest + 1).unwrap_or(0);
    ensure(map.lowest_score == lowest && map.values.len() == scores, || {
        format!("the probabilities are not one for each score from {lowest} to {highest}")
    })?;
    ensure(map.is_sound(), || {
        "the probabilities are not between 0 and 1, or fall as the score rises".to_owned()
    })
}
