//! The handshake: all that an operator publishes for integrators, Step 7 of the operators' runbook.

use coalition_core::CoalitionConfig;

use crate::key::Key;
use crate::{ConfluenceProfile, LatticeProfile, OrganismProfile, TicketIssuerProfile};

/// A coalition's configuration and what people need beside it. `coalition!` emits one as `NAME_HANDSHAKE`.
///
/// The lists of profiles run beside the lists of the configuration: the profile at an index speaks of the component at
/// that index. What renders a handshake may panic where their lengths differ.
///
/// With the feature `serde` a handshake serialises to the document that `schema/handshake.schema.json` describes, and
/// `OwnedHandshake` reads one back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Handshake<'a> {
    /// The configuration, from which the identities follow.
    pub coalition: CoalitionConfig<'a>,
    /// The const name of the coalition in its block.
    pub ident: &'a str,
    /// What the coalition is for, in Markdown: the doc comment of its declaration. Empty where there is none.
    pub description: &'a str,
    /// The page that the operator publishes, an `https://` link.
    pub handshake: Option<&'a str>,
    /// Initial peers on the shared universe, none of them empty.
    pub peers: &'a [&'a str],
    /// Where changes are announced: an address, a feed, a repository.
    pub change_channel: Option<&'a str>,
    /// What there is to say of `coalition.lattices`.
    pub lattices: &'a [LatticeProfile<'a>],
    /// What there is to say of `coalition.organisms`.
    pub organisms: &'a [OrganismProfile<'a>],
    /// What there is to say of `coalition.confluences`.
    pub confluences: &'a [ConfluenceProfile<'a>],
    /// What there is to say of `coalition.ticket_issuer`.
    pub ticket_issuer: Option<TicketIssuerProfile<'a>>,
}

impl<'a> Handshake<'a> {
    /// Returns each key of the coalition itself with its value, in the order of the encoding.
    pub(crate) const fn keys(&self) -> [(&'static str, Key<'a>); 3] {
        [
            ("handshake", Key::Link(self.handshake)),
            ("peers", Key::Texts(self.peers)),
            ("change_channel", Key::Text(self.change_channel)),
        ]
    }
}
