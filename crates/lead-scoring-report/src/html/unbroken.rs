//! Where a line of the page may end: figures stay with their signs and measures, formulas and ranges whole, days and arrows, too; long names
//! break behind their underscores alone.

use super::body::escaped;
use std::collections::HashSet;

/// Most letters of a name that is not broken behind its underscores.
const WHOLE_NAME: usize = 12;
/// Chinese words that follow a figure and count with it.
const MEASURES: [char; 7] = ['分', '笔', '条', '倍', '个', '天', '节'];
/// Most letters of brackets that hold a formula and are never broken.
const SHORT_FORMULA: usize = 24;
/// Most letters of two figures between brackets that are never broken.
const LONGEST_RANGE: usize = 14;
/// Letters within which the end of brackets is looked for.
const LONGEST_FORMULA: usize = 200;

/// Places of blanks in formulas between brackets at which no line ends: all of a short one and of the brackets within one, and behind an
/// operator. `ln((w + m p) / (l + m))` breaks before its `/` alone, and before a sign that leads to it.
fn whole_formulas(letters: &[char]) -> HashSet<usize> {
    let operates = |at: usize| {
        let alone = at > 0 && letters[at - 1] == ' ' && letters.get(at + 1) == Some(&' ');
        alone && matches!(letters[at], '+' | '-' | '/' | '×')
    };
    let mut kept = HashSet::new();
    let mut from = 0;
    while let Some(open) = letters[from..].iter().position(|c| *c == '(').map(|at| from + at) {
        from = open + 1;
        let mut depth = 0_usize;
        let depths: Vec<usize> = letters[open..]
            .iter()
            .map(|c| {
                match c {
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    _ => {}
                }
                depth
            })
            .take_while(|depth| *depth > 0)
            .take(LONGEST_FORMULA)
            .collect();
        let close = open + depths.len();
        let inside = &letters[open..close];
        let plain = letters.get(close) == Some(&')') && inside.iter().all(|c| c.is_ascii() || *c == '×');
        if !plain || !(open..close).any(operates) {
            continue;
        }
        let short = inside.len() <= SHORT_FORMULA;
        let blanks = (open..close).zip(&depths).filter(|(at, _)| letters[*at] == ' ');
        kept.extend(blanks.filter(|(at, depth)| short || **depth > 1 || operates(at - 1)).map(|(at, _)| at));
        // `- ln(`: the sign goes with what follows.
        let word = letters[..open].iter().rev().take_while(|c| c.is_ascii_alphabetic()).count();
        kept.extend((open - word).checked_sub(1).filter(|at| *at > 0 && operates(at - 1)));
        from = close;
    }
    kept
}

/// Places of blanks around a sign of equality at which no line ends: both of `w = 1,102`, and the one before the figure in
/// `3 / 8 = 0.375` and `of the field = 0.094`.
fn whole_equations(letters: &[char]) -> HashSet<usize> {
    let mut kept = HashSet::new();
    for (before, parts) in letters.windows(5).enumerate() {
        let [last, ' ', '=', ' ', first] = *parts else { continue };
        let figure = match letters.get(before + 5) {
            Some(second) if matches!(first, '+' | '-') => second.is_ascii_digit(),
            _ => first.is_ascii_digit(),
        };
        if !figure {
            continue;
        }
        let alone = before.checked_sub(1).is_none_or(|at| !letters[at].is_ascii_alphanumeric());
        let named = last.is_ascii_alphabetic() && alone;
        kept.extend(named.then_some(before + 1));
        kept.extend((named || last.is_alphanumeric() || last == ')').then_some(before + 3));
    }
    kept
}

