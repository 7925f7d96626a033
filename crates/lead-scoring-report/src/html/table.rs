//! Tables: scopes, a caption, figures to the right, leads that can be sorted; on narrow screens a frame that scrolls, with the column
//! that names the rows kept in sight. A table too wide for a phone is marked: one of figures that fits if it is dense is shown so, and of
//! any other a phone shows each row as a card, with the column's name before each value; roles keep it a table for those who hear it,
//! however it is laid out. What the card of a group says is not said again in those of its rows.
//!
//! A column that the document sets to the right is one of figures, whatever words are among them; one that it sets to the left says,
//! beside the name of the row, what the row is about, and heads a card with it.

use super::body::escaped;
use super::breadth::{breadth, is_figure, is_whole_head, longest_word, narrowest_head};
use pulldown_cmark::Alignment;

/// Longest text of a column that is never broken, such as one of identifiers.
const LONGEST_WORD: usize = 12;
/// Breadth from which a column keeps some width on a phone, in letters.
const PHRASE: usize = 24;
/// Breadth from which a column takes a good part of the width, in letters.
const PROSE: usize = 60;
/// Width of a phone, in tenths of a letter of its tables in a broad typeface: what is left of 390 px.
const PHONE: usize = 430;
/// The same where letters are small and close.
const DENSE_PHONE: usize = 470;
/// What the room between two columns takes, in tenths of a letter, there and in the dense form.
const GAPS: [usize; 2] = [12, 10];
const TENTHS: usize = 10;
/// Most columns of a table with room to keep short names of several words on one line, and greatest breadth of such a name.
const ROOMY: usize = 5;
const SHORT_NAME: usize = 18;
/// Letters of the narrowest column.
const NARROWEST: usize = 3;
/// Letters to which a column of texts, of phrases and of sentences is broken.
const BROKEN: [usize; 3] = [11, 17, 25];
/// Figures of a column for each text that is none.
const FIGURES_PER_WORD: usize = 4;
/// Greatest breadth of such a text.
const SHORT_WORDS: usize = 16;
/// What begins code that is never broken.
const WHOLE_CODE: &str = "<code class=\"s\">";
/// Before the name of each row of a group.
const DASH: &str = "--";

#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) aligned: Vec<Alignment>,
    pub(super) head: Vec<Cell>,
    pub(super) rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub(super) html: String,
    pub(super) text: String,
}

impl Cell {
    /// The breadth of the longest part that no line breaks: a word, or a short name in code.
    fn longest_part(&self) -> usize {
        let codes = self.html.split(WHOLE_CODE).skip(1).filter_map(|code| code.split('<').next());
        codes.map(breadth).chain([longest_word(self.text.trim())]).max().unwrap_or(0)
    }

    /// Whether the whole of it is emphasised, as the name of a group of rows is.
    fn is_strong(&self) -> bool {
        let inside = self.html.strip_prefix("<strong>").and_then(|rest| rest.strip_suffix("</strong>"));
        inside.is_some_and(|inside| !inside.contains("<strong>"))
    }
}

