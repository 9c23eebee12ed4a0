//! From the checked declaration to the plain values that are hashed.

use crate::model::{self, Content, Origin, Pin, Spans};

/// 32 bytes: an id, a fingerprint, a digest.
pub(crate) type Bytes32 = [u8; 32];

/// Every folded value of a coalition.
pub(crate) struct Coalition {
    pub(crate) name: String,
    pub(crate) lattices: Vec<Citizen>,
    pub(crate) organisms: Vec<Citizen>,
    pub(crate) confluences: Vec<Confluence>,
    pub(crate) ticket_issuer: Option<TicketIssuer>,
}

/// A lattice, whose content hash is not folded, or an organism.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Citizen {
    pub(crate) stable_id: Bytes32,
    pub(crate) content_hash: Option<Bytes32>,
}

/// A confluence or a module.
pub(crate) struct Confluence {
    pub(crate) name: String,
    pub(crate) body: Body,
}

/// What a confluence folds.
pub(crate) enum Body {
    /// An import that is pinned: its fingerprint.
    Pinned(Bytes32),
    /// A declaration.
    Declared { spans: Option<Listed>, content: Vec<Parameter>, acl: Vec<Requirement> },
}

/// The citizens that a confluence names; one that names none spans every citizen.
pub(crate) struct Listed {
    pub(crate) lattices: Vec<Citizen>,
    pub(crate) organisms: Vec<Citizen>,
}

/// A content parameter: its key, its tag and its value's bytes.
pub(crate) struct Parameter {
    pub(crate) key: String,
    pub(crate) value: Vec<u8>,
}

/// A requirement: its tag and its value's bytes.
pub(crate) struct Requirement {
    pub(crate) value: Vec<u8>,
}

/// The ticket issuer.
pub(crate) enum TicketIssuer {
    Pinned(Bytes32),
    Declared { name: String, acl: Vec<Requirement> },
}

/// Lowers a coalition, where every folded value is written out in the block. `None` where rustc alone can know one: an
/// import without a pin, an id by path.
pub(crate) fn lower(coalition: &model::Coalition) -> Option<Coalition> {
    let lattices = citizens(&coalition.lattices, false)?;
    let organisms = citizens(&coalition.organisms, true)?;
    let confluences = coalition
        .confluences
        .iter()
        .map(|confluence| self::confluence(confluence, &lattices, &organisms))
        .collect::<Option<_>>()?;
    let ticket_issuer = match &coalition.ticket_issuer {
        Some(issuer) => Some(ticket_issuer(issuer)?),
        None => None,
    };
    Some(Coalition { name: coalition.name.value().into(), lattices, organisms, confluences, ticket_issuer })
}

fn citizens(citizens: &[model::Citizen], folds_content_hash: bool) -> Option<Vec<Citizen>> {
    citizens
        .iter()
        .map(|citizen| {
            let content_hash = match citizen.content_hash.as_ref().filter(|_| folds_content_hash) {
                Some(id) => Some(id.literal()?),
                None => None,
            };
            Some(Citizen { stable_id: citizen.stable_id.as_ref()?.literal()?, content_hash })
        })
        .collect()
}

fn confluence(
    confluence: &model::Confluence,
    lattices: &[Citizen],
    organisms: &[Citizen],
) -> Option<Confluence> {
    let (name, body) = match &confluence.origin {
        Origin::Imported(_) => (String::new(), Body::Pinned(pinned(confluence.expect_fingerprint)?)),
        Origin::Declared(name) => {
            let pick = |all: &[Citizen], indices: &[usize]| indices.iter().map(|&i| all[i]).collect();
            let spans = match &confluence.spans {
                Spans::All => None,
                Spans::Listed { lattices: l, organisms: o } => {
                    Some(Listed { lattices: pick(lattices, l), organisms: pick(organisms, o) })
                }
            };
            let content = confluence.content.iter().map(parameter).collect::<Option<_>>()?;
            (name.value().into(), Body::Declared { spans, content, acl: acl(&confluence.acl)? })
        }
    };
    Some(Confluence { name, body })
}

fn ticket_issuer(issuer: &model::TicketIssuer) -> Option<TicketIssuer> {
    Some(match &issuer.origin {
        Origin::Imported(_) => TicketIssuer::Pinned(pinned(issuer.expect_fingerprint)?),
        Origin::Declared(name) => {
            TicketIssuer::Declared { name: name.value().into(), acl: acl(&issuer.acl)? }
        }
    })
}

fn pinned(pin: Option<Pin>) -> Option<Bytes32> {
    match pin? {
        Pin::Frozen(bytes, _) => Some(bytes),
        Pin::Unfrozen(_) => None,
    }
}

fn parameter(parameter: &model::Parameter) -> Option<Parameter> {
    let value = match &parameter.value {
        Content::Bool(value) => vec![0x00, u8::from(*value)],
        Content::U64(value) => tag(0x01, &value.to_le_bytes()),
        Content::Text(text) => [&[0x02], &(text.len() as u64).to_le_bytes()[..], text.as_bytes()].concat(),
        Content::Id(id) => tag(0x03, &id.literal()?),
    };
    Some(Parameter { key: parameter.key.clone(), value })
}

fn acl(acl: &[model::Requirement]) -> Option<Vec<Requirement>> {
    use model::Requirement::{RecogniseCoalitionIssuer, RecogniseIssuer, RequireMrtd, RequireValidator};
    acl.iter()
        .map(|requirement| {
            let value = match requirement {
                RecogniseIssuer(id) => tag(0x00, &id.literal()?),
                RequireMrtd(id) => tag(0x01, &id.literal()?),
                RequireValidator(id) => tag(0x02, &id.literal()?),
                RecogniseCoalitionIssuer => vec![0x03],
            };
            Some(Requirement { value })
        })
        .collect()
}

fn tag(tag: u8, value: &[u8]) -> Vec<u8> {
    [&[tag], value].concat()
}
