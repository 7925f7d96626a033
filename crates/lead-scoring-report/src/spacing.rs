//! The space between Chinese characters and figures or Latin letters, where what fills a gap meets the text around it.
//!
//! | on one side | on the other | between them |
//! |---|---|---|
//! | a Chinese character | a letter or figure of another script | one space |
//! | a Chinese character or mark | a Chinese character or mark | none |
//! | a figure | its `%` | none |
//!
//! Only the ends of gaps are looked at, and gaps that hold a percentage and nothing else: a name keeps the spaces it has.

/// What Fluent puts before and after the filling of a gap.
const OPENS: char = '\u{2068}';
const CLOSES: char = '\u{2069}';

/// The text with its gaps set apart, and without the marks that showed them.
pub(crate) fn at_gaps(marked: &str) -> String {
    let marked = with_closed_percentages(marked);
    let mut text = String::with_capacity(marked.len());
    let mut rest = marked.as_str();
    while let Some(at) = rest.find([OPENS, CLOSES]) {
        text.push_str(&rest[..at]);
        let opens = rest[at..].starts_with(OPENS);
        rest = rest[at..].trim_start_matches([OPENS, CLOSES]);
        join(&mut text, &mut rest, opens);
    }
    text.push_str(rest);
    text
}

/// A percentage as Chinese writes it: `64%`. Any other text is as it was.
pub(crate) fn closed(text: &str) -> String {
    let is_of_figure =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '<' | '>' | '+' | '-' | '\\' | ' ');
    match text.strip_suffix(" %") {
        Some(figure)
            if figure.ends_with(|c: char| c.is_ascii_digit()) && figure.chars().all(is_of_figure) =>
        {
            format!("{figure}%")
        }
        _ => text.to_owned(),
    }
}

/// The same of every gap. What stands between backticks is a name.
fn with_closed_percentages(marked: &str) -> String {
    let mut text = String::with_capacity(marked.len());
    for piece in marked.split_inclusive([OPENS, CLOSES]) {
        let bare = piece.trim_end_matches([OPENS, CLOSES]);
        let is_name = text.trim_end_matches([OPENS, CLOSES]).ends_with('`');
        text.push_str(&if is_name { bare.to_owned() } else { closed(bare) });
        text.push_str(&piece[bare.len()..]);
    }
    text
}

/// Puts a space between what is done and what follows, or takes one away.
fn join(done: &mut String, rest: &mut &str, opens: bool) {
    let before = done.trim_end_matches(' ').chars().next_back();
    // The next gap may begin after a space.
    let after = rest.trim_start_matches(' ').trim_start_matches([OPENS, CLOSES]);
    let (Some(before), Some(after)) = (before, after.chars().next()) else { return };
    let spaces = done.ends_with(' ') || rest.starts_with(' ');
    if is_chinese(before) && is_chinese(after) {
        done.truncate(done.trim_end_matches(' ').len());
        *rest = rest.trim_start_matches(' ');
    } else if !spaces && wants_space(before, after, opens) {
        done.push(' ');
    }
}

/// At the beginning of a gap, or at its end. Code in a gap has its backticks there; those around one belong to the name in it.
fn wants_space(before: char, after: char, opens: bool) -> bool {
    let is_word = |c: char| is_chinese(c) && !is_mark(c);
    let is_other = |c: char, inside: bool| {
        !is_chinese(c) && (c.is_alphanumeric() || matches!(c, '%' | '+') || (c == '`' && inside))
    };
    (is_word(before) && is_other(after, opens)) || (is_other(before, !opens) && is_word(after))
}

/// A Chinese character, or a mark of Chinese text, which has its space in itself.
fn is_chinese(c: char) -> bool {
    is_mark(c) || matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spaced(text: &str) -> String {
        at_gaps(&text.replace('[', "\u{2068}").replace(']', "\u{2069}"))
    }

    #[test]
    fn figures_and_latin_letters_stand_apart_from_chinese_characters() {
        assert_eq!(spaced("需要[73]个工时"), "需要 73 个工时");
        assert_eq!(spaced("占全部的 [39 %]，[Web]最多"), "占全部的 39%，Web 最多");
        assert_eq!(spaced("由[[34 %] 升至][38 %]"), "由 34% 升至 38%");
        assert_eq!(spaced("`[列]`：[+3] 分"), "`列`：+3 分");
        assert_eq!(spaced("按[`列`]计分"), "按 `列` 计分");
    }

    #[test]
    fn a_percentage_is_closed_and_a_name_is_not() {
        assert_eq!(spaced("[\\< 0.1 %]（[1.5 %] 至 [1,250 %]）"), "\\< 0.1%（1.5% 至 1,250%）");
        assert_eq!(closed("> 99.9 %"), "> 99.9%");
        for name in ["Top 5 %", " %", "5 % off", "5%", ""] {
            assert_eq!(closed(name), name);
        }
        assert_eq!(spaced("`[5 %]`：[Top 5 %]"), "`5 %`：Top 5 %");
    }

    #[test]
    fn chinese_words_and_marks_do_not() {
        assert_eq!(spaced("进入 [热门] 层级"), "进入热门层级");
        assert_eq!(spaced("[热门] [温性]"), "热门温性");
        assert_eq!(spaced("（[热门] ，[5]）"), "（热门，5）");
        assert_eq!(spaced("取值为 [“否”]，[`A`]"), "取值为“否”，`A`");
    }

    #[test]
    fn what_fills_a_gap_stays_as_it_is() {
        assert_eq!(spaced("来源 [A公司 和 B2方案] 最好"), "来源 A公司 和 B2方案最好");
        assert_eq!(spaced("[a] [b]"), "a b");
        assert_eq!(spaced(""), "");
    }
}
