//! What may still come of the signals that are unknown for a lead, where each goes by one field that no other reads.
//!
//! Then no field's share is that of several signals, and one pass over the unknown ones finds everything.

use crate::MAX_SIGNALS;
use crate::compiled::{Coder, Inputs, Table};

/// As many as a mask has bits, so that no position needs a check.
const PLACES: usize = u32::BITS as usize;
const _: () = assert!(MAX_SIGNALS <= PLACES);

/// By signal what its lack leaves open.
#[derive(Debug, Default)]
pub(crate) struct Blanks([Blank; PLACES]);

/// What the lack of a signal leaves open, or of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Blank {
    /// How many signals they are.
    pub(super) count: i32,
    /// The most the score may fall once they are known, at most 0.
    pub(super) fall: i32,
    /// The most it may rise, at least 0.
    pub(super) rise: i32,
    /// Their part of the model's point range in which the lead's points are not known.
    pub(super) dark: i32,
    /// By how much the points may change, above the precedence of the field to fill in; 0 where filling it in tells nothing.
    tells: u32,
}

impl Blanks {
    /// What signals of one field leave open.
    pub(super) fn new(coders: &[Coder], tables: &[Table]) -> Self {
        let mut blanks = Self::default();
        for (blank, table) in blanks.0.iter_mut().zip(tables) {
            let Inputs::One(coder) = table.inputs else { continue };
            let missing = coders.get(coder).map(|coder| usize::from(coder.missing()));
            let Some(open) = missing.and_then(|code| table.open.get(code)) else { continue };
            // Of fields that tell as much the first.
            let precedence = u32::from(u8::MAX).saturating_sub(open.fields.trailing_zeros());
            let width = (open.rise - open.fall).unsigned_abs();
            let tells = if width > 0 && open.fields != 0 { width << 8 | precedence } else { 0 };
            *blank = Blank { count: 1, fall: open.fall, rise: open.rise, dark: open.dark, tells };
        }
        blanks
    }

    /// What the lack of the signals of `mask` leaves open.
    #[inline(always)]
    pub(super) fn of(&self, mut mask: u32) -> Blank {
        let mut all = Blank::default();
        while mask != 0 {
            let blank = &self.0[mask.trailing_zeros() as usize % PLACES];
            mask &= mask - 1;
            all.count += blank.count;
            all.fall += blank.fall;
            all.rise += blank.rise;
            all.dark += blank.dark;
            all.tells = all.tells.max(blank.tells);
        }
        all
    }
}

impl Blank {
    /// The field that would tell most if it were filled in.
    #[inline(always)]
    pub(super) fn fill(&self) -> Option<u8> {
        (self.tells > 0).then_some(u8::MAX - self.tells as u8)
    }
}
