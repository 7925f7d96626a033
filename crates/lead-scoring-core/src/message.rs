//! Sentences for people that can be said in several languages: English where they are made, other languages by key.
//!
//! A crate writes its sentences as [`Phrase`]s, English with named gaps. Filled in, a phrase is a [`Message`]: shown, it is the English
//! sentence; whoever renders it for others looks its key up and fills the same gaps. What fills a gap is kept as it came, so that a
//! language may count, list and order in its own way.
//!
//! | gap | becomes |
//! |---|---|
//! | `{name}` | the value: a count with its thousands apart, a list as `a, b and c`, a series as `a, b, c` |
//! | `{name\|deal is\|deals are}` | the first text for a count of 1, else the second; the count itself is not shown |

use crate::text::grouped;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// English with named gaps, and the key by which other languages know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Phrase {
    key: &'static str,
    english: &'static str,
}

/// A phrase with its gaps filled. Shown and serialised it is English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    phrase: Phrase,
    parts: Vec<(&'static str, Part)>,
}

/// What fills a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A whole number, by which a language chooses between one and many.
    Count(u64),
    /// A name from the data or a figure, the same in every language.
    Text(String),
    /// A message within the message.
    Message(Message),
    /// Several, told one after the other, with a word before the last.
    List(Vec<Part>),
    /// Several side by side, with the same sign between all.
    Series(Vec<Part>),
}

impl Phrase {
    /// A phrase; keys are unique within a program, lower case with hyphens.
    #[must_use]
    pub const fn new(key: &'static str, english: &'static str) -> Self {
        Self { key, english }
    }

    /// The key by which other languages know it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.key
    }

    /// The English, gaps and all.
    #[must_use]
    pub const fn english(self) -> &'static str {
        self.english
    }

    /// The phrase without anything to fill in.
    #[must_use]
    pub const fn message(self) -> Message {
        Message { phrase: self, parts: Vec::new() }
    }

    /// The phrase with its gaps filled, by their names.
    #[must_use]
    pub fn with<const N: usize>(self, parts: [(&'static str, Part); N]) -> Message {
        Message { phrase: self, parts: parts.into() }
    }

    /// The names of the gaps, each once for every time it stands there.
    pub fn gaps(self) -> impl Iterator<Item = &'static str> {
        pieces(self.english).filter_map(|piece| match piece {
            Piece::Gap(gap) => Some(gap.split('|').next().unwrap_or(gap)),
            Piece::Words(_) => None,
        })
    }
}

impl Message {
    /// A text that is the same in every language, such as a name from the data.
    #[must_use]
    pub fn verbatim(text: impl Into<String>) -> Self {
        Phrase::new("", "{text}").with([("text", Part::Text(text.into()))])
    }

    /// The phrase.
    #[must_use]
    pub const fn phrase(&self) -> Phrase {
        self.phrase
    }

    /// What fills the gaps, by their names.
    #[must_use]
    pub fn parts(&self) -> &[(&'static str, Part)] {
        &self.parts
    }

    /// The message with another filling of one gap; unchanged where nothing fills a gap of that name.
    #[must_use]
    pub fn refilled(mut self, gap: &str, part: impl Into<Part>) -> Self {
        if let Some((_, known)) = self.parts.iter_mut().find(|(name, _)| *name == gap) {
            *known = part.into();
        }
        self
    }

    /// The message with each name and figure in its gaps changed, those of messages within it too, except for what is the same in every
    /// language.
    #[must_use]
    pub fn map_texts(mut self, change: &dyn Fn(&str) -> String) -> Self {
        if !self.phrase.key.is_empty() {
            for (_, part) in &mut self.parts {
                let whole = std::mem::replace(part, Part::Count(0));
                *part = whole.map_texts(change);
            }
        }
        self
    }

    fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|(known, _)| *known == name).map(|(_, part)| part)
    }
}

