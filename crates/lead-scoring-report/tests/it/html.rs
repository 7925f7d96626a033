//! The page, parsed as a browser parses it.

use crate::markdown::{PREDICTIVE, check_items};
use crate::run::{NASTY, Plan, Run};
use base64::prelude::{BASE64_STANDARD, Engine};
use lead_scoring_report::{Html, Json, Markdown, OnePager, Place, Renderer, Section};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{ElementRef, Html as Page, Selector};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static RUN: LazyLock<Run> = LazyLock::new(|| Run::of(PREDICTIVE));

fn page_of(run: &Run) -> String {
    Html::new().render(&run.report(true).unwrap()).unwrap()
}

fn all<'p>(page: &'p Page, selector: &str) -> Vec<ElementRef<'p>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef<'_>) -> String {
    one_line(&element.text().collect::<String>())
}

/// Blanks count once, and none at the ends.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How often each kind of element occurs, and with which attributes.
fn shape(html: &str) -> BTreeMap<String, usize> {
    let page = Page::parse_document(html);
    let mut shape = BTreeMap::new();
    // Where a long name may break in a cell follows from its underscores.
    for element in all(&page, ":not(wbr)") {
        // Whether a cell names its row, and how it looks, follows from how long its text is.
        let names =
            element.value().attrs().map(|(name, _)| name).filter(|name| !["class", "scope"].contains(name));
        let names: Vec<&str> = names.collect();
        let kind = element.value().name().replace("th", "td");
        *shape.entry(format!("{kind} {names:?}")).or_default() += 1;
    }
    shape
}

/// The cells of every table of a Markdown document, as a reader sees them.
fn cells_of_markdown(markdown: &str) -> Vec<String> {
    let (mut cells, mut cell) = (Vec::new(), None);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match (event, &mut cell) {
            (Event::Start(Tag::TableCell), _) => cell = Some(String::new()),
            (Event::End(TagEnd::TableCell), _) => cells.extend(cell.take().map(|text| one_line(&text))),
            (Event::Text(text) | Event::Code(text), Some(cell)) => cell.push_str(&text),
            _ => {}
        }
    }
    cells
}

#[test]
fn the_page_says_what_the_markdown_says() {
    let report = RUN.report(true).unwrap();
    let html = page_of(&RUN);
    let page = Page::parse_document(&html);
    let cells: Vec<String> = all(&page, "th, td").into_iter().map(text).collect();
    let markdown = Markdown::new().render(&report).unwrap();
    assert_eq!(cells, cells_of_markdown(&markdown));
    let headings: Vec<String> = all(&page, "main h2, main h3").into_iter().map(text).collect();
    let of_markdown: Vec<String> = markdown
        .lines()
        .filter(|line| line.starts_with("## ") || line.starts_with("### "))
        .map(str::to_owned)
        .collect();
    assert_eq!(headings.len(), of_markdown.len());
    let linked: Vec<String> = all(&page, "nav a").into_iter().map(text).collect();
    assert_eq!(linked, headings, "every heading is in the contents");
    for link in all(&page, "nav a, .skip") {
        let target = link.attr("href").unwrap();
        assert_eq!(all(&page, target).len(), 1, "{target}");
    }
}

#[test]
fn the_page_fetches_nothing_and_is_small() {
    let html = page_of(&RUN);
    assert!(html.len() < 1_500_000, "{} bytes", html.len());
    let page = Page::parse_document(&html);
    for element in all(&page, "*") {
        for (name, value) in element.value().attrs() {
            let leads_away = matches!(name, "src" | "srcset" | "data" | "poster" | "action" | "xlink:href");
            assert!(!leads_away && !name.starts_with("on"), "{name}={value}");
            assert!(name != "href" || value.starts_with('#') || value == "data:,", "{name}={value}");
            assert!(!value.contains("url("), "{name}={value}");
        }
    }
    assert!(!html.contains("@import") && !html.contains("url("));
    assert!(html.contains("default-src 'none'"));
}

