//! Faults of columns and of the whole table.
//!
//! A value counts as obviously wrong where it contradicts its column: a negative number where at least 99 % are not; a number further
//! above the median than 20 times the distance from the median to the 99th percentile; a run of nines or -1 far from every other
//! value, which is often a code for "not known"; a day before 1900, or more than five years after 99 % of the others. Nothing is
//! corrected: the sentences say what to look at.
//!
//! Cost: O(distinct values) per column, and one sort of row fingerprints for the table.

use crate::findings::{FieldAudit, Quality, RepeatedIdentifier};
use crate::profile::Profile;
use crate::text::percent;
use lead_scoring_core::counted;
use lead_scoring_core::{Column, Dataset, Day, Field, Kind, Values};

/// Share of one value among the filled cells from which a column is nearly constant.
const NEAR_CONSTANT: f64 = 0.99;
/// Largest share of contradicting values that are still taken for errors.
const ERRORS: f64 = 0.01;
/// Distances from the median to the 99th percentile beyond which a number is extreme.
const EXTREME: f64 = 20.0;
/// 1900-01-01.
const EARLIEST: Day = Day::from_epoch_days(-25_567);
/// Days beyond 99 % of the other dates from which a date is out of line.
const FAR_AHEAD: i64 = 5 * 366;

/// Whether nearly all deals with a value have the same one, and more than one value occurs or some are missing.
pub(crate) fn is_near_constant(profile: &Profile) -> bool {
    let largest =
        profile.present().map(|(_, [lost, won])| u64::from(lost) + u64::from(won)).max().unwrap_or(0);
    largest > 0 && largest as f64 >= NEAR_CONSTANT * profile.filled() as f64
}

/// The faults of one column, as sentences.
pub(crate) fn of_column(field: &Field, column: &Column, profile: &Profile) -> Vec<String> {
    let mut faults = Vec::new();
    let notes = &field.notes;
    if notes.unreadable > 0 {
        let first =
            notes.first_unreadable_row.map_or_else(String::new, |row| format!(" (first in row {row})"));
        let cells = counted(notes.unreadable, "cell");
        faults.push(format!(
            "{cells} could not be read as a {}{first} and count as missing.",
            column.kind().word()
        ));
    }
    if !notes.merged_spellings.is_empty() {
        let shown: Vec<String> = notes
            .merged_spellings
            .iter()
            .take(3)
            .map(|(kept, others)| format!("`{}` into `{kept}`", others.join("`, `")))
            .collect();
        let more = notes.merged_spellings.len().saturating_sub(shown.len());
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        faults.push(format!("Spellings of one level were merged: {}{more}.", shown.join("; ")));
    }
    if notes.month_first_assumed {
        faults.push(
            "Its dates do not show whether the day or the month comes first; the month was assumed."
                .to_owned(),
        );
    }
    let filled = profile.filled();
    let distinct = profile.present().count();
    if filled > 0 && distinct == 1 {
        faults.push("Every deal with a value has the same one.".to_owned());
    } else if is_near_constant(profile) {
        faults.push("At least 99 % of the deals with a value have the same one.".to_owned());
    }
    match column.values() {
        Values::Number(numbers) => faults.extend(wrong_numbers(numbers, profile, filled)),
        Values::Date(days) => faults.extend(wrong_days(days, profile, filled)),
        _ => {}
    }
    faults
}

/// Deals with the values that satisfy a condition.
fn deals_where(profile: &Profile, holds: impl Fn(usize) -> bool) -> u64 {
    profile
        .present()
        .filter(|(code, _)| holds(*code as usize))
        .map(|(_, [lost, won])| u64::from(lost) + u64::from(won))
        .sum()
}

/// The code of the value at a share of the filled deals; codes of numbers and days ascend with their values.
fn quantile(profile: &Profile, filled: u64, share: f64) -> Option<usize> {
    let mut sum = 0;
    profile
        .present()
        .find(|(_, [lost, won])| {
            sum += u64::from(*lost) + u64::from(*won);
            sum as f64 >= share * filled as f64
        })
        .map(|(code, _)| code as usize)
}

fn wrong_numbers(numbers: &[f64], profile: &Profile, filled: u64) -> Vec<String> {
    let mut faults = Vec::new();
    let code = code_for_missing(numbers, profile, filled);
    if let Some((value, deals)) = code {
        faults.push(format!(
            "{} in {} stands apart from every other value: if it means \"not known\", name it as a missing code.",
            value,
            counted(deals, "deal")
        ));
    }
    let is_code = |at: usize| code.is_some_and(|(value, _)| numbers[at].total_cmp(&value).is_eq());
    let negative = deals_where(profile, |at| numbers[at] < 0.0 && !is_code(at));
    if negative > 0 && negative as f64 <= ERRORS * filled as f64 {
        let verb = if negative == 1 { "has" } else { "have" };
        faults.push(format!(
            "{} {verb} a negative value where nearly all others have none.",
            counted(negative, "deal")
        ));
    }
    if let (Some(median), Some(high)) = (quantile(profile, filled, 0.5), quantile(profile, filled, 0.99)) {
        let bound = numbers[median] + EXTREME * (numbers[high] - numbers[median]);
        let extreme =
            if high > median { deals_where(profile, |at| numbers[at] > bound && !is_code(at)) } else { 0 };
        if extreme > 0 {
            let verb = if extreme == 1 { "lies" } else { "lie" };
            let deals = counted(extreme, "deal");
            faults.push(format!(
                "{deals} {verb} extremely far above the others (over {bound:.0} against a median of {}).",
                numbers[median]
            ));
        }
    }
    faults
}

