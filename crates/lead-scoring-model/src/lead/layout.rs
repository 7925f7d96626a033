//! What the fields of structs mean, found by where their names stand in the program.
//!
//! A struct gives `serde` the same names in the same memory with every lead, and what a name means does not change. So each name is looked
//! up once and then known by its address and length. Names beyond the room there is are looked up every time.

use super::names::Meaning;
use std::array;
use std::sync::OnceLock;

/// As many as a power of two.
const PLACES: usize = 256;
/// At how many places a name may stand.
const TRIES: usize = 4;
/// Odd, with bits set at random: the golden ratio.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Names that have been met, with what they mean.
#[derive(Debug)]
pub(crate) struct Layout {
    places: Box<[OnceLock<(&'static str, Meaning)>; PLACES]>,
}

impl Layout {
    pub(crate) fn new() -> Self {
        Self { places: Box::new(array::from_fn(|_| OnceLock::new())) }
    }

    /// What a name means, which is looked up where it is new.
    #[inline(always)]
    pub(crate) fn meaning(&self, name: &'static str, look_up: impl FnOnce() -> Meaning) -> Meaning {
        let home = ((name.as_ptr().addr() as u64).wrapping_mul(FACTOR) >> 32) as usize;
        for step in 0..TRIES {
            let Some((known, meaning)) = self.places[(home + step) % PLACES].get() else { break };
            if known.as_ptr() == name.as_ptr() && known.len() == name.len() {
                return *meaning;
            }
        }
        self.learn(name, home, look_up())
    }

    /// Keeps what a name means, where there is room.
    #[cold]
    fn learn(&self, name: &'static str, home: usize, meaning: Meaning) -> Meaning {
        let mut places = (0..TRIES).map(|step| &self.places[(home + step) % PLACES]);
        places.find(|place| place.set((name, meaning)).is_ok());
        meaning
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    #[test]
    fn names_are_looked_up_once_and_many_are_right() {
        let layout = Layout::new();
        static NAMES: LazyLock<Vec<String>> =
            LazyLock::new(|| (0..1000).map(|at| format!("name_{at}")).collect());
        for round in 0..2 {
            let mut looked_up = 0;
            for (at, name) in NAMES.iter().enumerate() {
                let meaning = layout.meaning(name, || {
                    looked_up += 1;
                    Meaning::Field(at)
                });
                assert_eq!(meaning, Meaning::Field(at));
            }
            assert_eq!(looked_up == NAMES.len(), round == 0, "{looked_up} in round {round}");
        }
    }

    #[test]
    fn a_part_of_a_name_is_another_name() {
        let (layout, name) = (Layout::new(), "company_size");
        assert_eq!(layout.meaning(name, || Meaning::Field(1)), Meaning::Field(1));
        assert_eq!(layout.meaning(&name[..7], || Meaning::Nothing), Meaning::Nothing);
        assert_eq!(layout.meaning(name, || Meaning::Nothing), Meaning::Field(1));
    }
}
