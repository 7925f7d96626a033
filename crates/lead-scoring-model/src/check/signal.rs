//! Whether one signal is whole.

use super::{MAX_SCORE, check_counts, ensure};
use crate::{Bin, History, Input, Result, Signal};
use lead_scoring_core::{Binning, Kind, name_key};
use std::collections::BTreeMap;

/// The most bins a field or a signal may have: codes are two bytes wide, and a combination has one for each code of either field.
const MAX_BINS: usize = 10_000;

/// How far a figure may be off by rounding, relative to its size.
const ROUNDING: f64 = 1e-6;

pub(super) fn check(signal: &Signal, history: &History) -> Result<()> {
    let name = &signal.name;
    let named = !name.is_empty() && signal.inputs.iter().all(|input| !input.field.is_empty());
    ensure(named, || "a signal has no name or no field".to_owned())?;
    for input in &signal.inputs {
        ensure(input.kind == kind_of(&input.binning), || {
            format!("the signal `{name}` is read as {}, which its bins do not fit", input.kind.word())
        })?;
        let bins = input.binning.bins().max(signal.bins.len());
        ensure(bins <= MAX_BINS, || format!("the signal `{name}` has {bins} bins, more than {MAX_BINS}"))?;
        check_binning(name, &input.binning)?;
    }
    match signal.inputs.as_slice() {
        [input] => check_one(signal, input)?,
        [first, second] => check_pair(signal, first, second)?,
        inputs => {
            let count = inputs.len();
            ensure(false, || format!("the signal `{name}` reads {count} fields instead of one or two"))?;
        }
    }
    ensure(signal.weight.is_finite() && signal.weight >= 0.0, || {
        format!("the weight of the signal `{name}` is not a share")
    })?;
    for bin in &signal.bins {
        check_bin(name, bin)?;
        if signal.is_pair() {
            check_expected(name, bin)?;
        } else {
            ensure(bin.expected.is_none(), || {
                format!("the signal `{name}` reads one field, yet a bin of it has expected wins")
            })?;
        }
    }
    let won = signal.bins.iter().fold(0, |sum: u64, bin| sum.saturating_add(bin.won));
    let lost = signal.bins.iter().fold(0, |sum: u64, bin| sum.saturating_add(bin.lost));
    check_counts(&format!("the signal `{name}`"), won, lost, history)
}

/// The kind a column must have for a binning to apply to it.
fn kind_of(binning: &Binning) -> Kind {
    match binning {
        Binning::Range { .. } | Binning::Digits { .. } => Kind::Number,
        Binning::Group { .. } => Kind::Category,
        Binning::Flag => Kind::Flag,
        Binning::Contains { .. } => Kind::Set,
        _ => Kind::Text,
    }
}

fn check_binning(name: &str, binning: &Binning) -> Result<()> {
    match binning {
        Binning::Range { edges } => {
            let ascending = edges.windows(2).all(|pair| pair[0] < pair[1]);
            ensure(ascending && edges.iter().all(|edge| edge.is_finite()), || {
                format!("the edges of the signal `{name}` are not ascending numbers")
            })
        }
        Binning::Digits { edges } => {
            let ascending = edges.windows(2).all(|pair| pair[0] < pair[1]);
            ensure(ascending && edges.first().is_none_or(|edge| *edge >= 1), || {
                format!("the edges of the signal `{name}` are not ascending numbers of digits")
            })
        }
        Binning::Group { groups } => check_groups(name, groups),
        _ => Ok(()),
    }
}

/// No level stands twice, and no two spellings of one level stand in two groups.
fn check_groups(name: &str, groups: &[Vec<String>]) -> Result<()> {
    let mut group_of = BTreeMap::new();
    let mut spellings = BTreeMap::new();
    for (group, levels) in groups.iter().enumerate() {
        for level in levels {
            let first = *group_of.entry(name_key(level)).or_insert(group) == group;
            let once = spellings.insert(level.as_str(), group).is_none();
            ensure(first && once, || format!("a level of the signal `{name}` stands in it twice"))?;
        }
    }
    Ok(())
}

