//! Tables: a scrolling frame for narrow screens, scopes, a caption, figures to the right, leads that can be sorted.

use super::body::escaped;

/// Longest text of a column that is never broken, such as one of identifiers.
const LONGEST_WORD: usize = 12;
/// Breadth from which a column keeps some width on a phone, in letters.
const PHRASE: usize = 24;
/// Breadth from which a column takes a good part of the width, in letters.
const PROSE: usize = 60;
/// Longest text of a figure: `6.14x (5.71 to 6.54)` and the like.
const LONGEST_FIGURE: usize = 30;
/// Most letters of a figure: its units, and what is between its limits.
const MOST_LETTERS: usize = 12;

#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) head: Vec<Cell>,
    pub(super) rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) html: String,
    pub(super) text: String,
}

impl Table {
    /// The table as HTML, called by a name that no other table has, and announced by it; one of leads can be sorted.
    pub(super) fn html(&self, name: &str, announced: &str, leads: bool) -> String {
        let columns: Vec<Look> = (0..self.head.len()).map(|at| self.look(at)).collect();
        let (name, announced) = (escaped(name), escaped(announced));
        let naming = self.naming();
        let class = if leads { " class=\"leads\"" } else { "" };
        let mut html = format!(
            "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{announced}\">\n<table{class}>\n<caption>{name}</caption>\n<thead>\n<tr>"
        );
        for (cell, look) in self.head.iter().zip(&columns) {
            html.push_str(&element("th", " scope=\"col\"", *look, &cell.html));
        }
        html.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in &self.rows {
            html.push_str("<tr>");
            for (at, cell) in row.iter().enumerate() {
                let look = columns.get(at).copied().unwrap_or(Look::Text);
                let text = cell.text.trim();
                let names_row = naming == Some(at) && !text.is_empty();
                let (tag, scope) = if names_row { ("th", " scope=\"row\"") } else { ("td", "") };
                // A figure among other texts is not broken either.
                let look = if look == Look::Text && is_figure(text) { Look::Word } else { look };
                html.push_str(&element(tag, scope, look, &cell.html));
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n</table>\n</div>\n");
        html
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

    fn look(&self, at: usize) -> Look {
        let texts = || self.texts(at);
        let blank = |text: &str| text.is_empty() || text == "–";
        let longest = texts().map(|text| text.chars().count()).max().unwrap_or(0);
        let broadest = texts().map(breadth).max().unwrap_or(0);
        if texts().any(is_figure) && texts().all(|text| blank(text) || is_figure(text)) {
            Look::Figures
        } else if broadest >= PROSE {
            Look::Prose
        } else if longest <= LONGEST_WORD && texts().all(|text| !text.contains(' ')) {
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

fn is_figure(text: &str) -> bool {
    let unsigned = text.trim_start_matches(['+', '-', '<', '>', '≥', ' ']);
    unsigned.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().count() <= LONGEST_FIGURE
        && text.chars().filter(|c| c.is_alphabetic()).count() <= MOST_LETTERS
        && !text.contains([':', '：'])
}

/// How many letters fit into the room of a text; those of East Asian writing take twice the room.
fn breadth(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum()
}

fn element(tag: &str, scope: &str, look: Look, html: &str) -> String {
    let class = match look {
        Look::Figures => " class=\"n\"",
        Look::Word => " class=\"s\"",
        Look::Text => "",
        Look::Phrase => " class=\"t\"",
        Look::Prose => " class=\"w\"",
    };
    format!("<{tag}{scope}{class}>{html}</{tag}>")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|text| Cell { html: escaped(text), text: (*text).to_owned() }).collect()
    }

    #[test]
    fn names_and_figures_stand_apart() {
        let table =
            Table { head: row(&["Tier", "Rate"]), rows: vec![row(&["Hot", "64 %"]), row(&["", "–"])] };
        let html = table.html("4.2 <Tiers>", "", false);
        assert!(html.contains("<caption>4.2 &lt;Tiers&gt;</caption>"), "{html}");
        assert!(
            html.contains("<th scope=\"col\" class=\"s\">Tier</th><th scope=\"col\" class=\"n\">Rate</th>"),
            "{html}"
        );
        assert!(
            html.contains("<tr><th scope=\"row\" class=\"s\">Hot</th><td class=\"n\">64 %</td></tr>"),
            "{html}"
        );
        assert!(html.contains("<tr><td class=\"s\"></td><td class=\"n\">–</td></tr>"), "{html}");
        assert!(!html.contains("leads"));
    }

    #[test]
    fn sentences_get_room_and_words_stay_whole() {
        let table = Table { head: row(&["Lead", "Do"]), rows: vec![row(&["L-1", &"say it ".repeat(12)])] };
        assert_eq!([table.look(0), table.look(1)], [Look::Word, Look::Prose]);
        assert!(table.html("", "", true).contains("<th scope=\"col\" class=\"w\">Do</th>"));
    }

    #[test]
    fn tables_of_leads_are_marked() {
        let table = Table { head: row(&["Rank", "Lead"]), rows: vec![row(&["1", "L-1"])] };
        let html = table.html("7.2", "", true);
        assert!(
            html.contains("<table class=\"leads\">")
                && html.contains("<td class=\"n\">1</td><th scope=\"row\" class=\"s\">L-1</th>"),
            "{html}"
        );
    }

    #[test]
    fn rows_are_named_by_what_they_are_about() {
        let naming = |rows: &[&[&str]]| {
            let rows = rows.iter().map(|texts| row(texts)).collect();
            Table { head: row(&["A", "B"]), rows }.naming()
        };
        assert_eq!(naming(&[&["1", "Demo"], &["2", "Size"]]), Some(1), "a rank is no name");
        assert_eq!(naming(&[&["1", "69"], &["2", "63"]]), Some(0), "a tenth of all is");
        assert_eq!(naming(&[&["0", "4"], &["10", "7"]]), Some(0), "scores are");
        assert_eq!(naming(&[&["340", "72"]]), None, "nothing but one row of figures");
        assert_eq!(naming(&[&["Chance", "72"]]), Some(0));
        assert_eq!(naming(&[&["1.0", "Initial build"]]), Some(0), "a version with words beside it");
    }

    #[test]
    fn figures_are_short_and_not_followed_by_words() {
        for figure in ["64 %", "+6", "< 0.001", "1.55x (1.23 to 1.85)", "2025-11-02", "47 %（31 % 至 64 %）"]
        {
            assert!(is_figure(figure), "{figure}");
        }
        for text in ["82 to 85: Amount", "74 至 83：Employees", "98 % of the cells measured", "L-1", ""] {
            assert!(!is_figure(text), "{text}");
        }
        let dated = Table {
            head: row(&["From", "By"]),
            rows: vec![row(&["a b", "2025-11-02"]), row(&["c", "not dated"])],
        };
        let html = dated.html("", "", false);
        assert!(
            html.contains("<td class=\"s\">2025-11-02</td>") && html.contains("<td>not dated</td>"),
            "{html}"
        );
    }

    #[test]
    fn east_asian_texts_are_measured_by_their_breadth() {
        let table = |text: &str| Table { head: row(&["A"]), rows: vec![row(&[text])] };
        assert_eq!(table(&"联系 人".repeat(4)).look(0), Look::Phrase);
        assert_eq!(table(&"联系人".repeat(10)).look(0), Look::Prose);
        assert_eq!(table(&"abc d".repeat(5)).look(0), Look::Phrase);
    }
}
