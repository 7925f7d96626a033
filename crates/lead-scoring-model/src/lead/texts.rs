//! Short texts with their codes, found by one look at one place.
//!
//! A text of at most 16 bytes is wholly described by its length and four overlapping words of four bytes, or its three bytes, so two such
//! descriptions agree only where the texts do. The table is made so large, and its factor chosen so, that no two known texts fall into one place.

/// Short texts with their codes.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    /// As many as a power of two.
    places: Box<[Place]>,
    factor: u64,
    shift: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Place {
    words: [u64; 2],
    /// 0 where there is no text.
    len: u16,
    code: u16,
}

/// Odd, with bits set at random: the golden ratio.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
/// The most places; texts that take more are looked up another way.
const MOST_PLACES: usize = 1 << 10;

impl Texts {
    /// A table of the texts that are short enough; `None` where there are none, or too many.
    pub(crate) fn new<'t>(texts: impl Iterator<Item = (&'t str, u16)>) -> Option<Self> {
        let mut known: Vec<Place> = Vec::new();
        for (text, code) in texts {
            if let Some(words) = words(text.as_bytes())
                && known.iter().all(|place| (place.words, usize::from(place.len)) != (words, text.len()))
            {
                known.push(Place { words, len: text.len() as u16, code });
            }
        }
        if known.is_empty() {
            return None;
        }
        let mut places = known.len().saturating_mul(2).next_power_of_two().max(4);
        while places <= MOST_PLACES {
            for attempt in 0..64 {
                let empty = Self {
                    places: vec![Place::default(); places].into(),
                    factor: FACTOR.wrapping_mul(2 * attempt + 1),
                    shift: u64::BITS - places.ilog2(),
                };
                if let Some(full) = empty.with(&known) {
                    return Some(full);
                }
            }
            places *= 2;
        }
        None
    }

    /// With every text at its place; `None` where two would share one.
    fn with(mut self, known: &[Place]) -> Option<Self> {
        for place in known {
            let home = self.home(place.words, usize::from(place.len));
            if self.places[home].len > 0 {
                return None;
            }
            self.places[home] = *place;
        }
        Some(self)
    }

    /// The code of a text; `None` for one that is not among them.
    #[inline]
    pub(crate) fn code(&self, text: &str) -> Option<u16> {
        let words = words(text.as_bytes())?;
        let place = self.places.get(self.home(words, text.len()))?;
        let differ = (place.words[0] ^ words[0])
            | (place.words[1] ^ words[1])
            | (u64::from(place.len) ^ text.len() as u64);
        (differ == 0).then_some(place.code)
    }

    #[inline]
    fn home(&self, [first, second]: [u64; 2], len: usize) -> usize {
        let mixed = first.wrapping_mul(FACTOR) ^ second.wrapping_add(len as u64);
        (mixed.wrapping_mul(self.factor) >> self.shift) as usize
    }
}

/// All bytes of a text of 1 to 16 in two numbers; some occur twice.
#[inline]
fn words(text: &[u8]) -> Option<[u64; 2]> {
    let word = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    match (text.first_chunk::<4>(), text.last_chunk::<4>()) {
        (Some(first), Some(last)) if text.len() <= 16 => {
            let step = (text.len() >> 3) << 2;
            let second = text.get(step..)?.first_chunk::<4>()?;
            let third = text.get(..text.len() - step)?.last_chunk::<4>()?;
            Some([word(first) << 32 | word(second), word(last) << 32 | word(third)])
        }
        (Some(_), _) => None,
        _ => few(text),
    }
}

/// The same for at most three bytes.
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
