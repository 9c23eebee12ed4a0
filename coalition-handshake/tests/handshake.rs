//! The handshake digest, compared with a second encoder. A decoder shows that no two handshakes share an encoding.

mod support;

use coalition_core::{
    AclComposition, CoalitionConfig, LatticeConfig, OrganismRef, TicketIssuerConfig, UniqueId,
};
use coalition_handshake::{Handshake, LatticeProfile, OrganismProfile, TicketIssuerProfile};
use proptest::prelude::*;
use support::mutations::MUTATIONS;
use support::{leak, random, rich};

/// An encoder and a decoder, written from the documentation of `Handshake::digest`.
#[path = "handshake_encoding/mod.rs"]
mod reference;
use reference::{decode, encode};

fn digest(handshake: &Handshake<'_>) -> UniqueId {
    let preimage = [b"handshake|\x01|", &encode(handshake)[..]].concat();
    UniqueId::from_bytes(blake3::hash(&preimage).into())
}

proptest! {
    #[test]
    fn the_digest_is_that_of_the_documented_encoding(handshake in random::handshake()) {
        prop_assert_eq!(handshake.digest(), digest(&handshake));
    }

    #[test]
    fn every_encoding_is_of_one_handshake(handshake in random::handshake()) {
        prop_assert_eq!(decode(&encode(&handshake)), handshake);
    }

    /// The cases in which the root stays the same because lists have no lengths. The digest differs.
    #[test]
    fn a_lattice_read_as_an_organism_moves_the_digest_alone(mut handshake in random::handshake()) {
        let [lattices @ .., last] = handshake.coalition.lattices else { return Ok(()) };
        let before = handshake;
        let moved = OrganismRef { role: "lattice", stable_id: last.stable_id, content_hash: None };
        handshake.coalition.lattices = lattices;
        handshake.coalition.organisms = leak([&[moved], handshake.coalition.organisms].concat());
        let [profiles @ .., profile] = handshake.lattices else { return Ok(()) };
        let LatticeProfile { ident, description, ticket_root, handshake_url: link } = *profile;
        let profile = OrganismProfile { ident, name: last.name, description, ticket_root, handshake_url: link };
        handshake.lattices = profiles;
        handshake.organisms = leak([&[profile], handshake.organisms].concat());
        prop_assert_eq!(handshake.coalition.coalition_root(), before.coalition.coalition_root());
        prop_assert_ne!(handshake.digest(), before.digest());
        prop_assert_ne!(encode(&handshake), encode(&before));
    }

    #[test]
    fn a_pin_read_as_an_organism_moves_the_digest_alone(mut handshake in random::handshake()) {
        let before = handshake;
        let pins = |organism: &OrganismRef<'_>| organism.content_hash.is_some();
        let Some(at) = handshake.coalition.organisms.iter().position(pins) else { return Ok(()) };
        let mut organisms = handshake.coalition.organisms.to_vec();
        let stable_id = organisms[at].content_hash.take().expect("a pin");
        organisms.insert(at + 1, OrganismRef { role: "oracle", stable_id, content_hash: None });
        handshake.coalition.organisms = leak(organisms);
        let mut profiles = handshake.organisms.to_vec();
        profiles.insert(at + 1, OrganismProfile { ident: "READ", name: "read", ..profiles[at] });
        handshake.organisms = leak(profiles);
        prop_assert_eq!(handshake.coalition.coalition_root(), before.coalition.coalition_root());
        prop_assert_ne!(handshake.digest(), before.digest());
        prop_assert_ne!(encode(&handshake), encode(&before));
    }
}

const A: UniqueId = UniqueId::from_bytes([0xa1; 32]);
const B: UniqueId = UniqueId::from_bytes([0xb2; 32]);

/// Every field, changed alone.
#[test]
fn every_field_moves_the_digest() {
    let mut seen = vec![("nothing", rich().digest())];
    for (what, mutate) in MUTATIONS {
        let mut handshake = rich();
        mutate(&mut handshake);
        let digest = handshake.digest();
        if let Some((other, _)) = seen.iter().find(|(_, seen)| *seen == digest) {
            panic!("{what} and {other} have the same digest");
        }
        assert_eq!(digest, self::digest(&handshake), "{what}");
        assert_eq!(decode(&encode(&handshake)), handshake, "{what}");
        seen.push((what, digest));
    }
}

/// The digest in a const, as the macro derives it.
#[test]
fn the_digest_is_const() {
    const PLAIN: Handshake<'static> = Handshake {
        coalition: CoalitionConfig {
            name: "signals.euro-fx",
            lattices: &[LatticeConfig { name: "one", stable_id: A, content_hash: None }],
            organisms: &[],
            confluences: &[],
            ticket_issuer: Some(TicketIssuerConfig { name: "tickets", acl: AclComposition::OPEN }),
        },
        ident: "SIGNALS",
        description: "",
        handshake_url: None,
        peers: &["one", ""],
        change_channel: Some("feed"),
        lattices: &[LatticeProfile {
            ident: "ONE",
            description: "",
            ticket_root: Some(B),
            handshake_url: None,
        }],
        organisms: &[],
        confluences: &[],
        ticket_issuer: Some(TicketIssuerProfile { ident: "TICKETS", description: "", handshake_url: None }),
    };
    const DIGEST: UniqueId = PLAIN.digest();
    assert_eq!(DIGEST, digest(&PLAIN));
}
