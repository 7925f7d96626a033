//! The numbers of a lead, coded together: each edge is compared with eight numbers at a time, without a branch or a look-up.

use super::gain::Gain;
use crate::kernel::{LANES, Ladder, Level, climb};

/// The most edges of a range that is coded so.
pub(crate) const MOST_EDGES: usize = 8;

/// The fields of numbers that are each read by one signal by few ranges.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    /// Eight fields each. A number climbs the edges of its field; each adds what it takes from what the code so far adds to what the next one
    /// does. One that is not finite is missing.
    ladders: Vec<Ladder>,
    taken: usize,
    level: Level,
}

impl Numbers {
    /// No field yet.
    pub(super) fn new() -> Self {
        Self { ladders: Vec::new(), taken: 0, level: Level::best() }
    }

    /// Adds a field with at most [`MOST_EDGES`] edges; `gains` are for its bins and then for a missing value. Gives its place.
    pub(super) fn push(&mut self, edges: &[f64], gains: &[Gain]) -> usize {
        let (place, lane) = (self.taken, self.taken % LANES);
        if lane == 0 {
            self.ladders.push(Ladder::default());
        }
        if let (Some(ladder), Some((missing, bins))) = (self.ladders.last_mut(), gains.split_last()) {
            let mut bins = bins.iter().map(Gain::pair);
            let first = bins.next().unwrap_or_default();
            ladder.set(lane, missing.pair(), first, edges.iter().copied().zip(bins));
        }
        self.taken += 1;
        place
    }

    /// Adds what numbers, given as their bits, are worth; one that is not finite is missing.
    #[inline]
    pub(super) fn add(&self, numbers: &[[u64; LANES]], gain: &mut Gain) {
        if !self.ladders.is_empty() {
            gain.add_climbed(&climb(self.level, &self.ladders, numbers));
        }
    }
}
