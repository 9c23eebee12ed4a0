//! A borrowed handshake beside the document that owns its data.
//!
//! A handshake borrows confluences, which borrow lists of citizens, which borrow text. Each cell owns one of these levels
//! and the next one that borrows it.

use alloc::vec::Vec;

use coalition_core::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParam, ContentParams, ContentValue,
    LatticeConfig, OrganismRef, Requirement, TicketIssuerConfig,
};
use self_cell::self_cell;

use super::fields::{Confluence, HandshakeDocument, ParameterValue, SerdeRequirement};
use super::owned_key::OwnedKey;
use crate::table::{citizen_keys, confluence_keys, literal, ticket_issuer_keys};
use crate::{ConfluenceProfile, Handshake, LatticeProfile, OrganismProfile, TicketIssuerProfile};

self_cell!(
    /// A document with the handshake that it describes.
    pub(crate) struct Lent {
        owner: WithConfluences,
        #[covariant]
        dependent: Handshake,
    }
);

self_cell!(
    struct WithConfluences {
        owner: WithLists,
        #[covariant]
        dependent: Confluences,
    }
);

self_cell!(
    struct WithLists {
        owner: HandshakeDocument,
        #[covariant]
        dependent: Lists,
    }
);

impl Lent {
    /// Builds the handshake of a document.
    pub(crate) fn of(document: HandshakeDocument) -> Self {
        let lists = WithLists::new(document, |document| Lists::of(document));
        let confluences = WithConfluences::new(lists, |lists| {
            let (document, lists) = (lists.borrow_owner(), lists.borrow_dependent());
            let confluences = document.confluences.iter().zip(&lists.confluences);
            confluences.map(|(confluence, lists)| lists.config(confluence)).collect()
        });
        Self::new(confluences, |confluences| {
            let lists = confluences.borrow_owner();
            lists.borrow_dependent().handshake(lists.borrow_owner(), confluences.borrow_dependent())
        })
    }

    pub(crate) fn document(&self) -> &HandshakeDocument {
        self.borrow_owner().borrow_owner().borrow_owner()
    }

    pub(crate) fn handshake(&self) -> &Handshake<'_> {
        self.borrow_dependent()
    }
}

type Confluences<'a> = Vec<ConfluenceConfig<'a>>;

/// The lists that a handshake borrows, except its confluences.
struct Lists<'a> {
    lattices: Vec<LatticeConfig<'a>>,
    organisms: Vec<OrganismRef<'a>>,
    confluences: Vec<ConfluenceLists<'a>>,
    issuer_requirements: Vec<Requirement>,
    peers: Vec<&'a str>,
    lattice_profiles: Vec<LatticeProfile<'a>>,
    organism_profiles: Vec<OrganismProfile<'a>>,
    confluence_profiles: Vec<ConfluenceProfile<'a>>,
}

impl<'a> Lists<'a> {
    fn of(document: &'a HandshakeDocument) -> Self {
        let lattices = document.lattices.iter().map(|lattice| LatticeConfig {
            name: &lattice.name,
            stable_id: lattice.stable_id,
            content_hash: lattice.content_hash,
        });
        let organisms = document.organisms.iter().map(|organism| OrganismRef {
            role: &organism.role,
            stable_id: organism.stable_id,
            content_hash: organism.content_hash,
        });
        let lattice_profiles = document.lattices.iter().map(|lattice| {
            citizen_keys!(literal! {
                LatticeProfile { ident: &lattice.ident, description: &lattice.description, }
                keys: OwnedKey::lend(lattice)
            })
        });
        let organism_profiles = document.organisms.iter().map(|organism| {
            citizen_keys!(literal! {
                OrganismProfile {
                    ident: &organism.ident,
                    name: &organism.name,
                    description: &organism.description,
                }
                keys: OwnedKey::lend(organism)
            })
        });
        let confluence_profiles = document.confluences.iter().map(|confluence| {
            confluence_keys!(literal! {
                ConfluenceProfile { ident: &confluence.ident, description: &confluence.description, }
                keys: OwnedKey::lend(confluence)
            })
        });
        let issuer = document.ticket_issuer.as_ref();
        Self {
            lattices: lattices.collect(),
            organisms: organisms.collect(),
            confluences: document.confluences.iter().map(ConfluenceLists::of).collect(),
            issuer_requirements: issuer.map(|issuer| requirements(&issuer.acl)).unwrap_or_default(),
            peers: document.peers.iter().map(AsRef::as_ref).collect(),
            lattice_profiles: lattice_profiles.collect(),
            organism_profiles: organism_profiles.collect(),
            confluence_profiles: confluence_profiles.collect(),
        }
    }

    fn handshake(
        &'a self,
        document: &'a HandshakeDocument,
        confluences: &'a [ConfluenceConfig<'a>],
    ) -> Handshake<'a> {
        let issuer = document.ticket_issuer.as_ref();
        Handshake {
            coalition: CoalitionConfig {
                name: &document.name,
                lattices: &self.lattices,
                organisms: &self.organisms,
                confluences,
                ticket_issuer: issuer.map(|issuer| TicketIssuerConfig {
                    name: &issuer.name,
                    acl: AclComposition { requirements: &self.issuer_requirements },
                }),
            },
            ident: &document.ident,
            description: &document.description,
            handshake_url: document.handshake_url.as_deref(),
            peers: &self.peers,
            change_channel: document.change_channel.as_deref(),
            lattices: &self.lattice_profiles,
            organisms: &self.organism_profiles,
            confluences: &self.confluence_profiles,
            ticket_issuer: issuer.map(|issuer| {
                ticket_issuer_keys!(literal! {
                    TicketIssuerProfile { ident: &issuer.ident, description: &issuer.description, }
                    keys: OwnedKey::lend(issuer)
                })
            }),
        }
    }
}

/// The lists that the configuration of a confluence borrows.
struct ConfluenceLists<'a> {
    lattices: Vec<LatticeConfig<'a>>,
    organisms: Vec<OrganismRef<'a>>,
    params: Vec<ContentParam<'a>>,
    requirements: Vec<Requirement>,
}

impl<'a> ConfluenceLists<'a> {
    fn of(confluence: &'a Confluence) -> Self {
        let lattices = confluence.lattices.iter().map(|lattice| LatticeConfig {
            name: &lattice.name,
            stable_id: lattice.stable_id,
            content_hash: lattice.content_hash,
        });
        let organisms = confluence.organisms.iter().map(|organism| OrganismRef {
            role: &organism.role,
            stable_id: organism.stable_id,
            content_hash: organism.content_hash,
        });
        let params = confluence.content.iter().map(|param| ContentParam {
            key: &param.key,
            value: match &param.value {
                ParameterValue::Bool(value) => ContentValue::Bool(*value),
                ParameterValue::U64(value) => ContentValue::U64(*value),
                ParameterValue::Text(text) => ContentValue::Text(text),
                ParameterValue::Id(id) => ContentValue::Id(*id),
            },
        });
        Self {
            lattices: lattices.collect(),
            organisms: organisms.collect(),
            params: params.collect(),
            requirements: requirements(&confluence.acl),
        }
    }

    fn config(&'a self, confluence: &'a Confluence) -> ConfluenceConfig<'a> {
        ConfluenceConfig {
            name: &confluence.name,
            lattices: &self.lattices,
            organisms: &self.organisms,
            content: ContentParams { params: &self.params },
            acl: AclComposition { requirements: &self.requirements },
        }
    }
}

fn requirements(rules: &[SerdeRequirement]) -> Vec<Requirement> {
    rules.iter().map(|rule| rule.0).collect()
}
