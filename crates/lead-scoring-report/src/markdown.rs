//! The Markdown renderer: one template a section.

use crate::render::{Body, Renderer, Section};
use crate::template::environment;
use crate::{Language, Report, Result, escape};
use lead_scoring_model::document;
use minijinja::Environment;
use minijinja::value::{Serde, Value};

/// The templates in the order of the report.
const SECTIONS: [(&str, &str); 10] = [
    ("header", include_str!("../templates/header.md.jinja")),
    ("section 1", include_str!("../templates/1_data.md.jinja")),
    ("section 2", include_str!("../templates/2_patterns.md.jinja")),
    ("section 3", include_str!("../templates/3_model.md.jinja")),
    ("section 4", include_str!("../templates/4_tiers.md.jinja")),
    ("section 5", include_str!("../templates/5_crm.md.jinja")),
    ("section 6", include_str!("../templates/6_validation.md.jinja")),
    ("section 7", include_str!("../templates/7_leads.md.jinja")),
    ("section 8", include_str!("../templates/8_runbook.md.jinja")),
    ("appendix", include_str!("../templates/appendix.md.jinja")),
];

/// The report as one Markdown document, ending with the model in a fenced block that [`lead_scoring_model::document::load`] reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markdown {
    sections: Vec<Section>,
    pub(crate) language: Language,
}

impl Markdown {
    /// The report as it is.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The report in another language than English.
    #[must_use]
    pub fn in_language(mut self, language: &Language) -> Self {
        self.language = language.clone();
        self
    }

    /// The report with a section of your own; several at one place stand in the order they were given.
    #[must_use]
    pub fn with_section(mut self, section: Section) -> Self {
        self.sections.push(section);
        self
    }
}

impl Renderer for Markdown {
    fn render(&self, report: &Report) -> Result<String> {
        let mut document = self.document(SECTIONS, &Value::from(Serde(report)))?;
        document.push('\n');
        document.push_str(&document::embed(&report.model));
        Ok(document)
    }
}

impl Markdown {
    /// One template after the other, each followed by the sections of the user's own that belong there.
    pub(crate) fn document<const N: usize>(
        &self,
        templates: [(&'static str, &'static str); N],
        figures: &Value,
    ) -> Result<String> {
        let environment = environment(&self.language, templates)?;
        let mut document = String::new();
        for (at, (name, _)) in templates.iter().enumerate() {
            push_section(&mut document, &environment.get_template(name)?.render(figures.clone())?);
            let follows = |section: &&Section| section.place.follows().min(N - 1) == at;
            for section in self.sections.iter().filter(follows) {
                push_section(&mut document, &own_section(&environment, section, figures)?);
            }
        }
        Ok(document)
    }
}

/// The whole report as Markdown: [`Markdown`] without anything besides.
///
/// # Errors
/// [`crate::ErrorKind::Rendering`] where a figure is missing that the text needs.
pub fn render_markdown(report: &Report) -> Result<String> {
    Markdown::new().render(report)
}

fn own_section(environment: &Environment<'_>, section: &Section, figures: &Value) -> Result<String> {
    let title = escape::text(&section.title);
    let body = match &section.body {
        Body::Text(text) => text.split("\n\n").map(escape::text).collect::<Vec<_>>().join("\n\n"),
        Body::Template(source) => {
            let name = format!("section {}", section.title);
            environment.template_from_named_str(&name, source)?.render(figures.clone())?
        }
    };
    Ok(format!("## {title}\n\n{body}\n"))
}

/// Appends a section without the empty lines that its conditions left behind.
pub(crate) fn push_section(document: &mut String, section: &str) {
    for line in section.lines().map(str::trim_end) {
        if !(line.is_empty() && (document.is_empty() || document.ends_with("\n\n"))) {
            document.push_str(line);
            document.push('\n');
        }
    }
    if !document.ends_with("\n\n") && !document.is_empty() {
        document.push('\n');
    }
}
