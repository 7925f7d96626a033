//! Section 2.3: combinations of two bins: those with points of their own first, then others that depart from what the two let expect, each
//! set of deals once.

use super::labels;
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_lift::{Interaction, Pattern};
use lead_scoring_model::{Bin, Signal};
use serde::Serialize;

/// Combinations that are listed, unless more have points.
const MOST: usize = 8;
/// Share of a combination's deals in one listed before from which it says nothing new.
const SAME_DEALS: f64 = 0.9;

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Combination {
    pub(crate) a: Text,
    pub(crate) b: Text,
    pub(crate) won: u64,
    pub(crate) deals: u64,
    pub(crate) rate: f64,
    pub(crate) a_rate: f64,
    pub(crate) b_rate: f64,
    pub(crate) expected_rate: f64,
    /// Wins more or fewer than expected, to the nearest whole.
    pub(crate) off_by: u64,
    pub(crate) lift: f64,
    /// `None` for a combination that only the fit found, which stood its test beside all signals.
    pub(crate) q_value: Option<f64>,
    /// Points of its own.
    pub(crate) points: Option<i32>,
}

/// A combination with the deals that it holds.
struct Found {
    row: Combination,
    holds: Vec<bool>,
}

/// The combinations that are listed.
pub(crate) fn combinations(input: &ReportInput<'_>) -> Vec<Combination> {
    let pairs = input.model.card.signals.iter().filter(|signal| signal.is_pair());
    let mut listed: Vec<Found> = pairs.filter_map(|signal| scored(input, signal)).collect();
    for found in input.interactions.iter().filter_map(|interaction| measured(input, interaction)) {
        let is_new = !listed.iter().any(|before| holds_the_same(&found, before));
        if listed.len() < MOST && is_new {
            listed.push(found);
        }
    }
    listed.sort_by_key(|found| found.row.points.is_none());
    listed.into_iter().map(|found| found.row).collect()
}

fn holds_the_same(found: &Found, before: &Found) -> bool {
    let deals = found.holds.iter().filter(|held| **held).count();
    let shared = found.holds.iter().zip(&before.holds).filter(|(held, before)| **held && **before).count();
    shared as f64 > SAME_DEALS * deals as f64
}

/// The bin of a combination of the model that has most points either way.
fn scored(input: &ReportInput<'_>, signal: &Signal) -> Option<Found> {
    let patterns = &input.analysis.patterns;
    let with_points = signal.bins.iter().filter(|bin| bin.points != 0);
    let known = with_points.filter_map(|bin| Some((bin, labels::find_both(patterns, signal, &bin.label)?)));
    let stronger = |a: &Bin, b: &Bin| b.points.abs() > a.points.abs();
    let (bin, both) = known.reduce(|best, next| if stronger(best.0, next.0) { next } else { best })?;
    let [a, b] = both;
    let deals = bin.deals();
    let expected = bin.expected.filter(|expected| *expected > 0.0 && deals > 0)?;
    Some(Found {
        row: Combination {
            a: labels::of_pattern(a.0, a.1).into(),
            b: labels::of_pattern(b.0, b.1).into(),
            won: bin.won,
            deals,
            rate: bin.won as f64 / deals as f64,
            a_rate: a.0.bins.get(a.1)?.rate?,
            b_rate: b.0.bins.get(b.1)?.rate?,
            expected_rate: expected / deals as f64,
            off_by: off_by(bin.won, expected),
            lift: bin.won as f64 / expected,
            q_value: input.interactions.iter().find(|found| is_of(bin, found)).map(|found| found.q_value),
            points: Some(bin.points),
        },
        holds: holds(both),
    })
}

fn measured(input: &ReportInput<'_>, found: &Interaction) -> Option<Found> {
    let patterns = &input.analysis.patterns;
    let pairs = input.model.card.signals.iter().filter(|signal| signal.is_pair());
    let own = pairs.flat_map(|signal| &signal.bins).find(|bin| bin.points != 0 && is_of(bin, found));
    let both = [labels::find(patterns, &found.a)?, labels::find(patterns, &found.b)?];
    let [a, b] = both.map(|(pattern, at)| labels::of_pattern(pattern, at).into());
    let deals = found.both.deals();
    Some(Found {
        row: Combination {
            a,
            b,
            won: found.both.won,
            deals,
            rate: found.both.rate()?,
            a_rate: found.a_rate,
            b_rate: found.b_rate,
            expected_rate: found.expected_rate,
            off_by: off_by(found.both.won, found.expected_rate * deals as f64),
            lift: found.lift_over_expected,
            q_value: Some(found.q_value),
            points: own.map(|bin| bin.points),
        },
        holds: holds(both),
    })
}

/// Whether a bin of the model is the combination found, whichever field comes first.
fn is_of(bin: &Bin, found: &Interaction) -> bool {
    [(&found.a, &found.b), (&found.b, &found.a)]
        .iter()
        .any(|(first, second)| bin.label == format!("{first} + {second}"))
}

fn off_by(won: u64, expected: f64) -> u64 {
    (won as f64 - expected).abs().round() as u64
}

/// Which deals are in both bins.
fn holds([first, second]: [(&Pattern, usize); 2]) -> Vec<bool> {
    let inside = |(pattern, at): (&Pattern, usize)| -> Vec<bool> {
        pattern.bin_codes().iter().map(|&code| usize::from(code) == at).collect()
    };
    inside(first).into_iter().zip(inside(second)).map(|(first, second)| first && second).collect()
}
