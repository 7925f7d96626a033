//! What a field of a struct can hold for a model to read it.

use super::Values;
use lead_scoring_core::Kind;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::hint::select_unpredictable;
use std::rc::Rc;
use std::sync::Arc;

/// The form of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValueKind {
    /// A quantity.
    Number,
    /// Yes or no.
    Flag,
    /// A text: the level of a category, a name, free text.
    Text,
    /// Several texts: the items of a set.
    Items,
}

impl ValueKind {
    /// The form of the values of a column of this kind; a day is written as a text.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Number => Self::Number,
            Kind::Flag => Self::Flag,
            Kind::Set => Self::Items,
            Kind::Category | Kind::Date | Kind::Identifier | Kind::Text => Self::Text,
        }
    }

    /// The form in words, for messages.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Flag => "yes or no",
            Self::Text => "a text",
            Self::Items => "a list of texts",
        }
    }
}

/// A value that a model can read: numbers, `bool`, texts, and vectors, arrays, slices and sets of texts; options, references and smart
/// pointers of these. `#[derive(LeadValue)]` (feature `derive`) adds enums without data, which are texts, and structs of one unnamed field.
///
/// A number that is not finite counts as missing, as it does in columns. A text of no characters is a value like any other, and so is a
/// list without items: what is not known is `None`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value of a lead",
    label = "no model reads this",
    note = "numbers, `bool`, texts, lists of texts and options of these are values; enums without data derive `LeadValue`",
    note = "a field that is a struct of its own and derives `Lead` takes `#[lead(flatten)]`, any other `#[lead(skip)]`"
)]
pub trait LeadValue {
    /// The form of the value, the same for every value of the type.
    const KIND: ValueKind;

    /// Gives the value: calls just one method of `values`, the one of its form, or [`Values::missing`] where it is not known.
    fn give(&self, values: &mut Values<'_>);

    /// Gives the value of an option. What the method does by itself is right for any type; numbers know a shorter way.
    #[inline]
    fn give_option(value: Option<&Self>, values: &mut Values<'_>) {
        match value {
            Some(value) => value.give(values),
            None => values.missing(),
        }
    }
}

/// A text, so that lists of it are sets.
pub trait LeadText {
    /// The text.
    fn text(&self) -> &str;
}

impl LeadText for str {
    #[inline]
    fn text(&self) -> &str {
        self
    }
}

impl LeadText for String {
    #[inline]
    fn text(&self) -> &str {
        self
    }
}

impl LeadText for Cow<'_, str> {
    #[inline]
    fn text(&self) -> &str {
        self
    }
}

impl<T: LeadValue> LeadValue for Option<T> {
    const KIND: ValueKind = T::KIND;

    #[inline(always)]
    fn give(&self, values: &mut Values<'_>) {
        T::give_option(self.as_ref(), values);
    }
}

impl LeadValue for bool {
    const KIND: ValueKind = ValueKind::Flag;

    #[inline]
    fn give(&self, values: &mut Values<'_>) {
        values.flag(*self);
    }
}

impl LeadValue for str {
    const KIND: ValueKind = ValueKind::Text;

    #[inline]
    fn give(&self, values: &mut Values<'_>) {
        values.text(self);
    }
}

impl LeadValue for String {
    const KIND: ValueKind = ValueKind::Text;

    #[inline]
    fn give(&self, values: &mut Values<'_>) {
        values.text(self);
    }
}

impl LeadValue for Cow<'_, str> {
    const KIND: ValueKind = ValueKind::Text;

    #[inline]
    fn give(&self, values: &mut Values<'_>) {
        values.text(self);
    }
}

impl<T: LeadText> LeadValue for [T] {
    const KIND: ValueKind = ValueKind::Items;

    #[inline]
    fn give(&self, values: &mut Values<'_>) {
        values.items(self.iter().map(LeadText::text));
    }
}

impl<T: LeadText, const N: usize> LeadValue for [T; N] {
    const KIND: ValueKind = ValueKind::Items;

    #[inline]
    fn give(&self, values: &mut Values<'_>) {
        self.as_slice().give(values);
    }
}

impl<T: LeadText> LeadValue for Vec<T> {
    const KIND: ValueKind = ValueKind::Items;

    #[inline]
    fn give(&self, values: &mut Values<'_>) {
        self.as_slice().give(values);
    }
}

impl<T: LeadText> LeadValue for BTreeSet<T> {
    const KIND: ValueKind = ValueKind::Items;

    #[inline]
    fn give(&self, values: &mut Values<'_>) {
        values.items(self.iter().map(LeadText::text));
    }
}

impl<T: LeadText, S> LeadValue for HashSet<T, S> {
    const KIND: ValueKind = ValueKind::Items;

    #[inline]
    fn give(&self, values: &mut Values<'_>) {
        // A set holds an item or does not, so the order is of no account.
        values.items(self.iter().map(LeadText::text));
    }
}

macro_rules! numbers {
    ($($number:ty = $none:expr),*) => {$(
        impl LeadValue for $number {
            const KIND: ValueKind = ValueKind::Number;

            #[inline]
            fn give(&self, values: &mut Values<'_>) {
                values.number(*self as f64);
            }

            #[inline(always)]
            fn give_option(value: Option<&Self>, values: &mut Values<'_>) {
                // Whether a number is missing cannot be foreseen, so it is no branch: one is read in any case.
                let known = value.is_some();
                let number = select_unpredictable(known, value.unwrap_or(&$none), &$none);
                let bits = (*number as f64).to_bits();
                values.number_bits(select_unpredictable(known, bits, f64::NAN.to_bits()));
            }
        }
    )*};
}

numbers!(
    f32 = f32::NAN,
    f64 = f64::NAN,
    i8 = 0,
    i16 = 0,
    i32 = 0,
    i64 = 0,
    isize = 0,
    u8 = 0,
    u16 = 0,
    u32 = 0,
    u64 = 0,
    usize = 0
);

macro_rules! pointers {
    ($($pointer:ty),*) => {$(
        impl<T: LeadText + ?Sized> LeadText for $pointer {
            #[inline]
            fn text(&self) -> &str {
                (**self).text()
            }
        }

        impl<T: LeadValue + ?Sized> LeadValue for $pointer {
            const KIND: ValueKind = T::KIND;

            #[inline]
            fn give(&self, values: &mut Values<'_>) {
                (**self).give(values);
            }

            #[inline(always)]
            fn give_option(value: Option<&Self>, values: &mut Values<'_>) {
                T::give_option(value.map(|value| &**value), values);
            }
        }
    )*};
}

pointers!(&T, Box<T>, Rc<T>, Arc<T>);
