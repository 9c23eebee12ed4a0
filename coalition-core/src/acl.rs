//! Access rules.

use core::fmt;

use crate::schema::tagged;
use crate::sink::Sink;
use crate::{MrTd, UniqueId};

/// The requirements that a service makes of a ticket, in an order that is part of its identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AclComposition<'a> {
    /// What a ticket must meet, all of it.
    pub requirements: &'a [Requirement],
}

/// One requirement of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// It was issued under this 32-byte issuer root. Tag `0x00`.
    RecogniseIssuer(UniqueId),
    /// Its bearer runs this measured image. Tag `0x01`.
    RequireMrtd(MrTd),
    /// It passes the mosaik `TicketValidator` with this 32-byte signature. Tag `0x02`.
    RequireValidator(UniqueId),
    /// It was issued by the coalition's own ticket issuer. Tag `0x03`, with no value: `TICKETS_ROOT` is derived from
    /// `COALITION_ROOT`, which folds the fingerprint of the module that recognises it, so folding the root itself
    /// would be a circle. For modules of a coalition that has a ticket issuer.
    RecogniseCoalitionIssuer,
}

/// As it is declared: `recognise_issuer("0x…")`, `recognise_issuer(self)`.
impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RecogniseIssuer(root) => write!(f, "recognise_issuer(\"{root}\")"),
            Self::RequireMrtd(mrtd) => write!(f, "require_mrtd(\"{mrtd}\")"),
            Self::RequireValidator(signature) => write!(f, "require_validator(\"{signature}\")"),
            Self::RecogniseCoalitionIssuer => f.write_str("recognise_issuer(self)"),
        }
    }
}

/// No requirement.
impl Default for AclComposition<'_> {
    fn default() -> Self {
        Self::OPEN
    }
}

impl AclComposition<'_> {
    /// No requirement.
    pub const OPEN: Self = Self { requirements: &[] };

    /// Derives the ACL digest:
    ///
    /// 1. `"acl|" || SCHEMA_VERSION_U8 || "|"`;
    /// 2. the number of requirements, as a little-endian `u64`;
    /// 3. of each, in order: its tag, one byte, then its value.
    #[must_use]
    pub const fn digest(&self) -> UniqueId {
        let mut hasher = tagged("acl");
        self.fold(&mut Sink::Hash(&mut hasher));
        hasher.finalise()
    }

    /// The number of requirements, then the tag and the value of each.
    #[doc(hidden)]
    pub const fn fold(&self, sink: &mut Sink<'_>) {
        sink.u64(self.requirements.len() as u64);
        let mut rest = self.requirements;
        while let [requirement, others @ ..] = rest {
            match requirement {
                Requirement::RecogniseIssuer(root) => {
                    sink.byte(0x00);
                    sink.id(root);
                }
                Requirement::RequireMrtd(mrtd) => {
                    sink.byte(0x01);
                    sink.bytes(mrtd.as_bytes());
                }
                Requirement::RequireValidator(signature) => {
                    sink.byte(0x02);
                    sink.id(signature);
                }
                Requirement::RecogniseCoalitionIssuer => sink.byte(0x03),
            }
            rest = others;
        }
    }
}
