//! What bins are called in tables: short, however many levels a group has.

use crate::format;
use lead_scoring_core::Binning;
use lead_scoring_lift::Pattern;
use lead_scoring_model::{Input, Signal};

/// Levels of a group that are named.
const MOST_LEVELS: usize = 4;
/// Characters of a level that are shown.
const MOST_CHARACTERS: usize = 48;

/// The label of a bin with the levels of a group cut to the first few.
pub(crate) fn of_bin(binning: &Binning, at: usize, label: &str) -> String {
    match binning {
        Binning::Group { groups } if at < groups.len() => {
            let levels: Vec<String> =
                groups[at].iter().map(|level| format::clipped(level, MOST_CHARACTERS)).collect();
            format::shortened(&levels, MOST_LEVELS)
        }
        _ => format::clipped(label, 2 * MOST_CHARACTERS),
    }
}

/// `Industry: Retail, Mining`.
pub(crate) fn of_pattern(pattern: &Pattern, at: usize) -> String {
    let label = pattern.bins.get(at).map_or("", |bin| bin.label.as_str());
    format!("{}: {}", pattern.name, of_bin(&pattern.binning, at, label))
}

/// When a value falls into a bin of a signal, with the levels of a group cut to the first few. For a combination it is a phrase by itself.
pub(crate) fn criterion(signal: &Signal, at: usize) -> String {
    worded(signal, at, |input, label| of_bin(&input.binning, at, label))
}

/// The same with every level in full, so that a reader can score by hand.
pub(crate) fn full_criterion(signal: &Signal, at: usize) -> String {
    worded(signal, at, |input, label| match &input.binning {
        Binning::Group { groups } if at < groups.len() => {
            let levels: Vec<String> = groups[at].iter().map(|level| quoted(level)).collect();
            levels.join(", ")
        }
        _ => label.to_owned(),
    })
}

/// A level as it is, or between quotes where it could be taken for several.
fn quoted(level: &str) -> String {
    if level.contains([',', '"']) { format!("\"{}\"", level.replace('"', "\"\"")) } else { level.to_owned() }
}

/// For a combination its label, which says which field has which value.
fn worded(signal: &Signal, at: usize, group: impl Fn(&Input, &str) -> String) -> String {
    let label = signal.bins.get(at).map_or("", |bin| bin.label.as_str());
    let [input] = signal.inputs.as_slice() else {
        let is_missing = at == signal.missing_code();
        return if is_missing { "a value is missing, unless listed".to_owned() } else { label.to_owned() };
    };
    if at == signal.missing_code() {
        return "no value".to_owned();
    }
    match &input.binning {
        Binning::Group { .. } => format!("is {}", group(input, label)),
        Binning::Range { .. } => format!("is {label}"),
        Binning::Digits { .. } => format!("has {label}"),
        Binning::Contains { item } if at == 1 => format!("contains {item}"),
        Binning::Contains { item } => format!("does not contain {item}"),
        _ => format!("is {label}"),
    }
}

/// A signal with one of its bins: `Industry: Retail`, or for a combination with points of its own just the bin, which names its fields.
pub(crate) fn with_bin(signal: &str, pair: bool, bin: &str) -> String {
    let bin = long_name(bin);
    if pair { bin } else { format!("{signal}: {bin}") }
}

/// `Industry: Retail` for a label such as the interactions carry, cut where it is long.
pub(crate) fn long_name(name: &str) -> String {
    let parts: Vec<String> = name.split(", ").map(ToOwned::to_owned).collect();
    format::clipped(&format::shortened(&parts, MOST_LEVELS), 4 * MOST_CHARACTERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_hundreds_stay_short() {
        let levels: Vec<String> = (0..300).map(|at| format!("Level {at}")).collect();
        let binning = Binning::Group { groups: vec![levels.clone()] };
        assert_eq!(
            of_bin(&binning, 0, &levels.join(", ")),
            "Level 0, Level 1, Level 2, Level 3 and 296 more"
        );
        assert_eq!(of_bin(&binning, 1, "not recorded"), "not recorded");
        assert_eq!([quoted("Retail"), quoted("Oil, \"gas\"")], ["Retail", "\"Oil, \"\"gas\"\"\""]);
        assert_eq!(
            long_name(&format!("Place: {}", levels.join(", "))),
            "Place: Level 0, Level 1, Level 2, Level 3 and 296 more"
        );
    }
}
