//! Blocks of rows that stay in the fastest cache: cells to codes, codes to scores.

use super::plan::{Codes, Hearing, Plan, Source};
use super::{Cells, Scores};
use crate::MAX_SIGNALS;
use crate::compiled::{Coder, Compiled, Inputs, Judge, Lanes, Pair, Ruling, Slot, Slots};
use crate::kernel::{self, Level, NO_TIER, Positions, Results};
use crate::lead::Texts;
use std::ops::Range;

/// Rows per block: with a byte a signal for each, and what they come to, a block takes less than a first-level cache of 48 KiB.
pub(crate) const BLOCK: usize = 1024;

/// Rows that one thread takes at a time, a multiple of [`BLOCK`]; so many cost far more than a thread's waking up.
#[cfg(feature = "parallel")]
const SPAN: usize = 8 * BLOCK;

/// Codes of the rows of a block, by signal or coder.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Coded<'a> {
    Bytes(&'a [u8]),
    Halves(&'a [u16]),
}

/// Room for the codes of a block.
#[derive(Debug)]
pub(crate) struct Work {
    coders: Room,
    pairs: Room,
    /// Codes of wide signals made narrow, and cells that are no positions yet.
    narrowed: Vec<u8>,
    scratch: [u8; BLOCK],
    rulings: Vec<Ruling>,
}

#[derive(Debug)]
struct Room {
    bytes: Vec<u8>,
    halves: Vec<u16>,
}

impl Room {
    fn new(slots: Slots) -> Self {
        Self { bytes: vec![0; slots.bytes * BLOCK], halves: vec![0; slots.halves * BLOCK] }
    }

    fn codes(&self, slot: Slot, rows: usize) -> Coded<'_> {
        match slot {
            Slot::Byte(at) => Coded::Bytes(&self.bytes[at * BLOCK..][..rows]),
            Slot::Half(at) => Coded::Halves(&self.halves[at * BLOCK..][..rows]),
        }
    }
}

impl Coded<'_> {
    pub(crate) fn at(&self, row: usize) -> u16 {
        match self {
            Self::Bytes(codes) => codes[row].into(),
            Self::Halves(codes) => codes[row],
        }
    }

    /// Calls `take` with every row and its code.
    pub(crate) fn each(&self, mut take: impl FnMut(usize, u16)) {
        match self {
            Self::Bytes(codes) => codes.iter().enumerate().for_each(|(row, &code)| take(row, code.into())),
            Self::Halves(codes) => codes.iter().enumerate().for_each(|(row, &code)| take(row, code)),
        }
    }
}

impl Work {
    pub(crate) fn new(lanes: &Lanes, has_rules: bool) -> Self {
        let wide = lanes.narrowed.iter().flatten().count();
        Self {
            coders: Room::new(lanes.coder_slots),
            pairs: Room::new(lanes.pair_slots),
            narrowed: vec![0; wide * BLOCK],
            scratch: [0; BLOCK],
            rulings: vec![Ruling::default(); if has_rules { BLOCK } else { 0 }],
        }
    }

