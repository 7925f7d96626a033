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
    top: u16,
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
        Self { points, unknown: sums.unknown, top: sums.top }
    }

    #[inline]
    pub(super) fn add(&mut self, other: &Self) {
        self.points = self.points.wrapping_add(other.points);
        self.unknown |= other.unknown;
        self.top = self.top.max(other.top);
    }

    /// The points, and the rest in one number: the unknown signal above the strongest one.
    pub(super) fn pair(&self) -> [u64; 2] {
        [self.points, u64::from(self.unknown) << 32 | u64::from(self.top)]
    }

    /// Adds what numbers came to that were given as such pairs.
    #[inline]
    pub(super) fn add_climbed(&mut self, climbed: &Climbed) {
        let top = climbed.lowers as u16;
        self.add(&Self { points: climbed.points, unknown: climbed.uppers, top });
    }

    /// The sums of so many signals.
    #[inline]
    pub(super) fn sums(&self, signals: usize) -> Sums {
        let lift = ((LIFT as u16).wrapping_mul(signals as u16)) as i16;
        let points = [0, 16, 32, 48].map(|bits| ((self.points >> bits) as i16).wrapping_sub(lift));
        Sums { points, unknown: self.unknown, top: self.top }
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
