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
    let criterion = worded(signal, at, |input, label| match &input.binning {
        Binning::Group { groups } if at < groups.len() => all_quoted(&groups[at]),
        _ => label.to_owned(),
    });
    if signal.is_pair() { signal.inputs.iter().fold(criterion, quoted_in) } else { criterion }
}

/// A combination's label in which the levels of one of its fields are quoted.
fn quoted_in(label: String, input: &Input) -> String {
    let Binning::Group { groups } = &input.binning else { return label };
    let group = |levels: &&Vec<String>| {
        let part = format!(": {}", levels.join(", "));
        label.ends_with(&part) || label.contains(&format!("{part} + "))
    };
    let found = groups.iter().find(group);
    found.map_or(label.clone(), |levels| {
        label.replacen(&format!(": {}", levels.join(", ")), &format!(": {}", all_quoted(levels)), 1)
    })
}

fn all_quoted(levels: &[String]) -> String {
    levels.iter().map(|level| quoted(level)).collect::<Vec<_>>().join(", ")
}

/// `Industry: is Retail` with every level in full, or the combination, which names its fields.
pub(crate) fn full(signal: &Signal, at: usize) -> String {
    let criterion = full_criterion(signal, at);
    if signal.is_pair() { criterion } else { format!("{}: {criterion}", subject(signal)) }
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

/// A signal with one of its bins: `Industry: Retail`, or for a combination with points of its own just the bin, which names its fields. A
/// signal that is named after the bin is not given it twice.
pub(crate) fn with_bin(signal: &str, pair: bool, bin: &str) -> String {
    let named_after = signal.strip_suffix(bin).is_some_and(|rest| rest.ends_with(": "));
    match (pair, named_after) {
        (true, _) => long_name(bin),
        (false, true) => long_name(signal),
        (false, false) => format!("{signal}: {}", long_name(bin)),
    }
}

/// Of a signal in which one bin alone has points and which is named after it (`Region: North`), the name without the bin, and the bin.
pub(crate) fn lone_bin(signal: &Signal) -> Option<(&str, usize)> {
    let mut with_points = signal.bins.iter().enumerate().filter(|(_, bin)| bin.points != 0);
    let (at, bin) = with_points.next().filter(|_| !signal.is_pair())?;
    let name = signal.name.strip_suffix(bin.label.as_str())?.strip_suffix(": ")?;
    with_points.next().is_none().then_some((name, at))
}

/// What a criterion is said of: the signal's name, without the bin it may be named after; `The combination` for a pair, whose bins name
/// their fields.
pub(crate) fn subject(signal: &Signal) -> &str {
    if signal.is_pair() {
        return "The combination";
    }
    lone_bin(signal).map_or(signal.name.as_str(), |(name, _)| name)
}

/// Whether a signal of one field gives points by the bins of a pattern, or a pair reads them.
pub(crate) fn reads(signal: &Signal, pattern: &Pattern) -> bool {
    signal.inputs.iter().any(|input| input.field == pattern.field && input.binning == pattern.binning)
}

/// `Industry: Retail` for a label such as the interactions carry, cut where it is long.
pub(crate) fn long_name(name: &str) -> String {
    let parts: Vec<String> = name.split(", ").map(ToOwned::to_owned).collect();
    format::clipped(&format::shortened(&parts, MOST_LEVELS), 4 * MOST_CHARACTERS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::{Dimension, Kind};
    use lead_scoring_model::Bin;

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

    #[test]
    fn signals_and_combinations_are_named_once_and_without_doubt() {
        assert_eq!(with_bin("Region: North", false, "North"), "Region: North");
        assert_eq!(with_bin("Region: North", false, "South"), "Region: North: South");
        assert_eq!(with_bin("North", false, "North"), "North: North");
        assert_eq!(with_bin("A + B", true, "A: x + B: y"), "A: x + B: y");
        let binning = Binning::Group { groups: vec![vec!["North".into()], vec!["South".into()]] };
        let input = Input::new("Region", Kind::Category, binning);
        let bins = ["North", "South", "not recorded"].map(|label| Bin::new(label, 5, 5, Some(1.0), 0.0));
        let signal = |name: &str, points: [i32; 3]| {
            let mut bins = bins.to_vec();
            bins.iter_mut().zip(points).for_each(|(bin, points)| bin.points = points);
            Signal::new(name.to_owned(), Dimension::Firmographic, input.clone(), 1.0, bins)
        };
        let lone = signal("Region: South", [0, 4, 0]);
        assert_eq!((lone_bin(&lone), subject(&lone)), (Some(("Region", 1)), "Region"));
        let groups = vec![vec!["Oil, gas".to_owned(), "Coal".to_owned()], vec!["Wind".to_owned()]];
        let industry = Input::new("Industry", Kind::Category, Binning::Group { groups });
        let label = "Region: North + Industry: Oil, gas, Coal".to_owned();
        assert_eq!(quoted_in(label, &industry), "Region: North + Industry: \"Oil, gas\", Coal");
        let label = "Industry: Oil, gas, Coal + Region: North".to_owned();
        assert_eq!(quoted_in(label, &industry), "Industry: \"Oil, gas\", Coal + Region: North");
        let whole = signal("Region", [-2, 4, 0]);
        assert_eq!((lone_bin(&whole), subject(&whole)), (None, "Region"));
    }
}
