//! Markdown to HTML, event by event (CommonMark 0.31 with tables).
//!
//! | Markdown | HTML |
//! |---|---|
//! | raw HTML | shown as text |
//! | a picture | its description; nothing is fetched |
//! | a link | a link where it leads to `http`, `https`, `mailto` or within the page, else its text |
//! | the block that holds the model | folded away |

use super::breadth::is_whole_head;
use super::table::{Cell, Table};
use super::unbroken::{
    code_word, glued, with_breaks_in_names, with_whole_arrows, with_whole_days, with_whole_words,
    without_blanks_behind_wide_marks,
};
use crate::chart::Spot;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream};

/// The parts of section 7 that list leads.
const LEADS: [&str; 4] = ["7.2", "7.3", "7.4", "7.5"];

/// Most letters of code that is never broken.
const SHORT_CODE: usize = 16;
/// Most letters between two marks of code that is broken behind marks alone.
const LONG_PART: usize = 20;

/// What [`lead_scoring_model::document::embed`] calls the block that holds the model.
const MODEL_BLOCK: &str = "json lead-scoring-model";

/// The page's content.
#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) html: String,
    pub(crate) headings: Vec<Heading>,
}

/// A heading with the name that links lead to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) level: u8,
    pub(crate) id: String,
    pub(crate) text: String,
}

/// What the page says that the document does not.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// Before the name of a table.
    pub(crate) table: String,
    /// Words of the heads of tables that are never broken.
    pub(crate) head_words: Vec<String>,
    /// What shows the model.
    pub(crate) model: String,
    /// What stands in its place on paper.
    pub(crate) on_paper: String,
}

/// The document as HTML, with each figure at its spot.
pub(crate) fn of(markdown: &str, figures: &[(Spot, String)], said: &Said) -> Body {
    let mut writer = Writer::new(figures, said);
    let events = TextMergeStream::new(Parser::new_ext(markdown, Options::ENABLE_TABLES));
    events.for_each(|event| writer.event(event));
    Body { html: writer.open.pop().unwrap_or_default().html, headings: writer.headings }
}

/// Text as HTML that shows it.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
    html
}

/// What is being written: a heading, a cell, or the page itself.
#[derive(Debug, Default)]
struct Piece {
    html: String,
    text: String,
}

#[derive(Debug)]
struct Writer<'f> {
    figures: &'f [(Spot, String)],
    said: &'f Said,
    /// Figures that wait for the next table.
    waiting: String,
    /// Where the last paragraph of the page begins, if it announces what follows.
    announced: Option<usize>,
    /// The page, and within it the pieces that are not ended yet.
    open: Vec<Piece>,
    headings: Vec<Heading>,
    table: Option<Table>,
    /// What the tables so far are called.
    tables: Vec<String>,
    /// Whether each link that is not ended yet is written as one.
    links: Vec<bool>,
    code: bool,
}

impl<'f> Writer<'f> {
    fn new(figures: &'f [(Spot, String)], said: &'f Said) -> Self {
        Writer {
            figures,
            said,
            waiting: String::new(),
            announced: None,
            open: vec![Piece::default()],
            headings: Vec::new(),
            table: None,
            tables: Vec::new(),
            links: Vec::new(),
            code: false,
        }
    }
}

