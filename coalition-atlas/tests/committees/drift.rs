//! What is said where two declarations of a coalition meet.

use crate::coalitions::{republished, reworded, superchain};
use crate::hosts::Hosts;
use crate::{soon, until};
use coalition::Handshake;
use coalition_atlas::{CitizenCard, Drift, Event, Reader, Stopped};

const COMPILED: &Handshake<'static> = &superchain::ETH_SUPERCHAIN_HANDSHAKE;
const REPUBLISHED: &Handshake<'static> = &republished::ETH_SUPERCHAIN_HANDSHAKE;
const REWORDED: &Handshake<'static> = &reworded::ETH_SUPERCHAIN_HANDSHAKE;

isolated! {
    async fn a_drifted_member_does_not_join_and_says_why() {
        let hosts = Hosts::new().await;
        let (a, b, c) =
            tokio::join!(hosts.start(0, COMPILED), hosts.start(1, COMPILED), hosts.start(2, REPUBLISHED));
        let stopped = soon("the drift", c.member.stopped()).await;
        assert_eq!(soon("the drift", c.member.writable()).await, Err(stopped.clone()));
        let Stopped::Drifted(drifted) = &stopped else { panic!("{stopped}") };
        assert_eq!(drifted.coalition, "ethereum.superchain");
        assert!([Hosts::peer(0), Hosts::peer(1)].contains(&drifted.member));
        assert_eq!(drifted.compiled, REPUBLISHED.coalition.coalition_root());
        assert_eq!(drifted.committee, COMPILED.coalition.coalition_root());
        for host in [&a, &b] {
            soon("the committee", host.member.writable()).await.expect("a member that takes writes");
            assert_eq!(host.member.standing().bonded.len(), 1);
        }
        until("the cards are published", || a.member.standing().cards == 3).await;

        // Once the committee has published, the citizens at fault are named as well.
        c.kill();
        let c = hosts.start(2, REPUBLISHED).await;
        let stopped = soon("the drift", c.member.stopped()).await.to_string();
        let (first, rest) = stopped.split_once('\n').expect("several lines");
        assert_eq!(
            first,
            "this member does not join: coalition `ethereum.superchain` is not what its committee serves"
        );
        for line in [
            format!("  committee: {} (says ", COMPILED.coalition.coalition_root()),
            format!("\n   compiled: {}\n", REPUBLISHED.coalition.coalition_root()),
            format!(
                "\n       note: lattice `UNICHAIN_MAINNET` (unichain.mainnet) was republished: compiled: {} published: {}\n",
                republished::UNICHAIN_MAINNET.stable_id,
                superchain::UNICHAIN_MAINNET.stable_id
            ),
            "\n       note: organism `USD_PRICE_FEED` (price-feed.usd) was retired\n".to_owned(),
            "\n       note: organism `EUR_PRICE_FEED` (price-feed.eur) was added\n".to_owned(),
        ] {
            assert!(rest.contains(&line), "{line:?} is not in:\n{rest}");
        }
    }
}

isolated! {
    async fn a_reader_is_told_what_its_operator_republished() {
        let hosts = Hosts::new().await;
        let committee = hosts.start_all([REPUBLISHED; 3]).await;
        until("the cards are published", || committee[0].member.standing().cards == 3).await;
        let (mut reader, _network) = hosts.read(COMPILED).await;
        let drifts = soon("the drift", reader.verified()).await.expect_err("a drift");
        let card = |handshake, name: &str| {
            let card = CitizenCard::all(handshake).into_iter().find(|card| card.name == name);
            Box::new(card.expect("a citizen"))
        };
        let expected = [
            Drift::Coalition {
                compiled: COMPILED.coalition.coalition_root(),
                published: REPUBLISHED.coalition.coalition_root(),
            },
            Drift::Republished {
                compiled: card(COMPILED, "unichain.mainnet"),
                published: card(REPUBLISHED, "unichain.mainnet"),
            },
            Drift::Retired(card(COMPILED, "price-feed.eur")),
            Drift::Added(card(REPUBLISHED, "price-feed.usd")),
        ];
        assert_eq!(drifts, expected);
        // What did not change is read all the same.
        assert_eq!(reader.reading().cards, [*card(COMPILED, "ethereum.mainnet")]);
        assert_eq!(reader.card(superchain::EUR_PRICE_FEED.stable_id), None);

        let mut told = Vec::new();
        while told.len() < expected.len() {
            if let Event::Drifted(drift) = soon("an event", reader.next_event()).await {
                told.push(drift);
            }
        }
        assert_eq!(told, expected);
    }
}

isolated! {
    async fn a_drift_settles_when_the_committee_publishes_what_is_compiled() {
        let hosts = Hosts::new().await;
        let [_a, _b, c] = hosts.start_and_upgrade_the_last(COMPILED, REWORDED).await;
        let (mut reader, _network) = hosts.read(REWORDED).await;
        let of_the_feed = |drift: &Drift| match drift {
            Drift::Republished { compiled, .. } => compiled.name == "price-feed.eur",
            _ => false,
        };
        told(&mut reader, |event| matches!(event, Event::Drifted(drift) if of_the_feed(drift))).await;
        assert!(c.publish().await <= 2);
        told(&mut reader, |event| matches!(event, Event::Settled(drift) if of_the_feed(drift))).await;
        until("everything is verified", || reader.reading().is_verified()).await;
    }
}

async fn told(reader: &mut Reader, wanted: impl Fn(&Event) -> bool) {
    soon("an event", async { while !wanted(&reader.next_event().await) {} }).await;
}
