use coalition::coalition;
use operator_unichain::MAINNET;
coalition! { coalition C = "a.b" { expect_fingerprint = _ }
 lattice MAINNET = operator_unichain::MAINNET;
}

fn main() {}
