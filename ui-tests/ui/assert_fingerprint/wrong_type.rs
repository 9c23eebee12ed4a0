coalition::assert_fingerprint!(operator_unichain::MAINNET, "0x2222222222222222222222222222222222222222222222222222222222222222");

fn main() {}
