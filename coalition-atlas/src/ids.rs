//! The ids under which a committee and its readers meet on mosaik.

use std::fmt;

use coalition::{UNIVERSE, UniqueId};
use mosaik::{FunctionId, GroupKey};

use crate::compiled::Compiled;

/// 32 random bytes that only the members of a committee hold. Whoever has them and a member's ticket is a member.
#[derive(Clone, PartialEq, Eq)]
pub struct CommitteeSecret([u8; 32]);

impl CommitteeSecret {
    /// Creates a secret from its bytes. They should be random: `openssl rand -hex 32` prints such.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// Says nothing of the bytes.
impl fmt::Debug for CommitteeSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CommitteeSecret(…)")
    }
}

/// Returns the key of the group that counts bonds: `blake3(blake3(module identity || "guard") || secret)`.
///
/// mosaik derives the group's secrets from it, so it must not follow from published values alone.
pub(crate) fn guard(compiled: &Compiled, secret: &CommitteeSecret) -> GroupKey {
    GroupKey::new(mosaik::UniqueId::from(compiled.module_root.derive("guard")).derive(secret.0))
}

/// Returns the id of the function by which members hand each other cards:
/// `blake3(blake3(module identity || "keep") || secret)`.
pub(crate) fn keep(compiled: &Compiled, secret: &CommitteeSecret) -> FunctionId {
    mosaik::UniqueId::from(compiled.module_root.derive("keep")).derive(secret.0)
}

/// Returns the id of the function by which members sign snapshots for each other:
/// `blake3(blake3(module identity || "sign") || secret)`.
pub(crate) fn sign(compiled: &Compiled, secret: &CommitteeSecret) -> FunctionId {
    mosaik::UniqueId::from(compiled.module_root.derive("sign")).derive(secret.0)
}

/// Returns a value by which members compare their secrets: `blake3(blake3(module identity || "secret") || secret)`.
pub(crate) fn secret_tag(compiled: &Compiled, secret: &CommitteeSecret) -> UniqueId {
    mosaik::UniqueId::from(compiled.module_root.derive("secret")).derive(secret.0).into()
}

/// Returns the id of the function that serves answers: `blake3(blake3(UNIVERSE || "coalition.atlas") || name)`.
///
/// It follows from the coalition's name, not from the module's identity. A program that compiled another declaration
/// therefore finds the function all the same, and the answer tells it what drifted.
pub(crate) fn door(coalition: &str) -> FunctionId {
    UniqueId::derive(&UNIVERSE.derive("coalition.atlas"), coalition).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &str = "ethereum.superchain";

    fn compiled() -> Compiled {
        let id = |byte| UniqueId::from_bytes([byte; 32]);
        Compiled {
            name: NAME.to_owned(),
            coalition_root: id(1),
            module_root: id(2),
            digest: id(3),
            tickets_root: None,
            acl: Vec::new(),
            cards: Vec::new(),
        }
    }

    /// The values are by the Python package `blake3`.
    #[test]
    fn follow_from_the_identity_of_the_module_and_the_secret() {
        let secret = CommitteeSecret::from_bytes([4; 32]);
        assert_eq!(keep(&compiled(), &secret).to_string(), KEEP);
        assert_eq!(guard(&compiled(), &secret).secret().to_string(), GUARD);
        let other = CommitteeSecret::from_bytes([5; 32]);
        assert_ne!(guard(&compiled(), &secret), guard(&compiled(), &other));
        assert_ne!(secret_tag(&compiled(), &secret), secret_tag(&compiled(), &other));
        let moved = Compiled { module_root: UniqueId::from_bytes([6; 32]), ..compiled() };
        assert_ne!(guard(&compiled(), &secret), guard(&moved, &secret));
    }

    #[test]
    fn the_door_follows_from_the_name_alone() {
        assert_eq!(door(NAME).to_string(), DOOR);
    }

    const KEEP: &str = "547679343126aa4966941e8d9b4b239f5d19ef31b97de80d0ec6774b2940c84c";
    const GUARD: &str = "80f5ac51a9aabb896d8d2c09e4f7f43dfe747ef2da63c3723df7081b61de1b92";
    const DOOR: &str = "fa5b47a7b911ba9b61aa6dd659aa74daac4684a7e136ebc8e0db8d4c83b87253";

    #[test]
    fn a_secret_is_not_shown() {
        assert_eq!(format!("{:?}", CommitteeSecret::from_bytes([7; 32])), "CommitteeSecret(…)");
    }
}
