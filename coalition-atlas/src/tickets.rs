//! Members' tickets, as the access rules of the Atlas require them.
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
use jwt::{AlgorithmType, FromBase64, VerifyingAlgorithm};
use mosaik::discovery::PeerEntry;
use mosaik::iroh::PublicKey;
use mosaik::tickets::{
    EdDsa, EdDsaSigningKey, Expiration, Jwt, JwtTicketBuilder, Ticket, TicketValidator, VerifyingKey,
};
use mosaik::{PeerId, SecretKey, Signature};

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
    /// Creates a set without issuers: enough for an Atlas without access rules.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an Ed25519 key of the issuer with this root. An issuer may have several, to rotate them. mosaik folds the keys
    /// in the ids of groups, so every member is given the same keys in the same order.
    #[must_use]
    pub fn with_key(mut self, root: UniqueId, key: PublicKey) -> Self {
        self.keys.push((root, key));
        self
    }

    /// Adds a validator for the `require_validator` that names its signature.
    #[must_use]
    pub fn with_validator(mut self, validator: impl TicketValidator) -> Self {
        self.validators.push(Arc::new(validator));
        self
    }

    /// Returns a validator for each requirement of the Atlas's access rules, in order.
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
            let issuer = compiled.issuer(requirement);
            let keys =
                self.keys.iter().filter(|(root, _)| Some(*root) == issuer).map(|(_, key)| *key).collect();
            Ok(Rule { validator, issuer, keys, module: compiled.module_root })
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

/// Verifies a token by itself: mosaik's keys verify only within a validator.
struct Ed25519(PublicKey);

impl VerifyingAlgorithm for Ed25519 {
    /// `jwt` has no name for `EdDSA`, and `verify` does not ask for one.
    fn algorithm_type(&self) -> AlgorithmType {
        AlgorithmType::None
    }

    fn verify_bytes(&self, header: &str, claims: &str, signature: &[u8]) -> Result<bool, jwt::Error> {
        let message = format!("{header}.{claims}");
        let signature = Signature::try_from(signature);
        Ok(signature.is_ok_and(|signature| self.0.verify(message.as_bytes(), &signature).is_ok()))
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
    keys: Vec<PublicKey>,
    module: UniqueId,
}

/// Checks a member's tickets against the rules, and returns until when they hold.
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
            let fault = |ticket| rule.fault(ticket, member.id()).unwrap_or(TicketError::Refused);
            return Err(of_class().last().map_or(TicketError::Missing, fault));
        };
        until = until.min(valid);
    }
    Ok(until)
}

/// Finds what is wrong with a member's tickets before there is a network: mosaik's validators need the entry of a peer
/// that is on one.
pub(crate) fn check(rules: &[Rule], tickets: &[Ticket], member: &PeerId) -> Result<(), TicketError> {
    for rule in rules.iter().filter(|rule| rule.issuer.is_some()) {
        let of_class = tickets.iter().filter(|ticket| ticket.class == rule.validator.class());
        let faults: Vec<_> = of_class.map(|ticket| rule.fault(ticket, member)).collect();
        if !faults.contains(&None) {
            return Err(faults.into_iter().flatten().last().unwrap_or(TicketError::Missing));
        }
    }
    Ok(())
}

impl Rule {
    /// Finds what is wrong with a ticket, of which mosaik's validator says nothing.
    fn fault(&self, ticket: &Ticket, member: &PeerId) -> Option<TicketError> {
        let token = std::str::from_utf8(ticket.data()).unwrap_or_default();
        let parts: Vec<&str> = token.split('.').collect();
        let [header, claims, signature] = parts[..] else { return Some(TicketError::Unreadable) };
        let Ok(parsed) = jwt::Claims::from_base64(claims) else { return Some(TicketError::Unreadable) };
        let (reg, member) = (parsed.registered, member.to_string());
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let wrong = |claim: Option<String>, expected: String| {
            claim.filter(|claim| *claim != expected).map(|found| (found, expected))
        };
        if let Some((found, expected)) = wrong(reg.subject, member) {
            return Some(TicketError::Stolen { subject: found, member: expected });
        }
        if let Some(ago) = reg.expiration.and_then(|at| now.checked_sub(Duration::from_secs(at))) {
            return Some(TicketError::Expired { ago: Duration::from_secs(ago.as_secs()) });
        }
        let issuer = self.issuer.map(|root| root.to_string());
        if let Some((found, expected)) = issuer.and_then(|root| wrong(reg.issuer, root)) {
            return Some(TicketError::Claim { claim: "iss", found, expected });
        }
        if let Some((found, expected)) = wrong(reg.audience, self.module.to_string()) {
            return Some(TicketError::Claim { claim: "aud", found, expected });
        }
        let signed = |key: &PublicKey| Ed25519(*key).verify(header, claims, signature).unwrap_or(false);
        let known = self.issuer.is_none() || self.keys.iter().any(signed);
        (!known).then_some(TicketError::Refused)
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

/// Reads a ticket from its text form, a JSON web token.
#[must_use]
pub fn parse_ticket(token: &str) -> Ticket {
    Ticket::new(Jwt::CLASS, token.trim().to_owned().into())
}

/// Issues a member's ticket, as the issuer with this root does. Returns its text form, which [`parse_ticket`] reads.
///
/// # Errors
///
/// If the coalition ships no Atlas.
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
