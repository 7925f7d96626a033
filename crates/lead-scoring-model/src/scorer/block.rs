//! The sums over signals: points, strongest signal and unknown signals of each row.

use super::outcome::Outcomes;
use super::rules::Applied;
use super::{MISSING, Scorer};
use crate::{Scored, Signal};
use lead_scoring_core::Column;

/// Rows per block: with 14 bytes of running sums a row, a block and the codes it reads fit a first-level cache of 48 KiB.
const BLOCK: usize = 2048;

/// One signal ready to be added up.
pub(super) struct Lane<'a> {
    /// Where the points go, an index of a dimension.
    dimension: usize,
    /// Ranks signals of equal points: the earlier the greater.
    precedence: u16,
    /// The signal's bit among the unknown signals.
    bit: u32,
    source: Source<'a>,
}

enum Source<'a> {
    /// No column: unknown for every row.
    Unmapped,
    /// Codes of rows, and points by code; the last entry is for missing values.
    Column { codes: &'a [u32], points: Vec<i8> },
}

impl<'a> Lane<'a> {
    /// The lane of the signal at position `at` (below [`crate::MAX_SIGNALS`]).
    pub(super) fn new(at: usize, signal: &Signal, column: Option<&'a Column>) -> Self {
        let source = column.map_or(Source::Unmapped, |column| {
            // A model that passed its check has no points beyond -100 to 100.
            let by_bin: Vec<i8> =
                signal.points_by_code().into_iter().map(|points| i8::try_from(points).unwrap_or(0)).collect();
            let worth = |code: usize| by_bin.get(code).copied().unwrap_or(0);
            let values = signal.binning.code_values(column.values());
            let points = values.into_iter().chain([signal.binning.missing_code()]).map(worth).collect();
            Source::Column { codes: column.codes(), points }
        });
        Self {
            dimension: signal.dimension.index(),
            precedence: u16::try_from(usize::from(u8::MAX).saturating_sub(at)).unwrap_or(0),
            bit: 1 << (at % 32),
            source,
        }
    }

    /// The signal's bit where it has no column, otherwise 0.
    fn unmapped(&self) -> u32 {
        if matches!(self.source, Source::Unmapped) { self.bit } else { 0 }
    }

    /// Adds the signal to the sums of the rows from `first` on.
    fn add(&self, first: usize, sums: &mut [Sums]) {
        let Source::Column { codes, points } = &self.source else {
            sums.iter_mut().for_each(|sums| sums.unknown |= self.bit);
            return;
        };
        let missing = points.len() - 1;
        for (sums, &code) in sums.iter_mut().zip(&codes[first..]) {
            let points = points[(code as usize).min(missing)];
            sums.points[self.dimension] += i16::from(points);
            sums.top = sums.top.max(u16::from(points.max(0).unsigned_abs()) << 8 | self.precedence);
            sums.unknown |= if code == MISSING { self.bit } else { 0 };
        }
    }
}

/// The running sums of a row.
#[derive(Clone, Copy, Default)]
pub(super) struct Sums {
    /// Signals not known, a bit each: no value, or no column.
    pub(super) unknown: u32,
    /// Points by dimension.
    pub(super) points: [i16; 4],
    /// The most points of a signal in the upper byte, its precedence in the lower.
    top: u16,
}

impl Sums {
    /// The signal that gave the most points; `None` where none gave any.
    pub(super) fn top(&self) -> Option<u8> {
        let [points, precedence] = self.top.to_be_bytes();
        (points > 0).then_some(u8::MAX - precedence)
    }
}

pub(super) fn score(scorer: Scorer, rows: usize, lanes: &[Lane<'_>], applied: Applied) -> Scored {
    let unmapped = lanes.iter().fold(0, |mask, lane| mask | lane.unmapped());
    let mut outcomes = Outcomes::new(scorer, rows, applied, unmapped);
    let mut sums = [Sums::default(); BLOCK];
    for first in (0..rows).step_by(BLOCK) {
        let block = &mut sums[..BLOCK.min(rows - first)];
        block.fill(Sums::default());
        for lane in lanes {
            lane.add(first, block);
        }
        block.iter().for_each(|sums| outcomes.push(sums));
    }
    outcomes.finish()
}
