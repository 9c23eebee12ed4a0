//! Members' tickets, as the Atlas's access rules require them.
//!
//! A ticket is a JSON web token with an Ed25519 signature (`EdDSA`), which mosaik's own validator verifies. Its claims:
//!
//! | claim | value |
//! |---|---|
//! | `iss` | the issuer's root, `0x` and 64 hex digits: `TICKETS_ROOT`, or the root that `recognise_issuer` names |
//! | `sub` | the member's peer id, 64 hex digits |
//! | `aud` | the identity of the Atlas, `0x` and 64 hex digits |
//! | `role` | `member`: mosaik tells no writer of a map from a reader of it, so the ticket does |
//! | `exp` | when it expires, in seconds since 1970; required |

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use coalition::{Handshake, Requirement, UniqueId};
use jwt::FromBase64;
use mosaik::discovery::PeerEntry;
use mosaik::iroh::PublicKey;
use mosaik::tickets::{
    EdDsa, EdDsaSigningKey, Expiration, Jwt, JwtTicketBuilder, Ticket, TicketValidator, VerifyingKey,
};
use mosaik::{PeerId, SecretKey};

use crate::compiled::{Compiled, NoAtlas};

const ROLE: &str = "role";
const MEMBER: &str = "member";

/// The keys by which tickets are verified. The const names issuers by their roots; their public keys are the issuers'
/// to publish.
#[derive(Clone, Default)]
pub struct Issuers {
    keys: Vec<(UniqueId, PublicKey)>,
    validators: Vec<Arc<dyn TicketValidator>>,
}

impl Issuers {
    /// No issuer: enough for an Atlas without access rules.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An Ed25519 key of the issuer with this root. An issuer may have several, to rotate them. mosaik folds the keys
    /// in the ids of groups, so every member is given the same ones, in the same order.
    #[must_use]
    pub fn with_key(mut self, root: UniqueId, key: PublicKey) -> Self {
        self.keys.push((root, key));
        self
    }

    /// A validator for the `require_validator` that names its signature.
    #[must_use]
    pub fn with_validator(mut self, validator: impl TicketValidator) -> Self {
        self.validators.push(Arc::new(validator));
        self
    }

    /// A validator for each requirement of the Atlas's access rules, in order.
    pub(crate) fn validators(&self, compiled: &Compiled) -> Result<Vec<Rule>, AclError> {
        let rule = |requirement: &Requirement| {
            let validator: Arc<dyn TicketValidator> = match *requirement {
                Requirement::RecogniseIssuer(root) => Arc::new(self.issuer(compiled, root)?),
                Requirement::RecogniseCoalitionIssuer => {
                    Arc::new(self.issuer(compiled, compiled.tickets_root.ok_or(AclError::NoTicketIssuer)?)?)
                }
                Requirement::RequireValidator(signature) => {
                    let wanted = mosaik::UniqueId::from(signature);
                    let found = self.validators.iter().find(|validator| validator.signature() == wanted);
                    Arc::clone(found.ok_or(AclError::NoValidator(signature))?)
                }
                Requirement::RequireMrtd(_) => return Err(AclError::MrTd),
            };
            Ok(Rule { validator, issuer: compiled.issuer(requirement), module: compiled.module_root })
        };
        compiled.acl.iter().map(rule).collect()
    }

    fn issuer(&self, compiled: &Compiled, root: UniqueId) -> Result<Jwt, AclError> {
        let mut keys = self.keys.iter().filter(|(of, _)| *of == root).map(|(_, key)| verifying(key));
        let first = keys.next().ok_or(AclError::NoKey(root))?;
        Ok(keys
            .fold(Jwt::with_key(first), Jwt::add_key)
            .allow_issuer(root.to_string())
            .allow_audience(compiled.module_root.to_string())
            .require_claim(ROLE, MEMBER))
    }
}

fn verifying(key: &PublicKey) -> VerifyingKey {
    EdDsa::new(*key.as_bytes()).into()
}

impl Compiled {
    /// The root of the issuer that a requirement recognises.
    fn issuer(&self, requirement: &Requirement) -> Option<UniqueId> {
        match *requirement {
            Requirement::RecogniseIssuer(root) => Some(root),
            Requirement::RecogniseCoalitionIssuer => self.tickets_root,
            _ => None,
        }
    }
}

/// Why the access rules cannot be kept with what was given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AclError {
    /// The Atlas recognises the coalition's issuer, and there is none.
    #[error("the Atlas recognises the coalition's own ticket issuer, which the coalition does not declare")]
    NoTicketIssuer,
    /// No key was given of an issuer.
    #[error("the Atlas recognises the issuer {0}, of which no key was given; its operator publishes it")]
    NoKey(UniqueId),
    /// No validator with this signature was given.
    #[error("the Atlas requires the ticket validator with the signature {0}, which was not given")]
    NoValidator(UniqueId),
    /// An `MR_TD` is required, which takes TDX hardware to prove.
    #[error(
        "the Atlas requires an MR_TD, which this crate does not verify; give its validator by `require_validator`"
    )]
    MrTd,
}

