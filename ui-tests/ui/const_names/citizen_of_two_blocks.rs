use coalition::coalition;
coalition! { coalition C = "a.b" { expect_fingerprint = "0x1111111111111111111111111111111111111111111111111111111111111111" }
    lattice A = "a" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
}
coalition! { coalition D = "c.d" { expect_fingerprint = "0x2222222222222222222222222222222222222222222222222222222222222222" }
    lattice A = "a" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
}

fn main() {}
