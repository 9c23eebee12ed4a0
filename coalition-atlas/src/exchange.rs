//! Calls between members, and from readers to members, as functions of mosaik.

use std::time::Duration;

use coalition_committee::snapshot::{Header, MemberSignature};
use mosaik::discovery::Discovery;
use mosaik::functions::Caller;
use mosaik::futures::stream::{FuturesUnordered, Stream};
use mosaik::{Datum, FunctionId, Network, PeerId};

use crate::answer::{Answer, Question, SignedAnswer, Unsigned};
use crate::compiled::Compiled;
use crate::ids;
use crate::published::Published;
use crate::tickets::Rule;
use coalition_committee::Roster;

/// How long a member has to answer. One that is gone keeps its entry in mosaik's catalogue for minutes.
const ANSWER: Duration = Duration::from_secs(3);
/// How long a member has to write cards or to sign: ten thousand cards take a second or two.
const WORK: Duration = Duration::from_secs(10);
/// How often a member that is not known yet is looked for.
const MEET: Duration = Duration::from_secs(1);

/// Asks each member of a roster by itself, so that a member that is gone delays no answer of the others.
pub(crate) struct Asker(Vec<(PeerId, Caller<Question, SignedAnswer, Unsigned>)>);

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
    ) -> impl Stream<Item = (PeerId, Result<Answer, String>)> + 'a {
        let ask = move |(member, caller): &'a (PeerId, Caller<_, _, _>)| ask(*member, caller, question());
        self.0.iter().map(ask).collect::<FuturesUnordered<_>>()
    }
}

async fn ask(
    member: PeerId,
    caller: &Caller<Question, SignedAnswer, Unsigned>,
    question: Question,
) -> (PeerId, Result<Answer, String>) {
    let answer = match caller.call(question).await {
        Ok(signed) => signed.verify(question, &member).map_err(|fault| fault.to_string()),
        Err(fault) => Err(fault.to_string()),
    };
    (member, answer)
}

/// Calls a function of the other members that only members can call.
pub(crate) struct Members<Q: Datum, A: Datum>(Vec<(PeerId, Caller<Q, A, String>)>);

/// Hands cards to the other members.
pub(crate) type Keeper = Members<Vec<Published>, ()>;
/// Asks the other members to sign a snapshot.
pub(crate) type Signers = Members<Header, MemberSignature>;

impl<Q: Datum + Clone, A: Datum> Members<Q, A> {
    pub fn new(network: &Network, function: FunctionId, roster: &Roster, rules: &[Rule]) -> Self {
        let caller = |member: PeerId| {
            let functions = network.functions();
            let mut caller = functions.caller().with_function_id(function);
            for rule in rules {
                caller = caller.require_caller_ticket(rule.validator.clone());
            }
            (member, caller.require(move |peer| *peer.id() == member).with_call_timeout(WORK).build())
        };
        Self(others(network, roster).map(caller).collect())
    }

    /// Asks the members that are `wanted`, and yields their answers in the order in which they come.
    pub fn ask<'a>(
        &'a self,
        question: &'a Q,
        wanted: impl Fn(&PeerId) -> bool + 'a,
    ) -> impl Stream<Item = (PeerId, Result<A, String>)> + 'a {
        let chosen = self.0.iter().filter(move |(member, _)| wanted(member));
        let call = |(member, caller): &'a (PeerId, Caller<Q, A, String>)| async move {
            (*member, caller.call(question.clone()).await.map_err(|fault| fault.to_string()))
        };
        chosen.map(call).collect::<FuturesUnordered<_>>()
    }
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
