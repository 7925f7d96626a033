//! Faults of columns and of the whole table.
//!
//! A value counts as obviously wrong where it contradicts its column: a negative number where at least 99 % are not; a number further
//! above the median than 20 times the distance from the median to the 99th percentile; a run of nines or -1 far from every other
//! value, which is often a code for "not known"; a day before 1900, or more than five years after 99 % of the others. Nothing is
//! corrected: the sentences say what to look at.
//!
//! Cost: O(distinct values) per column, and one sort of row fingerprints for the table.

use crate::findings::{FieldAudit, Quality, RepeatedIdentifier};
use crate::option::build_option;
use crate::phrases as say;
use crate::profile::Profile;
use crate::text::{percent, quoted};
use lead_scoring_core::{
    Column, Dataset, Day, Deals, Field, Kind, Message, NumberStyle, Part, Phrase, ReadNotes, Values, named_of,
};

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
pub(crate) fn of_column(field: &Field, column: &Column, profile: &Profile) -> Vec<Message> {
    let mut faults = Vec::new();
    let notes = &field.notes;
    faults.extend(unreadable(notes, column.kind()));
    faults.extend(merged(notes));
    faults.extend(given_missing(notes));
    if notes.month_first_assumed {
        faults.push(say::MONTH_ASSUMED.message());
    }
    let filled = profile.filled();
    let distinct = profile.present().count();
    if filled > 0 && distinct == 1 {
        faults.push(say::ONE_VALUE.message());
    } else if is_near_constant(profile) {
        faults.push(say::NEARLY_ONE_VALUE.message());
    }
    match column.values() {
        Values::Number(numbers) => faults.extend(wrong_numbers(numbers, profile, filled)),
        Values::Date(days) => faults.extend(wrong_days(days, profile, filled)),
        Values::Category(levels) => faults.extend(levels_for_missing(levels, profile)),
        _ => {}
    }
    faults
}

fn unreadable(notes: &ReadNotes, kind: Kind) -> Option<Message> {
    let kind = match kind {
        Kind::Number => say::KIND_NUMBER,
        Kind::Category => say::KIND_CATEGORY,
        Kind::Flag => say::KIND_FLAG,
        Kind::Date => say::KIND_DATE,
        Kind::Set => say::KIND_SET,
        Kind::Identifier => say::KIND_IDENTIFIER,
        _ => say::KIND_TEXT,
    };
    let (cells, kind) = (("cells", notes.unreadable.into()), ("kind", kind.message().into()));
    let sentence = || match notes.first_unreadable_row {
        Some(row) => say::UNREADABLE_FROM.with([cells, kind, ("row", row.to_string().into())]),
        None => say::UNREADABLE.with([cells, kind]),
    };
    (notes.unreadable > 0).then(sentence)
}

fn merged(notes: &ReadNotes) -> Option<Message> {
    const SHOWN: usize = 3;
    let into = |(kept, others): &(String, Vec<String>)| {
        let others = others.iter().map(|name| format!("`{name}`").into()).collect();
        say::MERGED_INTO.with([("others", Part::Series(others)), ("kept", kept.as_str().into())])
    };
    let beside = |first: Message, second: Message| {
        say::MERGED_BESIDE.with([("first", first.into()), ("second", second.into())])
    };
    let named = named_of(notes.merged_spellings.len(), SHOWN);
    let shown = notes.merged_spellings.iter().take(named).map(into).reduce(beside)?;
    let merges = match notes.merged_spellings.len() - named {
        0 => shown,
        more => say::MERGED_MORE.with([("merges", shown.into()), ("more", more.into())]),
    };
    Some(say::MERGED.with([("merges", merges.into())]))
}

