//! What can be changed or found out of a lead, one field or one item of a set at a time, and to what.

use super::codes::Codes;
use super::values;
use crate::{Scorecard, Signal};
use lead_scoring_core::{Binning, name_key};

/// A field of a lead, or an item of a set, that may get another value. It depends on the model alone.
#[derive(Debug)]
pub(crate) struct Knob {
    /// The field.
    pub(super) field: String,
    /// Whether the lead can come to another value; otherwise it can only be found out.
    pub(super) changeable: bool,
    /// The inputs that read the field, each as the positions of a signal and of its input; the strongest signal first.
    pub(super) places: Vec<(usize, usize)>,
    /// The values that signals tell apart: for each place the code. `None` for another item of the set, which stays as it is, and is not in
    /// the set if nothing was known of it.
    pub(super) values: Vec<Vec<Option<usize>>>,
}

impl Knob {
    /// All that signals of a card read.
    pub(crate) fn all(card: &Scorecard) -> Vec<Self> {
        let mut done: Vec<&str> = Vec::new();
        let mut knobs = Vec::new();
        for field in card.signals.iter().flat_map(Signal::fields) {
            if !done.contains(&field) {
                done.push(field);
                knobs.extend(of_field(card, field));
            }
        }
        // The stronger signal first, whatever field or item it reads.
        knobs.sort_by_key(|(first, _)| *first);
        knobs.into_iter().map(|(_, knob)| knob).collect()
    }

    /// Gives a lead one of the values.
    pub(super) fn turn(&self, card: &Scorecard, codes: &mut Codes, value: &[Option<usize>]) {
        for (&place, target) in self.places.iter().zip(value) {
            match target {
                Some(code) => codes.set(place, *code),
                None if codes.is_blank(card, place) => codes.set(place, NOT_IN_SET),
                None => {}
            }
        }
    }
}

/// The code of a set without the item.
const NOT_IN_SET: usize = 0;
/// The code of a set with it.
const IN_SET: usize = 1;

/// The knobs of a field, each with the position of the first signal that it turns.
fn of_field(card: &Scorecard, field: &str) -> Vec<((usize, usize), Knob)> {
    let inputs = card.signals.iter().enumerate().flat_map(|(signal, read)| {
        read.inputs.iter().enumerate().map(move |(input, read)| ((signal, input), read))
    });
    let (places, binnings): (Vec<(usize, usize)>, Vec<&Binning>) = inputs
        .filter(|(_, input)| input.field == field)
        .map(|(place, input)| (place, &input.binning))
        .unzip();
    let knob = |values| Knob {
        field: field.to_owned(),
        changeable: is_changeable(card, field),
        places: places.clone(),
        values,
    };
    let items: Vec<Option<String>> = binnings.iter().map(|binning| item(binning)).collect();
    if items.iter().all(Option::is_none) {
        let values = values::of(&binnings).into_iter().map(|codes| codes.into_iter().map(Some).collect());
        return vec![(places[0], knob(values.collect()))];
    }
    let mut knobs = Vec::new();
    for (at, item) in items.iter().enumerate().filter(|(at, item)| !items[..*at].contains(item)) {
        let value = |code: usize| items.iter().map(|other| (other == item).then_some(code)).collect();
        knobs.push((places[at], knob(vec![value(NOT_IN_SET), value(IN_SET)])));
    }
    knobs
}

fn item(binning: &Binning) -> Option<String> {
    match binning {
        Binning::Contains { item } => Some(name_key(item)),
        _ => None,
    }
}

/// Whether a lead can come to another value of a field: its own signals know. Of a field that combinations alone read nothing is known: they
/// count for the dimension of their stronger field.
fn is_changeable(card: &Scorecard, field: &str) -> bool {
    let own = card.signals.iter().filter(|signal| signal.reads(field) && !signal.is_pair());
    own.into_iter().any(|signal| signal.can_change(field))
}
