//! What a code of a signal adds to a lead, in as few numbers as will do: four sums of points are one addition.

use crate::compiled::{Sums, Table};
use crate::kernel::Climbed;

/// What codes of signals add.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Gain {
    /// Sums by dimension of sixteen bits each; every signal counts [`LIFT`] more in each, so that none is below 0. A checked model has no
    /// points beyond 100 and at most 30 signals, so none reaches 65,536.
    points: u64,
    unknown: u32,
    top: u32,
}

/// What texts add that the model knows: points of them all, and the strongest signal. Kept by halves, so that it needs no room to be aligned.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    points: [u32; 2],
    top: u32,
}

/// As much in each dimension as makes any points positive.
const LIFT: u64 = 0x0080_0080_0080_0080;

impl Gain {
    /// What a code of the signal at position `at` adds.
    pub(super) fn of(at: usize, table: &Table, code: u16) -> Self {
        let mut sums = Sums::default();
        sums.add(at, table, code);
        let shifted = |(dimension, points): (u32, &i16)| i64::from(*points) << (16 * dimension);
        let points = (0..).zip(&sums.points).map(shifted).fold(LIFT, u64::wrapping_add_signed);
        Self { points, unknown: sums.unknown, top: sums.top.into() }
    }

    #[inline(always)]
    pub(super) fn add(&mut self, other: &Self) {
        self.points = self.points.wrapping_add(other.points);
        self.unknown |= other.unknown;
        self.top = self.top.max(other.top);
    }

    /// The same of a value that is known.
    pub(super) fn known(&self) -> Option<Known> {
        let points = [self.points as u32, (self.points >> 32) as u32];
        (self.unknown == 0).then_some(Known { points, top: self.top })
    }

    /// Adds what known texts came to.
    #[inline(always)]
    pub(super) fn add_known(&mut self, sum: &KnownSum) {
        self.add(&Self { points: sum.points, unknown: 0, top: sum.top });
    }

    /// The points, and the rest in one number: the unknown signal above the strongest one.
    pub(super) fn pair(&self) -> [u64; 2] {
        [self.points, u64::from(self.unknown) << 32 | u64::from(self.top)]
    }

    /// Adds what numbers came to that were given as such pairs.
    #[inline]
    pub(super) fn add_climbed(&mut self, climbed: &Climbed) {
        self.add(&Self { points: climbed.points, unknown: climbed.uppers, top: climbed.lowers });
    }

    /// The sums of so many signals.
    #[inline(always)]
    pub(super) fn sums(&self, signals: usize) -> Sums {
        let points = self.subtotals(signals).map(|points| points as i16);
        Sums { points, unknown: self.unknown, top: self.top as u16 }
    }

    /// The points of so many signals by dimension.
    #[inline(always)]
    pub(super) fn subtotals(&self, signals: usize) -> [i32; 4] {
        let lift = (LIFT as u16).wrapping_mul(signals as u16);
        let points = |bits| i32::from((self.points >> bits) as u16) - i32::from(lift);
        [points(0), points(16), points(32), points(48)]
    }

    /// The signals that are unknown, a bit each.
    #[inline(always)]
    pub(super) fn unknown(&self) -> u32 {
        self.unknown
    }

    /// The signal that gave the most points; `None` where none gave any.
    #[inline(always)]
    pub(super) fn top(&self) -> Option<u8> {
        Sums { top: self.top as u16, ..Sums::default() }.top()
    }
}

/// What several known texts add.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct KnownSum {
    points: u64,
    top: u32,
}

impl KnownSum {
    #[inline(always)]
    pub(super) fn add(&mut self, known: &Known) {
        let [low, high] = known.points.map(u64::from);
        self.points = self.points.wrapping_add(high << 32 | low);
        self.top = self.top.max(known.top);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compiled::{Cell, Inputs};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn gains_come_to_the_same_sums(cells in prop::collection::vec((-100..=100_i8, any::<bool>(), 0..4_usize), 0..=30)) {
            let (mut sums, mut gain) = (Sums::default(), Gain::default());
            for (at, &(points, unknown, dimension)) in cells.iter().enumerate() {
                let cells = vec![Cell { points, unknown }];
                let table = Table { dimension, inputs: Inputs::One(0), cells, open: Vec::new() };
                sums.add(at, &table, 0);
                gain.add(&Gain::of(at, &table, 0));
            }
            prop_assert_eq!(gain.sums(cells.len()), sums);
        }
    }
}
