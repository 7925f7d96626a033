//! The code of a category's level by its text, without a copy of the text.
//!
//! A text that spells a level as the model does is found by one hash of its bytes. Otherwise the characters of its key
//! ([`lead_scoring_core::name_key`]) are hashed and compared one after the other. A text longer than every spelling is not hashed as it
//! stands, and a key is given up once it is longer than every key.

use lead_scoring_core::{key_chars, name_key};

/// Levels with their codes; spellings of one level have one code.
#[derive(Debug)]
pub(crate) struct Levels {
    exact: Index,
    keys: Index,
}

impl Levels {
    /// The levels of each group, whose position is their code. Of two groups with a level of the same key the first has it.
    pub(crate) fn new(groups: &[Vec<String>]) -> Self {
        let levels =
            || (0_u16..).zip(groups).flat_map(|(code, levels)| levels.iter().map(move |l| (l, code)));
        let mut keys = Index::with_room_for(levels().count());
        for (level, code) in levels() {
            let key = name_key(level);
            let hash = hash_chars(key.chars(), key.len()).unwrap_or(0);
            keys.insert(hash, &key, code);
        }
        let mut exact = Index::with_room_for(levels().count());
        for (level, code) in levels() {
            // What decides is the key.
            exact.insert(hash_bytes(level.as_bytes()), level, keys.by_key(level).unwrap_or(code));
        }
        Self { exact, keys }
    }

    /// The code of a text; `None` for a level that the model does not know.
    pub(crate) fn code(&self, text: &str) -> Option<u16> {
        self.exact.by_text(text).or_else(|| self.keys.by_key(text))
    }
}

/// A hash table of texts with open addressing, at most half full.
#[derive(Debug)]
struct Index {
    /// By hash the position of an entry plus one; 0 for none. As many as a power of two.
    slots: Vec<u32>,
    entries: Vec<Entry>,
    longest: usize,
}

#[derive(Debug)]
struct Entry {
    hash: u64,
    text: Box<str>,
    code: u16,
}

impl Index {
    fn with_room_for(entries: usize) -> Self {
        let slots = entries.saturating_mul(2).max(2).next_power_of_two();
        Self { slots: vec![0; slots], entries: Vec::with_capacity(entries), longest: 0 }
    }

    /// Adds a text unless it is there.
    fn insert(&mut self, hash: u64, text: &str, code: u16) {
        if self.find(hash, |entry| entry == text).is_some() {
            return;
        }
        self.entries.push(Entry { hash, text: text.into(), code });
        self.longest = self.longest.max(text.len());
        let mut at = self.home(hash);
        while self.slots[at] != 0 {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = u32::try_from(self.entries.len()).unwrap_or(0);
    }

    fn by_text(&self, text: &str) -> Option<u16> {
        if text.len() > self.longest {
            return None;
        }
        self.find(hash_bytes(text.as_bytes()), |entry| entry == text)
    }

    fn by_key(&self, text: &str) -> Option<u16> {
        let hash = hash_chars(key_chars(text), self.longest)?;
        self.find(hash, |entry| key_chars(text).eq(entry.chars()))
    }

    fn find(&self, hash: u64, is: impl Fn(&str) -> bool) -> Option<u16> {
        let mut at = self.home(hash);
        loop {
            let entry = self.entries.get((*self.slots.get(at)? as usize).checked_sub(1)?)?;
            if entry.hash == hash && is(&entry.text) {
                return Some(entry.code);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    fn home(&self, hash: u64) -> usize {
        // The upper bits of a product are its best.
        (hash >> 32) as usize & (self.slots.len() - 1)
    }
}

/// Odd, with bits set at random: the golden ratio and the square root of 3.
const FACTORS: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xBB67_AE85_84CA_A73B];

/// Both halves of a product folded into one.
fn fold(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other);
    (product as u64) ^ (product >> 64) as u64
}

/// A hash of all bytes, eight at a time; the last eight may overlap those before.
fn hash_bytes(bytes: &[u8]) -> u64 {
    let start = FACTORS[0] ^ bytes.len() as u64;
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let mut hash = start;
        if bytes.len() > 16 {
            for word in bytes[8..bytes.len() - 8].chunks(8) {
                hash = fold(hash ^ short(word), FACTORS[1]);
            }
        }
        let (first, last) = (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
        return fold(hash ^ first, FACTORS[1] ^ last);
    }
    fold(start ^ short(bytes), FACTORS[1])
}

/// Up to eight bytes as a number; of three bytes or fewer the first, middle and last, which is all of them.
fn short(bytes: &[u8]) -> u64 {
    if let Some(word) = bytes.first_chunk() {
        return u64::from_le_bytes(*word);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
    }
    match *bytes {
        [first, .., last] => {
            u64::from(first) | u64::from(bytes[bytes.len() / 2]) << 8 | u64::from(last) << 16
        }
        [only] => u64::from(only),
        [] => 0,
    }
}

/// A hash of characters; `None` once they take more than `longest` bytes.
fn hash_chars(chars: impl Iterator<Item = char>, longest: usize) -> Option<u64> {
    let (mut hash, mut len) = (FACTORS[0], 0);
    for c in chars {
        len += c.len_utf8();
        if len > longest {
            return None;
        }
        hash = fold(hash ^ u64::from(c), FACTORS[1]);
    }
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lead_scoring_core::{Binning, Values};
    use proptest::prelude::*;

    fn groups() -> impl Strategy<Value = Vec<Vec<String>>> {
        let level = "[abAB01 -]{0,4}|[a-z]{5,40}|\\PC{0,20}";
        prop::collection::vec(prop::collection::vec(level, 0..6), 0..6)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn levels_have_the_codes_of_their_binning(groups in groups(), others in prop::collection::vec("[abAB01 -]{0,5}|\\PC{0,50}", 0..9)) {
            let levels = Levels::new(&groups);
            let texts: Vec<String> = groups.iter().flatten().flat_map(|level| {
                [level.clone(), level.to_uppercase(), format!("-{level} {}", " ".repeat(999)), format!("{level}{level}")]
            }).chain(others).collect();
            let expected = Binning::Group { groups: groups.clone() }.code_values(&Values::Category(texts.clone()));
            for (text, expected) in texts.iter().zip(expected) {
                prop_assert_eq!(levels.code(text).map_or(groups.len() + 1, usize::from), expected, "{}", text);
            }
        }
    }
}