/// One requirement of the access rules.
#[derive(Clone)]
pub(crate) struct Rule {
    pub validator: Arc<dyn TicketValidator>,
    issuer: Option<UniqueId>,
    module: UniqueId,
}

/// Holds a member's tickets against the rules, and says until when they hold.
pub(crate) fn admit(
    rules: &[Rule],
    tickets: &[Ticket],
    member: &PeerEntry,
) -> Result<Expiration, TicketError> {
    let mut until = Expiration::Never;
    for rule in rules {
        let of_class = || tickets.iter().filter(|ticket| ticket.class == rule.validator.class());
        let valid = of_class().filter_map(|ticket| rule.validator.validate(ticket.data(), member).ok()).max();
        let Some(valid) = valid else {
            return Err(of_class()
                .last()
                .map_or(TicketError::Missing, |ticket| rule.fault(ticket, member.id())));
        };
        until = until.min(valid);
    }
    Ok(until)
}

impl Rule {
    /// Why a ticket does not hold, of which mosaik's validator says nothing.
    fn fault(&self, ticket: &Ticket, member: &PeerId) -> TicketError {
        let claims = std::str::from_utf8(ticket.data()).ok().and_then(|token| token.split('.').nth(1));
        let Some(claims) = claims.and_then(|claims| jwt::Claims::from_base64(claims).ok()) else {
            return TicketError::Unreadable;
        };
        let (reg, member) = (claims.registered, member.to_string());
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let wrong = |claim: Option<String>, expected: String| {
            claim.filter(|claim| *claim != expected).map(|found| (found, expected))
        };
        if let Some((found, expected)) = wrong(reg.subject, member) {
            return TicketError::Stolen { subject: found, member: expected };
        }
        if let Some(ago) = reg.expiration.and_then(|at| now.checked_sub(Duration::from_secs(at))) {
            return TicketError::Expired { ago: Duration::from_secs(ago.as_secs()) };
        }
        let issuer = self.issuer.map(|root| root.to_string());
        let (claim, (found, expected)) = if let Some(fault) = issuer.and_then(|root| wrong(reg.issuer, root))
        {
            ("iss", fault)
        } else if let Some(fault) = wrong(reg.audience, self.module.to_string()) {
            ("aud", fault)
        } else {
            return TicketError::Refused;
        };
        TicketError::Claim { claim, found, expected }
    }
}

/// Why a member's ticket does not admit it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TicketError {
    /// The access rules require a ticket, and there is none.
    #[error("the Atlas requires a ticket and this member has none; ask the ticket issuer for one")]
    Missing,
    /// It is no JSON web token.
    #[error("the ticket is no JSON web token")]
    Unreadable,
    /// It was issued to somebody else.
    #[error("the ticket was issued to {subject}, and this member is {member}")]
    Stolen {
        /// Whose it is.
        subject: String,
        /// Who presented it.
        member: String,
    },
    /// It has expired.
    #[error("the ticket expired {ago:?} ago; ask the ticket issuer for a new one")]
    Expired {
        /// How long ago, in whole seconds.
        ago: Duration,
    },
    /// A claim does not say what it should.
    #[error("the ticket's claim `{claim}` is {found}, where the compiled coalition requires {expected}")]
    Claim {
        /// The claim's name.
        claim: &'static str,
        /// What it says.
        found: String,
        /// What it should say.
        expected: String,
    },
    /// Its signature is by none of the issuer's keys, or it lacks a claim.
    #[error(
        "the ticket is signed by none of the issuer's keys, or lacks one of its claims (iss, sub, aud, role, exp)"
    )]
    Refused,
}

/// A ticket from its text form, a JSON web token.
#[must_use]
pub fn parse_ticket(token: &str) -> Ticket {
    Ticket::new(Jwt::CLASS, token.trim().to_owned().into())
}

/// Issues a member's ticket, as the issuer with this root does: its text form, which [`parse_ticket`] reads.
///
/// # Errors
///
/// Where the coalition ships no Atlas.
pub fn issue_ticket(
    handshake: &Handshake<'_>,
    issuer: UniqueId,
    key: &SecretKey,
    member: &PeerId,
    lifetime: Duration,
) -> Result<String, NoAtlas> {
    let compiled = Compiled::new(handshake)?;
    let lifetime = mosaik::tickets::Duration::from_std(lifetime).unwrap_or(mosaik::tickets::Duration::MAX);
    let ticket = JwtTicketBuilder::new(EdDsaSigningKey::from_bytes(key.to_bytes()))
        .issuer(issuer.to_string())
        .audience(compiled.module_root.to_string())
        .claim(ROLE, MEMBER)
        .expires_in(lifetime)
        .build(member);
    Ok(String::from_utf8_lossy(ticket.data()).into_owned())
}
