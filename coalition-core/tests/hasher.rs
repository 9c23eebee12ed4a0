//! The hasher against the crate `blake3`: every border of its blocks, chunks and buffer, and every way to append.

use coalition_core::__private::Hasher;
use coalition_core::UniqueId;
use proptest::prelude::*;

/// The bytes of BLAKE3's official test vectors: 0 to 250, over and over.
fn input(len: usize) -> Vec<u8> {
    (0..=250).cycle().take(len).collect()
}

/// Hashes `input` in pieces of these lengths, over and over.
fn in_pieces(input: &[u8], lengths: &[usize]) -> UniqueId {
    let mut hasher = Hasher::new();
    let mut rest = input;
    for length in lengths.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (piece, others) = rest.split_at((*length).min(rest.len()));
        hasher.bytes(piece);
        rest = others;
    }
    hasher.finalise()
}

fn expected(input: &[u8]) -> UniqueId {
    UniqueId::from_bytes(blake3::hash(input).into())
}

#[test]
fn agrees_at_every_border() {
    let borders = [64, 128, 1024, 2048, 3072, 4096, 5120, 6144, 7168, 8192, 9216, 12288, 31744, 102_400];
    let lengths = (0..=64).chain(borders.iter().flat_map(|border| border - 1..=border + 1));
    for len in lengths {
        let input = input(len);
        assert_eq!(in_pieces(&input, &[usize::MAX]), expected(&input), "{len} bytes at once");
        assert_eq!(in_pieces(&input, &[13, 32, 8, 1]), expected(&input), "{len} bytes in pieces");
        assert_eq!(in_pieces(&input, &[1]), expected(&input), "{len} bytes one by one");
    }
}

#[test]
fn ids_may_start_anywhere() {
    for before in 0..=64 {
        for ids in [0, 1, 2, 31, 32, 95, 96, 97, 200] {
            let input = input(before + 32 * ids);
            let mut hasher = Hasher::new();
            hasher.bytes(&input[..before]);
            for id in input[before..].chunks_exact(32) {
                hasher.id(&UniqueId::from_bytes(id.try_into().unwrap()));
            }
            assert_eq!(hasher.finalise(), expected(&input), "{ids} ids after {before} bytes");
        }
    }
}

#[test]
fn integers_and_bytes_are_what_the_derivation_says() {
    let mut hasher = Hasher::new();
    hasher.u64(0x0807_0605_0403_0201);
    hasher.byte(9);
    hasher.bytes("é".as_bytes());
    assert_eq!(hasher.finalise(), expected(b"\x01\x02\x03\x04\x05\x06\x07\x08\x09\xc3\xa9"));
}

/// The official vector of the empty input, and 5120 bytes, which take the wide path, while rustc compiles.
#[test]
fn agrees_in_const_evaluation() {
    const EMPTY: UniqueId = Hasher::new().finalise();
    const LONG: UniqueId = {
        let mut hasher = Hasher::new();
        let (mut byte, mut len) = (0, 0);
        while len < 5120 {
            hasher.byte(byte);
            byte = if byte == 250 { 0 } else { byte + 1 };
            len += 1;
        }
        hasher.finalise()
    };
    let empty = "0xaf1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";
    assert_eq!(EMPTY.to_string(), empty);
    assert_eq!(LONG, expected(&input(5120)));
}

#[derive(Clone, Debug)]
enum Piece {
    Bytes(Vec<u8>),
    Id([u8; 32]),
    U64(u64),
    Byte(u8),
}

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..1500).prop_map(Piece::Bytes),
        any::<[u8; 32]>().prop_map(Piece::Id),
        any::<u64>().prop_map(Piece::U64),
        any::<u8>().prop_map(Piece::Byte),
    ]
}

proptest! {
    #[test]
    fn pieces_of_every_kind_join(pieces in prop::collection::vec(piece(), 0..60)) {
        let mut hasher = Hasher::new();
        let mut bytes = Vec::new();
        for piece in &pieces {
            match piece {
                Piece::Bytes(value) => {
                    hasher.bytes(value);
                    bytes.extend(value);
                }
                Piece::Id(value) => {
                    hasher.id(&UniqueId::from_bytes(*value));
                    bytes.extend(value);
                }
                Piece::U64(value) => {
                    hasher.u64(*value);
                    bytes.extend(value.to_le_bytes());
                }
                Piece::Byte(value) => {
                    hasher.byte(*value);
                    bytes.push(*value);
                }
            }
        }
        prop_assert_eq!(hasher.finalise(), expected(&bytes));
    }

    #[test]
    fn pieces_of_any_length_join(len in 0usize..20_000, lengths in prop::collection::vec(1usize..3000, 1..20)) {
        let input = input(len);
        prop_assert_eq!(in_pieces(&input, &lengths), expected(&input));
    }
}
