//! From a document to the handshake that it describes.

use alloc::vec::Vec;

use coalition_core::{
    AclComposition, CoalitionConfig, ConfluenceConfig, ContentParam, ContentParams, ContentValue,
    LatticeConfig, OrganismRef, Requirement, TicketIssuerConfig,
};

use super::{Confluence, Document, Rule, Value};
use crate::{ConfluenceProfile, Handshake, LatticeProfile, OrganismProfile, TicketIssuerProfile};

impl Document {
    /// Puts the borrowed structs together, the innermost first, and lends them out.
    pub(crate) fn with<R>(&self, use_handshake: impl FnOnce(&Handshake<'_>) -> R) -> R {
        let lattices: Vec<_> = self
            .lattices
            .iter()
            .map(|lattice| LatticeConfig {
                name: &lattice.name,
                stable_id: lattice.stable_id,
                content_hash: lattice.content_hash,
            })
            .collect();
        let organisms: Vec<_> = self
            .organisms
            .iter()
            .map(|organism| OrganismRef {
                role: &organism.role,
                stable_id: organism.stable_id,
                content_hash: organism.content_hash,
            })
            .collect();
        let parts: Vec<_> = self.confluences.iter().map(Parts::of).collect();
        let confluences: Vec<_> = self
            .confluences
            .iter()
            .zip(&parts)
            .map(|(confluence, parts)| ConfluenceConfig {
                name: &confluence.name,
                lattices: &parts.lattices,
                organisms: &parts.organisms,
                content: ContentParams { params: &parts.params },
                acl: AclComposition { requirements: &parts.requirements },
            })
            .collect();
        let issuer_requirements =
            self.ticket_issuer.as_ref().map(|issuer| requirements(&issuer.acl)).unwrap_or_default();
        let peers: Vec<_> = self.peers.iter().map(AsRef::as_ref).collect();
        let lattice_profiles: Vec<_> = self
            .lattices
            .iter()
            .map(|lattice| LatticeProfile {
                ident: &lattice.ident,
                description: &lattice.description,
                ticket_root: lattice.ticket_root,
                handshake: lattice.handshake.as_deref(),
            })
            .collect();
        let organism_profiles: Vec<_> = self
            .organisms
            .iter()
            .map(|organism| OrganismProfile {
                ident: &organism.ident,
                name: &organism.name,
                description: &organism.description,
                ticket_root: organism.ticket_root,
                handshake: organism.handshake.as_deref(),
            })
            .collect();
        let confluence_profiles: Vec<_> = self
            .confluences
            .iter()
            .map(|confluence| ConfluenceProfile {
                ident: &confluence.ident,
                description: &confluence.description,
                state_machine: confluence.state_machine,
                handshake: confluence.handshake.as_deref(),
                import: confluence.import.as_deref(),
            })
            .collect();
        use_handshake(&Handshake {
            coalition: CoalitionConfig {
                name: &self.name,
                lattices: &lattices,
                organisms: &organisms,
                confluences: &confluences,
                ticket_issuer: self.ticket_issuer.as_ref().map(|issuer| TicketIssuerConfig {
                    name: &issuer.name,
                    acl: AclComposition { requirements: &issuer_requirements },
                }),
            },
            ident: &self.ident,
            description: &self.description,
            handshake: self.handshake.as_deref(),
            peers: &peers,
            change_channel: self.change_channel.as_deref(),
            lattices: &lattice_profiles,
            organisms: &organism_profiles,
            confluences: &confluence_profiles,
            ticket_issuer: self.ticket_issuer.as_ref().map(|issuer| TicketIssuerProfile {
                ident: &issuer.ident,
                description: &issuer.description,
                handshake: issuer.handshake.as_deref(),
            }),
        })
    }
}

/// The lists that the configuration of a confluence borrows.
struct Parts<'a> {
    lattices: Vec<LatticeConfig<'a>>,
    organisms: Vec<OrganismRef<'a>>,
    params: Vec<ContentParam<'a>>,
    requirements: Vec<Requirement>,
}

impl<'a> Parts<'a> {
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
                Value::Bool(value) => ContentValue::Bool(*value),
                Value::U64(value) => ContentValue::U64(*value),
                Value::Text(text) => ContentValue::Text(text),
                Value::Id(id) => ContentValue::Id(*id),
            },
        });
        Self {
            lattices: lattices.collect(),
            organisms: organisms.collect(),
            params: params.collect(),
            requirements: requirements(&confluence.acl),
        }
    }
}

fn requirements(rules: &[Rule]) -> Vec<Requirement> {
    let requirement = |rule: &Rule| match *rule {
        Rule::RecogniseIssuer(root) => Requirement::RecogniseIssuer(root),
        Rule::RequireMrtd(mrtd) => Requirement::RequireMrtd(mrtd),
        Rule::RequireValidator(signature) => Requirement::RequireValidator(signature),
        Rule::RecogniseCoalitionIssuer => Requirement::RecogniseCoalitionIssuer,
    };
    rules.iter().map(requirement).collect()
}