/// No other script runs, wherever it came from; a changed script needs the hash that this test names.
#[test]
fn the_policy_allows_the_pages_own_script_alone() {
    let html = page_of(&RUN);
    let (_, script) = html.split_once("<script>").unwrap();
    let (script, _) = script.split_once("</script>").unwrap();
    let hash = BASE64_STANDARD.encode(Sha256::digest(script));
    let page = Page::parse_document(&html);
    let policy = all(&page, "meta[http-equiv=Content-Security-Policy]")[0].attr("content").unwrap();
    let scripts: Vec<&str> = policy.split("; ").filter(|part| part.starts_with("script-src ")).collect();
    assert_eq!(scripts, [format!("script-src 'sha256-{hash}'")]);
}

#[test]
fn tables_and_charts_can_be_read_without_seeing_them() {
    let html = page_of(&RUN);
    let page = Page::parse_document(&html);
    let charts = all(&page, "svg");
    assert_eq!(charts.len(), 8);
    for chart in charts {
        assert_eq!(chart.attr("role"), Some("img"));
        for (attribute, element) in [("aria-labelledby", "title"), ("aria-describedby", "desc")] {
            let named = all(&page, &format!("{element}#{}", chart.attr(attribute).unwrap()));
            assert!(named.len() == 1 && text(named[0]).len() > 8, "{attribute}");
        }
        assert!(!chart.inner_html().contains("NaN"));
    }
    let tables = all(&page, "table");
    assert!(tables.len() > 20);
    for table in tables {
        assert!(!table.select(&Selector::parse("caption").unwrap()).any(|caption| text(caption).is_empty()));
        assert!(
            table.select(&Selector::parse("thead th").unwrap()).all(|head| head.attr("scope") == Some("col"))
        );
    }
    let regions = all(&page, "[role=region]");
    let names: BTreeSet<&str> = regions.iter().filter_map(|region| region.attr("aria-label")).collect();
    assert_eq!(names.len(), regions.len(), "no two tables are called the same");
    assert_eq!(all(&page, "table.leads").len(), 4);
    assert_eq!(all(&page, "details.model").len(), 1);
    assert_eq!(all(&page, "html").first().unwrap().attr("lang"), Some("en"));
    assert_eq!(all(&page, "h1").len(), 1);
}

#[test]
fn a_report_without_a_model_has_no_charts() {
    let run = Run::of(Plan { deals: 300, predictive: false, capacity: false, rules: false });
    let page = Page::parse_document(&page_of(&run));
    assert!(all(&page, "svg").is_empty());
    assert!(text(all(&page, "main")[0]).contains("No points were invented"));
    let guide = OnePager::new().render(&run.report(false).unwrap()).unwrap();
    assert!(guide.contains("There is no score to use."), "{guide}");
}

#[test]
fn hostile_names_are_shown_on_the_page_as_they_are() {
    let html = page_of(&RUN);
    let page = Page::parse_document(&html);
    assert!(all(&page, "main b, main a, main script, main img").is_empty());
    let text = text(all(&page, "main")[0]);
    for name in NASTY {
        assert!(text.contains(&one_line(name)), "{name}");
    }
}

#[test]
fn the_rep_guide_tells_tiers_and_signals() {
    let guide = OnePager::new().render(&RUN.report(false).unwrap()).unwrap();
    for part in [
        "# How to Use the Lead Score",
        "| Hot |",
        "call within 1 hour",
        "What speaks for a lead:",
        "What the Score Does Not Know",
    ] {
        assert!(guide.contains(part), "{part} is not in {guide}");
    }
    assert!(guide.contains("Demo \\| Requested: yes (+"), "{guide}");
    assert!(guide.contains("- Intent indicators: the history has no such field"), "{guide}");
    assert!(
        guide.contains("- Tech Stack: contains \\*Sales\\* ("),
        "the item stands in the criterion alone: {guide}"
    );
    assert!(!guide.contains("cycle length") && !guide.contains("loss reason"), "known at the end: {guide}");
    let hot = &RUN.validation.tiers[0];
    let rate = format!("({} of {})", hot.won, hot.deals());
    assert!(guide.lines().any(|line| line.starts_with("| Hot |") && line.contains(&rate)), "{guide}");
    assert!(guide.lines().count() < 60);
    check_items(&guide.lines().collect::<Vec<_>>());
}