fn check_one(signal: &Signal, input: &Input) -> Result<()> {
    let name = &signal.name;
    let bins = input.binning.bins() + 1;
    ensure(signal.bins.len() == bins, || {
        format!("the signal `{name}` has {} bins instead of {bins}", signal.bins.len())
    })?;
    ensure(signal.cells.is_empty(), || format!("the signal `{name}` reads one field, yet has cells"))
}

fn check_pair(signal: &Signal, first: &Input, second: &Input) -> Result<()> {
    let name = &signal.name;
    ensure(first != second, || format!("the two inputs of the signal `{name}` are the same"))?;
    let [.., other, missing] = signal.bins.as_slice() else {
        return ensure(false, || format!("the signal `{name}` lacks its last two bins"));
    };
    ensure(signal.bins.len() > 2, || format!("the signal `{name}` has no notable combination"))?;
    ensure(other.points == 0 && missing.points == 0, || {
        format!("the signal `{name}` gives points to combinations that are not notable")
    })?;
    // Codes of an input: the regular bins and that of missing values.
    let (rows, columns) = (first.binning.unseen_code(), second.binning.unseen_code());
    ensure(rows.checked_mul(columns) == Some(signal.cells.len()), || {
        format!("the signal `{name}` has {} cells instead of {rows} times {columns}", signal.cells.len())
    })?;
    for (row, cells) in signal.cells.chunks(columns).enumerate() {
        for (column, &bin) in cells.iter().enumerate() {
            let is_blank = row + 1 == rows || column + 1 == columns;
            let fallback = if is_blank { signal.missing_code() } else { signal.missing_code() - 1 };
            let notable = usize::from(bin) < signal.missing_code() - 1;
            ensure(notable || usize::from(bin) == fallback, || {
                format!("a cell of the signal `{name}` leads to a bin that is not there or not its own")
            })?;
        }
    }
    Ok(())
}

fn check_bin(name: &str, bin: &Bin) -> Result<()> {
    ensure((-MAX_SCORE..=MAX_SCORE).contains(&bin.points), || {
        format!("a bin of the signal `{name}` gives {} points", bin.points)
    })?;
    let lift = bin.lift.is_none_or(|lift| lift.is_finite() && lift >= 0.0);
    ensure(lift && bin.log_odds.is_finite(), || {
        format!("a bin of the signal `{name}` has a lift that is not a number")
    })?;
    let agrees = match bin.points.signum() {
        1 => bin.log_odds > 0.0,
        -1 => bin.log_odds < 0.0,
        _ => true,
    };
    ensure(agrees, || format!("points of the signal `{name}` contradict their measured lift"))
}

/// The evidence of a combination: a possible number of expected wins, and a lift over just those.
fn check_expected(name: &str, bin: &Bin) -> Result<()> {
    let Some(expected) = bin.expected else {
        return ensure(bin.points == 0, || {
            format!("a bin of the signal `{name}` gives points without expected wins")
        });
    };
    // The sum over all bins is checked against the history later; a sum of two numbers may overflow until then.
    let most = bin.won.saturating_add(bin.lost) as f64 * (1.0 + ROUNDING) + ROUNDING;
    ensure((0.0..=most).contains(&expected), || {
        format!("the expected wins of a bin of the signal `{name}` are no number of its deals")
    })?;
    let over = bin.won as f64 / expected;
    let agrees = |lift: f64| expected > 0.0 && (lift - over).abs() <= ROUNDING * over.max(1.0);
    ensure(bin.lift.is_none_or(agrees), || {
        format!("the lift of a bin of the signal `{name}` is not its won over its expected deals")
    })?;
    let points_agree = match bin.points.signum() {
        1 => bin.won as f64 > expected,
        -1 => (bin.won as f64) < expected,
        _ => true,
    };
    ensure(points_agree, || format!("points of the signal `{name}` contradict its wins over expected ones"))
}