impl Writer<'_> {
    /// Writes one event.
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.code => self.text(&text),
            Event::Text(text) => self.text(&glued(&text)),
            Event::Code(code) => self.code(&code),
            Event::Html(html) | Event::InlineHtml(html) => self.text(&html),
            Event::SoftBreak => self.text(if self.code { "\n" } else { " " }),
            Event::HardBreak => self.push("<br>"),
            Event::Rule => self.push("<hr>\n"),
            _ => {}
        }
    }

    fn push(&mut self, html: &str) {
        if let Some(piece) = self.open.last_mut() {
            piece.html.push_str(html);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(piece) = self.open.last_mut() {
            // A mark of full width brings its own blank.
            let text =
                if self.code { text.to_owned() } else { without_blanks_behind_wide_marks(&piece.text, text) };
            let html = escaped(&text);
            let html = if self.code {
                html
            } else {
                with_whole_arrows(&with_whole_days(&with_breaks_in_names(&html)))
            };
            piece.html.push_str(&html);
            piece.text.push_str(&text);
        }
    }

    /// A name or command: short ones are never broken, others behind a mark, and anywhere only where a part of them is very long.
    fn code(&mut self, code: &str) {
        let Some(piece) = self.open.last_mut() else { return };
        piece.text.push_str(code);
        let html = if code.chars().count() <= SHORT_CODE {
            format!("<code class=\"s\">{}</code>", escaped(code))
        } else {
            let parts = code.split([' ', '_', '.', '-']);
            let class =
                if parts.clone().any(|part| part.chars().count() > LONG_PART) { " class=\"b\"" } else { "" };
            let words: Vec<String> = code.split(' ').map(code_word).collect();
            format!("<code{class}>{}</code>", words.join(" "))
        };
        piece.html.push_str(&html);
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.announced = self.open.last().map(|piece| piece.html.len());
                self.push("<p>");
            }
            Tag::Heading { .. } | Tag::TableCell => self.open.push(Piece::default()),
            Tag::BlockQuote(_) => self.push("<blockquote>\n"),
            Tag::CodeBlock(kind) => {
                self.code = true;
                let is_model = matches!(kind, CodeBlockKind::Fenced(info) if info.as_ref() == MODEL_BLOCK);
                if is_model {
                    let summary = escaped(&self.said.model);
                    self.push(&format!("<details class=\"model\"><summary>{summary}</summary>\n"));
                }
                self.push("<pre tabindex=\"0\"><code>");
                self.links.push(is_model);
            }
            Tag::List(first) => {
                self.announced = None;
                self.push(&first.map_or("<ul>\n".to_owned(), |first| format!("<ol start=\"{first}\">\n")));
            }
            Tag::Item => self.push("<li>"),
            Tag::Table(aligned) => {
                let waiting = std::mem::take(&mut self.waiting);
                if let Some(piece) = self.open.last_mut() {
                    // What announces the table stays beside it.
                    piece.html.insert_str(self.announced.unwrap_or(piece.html.len()), &waiting);
                }
                self.table = Some(Table { aligned: aligned.clone(), ..Table::default() });
            }
            Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(Vec::new());
                }
            }
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Link { dest_url, .. } => {
                let harmless =
                    ["http://", "https://", "mailto:", "#"].iter().any(|way| dest_url.starts_with(way));
                if harmless {
                    self.push(&format!("<a href=\"{}\" rel=\"noopener noreferrer\">", escaped(dest_url)));
                }
                self.links.push(harmless);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                self.push("</p>\n");
                let announces = |piece: &Piece| piece.text.trim_end().ends_with([':', '：']);
                self.announced = self.announced.filter(|_| self.open.last().is_some_and(announces));
            }
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::BlockQuote(_) => self.push("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.code = false;
                self.push("</code></pre>\n");
                if self.links.pop() == Some(true) {
                    let on_paper = escaped(&self.said.on_paper);
                    self.push(&format!("</details>\n<p class=\"paper\">{on_paper}</p>\n"));
                }
            }
            TagEnd::List(false) => self.push("</ul>\n"),
            TagEnd::List(true) => self.push("</ol>\n"),
            TagEnd::Item => self.push("</li>\n"),
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    let name = self.free_name();
                    let announced = format!("{}{name}", self.said.table);
                    self.push(&table.html(&name, &announced, self.is_of_leads()));
                    self.tables.push(name);
                }
            }
            TagEnd::TableCell => {
                let mut piece = self.open.pop().unwrap_or_default();
                if let Some(table) = &mut self.table {
                    if table.rows.is_empty() && !is_whole_head(piece.text.trim()) {
                        piece.html = with_whole_words(&piece.html, &self.said.head_words);
                    }
                    let row = table.rows.last_mut().unwrap_or(&mut table.head);
                    row.push(Cell { html: piece.html, text: piece.text });
                }
            }
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Link => {
                let end = if self.links.pop() == Some(true) { "</a>" } else { "" };
                self.push(end);
            }
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let Piece { html, text } = self.open.pop().unwrap_or_default();
        let level = level as u8;
        let id = self.free_id(&text);
        self.announced = None;
        // Under the last heading there was no table to stand before.
        let left = std::mem::take(&mut self.waiting);
        self.push(&left);
        self.push(&format!("<h{level} id=\"{id}\">{html}</h{level}>\n"));
        let number = text.split(' ').next().unwrap_or_default();
        let under = self.figures_at(Spot::Under, number);
        self.waiting = self.figures_at(Spot::BeforeTable, number);
        self.push(&under);
        self.headings.push(Heading { level, id, text });
    }

    /// The figures of a spot in a frame of their own.
    fn figures_at(&self, spot: impl Fn(&'static str) -> Spot, number: &str) -> String {
        let numbered = self.figures.iter().filter(|(at, _)| {
            let (Spot::Under(wanted) | Spot::BeforeTable(wanted)) = at;
            *wanted == number && *at == spot(wanted)
        });
        let row: String = numbered.map(|(_, figure)| figure.as_str()).collect();
        if row.is_empty() { row } else { format!("<div class=\"figures\">{row}</div>\n") }
    }

    /// Whether the last heading is one of those whose tables list leads, in any language.
    fn is_of_leads(&self) -> bool {
        let number = self.headings.last().and_then(|heading| heading.text.split(' ').next());
        number.is_some_and(|number| LEADS.contains(&number))
    }

    /// The last heading as a table's name; with a number behind where another table has it.
    fn free_name(&self) -> String {
        let stem = self.headings.last().map_or("", |heading| heading.text.as_str());
        first_free(
            stem,
            |number| format!("{stem} ({number})"),
            |name| self.tables.iter().any(|it| it == name),
        )
    }

    /// Letters and digits of a heading, joined by hyphens; with a number behind where that is taken.
    fn free_id(&self, text: &str) -> String {
        let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<String> = words.take(8).map(str::to_ascii_lowercase).collect();
        let stem = if words.is_empty() { "part".to_owned() } else { words.join("-") };
        let taken = |id: &str| self.headings.iter().any(|heading| heading.id == id);
        // Names that the page itself uses begin otherwise.
        let stem = format!("s-{stem}");
        first_free(&stem, |number| format!("{stem}-{number}"), taken)
    }
}

