//! A member's cards, in memory and on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use coalition::UniqueId;

use crate::card::CitizenCard;
use crate::compiled::Compiled;
use crate::journal::{Journal, Line, StoreError};
use crate::published::{CardFault, MAX_STEP, Published};

const CARD: &str = "card";
/// A line with the version of a snapshot that this member signed.
const SIGNED: &str = "signed";
const SNAPSHOT: &str = "snapshot.json";
/// A journal with this many more lines than three times its cards is written anew when it is opened.
const SLACK: usize = 1000;

/// The latest edition of each card that a member has seen. It only grows: the later of two editions counts, whichever
/// came first, so members that merged the same cards hold the same cards.
///
/// Nothing is in memory that is not on disk. Threads of their own check signatures and write, so an answer never waits
/// for the disk.
#[derive(Debug)]
pub(crate) struct Store {
    checks: Arc<Checks>,
    cards: Mutex<Arc<Cards>>,
    /// The highest version of a snapshot that this member signed.
    last_signed: AtomicU64,
    folder: PathBuf,
    /// One change at a time.
    changing: tokio::sync::Mutex<()>,
    journal: Arc<Mutex<Journal>>,
}

/// The conditions that every card must meet, whoever it comes from.
#[derive(Debug)]
struct Checks {
    module_root: UniqueId,
    citizens: BTreeSet<UniqueId>,
}

/// The cards by stable id.
#[derive(Clone, Debug)]
pub(crate) struct Cards {
    by_id: BTreeMap<UniqueId, Published>,
    digest: UniqueId,
    content: OnceLock<String>,
}

/// The outcome of offering cards to a store.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    /// The number of cards taken.
    pub taken: usize,
    /// Why others were not.
    pub refused: Vec<CardFault>,
    /// Cards that their publisher signed twice in one edition, with different content.
    pub disputed: Vec<String>,
}

impl Cards {
    pub fn get(&self, stable_id: UniqueId) -> Option<&Published> {
        self.by_id.get(&stable_id)
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Published> {
        self.by_id.values()
    }

    /// Returns a digest by which members compare what they hold. A signature stands for its card and edition.
    pub const fn digest(&self) -> UniqueId {
        self.digest
    }

    /// Returns the content of a snapshot with these cards: a JSON array of them, by stable id.
    pub fn content(&self) -> &str {
        self.content.get_or_init(|| {
            let cards: Vec<&CitizenCard> = self.iter().map(|published| &published.card).collect();
            serde_json::to_string(&cards).unwrap_or_default()
        })
    }

    fn new(by_id: BTreeMap<UniqueId, Published>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for (stable_id, published) in &by_id {
            let (edition, signature) = published.rank();
            hasher.update(stable_id.as_bytes()).update(&edition.number.to_le_bytes());
            hasher.update(edition.member.as_bytes()).update(&signature);
        }
        let digest = UniqueId::from_bytes(*hasher.finalize().as_bytes());
        Self { by_id, digest, content: OnceLock::new() }
    }
}

impl Checks {
    fn check(&self, published: &Published, held: Option<&Published>) -> Result<(), CardFault> {
        let (edition, stable_id) = (published.edition, published.stable_id());
        let name = || published.card.name.clone();
        if !self.citizens.contains(&stable_id) {
            return Err(CardFault::Unknown { name: name(), stable_id });
        }
        let held = held.map_or(0, |held| held.edition.number);
        if edition.number == 0 || edition.number > held.saturating_add(MAX_STEP) {
            return Err(CardFault::Edition { name: name(), edition, held });
        }
        if !published.is_signed(self.module_root) {
            return Err(CardFault::Signature { name: name(), edition });
        }
        Ok(())
    }

