//! Decoding of a block's handshake, which rustc prints as hex digits in a read build.

use coalition_core::{SCHEMA_VERSION_U8, UniqueId};
use coalition_handshake::OwnedHandshake;

use super::scan::take;

/// Decodes a handshake from its hex digits. Before the encoding stand the identities that the user's own library derived.
/// This command derives them again and refuses a difference.
pub fn decode(digits: &str) -> Result<OwnedHandshake, String> {
    let bytes = bytes(digits).ok_or("it is cut off")?;
    let mut encoding = bytes.as_slice();
    let ([schema], root, digest) =
        (|| Some((take(&mut encoding)?, take(&mut encoding)?, take(&mut encoding)?)))()
            .ok_or("it is cut off")?;
    if schema != SCHEMA_VERSION_U8 {
        return Err(format!("its schema is {schema}, and this command reads {SCHEMA_VERSION_U8}"));
    }
    let handshake = OwnedHandshake::from_encoding(encoding).map_err(|error| error.to_string())?;
    let read = handshake.as_handshake();
    let derived = (read.coalition.coalition_root(), read.digest());
    for (what, said, derived) in [("root", root, derived.0), ("digest", digest, derived.1)] {
        let said = UniqueId::from_bytes(said);
        if said != derived {
            return Err(format!("the build says the {what} {said}, this command derives {derived}"));
        }
    }
    Ok(handshake)
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pairs = digits.as_bytes().chunks(2).map(|pair| match pair {
        [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn other_text_is_refused() {
        for text in ["", "0", "0é", "01zz"] {
            assert_eq!(super::decode(text).unwrap_err(), "it is cut off", "{text}");
        }
        let unknown = "ff".repeat(65);
        assert!(super::decode(&unknown).unwrap_err().starts_with("its schema is 255"));
    }
}
