//! Names of fields and levels: when two spellings mean the same, and which name was probably meant.

/// The key under which spellings of one name meet: lower case, with spaces, hyphens, underscores, dots and slashes removed.
///
/// `"Health Care"`, `"healthcare "` and `"Health-Care"` share a key; `"C"` and `"C++"` do not.
#[must_use]
pub fn name_key(name: &str) -> String {
    name.chars()
        .filter(|c| !(c.is_whitespace() || matches!(c, '-' | '_' | '.' | '/' | '\u{2010}'..='\u{2015}')))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words of a name, lower case: split at anything that is not a letter or digit and where lower case turns to upper.
///
/// `"LastActivityDate"` and `"last_activity date"` give the same words.
#[must_use]
pub fn name_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut previous_lower = false;
    for c in name.chars() {
        let breaks = !c.is_alphanumeric() || (c.is_uppercase() && previous_lower);
        if breaks && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
        previous_lower = c.is_lowercase() || c.is_numeric();
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The name among `names` that `wanted` was probably meant to be, if any is near (Jaro-Winkler similarity at least 0.75).
#[cfg(feature = "read")]
#[must_use]
pub fn nearest_name<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let key = name_key(wanted);
    names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(&key, &name_key(name)), name))
        .filter(|(similarity, _)| *similarity >= 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet_and_different_names_do_not() {
        assert_eq!(name_key("Health Care"), name_key("healthcare "));
        assert_ne!(name_key("C"), name_key("C++"));
        assert_eq!(name_words("LastActivityDate"), ["last", "activity", "date"]);
        assert_eq!(name_words("days_since-last activity"), ["days", "since", "last", "activity"]);
        assert_eq!(name_words("euribor3m"), ["euribor3m"]);
    }

    #[cfg(feature = "read")]
    #[test]
    fn the_nearest_name_is_found_or_none() {
        assert_eq!(nearest_name("outcom", ["Outcome", "Owner"]), Some("Outcome"));
        assert_eq!(nearest_name("zzz", ["Outcome", "Owner"]), None);
    }
}
