//! Text that others wrote, made harmless in Markdown: in a table cell, a list item or a sentence it shows as it was, on one line.
//!
//! Whatever could start mark-up is escaped with a backslash (CommonMark 0.31, section 2.4, and the table and strike-through extensions
//! of GitHub). An underscore inside a word cannot start emphasis and stays as it is. Line breaks, tabs, other control characters and
//! those that turn the direction of writing become one space.

/// Any text as plain Markdown text.
pub(crate) fn text(raw: &str) -> String {
    escape(&one_line(raw), true)
}

/// Stands for a backtick of the data in a sentence whose own backticks pair up; it lies where Unicode has no characters of its own.
pub(crate) const BACKTICK: char = '\u{f8f0}';

/// One line as plain text; `begins` where nothing stands before it.
fn escape(line: &str, begins: bool) -> String {
    let mut escaped = String::with_capacity(line.len() + 8);
    let mut previous = if begins { None } else { Some(' ') };
    let mut only_digits = begins;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let c = if c == BACKTICK { '`' } else { c };
        let inside_word = |other: Option<char>| other.is_some_and(char::is_alphanumeric);
        let marks = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' => true,
            '_' => !(inside_word(previous) && inside_word(chars.peek().copied())),
            // These mean something only where a line or a list item begins, the first also where a heading ends.
            '#' => previous.is_none_or(|other| matches!(other, ' ' | '#')),
            '=' => previous.is_none(),
            '+' | '-' => previous.is_none() && chars.peek().is_none_or(|next| matches!(next, ' ' | '-')),
            '.' | ')' => only_digits && previous.is_some() && chars.peek().is_none_or(|next| *next == ' '),
            _ => false,
        };
        if marks {
            escaped.push('\\');
        }
        escaped.push(c);
        only_digits &= c.is_ascii_digit();
        previous = Some(c);
    }
    escaped
}

/// A sentence in which names stand between backticks: the names become code, everything else plain text.
pub(crate) fn prose(sentence: &str) -> String {
    let line = one_line(sentence);
    let parts: Vec<&str> = line.split('`').collect();
    // An odd number of backticks, or two side by side, cannot be paired safely.
    if parts.len().is_multiple_of(2) || line.contains("``") {
        return text(&line);
    }
    let piece = |(at, part): (usize, &&str)| match at % 2 {
        0 => escape(part, at == 0),
        _ => code(part),
    };
    parts.iter().enumerate().map(piece).collect()
}

/// A name as code; as plain text where a table or the code itself could not hold it.
pub(crate) fn code(name: &str) -> String {
    let name = one_line(name).replace(BACKTICK, "`");
    if name.trim().is_empty() || name.contains(['`', '|']) {
        return text(&name);
    }
    format!("`{name}`")
}

