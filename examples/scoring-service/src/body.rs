//! Bodies: JSON read with limits, and with every name of an object at most once.

use crate::answer::Refusal;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::cell::Cell;
use std::fmt;

/// The most leads of a batch: some ten milliseconds of work.
const MOST_LEADS: usize = 10_000;

/// The lead of a body.
pub(crate) fn lead(body: &[u8]) -> Result<Value, Refusal> {
    let fault = Cell::new(None);
    parse(body, Lead(&fault), &fault)
}

/// The leads of a body; reading stops at the first too many.
pub(crate) fn leads(body: &[u8]) -> Result<Vec<Value>, Refusal> {
    let fault = Cell::new(None);
    parse(body, Leads(&fault), &fault)
}

fn parse<'de, S: DeserializeSeed<'de>>(body: &'de [u8], seed: S, fault: &Note) -> Result<S::Value, Refusal> {
    let mut reader = serde_json::Deserializer::from_slice(body);
    let read = seed.deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| match fault.get() {
        Some(Fault::Twice) => Refusal::twice(&error),
        Some(Fault::TooMany) => Refusal::too_many(MOST_LEADS),
        // A lead takes every value; the model tells what it cannot read.
        None if error.is_data() => Refusal::form("an array of leads"),
        None => Refusal::no_json(&error),
    })
}

/// What is wrong with a body that is JSON so far.
#[derive(Clone, Copy)]
enum Fault {
    /// Two values under one name: which of them counts would be a guess.
    Twice,
    TooMany,
}

/// Where a reader leaves what it found wrong; an error of the parser has room for a text only.
type Note = Cell<Option<Fault>>;

fn refuse<T, E: Error>(note: &Note, fault: Fault) -> Result<T, E> {
    note.set(Some(fault));
    Err(E::custom("refused"))
}

/// Reads any value.
#[derive(Clone, Copy)]
struct Lead<'n>(&'n Note);

impl<'de> DeserializeSeed<'de> for Lead<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Lead<'_> {
    type Value = Value;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element_seed(self)? {
            list.push(value);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut values: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = values.next_key::<String>()? {
            if object.insert(name, values.next_value_seed(self)?).is_some() {
                return refuse(self.0, Fault::Twice);
            }
        }
        Ok(Value::Object(object))
    }
}

/// Reads an array of at most [`MOST_LEADS`] leads.
struct Leads<'n>(&'n Note);

impl<'de> DeserializeSeed<'de> for Leads<'_> {
    type Value = Vec<Value>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Vec<Value>, D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Leads<'_> {
    type Value = Vec<Value>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an array of leads")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Vec<Value>, A::Error> {
        let mut leads = Vec::new();
        while let Some(lead) = values.next_element_seed(Lead(self.0))? {
            if leads.len() == MOST_LEADS {
                return refuse(self.0, Fault::TooMany);
            }
            leads.push(lead);
        }
        Ok(leads)
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_LEADS, Refusal, lead, leads};
    use axum::http::StatusCode;
    use axum::response::IntoResponse;
    use serde_json::Value;

    fn status<T>(read: Result<T, Refusal>) -> Option<StatusCode> {
        read.err().map(|refusal| refusal.into_response().status())
    }

    #[test]
    fn what_has_every_name_once_is_read_as_by_the_parser_itself() {
        for text in [
            r#"{"a": {"b": [1, -2, 0.1, 1e300, 18446744073709551615, null, true, "\u00e9\n"]}, "b": {"a": {}}}"#,
            "[[], [[]]]",
            " -0.0 ",
        ] {
            let expected: Value = serde_json::from_str(text).unwrap();
            assert_eq!(lead(text.as_bytes()).ok(), Some(expected), "{text}");
        }
    }

    #[test]
    fn two_equal_names_are_refused_wherever_they_are() {
        for text in
            [r#"{"a": 1, "a": 1}"#, r#"{"a": [{"b": 1, "c": 2, "b": 3}]}"#, r#"{"a": 1, "\u0061": 2}"#]
        {
            assert_eq!(status(lead(text.as_bytes())), Some(StatusCode::UNPROCESSABLE_ENTITY), "{text}");
            let many = format!("[{{}}, {text}]");
            assert_eq!(status(leads(many.as_bytes())), Some(StatusCode::UNPROCESSABLE_ENTITY), "{many}");
        }
        assert!(lead(br#"{"a": {"a": 1}, "b": {"a": 1}}"#).is_ok());
    }

    #[test]
    fn reading_stops_at_the_first_lead_too_many() {
        let most = vec!["0"; MOST_LEADS].join(",");
        assert_eq!(leads(format!("[{most}]").as_bytes()).ok().map(|leads| leads.len()), Some(MOST_LEADS));
        // What follows is no JSON, and nobody gets there.
        assert_eq!(status(leads(format!("[{most},0,?").as_bytes())), Some(StatusCode::PAYLOAD_TOO_LARGE));
    }

    #[test]
    fn what_follows_the_value_and_what_is_nested_too_deep_is_refused() {
        assert_eq!(status(lead(b"{} {}")), Some(StatusCode::BAD_REQUEST));
        assert_eq!(status(leads(b"[] []")), Some(StatusCode::BAD_REQUEST));
        assert_eq!(status(lead("[".repeat(60_000).as_bytes())), Some(StatusCode::BAD_REQUEST));
    }
}
