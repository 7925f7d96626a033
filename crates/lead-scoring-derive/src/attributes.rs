//! What `#[lead(…)]` says of a type, a field or a variant.

use syn::{Attribute, LitStr, Path, Result, meta::ParseNestedMeta};

/// What is said of a field.
#[derive(Default)]
pub(crate) struct OfField {
    pub(crate) rename: Option<LitStr>,
    pub(crate) skip: bool,
    pub(crate) flatten: bool,
}

/// Reads `rename`, `skip` and `flatten`, of which a field may have one.
pub(crate) fn of_field(attributes: &[Attribute]) -> Result<OfField> {
    let mut of_field = OfField::default();
    each(attributes, |meta| {
        if of_field.skip || of_field.flatten || of_field.rename.is_some() {
            return Err(meta.error("a field is renamed, skipped or flattened, one of the three"));
        }
        if meta.path.is_ident("rename") {
            of_field.rename = Some(name(&meta)?);
        } else if meta.path.is_ident("skip") {
            of_field.skip = true;
        } else if meta.path.is_ident("flatten") {
            of_field.flatten = true;
        } else {
            return Err(meta.error("a field has `rename = \"…\"`, `skip` or `flatten`"));
        }
        Ok(())
    })?;
    Ok(of_field)
}

/// Reads the `rename` of an enum's variant.
pub(crate) fn of_variant(attributes: &[Attribute]) -> Result<Option<LitStr>> {
    let mut rename = None;
    each(attributes, |meta| {
        if !meta.path.is_ident("rename") {
            return Err(meta.error("a variant has `rename = \"…\"`"));
        }
        if rename.replace(name(&meta)?).is_some() {
            return Err(meta.error("the variant is renamed twice"));
        }
        Ok(())
    })?;
    Ok(rename)
}

/// The path to the crate with the traits: `home` unless a `crate` names another.
pub(crate) fn home_of(attributes: &[Attribute], home: Path) -> Result<Path> {
    let mut home = home;
    each(attributes, |meta| {
        if !meta.path.is_ident("crate") {
            return Err(meta.error("a type has `crate = \"path\"`; other attributes stand at its fields"));
        }
        home = meta.value()?.parse::<LitStr>()?.parse()?;
        Ok(())
    })?;
    Ok(home)
}

fn name(meta: &ParseNestedMeta<'_>) -> Result<LitStr> {
    let name: LitStr = meta.value()?.parse()?;
    if name.value().trim().is_empty() {
        Err(syn::Error::new(name.span(), "the name is empty"))
    } else {
        Ok(name)
    }
}

fn each(attributes: &[Attribute], mut read: impl FnMut(ParseNestedMeta<'_>) -> Result<()>) -> Result<()> {
    let own = attributes.iter().filter(|attribute| attribute.path().is_ident("lead"));
    own.into_iter().try_for_each(|attribute| attribute.parse_nested_meta(&mut read))
}
