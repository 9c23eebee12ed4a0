//! t
use coalition_core::Hasher;
fn check(input: &[u8], pieces: &[usize]) {
    let mut h = Hasher::new();
    let mut rest = input;
    for p in pieces {
        let (a, b) = rest.split_at((*p).min(rest.len()));
        h.bytes(a);
        rest = b;
    }
    h.bytes(rest);
    assert_eq!(h.finalise().as_bytes(), blake3::hash(input).as_bytes(), "{} {pieces:?}", input.len());
}
#[test]
fn lens() {
    let input: Vec<u8> = (0..102_400u32).map(|i| (i % 251) as u8).collect();
    for n in 0..=9000 {
        check(&input[..n], &[]);
        check(&input[..n], &[13, 32, 8, 1]);
    }
    check(&input, &[]);
    check(&input[..31744], &[5, 2000]);
}
