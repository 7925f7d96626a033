//! One lead at a time: a struct bound to the model once, or anything that `serde` can take apart.
//!
//! | way | for | checked |
//! |---|---|---|
//! | [`crate::Scorer::bind`] | a struct that is a [`Lead`] | once, when it is bound |
//! | [`crate::Scorer::score_one`] | any `serde::Serialize`: structs, maps, JSON values | with every lead |
//!
//! All of them score as [`crate::Scorer::score`] does the same lead in a data set that has every column, and allocate nothing. A field
//! without a value is missing; none is ever absent.

mod bits;
mod blanks;
mod bound;
mod fields;
mod found;
mod gain;
mod layout;
mod names;
mod numbers;
mod quick;
mod read;
mod score;
mod slot;
mod texts;
mod value;
mod values;

use crate::ScoringModel;
use crate::compiled::{Coder, Field, Judge, MOST_FIELDS, Table};
pub use bound::Bound;
pub use fields::{FieldList, Lead};
pub(crate) use found::Found;
pub(crate) use gain::KnownSum;
use layout::Layout;
use names::Names;
use quick::Quick;
pub use score::LeadScore;
use slot::Slots;
pub(crate) use texts::Texts;
pub use value::{LeadText, LeadValue, ValueKind};
pub use values::Values;

/// What scoring one lead needs of a model beyond what all ways share.
#[derive(Debug)]
pub(crate) struct Single {
    names: Names,
    layout: Layout,
    /// For each coder the code of a missing value.
    blank: [u16; MOST_FIELDS],
    /// Where values go for a score,
    shortest: Slots,
    /// and where for an explanation.
    by_code: Slots,
}

impl Single {
    /// What it takes for a model of these fields, coders and signals.
    pub(crate) fn new(
        fields: &[Field],
        coders: &[Coder],
        tables: &[Table],
        judges: &[Judge],
        model: &ScoringModel,
        most_dark: i32,
    ) -> Self {
        let mut blank = [0; MOST_FIELDS];
        for (blank, coder) in blank.iter_mut().zip(coders) {
            *blank = coder.missing();
        }
        Self {
            names: Names::new(fields),
            layout: Layout::new(),
            blank,
            shortest: Slots::shortest(fields, coders, tables, judges)
                .with_quick(|| Quick::new(model, coders, tables, most_dark), judges),
            by_code: Slots::by_code(fields, tables, judges),
        }
    }
}
