struct Config {
    coalition: coalition::coalition! {
        coalition C = "a.b" {
            expect_fingerprint = "0xc729c183a1f2aff492dbd4ebc031f7508766103f278b9aad8092d1574a29ce05",
        }
        lattice A = "a" { stable_id = "0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036" }
    },
}

fn main() {}
