//! Which field of a model a name of a lead means, found without a copy of the name.
//!
//! Names meet as columns do ([`crate::FieldMap`]). The spellings that code and JSON mostly use (`company_size`, `companySize`,
//! `CompanySize`) are found by one hash, like the field's own.

use super::texts::Texts;
use crate::compiled::{Field, Levels};
use lead_scoring_core::{name_key, name_words};

/// The fields of a model by name.
#[derive(Debug)]
pub(crate) struct Names {
    short: Option<Texts>,
    spellings: Levels,
    /// For each field whether only its own name means it: another field has the same key, or the key is empty.
    by_own_name: Vec<bool>,
}

/// What a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// No field of the model.
    Nothing,
    /// The field at this position.
    Field(usize),
    /// The field at this position or another one.
    Unclear(usize),
}

impl Names {
    pub(crate) fn new(fields: &[Field]) -> Self {
        let keys: Vec<String> = fields.iter().map(|field| name_key(&field.name)).collect();
        let shared = |key: &String| key.is_empty() || keys.iter().filter(|other| *other == key).count() > 1;
        let spellings: Vec<Vec<String>> = fields.iter().map(|field| spellings(&field.name)).collect();
        let by_own_name = keys.iter().map(shared).collect();
        let levels = Levels::new(&spellings);
        let texts = spellings.iter().flatten();
        let short = Texts::new(texts.filter_map(|text| Some((text.as_str(), levels.code(text)?))));
        Self { short, spellings: levels, by_own_name }
    }

    /// What a name means for the fields of which these are the names.
    #[inline]
    pub(crate) fn meaning(&self, name: &str, fields: &[Field]) -> Meaning {
        let short = self.short.as_ref().and_then(|short| short.code(name));
        let Some(field) = short.or_else(|| self.spellings.code(name)) else { return Meaning::Nothing };
        let field = usize::from(field);
        if self.by_own_name[field] { of_shared(name, field, fields) } else { Meaning::Field(field) }
    }
}

/// What a name means that has the same key as `field`, which is not alone with it.
fn of_shared(name: &str, field: usize, fields: &[Field]) -> Meaning {
    match fields.iter().position(|field| field.name == name) {
        Some(own) => Meaning::Field(own),
        None if name_key(name).is_empty() => Meaning::Nothing,
        None => Meaning::Unclear(field),
    }
}

/// A field's name, and what it is called where names have no spaces; all of one key.
fn spellings(name: &str) -> Vec<String> {
    let words = name_words(name);
    let upper = |word: &String| {
        let mut chars = word.chars();
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
    };
    let pascal: Vec<String> = words.iter().map(upper).collect();
    let camel = words.iter().take(1).cloned().chain(pascal.iter().skip(1).cloned());
    let camel = camel.collect::<String>();
    let key = name_key(name);
    let others = [words.join("_"), words.join("-"), words.concat(), camel, pascal.concat()];
    let of_key = others.into_iter().filter(|other| name_key(other) == key);
    [name.to_owned()].into_iter().chain(of_key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::Kind;

    fn meanings(fields: &[&str], names: &[&str]) -> Vec<Meaning> {
        let field = |name: &&str| Field {
            name: (*name).to_owned(),
            kind: Kind::Number,
            coders: Vec::new(),
            judges: Vec::new(),
        };
        let fields: Vec<Field> = fields.iter().map(field).collect();
        let index = Names::new(&fields);
        names.iter().map(|name| index.meaning(name, &fields)).collect()
    }

    #[test]
    fn spellings_of_a_field_mean_it() {
        use Meaning::{Field, Nothing};
        let names =
            ["Company Size", "company_size", "companySize", "COMPANY-SIZE", "company", "companysize2"];
        let found = [Field(1), Field(1), Field(1), Field(1), Nothing, Nothing];
        assert_eq!(meanings(&["Industry", "Company Size"], &names), found);
    }

    #[test]
    fn fields_of_one_key_go_by_their_own_names() {
        use Meaning::{Field, Nothing, Unclear};
        let names = ["Size", "size", "SIZE", "_", "-", "age"];
        let found = [Field(0), Field(1), Unclear(0), Field(2), Nothing, Field(3)];
        assert_eq!(meanings(&["Size", "size", "_", "Age"], &names), found);
    }
}