/// Places of blanks between words and figures that say nothing without the other: `section 2.1`, `-3 points of its own`, `1 - q`, `q 值`.
fn whole_terms(letters: &[char]) -> HashSet<usize> {
    const OWN: [&str; 3] = ["of", "its", "own"];
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut from = 0;
    for word in letters.split(|c| *c == ' ') {
        words.push((from, word.iter().collect()));
        from += word.len() + 1;
    }
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_signed = |word: &str| word.strip_prefix(['+', '-']).is_some_and(is_number);
    let is_test = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(|c| matches!(c, 'p' | 'q'))
            && letters.next().is_none_or(|c| !c.is_alphanumeric())
    };
    let mut kept = HashSet::new();
    for pair in words.windows(2) {
        let [(first, one), (at, other)] = pair else { continue };
        // A heading that begins so is searched for as it reads.
        let numbered = *first > 0
            && matches!(bare(one).to_lowercase().as_str(), "section" | "sections")
            && is_number(other);
        let named = one.ends_with(['p', 'q']) && other.starts_with('值') && {
            let before = one.chars().rev().nth(1);
            before.is_none_or(|c| !c.is_ascii_alphanumeric())
        };
        kept.extend((numbered || named).then(|| at - 1));
    }
    for three in words.windows(3) {
        let [(_, one), (minus, sign), (last, other)] = three else { continue };
        let differs = sign == "-" && bare(one) == "1" && is_test(other);
        kept.extend([minus - 1, last - 1].into_iter().filter(|_| differs));
    }
    for five in words.windows(5) {
        let [(_, figure), points, rest @ ..] = five else { continue };
        let own = is_signed(figure)
            && matches!(points.1.as_str(), "point" | "points")
            && rest.iter().zip(OWN).all(|((_, word), own)| bare(word) == own);
        kept.extend(five[1..].iter().map(|(at, _)| at - 1).filter(|_| own));
    }
    kept
}

/// Places of blanks in brackets that hold two short figures, `(-13 to 11)`, `（-9 至 10）`.
fn whole_ranges(letters: &[char]) -> HashSet<usize> {
    let mut kept = HashSet::new();
    for (open, _) in letters.iter().enumerate().filter(|(_, c)| matches!(c, '(' | '（')) {
        let inside: String =
            letters[open + 1..].iter().take(LONGEST_RANGE).take_while(|c| !matches!(c, ')' | '）')).collect();
        let is_figure = |part: &str| {
            part.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ',')) && !part.is_empty()
        };
        let parts: Vec<&str> = inside.split(' ').collect();
        if matches!(parts[..], [from, "to" | "至", to] if is_figure(from) && is_figure(to)) {
            kept.extend(inside.chars().zip(open + 1..).filter(|(c, _)| *c == ' ').map(|(_, at)| at));
        }
    }
    kept
}

/// A head with its words whole: in East Asian writing a line could end between any two letters.
pub(super) fn with_whole_words(html: &str, words: &[String]) -> String {
    let mut whole = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(first) = rest.chars().next() {
        let longest =
            words.iter().filter(|word| rest.starts_with(word.as_str())).max_by_key(|word| word.len());
        let step = match longest {
            Some(word) => {
                whole.push_str(&format!("<span class=\"h\">{word}</span>"));
                word.len()
            }
            None => {
                whole.push(first);
                first.len_utf8()
            }
        };
        rest = &rest[step..];
    }
    whole
}

