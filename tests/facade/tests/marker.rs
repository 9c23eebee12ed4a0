//! The marker of a coalition in a binary. The test looks for it in its own executable.

use coalition::UniqueId;

coalition::coalition! {
    coalition EURO_FX = "signals.euro-fx" {
        expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d",
    }
    organism EUR_PRICE_FEED = "price-feed.eur" {
        role = "oracle",
        stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
    }
    organism USD_PRICE_FEED = "price-feed.usd" {
        role = "oracle",
        stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65",
    }
}

#[test]
fn a_binary_says_its_coalition() {
    // Build the magic at run time, so that the binary contains it only in the marker.
    let magic = [&b"coalition-"[..], b"marker"].concat();
    let binary = std::env::current_exe().and_then(std::fs::read).expect("the test's own binary");
    let markers = binary.windows(114).filter(|window| window.starts_with(&magic));
    let found = markers.map(|marker| {
        let root: [u8; 32] = marker[17..49].try_into().expect("32 bytes");
        let name = &marker[50..50 + usize::from(marker[49])];
        (marker[16], UniqueId::from_bytes(root), String::from_utf8_lossy(name).into_owned())
    });
    let found: Vec<_> = found.filter(|(schema, ..)| *schema == coalition::SCHEMA_VERSION_U8).collect();
    assert_eq!(found, [(1, EURO_FX_ROOT, EURO_FX.name.to_owned())]);
}