#[test]
fn points_of_missing_values_are_told_of_where_there_are_some() {
    let mut run = Run::of(PREDICTIVE);
    let guide = |run: &Run| OnePager::new().render(&run.report(false).unwrap()).unwrap();
    let mut missing = |points: i32| {
        for signal in &mut run.model.card.signals {
            let at = signal.missing_code();
            signal.bins[at].points = 0;
        }
        let at = run.model.card.signals[0].missing_code();
        run.model.card.signals[0].bins[at].points = points;
        guide(&run)
    };
    let (known, both) = (missing(0), missing(-2));
    assert!(known.contains(" for what is known of the lead. Higher"), "{known}");
    assert!(
        both.contains(" for what is known of the lead, and for some values that are missing. "),
        "{both}"
    );
}

#[test]
fn own_sections_stand_at_their_places_and_own_styles_last() {
    let report = RUN.report(false).unwrap();
    let own = Section::text("Who <owns> this", "Sales *operations*.\n\nSee <b>them</b>.", Place::Top);
    let figures = Section::template(
        "Deals",
        "**{{ header.deals }}** deals, {{ header.base_rate.value | percent }} won, by {{ header.name }}.",
        Place::AfterSection(1),
    );
    let markdown = Markdown::new().with_section(own.clone()).with_section(figures).render(&report).unwrap();
    let at = |part: &str| markdown.find(part).unwrap_or_else(|| panic!("{part} is missing"));
    assert!(
        at("## Executive Summary") < at("## Who \\<owns\\> this")
            && at("Sales \\*operations\\*.") < at("## Section 1")
    );
    assert!(at("### 1.3") < at("## Deals\n\n**900** deals, ") && at("## Deals") < at("## Section 2"));
    assert!(markdown.contains("by Invented \\| \\<Corp\\>."));
    let html =
        Html::new().with_section(own).with_css("h1 { color: teal }</style><script>").render(&report).unwrap();
    let page = Page::parse_document(&html);
    assert!(all(&page, "h2").into_iter().any(|heading| text(heading) == "Who <owns> this"));
    assert_eq!(all(&page, "script").len(), 1);
    assert!(html.find("color: teal").unwrap() > html.find("font-variant-numeric").unwrap());
    let wrong = Markdown::new().with_section(Section::template("Oops", "{{ header.nothing }}", Place::End));
    let error = wrong.render(&report).unwrap_err();
    assert!(error.to_string().contains("section Oops"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever a company, a file and an outcome are called: no element or attribute arises, and the text reads as the name.
    #[test]
    fn no_element_arises_from_data(
        raw in "(?s)\\PC{1,40}", marks in "[`|<>&*_\\[\\]\\\\\"'!#=/ a-c\\n\u{61c}\u{202e}\u{5d0}\u{1f600}-]{1,40}", long in 1_usize..3,
    ) {
        static PLAIN: LazyLock<BTreeMap<String, usize>> = LazyLock::new(|| shape(&named("Plain")));
        let long = marks.repeat(long * 120);
        for name in [&raw, &marks, &long] {
            let html = named(name);
            prop_assert_eq!(&shape(&html), &*PLAIN, "{}", name);
            let page = Page::parse_document(&html);
            let shown: String = name.chars().map(|c| if c.is_control() || "\u{61c}\u{2028}\u{2029}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".contains(c) { ' ' } else { c }).collect();
            let heading = text(all(&page, "h1")[0]);
            prop_assert_eq!(heading, one_line(&format!("Lead Scoring Model: {shown}")));
        }
    }
}

/// The page of a run whose model, source and other outcome bear a name.
fn named(name: &str) -> String {
    let others = [(Some(name.to_owned()), 2)];
    Html::new().render(&RUN.named(name, &others).unwrap()).unwrap()
}

#[test]
fn ten_thousand_characters_break_nothing() {
    let name = "<&\"'|`_*[] \u{1f600}\u{5d0}".repeat(800);
    let html = named(&name);
    assert_eq!(shape(&html), shape(&named("Plain")));
    assert!(Json::new().render(&RUN.named(&name, &[]).unwrap()).unwrap().contains("\u{1f600}"));
}
