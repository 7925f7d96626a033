//! Short texts with what they mean, found by one look at one place as a rule.
//!
//! A text of at most 16 bytes is wholly described by its length and four overlapping words of four bytes, or its three bytes, so two such
//! descriptions agree only where the texts do. At most a quarter of the places is taken; a text whose place is taken has the next free one.

/// Short texts with what they mean, which is a code unless said otherwise.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts<V = u16> {
    /// As many as a power of two, or none.
    places: Box<[Place<V>]>,
    factors: [u64; 2],
    /// By how many bits the place of a text is further down than the top of its hash.
    shift: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Place<V> {
    words: [u64; 2],
    value: V,
    /// 0 where there is no text.
    len: u32,
}

/// The most places; texts that take more are looked up another way.
const MOST_PLACES: usize = 1 << 16;
/// How many factors are tried to find those that give each text a place of its own, and for how many texts at most: more share places
/// whatever the factors.
const TRIES: u64 = 64;
const MOST_TRIED: usize = 64;

impl<V: Copy + Default> Texts<V> {
    /// A table of the texts that are short enough; `None` where there are none, or too many. Of equal texts the first counts.
    pub(crate) fn new<'t>(texts: impl Iterator<Item = (&'t str, V)>) -> Option<Self> {
        let short = texts.filter_map(|(text, value)| Place::new(text.as_bytes(), value));
        let short: Vec<Place<V>> = short.collect();
        let places = short.len().saturating_mul(4).next_power_of_two();
        if short.is_empty() || places > MOST_PLACES {
            return None;
        }
        let tries = if short.len() <= MOST_TRIED { TRIES } else { 1 };
        let mut best = Self::by(&short, places, 0);
        for seed in 1..tries {
            if best.1 == 0 {
                break;
            }
            let other = Self::by(&short, places, seed);
            if other.1 < best.1 {
                best = other;
            }
        }
        Some(best.0)
    }

    /// The table by the factors of a seed, and how many texts have another place than their first.
    fn by(texts: &[Place<V>], places: usize, seed: u64) -> (Self, usize) {
        let factors = [2 * seed, 2 * seed + 1].map(factor);
        let shift = u64::BITS - places.trailing_zeros();
        let mut table = Self { places: vec![Place::default(); places].into(), factors, shift };
        let mut moved = 0;
        for place in texts {
            let home = table.home(place.words);
            let mut at = home;
            while table.places[at].len > 0 && !table.places[at].is(place.words, place.len) {
                at = (at + 1) & (places - 1);
            }
            if table.places[at].len == 0 {
                table.places[at] = *place;
                moved += usize::from(at != home);
            }
        }
        (table, moved)
    }

    /// What a text means; `None` for one that is not among them.
    #[inline(always)]
    pub(crate) fn get(&self, text: &str) -> Option<&V> {
        let words = words(text.as_bytes())?;
        let mut at = self.home(words);
        loop {
            let place = self.places.get(at)?;
            if place.is(words, text.len() as u32) {
                return Some(&place.value);
            }
            if place.len == 0 {
                return None;
            }
            at = (at + 1) & (self.places.len() - 1);
        }
    }

    #[inline(always)]
    fn home(&self, words: [u64; 2]) -> usize {
        // In the top bits every byte counts.
        let [first, second] = self.factors;
        let sum = words[0].wrapping_mul(first).wrapping_add(words[1].wrapping_mul(second));
        sum.wrapping_shr(self.shift) as usize
    }
}

impl Texts {
    /// The code of a text; `None` for one that is not among them.
    #[inline]
    pub(crate) fn code(&self, text: &str) -> Option<u16> {
        self.get(text).copied()
    }
}

impl<V> Place<V> {
    fn new(text: &[u8], value: V) -> Option<Self> {
        Some(Self { words: words(text)?, value, len: text.len() as u32 })
    }

    #[inline(always)]
    fn is(&self, words: [u64; 2], len: u32) -> bool {
        // The compiler makes the shortest code of this form.
        let differ = (self.words[0] ^ words[0]) | (self.words[1] ^ words[1]) | u64::from(self.len ^ len);
        differ == 0
    }
}

/// The odd number at a position of a random sequence (Steele, Lea and Flood 2014, SplitMix64).
fn factor(at: u64) -> u64 {
    let mut bits = (at + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    bits = (bits ^ bits >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ bits >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    (bits ^ bits >> 31) | 1
}

/// All bytes of a text of 1 to 16 in two numbers; some occur twice.
#[inline(always)]
fn words(text: &[u8]) -> Option<[u64; 2]> {
    let word = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    let more = text.len().wrapping_sub(4);
    if more > 12 {
        return if text.len() < 4 { few(text) } else { None };
    }
    // From eight bytes on the second four and the last but four, else what is there.
    let step = more.min(4);
    let (first, second) = (text.first_chunk::<4>()?, text[step..].first_chunk::<4>()?);
    let (last, third) = (text.last_chunk::<4>()?, text[..text.len() - step].last_chunk::<4>()?);
    Some([word(first) << 32 | word(second), word(last) << 32 | word(third)])
}

/// The same for at most three bytes.
#[inline(never)]
fn few(text: &[u8]) -> Option<[u64; 2]> {
    let [first, last] = [text.first()?, text.last()?].map(|byte| u64::from(*byte));
    let middle = u64::from(text[text.len() / 2]);
    Some([first | middle << 8 | last << 16, 0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn texts_are_found_and_no_others(
            known in prop::collection::btree_set("[ab]{0,6}|[a-c ]{3,18}|\\PC{0,6}", 0..40),
            others in prop::collection::vec("[ab]{0,6}|[a-c ]{3,18}|\\PC{0,6}", 0..40),
        ) {
            let coded = || (0_u16..).zip(&known).map(|(code, text)| (text.as_str(), code));
            let short = |text: &str| (1..=16).contains(&text.len());
            let texts = Texts::new(coded());
            prop_assert_eq!(texts.is_some(), known.iter().any(|text| short(text)));
            let Some(texts) = texts else { return Ok(()) };
            for text in known.iter().chain(&others) {
                let code = coded().find(|(other, _)| other == text && short(other)).map(|(_, code)| code);
                prop_assert_eq!(texts.code(text), code);
            }
        }
    }
}
