//! `#[derive(LeadValue)]`: an enum without data as a text, a struct of one unnamed field as what it holds.

use crate::attributes::{home_of, of_field, of_variant};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Data, DataEnum, DeriveInput, Error, Fields, Path, Result, Variant, parse_quote};

const FORM: &str = "a value of a lead is an enum without data, or a struct of one unnamed field";

pub(crate) fn derive(input: &DeriveInput, home: Path) -> Result<TokenStream> {
    let home = home_of(&input.attrs, home)?;
    match &input.data {
        Data::Enum(data) => of_enum(input, data, &home),
        Data::Struct(data) => match &data.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let attributes = of_field(&fields.unnamed[0].attrs)?;
                if attributes.skip || attributes.flatten || attributes.rename.is_some() {
                    return Err(Error::new_spanned(
                        &fields.unnamed,
                        "the field of a value has no attributes",
                    ));
                }
                Ok(of_newtype(input, &fields.unnamed[0].ty, &home))
            }
            _ => Err(Error::new_spanned(&input.ident, FORM)),
        },
        Data::Union(_) => Err(Error::new_spanned(&input.ident, FORM)),
    }
}

fn of_enum(input: &DeriveInput, data: &DataEnum, home: &Path) -> Result<TokenStream> {
    let arms = data.variants.iter().map(arm).collect::<Result<Vec<_>>>()?;
    if arms.is_empty() {
        return Err(Error::new_spanned(&input.ident, "an enum without variants has no values"));
    }
    let (parameters, arguments, wherever) = input.generics.split_for_impl();
    let name = &input.ident;
    Ok(quote! {
        #[automatically_derived]
        impl #parameters #home::LeadText for #name #arguments #wherever {
            #[inline]
            fn text(&self) -> &str {
                match self { #(#arms)* }
            }
        }

        #[automatically_derived]
        impl #parameters #home::LeadValue for #name #arguments #wherever {
            const KIND: #home::ValueKind = #home::ValueKind::Text;

            #[inline]
            fn give(&self, values: &mut #home::Values<'_>) {
                values.text(#home::LeadText::text(self));
            }
        }
    })
}

fn arm(variant: &Variant) -> Result<TokenStream> {
    if !matches!(variant.fields, Fields::Unit) {
        return Err(Error::new_spanned(variant, FORM));
    }
    let ident = &variant.ident;
    let text = of_variant(&variant.attrs)?
        .map_or_else(|| ident.unraw().to_string().into_token_stream(), ToTokens::into_token_stream);
    Ok(quote!(Self::#ident => #text,))
}

fn of_newtype(input: &DeriveInput, inner: &syn::Type, home: &Path) -> TokenStream {
    let mut generics = input.generics.clone();
    if generics.type_params().next().is_some() {
        generics.make_where_clause().predicates.push(parse_quote!(#inner: #home::LeadValue));
    }
    let (parameters, arguments, wherever) = generics.split_for_impl();
    let name = &input.ident;
    quote! {
        #[automatically_derived]
        impl #parameters #home::LeadValue for #name #arguments #wherever {
            const KIND: #home::ValueKind = <#inner as #home::LeadValue>::KIND;

            #[inline]
            fn give(&self, values: &mut #home::Values<'_>) {
                <#inner as #home::LeadValue>::give(&self.0, values);
            }

            #[inline]
            fn give_option(value: ::core::option::Option<&Self>, values: &mut #home::Values<'_>) {
                <#inner as #home::LeadValue>::give_option(value.map(|value| &value.0), values);
            }
        }
    }
}
