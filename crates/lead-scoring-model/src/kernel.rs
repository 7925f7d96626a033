//! The inner loops over rows: from numbers and dictionary codes to one byte a row and signal, and from those to scores.
//!
//! All sums are of bytes. A checked model's lowest and highest score lie 0 to [`crate::MAX_SCORE`] apart, and that distance is the sum over
//! signals of the distance between their fewest points (at most 0) and their most (at least 0). So no sum of points over any signals in
//! any order leaves -100 to 100, and no sum of what is dark (part of that distance for each signal) exceeds 100.
//!
//! There is one set of loops in plain code, which is also the definition, one of much the same code for AVX2, and one written for the byte
//! permutations of AVX-512. Which one runs is found out once; all work on integers and compare floats exactly, so they agree bit by
//! bit.

#[cfg(target_arch = "x86_64")]
mod x86;

mod climb;
mod portable;

pub(crate) use climb::{Climbed, LANES, Ladder};
use std::sync::OnceLock;

/// Rows that the loops take at a time.
pub(crate) const STEP: usize = 64;

/// How many codes a byte tells apart.
pub(crate) const BYTE: usize = 256;

/// What stands for no tier among the positions of [`lead_scoring_core::Tier::ALL`].
pub(crate) const NO_TIER: u8 = 4;

/// Which loops run. Only this module makes one, and only of instructions that the machine has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Level(Loops);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Loops {
    /// Plain code, as wide as the target allows.
    Portable,
    /// The same compiled for AVX2, and its byte permutations where a signal has few codes.
    #[cfg(target_arch = "x86_64")]
    Avx2,
    /// AVX-512 with byte permutations (VBMI).
    #[cfg(target_arch = "x86_64")]
    Avx512,
}

impl Level {
    const PORTABLE: Self = Self(Loops::Portable);

    /// The fastest loops that this machine can run.
    pub(crate) fn best() -> Self {
        static BEST: OnceLock<Level> = OnceLock::new();
        *BEST.get_or_init(|| Self::all().last().copied().unwrap_or(Self::PORTABLE))
    }

    /// All that this machine can run, the slowest first.
    pub(crate) fn all() -> &'static [Self] {
        #[cfg(target_arch = "x86_64")]
        return x86::levels();
        #[cfg(not(target_arch = "x86_64"))]
        return &[Self::PORTABLE];
    }
}

/// Codes of rows, by position in a dictionary; positions beyond it are missing values.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Positions<'a> {
    Bytes(&'a [u8]),
    Halves(&'a [u16]),
    Words(&'a [u32]),
}

/// The code of each value of a dictionary, and last that of missing values.
#[derive(Debug)]
pub(crate) struct Lookup {
    /// At least [`BYTE`], filled up with the last code.
    codes: Vec<u8>,
    /// The position of the last code.
    last: usize,
}

impl Lookup {
    pub(crate) fn new(mut codes: Vec<u8>, missing: u8) -> Self {
        let last = codes.len();
        codes.resize(BYTE.max(last + 1), missing);
        Self { codes, last }
    }

    /// The codes as a table for bytes, with the position of the last; `None` for a larger dictionary.
    fn small(&self) -> Option<(&[u8; BYTE], u8)> {
        Some((self.codes.first_chunk()?, u8::try_from(self.last).ok()?))
    }
}

/// What each code of a signal gives.
#[derive(Clone, Debug)]
#[repr(align(64))]
pub(crate) struct Effects {
    pub(crate) points: [i8; BYTE],
    /// Points not known, at most 100.
    pub(crate) dark: [u8; BYTE],
    /// How many codes there are, at most [`BYTE`].
    pub(crate) codes: usize,
    /// Whether any code leaves points dark.
    pub(crate) any_dark: bool,
}

/// Signals to add up, grouped by dimension, and what to make of the sums.
#[derive(Debug)]
pub(crate) struct Sum {
    /// For each signal what its codes give.
    pub(crate) effects: Vec<Effects>,
    /// Where each dimension's signals end.
    pub(crate) ends: [usize; 4],
    pub(crate) start: i8,
    /// Lowest score of Hot, Warm and Cool; `None` for a model without tiers.
    pub(crate) cuts: Option<[i8; 3]>,
    /// The most points that may be dark in a lead with a tier; below 0 for none.
    pub(crate) most_dark: i8,
}

/// Where the results of rows go: slices of one length.
#[derive(Debug)]
pub(crate) struct Results<'a> {
    pub(crate) scores: &'a mut [u8],
    pub(crate) tiers: &'a mut [u8],
    pub(crate) subtotals: [&'a mut [i8]; 4],
}

impl<'a> Results<'a> {
    /// Parts of `rows` rows, the last of what is left, with the position of each part's first row.
    pub(crate) fn split(self, rows: usize) -> impl Iterator<Item = (usize, Results<'a>)> {
        let [a, b, c, d] = self.subtotals.map(|subtotals| subtotals.chunks_mut(rows));
        let parts = self.scores.chunks_mut(rows).zip(self.tiers.chunks_mut(rows));
        let parts = parts.zip(a.zip(b)).zip(c.zip(d)).enumerate();
        parts.map(move |(at, (((scores, tiers), (a, b)), (c, d)))| {
            (at * rows, Results { scores, tiers, subtotals: [a, b, c, d] })
        })
    }
}

/// Codes numbers by at most 252 edges: with missing, unseen and absent values no more than a byte tells apart.
pub(crate) fn code_numbers(level: Level, numbers: &[f64], edges: &[f64], missing: u8, codes: &mut [u8]) {
    match level.0 {
        Loops::Portable => portable::code_numbers(numbers, edges, missing, codes),
        #[cfg(target_arch = "x86_64")]
        loops => x86::code_numbers(loops, numbers, edges, missing, codes),
    }
}

/// Codes positions in a dictionary.
pub(crate) fn code_positions(level: Level, positions: Positions<'_>, lookup: &Lookup, codes: &mut [u8]) {
    let Some((table, last)) = lookup.small() else {
        return portable::code_large(positions, &lookup.codes, lookup.last, codes);
    };
    match level.0 {
        Loops::Portable => portable::code_positions(positions, table, last, codes),
        #[cfg(target_arch = "x86_64")]
        loops => x86::code_positions(loops, positions, table, last, codes),
    }
}

/// Codes positions among `len` ascending numbers by how many of at most 252 edges they reach; `reach` has for each edge the first position
/// that does.
pub(crate) fn code_ranges(positions: Positions<'_>, reach: &[u32], len: u32, missing: u8, codes: &mut [u8]) {
    portable::code_ranges(positions, reach, len, missing, codes);
}

/// Adds up the signals whose codes are given, as many as `sum` has effects.
pub(crate) fn add_up(level: Level, sum: &Sum, codes: &[&[u8]], results: &mut Results<'_>) {
    match level.0 {
        Loops::Portable => portable::add_up(sum, codes, results),
        #[cfg(target_arch = "x86_64")]
        loops => x86::add_up(loops, sum, codes, results),
    }
}

/// What numbers, given as their bits, are worth by the edges that they reach; eight for each ladder.
#[inline]
pub(crate) fn climb(level: Level, ladders: &[Ladder], numbers: &[[u64; LANES]]) -> Climbed {
    match level.0 {
        Loops::Portable => climb::climb(ladders, numbers),
        #[cfg(target_arch = "x86_64")]
        loops => x86::climb(loops, ladders, numbers),
    }
}

#[cfg(test)]
mod tests;