    /// Sorts out the cards that are later than what is held, and sound.
    fn later(&self, held: &Cards, incoming: Vec<Published>) -> (BTreeMap<UniqueId, Published>, Merged) {
        let (mut later, mut merged) = (BTreeMap::<UniqueId, Published>::new(), Merged::default());
        for published in incoming {
            let stable_id = published.stable_id();
            let known = later.get(&stable_id).or_else(|| held.get(stable_id));
            let same_edition = known.is_some_and(|known| known.edition == published.edition);
            if known.is_some_and(|known| {
                known.edition > published.edition || (same_edition && known.rank() == published.rank())
            }) {
                // Not later. What it says does not matter.
                continue;
            }
            if let Err(fault) = self.check(&published, held.get(stable_id)) {
                merged.refused.push(fault);
                continue;
            }
            if same_edition {
                merged.disputed.push(published.card.name.clone());
            }
            if known.is_none_or(|known| known.rank() < published.rank()) {
                later.insert(stable_id, published);
            }
        }
        merged.taken = later.len();
        (later, merged)
    }
}

impl Store {
    /// Opens what a member kept in a folder. No other process can open it until it is dropped.
    pub fn open(folder: &Path, compiled: &Compiled) -> Result<Self, StoreError> {
        let checks = Checks {
            module_root: compiled.module_root,
            citizens: compiled.cards.iter().map(|card| card.stable_id).collect(),
        };
        let (mut journal, contents) = Journal::open(folder, "atlas", compiled.module_root)?;
        let mut damaged = contents.damaged;
        let mut by_id = BTreeMap::<UniqueId, Published>::new();
        let mut last_signed = 0;
        for (number, line) in &contents.lines {
            if line.kind == SIGNED {
                match serde_json::from_str::<u64>(&line.json) {
                    Ok(version) => last_signed = last_signed.max(version),
                    Err(_) => damaged.push(*number),
                }
                continue;
            }
            let published = serde_json::from_str::<Published>(&line.json).ok();
            match published.filter(|_| line.kind == CARD) {
                // The lines of one card may be far apart after a rewrite, so only the signature counts here.
                Some(published)
                    if checks.citizens.contains(&published.stable_id())
                        && published.is_signed(checks.module_root) =>
                {
                    let held = by_id.get(&published.stable_id());
                    if held.is_none_or(|held| held.rank() < published.rank()) {
                        by_id.insert(published.stable_id(), published);
                    }
                }
                _ => damaged.push(*number),
            }
        }
        for line in &damaged {
            tracing::error!(
                folder = %folder.display(), line,
                "a line of the journal was changed after it was written; the other members supply its card"
            );
        }
        if !damaged.is_empty() || contents.lines.len() > SLACK + 3 * by_id.len() {
            let lines: Vec<Line> = by_id.values().map(line).chain([signed(last_signed)]).collect();
            journal.rewrite(compiled.module_root, &lines)?;
        }
        Ok(Self {
            checks: Arc::new(checks),
            cards: Mutex::new(Arc::new(Cards::new(by_id))),
            last_signed: AtomicU64::new(last_signed),
            folder: folder.to_owned(),
            changing: tokio::sync::Mutex::new(()),
            journal: Arc::new(Mutex::new(journal)),
        })
    }

    /// Returns the cards that are held now.
    pub fn cards(&self) -> Arc<Cards> {
        Arc::clone(&lock(&self.cards))
    }

    /// Returns the highest version of a snapshot that this member signed.
    pub fn last_signed(&self) -> u64 {
        self.last_signed.load(Ordering::Relaxed)
    }

    /// Notes that this member signs a version, and returns when that is on disk. Returns `false` if it signed a later one.
    pub async fn keep_signed(&self, version: u64) -> Result<bool, StoreError> {
        let _one_at_a_time = self.changing.lock().await;
        if version <= self.last_signed() {
            return Ok(false);
        }
        let journal = Arc::clone(&self.journal);
        blocking(move || lock(&journal).append(&[signed(version)])).await?;
        self.last_signed.store(version, Ordering::Relaxed);
        Ok(true)
    }

