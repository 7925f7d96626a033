//! Short texts with what they mean, found by one look at one place as a rule.
//!
//! A text of at most 16 bytes is wholly described by its length and four overlapping words of four bytes, or its three bytes, so two such
//! descriptions agree only where the texts do. At most a quarter of the places is taken; a text whose place is taken has the next free one.

/// Short texts with what they mean, which is a code unless said otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Texts<V = u16> {
    /// As many as a power of two.
    places: Box<[Place<V>]>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Place<V> {
    words: [u64; 2],
    value: V,
    /// 0 where there is no text.
    len: u64,
}

/// Odd, with bits set at random: the golden ratio and the square root of 3.
const FACTORS: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xBB67_AE85_84CA_A73B];
/// The most places; texts that take more are looked up another way.
const MOST_PLACES: usize = 1 << 16;

impl<V: Copy + Default> Texts<V> {
    /// A table of the texts that are short enough; `None` where there are none, or too many. Of equal texts the first counts.
    pub(crate) fn new<'t>(texts: impl Iterator<Item = (&'t str, V)>) -> Option<Self> {
        let short: Vec<(&str, V)> = texts.filter(|(text, _)| words(text.as_bytes()).is_some()).collect();
        let places = short.len().saturating_mul(4).next_power_of_two();
        if short.is_empty() || places > MOST_PLACES {
            return None;
        }
        let mut table = Self { places: vec![Place::default(); places].into() };
        for (text, value) in short {
            if let Some(words) = words(text.as_bytes())
                && table.get(text).is_none()
            {
                let mut at = table.home(words, text.len());
                while table.places[at].len > 0 {
                    at = (at + 1) & (places - 1);
                }
                table.places[at] = Place { words, value, len: text.len() as u64 };
            }
        }
        Some(table)
    }

    /// What a text means; `None` for one that is not among them.
    #[inline]
    pub(crate) fn get(&self, text: &str) -> Option<&V> {
        let words = words(text.as_bytes())?;
        let mut at = self.home(words, text.len());
        loop {
            let place = self.places.get(at)?;
            if place.words == words && place.len == text.len() as u64 {
                return Some(&place.value);
            }
            if place.len == 0 {
                return None;
            }
            at = (at + 1) & (self.places.len() - 1);
        }
    }

    #[inline]
    fn home(&self, [first, second]: [u64; 2], len: usize) -> usize {
        // Both halves of a product, so that every byte counts in every bit.
        let product = u128::from(first ^ FACTORS[0]) * u128::from(second ^ FACTORS[1] ^ len as u64);
        (product as u64 ^ (product >> 64) as u64) as usize & (self.places.len() - 1)
    }
}

impl Texts {
    /// The code of a text; `None` for one that is not among them.
    #[inline]
    pub(crate) fn code(&self, text: &str) -> Option<u16> {
        self.get(text).copied()
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
