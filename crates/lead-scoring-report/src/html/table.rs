//! Tables: a scrolling frame for narrow screens, scopes, a caption, figures to the right, leads that can be sorted.

use super::body::escaped;

/// Longest text of a column that is never broken, such as one of identifiers.
const LONGEST_WORD: usize = 12;
/// Letters from which a column takes a good part of the width.
const PROSE: usize = 60;
/// Longest text of a figure: `6.14x (5.71 to 6.54)` and the like.
const LONGEST_FIGURE: usize = 30;

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
                let names_row = at == 0 && look != Look::Figures && !cell.text.trim().is_empty();
                let (tag, scope) = if names_row { ("th", " scope=\"row\"") } else { ("td", "") };
                html.push_str(&element(tag, scope, look, &cell.html));
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n</table>\n</div>\n");
        html
    }

    fn look(&self, at: usize) -> Look {
        let texts = || self.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.trim());
        let blank = |text: &str| text.is_empty() || text == "–";
        let longest = texts().map(|text| text.chars().count()).max().unwrap_or(0);
        if texts().any(is_figure) && texts().all(|text| blank(text) || is_figure(text)) {
            Look::Figures
        } else if longest >= PROSE {
            Look::Prose
        } else if longest <= LONGEST_WORD && texts().all(|text| !text.contains(' ')) {
            Look::Word
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
    /// Sentences: never narrow.
    Prose,
}

fn is_figure(text: &str) -> bool {
    let unsigned = text.trim_start_matches(['+', '-', '<', '>', '≥', ' ']);
    unsigned.starts_with(|c: char| c.is_ascii_digit()) && text.chars().count() <= LONGEST_FIGURE
}

fn element(tag: &str, scope: &str, look: Look, html: &str) -> String {
    let class = match look {
        Look::Figures => " class=\"n\"",
        Look::Word => " class=\"s\"",
        Look::Text => "",
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
                && html.contains("<td class=\"n\">1</td><td class=\"s\">L-1</td>"),
            "{html}"
        );
    }
}
