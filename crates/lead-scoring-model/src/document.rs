//! The model inside a document: `lead-scoring-model.md` carries the model it describes in a fenced block.
//!
//! ````text
//! ```json lead-scoring-model
//! { "format": 1, … }
//! ```
//! ````
//!
//! Names in the model may hold anything, so backticks, `<`, `>` and `&` are written as JSON escapes: no name can close the block or
//! turn into mark-up.

use crate::{Error, Result, ScoringModel};
use std::fmt::Write;

const OPENING: &str = "```json lead-scoring-model";
const CLOSING: &str = "```";

/// The fenced block that holds a model, ending in a line feed.
#[must_use]
pub fn embed(model: &ScoringModel) -> String {
    let json = model.to_json();
    let mut block = String::with_capacity(json.len() + 64);
    block.push_str(OPENING);
    block.push('\n');
    for c in json.chars() {
        // Outside of strings JSON has none of these, and inside every character may be written as an escape.
        match c {
            '`' | '<' | '>' | '&' => _ = write!(block, "\\u{:04x}", u32::from(c)),
            c => block.push(c),
        }
    }
    block.push('\n');
    block.push_str(CLOSING);
    block.push('\n');
    block
}

/// A model from its JSON, or from a Markdown document with the block that [`embed`] writes.
///
/// # Errors
/// As [`ScoringModel::from_json`]; and [`crate::ErrorKind::Format`] where a document holds no such block, more than one, or one
/// that does not end.
pub fn load(text: &str) -> Result<ScoringModel> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        return ScoringModel::from_json(text);
    }
    ScoringModel::from_json(&block_of(text)?)
}

/// The lines between the fences.
fn block_of(text: &str) -> Result<String> {
    let mut lines = text.lines().map(str::trim);
    lines
        .by_ref()
        .find(|line| *line == OPENING)
        .ok_or_else(|| Error::unreadable("the document holds no block `json lead-scoring-model`"))?;
    let mut block = String::new();
    let closed = lines.by_ref().any(|line| {
        block.push_str(line);
        block.push('\n');
        line == CLOSING
    });
    if !closed {
        return Err(Error::unreadable("the document ends within its model"));
    }
    if lines.any(|line| line == OPENING) {
        return Err(Error::unreadable("the document holds more than one model"));
    }
    block.truncate(block.len() - CLOSING.len() - 1);
    Ok(block)
}
