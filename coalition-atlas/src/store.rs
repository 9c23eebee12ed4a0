//! What a member keeps on disk: mosaik keeps a group's log in memory, and a committee that restarts begins anew.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use coalition::UniqueId;
use serde::{Deserialize, Serialize};

use crate::card::{Published, StableId};

/// The latest edition of each card that a member has seen, in a file. It only grows: of two editions of a card the later
/// one holds, whichever came first, so members that merged the same cards hold the same.
#[derive(Debug)]
pub(crate) struct Store {
    file: PathBuf,
    module_root: UniqueId,
    cards: BTreeMap<StableId, Published>,
}

/// The file's content, in JSON.
#[derive(Serialize, Deserialize)]
struct Kept {
    module_root: UniqueId,
    cards: Vec<Published>,
}

impl Store {
    /// Opens the store of an Atlas in a folder, which is made where there is none.
    pub fn open(folder: &Path, module_root: UniqueId) -> Result<Self, StoreError> {
        let file = folder.join("atlas.json");
        let failed = |error| StoreError::Io { file: file.clone(), error };
        fs::create_dir_all(folder).map_err(failed)?;
        let kept = match fs::read(&file) {
            Ok(bytes) => serde_json::from_slice::<Kept>(&bytes)
                .map_err(|error| StoreError::Unreadable { file: file.clone(), fault: error.to_string() })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Kept { module_root, cards: Vec::new() },
            Err(error) => return Err(failed(error)),
        };
        if kept.module_root != module_root {
            return Err(StoreError::OtherAtlas { file, kept: kept.module_root, compiled: module_root });
        }
        let cards = kept.cards.into_iter().map(|published| (published.key(), published)).collect();
        Ok(Self { file, module_root, cards })
    }

    pub fn get(&self, key: StableId) -> Option<&Published> {
        self.cards.get(&key)
    }

    /// The cards by stable id.
    pub fn cards(&self) -> impl Iterator<Item = &Published> {
        self.cards.values()
    }

    /// Takes those that are later than what is held, and keeps them on disk before it returns. Returns whether there
    /// was any. Where the disk fails nothing is taken.
    pub fn merge(&mut self, incoming: impl IntoIterator<Item = Published>) -> Result<bool, StoreError> {
        let mut cards = self.cards.clone();
        let mut changed = false;
        for published in incoming {
            let key = published.key();
            if cards.get(&key).is_none_or(|held| held.edition < published.edition) {
                cards.insert(key, published);
                changed = true;
            }
        }
        if changed {
            self.write(&cards).map_err(|error| StoreError::Io { file: self.file.clone(), error })?;
            self.cards = cards;
        }
        Ok(changed)
    }

    /// Writes a new file and puts it in the old one's place, so that a crash leaves one of the two.
    fn write(&self, cards: &BTreeMap<StableId, Published>) -> io::Result<()> {
        let kept = Kept { module_root: self.module_root, cards: cards.values().cloned().collect() };
        let draft = self.file.with_extension("json.new");
        let mut file = File::create(&draft)?;
        file.write_all(&serde_json::to_vec_pretty(&kept)?)?;
        file.sync_all()?;
        fs::rename(&draft, &self.file)?;
        match self.file.parent() {
            Some(folder) => File::open(folder)?.sync_all(),
            None => Ok(()),
        }
    }
}

/// Why a member's state cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk failed.
    #[error("{}: {error}", file.display())]
    Io {
        /// The file.
        file: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file is damaged.
    #[error("{}: {fault}; move the file away: the other members reseed this one", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        fault: String,
    },
    /// The file is another Atlas's.
    #[error("{} is of the Atlas {kept}, and {compiled} is compiled; give each Atlas a state folder of its own", file.display())]
    OtherAtlas {
        /// The file.
        file: PathBuf,
        /// Whose it is.
        kept: UniqueId,
        /// The compiled identity.
        compiled: UniqueId,
    },
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::card::{CitizenCard, Edition, Kind};

    const MODULE: UniqueId = UniqueId::from_bytes([9; 32]);

    fn published(citizen: u8, number: u64, member: u8) -> Published {
        let card = CitizenCard {
            kind: Kind::Lattice,
            ident: format!("CITIZEN_{citizen}"),
            name: format!("citizen.{citizen}"),
            role: None,
            description: format!("by {member}, number {number}"),
            stable_id: UniqueId::from_bytes([citizen; 32]),
            content_hash: None,
            ticket_root: None,
            handshake: None,
        };
        let member = mosaik::SecretKey::from_bytes(&[member; 32]).public();
        Published { edition: Edition { number, member }, card }
    }

    fn some_published() -> impl Strategy<Value = Published> {
        (0..3u8, 1..4u64, 1..4u8).prop_map(|(citizen, number, member)| published(citizen, number, member))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// In whatever order and however often members see the same cards, they come to hold the same, on disk too.
        #[test]
        fn members_that_merged_the_same_cards_hold_the_same(
            cards in prop::collection::vec(some_published(), 0..12),
            order in any::<prop::sample::Index>(),
        ) {
            let disks = [(); 2].map(|()| tempfile::tempdir().expect("a disk"));
            let [mut one, mut other] = disks.each_ref().map(|disk| Store::open(disk.path(), MODULE).expect("a store"));
            one.merge(cards.clone()).expect("merged");
            let mut turned = cards.clone();
            turned.rotate_left(if cards.is_empty() { 0 } else { order.index(cards.len()) });
            for card in turned.into_iter().rev().chain(cards.first().cloned()) {
                other.merge([card]).expect("merged");
            }
            prop_assert!(one.cards().eq(other.cards()));
            for card in &cards {
                prop_assert!(one.get(card.key()).is_some_and(|held| held.edition >= card.edition));
            }
            let read = Store::open(disks[0].path(), MODULE).expect("a store");
            prop_assert!(read.cards().eq(one.cards()));
        }
    }

    #[test]
    fn says_what_changed() {
        let disk = tempfile::tempdir().expect("a disk");
        let mut store = Store::open(disk.path(), MODULE).expect("a store");
        assert!(store.merge([published(1, 1, 1)]).expect("merged"));
        assert!(!store.merge([published(1, 1, 1)]).expect("merged"));
        assert!(store.merge([published(1, 1, 2), published(2, 1, 1)]).expect("merged"));
    }

    #[test]
    fn another_atlas_s_state_and_a_damaged_file_are_left_as_they_are() {
        let disk = tempfile::tempdir().expect("a disk");
        let mut store = Store::open(disk.path(), MODULE).expect("a store");
        store.merge([published(1, 1, 1)]).expect("merged");
        let other = UniqueId::from_bytes([8; 32]);
        assert!(matches!(Store::open(disk.path(), other), Err(StoreError::OtherAtlas { .. })));
        assert_eq!(Store::open(disk.path(), MODULE).expect("a store").cards().count(), 1);

        let file = disk.path().join("atlas.json");
        fs::write(&file, "{").expect("written");
        assert!(matches!(Store::open(disk.path(), MODULE), Err(StoreError::Unreadable { .. })));
        assert_eq!(fs::read(&file).expect("read"), b"{");
    }
}