/// Text whose figures stay on one line with their sign or measure: `95 %`, `3 分`, `< 0.1 %`, `p <= 0.024`, `A: 3`; names with the dash before
/// them, and formulas.
pub(super) fn glued(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut whole = whole_formulas(&letters);
    whole.extend(whole_ranges(&letters));
    whole.extend(whole_equations(&letters));
    whole.extend(whole_terms(&letters));
    let at = |place: Option<usize>| place.and_then(|place| letters.get(place)).copied();
    let value_of_test = |place: usize| {
        matches!(at(Some(place)), Some('p' | 'q'))
            && !at(place.checked_sub(1)).is_some_and(char::is_alphanumeric)
    };
    let compares = |place: Option<usize>| matches!(at(place), Some('=' | '<' | '>' | '≤' | '≥'));
    let glues = |place: usize| {
        let (before, after) = (place.checked_sub(1), place.checked_add(1));
        let measures = |c: char| c == '%' || MEASURES.contains(&c);
        let is_measured = at(after).is_some_and(measures) && at(before).is_some_and(|c| c.is_ascii_digit());
        let named = before.is_some_and(value_of_test) && compares(after);
        let signs = (1..=2).take_while(|back| compares(place.checked_sub(*back))).count();
        let of_test = place.checked_sub(signs + 2).is_some_and(value_of_test);
        let alone = matches!(at(place.checked_sub(signs + 1)), None | Some(' ' | '(' | '（'));
        let is_limit = alone && (signs == 2 || at(before) != Some('='));
        let compared = signs > 0 && (of_test || is_limit && at(after).is_some_and(|c| c.is_ascii_digit()));
        let single = |at_colon: usize| {
            at(at_colon.checked_sub(1)).is_some_and(char::is_uppercase)
                && !at(at_colon.checked_sub(2)).is_some_and(char::is_alphanumeric)
        };
        let listed = at(after).is_some_and(|c| c.is_ascii_digit())
            && at(before) == Some(':')
            && before.is_some_and(single);
        // A dash before a name, as rows of a group have it.
        let dashed =
            place == 2 && letters.starts_with(&['-', '-']) && at(after).is_some_and(char::is_alphanumeric);
        is_measured || named || compared || listed || dashed || whole.contains(&place)
    };
    let kept = letters.iter().enumerate();
    kept.map(|(place, c)| if *c == ' ' && glues(place) { '\u{a0}' } else { *c }).collect()
}

/// Text without the blanks that follow a mark of full width, be it in the text before.
pub(super) fn without_blanks_behind_wide_marks(before: &str, text: &str) -> String {
    let mut last = before.chars().next_back();
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        if c != ' ' || !matches!(last, Some('。' | '，' | '、' | '：' | '；' | '！' | '？' | '）')) {
            kept.push(c);
            last = Some(c);
        }
    }
    kept
}

/// HTML whose days are not broken after a hyphen: `2025-11-02` among other words.
pub(super) fn with_whole_days(html: &str) -> String {
    const DAY: &[u8] = b"0000-00-00";
    let is_day = |at: usize| {
        let found = html.as_bytes().get(at..at + DAY.len());
        let alike =
            |(one, other): (&u8, &u8)| if *other == b'0' { one.is_ascii_digit() } else { one == other };
        found.is_some_and(|found| found.iter().zip(DAY).all(alike))
    };
    let mut whole = String::with_capacity(html.len());
    let mut done = 0;
    for (hyphen, _) in html.match_indices('-') {
        let Some(from) = hyphen.checked_sub(4).filter(|from| *from >= done && html.len() > DAY.len()) else {
            continue;
        };
        if is_day(from) {
            let to = from + DAY.len();
            whole.push_str(&format!("{}<span class=\"s\">{}</span>", &html[done..from], &html[from..to]));
            done = to;
        }
    }
    whole.push_str(&html[done..]);
    whole
}

/// Text as HTML whose long names may be broken behind an underscore, rather than anywhere.
pub(super) fn with_breaks_in_names(html: &str) -> String {
    let of_name = |c: char| c < '\u{2e80}' && c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
    let mut marked = String::with_capacity(html.len());
    for part in html.split_inclusive(|c| !of_name(c)) {
        if part.chars().filter(|c| of_name(*c)).count() > WHOLE_NAME {
            marked.push_str(&part.replace('_', "_<wbr>"));
        } else {
            marked.push_str(part);
        }
    }
    marked
}