/// A text on one line, without what steers a terminal or turns the direction of writing.
pub(crate) fn one_line(raw: &str) -> String {
    let mut line = String::with_capacity(raw.len());
    for c in raw.chars() {
        let breaks = c.is_control()
            || matches!(c, '\u{61c}' | '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        match c {
            _ if breaks && line.ends_with(' ') => {}
            _ if breaks => line.push(' '),
            c => line.push(c),
        }
    }
    line.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn mark_up_is_shown_instead_of_meant() {
        assert_eq!(text("=1|2 <b>"), "\\=1\\|2 \\<b\\>");
        assert_eq!(text("a\r\nb\tc"), "a b c");
        assert_eq!(text("a\u{61c}b\u{202e}\u{2069}c"), "a b c");
        assert_eq!(text("hot_precision _x_"), "hot_precision \\_x\\_");
        assert_eq!(text("# title"), "\\# title");
        assert_eq!(text("12. June"), "12\\. June");
        assert_eq!((text("-5"), text("- 5")), ("-5".into(), "\\- 5".into()));
        assert_eq!(text("1.5"), "1.5");
    }

    #[test]
    fn names_in_sentences_become_code() {
        assert_eq!(prose("`Tags`: 3 % of `a_b` are <x>."), "`Tags`: 3 % of `a_b` are \\<x\\>.");
        assert_eq!(prose("`a|b` is filled"), "a\\|b is filled");
        let data = format!("a{BACKTICK}b is `c{BACKTICK}d` and `e`");
        assert_eq!(prose(&data), "a\\`b is c\\`d and `e`");
        assert_eq!(prose("one ` alone"), "one \\` alone");
        assert_eq!(prose("`` two"), "\\`\\` two");
    }

    /// Whether each bar, bracket and tag outside of code is preceded by an odd number of backslashes.
    fn is_harmless(markdown: &str) -> bool {
        let mut escaped = false;
        let mut in_code = false;
        for c in markdown.chars() {
            match c {
                _ if escaped => escaped = false,
                '\\' if !in_code => escaped = true,
                '`' => in_code = !in_code,
                '|' => return false,
                '<' | '>' | '&' | '[' | ']' | '*' if !in_code => return false,
                '\n' | '\r' => return false,
                _ => {}
            }
        }
        !in_code && !escaped
    }

    /// What a reader sees of a document, blanks counted once; `None` where anything but text, code and the frame it was put in arose.
    fn seen(markdown: &str) -> Option<String> {
        use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
        let mut text = String::new();
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Text(part) | Event::Code(part) => text.push_str(&part),
                Event::Start(
                    Tag::Paragraph
                    | Tag::Heading { level: HeadingLevel::H2, .. }
                    | Tag::List(None)
                    | Tag::Item
                    | Tag::Table(_)
                    | Tag::TableHead
                    | Tag::TableRow
                    | Tag::TableCell,
                )
                | Event::End(
                    TagEnd::Paragraph
                    | TagEnd::Heading(_)
                    | TagEnd::List(_)
                    | TagEnd::Item
                    | TagEnd::Table
                    | TagEnd::TableHead
                    | TagEnd::TableRow
                    | TagEnd::TableCell,
                ) => {}
                _ => return None,
            }
        }
        Some(blanks_once(&text))
    }

    fn blanks_once(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn a_markdown_parser_reads_the_text_back(
            raw in "(?s)\\PC{1,40}", marks in "[`|<>&*_\\[\\]\\\\ #.a1\\-=+~$!:()\u{202e}\u{5d0}\u{1f600}]{1,30}",
        ) {
            for raw in [&raw, &marks] {
                let wanted = blanks_once(&one_line(raw));
                prop_assume!(!wanted.is_empty());
                for escaped in [text(raw), code(raw)] {
                    let frames = [
                        (format!("{escaped}\n"), wanted.clone()),
                        (format!("## {escaped}\n"), wanted.clone()),
                        (format!("- {escaped}\n"), wanted.clone()),
                        (format!("said of {escaped}: much\n"), format!("said of {wanted}: much")),
                        (format!("| a |\n|---|\n| {escaped} |\n"), format!("a{wanted}")),
                    ];
                    for (markdown, wanted) in frames {
                        prop_assert_eq!(seen(&markdown), Some(wanted), "{}", markdown);
                    }
                }
            }
        }

        #[test]
        fn no_text_breaks_out(raw in "(?s).{0,40}", marks in "[`|<>&*_\\[\\]\\\\ \n#.a1-]{0,30}") {
            for raw in [&raw, &marks] {
                prop_assert!(is_harmless(&text(raw)), "{}", text(raw));
                prop_assert!(is_harmless(&prose(raw)), "{}", prose(raw));
                prop_assert!(is_harmless(&code(raw)), "{}", code(raw));
            }
        }

        #[test]
        fn taking_the_backslashes_away_gives_the_line_back(raw in "[`|<>&*_\\[\\]\\\\ #.a1-]{0,30}") {
            let mut plain = String::new();
            let escaped = text(&raw);
            let mut chars = escaped.chars();
            while let Some(c) = chars.next() {
                plain.extend(if c == '\\' { chars.next() } else { Some(c) });
            }
            prop_assert_eq!(plain, raw.trim());
        }
    }
}
