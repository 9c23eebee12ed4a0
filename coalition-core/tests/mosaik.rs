//! `UniqueId` and mosaik's are the same 32 bytes, and derive the same ids.

#![cfg(feature = "mosaik")]

use coalition_core::{UNIVERSE, UniqueId};

const ID: UniqueId = UniqueId::from_hex("0x8713654883e1be960a6c564f904f70a2778356624d996a0c6dddfbf41358c036");

#[test]
fn there_and_back_again() {
    let theirs = mosaik::UniqueId::from(ID);
    assert_eq!(theirs.as_bytes(), ID.as_bytes());
    assert_eq!(UniqueId::from(theirs), ID);
}

#[test]
fn both_derive_alike() {
    let theirs = mosaik::UniqueId::from(ID).derive("module").derive("atlas");
    assert_eq!(UniqueId::from(theirs), ID.derive("module").derive("atlas"));
}

#[test]
fn the_universe_is_mosaik_s() {
    assert_eq!(UniqueId::from(mosaik::UniqueId::from("mosaik.universe")), UNIVERSE);
}
