//! The sums over signals: points, strongest signal and unknown signals of each row.

use super::Scorer;
use super::lane::Lane;
use super::outcome::Outcomes;
use super::rules::Applied;
use crate::Scored;

/// Rows per block: with 14 bytes of running sums a row, a block and the codes it reads fit a first-level cache of 48 KiB.
const BLOCK: usize = 2048;

/// The running sums of a row.
#[derive(Clone, Copy, Default)]
pub(super) struct Sums {
    /// Signals not known, a bit each: no value, or no column.
    pub(super) unknown: u32,
    /// Points by dimension.
    pub(super) points: [i16; 4],
    /// The most points of a signal in the upper byte, its precedence in the lower.
    pub(super) top: u16,
}

impl Sums {
    /// The signal that gave the most points; `None` where none gave any.
    pub(super) fn top(&self) -> Option<u8> {
        let [points, precedence] = self.top.to_be_bytes();
        (points > 0).then_some(u8::MAX - precedence)
    }
}

pub(super) fn score(scorer: Scorer, rows: usize, lanes: &[Lane<'_>], applied: Applied) -> Scored {
    let mut outcomes = Outcomes::new(scorer, rows, applied, lanes);
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
