//! `rep-guide.md`: one page for those who work the leads.

use crate::markdown::push_section;
use crate::template::environment;
use crate::{Language, Renderer, Report, Result};
use minijinja::value::{Serde, Value};

const REP_GUIDE: &str = "rep guide";

/// One page of Markdown: what the score means, what to do with each tier and within which time, the strongest signals in words, and
/// what the score does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnePager {
    language: Language,
}

impl OnePager {
    /// The page.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The page in another language than English.
    #[must_use]
    pub fn in_language(mut self, language: &Language) -> Self {
        self.language = language.clone();
        self
    }
}

impl Renderer for OnePager {
    fn render(&self, report: &Report) -> Result<String> {
        let environment =
            environment(&self.language, [(REP_GUIDE, include_str!("../templates/rep_guide.md.jinja"))])?;
        let mut document = String::new();
        push_section(
            &mut document,
            &environment.get_template(REP_GUIDE)?.render(Value::from(Serde(report)))?,
        );
        Ok(document)
    }
}
