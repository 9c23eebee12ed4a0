//! The plain values of a checked declaration that are hashed.

use crate::model::{self, CheckedValue, Origin, Pin, Spans};

/// 32 bytes: an id, a fingerprint, a digest.
pub(crate) type Bytes32 = [u8; 32];

/// The values of a coalition that are folded, which means hashed into its identity.
pub(crate) struct FoldedCoalition {
    pub(crate) name: String,
    pub(crate) lattices: Vec<FoldedCitizen>,
    pub(crate) organisms: Vec<FoldedCitizen>,
    pub(crate) confluences: Vec<FoldedConfluence>,
    pub(crate) ticket_issuer: Option<FoldedTicketIssuer>,
}

/// A lattice, without its content hash, or an organism.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct FoldedCitizen {
    pub(crate) stable_id: Bytes32,
    pub(crate) content_hash: Option<Bytes32>,
}

/// A confluence or a module.
pub(crate) struct FoldedConfluence {
    pub(crate) name: String,
    pub(crate) body: FoldedBody,
}

/// The values that a confluence's fingerprint covers.
pub(crate) enum FoldedBody {
    /// An import that is pinned: its fingerprint.
    Pinned(Bytes32),
    /// A declaration.
    Declared { spans: Option<Listed>, content: Vec<FoldedParameter>, acl: Vec<FoldedRequirement> },
}

/// The citizens that a confluence names; one that names none spans every citizen.
pub(crate) struct Listed {
    pub(crate) lattices: Vec<FoldedCitizen>,
    pub(crate) organisms: Vec<FoldedCitizen>,
}

/// A content parameter: its key, its tag and its value's bytes.
pub(crate) struct FoldedParameter {
    pub(crate) key: String,
    pub(crate) value: Vec<u8>,
}

/// A requirement: its tag and its value's bytes.
pub(crate) struct FoldedRequirement {
    pub(crate) value: Vec<u8>,
}

/// The ticket issuer.
pub(crate) enum FoldedTicketIssuer {
    Pinned(Bytes32),
    Declared { name: String, acl: Vec<FoldedRequirement> },
}

/// Lowers a coalition. Returns `None` if only rustc knows one of the values: an import without a pin, or an id by path.
pub(crate) fn lower(coalition: &model::CheckedCoalition) -> Option<FoldedCoalition> {
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
    Some(FoldedCoalition {
        name: coalition.name.value().into(),
        lattices,
        organisms,
        confluences,
        ticket_issuer,
    })
}

fn citizens(citizens: &[model::CheckedCitizen], folds_content_hash: bool) -> Option<Vec<FoldedCitizen>> {
    citizens
        .iter()
        .map(|citizen| {
            let content_hash = match citizen.content_hash.as_ref().filter(|_| folds_content_hash) {
                Some(id) => Some(id.literal()?),
                None => None,
            };
            Some(FoldedCitizen { stable_id: citizen.stable_id.as_ref()?.literal()?, content_hash })
        })
        .collect()
}

fn confluence(
    confluence: &model::CheckedConfluence,
    lattices: &[FoldedCitizen],
    organisms: &[FoldedCitizen],
) -> Option<FoldedConfluence> {
    let (name, body) = match &confluence.origin {
        Origin::Imported(_) => (String::new(), FoldedBody::Pinned(pinned(confluence.expect_fingerprint)?)),
        Origin::Declared(name) => {
            let pick = |all: &[FoldedCitizen], indices: &[usize]| indices.iter().map(|&i| all[i]).collect();
            let spans = match &confluence.spans {
                Spans::All => None,
                Spans::Listed { lattices: l, organisms: o } => {
                    Some(Listed { lattices: pick(lattices, l), organisms: pick(organisms, o) })
                }
            };
            let content = confluence.content.iter().map(parameter).collect::<Option<_>>()?;
            (name.value().into(), FoldedBody::Declared { spans, content, acl: acl(&confluence.acl)? })
        }
    };
    Some(FoldedConfluence { name, body })
}

fn ticket_issuer(issuer: &model::CheckedTicketIssuer) -> Option<FoldedTicketIssuer> {
    Some(match &issuer.origin {
        Origin::Imported(_) => FoldedTicketIssuer::Pinned(pinned(issuer.expect_fingerprint)?),
        Origin::Declared(name) => {
            FoldedTicketIssuer::Declared { name: name.value().into(), acl: acl(&issuer.acl)? }
        }
    })
}

fn pinned(pin: Option<Pin>) -> Option<Bytes32> {
    match pin? {
        Pin::Frozen(bytes, _) => Some(bytes),
        Pin::Unfrozen(_) => None,
    }
}

fn parameter(parameter: &model::CheckedParameter) -> Option<FoldedParameter> {
    let value = match &parameter.value {
        CheckedValue::Bool(value) => vec![0x00, u8::from(*value)],
        CheckedValue::U64(value) => tag(0x01, &value.to_le_bytes()),
        CheckedValue::Text(text) => {
            [&[0x02], &(text.len() as u64).to_le_bytes()[..], text.as_bytes()].concat()
        }
        CheckedValue::Id(id) => tag(0x03, &id.literal()?),
    };
    Some(FoldedParameter { key: parameter.key.clone(), value })
}

fn acl(acl: &[model::CheckedRequirement]) -> Option<Vec<FoldedRequirement>> {
    use model::CheckedRequirement::{
        RecogniseCoalitionIssuer, RecogniseIssuer, RequireMrtd, RequireValidator,
    };
    acl.iter()
        .map(|requirement| {
            let value = match requirement {
                RecogniseIssuer(id) => tag(0x00, &id.literal()?),
                RequireMrtd(id) => tag(0x01, &id.literal()?),
                RequireValidator(id) => tag(0x02, &id.literal()?),
                RecogniseCoalitionIssuer => vec![0x03],
            };
            Some(FoldedRequirement { value })
        })
        .collect()
}

fn tag(tag: u8, value: &[u8]) -> Vec<u8> {
    [&[tag], value].concat()
}