/// A value of nines, or -1, that at least 1 % of the deals have and that lies far from every other value.
fn code_for_missing(numbers: &[f64], profile: &Profile, filled: u64) -> Option<(f64, u64)> {
    const CODES: [f64; 8] = [99.0, 999.0, 9999.0, 99_999.0, 999_999.0, -1.0, -99.0, -999.0];
    let present: Vec<(f64, u64)> = profile
        .present()
        .map(|(code, [lost, won])| (numbers[code as usize], u64::from(lost) + u64::from(won)))
        .collect();
    let (&last, before) = present.split_last()?;
    let (&first, after) = present.split_first()?;
    let is_code = |value: f64| CODES.iter().any(|code| code.total_cmp(&value).is_eq());
    let frequent = |deals: u64| deals as f64 >= ERRORS * filled as f64;
    let top_apart = before.last().is_some_and(|(below, _)| *below >= 0.0 && below * 5.0 < last.0);
    let bottom_apart = after.first().is_some_and(|(above, _)| *above >= 0.0);
    if is_code(last.0) && frequent(last.1) && top_apart {
        return Some(last);
    }
    (is_code(first.0) && first.0 < 0.0 && frequent(first.1) && bottom_apart).then_some(first)
}

fn wrong_days(days: &[Day], profile: &Profile, filled: u64) -> Vec<String> {
    let mut faults = Vec::new();
    let early = deals_where(profile, |at| days[at] < EARLIEST);
    if early > 0 {
        faults.push(format!("{} before 1900.", counted(early, "date")));
    }
    if let Some(high) = quantile(profile, filled, 0.99) {
        let ahead = deals_where(profile, |at| days[at].days_since(days[high]) > FAR_AHEAD);
        if ahead > 0 {
            faults.push(format!("{} over five years later than nearly all others.", counted(ahead, "date")));
        }
    }
    faults
}

/// The faults of the whole table. `identifiers` are the columns that name rows; `fields` are the findings about the columns.
pub(crate) fn of_table(data: &Dataset, identifiers: &[usize], fields: &[FieldAudit]) -> Quality {
    let exact_duplicates = repeats(data.row_fingerprints());
    let traits = identifiers
        .iter()
        .filter_map(|&at| data.fields().get(at))
        .fold(data.clone(), |rest, id| rest.without(&id.name));
    let alike = if identifiers.is_empty() || traits.columns().is_empty() {
        exact_duplicates
    } else {
        repeats(traits.row_fingerprints())
    };
    let near_duplicates = alike.saturating_sub(exact_duplicates);
    let repeated_identifiers: Vec<RepeatedIdentifier> = identifiers
        .iter()
        .filter_map(|&at| {
            let field = fields.get(at).filter(|field| field.filled > field.distinct)?;
            Some(RepeatedIdentifier { column: field.name.clone(), rows: field.filled - field.distinct })
        })
        .collect();
    let unreadable_cells = data.fields().iter().map(|field| field.notes.unreadable).sum();
    let mut quality = Quality {
        exact_duplicates,
        near_duplicates,
        repeated_identifiers,
        unreadable_cells,
        sentences: Vec::new(),
    };
    quality.sentences = sentences(&quality, data.rows(), fields);
    quality
}

/// How many numbers occurred before.
fn repeats(mut prints: Vec<u64>) -> u64 {
    prints.sort_unstable();
    prints.windows(2).filter(|pair| pair[0] == pair[1]).count() as u64
}

fn sentences(quality: &Quality, rows: usize, fields: &[FieldAudit]) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut repeat = |count: u64, what: &str| {
        if count > 0 {
            let verb = if count == 1 { "repeats" } else { "repeat" };
            let share = percent(count as f64 / rows as f64);
            sentences.push(format!("{} ({share}) {verb} an earlier row in {what}.", counted(count, "row")));
        }
    };
    repeat(quality.exact_duplicates, "every cell");
    repeat(quality.near_duplicates, "every cell but the identifiers");
    for repeated in &quality.repeated_identifiers {
        let verb = if repeated.rows == 1 { "has" } else { "have" };
        sentences.push(format!(
            "{} {verb} a value of `{}` that an earlier row has.",
            counted(repeated.rows, "row"),
            repeated.column
        ));
    }
    for field in fields {
        sentences.extend(field.quality.iter().map(|fault| format!("`{}`: {fault}", field.name)));
    }
    sentences
}

/// Columns that name rows: identifiers by kind, and the one the user named.
pub(crate) fn identifiers(data: &Dataset, named: Option<usize>) -> Vec<usize> {
    let mut identifiers = data.of_kind(Kind::Identifier);
    if let Some(named) = named.filter(|at| !identifiers.contains(at)) {
        identifiers.push(named);
    }
    identifiers
}