    /// The codes of a signal in the block coded last.
    pub(crate) fn signal(&self, compiled: &Compiled, at: usize, rows: usize) -> Coded<'_> {
        let (of_pair, slot) = compiled.lanes().of_signal(at, &compiled.tables[at]);
        let room = if of_pair { &self.pairs } else { &self.coders };
        room.codes(slot, rows)
    }

    /// Codes at most [`BLOCK`] rows.
    pub(crate) fn code(
        &mut self,
        compiled: &Compiled,
        plan: &Plan,
        level: Level,
        cells: &[Cells<'_>],
        range: &Range<usize>,
    ) {
        let lanes = compiled.lanes();
        for ((source, coder), &slot) in plan.sources.iter().zip(&compiled.coders).zip(&lanes.coders) {
            let cells = source.column().and_then(|at| cells.get(at)).map(|cells| cells.slice(range.clone()));
            match slot {
                Slot::Byte(at) => {
                    let codes = &mut self.coders.bytes[at * BLOCK..][..range.len()];
                    source.code_bytes(coder, level, cells, &mut self.scratch, codes);
                }
                Slot::Half(at) => {
                    let codes = &mut self.coders.halves[at * BLOCK..][..range.len()];
                    source.code_halves(coder, cells, &mut self.scratch, codes);
                }
            }
        }
        for (table, slot) in compiled.tables.iter().zip(&lanes.pairs) {
            let (Inputs::Two(pair), Some(slot)) = (&table.inputs, *slot) else { continue };
            let coded = pair.coders.map(|coder| self.coders.codes(lanes.coders[coder], range.len()));
            match slot {
                Slot::Byte(at) => {
                    let codes = &mut self.pairs.bytes[at * BLOCK..][..range.len()];
                    combine(pair, coded, codes.iter_mut(), |code| code as u8);
                }
                Slot::Half(at) => {
                    let codes = &mut self.pairs.halves[at * BLOCK..][..range.len()];
                    combine(pair, coded, codes.iter_mut(), |code| code);
                }
            }
        }
    }

    /// What the rules say of at most [`BLOCK`] rows; nothing for a model without rules.
    pub(crate) fn hear(
        &mut self,
        compiled: &Compiled,
        plan: &Plan,
        cells: &[Cells<'_>],
        range: &Range<usize>,
    ) -> &[Ruling] {
        if self.rulings.is_empty() {
            return &[];
        }
        let rulings = &mut self.rulings[..range.len()];
        rulings.fill(Ruling::default());
        for (at, (judge, hearing)) in compiled.judges.iter().zip(&plan.hearings).enumerate() {
            let Some(hearing) = hearing else { continue };
            let Some(cells) = cells.get(hearing.column) else { continue };
            hearing.each_hit(judge, cells.slice(range.clone()), &mut self.scratch, |row| {
                judge.act(at, &mut rulings[row]);
            });
        }
        rulings
    }
}

/// The codes of a combination by those of its two coders.
fn combine<'c, T: 'c>(
    pair: &Pair,
    coded: [Coded<'_>; 2],
    to: impl Iterator<Item = &'c mut T>,
    narrow: impl Fn(u16) -> T,
) {
    if let [Coded::Bytes(first), Coded::Bytes(second)] = coded {
        let codes =
            first.iter().zip(second).map(|(&first, &second)| pair.code([first, second].map(u16::from)));
        return to.zip(codes).for_each(|(to, code)| *to = narrow(code));
    }
    for (row, to) in to.enumerate() {
        *to = narrow(pair.code(coded.map(|codes| codes.at(row))));
    }
}

impl Source {
    fn column(&self) -> Option<usize> {
        match self {
            Self::Absent => None,
            Self::Plain { column, .. } | Self::Values { column, .. } => Some(*column),
        }
    }

    fn code_bytes(
        &self,
        coder: &Coder,
        level: Level,
        cells: Option<Cells<'_>>,
        scratch: &mut [u8],
        to: &mut [u8],
    ) {
        let byte = |code: u16| code as u8;
        match (self, cells) {
            (Self::Plain { .. }, Some(Cells::Numbers(numbers))) if coder.edges().is_some() => {
                let edges = coder.edges().unwrap_or_default();
                kernel::code_numbers(level, numbers, edges, byte(coder.missing()), to);
            }
            (Self::Plain { texts, .. }, Some(cells)) => {
                code_plain(coder, texts.as_deref(), cells, |row, code| to[row] = byte(code));
            }
            (Self::Values { codes: Codes::Ranges { reach, len }, .. }, Some(cells)) => {
                if let Some(positions) = cells.positions(scratch) {
                    kernel::code_ranges(positions, reach, *len, byte(coder.missing()), to);
                }
            }
            (Self::Values { codes: Codes::Bytes(lookup), .. }, Some(cells)) => {
                if let Some(positions) = cells.positions(scratch) {
                    kernel::code_positions(level, positions, lookup, to);
                }
            }
            _ => to.fill(byte(coder.absent())),
        }
    }

    fn code_halves(&self, coder: &Coder, cells: Option<Cells<'_>>, scratch: &mut [u8], to: &mut [u16]) {
        match (self, cells) {
            (Self::Plain { texts, .. }, Some(cells)) => {
                code_plain(coder, texts.as_deref(), cells, |row, code| to[row] = code);
            }
            (Self::Values { codes: Codes::Halves(codes), .. }, Some(cells)) => {
                let Some(positions) = cells.positions(scratch) else { return };
                let last = codes.len() - 1;
                each(positions, |row, at| to[row] = codes[at.min(last)]);
            }
            _ => to.fill(coder.absent()),
        }
    }
}

/// Codes numbers or texts as they are.
fn code_plain(coder: &Coder, texts: Option<&Texts>, cells: Cells<'_>, mut give: impl FnMut(usize, u16)) {
    let of_text = |text: &str| texts.and_then(|texts| texts.code(text)).unwrap_or_else(|| coder.text(text));
    match cells {
        Cells::Numbers(rows) => {
            rows.iter().enumerate().for_each(|(row, &number)| give(row, coder.number(number)));
        }
        Cells::Texts(rows) => {
            rows.iter().enumerate().for_each(|(row, text)| give(row, text.map_or(coder.missing(), of_text)));
        }
        _ => {}
    }
}

impl Plan {
    /// Calls `act` for each of the rows for which the rule at position `at` holds.
    pub(crate) fn each_hit(
        &self,
        compiled: &Compiled,
        at: usize,
        cells: &[Cells<'_>],
        rows: usize,
        mut act: impl FnMut(usize),
    ) {
        let (Some(judge), Some(Some(hearing))) = (compiled.judges.get(at), self.hearings.get(at)) else {
            return;
        };
        let Some(cells) = cells.get(hearing.column) else { return };
        let mut scratch = [0; BLOCK];
        for first in (0..rows).step_by(BLOCK) {
            let block = cells.slice(first..rows.min(first + BLOCK));
            hearing.each_hit(judge, block, &mut scratch, |row| act(first + row));
        }
    }
}

impl Hearing {
    /// Calls `act` for every row for which a rule holds.
    fn each_hit(&self, judge: &Judge, cells: Cells<'_>, scratch: &mut [u8], mut act: impl FnMut(usize)) {
        match cells {
            Cells::Numbers(rows) => {
                let hits = rows.iter().enumerate().filter(|(_, number)| judge.number(**number));
                hits.for_each(|(row, _)| act(row));
            }
            Cells::Texts(rows) => {
                let hits =
                    rows.iter().enumerate().filter(|(_, text)| text.is_some_and(|text| judge.text(text)));
                hits.for_each(|(row, _)| act(row));
            }
            cells => {
                let (Some(positions), Some(holds)) = (cells.positions(scratch), &self.holds) else { return };
                each(positions, |row, at| {
                    if holds.get(at).copied().unwrap_or(false) {
                        act(row);
                    }
                });
            }
        }
    }
}

fn each(positions: Positions<'_>, mut take: impl FnMut(usize, usize)) {
    match positions {
        Positions::Bytes(rows) => rows.iter().enumerate().for_each(|(row, &at)| take(row, at.into())),
        Positions::Halves(rows) => rows.iter().enumerate().for_each(|(row, &at)| take(row, at.into())),
        Positions::Words(rows) => rows.iter().enumerate().for_each(|(row, &at)| take(row, at as usize)),
    }
}

/// Scores all rows of cells.
pub(super) fn score(
    compiled: &Compiled,
    plan: &Plan,
    level: Level,
    cells: &[Cells<'_>],
    rows: usize,
    scores: &mut Scores,
) {
    over_spans(scores.results(rows), |first, results| {
        let mut work = Work::new(compiled.lanes(), !compiled.judges.is_empty());
        over_blocks(first, results, |range, results| {
            work.code(compiled, plan, level, cells, &range);
            let mut codes: [&[u8]; MAX_SIGNALS] = [&[]; MAX_SIGNALS];
            let mut narrowed = work.narrowed.chunks_mut(BLOCK);
            for (codes, &at) in codes.iter_mut().zip(&compiled.lanes().order) {
                let (of_pair, slot) = compiled.lanes().of_signal(at, &compiled.tables[at]);
                let room = if of_pair { &work.pairs } else { &work.coders };
                *codes = bytes(
                    room.codes(slot, range.len()),
                    compiled.lanes().narrowed[at].as_deref(),
                    &mut narrowed,
                );
            }
            kernel::add_up(level, &compiled.lanes().sum, &codes, results);
            let rulings = work.hear(compiled, plan, cells, &range);
            rule(compiled, rulings, results);
        });
    });
}

/// Codes of a byte each: as they are, or by what the codes of a wide signal give.
pub(crate) fn bytes<'a>(
    codes: Coded<'a>,
    narrowed: Option<&[u8]>,
    room: &mut impl Iterator<Item = &'a mut [u8]>,
) -> &'a [u8] {
    match (codes, narrowed, room) {
        (Coded::Bytes(codes), ..) => codes,
        (Coded::Halves(codes), Some(narrowed), room) => {
            let Some(to) = room.next() else { return &[] };
            for (to, &code) in to.iter_mut().zip(codes) {
                *to = narrowed[usize::from(code)];
            }
            &to[..codes.len()]
        }
        (Coded::Halves(_), None, _) => &[],
    }
}

/// Applies what rules say to scores and tiers.
pub(crate) fn rule(compiled: &Compiled, rulings: &[Ruling], results: &mut Results<'_>) {
    let rows = results.scores.iter_mut().zip(results.tiers.iter_mut()).zip(rulings);
    for ((score, tier), ruling) in rows.filter(|(_, ruling)| **ruling != Ruling::default()) {
        let points = i32::from(*score) - compiled.model.card.start;
        let held = compiled.held(points, ruling.manual());
        let then = compiled.tier(held, ruling.disqualified_by.is_some(), *tier == NO_TIER);
        *tier = then.map_or(NO_TIER, |tier| tier.index() as u8);
        *score = u8::try_from(held).unwrap_or(0);
    }
}

/// Calls `score` for all rows, or for parts of them with the position of their first, on several threads where there are many.
pub(crate) fn over_spans(results: Results<'_>, score: impl Fn(usize, Results<'_>) + Sync) {
    #[cfg(feature = "parallel")]
    if results.scores.len() > SPAN && rayon::current_num_threads() > 1 {
        use rayon::prelude::*;
        let spans: Vec<(usize, Results<'_>)> = results.split(SPAN).collect();
        // Each by itself, so that a thread that wakes late, or is held up, leaves the others what it cannot do.
        return spans.into_par_iter().with_max_len(1).for_each(|(first, results)| score(first, results));
    }
    score(0, results);
}

/// Calls `score` for each block of rows, with its range among all rows.
pub(crate) fn over_blocks(
    first: usize,
    results: Results<'_>,
    mut score: impl FnMut(Range<usize>, &mut Results<'_>),
) {
    for (from, mut block) in results.split(BLOCK) {
        let range = first + from..first + from + block.scores.len();
        score(range, &mut block);
    }
}
