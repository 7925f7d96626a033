//! The numbers of a lead, coded together: each edge is compared with eight numbers at a time, without a branch.

use super::gain::Gain;

/// The numbers that are coded together.
pub(crate) const WIDTH: usize = 8;
/// The most edges of a range that is coded so.
pub(crate) const MOST_EDGES: usize = 8;
/// Room for what the bins and a missing value add; a power of two.
const ROOM: usize = 16;

/// Eight fields of numbers, each read by one signal by few ranges.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    /// First the lowest number, then the first edge of each field, the second and so on, and infinity as often as it takes. A number that
    /// reaches none of them is missing, as is one that reaches all.
    edges: Vec<[f64; WIDTH]>,
    /// For each field what a number adds by how many edges it reaches.
    gains: [[Gain; ROOM]; WIDTH],
    taken: usize,
}

impl Numbers {
    /// No field yet.
    pub(super) fn new() -> Self {
        let edges = vec![[f64::MIN; WIDTH], [f64::INFINITY; WIDTH]];
        Self { edges, gains: [[Gain::default(); ROOM]; WIDTH], taken: 0 }
    }

    /// Whether there is no room for another field.
    pub(super) fn is_full(&self) -> bool {
        self.taken == WIDTH
    }

    /// Adds a field with at most [`MOST_EDGES`] edges, where there is room; `gains` are for its bins and then for a missing value. Gives its
    /// place.
    pub(super) fn push(&mut self, edges: &[f64], gains: &[Gain]) -> usize {
        let place = self.taken;
        // One more for the lowest number, one for infinity.
        self.edges.resize(self.edges.len().max(edges.len() + 2), [f64::INFINITY; WIDTH]);
        for (row, edge) in self.edges.iter_mut().skip(1).zip(edges) {
            row[place] = *edge;
        }
        if let Some((missing, bins)) = gains.split_last() {
            self.gains[place] = [*missing; ROOM];
            for (own, gain) in self.gains[place].iter_mut().skip(1).zip(bins) {
                *own = *gain;
            }
        }
        self.taken += 1;
        place
    }

    /// Adds what numbers are worth; one that is not finite is missing.
    #[inline]
    pub(super) fn add(&self, numbers: &[f64; WIDTH], gain: &mut Gain) {
        // As wide as the numbers themselves.
        let mut reached = [0_u64; WIDTH];
        for row in &self.edges {
            count(&mut reached, row, numbers);
        }
        for (reached, gains) in reached.iter().zip(&self.gains) {
            gain.add(&gains[*reached as usize % ROOM]);
        }
    }
}

/// Counts the edges of one row that are reached. Apart, so that compilers take the eight fields side by side and not the rows.
#[inline(never)]
fn count(reached: &mut [u64; WIDTH], edges: &[f64; WIDTH], numbers: &[f64; WIDTH]) {
    for ((reached, edge), number) in reached.iter_mut().zip(edges).zip(numbers) {
        *reached += u64::from(edge <= number);
    }
}
