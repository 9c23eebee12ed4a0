type Assertion = coalition::assert_fingerprint!(
    operator_feeds::NOWHERE, "0xc729c183a1f2aff492dbd4ebc031f7508766103f278b9aad8092d1574a29ce05"
);

fn main() {}
