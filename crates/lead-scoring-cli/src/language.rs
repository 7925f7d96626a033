//! The language that documents are written in.

use crate::failure::Failure;
use crate::files;
use lead_scoring::report::{Language, message_template};
use std::path::Path;

/// Messages that are named where a file lacks some.
const MOST_NAMED: usize = 3;

/// The language with a tag, or of a message file that is named after its tag, such as `de.ftl`; English where nothing is chosen.
pub(crate) fn language(chosen: Option<&str>) -> Result<Language, Failure> {
    let Some(chosen) = chosen else { return Ok(Language::english()) };
    if let Some(language) = Language::built_in(chosen) {
        return Ok(language);
    }
    let path = Path::new(chosen);
    if path.extension().is_none_or(|extension| extension != "ftl") {
        return Err(Failure::usage(vec![format!(
            "the language `{chosen}` is not built in; choose `en`, `zh-Hans` or a message file such as `de.ftl` \
             (`lead-scoring messages` prints one to translate)"
        )]));
    }
    let source = std::fs::read_to_string(path)
        .map_err(|error| Failure::usage(vec![format!("{chosen}: cannot be read: {error}")]))?;
    let tag = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let language = Language::from_messages(&tag, &source)
        .map_err(|error| Failure::usage(vec![format!("{chosen}: {error}")]))?;
    tell_missing(chosen, &language.missing());
    Ok(language)
}

fn tell_missing(file: &str, missing: &[String]) {
    if missing.is_empty() {
        return;
    }
    let named = missing.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = if missing.len() > MOST_NAMED { ", …" } else { "" };
    files::tell(
        "warning",
        &format!("{file}: {} of its messages are missing and said in English: {named}{more}", missing.len()),
    );
}

/// `lead-scoring messages`: a message file in English, to be translated.
pub(crate) fn print_template() -> Result<(), Failure> {
    files::print(&message_template())
}
