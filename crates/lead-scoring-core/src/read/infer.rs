//! What kind of field a column is, decided on its distinct texts.
//!
//! The rules, first match wins: flag, date, number (or identifier, where the numbers only name or count the rows), set, text,
//! identifier, category. A column without any known cell is a category.

use super::options::ReadOptions;
use super::profile::Profile;
use super::{date, flag, levels, number};
use crate::{Kind, name_words};
use std::collections::BTreeSet;

/// How a column will be typed, with what was read on the way.
pub(super) enum Plan {
    Number(number::Reading),
    Date(date::Reading),
    Flag,
    Category,
    Set,
    Identifier,
    Text,
}

impl Plan {
    pub(super) const fn kind(&self) -> Kind {
        match self {
            Self::Number(_) => Kind::Number,
            Self::Date(_) => Kind::Date,
            Self::Flag => Kind::Flag,
            Self::Category => Kind::Category,
            Self::Set => Kind::Set,
            Self::Identifier => Kind::Identifier,
            Self::Text => Kind::Text,
        }
    }
}

/// The plan for a column: the kind the options give, else the inferred one.
pub(super) fn plan(name: &str, profile: &Profile<'_>, options: &ReadOptions) -> Plan {
    match options.kind_of(name) {
        Some(Kind::Number) => Plan::Number(number::Reading::new(profile)),
        Some(Kind::Date) => Plan::Date(date::Reading::new(profile, options.date_order)),
        Some(Kind::Flag) => Plan::Flag,
        Some(Kind::Category) => Plan::Category,
        Some(Kind::Set) => Plan::Set,
        Some(Kind::Identifier) => Plan::Identifier,
        Some(Kind::Text) => Plan::Text,
        None => infer(name, profile, options),
    }
}

fn infer(name: &str, profile: &Profile<'_>, options: &ReadOptions) -> Plan {
    if flag::is_flag(profile) {
        return Plan::Flag;
    }
    if date::is_date(profile) {
        return Plan::Date(date::Reading::new(profile, options.date_order));
    }
    let numbers = number::Reading::new(profile);
    if numbers.suffices(profile) {
        return if names_rows(name, profile, &numbers) { Plan::Identifier } else { Plan::Number(numbers) };
    }
    texts(profile)
}

/// The fewest cells that show whether texts or numbers name rows: in a few rows anything is distinct.
const MANY: u64 = 20;
/// The fewest cells that make an unbroken run of numbers a row counter.
const COUNTER: u64 = 50;

/// Whether whole numbers are names of rows: nearly all distinct under a telling name, or a counter with few gaps.
fn names_rows(name: &str, profile: &Profile<'_>, numbers: &number::Reading) -> bool {
    if profile.filled < MANY
        || profile.distinct_share() < 0.98
        || numbers.values().any(|value| value.fract() != 0.0)
    {
        return false;
    }
    let (low, high) =
        numbers.values().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    let all_distinct = profile.distinct as u64 == profile.filled;
    let is_counter =
        profile.filled >= COUNTER && all_distinct && high - low + 1.0 <= 1.2 * profile.filled as f64;
    is_counter || is_row_name(name)
}

/// Whether a column's name says that it names rows: "Lead Number", "account_id" - but not "Number of employees".
pub(super) fn is_row_name(name: &str) -> bool {
    const WORDS: [&str; 12] =
        ["id", "uuid", "guid", "number", "no", "nr", "num", "key", "ref", "code", "record", "serial"];
    let words = name_words(name);
    (0..words.len())
        .any(|at| WORDS.contains(&words[at].as_str()) && words.get(at + 1).is_none_or(|next| next != "of"))
}

fn texts(profile: &Profile<'_>) -> Plan {
    if is_set(profile) {
        return Plan::Set;
    }
    if profile.filled < MANY {
        return Plan::Category;
    }
    let lengths = || profile.iter().map(|(_, text, count)| (text.chars().count() as u64, u64::from(count)));
    let mean = lengths().map(|(length, count)| length * count).sum::<u64>() as f64 / profile.filled as f64;
    let distinct = profile.distinct_share();
    let some_long = || lengths().any(|(length, _)| length > 100);
    if distinct > 0.5 && mean > 40.0 || distinct >= 0.95 && some_long() {
        Plan::Text
    } else if distinct >= 0.95 {
        Plan::Identifier
    } else {
        Plan::Category
    }
}

/// Whether cells are lists: a tenth of them hold several items, and the same few items come back in other combinations.
fn is_set(profile: &Profile<'_>) -> bool {
    const MOST_ITEMS: usize = 200;
    let lists = profile
        .iter()
        .filter(|(_, text, _)| text.contains(levels::BETWEEN_ITEMS))
        .map(|(_, _, count)| u64::from(count))
        .sum::<u64>();
    if lists == 0 || lists.saturating_mul(10) < profile.filled {
        return false;
    }
    let mut items = BTreeSet::new();
    for text in profile.texts() {
        items.extend(levels::items(text).map(crate::name_key));
        if items.len() > MOST_ITEMS {
            return false;
        }
    }
    items.len() < profile.distinct
}