    /// Returns the snapshot that was kept last, unverified.
    pub fn document(&self) -> Option<Vec<u8>> {
        fs::read(self.folder.join(SNAPSHOT)).ok()
    }

    /// Keeps a snapshot, in place of the one before.
    pub async fn keep_document(&self, document: Vec<u8>) -> io::Result<()> {
        let _one_at_a_time = self.changing.lock().await;
        let (file, draft) = (self.folder.join(SNAPSHOT), self.folder.join("snapshot.draft"));
        blocking(move || fs::write(&draft, document).and_then(|()| fs::rename(draft, file))).await
    }

    /// Takes the cards that are later than what is held, and returns when they are on disk.
    pub async fn merge(&self, incoming: Vec<Published>) -> Result<Merged, StoreError> {
        let _one_at_a_time = self.changing.lock().await;
        let (checks, journal, held) = (Arc::clone(&self.checks), Arc::clone(&self.journal), self.cards());
        let (cards, merged) = blocking(move || {
            let (later, merged) = checks.later(&held, incoming);
            if later.is_empty() {
                return Ok((held, merged));
            }
            lock(&journal).append(&later.values().map(line).collect::<Vec<_>>())?;
            let mut by_id = held.by_id.clone();
            by_id.extend(later);
            Ok((Arc::new(Cards::new(by_id)), merged))
        })
        .await?;
        *lock(&self.cards) = cards;
        Ok(merged)
    }
}

/// Runs file work on a thread for it. A panic there is a bug, and continues here.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(fault) => match fault.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // The runtime is shutting down, and drops this task too.
            Err(_) => std::future::pending().await,
        },
    }
}

fn line(published: &Published) -> Line {
    Line { kind: CARD.to_owned(), json: serde_json::to_string(published).unwrap_or_default() }
}

fn signed(version: u64) -> Line {
    Line { kind: SIGNED.to_owned(), json: version.to_string() }
}

