//! Random handshakes. Their texts break the language's rules, because the encoding must keep any texts apart.

use coalition_core::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParam, ContentParams, ContentValue,
    LatticeConfig, MrTd, OrganismRef, Requirement, TicketIssuerConfig, UniqueId,
};
use coalition_handshake::{
    ConfluenceProfile, Handshake, LatticeProfile, OrganismProfile, TicketIssuerProfile,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::{leak, leak_text};

/// A handshake with up to four citizens of each kind and up to three confluences, and a profile for each.
pub fn handshake() -> impl Strategy<Value = Handshake<'static>> {
    let lattices = vec((lattice(), lattice_profile()), 0..4);
    let organisms = vec((organism(), organism_profile()), 0..4);
    let confluences = vec((confluence(), confluence_profile()), 0..3);
    let issuer = option::of((issuer(), issuer_profile()));
    let texts = (text(), text(), text(), option::of(text()), list(text(), 3), option::of(text()));
    (texts, lattices, organisms, confluences, issuer).prop_map(
        |(
            (name, ident, description, handshake_url, peers, change_channel),
            lattices,
            organisms,
            confluences,
            issuer,
        )| {
            let (lattices, lattice_profiles): (Vec<_>, Vec<_>) = lattices.into_iter().unzip();
            let (organisms, organism_profiles): (Vec<_>, Vec<_>) = organisms.into_iter().unzip();
            let (confluences, confluence_profiles): (Vec<_>, Vec<_>) = confluences.into_iter().unzip();
            let (ticket_issuer, issuer_profile) = issuer.unzip();
            Handshake {
                coalition: CoalitionConfig {
                    name,
                    lattices: leak(lattices),
                    organisms: leak(organisms),
                    confluences: leak(confluences),
                    ticket_issuer,
                },
                ident,
                description,
                handshake_url,
                peers,
                change_channel,
                lattices: leak(lattice_profiles),
                organisms: leak(organism_profiles),
                confluences: leak(confluence_profiles),
                ticket_issuer: issuer_profile,
            }
        },
    )
}

fn lattice() -> impl Strategy<Value = LatticeConfig<'static>> {
    (text(), id(), option::of(id())).prop_map(|(name, stable_id, content_hash)| LatticeConfig {
        name,
        stable_id,
        content_hash,
    })
}

fn organism() -> impl Strategy<Value = OrganismRef<'static>> {
    (text(), id(), option::of(id())).prop_map(|(role, stable_id, content_hash)| OrganismRef {
        role,
        stable_id,
        content_hash,
    })
}

fn confluence() -> impl Strategy<Value = ConfluenceConfig<'static>> {
    (text(), list(lattice(), 3), list(organism(), 3), list(param(), 3), acl()).prop_map(
        |(name, lattices, organisms, params, acl)| ConfluenceConfig {
            name,
            lattices,
            organisms,
            content: ContentParams { params },
            acl,
        },
    )
}

fn param() -> impl Strategy<Value = ContentParam<'static>> {
    let value = prop_oneof![
        any::<bool>().prop_map(ContentValue::Bool),
        any::<u64>().prop_map(ContentValue::U64),
        text().prop_map(ContentValue::Text),
        id().prop_map(ContentValue::Id),
    ];
    (text(), value).prop_map(|(key, value)| ContentParam { key, value })
}

fn acl() -> impl Strategy<Value = AclComposition<'static>> {
    let requirement = prop_oneof![
        id().prop_map(Requirement::RecogniseIssuer),
        "[0-9a-f]{96}".prop_map(|mrtd| Requirement::RequireMrtd(MrTd::from_hex(&format!("0x{mrtd}")))),
        id().prop_map(Requirement::RequireValidator),
        Just(Requirement::RecogniseCoalitionIssuer),
    ];
    list(requirement, 3).prop_map(|requirements| AclComposition { requirements })
}

fn issuer() -> impl Strategy<Value = TicketIssuerConfig<'static>> {
    (text(), acl()).prop_map(|(name, acl)| TicketIssuerConfig { name, acl })
}

fn lattice_profile() -> impl Strategy<Value = LatticeProfile<'static>> {
    (text(), text(), option::of(id()), option::of(text())).prop_map(
        |(ident, description, ticket_root, handshake_url)| LatticeProfile {
            ident,
            description,
            ticket_root,
            handshake_url,
        },
    )
}

fn organism_profile() -> impl Strategy<Value = OrganismProfile<'static>> {
    (text(), text(), text(), option::of(id()), option::of(text())).prop_map(
        |(ident, name, description, ticket_root, handshake_url)| OrganismProfile {
            ident,
            name,
            description,
            ticket_root,
            handshake_url,
        },
    )
}

fn confluence_profile() -> impl Strategy<Value = ConfluenceProfile<'static>> {
    let links = (option::of(text()), option::of(text()));
    (text(), text(), option::of(id()), links, option::of(text())).prop_map(
        |(ident, description, state_machine, (handshake_url, roster), import)| ConfluenceProfile {
            ident,
            description,
            state_machine,
            handshake_url,
            roster,
            import,
        },
    )
}

fn issuer_profile() -> impl Strategy<Value = TicketIssuerProfile<'static>> {
    (text(), text(), option::of(text())).prop_map(|(ident, description, handshake_url)| TicketIssuerProfile {
        ident,
        description,
        handshake_url,
    })
}

fn list<T: Clone + std::fmt::Debug + 'static>(
    item: impl Strategy<Value = T>,
    most: usize,
) -> impl Strategy<Value = &'static [T]> {
    vec(item, 0..most).prop_map(leak)
}

/// Short texts of few letters, so that they often meet, and any other text.
fn text() -> impl Strategy<Value = &'static str> {
    prop_oneof!["[ab]{0,2}", "\\PC{0,20}", "[\\x00-\\x1f|`<&\\n\u{e4}]{0,9}"]
        .prop_map(|text| leak_text(&text))
}

/// Ids of few values, so that they often meet.
fn id() -> impl Strategy<Value = UniqueId> {
    prop_oneof![(0..3u8).prop_map(|byte| [byte; 32]), any::<[u8; 32]>()].prop_map(UniqueId::from_bytes)
}
