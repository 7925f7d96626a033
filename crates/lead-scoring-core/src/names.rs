//! Names of fields and levels: when two spellings mean the same, and which name was probably meant.

use std::char::ToLowercase;
use std::str::Chars;

/// The key under which spellings of one name meet: lower case, with spaces, hyphens, underscores, dots and slashes removed.
///
/// `"Health Care"`, `"healthcare "` and `"Health-Care"` share a key; `"C"` and `"C++"` do not. Between two digits a hyphen, dot or
/// slash has a meaning and stays, as does a minus before the first: `"1.5"` is not `"15"`, `"10 - 20"` is `"10-20"`.
#[must_use]
pub fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    key.extend(key_chars(name));
    key
}

/// The characters of a name's [`name_key`] one after the other, so that keys can be compared without a copy of either.
///
/// ```
/// use lead_scoring_core::key_chars;
///
/// assert!(key_chars("Health-Care").eq("healthcare".chars()));
/// ```
#[must_use]
pub fn key_chars(name: &str) -> KeyChars<'_> {
    KeyChars { rest: name.chars(), lower: None, last: None, mark: None }
}

/// Iterator of [`key_chars`].
#[derive(Clone, Debug)]
pub struct KeyChars<'a> {
    rest: Chars<'a>,
    /// What is still to come of the character taken last.
    lower: Option<ToLowercase>,
    /// The last character of the key so far.
    last: Option<char>,
    /// The mark since the last kept character that may have a meaning.
    mark: Option<char>,
}

impl Iterator for KeyChars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let next = match self.lower.as_mut().and_then(ToLowercase::next) {
            Some(lower) => lower,
            None => self.take()?,
        };
        self.last = Some(next);
        Some(next)
    }
}

impl KeyChars<'_> {
    /// The first character that the next kept one of the name gives: itself in lower case, or the mark before it.
    fn take(&mut self) -> Option<char> {
        loop {
            let c = self.rest.next()?;
            if c.is_whitespace() || c == '_' {
                continue;
            }
            if let Some(plain) = plain_mark(c) {
                self.mark = self.mark.or(Some(plain));
                continue;
            }
            let mark = self.mark.take().filter(|&plain| {
                let after_digit = self.last.map_or(plain == '-', |last| last.is_ascii_digit());
                c.is_ascii_digit() && after_digit
            });
            if mark.is_none() && c.is_ascii() {
                return Some(c.to_ascii_lowercase());
            }
            let lower = self.lower.insert(c.to_lowercase());
            if let Some(first) = mark.or_else(|| lower.next()) {
                return Some(first);
            }
        }
    }
}

/// One form for hyphens and dashes of all lengths, dots and slashes; `None` for other characters.
const fn plain_mark(c: char) -> Option<char> {
    match c {
        '-' | '\u{2010}'..='\u{2015}' => Some('-'),
        '.' | '/' => Some(c),
        _ => None,
    }
}

/// The words of a name, lower case: split at anything that is not a letter or digit and where lower case turns to upper.
///
/// `"LastActivityDate"` and `"last_activity date"` give the same words.
#[must_use]
pub fn name_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut previous_lower = false;
    for c in name.chars() {
        let breaks = !c.is_alphanumeric() || (c.is_uppercase() && previous_lower);
        if breaks && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
        previous_lower = c.is_lowercase() || c.is_numeric();
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The name among `names` that `wanted` was probably meant to be, if any is near (Jaro-Winkler similarity at least 0.75).
#[cfg(feature = "read")]
#[must_use]
pub fn nearest_name<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let key = name_key(wanted);
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&key, &name_key(name)), name))
        .filter(|(similarity, _)| *similarity >= 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet_and_different_names_do_not() {
        assert_eq!(name_key("Health Care"), name_key("healthcare "));
        assert_ne!(name_key("C"), name_key("C++"));
        assert_eq!(name_key("10 - 20"), name_key("10\u{2013}20"));
        assert_eq!(name_key("Q-1 / B_2."), "q1b2");
        for (one, other) in [("1.5", "15"), ("1-5", "15"), ("-1", "1"), ("1/2", "1.2")] {
            assert_ne!(name_key(one), name_key(other));
        }
        assert_eq!(name_words("LastActivityDate"), ["last", "activity", "date"]);
        assert_eq!(name_words("days_since-last activity"), ["days", "since", "last", "activity"]);
        assert_eq!(name_words("euribor3m"), ["euribor3m"]);
    }

    /// The definition, in two steps and with a copy.
    fn key_in_full(name: &str) -> String {
        let kept: Vec<char> = name.chars().filter(|c| !c.is_whitespace() && *c != '_').collect();
        let mut key = String::new();
        for (at, &c) in kept.iter().enumerate() {
            if plain_mark(c).is_some() {
                continue;
            }
            let marks = kept[..at].iter().rev().take_while(|c| plain_mark(**c).is_some());
            if let Some(mark) = marks.last().and_then(|c| plain_mark(*c)) {
                let opens = key.is_empty() && mark == '-';
                if c.is_ascii_digit() && (opens || key.ends_with(|last: char| last.is_ascii_digit())) {
                    key.push(mark);
                }
            }
            key.extend(c.to_lowercase());
        }
        key
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(256))]

        #[test]
        fn a_key_is_the_same_character_by_character(name in "[-A-Ca-c0-2 _./\u{2013}\u{130}\u{df}]{0,12}|\\PC{0,12}") {
            proptest::prop_assert_eq!(name_key(&name), key_in_full(&name));
            proptest::prop_assert!(key_chars(&name).eq(key_in_full(&name).chars()));
        }
    }

    #[cfg(feature = "read")]
    #[test]
    fn the_nearest_name_is_found_or_none() {
        assert_eq!(nearest_name("outcom", ["Outcome", "Owner"]), Some("Outcome"));
        assert_eq!(nearest_name("zzz", ["Outcome", "Owner"]), None);
    }
}
