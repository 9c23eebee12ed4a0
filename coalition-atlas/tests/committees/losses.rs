//! Committees of three: what they publish, and what becomes of it when members are lost.

use crate::coalitions::{reworded, superchain};
use crate::hosts::{Host, Hosts};
use crate::{soon, until};
use coalition_atlas::snapshot::Verifier;
use coalition_atlas::{CitizenCard, Drift, Event, ModuleIdentity, WriteError};

const COMPILED: &coalition::Handshake<'static> = &superchain::ETH_SUPERCHAIN_HANDSHAKE;
const REWORDED: &coalition::Handshake<'static> = &reworded::ETH_SUPERCHAIN_HANDSHAKE;

isolated! {
    async fn cards_reach_a_reader() {
        let hosts = Hosts::new().await;
        let committee = hosts.start_all([COMPILED; 3]).await;
        let (mut reader, _network) = hosts.read(COMPILED).await;
        assert_eq!(soon("verified cards", reader.verified()).await, Ok(()));
        assert_eq!(reader.reading().cards, CitizenCard::all(COMPILED));
        let feed = superchain::EUR_PRICE_FEED.stable_id;
        assert_eq!(reader.card(feed).map(|card| card.name), Some("price-feed.eur".to_owned()));

        let mut verified = Vec::new();
        while verified.len() < 3 {
            match soon("an event", reader.next_event()).await {
                Event::Reached => {}
                Event::Verified(card) => verified.push(*card),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(verified, CitizenCard::all(COMPILED));
        for host in &committee {
            assert_eq!(host.member.standing().members, 3);
        }
    }
}

isolated! {
    async fn one_member_is_killed_and_service_goes_on() {
        let hosts = Hosts::new().await;
        let [a, b, c] = hosts.start_and_upgrade_the_last(COMPILED, REWORDED).await;
        let (reader, _network) = hosts.read(COMPILED).await;
        until("the cards are verified", || reader.reading().cards == CitizenCard::all(COMPILED)).await;

        a.kill();
        until("the loss is noticed", || b.member.standing().bonded == [Hosts::peer(2)]).await;
        // What changed is published by the member that is compiled against it, when its operator says so.
        let published = c.publish().await;
        assert!(published <= 2, "two cards were reworded, and {published} published");
        let republished = || -> Vec<String> {
            let drifts = reader.reading().drifts;
            drifts
                .iter()
                .filter(|drift| matches!(drift, Drift::Republished { .. }))
                .map(Drift::to_string)
                .collect()
        };
        until("the reader sees it", || republished().len() == 2).await;
        assert_eq!(
            republished(),
            [
                "lattice `ETHEREUM_MAINNET` (ethereum.mainnet) was republished: its handshake changed",
                "organism `EUR_PRICE_FEED` (price-feed.eur) was republished: its role and doc comment changed",
            ]
        );
        let (current, _network) = hosts.read(REWORDED).await;
        until("the new cards are verified", || current.reading().is_verified()).await;
    }
}

isolated! {
    async fn two_members_are_killed_and_writes_are_refused_while_reads_go_on() {
        let hosts = Hosts::new().await;
        let [a, b, c] = hosts.start_and_upgrade_the_last(COMPILED, REWORDED).await;
        let (reader, _network) = hosts.read(COMPILED).await;
        until("the cards are verified", || reader.reading().cards == CitizenCard::all(COMPILED)).await;

        a.kill();
        b.kill();
        until("the loss is noticed", || c.member.standing().bonded.is_empty()).await;
        let refused = WriteError::NoMajority { bonded: 1, members: 3, majority: 2 };
        assert_eq!(c.member.publish().await, Err(refused));

        // A reader that is new, so that nothing is remembered.
        let (late, _network) = hosts.read(COMPILED).await;
        until("it is read", || late.reading().cards.len() == 3).await;
        assert_eq!(late.reading().cards, CitizenCard::all(COMPILED));
    }
}

isolated! {
    async fn all_are_restarted_and_nothing_is_lost() {
        let hosts = Hosts::new().await;
        let committee = hosts.start_and_upgrade_the_last(COMPILED, REWORDED).await;
        assert!(committee[2].publish().await <= 2);
        for host in committee {
            host.kill();
        }

        // None of them is compiled against what was published last, so it comes from their disks.
        let _committee = hosts.start_all([COMPILED; 3]).await;
        let (reader, _network) = hosts.read(REWORDED).await;
        until("the cards are back", || reader.reading().cards.len() == 3).await;
        assert_eq!(reader.reading().cards, CitizenCard::all(REWORDED));
    }
}

isolated! {
    /// The member that stands still may be mosaik's leader, and goes on as such: two logs meet.
    async fn a_member_that_stood_still_takes_back_nothing_that_was_acknowledged() {
        let hosts = Hosts::new().await;
        let still = hosts.start_process(0);
        let (b, c) = tokio::join!(hosts.start(1, COMPILED), hosts.start(2, REWORDED));
        for host in [&b, &c] {
            until("all are bonded", || host.member.standing().bonded.len() == 2).await;
            until("the cards are held", || host.member.standing().cards == 3).await;
        }
        still.signal("STOP");
        until("the loss is noticed", || c.member.standing().bonded == [Hosts::peer(1)]).await;
        b.publish().await;
        c.publish().await;

        still.signal("CONT");
        until("all are bonded", || c.member.standing().bonded.len() == 2).await;
        let (reader, _network) = hosts.read(REWORDED).await;
        let agree = || {
            let members = reader.reading().members;
            let all: Option<Vec<_>> = members.into_iter().map(|(_, answer)| Some(answer.ok()?.cards)).collect();
            all.is_some_and(|cards| cards.len() == 3 && cards.windows(2).all(|pair| pair[0] == pair[1]))
        };
        until("all hold the same", agree).await;
        assert_eq!(reader.reading().cards, CitizenCard::all(REWORDED));
    }
}

isolated! {
    /// A publication that is not acknowledged leaves its cards on one disk. No retry may take that for a success.
    async fn a_publication_is_acknowledged_when_a_majority_has_every_card() {
        let hosts = Hosts::new().await;
        let a = hosts.start_process(0);
        let b = hosts.start_process(1);
        let journal = |index: usize| {
            std::fs::read_to_string(hosts.disks[index].path().join("atlas.journal")).unwrap_or_default()
        };
        // Without these cards, the third member might be the first to publish.
        let published = || [0, 1].iter().all(|index| journal(*index).matches(" card ").count() == 3);
        until("the cards are published", published).await;
        let c = hosts.start(2, REWORDED).await;
        until("the cards are held", || c.member.standing().cards == 3 && c.member.standing().bonded.len() == 2).await;
        // The others stand still: they are bonded for a few seconds more, and confirm nothing.
        a.signal("STOP");
        b.signal("STOP");
        let refused = c.member.publish().await.expect_err("no member can confirm");
        assert!(!matches!(refused, WriteError::Stopped(_)), "{refused}");
        for _ in 0..3 {
            let refused = c.member.publish().await.expect_err("no member can confirm");
            assert!(!matches!(refused, WriteError::Stopped(_)), "{refused}");
        }
        a.signal("CONT");
        soon("the committee", async {
            while c.member.publish().await.is_err() {
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            }
        })
        .await;
        // What is acknowledged is on two of three disks, and the member that never answered has none of it.
        let has = |index: usize| {
            let journal = journal(index);
            journal.contains("https://ethereum.example/handshake/2") && journal.contains("price-oracle")
        };
        assert!(has(0) && has(2));
        assert!(!has(1));
    }
}

isolated! {
    /// Each snapshot holds what a majority has on disk, and any reader verifies it by itself.
    async fn members_sign_snapshots_of_what_is_published() {
        let hosts = Hosts::new().await;
        let [a, b, c] = hosts.start_and_upgrade_the_last(COMPILED, REWORDED).await;
        let identity = ModuleIdentity::new(COMPILED, coalition::Module::Atlas).expect("an Atlas");
        let verifier = Verifier::<Vec<CitizenCard>>::new(identity, &hosts.roster());
        let read = |host: &Host| {
            let document = host.member.snapshots().borrow().as_ref().map(|snapshot| snapshot.document().clone());
            document.map(|document| verifier.verify(document).expect("a snapshot that verifies"))
        };
        let holds = |host: &Host, handshake: &coalition::Handshake<'_>| {
            let mut cards = CitizenCard::all(handshake);
            cards.sort_by_key(|card| card.stable_id);
            read(host).is_some_and(|snapshot| *snapshot.content() == cards)
        };
        until("all hold a snapshot", || [&a, &b, &c].iter().all(|host| holds(host, COMPILED))).await;
        let first = read(&a).expect("a snapshot");
        assert!(first.signers().len() >= 2);

        c.publish().await;
        until("all hold the new one", || [&a, &b, &c].iter().all(|host| holds(host, REWORDED))).await;
        // The member that published says which words the coalition has.
        let digest = || read(&a).map(|snapshot| snapshot.header().digest);
        until("the digest is new", || digest() == Some(REWORDED.digest())).await;
        assert!(read(&a).expect("a snapshot").header().version > first.header().version);

        // It is on disk: a member that is alone has it at once.
        for host in [a, b, c] {
            host.kill();
        }
        let alone = hosts.start(0, COMPILED).await;
        assert!(holds(&alone, REWORDED));
    }
}

isolated! {
    /// A file on one disk is changed while its member is down. Nothing of it spreads, and the member is healed.
    async fn a_card_that_was_changed_on_a_disk_is_replaced_from_the_others() {
        let hosts = Hosts::new().await;
        let [a, b, c] = hosts.start_all([COMPILED; 3]).await;
        until("the cards are held", || [&a, &b, &c].iter().all(|host| host.member.standing().cards == 3)).await;
        c.kill();
        let file = hosts.disks[2].path().join("atlas.journal");
        let text = std::fs::read_to_string(&file).expect("a journal");
        // Each line gets the checksum that it should have.
        let lines = text.lines().map(|line| {
            let Some((_, card)) = line.split_once(" card ") else { return format!("{line}\n") };
            let card = card.replace("\"number\":1,", "\"number\":18446744073709551615,");
            let rest = format!("card {}", card.replace("oracle", "orakel"));
            format!("{} {rest}\n", blake3::hash(rest.as_bytes()))
        });
        std::fs::write(&file, lines.collect::<String>()).expect("written");
        let c = hosts.start(2, COMPILED).await;
        soon("the member", c.member.writable()).await.expect("a member that takes writes");
        until("it is healed", || c.member.standing().cards == 3).await;
        assert_eq!(c.publish().await, 0);
        let text = std::fs::read_to_string(&file).expect("a journal");
        assert!(!text.contains("18446744073709551615") && !text.contains("orakel"));
        let (reader, _network) = hosts.read(COMPILED).await;
        assert_eq!(soon("verified cards", reader.verified()).await, Ok(()));
        drop((a, b));
    }
}
