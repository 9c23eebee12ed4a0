//! Asking the members of a roster for their snapshots, and keeping in touch with them.

use std::time::Duration;

use mosaik::discovery::Discovery;
use mosaik::functions::Caller;
use mosaik::futures::stream::{FuturesUnordered, Stream};
use mosaik::{Network, PeerId};

use crate::compiled::Compiled;
use crate::ids;
use crate::roster::Roster;
use crate::snapshot::{Question, SignedSnapshot, Snapshot, Unsigned};

/// How long a member has to answer. One that is gone keeps its entry in mosaik's catalogue for minutes.
const ANSWER: Duration = Duration::from_secs(3);
/// How often a member that is not known yet is looked for.
const MEET: Duration = Duration::from_secs(1);

/// Asks each member of a roster by itself, so that one which is gone delays nobody, and answers are told apart.
pub(crate) struct Asker(Vec<(PeerId, Caller<Question, SignedSnapshot, Unsigned>)>);

impl Asker {
    /// Asks every member but `me`.
    pub fn new(network: &Network, compiled: &Compiled, roster: &Roster) -> Self {
        let me = network.local().id();
        let others = roster.members().iter().map(|member| member.id).filter(|member| *member != me);
        let caller = |member: PeerId| {
            let functions = network.functions();
            let caller = functions.caller().with_function_id(ids::door(&compiled.name));
            (member, caller.require(move |peer| *peer.id() == member).with_call_timeout(ANSWER).build())
        };
        Self(others.map(caller).collect())
    }

    /// The answers in the order in which they come; of a member that does not answer, why.
    pub fn answers(&self) -> impl Stream<Item = (PeerId, Result<Snapshot, String>)> + '_ {
        let ask = async |member: PeerId, caller: &Caller<_, SignedSnapshot, _>| {
            let question = Question::new();
            let answer = match caller.call(question).await {
                Ok(signed) => signed.verify(question, &member).map_err(|fault| fault.to_string()),
                Err(fault) => Err(fault.to_string()),
            };
            (member, answer)
        };
        self.0.iter().map(|(member, caller)| ask(*member, caller)).collect::<FuturesUnordered<_>>()
    }
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
