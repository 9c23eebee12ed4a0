//! The ids under which a committee and its readers meet on mosaik.

use std::fmt;

use coalition::{UNIVERSE, UniqueId};
use mosaik::{FunctionId, GroupKey, StoreId};

use crate::compiled::Compiled;

/// 32 random bytes that only the members of a committee hold. Whoever has them and a member's ticket is a member.
#[derive(Clone, PartialEq, Eq)]
pub struct CommitteeSecret([u8; 32]);

impl CommitteeSecret {
    /// A secret of these bytes. They should be random: `openssl rand -hex 32` prints such.
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

/// The map's id: `blake3(blake3(module identity || "store") || secret)`.
///
/// mosaik takes a store's id for the secret of its group, so it may not follow from published values alone.
pub(crate) fn store(compiled: &Compiled, secret: &CommitteeSecret) -> StoreId {
    mosaik::UniqueId::from(compiled.module_root.derive("store")).derive(secret.0)
}

/// The key of the group that counts bonds: `blake3(blake3(module identity || "guard") || secret)`.
pub(crate) fn guard(compiled: &Compiled, secret: &CommitteeSecret) -> GroupKey {
    GroupKey::new(mosaik::UniqueId::from(compiled.module_root.derive("guard")).derive(secret.0))
}

/// The id of the function that serves snapshots: `blake3(blake3(UNIVERSE || "coalition.atlas") || name)`.
///
/// It follows from the coalition's name and not from the module's identity. Whoever compiled another declaration would
/// not find an id that follows from the identity, and would wait until a timeout; so the two meet under the name, and
/// the identities are in the answer.
pub(crate) fn door(coalition: &str) -> FunctionId {
    UniqueId::derive(&UNIVERSE.derive("coalition.atlas"), coalition).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::{Published, StableId};

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
        assert_eq!(store(&compiled(), &secret).to_string(), STORE);
        assert_eq!(guard(&compiled(), &secret).secret().to_string(), GUARD);
        let other = CommitteeSecret::from_bytes([5; 32]);
        assert_ne!(store(&compiled(), &secret), store(&compiled(), &other));
        let moved = Compiled { module_root: UniqueId::from_bytes([6; 32]), ..compiled() };
        assert_ne!(store(&compiled(), &secret), store(&moved, &secret));
    }

    #[test]
    fn the_door_follows_from_the_name_alone() {
        assert_eq!(door(NAME).to_string(), DOOR);
    }

    const STORE: &str = "80581b4ac1d155b3f179eb704bc98efebaf9563cd6872a4ddd7e6a821343a4ba";
    const GUARD: &str = "80f5ac51a9aabb896d8d2c09e4f7f43dfe747ef2da63c3723df7081b61de1b92";
    const DOOR: &str = "fa5b47a7b911ba9b61aa6dd659aa74daac4684a7e136ebc8e0db8d4c83b87253";

    /// mosaik folds these paths in the id of the map's group. A committee of two releases that differ in one has two
    /// maps.
    #[test]
    fn the_types_of_the_map_have_the_paths_that_were_released() {
        assert_eq!(std::any::type_name::<StableId>(), "coalition_atlas::card::StableId");
        assert_eq!(std::any::type_name::<Published>(), "coalition_atlas::card::Published");
    }

    #[test]
    fn a_secret_is_not_shown() {
        assert_eq!(format!("{:?}", CommitteeSecret::from_bytes([7; 32])), "CommitteeSecret(…)");
    }
}
