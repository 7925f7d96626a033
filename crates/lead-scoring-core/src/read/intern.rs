//! Distinct texts of a column, numbered as they first appear.

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use std::hash::{BuildHasher, Hasher};
use std::ops::Range;

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

    fn range(&self, code: u32) -> Option<Range<usize>> {
        let at = code as usize;
        let end = *self.ends.get(at)?;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        Some(start..end)
    }

    fn is(&self, code: u32, text: &[u8]) -> bool {
        self.range(code).is_some_and(|range| &self.arena.as_bytes()[range] == text)
    }
}

/// How many bytes must follow a text in its buffer, so that a key is cut from it without looking at its length first.
pub(super) const PADDING: usize = 16;

/// What is compared first: the first sixteen bytes of a text, or the first and last eight of a longer one, and the length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    head: u64,
    tail: u64,
    len: usize,
}

impl Key {
    /// The key of `buffer[range]`; `None` where the buffer lacks its [`PADDING`].
    fn new(buffer: &[u8], range: &Range<usize>) -> Option<Self> {
        let len = range.len();
        let first = u128::from_le_bytes(*buffer.get(range.start..)?.first_chunk::<PADDING>()?);
        // Whole texts are what remains of sixteen bytes; a shift by all 128 bits would overflow.
        let unused = (PADDING.saturating_sub(len) * 8) as u32;
        let first = first & u128::MAX.checked_shr(unused).unwrap_or(0);
        let (head, mut tail) = (first as u64, (first >> 64) as u64);
        if len > PADDING {
            tail = u64::from_le_bytes(*buffer.get(range.clone())?.last_chunk()?);
        }
        Some(Self { head, tail, len })
    }

    /// Whether texts with this key are equal.
    const fn is_whole(&self) -> bool {
        self.len <= PADDING
    }

    /// The hash of the text with this key. The seed is fixed: equal input takes equal time.
    fn hash(&self, text: &[u8]) -> u64 {
        if self.is_whole() {
            // One wide product mixes all bits of both words; the constants are digits of pi.
            let one = u128::from(self.head ^ 0x243F_6A88_85A3_08D3);
            let product = one * u128::from(self.tail ^ self.len as u64 ^ 0x1319_8A2E_0370_7344);
            return product as u64 ^ (product >> 64) as u64;
        }
        let mut hasher = FixedState::default().build_hasher();
        hasher.write(text);
        hasher.finish()
    }
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    key: Key,
    code: u32,
    /// How often the text came.
    count: u32,
}

/// Finds the code of a text, giving new texts the next one. Codes follow the order of appearance alone.
#[derive(Debug, Default)]
pub(super) struct Interner {
    texts: Texts,
    entries: HashTable<Entry>,
}

impl Interner {
    /// The code of the text `buffer[range]`; the buffer goes on for [`PADDING`] bytes behind it. `None` where it does not, for
    /// bytes that are not UTF-8 and where codes run out.
    #[inline]
    pub(super) fn code(&mut self, buffer: &[u8], range: Range<usize>) -> Option<u32> {
        let key = Key::new(buffer, &range)?;
        let text = &buffer[range];
        let hash = key.hash(text);
        let texts = &self.texts;
        let is_text = |entry: &Entry| entry.key == key && (key.is_whole() || texts.is(entry.code, text));
        if let Some(entry) = self.entries.find_mut(hash, is_text) {
            entry.count = entry.count.saturating_add(1);
            return Some(entry.code);
        }
        self.add(key, hash, text)
    }

    #[inline(never)]
    fn add(&mut self, key: Key, hash: u64, text: &[u8]) -> Option<u32> {
        let code = u32::try_from(self.texts.len()).ok().filter(|&code| code != crate::MISSING)?;
        self.texts.arena.push_str(std::str::from_utf8(text).ok()?);
        self.texts.ends.push(self.texts.arena.len());
        let texts = &self.texts;
        let rehash = |entry: &Entry| entry.key.hash(texts.get(entry.code).unwrap_or_default().as_bytes());
        self.entries.insert_unique(hash, Entry { key, code, count: 1 }, rehash);
        Some(code)
    }

    /// The distinct texts, and how often each came.
    pub(super) fn finish(self) -> (Texts, Vec<u32>) {
        let mut counts = vec![0; self.texts.len()];
        for entry in &self.entries {
            counts[entry.code as usize] = entry.count;
        }
        (self.texts, counts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(interner: &mut Interner, text: impl AsRef<[u8]>) -> Option<u32> {
        let text = text.as_ref();
        interner.code(&[b"<", text, &[b'>'; PADDING]].concat(), 1..1 + text.len())
    }

    #[test]
    fn codes_follow_first_appearance() {
        let mut interner = Interner::default();
        let codes = ["b", "", "a", "a", "b", "ä"].map(|text| code(&mut interner, text).unwrap());
        assert_eq!(codes, [0, 1, 2, 2, 0, 3]);
        assert_eq!(code(&mut interner, b"\xFF"), None);
        assert_eq!(interner.code(b"unpadded", 0..3), None);
        let (texts, counts) = interner.finish();
        assert_eq!(texts.iter().collect::<Vec<_>>(), ["b", "", "a", "ä"]);
        assert_eq!(counts, [2, 1, 2, 1]);
        assert_eq!((texts.get(3), texts.get(4), texts.get(crate::MISSING)), (Some("ä"), None, None));
    }

    #[test]
    fn texts_of_every_length_are_told_apart() {
        let mut interner = Interner::default();
        let texts: Vec<String> = (0..40).flat_map(|n| ["a", "b"].map(|end| "x".repeat(n) + end)).collect();
        let around = ["12345678-a-12345678", "12345678-b-12345678"].map(str::to_owned);
        for _ in 0..2 {
            for (wanted, text) in (0..).zip(texts.iter().chain(&around)) {
                assert_eq!(code(&mut interner, text), Some(wanted));
            }
        }
    }

    #[test]
    fn many_texts_keep_their_codes() {
        let mut interner = Interner::default();
        for round in 0..2 {
            for i in 0..10_000_u32 {
                assert_eq!(code(&mut interner, i.to_string()), Some(i), "round {round}");
            }
        }
    }
}
