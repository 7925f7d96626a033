//! From bytes to UTF-8 text: byte order marks, UTF-16, and what cannot be text.

/// What keeps bytes from being text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// They are not UTF-8.
    NotUtf8,
    /// They begin like UTF-16 and do not go on so. The places at fault are decoded as NUL.
    NotUtf16,
    /// There is a NUL among them.
    Nul,
}

impl Fault {
    /// What is wrong and what to do.
    pub(super) const fn message(self) -> &'static str {
        match self {
            Self::NotUtf8 => "not valid UTF-8; open the file where it came from and save the file as UTF-8",
            Self::NotUtf16 => "not valid UTF-16, though the file is marked so; save the file as UTF-8",
            Self::Nul => "a NUL byte, which no text holds; save the file as plain CSV in UTF-8",
        }
    }
}

/// The text of a file as UTF-8 without its byte order mark, and the first kind of fault found in it.
///
/// UTF-16 is known by its byte order mark. Text with a fault comes back as far as it can be, to find the place.
pub(super) fn decode(mut bytes: Vec<u8>) -> (Vec<u8>, Option<Fault>) {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => return decode_utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return decode_utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, ..] => drop(bytes.drain(..3)),
        _ => {}
    }
    let fault = if std::str::from_utf8(&bytes).is_err() {
        Some(Fault::NotUtf8)
    } else if bytes.contains(&0) {
        Some(Fault::Nul)
    } else {
        None
    };
    (bytes, fault)
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (Vec<u8>, Option<Fault>) {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut fault = None;
    let mut text: String = char::decode_utf16(pairs.iter().map(|&pair| unit(pair)))
        .map(|unit| {
            unit.unwrap_or_else(|_| {
                fault = Some(Fault::NotUtf16);
                '\0'
            })
        })
        .collect();
    if !odd.is_empty() {
        fault = Some(Fault::NotUtf16);
        text.push('\0');
    }
    if fault.is_none() && text.contains('\0') {
        fault = Some(Fault::Nul);
    }
    (text.into_bytes(), fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes_of).collect()
    }

    #[test]
    fn marks_are_taken_off_and_utf16_is_decoded() {
        assert_eq!(decode(b"\xEF\xBB\xBFa".to_vec()), (b"a".to_vec(), None));
        assert_eq!(decode(b"plain".to_vec()), (b"plain".to_vec(), None));
        for bytes_of in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            assert_eq!(decode(utf16("Größe;🦀", bytes_of)), ("Größe;🦀".as_bytes().to_vec(), None));
        }
    }

    #[test]
    fn what_is_no_text_is_told() {
        assert_eq!(decode(b"caf\xE9".to_vec()).1, Some(Fault::NotUtf8));
        assert_eq!(decode(b"a\0b".to_vec()).1, Some(Fault::Nul));
        assert_eq!(decode(b"\xFF\xFEa".to_vec()).1, Some(Fault::NotUtf16));
        assert_eq!(decode(b"\xFF\xFE\x00\xD8a\x00".to_vec()), (b"\0a".to_vec(), Some(Fault::NotUtf16)));
        assert_eq!(decode(b"\xFF\xFE\x00\x00".to_vec()).1, Some(Fault::Nul));
    }
}
