//! Decoding of the bytes that the handshake digest hashes. Bytes that are not an encoding are refused.

use coalition::{Handshake, OwnedHandshake};
use generators::handshake;
use proptest::prelude::*;

fn encoding(owned: &OwnedHandshake) -> Vec<u8> {
    // The length is known only at run time here, so the array is large enough for every vector.
    const LONGEST: usize = 1 << 18;
    let handshake = owned.as_handshake();
    let length = handshake.encoding_len();
    assert!(length <= LONGEST, "{length}");
    handshake.encoding::<LONGEST>()[..length].to_vec()
}

fn digest(handshake: &Handshake<'_>) -> String {
    handshake.digest().to_string()
}

#[test]
fn every_vector_reads_back_to_itself() {
    for (note, owned) in handshake::vectors() {
        let read = OwnedHandshake::from_encoding(&encoding(&owned));
        let read = read.unwrap_or_else(|error| panic!("{note}: {error}"));
        assert_eq!(read, owned, "{note}");
        assert_eq!(digest(read.as_handshake()), digest(owned.as_handshake()), "{note}");
    }
}

#[test]
fn what_ends_early_or_late_is_refused() {
    for (note, owned) in handshake::vectors() {
        let encoding = encoding(&owned);
        for end in 0..encoding.len().min(2048) {
            assert!(OwnedHandshake::from_encoding(&encoding[..end]).is_err(), "{note}: {end}");
        }
        let longer = [&encoding[..], &[0]].concat();
        let error = OwnedHandshake::from_encoding(&longer).expect_err(note.as_ref()).to_string();
        assert_eq!(error, format!("1 bytes are left, at byte {} of the encoding", encoding.len()));
    }
}

proptest! {
    /// Bytes that decode are the encoding of the decoded handshake.
    #[test]
    fn a_changed_byte_is_another_handshake_or_none(
        vector in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let vectors: Vec<_> = handshake::vectors().into_iter().collect();
        let mut bytes = encoding(&vector.get(&vectors).1);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(read) = OwnedHandshake::from_encoding(&bytes) {
            prop_assert_eq!(encoding(&read), bytes);
        }
    }

    #[test]
    fn noise_is_refused(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        prop_assert!(OwnedHandshake::from_encoding(&bytes).is_err());
    }
}
