//! A committee of three networks around a relay, in one process.

use std::net::SocketAddr;
use std::time::Duration;

use coalition::{Handshake, UniqueId};
use coalition_atlas::{
    Atlas, Committee, CommitteeSecret, Issuers, Member, Reader, Relay, Roster, WriteError, issue_ticket,
    parse_ticket,
};
use mosaik::iroh::EndpointAddr;
use mosaik::tickets::Ticket;
use mosaik::{Network, PeerId, SecretKey};
use tempfile::TempDir;

use crate::coalitions::superchain::ETH_SUPERCHAIN_HANDSHAKE;
use crate::program::{Running, atlas};
use crate::{soon, until};

pub const SECRET: [u8; 32] = [0x5e; 32];
pub const HOUR: Duration = Duration::from_hours(1);

/// The hosts of a committee of three: their relay, keys and disks, which outlive the members.
pub struct Hosts {
    pub relay: Relay,
    pub disks: [TempDir; 3],
}

/// A running member with its network.
pub struct Host {
    pub member: Member,
    pub network: Network,
}

impl Hosts {
    pub async fn new() -> Self {
        crate::namespace::assert_loopback_alone();
        let relay = Relay::start(SocketAddr::from(([127, 0, 0, 1], 0))).await.expect("a relay");
        Self { relay, disks: [(); 3].map(|()| TempDir::new().expect("a disk")) }
    }

    pub fn key(index: usize) -> SecretKey {
        SecretKey::from_bytes(&[u8::try_from(index + 1).expect("a small index"); 32])
    }

    pub fn peer(index: usize) -> PeerId {
        Self::key(index).public()
    }

    pub fn issuer() -> SecretKey {
        SecretKey::from_bytes(&[0x77; 32])
    }

    pub fn tickets_root() -> UniqueId {
        ETH_SUPERCHAIN_HANDSHAKE.coalition.ticket_issuer_root().expect("a ticket issuer")
    }

    pub fn roster(&self) -> Roster {
        let member = |index| EndpointAddr::new(Self::peer(index)).with_relay_url(self.relay.url().clone());
        Roster::new((0..3).map(member)).expect("a roster")
    }

    pub async fn network(&self, key: SecretKey) -> Network {
        crate::namespace::assert_loopback_alone();
        let loopback: [SocketAddr; 2] = [([127, 0, 0, 1], 0).into(), "[::1]:0".parse().expect("an address")];
        let relays = [self.relay.url().clone()];
        let builder =
            coalition_atlas::network(&self.roster(), relays).with_secret_key(key).with_addresses(loopback);
        // The future is large, and a test's thread has a small stack.
        soon("a network", Box::pin(builder.build())).await.expect("a network")
    }

    pub fn ticket(handshake: &Handshake<'_>, peer: PeerId, lifetime: Duration) -> Ticket {
        let root = handshake.coalition.ticket_issuer_root().expect("a ticket issuer");
        let token = issue_ticket(handshake, root, &Self::issuer(), &peer, lifetime).expect("an Atlas");
        parse_ticket(&token)
    }

    pub fn committee(&self, index: usize, handshake: &Handshake<'_>, ticket: Ticket) -> Committee {
        let root = handshake.coalition.ticket_issuer_root().expect("a ticket issuer");
        Committee {
            roster: self.roster(),
            secret: CommitteeSecret::from_bytes(SECRET),
            issuers: Issuers::new().with_key(root, Self::issuer().public()),
            tickets: vec![ticket],
            state: self.disks[index].path().to_owned(),
        }
    }

    /// Starts a member that is compiled against `handshake`.
    pub async fn start(&self, index: usize, handshake: &Handshake<'_>) -> Host {
        let network = self.network(Self::key(index)).await;
        let ticket = Self::ticket(handshake, Self::peer(index), HOUR);
        let member =
            Atlas::serve(&network, handshake, self.committee(index, handshake, ticket)).expect("a member");
        Host { member, network }
    }

    /// Starts all three and waits until each takes writes.
    pub async fn start_all(&self, handshakes: [&Handshake<'_>; 3]) -> [Host; 3] {
        let [a, b, c] = handshakes;
        let hosts: [Host; 3] = tokio::join!(self.start(0, a), self.start(1, b), self.start(2, c)).into();
        for host in &hosts {
            soon("the committee", host.member.writable()).await.expect("a member that takes writes");
        }
        hosts
    }

    /// Starts all three, waits for their cards, and starts the last anew as its operator does after a change: compiled
    /// against the new handshake.
    pub async fn start_and_upgrade_the_last(&self, old: &Handshake<'_>, new: &Handshake<'_>) -> [Host; 3] {
        let [a, b, c] = self.start_all([old; 3]).await;
        until("the cards are held", || [&a, &b, &c].iter().all(|host| host.member.standing().cards == 3))
            .await;
        c.kill();
        let c = self.start(2, new).await;
        soon("the upgraded member", c.member.writable()).await.expect("a member that takes writes");
        until("all are bonded", || [&a, &b, &c].iter().all(|host| host.member.standing().bonded.len() == 2))
            .await;
        [a, b, c]
    }

    /// Starts a member of the runbook's coalition as a process of its own, which a test can stop and kill as a host is.
    pub fn start_process(&self, index: usize) -> Running {
        let file = |name: &str, content: &str| {
            let path = self.disks[index].path().join(name);
            std::fs::write(&path, content).expect("a file");
            path
        };
        let hex = |bytes| mosaik::UniqueId::from_bytes(bytes).to_string();
        let ticket = Self::ticket(&ETH_SUPERCHAIN_HANDSHAKE, Self::peer(index), HOUR);
        let mut command = atlas(&["member"]);
        command.env("ATLAS_KEY", file("key", &hex(Self::key(index).to_bytes())));
        command.env("ATLAS_SECRET", file("secret", &hex(SECRET)));
        command.env("ATLAS_TICKET", file("ticket", &String::from_utf8_lossy(ticket.data())));
        command.env("ATLAS_ROSTER", file("roster", &self.roster().to_string()));
        command.env("ATLAS_ISSUERS", format!("self={}", Self::issuer().public()));
        command.env("ATLAS_RELAYS", self.relay.url().to_string()).env("ATLAS_BIND", "127.0.0.1:0,[::1]:0");
        command.env("ATLAS_HTTP", "127.0.0.1:0");
        command.env("ATLAS_STATE", self.disks[index].path());
        Running::start(command)
    }

    /// A reader that asks five times a second.
    pub async fn read(&self, handshake: &Handshake<'_>) -> (Reader, Network) {
        let network = self.network(SecretKey::generate()).await;
        let reader = Atlas::read(&network, handshake).roster(self.roster()).every(Duration::from_millis(200));
        (reader.open().expect("a reader"), network)
    }
}

impl Host {
    /// Publishes, as an operator does who tries again where mosaik is between two leaders. What was written and not
    /// confirmed is no difference the second time, so the count is at most that of the cards that differ.
    pub async fn publish(&self) -> usize {
        let published = async {
            loop {
                match self.member.publish().await {
                    Ok(cards) => return cards,
                    Err(WriteError::Stopped(fault)) => panic!("{fault}"),
                    Err(fault) => eprintln!("again: {fault}"),
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        soon("a publication", published).await
    }

    /// Ends it at once, as a crash would: its network goes with it.
    pub fn kill(self) {
        drop(self.network);
        drop(self.member);
    }
}