impl Table {
    /// The table as HTML, called by a name that no other table has, and announced by it; one of leads can be sorted.
    pub(super) fn html(&self, name: &str, announced: &str, leads: bool) -> String {
        let mut columns: Vec<Look> = (0..self.head.len()).map(|at| self.look(at)).collect();
        let (name, announced) = (escaped(name), escaped(announced));
        let naming = self.naming();
        let [gap, dense_gap] = GAPS;
        let wide = self.breadth(&columns, gap) > PHONE;
        let dense = self.breadth(&columns, dense_gap) <= DENSE_PHONE && !self.speaks(&columns, naming);
        let cards = wide && !dense;
        let counted = naming == Some(1);
        let short: Vec<bool> = (0..columns.len()).map(|at| self.is_of_short_names(at, columns[at])).collect();
        // Figures that sentences are about are names, as identifiers are: nothing to compare.
        let figured = naming.filter(|at| columns.get(*at) == Some(&Look::Figures));
        if let Some(at) =
            figured.filter(|at| columns.contains(&Look::Prose) && !self.is_set(*at, Alignment::Right))
        {
            columns[at] = if self.is_of_words(at) { Look::Word } else { Look::Text };
        }
        let kinds = [(leads, "leads"), (cards, "cards"), (wide && dense, "dense")];
        let kinds: Vec<&str> = kinds.into_iter().filter_map(|(is, kind)| is.then_some(kind)).collect();
        let class = if kinds.is_empty() { String::new() } else { format!(" class=\"{}\"", kinds.join(" ")) };
        let role = |role: &str| if cards { format!(" role=\"{role}\"") } else { String::new() };
        let (rows, line) = (role("rowgroup"), role("row"));
        let (column, named, value) = (role("columnheader"), role("rowheader"), role("cell"));
        let mut html = format!(
            "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{announced}\">\n<table{class}{}>\n<caption>{name}</caption>\n<thead{rows}>\n<tr{line}>",
            role("table")
        );
        for (at, (cell, look)) in self.head.iter().zip(&columns).enumerate() {
            let key = naming == Some(at);
            // A short one in East Asian writing could be broken between any two letters; a figure is never broken.
            let inside = if is_whole_head(cell.text.trim()) || is_figure(cell.text.trim()) {
                format!("<span class=\"s\">{}</span>", cell.html)
            } else {
                cell.html.clone()
            };
            let part = key.then_some("k");
            html.push_str(&element("th", &format!(" scope=\"col\"{column}"), *look, part, &inside));
        }
        html.push_str(&format!("</tr>\n</thead>\n<tbody{rows}>\n"));
        let mut group: &[Cell] = &[];
        for row in &self.rows {
            let name = naming.and_then(|at| row.get(at));
            let heads = name.is_some_and(Cell::is_strong);
            let belongs = name.is_some_and(|name| name.text.starts_with(DASH));
            if heads || !belongs {
                group = if heads { row } else { &[] };
            }
            html.push_str(&format!("<tr{line}{}>", if heads { " class=\"g\"" } else { "" }));
            for (at, cell) in row.iter().enumerate() {
                let look = columns.get(at).copied().unwrap_or(Look::Text);
                let text = cell.text.trim();
                let key = naming == Some(at);
                // A short figure among other texts is not broken either.
                let whole = is_figure(text) && breadth(text) <= LONGEST_WORD;
                let look = if look == Look::Text && whole { Look::Word } else { look };
                let told = self.head.get(at).filter(|_| cards).map_or("", |head| head.text.trim());
                // So does one in the head, which the first head is said of.
                let of = self
                    .head
                    .first()
                    .filter(|_| at > 0 && is_figure(told) && !told.contains(char::is_alphabetic));
                let of = of.map(|head| format!("{} ", head.text.trim())).unwrap_or_default();
                let told = match told.is_empty() {
                    true => String::new(),
                    false => format!(" data-of=\"{}{}\"", escaped(of.trim_start()), escaped(told)),
                };
                if key && !text.is_empty() {
                    // A figure by itself says nothing of what it is.
                    let told = if figured == Some(at) { told.as_str() } else { "" };
                    html.push_str(&element(
                        "th",
                        &format!(" scope=\"row\"{named}{told}"),
                        look,
                        Some("k"),
                        &cell.html,
                    ));
                } else {
                    let again = belongs && group.get(at).is_some_and(|said| said.text.trim() == text);
                    let part = match at {
                        _ if key => Some("k"),
                        0 if cards && counted => Some("r"),
                        _ if cards && again => Some("again"),
                        _ => (look == Look::Text && short.get(at) == Some(&true)).then_some("o"),
                    };
                    let told = if cards && self.is_set(at, Alignment::Left) && !text.is_empty() {
                        format!("{told} data-title")
                    } else {
                        told
                    };
                    html.push_str(&element("td", &format!("{value}{told}"), look, part, &cell.html));
                }
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n</table>\n</div>\n");
        html
    }

    /// About how wide the narrowest form of the table is that breaks no word, in tenths of a letter, with so much between columns.
    fn breadth(&self, columns: &[Look], gap: usize) -> usize {
        let column = |(at, look): (usize, &Look)| {
            let head = self.head.get(at).map_or(0, |cell| narrowest_head(cell.text.trim()));
            let cells = || self.rows.iter().filter_map(move |row| row.get(at));
            let texts = || self.texts(at).map(breadth).max().unwrap_or(0);
            let words = || cells().map(Cell::longest_part).max().unwrap_or(0);
            let [text, phrase, prose] = BROKEN;
            let values = match look {
                Look::Figures | Look::Word => texts(),
                Look::Text => texts().min(text).max(words()),
                Look::Phrase => phrase,
                Look::Prose => prose,
            };
            values.max(head).max(NARROWEST) * TENTHS + gap
        };
        columns.iter().enumerate().map(column).sum()
    }

    fn is_set(&self, at: usize, to: Alignment) -> bool {
        self.aligned.get(at) == Some(&to)
    }

    /// Whether there is more to read in the rows than figures to compare: names that are phrases, or texts beside the names.
    fn speaks(&self, columns: &[Look], naming: Option<usize>) -> bool {
        let others = columns.iter().enumerate().filter(|(at, _)| naming != Some(*at));
        let count = |wanted: &[Look]| others.clone().filter(|(_, look)| wanted.contains(look)).count();
        match naming {
            Some(at) if columns.get(at) != Some(&Look::Figures) => {
                let long = self.texts(at).any(|text| breadth(text) >= PHRASE);
                long || count(&[Look::Text, Look::Phrase, Look::Prose]) > 0
            }
            _ => count(&[Look::Prose]) > 0 || count(&[Look::Phrase]) > 1,
        }
    }

    fn texts(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| row.get(at)).map(|cell| cell.text.trim())
    }

    /// The column that says what a row is about: the first, or the text behind it if the first only counts the rows.
    fn naming(&self) -> Option<usize> {
        let counts = self.texts(0).zip(1_usize..).all(|(text, number)| text == number.to_string());
        if counts && self.look(1) != Look::Figures {
            return Some(1);
        }
        // A single row of nothing but figures is about the table.
        let names = |at: usize| self.look(at) != Look::Figures;
        (self.rows.len() > 1 || (0..self.head.len()).any(names)).then_some(0)
    }

    /// Whether a column holds single short words alone.
    fn is_of_words(&self, at: usize) -> bool {
        self.texts(at).all(|text| text.chars().count() <= LONGEST_WORD && !text.contains(' '))
    }

    /// Whether a column holds names short enough to stay on one line where the page is broad.
    fn is_of_short_names(&self, at: usize, look: Look) -> bool {
        look == Look::Text
            && self.head.len() <= ROOMY
            && self.texts(at).all(|text| breadth(text) <= SHORT_NAME)
    }

    fn look(&self, at: usize) -> Look {
        let texts = || self.texts(at);
        let blank = |text: &str| text.is_empty() || text == "–";
        let broadest = texts().map(breadth).max().unwrap_or(0);
        let measured = texts().filter(|text| is_figure(text)).count();
        let said = || texts().filter(|text| !blank(text) && !is_figure(text));
        // A few short words among many figures stand for figures that there are not.
        let few = at > 0 && said().count() * FIGURES_PER_WORD <= measured;
        let figures = measured > 0 && said().all(|text| few && breadth(text) <= SHORT_WORDS);
        if self.is_set(at, Alignment::Right) || figures && !self.is_set(at, Alignment::Left) {
            Look::Figures
        } else if broadest >= PROSE {
            Look::Prose
        } else if self.is_of_words(at) {
            Look::Word
        } else if broadest >= PHRASE {
            Look::Phrase
        } else {
            Look::Text
        }
    }
}

/// What a column holds, and so how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    /// Figures, and nothing else but dashes: to the right.
    Figures,
    /// Single short words, as identifiers are: on one line.
    Word,
    Text,
    /// Several words: not narrow even where the table scrolls.
    Phrase,
    /// Sentences: never narrow.
    Prose,
}

