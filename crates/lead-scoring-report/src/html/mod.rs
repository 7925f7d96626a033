//! The report as one HTML file: the Markdown document, read by a Markdown parser and written out again, with charts at their sections.
//!
//! The content is that of the Markdown by construction. Nothing is fetched: style, script and pictures are in the file, and its own
//! policy forbids the browser to ask anybody. Text from the data is text: raw HTML in the Markdown, from whomever, is shown, not meant.

mod body;
mod breadth;
mod table;
mod unbroken;

use crate::chart::{self, Chart, Spot};
use crate::render::{Renderer, Section};
use crate::{Language, Markdown, Report, Result};
use body::{Body, Heading, Said};
use fluent_bundle::FluentArgs;
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{Environment, UndefinedBehavior, context};
use serde::Serialize;

const PAGE: &str = "page.html";
const FIGURE: &str = "figure.html";

/// The report as one self-contained page, for a screen of any width, light or dark, and for paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html {
    document: Markdown,
    css: String,
}

impl Html {
    /// The page as it is.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The page in another language than English.
    #[must_use]
    pub fn in_language(mut self, language: &Language) -> Self {
        self.document = self.document.in_language(language);
        self
    }

    /// The page with a section of your own; several at one place stand in the order they were given.
    #[must_use]
    pub fn with_section(mut self, section: Section) -> Self {
        self.document = self.document.with_section(section);
        self
    }

    /// The page with further styles, which win over its own. What they name is not fetched.
    #[must_use]
    pub fn with_css(mut self, css: impl AsRef<str>) -> Self {
        self.css.push_str(css.as_ref());
        self.css.push('\n');
        self
    }
}

impl Renderer for Html {
    fn render(&self, report: &Report) -> Result<String> {
        let charts = chart::all(report, self.language())?;
        self.page("page-title", &report.header.name, &self.document.render(report)?, charts)
    }
}

impl Html {
    /// The language that the page is written in.
    pub(crate) const fn language(&self) -> &Language {
        &self.document.language
    }

    /// The document that the page shows.
    pub(crate) const fn document(&self) -> &Markdown {
        &self.document
    }

    /// A Markdown document as a page, with each chart at its spot; its title is a message that holds a name.
    pub(crate) fn page(
        &self,
        title: &str,
        name: &str,
        markdown: &str,
        charts: Vec<(Spot, Chart)>,
    ) -> Result<String> {
        let environment = environment(self.language())?;
        let mut figures = Vec::new();
        for (at, (place, chart)) in (1..).zip(charts) {
            figures.push((place, figure(&environment, at, &chart)?));
        }
        let plain = |key: &str| self.language().say(key, &FluentArgs::new());
        let said = Said {
            table: plain("page-table")?,
            head_words: plain("page-head-words")?.split_whitespace().map(str::to_owned).collect(),
            model: plain("page-model")?,
            on_paper: plain("page-model-on-paper")?,
        };
        let Body { html, headings } = body::of(markdown, &figures, &said);
        let page = environment.get_template(PAGE)?;
        Ok(page.render(context! {
            language => self.language().tag(),
            title,
            name,
            contents => Value::from(Serde(contents(&headings))),
            body => Value::from_safe_string(html),
            style => Value::from_safe_string(STYLE.to_owned()),
            // An end tag in the styles would end them.
            own_style => Value::from_safe_string(self.css.replace("</", "<\\/")),
            script => Value::from_safe_string(SCRIPT.to_owned()),
        })?)
    }
}

const STYLE: &str = include_str!("../../templates/page.css");
const SCRIPT: &str = include_str!("../../templates/page.js");

fn environment(language: &Language) -> Result<Environment<'static>> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let speaks = language.clone();
    // Texts fill gaps as they are: what is said is escaped as a whole.
    let say = move |key: String, parts: Kwargs| -> std::result::Result<String, minijinja::Error> {
        let mut filled = FluentArgs::new();
        for name in parts.args() {
            filled.set(name.to_owned(), parts.get::<String>(name)?);
        }
        speaks.say(&key, &filled).map_err(crate::template::unprintable)
    };
    environment.add_function("say", say);
    environment.add_template(PAGE, include_str!("../../templates/page.html.jinja"))?;
    environment.add_template(FIGURE, include_str!("../../templates/figure.html.jinja"))?;
    Ok(environment)
}

fn figure(environment: &Environment<'_>, at: u32, chart: &Chart) -> Result<String> {
    let elements = Value::from_safe_string(chart.elements.clone());
    let Chart { title, text, width, height, .. } = chart;
    Ok(environment.get_template(FIGURE)?.render(context! { at, title, text, width, height, elements })?)
}

/// A part of the document with its own parts.
#[derive(Debug, Serialize)]
struct Part<'a> {
    id: &'a str,
    title: &'a str,
    parts: Vec<Part<'a>>,
}

/// Headings of the second level, each with those of the third below it.
fn contents(headings: &[Heading]) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for heading in headings {
        let part = Part { id: &heading.id, title: &heading.text, parts: Vec::new() };
        match (heading.level, parts.last_mut()) {
            (2, _) => parts.push(part),
            (3, Some(last)) => last.parts.push(part),
            _ => {}
        }
    }
    parts
}
