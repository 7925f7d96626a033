//! A struct as a lead: its fields by name, its values in the same order.

use super::{LeadValue, ValueKind, Values};
use std::rc::Rc;
use std::sync::Arc;

/// A struct that can be bound to a model once and then scored at the speed of its fields; see [`crate::Scorer::bind`].
///
/// `#[derive(Lead)]` (feature `derive`) implements it. A field goes by its own name, which meets the model's field as columns do: exactly, or
/// with case, spaces, hyphens, underscores, dots and slashes aside, so that `company_size` is `Company Size`.
/// `#[lead(rename = "…")]` gives it another name, `#[lead(skip)]` leaves it out, and `#[lead(flatten)]` puts the fields of a struct that
/// derives `Lead` (or of an option of one) in its place.
///
/// ```
/// use lead_scoring_model::{FieldList, Lead, LeadValue, Values};
///
/// struct Visit {
///     pages: u32,
///     source: Option<String>,
/// }
///
/// // What the macro writes:
/// impl Lead for Visit {
///     const COUNT: usize = 2;
///
///     fn fields(list: &mut FieldList) {
///         list.push::<u32>("pages");
///         list.push::<Option<String>>("source");
///     }
///
///     fn values(&self, values: &mut Values<'_>) {
///         self.pages.give(values);
///         self.source.give(values);
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a lead",
    label = "a struct that derives `Lead` is needed here",
    note = "derive it with the feature `derive`: `#[derive(Lead)]`"
)]
pub trait Lead {
    /// How many fields there are.
    const COUNT: usize;

    /// Names the fields.
    fn fields(list: &mut FieldList);

    /// Gives the values, one a field, in the order of [`Lead::fields`].
    fn values(&self, values: &mut Values<'_>);
}

/// The fields of a [`Lead`] with the forms of their values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldList {
    fields: Vec<(String, ValueKind)>,
}

impl FieldList {
    /// The fields of a struct.
    #[must_use]
    pub fn of<T: Lead>() -> Self {
        let mut list = Self::default();
        T::fields(&mut list);
        list
    }

    /// Adds a field whose values are of the type `T`.
    pub fn push<T: LeadValue + ?Sized>(&mut self, name: impl Into<String>) {
        self.fields.push((name.into(), T::KIND));
    }

    /// The names and forms in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, ValueKind)> {
        self.fields.iter().map(|(name, kind)| (name.as_str(), *kind))
    }
}

impl<T: Lead> Lead for Option<T> {
    const COUNT: usize = T::COUNT;

    fn fields(list: &mut FieldList) {
        T::fields(list);
    }

    #[inline]
    fn values(&self, values: &mut Values<'_>) {
        match self {
            Some(lead) => lead.values(values),
            None => (0..T::COUNT).for_each(|_| values.missing()),
        }
    }
}

macro_rules! pointers {
    ($($pointer:ty),*) => {$(
        impl<T: Lead> Lead for $pointer {
            const COUNT: usize = T::COUNT;

            fn fields(list: &mut FieldList) {
                T::fields(list);
            }

            #[inline]
            fn values(&self, values: &mut Values<'_>) {
                (**self).values(values);
            }
        }
    )*};
}

pointers!(&T, Box<T>, Rc<T>, Arc<T>);
