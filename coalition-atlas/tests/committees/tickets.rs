//! Who is admitted to the committee, and for how long.

use std::time::Duration;

use crate::coalitions::superchain::ETH_SUPERCHAIN_HANDSHAKE as HANDSHAKE;
use crate::hosts::{HOUR, Host, Hosts, SECRET};
use crate::{soon, until};
use coalition::Module;
use coalition_atlas::{Atlas, ServeError, TicketError};
use mosaik::groups::{ConsensusConfig, Group, NoOp};
use mosaik::tickets::{EdDsa, EdDsaSigningKey, Expiration, Jwt, JwtTicketBuilder, Ticket};
use mosaik::{GroupKey, Network, SecretKey, Tag, UniqueId};

isolated! {
    /// What a member says of its own ticket before it starts.
    async fn a_ticket_that_does_not_hold_is_refused_with_the_reason() {
        let hosts = Hosts::new().await;
        let network = hosts.network(Hosts::key(0)).await;
        let refusal = |ticket: Option<Ticket>| {
            let mut committee =
                hosts.committee(0, &HANDSHAKE, Hosts::ticket(&HANDSHAKE, Hosts::peer(0), HOUR));
            committee.tickets = ticket.into_iter().collect();
            match Atlas::serve(&network, &HANDSHAKE, committee) {
                Err(ServeError::Ticket(fault)) => fault,
                Err(other) => panic!("{other}"),
                Ok(_) => panic!("it is admitted"),
            }
        };
        assert_eq!(refusal(None), TicketError::Missing);
        let (me, other) = (Hosts::peer(0).to_string(), Hosts::peer(1).to_string());
        let stolen = refusal(Some(Hosts::ticket(&HANDSHAKE, Hosts::peer(1), HOUR)));
        assert_eq!(stolen.to_string(), format!("the ticket was issued to {other}, and this member is {me}"));
        let expired = refusal(Some(Hosts::ticket(&HANDSHAKE, Hosts::peer(0), Duration::ZERO)));
        assert!(matches!(expired, TicketError::Expired { .. }), "{expired}");
        let other_atlas = &crate::coalitions::republished::ETH_SUPERCHAIN_HANDSHAKE;
        let elsewhere = refusal(Some(Hosts::ticket(other_atlas, Hosts::peer(0), HOUR)));
        assert!(matches!(elsewhere, TicketError::Claim { claim: "iss", .. }), "{elsewhere}");
        assert_eq!(refusal(Some(coalition_atlas::parse_ticket("ticket"))), TicketError::Unreadable);
        let root = Hosts::tickets_root();
        let forged = coalition_atlas::issue_ticket(&HANDSHAKE, root, &Hosts::key(0), &Hosts::peer(0), HOUR);
        assert_eq!(refusal(forged.ok().as_deref().map(coalition_atlas::parse_ticket)), TicketError::Refused);
    }
}

/// An outsider has the committee's secret and its own program, which checks no ticket. It derives the guard group's id
/// as the documentation says, and knocks there.
async fn knock(hosts: &Hosts, key: SecretKey, ticket: Option<Ticket>) -> (Network, Group<NoOp>) {
    let network = hosts.network(key).await;
    if let Some(ticket) = ticket {
        network.discovery().add_ticket(ticket);
    }
    let module = HANDSHAKE.coalition.module_root(Module::Atlas).expect("an Atlas");
    let key = UniqueId::from(module).derive("guard").derive(SECRET);
    let validator = Jwt::with_key(EdDsa::new(*Hosts::issuer().public().as_bytes()))
        .allow_issuer(Hosts::tickets_root().to_string())
        .allow_audience(module.to_string())
        .require_claim("role", "member");
    let consensus = ConsensusConfig { max_missed_heartbeats: 6, ..ConsensusConfig::default() };
    let guard = network.groups().with_key(GroupKey::new(key)).with_consensus_config(consensus);
    let guard = guard.require_ticket(validator).join();
    (network, guard)
}

