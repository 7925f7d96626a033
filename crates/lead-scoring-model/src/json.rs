//! The model as JSON text, with a checksum that tells when it was edited.
//!
//! The checksum is FNV-1a, 64 bits (Fowler, Noll and Vo 1991), over the compact JSON of the model as it was read, fields in the
//! order of the types. Layout and key order of the file therefore do not matter, every value does. It guards against slips such
//! as a point value changed by hand; it is no signature, and whoever wants to can compute it anew.

use crate::{Error, FORMAT, Result, ScoringModel};
use serde::Serialize;
use serde_json::Value;
use serde_json::error::Category;

const CHECKSUM: &str = "checksum";

/// The stored form: the model's fields and the checksum after them.
#[derive(Serialize)]
struct Stored<'a> {
    #[serde(flatten)]
    model: &'a ScoringModel,
    checksum: String,
}

impl ScoringModel {
    /// The model as indented JSON: the same text for the same model, always.
    ///
    /// [`ScoringModel::from_json`] gives an equal model back, floats to the last bit, provided that [`ScoringModel::check`]
    /// passes.
    #[must_use]
    pub fn to_json(&self) -> String {
        let stored = Stored { model: self, checksum: self.checksum() };
        // Strings as keys and no fallible parts: there is nothing here that serialisation can refuse.
        serde_json::to_string_pretty(&stored).unwrap_or_default()
    }

    /// The checksum that the stored form carries: 16 hexadecimal digits.
    #[must_use]
    pub fn checksum(&self) -> String {
        let compact = serde_json::to_string(self).unwrap_or_default();
        format!("{:016x}", fnv1a(compact.as_bytes()))
    }

    /// A model from its JSON.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Format`] where the text is not a model's JSON or of another format version, and
    /// [`crate::ErrorKind::Inconsistent`] where the model fails its [`ScoringModel::check`] or its checksum.
    pub fn from_json(text: &str) -> Result<Self> {
        let value: Value =
            serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| broken(&error))?;
        let Value::Object(mut fields) = value else {
            return Err(Error::unreadable("the JSON is not a lead-scoring model"));
        };
        let format = fields.get("format").and_then(Value::as_u64);
        let format = format
            .ok_or_else(|| Error::unreadable("the JSON is not a lead-scoring model: it has no `format`"))?;
        check_format(format)?;
        let stated = fields.remove(CHECKSUM);
        let model: Self = serde_json::from_value(Value::Object(fields)).map_err(|error| {
            Error::unreadable(format!("a part of the model is wrong or missing ({error})"))
        })?;
        model.check()?;
        match stated {
            Some(Value::String(stated)) if stated == model.checksum() => Ok(model),
            Some(_) => Err(Error::inconsistent(
                "the checksum does not match: the model was edited after it was built",
            )),
            None => Err(Error::inconsistent("the model has no checksum")),
        }
    }
}

/// Refuses a format version that this crate does not read.
pub(crate) fn check_format(format: u64) -> Result<()> {
    let own = u64::from(FORMAT);
    if format > own {
        let message = format!(
            "the model has format {format}, this program reads up to {own}; update the program to read it"
        );
        return Err(Error::new(crate::ErrorKind::Format, message));
    }
    if format < own {
        return Err(Error::unreadable(format!("there is no model format {format}")));
    }
    Ok(())
}

/// The error for text that is not JSON; it gives the place but quotes nothing.
fn broken(error: &serde_json::Error) -> Error {
    match error.classify() {
        Category::Eof => Error::unreadable(format!("the model ends too early, in line {}", error.line())),
        _ => {
            let place = format!("line {}, column {}", error.line(), error.column());
            Error::unreadable(format!("the model is not valid JSON at {place}"))
        }
    }
}

/// FNV-1a of 64 bits.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorKind;

    #[test]
    fn fnv1a_gives_the_published_values() {
        // Test vectors of the authors' reference code: "", "a", "foobar".
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn text_that_is_no_model_is_refused_with_a_reason() {
        for (text, reason) in [
            ("", "ends too early"),
            ("{\"format\": 1", "ends too early"),
            ("{]", "line 1, column 2"),
            ("[1]", "not a lead-scoring model"),
            ("{}", "no `format`"),
            ("{\"format\": 2}", "update the program"),
            ("{\"format\": 0}", "no model format 0"),
            ("{\"format\": 1}", "missing field"),
        ] {
            let error = ScoringModel::from_json(text).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Format, "{text}");
            assert!(error.to_string().contains(reason), "{text}: {error}");
        }
    }
}
