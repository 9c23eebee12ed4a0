use coalition::{assert_fingerprint, LatticeConfig, UniqueId};
const L: LatticeConfig<'static> = LatticeConfig { name: "ethereum.mainnet", stable_id: UniqueId::from_hex("0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036"), content_hash: None };
assert_fingerprint!(L, "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036");

fn main() {}
