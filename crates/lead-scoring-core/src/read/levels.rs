//! Levels and items by name: spellings that mean the same become one, under the spelling used most.

use super::profile::Profile;
use crate::{MISSING, SetValues, name_key};
use std::collections::BTreeMap;

/// What stands between the items of a cell. A comma does not: level names hold commas.
pub(super) const BETWEEN_ITEMS: [char; 2] = [';', '|'];

/// The items of a cell, trimmed; empty ones are left out.
pub(super) fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(BETWEEN_ITEMS).map(str::trim).filter(|item| !item.is_empty())
}

/// Names with their spellings merged.
#[derive(Debug, Default)]
pub(super) struct Levels {
    /// The kept spelling of each level, in order of first appearance.
    pub(super) names: Vec<String>,
    /// For each spelling that came in, its level.
    pub(super) level_of: Vec<u32>,
    /// Kept spellings with the others that were merged into them.
    pub(super) merged: Vec<(String, Vec<String>)>,
}

impl Levels {
    /// Merges distinct spellings, each with the number of its rows. Of equally frequent ones the first is kept.
    pub(super) fn new<'a>(spellings: impl Iterator<Item = (&'a str, u64)>) -> Self {
        let mut levels = Self::default();
        let mut by_key: BTreeMap<String, u32> = BTreeMap::new();
        let mut spelled: Vec<Vec<(&str, u64)>> = Vec::new();
        for (spelling, count) in spellings {
            let next = u32::try_from(spelled.len()).unwrap_or(MISSING);
            let level = *by_key.entry(name_key(spelling)).or_insert(next);
            if level == next {
                spelled.push(Vec::new());
            }
            if let Some(known) = spelled.get_mut(level as usize) {
                known.push((spelling, count));
            }
            levels.level_of.push(level);
        }
        for known in spelled {
            let most = known.iter().map(|(_, count)| *count).max();
            let kept =
                known.iter().find(|(_, count)| Some(*count) == most).map_or("", |(spelling, _)| *spelling);
            let others: Vec<String> =
                known.iter().filter(|(s, _)| *s != kept).map(|(s, _)| (*s).to_owned()).collect();
            if !others.is_empty() {
                levels.merged.push((kept.to_owned(), others));
            }
            levels.names.push(kept.to_owned());
        }
        levels
    }
}

/// A set column's dictionary.
pub(super) struct Sets {
    pub(super) values: SetValues,
    /// For each known distinct text of the profile, in order, its combination; `None` where it holds no item.
    pub(super) combination_of: Vec<Option<u32>>,
    /// Kept spellings of items with the others that were merged into them.
    pub(super) merged: Vec<(String, Vec<String>)>,
}

/// Splits every distinct text of a column into items.
pub(super) fn sets(profile: &Profile<'_>) -> Sets {
    // Spellings of items are numbered as they appear, with the rows they appear in.
    let mut position: BTreeMap<&str, usize> = BTreeMap::new();
    let mut spellings: Vec<(&str, u64)> = Vec::new();
    for (_, text, count) in profile.iter() {
        for item in items(text) {
            let at = *position.entry(item).or_insert(spellings.len());
            match spellings.get_mut(at) {
                Some((_, rows)) => *rows += u64::from(count),
                None => spellings.push((item, u64::from(count))),
            }
        }
    }
    let levels = Levels::new(spellings.into_iter());
    let mut combinations: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
    let mut members = Vec::new();
    let combination_of = profile.texts().map(|text| {
        let level = |item: &str| position.get(item).and_then(|&at| levels.level_of.get(at)).copied();
        let mut held: Vec<u32> = items(text).filter_map(level).collect();
        held.sort_unstable();
        held.dedup();
        if held.is_empty() {
            return None;
        }
        Some(*combinations.entry(held).or_insert_with_key(|held| {
            members.push(held.clone());
            u32::try_from(members.len() - 1).unwrap_or(MISSING)
        }))
    });
    let combination_of = combination_of.collect();
    Sets { values: SetValues { items: levels.names, members }, combination_of, merged: levels.merged }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet_under_the_most_frequent() {
        let levels =
            Levels::new([("health care", 2), ("Retail", 1), ("Healthcare", 5), ("RETAIL", 1)].into_iter());
        assert_eq!(levels.names, ["Healthcare", "Retail"]);
        assert_eq!(levels.level_of, [0, 1, 0, 1]);
        let merged = [("Healthcare", "health care"), ("Retail", "RETAIL")]
            .map(|(kept, other)| (kept.to_owned(), vec![other.to_owned()]));
        assert_eq!(levels.merged, merged);
    }

    #[test]
    fn cells_split_at_semicolons_and_bars_only() {
        assert_eq!(items(" a, b ;; c|d; ").collect::<Vec<_>>(), ["a, b", "c", "d"]);
        assert_eq!(items(" ; ").count(), 0);
    }
}
