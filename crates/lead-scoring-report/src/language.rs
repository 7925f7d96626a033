//! The language of a document: a file of messages in Fluent's syntax (<https://projectfluent.org>).
//!
//! | a message's key | says | its text is |
//! |---|---|---|
//! | begins with `term-` | a word that facts carry: a tier, a dimension, the kind of a column | plain |
//! | that of a [`Phrase`] | a sentence that facts carry, of this crate or the stages before it | plain, names between backticks |
//! | any other | what a template says | Markdown |
//!
//! English phrases are in the code that makes them, so `en.ftl` holds the rest alone. What fills a gap of a Markdown text is escaped
//! before; a plain text is escaped as a whole. A message that a language lacks is said in English.

use crate::phrases::all_phrases;
use crate::{Error, ErrorKind, Result, format, spacing};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use lead_scoring_core::{Message, Part, Phrase, grouped};
use std::fmt;
use std::sync::{Arc, LazyLock};
use unic_langid::LanguageIdentifier;

const ENGLISH: &str = include_str!("../messages/en.ftl");
const SIMPLIFIED_CHINESE: &str = include_str!("../messages/zh-Hans.ftl");

/// A language that documents are written in. Cheap to clone.
#[derive(Clone)]
pub struct Language {
    tag: Arc<LanguageIdentifier>,
    messages: Arc<FluentBundle<FluentResource>>,
    /// Whether what fills a gap is set apart by the rule of [`spacing`](crate::spacing).
    spaced: bool,
}

static BUILT_IN: LazyLock<[Language; 2]> = LazyLock::new(|| {
    // Tests hold both files to be without fault.
    [("en", ENGLISH), ("zh-Hans", SIMPLIFIED_CHINESE)].map(|(tag, source)| {
        let (language, _) = Language::read(tag.parse().unwrap_or_default(), source);
        language
    })
});

