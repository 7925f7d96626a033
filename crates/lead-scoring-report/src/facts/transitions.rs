//! Section 4.3: what moves a lead to another tier, of what can still change.

use super::crm::fields_of;
use super::guessed::guessed;
use super::labels;
use super::spans::Span;
use super::stability::is_sound;
use super::totals::Totals;
use crate::ReportInput;
use crate::text::Text;
use lead_scoring_core::{Binning, Dataset, Dimension, Values, name_words};
use lead_scoring_model::{Input, ScoringModel, Signal};
use serde::Serialize;

/// Triggers that are named either way, one a field.
const MOST_TRIGGERS: usize = 6;

/// When a lead changes tier.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Transitions {
    /// What one signal typically moves: the median over the signals of most less fewest points.
    pub(crate) step: i32,
    pub(crate) upgrades: Vec<Trigger>,
    pub(crate) downgrades: Vec<Trigger>,
    /// The days without activity from which the recency signal gives its fewest points.
    pub(crate) idle: Option<Trigger>,
    /// Columns that tell whether a contact unsubscribed or declined.
    pub(crate) opt_outs: Vec<String>,
    /// Columns of the signals that a lead can still change.
    pub(crate) changeable: Vec<String>,
    /// Whether one of these signals gives points at all, and takes any.
    pub(crate) may_rise: bool,
    pub(crate) may_fall: bool,
    /// Columns of the triggers whose dimension was guessed from the name.
    pub(crate) guessed: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Trigger {
    /// The signal as it is called before its criterion.
    pub(crate) signal: Text,
    pub(crate) criterion: Text,
    pub(crate) points: i32,
    /// Where several ranges of a number are named together, the points of the one that has fewest; else the same.
    pub(crate) weakest: i32,
    /// The points as they are told: those of several ranges in the order of these.
    pub(crate) points_told: Text,
    /// What the two fields of a combination give by themselves, whichever of its values a lead has.
    pub(crate) parts: Option<i32>,
    /// The signal by its name and its bin.
    #[serde(skip)]
    pub(crate) row: (String, usize),
}

impl Transitions {
    /// `None` without tiers or signals.
    pub(crate) fn of(input: &ReportInput<'_>, totals: &Totals<'_>) -> Option<Self> {
        let model = input.model;
        let step = step(model)?;
        model.tiers?;
        let signals = model.card.signals.iter().enumerate();
        let changeable: Vec<(usize, &Signal)> =
            signals.filter(|(_, signal)| is_changeable(input, signal)).collect();
        let idle = changeable.iter().find_map(|(_, signal)| Some((*signal, idle(signal)?)));
        let upgrades = strongest(input, totals, &changeable, |signal, at, points| {
            points > 0 && is_borne_out(input, signal, at, points)
        });
        // What has happened does not unhappen, and the signal of recency is told of by itself.
        let told = idle.map(|(signal, _)| signal.name.as_str());
        let downgrades = strongest(input, totals, &changeable, |signal, at, points| {
            points < 0
                && Some(signal.name.as_str()) != told
                && !is_undone(signal, at)
                && is_borne_out(input, signal, at, points)
        });
        let has = |wanted: fn(i32) -> bool| {
            changeable.iter().any(|(_, signal)| signal.regular().iter().any(|bin| wanted(bin.points)))
        };
        let deals = input.train.data();
        let named = upgrades.iter().chain(&downgrades).chain(&idle);
        Some(Self {
            step,
            guessed: guessed(input, named.flat_map(|(signal, _)| signal.fields())),
            upgrades: upgrades.iter().map(|row| trigger(input.model, row, deals)).collect(),
            downgrades: downgrades.iter().map(|row| trigger(input.model, row, deals)).collect(),
            idle: idle.as_ref().map(|row| trigger(input.model, row, deals)),
            opt_outs: opt_outs(input),
            changeable: fields_of(changeable.iter().map(|(_, signal)| *signal)),
            may_rise: has(|points| points > 0),
            may_fall: has(|points| points < 0),
        })
    }
}

/// Median over the signals of most less fewest points, at least 1; `None` without signals.
fn step(model: &ScoringModel) -> Option<i32> {
    median(model.card.signals.iter().map(|signal| signal.highest() - signal.lowest()).collect())
}

fn median(mut widths: Vec<i32>) -> Option<i32> {
    widths.sort_unstable();
    // Of an even number the mean of the two in the middle, rounded up.
    let upper = *widths.get(widths.len() / 2)?;
    let lower = *widths.get(widths.len().saturating_sub(1) / 2)?;
    Some((lower + (upper - lower + 1) / 2).max(1))
}

/// Whether a signal can change by itself, and each of its columns: a combination bears one dimension though its columns may differ in
/// theirs.
fn is_changeable(input: &ReportInput<'_>, signal: &Signal) -> bool {
    let stays = |field: &str| {
        let audited = input.audit.field(field);
        audited.is_some_and(|field| field.dimension == Dimension::Firmographic)
    };
    signal.is_changeable()
        && !signal.inputs.iter().any(is_span)
        && !(signal.is_pair() && signal.fields().any(stays))
}

