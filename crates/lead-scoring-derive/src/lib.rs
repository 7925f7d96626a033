//! Derive macros for the traits `Lead` and `LeadValue` of `lead-scoring-model`.
//!
//! Should you use this crate? Not by itself: switch on the feature `derive` of `lead-scoring` or `lead-scoring-model` and take the macros
//! from there. What they do is described at the traits.
//!
//! `#[derive(Lead)]` reads a struct with named fields. Attributes of a field:
//!
//! | attribute | effect |
//! |---|---|
//! | `#[lead(rename = "Company Size")]` | the name under which the model finds the field; otherwise its own |
//! | `#[lead(skip)]` | the field is none of the model's business |
//! | `#[lead(flatten)]` | the field is a struct, or an option of one, that is a `Lead` itself; its fields count as if they stood here |
//!
//! `#[derive(LeadValue)]` makes an enum without data a text, a variant being called as in the code unless `#[lead(rename = "…")]` says
//! otherwise, and a struct of one unnamed field the value that the field is.
//!
//! Both find the traits by the crate they are taken from; `#[lead(crate = "path")]` on the type names another path to `lead-scoring-model`.

#![forbid(unsafe_code)]

mod attributes;
mod lead;
mod value;

use proc_macro::TokenStream;
use syn::{DeriveInput, Path, parse_macro_input, parse_quote};

/// A struct as a lead; see the crate's head.
#[proc_macro_derive(Lead, attributes(lead))]
pub fn lead(input: TokenStream) -> TokenStream {
    run(input, parse_quote!(::lead_scoring_model), lead::derive)
}

/// An enum without data, or a struct of one unnamed field, as a value of a lead; see the crate's head.
#[proc_macro_derive(LeadValue, attributes(lead))]
pub fn lead_value(input: TokenStream) -> TokenStream {
    run(input, parse_quote!(::lead_scoring_model), value::derive)
}

/// The same as `Lead` for those who depend on the facade `lead-scoring`, which exports it by that name.
#[doc(hidden)]
#[proc_macro_derive(LeadOfFacade, attributes(lead))]
pub fn lead_of_facade(input: TokenStream) -> TokenStream {
    run(input, parse_quote!(::lead_scoring::model), lead::derive)
}

/// The same as `LeadValue` for those who depend on the facade `lead-scoring`, which exports it by that name.
#[doc(hidden)]
#[proc_macro_derive(LeadValueOfFacade, attributes(lead))]
pub fn lead_value_of_facade(input: TokenStream) -> TokenStream {
    run(input, parse_quote!(::lead_scoring::model), value::derive)
}

fn run(
    input: TokenStream,
    home: Path,
    derive: fn(&DeriveInput, Path) -> syn::Result<proc_macro2::TokenStream>,
) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    derive(&input, home).unwrap_or_else(syn::Error::into_compile_error).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Derive = fn(&DeriveInput, Path) -> syn::Result<proc_macro2::TokenStream>;

    fn refusal(derive: Derive, code: &str) -> String {
        let input: DeriveInput = syn::parse_str(code).expect("the code is Rust");
        derive(&input, parse_quote!(::home)).expect_err(code).to_string()
    }

    #[test]
    fn what_makes_no_lead_is_refused_with_a_reason() {
        for (code, reason) in [
            ("struct A(u8);", "a struct with named fields"),
            ("enum A { B }", "derive `LeadValue`"),
            ("struct A { #[lead(rename = \"b\", skip)] a: u8 }", "one of the three"),
            ("struct A { #[lead(rename = \" \")] a: u8 }", "the name is empty"),
            ("struct A { #[lead(default)] a: u8 }", "`rename = \"…\"`, `skip` or `flatten`"),
            ("#[lead(rename = \"b\")] struct A { a: u8 }", "other attributes stand at its fields"),
        ] {
            let refusal = refusal(lead::derive, code);
            assert!(refusal.contains(reason), "{code}: {refusal}");
        }
    }

    #[test]
    fn what_makes_no_value_is_refused_with_a_reason() {
        for (code, reason) in [
            ("enum A {}", "without variants"),
            ("enum A { B(u8) }", "an enum without data"),
            ("struct A { b: u8 }", "one unnamed field"),
            ("struct A(u8, u8);", "one unnamed field"),
            ("struct A(#[lead(skip)] u8);", "has no attributes"),
            ("enum A { #[lead(skip)] B }", "a variant has `rename = \"…\"`"),
        ] {
            let refusal = refusal(value::derive, code);
            assert!(refusal.contains(reason), "{code}: {refusal}");
        }
    }

    #[test]
    fn the_path_to_the_traits_may_be_given() {
        let input: DeriveInput = parse_quote!(
            #[lead(crate = "::my::model")]
            struct A {
                a: u8,
            }
        );
        let code = lead::derive(&input, parse_quote!(::home)).expect("it is a lead").to_string();
        assert!(code.contains(":: my :: model :: Lead") && !code.contains("home"), "{code}");
    }
}