impl Language {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        BUILT_IN[0].clone()
    }

    /// Simplified Chinese, `zh-Hans`.
    #[must_use]
    pub fn simplified_chinese() -> Self {
        BUILT_IN[1].clone()
    }

    /// The language with this tag that needs no file: `en` or `zh-Hans` (`zh` and `zh-CN` mean the same).
    #[must_use]
    pub fn built_in(tag: &str) -> Option<Self> {
        match tag.to_ascii_lowercase().as_str() {
            "en" => Some(Self::english()),
            "zh-hans" | "zh" | "zh-cn" => Some(Self::simplified_chinese()),
            _ => None,
        }
    }

    /// A language of your own from the text of a message file, such as [`message_template`] prepares.
    ///
    /// # Errors
    /// [`ErrorKind::Language`] where the tag is none (BCP 47), the text is not Fluent's syntax, or a key stands in it twice.
    pub fn from_messages(tag: &str, source: &str) -> Result<Self> {
        let tag = tag.parse().map_err(|_| {
            Error::new(
                ErrorKind::Language,
                format!("`{tag}` is no language tag; give one such as `de` or `pt-BR`"),
            )
        })?;
        match Self::read(tag, source) {
            (language, None) => Ok(language),
            (_, Some(fault)) => {
                Err(Error::new(ErrorKind::Language, format!("the message file is not usable: {fault}")))
            }
        }
    }

    /// The language as far as its text can be read, and the first fault of it.
    fn read(tag: LanguageIdentifier, source: &str) -> (Self, Option<String>) {
        let mut messages = FluentBundle::new_concurrent(vec![tag.clone()]);
        let spaced = tag.language.as_str() == "zh";
        // Marks around what fills a gap, which show where it begins and ends.
        messages.set_use_isolating(spaced);
        messages.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) if number.value >= 0.0 => Some(grouped(number.value as u64)),
            _ => None,
        }));
        let (resource, mut fault) = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) => (resource, None),
            Err((resource, faults)) => {
                let first = faults.first().map(|fault| {
                    let line =
                        1 + source.get(..fault.pos.start).map_or(0, |before| before.matches('\n').count());
                    format!("line {line}: {}", fault.kind)
                });
                (resource, first)
            }
        };
        if let Err(faults) = messages.add_resource(resource) {
            fault = fault.or_else(|| faults.first().map(ToString::to_string));
        }
        (Self { tag: Arc::new(tag), messages: Arc::new(messages), spaced }, fault)
    }

    /// The language's tag, such as `zh-Hans`.
    #[must_use]
    pub fn tag(&self) -> String {
        self.tag.to_string()
    }

    /// The keys of all messages that this language lacks and says in English instead.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        let all = own_keys(ENGLISH).map(str::to_owned).chain(self.phrases_wanted());
        all.filter(|key| !self.messages.has_message(key)).collect()
    }

    fn phrases_wanted(&self) -> impl Iterator<Item = String> {
        let english = self.tag.language == Self::english().tag.language;
        all_phrases().filter(move |_| !english).map(|phrase| phrase.key().to_owned())
    }

    /// What a template says, with its gaps filled.
    pub(crate) fn say(&self, key: &str, parts: &FluentArgs<'_>) -> Result<String> {
        let wording = |language: &Self| language.wording(key, parts);
        wording(self).or_else(|| wording(&Self::english())).unwrap_or_else(|| {
            Err(Error::new(ErrorKind::Rendering, format!("the report has no message named `{key}`")))
        })
    }

    /// A word that facts carry; itself where it is in no file.
    pub(crate) fn term(&self, word: &str) -> Result<String> {
        let key = format!("term-{}", slug(word));
        self.wording(&key, &FluentArgs::new()).unwrap_or_else(|| Ok(word.to_owned()))
    }

    /// A lift: `2.13x`.
    pub(crate) fn lift(&self, value: f64) -> Result<String> {
        if !value.is_finite() {
            return Ok(format::UNDEFINED.to_owned());
        }
        let mut parts = FluentArgs::new();
        parts.set("lift", format::decimals(value, 2));
        self.say("lift-figure", &parts)
    }

    /// A percentage in the language's own form.
    pub(crate) fn percentage(&self, text: String) -> String {
        if self.spaced { spacing::closed(&text) } else { text }
    }

    /// A sentence that facts carry, as plain text.
    pub(crate) fn word(&self, message: &Message) -> Result<String> {
        let phrase = message.phrase();
        if !self.messages.has_message(phrase.key()) {
            return Ok(self.percentage(message.to_string()));
        }
        let mut parts = FluentArgs::new();
        for (name, part) in message.parts() {
            parts.set(*name, self.part(part)?);
        }
        self.wording(phrase.key(), &parts).unwrap_or_else(|| Ok(message.to_string()))
    }

    fn part(&self, part: &Part) -> Result<FluentValue<'static>> {
        Ok(match part {
            Part::Count(count) => count_value(*count),
            other => self.shown(other)?.into(),
        })
    }

    /// What fills a gap by itself, as plain text.
    pub(crate) fn shown(&self, part: &Part) -> Result<String> {
        match part {
            Part::Count(count) => Ok(grouped(*count)),
            Part::Text(text) => Ok(self.percentage(text.clone())),
            Part::Message(message) => self.word(message),
            Part::List(parts) => self.listed(&self.all_shown(parts)?),
            Part::Series(parts) => self.side_by_side(&self.all_shown(parts)?),
        }
    }

    fn all_shown(&self, parts: &[Part]) -> Result<Vec<String>> {
        parts.iter().map(|part| self.shown(part)).collect()
    }

    /// Texts one after the other: `a, b and c`.
    pub(crate) fn listed(&self, texts: &[String]) -> Result<String> {
        match texts.split_last() {
            Some((last, [first, middle @ ..])) => {
                let begun = middle
                    .iter()
                    .try_fold(first.clone(), |list, next| self.joined("list-more", list, next))?;
                self.joined("list-last", begun, last)
            }
            _ => Ok(texts.concat()),
        }
    }

    /// Texts side by side: `a, b, c`.
    fn side_by_side(&self, texts: &[String]) -> Result<String> {
        let Some((first, rest)) = texts.split_first() else { return Ok(String::new()) };
        rest.iter().try_fold(first.clone(), |list, next| self.joined("list-more", list, next))
    }

    fn joined(&self, key: &str, first: String, second: &str) -> Result<String> {
        let mut parts = FluentArgs::new();
        parts.set("first", first);
        parts.set("second", second.to_owned());
        self.say(key, &parts)
    }

    /// `None` where the language has no such message.
    fn wording(&self, key: &str, parts: &FluentArgs<'_>) -> Option<Result<String>> {
        let pattern = self.messages.get_message(key)?.value()?;
        let mut faults = Vec::new();
        let text = self.messages.format_pattern(pattern, Some(parts), &mut faults).into_owned();
        Some(match faults.first() {
            None if self.spaced => Ok(spacing::at_gaps(&text)),
            None => Ok(text),
            Some(fault) => Err(wrong_gap(&self.tag, key, fault)),
        })
    }
}

fn wrong_gap(tag: &LanguageIdentifier, key: &str, fault: &FluentError) -> Error {
    Error::new(
        ErrorKind::Rendering,
        format!("the message `{key}` of language {tag} cannot be filled in: {fault}"),
    )
}

/// A count as Fluent chooses by.
pub(crate) fn count_value(count: u64) -> FluentValue<'static> {
    FluentValue::from(count)
}

/// A word as part of a key.
fn slug(word: &str) -> String {
    let dashed = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    word.chars().map(dashed).collect()
}

/// The keys of a message file.
fn own_keys(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let (key, _) = line.split_once(" =")?;
        (!key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')).then_some(key)
    })
}

/// A message file in English with every message there is, to be translated and given to [`Language::from_messages`].
#[must_use]
pub fn message_template() -> String {
    let mut template = ENGLISH.trim_end().to_owned();
    template.push_str("\n\n## Sentences of the stages. These are plain text: names stand between backticks, nothing else is mark-up.\n\n");
    for phrase in all_phrases() {
        template.push_str(&as_fluent(phrase));
    }
    template
}