impl Part {
    fn map_texts(self, change: &dyn Fn(&str) -> String) -> Self {
        match self {
            Self::Count(count) => Self::Count(count),
            Self::Text(text) => Self::Text(change(&text)),
            Self::Message(message) => Self::Message(message.map_texts(change)),
            Self::List(parts) => Self::List(parts.into_iter().map(|part| part.map_texts(change)).collect()),
            Self::Series(parts) => {
                Self::Series(parts.into_iter().map(|part| part.map_texts(change)).collect())
            }
        }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in pieces(self.phrase.english) {
            match piece {
                Piece::Words(words) => f.write_str(words)?,
                Piece::Gap(gap) => {
                    let mut choices = gap.split('|');
                    let part = self.part(choices.next().unwrap_or(gap));
                    match (part, choices.next(), choices.next()) {
                        (Some(Part::Count(1)), Some(one), _) => f.write_str(one)?,
                        (Some(_), Some(_), Some(many)) => f.write_str(many)?,
                        (Some(part), ..) => part.fmt(f)?,
                        // A gap that nothing fills stays visible.
                        (None, ..) => write!(f, "{{{gap}}}")?,
                    }
                }
            }
        }
        Ok(())
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => f.write_str(&grouped(*count)),
            Self::Text(text) => f.write_str(text),
            Self::Message(message) => message.fmt(f),
            Self::List(parts) | Self::Series(parts) => {
                let ends_in_word = matches!(self, Self::List(_));
                for (at, part) in parts.iter().enumerate() {
                    let before = match at {
                        0 => "",
                        at if ends_in_word && at + 1 == parts.len() => " and ",
                        _ => ", ",
                    };
                    write!(f, "{before}{part}")?;
                }
                Ok(())
            }
        }
    }
}

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl From<Phrase> for Message {
    fn from(phrase: Phrase) -> Self {
        phrase.message()
    }
}

/// What was written out is read back as a text that is the same in every language.
impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::verbatim)
    }
}

impl From<u64> for Part {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Part {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Part {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Part {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Message> for Part {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl<T: Into<Part>> From<Vec<T>> for Part {
    fn from(parts: Vec<T>) -> Self {
        Self::List(parts.into_iter().map(Into::into).collect())
    }
}

/// Defines phrases, each a constant of its own, and `PHRASES` with all of them, for those who translate.
///
/// ```
/// lead_scoring_core::phrases! {
///     /// Why a column is left out.
///     CONSTANT = "audit-constant": "all {rows} {rows|row has|rows have} the same value";
/// }
/// let message = CONSTANT.with([("rows", 3_u64.into())]);
/// assert_eq!(message.to_string(), "all 3 rows have the same value");
/// assert_eq!(PHRASES.len(), 1);
/// ```
#[macro_export]
macro_rules! phrases {
    ($($(#[$about:meta])* $name:ident = $key:literal: $english:literal;)*) => {
        $($(#[$about])* pub(crate) const $name: $crate::Phrase = $crate::Phrase::new($key, $english);)*

        /// Every phrase of this crate, for translators.
        pub const PHRASES: &[$crate::Phrase] = &[$($name),*];
    };
}

/// A piece of a phrase.
enum Piece {
    Words(&'static str),
    /// What stands between braces.
    Gap(&'static str),
}

fn pieces(english: &'static str) -> impl Iterator<Item = Piece> {
    // Every other piece is a gap: braces do not nest, and no phrase shows one.
    english.split(['{', '}']).enumerate().map(|(at, piece)| match at % 2 {
        0 => Piece::Words(piece),
        _ => Piece::Gap(piece),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WON: Phrase = Phrase::new("won", "{deals} {deals|deal was|deals were} won by {owners}; {why}");

    #[test]
    fn gaps_are_filled_counted_and_listed() {
        let why = Phrase::new("why", "because of `{field}`").with([("field", "Region {x}".into())]);
        let message = |deals: u64, owners: Vec<&str>| {
            WON.with([("deals", deals.into()), ("owners", owners.into()), ("why", why.clone().into())])
        };
        assert_eq!(message(1, vec!["A"]).to_string(), "1 deal was won by A; because of `Region {x}`");
        assert_eq!(
            message(1_200, vec!["A", "B", "C"]).to_string(),
            "1,200 deals were won by A, B and C; because of `Region {x}`"
        );
        let series = Part::Series(["A", "B", "C"].map(Part::from).into());
        assert_eq!(
            WON.with([("owners", series)]).part("owners").map(ToString::to_string),
            Some("A, B, C".into())
        );
        assert_eq!(message(0, Vec::new()).to_string(), "0 deals were won by ; because of `Region {x}`");
    }

    #[test]
    fn a_gap_that_nothing_fills_stays_visible() {
        assert_eq!(WON.with([("deals", 2_u64.into())]).to_string(), "2 deals were won by {owners}; {why}");
        assert_eq!(WON.gaps().collect::<Vec<_>>(), ["deals", "deals", "owners", "why"]);
    }

    #[test]
    fn a_gap_can_be_filled_anew() {
        let message = WON.with([("deals", 2_u64.into())]);
        assert_eq!(message.clone().refilled("owners", "A"), message);
        assert!(message.refilled("deals", 1_u64).to_string().starts_with("1 deal was won"));
    }

    #[test]
    fn a_message_is_written_out_as_its_sentence() {
        let text = serde_json::to_string(&Phrase::new("x", "plain").message()).unwrap();
        assert_eq!(text, "\"plain\"");
        let read: Message = serde_json::from_str(&text).unwrap();
        assert_eq!((read.to_string(), read.phrase().key()), ("plain".to_owned(), ""));
    }
}
