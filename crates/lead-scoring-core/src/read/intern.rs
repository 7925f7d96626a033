//! Distinct texts of a column, numbered as they first appear.

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use std::hash::{BuildHasher, Hasher};

/// Distinct texts, end to end in one buffer.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    arena: String,
    /// Where each text ends in the buffer; the next begins there.
    ends: Vec<usize>,
}

impl Texts {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a code; `None` beyond the last, as for missing cells.
    pub(super) fn get(&self, code: u32) -> Option<&str> {
        self.arena.get(self.range(code)?)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(&start, &end)| &self.arena[start..end])
    }

    fn range(&self, code: u32) -> Option<std::ops::Range<usize>> {
        let at = code as usize;
        let end = *self.ends.get(at)?;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        Some(start..end)
    }

    fn is(&self, code: u32, text: &[u8]) -> bool {
        self.range(code).is_some_and(|range| &self.arena.as_bytes()[range] == text)
    }
}

/// Finds the code of a text, giving new texts the next one.
///
/// The hash has a fixed seed: codes follow the order of appearance alone, and equal input takes equal time.
#[derive(Debug, Default)]
pub(super) struct Interner {
    texts: Texts,
    codes: HashTable<u32>,
    previous: u32,
}

impl Interner {
    /// The code of a text; `None` for bytes that are not UTF-8 and where codes run out.
    pub(super) fn code(&mut self, text: &[u8]) -> Option<u32> {
        // Exports are often sorted: the cell above is the likeliest.
        if !self.texts.is(self.previous, text) {
            self.previous = self.look_up(text)?;
        }
        Some(self.previous)
    }

    fn look_up(&mut self, text: &[u8]) -> Option<u32> {
        let hash = hash_of(text);
        if let Some(&code) = self.codes.find(hash, |&code| self.texts.is(code, text)) {
            return Some(code);
        }
        let code = u32::try_from(self.texts.len()).ok().filter(|&code| code != crate::MISSING)?;
        self.texts.arena.push_str(std::str::from_utf8(text).ok()?);
        self.texts.ends.push(self.texts.arena.len());
        let texts = &self.texts;
        let rehash = |&code: &u32| texts.get(code).map_or(0, |text| hash_of(text.as_bytes()));
        self.codes.insert_unique(hash, code, rehash);
        Some(code)
    }

    pub(super) fn into_texts(self) -> Texts {
        self.texts
    }
}

fn hash_of(text: &[u8]) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(text);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_follow_first_appearance() {
        let mut interner = Interner::default();
        let codes: Vec<u32> =
            ["b", "", "a", "a", "b", "ä"].iter().map(|t| interner.code(t.as_bytes()).unwrap()).collect();
        assert_eq!(codes, [0, 1, 2, 2, 0, 3]);
        assert_eq!(interner.code(b"\xFF"), None);
        let texts = interner.into_texts();
        assert_eq!(texts.iter().collect::<Vec<_>>(), ["b", "", "a", "ä"]);
        assert_eq!((texts.get(3), texts.get(4), texts.get(crate::MISSING)), (Some("ä"), None, None));
    }

    #[test]
    fn many_texts_keep_their_codes() {
        let mut interner = Interner::default();
        for round in 0..2 {
            for i in 0..10_000_u32 {
                assert_eq!(interner.code(i.to_string().as_bytes()), Some(i), "round {round}");
            }
        }
    }
}
