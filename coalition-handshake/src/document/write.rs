//! Conversion of a handshake into its document.

use alloc::borrow::ToOwned;
use alloc::vec::Vec;

use coalition_core::{AclComposition, ContentParam, ContentValue, LatticeConfig, Module, OrganismRef};

use super::field::Number;
use super::fields::{
    Confluence, HandshakeDocument, Lattice, Modules, Organism, Parameter, ParameterValue, SerdeRequirement,
    Shipped, SpannedLattice, SpannedOrganism, TicketIssuer,
};
use super::owned_key::OwnedKey;
use crate::Handshake;
use crate::table::{citizen_keys, confluence_keys, literal, ticket_issuer_keys};

impl From<&Handshake<'_>> for HandshakeDocument {
    fn from(handshake: &Handshake<'_>) -> Self {
        let coalition = &handshake.coalition;
        let root = coalition.coalition_root();
        let identity = |module: Module| root.derive("module").derive(module.name());
        let (shipped, not_shipped): (Vec<_>, Vec<_>) =
            Module::ALL.into_iter().partition(|module| coalition.module(*module).is_some());
        let shipped = shipped.into_iter().map(|name| Shipped { name, identity: identity(name) }).collect();
        let lattices = coalition.lattices.iter().zip(handshake.lattices).map(|(config, profile)| {
            citizen_keys!(literal! {
                Lattice {
                    ident: profile.ident.to_owned(),
                    name: config.name.to_owned(),
                    description: profile.description.to_owned(),
                    stable_id: config.stable_id,
                    content_hash: config.content_hash,
                }
                keys: OwnedKey::own(profile)
            })
        });
        let organisms = coalition.organisms.iter().zip(handshake.organisms).map(|(config, profile)| {
            citizen_keys!(literal! {
                Organism {
                    ident: profile.ident.to_owned(),
                    name: profile.name.to_owned(),
                    role: config.role.to_owned(),
                    description: profile.description.to_owned(),
                    stable_id: config.stable_id,
                    content_hash: config.content_hash,
                }
                keys: OwnedKey::own(profile)
            })
        });
        let confluences = coalition.confluences.iter().zip(handshake.confluences).map(|(config, profile)| {
            confluence_keys!(literal! {
                Confluence {
                    ident: profile.ident.to_owned(),
                    name: config.name.to_owned(),
                    fingerprint: config.fingerprint(),
                    description: profile.description.to_owned(),
                    lattices: config.lattices.iter().map(SpannedLattice::from).collect(),
                    organisms: config.organisms.iter().map(SpannedOrganism::from).collect(),
                    content: config.content.params.iter().map(Parameter::from).collect(),
                    acl: rules(&config.acl),
                }
                keys: OwnedKey::own(profile)
            })
        });
        let ticket_issuer = coalition.ticket_issuer.as_ref().zip(handshake.ticket_issuer.as_ref());
        Self {
            format: Number,
            schema: Number,
            name: coalition.name.to_owned(),
            ident: handshake.ident.to_owned(),
            coalition_root: root,
            handshake_digest: handshake.digest(),
            tickets_root: coalition.ticket_issuer.map(|_| root.derive("tickets")),
            modules: Modules { shipped, not_shipped },
            description: handshake.description.to_owned(),
            handshake_url: handshake.handshake_url.map(str::to_owned),
            peers: handshake.peers.iter().copied().map(str::to_owned).collect(),
            change_channel: handshake.change_channel.map(str::to_owned),
            lattices: lattices.collect(),
            organisms: organisms.collect(),
            confluences: confluences.collect(),
            ticket_issuer: ticket_issuer.map(|(config, profile)| {
                ticket_issuer_keys!(literal! {
                    TicketIssuer {
                        ident: profile.ident.to_owned(),
                        name: config.name.to_owned(),
                        fingerprint: config.fingerprint(),
                        description: profile.description.to_owned(),
                        acl: rules(&config.acl),
                    }
                    keys: OwnedKey::own(profile)
                })
            }),
        }
    }
}

impl From<&LatticeConfig<'_>> for SpannedLattice {
    fn from(config: &LatticeConfig<'_>) -> Self {
        Self { name: config.name.to_owned(), stable_id: config.stable_id, content_hash: config.content_hash }
    }
}

impl From<&OrganismRef<'_>> for SpannedOrganism {
    fn from(config: &OrganismRef<'_>) -> Self {
        Self { role: config.role.to_owned(), stable_id: config.stable_id, content_hash: config.content_hash }
    }
}

impl From<&ContentParam<'_>> for Parameter {
    fn from(param: &ContentParam<'_>) -> Self {
        let value = match param.value {
            ContentValue::Bool(value) => ParameterValue::Bool(value),
            ContentValue::U64(value) => ParameterValue::U64(value),
            ContentValue::Text(text) => ParameterValue::Text(text.to_owned()),
            ContentValue::Id(id) => ParameterValue::Id(id),
        };
        Self { key: param.key.to_owned(), value }
    }
}

fn rules(acl: &AclComposition<'_>) -> Vec<SerdeRequirement> {
    acl.requirements.iter().copied().map(SerdeRequirement).collect()
}