/// The texts that count as missing because the user said so.
fn given_missing(notes: &ReadNotes) -> Option<Message> {
    const SHOWN: usize = 5;
    let texts: Vec<String> = notes.given_missing.iter().take(SHOWN).map(|text| format!("`{text}`")).collect();
    (!texts.is_empty()).then(|| {
        say::GIVEN_MISSING.with([
            ("texts", Part::Series(texts.iter().map(Part::from).collect())),
            ("count", texts.len().into()),
        ])
    })
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

fn wrong_numbers(numbers: &[f64], profile: &Profile, filled: u64) -> Vec<Message> {
    let mut faults = Vec::new();
    let code = code_for_missing(numbers, profile, filled);
    if let Some((value, deals)) = code {
        let text = value.to_string();
        let option = build_option("missing", &text);
        faults.push(say::CODE_FOR_MISSING.with([
            ("value", text.into()),
            ("deals", deals.into()),
            ("option", option.into()),
        ]));
    }
    let is_code = |at: usize| code.is_some_and(|(value, _)| numbers[at].total_cmp(&value).is_eq());
    let negative = deals_where(profile, |at| numbers[at] < 0.0 && !is_code(at));
    if negative > 0 && negative as f64 <= ERRORS * filled as f64 {
        faults.push(say::NEGATIVE.with([("deals", negative.into())]));
    }
    if let (Some(median), Some(high)) = (quantile(profile, filled, 0.5), quantile(profile, filled, 0.99)) {
        let bound = numbers[median] + EXTREME * (numbers[high] - numbers[median]);
        let extreme =
            if high > median { deals_where(profile, |at| numbers[at] > bound && !is_code(at)) } else { 0 };
        if extreme > 0 {
            let style = NumberStyle::of(numbers.iter().copied());
            faults.push(say::EXTREME_VALUES.with([
                ("deals", extreme.into()),
                ("bound", style.text(bound.round()).into()),
                ("median", style.text(numbers[median]).into()),
            ]));
        }
    }
    faults
}

/// Levels that read as if nothing were known.
fn levels_for_missing(levels: &[String], profile: &Profile) -> Option<Message> {
    const UNKNOWN: [&str; 16] = [
        "unknown",
        "none",
        "na",
        "n.a.",
        "not available",
        "not known",
        "unspecified",
        "not specified",
        "undefined",
        "missing",
        "-",
        "?",
        "未知",
        "不详",
        "未填写",
        "无",
    ];
    let present = profile.present().filter_map(|(code, _)| levels.get(code as usize));
    let unknown = present.map(|level| level.trim());
    let unknown: Vec<&str> =
        unknown.filter(|level| UNKNOWN.contains(&level.to_lowercase().as_str())).collect();
    (!unknown.is_empty()).then(|| {
        say::LEVEL_FOR_MISSING.with([
            ("levels", quoted(&unknown)),
            ("count", unknown.len().into()),
            ("option", build_option("missing", &unknown.join(",")).into()),
        ])
    })
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

fn wrong_days(days: &[Day], profile: &Profile, filled: u64) -> Vec<Message> {
    let mut faults = Vec::new();
    let early = deals_where(profile, |at| days[at] < EARLIEST);
    if early > 0 {
        faults.push(say::BEFORE_1900.with([("dates", early.into())]));
    }
    if let Some(high) = quantile(profile, filled, 0.99) {
        let ahead = deals_where(profile, |at| days[at].days_since(days[high]) > FAR_AHEAD);
        if ahead > 0 {
            faults.push(say::FAR_AHEAD_DATES.with([("dates", ahead.into())]));
        }
    }
    faults
}

/// The faults of the whole table. `identifiers` are the columns that name rows; `fields` are the findings about the columns.
pub(crate) fn of_table(deals: &Deals, identifiers: &[usize], fields: &[FieldAudit]) -> Quality {
    let data = deals.data();
    let exact_duplicates = repeats(with_outcomes(data, deals.won()));
    let traits = identifiers
        .iter()
        .filter_map(|&at| data.fields().get(at))
        .fold(data.clone(), |rest, id| rest.without(&id.name));
    let alike = if identifiers.is_empty() || traits.columns().is_empty() {
        exact_duplicates
    } else {
        repeats(with_outcomes(&traits, deals.won()))
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
    let different = data.equal_rows_are_common();
    quality.sentences = sentences(&quality, data.rows(), different, fields);
    quality
}

/// For each row a number that is equal for rows with equal cells and the same outcome.
fn with_outcomes(data: &Dataset, won: &[bool]) -> Vec<u64> {
    let of_won = |(print, won): (u64, &bool)| if *won { !print } else { print };
    data.row_fingerprints().into_iter().zip(won).map(of_won).collect()
}

/// How many numbers occurred before.
fn repeats(mut prints: Vec<u64>) -> u64 {
    prints.sort_unstable();
    prints.windows(2).filter(|pair| pair[0] == pair[1]).count() as u64
}

/// `different` says whether equal rows are taken for different deals.
fn sentences(quality: &Quality, rows: usize, different: bool, fields: &[FieldAudit]) -> Vec<Message> {
    let repeats = |phrase: Phrase, count: u64| {
        let share = percent(count as f64 / rows as f64);
        (count > 0).then(|| phrase.with([("rows", count.into()), ("share", share.into())]))
    };
    let mut sentences = Vec::new();
    let exact = if different { say::ROWS_ALIKE } else { say::REPEATED_ROWS };
    sentences.extend(repeats(exact, quality.exact_duplicates));
    let nearly = if quality.exact_duplicates > 0 {
        say::FURTHER_ROWS_NEARLY_REPEATED
    } else {
        say::NEARLY_REPEATED_ROWS
    };
    sentences.extend(repeats(nearly, quality.near_duplicates));
    // A row that repeats another in every cell repeats its names too.
    let told = |repeated: &&RepeatedIdentifier| repeated.rows > quality.exact_duplicates;
    for repeated in quality.repeated_identifiers.iter().filter(told) {
        let field = repeated.column.as_str().into();
        sentences.push(say::REPEATED_NAMES.with([("rows", repeated.rows.into()), ("field", field)]));
    }
    let told = faults(fields).into_iter().map(|(fault, names)| {
        say::FAULT_OF.with([("fields", quoted(&names)), ("fault", fault.clone().into())])
    });
    sentences.extend(told);
    sentences
}

/// Each fault once, with the columns that have it.
fn faults(fields: &[FieldAudit]) -> Vec<(&Message, Vec<&str>)> {
    let mut faults: Vec<(&Message, Vec<&str>)> = Vec::new();
    for field in fields {
        for fault in &field.quality {
            match faults.iter_mut().find(|(known, _)| *known == fault) {
                Some((_, names)) => names.push(&field.name),
                None => faults.push((fault, vec![&field.name])),
            }
        }
    }
    faults
}

/// Columns that name rows: identifiers by kind, and the one the user named.
pub(crate) fn identifiers(data: &Dataset, named: Option<usize>) -> Vec<usize> {
    let mut identifiers = data.of_kind(Kind::Identifier);
    if let Some(named) = named.filter(|at| !identifiers.contains(at)) {
        identifiers.push(named);
    }
    identifiers
}