/// A panic while a lock is held leaves nothing half done here.
pub(crate) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::card::Kind;

    fn id(byte: u8) -> UniqueId {
        UniqueId::from_bytes([byte; 32])
    }

    fn card(citizen: u8, words: &str) -> CitizenCard {
        CitizenCard {
            kind: Kind::Lattice,
            ident: format!("CITIZEN_{citizen}"),
            name: format!("citizen.{citizen}"),
            role: None,
            description: words.to_owned(),
            stable_id: id(citizen),
            content_hash: None,
            ticket_root: None,
            handshake: None,
        }
    }

    fn compiled() -> Compiled {
        Compiled {
            name: "a.b".to_owned(),
            coalition_root: id(100),
            module_root: id(101),
            digest: id(102),
            tickets_root: None,
            acl: Vec::new(),
            cards: (0..3).map(|citizen| card(citizen, "")).collect(),
        }
    }

    fn published(citizen: u8, number: u64, member: u8) -> Published {
        let words = format!("by {member}, number {number}");
        let key = mosaik::SecretKey::from_bytes(&[member; 32]);
        Published::sign(id(101), number, card(citizen, &words), &key)
    }

    fn open(disk: &tempfile::TempDir) -> Store {
        Store::open(disk.path(), &compiled()).expect("a store")
    }

    fn now<T>(future: impl Future<Output = T>) -> T {
        tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(future)
    }

    fn merge(store: &Store, cards: impl IntoIterator<Item = Published>) -> Merged {
        now(store.merge(cards.into_iter().collect())).expect("merged")
    }

    fn some_published() -> impl Strategy<Value = Published> {
        (0..3u8, 1..4u64, 1..4u8).prop_map(|(citizen, number, member)| published(citizen, number, member))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        /// In whatever order and however often members see the same cards, they come to hold the same, on disk too.
        #[test]
        fn members_that_merged_the_same_cards_hold_the_same(
            cards in prop::collection::vec(some_published(), 0..12),
            order in any::<prop::sample::Index>(),
        ) {
            let disks = [(); 2].map(|()| tempfile::tempdir().expect("a disk"));
            let [one, other] = disks.each_ref().map(open);
            merge(&one, cards.clone());
            let mut turned = cards.clone();
            turned.rotate_left(if cards.is_empty() { 0 } else { order.index(cards.len()) });
            for card in turned.into_iter().rev().chain(cards.first().cloned()) {
                merge(&other, [card]);
            }
            prop_assert!(one.cards().iter().eq(other.cards().iter()));
            prop_assert_eq!(one.cards().digest(), other.cards().digest());
            for card in &cards {
                let held = one.cards();
                prop_assert!(held.get(card.stable_id()).is_some_and(|held| held.edition >= card.edition));
            }
            drop(other);
            prop_assert!(open(&disks[1]).cards().iter().eq(one.cards().iter()));
        }
    }

    #[test]
    fn a_card_that_no_member_published_is_refused() {
        let disk = tempfile::tempdir().expect("a disk");
        let store = open(&disk);
        let fault = |published| {
            let merged = merge(&store, [published]);
            assert_eq!(merged.taken, 0);
            merged.refused.into_iter().next().expect("a fault").to_string()
        };
        assert!(fault(published(7, 1, 1)).contains("is not a citizen of the compiled coalition"));
        for number in [0, MAX_STEP + 1, u64::MAX] {
            assert!(fault(published(1, number, 1)).contains("is out of range"), "{number}");
        }
        let mut changed = published(1, 1, 1);
        changed.card.description.push('!');
        assert!(fault(changed).contains("was changed after its publisher signed it"));
        assert_eq!(store.cards().iter().len(), 0);
        assert_eq!(merge(&store, [published(1, MAX_STEP, 1)]).taken, 1);
    }

    /// A member that lost its disk between writing and publishing may sign the same edition twice.
    #[test]
    fn an_edition_with_two_contents_is_settled_the_same_way_by_all() {
        let key = mosaik::SecretKey::from_bytes(&[1; 32]);
        let signed = |words| Published::sign(id(101), 1, card(1, words), &key);
        let both = [signed("one"), signed("other")];
        let disks = [(); 2].map(|()| tempfile::tempdir().expect("a disk"));
        let [one, other] = disks.each_ref().map(open);
        merge(&one, both.clone());
        let mut disputed = 0;
        for card in both.into_iter().rev() {
            disputed += merge(&other, [card]).disputed.len();
        }
        assert!(one.cards().iter().eq(other.cards().iter()));
        assert_eq!(disputed, 1);
    }

    #[test]
    fn a_card_that_was_changed_on_disk_is_left_out_and_taken_again() {
        let disk = tempfile::tempdir().expect("a disk");
        let store = open(&disk);
        merge(&store, [published(1, 1, 1), published(2, 1, 1)]);
        drop(store);
        // A changed edition, with the checksum that its line should have.
        let file = disk.path().join("atlas.journal");
        let text = std::fs::read_to_string(&file).expect("read");
        let lines = text.lines().map(|line| match line.split_once(" card ") {
            Some((_, json)) if json.contains("citizen.1") => {
                let rest =
                    format!("card {}", json.replace("\"number\":1,", "\"number\":18446744073709551615,"));
                format!("{} {rest}\n", blake3::hash(rest.as_bytes()))
            }
            _ => format!("{line}\n"),
        });
        let changed: String = lines.collect();
        assert!(changed.contains("18446744073709551615"));
        std::fs::write(&file, changed).expect("written");
        let store = open(&disk);
        assert!(store.cards().iter().eq([&published(2, 1, 1)]));
        assert_eq!(merge(&store, [published(1, 1, 1)]).taken, 1);
        drop(store);
        assert_eq!(open(&disk).cards().iter().len(), 2);
    }
}