/// A phrase as a message of a file.
fn as_fluent(phrase: Phrase) -> String {
    let mut text = format!("{} =", phrase.key());
    for (at, piece) in phrase.english().split(['{', '}']).enumerate() {
        if at == 0 {
            text.push(' ');
        }
        let mut choices = piece.split('|');
        match (at % 2, choices.next(), choices.next(), choices.next()) {
            (0, ..) => text.push_str(piece),
            (_, Some(name), Some(one), Some(many)) => {
                text.push_str(&format!("{{ ${name} ->\n    [one] {one}\n   *[other] {many}\n    }}"));
            }
            _ => text.push_str(&format!("{{ ${piece} }}")),
        }
    }
    text.push('\n');
    text
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Language").field("tag", &self.tag()).finish_non_exhaustive()
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::english()
    }
}

impl PartialEq for Language {
    /// Whether both are the same language from the same file.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.messages, &other.messages)
    }
}

impl Eq for Language {}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::phrases;
    use std::collections::BTreeSet;

    phrases! {
        WON = "test-won": "{deals} {deals|deal was|deals were} won in `{field}`";
    }

    /// The variables that a message of a file reads.
    fn gaps<'a>(source: &'a str, wanted: &str) -> BTreeSet<&'a str> {
        let start = format!("{wanted} =");
        let mut lines = source.lines().skip_while(|line| !line.starts_with(&start));
        let first = lines.next();
        let rest = lines.take_while(|line| line.is_empty() || line.starts_with(' '));
        let names = first.into_iter().chain(rest).flat_map(|line| line.split('$').skip(1));
        names
            .map(|after| {
                &after[..after.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(after.len())]
            })
            .collect()
    }

    #[test]
    fn the_built_in_files_are_without_fault_and_complete() {
        for (tag, source) in [("en", ENGLISH), ("zh-Hans", SIMPLIFIED_CHINESE)] {
            let (language, fault) = Language::read(tag.parse().unwrap(), source);
            assert_eq!(fault, None, "{tag}");
            assert_eq!(language.missing(), Vec::<String>::new(), "{tag}");
            assert_eq!(language.tag(), tag);
        }
    }

    #[test]
    fn the_chinese_file_says_nothing_that_nobody_asks_for() {
        let known: BTreeSet<&str> = own_keys(ENGLISH).chain(all_phrases().map(Phrase::key)).collect();
        let unknown: Vec<&str> = own_keys(SIMPLIFIED_CHINESE).filter(|key| !known.contains(key)).collect();
        assert_eq!(unknown, Vec::<&str>::new());
    }

    #[test]
    fn both_languages_fill_the_same_gaps() {
        let template = message_template();
        for key in own_keys(&template) {
            let (english, chinese) = (gaps(&template, key), gaps(SIMPLIFIED_CHINESE, key));
            assert!(chinese.is_subset(&english), "{key}: {chinese:?} of {english:?}");
        }
    }

    #[test]
    fn keys_are_unique() {
        let template = message_template();
        let mut seen = BTreeSet::new();
        let twice: Vec<&str> = own_keys(&template).filter(|key| !seen.insert(*key)).collect();
        assert_eq!(twice, Vec::<&str>::new());
    }

    #[test]
    fn the_template_is_a_language_that_says_what_english_says() {
        let copy = Language::from_messages("de", &message_template()).unwrap();
        assert_eq!(copy.missing(), Vec::<String>::new());
        assert_eq!(copy.term("Hot").unwrap(), "Hot");
    }

    #[test]
    fn a_phrase_becomes_a_message_that_counts() {
        let german = "list-more = { $first }, { $second }\nlist-last = { $first } und { $second }\n";
        let source = format!("{german}{}", as_fluent(WON));
        let language = Language::from_messages("de", &source).unwrap();
        let won = |deals: u64| WON.with([("deals", deals.into()), ("field", vec!["A", "B", "C"].into())]);
        assert_eq!(language.word(&won(1)).unwrap(), "1 deal was won in `A, B und C`");
        assert_eq!(language.word(&won(1_234)).unwrap(), "1,234 deals were won in `A, B und C`");
        // English says what a language lacks.
        assert_eq!(language.term("Warm").unwrap(), "Warm");
        assert_eq!(Language::english().word(&won(2)).unwrap(), "2 deals were won in `A, B and C`");
    }

    #[test]
    fn faulty_files_are_refused_with_their_place() {
        let refusal = |tag: &str, source: &str| Language::from_messages(tag, source).unwrap_err();
        assert_eq!(refusal("not a tag", "").kind(), ErrorKind::Language);
        let broken = refusal("de", "term-hot = Heiß\n\nterm-warm = {");
        assert!(broken.to_string().contains("line 3"), "{broken}");
        let twice = refusal("de", "term-hot = Heiß\nterm-hot = Warm\n");
        assert!(twice.to_string().contains("term-hot"), "{twice}");
        let wrong = Language::from_messages("de", "list-last = { $third }\n").unwrap();
        let fault = wrong.listed(&["a".into(), "b".into()]).unwrap_err();
        assert_eq!(fault.kind(), ErrorKind::Rendering);
    }
}
