//! The handshake: everything that an operator publishes for integrators (Step 7 of the runbook).

use coalition_core::CoalitionConfig;

use crate::key::PublishedKey;
use crate::{ConfluenceProfile, LatticeProfile, OrganismProfile, TicketIssuerProfile};

/// The handshake of a coalition: its configuration, and everything else that its operator publishes.
///
/// `coalition!` emits one as `NAME_HANDSHAKE`.
///
/// Each list of profiles has one entry for each component in the configuration's list of that kind, in the same order.
/// The cards, the changes and whatever is rendered from them panic if the lengths differ.
///
/// With the feature `serde`, a handshake serialises to the document that `schema/handshake.schema.json` describes.
/// `OwnedHandshake` reads such a document.
///
/// ```
/// coalition::coalition! {
///     /// Two price feeds, read side by side.
///     coalition EURO_FX = "signals.euro-fx" {
///         expect_fingerprint = "0x77eb09c4ef410d5f2dd4a93ebd0661a70e750296d7b4088a59ce63ead90c440d",
///         change_channel = "https://signals.example/changes",
///     }
///     organism EUR_PRICE_FEED = "price-feed.eur" {
///         role = "oracle",
///         stable_id = "0xfee3ec1fafa3f612cd2deecf74745ae1bb7d9b37bfc5db33372cb2fa8e6863fe",
///     }
///     organism USD_PRICE_FEED = "price-feed.usd" {
///         role = "oracle",
///         stable_id = "0xf9e14aed36312e1f1dcdf47806a8ed91417579c473cda6edecf70a3015642e65",
///     }
/// }
///
/// assert_eq!(EURO_FX_HANDSHAKE.description, "Two price feeds, read side by side.");
/// assert_eq!(EURO_FX_HANDSHAKE.change_channel, Some("https://signals.example/changes"));
/// println!("{}", EURO_FX_HANDSHAKE.markdown());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Handshake<'a> {
    /// The configuration, from which the identities follow.
    pub coalition: CoalitionConfig<'a>,
    /// The const name of the coalition in its block.
    pub ident: &'a str,
    /// The doc comment of the coalition, in Markdown. Empty if there is none.
    pub description: &'a str,
    /// The operator's handshake page, an `https://` link.
    pub handshake_url: Option<&'a str>,
    /// Initial peers on the shared universe. None of them is empty.
    pub peers: &'a [&'a str],
    /// The address, feed or repository on which changes are announced.
    pub change_channel: Option<&'a str>,
    /// The profiles of `coalition.lattices`.
    pub lattices: &'a [LatticeProfile<'a>],
    /// The profiles of `coalition.organisms`.
    pub organisms: &'a [OrganismProfile<'a>],
    /// The profiles of `coalition.confluences`, which hold the modules too.
    pub confluences: &'a [ConfluenceProfile<'a>],
    /// The profile of `coalition.ticket_issuer`.
    pub ticket_issuer: Option<TicketIssuerProfile<'a>>,
}

impl<'a> Handshake<'a> {
    /// Returns each key of the coalition itself with its value, in the order of the encoding.
    pub(crate) const fn keys(&self) -> [(&'static str, PublishedKey<'a>); 3] {
        [
            ("handshake", PublishedKey::Link(self.handshake_url)),
            ("peers", PublishedKey::Texts(self.peers)),
            ("change_channel", PublishedKey::Text(self.change_channel)),
        ]
    }
}