isolated! {
    async fn an_outsider_bonds_with_a_valid_ticket_alone() {
        let hosts = Hosts::new().await;
        let committee = hosts.start_all([&HANDSHAKE; 3]).await;
        let keys: [SecretKey; 5] = std::array::from_fn(|index| {
            SecretKey::from_bytes(&[0x60 + u8::try_from(index).expect("a small index"); 32])
        });
        let readers_ticket = JwtTicketBuilder::new(EdDsaSigningKey::from_bytes(Hosts::issuer().to_bytes()))
            .issuer(Hosts::tickets_root().to_string())
            .audience(HANDSHAKE.coalition.module_root(Module::Atlas).expect("an Atlas").to_string())
            .claim("role", "reader")
            .expires_at(Expiration::in_1h())
            .build(&keys[3].public());
        let tickets = [
            ("no ticket", None),
            ("a stolen ticket", Some(Hosts::ticket(&HANDSHAKE, Hosts::peer(0), HOUR))),
            ("an expired ticket", Some(Hosts::ticket(&HANDSHAKE, keys[2].public(), Duration::ZERO))),
            ("a reader's ticket", Some(readers_ticket)),
            ("a valid ticket", Some(Hosts::ticket(&HANDSHAKE, keys[4].public(), HOUR))),
        ];
        let mut outsiders = Vec::new();
        for (key, (what, ticket)) in keys.into_iter().zip(tickets) {
            let (network, guard) = knock(&hosts, key, ticket).await;
            assert_eq!(
                Some(*guard.id()),
                committee[0].member.group_id(),
                "the same door"
            );
            outsiders.push((what, network, guard));
        }
        let (_, _, admitted) = outsiders.last().expect("the one with a valid ticket");
        until("a bond with a valid ticket", || admitted.bonds().len() == 3).await;
        // The others have had as long, and are given several attempts more, from both sides.
        for _ in 0..10 {
            for (_, network, _) in &outsiders {
                network.discovery().add_tags(Tag::from("knock"));
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        for (what, network, guard) in &outsiders[..4] {
            assert!(guard.bonds().is_empty(), "bonded with {what}");
            until("the members know it", || {
                let knows = |host: &Host| host.network.discovery().catalog().get_signed(&network.local().id()).is_some();
                committee.iter().all(knows)
            })
            .await;
        }
        // It is on no roster, and counts for nothing.
        let roster: Vec<_> = (0..3).map(Hosts::peer).collect();
        for host in &committee {
            assert!(host.member.standing().bonded.iter().all(|peer| roster.contains(peer)));
        }
    }
}

isolated! {
    async fn a_member_stops_when_its_ticket_expires() {
        let hosts = Hosts::new().await;
        let [a, b, c] = hosts.start_all([&HANDSHAKE; 3]).await;
        until("the cards are held", || [&a, &b, &c].iter().all(|host| host.member.standing().cards == 3)).await;
        let short = Duration::from_secs(3);
        for (index, host) in [(1, &b), (2, &c)] {
            host.member.renew(Hosts::ticket(&HANDSHAKE, Hosts::peer(index), short)).expect("renewed");
        }
        // One is renewed in time, the other is not.
        b.member.renew(Hosts::ticket(&HANDSHAKE, Hosts::peer(1), HOUR)).expect("renewed");
        let stolen = b.member.renew(Hosts::ticket(&HANDSHAKE, Hosts::peer(0), HOUR));
        assert!(matches!(stolen, Err(TicketError::Stolen { .. })), "{stolen:?}");
        assert_eq!(soon("the expiry", c.member.stopped()).await, coalition_atlas::Stopped::Expired);
        assert_eq!(c.member.publish().await, Err(coalition_atlas::Stopped::Expired.into()));
        until("the others notice", || a.member.standing().bonded == [Hosts::peer(1)]).await;
        soon("the committee", a.member.writable()).await.expect("a member that takes writes");
        assert_eq!(a.publish().await, 0);

        let (reader, _network) = hosts.read(&HANDSHAKE).await;
        assert_eq!(soon("verified cards", reader.verified()).await, Ok(()));
        let answered = reader.reading().members.into_iter().filter(|(_, answer)| answer.is_ok());
        let mut answered: Vec<_> = answered.map(|(member, _)| member).collect();
        answered.sort();
        let mut expected = vec![Hosts::peer(0), Hosts::peer(1)];
        expected.sort();
        assert_eq!(answered, expected);
    }
}
