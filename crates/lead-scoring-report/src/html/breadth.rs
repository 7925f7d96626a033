//! How broad texts are, and which are figures: what the width of a column goes by.

/// Longest text of a figure: `6.14x (5.71 to 6.54)` and the like.
const LONGEST_FIGURE: usize = 30;
/// Most letters of a figure: its units, and what is between its limits.
const MOST_LETTERS: usize = 12;
/// Breadth up to which a head of East Asian writing is not broken, in letters.
const WHOLE_HEAD: usize = 8;
/// Letters of East Asian writing to which a head is broken, as breadth.
const BROKEN_HEAD: usize = 6;

/// Whether a text is a number, a date, or a number with its limits, and not followed by words.
pub(super) fn is_figure(text: &str) -> bool {
    let unsigned = text.trim_start_matches(['+', '-', '<', '>', '≥', ' ', '\u{a0}']);
    unsigned.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().count() <= LONGEST_FIGURE
        && text.chars().filter(|c| c.is_alphabetic()).count() <= MOST_LETTERS
        && !text.contains([':', '：'])
}

/// How many letters fit into the room of a text; those of East Asian writing take twice the room.
pub(super) fn breadth(text: &str) -> usize {
    text.chars().map(|c| if is_east_asian(c) { 2 } else { 1 }).sum()
}

const fn is_east_asian(c: char) -> bool {
    c >= '\u{2e80}'
}

/// Whether a head is in East Asian writing and too short to be broken.
pub(super) fn is_whole_head(text: &str) -> bool {
    text.contains(is_east_asian) && breadth(text) <= WHOLE_HEAD
}

/// The breadth of a head's longest part.
pub(super) fn narrowest_head(text: &str) -> usize {
    let whole = if is_whole_head(text) { WHOLE_HEAD } else { BROKEN_HEAD };
    longest_word(text).max(if text.contains(is_east_asian) { breadth(text).min(whole) } else { 0 })
}

/// The breadth of a text's longest word; East Asian writing may be broken after two letters.
pub(super) fn longest_word(text: &str) -> usize {
    let words = text.split(|c: char| c.is_whitespace() || is_east_asian(c)).map(breadth);
    words.max().unwrap_or(0).max(if text.contains(is_east_asian) { breadth(text).min(4) } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_short_and_not_followed_by_words() {
        for figure in ["64 %", "+6", "< 0.001", "1.55x (1.23 to 1.85)", "2025-11-02", "47 %（31 % 至 64 %）"]
        {
            assert!(is_figure(figure), "{figure}");
        }
        for text in ["82 to 85: Amount", "74 至 83：Employees", "98 % of the cells measured", "L-1", ""] {
            assert!(!is_figure(text), "{text}");
        }
    }
}