/// Whether a category says since when something is so, which only time can change.
fn is_span(input: &Input) -> bool {
    matches!(input.binning, Binning::Group { .. })
        && name_words(&input.field).iter().any(|word| word == "since")
}

/// Of each signal the wanted row with most points either way, the strongest first, each field once. A row that is not sound is
/// none to act on, nor is one whose points combinations take back.
fn strongest<'a>(
    input: &ReportInput<'_>,
    totals: &Totals<'_>,
    signals: &[(usize, &'a Signal)],
    wanted: impl Fn(&Signal, usize, i32) -> bool,
) -> Vec<(&'a Signal, usize)> {
    let row = |&(of, signal): &(usize, &'a Signal)| {
        let bins = signal.regular().iter().map(|bin| bin.points).enumerate();
        let mut bins: Vec<(usize, i32)> = bins
            .filter(|&(at, points)| wanted(signal, at, points) && is_sound(input, of, signal, at))
            .collect();
        bins.sort_by_key(|(_, points)| std::cmp::Reverse(points.abs()));
        let moves = |&(at, points): &(usize, i32)| totals.move_with(of, Span::of(signal, at).bins, points);
        let stronger = bins.into_iter().find(moves);
        stronger.map(|(at, points)| (signal, at, points.abs()))
    };
    let mut rows: Vec<(&Signal, usize, i32)> = signals.iter().filter_map(row).collect();
    rows.sort_by_key(|(signal, _, points)| (std::cmp::Reverse(*points), signal.is_pair()));
    let mut found: Vec<(&Signal, usize)> = Vec::new();
    for (signal, at, _) in rows {
        if found.len() < MOST_TRIGGERS && !signal.fields().any(|field| is_named(&found, field)) {
            found.push((signal, at));
        }
    }
    found
}

/// Whether a combination moves a lead the way that its points say once those of its fields alone are counted, and its deals won more, or
/// less, often than all. What a single field gives is that by itself.
fn is_borne_out(input: &ReportInput<'_>, signal: &Signal, at: usize, points: i32) -> bool {
    if !signal.is_pair() {
        return true;
    }
    let Some(bin) = signal.bins.get(at) else { return false };
    let rate = bin.won as f64 / bin.deals().max(1) as f64;
    let beyond =
        input.train.base_rate().is_none_or(|base| if points > 0 { rate > base } else { rate < base });
    beyond && net_points(input.model, signal, at).iter().all(|net| net.signum() == points.signum())
}

/// What a lead gets that falls into a bin of a combination, with the points of the two fields alone: once for each cell of the bin.
fn net_points(model: &ScoringModel, pair: &Signal, at: usize) -> Vec<i32> {
    let [first, second] = pair.inputs.as_slice() else { return Vec::new() };
    let alone = |input: &Input, code: usize| -> i32 {
        let same = |signal: &&Signal| signal.inputs.as_slice() == std::slice::from_ref(input);
        model
            .card
            .signals
            .iter()
            .filter(same)
            .filter_map(|signal| signal.bins.get(code))
            .map(|bin| bin.points)
            .sum()
    };
    let of_pair = pair.bins.get(at).map_or(0, |bin| bin.points);
    let rows = 0..first.binning.unseen_code();
    let cells = rows.flat_map(|row| (0..second.binning.unseen_code()).map(move |column| (row, column)));
    cells
        .filter(|(row, column)| pair.code(&[*row, *column]) == at)
        .map(|(row, column)| of_pair + alone(first, row) + alone(second, column))
        .collect()
}

fn is_named(rows: &[(&Signal, usize)], field: &str) -> bool {
    rows.iter().any(|(signal, _)| signal.reads(field))
}

fn trigger(model: &ScoringModel, (signal, at): &(&Signal, usize), deals: &Dataset) -> Trigger {
    let span = Span::of(signal, *at);
    let points = signal.bins.get(*at).map_or(0, |bin| bin.points);
    let parts = || {
        let net = net_points(model, signal, *at);
        let first = *net.first()?;
        net.iter().all(|other| *other == first).then_some(first - points)
    };
    Trigger {
        parts: signal.is_pair().then(parts).flatten().filter(|points| *points != 0),
        signal: labels::subject(signal).into(),
        criterion: span.criterion(signal, deals).into(),
        points,
        weakest: span.weakest,
        points_told: span.points(points).into(),
        row: (signal.name.clone(), *at),
    }
}

/// Whether a lead falls back into a bin only where a record is corrected: the "no" of a flag or an item, and what a number that only adds
/// up has left behind. Into the ranges up to its end it grows.
fn is_undone(signal: &Signal, at: usize) -> bool {
    let reached = || !signal.is_pair() && Span::of(signal, at).bins.end == signal.regular().len();
    signal.inputs.iter().any(|input| match input.binning {
        Binning::Flag | Binning::Contains { .. } => at == 0 && !signal.is_pair(),
        Binning::Range { .. } => adds_up(&input.field) && !reached(),
        Binning::Digits { .. } => adds_up(&input.field),
        _ => false,
    })
}

/// Whether a number can only grow while a lead is worked, as counts and sums do; times that pass and shares go either way.
fn adds_up(field: &str) -> bool {
    const EITHER_WAY: [&str; 21] = [
        "days",
        "day",
        "weeks",
        "months",
        "hours",
        "since",
        "last",
        "recency",
        "age",
        "idle",
        "inactive",
        "rate",
        "ratio",
        "score",
        "percent",
        "pct",
        "average",
        "avg",
        "mean",
        "per",
        "frequency",
    ];
    !name_words(field).iter().any(|word| EITHER_WAY.contains(&word.as_str()))
}

/// Whether a field counts the days since something happened, by the words of its name.
pub(super) fn counts_idle_days(field: &str) -> bool {
    let words = name_words(field);
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    has(&["days", "weeks"]) && has(&["since", "last", "inactive", "idle"])
}

/// The worst bin of a signal that counts days since something happened, if that is its last one.
fn idle(signal: &Signal) -> Option<usize> {
    let [input @ Input { binning: Binning::Range { .. }, .. }] = signal.inputs.as_slice() else {
        return None;
    };
    if !counts_idle_days(&input.field) {
        return None;
    }
    let last = signal.regular().len().checked_sub(1)?;
    let points = signal.regular()[last].points;
    let is_worst = signal.regular().iter().all(|bin| bin.points >= points) && points < signal.highest();
    is_worst.then_some(last)
}

/// Columns that say by their name, or those in use by a level, that a contact wants to hear no more.
fn opt_outs(input: &ReportInput<'_>) -> Vec<String> {
    let by_level = |field: &str| match input.train.data().column(field).map(|column| column.values()) {
        Some(Values::Category(levels)) => levels.iter().any(|level| is_opt_out(level)),
        _ => false,
    };
    let fields = input.audit.fields.iter();
    let fields = fields.filter(|field| is_opt_out(&field.name) || field.used && by_level(&field.name));
    fields.map(|field| field.name.clone()).collect()
}

fn is_opt_out(text: &str) -> bool {
    let words = name_words(text);
    let has = |wanted: &[&str]| {
        words.windows(wanted.len()).any(|part| part.iter().map(String::as_str).eq(wanted.iter().copied()))
    };
    let one =
        ["unsubscribe", "unsubscribed", "unsubscribes", "optout", "dnc"].iter().any(|word| has(&[word]));
    let pair = [["opt", "out"], ["opted", "out"], ["not", "interested"]].iter().any(|pair| has(pair));
    let three = ["email", "call", "mail", "contact"].iter().any(|what| has(&["do", "not", what]));
    one || pair || three
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_wants_to_hear_no_more_is_read_from_names_and_levels() {
        for told in ["Do Not Email", "do_not_call", "Unsubscribed", "Email Opt-Out", "Not interested"] {
            assert!(is_opt_out(told), "{told}");
        }
        for other in ["Email Opened", "Notes", "Options", "Do Something", "Outcome"] {
            assert!(!is_opt_out(other), "{other}");
        }
    }

    #[test]
    fn the_median_of_an_even_number_is_between_the_two_in_the_middle() {
        assert_eq!(
            [vec![9, 2, 6, 3], vec![4, 9, 1], vec![0], vec![]].map(median),
            [Some(5), Some(4), Some(1), None]
        );
    }

    #[test]
    fn a_growing_number_reaches_its_last_range_alone() {
        let undone = |field: &str, points: &[i32], at: usize| {
            let edges = (1..points.len()).map(|edge| 10.0 * edge as f64).collect();
            let input = Input::new(field, lead_scoring_core::Kind::Number, Binning::Range { edges });
            let bins = points.iter().chain(&[0]).map(|points| {
                let mut bin = lead_scoring_model::Bin::new("bin", 3, 2, Some(1.0), 0.1);
                bin.points = *points;
                bin
            });
            let signal = Signal::new(field.into(), Dimension::Behavioral, input, 1.0, bins.collect());
            is_undone(&signal, at)
        };
        assert!(!undone("Calls", &[2, 0, -6], 2) && undone("Calls", &[-6, 0, 2], 0));
        assert!(undone("Calls", &[0, -6, 3], 1) && !undone("Days Since Last Call", &[-6, 0, 2], 0));
    }

    #[test]
    fn counts_and_sums_only_grow() {
        assert_eq!(
            ["Contacts Engaged", "Total Time Spent on Website", "TotalVisits"].map(adds_up),
            [true; 3]
        );
        assert_eq!(
            ["Days Since Last Activity", "Page Views Per Visit", "Open Rate"].map(adds_up),
            [false; 3]
        );
    }
}