/// A cell that is some part of its row: what the row is about, its count, or what its group said.
fn element(tag: &str, more: &str, look: Look, part: Option<&str>, html: &str) -> String {
    let look = match look {
        Look::Figures => "n",
        Look::Word => "s",
        Look::Text => "",
        Look::Phrase => "t",
        Look::Prose => "w",
    };
    let class = match (look, part) {
        ("", None) => String::new(),
        (one, None) | ("", Some(one)) => format!(" class=\"{one}\""),
        (look, Some(part)) => format!(" class=\"{look} {part}\""),
    };
    format!("<{tag}{more}{class}>{html}</{tag}>")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|text| Cell { html: escaped(text), text: (*text).to_owned() }).collect()
    }

    #[test]
    fn names_and_figures_stand_apart() {
        let table = Table {
            aligned: Vec::new(),
            head: row(&["Tier", "Rate"]),
            rows: vec![row(&["Hot", "64 %"]), row(&["", "–"])],
        };
        let html = table.html("4.2 <Tiers>", "", false);
        assert!(html.contains("<caption>4.2 &lt;Tiers&gt;</caption>"), "{html}");
        assert!(
            html.contains("<th scope=\"col\" class=\"s k\">Tier</th><th scope=\"col\" class=\"n\">Rate</th>"),
            "{html}"
        );
        assert!(
            html.contains("<tr><th scope=\"row\" class=\"s k\">Hot</th><td class=\"n\">64 %</td></tr>"),
            "{html}"
        );
        assert!(html.contains("<tr><td class=\"s k\"></td><td class=\"n\">–</td></tr>"), "{html}");
        assert!(!html.contains("leads"));
    }

    #[test]
    fn sentences_get_room_and_words_stay_whole() {
        let table = Table {
            aligned: Vec::new(),
            head: row(&["Lead", "Do"]),
            rows: vec![row(&["L-1", &"say it ".repeat(12)])],
        };
        assert_eq!([table.look(0), table.look(1)], [Look::Word, Look::Prose]);
        assert!(table.html("", "", true).contains("<th scope=\"col\" class=\"w\">Do</th>"));
    }

    #[test]
    fn wide_tables_of_sentences_become_cards_and_those_of_figures_stay() {
        let sentence = "say it ".repeat(12);
        let figures = ["64 %", "0.9 to 1.1", "+6", "1,234", "0.93", "12", "2025-11-02"];
        let named = |name: &str, count: usize| {
            let cells: Vec<&str> = std::iter::once(name).chain(figures).take(count).collect();
            let heads = ["Name", "Rate", "Lift", "Points", "Deals", "Odds", "Wins", "Day"];
            Table { aligned: Vec::new(), head: row(&heads[..count]), rows: vec![row(&cells); 9] }
                .html("", "", false)
        };
        let fits = |name, count| {
            ["class=\"cards\"", "class=\"dense\""].map(|kind| named(name, count).contains(kind))
        };
        assert_eq!(fits("Cold call", 5), [false, false]);
        assert_eq!(fits("Cold call", 6), [false, true], "figures are compared where they fit");
        assert_eq!(fits("Cold call", 8), [true, false]);
        assert_eq!(fits(&sentence, 6), [true, false]);
        let told = ["L-1", "Cold call", "64 %", "+6", "2025-11-02", &sentence];
        let heads = ["Lead", "Way", "Rate", "Points", "Day", "To <do>"];
        let table = Table {
            aligned: Vec::new(),
            head: row(&heads),
            rows: vec![row(&told), row(&["", "", "–", "–", "–", "no"])],
        };
        let html = table.html("7", "", true);
        assert!(html.contains("<table class=\"leads cards\" role=\"table\">"), "{html}");
        assert!(html.contains("<td role=\"cell\" data-of=\"To &lt;do&gt;\" class=\"w\">say it"), "{html}");
        let (named, unnamed) =
            ("<th scope=\"row\" role=\"rowheader\" class=\"s k\">L-1</th>", "class=\"s k\"></td>");
        assert!(html.contains(named) && html.contains(unnamed), "{html}");
        assert_eq!(html.matches(" role=\"columnheader\"").count(), heads.len());
        assert_eq!(html.matches(" role=\"row\"").count(), 3);
        let counted = Table { rows: vec![row(&["24", "", "", "", "", &sentence]); 2], ..table };
        let titled = "<th scope=\"row\" role=\"rowheader\" data-of=\"Lead\" class=\"s k\">24</th>";
        assert!(counted.html("", "", false).contains(titled), "{}", counted.html("", "", false));
        // The same with figures only, as wide, and with few columns.
        let figures = Table {
            aligned: Vec::new(),
            head: row(&heads),
            rows: (0..9).map(|_| row(&["1.55"; 6])).collect(),
        };
        let narrow =
            Table { aligned: Vec::new(), head: row(&["Lead", "Do"]), rows: vec![row(&["L-1", &sentence])] };
        for table in [figures, narrow] {
            let html = table.html("", "", false);
            assert!(html.contains("<table>"), "{html}");
            assert!(
                !html.contains("cards") && !html.contains("role=\"row\"") && !html.contains("data-of"),
                "{html}"
            );
        }
    }

    #[test]
    fn a_word_among_figures_stands_as_they_do() {
        let look = |words: &[&str]| {
            let figures = ["1.55x (1.23 to 1.85)"; 4];
            let texts = figures.iter().chain(words);
            let rows = texts.map(|text| row(&["a b", text])).collect();
            Table { aligned: Vec::new(), head: row(&["A", "B"]), rows }.look(1)
        };
        assert_eq!(look(&["not found again", "–"]), Look::Figures);
        assert_eq!(look(&["not found again"; 2]), Look::Text);
        assert_eq!(look(&["not found again in others"]), Look::Phrase);
    }

    #[test]
    fn a_figure_in_the_head_is_told_with_what_it_is_of() {
        let wide = "1.55x (1.23 to 1.85)";
        let cells = |name: &str, value: &str| row(&[name, value, value, value, value, value, value, value]);
        let mut head = cells("Score", "16");
        head[2] = row(&["Deals"]).remove(0);
        head[3] = row(&["95 % Interval"]).remove(0);
        let table = Table { aligned: Vec::new(), head, rows: vec![cells("Win probability", wide)] };
        let html = table.html("", "", false);
        assert!(html.contains("data-of=\"Score 16\"") && html.contains("data-of=\"Deals\""), "{html}");
        assert!(html.contains("data-of=\"95 % Interval\""), "a head of words is no figure: {html}");
    }

    #[test]
    fn columns_stand_where_the_document_sets_them() {
        let sentence = "say it ".repeat(12);
        let (figures, words) =
            (row(&["L-1", "1 to 4", "none", &sentence, &sentence]), row(&["L-2", "5 to 9", "2.4x", "", ""]));
        let aligned = vec![Alignment::None, Alignment::Left, Alignment::Right, Alignment::None];
        let mut table = Table {
            aligned,
            head: row(&["Lead", "Criteria", "Above", "Do", "Or"]),
            rows: vec![figures, words],
        };
        assert_eq!([table.look(1), table.look(2)], [Look::Text, Look::Figures]);
        let html = table.html("", "", false);
        assert!(html.contains("data-of=\"Criteria\" data-title class=\"s\">1 to 4<"), "{html}");
        assert!(html.contains("data-of=\"Above\" class=\"n\">none<"), "{html}");
        table.aligned = Vec::new();
        assert_eq!([table.look(1), table.look(2)], [Look::Figures, Look::Word]);
        assert!(!table.html("", "", false).contains("data-title"));
    }

    #[test]
    fn short_heads_of_east_asian_writing_are_whole() {
        let table =
            Table {
                aligned: Vec::new(), head: row(&["排名", "具备该属性时", "Rank"]), rows: Vec::new()
            };
        let html = table.html("", "", false);
        assert!(
            html.contains("<span class=\"s\">排名</span>") && html.matches("<span").count() == 1,
            "{html}"
        );
    }

    #[test]
    fn short_names_stay_whole_in_a_table_with_room() {
        let table = |name: &str, columns: usize| {
            let cells: Vec<&str> = std::iter::once("L-1").chain([name]).chain(["say it"; 9]).collect();
            let rows = vec![row(&cells[..columns])];
            Table { aligned: Vec::new(), head: row(&["A"; 11][..columns]), rows }.html("", "", false)
        };
        let whole =
            |name: &str, columns: usize| table(name, columns).contains(&format!("class=\"o\">{name}</td>"));
        assert!(whole("Behavioral signals", 4) && whole("企业画像 匹配度", 4));
        assert!(!whole("Behavioral signals", 6) && !whole("Behavioral signals and", 4));
    }

    #[test]
    fn groups_of_rows_are_marked() {
        let cell = |html: &str| Cell { html: html.to_owned(), text: "Visits".to_owned() };
        let rows = ["<strong>Visits</strong>", "Visits", "<strong>a</strong> <strong>b</strong>"]
            .map(|html| vec![cell(html)]);
        let html =
            Table { aligned: Vec::new(), head: row(&["Signal"]), rows: rows.to_vec() }.html("", "", false);
        assert_eq!(html.matches("<tr class=\"g\">").count(), 1, "{html}");
    }

    #[test]
    fn tables_of_leads_are_marked() {
        let table =
            Table { aligned: Vec::new(), head: row(&["Rank", "Lead"]), rows: vec![row(&["1", "L-1"])] };
        let html = table.html("7.2", "", true);
        assert!(
            html.contains("<table class=\"leads\">")
                && html.contains("<td class=\"n\">1</td><th scope=\"row\" class=\"s k\">L-1</th>"),
            "{html}"
        );
    }

    #[test]
    fn rows_are_named_by_what_they_are_about() {
        let naming = |rows: &[&[&str]]| {
            let rows = rows.iter().map(|texts| row(texts)).collect();
            Table { aligned: Vec::new(), head: row(&["A", "B"]), rows }.naming()
        };
        assert_eq!(naming(&[&["1", "Demo"], &["2", "Size"]]), Some(1), "a rank is no name");
        assert_eq!(naming(&[&["1", "69"], &["2", "63"]]), Some(0), "a tenth of all is");
        assert_eq!(naming(&[&["0", "4"], &["10", "7"]]), Some(0), "scores are");
        assert_eq!(naming(&[&["340", "72"]]), None, "nothing but one row of figures");
        assert_eq!(naming(&[&["Chance", "72"]]), Some(0));
        assert_eq!(naming(&[&["1.0", "Initial build"]]), Some(0), "a version with words beside it");
    }

    #[test]
    fn a_date_is_a_figure_and_words_in_its_place_are_not() {
        let dated = Table {
            aligned: Vec::new(),
            head: row(&["From", "By"]),
            rows: vec![row(&["a b", "2025-11-02"]), row(&["c", "not dated"])],
        };
        let html = dated.html("", "", false);
        assert!(
            html.contains("<td class=\"s\">2025-11-02</td>")
                && html.contains("<td class=\"o\">not dated</td>"),
            "{html}"
        );
    }

    #[test]
    fn east_asian_texts_are_measured_by_their_breadth() {
        let table = |text: &str| Table { aligned: Vec::new(), head: row(&["A"]), rows: vec![row(&[text])] };
        assert_eq!(table(&"联系 人".repeat(4)).look(0), Look::Phrase);
        assert_eq!(table(&"联系人".repeat(10)).look(0), Look::Prose);
        assert_eq!(table(&"abc d".repeat(5)).look(0), Look::Phrase);
    }
}
