//! The check of a handshake's digest, run at run time, where it panics with the same words as in rustc.

mod support;

use std::panic::catch_unwind;

use coalition_core::UniqueId;
use coalition_handshake::__private::check_handshake;
use support::rich;

fn said(specified: Option<UniqueId>) -> Result<(), String> {
    catch_unwind(|| check_handshake(&rich(), specified.map(Into::into)))
        .map_err(|panic| *panic.downcast::<String>().expect("a message"))
}

#[test]
fn the_digest_is_compared_with_its_pin() {
    let digest = rich().digest();
    assert_eq!(said(Some(digest)), Ok(()));
    let drifted = said(Some(UniqueId::from_bytes([0x0f; 32]))).expect_err("another digest");
    assert!(
        drifted.starts_with("the handshake of coalition `ethereum.superchain` does not match"),
        "{drifted}"
    );
    assert!(drifted.contains(&format!("\n        got: {digest}\n")), "{drifted}");
    let unfrozen = said(None).expect_err("no digest");
    assert!(unfrozen.contains("[C03]") && unfrozen.contains(&digest.to_string()), "{unfrozen}");
}
