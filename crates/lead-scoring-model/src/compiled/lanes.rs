//! A model's signals in the form that the loops over rows take.
//!
//! A coder or signal with at most 256 codes has a byte a row, another one two. What a signal gives, points and dark points, fits a byte
//! in any case: where points are dark none are given, and points or dark points of one signal take at most 101 values each.

use super::table::{Inputs, Table};
use super::{Coder, Compiled};
use crate::kernel::{BYTE, Effects, Sum};

/// Where the codes of the rows of a block lie, by width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Byte(usize),
    Half(usize),
}

impl Slot {
    /// Whether a code takes one byte.
    pub(crate) fn is_byte(self) -> bool {
        matches!(self, Self::Byte(_))
    }
}

/// How many slots there are of each width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Slots {
    pub(crate) bytes: usize,
    pub(crate) halves: usize,
}

/// A model's signals in the form that the loops over rows take.
#[derive(Debug)]
pub(crate) struct Lanes {
    /// For each coder where its codes go.
    pub(crate) coders: Vec<Slot>,
    pub(crate) coder_slots: Slots,
    /// For each signal where the codes of a combination go; `None` for a signal of one field, which has those of its coder.
    pub(crate) pairs: Vec<Option<Slot>>,
    pub(crate) pair_slots: Slots,
    /// For each signal with more codes than a byte holds a byte that stands for what the code gives.
    pub(crate) narrowed: Vec<Option<Vec<u8>>>,
    /// The signals in the order in which they are added up.
    pub(crate) order: Vec<usize>,
    pub(crate) sum: Sum,
}

impl Slots {
    fn next(&mut self, codes: usize) -> Slot {
        let count = if codes <= BYTE { &mut self.bytes } else { &mut self.halves };
        *count += 1;
        if codes <= BYTE { Slot::Byte(*count - 1) } else { Slot::Half(*count - 1) }
    }
}

impl Lanes {
    pub(super) fn new(compiled: &Compiled) -> Self {
        let (mut coder_slots, mut pair_slots) = (Slots::default(), Slots::default());
        let coders = compiled.coders.iter().map(Coder::codes).map(|codes| coder_slots.next(codes)).collect();
        let pair = |table: &Table| matches!(table.inputs, Inputs::Two(_)).then_some(table.cells.len());
        let pairs =
            compiled.tables.iter().map(|table| pair(table).map(|codes| pair_slots.next(codes))).collect();
        let mut order: Vec<usize> = (0..compiled.tables.len()).collect();
        order.sort_by_key(|&at| compiled.tables[at].dimension);
        let (all, narrowed): (Vec<Effects>, Vec<_>) = compiled.tables.iter().map(effects).unzip();
        let ends =
            [0, 1, 2, 3].map(|last| compiled.tables.iter().filter(|table| table.dimension <= last).count());
        let byte = |number: i32| i8::try_from(number).unwrap_or(i8::MAX);
        let sum = Sum {
            effects: order.iter().map(|&at| all[at].clone()).collect(),
            ends,
            start: byte(compiled.model.card.start),
            cuts: compiled.model.tiers.map(|cuts| [cuts.hot, cuts.warm, cuts.cool].map(byte)),
            most_dark: if compiled.tables.is_empty() { -1 } else { byte(compiled.most_dark) },
        };
        Self { coders, coder_slots, pairs, pair_slots, narrowed, order, sum }
    }

    /// Where the codes of a signal lie: among those of coders, or those of combinations.
    pub(crate) fn of_signal(&self, at: usize, table: &Table) -> (bool, Slot) {
        match (&table.inputs, self.pairs[at]) {
            (Inputs::One(coder), _) => (false, self.coders[*coder]),
            (Inputs::Two(_), slot) => (true, slot.unwrap_or(Slot::Byte(0))),
        }
    }
}

/// What each code of a signal gives; where there are too many codes, what each distinct effect gives and for each code its effect.
fn effects(table: &Table) -> (Effects, Option<Vec<u8>>) {
    let each = table.cells.iter().zip(&table.open);
    let each = each.map(|(cell, open)| (cell.points, u8::try_from(open.dark).unwrap_or(u8::MAX)));
    if table.cells.len() <= BYTE {
        return (gathered(each), None);
    }
    let mut distinct: Vec<(i8, u8)> = Vec::new();
    let narrowed = each.map(|effect| {
        let at = distinct.iter().position(|known| *known == effect).unwrap_or_else(|| {
            distinct.push(effect);
            distinct.len() - 1
        });
        u8::try_from(at).unwrap_or(u8::MAX)
    });
    let narrowed = narrowed.collect();
    (gathered(distinct.into_iter()), Some(narrowed))
}

fn gathered(each: impl Iterator<Item = (i8, u8)>) -> Effects {
    let mut effects = Effects { points: [0; BYTE], dark: [0; BYTE], codes: 0, any_dark: false };
    for ((points, dark), effect) in effects.points.iter_mut().zip(&mut effects.dark).zip(each) {
        (*points, *dark) = effect;
        effects.codes += 1;
        effects.any_dark |= effect.1 > 0;
    }
    effects
}
