//! A sentence in a report: worded in the document's language when it is rendered, in English when it is a figure for programs.

use crate::phrases::SENTENCES;
use crate::{Language, Result, escape};
use lead_scoring_core::{Message, Part};
use minijinja::value::{Object, ObjectRepr, Value, serializing_for_value};
use serde::{Serialize, Serializer};
use std::fmt::{self, Display};
use std::sync::Arc;

/// A sentence or phrase that a fact carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Text {
    said: Part,
    /// Whether names stand between backticks. In labels, which hold nothing but names and figures, these are characters like any other.
    marked: bool,
}

impl Text {
    /// A text that is the same in every language, such as a name from the data.
    pub(crate) fn verbatim(text: impl Into<Part>) -> Self {
        Self { said: text.into(), marked: true }
    }

    /// Sentences one after the other; `None` where there are none.
    pub(crate) fn told(sentences: impl IntoIterator<Item = Message>) -> Option<Self> {
        let both = |first: Message, second: Message| {
            SENTENCES.with([("first", first.into()), ("second", second.into())])
        };
        sentences.into_iter().reduce(both).map(Self::from)
    }

    /// As plain text.
    pub(crate) fn plain(&self, language: &Language) -> Result<String> {
        language.shown(&self.said)
    }

    /// As Markdown, in which names between backticks are code and nothing else is mark-up.
    pub(crate) fn markdown(&self, language: &Language) -> Result<String> {
        if !self.marked {
            return Ok(escape::text(&self.plain(language)?));
        }
        Ok(escape::prose(&language.shown(&with_marked_backticks(&self.said))?))
    }

    /// A label as Markdown with its column as code: `Tech Stack` (Slack).
    pub(crate) fn coded(&self, language: &Language) -> Result<String> {
        let column = |label: &Message| {
            label.parts().iter().find_map(|(gap, part)| (*gap == "field").then(|| format!("`{part}`")))
        };
        match &self.said {
            Part::Text(name) => Ok(escape::code(name)),
            Part::Message(label) => match column(label) {
                Some(column) => Self::from(label.clone().refilled("field", column)).markdown(language),
                None => self.markdown(language),
            },
            _ => self.markdown(language),
        }
    }
}

/// A message with the backticks of its data told from those of its words. A sentence that is the same in every language, and names that
/// come between backticks, keep theirs.
fn with_marked_backticks(said: &Part) -> Part {
    let marked = |text: &str| match text.strip_prefix('`').is_some_and(|rest| rest.ends_with('`')) {
        true => text.to_owned(),
        false => text.replace('`', &escape::BACKTICK.to_string()),
    };
    match said {
        Part::Message(message) => message.clone().map_texts(&marked).into(),
        said => said.clone(),
    }
}

impl From<Message> for Text {
    fn from(message: Message) -> Self {
        Self { said: message.into(), marked: true }
    }
}

impl From<&Message> for Text {
    fn from(message: &Message) -> Self {
        message.clone().into()
    }
}

/// A label.
impl From<Part> for Text {
    fn from(label: Part) -> Self {
        Self { said: label, marked: false }
    }
}

/// A name from the data.
impl From<String> for Text {
    fn from(name: String) -> Self {
        Self::verbatim(name)
    }
}

impl From<&str> for Text {
    fn from(name: &str) -> Self {
        Self::verbatim(name)
    }
}

impl From<Text> for Part {
    fn from(text: Text) -> Self {
        text.said
    }
}

impl Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said.fmt(f)
    }
}

/// What templates get: the text with all its languages.
impl Object for Text {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said.fmt(f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        if serializing_for_value() {
            Value::from_object(self.clone()).serialize(serializer)
        } else {
            serializer.collect_str(&self.said)
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::ITEM;

    #[test]
    fn a_template_takes_a_text_for_something_that_is_there() {
        assert!(Value::from_object(Text::verbatim("x")).is_true());
    }

    #[test]
    fn the_column_of_a_label_is_code() {
        let coded = |label: Part| Text::from(label).coded(&Language::english()).unwrap();
        let item = |field: &str| ITEM.with([("field", field.into()), ("item", "a*b".into())]).into();
        assert_eq!(coded("Lead_Source".into()), "`Lead_Source`");
        assert_eq!(coded(item("Tech Stack")), r"`Tech Stack` (a\*b)");
        assert_eq!(coded(item("a|b")), r"a\|b (a\*b)");
        assert!(!coded(item("a`b*")).contains("`b*"));
    }
}
