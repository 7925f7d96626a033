//! A set of small positions that stays off the heap as long as they are below 128, as they are for all but the oddest models.

const WORD: usize = u64::BITS as usize;
const NEAR: usize = 2;

/// A set of positions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bits {
    near: [u64; NEAR],
    far: Vec<u64>,
}

impl Bits {
    /// Adds a position; `false` where it is there already.
    #[inline]
    pub(crate) fn add(&mut self, at: usize) -> bool {
        let (word, bit) = (at / WORD, 1 << (at % WORD));
        let word = match self.near.get_mut(word) {
            Some(near) => near,
            None => self.far(word - NEAR),
        };
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    /// Whether a position is there.
    #[inline]
    pub(crate) fn has(&self, at: usize) -> bool {
        let (word, bit) = (at / WORD, 1 << (at % WORD));
        let word = self.near.get(word).or_else(|| self.far.get(word.checked_sub(NEAR)?));
        word.is_some_and(|word| word & bit != 0)
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.near.iter().chain(&self.far).all(|word| *word == 0)
    }

    /// The positions up to `end`, ascending.
    pub(crate) fn below(&self, end: usize) -> impl Iterator<Item = usize> {
        (0..end).filter(|&at| self.has(at))
    }

    #[cold]
    fn far(&mut self, at: usize) -> &mut u64 {
        if self.far.len() <= at {
            self.far.resize(at + 1, 0);
        }
        &mut self.far[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_near_and_far_are_kept() {
        let mut bits = Bits::default();
        assert!(bits.is_empty());
        let positions = [0, 63, 64, 127, 128, 1000];
        assert!(positions.iter().all(|&at| bits.add(at)) && positions.iter().all(|&at| !bits.add(at)));
        assert_eq!(bits.below(2000).collect::<Vec<_>>(), positions);
        assert!(!bits.is_empty() && !bits.has(129) && !bits.has(9999));
    }
}
