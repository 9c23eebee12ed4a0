use coalition::assert_fingerprint;

assert_fingerprint!(
);

fn main() {}
