//! Section 2.3: combinations of two bins: those with points of their own first, then others that depart from what the two let expect, each
//! set of deals once.

use super::labels;
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_lift::{Interaction, Pattern, TestedPair};
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
    /// That of the two fields, all their combinations together; `None` where the two were not tested by themselves, and only the fit found
    /// the combination, which stood its test beside all signals.
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
    let pairs: Vec<&Signal> = input.model.card.signals.iter().filter(|signal| signal.is_pair()).collect();
    let mut listed: Vec<Found> = pairs.into_iter().filter_map(|signal| scored(input, signal)).collect();
    let found = input.interactions.iter().flat_map(|search| &search.found);
    for found in found.filter_map(|interaction| measured(input, interaction)) {
        let is_new = !listed.iter().any(|before| holds_the_same(&found, before));
        if listed.len() < MOST && is_new {
            listed.push(found);
        }
    }
    listed.sort_by_key(|found| found.row.points.is_none());
    listed.into_iter().map(|found| found.row).collect()
}

/// The pairs of fields that were tested for combinations.
pub(super) fn tested<'a>(input: &ReportInput<'a>) -> &'a [TestedPair] {
    input.interactions.map_or(&[], |search| &search.tested)
}

fn q_of(input: &ReportInput<'_>, both: [(&Pattern, usize); 2]) -> Option<f64> {
    let [first, second] = both.map(|(pattern, _)| &pattern.name);
    let is_of = |names: &[String; 2]| names.contains(first) && names.contains(second);
    tested(input).iter().find(|pair| is_of(&pair.names)).map(|pair| pair.q_value)
}

fn holds_the_same(found: &Found, before: &Found) -> bool {
    let deals = found.holds.iter().filter(|held| **held).count();
    let shared = found.holds.iter().zip(&before.holds).filter(|(held, before)| **held && **before).count();
    shared as f64 > SAME_DEALS * deals as f64
}

/// The bin of a combination of the model that has most points either way.
fn scored(input: &ReportInput<'_>, signal: &Signal) -> Option<Found> {
    let stronger = |a: &Bin, b: &Bin| b.points.abs() > a.points.abs();
    let with_points = signal.bins.iter().filter_map(|bin| Some((bin, with_points(input, signal, bin)?)));
    Some(with_points.reduce(|best, next| if stronger(best.0, next.0) { next } else { best })?.1)
}

/// A bin of a combination of the model, with what the card expects of it: the figures of section 3. `None` where it has no points.
fn with_points(input: &ReportInput<'_>, signal: &Signal, bin: &Bin) -> Option<Found> {
    let both = labels::find_both(&input.analysis.patterns, signal, &bin.label).filter(|_| bin.points != 0)?;
    let deals = bin.deals();
    let expected = bin.expected.filter(|expected| *expected > 0.0 && deals > 0)?;
    Some(Found {
        row: Combination {
            expected_rate: expected / deals as f64,
            off_by: off_by(bin.won, expected),
            lift: bin.won as f64 / expected,
            q_value: q_of(input, both),
            points: Some(bin.points),
            ..row(both, bin.won, deals)?
        },
        holds: holds(both),
    })
}

fn measured(input: &ReportInput<'_>, found: &Interaction) -> Option<Found> {
    let patterns = &input.analysis.patterns;
    let pairs = input.model.card.signals.iter().filter(|signal| signal.is_pair());
    let bins = pairs.flat_map(|signal| signal.bins.iter().map(move |bin| (signal, bin)));
    let mut own = bins.filter(|(_, bin)| is_of(bin, found));
    if let Some(own) = own.find_map(|(signal, bin)| with_points(input, signal, bin)) {
        return Some(own);
    }
    let both = [labels::find(patterns, &found.a)?, labels::find(patterns, &found.b)?];
    let deals = found.both.deals();
    Some(Found {
        row: Combination {
            expected_rate: found.expected_rate,
            off_by: off_by(found.both.won, found.expected_rate * deals as f64),
            lift: found.lift_over_expected,
            q_value: Some(found.q_value),
            ..row(both, found.both.won, deals)?
        },
        holds: holds(both),
    })
}

/// What a combination holds beside the rates of its two bins, all their deals counted as in section 2.1, with nothing expected of it yet.
fn row(both: [(&Pattern, usize); 2], won: u64, deals: u64) -> Option<Combination> {
    let [a, b] = both.map(|(pattern, at)| labels::of_pattern(pattern, at).into());
    let [a_rate, b_rate] = both.map(|(pattern, at)| pattern.bins.get(at).and_then(|bin| bin.rate));
    let rate = (deals > 0).then(|| won as f64 / deals as f64)?;
    Some(Combination {
        a,
        b,
        won,
        deals,
        rate,
        a_rate: a_rate?,
        b_rate: b_rate?,
        expected_rate: rate,
        off_by: 0,
        lift: 1.0,
        q_value: None,
        points: None,
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
