//! What a column's texts are before they are typed: how often each appears, and which mean "not known".

use super::intern::Texts;
use super::options::ReadOptions;
use super::table::TextColumn;

/// Texts that mean "not known" in every file. `none`, `unknown` and `NA` may be real levels and are not among them.
const ALWAYS_MISSING: [&str; 4] = ["null", "nan", "n/a", "#n/a"];

/// The distinct texts of a column with their frequencies, less those that mean "not known".
pub(super) struct Profile<'a> {
    texts: &'a Texts,
    /// For each code how many rows have it; 0 where the text means "not known".
    counts: Vec<u32>,
    /// How many cells are known.
    pub(super) filled: u64,
    /// How many distinct texts are known.
    pub(super) distinct: usize,
    /// Texts that occur and mean "not known" because the user said so.
    pub(super) given_missing: Vec<String>,
}

impl<'a> Profile<'a> {
    pub(super) fn new(name: &str, column: &'a TextColumn, options: &ReadOptions) -> Self {
        let mut counts = column.counts.clone();
        let missing = MissingCodes::new(name, options);
        let mut given_missing = Vec::new();
        for (count, text) in counts.iter_mut().zip(column.texts.iter()) {
            if missing.holds(text) {
                if *count > 0 && is_given(text) {
                    given_missing.push(text.to_owned());
                }
                *count = 0;
            }
        }
        let filled = counts.iter().map(|&count| u64::from(count)).sum();
        let distinct = counts.iter().filter(|&&count| count > 0).count();
        Self { texts: &column.texts, counts, filled, distinct, given_missing }
    }

    /// How many codes there are, those of missing texts included.
    pub(super) fn codes(&self) -> usize {
        self.counts.len()
    }

    /// Every known distinct text with its code and the number of its rows.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &'a str, u32)> {
        let coded = (0_u32..).zip(self.texts.iter()).zip(&self.counts);
        coded.filter(|(_, count)| **count > 0).map(|((code, text), &count)| (code, text, count))
    }

    /// The known distinct texts.
    pub(super) fn texts(&self) -> impl Iterator<Item = &'a str> {
        self.iter().map(|(_, text, _)| text)
    }

    /// Distinct known texts per known cell, 0 to 1; 0 where no cell is known.
    pub(super) fn distinct_share(&self) -> f64 {
        share(self.distinct as u64, self.filled)
    }
}

/// Whether a text that means "not known" does so only because it was named.
fn is_given(text: &str) -> bool {
    !ALWAYS_MISSING.iter().any(|always| always.eq_ignore_ascii_case(text))
}

/// `part / whole`, 0 of nothing.
pub(super) fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Texts that mean "not known" in one column, lower case.
struct MissingCodes {
    codes: Vec<String>,
    longest: usize,
}

impl MissingCodes {
    fn new(name: &str, options: &ReadOptions) -> Self {
        let here =
            options.missing_in.iter().filter(|(column, _)| column == name).flat_map(|(_, codes)| codes);
        let given = options.missing.iter().chain(here).map(String::as_str);
        let codes: Vec<String> =
            ALWAYS_MISSING.into_iter().chain(given).map(|code| code.trim().to_lowercase()).collect();
        let longest = codes.iter().map(String::len).max().unwrap_or(0);
        Self { codes, longest }
    }

    fn holds(&self, text: &str) -> bool {
        // Lower case shortens a character to a third at most (the Kelvin sign); longer texts need no look-up.
        if text.len() > self.longest.saturating_mul(3) {
            return false;
        }
        if text.is_ascii() {
            return self.codes.iter().any(|code| code.eq_ignore_ascii_case(text));
        }
        let lower = text.to_lowercase();
        self.codes.contains(&lower)
    }
}
