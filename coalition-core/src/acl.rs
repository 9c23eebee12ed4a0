//! Access rules.

use core::fmt;

use crate::schema::tagged;
use crate::sink::Sink;
use crate::{MrTd, UniqueId};

/// The access rules of a service: the requirements for a peer that wants to join.
///
/// Their order is part of the identity.
///
/// ```
/// # use coalition_core::{AclComposition, Requirement, UniqueId};
/// const ISSUER: UniqueId =
///     UniqueId::from_hex("0xff096070fb25d5456f50000af78f1c92fda605bdb7bc3d1e7d1cc0091204e61c");
/// const ACL: AclComposition<'static> =
///     AclComposition { requirements: &[Requirement::RecogniseIssuer(ISSUER)] };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AclComposition<'a> {
    /// The requirements. A peer must meet all of them.
    pub requirements: &'a [Requirement],
}

/// One requirement for a peer.
///
/// [`AclComposition::digest`] hashes a tag of one byte, then the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// A ticket of the issuer with this root. Tag `0x00`, then 32 bytes.
    RecogniseIssuer(UniqueId),
    /// An Intel TDX domain with this measurement. Tag `0x01`, then 48 bytes.
    RequireMrtd(MrTd),
    /// The consent of the mosaik `TicketValidator` with this signature. Tag `0x02`, then 32 bytes.
    RequireValidator(UniqueId),
    /// A ticket of the coalition's own ticket issuer. Tag `0x03`, without a value.
    ///
    /// Only a module may require it, and only if the coalition has a ticket issuer. The issuer's root is not hashed,
    /// because it is derived from `COALITION_ROOT`, which already contains the module.
    RecogniseCoalitionIssuer,
}

/// Writes the requirement as a block declares it: `recognise_issuer("0x…")`, `recognise_issuer(self)`.
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

/// Returns [`AclComposition::OPEN`].
impl Default for AclComposition<'_> {
    fn default() -> Self {
        Self::OPEN
    }
}

impl AclComposition<'_> {
    /// Access rules without a requirement: every peer may join.
    pub const OPEN: Self = Self { requirements: &[] };

    /// Derives the ACL digest.
    ///
    /// It is the BLAKE3 hash of
    ///
    /// 1. `"acl|" || SCHEMA_VERSION_U8 || "|"`;
    /// 2. the number of requirements, as a little-endian `u64`;
    /// 3. for each requirement, in order: its tag, one byte, and its value.
    #[must_use]
    pub const fn digest(&self) -> UniqueId {
        let mut hasher = tagged("acl");
        self.fold(&mut Sink::Hash(&mut hasher));
        hasher.finalise()
    }

    /// Writes the number of requirements, then the tag and the value of each.
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
