//! Yes and no.

use super::Cell;
use super::profile::Profile;
use crate::csv_cell::plain_number;

const YES: [&str; 5] = ["yes", "y", "true", "t", "1"];
const NO: [&str; 5] = ["no", "n", "false", "f", "0"];

/// The meaning of a yes-or-no word.
fn word(text: &str) -> Option<bool> {
    let is = |word: &&str| text.eq_ignore_ascii_case(word);
    if YES.iter().any(is) {
        Some(true)
    } else if NO.iter().any(is) {
        Some(false)
    } else {
        None
    }
}

/// The meaning of a cell in a flag column: a yes-or-no word, or a number equal to 1 or 0 (`1.0` of a column that had gaps).
#[expect(clippy::float_cmp, reason = "1 and 0 are exact")]
pub(super) fn parse(text: &str) -> Cell<bool> {
    let number = || plain_number(text).and_then(|x| (x == 0.0 || x == 1.0).then_some(x == 1.0));
    word(text).or_else(number).map_or(Cell::Unreadable, Cell::Value)
}

/// Whether a column is a flag: yes-or-no words throughout. A column of nothing but `1` or nothing but `0` is a number.
pub(super) fn is_flag(profile: &Profile<'_>) -> bool {
    let only_digit = profile.distinct == 1 && profile.texts().all(|text| text == "0" || text == "1");
    profile.distinct > 0 && !only_digit && profile.texts().all(|text| word(text).is_some())
}
