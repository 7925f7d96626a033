//! Whether one signal is whole.

use super::{MAX_SCORE, check_counts, ensure};
use crate::{Bin, History, Result, Signal};
use lead_scoring_core::{Binning, Kind, name_key};
use std::collections::BTreeMap;

pub(super) fn check(signal: &Signal, history: &History) -> Result<()> {
    let name = &signal.name;
    ensure(!name.is_empty() && !signal.field.is_empty(), || "a signal has no name or no field".to_owned())?;
    ensure(signal.bins.len() == signal.binning.bins() + 1, || {
        format!("the signal `{name}` has {} bins instead of {}", signal.bins.len(), signal.binning.bins() + 1)
    })?;
    ensure(signal.kind == kind_of(&signal.binning), || {
        format!("the signal `{name}` is read as {}, which its bins do not fit", signal.kind.word())
    })?;
    ensure(signal.weight.is_finite() && signal.weight >= 0.0, || {
        format!("the weight of the signal `{name}` is not a share")
    })?;
    check_binning(name, &signal.binning)?;
    for bin in &signal.bins {
        check_bin(name, bin)?;
    }
    let won = signal.bins.iter().fold(0, |sum: u64, bin| sum.saturating_add(bin.won));
    let lost = signal.bins.iter().fold(0, |sum: u64, bin| sum.saturating_add(bin.lost));
    check_counts(&format!("the signal `{name}`"), won, lost, history)
}

/// The kind a column must have for a binning to apply to it.
fn kind_of(binning: &Binning) -> Kind {
    match binning {
        Binning::Range { .. } => Kind::Number,
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
