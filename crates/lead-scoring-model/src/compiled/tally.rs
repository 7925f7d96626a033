//! From codes to the outcome of a lead.

use super::{Compiled, MOST_FIELDS, Ruling, Table};
use crate::MAX_SIGNALS;
use crate::scored::Outcome;
use lead_scoring_core::Tier;

/// The running sums of a lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    /// Signals not known, a bit each.
    pub(crate) unknown: u32,
    /// Points by dimension.
    pub(crate) points: [i16; 4],
    /// The most points of a signal in the upper byte, its precedence in the lower.
    pub(crate) top: u16,
}

/// What follows from the signals that are not known of a lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unknowns {
    /// The most the score may fall if they were known, at most 0.
    pub(crate) lowest: i32,
    /// The most it may rise, at least 0.
    pub(crate) highest: i32,
    /// The field to fill in first, by its position among the model's fields.
    pub(crate) fill: Option<u8>,
    /// Whether too little is known to score the lead.
    pub(crate) too_many: bool,
}

impl Sums {
    /// Adds the signal at position `at`, which has `code`.
    pub(crate) fn add(&mut self, at: usize, table: &Table, code: u16) {
        let cell = table.cells[usize::from(code)];
        self.points[table.dimension] += i16::from(cell.points);
        self.unknown |= u32::from(cell.unknown) << (at % MAX_SIGNALS);
        // Of signals of equal points the first.
        let precedence = usize::from(u8::MAX).saturating_sub(at) as u16;
        self.top = self.top.max(u16::from(cell.points.max(0).unsigned_abs()) << 8 | precedence);
    }

    /// The signal that gave the most points; `None` where none gave any.
    #[inline]
    pub(crate) fn top(&self) -> Option<u8> {
        let [points, precedence] = self.top.to_be_bytes();
        (points > 0).then_some(u8::MAX - precedence)
    }
}

impl Compiled {
    /// What follows where the signals of `mask` are not known; `code` gives the code of a signal.
    #[inline]
    pub(crate) fn unknowns(&self, mask: u32, code: impl Fn(usize) -> u16) -> Unknowns {
        if mask & mask.wrapping_sub(1) == 0 {
            self.unknown(mask, code)
        } else {
            self.several_unknown(mask, code)
        }
    }

    /// The same for one signal or none, which most leads are.
    #[inline]
    fn unknown(&self, mask: u32, code: impl Fn(usize) -> u16) -> Unknowns {
        let mut unknowns = Unknowns { too_many: self.tables.is_empty(), ..Unknowns::default() };
        if mask != 0 {
            let at = mask.trailing_zeros() as usize;
            let open = &self.tables[at].open[usize::from(code(at))];
            let tells = open.rise > open.fall && open.fields != 0;
            unknowns.lowest = open.fall;
            unknowns.highest = open.rise;
            unknowns.fill = tells.then_some(open.fields.trailing_zeros() as u8);
            unknowns.too_many |= open.dark > self.most_dark;
        }
        unknowns
    }

    fn several_unknown(&self, mask: u32, code: impl Fn(usize) -> u16) -> Unknowns {
        let mut unknowns = Unknowns::default();
        let mut dark = 0;
        let mut by_field = [0; MOST_FIELDS];
        let (mut signals, mut touched) = (mask, 0_u64);
        while signals != 0 {
            let at = signals.trailing_zeros() as usize;
            signals &= signals - 1;
            let open = &self.tables[at].open[usize::from(code(at))];
            unknowns.lowest += open.fall;
            unknowns.highest += open.rise;
            dark += open.dark;
            touched |= open.fields;
            let mut fields = open.fields;
            while fields != 0 {
                by_field[fields.trailing_zeros() as usize] += open.rise - open.fall;
                fields &= fields - 1;
            }
        }
        // The first of the widest.
        let mut widest = 0;
        while touched != 0 {
            let at = touched.trailing_zeros() as u8;
            touched &= touched - 1;
            if by_field[usize::from(at)] > widest {
                widest = by_field[usize::from(at)];
                unknowns.fill = Some(at);
            }
        }
        unknowns.too_many = dark > self.most_dark;
        unknowns
    }

    /// The score at these points of all signals together and manual points, held inside the range.
    pub(crate) fn held(&self, points: i32, manual: i32) -> i32 {
        let (low, high) = self.range;
        (self.model.card.start + points).saturating_add(manual).clamp(low, high)
    }

    /// The tier at a score.
    pub(crate) fn tier(&self, score: i32, disqualified: bool, too_many_unknown: bool) -> Option<Tier> {
        match (disqualified, too_many_unknown) {
            (true, _) => Some(Tier::Cold),
            (false, true) => None,
            (false, false) => self.model.tiers.map(|cuts| cuts.tier(score)),
        }
    }

    /// What is said of a lead.
    #[inline]
    pub(crate) fn outcome(&self, sums: &Sums, unknowns: &Unknowns, ruling: &Ruling) -> Outcome {
        let subtotals = sums.points.map(i32::from);
        let (points, manual) = (subtotals.iter().sum::<i32>(), ruling.manual());
        let score = self.held(points, manual);
        Outcome {
            score,
            subtotals,
            tier: self.tier(score, ruling.disqualified_by.is_some(), unknowns.too_many),
            probability: self.model.probability.at(self.model.card.start + points),
            possible: (
                self.held(points + unknowns.lowest, manual),
                self.held(points + unknowns.highest, manual),
            ),
            top: sums.top(),
            fill: unknowns.fill,
            unknown: sums.unknown,
            manual,
            disqualified_by: ruling.disqualified_by,
            unscoreable: unknowns.too_many,
        }
    }
}