/// A name, or the first of its numbered forms that is not taken, from the second on.
fn first_free(name: &str, numbered: impl Fn(u32) -> String, taken: impl Fn(&str) -> bool) -> String {
    std::iter::once(name.to_owned()).chain((2..).map(numbered)).find(|name| !taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(markdown: &str, figures: &[(Spot, String)]) -> Body {
        let said = Said {
            table: "Table: ".to_owned(),
            head_words: ["赢单", "赢单率", "属性"].map(str::to_owned).to_vec(),
            model: "Model".to_owned(),
            on_paper: "Elsewhere".to_owned(),
        };
        super::of(markdown, figures, &said)
    }

    #[test]
    fn markdown_becomes_plain_elements() {
        let body = of("# A *b*\n\ntext `c` **d**\n\n- one\n\n## A b\n", &[]);
        assert_eq!(
            body.html,
            "<h1 id=\"s-a-b\">A <em>b</em></h1>\n<p>text <code class=\"s\">c</code> <strong>d</strong></p>\n\
             <ul>\n<li>one</li>\n</ul>\n<h2 id=\"s-a-b-2\">A b</h2>\n"
        );
        assert_eq!(body.headings[1], Heading { level: 2, id: "s-a-b-2".into(), text: "A b".into() });
    }

    #[test]
    fn figures_are_not_parted_from_their_signs() {
        let html = |markdown: &str| of(markdown, &[]).html;
        let wanted = "<p>in 95\u{a0}% of 3\u{a0}% (p\u{a0}=\u{a0}0.02, q\u{a0}&lt;\u{a0}0.1), a % b, up =\u{a0}2 <code class=\"s\">9 % p = 1</code></p>\n";
        assert_eq!(html("in 95 % of 3 % (p = 0.02, q < 0.1), a % b, up = 2 `9 % p = 1`\n"), wanted);
        let limits = "<p>(&lt;\u{a0}0.1\u{a0}%) p\u{a0}&lt;=\u{a0}0.01, 3 &gt;=\u{a0}2 ≥\u{a0}1, a &lt; b <span class=\"s\">--&gt;</span> 1</p>\n";
        assert_eq!(html("(< 0.1 %) p <= 0.01, 3 >= 2 ≥ 1, a < b --> 1\n"), limits);
    }

    #[test]
    fn chinese_figures_and_words_of_heads_are_whole() {
        let html = of("共 3 分（-3 分），2 笔交易，3 月\n", &[]).html;
        assert_eq!(html, "<p>共 3\u{a0}分（-3\u{a0}分），2\u{a0}笔交易，3 月</p>\n");
        let html = of("| 具备属性时的赢单率 | 属性 |\n|---|---|\n| 赢单率 | a |\n", &[]).html;
        let word = |word: &str| format!("<span class=\"h\">{word}</span>");
        let head = format!("具备{}时的{}", word("属性"), word("赢单率"));
        assert!(html.contains(&head) && html.matches("class=\"h\"").count() == 2, "{html}");
    }

    #[test]
    fn a_minus_in_a_formula_is_not_parted() {
        let html = of("-- A (1 - p)\n", &[]).html;
        let [dash, minus] = ["--", "-"].map(|sign| format!("<span class=\"s\">{sign}\u{a0}</span>"));
        assert_eq!(html, format!("<p>{dash}A (1\u{a0}{minus}p)</p>\n"));
    }

    #[test]
    fn letters_with_a_figure_and_dashes_before_names_are_not_parted() {
        let html = of("A: 92 %, B: 70; Row: 3\n\n-- Visits -- all\n", &[]).html;
        assert_eq!(
            html,
            "<p>A:\u{a0}92\u{a0}%, B:\u{a0}70; Row: 3</p>\n<p><span class=\"s\">--\u{a0}</span>Visits -- all</p>\n"
        );
    }

    #[test]
    fn arrows_are_whole_and_wide_marks_bring_their_own_blanks() {
        let html = of("a --> b, **版本：** 1.0。 热门\n（好） 12 `。 x`\n", &[]).html;
        let arrow = "a <span class=\"s\">--&gt;</span> b";
        assert_eq!(
            html,
            format!(
                "<p>{arrow}, <strong>版本：</strong>1.0。热门 （好）12 <code class=\"s\">。 x</code></p>\n"
            )
        );
    }

    #[test]
    fn code_is_broken_behind_its_marks_alone() {
        let html = |code: &str| of(&format!("`{code}`\n"), &[]).html;
        assert_eq!(html("--exclude"), "<p><code class=\"s\">--exclude</code></p>\n");
        assert_eq!(
            html("lead-scoring build --missing Unknown"),
            "<p><code><span class=\"s\">lead-scoring</span> build <span class=\"s\">--missing</span> Unknown</code></p>\n"
        );
        assert_eq!(html("Lead_Score.1 1.25 more"), "<p><code>Lead_Score.1 1.25 more</code></p>\n");
        assert_eq!(
            html("Lead_Score.Total_of_last_year 1.25"),
            "<p><code>Lead_<wbr>Score.<wbr>Total_<wbr>of_<wbr>last_<wbr>year 1.25</code></p>\n"
        );
        assert!(html(&"x".repeat(21)).contains("<code class=\"b\">"));
    }

    #[test]
    fn only_long_names_are_broken_behind_their_underscores() {
        let html = of("day_of_week: 1，按rate_in_percentage_of_income，| `a`\n", &[]).html;
        let long = "rate_<wbr>in_<wbr>percentage_<wbr>of_<wbr>income";
        assert_eq!(html, format!("<p>day_of_week: 1，按{long}，| <code class=\"s\">a</code></p>\n"));
        let cell = of("| a |\n|---|\n| day_of_week |\n", &[]).html;
        assert!(cell.contains(">day_of_week<"), "{cell}");
    }

    #[test]
    fn days_are_not_broken() {
        let html = of("2025-11-02 to 2026-10-31, x-2025-1-02 `2025-11-02`é-é1-\n", &[]).html;
        let day = |day: &str| format!("<span class=\"s\">{day}</span>");
        let wanted = [day("2025-11-02"), day("2026-10-31")].join(" to ");
        assert_eq!(html, format!("<p>{wanted}, x-2025-1-02 <code class=\"s\">2025-11-02</code>é-é1-</p>\n"));
    }

    #[test]
    fn raw_html_pictures_and_scripts_in_links_are_only_shown() {
        let html = of("<b>x</b> ![alt](http://x/y.png) [go](javascript:alert(1)) [ok](https://x)\n\n<script>a</script>\n", &[]).html;
        assert_eq!(
            html,
            "<p>&lt;b&gt;x&lt;/b&gt; alt go <a href=\"https://x\" rel=\"noopener noreferrer\">ok</a></p>\n&lt;script&gt;a&lt;/script&gt;\n"
        );
    }

    #[test]
    fn the_model_is_folded_away_and_missed_on_paper() {
        let html = of(&format!("```{MODEL_BLOCK}\n{{}}\n```\n\n```text\na\n```\n"), &[]).html;
        let (model, other) = html.split_once("</details>\n").unwrap();
        assert!(model.starts_with("<details class=\"model\"><summary>Model</summary>\n<pre"), "{html}");
        assert!(
            other.starts_with("<p class=\"paper\">Elsewhere</p>\n<pre") && !other.contains("details"),
            "{html}"
        );
    }

    #[test]
    fn no_two_tables_are_called_the_same() {
        let table = "| a |\n|---|\n| b |\n\n";
        let html = of(&format!("## A\n\n{table}text\n\n{table}## B\n\n{table}## A\n\n{table}"), &[]).html;
        let names: Vec<&str> =
            html.split("<caption>").skip(1).filter_map(|part| part.split('<').next()).collect();
        assert_eq!(names, ["A", "A (2)", "B", "A (3)"]);
        assert!(names.iter().all(|name| html.contains(&format!("aria-label=\"Table: {name}\""))), "{html}");
    }

    #[test]
    fn tables_of_leads_are_known_in_any_language() {
        let table = "| a |\n|---|\n| b |\n\n";
        let html = of(&format!("### 7.1 评分摘要\n\n{table}### 7.2 热门线索\n\n{table}"), &[]).html;
        let (before, after) = html.split_once("<h3 id=\"s-7-2\">").unwrap();
        assert!(!before.contains("class=\"leads\"") && after.contains("<table class=\"leads\">"), "{html}");
    }

    #[test]
    fn figures_stand_at_their_spots() {
        let figures = [
            (Spot::Under("4.1"), "<f>".to_owned()),
            (Spot::Under("4.2"), "<g>".to_owned()),
            (Spot::BeforeTable("4.1"), "<h>".to_owned()),
        ];
        let html = of("### 4.1 Scores\n\ntext\n\nResults:\n\n| a |\n|---|\n| b |\n", &figures).html;
        assert!(html.contains("</h3>\n<div class=\"figures\"><f></div>\n<p>text</p>"), "{html}");
        assert!(html.contains("text</p>\n<div class=\"figures\"><h></div>\n<p>Results:</p>\n<div"), "{html}");
        let html = of("### 4.2 Tiers\n\nResults:\n\n### 4.1 Scores\n\n| a |\n|---|\n| b |\n", &figures).html;
        assert!(
            html.contains("<div class=\"figures\"><f></div>\n<div class=\"figures\"><h></div>\n<div"),
            "{html}"
        );
        let html = of("### 4.1 Scores\n\ntext\n\n### Next\n", &figures).html;
        assert!(html.contains("<div class=\"figures\"><h></div>\n<h3 id=\"s-next\">"), "{html}");
    }
}