/// A word of a command or a name: a short one is never broken, another behind its marks.
pub(super) fn code_word(word: &str) -> String {
    let html = escaped(word);
    if word.chars().count() <= WHOLE_NAME {
        // A line may end behind a hyphen.
        return if word.contains('-') { format!("<span class=\"s\">{html}</span>") } else { html };
    }
    let mut marked = String::with_capacity(html.len());
    let mut letters = html.chars().peekable();
    while let Some(c) = letters.next() {
        marked.push(c);
        let goes_on = letters.peek().is_some_and(|next| next.is_alphabetic());
        if c == '_' || c == '.' && goes_on {
            marked.push_str("<wbr>");
        }
    }
    marked
}

/// HTML whose arrows between words are not broken after a hyphen, nor is a dash before a name parted from it, nor a minus in a formula.
pub(super) fn with_whole_arrows(html: &str) -> String {
    let html = html.replace(" --&gt; ", " <span class=\"s\">--&gt;</span> ");
    // A line may end between a hyphen and a blank, even one that does not break.
    let whole = |sign: &str| format!("<span class=\"s\">{sign}\u{a0}</span>");
    let (dash, rest) = match html.strip_prefix("--\u{a0}") {
        Some(name) => (whole("--"), name),
        None => (String::new(), html.as_str()),
    };
    format!("{dash}{}", rest.replace("-\u{a0}", &whole("-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_broken_before_an_outer_sign_alone() {
        let broken = |text: &str| glued(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
        let odds = "ln((w + m p) / (l + m (1 - p))) - ln(p / (1 - p)), so";
        assert_eq!(
            broken(odds).iter().map(|part| part.replace('\u{a0}', " ")).collect::<Vec<_>>(),
            ["ln((w + m p)", "/ (l + m (1 - p)))", "- ln(p / (1 - p)),", "so"]
        );
        for text in ["(as it is, said - in words", "a) - b (c d e)", "（热门 - 温性）", "- (", "( - )) + ("]
        {
            assert_eq!(glued(text).replace('\u{a0}', " "), text);
        }
        assert_eq!(glued("(c d e) f"), "(c d e) f", "no formula");
        assert_eq!(glued("a (-13 to 11) b（-9 至 10）"), "a (-13\u{a0}to\u{a0}11) b（-9\u{a0}至\u{a0}10）");
        assert_eq!(glued("(1 to 2 c) (at to 3) (1 to"), "(1 to 2 c) (at to 3) (1 to");
    }

    #[test]
    fn terms_keep_what_they_are_counted_with() {
        let shown = |text: &str| glued(text).replace('\u{a0}', "_");
        assert_eq!(shown("see section 2.1 (Section 3)"), "see section_2.1 (Section_3)");
        assert_eq!(shown("wins. -3 points of its own (x)"), "wins. -3_points_of_its_own (x)");
        assert_eq!(shown("+1 point of its own"), "+1_point_of_its_own");
        assert_eq!(shown("by 1 - q) and (1 - p"), "by 1_-_q) and (1_-_p");
        assert_eq!(shown("乘以 1 - q）；置信度低"), "乘以 1_-_q）；置信度低");
        assert_eq!(shown("见 2.1 节，其 q 值"), "见 2.1_节，其 q_值");
        assert_eq!(shown("-- Visits"), "--_Visits");
        for text in [
            "-- (a name of dashes)",
            "a section of 3",
            "3 points of its own",
            "1 - x",
            "faq 值",
            "+ points of its own",
        ] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn equations_keep_their_figures() {
        let shown = |text: &str| glued(text).replace('\u{a0}', "_");
        assert_eq!(shown("so w = 1,102, l = -3: 3 / 8 = 0.375"), "so w_=_1,102, l_=_-3: 3 / 8 =_0.375");
        assert_eq!(shown("(1) = +2 其中p = 4"), "(1) =_+2 其中p_=_4");
        assert_eq!(shown("of the field = 0.094"), "of the field =_0.094");
        for text in ["w = x", "w = -x", "w = ", "2 = x"] {
            assert_eq!(shown(text), text);
        }
    }
}
