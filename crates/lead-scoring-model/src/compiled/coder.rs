//! The code of a value under a binning: what a look-up in a signal's table starts from.
//!
//! The regular bins have the codes from 0 on, then come a missing value, a value never seen while learning, and a field that the data
//! do not have at all. A number that is not finite is missing, as it is in a column.

use super::levels::Levels;
use lead_scoring_core::{Binning, Values, key_chars, name_key, significant_digits};

/// Codes the values of a field under one binning.
#[derive(Debug)]
pub(crate) struct Coder {
    binning: Binning,
    how: How,
    bins: u16,
}

#[derive(Debug)]
enum How {
    Range(Vec<f64>),
    Digits(Vec<u32>),
    Levels(Levels),
    Flag,
    Contains(Named),
    /// A binning that gives every value the code of those never seen.
    Unseen,
}

impl Coder {
    pub(super) fn new(binning: &Binning) -> Self {
        let how = match binning {
            Binning::Range { edges } => How::Range(edges.clone()),
            Binning::Digits { edges } => How::Digits(edges.clone()),
            Binning::Group { groups } => How::Levels(Levels::new(groups)),
            Binning::Flag => How::Flag,
            Binning::Contains { item } => How::Contains(Named::new(item)),
            _ => How::Unseen,
        };
        // A checked model has few enough bins.
        let bins = u16::try_from(binning.bins()).unwrap_or(u16::MAX - 2);
        Self { binning: binning.clone(), how, bins }
    }

    /// The binning it codes by.
    pub(crate) fn binning(&self) -> &Binning {
        &self.binning
    }

    /// The code of a missing value.
    pub(crate) fn missing(&self) -> u16 {
        self.bins
    }

    /// The code of a value that was never seen while learning.
    pub(crate) fn unseen(&self) -> u16 {
        self.bins + 1
    }

    /// The code of a field that the data do not have.
    pub(crate) fn absent(&self) -> u16 {
        self.bins + 2
    }

    /// How many codes there are.
    pub(crate) fn codes(&self) -> usize {
        usize::from(self.bins) + 3
    }

    /// The code of a number.
    pub(crate) fn number(&self, value: f64) -> u16 {
        if !value.is_finite() {
            return self.missing();
        }
        match &self.how {
            How::Range(edges) => position(edges, |edge| *edge <= value),
            How::Digits(edges) => {
                let digits = significant_digits(value);
                position(edges, |edge| *edge <= digits)
            }
            _ => self.unseen(),
        }
    }

    /// The code of a category's level.
    pub(crate) fn text(&self, text: &str) -> u16 {
        match &self.how {
            How::Levels(levels) => levels.code(text).unwrap_or(self.unseen()),
            _ => self.unseen(),
        }
    }

    /// The code of no or yes.
    pub(crate) fn flag(&self, flag: bool) -> u16 {
        if matches!(self.how, How::Flag) { u16::from(flag) } else { self.unseen() }
    }

    /// The code of a set with these items.
    pub(crate) fn items<'i>(&self, mut items: impl Iterator<Item = &'i str>) -> u16 {
        match &self.how {
            How::Contains(wanted) => u16::from(items.any(|item| wanted.is(item))),
            _ => self.unseen(),
        }
    }

    /// The code of each distinct value of a column.
    pub(crate) fn values(&self, values: &Values) -> Vec<u16> {
        match values {
            Values::Number(numbers) => numbers.iter().map(|&number| self.number(number)).collect(),
            Values::Category(levels) => levels.iter().map(|level| self.text(level)).collect(),
            Values::Flag => vec![self.flag(false), self.flag(true)],
            Values::Set(sets) => {
                let named = |&item: &u32| sets.items.get(item as usize).map(String::as_str);
                sets.members.iter().map(|members| self.items(members.iter().filter_map(named))).collect()
            }
            values => vec![self.unseen(); values.len()],
        }
    }

    /// The levels of a category, each as the model spells it with its code; none for another binning.
    pub(crate) fn levels(&self) -> impl Iterator<Item = (&str, u16)> {
        let groups = if let Binning::Group { groups } = &self.binning { groups.as_slice() } else { &[] };
        groups.iter().flatten().map(|level| (level.as_str(), self.text(level)))
    }

    /// The edges of ranges of numbers; `None` for another binning.
    pub(crate) fn edges(&self) -> Option<&[f64]> {
        if let How::Range(edges) = &self.how { Some(edges) } else { None }
    }
}

/// How many edges lie below, of edges in order: counted without a branch where they are few.
fn position<T>(edges: &[T], below: impl Fn(&T) -> bool) -> u16 {
    const FEW: usize = 16;
    if edges.len() <= FEW {
        return edges.iter().map(|edge| u16::from(below(edge))).sum();
    }
    u16::try_from(edges.partition_point(below)).unwrap_or(u16::MAX)
}

/// A name that spellings are compared with.
#[derive(Debug)]
pub(super) struct Named {
    name: Box<str>,
    key: Box<str>,
}

impl Named {
    pub(super) fn new(name: &str) -> Self {
        Self { name: name.into(), key: name_key(name).into() }
    }

    /// Whether a text means this name.
    pub(super) fn is(&self, text: &str) -> bool {
        *text == *self.name || key_chars(text).eq(self.key.chars())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(edges: Vec<f64>) -> Vec<f64> {
        let next = |edge: f64| [edge.next_down(), edge, edge.next_up(), edge.trunc()];
        let odd = [0.0, -0.0, f64::MIN_POSITIVE, f64::MAX, f64::MIN, 1e300, 0.1];
        edges.into_iter().flat_map(next).chain(odd).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn numbers_have_the_codes_of_their_binning(mut edges in prop::collection::vec(-1e3..1e3_f64, 0..40), digits in prop::collection::btree_set(1..17_u32, 0..9)) {
            edges.sort_by(f64::total_cmp);
            let values = near(edges.clone());
            for binning in [Binning::Range { edges }, Binning::Digits { edges: digits.into_iter().collect() }] {
                let coder = Coder::new(&binning);
                for &value in &values {
                    prop_assert_eq!(usize::from(coder.number(value)), binning.code_number(value), "{}", value);
                }
                for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
                    prop_assert_eq!(coder.number(value), coder.missing());
                }
                prop_assert_eq!(usize::from(coder.missing()), binning.missing_code());
                prop_assert_eq!(usize::from(coder.unseen()), binning.unseen_code());
            }
        }
    }

    #[test]
    fn items_and_flags_are_found_and_other_kinds_unseen() {
        let contains = Coder::new(&Binning::Contains { item: "Sales Force".into() });
        assert_eq!(contains.items(["slack", "sales-force"].into_iter()), 1);
        assert_eq!((contains.items([].into_iter()), contains.flag(true)), (0, contains.unseen()));
        let flag = Coder::new(&Binning::Flag);
        assert_eq!([flag.flag(false), flag.flag(true), flag.text("yes")], [0, 1, flag.unseen()]);
        assert_eq!((flag.number(1.0), flag.absent(), flag.codes()), (flag.unseen(), 4, 5));
    }
}
