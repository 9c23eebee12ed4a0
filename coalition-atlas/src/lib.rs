//! The Atlas of a coalition on [mosaik](https://docs.rs/mosaik): its directory, one card for each citizen, published by
//! a committee and read by integrators, both from the same compiled const.
//!
//! ```no_run
//! use coalition_atlas::{Atlas, Event, Roster};
//!
//! # #[allow(non_snake_case, reason = "a const, which `coalition!` emits")]
//! # async fn integrator(ETH_SUPERCHAIN_HANDSHAKE: coalition::Handshake<'static>) -> Result<(), Box<dyn std::error::Error>> {
//! let roster: Roster = std::fs::read_to_string("roster")?.parse()?;
//! let network = coalition_atlas::network(&roster, ["https://relay.superchain.example/".parse()?]).build().await?;
//! let mut reader = Atlas::read(&network, &ETH_SUPERCHAIN_HANDSHAKE).roster(roster).open()?;
//! loop {
//!     match reader.next_event().await {
//!         Event::Verified(card) => println!("{} is {}", card.name, card.stable_id),
//!         Event::Drifted(drift) => eprintln!("{drift}"),
//!         _ => {}
//!     }
//! }
//! # }
//! ```
//!
//! A member of the committee calls [`Atlas::serve`], and an operator's binary [`cli::main`]; `RUNBOOK.md` brings up a
//! committee of three.
//!
//! # What holds
//!
//! - **What is published is what is compiled.** A member has nothing to publish but the cards of its const. A reader
//!   holds every card against its own, and hands out those that are the same; everything else is a [`Drift`].
//! - **Nobody waits for a timeout because of a drift.** A member and a reader meet under the coalition's name, and
//!   compare roots. A member that is compiled against another coalition stops with [`Stopped::Drifted`], a reader is told
//!   which citizens were republished, retired and added.
//! - **An acknowledged card is on the disks of a majority of the roster.** mosaik counts a quorum among the members that
//!   are bonded at the moment, so a lone survivor commits, and two halves of a committee both do. [`Member::publish`]
//!   therefore does without mosaik's log. It is refused below a majority of the roster, asks a majority for the editions
//!   that it holds, and returns when a majority has every compiled card on disk. Members take later editions from each
//!   other's disks.
//! - **Nothing that comes from a member is believed unchecked.** A card is taken if it is of a compiled citizen, in an
//!   edition within range, and signed by its publisher. A card that was changed on a disk is refused, and replaced from
//!   the other members.
//! - **A snapshot proves itself.** The members sign the published cards together, each only what it has on disk. A document
//!   with the signatures of a majority verifies without a network, whoever serves it: see [`Member::snapshots`] and
//!   [`snapshot`]. `atlas member` serves it over HTTP, with a page for people.
//! - **A ticket makes a member, and only a member.** The access rules of the Atlas say who issues tickets; a ticket is
//!   bound to a peer, to this Atlas and to the role, and a member leaves when it expires. Integrators are no part of the
//!   group. They are served answers, each signed by its member in answer to the reader's own question.
//!
//! What does not: mosaik is no Byzantine fault tolerant system, and neither is this. The members of the roster are
//! trusted, though none of them can make a reader take a card that is not compiled. A reader asks every member and keeps
//! the latest edition of each card, which is a moment behind where the members that have it do not answer.
//!
//! # Ids
//!
//! `derive(id, info)` is `blake3(id || info)`, and the Atlas's identity is
//! `COALITION_ROOT.derive("module").derive("atlas")`.
//!
//! | id | derivation |
//! |---|---|
//! | the key of the group that counts bonds | `derive(derive(identity, "guard"), secret)` |
//! | the function by which members hand each other cards | `derive(derive(identity, "keep"), secret)` |
//! | the function by which members sign snapshots for each other | `derive(derive(identity, "sign"), secret)` |
//! | the function that serves answers | `derive(derive(UNIVERSE, "coalition.atlas"), name)` |
//!
//! mosaik derives the group's id from its key, the signatures of the ticket validators and the consensus configuration.
//!
//! # Features
//!
//! `cli`, on by default: [`cli::main`] and [`Relay`]. An integrator leaves it out.
#![forbid(unsafe_code)]

mod answer;
mod card;
#[cfg(feature = "cli")]
pub mod cli;
mod compiled;
mod drift;
mod exchange;
#[cfg(feature = "cli")]
mod http;
mod ids;
mod journal;
mod member;
mod network;
mod published;
mod reader;
#[cfg(feature = "cli")]
mod relay;
mod store;
mod tickets;

/// The guide's agents, so that they are compiled.
#[cfg(doctest)]
#[doc = include_str!("../../docs/agent.md")]
mod guide {}

use coalition::Handshake;
use mosaik::Network;
// Pinned in the manifest, and not used.
use tokio_util as _;

pub use answer::Answer;
pub use card::{CitizenCard, Kind};
pub use coalition_committee::{ModuleIdentity, Roster, RosterError, snapshot};
pub use compiled::NoAtlas;
pub use drift::Drift;
pub use ids::CommitteeSecret;
pub use journal::StoreError;
pub use member::{
    AtlasSnapshot, Committee, Drifted, Member, PeerStanding, Prepared, ServeError, Standing, Stopped,
    WriteError,
};
pub use network::network;
pub use published::{Edition, Published};
pub use reader::{Event, ReadError, Reader, ReaderBuilder, Reading};
#[cfg(feature = "cli")]
pub use relay::{Relay, RelayError};
pub use tickets::{AclError, Issuers, TicketError, issue_ticket, parse_ticket};

/// The Atlas of a coalition: its directory, one card for each citizen.
pub enum Atlas {}

impl Atlas {
    /// Serves the Atlas as a member of its committee, on the current tokio runtime.
    ///
    /// It returns at once; [`Member::writable`] waits for the committee. One of the members publishes the cards that the
    /// committee lacks. A member that is alone serves what it has on disk. [`Committee::prepare`] finds most faults
    /// before there is a network.
    ///
    /// # Errors
    ///
    /// If something that was given does not hold; see [`ServeError`].
    pub fn serve(
        network: &Network,
        handshake: &Handshake<'_>,
        committee: Committee,
    ) -> Result<Member, ServeError> {
        committee.prepare(handshake, network.local().id())?.join(network)
    }

    /// Reads the Atlas as an integrator: give it the published [`roster`](ReaderBuilder::roster), and
    /// [`open`](ReaderBuilder::open) it.
    pub fn read<'n>(network: &'n Network, handshake: &Handshake<'_>) -> ReaderBuilder<'n> {
        ReaderBuilder::new(network, handshake)
    }
}
