//! The Markdown renderer: one template a section, and the filters that print figures.
//!
//! What a template prints goes through one formatter: texts are escaped, whole numbers get their thousands separators, and a fraction
//! without a filter or a figure that does not exist is an error, so that no report can hold a "NaN", a "None" or an endless fraction.

use crate::render::{Body, Renderer, Section};
use crate::{Report, Result, escape, format};
use lead_scoring_model::document;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{
    Environment, Error as TemplateError, ErrorKind as TemplateErrorKind, Output, State, UndefinedBehavior,
};

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

/// The rep's one-pager.
pub(crate) const REP_GUIDE: &str = "rep guide";

/// The report as one Markdown document, ending with the model in a fenced block that [`lead_scoring_model::document::load`] reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markdown {
    sections: Vec<Section>,
}

impl Markdown {
    /// The report as it is.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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
        let environment = environment()?;
        let figures = Value::from(Serde(report));
        let mut document = String::new();
        for (at, (name, _)) in SECTIONS.iter().enumerate() {
            push_section(&mut document, &environment.get_template(name)?.render(figures.clone())?);
            for section in self.sections.iter().filter(|section| section.place.follows() == at) {
                push_section(&mut document, &own_section(&environment, section, &figures)?);
            }
        }
        document.push('\n');
        document.push_str(&document::embed(&report.model));
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

/// One template of the report by its name.
pub(crate) fn render_template(name: &str, report: &Report) -> Result<String> {
    let mut document = String::new();
    push_section(&mut document, &environment()?.get_template(name)?.render(Value::from(Serde(report)))?);
    Ok(document)
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
fn push_section(document: &mut String, section: &str) {
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

fn environment() -> Result<Environment<'static>> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_formatter(print);
    environment.add_filter("percent", |share: f64| format::percent(share));
    environment.add_filter("percent_beside", |share: f64, other: f64| format::percent_beside(share, other));
    environment.add_filter("rate", |rate: Value| -> std::result::Result<String, TemplateError> {
        let part = |name: &str| f64::try_from(rate.get_attr(name)?);
        Ok(format::rate(part("value")?, part("lower")?, part("upper")?))
    });
    environment.add_filter("lift", |lift: f64| format::lift(lift));
    environment.add_filter("signed", |points: i64| safe(format::signed(points)));
    environment.add_filter("p", |p: f64| safe(format::p_value(p)));
    environment.add_filter("dec", |value: f64, places: usize| safe(format::decimals(value, places)));
    environment.add_filter("counted", |count: u64, noun: String| format::counted(count, &noun));
    environment.add_filter("signed_percent", |share: f64| safe(format!("+{}", format::percent(share))));
    // For text of our own making inside a code block.
    environment.add_filter("raw", |text: String| safe(text));
    environment.add_filter("prose", |sentence: String| safe(escape::prose(&sentence)));
    environment.add_filter("code", |name: String| safe(escape::code(&name)));
    environment.add_filter("one_line", |name: String, most: usize| format::clipped(&name, most));
    for (name, source) in SECTIONS {
        environment.add_template(name, source)?;
    }
    environment.add_template(REP_GUIDE, include_str!("../templates/rep_guide.md.jinja"))?;
    Ok(environment)
}

fn safe(text: String) -> Value {
    Value::from_safe_string(text)
}

/// Prints one value.
fn print(
    out: &mut Output<'_>,
    _: &mut State<'_, '_>,
    value: &Value,
) -> std::result::Result<(), TemplateError> {
    let text = match value.kind() {
        ValueKind::String if value.is_safe() => value.as_str().unwrap_or_default().to_owned(),
        ValueKind::String => escape::text(value.as_str().unwrap_or_default()),
        ValueKind::Number if value.is_integer() => match value.as_i64() {
            Some(whole) if whole < 0 => format!("-{}", format::count(whole.unsigned_abs())),
            Some(whole) => format::count(whole.unsigned_abs()),
            None => return Err(unprintable("a number is too large to print")),
        },
        ValueKind::Number => return Err(unprintable("a fraction needs a filter that rounds it")),
        kind => return Err(unprintable(format!("a value of kind {kind} cannot be printed"))),
    };
    out.write_str(&text).map_err(|_| unprintable("the text could not be written"))
}

fn unprintable(why: impl Into<std::borrow::Cow<'static, str>>) -> TemplateError {
    TemplateError::new(TemplateErrorKind::InvalidOperation, why)
}
