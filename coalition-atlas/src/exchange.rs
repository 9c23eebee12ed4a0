//! Calls between members, and from readers to members, as functions of mosaik.

use std::time::Duration;

use mosaik::discovery::Discovery;
use mosaik::functions::Caller;
use mosaik::futures::stream::{FuturesUnordered, Stream};
use mosaik::{Network, PeerId};

use crate::compiled::Compiled;
use crate::ids::{self, CommitteeSecret};
use crate::published::Published;
use crate::roster::Roster;
use crate::snapshot::{Question, SignedSnapshot, Snapshot, Unsigned};
use crate::tickets::Rule;

/// How long a member has to answer. One that is gone keeps its entry in mosaik's catalogue for minutes.
const ANSWER: Duration = Duration::from_secs(3);
/// How long a member has to keep cards: ten thousand take a second or two.
const KEEP: Duration = Duration::from_secs(10);
/// How often a member that is not known yet is looked for.
const MEET: Duration = Duration::from_secs(1);

/// Asks each member of a roster by itself, so that a member that is gone delays no answer of the others.
pub(crate) struct Asker(Vec<(PeerId, Caller<Question, SignedSnapshot, Unsigned>)>);

impl Asker {
    /// Asks every member but `me`.
    pub fn new(network: &Network, compiled: &Compiled, roster: &Roster) -> Self {
        let caller = |member: PeerId| {
            let functions = network.functions();
            let caller = functions.caller().with_function_id(ids::door(&compiled.name));
            (member, caller.require(move |peer| *peer.id() == member).with_call_timeout(ANSWER).build())
        };
        Self(others(network, roster).map(caller).collect())
    }

    /// Yields the answers in the order in which they come. A member that does not answer yields the reason.
    pub fn answers<'a>(
        &'a self,
        question: impl Fn() -> Question + Copy + 'a,
    ) -> impl Stream<Item = (PeerId, Result<Snapshot, String>)> + 'a {
        let ask = move |(member, caller): &'a (PeerId, Caller<_, _, _>)| ask(*member, caller, question());
        self.0.iter().map(ask).collect::<FuturesUnordered<_>>()
    }
}

async fn ask(
    member: PeerId,
    caller: &Caller<Question, SignedSnapshot, Unsigned>,
    question: Question,
) -> (PeerId, Result<Snapshot, String>) {
    let answer = match caller.call(question).await {
        Ok(signed) => signed.verify(question, &member).map_err(|fault| fault.to_string()),
        Err(fault) => Err(fault.to_string()),
    };
    (member, answer)
}

/// Hands cards to the other members of a committee, which only a member can do.
pub(crate) struct Keeper(Vec<(PeerId, KeepCaller)>);
type KeepCaller = Caller<Vec<Published>, (), String>;

impl Keeper {
    pub fn new(
        network: &Network,
        compiled: &Compiled,
        roster: &Roster,
        secret: &CommitteeSecret,
        rules: &[Rule],
    ) -> Self {
        let caller = |member: PeerId| {
            let functions = network.functions();
            let mut caller = functions.caller().with_function_id(ids::keep(compiled, secret));
            for rule in rules {
                caller = caller.require_caller_ticket(rule.validator.clone());
            }
            (member, caller.require(move |peer| *peer.id() == member).with_call_timeout(KEEP).build())
        };
        Self(others(network, roster).map(caller).collect())
    }

    /// Hands the cards to these members. Yields the members that have every one of them on disk, in this edition or a
    /// later one, and the reasons of the others.
    pub fn keep<'a>(
        &'a self,
        cards: &'a [Published],
        members: impl Fn(&PeerId) -> bool + 'a,
    ) -> impl Stream<Item = (PeerId, Result<(), String>)> + 'a {
        let chosen = self.0.iter().filter(move |(member, _)| members(member));
        chosen
            .map(move |(member, caller)| hand(*member, caller, cards.to_vec()))
            .collect::<FuturesUnordered<_>>()
    }
}

async fn hand(member: PeerId, caller: &KeepCaller, cards: Vec<Published>) -> (PeerId, Result<(), String>) {
    (member, caller.call(cards).await.map_err(|fault| fault.to_string()))
}

fn others<'r>(network: &Network, roster: &'r Roster) -> impl Iterator<Item = PeerId> + 'r {
    let me = network.local().id();
    roster.members().iter().map(|member| member.id).filter(move |member| *member != me)
}

/// Exchanges catalogues with every member that is not in ours, until the task is dropped: mosaik tries its bootstrap
/// peers once.
pub(crate) async fn keep_in_touch(discovery: Discovery, me: PeerId, roster: Roster) {
    loop {
        let known = discovery.catalog();
        let missing = roster.members().iter().filter(|member| member.id != me);
        for member in missing.filter(|member| known.get_signed(&member.id).is_none()) {
            if let Ok(Err(fault)) = tokio::time::timeout(ANSWER, discovery.sync_with(member.clone())).await {
                tracing::debug!(member = %member.id, %fault, "not met yet");
            }
        }
        tokio::time::sleep(MEET).await;
    }
}
