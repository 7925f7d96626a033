//! How levels are named: side by side or as alternatives, few of many, between quotes where that is needed, a group of nearly all by the
//! rest.

use crate::format;
use crate::phrases::{ANY_KNOWN, ANY_KNOWN_BUT, LABEL_MORE, LABEL_OR_MORE, ONE_OF_TWO};
use lead_scoring_core::{Dataset, Part, Values, named_of};

/// Levels of a group that are named.
pub(super) const MOST_LEVELS: usize = 4;
/// Characters of a level that are shown.
pub(super) const MOST_CHARACTERS: usize = 100;
/// Deals that a level needs to be named as something to act on.
pub(super) const ENOUGH_DEALS: u64 = 10;
/// A further level of a group is named where it has at least this share of the deals of the first.
const WORTH_NAMING: f64 = 0.1;

/// A group that holds all levels there are, or more than can be named and all but one, by what it leaves out.
pub(super) fn nearly_all(groups: &[Vec<String>], at: usize) -> Option<Part> {
    let group = groups.get(at)?;
    match groups {
        [_] if group.len() > 1 => Some(ANY_KNOWN.message().into()),
        [_, _] if group.len() > named_of(group.len(), MOST_LEVELS) => match groups[1 - at].as_slice() {
            [other] => Some(ANY_KNOWN_BUT.with([("value", shown(other, MOST_CHARACTERS).into())]).into()),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a level of a group has enough deals to be named, beside one that has `most`.
pub(crate) fn is_worth_naming(deals: u64, most: u64) -> bool {
    deals >= ENOUGH_DEALS && deals as f64 >= WORTH_NAMING * most as f64
}

/// Levels of a field with the deals that have them, most frequent first; all of them, if none is in the data.
pub(super) fn by_deals<'a>(field: &str, levels: &'a [String], deals: &Dataset) -> Vec<(&'a String, u64)> {
    let column = deals.column(field);
    let Some((column, Values::Category(names))) = column.map(|column| (column, column.values())) else {
        return levels.iter().map(|level| (level, ENOUGH_DEALS)).collect();
    };
    let mut counts = vec![0_u64; names.len()];
    for code in column.codes() {
        if let Some(count) = counts.get_mut(*code as usize) {
            *count += 1;
        }
    }
    let count = |level: &String| names.iter().position(|name| name == level).map_or(0, |at| counts[at]);
    let mut counted: Vec<(&String, u64)> = levels.iter().map(|level| (level, count(level))).collect();
    counted.sort_by_key(|(_, deals)| std::cmp::Reverse(*deals));
    counted
}

/// `a, b or c`, or the first few and how many more.
pub(crate) fn any_of(levels: &[String], most: usize) -> Part {
    let first = levels.iter().take(named_of(levels.len(), most));
    let named: Vec<String> = first.map(|level| shown(level, MOST_CHARACTERS)).collect();
    match (levels.len() - named.len(), named.split_last()) {
        (1.., _) => {
            let more = levels.len() - named.len();
            LABEL_OR_MORE.with([("names", list(&named)), ("more", more.into())]).into()
        }
        (0, Some((last, [_, ..]))) => {
            let first = list(&named[..named.len() - 1]);
            ONE_OF_TWO.with([("first", first), ("second", last.as_str().into())]).into()
        }
        _ => named.concat().into(),
    }
}

pub(super) fn every(levels: &[String]) -> Part {
    list(&levels.iter().map(|level| quoted(level)).collect::<Vec<_>>())
}

/// Names side by side.
pub(super) fn list(names: &[String]) -> Part {
    match names {
        [name] => name.as_str().into(),
        _ => Part::Series(names.iter().map(Part::from).collect()),
    }
}

pub(super) fn short_levels(levels: &[String]) -> Part {
    let levels: Vec<String> = levels.iter().map(|level| shown(level, MOST_CHARACTERS)).collect();
    shortened(&levels, MOST_LEVELS)
}

pub(super) fn short_list(text: &str) -> Part {
    let parts: Vec<String> = text.split(", ").map(ToOwned::to_owned).collect();
    if parts.len() <= MOST_LEVELS + 1 {
        return format::clipped(text, 4 * MOST_CHARACTERS).into();
    }
    shortened(&parts, MOST_LEVELS)
}

/// The first few of many names and how many more there are: `a, b, c and 37 more`.
pub(crate) fn shortened(names: &[String], most: usize) -> Part {
    let (named, rest) = names.split_at(named_of(names.len(), most));
    if rest.is_empty() {
        return list(names);
    }
    let more = rest.len();
    LABEL_MORE.with([("names", list(named)), ("more", more.into())]).into()
}

/// A level as it is, or between quotes where a reader could take it for several or for a part of the sentence.
pub(super) fn quoted(level: &str) -> String {
    shown(level, usize::MAX)
}

/// The same, cut to so many characters.
pub(crate) fn shown(level: &str, most: usize) -> String {
    let text = format::clipped(level, most);
    if is_ambiguous(level) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// Whether a level holds what stands between the levels of a list or between parts of a sentence.
fn is_ambiguous(level: &str) -> bool {
    const MARKS: [char; 7] = [',', ';', '"', '…', '，', '、', '；'];
    const WORDS: [&str; 4] = ["..", " and ", " or ", " + "];
    const LAST: [char; 8] = ['.', ':', '!', '?', '。', '：', '！', '？'];
    let lower = level.to_lowercase();
    level.contains(MARKS) || WORDS.iter().any(|word| lower.contains(word)) || level.ends_with(LAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_that_could_be_taken_for_several_stand_between_quotes() {
        for doubtful in
            ["... < 100 DM", "Oil and gas", "Tea OR coffee", "Acme Inc.", "North + South", "石油、天然气"]
        {
            assert_eq!(quoted(doubtful), format!("\"{doubtful}\""));
        }
        for plain in ["Orlando", "Sand", "no credits/ all paid", "$50M-$250M", "male : single"] {
            assert_eq!(quoted(plain), plain);
        }
        let levels = ["... < 1 year", "unemployed", "Oil, gas"].map(str::to_owned);
        assert_eq!(any_of(&levels, MOST_LEVELS).to_string(), "\"... < 1 year\", unemployed or \"Oil, gas\"");
        assert_eq!(every(&levels).to_string(), "\"... < 1 year\", unemployed, \"Oil, gas\"");
        assert_eq!([quoted("Retail"), quoted("Oil, \"gas\"")], ["Retail", "\"Oil, \"\"gas\"\"\""]);
    }
}
