//! `#[derive(Lead)]`: the fields of a struct by name, and its values in the same order.

use crate::attributes::{OfField, home_of, of_field};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Error, Field, Fields, Path, Result, parse_quote};

pub(crate) fn derive(input: &DeriveInput, home: Path) -> Result<TokenStream> {
    let home = home_of(&input.attrs, home)?;
    let mut parts = Parts::default();
    for field in named_fields(input)? {
        parts.add(field, &of_field(&field.attrs)?, &home);
    }
    let Parts { counts, names, values, bounds } = parts;
    let mut generics = input.generics.clone();
    if generics.type_params().next().is_some() {
        generics.make_where_clause().predicates.extend(bounds);
    }
    let (parameters, arguments, wherever) = generics.split_for_impl();
    let name = &input.ident;
    Ok(quote! {
        #[automatically_derived]
        impl #parameters #home::Lead for #name #arguments #wherever {
            const COUNT: usize = 0 #(+ #counts)*;

            fn fields(list: &mut #home::FieldList) {
                let _ = &list;
                #(#names)*
            }

            // Only where it is part of the code that scores, the places of the values are known when that is compiled.
            #[inline(always)]
            fn values(&self, values: &mut #home::Values<'_>) {
                let _ = &values;
                #(#values)*
            }
        }
    })
}

/// What the fields add to the parts of the trait.
#[derive(Default)]
struct Parts {
    counts: Vec<TokenStream>,
    names: Vec<TokenStream>,
    values: Vec<TokenStream>,
    bounds: Vec<syn::WherePredicate>,
}

impl Parts {
    fn add(&mut self, field: &Field, attributes: &OfField, home: &Path) {
        let (Some(ident), kind) = (&field.ident, &field.ty) else { return };
        if attributes.skip {
            return;
        }
        if attributes.flatten {
            self.counts.push(quote!(<#kind as #home::Lead>::COUNT));
            self.names.push(quote!(<#kind as #home::Lead>::fields(list);));
            self.values.push(quote!(<#kind as #home::Lead>::values(&self.#ident, values);));
            self.bounds.push(parse_quote!(#kind: #home::Lead));
            return;
        }
        let name = attributes
            .rename
            .as_ref()
            .map_or_else(|| ident.unraw().to_string().into_token_stream(), ToTokens::to_token_stream);
        self.counts.push(quote!(1));
        self.names.push(quote!(list.push::<#kind>(#name);));
        self.values.push(quote!(<#kind as #home::LeadValue>::give(&self.#ident, values);));
        self.bounds.push(parse_quote!(#kind: #home::LeadValue));
    }
}

fn named_fields(input: &DeriveInput) -> Result<impl Iterator<Item = &Field>> {
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => Ok(fields.named.iter()),
            _ => Err(Error::new_spanned(&input.ident, "a lead is a struct with named fields")),
        },
        _ => Err(Error::new_spanned(
            &input.ident,
            "a lead is a struct with named fields; an enum without data can be a value of one: derive `LeadValue`",
        )),
    }
}
